# SPDX-License-Identifier: GPL-2.0-or-later
"""Scores of squares, read in one pass: millions of rows, of which those that are left out are summed up only."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import numpy as np
from numpy.typing import NDArray

from ...engine.errors import InputError
from ...engine.squares.grid import decode_square_ids, encode_square_ids
from ..files.free_memory import give_back
from ..files.progress import Progress, report, silent
from ..tables.square_rows import SquareRows, divide
from ..tables.table_rows import Rows, gather
from ..tables.tables import locate
from .scores import ScoreTable, SquareScores, arrange, require_scores, require_years

_BYTES_PER_ROW = 110
"""Rough length of a row of squares, for progress and estimates."""


def read_squares_apart(
    found: ScoreTable, progress: Progress = silent, wanted: Callable[..., NDArray[np.bool_]] | None = None
) -> tuple[SquareScores, SquareScores | None]:
    """Read the scores of the squares to keep, and those of the others (None when all are kept), in one pass.

    `wanted` takes columns and rows of squares and returns which to keep. The others are in float32, which is exact
    enough to sum them up and takes half the memory. Raises InputError naming file and place for an id that is no
    square, a year that is none, or a square that stands there twice in a year.
    """
    columns = [*found.values.values(), *found.classes.values()]

    def take(pieces: Iterator[Rows]) -> tuple[SquareScores, SquareScores | None]:
        return _gathered(found, pieces, columns, progress, wanted)

    return gather(found.table, found.code, [found.year, *columns], "S12", take)


def _gathered(
    found: ScoreTable,
    pieces: Iterator[Rows],
    columns: list[str],
    progress: Progress,
    wanted: Callable[..., NDArray[np.bool_]] | None,
) -> tuple[SquareScores, SquareScores | None]:
    done = without_score = 0
    rows_expected = max(found.table.source.size / _BYTES_PER_ROW, 1.0)
    kept = SquareRows(int(rows_expected), len(columns), np.float64)
    others = SquareRows(int(rows_expected), len(columns), np.float32)
    for rows in pieces:
        column, row, valid = decode_square_ids(rows[found.code])
        count = len(valid)
        _require_squares(found, valid, done)
        year = require_years(found, rows, done)
        without_score += require_scores(found, rows, done)
        values = [rows[name] for name in columns]
        if wanted is None:
            kept.add(column, row, year, values, None)
        else:
            divide(kept, others, wanted(column, row), (column, row, year, values), done)
        done += count
        report(progress, done / rows_expected)
    if not done:
        raise InputError("{file} has a header and no rows.", file=found.table.source.label)
    give_back()  # what the pieces took, before memory is taken for arrays
    apart = _squares(found, others, without_score) if wanted is not None else None
    del others
    return _squares(found, kept, without_score), apart


def _squares(found: ScoreTable, gathered: SquareRows, without_score: int) -> SquareScores:
    """Rows by square and year; InputError for a square that stands there twice in a year."""
    column, row, of_row, year, places = gathered.by_square()

    def describe(square: int) -> str:
        return encode_square_ids(column[square : square + 1], row[square : square + 1])[0]

    scores = arrange(found, of_row, len(column), year, gathered.take, describe, places)
    return SquareScores(column, row, scores, without_score)


def _require_squares(found: ScoreTable, valid: NDArray[np.bool_], done: int) -> None:
    if valid.all():
        return
    line, cells = locate(found.table, done + int(np.argmin(valid)))
    raise InputError(
        "{file}, line {line}: “{text}” is no square; expected is a code like E0974N4514.",
        file=found.table.source.label,
        line=line,
        text=cells.get(found.code, ""),
    )
