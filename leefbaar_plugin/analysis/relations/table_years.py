# SPDX-License-Identifier: GPL-2.0-or-later
"""Years of a long table of the user, one that has a row per area and year."""

from __future__ import annotations

import re
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from ...engine.errors import InputError
from ...pack.tables.user_table import Cell, UserTable

_NAMES = ("jaar", "jaartal", "year", "periode", "perioden", "period", "peiljaar", "peildatum", "verslagjaar", "meting")
_YEAR = re.compile(r"((?:19|20)\d\d)(?:JJ00|KW0\d|MM\d\d|[-/.].*|\.0)?", re.IGNORECASE)
"""A year as it stands in a table, alone, as CBS writes periods, or at the head of a date."""


def year_of(cell: Cell) -> int:
    """The year in a cell; 0 for none."""
    if isinstance(cell, float):
        return int(cell) if cell.is_integer() and 1900 <= cell < 2100 else 0
    found = _YEAR.fullmatch(cell.strip()) if isinstance(cell, str) else None
    return int(found[1]) if found else 0


def year_column(table: UserTable, code_column: str, codes: Sequence[str]) -> tuple[str, NDArray[np.int64]]:
    """The column of years of a table in which one code has several, and the years, int64 [rows]; "" for none.

    `codes` are those of the rows, "" for none. A column with a usual name goes first, then any of nothing but years;
    rows without a year have 0.
    """
    filled = np.array([bool(code) for code in codes], bool)
    if len(set(filter(None, codes))) == int(filled.sum()):
        return "", np.zeros(len(codes), np.int64)
    usual = [name for name in table.columns if name.strip().casefold() in _NAMES]
    for name in [*usual, *(one for one in table.columns if one not in usual and one != code_column)]:
        years = np.array([year_of(cell) for cell in table.columns[name]], np.int64)
        whole = name in usual or bool((years[filled] > 0).all())
        pairs = {(code, year) for code, year in zip(codes, years.tolist(), strict=True) if code and year}
        if whole and len(pairs) > len({code for code, _ in pairs}):
            return name, years
    return "", np.zeros(len(codes), np.int64)


def rows_of_year(table: UserTable, code_column: str, codes: Sequence[str], year: int) -> NDArray[np.bool_]:
    """Which rows count, bool [rows]: those of `year`; all of them for a table of one year when `year` is 0.

    InputError, which names the years, for a long table without a year, and for a year that isn't there.
    """
    name, years = year_column(table, code_column, codes)
    there = sorted(set(years[years > 0].tolist()))
    if not name and not year:
        return np.ones(len(codes), bool)
    if not name:
        raise InputError(
            "{file} doesn't hold several years per area; leave the year of the table ({year}) empty.",
            file=table.label,
            year=year,
        )
    if year not in there:
        raise InputError(
            "{file} holds several years per area, in column {column}: {years}. Choose the year of the figure.",
            file=table.label,
            column=name,
            years=", ".join(map(str, there)),
        )
    return years == year
