# SPDX-License-Identifier: GPL-2.0-or-later
"""Vector files recognised by their fields, and the outlines of areas in them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from osgeo import gdal, ogr

from ...engine.errors import InputError
from ...engine.model import Level, ScoreModel
from ..files.batches import batches
from ..outlines.geometry import ValidAreas, make_valid
from ..outlines.projection import Projection

OUTLINES, COUNTS, SERVICE, POINTS = "outlines", "counts", "service", "points"
_DWELLINGS = {"gebruiksdoel", "gebruiksdoelen", "gebruiksdoelverblijfsobject", "aantalwoningen"}
"""Fields, without underscores, of which points with one are dwellings."""
SQUARE_ID = "crs28992res100m"
"""Field with the code of a square in the files of CBS."""


@dataclass(frozen=True)
class VectorLayer:
    """A layer recognised by its fields; `path` is as GDAL opens it, and may lead into an archive.

    `level` is missing for counts and points, and for features of the service, which name it one by one.
    """

    path: str
    label: str
    layer: str
    kind: str
    features: int
    level: Level | None
    fields: tuple[str, ...]


@contextmanager
def opened(path: str, label: str) -> Iterator[gdal.Dataset]:
    """The dataset, for a with block in which damage of the file becomes an InputError."""
    gdal.UseExceptions()
    try:
        dataset = gdal.OpenEx(path, gdal.OF_VECTOR | gdal.OF_READONLY)
    except RuntimeError as problem:
        raise InputError(
            "{file} can't be read as a map file; it is damaged or of another kind.", file=label
        ) from problem
    try:
        yield dataset
    except RuntimeError as problem:
        raise InputError("{file} is damaged: {problem}.", file=label, problem=problem) from problem
    finally:
        del dataset


def layer_of(dataset: gdal.Dataset, found: VectorLayer) -> ogr.Layer:
    """The layer that was found; one that is alone may bear the name of its file, and has another in a copy."""
    return dataset.GetLayer(0) if dataset.GetLayerCount() == 1 else dataset.GetLayerByName(found.layer)


def recognise_vector(path: str | Path, label: str, model: ScoreModel) -> list[VectorLayer]:
    """The layers of a file that are of use, by their fields."""
    found = []
    with opened(path := str(path), label) as dataset:
        for at in range(dataset.GetLayerCount()):
            layer = dataset.GetLayer(at)
            definition = layer.GetLayerDefn()
            fields = tuple(definition.GetFieldDefn(i).GetName() for i in range(definition.GetFieldCount()))
            kind, level = _kind_of(fields, model)
            if _DWELLINGS & {_plain(name) for name in fields} and is_of_points(layer):
                kind, level = POINTS, None
            if kind and not all(map(is_text, fields)):
                raise InputError(
                    "{file} is damaged: the name of a column is no readable text. Download the file again.", file=label
                )
            if kind:
                found.append(VectorLayer(path, label, layer.GetName(), kind, layer.GetFeatureCount(), level, fields))
    return found


def is_of_points(layer: ogr.Layer) -> bool:
    """Whether a layer holds points: by what it says, else by its first feature."""
    kind = ogr.GT_Flatten(layer.GetGeomType())
    if kind == ogr.wkbUnknown:
        layer.ResetReading()
        first = layer.GetNextFeature()
        geometry = first.GetGeometryRef() if first is not None else None
        kind = ogr.GT_Flatten(geometry.GetGeometryType()) if geometry is not None else ogr.wkbNone
        layer.ResetReading()
    return kind in (ogr.wkbPoint, ogr.wkbMultiPoint)


def _kind_of(fields: tuple[str, ...], model: ScoreModel) -> tuple[str | None, Level | None]:
    plain = {_plain(name) for name in fields}
    if SQUARE_ID in plain:
        return COUNTS, None
    if {"id", "scale", model.deviation.id} <= plain:
        return SERVICE, None
    for level in model.levels:
        if plain & {_plain(name) for name in level.code_columns}:
            return OUTLINES, level
    return None, None


def _plain(name: str) -> str:
    return name.replace("_", "").casefold()


def field_of(found: VectorLayer, *names: str) -> str | None:
    """The field with one of these names, whatever its case and underscores; one with the same underscores goes first.

    InputError when several can be meant: which one a program takes mustn't decide about figures, and GDAL takes the
    first whatever its case.
    """
    for name in names:
        alike = [one for one in found.fields if _plain(one) == _plain(name)]
        fields = [one for one in alike if one.casefold() == name.casefold()] or alike
        if len(fields) > 1:
            raise InputError(
                "{file} has several columns for {column} ({columns}). Remove those that don't count.",
                file=found.label,
                column=name,
                columns=", ".join(fields),
            )
        if fields:
            return fields[0]
    return None


def text_of(found: VectorLayer, feature: ogr.Feature, field: str) -> str:
    """Text of a field, "" for none; InputError for bytes that are no text, which nothing could keep or show."""
    text = feature.GetFieldAsString(field)
    if isinstance(text, str) and is_text(text):
        return text.strip()
    raise InputError(
        "{file}, feature {number}: column {column} holds what is no readable text. Download the file again, or save it "
        "in UTF-8.",
        file=found.label,
        number=feature.GetFID(),
        column=field,
    )


def is_text(text: str) -> bool:
    """Whether a text of GDAL can be written as UTF-8: bytes that can't be read come as halves of signs."""
    try:
        text.encode()
    except UnicodeEncodeError:
        return False
    return True


def arrays_of(layer: ogr.Layer, wanted: dict[str, str], geometry: bool) -> dict[str, NDArray]:
    """Arrays of some fields, read in batches; `geometry` adds the WKB of the geometries."""
    read = list(batches(layer, wanted.values(), geometry, fid=False))
    parts = {key: [batch[name] for batch in read if name in batch] for key, name in wanted.items()}
    columns = {key: np.ma.concatenate(found) for key, found in parts.items() if found}
    if geometry and read:
        name = layer.GetGeometryColumn() or "wkb_geometry"
        columns["geometry"] = np.concatenate([np.ma.getdata(batch[name]) for batch in read if name in batch])
    return columns


@dataclass(frozen=True, eq=False)
class Outlines:
    """Valid polygons (WKB, EPSG:28992) of the areas of one level, by code; `repaired` of them were invalid.

    `made_of` is the level whose areas they are the union of, where they were made here; "" as published.
    """

    level: Level
    code: list[str]
    name: list[str]
    wkb: list[bytes]
    repaired: int
    made_of: str = ""


def read_outlines(found: VectorLayer, wanted: Callable[[str], bool] = bool) -> Outlines:
    """Read the outlines of one level; those without a code, or with one that isn't wanted, are left out."""
    level = found.level
    if level is None:
        raise InputError("{file} has no column that says which areas it holds.", file=found.label)
    code = field_of(found, *level.code_columns, "id") or ""
    name = field_of(found, *level.name_columns, "name")
    codes, names, geometries = [], [], []
    for feature in features_of(found):
        text = text_of(found, feature, code)
        if text and wanted(text):
            codes.append(text)
            names.append(text_of(found, feature, name) if name else "")
            geometries.append(wkb_of(feature))
    areas = valid_areas(found, geometries)
    return Outlines(level, *_one_by_code(codes, names, areas.wkb), len(areas.repaired))


def _one_by_code(codes: list[str], names: list[str], wkb: list[bytes]) -> tuple[list[str], list[str], list[bytes]]:
    """The same with every code once: CBS draws the land and the water of a gemeente apart."""
    name_of: dict[str, str] = {}
    shape_of: dict[str, bytes] = {}
    for code, name, shape in zip(codes, names, wkb, strict=True):
        name_of.setdefault(code, name)
        if code in shape_of:
            both = ogr.CreateGeometryFromWkb(shape_of[code]).Union(ogr.CreateGeometryFromWkb(shape))
            shape = bytes(both.ExportToIsoWkb(ogr.wkbNDR))
        shape_of[code] = shape
    return list(name_of), list(name_of.values()), list(shape_of.values())


def valid_areas(found: VectorLayer, geometries: list[bytes | None]) -> ValidAreas:
    """Geometries as valid polygons; InputError names the file."""
    try:
        return make_valid(geometries)
    except InputError as problem:
        raise InputError("{file}: {problem}", file=found.label, problem=problem) from problem


def features_of(found: VectorLayer, condition: str = "") -> Iterator[ogr.Feature]:
    """Features of a layer with their geometry brought to EPSG:28992; those only that a condition in SQL holds for."""
    with opened(found.path, found.label) as dataset:
        layer = layer_of(dataset, found)
        if condition:
            layer.SetAttributeFilter(condition)
        projection = Projection.of(layer)
        for number, feature in enumerate(layer, start=1):
            projection.bring(feature.GetGeometryRef(), found.label, number)
            yield feature


def wkb_of(feature: ogr.Feature) -> bytes | None:
    """Geometry of a feature; None without one."""
    return bytes(g.ExportToIsoWkb(ogr.wkbNDR)) if (g := feature.GetGeometryRef()) is not None else None
