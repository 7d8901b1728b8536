# SPDX-License-Identifier: GPL-2.0-or-later
"""A table of the user, read as it comes: CSV of any dialect, a sheet of XLSX or ODS, or any layer that GDAL reads."""

from __future__ import annotations

import csv
import io
import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from osgeo import gdal

from ...engine.errors import InputError
from .sources import Source
from .tables import MISSING, sniff

Cell = str | float | None

TEXT_FILES = {".csv", ".txt", ".tsv", ".tab"}
NOT_NUMBERS = {-99995.0, -99996.0, -99997.0, -99998.0, -99999.0, -99999999.0, -99999998.0, -99999997.0}
"""Codes of CBS for secret, unknown and not published; the first and third are stated (domain.md, section 5), the others
stand in older editions [I]."""
_NOTHING = {text.casefold() for text in MISSING} | {"-", "--", "x", "?", "n.v.t.", "nvt", "n.b.", "onbekend", "geheim"}
_DELIMITERS = (";", "\t", ",", "|")
_SAMPLE = 200
_COMMA, _POINT = re.compile(r"-?(\d{1,3}(\.\d{3})+|\d+)?,\d+%?"), re.compile(r"-?(\d{1,3}(,\d{3})+|\d+)?\.\d+%?")
_THOUSANDS = re.compile(r"-?[1-9]\d{0,2}([.,]\d{3})+")
_SMALL = re.compile(r"-?\d{1,3}")
_YEARS = {"jaar", "year", "periode", "perioden", "peiljaar"}
_MOST_EXAMPLES = 5
_LARGEST = 200 * 1024**2
_MOSTLY = 0.5

SKIPPED, UNEVEN, COMMA, THOUSANDS = "skipped lines", "uneven rows", "decimal comma", "thousands"
SECRET, NOT_A_NUMBER = "secret", "not a number"


@dataclass(frozen=True)
class Note:
    """Something the user should know about a table: one of the kinds in this room, and what fills its sentence."""

    kind: str
    values: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True, eq=False)
class Numbers:
    """A column as float64 [rows], NaN for no number, and the notes about it; `found` cells hold a number."""

    values: NDArray[np.float64]
    notes: tuple[Note, ...]
    found: int
    unreadable: int


@dataclass(frozen=True, eq=False)
class UserTable:
    """Columns by name with one cell per row (text without padding, number or None), and what was odd in the file."""

    label: str
    columns: Mapping[str, Sequence[Cell]]
    notes: tuple[Note, ...] = ()

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
        return _numbers(self.column(name), name)

    def number_columns(self) -> list[str]:
        """Columns of which at least half of the filled cells are numbers and that hold different ones.

        In the table's order, but the year of a figure is no figure: such columns come last.
        """
        found = []
        for name, cells in self.columns.items():
            numbers = _numbers(cells, name)
            enough = numbers.found >= _MOSTLY * (numbers.found + numbers.unreadable)
            if enough and len(np.unique(numbers.values[~np.isnan(numbers.values)])) > 1:
                found.append(name)
        return sorted(found, key=lambda name: name.strip().casefold() in _YEARS)


def layers_of(path: Path) -> list[str]:
    """Names of the sheets or layers of a file; one, the file's own, for a text table."""
    if path.suffix.lower() in TEXT_FILES:
        return [path.stem]
    dataset = _opened(path)
    return [dataset.GetLayer(at).GetName() for at in range(dataset.GetLayerCount())]


def read_user_table(path: Path, layer: str | None = None) -> UserTable:
    """Read a file; of several sheets or layers the one named, else the first that has rows.

    InputError when it is missing, empty, no table, or too large.
    """
    if not path.is_file():
        raise InputError("{file} isn't there.", file=path)
    if path.stat().st_size > _LARGEST:
        raise InputError("{file} is too large for a table of areas.", file=path.name)
    return _read_text(path) if path.suffix.lower() in TEXT_FILES else _read_layer(path, layer)


def _read_text(path: Path) -> UserTable:
    source = Source(str(path), path.stat().st_size)
    table = sniff(source)
    with source.reading() as file:
        text = io.TextIOWrapper(file, encoding=table.encoding, errors="replace", newline="").read()
    delimiter = _delimiter(text)
    try:
        rows = [
            row for row in csv.reader(io.StringIO(text, newline=""), delimiter=delimiter) if any(map(str.strip, row))
        ]
    except csv.Error as problem:
        raise InputError("{file} can't be read: {problem}.", file=path.name, problem=problem) from problem
    width = Counter(len(row) for row in rows[:_SAMPLE]).most_common(1)[0][0]
    start = next((at for at, row in enumerate(rows) if len(row) == width), 0)
    body = rows[start + 1 :]
    if width < 2 or not body:
        raise InputError("{file} is no table with a header and rows.", file=path.name)
    notes = [Note(SKIPPED, {"count": start})] if start else []
    uneven = sum(len(row) != width for row in body)
    if uneven:
        notes.append(Note(UNEVEN, {"count": uneven}))
    names = _unique([name.strip().lstrip("\ufeff") for name in rows[start]])
    filled = [[cell.strip() for cell in row[:width]] + [""] * (width - len(row)) for row in body]
    return UserTable(path.name, dict(zip(names, map(list, zip(*filled, strict=True)), strict=True)), tuple(notes))


def _delimiter(text: str) -> str:
    """The delimiter that cuts most lines into the same number of cells, and those into the most."""

    def quality(delimiter: str) -> tuple[int, int]:
        rows = [row for row in islice(csv.reader(io.StringIO(text), delimiter=delimiter), _SAMPLE) if len(row) > 1]
        width, times = Counter(map(len, rows)).most_common(1)[0] if rows else (0, 0)
        return times, width

    return max(_DELIMITERS, key=quality)


def _unique(names: list[str]) -> list[str]:
    """The names, an empty or repeated one with a number."""
    found: list[str] = []
    for number, name in enumerate(names, start=1):
        wanted = name or f"column {number}"
        while wanted in found:
            wanted = f"{wanted} ({number})"
        found.append(wanted)
    return found


def _opened(path: Path) -> gdal.Dataset:
    gdal.UseExceptions()
    try:
        return gdal.OpenEx(str(path), gdal.OF_VECTOR | gdal.OF_READONLY)
    except RuntimeError as problem:
        raise InputError("{file} can't be read as a table: {problem}.", file=path.name, problem=problem) from problem


def _read_layer(path: Path, wanted: str | None) -> UserTable:
    dataset = _opened(path)
    names = [dataset.GetLayer(at).GetName() for at in range(dataset.GetLayerCount())]
    if wanted is not None and wanted not in names:
        raise InputError("{file} has no sheet or layer {layer}.", file=path.name, layer=wanted)
    for name in [wanted] if wanted is not None else names:
        table = _layer_table(dataset.GetLayerByName(name), path.name if len(names) == 1 else f"{path.name} › {name}")
        if len(table):
            return table
    raise InputError("{file} is no table with a header and rows.", file=path.name)


def _layer_table(layer: gdal.Dataset, label: str) -> UserTable:
    fields = [field.GetName().strip() for field in layer.schema]
    if layer.GetGeometryColumn() or layer.GetGeomType() != 100:  # 100 is a table without geometry
        layer.SetIgnoredFields(["OGR_GEOMETRY"])
    try:
        rows = [[_cell(feature.GetField(at)) for at in range(len(fields))] for feature in layer]
    except RuntimeError as problem:
        raise InputError("{file} can't be read: {problem}.", file=label, problem=problem) from problem
    fields = _unique(fields)
    if len(rows) > 1 and all(name.startswith("Field") for name in fields):  # a sheet of texts: GDAL saw no header
        fields, rows = _unique([str(cell or "").strip() for cell in rows[0]]), rows[1:]
    columns = list(map(list, zip(*rows, strict=True))) if rows else [[] for _ in fields]
    return UserTable(label, dict(zip(fields, columns, strict=True)))


def _cell(value: object) -> Cell:
    if value is None:
        return None
    return float(value) if isinstance(value, int | float) else str(value).strip()


def table_of(label: str, columns: Mapping[str, Sequence[object]]) -> UserTable:
    """A table of columns that are in memory already, such as those of a layer in QGIS; text, numbers or None."""
    return UserTable(label, {name: [_cell(value) for value in cells] for name, cells in columns.items()})


def _numbers(cells: Sequence[Cell], name: str) -> Numbers:
    values = np.full(len(cells), np.nan)
    comma, thousands = _separators([cell for cell in cells if isinstance(cell, str)])
    secret: Counter[str] = Counter()
    wrong: list[str] = []
    found = 0
    for row, cell in enumerate(cells):
        if cell is None or (isinstance(cell, str) and cell.strip().casefold() in _NOTHING):
            continue
        number = float(cell) if isinstance(cell, int | float) else _parsed(cell, comma)
        if number is None or not np.isfinite(number):
            if number is None:
                wrong.append(str(cell))
        elif number in NOT_NUMBERS:
            secret[f"{number:.0f}"] += 1
        else:
            values[row] = number
            found += 1
    notes = []
    if comma or thousands:
        notes.append(Note(THOUSANDS if thousands else COMMA, {"column": name}))
    if secret:
        codes = ", ".join(sorted(secret))
        notes.append(Note(SECRET, {"column": name, "count": sum(secret.values()), "codes": codes}))
    if wrong:
        examples = ", ".join(f"“{text[:20]}”" for text in list(dict.fromkeys(wrong))[:_MOST_EXAMPLES])
        notes.append(Note(NOT_A_NUMBER, {"column": name, "count": len(wrong), "examples": examples}))
    return Numbers(values, tuple(notes), found, len(wrong))


def _separators(cells: Sequence[str]) -> tuple[bool, bool]:
    """Whether a column writes its decimals with a comma, and whether its separators are thousands without decimals.

    A group of three digits may be either. Where nothing else tells, they are thousands when other cells are whole
    numbers below a thousand: a column of decimals would have decimals there too.
    """
    plain = [_compact(cell) for cell in cells]
    certain = [cell for cell in plain if not _THOUSANDS.fullmatch(cell)]
    commas, points = (sum(bool(form.fullmatch(cell)) for cell in certain) for form in (_COMMA, _POINT))
    if commas != points:
        return commas > points, False
    grouped = [cell for cell in plain if _THOUSANDS.fullmatch(cell)]
    dotted = sum("." in cell for cell in grouped)
    if grouped and dotted in (0, len(grouped)) and any(_SMALL.fullmatch(cell) for cell in certain):
        return dotted > 0, True
    return 2 * dotted < len(grouped), False


def _compact(cell: str) -> str:
    return cell.replace(" ", "").replace("\u00a0", "").replace("\u2212", "-").removesuffix("%")


def _parsed(cell: str, comma: bool) -> float | None:
    """The number of a text; None when it is none. Separators of thousands are taken out."""
    text = _compact(cell)
    if "_" in text or not any(sign.isdigit() for sign in text):
        return None
    decimal, thousands = (",", ".") if comma else (".", ",")
    if thousands in text:
        whole = text.split(decimal)[0]
        if not _THOUSANDS.fullmatch(whole):
            return None
        text = whole.replace(thousands, "") + text[len(whole) :]
    try:
        return float(text.replace(decimal, "."))
    except ValueError:
        return None
