# SPDX-License-Identifier: GPL-2.0-or-later
"""Moran's I: whether neighbouring areas have similar values."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from .distributions import normal_two_sided
from .neighbours import Neighbours

LEAST = 4
"""Fewest areas: the variance has n - 3 in its denominator."""
SHOWN = 0.05
"""Own choice: with a p-value below this neighbours are said to resemble each other."""
_NAN = float("nan")


@dataclass(frozen=True)
class Moran:
    """Moran's I, its expectation without any pattern, its standard score and two-sided p-value; NaN for none.

    `n` areas with neighbours were used, `alone` had none and were left out.
    """

    value: float
    expected: float
    z: float
    p: float
    n: int
    alone: int

    @property
    def resembling(self) -> bool:
        """Whether neighbours are shown to resemble each other."""
        return self.p < SHOWN and self.value > self.expected


def moran(values: NDArray[np.float64], neighbours: Neighbours) -> Moran:
    """Moran's I of float64 [n] values without NaN; an area's neighbours weigh 1 together (row-standardised).

    Expectation and variance under randomisation, p by the normal distribution: Cliff and Ord, Spatial Processes (1981),
    sections 1.5 and 2.3. Areas without neighbours are left out, and those that then have none.
    """
    among, areas = neighbours, len(values)
    # among the nearest, leaving one out may leave another without any: it isn't always its neighbour's neighbour
    while not (connected := among.counts > 0).all():
        among, values = among.among(connected), values[connected]
    n = len(values)
    alone = areas - n
    if n < LEAST or values.min() == values.max():
        return Moran(_NAN, _NAN, _NAN, _NAN, n, alone)
    z = values - values.mean()
    counts = among.counts
    area = np.repeat(np.arange(n), counts)
    weight = 1.0 / np.repeat(counts, counts)
    squares = float((z * z).sum())
    value = float((weight * z[area] * z[among.index]).sum()) / squares  # n / S0 is 1: the weights of a row add up to 1
    expected = -1.0 / (n - 1)
    variance = _second_moment(among, area, weight, n, n * float((z**4).sum()) / squares**2) - expected**2
    score = (value - expected) / math.sqrt(variance) if variance > 0 else _NAN
    return Moran(value, expected, score, normal_two_sided(score), n, alone)


def _second_moment(
    among: Neighbours, area: NDArray[np.integer], weight: NDArray[np.float64], n: int, kurtosis: float
) -> float:
    """E(I²) under randomisation; S0 = n, S1 = ½ Σ (w_ij + w_ji)², S2 = Σ (w_i. + w_.i)²."""
    key = area * n + among.index  # ascending
    back = np.searchsorted(key, among.index * n + area)
    mutual = key[np.minimum(back, len(key) - 1)] == among.index * n + area
    s0 = float(n)
    s1 = float((weight**2).sum() + (weight[mutual] * weight[back[mutual]]).sum())
    s2 = float(((1.0 + np.bincount(among.index, weight, n)) ** 2).sum())
    first = n * ((n * n - 3 * n + 3) * s1 - n * s2 + 3 * s0**2)
    second = kurtosis * ((n * n - n) * s1 - 2 * n * s2 + 6 * s0**2)
    return (first - second) / ((n - 1) * (n - 2) * (n - 3) * s0**2)
