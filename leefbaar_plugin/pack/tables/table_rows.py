# SPDX-License-Identifier: GPL-2.0-or-later
"""The rows of a large table of codes and numbers, piece by piece: quickly where it is written as the official ones are.

Both ways give the same pieces and find the same faults; only the general one (`tables.read_table`) makes a sentence of
what is wrong with the form of a row, so that a table the quick one can't read is read by that from its start.
"""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterable, Iterator, Sequence
from contextlib import closing, suppress
from typing import Any, TypeVar

from numpy.typing import NDArray

from .plain_rows import OtherForm, PlainRows, Room, padded
from .read_ahead import Ahead, ReadAhead
from .row_check import EXCEL_ROWS, LONGEST_ROW
from .tables import Table, read_table

_AT_ONCE = 2 * 1024 * 1024
"""Bytes of rows that are read in one go."""

T = TypeVar("T")
Rows = dict[str, NDArray[Any]]
"""The cells of some rows by column: bytes for codes, float64 for numbers, NaN for none, str for labels."""


def gather(
    table: Table,
    code: str,
    numbers: Sequence[str],
    code_type: str,
    take: Callable[[Iterator[Rows]], T],
    label: str | None = None,
) -> T:
    """What `take` makes of the rows of a table: of the columns `code`, in bytes of `code_type` at most, and `numbers`.

    A `label` is a column of texts of any length. With the `code_type` "O" codes of rows that aren't plain are str.

    `take` is called anew, with all rows from the first on, when the table turns out not to be of the plain form. Raises
    what it raises, and as `read_table`.
    """
    if is_plain(table):
        with suppress(OtherForm), closing(_plain(table, code, numbers, label)) as rows:
            return take(rows)
    with closing(_general(table, code, numbers, code_type, label)) as rows:
        return take(rows)


def is_plain(table: Table) -> bool:
    """Whether the rows of a table may be of the plain form, by what is known of it before they are read."""
    return table.decimal == "." and not any(sign in column for column in table.columns for sign in "\r\n")


def _general(
    table: Table, code: str, numbers: Sequence[str], code_type: str, label: str | None = None
) -> Generator[Rows, None, None]:
    texts = [code] + ([label] if label else [])
    with closing(read_table(table, texts, numbers, None if code_type == "O" else code_type)) as frames:
        for frame in frames:
            rows: Rows = {name: frame[name].to_numpy() for name in (*numbers, *texts[1:])}
            yield {code: frame[code].to_numpy().astype(code_type), **rows}


def _plain(table: Table, code: str, numbers: Sequence[str], label: str | None = None) -> Generator[Rows, None, None]:
    if label and not table.encoding.startswith("utf-8"):
        raise OtherForm
    labels = [label] if label else []
    place = {name: table.columns.index(name) for name in (code, *numbers, *labels)}
    of_numbers = frozenset(place[name] for name in numbers)

    room = Room()

    def read(content: bytes) -> Rows:
        rows = PlainRows(content, table.delimiter, len(table.columns), of_numbers, room)
        texts = {code: rows.text(place[code])} | {name: rows.labels(place[name]) for name in labels}
        return texts | {name: rows.number(place[name]) for name in numbers}

    lines = table.skip + 1
    with table.source.reading() as raw, ReadAhead(raw) as file, Ahead(map(read, _pieces(file, lines)), 1) as pieces:
        for rows in pieces:
            lines += len(rows[code])
            yield rows
    if lines == table.skip + 1 or lines in EXCEL_ROWS:  # the other reader knows other ends of lines, or has a word
        raise OtherForm


def _pieces(blocks: Iterable[bytes], above: int) -> Iterator[bytes]:
    """Whole lines of a file, `padded`, some megabytes at a time, without the first ones."""
    parts: list[bytes] = []
    size = 0
    for block in blocks:
        parts.append(block)
        size += len(block)
        if size < _AT_ONCE or b"\n" not in block:
            if size > LONGEST_ROW:
                raise OtherForm
            continue
        end = block.rfind(b"\n") + 1
        parts[-1] = block[:end]
        if above:
            above, content = _without_lines(above, b"".join(parts))
            parts = [content]
        if any(parts):
            yield padded(parts)
        parts = [block[end:]]
        size = len(parts[0])
    content = b"".join(parts)
    content = _without_lines(above, content if content.endswith(b"\n") else content + b"\n")[1]
    if content.strip():
        yield padded([content])


def _without_lines(count: int, content: bytes) -> tuple[int, bytes]:
    """Content without its first lines, and how many more there are to leave out."""
    begin = 0
    while count and begin < len(content):
        begin = content.index(b"\n", begin) + 1
        count -= 1
    return count, content[begin:]
