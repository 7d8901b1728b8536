# SPDX-License-Identifier: GPL-2.0-or-later
"""Smooth random fields over the country, for whatever must vary slowly from place to place."""

from __future__ import annotations

import numpy as np
from scipy.ndimage import map_coordinates

from tests.benchmarks.outline import EAST, NORTH, SOUTH, WEST

# Mean of the squared weights of a cubic B-spline is 151/315 along one axis, so this is the standard deviation over two.
_SPLINE_SPREAD = 151 / 315


class Noise:
    """A random field of mean 0 and standard deviation 1 that varies over about `wavelength` metres."""

    def __init__(self, random: np.random.Generator, wavelength: float) -> None:
        self.wavelength = wavelength
        shape = int((NORTH - SOUTH) / wavelength) + 6, int((EAST - WEST) / wavelength) + 6
        self.lattice = random.standard_normal(shape)

    def at(self, x: np.ndarray, y: np.ndarray) -> np.ndarray:
        """Values at the points x, y (metres, any equal shape)."""
        place = np.stack([(y - SOUTH) / self.wavelength + 2, (x - WEST) / self.wavelength + 2])
        # Without the prefilter the spline smooths instead of interpolating: no overshoot, and twice as fast.
        return map_coordinates(self.lattice, place, order=3, prefilter=False, mode="nearest") / _SPLINE_SPREAD


def blend(random: np.random.Generator, x: np.ndarray, y: np.ndarray, parts: dict[float, float]) -> np.ndarray:
    """Sum of fields, standard deviation 1: `parts` maps wavelengths in metres to shares; wavelength 0 is per point."""
    total = np.zeros(x.shape)
    for wavelength, share in parts.items():
        values = Noise(random, wavelength).at(x, y) if wavelength else random.standard_normal(x.shape)
        total += share * values
    return total / np.sqrt(sum(share**2 for share in parts.values()))
