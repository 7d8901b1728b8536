# SPDX-License-Identifier: GPL-2.0-or-later
"""Rings around an area, and what is left of the gemeenten around them; WKB in EPSG:28992, distances in metres."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from osgeo import ogr

from ...engine.choices import EVEN_ODD
from ...engine.errors import InputError
from ...pack.outlines.geometry import EMPTY_POLYGON, make_valid

SEGMENTS = 16
"""Pieces of a quarter of a circle: at 500 m no point of an outline is further than 0.6 m from where it should be."""
FARTHEST = 100_000.0
DEFAULT_RINGS = "0-250, 250-500"
_RING = re.compile(r"(\d+(?:\.\d+)?)\s*[-–]\s*(\d+(?:\.\d+)?)")
_DISTANCE = re.compile(r"\d+(?:\.\d+)?")

Ring = tuple[float, float]


def parse_rings(text: str) -> list[Ring]:
    """Rings from a text as "0-250, 250-500": pairs of metres, separated by commas or semicolons.

    InputError for another text, or a ring that doesn't go outwards.
    """
    rings: list[Ring] = []
    for part in _parts(text):
        match = _RING.fullmatch(part)
        if match is None:
            raise InputError("“{text}” is no ring; write rings as 0-250, 250-500 (metres).", text=part)
        inner, outer = float(match[1]), float(match[2])
        if not inner < outer <= FARTHEST:
            raise InputError("Ring {ring} has to go outwards, up to {most} m.", ring=part, most=int(FARTHEST))
        rings.append((inner, outer))
    if not rings:
        raise InputError("Give one or more rings, as 0-250, 250-500 (metres).")
    return rings


def parse_distances(text: str) -> list[Ring]:
    """Rings that don't overlap, from a text as "250, 500" (from the area outwards) or as "0-250, 250-500".

    InputError for what is no distance or ring, and for distances that don't go outwards.
    """
    parts = _parts(text)
    if parts and all(_DISTANCE.fullmatch(part) for part in parts):
        ends = [float(part) for part in parts]
        rings = list(zip([0.0, *ends[:-1]], ends, strict=True))
        for part, (inner, outer) in zip(parts, rings, strict=True):
            if not inner < outer <= FARTHEST:
                raise InputError(
                    "Distance {distance} has to be larger than the one before it, and at most {most} m.",
                    distance=part,
                    most=int(FARTHEST),
                )
        return rings
    wrong = [part for part in parts if not (_DISTANCE.fullmatch(part) or _RING.fullmatch(part))]
    if wrong:
        raise InputError("“{text}” is no distance; write 250, 500 or 0-250, 250-500 (metres).", text=wrong[0])
    rings = parse_rings(text)
    for (_, before), (inner, outer) in pairwise(rings):
        if inner < before:
            ring = f"{inner:g}-{outer:g}"
            raise InputError("Ring {ring} begins within the one before it; rings can't overlap.", ring=ring)
    return rings


def _parts(text: str) -> list[str]:
    return [part for part in (one.strip() for one in re.split(r"[,;]", text)) if part]


def ring_around(area: bytes, inner: float, outer: float, fill_rule: str = EVEN_ODD) -> bytes:
    """What lies between `inner` and `outer` metres around an area, never the area itself; of an empty area, nothing."""
    return rings_around(area, [(inner, outer)], fill_rule)[0]


def rings_around(area: bytes, rings: Sequence[Ring], fill_rule: str = EVEN_ODD) -> list[bytes]:
    """Several rings around an area, as `ring_around`."""
    shape = _valid(area, fill_rule)
    if shape is None:
        return [EMPTY_POLYGON] * len(rings)
    moved = {distance: shape.Buffer(distance, SEGMENTS) for ring in rings for distance in ring if distance}
    return [_polygons(moved[outer].Difference(moved.get(inner, shape))) for inner, outer in rings]


def difference(area: bytes, others: Sequence[bytes], fill_rule: str = EVEN_ODD) -> bytes:
    """What is left of an area outside all of the others."""
    shape = _valid(area, fill_rule)
    if shape is None:
        return EMPTY_POLYGON
    for other in others:
        away = _valid(other, fill_rule)
        if away is not None and away.Intersects(shape):
            shape = shape.Difference(away)
    return _polygons(shape)


def _valid(area: bytes, fill_rule: str) -> ogr.Geometry | None:
    """A polygon that can be computed with; None without surface."""
    areas = make_valid([area], fill_rule)
    return None if areas.empty else ogr.CreateGeometryFromWkb(areas.wkb[0])


def _polygons(shape: ogr.Geometry) -> bytes:
    """The polygons of a shape; where outlines touch, a difference leaves lines and points beside them."""
    if shape.IsEmpty() or shape.GetDimension() < 2:
        return EMPTY_POLYGON
    return make_valid([bytes(shape.ExportToIsoWkb(ogr.wkbNDR))]).wkb[0]
