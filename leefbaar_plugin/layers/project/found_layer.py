# SPDX-License-Identifier: GPL-2.0-or-later
"""Areas that a rule found as a layer of the project: a GeoPackage of its own, with the rule in fields and metadata."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from contextlib import suppress
from html import escape, unescape
from pathlib import Path
from typing import Any

from osgeo import gdal
from qgis.core import (
    QgsCategorizedSymbolRenderer,
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransformContext,
    QgsFeature,
    QgsFeatureSink,
    QgsFields,
    QgsFillSymbol,
    QgsGeometry,
    QgsLayerMetadata,
    QgsProject,
    QgsProviderRegistry,
    QgsRendererCategory,
    QgsSimpleFillSymbolLayer,
    QgsVectorFileWriter,
    QgsVectorLayer,
    QgsWkbTypes,
)

from ...engine.errors import InputError, WriteError
from ...pack.files.disk import beside, remove, settle
from ...pack.files.progress import Progress, report
from ...translation import tr
from ..placement import place_for_result
from ..styles import ClassStyle
from .homes import result_path

LAYER = "gevonden"
RESULT_PROPERTY = "leefbaarometer/result"
_LONGEST_NAME = 60
_OUTLINE, _EDGE = "0.9", "1.5"
_EDGE_COLOUR = "30,30,30,255"
_NO_CLASS_COLOUR = "#9A9A9A"
_LOOK_EVERY = 500


def found_path(project: QgsProject, data_folder: Path, title: str) -> Path:
    """Where a result goes: beside a saved project when its folder can be written to, else in the data folder.

    Never an existing file.
    """
    name = re.sub(r"[^\w-]+", "_", title).strip("_")[:_LONGEST_NAME].rstrip("_") or LAYER
    return result_path(project, data_folder, name)


def write_found(
    path: Path,
    fields: QgsFields,
    outlines: Sequence[bytes | None],
    columns: Mapping[str, Sequence[Any]],
    about: QgsLayerMetadata,
    progress: Progress,
) -> None:
    """Write areas (WKB in EPSG:28992) with their columns; whole, or not there at all. For any thread.

    WriteError when the file can't be written, CancelledError when the user cancelled.
    """
    with beside(path) as written:
        _write(written, fields, outlines, columns, progress)
        _require_all(written, len(outlines))
        QgsProviderRegistry.instance().saveLayerMetadata("ogr", f"{written}|layername={LAYER}", about)
        settle([written], written.parent)


def _write(
    path: Path,
    fields: QgsFields,
    outlines: Sequence[bytes | None],
    columns: Mapping[str, Sequence[Any]],
    progress: Progress,
) -> None:
    options = QgsVectorFileWriter.SaveVectorOptions()
    options.driverName, options.layerName = "GPKG", LAYER
    crs = QgsCoordinateReferenceSystem("EPSG:28992")
    writer = QgsVectorFileWriter.create(
        str(path), fields, QgsWkbTypes.Type.MultiPolygon, crs, QgsCoordinateTransformContext(), options
    )
    try:
        _require(writer, path)
        for number, values in enumerate(zip(*columns.values(), strict=True)):
            if number % _LOOK_EVERY == 0:
                report(progress, number / max(len(outlines), 1))
            writer.addFeature(_feature(fields, outlines[number], values), QgsFeatureSink.Flag.FastInsert)
        writer.flushBuffer()
        _require(writer, path)
    finally:
        del writer  # closes the file


def _feature(fields: QgsFields, outline: bytes | None, values: Sequence[Any]) -> QgsFeature:
    feature = QgsFeature(fields)
    if outline is not None:
        geometry = QgsGeometry()
        geometry.fromWkb(outline)
        geometry.convertToMultiType()
        feature.setGeometry(geometry)
    feature.setAttributes(list(values))
    return feature


def _require(writer: QgsVectorFileWriter, path: Path) -> None:
    if writer.hasError() != QgsVectorFileWriter.WriterError.NoError:
        raise WriteError("{file} can't be written: {problem}.", file=path, problem=writer.errorMessage())


def _require_all(path: Path, count: int) -> None:
    """WriteError unless all areas can be read back; on a full disk QGIS keeps that to itself."""
    gdal.UseExceptions()
    try:
        dataset = gdal.OpenEx(str(path), gdal.OF_VECTOR)
        stored = dataset.GetLayerByName(LAYER).GetFeatureCount()
    except (RuntimeError, AttributeError):
        stored = -1
    if stored != count:
        raise WriteError("{file} is incomplete; is the disk full? Nothing was left behind.", file=path)


def discard(path: Path) -> None:
    """Take the file of a result away again."""
    with suppress(OSError):  # why it failed is said already
        remove(path)


def about_found(title: str, rule_text: str, source: str) -> QgsLayerMetadata:
    """The metadata of a result: what it is, by which rule, and the source to name.

    QGIS takes an abstract for HTML.
    """
    about = QgsLayerMetadata()
    about.setTitle(title)
    about.setAbstract(escape(rule_text, quote=False))
    about.setRights([source])
    about.setType("dataset")
    about.setCrs(QgsCoordinateReferenceSystem("EPSG:28992"))
    return about


def open_found(
    path: Path, title: str, about: QgsLayerMetadata, classes: Sequence[ClassStyle], unclassed: bool
) -> QgsVectorLayer:
    """The layer of a result, styled; InputError when it can't be read.

    `classes` are those that occur; with `unclassed` there are areas without one, which are outlined in grey.
    """
    layer = QgsVectorLayer(f"{path}|layername={LAYER}", title, "ogr")
    if not layer.isValid():
        raise InputError("{file} can't be read as a map file; it is damaged or of another kind.", file=path)
    layer.setMetadata(about)
    layer.serverProperties().setAbstract(unescape(about.abstract()))
    categories = [QgsRendererCategory(one.number, outline_symbol(one.colour), one.label) for one in classes]
    if unclassed:
        categories.append(QgsRendererCategory(None, outline_symbol(_NO_CLASS_COLOUR), tr("no class")))
    layer.setRenderer(QgsCategorizedSymbolRenderer("class", categories))
    return layer


def outline_symbol(colour: str) -> QgsFillSymbol:
    """An outline in a class colour on a dark edge, so that it stands out on the same class as well; no filling."""
    symbol = QgsFillSymbol.createSimple({"style": "no", "outline_color": _EDGE_COLOUR, "outline_width": _EDGE})
    symbol.appendSymbolLayer(
        QgsSimpleFillSymbolLayer.create({"style": "no", "outline_color": colour, "outline_width": _OUTLINE})
    )
    return symbol


def is_result(layer: QgsVectorLayer) -> bool:
    """Whether a layer holds a result of ours."""
    return bool(layer.customProperty(RESULT_PROPERTY, False))


def add_to_project(project: QgsProject, layer: QgsVectorLayer) -> None:
    """Add a result right above our group; from then on it is a layer of the user's."""
    layer.setCustomProperty(RESULT_PROPERTY, True)
    parent, at = place_for_result(project)
    project.addMapLayer(layer, False)
    parent.insertLayer(at, layer)
