# SPDX-License-Identifier: GPL-2.0-or-later
"""Outlines that weren't published, out of those of smaller areas: wijken are the union of their buurten.

Outlines of buurten are simplified one by one, so that neighbours gape here and there. Gaps between two of the areas
that are narrower than `WIDEST_GAP` are closed; everywhere else the outline is that of the areas. Where neighbours share
their edges, these fall out without any overlay (`engine.areas.dissolving`); GEOS unites the others.
"""

from __future__ import annotations

import os
import struct
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor

import numpy as np
from numpy.typing import NDArray
from osgeo import ogr

from ...engine.areas.dissolving import Dissolved, dissolve, signed_areas
from ...engine.areas.rings import Rings, decode_polygons
from ...engine.errors import CancelledError
from ..files.progress import Progress, report, silent
from ..reading.scores import LevelScores
from ..reading.vectors import Outlines
from .gaps import SPECK, TOUCHING, WIDEST_GAP, gaps, holes_of, is_valid, may_gape, polygons_in
from .geometry import EMPTY_POLYGON

_PARTS = {"wijk": ("buurt", slice(2, 8))}
"""Level of the areas that a level consists of, and the digits of their code that are those of the larger area."""
_POINT = 16
"""Bytes."""
_DISSOLVED = 0.3
"""Share of the time that taking out shared edges takes."""
_AT_ONCE = 16
"""Groups that a thread unites before it takes the next."""


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
    levels: Mapping[str, LevelScores], outlines: Mapping[str, Outlines], progress: Progress = silent
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
    there = [at for at, shape in enumerate(wkb) if shape != EMPTY_POLYGON]
    if not there:
        return {}
    shapes = [wkb[at] for at in there]
    names, group = np.unique([keys[at] for at in there], return_inverse=True)
    report(progress, 0.0)
    dissolved = dissolve(decode_polygons(shapes), group, len(names))
    report(progress, _DISSOLVED)
    unite = _Uniting(shapes, group, dissolved)

    def some(begin: int) -> list[bytes]:
        return [unite(number) for number in range(begin, min(begin + _AT_ONCE, len(names)))]

    with ThreadPoolExecutor(os.cpu_count()) as threads:  # GEOS, which takes most of the time, runs beside itself
        found: list[bytes] = []
        try:
            for made in threads.map(some, range(0, len(names), _AT_ONCE)):
                found += made
                report(progress, _DISSOLVED + (1 - _DISSOLVED) * len(found) / len(names))
        except CancelledError:
            threads.shutdown(cancel_futures=True)  # what waits isn't begun any more
            raise
        return dict(zip(names.tolist(), found, strict=True))


class _Uniting:
    """The union of every group of areas, by the place of the group; for any thread."""

    def __init__(self, wkb: Sequence[bytes], group: NDArray[np.integer], dissolved: Dissolved) -> None:
        self._wkb = wkb
        self._boxes = np.array([ogr.CreateGeometryFromWkb(shape).GetEnvelope() for shape in wkb])
        self._outlines = _outlines(dissolved.rings)
        groups = range(len(self._outlines) + 1)
        order = np.argsort(group, kind="stable")
        self._places = np.split(order, np.searchsorted(group[order], groups[1:-1]))
        open_ = np.argsort(group[dissolved.of_open], kind="stable")
        self._open_edges, self._of_open = dissolved.open_edges[open_], dissolved.of_open[open_]
        self._first_open = np.searchsorted(group[self._of_open], groups)

    def __call__(self, number: int) -> bytes:
        places = self._places[number]
        if len(places) == 1:
            return self._wkb[places[0]]
        outline = self._outlines[number]
        whole = ogr.CreateGeometryFromWkb(outline) if outline else None
        if outline is None or whole is None or not is_valid(whole):
            whole = None  # outlines overlap, or don't meet in the same points
        elif not self._may_gape(number, whole):
            return outline
        return united([self._wkb[at] for at in places], [self._wkb[at] for at in self._others(places)], whole)

    def _may_gape(self, number: int, whole: ogr.Geometry) -> bool:
        """Whether there may be gaps between the areas of a group; not where they have neighbours all around."""
        part = slice(*self._first_open[number : number + 2])
        of_edge = self._of_open[part]
        if not len(of_edge):
            return False
        areas = [ogr.CreateGeometryFromWkb(self._wkb[at]) for at in self._places[number]]
        return may_gape(whole, areas, self._open_edges[part], of_edge)

    def _others(self, places: NDArray[np.integer]) -> list[int]:
        """Areas of other groups that may lie in gaps between the areas at `places`."""
        box = self._boxes[places]
        low, high = box[:, [0, 2]].min(axis=0) - WIDEST_GAP, box[:, [1, 3]].max(axis=0) + WIDEST_GAP
        near = (self._boxes[:, [1, 3]] >= low).all(axis=1) & (self._boxes[:, [0, 2]] <= high).all(axis=1)
        near[places] = False
        return np.flatnonzero(near).tolist()


def _outlines(rings: Rings) -> list[bytes | None]:
    """WKB of the multipolygon of every group; None without rings, and where it isn't plain which hole is in which."""
    found: list[bytes | None] = [None] * rings.polygons
    of_group: dict[int, tuple[list[bytes], list[bytes]]] = {}
    content = rings.points.astype("<f8", copy=False).tobytes()
    specks = np.abs(signed_areas(rings.points, rings.start)) <= SPECK
    begins = zip(rings.polygon.tolist(), rings.hole.tolist(), specks.tolist(), rings.start.tolist(), strict=False)
    for (number, hole, speck, begin), end in zip(begins, rings.start[1:].tolist(), strict=True):
        if not (hole and speck):
            ring = struct.pack("<I", end - begin) + content[_POINT * begin : _POINT * end]
            of_group.setdefault(number, ([], []))[hole].append(ring)
    for number, (outer, holes) in of_group.items():
        if len(outer) == 1 or not holes:
            polygons = [
                struct.pack("<BII", 1, ogr.wkbPolygon, 1 + len(holes)) + b"".join((ring, *holes)) for ring in outer
            ]
            found[number] = struct.pack("<BII", 1, ogr.wkbMultiPolygon, len(polygons)) + b"".join(polygons)
    return found


def united(areas: Sequence[bytes], others: Sequence[bytes] = (), whole: ogr.Geometry | None = None) -> bytes:
    """One area out of several that lie side by side, without gaps between neighbours; WKB of valid polygons.

    What belongs to one of the `others` isn't taken for a gap. `whole` is the union of the areas, when it is known.
    """
    shapes = [ogr.CreateGeometryFromWkb(area) for area in areas]
    whole = _union(shapes) if whole is None else whole
    found = gaps(whole, shapes, [ogr.CreateGeometryFromWkb(area) for area in others])
    if found:
        whole = _union([whole, *(gap.Buffer(TOUCHING, 1) for gap in found)])
    if not is_valid(whole):
        whole = _union(list(polygons_in(whole.MakeValid())))
    return bytes(whole.ExportToIsoWkb(ogr.wkbNDR))


def _union(shapes: Sequence[ogr.Geometry]) -> ogr.Geometry:
    together = ogr.Geometry(ogr.wkbMultiPolygon)
    for shape in shapes:
        for polygon in polygons_in(shape):
            together.AddGeometry(polygon)
    made = ogr.Geometry(ogr.wkbMultiPolygon)
    for polygon in polygons_in(together.UnionCascaded()):
        made.AddGeometry(_without_specks(polygon))
    return made


def _without_specks(polygon: ogr.Geometry) -> ogr.Geometry:
    """The polygon without holes that hold nothing."""
    made = ogr.Geometry(ogr.wkbPolygon)
    made.AddGeometry(polygon.GetGeometryRef(0))
    for hole in holes_of(polygon):
        if hole.GetArea() > SPECK:
            made.AddGeometry(hole.GetGeometryRef(0))
    return made
