# SPDX-License-Identifier: GPL-2.0-or-later
"""Scores of squares and areas like the published ones: smooth in space, slow in time, and adding up exactly."""

from __future__ import annotations

import numpy as np
from scipy.ndimage import gaussian_filter

from tests.benchmarks.noise import Noise, blend
from tests.benchmarks.outline import COLUMNS, ROWS
from tests.benchmarks.squares import centres

REFERENCE = 4.10226485114369
YEARS = (2002, 2008, 2012, 2014, 2016, 2018, 2020, 2022, 2024)
DIMENSIONS = ("fys", "onv", "soc", "vrz", "won")
WITHOUT_DIMENSIONS = (2002, 2008, 2012, 2016)
NATIONAL_MEAN = 0.0183  # deviation of 2024, weighted by dwellings

# Per dimension: standard deviation, and how it goes with urbanity and with a quality that several share. The signs and
# sizes follow the published postcode areas of 2022, where amenities go against nuisance, cohesion and housing stock.
_MODEL = {
    "fys": (0.043, 0.00, 0.20),
    "onv": (0.060, -0.60, 0.60),
    "soc": (0.041, -0.55, 0.65),
    "vrz": (0.074, 0.80, -0.05),
    "won": (0.039, -0.30, 0.60),
}
_TREND = {"fys": 0.004, "onv": 0.018, "soc": 0.006, "vrz": 0.008, "won": 0.016}  # change of the mean in 22 years


def score(random: np.random.Generator, squares: np.ndarray, inhabitants: np.ndarray, weights: np.ndarray) -> np.ndarray:
    """Deviation and five contributions of every square and year, float64 [n, years, 6].

    The first of the six is the sum of the others as float64 adds them from left to right, in the years without
    published dimensions too. The mean of 2024 over the weights is NATIONAL_MEAN.
    """
    x, y = centres(squares)
    urbanity, quality = _urbanity(squares, inhabitants), blend(random, x, y, {12_000: 0.5, 3000: 0.6, 800: 0.6})
    values = np.empty((squares.size, len(YEARS), 1 + len(DIMENSIONS)))
    for place, dimension in enumerate(DIMENSIONS, 1):
        spread, with_urbanity, with_quality = _MODEL[dimension]
        own = blend(random, x, y, {15_000: 0.5, 3000: 0.6, 700: 0.5, 0: 0.12})
        rest = np.sqrt(1 - with_urbanity**2 - with_quality**2)
        base = with_urbanity * urbanity + with_quality * quality + rest * own
        drift = Noise(random, 6000).at(x, y)
        for column, year in enumerate(YEARS):
            age = (2024 - year) / 22
            moment = base + 0.55 * age * drift + 0.12 * Noise(random, 2500).at(x, y)
            values[:, column, place] = spread * moment / np.sqrt(1 + 0.3 * age**2) - _TREND[dimension] * age
    values[:, :, -1] += NATIONAL_MEAN - weights @ values[:, -1, 1:].sum(axis=1) / weights.sum()
    values[:, :, 0] = add_up(values)
    return values


def add_up(values: np.ndarray) -> np.ndarray:
    """The five contributions [..., 1:6] added from left to right, as a reader of the file would."""
    total = values[..., 1].copy()
    for place in range(2, 6):
        total += values[..., place]
    return total


def _urbanity(squares: np.ndarray, inhabitants: np.ndarray) -> np.ndarray:
    """Logarithm of the inhabitants within about a kilometre, mean 0 and standard deviation 1."""
    grid = np.zeros(ROWS * COLUMNS, dtype=np.float32)
    grid[squares] = inhabitants
    around = np.log1p(gaussian_filter(grid.reshape(ROWS, COLUMNS), 7, truncate=2.5).ravel()[squares].astype(np.float64))
    return (around - around.mean()) / around.std()


def average(
    values: np.ndarray, weights: np.ndarray, present: np.ndarray, labels: np.ndarray, count: int
) -> tuple[np.ndarray, np.ndarray]:
    """Weighted means of squares by area: float64 [count, years, 6], and bool [count, years] that says which exist.

    `present` [n, years] says which squares have a score in which year; `labels` [n] is the area of a square.
    The deviation is the sum of the averaged contributions, so that it adds up as published.
    """
    means = np.zeros((count, len(YEARS), 1 + len(DIMENSIONS)))
    exists = np.zeros((count, len(YEARS)), dtype=bool)
    for column in range(len(YEARS)):
        weight = weights * present[:, column]
        total = np.bincount(labels, weight, count)
        exists[:, column] = total > 0
        for place in range(1, 6):
            summed = np.bincount(labels, weight * values[:, column, place], count)
            means[:, column, place] = summed / np.where(total > 0, total, 1)
    means[..., 0] = add_up(means)
    return means, exists
