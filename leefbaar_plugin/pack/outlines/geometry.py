# SPDX-License-Identifier: GPL-2.0-or-later
"""Geometries made fit for the engine: two-dimensional, straight-lined, valid polygons."""

from __future__ import annotations

import os
import struct
from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from itertools import chain

from osgeo import ogr

from ...engine.areas.rings import decode_polygons
from ...engine.choices import EVEN_ODD, FILL_RULES
from ...engine.errors import InputError
from ..files.progress import Progress, silent
from .repair import polygons_of, repair

ogr.UseExceptions()

_FLAT_POLYGONS = (ogr.wkbPolygon, ogr.wkbMultiPolygon)
_PLAIN = tuple(struct.pack("<BI", ogr.wkbNDR, kind) for kind in _FLAT_POLYGONS)
"""How well-known binary begins that needn't be written anew."""
_AT_ONCE = 500_000
"""Bytes of areas that a thread checks before it takes the next; for fewer, threads take longer than the work."""


@dataclass
class ValidAreas:
    """Areas as WKB, for `engine.areas.rings.decode_polygons`; `repaired` and `empty` are places in it (from 0)."""

    wkb: list[bytes] = field(default_factory=list)
    repaired: list[int] = field(default_factory=list)
    empty: list[int] = field(default_factory=list)


EMPTY_POLYGON = bytes(ogr.Geometry(ogr.wkbPolygon).ExportToIsoWkb(ogr.wkbNDR))


def make_valid(
    geometries: Iterable[bytes | None], fill_rule: str = EVEN_ODD, progress: Progress = silent
) -> ValidAreas:
    """Check areas given as WKB, and repair what is invalid by `fill_rule`.

    A missing or empty geometry becomes an empty polygon and is listed. Raises InputError, naming the place from 1, for
    a geometry that is no polygon or can't be read, and CancelledError when the user cancelled by `progress`, which
    follows the repair of each.
    """
    if fill_rule not in FILL_RULES:
        raise InputError("Fill rule {rule} isn't one of {rules}.", rule=fill_rule, rules=", ".join(FILL_RULES))
    given = list(enumerate(geometries))

    def checked(part: slice) -> list[tuple[bytes, bool]]:
        return [_checked(wkb, number, fill_rule, progress) for number, wkb in given[part]]

    parts = _parts([len(wkb or b"") for _number, wkb in given])
    if len(parts) > 1:
        with ThreadPoolExecutor(os.cpu_count()) as threads:  # GEOS, which takes nearly all the time, runs beside itself
            found = list(threads.map(checked, parts))
    else:
        found = [checked(part) for part in parts]
    areas = ValidAreas()
    for number, (wkb, repaired) in enumerate(chain.from_iterable(found)):
        areas.wkb.append(wkb)
        if repaired:
            areas.repaired.append(number)
        if wkb is EMPTY_POLYGON:
            areas.empty.append(number)
    return areas


def _parts(sizes: list[int]) -> list[slice]:
    """Areas of so many bytes in parts, each of about as many."""
    parts, begin, size = [], 0, 0
    for at, one in enumerate(sizes, 1):
        size += one
        if size >= _AT_ONCE or at == len(sizes):
            parts.append(slice(begin, at))
            begin, size = at, 0
    return parts


def _checked(wkb: bytes | None, number: int, fill_rule: str, progress: Progress) -> tuple[bytes, bool]:
    """A valid area, `EMPTY_POLYGON` itself where there is nothing, and whether it was repaired."""
    geometry = _read(wkb, number)
    if geometry is None or geometry.IsEmpty():
        return EMPTY_POLYGON, False
    if geometry.IsValid():
        return bytes(wkb if wkb and wkb[:5] in _PLAIN else geometry.ExportToIsoWkb(ogr.wkbNDR)), False
    geometry = _repaired(geometry, fill_rule, number, progress)
    return EMPTY_POLYGON if geometry.IsEmpty() else bytes(geometry.ExportToIsoWkb(ogr.wkbNDR)), True


def _read(wkb: bytes | None, number: int) -> ogr.Geometry | None:
    if not wkb:
        return None
    try:
        geometry = ogr.CreateGeometryFromWkb(bytes(wkb))
    except RuntimeError as problem:
        raise InputError("Area {number} has a damaged geometry.", number=number + 1) from problem
    if wkb[:5] in _PLAIN:
        return geometry
    if geometry.HasCurveGeometry():
        geometry = geometry.GetLinearGeometry()
    geometry.FlattenTo2D()
    if geometry.IsEmpty() or geometry.GetGeometryType() in _FLAT_POLYGONS:
        return geometry
    polygons = polygons_of(geometry)
    if polygons.IsEmpty():
        raise InputError(
            "Area {number} is a {kind}; expected is a polygon.",
            number=number + 1,
            kind=geometry.GetGeometryName().lower(),
        )
    return polygons


def _repaired(geometry: ogr.Geometry, fill_rule: str, number: int, progress: Progress) -> ogr.Geometry:
    try:
        decode_polygons([bytes(geometry.ExportToIsoWkb(ogr.wkbNDR))])
    except InputError as problem:  # the only thing wrong with what has been read
        raise InputError("Area {number} has a coordinate that is no number.", number=number + 1) from problem
    try:
        return repair(geometry, fill_rule, progress)
    except RuntimeError as problem:
        raise InputError(
            "Area {number} is invalid and can't be repaired: {problem}.", number=number + 1, problem=problem
        ) from problem
