# SPDX-License-Identifier: GPL-2.0-or-later
"""Text tables, however they were saved: comma or semicolon, decimal point or comma, UTF-8 or Latin-1."""

from __future__ import annotations

import csv
import io
import re
import zipfile
import zlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import pandas as pd

from ..engine.errors import InputError
from .sources import Source, damaged

MISSING = ["NA", "", "N/A", "NaN", "nan", "NULL", "null", "#N/A", "#N/B", "."]
"""Texts that stand for no value in the editions and in copies that went through Excel (#N/B is Dutch for #N/A)."""
_SAMPLE = 65_536
_ENCODING_SAMPLE = 16 * 1024**2
"""Bytes that decide the encoding: all of any file that holds names (the file of squares holds only codes)."""
_ROWS_AT_ONCE = 262_144
_DECIMAL_COMMA = re.compile(r"-?\d+,\d+$")


@dataclass(frozen=True)
class Table:
    """A recognised text table: its source, how it was written, and its columns as they stand in the header."""

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
    """Find out how a text table was written; InputError when it is empty or no table."""
    try:
        with source.open() as file:
            content = file.read(_ENCODING_SAMPLE)
    except (zipfile.BadZipFile, zlib.error, EOFError) as problem:
        raise damaged(source) from problem
    sample = content[:_SAMPLE]
    if not sample.strip():
        raise InputError("{file} is empty.", file=source.label)
    if b"\0" in sample:
        raise InputError("{file} is no text, although its name says so.", file=source.label)
    encoding = _encoding(content)
    lines = sample.decode(encoding, "replace").splitlines()
    if len(sample) == _SAMPLE and len(lines) > 1:
        lines.pop()
    skip = int(lines[0].casefold().startswith("sep="))
    header = lines[skip] if len(lines) > skip else ""
    delimiter = max((";", "\t", ","), key=header.count)
    rows = list(csv.reader(lines[skip:], delimiter=delimiter))
    cells = [cell.strip() for row in rows[1:200] for cell in row]
    decimal = "," if any(_DECIMAL_COMMA.match(cell) for cell in cells) else "."
    return Table(source, delimiter, decimal, encoding, skip, tuple(rows[0]) if rows else ())


def _encoding(content: bytes) -> str:
    """UTF-8 when all of the content is, else Latin-1, which reads every byte."""
    for cut in range(4):  # the content may end inside a character
        try:
            content[: len(content) - cut].decode("utf-8-sig")
        except UnicodeDecodeError:
            continue
        return "utf-8-sig"
    return "latin-1"


def read_table(
    table: Table, texts: Iterable[str], numbers: Iterable[str], text_type: str | None = None
) -> Iterator[pd.DataFrame]:
    """Frames of the columns `texts` and `numbers` (float64), in pieces of some 260,000 rows.

    `text_type` is a numpy type for the texts (such as 'S12'), which is quicker than strings. Raises InputError naming
    file, line, column and what was expected.
    """
    texts, numbers = list(texts), list(numbers)
    try:
        with table.source.open() as file:
            frames = pd.read_csv(
                file,
                sep=table.delimiter,
                decimal=table.decimal,
                encoding=table.encoding,
                skiprows=table.skip,
                usecols=texts + numbers,
                dtype=dict.fromkeys(texts, text_type or "str") | dict.fromkeys(numbers, "float64"),
                na_values=dict.fromkeys(numbers, MISSING),
                keep_default_na=False,
                chunksize=_ROWS_AT_ONCE,
                engine="c",
            )
            yield from frames
    except (zipfile.BadZipFile, zlib.error, EOFError) as problem:
        raise damaged(table.source) from problem
    except ValueError as problem:  # ParserError and EmptyDataError are ValueErrors
        raise_bad_cell(table, numbers)
        raise InputError("{file} can't be read: {problem}.", file=table.source.label, problem=problem) from problem


def raise_bad_cell(table: Table, numbers: list[str]) -> None:
    """Raise InputError for the first row that is too short or too long, or has a text where a number should be."""
    with table.source.open() as file:
        reader = csv.reader(
            io.TextIOWrapper(file, encoding=table.encoding, errors="replace", newline=""), delimiter=table.delimiter
        )
        for _ in range(table.skip + 1):
            next(reader, None)
        places = [(table.columns.index(name), name) for name in numbers]
        for row in reader:
            if row and len(row) != len(table.columns):
                raise InputError(
                    "{file}, line {line}: {found} columns where {expected} were expected.",
                    file=table.source.label,
                    line=reader.line_num,
                    found=len(row),
                    expected=len(table.columns),
                )
            for place, name in places if row else ():
                if row[place] not in MISSING and not _is_number(row[place], table.decimal):
                    raise InputError(
                        "{file}, line {line}: column {column} holds “{text}” where a number was expected.",
                        file=table.source.label,
                        line=reader.line_num,
                        column=name,
                        text=row[place][:40],
                    )


def _is_number(text: str, decimal: str) -> bool:
    try:
        float(text.replace(decimal, ".") if decimal != "." else text)
    except ValueError:
        return False
    return True
