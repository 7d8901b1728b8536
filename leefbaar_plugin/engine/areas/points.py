# SPDX-License-Identifier: GPL-2.0-or-later
"""Dwellings as points: counts per square, and squares on the border that count with the dwellings inside the outline.

Whether a point lies inside is told by the crossings of a line to its east: an odd number of them is inside. An edge has
its lower end and not its upper one, so that a vertex is crossed once. Each edge meets only the points that are as far
north as it is, found in a sorted list; so the work grows with the length of the outline, not with edges times points.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from ..choices import INSIDE, SHARE
from ..squares.grid import SQUARE, Grid
from .coverage import Coverage, cover
from .pieces import ranges
from .rings import Rings

Floats = NDArray[np.float64]
Integers = NDArray[np.int64]

_PAIRS_AT_ONCE = 4_000_000


@dataclass(frozen=True, eq=False)
class Points:
    """Points in the order of the squares that they lie in.

    `place` float64 [3, points]: x and y in metres (EPSG:28992), and the dwellings at the point. Those of square s are
    `offset[s] .. offset[s + 1] - 1` (int64 [squares + 1]).
    """

    place: Floats
    offset: Integers

    def __len__(self) -> int:
        return int(self.place.shape[1])

    def part(self, squares: Integers) -> Points:
        """The points of some squares, beside these."""
        begin, end = self.offset[squares], self.offset[squares + 1]
        offset = np.concatenate((np.zeros(1, np.int64), (end - begin).cumsum()))
        return Points(self.place[:, ranges(begin, end)[0]], offset)


def of_squares(grid: Grid, x: Floats, y: Floats, number: Floats) -> tuple[Points, NDArray[np.bool_]]:
    """Points laid beside the squares of a grid, and which of them lie in one of its squares: bool [points]."""
    square = grid.find(np.floor(x / SQUARE).astype(np.int64), np.floor(y / SQUARE).astype(np.int64))
    there = square >= 0
    kept = there.nonzero()[0]
    order = kept[np.argsort(square[kept], kind="stable")]
    offset = np.zeros(len(grid) + 1, np.int64)
    np.bincount(square[kept], minlength=len(grid)).cumsum(out=offset[1:])
    return Points(np.stack((x[order], y[order], number[order])), offset), there


def counted(points: Points) -> Floats:
    """Dwellings of every square by its points: float64 [squares]."""
    before = np.concatenate((np.zeros(1), points.place[2].cumsum()))
    return np.diff(before[points.offset])


def cover_by(
    grid: Grid, rings: Rings, rule: str, points: Points | None, by_surface: Coverage | None = None
) -> Coverage:
    """Cover areas by any rule; `INSIDE` needs points, and is `SHARE` without them.

    Where squares don't count by their surface, the shares of that stand beside them; `by_surface` are these, where they
    are known already. InputError as `cover`.
    """
    whole = cover(grid, rings, SHARE) if by_surface is None else by_surface
    if rule == INSIDE:
        return whole if points is None else by_points(whole, rings, points)
    return whole if rule == SHARE else replace(cover(grid, rings, rule), by_surface=whole)


def by_points(coverage: Coverage, rings: Rings, points: Points) -> Coverage:
    """The same areas, where squares on the border count for the part of their dwellings that is inside.

    Squares without points count by their surface. `coverage` is by surface, and stands beside the result.
    """
    border = (coverage.share < 1.0).nonzero()[0]
    square = coverage.square[border]
    begin, end = points.offset[square], points.offset[square + 1]
    has = (end > begin).nonzero()[0]
    entry = border[has]
    point, of_entry = ranges(begin[has], end[has])
    area = (coverage.offset[1:].searchsorted(entry, side="right")).astype(np.int64)
    x, y, number = points.place[:, point]
    inside = np.where(contains(rings, x, y, area[of_entry]), number, 0.0)
    every, within = (np.bincount(of_entry, values, len(entry)) for values in (number, inside))
    share = coverage.share.copy()
    known = every > 0
    share[entry[known]] = within[known] / every[known]
    kept = share > 0
    before = np.concatenate((np.zeros(1, np.int64), kept.cumsum()))
    return replace(
        coverage,
        offset=before[coverage.offset],
        square=coverage.square[kept],
        share=share[kept],
        by_surface=coverage,
    )


def contains(rings: Rings, x: Floats, y: Floats, area: Integers) -> NDArray[np.bool_]:
    """Whether point i lies in area `area[i]` of the batch: bool [points]."""
    inside = np.zeros(len(x), bool)
    if not len(x) or not len(rings.polygon):
        return inside
    ring = np.ones(len(rings.points) - 1, bool)
    ring[rings.start[1:-1] - 1] = False  # from the end of a ring to the begin of the next
    edge = ring.nonzero()[0]
    x0, y0 = rings.points[edge].T
    x1, y1 = rings.points[edge + 1].T
    of_edge = rings.polygon[rings.start.searchsorted(edge, side="right") - 1]
    order, begin, end = _as_far_north(rings, y, area, of_edge, np.minimum(y0, y1), np.maximum(y0, y1))
    met = (end > begin).nonzero()[0]
    cuts = (end - begin)[met].cumsum().searchsorted(np.arange(0, int((end - begin).sum()), _PAIRS_AT_ONCE))
    for first, last in zip(cuts, [*cuts[1:], len(met)], strict=True):
        part = met[first:last]
        place, at = ranges(begin[part], end[part])
        point, of = order[place], part[at]
        slope = (x1 - x0)[of] / (y1 - y0)[of]
        crossed = point[x0[of] + (y[point] - y0[of]) * slope > x[point]]
        inside ^= (np.bincount(crossed, minlength=len(x)) & 1).astype(bool)
    return inside


def _as_far_north(
    rings: Rings, y: Floats, area: Integers, of_edge: Integers, low: Floats, high: Floats
) -> tuple[Integers, Integers, Integers]:
    """Points in an order in which those that an edge meets, from `low` up to `high`, stand at begin .. end - 1."""
    if rings.polygons == 1:
        order = y.argsort()
        north = y[order]
        return order, north.searchsorted(low), north.searchsorted(high)
    north, size = np.sort(y), len(y) + 1
    # ranks are whole numbers, so that area and place to the north make one exact key
    key = area * size + north.searchsorted(y)
    order = np.argsort(key, kind="stable")
    key = key[order]
    begin, end = (key.searchsorted(of_edge * size + north.searchsorted(limit)) for limit in (low, high))
    return order, begin, end
