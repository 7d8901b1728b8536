# SPDX-License-Identifier: GPL-2.0-or-later
"""Where an area of the user lies: in which gemeenten, how much of it outside them, which other areas it overlaps."""

from __future__ import annotations

import hashlib
from collections import OrderedDict
from collections.abc import Mapping
from dataclasses import dataclass
from threading import Lock

from osgeo import ogr

from ..engine.choices import EVEN_ODD
from ..pack.outlines.geometry import make_valid
from ..pack.outlines.repair import takes_long
from ..pack.pack import Pack
from .measure import Measurer
from .whereabouts import NOT_KNOWN, AreaPlace, GemeentePart, is_quick, locate, polygons_of

_SMALLEST_OVERLAP = 1.0
_KEPT = 64
_QUICK_OTHERS, _QUICK_BYTES = 20, 100_000

Boxes = Mapping[int, bytes]


@dataclass(frozen=True)
class AreaContext:
    """Where an area lies, as `AreaPlace` has it, and by id of other areas the surface (square metres)
    it shares with them, from large to small.
    """

    place: AreaPlace
    overlaps: dict[int, float]

    @property
    def gemeenten(self) -> tuple[GemeentePart, ...]:
        """The gemeenten it lies in, its own first."""
        return self.place.gemeenten

    @property
    def elsewhere(self) -> float | None:
        """The fraction of its surface in none that is known."""
        return self.place.elsewhere


class AreaContexts:
    """Finds where areas lie, by the gemeenten of one pack; what was found is kept. Threads may share it."""

    def __init__(self, pack: Pack, measurer: Measurer | None = None) -> None:
        self._pack, self._measurer = pack, measurer
        self._fill_rule = measurer.recipe.fill_rule if measurer is not None else EVEN_ODD
        self._places: OrderedDict[bytes, AreaPlace] = OrderedDict()
        self._lock = Lock()

    def is_quick(self, area: bytes, others: Boxes | None = None) -> bool:
        """Whether finding it takes a few hundredths of a second at most (WKB, EPSG:28992, as for `find`)."""
        around = list((others or {}).values())
        if len(around) > _QUICK_OTHERS or len(area) + sum(map(len, around)) > _QUICK_BYTES:
            return False
        if any(takes_long(one, self._fill_rule) for one in (area, *around)):
            return False
        with self._lock:
            if _key(area) in self._places:
                return True
        return is_quick(self._pack, area)

    def find(self, area: bytes, others: Boxes | None = None) -> AreaContext:
        """Where an area (WKB in EPSG:28992) lies among the gemeenten and among other areas (WKB by id).

        An area without surface lies nowhere. Raises InputError for what is no polygon, PackError when the outlines
        can't be read.
        """
        shape = _valid(area, self._fill_rule)
        if shape is None:
            return AreaContext(NOT_KNOWN, {})
        return AreaContext(self._place(area), overlaps(shape, others or {}, self._fill_rule))

    def _place(self, area: bytes) -> AreaPlace:
        key = _key(area)
        with self._lock:
            if key in self._places:
                self._places.move_to_end(key)
                return self._places[key]
        (place,) = locate(self._pack, [area], self._measurer)
        with self._lock:
            self._places[key] = place
            while len(self._places) > _KEPT:
                self._places.popitem(last=False)
        return place


def overlaps(shape: ogr.Geometry, others: Boxes, fill_rule: str = EVEN_ODD) -> dict[int, float]:
    """Surface in square metres that an area shares with each of the others (WKB by id), from large to small."""
    found: dict[int, float] = {}
    box = shape.GetEnvelope()
    for number, wkb in others.items():
        if not _boxes_meet(box, ogr.CreateGeometryFromWkb(wkb).GetEnvelope()):
            continue
        other = _valid(wkb, fill_rule)
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
    return float(polygons_of(one.Intersection(other)).GetArea())


def _valid(wkb: bytes, fill_rule: str) -> ogr.Geometry | None:
    """A polygon that can be computed with; None without surface."""
    areas = make_valid([wkb], fill_rule)
    return None if areas.empty else ogr.CreateGeometryFromWkb(areas.wkb[0])


def _key(area: bytes) -> bytes:
    return hashlib.blake2b(area, digest_size=16).digest()
