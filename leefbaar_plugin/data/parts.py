# SPDX-License-Identifier: GPL-2.0-or-later
"""Official areas that a pack holds a part of: a pack of some gemeenten with a margin has slices of their neighbours."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from osgeo import ogr

from ..engine.grid import SQUARE
from .geometry import make_valid
from .official import GEMEENTE, LevelAreas, gemeente_of, read_level
from .pack import Pack

_HALF_DIAGONAL = 0.75 * SQUARE
"""Metres within the border of the selection from which every square that an area touches has its centre inside."""
_BORDER = 1.0
"""Metres by which outlines that share a border may differ."""
_KEPT = "parts"


def is_selection(pack: Pack) -> bool:
    """Whether a pack was made of some gemeenten of its files only."""
    return bool(pack.info.get("selection"))


def whole_gemeenten(pack: Pack) -> frozenset[str]:
    """Codes of the gemeenten of which the pack holds all squares."""
    return frozenset(code for code, _name in pack.info["gemeenten"])


def partial_codes(pack: Pack, level: str) -> frozenset[str]:
    """Codes of the areas of a level of which the pack holds a part of the squares, or none; kept while it is open.

    Areas of the chosen gemeenten are whole; others when they lie so far within gemeenten and margin that all squares
    they touch are there. PackError when the outlines can't be read.
    """
    if not is_selection(pack) or level not in pack.levels:
        return frozenset()
    kept: dict[str, frozenset[str]] = pack.kept.setdefault(_KEPT, {})
    if level not in kept:
        kept[level] = _partial(pack, read_level(pack, level))
    return kept[level]


def places_whole(pack: Pack, areas: LevelAreas) -> list[int]:
    """Places of the areas that are whole in the pack."""
    partial = partial_codes(pack, areas.level)
    return [at for at, code in enumerate(areas.code) if code not in partial]


def _partial(pack: Pack, areas: LevelAreas) -> frozenset[str]:
    whole = whole_gemeenten(pack)
    others = [at for at, code in enumerate(areas.code) if gemeente_of(code) not in whole]
    if not others:
        return frozenset()
    inside, deep = _selected(pack, whole)
    found = []
    for at, wkb in zip(others, make_valid([areas.wkb[at] for at in others]).wkb, strict=True):
        shape = ogr.CreateGeometryFromWkb(wkb)
        there = not shape.IsEmpty() and inside is not None and (shape.Within(inside) or shape.Within(deep))
        if not there or areas.level == GEMEENTE:  # a gemeente is whole when it was chosen
            found.append(areas.code[at])
    return frozenset(found)


def _selected(pack: Pack, whole: frozenset[str]) -> tuple[Any, Any]:
    """The chosen gemeenten, and what lies well within them and their margin; None without outlines."""
    gemeenten = read_level(pack, GEMEENTE)
    outline = _union([wkb for code, wkb in zip(gemeenten.code, gemeenten.wkb, strict=True) if code in whole])
    if outline is None:
        return None, None
    margin = float(pack.info.get("margin") or 0.0)
    return outline.Buffer(_BORDER), outline.Buffer(margin - _HALF_DIAGONAL)


def _union(outlines: Sequence[bytes | None]) -> Any:
    together = ogr.Geometry(ogr.wkbMultiPolygon)
    for wkb in make_valid(outlines).wkb:
        shape = ogr.CreateGeometryFromWkb(wkb)
        for polygon in [shape] if shape.GetGeometryName() == "POLYGON" else shape:
            if not polygon.IsEmpty():
                together.AddGeometry(polygon)
    return None if together.IsEmpty() else together.UnionCascaded()
