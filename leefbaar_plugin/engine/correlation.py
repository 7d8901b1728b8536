# SPDX-License-Identifier: GPL-2.0-or-later
"""Correlation of two variables, plain or weighted, with its confidence interval: an association, no cause."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from .distributions import normal_quantile, t_two_sided

Floats = NDArray[np.float64]

CONFIDENCE = 0.95
LEAST = 4
"""Fewest areas for an interval: the variance of Fisher's z is 1 / (n - 3)."""
_NAN = float("nan")


@dataclass(frozen=True)
class Correlation:
    """A coefficient (-1 to 1) with the ends of its interval and the two-sided p-value; NaN where there is none.

    `n` counts the areas; `effective` is the number of equally weighted areas that would know as much, by which interval
    and p-value are made (equal to `n` without weights).
    """

    value: float
    low: float
    high: float
    p: float
    n: int
    effective: float


NONE = Correlation(_NAN, _NAN, _NAN, _NAN, 0, 0.0)


def effective_number(weight: Floats) -> float:
    """Kish's effective number of observations, (Σw)² / Σw² (Kish, Survey Sampling, 1965, section 8.2); 0 for none."""
    squares = float((weight * weight).sum())
    return float(weight.sum()) ** 2 / squares if squares > 0 else 0.0


def pearson(x: Floats, y: Floats, weight: Floats | None = None, confidence: float = CONFIDENCE) -> Correlation:
    """Pearson's product-moment correlation of float64 [n] arrays without NaN, weights above 0.

    Weighted: weighted means, variances and covariance. Interval by Fisher's z = artanh r with variance 1 / (n - 3)
    (Fisher, Metron 1, 1921), n being the effective number; p by t = r √((n - 2) / (1 - r²)).
    """
    effective = float(len(x)) if weight is None else effective_number(weight)
    value = _coefficient(x, y, weight)
    return _with_interval(value, len(x), effective, 1.0, confidence)


def spearman(x: Floats, y: Floats, weight: Floats | None = None, confidence: float = CONFIDENCE) -> Correlation:
    """Spearman's rank correlation: Pearson's of the `ranks`, ties sharing their mean rank.

    Interval by Fisher's z with the variance (1 + r²/2) / (n - 3) of Bonett and Wright (Psychometrika 65, 2000,
    p. 23-28). Weighted: of the weighted ranks, with weighted moments; an area of weight 2 counts as two equal areas.
    """
    effective = float(len(x)) if weight is None else effective_number(weight)
    value = _coefficient(ranks(x, weight), ranks(y, weight), weight)
    return _with_interval(value, len(x), effective, 1.0 + value * value / 2.0, confidence)


def ranks(values: Floats, weight: Floats | None = None) -> Floats:
    """Ranks from 1, float64 [n]; ties get their mean rank.

    Weighted: half a rank more than the weight of all smaller values and half the weight of the equal ones, which is the
    mean rank of `values` in which each stands as often as its weight says.
    """
    order = np.argsort(values, kind="stable")
    ordered = values[order]
    of_group = np.cumsum(np.concatenate(([False], ordered[1:] != ordered[:-1]))) if len(values) else np.zeros(0, int)
    carried = np.ones(len(values)) if weight is None else weight[order]
    group = np.bincount(of_group, carried)
    middle = np.cumsum(group) - group / 2.0 + 0.5
    found = np.empty(len(values))
    found[order] = middle[of_group]
    return found


def _coefficient(x: Floats, y: Floats, weight: Floats | None) -> float:
    if len(x) < 2 or x.min() == x.max() or y.min() == y.max():
        return _NAN
    used = np.ones(len(x)) if weight is None else weight / weight.mean()
    dx, dy = x - np.average(x, weights=used), y - np.average(y, weights=used)
    # scaled first, so that huge and tiny values don't leave the range of numbers
    dx, dy = dx / np.abs(dx).max(), dy / np.abs(dy).max()
    spread = math.sqrt(float((used * dx * dx).sum())) * math.sqrt(float((used * dy * dy).sum()))
    return max(-1.0, min(1.0, float((used * dx * dy).sum()) / spread)) if spread > 0 else _NAN


def _with_interval(value: float, n: int, effective: float, factor: float, confidence: float) -> Correlation:
    if math.isnan(value) or effective <= LEAST - 1:
        return Correlation(value, _NAN, _NAN, _NAN, n, effective)
    if abs(value) == 1.0:
        return Correlation(value, value, value, 0.0, n, effective)
    reach = normal_quantile((1.0 + confidence) / 2.0) * math.sqrt(factor / (effective - 3.0))
    middle = math.atanh(value)
    degrees = effective - 2.0
    p = t_two_sided(value * math.sqrt(degrees / (1.0 - value * value)), degrees)
    return Correlation(value, math.tanh(middle - reach), math.tanh(middle + reach), p, n, effective)
