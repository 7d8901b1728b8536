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
from .model import ScoreModel
from .scoring import PublishedScores, recompute, total_classes
from .weights import Weights

Floats = NDArray[np.float64]
Integers = NDArray[np.int64]
_ENTRIES_AT_ONCE = 16_384


@dataclass(frozen=True, eq=False)
class ScoreMatrix:
    """Scores of all squares, laid out for summing: one row per square.

    `values` is float [squares, years * themes] with the deviation first and then the dimensions of each year, missing
    as 0; `classes` is int8 [squares, years], 0 for no score. `with_dimensions` is bool [years] where a year has
    dimensions for all or for none of its scored squares, else bool [squares, years]. `complete` tells that every square
    has a score in every year.
    """

    years: tuple[int, ...]
    values: NDArray[np.floating]
    classes: NDArray[np.int8]
    with_dimensions: NDArray[np.bool_]
    complete: bool

    @property
    def themes(self) -> int:
        """Number of themes: the deviation and the dimensions."""
        return self.values.shape[1] // len(self.years)

    def of_years(self, years: tuple[int, ...]) -> ScoreMatrix:
        """The same for a selection of years."""
        if years == self.years:
            return self
        at = [self.years.index(year) for year in years]
        values = self.values.reshape(len(self.values), len(self.years), self.themes)[:, at]
        return ScoreMatrix(
            years,
            np.ascontiguousarray(values).reshape(len(values), -1),
            np.ascontiguousarray(self.classes[:, at]),
            self.with_dimensions[..., at],
            self.complete,
        )


def score_matrix(model: ScoreModel, published: PublishedScores) -> ScoreMatrix:
    """Recompute all scores and lay them out for summing."""
    scores = recompute(model, published)
    squares, years = scores.deviation.shape
    values = np.empty((squares, years, 1 + len(model.dimensions)))
    values[..., 0] = scores.deviation
    there = ~np.isnan(scores.contributions).any(axis=-1)
    # a square that lacks one dimension drops out of all five, so that they still add up to the deviation of the rest
    values[..., 1:] = np.where(there[..., None], scores.contributions, 0.0)
    # a class without a score, as LBM 2.0 publishes for its first years, has nothing to sum
    classes = np.where(np.isnan(scores.total), 0, total_classes(model, scores, published)).astype(np.int8)
    scored = classes > 0
    uniform = ((there == scored) | ~there.any(axis=0)).all(axis=0)
    with_dimensions = there.any(axis=0) if uniform.all() else there & scored
    flat = np.nan_to_num(values).reshape(squares, -1)
    return ScoreMatrix(scores.years, flat, classes, with_dimensions, bool(scored.all()))


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
    areas, years = len(coverage), len(matrix.years)
    classes_at = _class_weights(matrix, coverage, weights.value, 1 + len(model.total_classification.classes))
    by_class = classes_at[..., 1:]
    weight_sum = by_class.sum(axis=-1)
    sums = _weighted_sums(matrix, coverage, weights.value).reshape(areas, years, matrix.themes)
    dimension_weight = _dimension_weights(matrix, coverage, weights.value, weight_sum)
    with np.errstate(divide="ignore", invalid="ignore"):
        deviation = sums[..., 0] / weight_sum
        dimensions = sums[..., 1:] / dimension_weight[..., None]
        shares = by_class / weight_sum[..., None]
        surface = coverage.surface
        covered = _per_scored_square(matrix, coverage, coverage.share) * SQUARE_AREA / surface[:, None]
    total = deviation + model.reference_of(matrix.years)
    return AreaScores(
        years=matrix.years,
        total=total,
        deviation=deviation,
        dimensions=dimensions,
        classes=model.total_classification.classify(total),
        certain=model.total_classification.certain(total),
        class_shares=shares,
        squares=_per_scored_square(matrix, coverage, np.ones(len(coverage.share))).astype(np.int64),
        weight_sum=weight_sum,
        imputed=_per_scored_square(matrix, coverage, weights.imputed[coverage.square].astype(float)).astype(np.int64),
        covered=np.minimum(covered, 1.0),
        surface=surface,
        weight=weights.kind,
        rule=rule,
    )


def _sum_by_area(values: NDArray[np.floating], offset: Integers) -> Floats:
    """Sum of the rows of every area: [areas, ...]; 0 for an area without squares."""
    sums = np.zeros((len(offset) - 1, *values.shape[1:]))
    filled = np.flatnonzero(np.diff(offset))
    if len(filled):
        sums[filled] = np.add.reduceat(values, offset[filled], axis=0)
    return sums


def _weighted_sums(matrix: ScoreMatrix, coverage: Coverage, weight: Floats) -> Floats:
    """sum(share x weight x value): float64 [areas, years * themes]; in pieces, so that memory stays small."""
    if len(coverage) == 1:
        return (coverage.share * weight[coverage.square] @ matrix.values[coverage.square])[None, :]
    parts = []
    first = 0
    while first < len(coverage):
        begin = coverage.offset[first]
        last = max(int(np.searchsorted(coverage.offset, begin + _ENTRIES_AT_ONCE, side="right")) - 1, first + 1)
        end = coverage.offset[last]
        square = coverage.square[begin:end]
        weighted = matrix.values[square] * (coverage.share[begin:end] * weight[square])[:, None]
        parts.append(_sum_by_area(weighted, coverage.offset[first : last + 1] - begin))
        first = last
    return np.concatenate(parts) if parts else np.zeros((0, matrix.values.shape[1]))


def _class_weights(matrix: ScoreMatrix, coverage: Coverage, weight: Floats, classes: int) -> Floats:
    """Weight per class, from 0 (no score) to `classes` - 1: float64 [areas, years, classes]."""
    areas, years = len(coverage), len(matrix.years)
    area = np.repeat(np.arange(areas), np.diff(coverage.offset))
    key = (area[:, None] * years + np.arange(years)) * classes + matrix.classes[coverage.square]
    weighted = np.repeat(coverage.share * weight[coverage.square], years)
    return np.bincount(key.ravel(), weighted, areas * years * classes).reshape(areas, years, classes)


def _dimension_weights(matrix: ScoreMatrix, coverage: Coverage, weight: Floats, weight_sum: Floats) -> Floats:
    """Sum of the weights of the squares that have dimensions: float64 [areas, years]; 0 in a year without them."""
    if matrix.with_dimensions.ndim == 1:
        return np.where(matrix.with_dimensions, weight_sum, 0.0)
    weighted = (coverage.share * weight[coverage.square])[:, None] * matrix.with_dimensions[coverage.square]
    return _sum_by_area(weighted, coverage.offset)


def _per_scored_square(matrix: ScoreMatrix, coverage: Coverage, amount: Floats) -> Floats:
    """Sum of `amount` (float64, one per square of the coverage) over the scored squares: float64 [areas, years]."""
    if matrix.complete:
        return np.repeat(_sum_by_area(amount, coverage.offset)[:, None], len(matrix.years), axis=1)
    return _sum_by_area(amount[:, None] * (matrix.classes[coverage.square] > 0), coverage.offset)
