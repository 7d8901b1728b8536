# SPDX-License-Identifier: GPL-2.0-or-later
"""Polygons as flat arrays of rings, decoded from well-known binary (OGC 06-103r4; also ISO and EWKB Z and M)."""

from __future__ import annotations

import struct
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from ..errors import InputError

_POLYGON, _MULTIPOLYGON, _COLLECTION = 3, 6, 7
_EWKB_Z, _EWKB_M, _EWKB_SRID = 0x80000000, 0x40000000, 0x20000000
# by whether the byte order is little-endian
_HEADER = struct.Struct(">II"), struct.Struct("<II")
_COUNT = struct.Struct(">I"), struct.Struct("<I")
_NUMBERS = np.dtype(">f8"), np.dtype("<f8")


@dataclass(frozen=True, eq=False)
class Rings:
    """Rings of a batch of polygons.

    `points` float64 [vertices, 2] in metres; ring r has the points `start[r] .. start[r + 1] - 1` and is closed;
    `polygon` int64 [rings], ascending, is the area the ring belongs to; `hole` bool [rings] is its role;
    `polygons` is the number of areas, those without rings included.
    """

    points: NDArray[np.float64]
    start: NDArray[np.int64]
    polygon: NDArray[np.int64]
    hole: NDArray[np.bool_]
    polygons: int

    @property
    def boxes(self) -> NDArray[np.float64]:
        """Box of every area, NaN without rings: float64 [areas, 4], xmin, ymin, xmax, ymax in metres."""
        found = np.full((self.polygons, 4), np.nan)
        if len(self.polygon):
            first = np.concatenate(([0], (self.polygon[1:] != self.polygon[:-1]).nonzero()[0] + 1))
            of, start = self.polygon[first], self.start[first]
            found[of, :2] = np.minimum.reduceat(self.points, start)
            found[of, 2:] = np.maximum.reduceat(self.points, start)
        return found

    def part(self, first: int, last: int) -> Rings:
        """The areas first .. last - 1 as a batch of their own (a view on the same points)."""
        a, b = np.searchsorted(self.polygon, (first, last))
        start = self.start[a : b + 1]
        return Rings(
            self.points[start[0] : start[-1]],
            start - start[0],
            self.polygon[a:b] - first,
            self.hole[a:b],
            last - first,
        )


def decode_polygons(areas: Sequence[bytes]) -> Rings:
    """Rings of every area, given as WKB in EPSG:28992.

    Z and M are dropped, unclosed rings are closed, empty areas have no rings. Raises InputError naming the place in
    `areas` (from 1) for anything that is no polygon, is cut off, or has a coordinate that is no number.
    """
    found: list[NDArray[np.float64]] = []
    owner: list[int] = []
    hole: list[bool] = []
    for number, wkb in enumerate(areas):
        try:
            _read(bytes(wkb), 0, number, found, owner, hole)
        except (struct.error, ValueError, IndexError) as problem:
            raise InputError("Area {number} has a damaged geometry.", number=number + 1) from problem
    points, start = _joined(found)
    if not np.isfinite(points.sum()):
        ring = int(start.searchsorted(int(np.isfinite(points).all(axis=1).argmin()), side="right")) - 1
        raise InputError("Area {number} has a coordinate that is no number.", number=owner[ring] + 1)
    differ = points[start[:-1]] != points[start[1:] - 1]
    if differ.any():
        for ring in differ.any(axis=1).nonzero()[0].tolist():
            found[ring] = np.concatenate((found[ring], found[ring][:2]))
        points, start = _joined(found)
    return Rings(points, start, np.array(owner, np.int64), np.array(hole, bool), len(areas))


def _joined(found: list[NDArray[np.float64]]) -> tuple[NDArray[np.float64], NDArray[np.int64]]:
    """Points of rings (each x, y, x, y ...) one after another, and where every ring starts."""
    start = np.zeros(len(found) + 1, np.int64)
    np.cumsum([len(ring) // 2 for ring in found], out=start[1:])
    return (np.concatenate(found) if found else np.empty(0)).reshape(-1, 2), start


def _read(
    wkb: bytes, at: int, number: int, found: list[NDArray[np.float64]], owner: list[int], hole: list[bool]
) -> int:
    """Read one geometry at byte `at`, append its rings, and return the byte behind it."""
    order = wkb[at] != 0
    kind, count = _HEADER[order].unpack_from(wkb, at + 1)
    size = 2
    if kind > _COLLECTION:
        size += bool(kind & _EWKB_Z) + bool(kind & _EWKB_M)
        if kind & _EWKB_SRID:
            at += 4
            (count,) = _COUNT[order].unpack_from(wkb, at + 5)
        kind &= 0x0FFFFFFF
        size += (0, 1, 1, 2)[kind // 1000]
        kind %= 1000
    at += 9
    if kind == _POLYGON:
        for ring in range(count):
            (length,) = _COUNT[order].unpack_from(wkb, at)
            numbers = np.frombuffer(wkb, _NUMBERS[order], length * size, at + 4)
            at += 4 + 8 * length * size
            if length > 2:
                found.append(numbers if size == 2 else numbers.reshape(length, size)[:, :2].ravel())
                owner.append(number)
                hole.append(ring > 0)
    elif kind in (_MULTIPOLYGON, _COLLECTION):
        for _ in range(count):
            at = _read(wkb, at, number, found, owner, hole)
    else:
        raise InputError("Area {number} is no polygon.", number=number + 1)
    return at
