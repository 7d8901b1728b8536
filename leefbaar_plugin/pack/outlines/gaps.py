# SPDX-License-Identifier: GPL-2.0-or-later
"""Gaps between areas that lie side by side: narrow holes, and what closing their outline adds between two of them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np
from numpy.typing import NDArray
from osgeo import gdal, ogr

WIDEST_GAP = 20.0
"""Metres; as for areas that users combine."""
SPECK = 0.01
"""Square metres that are nothing."""
TOUCHING = 0.01
"""Metres."""
_HALF = WIDEST_GAP / 2
_LARGEST_FILLET = 0.5 * _HALF**2
"""Square metres: what rounding adds in the corner where two areas meet is smaller, and is no gap."""
_LARGEST_CREASE = 1.0
"""Square metres that rounding adds along a bend, however long it is."""
_SEGMENTS = 4
_STEP = WIDEST_GAP / 4
"""Metres between the points along an open edge, at most."""
_AROUND = 4 * WIDEST_GAP
"""Metres around a place where two areas may gape within which this can be told, nearly always."""
_COLUMN = 1 << 32
"""Between the numbers of cells beside each other in a row of cells."""


def gaps(whole: ogr.Geometry, areas: Sequence[ogr.Geometry], others: Sequence[ogr.Geometry]) -> list[ogr.Geometry]:
    """The gaps between `areas`, of which `whole` is the union, without what belongs to one of the `others`."""
    holes = [hole for part in polygons_in(whole) for hole in holes_of(part) if hole.Buffer(-_HALF, 1).IsEmpty()]
    found = [piece for piece in _sound(_closing(whole)) if piece.GetArea() > _LARGEST_FILLET]
    return _without(holes + [piece for piece in found if _lies_between(piece, areas)], others)


def _closing(whole: ogr.Geometry) -> ogr.Geometry:
    """What going out and in again adds."""
    return whole.Buffer(_HALF, _SEGMENTS).Buffer(-_HALF, _SEGMENTS).Difference(whole)


def _without(pieces: Sequence[ogr.Geometry], others: Sequence[ogr.Geometry]) -> list[ogr.Geometry]:
    left = []
    for piece in pieces:
        for other in others:
            if _meet(piece, other):
                piece = piece.Difference(other)
                piece = _joined(piece)
        left += [part for part in polygons_in(piece) if part.GetArea() > SPECK]
    return left


def _sound(geometry: ogr.Geometry) -> Iterator[ogr.Geometry]:
    """The polygons in what GEOS made, which isn't always valid where edges nearly coincide."""
    for piece in polygons_in(geometry):
        if is_valid(piece):
            yield piece
        else:
            yield from polygons_in(piece.MakeValid())


def _joined(geometry: ogr.Geometry) -> ogr.Geometry:
    """The same as one geometry of polygons."""
    whole = ogr.Geometry(ogr.wkbMultiPolygon)
    for piece in _sound(geometry):
        whole.AddGeometry(piece)
    return whole


def is_valid(geometry: ogr.Geometry) -> bool:
    """Whether it is valid, without a word on standard error when it isn't."""
    gdal.PushErrorHandler("CPLQuietErrorHandler")
    try:
        return bool(geometry.IsValid())
    finally:
        gdal.PopErrorHandler()


def _lies_between(piece: ogr.Geometry, areas: Sequence[ogr.Geometry]) -> bool:
    grown = piece.Buffer(TOUCHING, 1)
    return sum(_meet(grown, area) for area in areas) > 1


def _meet(one: ogr.Geometry, other: ogr.Geometry) -> bool:
    """Whether they have points in common; the quick test fails at times where edges nearly coincide."""
    try:
        return bool(one.Intersects(other))
    except RuntimeError:
        return not one.Intersection(other).IsEmpty()


def may_gape(
    whole: ogr.Geometry, areas: Sequence[ogr.Geometry], edges: NDArray[np.float64], of_edge: NDArray[np.integer]
) -> bool:
    """Whether there may be gaps between `areas`; quicker than looking for them, where only few places can have one.

    `whole` is their union, `edges` [edges, 4] are those of their edges that no other area has: x and y of both ends;
    `of_edge` tells the area of each.
    """
    if any(part.GetGeometryCount() > 1 for part in polygons_in(whole)):
        return True
    # a gap between two areas begins or ends where they come near each other
    places = _meetings(edges, of_edge)
    return len(places) > 0 and _gapes_at(places, whole, areas)


def _meetings(edges: NDArray[np.float64], of_edge: NDArray[np.integer]) -> NDArray[np.float64]:
    """Points [points, 2] along the edges of areas that are nearer to another than gaps are wide, and some farther."""
    steps = np.maximum(np.ceil(np.hypot(*(edges[:, 2:] - edges[:, :2]).T) / _STEP), 1).astype(np.int64)
    along = (np.arange(steps.sum()) - np.repeat(np.cumsum(steps) - steps, steps)) / np.repeat(steps, steps)
    begin, way = np.repeat(edges[:, :2], steps, axis=0), np.repeat(edges[:, 2:] - edges[:, :2], steps, axis=0)
    points, area = begin + way * along[:, None], np.repeat(of_edge, steps)
    column, row = np.floor(points / (WIDEST_GAP + _STEP)).astype(np.int64).T
    cells, of_point = np.unique(column * _COLUMN + row, return_inverse=True)
    lowest, highest = np.full(len(cells), area.max()), np.full(len(cells), area.min())
    np.minimum.at(lowest, of_point, area)
    np.maximum.at(highest, of_point, area)
    several = np.zeros(len(cells), bool)
    for beside in (0, _COLUMN - 1, _COLUMN, _COLUMN + 1, 1):  # every two cells that touch
        at = np.minimum(np.searchsorted(cells, cells + beside), len(cells) - 1)
        both = cells[at] == cells + beside
        differ = both & ((lowest != lowest[at]) | (highest != highest[at]) | (lowest != highest))
        several |= differ
        several[at[differ]] = True
    return points[several[of_point]]


def _gapes_at(places: NDArray[np.float64], whole: ogr.Geometry, areas: Sequence[ogr.Geometry]) -> bool:
    """Whether there may be a gap that comes near one of the places: it is seen, or goes out of sight."""
    west, south = places.min(axis=0) - _AROUND
    east, north = places.max(axis=0) + _AROUND
    window = ogr.CreateGeometryFromWkt(
        f"POLYGON(({west} {south},{east} {south},{east} {north},{west} {north},{west} {south}))"
    )
    for piece in _sound(_closing(whole.Intersection(window))):
        if piece.GetArea() > _LARGEST_CREASE:
            left, right, low, high = piece.GetEnvelope()
            margin = min(left - west, east - right, low - south, north - high)
            # outlines that are cut off come out a little otherwise
            if (margin < WIDEST_GAP or piece.GetArea() > 0.9 * _LARGEST_FILLET) and _lies_between(piece, areas):
                return True
    return False


def holes_of(polygon: ogr.Geometry) -> Iterator[ogr.Geometry]:
    """The holes of a polygon, as polygons."""
    for at in range(1, polygon.GetGeometryCount()):
        hole = ogr.Geometry(ogr.wkbPolygon)
        hole.AddGeometry(polygon.GetGeometryRef(at))
        yield hole


def polygons_in(geometry: ogr.Geometry) -> Iterator[ogr.Geometry]:
    """The polygons in a geometry, as copies that outlive it; lines and points are left out."""
    if ogr.GT_Flatten(geometry.GetGeometryType()) == ogr.wkbPolygon:
        if not geometry.IsEmpty():
            yield geometry.Clone()
        return
    for at in range(geometry.GetGeometryCount()):
        part = geometry.GetGeometryRef(at)
        if ogr.GT_Flatten(part.GetGeometryType()) not in (ogr.wkbLineString, ogr.wkbPoint):
            yield from polygons_in(part)
