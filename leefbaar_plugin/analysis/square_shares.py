# SPDX-License-Identifier: GPL-2.0-or-later
"""How much of one square counts in an area, as the figures of that area have it."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from .measure import Measurer


@dataclass(frozen=True)
class SquareShare:
    """A square: its code and box (xmin, ymin, xmax, ymax in EPSG:28992), the share (0-1) of it that counts in the area,
    by which its `weight` (of the kind that the recipe asks) is multiplied, and its class in the year, 0 without one.

    `estimated` tells that the weight was estimated.
    """

    code: str
    box: tuple[float, float, float, float]
    share: float
    weight: float
    kind: str
    class_number: int
    estimated: bool


def square_share(measurer: Measurer, outline: bytes, x: float, y: float, year: int) -> SquareShare | None:
    """The square at a point in EPSG:28992, in an area (WKB in EPSG:28992); None where none of it counts.

    Raises as `Measurer.cover` does.
    """
    grid, _published, matrix = measurer.pack.require_squares()
    place = grid.at(x, y)
    if place < 0:
        return None
    _valid, coverage = measurer.cover([outline])
    at = np.flatnonzero(coverage.square == place)
    if not len(at) or not coverage.share[at[0]] > 0:
        return None
    return SquareShare(
        grid.id(place),
        grid.box(place),
        float(coverage.share[at[0]]),
        float(measurer.weights.value[place]),
        measurer.weights.kind,
        int(matrix.classes[place, matrix.years.index(year)]),
        bool(measurer.weights.imputed[place]),
    )
