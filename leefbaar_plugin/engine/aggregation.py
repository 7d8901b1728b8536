# SPDX-License-Identifier: GPL-2.0-or-later
"""From squares to areas: one linear weighted mean for the total and every dimension, and the share per class.

The mean of an area is sum(w * score) / sum(w) over its scored squares, with w = share of the square inside x weight of
the square (domain.md, section 5). A year in which a square has no score drops out of both sums.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from .coverage import Coverage
from .grid import SQUARE_AREA
from .matrix import KEYS_PER_YEAR, ScoreMatrix
from .model import ScoreModel
from .weights import Weights

Floats = NDArray[np.float64]
Integers = NDArray[np.int64]
_ENTRIES_AT_ONCE = 2048
"""Squares of areas that are summed at once: their scores fit in the processor's cache."""


@dataclass(frozen=True, eq=False)
class AreaScores:
    """Figures of every area and year; NaN, and class 0, where there is no value.

    `deviation`, `total`, `weight_sum`, `covered` are float64 [areas, years]; `dimensions` float64 [areas, years,
    dimensions]; `classes` int8 and `certain` bool [areas, years]; `class_shares` float64 [areas, years, classes];
    `squares` and `imputed` int64 [areas, years]; `surface` float64 [areas] in square metres. `weight` and `rule` say
    how the figures were made.
    """

    years: tuple[int, ...]
    total: Floats
    deviation: Floats
    dimensions: Floats
    classes: NDArray[np.int8]
    certain: NDArray[np.bool_]
    class_shares: Floats
    squares: Integers
    weight_sum: Floats
    imputed: Integers
    covered: Floats
    surface: Floats
    weight: str
    rule: str


def aggregate(model: ScoreModel, matrix: ScoreMatrix, coverage: Coverage, weights: Weights, rule: str) -> AreaScores:
    """Weighted means, class shares, counts and coverage of every area in all years of `matrix` at once."""
    sums = _Sums.of(matrix, coverage, weights)
    by_class = sums.by_class[..., 1 : 1 + len(model.total_classification.classes)]
    weight_sum = by_class.sum(axis=-1)
    dimension_weight = weight_sum if sums.dimension_weight is None else sums.dimension_weight
    # one column more, for what doesn't exist: its mean is no number
    themes = np.column_stack((sums.weighted, np.full(len(coverage), np.nan)))[:, matrix.place]
    with np.errstate(divide="ignore", invalid="ignore"):
        deviation = themes[..., 0] / weight_sum
        dimensions = themes[..., 1:] / dimension_weight[..., None]
        shares = by_class / weight_sum[..., None]
        covered = sums.share * SQUARE_AREA / coverage.surface[:, None]
    total = deviation + model.reference_of(matrix.years)
    return AreaScores(
        years=matrix.years,
        total=total,
        deviation=deviation,
        dimensions=dimensions,
        classes=model.total_classification.classify(total),
        certain=model.total_classification.certain(total),
        class_shares=shares,
        squares=sums.squares.astype(np.int64),
        weight_sum=weight_sum,
        imputed=sums.imputed.astype(np.int64),
        covered=np.minimum(covered, 1.0),
        surface=coverage.surface,
        weight=weights.kind,
        rule=rule,
    )


@dataclass(frozen=True, eq=False)
class _Sums:
    """Sums by area: of weight x value, float64 [areas, columns]; of weight by class from 0 (no score), float64 [areas,
    years, classes]; of scored squares, their shares and the imputed among them, float64 [areas, years]; and of the
    weight of squares with dimensions, float64 [areas, years], where that isn't the weight of the scored ones.
    """

    weighted: Floats
    by_class: Floats
    squares: Floats
    share: Floats
    imputed: Floats
    dimension_weight: Floats | None

    @classmethod
    def of(cls, matrix: ScoreMatrix, coverage: Coverage, weights: Weights) -> _Sums:
        areas, years = len(coverage), len(matrix.years)
        of_area = np.repeat(np.arange(areas), np.diff(coverage.offset))
        weight = coverage.share * weights.value[coverage.square]
        imputed = weights.imputed[coverage.square].astype(float)
        counts = (np.diff(coverage.offset), *(np.bincount(of_area, a, areas) for a in (coverage.share, imputed)))
        squares, share, imputed_there = (np.repeat(count[:, None], years, axis=1).astype(float) for count in counts)
        sums = cls(
            np.zeros((areas, matrix.values.shape[1])),
            np.zeros((areas, years, KEYS_PER_YEAR)),
            squares,
            share,
            imputed_there,
            np.zeros((areas, years)) if matrix.with_dimensions.ndim == 2 else None,
        )
        for begin in range(0, len(of_area), _ENTRIES_AT_ONCE):
            part = slice(begin, begin + _ENTRIES_AT_ONCE)
            sums._add(matrix, of_area[part], coverage.square[part], weight[part])
        sums._take_unscored(matrix, of_area, coverage, imputed)
        return sums

    def _add(self, matrix: ScoreMatrix, of_area: Integers, square: Integers, weight: Floats) -> None:
        """Add the weighted scores and the weights by class of some squares, which are in the order of their areas."""
        first, last = int(of_area[0]), int(of_area[-1]) + 1
        values, keys = _rows(matrix.values, square), _rows(matrix.class_keys, square)
        years = keys.shape[1]
        if last == first + 1:
            self.weighted[first] += weight @ values
        else:
            starts = np.flatnonzero(np.diff(of_area, prepend=-1))
            self.weighted[of_area[starts]] += np.add.reduceat(values * weight[:, None], starts, axis=0)
            keys = keys + ((of_area - first) * (years * KEYS_PER_YEAR))[:, None]
        size = (last - first) * years * KEYS_PER_YEAR
        counted = np.bincount(keys.ravel(), np.broadcast_to(weight[:, None], keys.shape).ravel(), size)
        self.by_class[first:last] += counted.reshape(-1, years, KEYS_PER_YEAR)
        if self.dimension_weight is not None:
            there = _rows(matrix.with_dimensions, square) * weight[:, None]
            starts = np.flatnonzero(np.diff(of_area, prepend=-1))
            self.dimension_weight[of_area[starts]] += np.add.reduceat(there, starts, axis=0)

    def _take_unscored(self, matrix: ScoreMatrix, of_area: Integers, coverage: Coverage, imputed: Floats) -> None:
        """Take the squares without a score in a year, which are few, out of the counts of that year."""
        lacking = np.flatnonzero(matrix.unscored.take(coverage.square))
        entry, year = np.nonzero(matrix.classes.take(coverage.square[lacking], axis=0) == 0)
        entry = lacking[entry]
        key = of_area[entry] * len(matrix.years) + year
        for sums, amount in ((self.squares, None), (self.share, coverage.share[entry]), (self.imputed, imputed[entry])):
            sums -= np.bincount(key, amount, sums.size).reshape(sums.shape)


def _rows(array: NDArray, index: Integers) -> NDArray:
    """Rows of an array; a view where they follow each other, as inside a large area, else a copy."""
    first, last = int(index[0]), int(index[-1])
    # the ends alone don't tell: several areas may together begin and end as if they were one run
    follow = last - first == len(index) - 1 and bool((np.diff(index) == 1).all())
    return array[first : last + 1] if follow else array.take(index, axis=0)
