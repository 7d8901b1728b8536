# SPDX-License-Identifier: GPL-2.0-or-later
"""The layer of the user's own areas: a GeoPackage in which every area is stored the moment it is closed."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from pathlib import Path

from qgis.core import (
    NULL,
    QgsCoordinateReferenceSystem,
    QgsEditFormConfig,
    QgsFeature,
    QgsField,
    QgsFields,
    QgsFillSymbol,
    QgsGeometry,
    QgsPalLayerSettings,
    QgsProject,
    QgsSimpleLineCallout,
    QgsSingleSymbolRenderer,
    QgsTextBufferSettings,
    QgsTextFormat,
    QgsVectorFileWriter,
    QgsVectorLayer,
    QgsVectorLayerSimpleLabeling,
    QgsWkbTypes,
)
from qgis.PyQt.QtCore import QDateTime, QMetaType
from qgis.PyQt.QtGui import QColor

from ..engine.errors import InputError
from ..translation import tr
from .area_order import NAME, POSITION, ordered_names, position_field, require_position
from .ownership import AREAS_ROLE, owned, record

CREATED = "created"
LAYER = "projectgebieden"
_OUTLINE = {"style": "no", "outline_color": "20,20,20,255", "outline_width": "0.6"}


def find_areas_layer(project: QgsProject) -> QgsVectorLayer | None:
    """The areas layer of the project; None without one, or when its file can't be read."""
    for _entry, layer in owned(project, AREAS_ROLE):
        if isinstance(layer, QgsVectorLayer) and layer.isValid():
            return layer
    return None


def add_areas_layer(project: QgsProject, layer: QgsVectorLayer) -> None:
    """Add the layer of the user's own areas on top, and note that it is the one."""
    record(project, layer, AREAS_ROLE)
    project.addMapLayer(layer, False)
    project.layerTreeRoot().insertLayer(0, layer)


def areas_path(project: QgsProject, data_folder: Path) -> Path:
    """Where a new areas layer goes: beside a saved project, else in the data folder; never an existing file."""
    home = Path(project.absoluteFilePath()) if project.absoluteFilePath() else None
    if home is not None:
        path = home.with_name(f"{home.stem}_projectgebieden.gpkg")
    else:
        path = data_folder / f"projectgebieden_{datetime.now():%Y%m%d_%H%M%S}.gpkg"
    stem, number = path.stem, 1
    while path.exists():
        number += 1
        path = path.with_name(f"{stem}-{number}.gpkg")
    return path


def create_areas_layer(path: Path) -> QgsVectorLayer:
    """Make the GeoPackage with an empty layer of areas and open it; InputError when it can't be written or exists."""
    if path.exists():
        raise InputError("{file} already exists; areas that are stored are never overwritten.", file=path)
    fields = QgsFields()
    fields.append(QgsField(NAME, QMetaType.Type.QString))
    fields.append(QgsField(CREATED, QMetaType.Type.QDateTime))
    fields.append(position_field())
    options = QgsVectorFileWriter.SaveVectorOptions()
    options.driverName = "GPKG"
    options.layerName = LAYER
    crs = QgsCoordinateReferenceSystem("EPSG:28992")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
    except OSError as problem:
        raise InputError("{file} can't be written: {problem}.", file=path, problem=problem) from problem
    writer = QgsVectorFileWriter.create(
        str(path), fields, QgsWkbTypes.Type.MultiPolygon, crs, QgsProject.instance().transformContext(), options
    )
    if writer.hasError() != QgsVectorFileWriter.WriterError.NoError:
        raise InputError("{file} can't be written: {problem}.", file=path, problem=writer.errorMessage())
    del writer
    styled = _opened(path)
    prepare(styled)
    styled.saveStyleToDatabase("projectgebieden", "", True, "")
    del styled  # writing the style into the file leaves this layer's own connection broken
    return open_areas_layer(path)


def open_areas_layer(path: Path) -> QgsVectorLayer:
    """The layer of a GeoPackage of areas that was made before; InputError when it is none."""
    return _opened(path)


def count_areas(path: Path) -> int:
    """Number of areas in a GeoPackage; 0 when it can't be read."""
    layer = QgsVectorLayer(f"{path}|layername={LAYER}", LAYER, "ogr")
    return int(layer.featureCount()) if layer.isValid() else 0


def _opened(path: Path) -> QgsVectorLayer:
    layer = QgsVectorLayer(f"{path}|layername={LAYER}", tr("Project areas"), "ogr")
    if not layer.isValid():
        raise InputError("{file} can't be read as a map file; it is damaged or of another kind.", file=path)
    return layer


def prepare(layer: QgsVectorLayer) -> None:
    """Style, labels and form: an outline that leaves the map readable, the name, and no form in the way of drawing."""
    layer.setRenderer(QgsSingleSymbolRenderer(QgsFillSymbol.createSimple(_OUTLINE)))
    label = QgsPalLayerSettings()
    label.fieldName = NAME
    buffer = QgsTextBufferSettings()
    buffer.setEnabled(True)
    buffer.setColor(QColor("white"))
    text = QgsTextFormat()
    text.setColor(QColor("black"))
    text.setBuffer(buffer)
    label.setFormat(text)
    label.setCallout(QgsSimpleLineCallout())
    layer.setLabeling(QgsVectorLayerSimpleLabeling(label))
    layer.setLabelsEnabled(True)
    form = layer.editFormConfig()
    form.setSuppress(QgsEditFormConfig.FeatureFormSuppress.SuppressOn)
    layer.setEditFormConfig(form)


def next_name(layer: QgsVectorLayer) -> str:
    """A name for a new area that no area of the layer has: Area 1, Area 2 ..."""
    taken = set(ordered_names(layer).values())
    number = 1
    while (name := tr("Area {number}").format(number=number)) in taken:
        number += 1
    return name


def free_name(name: str, taken: Iterable[str]) -> str:
    """The name itself, or with the lowest number behind it that makes it one that isn't taken."""
    names = set(taken)
    number, free = 1, name
    while free in names:
        number += 1
        free = f"{name} ({number})"
    return free


def next_place(layer: QgsVectorLayer) -> int:
    """The place behind all others."""
    highest = layer.maximumValue(layer.fields().indexOf(POSITION))
    return max(int(highest) if highest not in (None, NULL) else 0, layer.featureCount()) + 1


def add_areas(layer: QgsVectorLayer, areas: Iterable[tuple[str, QgsGeometry]]) -> list[int]:
    """Store areas (name, geometry in EPSG:28992) at once, behind the others; returns their feature ids.

    InputError when that fails; then none is stored.
    """
    features = []
    place = next_place(layer) if require_position(layer) else None
    for number, (name, area) in enumerate(areas):
        feature = QgsFeature(layer.fields())
        if area.type() != QgsWkbTypes.GeometryType.PolygonGeometry or area.isEmpty():
            raise InputError("“{name}” is no polygon, so it can't be stored as an area.", name=name)
        geometry = QgsGeometry(area)
        geometry.convertToMultiType()
        feature.setGeometry(geometry)
        feature[NAME] = name
        feature[CREATED] = QDateTime.currentDateTime()
        if place is not None:
            feature[POSITION] = place + number
        features.append(feature)
    return store_features(layer, features)


def store_features(layer: QgsVectorLayer, features: list[QgsFeature]) -> list[int]:
    """Write features to the file of the layer; returns their ids. InputError when that fails, and none is stored."""
    done, added = layer.dataProvider().addFeatures(features)
    if not done:
        raise InputError(
            "The areas can't be stored in {file}: {problem}.",
            file=layer.source().split("|")[0],
            problem=layer.dataProvider().lastError() or "?",
        )
    layer.updateExtents()
    layer.triggerRepaint()
    layer.reload()
    return [feature.id() for feature in added]
