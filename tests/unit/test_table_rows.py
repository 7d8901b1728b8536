# SPDX-License-Identifier: GPL-2.0-or-later
"""The quick reader gives what the general one gives, to the last bit, or leaves the table to it; nothing passes it."""

from __future__ import annotations

import math

import numpy as np
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from leefbaar_plugin.engine.errors import InputError
from leefbaar_plugin.pack.reading.sources import Source
from leefbaar_plugin.pack.tables import table_rows
from leefbaar_plugin.pack.tables.plain_rows import OtherForm, PlainRows, Room, padded
from leefbaar_plugin.pack.tables.tables import sniff

HEADER = '"grid_id","name","jaar","lbm","afw"'
CODE, NUMBERS = "grid_id", ("jaar", "lbm", "afw")
PLAIN = frozenset({2, 3, 4})
ROWS = [
    '"E0138N3705","a",2002,3.98814584693296,-0.114119004210726',
    '"E0138N3705","b",2008,NA,',
    '"E0139N3705",c,2012,3.9,-0.0145924535860594',
    "E0139N3705,,2014,3,1.4e-05",
]
ODD = ['"E0138N3705","a, b",2016,3.5,0.25', '"E0138N3705",",",2018,3.25,0.5', '"E0138N3705","a,b,c",2020,3.75,']
"""Rows whose names hold what delimits cells."""


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    return tmp_path_factory.mktemp("tables")


def made_table(folder, text):
    """A table that was recognised by its first row, whatever stands below it."""
    path = folder / "table.csv"
    path.write_text("\n".join([HEADER, ROWS[0]]))
    table = sniff(Source(str(path), path.stat().st_size))
    path.write_bytes(text.encode("latin-1"))
    return table


def gathered(pieces):
    found = list(pieces)
    return {name: np.concatenate([rows[name] for rows in found]) for name in (CODE, *NUMBERS)} if found else {}


def general(table):
    """What the general reader says: all cells, or its sentence."""
    try:
        return gathered(table_rows._general(table, CODE, NUMBERS, "S12"))
    except InputError as problem:
        return str(problem)


def quick(table):
    """What the quick reader says, None when it leaves the table to the other."""
    try:
        return gathered(table_rows._plain(table, CODE, NUMBERS)) if table_rows.is_plain(table) else None
    except OtherForm:
        return None
    except InputError as problem:
        return str(problem)


def same(mine, theirs):
    if isinstance(mine, str) or isinstance(theirs, str) or not (mine and theirs):
        return mine == theirs
    codes = [bytes(one) for one in mine[CODE]] == [bytes(one) for one in theirs[CODE]]
    return codes and all(np.array_equal(mine[name], theirs[name], equal_nan=True) for name in NUMBERS)


@pytest.mark.parametrize("ending", ["\n", "\r\n"])
@pytest.mark.parametrize("last", [True, False])
def test_both_read_the_same(folder, ending, last):
    text = ending.join([HEADER, *(row.replace("E0139N3705", '"E0139N3705"').replace('""', '"') for row in ROWS)])
    table = made_table(folder, text + (ending if last else ""))
    mine = quick(table)
    assert mine is not None and same(mine, general(table))
    assert mine["lbm"][[0, 2, 3]].tolist() == [3.98814584693296, 3.9, 3.0] and np.isnan(mine["lbm"][1])
    assert mine["afw"][[0, 2, 3]].tolist() == [-0.114119004210726, -0.0145924535860594, 1.4e-05]
    assert mine["jaar"].tolist() == [2002, 2008, 2012, 2014]


def test_delimiters_within_quotes(folder):
    """Names of buurten have commas; that is no reason to read the file twice."""
    rows = [ROWS[0], *ODD, ROWS[1]]
    table = made_table(folder, "\n".join([HEADER, *rows]))
    mine = quick(table)
    assert mine is not None and same(mine, general(table))
    assert mine["jaar"].tolist() == [2002, 2016, 2018, 2020, 2008] and mine["lbm"][1:4].tolist() == [3.5, 3.25, 3.75]
    for wrong in (
        '"E0138N3705","a, b",2016,3.5',
        '"E0138N3705","a, b,2016,3.5,0.25',
        'E0138N3705,a", "b,2016,3.5,0.25',
    ):
        assert quick(made_table(folder, "\n".join([HEADER, ROWS[0], wrong, ODD[0]]))) is None


def test_labels_are_what_pandas_makes_of_them(folder):
    names = ["’t Gooi, noord", "", "Súdwest", "NA", " a ", "9"]
    rows = ['"E0138N3705","' + name + '",2002,3.5,' for name in names]
    text = "\n".join([HEADER, *rows, '"E0139N3705",bloot,2008,,0.5'])
    for encoding, read in (("utf-8", True), ("cp1252", False)):
        path = folder / f"{encoding}.csv"
        path.write_bytes(text.encode(encoding))
        table = sniff(Source(str(path), path.stat().st_size))
        (theirs,) = table_rows._general(table, CODE, NUMBERS, "O", "name")
        assert theirs["name"].tolist() == [*names, "bloot"]
        (found,) = table_rows.gather(table, CODE, NUMBERS, "O", list, "name")
        assert found["name"].tolist() == theirs["name"].tolist()
        assert found[CODE].astype(str).tolist() == theirs[CODE].tolist()
        assert all(np.array_equal(found[name], theirs[name], equal_nan=True) for name in NUMBERS)
        assert (found[CODE].dtype.kind == "S") is read


CHANGED = st.tuples(
    st.integers(0, 400), st.sampled_from(["put", "drop", "set"]), st.sampled_from('0.,-"eNA \n\r;x\0é+')
)
VALUES = ["3.1", "-0.12345678901234567", "12.5", "0", "-.5", "1e3", "NaN", ".", "", "9" * 20]


@settings(derandomize=True, deadline=None, database=None, max_examples=400)
@given(
    st.lists(st.sampled_from(ROWS + ODD), min_size=1, max_size=5),
    st.lists(st.sampled_from(VALUES), max_size=3),
    st.lists(CHANGED, max_size=3),
)
@example([ROWS[0]], [], [(62, "put", "\n")])
@example(['"E0138N3705","a,b",2002,3.9'], [], [])
@example(['"E0138N3705","a""b",2002,3.9,0.1'], [], [])
@example(['"E0138N3705","a\nb",2002,3.9,0.1'], [], [])
@example(['"E0138N3705","a,2002,3.9,0.1"'], [], [])
@example(["E0138N3705,a,2002,3.9,inf"], [], [])
@example(["E0138N3705,a,2002,3.9,1e999"], [], [])
@example(["E0138N3705,a,2002, 3.9,0.1"], [], [])
def test_whatever_stands_there(folder, rows, values, changes):
    lines = [HEADER, *rows, *(f'"E0140N3705","d",2016,{value},0.1' for value in values)]
    text = "\n".join(lines) + "\n"
    first = len(HEADER) + 1
    for place, how, sign in changes:
        at = first + place % (len(text) - first) if len(text) > first else first
        text = text[:at] + (sign if how != "drop" else "") + text[at + (how != "put") :]
    table = made_table(folder, text)
    mine = quick(table)
    assert mine is None or same(mine, general(table)), text


@settings(derandomize=True, deadline=None, database=None, max_examples=300)
@given(st.lists(st.tuples(st.floats(-9.99, 9.99), st.integers(1, 19)), min_size=1, max_size=40))
def test_numbers_are_the_nearest(values):
    texts = [f"{value:.{digits}f}" for value, digits in values]
    rows = PlainRows(padded(f"A,{text}\n".encode() for text in texts), ",", 2, frozenset({1}))
    assert rows.number(1).tolist() == [float(text) for text in texts]


@pytest.mark.parametrize("look", [1, 7, 64, 4096])
def test_ends_of_cells_are_found_in_pieces_of_any_size(monkeypatch, look):
    rows = ROWS * 3
    content, columns = padded(f"{row}\n".encode() for row in rows), ROWS[0].count(",") + 1
    monkeypatch.setattr("leefbaar_plugin.pack.tables.plain_rows._LOOK", look)
    room = Room()
    for _ in range(2):  # the second time in room that was used
        found = PlainRows(content, ",", columns, frozenset({2, 3, 4}), room)
        for column in (2, 3, 4):
            cells = [row.split(",")[column] for row in rows]
            expected = [float(cell) if cell not in ("NA", "") else math.nan for cell in cells]
            assert np.array_equal(found.number(column), expected, equal_nan=True)


def test_many_pieces(folder, monkeypatch):
    """Rows are cut in pieces anywhere; a fault far down leaves the whole table to the general reader, from row one."""
    monkeypatch.setattr(table_rows, "_AT_ONCE", 1)
    monkeypatch.setattr("leefbaar_plugin.pack.tables.read_ahead._BLOCK", 37)
    monkeypatch.setattr("leefbaar_plugin.pack.tables.plain_rows._LOOK", 5)
    good = [f'"E{at:04d}N3705","x",2002,{3 + at / 1000},0.1' for at in range(200)]
    table = made_table(folder, "\n".join([HEADER, *good]))
    mine = quick(table)
    assert mine is not None and len(mine[CODE]) == 200 and same(mine, general(table))
    good[150] += ",1"
    table = made_table(folder, "\n".join([HEADER, *good]))
    with pytest.raises(InputError) as refused:
        table_rows.gather(table, CODE, NUMBERS, "S12", gathered)
    assert refused.value.values["line"] == 152 and refused.value.values["found"] == 6


def test_a_sheet_cut_off_by_excel(folder, monkeypatch):
    monkeypatch.setattr(table_rows, "EXCEL_ROWS", (4,))
    assert quick(made_table(folder, "\n".join([HEADER, *ROWS[:1] * 3]))) is None
    assert quick(made_table(folder, "\n".join([HEADER, *ROWS[:1] * 4]))) is not None
