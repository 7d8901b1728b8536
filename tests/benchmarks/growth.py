# SPDX-License-Identifier: GPL-2.0-or-later
"""How the full result grows with vertices, squares and years, beside exactextract's coverage where that has a say."""

from __future__ import annotations

from typing import Any

import numpy as np
import shapely

from tests.benchmarks import ours
from tests.benchmarks.arena import Entry
from tests.benchmarks.country import DRAWN, ONE, Country

VERTICES, HECTARES, YEARS = "vertices", "hectares", "years"
FACTORS = (1, 10, 100)
SIZES = (2, 20, 200, 2_000, 20_000, 200_000)
YEAR_COUNTS = (1, 3, 9)
_CORNERS = 64


def densified(area: bytes, factor: int) -> bytes:
    """The same area with `factor` times as many vertices, evenly on its edges."""

    def dense(points: np.ndarray) -> np.ndarray:
        along = np.linspace(0, len(points) - 1, (len(points) - 1) * factor + 1)
        at = np.arange(len(points))
        return np.column_stack([np.interp(along, at, axis) for axis in points.T])

    parts = []
    for polygon in shapely.get_parts(shapely.from_wkb(area)):
        holes = [dense(shapely.get_coordinates(ring)) for ring in polygon.interiors]
        parts.append(shapely.Polygon(dense(shapely.get_coordinates(polygon.exterior)), holes))
    return bytes(shapely.to_wkb(shapely.MultiPolygon(parts)))


def round_area(country: Country, hectares: float) -> bytes:
    """A near-circle of 64 corners around the busiest drawn area."""
    centre = shapely.get_coordinates(shapely.centroid(shapely.from_wkb(country.sets[ONE][0])))[0]
    angle = np.linspace(0, 2 * np.pi, _CORNERS, endpoint=False)
    radius = np.sqrt(hectares * 1e4 / (_CORNERS / 2 * np.sin(2 * np.pi / _CORNERS)))
    return bytes(shapely.to_wkb(shapely.Polygon(centre + radius * np.column_stack((np.cos(angle), np.sin(angle))))))


def entries(country: Country) -> list[Entry]:
    """Entries named by what grows; `over` is how much of it."""
    shapes = [(VERTICES, factor, densified(country.sets[ONE][0], factor)) for factor in FACTORS]
    shapes += [(HECTARES, size, round_area(country, size)) for size in SIZES]
    found = []
    for what, number, area in shapes:
        found.append(Entry(what, str(number), lambda area=area: ours.measure(country, [area])))
    for count in YEAR_COUNTS:
        matrix = country.matrix.of_years(country.matrix.years[-count:])
        found.append(Entry(YEARS, str(count), lambda m=matrix: ours.measure(country, country.sets[DRAWN], m)))
    return found + _exactextract(country, shapes)


def _exactextract(country: Country, shapes: list[tuple[str, int, bytes]]) -> list[Entry]:
    try:
        from tests.benchmarks import with_exactextract
    except ImportError:
        return []
    found = []
    rasters: Any = with_exactextract.Rasters(country, files=False, only_squares=True)
    for what, number, area in shapes:
        source = with_exactextract.areas_of([area])
        found.append(Entry(f"{what}, exactextract", str(number), lambda source=source: rasters.bare(source)))
    return found


def counts(country: Country) -> dict[tuple[str, str], tuple[int, int]]:
    """Vertices and touched squares of every entry of one area."""
    found = {}
    for what, numbers, make in (
        (VERTICES, FACTORS, lambda n: densified(country.sets[ONE][0], n)),
        (HECTARES, SIZES, lambda n: round_area(country, n)),
    ):
        for number in numbers:
            area = make(number)
            squares = len(ours.coverage_of(country, [area]).square)
            found[what, str(number)] = len(shapely.get_coordinates(shapely.from_wkb(area))), squares
    return found
