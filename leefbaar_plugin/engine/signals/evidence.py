# SPDX-License-Identifier: GPL-2.0-or-later
"""What signals are judged on: squares, the areas they lie in, and sums over them for every kind of weight.

The squares in the areas are found once; every kind of weight and every condition on squares is then one sum.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from ..areas.aggregation import AreaScores
from ..areas.coverage import Coverage
from ..errors import InputError
from ..squares.matrix import KEYS_PER_YEAR
from ..squares.weights import Weights
from .square_conditions import Mask, SquareCondition, YearScores, mask_of

Floats = NDArray[np.float64]


@dataclass(frozen=True, eq=False)
class Evidence:
    """Areas, their squares and scores, and the areas they're ranked among.

    `scores` are the figures of the areas in all years of `squares.matrix`; `weights` the weights of all squares by
    kind, only of kinds that have counts; `population` the scores of the areas that a rank is taken among, None for
    the areas themselves. `quantiles` by theme are those of areas that aren't at hand (ascending, each for the same part
    of them), which a rank is taken among instead. `average` is the total in the year that areas are compared with, None
    for none. `country` gives the share of a weight in squares of the country that satisfy a condition, None where it
    isn't known.
    """

    squares: YearScores
    coverage: Coverage
    scores: AreaScores
    weights: Mapping[str, Weights]
    population: AreaScores | None = None
    quantiles: Mapping[str, Floats] = field(default_factory=dict)
    average: float | None = None
    country: Callable[[SquareCondition, str], float | None] | None = None
    _cache: dict[object, Floats] = field(default_factory=dict, repr=False)

    def __len__(self) -> int:
        return len(self.coverage)

    def looked_at(self, squares: YearScores) -> Evidence:
        """The same areas, with the same squares looked at from another year; what doesn't depend on it is kept."""
        return self if squares is self.squares else replace(self, squares=squares)

    @property
    def year_place(self) -> int:
        """Place of the year among those of the scores."""
        return self.scores.years.index(self.squares.year)

    @cached_property
    def area_of_entry(self) -> NDArray[np.int64]:
        """Area of every (area, square) pair of the coverage: int64 [pairs]."""
        return np.repeat(np.arange(len(self.coverage)), np.diff(self.coverage.offset))

    def weight_of(self, kind: str) -> Weights:
        """Weights of squares of a kind; InputError when the pack has no such counts."""
        if kind not in self.weights:
            raise InputError("The data pack has no counts of {kind}, which this signal needs.", kind=kind)
        return self.weights[kind]

    def entry_weight(self, kind: str) -> Floats:
        """Share of the square inside x its weight, of every pair: float64 [pairs]."""
        key = ("entry", kind)
        if key not in self._cache:
            self._cache[key] = self.coverage.share * self.weight_of(kind).value[self.coverage.square]
        return self._cache[key]

    def class_sums(self, kind: str) -> Floats:
        """Weight by class, from 0 (no score) to 9, in all years: float64 [areas, years, 10]."""
        key = ("classes", kind)
        if key not in self._cache:
            matrix, areas = self.squares.matrix, len(self)
            weight, square = self.entry_weight(kind), self.coverage.square
            sums = np.empty((areas, len(matrix.years), KEYS_PER_YEAR))
            first = self.area_of_entry * KEYS_PER_YEAR
            for year in range(len(matrix.years)):
                by_class = np.bincount(first + matrix.classes[:, year][square], weight, areas * KEYS_PER_YEAR)
                sums[:, year] = by_class.reshape(areas, KEYS_PER_YEAR)
            self._cache[key] = sums
        return self._cache[key]

    def mask(self, condition: SquareCondition) -> tuple[Mask, Mask]:
        """Squares that satisfy a condition, and those of which it can be judged."""
        return mask_of(self.squares, condition)

    def share_everywhere(self, condition: SquareCondition, kind: str) -> tuple[float, bool]:
        """Fraction of the weight in squares that satisfy a condition, and whether it is that of the country.

        Else it is of all squares at hand of which it can be judged; NaN without any.
        """
        known_of_country = self.country(condition, kind) if self.country is not None else None
        if known_of_country is not None:
            return known_of_country, True
        (met, known), value = self.mask(condition), self.weight_of(kind).value
        whole = value[known].sum()
        return float(value[met].sum() / whole) if whole else float("nan"), False

    def sum_where(self, mask: Mask, kind: str) -> Floats:
        """Weight of the squares of a mask in every area: float64 [areas]."""
        pairs = np.flatnonzero(mask[self.coverage.square])
        return np.bincount(self.area_of_entry[pairs], self.entry_weight(kind)[pairs], len(self)).astype(np.float64)

    def mean_where(self, mask: Mask, kind: str, values: list[Floats]) -> Floats:
        """Weighted means of values of squares over those of a mask, NaN for none: float64 [areas, values].

        Of what can't be weighed (all its squares weigh 0) there is no mean.
        """
        pairs = np.flatnonzero(mask[self.coverage.square])
        area, weight = self.area_of_entry[pairs], self.entry_weight(kind)[pairs]
        square = self.coverage.square[pairs]
        whole = np.bincount(area, weight, len(self))
        with np.errstate(divide="ignore", invalid="ignore"):
            means = [np.bincount(area, weight * value[square], len(self)) / whole for value in values]
        return np.column_stack(means) if means else np.empty((len(self), 0))
