# SPDX-License-Identifier: GPL-2.0-or-later
"""Years of a table of scores, before it is read as a whole."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing

import numpy as np
from numpy.typing import NDArray

from ...engine.errors import InputError
from ..tables.tables import read_table
from .scores import GRID, ScoreTable, require_years

_SAMPLE_BYTES = 1_000_000


def sample_years(scores: ScoreTable) -> tuple[tuple[int, ...], float]:
    """Years of a table, and its number of rows, which is estimated for a large one of squares.

    All rows are looked at, but of squares in order only the first: every square has its years together. InputError for
    a year without a measurement, and for a table without rows.
    """
    pieces = _years(scores)
    first = next(pieces, None)
    if first is None:
        raise InputError("{file} has a header and no rows.", file=scores.table.source.label)
    rows, whole = _rows_estimated(scores, len(first))
    years = set(np.unique(first).tolist())
    by_year = bool(np.all(np.diff(first) >= 0) or np.all(np.diff(first) <= 0))
    if scores.level.id != GRID or (by_year and not whole):
        years = years.union(*(np.unique(year).tolist() for year in pieces))
    return tuple(sorted(years)), rows


def _years(scores: ScoreTable) -> Iterator[NDArray[np.int16]]:
    """Years of the rows, piece by piece."""
    done = 0
    with closing(read_table(scores.table, [], [scores.year])) as frames:
        for frame in frames:
            if len(frame):
                yield require_years(scores, {scores.year: frame[scores.year].to_numpy()}, done)
            done += len(frame)


def _rows_estimated(scores: ScoreTable, read: int) -> tuple[float, bool]:
    """Number of rows of a table of which `read` were read first, and whether it has no more."""
    source = scores.table.source
    with source.reading() as file:
        sample = file.read(_SAMPLE_BYTES)
    if source.size <= len(sample):
        return read, True
    return source.size / (len(sample) / max(sample.count(b"\n"), 1)), False
