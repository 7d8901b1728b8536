# SPDX-License-Identifier: GPL-2.0-or-later
"""In which gemeente an area lies: found here and nowhere else, from the outlines of gemeenten.

The outlines reach across the border of the pack: of a part of the country the import keeps those of the gemeenten
around it. An official buurt, wijk or gemeente lies where its code says.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from threading import Lock

import numpy as np
from numpy.typing import NDArray
from osgeo import ogr

from ..pack.official import gemeente_names, gemeente_of, read_gemeenten
from ..pack.official_scores import official_scores
from ..pack.outlines.geometry import EMPTY_POLYGON, make_valid
from ..pack.pack import Pack
from ..pack.parts import whole_gemeenten
from .measure import Measurer

_SMALLEST = 0.005
"""Of an area's surface and of its dwellings: less of both is a difference between outlines, not a part."""
_NOTHING = 0.0005
"""Of its surface: what would show as 0.0 %."""
_QUICK_TO_READ, _QUICK_TO_CUT = 20, 5
_KEPT = "gemeenten"


@dataclass(frozen=True)
class GemeentePart:
    """A gemeente that an area lies in: the fractions (0-1) of its surface and of the weight of its squares there.

    `weight` is None where it can't be told: in a pack without squares, or for an area without any; it is about the
    squares of the pack. `whole` tells whether these are all squares of the gemeente.
    """

    code: str
    name: str
    surface: float
    weight: float | None
    whole: bool


@dataclass(frozen=True)
class AreaPlace:
    """Where an area lies. `gemeenten` holds the one that is its own first; `elsewhere` is the fraction of its surface
    in none that is known, None when no outlines of gemeenten are.
    """

    gemeenten: tuple[GemeentePart, ...]
    elsewhere: float | None

    @property
    def own(self) -> GemeentePart | None:
        """Its gemeente: the one with most of its weight, as long as the pack holds all squares that the area has, else
        the one with most of its surface. None where none is known.
        """
        return self.gemeenten[0] if self.gemeenten else None


NOT_KNOWN = AreaPlace((), None)


@dataclass(frozen=True, eq=False)
class _Outlines:
    """Outlines of the gemeenten that are known; `box` float64 [gemeenten, 4]: xmin, ymin, xmax, ymax.

    `lock` goes before a question to a shape, which several threads may have.
    """

    code: list[str]
    name: list[str]
    shape: list[ogr.Geometry]
    box: NDArray[np.float64]
    prepared: dict[int, ogr.PreparedGeometry] = field(default_factory=dict)
    lock: Lock = field(default_factory=Lock)

    def holds(self, at: int, shape: ogr.Geometry) -> bool | None:
        """Whether a shape lies in a gemeente as a whole; None when it doesn't meet it."""
        if at not in self.prepared:
            self.prepared[at] = self.shape[at].CreatePreparedGeometry()
        gemeente = self.prepared[at]
        return bool(gemeente.Contains(shape)) if gemeente.Intersects(shape) else None


def locate(pack: Pack, areas: Sequence[bytes | None], measurer: Measurer | None = None) -> list[AreaPlace]:
    """Where areas (WKB in EPSG:28992) lie, by the outlines of gemeenten and the weights of a measurer.

    InputError for an area that is no polygon, PackError when the outlines can't be read.
    """
    outlines = _outlines_of(pack)
    fill_rule = (measurer.recipe.fill_rule,) if measurer is not None else ()
    valid = make_valid(areas, *fill_rule)
    official = official_scores(pack).recognise(valid.wkb)
    names, whole = gemeente_names(pack), whole_gemeenten(pack)
    found: list[AreaPlace | None] = []
    rows: list[int] = []
    pieces: list[bytes] = []
    shares: list[tuple[int, float]] = []  # place of the gemeente, surface, of every piece
    for row, (wkb, area) in enumerate(zip(valid.wkb, official, strict=True)):
        code = gemeente_of(area.code) if area is not None else ""
        if code:
            weight = 1.0 if measurer is not None else None
            part = GemeentePart(code, names.get(code, code), 1.0, weight, code in whole)
            found.append(AreaPlace((part,), 0.0))
            continue
        found.append(None if outlines.code and wkb != EMPTY_POLYGON else NOT_KNOWN)
        if found[-1] is None:
            cut = _cut(wkb, outlines)
            rows += [row] * len(cut)
            pieces += [piece for _at, _surface, piece in cut]
            shares += [(at, surface) for at, surface, _piece in cut]
    weights = _weights(measurer, valid.wkb, rows, pieces)
    parts: dict[int, list[GemeentePart]] = {}
    for row, (at, surface), weight in zip(rows, shares, weights, strict=True):
        code = outlines.code[at]
        part = GemeentePart(code, outlines.name[at], surface, weight, code in whole)
        parts.setdefault(row, []).append(part)
    return [place or _place(parts.get(row, [])) for row, place in enumerate(found)]


def _place(parts: list[GemeentePart]) -> AreaPlace:
    elsewhere = max(0.0, 1.0 - sum(part.surface for part in parts))
    shown = [part for part in parts if part.surface >= _SMALLEST or (part.weight or 0.0) >= _SMALLEST]
    # weights of a part of the squares don't tell where most of them are
    by_weight = all(part.whole and part.weight is not None for part in shown)
    shown.sort(key=lambda part: (-(part.weight or 0.0) if by_weight else 0.0, -part.surface, part.name))
    return AreaPlace(tuple(shown), 0.0 if elsewhere < _NOTHING else elsewhere)


def _cut(wkb: bytes, outlines: _Outlines) -> list[tuple[int, float, bytes]]:
    """The pieces of an area in every gemeente it meets: place of the gemeente, fraction of the surface, WKB.

    The WKB is empty for an area that lies in one gemeente as a whole.
    """
    shape = ogr.CreateGeometryFromWkb(wkb)
    whole = shape.GetArea()
    found = []
    for at in np.flatnonzero(_near(outlines, shape)).tolist():
        with outlines.lock:
            inside = outlines.holds(at, shape)
            if inside is None:
                continue
            if inside:
                return [(at, 1.0, b"")]
            piece = polygons_of(shape.Intersection(outlines.shape[at]))
        surface = piece.GetArea() / whole if whole else 0.0
        if surface > 0:
            found.append((at, min(surface, 1.0), bytes(piece.ExportToIsoWkb(ogr.wkbNDR))))
    return found


def _near(outlines: _Outlines, shape: ogr.Geometry) -> NDArray[np.bool_]:
    """The gemeenten whose box meets that of a shape: bool [gemeenten]."""
    xmin, xmax, ymin, ymax = shape.GetEnvelope()
    box = outlines.box
    return (box[:, 0] <= xmax) & (box[:, 2] >= xmin) & (box[:, 1] <= ymax) & (box[:, 3] >= ymin)


def polygons_of(geometry: ogr.Geometry) -> ogr.Geometry:
    """The polygons in a geometry; where outlines touch, an intersection has lines and points beside them."""
    kind = ogr.GT_Flatten(geometry.GetGeometryType())
    if kind in (ogr.wkbPolygon, ogr.wkbMultiPolygon):
        return geometry
    whole = ogr.Geometry(ogr.wkbMultiPolygon)
    if kind == ogr.wkbGeometryCollection:
        for at in range(geometry.GetGeometryCount()):
            part = polygons_of(geometry.GetGeometryRef(at))
            for polygon in [part] if ogr.GT_Flatten(part.GetGeometryType()) == ogr.wkbPolygon else part:
                whole.AddGeometry(polygon)
    return whole


def _weights(measurer: Measurer | None, areas: list[bytes], rows: list[int], pieces: list[bytes]) -> list[float | None]:
    """Fraction of the weight of its area in every piece; None without squares."""
    found: list[float | None] = [None if piece or measurer is None else 1.0 for piece in pieces]
    cut = [at for at, piece in enumerate(pieces) if piece]
    if measurer is None or not cut:
        return found
    wanted = sorted({rows[at] for at in cut})
    _valid, coverage = measurer.cover([*(pieces[at] for at in cut), *(areas[row] for row in wanted)])
    of_entry = np.repeat(np.arange(len(coverage)), np.diff(coverage.offset))
    sums = np.bincount(of_entry, coverage.share * measurer.weights.value[coverage.square], len(coverage))
    whole = dict(zip(wanted, sums[len(cut) :].tolist(), strict=True))
    for at, weight in zip(cut, sums[: len(cut)].tolist(), strict=True):
        if whole[rows[at]] > 0:
            found[at] = min(weight / whole[rows[at]], 1.0)
    return found


def read_ahead(pack: Pack) -> None:
    """Read the outlines of gemeenten now, in whichever thread this is, for they take half a second of the country."""
    _outlines_of(pack)


def _outlines_of(pack: Pack) -> _Outlines:
    """Outlines of gemeenten, read once while a pack is open."""
    kept: _Outlines | None = pack.kept.get(_KEPT)
    if kept is None:
        areas = read_gemeenten(pack)
        areas = areas.where([at for at, wkb in enumerate(areas.wkb) if wkb is not None])
        shapes = [ogr.CreateGeometryFromWkb(one) for one in make_valid(areas.wkb).wkb]
        envelopes = [shape.GetEnvelope() for shape in shapes]
        box = np.array([(xmin, ymin, xmax, ymax) for xmin, xmax, ymin, ymax in envelopes]).reshape(-1, 4)
        kept = pack.kept[_KEPT] = _Outlines(areas.code, areas.name, shapes, box)
    return kept


def is_quick(pack: Pack, area: bytes) -> bool:
    """Whether locating an area takes a few hundredths of a second at most."""
    kept: _Outlines | None = pack.kept.get(_KEPT)
    if kept is None:
        return len(pack.info["gemeenten"]) <= _QUICK_TO_READ
    return int(np.count_nonzero(_near(kept, ogr.CreateGeometryFromWkb(area)))) <= _QUICK_TO_CUT
