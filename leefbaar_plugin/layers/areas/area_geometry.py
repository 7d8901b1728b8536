# SPDX-License-Identifier: GPL-2.0-or-later
"""New areas out of others: one out of several, a buffer, rings. Geometries are in metres, EPSG:28992.

Outlines of official areas are simplified one by one, so that neighbours overlap or gape here and there. `combined`
takes what overlaps once, and closes gaps between two of the areas that are narrower than `WIDEST_GAP`; everywhere else
the outline stays as published.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from qgis.core import Qgis, QgsGeometry, QgsWkbTypes

from ...analysis.change.surroundings import FARTHEST, SEGMENTS, ring_around
from ...engine.choices import EVEN_ODD
from ...engine.errors import InputError
from ...pack.outlines.geometry import make_valid

WIDEST_GAP = 20.0
"""Metres; measured on the official buurten of Zuid-Holland, where gaps are up to some 10 m wide."""
_TOUCHING = 0.01
_LEAST_SURFACE = 0.01
_MITRE = 5.0


@dataclass(frozen=True)
class Combination:
    """Several areas as one; `closed` is the surface of the gaps between them that were closed, in square metres."""

    geometry: QgsGeometry
    closed: float


def combined(areas: Sequence[QgsGeometry], widest_gap: float = WIDEST_GAP, fill_rule: str = EVEN_ODD) -> Combination:
    """One area out of several, without gaps between neighbours; InputError when nothing is left of them.

    Outlines that cross themselves are filled by `fill_rule`, here and below, as they are measured.
    """
    valid = [_valid(area, fill_rule) for area in areas]
    whole = _polygons(QgsGeometry.unaryUnion(valid))
    if whole.isEmpty():
        raise InputError("These areas have no outline, so they can't be combined.")
    gaps = _gaps(whole, valid, widest_gap / 2) if len(valid) > 1 and widest_gap > 0 else []
    if gaps:
        whole = _polygons(QgsGeometry.unaryUnion([whole, *(gap.buffer(_TOUCHING, 1) for gap in gaps)]))
    return Combination(whole, sum(gap.area() for gap in gaps))


def _gaps(whole: QgsGeometry, areas: Sequence[QgsGeometry], half: float) -> list[QgsGeometry]:
    """What closing the outline (out and in again) adds, as far as it lies between two of the areas."""
    found = _mitred(_mitred(whole, half), -half).difference(whole)
    pieces = [piece for piece in _polygons(found).asGeometryCollection() if piece.area() > _LEAST_SURFACE]
    boxes = [area.boundingBox().buffered(_TOUCHING) for area in areas]
    gaps = []
    for piece in pieces:
        near = [area for area, box in zip(areas, boxes, strict=True) if box.intersects(piece.boundingBox())]
        grown = piece.buffer(_TOUCHING, 1)  # the engine doesn't keep it
        engine = QgsGeometry.createGeometryEngine(grown.constGet())
        engine.prepareGeometry()
        if sum(engine.intersects(area.constGet()) for area in near) > 1:
            gaps.append(piece)
    return gaps


def _valid(area: QgsGeometry, fill_rule: str) -> QgsGeometry:
    made = QgsGeometry()
    made.fromWkb(make_valid([bytes(area.asWkb())], fill_rule).wkb[0])
    return _polygons(made)


def _mitred(area: QgsGeometry, distance: float) -> QgsGeometry:
    return area.buffer(distance, 2, Qgis.EndCapStyle.Flat, Qgis.JoinStyle.Miter, _MITRE)


def _polygons(geometry: QgsGeometry) -> QgsGeometry:
    """The polygons of a geometry, as a multipolygon; lines and points where areas touch are left out."""
    parts = [
        part
        for part in QgsGeometry(geometry).asGeometryCollection()
        if part.type() == QgsWkbTypes.GeometryType.PolygonGeometry and not part.isEmpty()
    ]
    whole = QgsGeometry.collectGeometry(parts) if parts else QgsGeometry()
    whole.convertToMultiType()
    return whole


def combined_name(names: Sequence[str], more: str) -> str:
    """A name for several areas: all of up to three, else the first two and `more` with {count} of the others."""
    if len(names) <= 3:
        return " + ".join(names)
    return " + ".join([*names[:2], more.format(count=len(names) - 2)])


def buffered(area: QgsGeometry, distance: float, fill_rule: str = EVEN_ODD) -> QgsGeometry:
    """The area with its outline moved so many metres outwards, or inwards (negative).

    InputError for a distance that is 0 or too large, or when nothing is left.
    """
    if not 0 < abs(distance) <= FARTHEST:
        raise InputError("Give a distance in metres, up to {most}, negative to go inwards.", most=int(FARTHEST))
    moved = _polygons(_valid(area, fill_rule).buffer(distance, SEGMENTS))
    if moved.isEmpty():
        text = f"{-distance:g}"
        raise InputError("Nothing is left of the area when its outline moves {distance} m inwards.", distance=text)
    return moved


def ring(area: QgsGeometry, inner: float, outer: float, fill_rule: str = EVEN_ODD) -> QgsGeometry:
    """What lies between `inner` and `outer` metres around an area; never the area itself."""
    made = QgsGeometry()
    made.fromWkb(ring_around(bytes(area.asWkb()), inner, outer, fill_rule))
    return _polygons(made)
