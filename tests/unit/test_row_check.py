# SPDX-License-Identifier: GPL-2.0-or-later
"""Every row of a file is looked at, whatever its quotes, line ends and blocks; Python's csv is the judge."""

from __future__ import annotations

import csv

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from leefbaar_plugin.pack.tables import row_check
from leefbaar_plugin.pack.tables.row_check import EndlessRow, NoText, RowCheck, RowProblem, SheetLimit, UnevenRow

WIDTH = 4
HEADER = "grid_id,jaar,lbm,won\n"


def look(content, columns=WIDTH, block=1 << 20, delimiter=",", skip=0):
    check = RowCheck(delimiter, columns, skip)
    for start in range(0, len(content), block):
        check.feed(content[start : start + block])
    check.feed(b"")


def found(content, *choice, **style):
    """What is found: nothing, or kind, line and number of cells."""
    try:
        look(content, *choice, **style)
    except RowProblem as problem:
        return type(problem), problem.line, getattr(problem, "found", None)
    return None


def judged(text, columns, delimiter=","):
    """The same by reading line by line with the csv module."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    lines = [line + "\n" for line in lines[: -1 if not lines[-1] else None]]
    read = iter(lines)
    line, ended = 1, []

    def give():
        yield from read
        ended.append(True)

    reader = csv.reader(give(), delimiter=delimiter)
    for cells in reader:
        if ended:
            return EndlessRow, line, None
        if len(cells) > columns or (len(cells) < columns and any(cell.strip() for cell in cells)):
            return UnevenRow, line, len(cells)
        line = reader.line_num + 1
    return None


@settings(derandomize=True, deadline=None, database=None, max_examples=1500)
@given(
    st.text(st.sampled_from('aé",,; \n\r'), max_size=60)
    | st.lists(
        st.sampled_from(
            [
                '"E1",2,3,4\n',
                "E1,2,3,4\r\n",
                '"a,b",2,3,4\n',
                '"a\nb",2,3,4\n',
                '"a ""b""",2,3,4\n',
                'a"b,2,3,4\n',
                "\n",
            ]
        ),
        max_size=12,
    ).map("".join),
    st.integers(1, 5),
    st.sampled_from([1, 2, 5, 16, 1000]),
)
@example('x""y,2,3,4\n""""\n', 4, 3)
@example('"a""b,c",2,3,4\n', 4, 5)
def test_the_same_as_by_reading_every_row(text, columns, block):
    content = ",".join("h" * columns) + "\n" + text
    assert found(content.encode("latin-1"), columns, block) == judged(content, columns)


GOOD = b'"E0974N4514",2024,4.1,0.1\n'


@pytest.mark.parametrize("at", [0, 1, 500, 299_999])
@pytest.mark.parametrize(
    ("bad", "cells"),
    [
        (b'"E0974N4514",2024,4,1,0.1\n', 5),
        (b'"E0974N4514",2024,4.1\n', 3),
        (b'"E0974N4514"\n', 1),
        (b"E0974N4514,2024,4.1,0.1,,,\n", 7),
        (b'"E0974,N4514",2024,4.1\n', 3),
    ],
)
def test_one_row_among_many(at, bad, cells):
    content = HEADER.encode() + GOOD * at + bad + GOOD * (300_000 - at)
    assert found(content) == (UnevenRow, at + 2, cells)
    assert found(content.replace(b"\n", b"\r\n")) == (UnevenRow, at + 2, cells)
    assert found(b"sep=,\n" + content, skip=1) == (UnevenRow, at + 3, cells)


def test_a_row_too_long_beside_one_too_short():
    """Their delimiters add up to what even rows have."""
    pair = b'"E0974N4514",2024,4,1,0.1\n"E0974N4514",2024,4.1\n'
    assert found(HEADER.encode() + GOOD * 1000 + pair + GOOD * 1000) == (UnevenRow, 1002, 5)


@pytest.mark.parametrize("more", [b"\n", b"  \n\t\n", b",,,\n", b",\n", b"\r\n\r\n", b'"",""\n'])
def test_what_has_no_text_passes(more):
    assert found(HEADER.encode() + GOOD + more + GOOD + more) is None


def test_names_with_delimiters_quotes_and_line_ends_pass():
    row = b'"BU00010000","Zuid, ""het"" \r\nLand; \xe9",2024,4.1\n'
    content = HEADER.encode() + row * 40_000
    for block in (1 << 20, 4096, 7919):
        assert found(content, block=block) is None
    assert found(content + GOOD + b"x,2,3\n", block=4096) == (UnevenRow, 80_003, 3)


def test_the_last_line_without_an_end():
    with pytest.raises(UnevenRow) as caught:
        look(HEADER.encode() + GOOD + b"E0974N4514,20")
    assert caught.value.unfinished and caught.value.line == 3
    with pytest.raises(UnevenRow) as caught:
        look(HEADER.encode() + b"E0974N4514,20\n")
    assert not caught.value.unfinished
    assert found(HEADER.encode() + GOOD.rstrip(b"\n")) is None


def test_rows_without_an_end(monkeypatch):
    content = HEADER.encode() + GOOD * 10 + b'"E0974,1,2,3\n' + GOOD.replace(b'"', b"") * 10
    assert found(content) == found(content, block=40) == (EndlessRow, 12, None)
    assert found(HEADER.encode() + GOOD + b'"' + b"x" * 300_000 + b"\n") == (EndlessRow, 3, None)
    monkeypatch.setattr(row_check, "LONGEST_ROW", 1000)
    assert found(HEADER.encode() + GOOD + b"x" * 5000, block=100) == (EndlessRow, 3, None)


def test_a_byte_that_no_text_holds():
    content = HEADER.encode() + GOOD * 5 + GOOD.replace(b"E", b"\0") + GOOD * 5
    assert found(content) == found(content, block=30) == (NoText, 7, None)


@pytest.mark.parametrize("limit", row_check.EXCEL_ROWS)
@pytest.mark.parametrize("end", [b"\n", b"\r\n"])
def test_exactly_as_many_rows_as_excel_holds(limit, end):
    row = GOOD.replace(b"\n", end)
    assert found(HEADER.encode() + row * (limit - 1)) == (SheetLimit, limit, None)
    assert found((HEADER.encode() + row * (limit - 1)).rstrip(end)) == (SheetLimit, limit, None)
    assert found(HEADER.encode() + row * (limit - 2)) is None
    assert found(HEADER.encode() + row * limit) is None
