# SPDX-License-Identifier: GPL-2.0-or-later
"""What files say, read by others than the plugin: Python's csv, zipfile, json and sqlite3, and openpyxl."""

from __future__ import annotations

import csv
import io
import math
import re
import sqlite3
import zipfile
from collections.abc import Iterable
from contextlib import closing
from pathlib import Path

from leefbaar_plugin.pack.pack import Pack
from tests.builders import DIMENSIONS

Scores = dict[tuple[str, int], tuple[float, ...]]
"""Total, deviation and dimensions by code and year; NaN for none."""
_SQUARE = re.compile(r"E\d{4}N\d{4}")
_MISSING = {"NA", "", "N/A", "NaN", "nan", "NULL", "null", "#N/A", "#N/B", "."}
_ENCODINGS = ("utf-8-sig", "latin-1")
CLOSE = 1e-9


def squares_in_text(content: bytes) -> Scores:
    """Scores of squares in a table; what isn't a number, or no square, is left out."""
    for encoding in _ENCODINGS:
        try:
            text = content.decode(encoding)
            break
        except UnicodeDecodeError:
            continue
    first = next((line for line in text.splitlines() if line.strip()), "")
    delimiter = max((";", "\t", ","), key=first.count)
    rows = list(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter))
    header = next((row for row in rows if len(row) > 3), [])
    place = {name.strip().casefold(): at for at, name in enumerate(header)}
    wanted = ("grid_id", "jaar", "lbm", "afw", *DIMENSIONS)
    found: Scores = {}
    if not {"grid_id", "jaar"} <= place.keys():
        return found
    for row in rows[rows.index(header) + 1 :]:
        cells = [row[place[name]].strip() if name in place and place[name] < len(row) else "" for name in wanted]
        if _SQUARE.fullmatch(cells[0]) and (year := _number(cells[1])) == year:
            found[cells[0], int(year)] = tuple(map(_number, cells[2:]))
    return found


def squares_in_archive(content: bytes) -> Scores:
    """Those of all tables in a zip; nothing when it can't be read."""
    found: Scores = {}
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            for info in archive.infolist():
                if info.filename.lower().endswith((".csv", ".txt")):
                    found |= squares_in_text(archive.read(info))
    except Exception:
        return found
    return found


def _number(text: str) -> float:
    if text in _MISSING:
        return math.nan
    try:
        return float(text.replace(",", "."))
    except ValueError:
        return math.nan


def squares_of(pack: Pack) -> Scores:
    """The same of a pack."""
    if pack.grid is None or pack.published is None:
        return {}
    found: Scores = {}
    ids = [f"E{c:04d}N{r:04d}" for c, r in zip(pack.grid.column.tolist(), pack.grid.row.tolist())]
    for at, code in enumerate(ids):
        for number, year in enumerate(pack.years):
            published = pack.published
            values = (published.total[at, number], published.deviation[at, number])
            found[code, year] = tuple(map(float, (*values, *published.contributions[at, number])))
    return found


def same(one: Iterable[float], other: Iterable[float], close: float = CLOSE) -> bool:
    """Whether numbers are equal, NaN to NaN."""
    pairs = list(zip(one, other, strict=False))
    return all((a != a and b != b) or abs(a - b) <= close for a, b in pairs)


def differences(pack: Scores, file: Scores) -> list[str]:
    """Scores that a pack has otherwise than its file, and those of the file that it lacks."""
    wrong = []
    for key, values in pack.items():
        if all(value != value for value in values):
            if key in file and any(value == value for value in file[key]):
                wrong.append(f"{key} is lacking: {file[key]}")
        elif key not in file:
            wrong.append(f"{key} isn't in the file: {values}")
        elif not same(values, file[key]):
            wrong.append(f"{key}: {values} in the pack, {file[key]} in the file")
    wrong += [f"{key} is lacking: {file[key]}" for key in file.keys() - pack.keys() if any(v == v for v in file[key])]
    return wrong


def counts_in_database(path: Path, names: tuple[str, ...]) -> dict[str, tuple[float, ...]] | None:
    """Counts by square of the table of CBS; None when SQLite can't read it."""
    try:
        with closing(sqlite3.connect(f"file:{path}?mode=ro", uri=True)) as connection:
            columns = ", ".join(("crs28992res100m", *names))
            rows = connection.execute(f"SELECT {columns} FROM vierkant").fetchall()
            whole = connection.execute("PRAGMA quick_check").fetchone() == ("ok",)
    except (sqlite3.Error, UnicodeDecodeError, OverflowError):
        return None
    if not whole:
        return None
    return {str(code): tuple(_count(value) for value in values) for code, *values in rows}


def _count(value: object) -> float:
    try:
        number = float(value)  # type: ignore[arg-type]
    except (TypeError, ValueError):
        return math.nan
    return number if number >= 0 else math.nan
