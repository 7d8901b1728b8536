# SPDX-License-Identifier: GPL-2.0-or-later
"""Correlation of two variables, plain or weighted, with its confidence interval: an association, no cause."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from .distributions import normal_quantile, normal_two_sided, t_two_sided

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

    Interval by Fisher's z = artanh r with variance 1 / (n - 3) (Fisher, Metron 1, 1921); p by t = r √((n - 2) / (1 -
    r²)). Weighted: weighted means, variances and covariance, and `_weighted` for interval and p.
    """
    value = _coefficient(x, y, weight)
    if weight is None or math.isnan(value):
        return _with_interval(value, len(x), _effective(x, weight), 1.0, confidence)
    over, up = _standard(x, weight), _standard(y, weight)
    return _weighted(value, _moment_influence(over, up, value), weight, 1.0, confidence)


def spearman(x: Floats, y: Floats, weight: Floats | None = None, confidence: float = CONFIDENCE) -> Correlation:
    """Spearman's rank correlation: Pearson's of the `ranks`, ties sharing their mean rank.

    Interval by Fisher's z with the variance (1 + r²/2) / (n - 3) of Bonett and Wright (Psychometrika 65, 2000,
    p. 23-28). Weighted: of the weighted ranks, with weighted moments; an area of weight 2 counts as two equal areas.
    """
    rank_x, rank_y = ranks(x, weight), ranks(y, weight)
    value = _coefficient(rank_x, rank_y, weight)
    factor = 1.0 + value * value / 2.0
    if weight is None or math.isnan(value):
        return _with_interval(value, len(x), _effective(x, weight), factor, confidence)
    over, up, part = _standard(rank_x, weight), _standard(rank_y, weight), weight / weight.sum()
    influence = _moment_influence(over, up, value)
    # the ranks themselves are estimated: one area more moves all that lie beyond it
    influence += _beyond(x, part * (up - value * over)) * _per_rank(rank_x, weight)
    influence += _beyond(y, part * (over - value * up)) * _per_rank(rank_y, weight)
    return _weighted(value, influence - float(part @ influence), weight, factor, confidence)


def among_neighbours(
    one: Correlation, independent: float, ranked: bool = False, confidence: float = CONFIDENCE
) -> Correlation:
    """A coefficient with the interval and p-value of so many independent areas; never surer than `one` itself.

    Of three or fewer independent areas nothing is known: the interval is -1 to 1, and p is 1.
    """
    if math.isnan(one.low):
        return one
    if independent <= LEAST - 1:
        return Correlation(one.value, -1.0, 1.0, 1.0, one.n, independent)
    factor = 1.0 + one.value * one.value / 2.0 if ranked else 1.0
    found = _with_interval(one.value, one.n, independent, factor, confidence)
    low, high = min(found.low, one.low), max(found.high, one.high)
    return Correlation(one.value, low, high, max(found.p, one.p), one.n, independent)


def _effective(x: Floats, weight: Floats | None) -> float:
    return float(len(x)) if weight is None else effective_number(weight)


def _standard(values: Floats, weight: Floats) -> Floats:
    """Weighted mean 0 and variance 1, for values that differ."""
    away = values - np.average(values, weights=weight)
    away = away / np.abs(away).max()
    return away / math.sqrt(float(np.average(away * away, weights=weight)))


def _moment_influence(over: Floats, up: Floats, value: float) -> Floats:
    """How much each area, per unit of its part of the weight, moves the correlation of standardised variables."""
    return over * up - value / 2.0 * (over * over + up * up)


def _per_rank(rank: Floats, weight: Floats) -> float:
    """Standard deviations that one more area of the whole weight moves the rank of what lies beyond it."""
    spread = rank - np.average(rank, weights=weight)
    return float(weight.sum()) / math.sqrt(float(np.average(spread * spread, weights=weight)))


def _beyond(values: Floats, carried: Floats) -> Floats:
    """Sum of `carried` over the areas with a higher value, and half of that over those with the same; float64 [n]."""
    order = np.argsort(values, kind="stable")
    ordered = values[order]
    of_group = np.cumsum(np.concatenate(([False], ordered[1:] != ordered[:-1])))
    group = np.bincount(of_group, carried[order])
    found = np.empty(len(values))
    found[order] = (np.cumsum(group[::-1])[::-1] - group / 2.0)[of_group]
    return found


def _weighted(value: float, influence: Floats, weight: Floats, factor: float, confidence: float) -> Correlation:
    """Interval and p of a weighted coefficient: weights are sizes, they say nothing of how precise a value is.

    The variance is that of the sum of the areas' influences, Σ p²u² (linearisation; Binder, Int. Stat. Rev. 51, 1983,
    p. 279-292), on the scale of Fisher's z, and at least that of the effective number (Kish) of equal areas: so it
    holds when large areas differ from small ones, and for few areas.
    """
    n, effective = len(weight), effective_number(weight)
    plain = _with_interval(value, n, effective, factor, confidence)
    if math.isnan(plain.low) or abs(value) >= 1.0:
        return plain
    part = weight / weight.sum()
    variance = float(np.square(part * influence).sum()) / (1.0 - value * value) ** 2 * effective / (effective - 3.0)
    error = math.sqrt(max(variance, factor / (effective - 3.0)))
    middle, reach = math.atanh(value), normal_quantile((1.0 + confidence) / 2.0) * error
    p = max(normal_two_sided(middle / error), plain.p)
    return Correlation(value, math.tanh(middle - reach), math.tanh(middle + reach), p, n, effective)


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
