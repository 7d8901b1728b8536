# SPDX-License-Identifier: GPL-2.0-or-later
"""Text tables, however they were saved: comma or semicolon, decimal point or comma, UTF-8 or Latin-1."""

from __future__ import annotations

import codecs
import csv
import io
import math
import re
from collections.abc import Generator, Iterable, Iterator
from contextlib import AbstractContextManager
from dataclasses import dataclass
from itertools import islice
from typing import IO, Any

import numpy as np

from ...engine.errors import InputError
from ..files.late_pandas import pd
from ..reading.sources import Source
from .read_ahead import Ahead, ReadAhead
from .row_check import EndlessRow, NoText, RowCheck, RowProblem, SheetLimit, UnevenRow
from .written_numbers import MISSING

_SAMPLE = 65_536
_ENCODING_SAMPLE = 16 * 1024**2
"""Bytes that decide the encoding: all of any file that holds names (the file of squares holds only codes)."""
_SAMPLED_ROWS = 80
"""Rows that tell whether numbers are written with a comma."""
_OF_NAMES = (b"naam", b"name")
_ROWS_AT_ONCE = 65_536
_LONGEST_TITLE = 20
"""Lines above the header."""
_WITH_COMMA, _WITH_POINT = re.compile(r"-?\d+,\d+$"), re.compile(r"-?\d+\.\d+$")
_LINE_END = re.compile(r"\r\n|\r|\n")


class NoTableError(InputError):
    """A file that holds no table at all, whatever its name says."""


class IncompleteTableError(InputError):
    """A table that was recognised, but lacks columns."""


@dataclass(frozen=True)
class Table:
    """A recognised text table: its source, how it was written, and its columns as they stand in the header.

    `skip` is the number of lines above the header.
    """

    source: Source
    delimiter: str
    decimal: str
    encoding: str
    skip: int
    columns: tuple[str, ...]

    def find(self, *names: str) -> str | None:
        """The column with one of these names, in any case and with or without spaces around; None without one."""
        by_name = {column.strip().casefold(): column for column in self.columns}
        return next((by_name[name.casefold()] for name in names if name.casefold() in by_name), None)


def sniff(source: Source) -> Table:
    """Find out how a text table was written; NoTableError when it is empty or no text."""
    lines, encoding = _sampled_lines(source)
    skip = next((at for at, line in enumerate(lines) if line.strip() and not line.casefold().startswith("sep=")), 0)
    return _table_from(source, lines, skip, encoding)


def tables_below(table: Table) -> Iterator[Table]:
    """The same file with its header on each of the next lines, for one that has a title above it."""
    lines, encoding = _sampled_lines(table.source)
    for skip in range(table.skip + 1, min(table.skip + _LONGEST_TITLE, len(lines) - 1)):
        if lines[skip - 1].count('"') % 2:  # a text of several lines: where it ends isn't certain
            return
        if lines[skip].strip():
            yield _table_from(table.source, lines, skip, encoding)


def _sampled_lines(source: Source) -> tuple[list[str], str]:
    """The first lines of a text, and its encoding."""
    with source.reading() as file:
        content = file.read(_SAMPLE)
        if len(content) == _SAMPLE and _holds_names(content):
            content += file.read(_ENCODING_SAMPLE - _SAMPLE)
    sample = content[:_SAMPLE]
    if not sample.removeprefix(codecs.BOM_UTF8).strip():
        raise NoTableError("{file} is empty.", file=source.label)
    if b"\0" in sample:
        raise NoTableError("{file} is no text, although its name says so.", file=source.label)
    encoding = _encoding(content)
    return _whole_lines(sample, encoding), encoding


def _holds_names(sample: bytes) -> bool:
    """Whether the encoding of a file matters: it has a column with names, or other signs than those of codes."""
    return not sample.isascii() or any(word in sample.lower() for word in _OF_NAMES)


def _whole_lines(sample: bytes, encoding: str) -> list[str]:
    lines = _LINE_END.split(sample.decode(encoding, "replace"))
    if len(sample) == _SAMPLE and len(lines) > 1:
        lines.pop()  # cut off by the sample
    return lines


def _table_from(source: Source, lines: list[str], skip: int, encoding: str) -> Table:
    """The table whose header stands on the line after `skip` others."""
    delimiter = max((";", "\t", ","), key=lines[skip].count)
    rows = list(csv.reader(lines[skip:], delimiter=delimiter))
    header, sampled = rows[0], [row for row in rows[1:_SAMPLED_ROWS] if not _is_blank(row)]
    commas, points = (sum(bool(p.match(c.strip())) for r in sampled for c in r) for p in (_WITH_COMMA, _WITH_POINT))
    return Table(source, delimiter, "," if commas > points else ".", encoding, skip, tuple(header))


def first_rows(table: Table, columns: Iterable[str]) -> list[list[str]]:
    """Cells of some columns in the first rows of a table, as they are written."""
    with table.source.reading() as file:
        lines = _whole_lines(file.read(_SAMPLE), table.encoding)[table.skip + 1 :]
    places = [table.columns.index(name) for name in columns]
    rows = (row for row in csv.reader(lines, delimiter=table.delimiter) if not _is_blank(row))
    return [[row[place] for place in places] for row in rows if len(row) == len(table.columns)]


def require_once(table: Table, columns: Iterable[str]) -> None:
    """Raise InputError for a column that has the name of another: which of them is meant, nobody knows."""
    names = [column.strip().casefold() for column in table.columns]
    for column in columns:
        if names.count(column.strip().casefold()) > 1:
            raise InputError(
                "{file}, line {line}: column {column} stands there twice.",
                file=table.source.label,
                line=table.skip + 1,
                column=column,
            )


def _encoding(content: bytes) -> str:
    """UTF-8 when all of the content is, else that of Windows, as Excel writes here: Latin-1 and a few signs more."""
    for cut in range(4 if len(content) == _ENCODING_SAMPLE else 1):  # a sample may end inside a character
        try:
            content[: len(content) - cut].decode("utf-8-sig")
        except UnicodeDecodeError:
            continue
        return "utf-8-sig"
    return "cp1252"


def read_table(
    table: Table, texts: Iterable[str], numbers: Iterable[str], text_type: str | None = None
) -> Generator[pd.DataFrame, None, None]:
    """Frames of the columns `texts` and `numbers` (float64), in pieces of some 65,000 rows.

    `text_type` is a numpy type for the texts (such as 'S12'), which is quicker than strings. Raises InputError naming
    file, line, column and what was expected. To be closed: what an error leaves half read holds the file.
    """
    texts, numbers = list(texts), list(numbers)
    done = 0
    try:
        with table.source.reading() as raw, _reading_ahead(table, raw) as file:
            frames = pd.read_csv(
                file,
                sep=table.delimiter,
                decimal=table.decimal,
                encoding=table.encoding if table.encoding.startswith("utf-8") else "utf-8",
                skiprows=table.skip,
                usecols=texts + numbers,
                dtype=dict.fromkeys(texts, text_type or "str") | dict.fromkeys(numbers, "float64"),
                na_values=dict.fromkeys(numbers, MISSING),
                keep_default_na=False,
                chunksize=_ROWS_AT_ONCE,
                engine="c",
                float_precision="round_trip",  # else the last bits are wrong
            )
            with Ahead(iter(frames), 1) as parsed:
                for frame in parsed:
                    if any(np.isinf(frame[name].to_numpy()).any() for name in numbers):
                        raise ValueError("infinite")
                    done += len(frame)
                    yield _without_blank_end(frame, texts, numbers)
    except RowProblem as problem:
        table.source.require_whole()  # else a damaged archive would be taken for a wrong row
        raise _row_error(table, problem) from problem
    except ValueError as problem:  # ParserError and EmptyDataError are ValueErrors
        raise_bad_cell(table, numbers, done)
        raise InputError("{file} can't be read: {problem}.", file=table.source.label, problem=problem) from problem


def _reading_ahead(table: Table, raw: IO[bytes]) -> AbstractContextManager[Any]:
    """The content, unpacked and every row counted in another thread."""
    look = RowCheck(table.delimiter, len(table.columns), table.skip).feed
    return ReadAhead(raw, look, table.encoding)


def _row_error(table: Table, problem: RowProblem) -> InputError:
    """The sentence about a row that isn't what a row should be."""
    file, line = table.source.label, problem.line
    if isinstance(problem, EndlessRow):
        return InputError("{file}, line {line}: a quoted text has no end.", file=file, line=line)
    if isinstance(problem, NoText):
        return InputError(
            "{file}, line {line}: this is no text. Copy or download the file again.", file=file, line=line
        )
    if isinstance(problem, SheetLimit):
        return InputError(
            "{file} ends at line {line}, the last one that Excel can hold. It is most likely cut off. Use the file as "
            "it was downloaded.",
            file=file,
            line=line,
        )
    found = problem.found if isinstance(problem, UnevenRow) else 0
    expected = len(table.columns)
    if isinstance(problem, UnevenRow) and problem.unfinished and found < expected and table.source.archive is None:
        if found == 1:
            return InputError(
                "{file} is cut off: its last line has 1 column where {expected} were expected. Copy or download it "
                "again.",
                file=file,
                expected=expected,
            )
        return InputError(
            "{file} is cut off: its last line has {found} columns where {expected} were expected. "
            "Copy or download it again.",
            file=file,
            found=found,
            expected=expected,
        )
    if found == 1:
        return InputError(
            "{file}, line {line}: 1 column where {expected} were expected.", file=file, line=line, expected=expected
        )
    return InputError(
        "{file}, line {line}: {found} columns where {expected} were expected.",
        file=file,
        line=line,
        found=found,
        expected=expected,
    )


def _without_blank_end(frame: pd.DataFrame, texts: list[str], numbers: list[str]) -> pd.DataFrame:
    """The frame without rows at its end that hold nothing but delimiters, as spreadsheets leave them."""
    if not len(frame) or any(not math.isnan(frame[name].to_numpy()[-1]) for name in numbers):
        return frame
    filled = np.flatnonzero(frame[numbers].notna().any(axis=1) | frame[texts].astype(bool).any(axis=1))
    return frame.iloc[: filled[-1] + 1 if len(filled) else 0]


def locate(table: Table, row: int) -> tuple[int, dict[str, str]]:
    """Line in the file, from 1, of data row number `row` (from 0), and its cells by column."""
    for number, (line, cells) in enumerate(_rows(table)):
        if number == row:
            return line, dict(zip(table.columns, cells, strict=False))
    return 0, {}


def _rows(table: Table) -> Iterator[tuple[int, list[str]]]:
    """Line and cells of every data row; blank lines are passed over, as pandas does."""
    with table.source.reading() as file:
        text = io.TextIOWrapper(file, encoding=table.encoding, errors="replace", newline="")
        for _ in range(table.skip):
            next(text, None)
        reader = csv.reader(text, delimiter=table.delimiter)
        next(reader, None)
        try:
            for cells in reader:
                if len(cells) > 1 or not _is_blank(cells):
                    yield reader.line_num + table.skip, cells
        except csv.Error as problem:
            raise InputError(
                "{file}, line {line}: a quoted text has no end.",
                file=table.source.label,
                line=reader.line_num + table.skip,
            ) from problem


def _is_blank(cells: list[str]) -> bool:
    return not any(cell.strip() for cell in cells)


def raise_bad_cell(table: Table, numbers: list[str], start: int = 0) -> None:
    """Raise InputError for the first text where a number should be, from data row `start` (from 0) on."""
    table.source.require_whole()  # else a damaged archive would be taken for a wrong cell
    places = [(table.columns.index(name), name) for name in numbers]
    for line, cells in islice(_rows(table), start, None):
        for place, name in places:
            text = cells[place] if place < len(cells) else ""
            if text not in MISSING and not _is_number(text, table.decimal):
                raise InputError(
                    "{file}, line {line}: column {column} holds “{text}” where a number was expected.",
                    file=table.source.label,
                    line=line,
                    column=name,
                    text=text[:40],
                )


def _is_number(text: str, decimal: str) -> bool:
    if "_" in text or not text.isascii() or (decimal != "." and "." in text):  # Python reads more than pandas does
        return False
    try:
        return math.isfinite(float(text.replace(decimal, ".")))
    except ValueError:
        return False
