# SPDX-License-Identifier: GPL-2.0-or-later
"""Outlines that weren't published, out of those of smaller areas: wijken are the union of their buurten.

Outlines of buurten are simplified one by one, so that neighbours gape here and there. Gaps between two of the areas
that are narrower than `WIDEST_GAP` are closed; everywhere else the outline is that of the areas.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor

import numpy as np
from osgeo import ogr

from ..engine.errors import CancelledError
from .geometry import EMPTY_POLYGON
from .progress import Progress, report, silent
from .reading.scores import LevelScores
from .reading.vectors import Outlines

WIDEST_GAP = 20.0
"""Metres; as for areas that users combine."""
_PARTS = {"wijk": ("buurt", slice(2, 8))}
"""Level of the areas that a level consists of, and the digits of their code that are those of the larger area."""
_HALF = WIDEST_GAP / 2
_LARGEST_FILLET = 0.5 * _HALF**2
"""Square metres: what rounding adds in the corner where two areas meet is smaller, and is no gap."""
_TOUCHING = 0.01
_SPECK = 0.01
_SEGMENTS = 4


def united_from(level: str) -> str:
    """The level whose areas a level is united from when it has no outlines; "" for none."""
    return _PARTS[level][0] if level in _PARTS else ""


def incomplete(level: str, codes: Sequence[str], parts: Sequence[str]) -> set[str]:
    """Those of the areas of a level, by code, that one of `parts` belongs to: smaller areas that have no outline."""
    if level not in _PARTS:
        return set()
    digits = _PARTS[level][1]
    lacking = {code[digits] for code in parts}
    return {code for code in codes if code[digits] in lacking}


def made_outlines(
    levels: dict[str, LevelScores], outlines: dict[str, Outlines], progress: Progress = silent
) -> Iterator[Outlines]:
    """Outlines of levels that have scores and no outlines, where the smaller areas they consist of have outlines.

    CancelledError when the user cancels.
    """
    for level, (of, digits) in _PARTS.items():
        scores, parts = levels.get(level), outlines.get(of)
        if scores is None or parts is None or level in outlines:
            continue
        shapes = _united_by([code[digits] for code in parts.code], parts.wkb, progress)
        drawn = [at for at, code in enumerate(scores.code) if code[digits] in shapes]
        if drawn:
            codes, names = [scores.code[at] for at in drawn], [scores.name[at] for at in drawn]
            yield Outlines(scores.level, codes, names, [shapes[code[digits]] for code in codes], 0, of)


def _united_by(keys: Sequence[str], wkb: Sequence[bytes], progress: Progress) -> dict[str, bytes]:
    """The union of the areas with the same key, by key."""
    inside: dict[str, list[int]] = {}
    for at, (key, shape) in enumerate(zip(keys, wkb, strict=True)):
        if shape != EMPTY_POLYGON:
            inside.setdefault(key, []).append(at)
    boxes = np.array([ogr.CreateGeometryFromWkb(shape).GetEnvelope() for shape in wkb])

    def unite(places: list[int]) -> bytes:
        if len(places) == 1:
            return wkb[places[0]]
        box = boxes[places]
        low, high = box[:, [0, 2]].min(axis=0) - WIDEST_GAP, box[:, [1, 3]].max(axis=0) + WIDEST_GAP
        near = np.flatnonzero((boxes[:, [1, 3]] >= low).all(axis=1) & (boxes[:, [0, 2]] <= high).all(axis=1))
        return united([wkb[at] for at in places], [wkb[at] for at in np.setdiff1d(near, places)])

    with ThreadPoolExecutor(os.cpu_count()) as threads:  # GEOS, which takes all the time, runs beside itself
        found: dict[str, bytes] = {}
        try:
            for key, shape in zip(inside, threads.map(unite, inside.values()), strict=True):
                found[key] = shape
                report(progress, len(found) / len(inside))
        except CancelledError:
            threads.shutdown(cancel_futures=True)  # what waits isn't begun any more
            raise
        return found


def united(areas: Sequence[bytes], others: Sequence[bytes] = ()) -> bytes:
    """One area out of several that lie side by side, without gaps between neighbours; WKB of valid polygons.

    What belongs to one of the `others` isn't taken for a gap.
    """
    shapes = [ogr.CreateGeometryFromWkb(area) for area in areas]
    whole = _union(shapes)
    gaps = _without(_gaps(whole, shapes), [ogr.CreateGeometryFromWkb(area) for area in others])
    if gaps:
        whole = _union([whole, *(gap.Buffer(_TOUCHING, 1) for gap in gaps)])
    if not whole.IsValid():
        whole = _union(list(_polygons(whole.MakeValid())))
    return bytes(whole.ExportToIsoWkb(ogr.wkbNDR))


def _gaps(whole: ogr.Geometry, areas: Sequence[ogr.Geometry]) -> list[ogr.Geometry]:
    """Narrow holes, and what closing the outline (out and in again) adds between two of the areas."""
    closed = whole.Buffer(_HALF, _SEGMENTS).Buffer(-_HALF, _SEGMENTS)
    holes = [hole for part in _polygons(whole) for hole in _holes(part) if hole.Buffer(-_HALF, 1).IsEmpty()]
    found = [piece for piece in _polygons(closed.Difference(whole)) if piece.GetArea() > _LARGEST_FILLET]
    return holes + [piece for piece in found if _lies_between(piece, areas)]


def _without(pieces: Sequence[ogr.Geometry], others: Sequence[ogr.Geometry]) -> list[ogr.Geometry]:
    """Pieces without what lies in other areas."""
    left = []
    for piece in pieces:
        for other in others:
            if piece.Intersects(other):
                piece = piece.Difference(other)
        left += [part for part in _polygons(piece) if part.GetArea() > _SPECK]
    return left


def _lies_between(piece: ogr.Geometry, areas: Sequence[ogr.Geometry]) -> bool:
    grown = piece.Buffer(_TOUCHING, 1)
    return sum(grown.Intersects(area) for area in areas) > 1


def _holes(polygon: ogr.Geometry) -> Iterator[ogr.Geometry]:
    for at in range(1, polygon.GetGeometryCount()):
        hole = ogr.Geometry(ogr.wkbPolygon)
        hole.AddGeometry(polygon.GetGeometryRef(at))
        yield hole


def _union(shapes: Sequence[ogr.Geometry]) -> ogr.Geometry:
    together = ogr.Geometry(ogr.wkbMultiPolygon)
    for shape in shapes:
        for polygon in _polygons(shape):
            together.AddGeometry(polygon)
    made = ogr.Geometry(ogr.wkbMultiPolygon)
    for polygon in _polygons(together.UnionCascaded()):
        made.AddGeometry(_without_specks(polygon))
    return made


def _without_specks(polygon: ogr.Geometry) -> ogr.Geometry:
    """The polygon without holes that hold nothing."""
    made = ogr.Geometry(ogr.wkbPolygon)
    made.AddGeometry(polygon.GetGeometryRef(0))
    for hole in _holes(polygon):
        if hole.GetArea() > _SPECK:
            made.AddGeometry(hole.GetGeometryRef(0))
    return made


def _polygons(geometry: ogr.Geometry) -> Iterator[ogr.Geometry]:
    """The polygons in a geometry, as copies that outlive it; lines and points are left out."""
    if ogr.GT_Flatten(geometry.GetGeometryType()) == ogr.wkbPolygon:
        if not geometry.IsEmpty():
            yield geometry.Clone()
        return
    for at in range(geometry.GetGeometryCount()):
        part = geometry.GetGeometryRef(at)
        if ogr.GT_Flatten(part.GetGeometryType()) not in (ogr.wkbLineString, ogr.wkbPoint):
            yield from _polygons(part)
