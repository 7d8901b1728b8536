# SPDX-License-Identifier: GPL-2.0-or-later
"""Official areas that a pack holds a part of: a pack of some gemeenten with a margin has slices of their neighbours."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from typing import Any

from osgeo import ogr

from ..engine.squares.grid import SQUARE
from .official import GEMEENTE, LevelAreas, gemeente_of, read_level
from .outlines.geometry import make_valid
from .pack import Pack

_HALF_DIAGONAL = 0.75 * SQUARE
"""Metres within the border of the selection from which every square that an area touches has its centre inside."""
_BORDER = 1.0
"""Metres by which outlines that share a border may differ."""
_KEPT, _WHOLE = "parts", "whole gemeenten"
_MOST_NAMED = 8


def is_selection(pack: Pack) -> bool:
    """Whether a pack was made of some gemeenten of its files only."""
    return bool(pack.info.get("selection"))


def whole_gemeenten(pack: Pack) -> frozenset[str]:
    """Codes of the gemeenten of which the pack holds all squares; kept while it is open."""
    known: frozenset[str] | None = pack.kept.get(_WHOLE)
    if known is None:
        known = pack.kept[_WHOLE] = frozenset(code for code, _name in pack.info["gemeenten"])
    return known


def partial_codes(pack: Pack, level: str) -> frozenset[str]:
    """Codes of the areas of a level of which the pack holds a part of the squares, or none; kept while it is open.

    Areas of the chosen gemeenten are whole; others when they lie so far within gemeenten and margin that all squares
    they touch are there. PackError when the outlines can't be read.
    """
    if not is_selection(pack) or level not in pack.known_levels:
        return frozenset()
    kept: dict[str, frozenset[str]] = pack.kept.setdefault(_KEPT, {})
    if level not in kept:
        areas, gemeenten = read_level(pack, level), read_level(pack, GEMEENTE)
        margin, outlines = float(pack.info.get("margin") or 0.0), dict(zip(gemeenten.code, gemeenten.wkb, strict=True))
        kept[level] = partial_among(level, areas.code, areas.wkb, whole_gemeenten(pack), margin, outlines)
    return kept[level]


def whole_areas(pack: Pack, areas: LevelAreas) -> tuple[LevelAreas, list[str]]:
    """The areas of a level that are whole in the pack, and the names of the others, which aren't judged or compared."""
    there, left_out = whole_places(pack, areas)
    return (areas.where(there) if left_out else areas), left_out


def whole_places(pack: Pack, areas: LevelAreas) -> tuple[list[int], list[str]]:
    """The same as places of the areas."""
    partial = partial_codes(pack, areas.level)
    there = [at for at, code in enumerate(areas.code) if code not in partial]
    return there, [areas.name[at] for at, code in enumerate(areas.code) if code in partial]


def shortened(names: Sequence[str]) -> str:
    """Some names for a sentence, the first of them when there are many."""
    return ", ".join(names[:_MOST_NAMED]) + (" …" if len(names) > _MOST_NAMED else "")


def partial_among(
    level: str,
    codes: Sequence[str],
    outlines: Sequence[bytes | None],
    whole: Collection[str],
    margin: float,
    gemeenten: Mapping[str, bytes | None],
) -> frozenset[str]:
    """Codes of the areas that a selection holds a part of: `whole` are the chosen gemeenten, with a margin in metres,
    `gemeenten` outlines by code.
    """
    others = [at for at, code in enumerate(codes) if gemeente_of(code) not in whole]
    if not others:
        return frozenset()
    outline = _union([wkb for code, wkb in gemeenten.items() if code in whole])
    if outline is None:
        return frozenset(codes[at] for at in others)
    inside, deep = outline.Buffer(_BORDER), outline.Buffer(margin - _HALF_DIAGONAL)
    found = []
    for at, wkb in zip(others, make_valid([outlines[at] for at in others]).wkb, strict=True):
        shape = ogr.CreateGeometryFromWkb(wkb)
        there = not shape.IsEmpty() and (shape.Within(inside) or shape.Within(deep))
        if not there or level == GEMEENTE:  # a gemeente is whole when it was chosen
            found.append(codes[at])
    return frozenset(found)


def _union(outlines: Sequence[bytes | None]) -> Any:
    together = ogr.Geometry(ogr.wkbMultiPolygon)
    for wkb in make_valid(outlines).wkb:
        shape = ogr.CreateGeometryFromWkb(wkb)
        for polygon in [shape] if shape.GetGeometryName() == "POLYGON" else shape:
            if not polygon.IsEmpty():
                together.AddGeometry(polygon)
    return None if together.IsEmpty() else together.UnionCascaded()
