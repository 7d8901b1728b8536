# SPDX-License-Identifier: GPL-2.0-or-later
"""Repair of polygons whose outlines cross, by one of two rules of what is inside; what took long is kept.

Non-zero is what GEOS's method STRUCTURE does. Even-odd is what its method LINEWORK does, but that takes a minute for a
scribble of 300 corners: here the faces between the lines are found at once, and each is inside when the lines wind
around it an odd number of times.
"""

from __future__ import annotations

import hashlib
from collections import OrderedDict
from threading import Lock

import numpy as np
from numpy.typing import NDArray
from osgeo import ogr

from ...engine.choices import NON_ZERO
from ...engine.errors import CancelledError
from ..files.progress import Progress, report, silent

ogr.UseExceptions()

_QUICK_POINTS = 60
"""However they lie, so many corners are repaired in a few hundredths of a second."""
_FACES_AT_ONCE = 2_000_000
"""Pairs of a face and an edge that are looked at together."""
_MOST_BYTES = 64 * 2**20
_NODED, _FACES, _WOUND = 0.3, 0.6, 0.9
"""Part of the work that is done after each step."""


class _Kept:
    """Repaired polygons by digest of the outline and rule, up to a number of bytes; threads share it."""

    def __init__(self) -> None:
        self._found: OrderedDict[tuple[bytes, str], bytes] = OrderedDict()
        self._bytes = 0
        self._lock = Lock()
        self._busy: dict[tuple[bytes, str], Lock] = {}

    def get(self, key: tuple[bytes, str]) -> bytes | None:
        with self._lock:
            if key in self._found:
                self._found.move_to_end(key)
            return self._found.get(key)

    def put(self, key: tuple[bytes, str], wkb: bytes) -> None:
        with self._lock:
            self._busy.pop(key, None)
            if key not in self._found and len(wkb) <= _MOST_BYTES:
                self._found[key] = wkb
                self._bytes += len(wkb)
            while self._bytes > _MOST_BYTES:
                self._bytes -= len(self._found.popitem(last=False)[1])

    def turn(self, key: tuple[bytes, str]) -> Lock:
        """Held by the thread that repairs this outline; others wait for its result."""
        with self._lock:
            return self._busy.setdefault(key, Lock())


_kept = _Kept()


def takes_long(wkb: bytes, fill_rule: str) -> bool:
    """Whether measuring this outline (WKB, empty for none) would begin with a repair that may take long."""
    if not wkb:
        return False
    geometry = ogr.CreateGeometryFromWkb(wkb)
    if geometry is None or geometry.HasCurveGeometry() or _points(geometry) <= _QUICK_POINTS:
        return False
    return _kept.get(_key(_exported(geometry), fill_rule)) is None and not geometry.IsValid()


def repair(geometry: ogr.Geometry, fill_rule: str, progress: Progress = silent) -> ogr.Geometry:
    """The polygons of an invalid one, valid, as a multipolygon: every part by the rule, then their union.

    RuntimeError when GEOS fails, CancelledError when the user cancelled.
    """
    if _points(geometry) <= _QUICK_POINTS:
        return _repaired(geometry, fill_rule, progress)
    key = _key(_exported(geometry), fill_rule)
    with _kept.turn(key):
        known = _kept.get(key)
        if known is None:
            known = _exported(_repaired(geometry, fill_rule, progress))
            _kept.put(key, known)
    return ogr.CreateGeometryFromWkb(known)


def _repaired(geometry: ogr.Geometry, fill_rule: str, progress: Progress) -> ogr.Geometry:
    parts = polygons_of(geometry)
    count = parts.GetGeometryCount()
    whole, parts_left = ogr.Geometry(ogr.wkbMultiPolygon), 0
    for number in range(count):
        part = parts.GetGeometryRef(number)

        def of_part(fraction: float, number: int = number) -> bool:
            return progress((number + fraction) / count)

        made = part if part.IsValid() else _of_part(part, fill_rule, of_part)
        for polygon in polygons_of(made):
            whole.AddGeometry(polygon)
        parts_left += not made.IsEmpty()
    if parts_left < 2 and whole.IsValid():
        return whole
    return polygons_of(whole.UnionCascaded())


def _of_part(part: ogr.Geometry, fill_rule: str, progress: Progress) -> ogr.Geometry:
    if fill_rule == NON_ZERO:
        return part.MakeValid(["METHOD=STRUCTURE"])
    try:
        return _even_odd(part, progress)
    except CancelledError:
        raise
    except RuntimeError:  # lines that nearly coincide, with an older GEOS
        return part.MakeValid(["METHOD=LINEWORK"])


def _even_odd(polygon: ogr.Geometry, progress: Progress) -> ogr.Geometry:
    """The faces between the rings of a polygon around which these wind an odd number of times."""
    rings, edges = _lines(polygon)
    if rings.IsEmpty():
        return rings
    noded = rings.Union(rings.GetGeometryRef(0))
    report(progress, _NODED)
    found = _as_lines(noded).Polygonize()
    report(progress, _FACES)
    faces = [found.GetGeometryRef(at) for at in range(found.GetGeometryCount())]
    inside = [face.PointOnSurface() for face in faces]
    places = np.array([(point.GetX(), point.GetY()) for point in inside]).reshape(-1, 2)
    odd = _winds_odd(places, edges, progress)
    whole = ogr.Geometry(ogr.wkbMultiPolygon)
    for at in np.flatnonzero(odd).tolist():
        whole.AddGeometry(faces[at])
    return whole


def _lines(polygon: ogr.Geometry) -> tuple[ogr.Geometry, NDArray[np.float64]]:
    """Rings as lines, and their edges as float64 [edges, 4]: x, y of the begin and of the end."""
    lines, edges = ogr.Geometry(ogr.wkbMultiLineString), []
    for at in range(polygon.GetGeometryCount()):
        points = np.array(polygon.GetGeometryRef(at).GetPoints(2)).reshape(-1, 2)
        if len(points) < 2:
            continue
        line = ogr.Geometry(ogr.wkbLineString)
        for x, y in [*points.tolist(), points[0].tolist()]:
            line.AddPoint_2D(x, y)
        lines.AddGeometry(line)
        edges.append(np.hstack([points, np.roll(points, -1, axis=0)]))
    return lines, np.concatenate(edges) if edges else np.empty((0, 4))


def _as_lines(noded: ogr.Geometry) -> ogr.Geometry:
    lines = ogr.Geometry(ogr.wkbMultiLineString)
    if ogr.GT_Flatten(noded.GetGeometryType()) == ogr.wkbLineString:
        lines.AddGeometry(noded)
    for at in range(noded.GetGeometryCount()):
        lines.AddGeometry(noded.GetGeometryRef(at))
    return lines


def _winds_odd(places: NDArray[np.float64], edges: NDArray[np.float64], progress: Progress) -> NDArray[np.bool_]:
    """Whether a line from each place to the right crosses an odd number of edges; bool [places]."""
    x0, y0, x1, y1 = (edges[:, at, None] for at in range(4))
    odd = np.zeros(len(places), bool)
    step = max(_FACES_AT_ONCE // len(edges), 1)
    for begin in range(0, len(places), step):
        x, y = places[begin : begin + step].T
        passes = (y0 <= y) != (y1 <= y)
        side = (x1 - x0) * (y - y0) - (x - x0) * (y1 - y0)
        odd[begin : begin + step] = np.count_nonzero(passes & ((side > 0) == (y1 > y0)), axis=0) % 2 == 1
        report(progress, _FACES + (_WOUND - _FACES) * begin / len(places))
    return odd


def polygons_of(geometry: ogr.Geometry) -> ogr.Geometry:
    """All polygons in a geometry, as one multipolygon; lines and points are left out."""
    found = ogr.Geometry(ogr.wkbMultiPolygon)
    kind = ogr.GT_Flatten(geometry.GetGeometryType())
    if kind == ogr.wkbPolygon:
        found.AddGeometry(geometry)
    elif kind == ogr.wkbTriangle:
        found.AddGeometry(ogr.ForceToPolygon(geometry))
    elif geometry.GetGeometryCount() and kind not in (ogr.wkbLineString, ogr.wkbMultiLineString, ogr.wkbMultiPoint):
        for at in range(geometry.GetGeometryCount()):
            for part in polygons_of(geometry.GetGeometryRef(at)):
                found.AddGeometry(part)
    return found


def _points(geometry: ogr.Geometry) -> int:
    count = geometry.GetGeometryCount()
    return geometry.GetPointCount() if not count else sum(_points(geometry.GetGeometryRef(at)) for at in range(count))


def _exported(geometry: ogr.Geometry) -> bytes:
    return bytes(geometry.ExportToIsoWkb(ogr.wkbNDR))


def _key(wkb: bytes, fill_rule: str) -> tuple[bytes, str]:
    return hashlib.blake2b(wkb, digest_size=16).digest(), fill_rule
