# SPDX-License-Identifier: GPL-2.0-or-later
"""From squares to areas: one linear weighted mean for the total and every dimension, and the share per class.

The mean of an area is sum(w * score) / sum(w) over its scored squares, with w = share of the square inside x weight of
the square (domain.md, section 5). A year in which a square has no score drops out of both sums.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from ..model import ScoreModel
from ..squares.grid import SQUARE_AREA
from ..squares.matrix import KEYS_PER_YEAR, NOWHERE, MarkedSquares, ScoreMatrix
from ..squares.weights import Weights
from .coverage import Coverage
from .pieces import owners

Floats = NDArray[np.float64]
Integers = NDArray[np.int64]
_ENTRIES_AT_ONCE = 4096
"""Squares of areas that are summed at once: their scores fit in the processor's cache."""


@dataclass(frozen=True, eq=False)
class AreaScores:
    """Figures of every area and year; NaN, and class 0, where there is no value.

    `deviation`, `total`, `weight_sum`, `covered` are float64 [areas, years]; `dimensions` float64 [areas, years,
    dimensions]; `classes` int8 and `certain` bool [areas, years]; `class_shares` float64 [areas, years, classes];
    `squares` and `imputed` int64 [areas, years]; `surface` float64 [areas] in square metres. `weight` and `rule` say
    how the figures were made.

    Where scores are those that are published (`engine.areas.published`), `published` bool [areas, years] says so,
    `dimension_classes` int8 [areas, years, dimensions] holds the classes that go with them (0 for none), and `measured`
    the same areas as the squares give them; all None where everything is measured.

    `uncertain` float64 [areas, years] is the weight in squares whose total lies in the interval of a class bound, so
    that their class isn't certain; `bare` int64 [areas, years] counts scored squares that lack a dimension in a year
    that has them. None where it isn't known.
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
    published: NDArray[np.bool_] | None = None
    dimension_classes: NDArray[np.int8] | None = None
    measured: AreaScores | None = None
    uncertain: Floats | None = None
    bare: Integers | None = None

    @property
    def from_squares(self) -> AreaScores:
        """The same areas as the squares give them."""
        return self if self.measured is None else self.measured

    @property
    def is_published(self) -> NDArray[np.bool_]:
        """Where the scores are those that are published: bool [areas, years]."""
        return np.zeros(self.total.shape, bool) if self.published is None else self.published


def aggregate(
    model: ScoreModel,
    matrix: ScoreMatrix,
    coverage: Coverage,
    weights: Weights,
    rule: str,
    doubtful: MarkedSquares | None = None,
) -> AreaScores:
    """Weighted means, class shares, counts and coverage of every area in all years of `matrix` at once.

    `doubtful` are the squares whose class isn't certain.
    """
    sums = _Sums.of(matrix, coverage, weights)
    by_class = sums.by_class[..., 1 : 1 + len(model.total_classification.classes)]
    weight_sum = by_class.sum(axis=-1)
    dimension_weight = weight_sum if sums.dimension_weight is None else sums.dimension_weight
    themes = sums.weighted[:, matrix.place]
    themes[:, matrix.place == NOWHERE] = np.nan
    with np.errstate(divide="ignore", invalid="ignore"):
        deviation = themes[..., 0] / weight_sum
        dimensions = themes[..., 1:] / dimension_weight[..., None]
        shares = by_class / weight_sum[..., None]
        covered = _share_scored(matrix, coverage, sums.share) * SQUARE_AREA / coverage.surface[:, None]
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
        uncertain=None if doubtful is None else _weight_in(doubtful, coverage, weights),
        bare=_bare_squares(matrix, coverage),
    )


def _share_scored(matrix: ScoreMatrix, coverage: Coverage, share: Floats) -> Floats:
    """Surface of the scored squares inside in squares, whatever the rule by which these count: float64 [areas, years].

    `share` is that by the rule.
    """
    part = coverage.by_surface
    if part is None:
        return share
    of_entry = np.repeat(np.arange(len(part)), np.diff(part.offset))
    scored = matrix.classes[part.square] > 0
    sums = [np.bincount(of_entry, part.share * there, len(part)) for there in scored.T]
    return np.column_stack(sums).astype(np.float64)


def _weight_in(marked: MarkedSquares, coverage: Coverage, weights: Weights) -> Floats:
    """Weight of some squares in every area: float64 [areas, years]."""
    entry, key, shape = _marked_entries(marked, coverage)
    weight = coverage.share[entry] * weights.value[coverage.square[entry]]
    return np.bincount(key, weight, shape[0] * shape[1]).reshape(shape).astype(np.float64)


def _bare_squares(matrix: ScoreMatrix, coverage: Coverage) -> Integers:
    """Scored squares of every area that lack a dimension in a year that has them: int64 [areas, years]."""
    if matrix.with_dimensions.ndim == 1:
        return np.zeros((len(coverage), len(matrix.years)), np.int64)
    _entry, key, shape = _marked_entries(matrix.bare_squares, coverage)
    return np.bincount(key, minlength=shape[0] * shape[1]).reshape(shape)


def _marked_entries(marked: MarkedSquares, coverage: Coverage) -> tuple[Integers, Integers, tuple[int, int]]:
    """Entries of the coverage that are some squares, their place in a table by area and year, and its shape."""
    years = marked.years
    entry, year = marked.among(coverage.square)
    of_area = coverage.offset.searchsorted(entry, side="right") - 1
    return entry, of_area * years + year, (len(coverage), years)


def nothing_measured(model: ScoreModel, areas: int, years: tuple[int, ...]) -> AreaScores:
    """Figures of areas of which no squares are known: no score in any year."""
    unknown = np.full((areas, len(years)), np.nan)
    none = np.zeros((areas, len(years)), np.int64)
    classes = len(model.total_classification.classes)
    return AreaScores(
        years=years,
        total=unknown,
        deviation=unknown,
        dimensions=np.full((areas, len(years), len(model.dimensions)), np.nan),
        classes=none.astype(np.int8),
        certain=np.ones((areas, len(years)), bool),
        class_shares=np.full((areas, len(years), classes), np.nan),
        squares=none,
        weight_sum=np.zeros((areas, len(years))),
        imputed=none,
        covered=unknown,
        surface=np.full(areas, np.nan),
        weight="",
        rule="",
        bare=none,
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
        length = coverage.offset[1:] - coverage.offset[:-1]
        filled = length.nonzero()[0]
        start = coverage.offset[filled]
        weight = coverage.share * weights.value[coverage.square]
        imputed = weights.imputed[coverage.square].astype(float)
        squares, share, imputed_there = np.empty((3, areas, years))
        squares[:] = length[:, None]
        share[:] = _by_area(coverage.share, areas, filled, start)[:, None]
        imputed_there[:] = _by_area(imputed, areas, filled, start)[:, None]
        sums = cls(
            np.zeros((areas, matrix.values.shape[1])),
            np.zeros((areas, years, KEYS_PER_YEAR)),
            squares,
            share,
            imputed_there,
            np.zeros((areas, years)) if matrix.with_dimensions.ndim == 2 else None,
        )
        begins = np.arange(0, len(weight), _ENTRIES_AT_ONCE)
        first = start.searchsorted(begins, side="right") - 1
        last = start.searchsorted(begins + _ENTRIES_AT_ONCE)
        for begin, a, b in zip(begins.tolist(), first.tolist(), last.tolist(), strict=True):
            part = slice(begin, begin + _ENTRIES_AT_ONCE)
            starts = np.maximum(start[a:b] - begin, 0)
            sums._add(matrix, filled[a:b], starts, coverage.square[part], weight[part])
        sums._take_unscored(matrix, coverage, imputed)
        return sums

    def _add(self, matrix: ScoreMatrix, area: Integers, start: Integers, square: Integers, weight: Floats) -> None:
        """Add the weighted scores and the weights by class of some squares: those of area[i] begin at start[i]."""
        rows = _rows(square)
        values, keys = rows(matrix.values), rows(matrix.classes) + matrix.class_steps
        years = keys.shape[1]
        if len(area) == 1:
            self.weighted[area[0]] += np.einsum("i,ij->j", weight, values)
        else:
            self.weighted[area] += np.add.reduceat(values * weight[:, None], start, axis=0)
            of_square = owners(np.concatenate((start[1:], [len(square)])))
            keys = keys + (of_square * (years * KEYS_PER_YEAR))[:, None]
        by_year = np.empty(keys.shape)
        by_year[:] = weight[:, None]
        counted = np.bincount(keys.ravel(), by_year.ravel(), len(area) * years * KEYS_PER_YEAR)
        self.by_class[area] += counted.reshape(-1, years, KEYS_PER_YEAR)
        if self.dimension_weight is not None:
            there = rows(matrix.with_dimensions) * weight[:, None]
            self.dimension_weight[area] += np.add.reduceat(there, start, axis=0)

    def _take_unscored(self, matrix: ScoreMatrix, coverage: Coverage, imputed: Floats) -> None:
        """Take the squares without a score in a year, which are few, out of the counts of that year."""
        entry, key, _shape = _marked_entries(matrix.unscored, coverage)
        if not len(entry):
            return
        for sums, amount in ((self.squares, None), (self.share, coverage.share[entry]), (self.imputed, imputed[entry])):
            sums -= np.bincount(key, amount, sums.size).reshape(sums.shape)


def weighted_sums(
    coverage: Coverage, weights: Floats, values: Floats, keys: NDArray[np.int8], kinds: int
) -> tuple[Floats, Floats]:
    """Sums over the squares of every area of their weight (float64 [squares], times the share) x values, and of their
    weight by key: float64 [areas, columns] and float64 [areas, key columns, kinds].

    `values` is float64 [squares, columns], `keys` int8 [squares, key columns] of 0 .. `kinds` - 1.
    """
    areas, columns = len(coverage), keys.shape[1]
    filled = (coverage.offset[1:] > coverage.offset[:-1]).nonzero()[0]
    start, weight = coverage.offset[filled], coverage.share * weights[coverage.square]
    sums, by_key = np.zeros((areas, values.shape[1])), np.zeros((areas, columns, kinds))
    steps = np.arange(columns) * kinds
    for begin in range(0, len(weight), _ENTRIES_AT_ONCE):
        part = slice(begin, begin + _ENTRIES_AT_ONCE)
        first = int(start.searchsorted(begin, side="right")) - 1
        last = int(start.searchsorted(begin + _ENTRIES_AT_ONCE))
        rows, some, area = _rows(coverage.square[part]), weight[part], filled[first:last]
        if len(area) == 1:
            sums[area[0]] += np.einsum("i,ij->j", some, rows(values))
            key = rows(keys) + steps
        else:
            starts = np.maximum(start[first:last] - begin, 0)
            sums[area] += np.add.reduceat(rows(values) * some[:, None], starts, axis=0)
            key = rows(keys) + steps + (owners(np.append(starts[1:], len(some))) * (columns * kinds))[:, None]
        each = np.empty(key.shape)
        each[:] = some[:, None]
        counted = np.bincount(key.ravel(), each.ravel(), len(area) * columns * kinds)
        by_key[area] += counted.reshape(-1, columns, kinds)
    return sums, by_key


def _by_area(values: Floats, areas: int, filled: Integers, start: Integers) -> Floats:
    """Sums by area: float64 [areas]. The values of area filled[i] begin at start[i]; other areas have none."""
    sums = np.zeros(areas)
    if len(filled):
        sums[filled] = np.add.reduceat(values, start)
    return sums


def _rows(index: Integers) -> Callable[[NDArray], NDArray]:
    """What gives the rows of an array: a view where they follow each other, as inside a large area, else a copy."""
    first, last = int(index[0]), int(index[-1])
    # the ends alone don't tell: several areas may together begin and end as if they were one run
    if last - first == len(index) - 1 and bool((index[1:] - index[:-1] == 1).all()):
        return lambda array: array[first : last + 1]
    return lambda array: array.take(index, axis=0)
