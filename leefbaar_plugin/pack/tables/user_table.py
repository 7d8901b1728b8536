# SPDX-License-Identifier: GPL-2.0-or-later
"""A table of the user, read as it comes: CSV of any dialect, a sheet of XLSX or ODS, or any layer that GDAL reads."""

from __future__ import annotations

import csv
import io
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import islice
from pathlib import Path
from typing import TypeVar

import numpy as np
from osgeo import gdal

from ...engine.errors import InputError
from ..files.disk import is_file
from ..reading.sources import Source
from .area_codes import has_prefix
from .sheets import MOST_CELLS, MOST_COLUMNS, SHEETS, read_sheet, sheet_names
from .table_header import SAMPLE, header_of, is_filled, title_of, unique_names
from .tables import sniff
from .written_numbers import (
    COMMA,
    NOT_A_NUMBER,
    SECRET,
    THOUSANDS,
    UNSURE,
    Cell,
    NumberNote,
    Numbers,
    Separators,
    clear,
    read_numbers,
    separators,
)

__all__ = [
    "COMMA",
    "NOT_A_NUMBER",
    "SECRET",
    "SKIPPED",
    "THOUSANDS",
    "UNEVEN",
    "UNSURE",
    "Cell",
    "NumberNote",
    "Numbers",
    "UserTable",
    "layers_of",
    "read_user_table",
    "table_of",
]

TEXT_FILES = {".csv", ".txt", ".tsv", ".tab"}
SKIPPED, UNEVEN = "skipped lines", "uneven rows"
_DELIMITERS = (";", "\t", ",", "|")
_USUAL_COMMA = {";": True, ",": False}
"""Whether decimals usually come after a comma in a file with this delimiter: one may not be the other."""
_YEARS = {"jaar", "year", "periode", "perioden", "peiljaar"}
_LARGEST = 200 * 1024**2
LONGEST_LINE = 500_000
"""Letters of a line of a text table: more than any row of a table of areas has."""
_MOSTLY = 0.5
_WITHOUT_GEOMETRY = 100
_UNREADABLE = (RuntimeError, UnicodeError, ValueError, OverflowError, TypeError, AttributeError, MemoryError)
"""What GDAL's Python side raises for a damaged file, sooner or later."""

T = TypeVar("T")


@dataclass(frozen=True, eq=False)
class UserTable:
    """Columns by name with one cell per row (text without padding, number or None), and what was odd in the file.

    `usual_comma` tells whether decimals usually come after a comma in a file like this, None when it doesn't say.
    """

    label: str
    columns: Mapping[str, Sequence[Cell]]
    notes: tuple[NumberNote, ...] = ()
    usual_comma: bool | None = None

    def __len__(self) -> int:
        return len(next(iter(self.columns.values()), ()))

    def column(self, name: str) -> Sequence[Cell]:
        """The cells of a column, whatever the case of its name; InputError when there is none."""
        plain = {known.strip().casefold(): known for known in self.columns}
        found = plain.get(name.strip().casefold())
        if found is None:
            raise InputError(
                "{file} has no column {column}; it has {columns}.",
                file=self.label,
                column=name,
                columns=", ".join(self.columns),
            )
        return self.columns[found]

    def numbers(self, name: str) -> Numbers:
        """A column as numbers; codes for secret values and texts that stand for nothing are no number."""
        return read_numbers(self.column(name), name, self._separators, self.usual_comma)

    def figures(self, name: str) -> Numbers:
        """The same, to reckon with: InputError when a text like 1.234 may be more than a thousand or less than two."""
        return clear(self.numbers(name), name, self.label)

    @cached_property
    def _separators(self) -> Separators:
        """What all columns together show of the separators."""
        of_columns = [separators(cells) for cells in self.columns.values()]
        comma, point = sum(one.decided is True for one in of_columns), sum(one.decided is False for one in of_columns)
        return Separators(comma, point)

    def number_columns(self) -> list[str]:
        """Columns of which at least half of the filled cells are numbers and that hold different ones.

        In the table's order, but the year of a figure is no figure: such columns come last.
        """
        found = []
        for name in self.columns:
            numbers = self.numbers(name)
            enough = numbers.found >= _MOSTLY * (numbers.found + numbers.unreadable)
            if enough and len(np.unique(numbers.values[~np.isnan(numbers.values)])) > 1:
                found.append(name)
        return sorted(found, key=lambda name: name.strip().casefold() in _YEARS)


def layers_of(path: Path) -> list[str]:
    """Names of the sheets or layers of a file; one, the file's own, for a text table. InputError as in reading."""
    if path.suffix.lower() in TEXT_FILES:
        return [path.stem]
    if path.suffix.lower() in SHEETS:
        return sheet_names(path)
    return _guarded(path.name, lambda: _layer_names(_opened(path)))


def read_user_table(path: Path, layer: str | None = None) -> UserTable:
    """Read a file; of several sheets or layers the one named, else the first that looks like a table of areas.

    InputError when it is missing, empty, no table, damaged, or too large.
    """
    if not is_file(path):
        raise InputError("{file} isn't there.", file=path)
    if path.stat().st_size > _LARGEST:
        raise InputError("{file} is too large for a table of areas.", file=path.name)
    if path.suffix.lower() in TEXT_FILES:
        return _guarded(path.name, lambda: _read_text(path))
    names = layers_of(path)
    if layer is not None and layer not in names:
        raise InputError("{file} has no sheet or layer {layer}.", file=path.name, layer=layer)
    tables = (_one_layer(path, name, len(names) > 1) for name in ([layer] if layer is not None else names))
    return _most_like_areas(path, tables)


def _guarded(label: str, read: Callable[[], T]) -> T:
    try:
        return read()
    except InputError:
        raise
    except _UNREADABLE as problem:
        raise InputError("{file} can't be read: {problem}.", file=label, problem=problem) from problem


def _one_layer(path: Path, name: str, several: bool) -> UserTable | None:
    """A sheet or layer as a table; None when it has no rows."""
    label = f"{path.name} › {name}" if several else path.name
    if path.suffix.lower() in SHEETS:
        return _guarded(label, lambda: _from_rows(label, read_sheet(path, name)))
    return _guarded(label, lambda: _layer_table(_opened(path), name, label))


def _most_like_areas(path: Path, tables: Iterable[UserTable | None]) -> UserTable:
    """The first with codes of areas, else the first with numbers, else the first: a sheet of words may go before it."""
    best: UserTable | None = None
    rank = 0
    for table in tables:
        if table is None:
            continue
        codes = any(_holds_codes(cells) for cells in table.columns.values())
        now = 3 if codes else 2 if len(table.columns) > 1 and table.number_columns() else 1
        if now > rank:
            best, rank = table, now
        if codes:
            break
    if best is None:
        raise InputError("{file} is no table with a header and rows.", file=path.name)
    return best


def _holds_codes(cells: Sequence[Cell]) -> bool:
    sample = [cell for cell in cells[:SAMPLE] if is_filled(cell)]
    return len(sample) > 0 and sum(has_prefix(cell) for cell in sample) >= _MOSTLY * len(sample)


# Text


def _read_text(path: Path) -> UserTable:
    source = Source(str(path), path.stat().st_size)
    encoding = sniff(source).encoding
    with source.reading() as file:
        text = io.TextIOWrapper(file, encoding=encoding, errors="replace", newline="")
        delimiter = _delimiter("".join(islice(_lines(path.name, text), SAMPLE)))
        text.seek(0)
        try:
            rows = _limited(path.name, csv.reader(_lines(path.name, text), delimiter=delimiter))
        except csv.Error as problem:
            raise InputError("{file} can't be read: {problem}.", file=path.name, problem=problem) from problem
    if rows:
        rows[0][0] = str(rows[0][0]).lstrip("\ufeff")
    lengths = Counter(len(row) for row in rows[:SAMPLE])
    width = lengths.most_common(1)[0][0] if lengths else 0
    start = header_of(rows, width)
    if start is None or start + 1 == len(rows):
        raise InputError("{file} is no table with a header and rows.", file=path.name)
    body = rows[start + 1 :]
    notes = [NumberNote(SKIPPED, {"count": start})] if start else []
    uneven = sum(len(row) != width for row in body)
    if uneven:
        notes.append(NumberNote(UNEVEN, {"count": uneven}))
    return _table(path.name, rows[start], body, width, notes, _USUAL_COMMA.get(delimiter))


def _lines(name: str, text: io.TextIOWrapper) -> Iterator[str]:
    """The lines of a file; InputError for one that goes on and on, before it fills the memory."""
    number = 0
    while line := text.readline(LONGEST_LINE + 1):
        number += 1
        if len(line) > LONGEST_LINE:
            raise InputError("{file}, line {line}: this line is too long for a table of areas.", file=name, line=number)
        yield line


def _limited(name: str, read: Iterable[list[str]]) -> list[list[Cell]]:
    """The rows that hold something, their cells without padding; InputError when they are too many."""
    rows: list[list[Cell]] = []
    cells = 0
    for row in read:
        cells += len(row)
        if cells > MOST_CELLS or len(row) > MOST_COLUMNS:
            raise InputError("{file} is too large for a table of areas.", file=name)
        if any(map(str.strip, row)):
            rows.append([cell.strip() for cell in row])
    return rows


def _delimiter(text: str) -> str:
    """The delimiter that cuts most lines into the same number of cells, and those into the most."""

    def quality(delimiter: str) -> tuple[int, int]:
        rows = [len(row) for row in _readable(text, delimiter) if len(row) > 1]
        width, times = Counter(rows).most_common(1)[0] if rows else (0, 0)
        return times, width

    return max(_DELIMITERS, key=quality)


def _readable(text: str, delimiter: str) -> Iterator[list[str]]:
    try:
        yield from csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
    except csv.Error:  # said when the whole is read
        return


# Sheets, and what both have


def _from_rows(label: str, rows: list[list[Cell]]) -> UserTable | None:
    """The table in the rows of a sheet; None when there is none."""
    filled = [row for row in rows if any(map(is_filled, row))]
    widths = Counter(len(row) for row in filled[:SAMPLE] if sum(map(is_filled, row)) > 1)
    start = header_of(filled, widths.most_common(1)[0][0] if widths else 0)
    if start is None or start + 1 == len(filled):
        return None
    header, body = filled[start], filled[start + 1 :]
    notes = [NumberNote(SKIPPED, {"count": start})] if start else []
    width = max(len(header), *map(len, body))
    if width * len(body) > MOST_CELLS:  # for a cell that got lost far to the right
        width = len(header)
        notes.append(NumberNote(UNEVEN, {"count": sum(len(row) > width for row in body)}))
    return _table(label, header, body, width, notes, None)


def _table(
    label: str,
    header: Sequence[Cell],
    body: Sequence[Sequence[Cell]],
    width: int,
    notes: Sequence[NumberNote],
    usual_comma: bool | None,
) -> UserTable:
    names = unique_names([title_of(cell) for cell in [*header[:width], *[""] * (width - len(header))]])
    columns: dict[str, list[Cell]] = {}
    for place, name in enumerate(names):
        cells = [row[place] if place < len(row) else None for row in body]
        if (place < len(header) and is_filled(header[place])) or any(map(is_filled, cells)):
            columns[name] = cells
    return UserTable(label, columns, tuple(notes), usual_comma)


# Whatever else GDAL reads


def _opened(path: Path) -> gdal.Dataset:
    gdal.UseExceptions()
    try:
        return gdal.OpenEx(str(path), gdal.OF_VECTOR | gdal.OF_READONLY)
    except RuntimeError as problem:
        raise InputError("{file} can't be read as a table: {problem}.", file=path.name, problem=problem) from problem


def _layer_names(dataset: gdal.Dataset) -> list[str]:
    return [dataset.GetLayer(at).GetName() for at in range(dataset.GetLayerCount())]


def _layer_table(dataset: gdal.Dataset, name: str, label: str) -> UserTable | None:
    layer = dataset.GetLayerByName(name)
    fields = [str(_cell(field.GetName())) for field in layer.schema]
    if layer.GetGeometryColumn() or layer.GetGeomType() != _WITHOUT_GEOMETRY:
        layer.SetIgnoredFields(["OGR_GEOMETRY"])
    if len(fields) > MOST_COLUMNS:
        raise InputError("{file} is too large for a table of areas.", file=label)
    rows = []
    for feature in layer:
        rows.append([_cell(feature.GetField(at)) for at in range(len(fields))])
        if len(rows) * len(fields) > MOST_CELLS:
            raise InputError("{file} is too large for a table of areas.", file=label)
    fields = unique_names(fields)
    if len(rows) > 1 and fields and all(name.startswith("Field") for name in fields):  # GDAL saw no header
        return _from_rows(label, rows)
    return _table(label, list(fields), rows, len(fields), (), None) if rows and fields else None


def _cell(value: object) -> Cell:
    if value is None:
        return None
    if isinstance(value, int | float):
        return float(value)
    return str(value).encode("utf-8", "replace").decode("utf-8").strip()  # bytes that are no text come as half signs


def table_of(label: str, columns: Mapping[str, Sequence[object]]) -> UserTable:
    """A table of columns that are in memory already, such as those of a layer in QGIS; text, numbers or None."""
    return UserTable(label, {name: [_cell(value) for value in cells] for name, cells in columns.items()})
