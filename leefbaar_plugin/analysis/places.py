# SPDX-License-Identifier: GPL-2.0-or-later
"""What is at a place: the square, or the official area of a level, with its published or measured figures."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from osgeo import ogr

from ..engine.areas.aggregation import AreaScores
from ..pack.official import LevelAreas, gemeente_names, gemeente_of, read_index, read_outlines
from ..pack.official_scores import OfficialArea, official_scores
from ..pack.pack import Pack
from .measure import Measurer, level_scores

SQUARE, SHAPE, CLUSTER = "square", "shape", "cluster"
"""Kinds of places beside the levels of official areas: a square of the grid, an outline of no official area, and a
cluster of squares.
"""


@dataclass(frozen=True)
class Place:
    """A place: a level (or `SQUARE`, `SHAPE`), code and name, where it lies ("" when not known), outline (WKB)."""

    level: str
    code: str
    name: str
    gemeente: str
    outline: bytes | None


def place_at(pack: Pack, level: str, x: float, y: float) -> Place | None:
    """The square (`SQUARE`) or the area of a level at a point in EPSG:28992; None when there is none."""
    return _square_at(pack, x, y) if level == SQUARE else _area_at(pack, level, x, y)


def place_of(pack: Pack, level: str, code: str) -> Place | None:
    """An official area by its code; None when the pack has none."""
    index = read_index(pack, level)
    if code not in index.code:
        return None
    at = index.code.index(code)
    (outline,) = read_outlines(pack, level, [int(index.fid[at])])
    return Place(level, code, index.name[at], _gemeente(pack, level, code), outline)


def figures_at(pack: Pack, place: Place, measurer: Measurer | None) -> tuple[AreaScores, OfficialArea | None]:
    """Figures of a place in all years, as one area, and the official area that it is. Squares of a pack without a
    measurer have none; raises as `Measurer.measure` does.
    """
    if measurer is not None and place.outline is not None and place.level in (SQUARE, SHAPE, CLUSTER):
        measured = measurer.measure([place.outline])
        return measured.scores, measured.official[0]
    areas = LevelAreas(place.level, [place.code], [place.name], [place.outline], {})
    of_codes = official_scores(pack).of_codes(place.level, areas.code)
    return level_scores(pack, areas, None, measurer if place.outline is not None else None), of_codes[0]


def _square_at(pack: Pack, x: float, y: float) -> Place | None:
    if pack.grid is None:
        return None
    grid = pack.require_squares()[0]
    place = grid.at(x, y)
    if place < 0:
        return None
    code, (left, low, right, high) = grid.id(place), grid.box(place)
    ring = ogr.Geometry(ogr.wkbLinearRing)
    for corner in ((left, low), (right, low), (right, high), (left, high), (left, low)):
        ring.AddPoint_2D(*corner)
    box = ogr.Geometry(ogr.wkbPolygon)
    box.AddGeometry(ring)
    inside = _area_at(pack, "buurt", x, y) if "buurt" in pack.levels else None
    where = ", ".join(part for part in (inside.name, inside.gemeente) if part) if inside is not None else ""
    return Place(SQUARE, code, code, where, bytes(box.ExportToIsoWkb()))


def _area_at(pack: Pack, level: str, x: float, y: float) -> Place | None:
    if level not in pack.levels:
        return None
    index = read_index(pack, level)
    with np.errstate(invalid="ignore"):
        box = index.box
        near = np.flatnonzero((box[:, 0] <= x) & (box[:, 2] >= x) & (box[:, 1] <= y) & (box[:, 3] >= y))
    point = ogr.Geometry(ogr.wkbPoint)
    point.AddPoint_2D(x, y)
    outlines = read_outlines(pack, level, [int(index.fid[at]) for at in near])
    for at, outline in zip(near.tolist(), outlines, strict=True):
        shape = ogr.CreateGeometryFromWkb(outline) if outline is not None else None
        if shape is not None and shape.Intersects(point):
            return Place(level, index.code[at], index.name[at], _gemeente(pack, level, index.code[at]), outline)
    return None


def _gemeente(pack: Pack, level: str, code: str) -> str:
    return "" if level == "gemeente" else gemeente_names(pack).get(gemeente_of(code), "")
