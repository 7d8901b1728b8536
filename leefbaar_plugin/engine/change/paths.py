# SPDX-License-Identifier: GPL-2.0-or-later
"""Paths: where the squares of each class of one year were in the other years (have they been there for decades?)."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from ..areas.aggregation import AreaScores, aggregate
from ..areas.coverage import Coverage
from ..model import ScoreModel
from ..squares.matrix import ScoreMatrix
from ..squares.weights import Weights


@dataclass(frozen=True, eq=False)
class Paths:
    """Figures in all years of the squares of every area, by their class in year `until`.

    `scores` has `areas * classes` rows, those of one area after each other; `row` finds one. A square that lacks a
    score in a year drops out of the figures of that year: its `squares` and `weight_sum` tell.
    """

    until: int
    classes: int
    scores: AreaScores

    def row(self, area: int, class_number: int) -> int:
        """Row in `scores` of the squares of `area` (from 0) that have class `class_number` (from 1) in `until`."""
        return area * self.classes + class_number - 1


def split_by_class(coverage: Coverage, square_classes: NDArray[np.integer], classes: int) -> Coverage:
    """Every area in `classes` parts, by the class (1 is the lowest, 0 drops out) of its squares, integer [squares]."""
    of_area = np.repeat(np.arange(len(coverage)), np.diff(coverage.offset))
    of_square = square_classes.take(coverage.square).astype(np.int64)
    kept = np.flatnonzero(of_square > 0)
    part = of_area[kept] * classes + of_square[kept] - 1
    entries = kept[np.argsort(part, kind="stable")]
    offset = np.zeros(len(coverage) * classes + 1, np.int64)
    np.cumsum(np.bincount(part, minlength=len(offset) - 1), out=offset[1:])
    # the surface is that of the whole area: covered says how much of it the part is
    beside = None if coverage.by_surface is None else split_by_class(coverage.by_surface, square_classes, classes)
    surface = np.repeat(coverage.surface, classes)
    return Coverage(offset, coverage.square[entries], coverage.share[entries], surface, beside)


def follow(
    model: ScoreModel, matrix: ScoreMatrix, coverage: Coverage, weights: Weights, until: int, rule: str
) -> Paths:
    """Paths of the squares of areas by their class in `until`; ValueError for a year that isn't in the matrix."""
    classes = len(model.total_classification.classes)
    of_until = matrix.classes[:, matrix.years.index(until)]
    parts = split_by_class(coverage, of_until, classes)
    return Paths(until, classes, aggregate(model, matrix, parts, weights, rule))
