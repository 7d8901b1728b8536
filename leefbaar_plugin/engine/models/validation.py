# SPDX-License-Identifier: GPL-2.0-or-later
"""How well contributions reproduce the published ones, on places that were held out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]


@dataclass(frozen=True)
class DimensionFit:
    """How a dimension is reproduced: number of places, largest and root mean square difference, and R²."""

    dimension: str
    places: int
    largest: float
    rms: float
    r2: float


@dataclass(frozen=True)
class Validation:
    """The report of a validation: per dimension, in the table's order, and the tolerance it was held against."""

    fits: tuple[DimensionFit, ...]
    tolerance: float

    @property
    def passed(self) -> bool:
        """Whether every dimension was compared and differs by no more than the tolerance anywhere."""
        return bool(self.fits) and all(fit.places > 0 and fit.largest <= self.tolerance for fit in self.fits)


def validate(
    contributions: Floats,
    published: Floats,
    dimensions: Sequence[str],
    held_out: NDArray[np.bool_],
    weight: Floats,
    tolerance: float,
) -> Validation:
    """Compare contributions with the published ones on the places of `held_out`, both float64 [places, dimensions].

    Places that lack either aren't compared, and are counted out of `places`. `weight` float64 [places] weighs root
    mean square and R².
    """
    fits = []
    for at, dimension in enumerate(dimensions):
        mine, theirs = contributions[:, at], published[:, at]
        used = held_out & np.isfinite(mine) & np.isfinite(theirs) & (weight > 0)
        if np.isnan(mine).all():
            continue  # the table doesn't have it
        fits.append(_fit(dimension, mine[used], theirs[used], weight[used]))
    return Validation(tuple(fits), tolerance)


def _fit(dimension: str, mine: Floats, theirs: Floats, weight: Floats) -> DimensionFit:
    if not len(mine):
        return DimensionFit(dimension, 0, np.nan, np.nan, np.nan)
    error = mine - theirs
    mean_square = float(np.average(error**2, weights=weight))
    spread = float(np.average((theirs - np.average(theirs, weights=weight)) ** 2, weights=weight))
    r2 = 1.0 - mean_square / spread if spread > 0 else np.nan
    return DimensionFit(dimension, len(mine), float(np.abs(error).max()), mean_square**0.5, r2)
