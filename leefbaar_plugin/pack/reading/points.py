# SPDX-License-Identifier: GPL-2.0-or-later
"""Dwellings as points, such as verblijfsobjecten of the BAG: which of them count, where they are, and how many each is.

Unless the user gives a filter, a point counts when it has a residential use (`gebruiksdoel` with woonfunctie) and isn't
withdrawn, never built, or only permitted; where the file has no such columns, every point counts.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray
from osgeo import ogr

from ...engine.errors import InputError
from .sources import VECTOR, Source, find_files
from .vectors import VectorLayer, features_of, field_of, is_of_points, layer_of, opened

if TYPE_CHECKING:
    from .inspection import Inspection

USE_FIELDS = ("gebruiksdoel", "gebruiksdoelen", "gebruiksdoelverblijfsobject")
_STATUS_FIELDS = ("status", "verblijfsobjectstatus")
_NUMBER_FIELDS = ("aantal_woningen", "woningen")
_YEAR_FIELDS = ("bouwjaar", "oorspronkelijk_bouwjaar")
_ID_FIELDS = ("identificatie", "verblijfsobject_id")
_RESIDENTIAL = "woonfunctie"
_NOT_THERE = ("ingetrokken", "niet gerealiseerd", "ten onrechte", "gevormd")
"""In the status of an object that is gone, never came, or isn't in use yet."""
_MOST_PER_POINT = 100_000


@dataclass(frozen=True)
class PointChoice:
    """What the user says of a layer of points: a condition in the SQL of OGR in place of residential use, the columns
    with the number of dwellings and with the year they were built, and the last year that counts; "" or None for none.
    """

    condition: str = ""
    number: str = ""
    built: str = ""
    until: int | None = None

    def as_dict(self) -> dict[str, object]:
        """As plain values, for the recipe of a pack."""
        return {"condition": self.condition, "number": self.number, "built": self.built, "until": self.until}


@dataclass(eq=False)
class PointTable:
    """Places of points in EPSG:28992 and the dwellings at each; `left_out` counts the others by why."""

    x: NDArray[np.float64]
    y: NDArray[np.float64]
    number: NDArray[np.float64]
    left_out: dict[str, int] = field(default_factory=dict)


def set_points(found: Inspection, source: Source, layer: VectorLayer) -> None:
    """Take a layer of points into an import; InputError when it has another one."""
    if found.points is not None and found.points[1].label != layer.label:
        raise InputError(
            "Both {first} and {second} hold points of dwellings. Choose one.",
            first=found.points[1].label,
            second=layer.label,
        )
    found.points = (source, layer)


def add_points(found: Inspection, path: str | Path, choice: PointChoice) -> None:
    """Take a file of points into an import, whatever its columns; InputError when it holds none, or can't be read."""
    sources, _others = find_files([path])
    vectors = [source for source in sources if source.suffix in VECTOR]
    if len(vectors) != 1:
        raise InputError("{file}: one file with points was expected.", file=Path(path).name)
    found.points = None
    set_points(found, vectors[0], point_layer(vectors[0].gdal_path, vectors[0].label))
    found.point_choice = choice


@dataclass(frozen=True)
class _Columns:
    use: str | None
    status: str | None
    number: str | None
    built: str | None
    identity: str | None


def point_layer(path: str, label: str) -> VectorLayer:
    """The only layer of points of a file, whatever its columns; InputError when there is none, or several."""
    with opened(path, label) as dataset:
        layers = [dataset.GetLayer(at) for at in range(dataset.GetLayerCount())]
        found = [layer for layer in layers if is_of_points(layer)]
        if len(found) != 1:
            raise InputError(
                "{file} has {count} layers of points; expected is one, with a point for every dwelling or address.",
                file=label,
                count=len(found),
            )
        definition = found[0].GetLayerDefn()
        fields = tuple(definition.GetFieldDefn(at).GetName() for at in range(definition.GetFieldCount()))
        return VectorLayer(path, label, found[0].GetName(), "points", found[0].GetFeatureCount(), None, fields)


def read_points(found: VectorLayer, choice: PointChoice) -> PointTable:
    """Read the points that count. InputError naming file and feature for what is no point, lies too far away, or has a
    number that can't be; and when none are left.
    """
    columns = _columns(found, choice)
    _require_condition(found, choice)
    x, y, number = [], [], []
    seen: set[str] = set()
    left_out = dict.fromkeys(("use", "status", "later", "twice"), 0)
    for at, feature in enumerate(features_of(found, choice.condition), start=1):
        why = _left_out(feature, columns, choice, seen)
        if why:
            left_out[why] += 1
            continue
        geometry = feature.GetGeometryRef()
        if geometry is not None and geometry.GetGeometryCount() == 1:
            geometry = geometry.GetGeometryRef(0)
        if geometry is None or geometry.IsEmpty() or ogr.GT_Flatten(geometry.GetGeometryType()) != ogr.wkbPoint:
            raise InputError("{file}, feature {number}: a point was expected.", file=found.label, number=at)
        x.append(geometry.GetX())
        y.append(geometry.GetY())
        number.append(_number(found, feature, at, columns.number))
    if not x:
        raise InputError(
            "{file}: none of its points counts as a dwelling. Look at the filter and at column {column}.",
            file=found.label,
            column=columns.use or "-",
        )
    return PointTable(np.array(x), np.array(y), np.array(number), {why: n for why, n in left_out.items() if n})


def _columns(found: VectorLayer, choice: PointChoice) -> _Columns:
    for name in (choice.number, choice.built):
        if name and name not in found.fields:
            raise InputError(
                "{file} has no column {column}; it has: {columns}.",
                file=found.label,
                column=name,
                columns=", ".join(found.fields) or "-",
            )
    automatic = not choice.condition
    return _Columns(
        field_of(found, *USE_FIELDS) if automatic else None,
        field_of(found, *_STATUS_FIELDS) if automatic else None,
        choice.number or field_of(found, *_NUMBER_FIELDS),
        choice.built or field_of(found, *_YEAR_FIELDS),
        field_of(found, *_ID_FIELDS),
    )


def _require_condition(found: VectorLayer, choice: PointChoice) -> None:
    if not choice.condition:
        return
    with opened(found.path, found.label) as dataset:
        try:
            layer = layer_of(dataset, found)
            wrong = layer.SetAttributeFilter(choice.condition) != 0
            layer.GetNextFeature()  # only now is it looked at
        except RuntimeError:
            wrong = True
    if wrong:
        raise InputError(
            "{file}: the filter “{text}” can't be read. Expected is a condition like gebruiksdoel = 'woonfunctie'.",
            file=found.label,
            text=choice.condition[:200],
        )


def _left_out(feature: ogr.Feature, columns: _Columns, choice: PointChoice, seen: set[str]) -> str:
    """Why a point doesn't count; "" when it does."""
    if columns.use and _RESIDENTIAL not in feature.GetFieldAsString(columns.use).casefold():
        return "use"
    if columns.status:
        status = feature.GetFieldAsString(columns.status).casefold()
        if any(word in status for word in _NOT_THERE):
            return "status"
    built = feature.GetFieldAsInteger(columns.built) if columns.built else 0
    if choice.until is not None and built > choice.until:
        return "later"
    if columns.identity:
        identity = feature.GetFieldAsString(columns.identity)
        if identity and identity in seen:
            return "twice"
        seen.add(identity)
    return ""


def _number(found: VectorLayer, feature: ogr.Feature, at: int, column: str | None) -> float:
    if column is None:
        return 1.0
    text = feature.GetFieldAsString(column)
    try:
        number = float(text) if feature.IsFieldSetAndNotNull(column) else 0.0
    except ValueError:
        number = np.nan
    if not (0 <= number <= _MOST_PER_POINT and number == round(number)):
        raise InputError(
            "{file}, feature {number}: column {column} holds “{text}”; expected is a whole number of dwellings.",
            file=found.label,
            number=at,
            column=column,
            text=text[:50],
        )
    return number
