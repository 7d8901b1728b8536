# SPDX-License-Identifier: GPL-2.0-or-later
"""Tails and quantiles of the normal, Student's t and Fisher's F distribution, in the standard library alone.

t and F rest on the regularised incomplete beta function: DLMF 8.17.22 (https://dlmf.nist.gov/8.17), evaluated by the
modified method of Lentz (Press et al., Numerical Recipes, 3rd ed. 2007, sections 5.2 and 6.4).
"""

from __future__ import annotations

import math
from statistics import NormalDist

_STEPS = 500
_PRECISION = 1e-15
_TINY = 1e-300
_HALVINGS = 80
_NAN = float("nan")


def beta_cdf(x: float, a: float, b: float) -> float:
    """Regularised incomplete beta function I_x(a, b), 0 to 1, for a and b above 0."""
    if x <= 0.0:
        return 0.0
    if x >= 1.0:
        return 1.0
    if x > (a + 1.0) / (a + b + 2.0):  # there the fraction converges slowly; DLMF 8.17.4
        return 1.0 - beta_cdf(1.0 - x, b, a)
    scale = math.lgamma(a + b) - math.lgamma(a) - math.lgamma(b) + a * math.log(x) + b * math.log1p(-x)
    return math.exp(scale) / a / _fraction(x, a, b)


def _fraction(x: float, a: float, b: float) -> float:
    """The continued fraction 1 + d1/(1 + d2/(1 + …)) of DLMF 8.17.22."""
    value, c, d = 1.0, 1.0, 0.0
    for step in range(1, _STEPS):
        m = step // 2
        if step % 2:
            term = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1))
        else:
            term = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m))
        d = 1.0 / ((1.0 + term * d) or _TINY)
        c = (1.0 + term / c) or _TINY
        value *= c * d
        if abs(c * d - 1.0) < _PRECISION:
            break
    return value


def t_two_sided(t: float, degrees: float) -> float:
    """Chance of a t at least as far from 0 on either side; NaN for no number or no degrees of freedom."""
    if math.isnan(t) or not degrees > 0:
        return _NAN
    return 0.0 if math.isinf(t) else beta_cdf(degrees / (degrees + t * t), degrees / 2.0, 0.5)


def f_tail(f: float, between: float, within: float) -> float:
    """Chance of an F of at least `f` with these degrees of freedom; NaN for no number or no degrees of freedom."""
    if math.isnan(f) or not (between > 0 and within > 0):
        return _NAN
    if f <= 0.0:
        return 1.0
    return 0.0 if math.isinf(f) else beta_cdf(within / (within + between * f), within / 2.0, between / 2.0)


def f_quantile(share: float, between: float, within: float) -> float:
    """The F below which `share` (0-1) of the distribution lies, by halving; NaN without degrees of freedom."""
    if not (between > 0 and within > 0):
        return _NAN
    low, high = 0.0, 1.0
    while f_tail(high, between, within) > 1.0 - share:
        low, high = high, 2.0 * high
    while high - low > 1e-12 * high:
        middle = (low + high) / 2.0
        if middle in (low, high):
            break
        low, high = (middle, high) if f_tail(middle, between, within) > 1.0 - share else (low, middle)
    return (low + high) / 2.0


def normal_quantile(share: float) -> float:
    """The value below which `share` (0-1, both excluded) of the standard normal distribution lies."""
    return NormalDist().inv_cdf(share)


def t_quantile(share: float, degrees: float) -> float:
    """The value below which `share` (0.5-1, the ends excluded) of Student's t lies; NaN for no degrees of freedom."""
    if not degrees > 0:
        return _NAN
    low, high = 0.0, 1.0
    while 1.0 - t_two_sided(high, degrees) / 2.0 < share:
        low, high = high, 2.0 * high
    for _ in range(_HALVINGS):
        middle = (low + high) / 2.0
        if 1.0 - t_two_sided(middle, degrees) / 2.0 < share:
            low = middle
        else:
            high = middle
    return (low + high) / 2.0


def normal_two_sided(z: float) -> float:
    """Chance of a standard normal value at least as far from 0 on either side; NaN for no number."""
    return math.erfc(abs(z) / math.sqrt(2.0))
