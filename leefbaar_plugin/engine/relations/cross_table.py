# SPDX-License-Identifier: GPL-2.0-or-later
"""Two variables cut in low and high, against each other."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from ..errors import InputError

Floats = NDArray[np.float64]

MEDIAN, LOWEST_FIFTH, HIGHEST_FIFTH, BOUND = "median", "lowest fifth", "highest fifth", "bound"
CUTS = (MEDIAN, LOWEST_FIFTH, HIGHEST_FIFTH, BOUND)
LOW_LOW, LOW_HIGH, HIGH_LOW, HIGH_HIGH = 1, 2, 3, 4
"""Quadrants: score first, then the other value; 0 is none."""


@dataclass(frozen=True)
class Cut:
    """Where low ends: values below `at` are low, and those equal to it when `inclusive`."""

    kind: str
    at: float
    inclusive: bool

    def is_low(self, values: Floats) -> NDArray[np.bool_]:
        """True for low values; bool of the same shape."""
        return values <= self.at if self.inclusive else values < self.at


def cut_of(values: Floats, kind: str, bound: float | None = None) -> Cut:
    """The cut of float64 [n] values without NaN: their median (low: at most that), the value up to which the lowest
    fifth goes, the value from which the highest fifth begins, or a `bound` (low: below it, as with classes).

    Areas count equally. InputError for a kind that isn't known, or BOUND without a number.
    """
    if kind == BOUND and bound is not None:
        return Cut(kind, bound, inclusive=False)
    shares = {MEDIAN: 0.5, LOWEST_FIFTH: 0.2, HIGHEST_FIFTH: 0.8}
    if kind not in shares:
        raise InputError("Cut {kind} isn't one of {kinds}, or lacks its number.", kind=kind, kinds=", ".join(CUTS))
    at = float(np.quantile(values, shares[kind])) if len(values) else float("nan")
    return Cut(kind, at, inclusive=kind != HIGHEST_FIFTH)


@dataclass(frozen=True, eq=False)
class CrossTable:
    """Areas by low and high: `areas` int64 [2, 2] and `share` float64 [2, 2] of the weight (0-1), score by value.

    `expected` float64 [2, 2] are the shares there would be without any association: row share times column share.
    `quadrant` int8 [n] is the place of every area, `LOW_LOW` to `HIGH_HIGH`.
    """

    score_cut: Cut
    value_cut: Cut
    areas: NDArray[np.int64]
    share: Floats
    expected: Floats
    quadrant: NDArray[np.int8]


def cross(score: Floats, value: Floats, weight: Floats | None, score_cut: Cut, value_cut: Cut) -> CrossTable:
    """The cross-table of float64 [n] arrays without NaN; without `weight` every area counts equally."""
    quadrant = (1 + 2 * ~score_cut.is_low(score) + ~value_cut.is_low(value)).astype(np.int8)
    areas = np.bincount(quadrant - 1, minlength=4).reshape(2, 2)
    carried = np.bincount(quadrant - 1, np.ones(len(score)) if weight is None else weight, 4).reshape(2, 2)
    share = carried / carried.sum() if carried.sum() > 0 else np.full((2, 2), np.nan)
    expected = share.sum(axis=1, keepdims=True) * share.sum(axis=0, keepdims=True)
    return CrossTable(score_cut, value_cut, areas, share, expected, quadrant)
