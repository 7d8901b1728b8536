# SPDX-License-Identifier: GPL-2.0-or-later
"""Which row of a user's table names its columns, and the names themselves."""

from __future__ import annotations

from collections.abc import Sequence

from .written_numbers import Cell, is_number

SAMPLE = 200
"""Rows in which the header is looked for."""


def header_of(rows: Sequence[Sequence[Cell]], width: int) -> int | None:
    """Place of the row with the names of the columns: the first that is as wide as most, and names all but one.

    `width` is the number of columns that most rows have; None when that is one, or no row is as wide. A row that lacks
    the last name is the header only when the next one is a row of figures: else it says what the table is about.
    """
    if width < 2:
        return None
    wide = [at for at, row in enumerate(rows[:SAMPLE]) if len(row) >= width]
    near = [at for at in wide if sum(map(is_filled, rows[at])) >= width - 1 and any(map(is_filled, rows[at][1:]))]
    whole = next((at for at in near if is_filled(rows[at][width - 1])), None)
    if whole is None:
        return next(iter(near or wide), None)
    if near[0] < whole and has_number(rows[whole]) and not has_number(rows[near[0]]):
        return near[0]
    return whole


def is_filled(cell: Cell) -> bool:
    """Whether a cell holds something."""
    return cell is not None and cell != ""


def has_number(row: Sequence[Cell]) -> bool:
    """Whether some cell of a row is a number, however written."""
    return any(is_number(cell) for cell in row)


def title_of(cell: Cell) -> str:
    """Name of a column; a year may stand there as a number."""
    if isinstance(cell, float):
        return f"{cell:.0f}" if cell.is_integer() else str(cell)
    return cell or ""


def unique_names(names: list[str]) -> list[str]:
    """The names, an empty or repeated one with a number."""
    found: dict[str, None] = {}
    for number, name in enumerate(names, start=1):
        wanted = name or f"column {number}"
        while wanted in found:
            wanted = f"{wanted} ({number})"
        found[wanted] = None
    return list(found)
