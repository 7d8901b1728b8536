# SPDX-License-Identifier: GPL-2.0-or-later
"""Figures over years on the same squares: those scored in all of them, so that new squares make no change.

A neighbourhood that is built within the period has squares without a score in its first years. With each year's own
squares they enter the mean; with the same squares they stay out of it, in every year, and how many these are is told.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from ..engine.areas.aggregation import AreaScores
from ..engine.areas.coverage import Coverage
from ..engine.areas.coverings import counted, within
from ..engine.errors import InputError
from ..pack.official_scores import official_scores
from .measure import Measurer

SAME, OWN = "same", "own"
SQUARE_SETS = (SAME, OWN)
"""The squares scored in all compared years (with dimensions in every year that has them), or those of each year."""


@dataclass(frozen=True, eq=False)
class OnSquares:
    """Figures on a set of squares.

    `left_out` is int64 [areas]: squares of an area that are scored in some of the years, and that were left out.
    """

    scores: AreaScores
    left_out: NDArray[np.int64]
    squares: str


def scores_on(measurer: Measurer, coverage: Coverage, years: tuple[int, ...], squares: str = SAME) -> OnSquares:
    """Figures in some years of areas of which the squares are known, on the same squares or on each year's own.

    InputError for a set of squares that isn't known, PackError for a year the pack doesn't have.
    """
    if squares not in SQUARE_SETS:
        raise InputError("Squares {squares} isn't one of {sets}.", squares=squares, sets=", ".join(SQUARE_SETS))
    if squares == OWN:
        return OnSquares(measurer.scores(coverage, years), np.zeros(len(coverage), np.int64), OWN)
    throughout, ever = measurer.scored_squares(years)
    scores = measurer.scores(within(coverage, throughout), years)
    return OnSquares(scores, counted(coverage, ever) - counted(coverage, throughout), SAME)


def squares_on_same(measurer: Measurer, area: bytes | None) -> tuple[int, int]:
    """How many squares of an area (WKB in EPSG:28992) have a score in all years of the pack, and how many in some.

    Raises as `Measurer.cover`.
    """
    _valid, coverage = measurer.cover([area])
    throughout, ever = (int(counted(coverage, there)[0]) for there in measurer.scored_squares(measurer.pack.years))
    return throughout, ever - throughout


def trend_on_same(
    measurer: Measurer,
    areas: Sequence[bytes | None],
    years: tuple[int, ...] | None = None,
    said: Sequence[Collection[str]] = (),
) -> OnSquares:
    """The trend of areas (WKB in EPSG:28992) on the same squares in some years (default: all of the pack).

    An official area has the scores that are published, in the years that have them; `said` as of `Measurer.measure`,
    which raises the same.
    """
    valid, coverage = measurer.cover(areas)
    on = scores_on(measurer, coverage, years or measurer.pack.years)
    published = official_scores(measurer.pack)
    return replace(on, scores=published.over(on.scores, published.recognise(valid.wkb, said)))
