# SPDX-License-Identifier: GPL-2.0-or-later
"""Which areas are neighbours: the nearest so many, or those that touch; every area's neighbours weigh 1 together."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from ..areas.rings import Rings
from ..errors import InputError

Floats = NDArray[np.float64]
Integers = NDArray[np.int64]

TOUCHING, NEAREST = "touching", "nearest"
KINDS = (NEAREST, TOUCHING)
NEAREST_COUNT = 6
"""Own choice: about the mean number of neighbours of a buurt."""
TOLERANCE = 0.5
"""Metres: corner points that lie in one cell of this size are the same."""
_STRIP = 256


@dataclass(frozen=True, eq=False)
class Neighbours:
    """Neighbours of n areas: those of area i are `index[offset[i]:offset[i + 1]]`, ascending; int64 arrays."""

    offset: Integers
    index: Integers

    def __len__(self) -> int:
        return len(self.offset) - 1

    @property
    def counts(self) -> Integers:
        """Number of neighbours of every area."""
        return np.diff(self.offset)

    def among(self, chosen: NDArray[np.bool_]) -> Neighbours:
        """The neighbours among some areas, numbered anew."""
        area = np.repeat(np.arange(len(self)), self.counts)
        place = np.cumsum(chosen) - 1
        kept = chosen[area] & chosen[self.index]
        return _of_pairs(place[area[kept]], place[self.index[kept]], int(chosen.sum()))


def nearest(points: Floats, count: int = NEAREST_COUNT) -> Neighbours:
    """The `count` nearest of each point, float64 [n, 2] in metres, itself excluded; fewer when there are fewer.

    Looked for in strips from west to east, wider for those whose nearest may lie outside.
    """
    n = len(points)
    count = min(count, n - 1)
    if count < 1:
        return Neighbours(np.zeros(n + 1, np.int64), np.zeros(0, np.int64))
    order = np.argsort(points[:, 0], kind="stable")
    ordered = points[order]
    width, height = np.ptp(points, axis=0).tolist()
    reach = max(2.0 * math.sqrt(width * height * count / n), (width + height) / n, 1.0)
    found = np.empty((n, count), np.int64)
    pending = np.arange(n)
    while len(pending):
        unsure = []
        for begin in range(0, len(pending), _STRIP):
            rows = pending[begin : begin + _STRIP]
            places, sure = _in_strip(ordered, rows, count, reach)
            found[order[rows[sure]]] = order[places[sure]]
            unsure.append(rows[~sure])
        pending = np.concatenate(unsure)
        reach *= 4.0
    found.sort(axis=1)
    return Neighbours(np.arange(n + 1, dtype=np.int64) * count, found.ravel())


def _in_strip(ordered: Floats, rows: Integers, count: int, reach: float) -> tuple[Integers, NDArray[np.bool_]]:
    """Places of the nearest of some points, among those within `reach` east and west; and whether that is sure."""
    east = ordered[:, 0]
    left = int(np.searchsorted(east, east[rows[0]] - reach))
    right = int(np.searchsorted(east, east[rows[-1]] + reach, "right"))
    if right - left <= count:
        return np.zeros((len(rows), count), np.int64), np.zeros(len(rows), bool)
    part, near = ordered[rows], ordered[left:right]
    squared = (part[:, 0, None] - near[None, :, 0]) ** 2 + (part[:, 1, None] - near[None, :, 1]) ** 2
    squared[np.arange(len(rows)), rows - left] = np.inf
    places = np.argpartition(squared, count - 1, axis=1)[:, :count]
    farthest = np.take_along_axis(squared, places, axis=1).max(axis=1)
    return left + places, (farthest <= reach * reach) | (right - left == len(ordered))


def touching(area: NDArray[np.integer], corners: Floats, n: int, tolerance: float = TOLERANCE) -> Neighbours:
    """Areas that share a corner point (queen contiguity): `corners` float64 [points, 2] in metres, each of `area`."""
    none = np.zeros(0, np.int64)
    if not len(corners):
        return _of_pairs(none, none, n)
    cell = np.floor((corners - corners.min(axis=0)) / tolerance + 0.5).astype(np.int64)
    key = cell[:, 0] * (int(cell[:, 1].max()) + 1) + cell[:, 1]
    order = np.lexsort((area, key))
    key, owner = key[order], area[order].astype(np.int64)
    fresh = np.concatenate(([True], (key[1:] != key[:-1]) | (owner[1:] != owner[:-1])))
    key, owner = key[fresh], owner[fresh]
    first, second = [none], [none]
    for step in range(1, len(owner)):
        same = np.flatnonzero(key[step:] == key[:-step])
        if not len(same):
            break
        first += [owner[same], owner[same + step]]
        second += [owner[same + step], owner[same]]
    return _of_pairs(np.concatenate(first), np.concatenate(second), n)


def _of_pairs(area: Integers, neighbour: Integers, n: int) -> Neighbours:
    key = np.unique(area * n + neighbour)
    counts = np.bincount(key // n, minlength=n) if n else np.zeros(0, np.int64)
    return Neighbours(np.concatenate(([0], np.cumsum(counts))).astype(np.int64), key % n if n else key)


def centres(rings: Rings) -> Floats:
    """Centre of gravity of every area, float64 [areas, 2] in metres; NaN for one without surface."""
    found = np.full((rings.polygons, 2), np.nan)
    if not len(rings.points):
        return found
    ring = np.repeat(np.arange(len(rings.polygon)), np.diff(rings.start))
    origin = rings.points[rings.start[:-1]]  # near by, so that products of coordinates lose nothing
    here = rings.points - origin[ring]
    there = np.roll(here, -1, axis=0)
    there[rings.start[1:] - 1] = here[rings.start[1:] - 1]  # the last point is the first again
    cross = here[:, 0] * there[:, 1] - there[:, 0] * here[:, 1]
    n = len(rings.polygon)
    double = np.bincount(ring, cross, n)
    role = np.where(rings.hole, -1.0, 1.0) * np.sign(double)
    sums = np.stack([np.bincount(ring, cross * (here[:, axis] + there[:, axis]), n) for axis in (0, 1)], axis=1)
    moments = role[:, None] * (sums / 3.0 + origin * double[:, None])
    surface = np.bincount(rings.polygon, role * double, rings.polygons)
    with np.errstate(divide="ignore", invalid="ignore"):
        for axis in (0, 1):
            found[:, axis] = np.bincount(rings.polygon, moments[:, axis], rings.polygons) / surface
    return np.where(surface[:, None] > 0, found, np.nan)


def neighbours_of(rings: Rings, kind: str = NEAREST, count: int = NEAREST_COUNT) -> Neighbours:
    """Neighbours of areas: the `count` nearest by their centres, or those that share a corner point.

    Areas without surface have none. InputError for a kind that isn't known.
    """
    if kind == TOUCHING:
        owner = np.repeat(rings.polygon, np.diff(rings.start))
        return touching(owner, rings.points, rings.polygons)
    if kind != NEAREST:
        raise InputError("Neighbours {kind} isn't one of {kinds}.", kind=kind, kinds=", ".join(KINDS))
    middle = centres(rings)
    there = np.flatnonzero(np.isfinite(middle[:, 0]))
    near = nearest(middle[there], count)
    return _of_pairs(np.repeat(there, near.counts), there[near.index], rings.polygons)
