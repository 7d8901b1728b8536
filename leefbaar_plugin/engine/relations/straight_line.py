# SPDX-License-Identifier: GPL-2.0-or-later
"""Straight line through the areas, and how sure its slope is."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from .correlation import LEAST, effective_number
from .distributions import t_quantile

Floats = NDArray[np.float64]

_LEAST_FREE = 1e-9


@dataclass(frozen=True)
class Line:
    """The straight line y = intercept + slope x, and the part (0-1) of the variance of y it takes away.

    `error` is the standard error of the slope, `degrees` its degrees of freedom; NaN with fewer than 4 areas.
    """

    intercept: float
    slope: float
    explained: float
    error: float = math.nan
    degrees: float = math.nan

    def interval(self, confidence: float, independent: float = math.inf) -> tuple[float, float]:
        """Lower and upper end of the interval of the slope; wider when fewer areas than there are know as much."""
        known = self.degrees + 2.0
        if not min(known, independent) > 3.0:
            return math.nan, math.nan
        wider = max(math.sqrt((known - 2.0) / (min(independent, known) - 2.0)), 1.0)
        reach = t_quantile((1.0 + confidence) / 2.0, min(known, independent) - 2.0) * self.error * wider
        return self.slope - reach, self.slope + reach

    def at(self, x: Floats) -> Floats:
        """The line's y."""
        return self.intercept + self.slope * x


def fit_line(x: Floats, y: Floats, weight: Floats | None = None) -> Line | None:
    """The (weighted) least squares line through float64 [n] arrays without NaN; None when x doesn't vary.

    The error of its slope is HC3 (MacKinnon and White, J. Econometrics 29, 1985, p. 305-325): it holds whatever the
    spread of small and large areas. Weights are sizes, so that with them Kish's number counts the degrees of freedom.
    """
    if len(x) < 2 or x.min() == x.max():
        return None
    used = np.ones(len(x)) if weight is None else weight
    mean_x, mean_y = float(np.average(x, weights=used)), float(np.average(y, weights=used))
    dx, dy = x - mean_x, y - mean_y
    slope = float((used * dx * dy).sum() / (used * dx * dx).sum())
    whole = float((used * dy * dy).sum())
    rest = dy - slope * dx
    left = float((used * rest**2).sum())
    explained = 1.0 - left / whole if whole > 0 else math.nan
    known = effective_number(used)
    if known < LEAST:
        return Line(mean_y - slope * mean_x, slope, explained)
    over = used * dx / float((used * dx * dx).sum())
    free = np.maximum(1.0 - used / used.sum() - over * dx, _LEAST_FREE)  # 1 - leverage
    error = math.sqrt(float(np.square(over * rest / free).sum()))
    return Line(mean_y - slope * mean_x, slope, explained, error, known - 2.0)
