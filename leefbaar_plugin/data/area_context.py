# SPDX-License-Identifier: GPL-2.0-or-later
"""Where an area lies: in which gemeenten, how much of it outside them, and which other areas it overlaps."""

from __future__ import annotations

import hashlib
from collections import OrderedDict
from collections.abc import Mapping
from dataclasses import dataclass
from threading import Lock

from osgeo import gdal, ogr

from ..engine.errors import PackError
from .geometry import make_valid
from .pack import Pack

_LEVEL = "gemeente"
_SMALLEST_SHARE = 0.0005
"""A part that would show as 0.0 % is a difference between simplified outlines."""
_SMALLEST_OVERLAP = 1.0
_KEPT = 64
_QUICK_GEMEENTEN, _QUICK_OTHERS, _QUICK_BYTES = 5, 20, 100_000

Boxes = Mapping[int, bytes]


@dataclass(frozen=True)
class GemeentePart:
    """The part of an area that lies in one gemeente: a fraction 0-1 of its surface."""

    code: str
    name: str
    share: float


@dataclass(frozen=True)
class AreaContext:
    """Where an area lies. `gemeenten` from large to small; `elsewhere` is the fraction of its surface in none of them,
    None when the data have no gemeenten; `overlaps` by id of the other area in square metres, from large to small.
    """

    gemeenten: tuple[GemeentePart, ...]
    elsewhere: float | None
    overlaps: dict[int, float]


class AreaContexts:
    """Finds where areas lie, by the gemeenten of one pack; what was found is kept. Threads may share it."""

    def __init__(self, pack: Pack) -> None:
        self._pack = pack
        self._parts: OrderedDict[bytes, tuple[GemeentePart, ...]] = OrderedDict()
        self._lock = Lock()

    @property
    def has_gemeenten(self) -> bool:
        """Whether the data have outlines of gemeenten."""
        return _LEVEL in self._pack.levels

    def is_quick(self, area: bytes, others: Boxes | None = None) -> bool:
        """Whether finding it takes a few hundredths of a second at most (WKB, EPSG:28992, as for `find`)."""
        around = list((others or {}).values())
        if len(around) > _QUICK_OTHERS or len(area) + sum(map(len, around)) > _QUICK_BYTES:
            return False
        with self._lock:
            if _key(area) in self._parts:
                return True
        if not self.has_gemeenten:
            return True
        dataset = _open(self._pack)
        layer = dataset.GetLayerByName(_LEVEL)
        layer.SetSpatialFilter(ogr.CreateGeometryFromWkb(area))
        few = bool(layer.GetFeatureCount() <= _QUICK_GEMEENTEN)
        del layer, dataset
        return few

    def find(self, area: bytes, others: Boxes | None = None) -> AreaContext:
        """Where an area (WKB in EPSG:28992) lies among the gemeenten and among other areas (WKB by id).

        An area without surface lies nowhere. Raises InputError for what is no polygon, PackError when the outlines
        can't be read.
        """
        shape = _valid(area)
        if shape is None:
            return AreaContext((), None, {})
        parts = self._gemeenten(area, shape)
        elsewhere = max(0.0, 1.0 - sum(part.share for part in parts)) if self.has_gemeenten else None
        if elsewhere is not None and elsewhere < _SMALLEST_SHARE:
            elsewhere = 0.0
        return AreaContext(parts, elsewhere, overlaps(shape, others or {}))

    def _gemeenten(self, area: bytes, shape: ogr.Geometry) -> tuple[GemeentePart, ...]:
        key = _key(area)
        with self._lock:
            if key in self._parts:
                self._parts.move_to_end(key)
                return self._parts[key]
        parts = self._intersected(shape) if self.has_gemeenten else ()
        with self._lock:
            self._parts[key] = parts
            while len(self._parts) > _KEPT:
                self._parts.popitem(last=False)
        return parts

    def _intersected(self, shape: ogr.Geometry) -> tuple[GemeentePart, ...]:
        dataset = _open(self._pack)
        try:
            layer = dataset.GetLayerByName(_LEVEL)
            definition = layer.GetLayerDefn()
            names = [definition.GetFieldDefn(at).GetName() for at in range(definition.GetFieldCount())]
            layer.SetIgnoredFields([name for name in names if name not in ("code", "name")])
            layer.SetSpatialFilter(shape)
            whole = shape.GetArea()
            found = []
            for feature in layer:
                share = _shared(shape, feature.GetGeometryRef()) / whole
                code = feature.GetField("code")
                found.append(GemeentePart(code, feature.GetField("name") or code, min(share, 1.0)))
        except RuntimeError as problem:
            raise PackError("{file} can't be read: {problem}.", file=_file(self._pack), problem=problem) from problem
        shown = (part for part in found if part.share >= _SMALLEST_SHARE)
        return tuple(sorted(shown, key=lambda part: (-part.share, part.name)))


def overlaps(shape: ogr.Geometry, others: Boxes) -> dict[int, float]:
    """Surface in square metres that an area shares with each of the others (WKB by id), from large to small."""
    found: dict[int, float] = {}
    box = shape.GetEnvelope()
    for number, wkb in others.items():
        if not _boxes_meet(box, ogr.CreateGeometryFromWkb(wkb).GetEnvelope()):
            continue
        other = _valid(wkb)
        if other is not None:
            surface = _shared(shape, other)
            if surface >= _SMALLEST_OVERLAP:
                found[number] = surface
    return dict(sorted(found.items(), key=lambda entry: -entry[1]))


def _boxes_meet(one: tuple[float, ...], other: tuple[float, ...]) -> bool:
    return one[0] <= other[1] and other[0] <= one[1] and one[2] <= other[3] and other[2] <= one[3]


def _shared(one: ogr.Geometry, other: ogr.Geometry) -> float:
    """Surface of the intersection; of outlines that touch only, 0."""
    if not one.Intersects(other):
        return 0.0
    if one.Within(other):
        return float(one.GetArea())
    return _surface(one.Intersection(other))


def _surface(geometry: ogr.Geometry) -> float:
    """Surface of the polygons in a geometry; where outlines touch there are lines and points beside them."""
    kind = ogr.GT_Flatten(geometry.GetGeometryType())
    if kind in (ogr.wkbPolygon, ogr.wkbMultiPolygon):
        return float(geometry.GetArea())
    if kind == ogr.wkbGeometryCollection:
        return sum(_surface(geometry.GetGeometryRef(at)) for at in range(geometry.GetGeometryCount()))
    return 0.0


def _valid(wkb: bytes) -> ogr.Geometry | None:
    """A polygon that can be computed with; None without surface."""
    areas = make_valid([wkb])
    return None if areas.empty else ogr.CreateGeometryFromWkb(areas.wkb[0])


def _open(pack: Pack) -> gdal.Dataset:
    gdal.UseExceptions()
    try:
        return gdal.OpenEx(str(pack.areas_path), gdal.OF_VECTOR)
    except RuntimeError as problem:
        raise PackError("{file} can't be read: {problem}.", file=_file(pack), problem=problem) from problem


def _file(pack: Pack) -> str:
    return pack.areas_path.name


def _key(area: bytes) -> bytes:
    return hashlib.blake2b(area, digest_size=16).digest()
