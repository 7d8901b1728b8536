# SPDX-License-Identifier: GPL-2.0-or-later
"""Transitions between classes of two years: how much of every class went to which class, by area."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from ..areas.coverage import Coverage
from ..squares.matrix import ScoreMatrix

Floats = NDArray[np.float64]
NO_SCORE = 0
"""Row or column of squares that have a score in one of both years only."""


@dataclass(frozen=True, eq=False)
class Transitions:
    """Weight and squares by area, class in `since` and class in `until`.

    `weight` is float64 and `squares` int64, both [areas, classes + 1, classes + 1]: rows are classes of `since`,
    columns those of `until`, both from `NO_SCORE`. A row adds up to what the class held in `since`, a column to what it
    holds in `until`. A square on the border of an area counts in `weight` for its share, in `squares` for one.
    """

    since: int
    until: int
    weight: Floats
    squares: NDArray[np.int64]

    @property
    def shares(self) -> Floats:
        """Fractions (0-1) of every row, adding up to 1; NaN for a row without weight: float64 as `weight`."""
        with np.errstate(divide="ignore", invalid="ignore"):
            return self.weight / self.weight.sum(axis=2, keepdims=True)

    def moved(self) -> Floats:
        """Weight, of squares scored in both years, now in a lower, the same or a higher class: float64 [areas, 3]."""
        both = self.weight[:, 1:, 1:]
        lower = np.tril(np.ones(both.shape[1:]), -1)
        same = np.eye(both.shape[1])
        return np.stack([(both * mask).sum(axis=(1, 2)) for mask in (lower, same, lower.T)], axis=1)


def transitions(
    matrix: ScoreMatrix, coverage: Coverage, weights: Floats, since: int, until: int, classes: int
) -> Transitions:
    """Transitions of areas between two years of `matrix`; `weights` is float64 [squares], `classes` their number.

    ValueError for a year that isn't in the matrix.
    """
    places = [matrix.years.index(year) for year in (since, until)]
    size = classes + 1
    start, end = (matrix.classes[:, place].astype(np.int64).take(coverage.square) for place in places)
    of_area = np.repeat(np.arange(len(coverage)), np.diff(coverage.offset))
    key = (of_area * size + start) * size + end
    shape = (len(coverage), size, size)
    entry_weight = coverage.share * weights[coverage.square]
    weight = np.bincount(key, entry_weight, len(coverage) * size * size).astype(np.float64).reshape(shape)
    squares = np.bincount(key, minlength=len(coverage) * size * size).reshape(shape).astype(np.int64)
    weight[:, NO_SCORE, NO_SCORE] = 0.0  # squares without a score in either year are no transition
    squares[:, NO_SCORE, NO_SCORE] = 0
    return Transitions(since, until, weight, squares)
