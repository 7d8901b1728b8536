# SPDX-License-Identifier: GPL-2.0-or-later
"""A table of the user beside the areas of a level: which code belongs to which area, and which to none."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from ...engine.errors import InputError
from ...pack.tables.area_codes import read_code
from ...pack.tables.user_table import NumberNote, Numbers, UserTable
from .table_years import rows_of_year, year_column

Floats = NDArray[np.float64]

NO_CODE, OTHER_LEVEL, DUPLICATE = "no code", "other level", "duplicate"
PREFIXED, PADDED, NO_ROW, GUESSED = "prefix added", "zeros added", "areas without a row", "column found"
OF_YEAR = "rows of a year"
_CODE_NAMES = ("bu_code", "buurtcode", "wk_code", "wijkcode", "gm_code", "gemeentecode", "gwb_code", "regiocode", "pc4")
_LOOKED_AT = 5000


@dataclass(frozen=True, eq=False)
class JoinedTable:
    """The rows of a table put to the areas of a level.

    `row` is int64 [areas], the row of every area or -1. `unmatched` lists the codes of this level that belong to no
    area, in the table's order, each once; `other_level` those of another level.
    """

    table: UserTable
    code_column: str
    row: NDArray[np.int64]
    unmatched: tuple[str, ...]
    other_level: tuple[str, ...]
    notes: tuple[NumberNote, ...]

    def numbers(self, column: str) -> tuple[Floats, Numbers]:
        """A column as float64 [areas], NaN for an area without a row or number; and the column as it was read.

        InputError when it isn't clear what its numbers are.
        """
        read = self.table.figures(column)
        values = np.full(len(self.row), np.nan)
        there = self.row >= 0
        values[there] = read.values[self.row[there]]
        return values, read

    @property
    def matched(self) -> int:
        """Number of areas with a row."""
        return int((self.row >= 0).sum())


def guess_code_column(table: UserTable, codes: Mapping[str, Sequence[str]]) -> tuple[str, str, int]:
    """Level, column and number of matches that fit best, of the levels in `codes`; ("", "", 0) when nothing does.

    A column holds codes when half of its filled cells have a prefix (BU, WK, GM), or half of its values belong to an
    area: any column of small numbers has some that look like a gemeente. Prefixes go first, then matches, then a name
    like buurtcode, then the level that most of the codes are of.
    """
    best: tuple[bool, int, bool, int] = (False, 0, False, 0)
    level_found = column_found = ""
    for name, cells in table.columns.items():
        usual = any(part in name.casefold() for part in _CODE_NAMES)
        for level, known in codes.items():
            read = [one for cell in cells[:_LOOKED_AT] if (one := read_code(cell, level)) is not None]
            values = {one.code for one in read if one.level == level}
            matches = len(values & set(known))
            explicit = 2 * sum(one.explicit for one in read) >= len(read) > 0
            if not explicit and (not matches or 2 * matches < len(values)):
                continue
            candidate = (explicit, matches, usual, len(values))
            if candidate > best:
                best, level_found, column_found = candidate, level, name
    return level_found, column_found, best[1]


def join(
    table: UserTable, code_column: str | None, level: str, codes: Sequence[str], prefer: str = "", year: int = 0
) -> JoinedTable:
    """Put the rows of a table to the areas of `level` that have these `codes`.

    Without `code_column` it is looked for. Of several rows with one code the first counts that has a number in the
    column `prefer`. Of a table with several years per area the rows of `year` count; InputError without one. InputError
    too when no column holds codes; that no code belongs to an area is no error: all are listed.
    """
    notes = list(table.notes)
    if not code_column:
        _, code_column, _ = guess_code_column(table, {level: codes})
        if not code_column:
            raise InputError(
                "{file} has no column with codes of buurten, wijken, gemeenten or postcode areas; it has {columns}.",
                file=table.label,
                columns=", ".join(table.columns),
            )
        notes.append(NumberNote(GUESSED, {"column": code_column}))
    read = [read_code(cell, level) for cell in table.column(code_column)]
    of_level = [one.code if one is not None and one.level == level else "" for one in read]
    counted = rows_of_year(table, code_column, of_level, year)
    if not counted.all():
        notes.append(NumberNote(OF_YEAR, {"year": year, "count": int(counted.sum())}))
    filled = table.numbers(prefer).values if prefer else np.zeros(len(read))
    place = {code: at for at, code in enumerate(codes)}
    row = np.full(len(codes), -1, np.int64)
    seen: dict[str, int] = {}
    twice: dict[str, None] = {}
    unmatched: dict[str, None] = {}
    others: dict[str, None] = {}
    for number, one in enumerate(read):
        if one is None or not counted[number]:
            continue
        if one.level != level:
            others[one.code] = None
            continue
        if one.code in seen:
            twice[one.code] = None
        at = place.get(one.code)
        if at is None:
            unmatched[one.code] = None
        elif one.code not in seen or (np.isnan(filled[row[at]]) and not np.isnan(filled[number])):
            row[at] = number
        seen[one.code] = number
    read = [one for one, counts in zip(read, counted.tolist(), strict=True) if counts]
    notes += _notes(read, others, twice, int((row < 0).sum()), level)
    return JoinedTable(table, code_column, row, tuple(unmatched), tuple(others), tuple(notes))


def years_of(table: UserTable, code_column: str, level: str) -> tuple[int, ...]:
    """The years of a table that has several per area of the level; none for a table of one year."""
    read = [read_code(cell, level) for cell in table.column(code_column)]
    codes = [one.code if one is not None and one.level == level else "" for one in read]
    _, years = year_column(table, code_column, codes)
    return tuple(sorted(set(years[years > 0].tolist())))


def _notes(read: list, others: dict[str, None], twice: dict[str, None], without: int, level: str) -> list[NumberNote]:
    counts = {
        NO_CODE: sum(one is None for one in read),
        PREFIXED: sum(one is not None and one.prefixed for one in read),
        PADDED: sum(one is not None and one.padded for one in read),
        NO_ROW: without,
    }
    notes = [NumberNote(kind, {"count": count}) for kind, count in counts.items() if count]
    if others:
        notes.append(NumberNote(OTHER_LEVEL, {"count": len(others), "level": level}))
    if twice:
        notes.append(NumberNote(DUPLICATE, {"count": len(twice), "examples": ", ".join(list(twice)[:5])}))
    return notes
