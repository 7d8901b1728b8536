# SPDX-License-Identifier: GPL-2.0-or-later
"""The layer of the user's own areas: a GeoPackage in which every area is stored the moment it is closed."""

from __future__ import annotations

from pathlib import Path

from qgis.core import (
    QgsAttributeTableConfig,
    QgsCoordinateReferenceSystem,
    QgsEditFormConfig,
    QgsEditorWidgetSetup,
    QgsField,
    QgsFields,
    QgsFillSymbol,
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
from qgis.PyQt.QtCore import QMetaType
from qgis.PyQt.QtGui import QColor

from ...engine.errors import InputError
from ...pack.files.disk import beside, settle
from ...translation import tr
from ..project.ownership import AREAS_ROLE, owned, record
from .area_file import LAYER
from .area_order import NAME, POSITION, position_field
from .area_rows import CREATED

_PROTECTED = "leefbaarometer/protected"
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


def create_areas_layer(path: Path) -> QgsVectorLayer:
    """Make the GeoPackage with an empty layer of areas and open it; InputError when it can't be written or exists."""
    if path.exists():
        raise InputError("{file} already exists; areas that are stored are never overwritten.", file=path)
    with beside(path) as written:
        _write_empty(written)
        settle([written], written.parent)
    return open_areas_layer(path)


def _write_empty(path: Path) -> None:
    fields = QgsFields()
    fields.append(QgsField(NAME, QMetaType.Type.QString))
    fields.append(QgsField(CREATED, QMetaType.Type.QDateTime))
    fields.append(position_field())
    options = QgsVectorFileWriter.SaveVectorOptions()
    options.driverName = "GPKG"
    options.layerName = LAYER
    crs = QgsCoordinateReferenceSystem("EPSG:28992")
    writer = QgsVectorFileWriter.create(
        str(path), fields, QgsWkbTypes.Type.MultiPolygon, crs, QgsProject.instance().transformContext(), options
    )
    if writer.hasError() != QgsVectorFileWriter.WriterError.NoError:
        raise InputError("{file} can't be written: {problem}.", file=path, problem=writer.errorMessage())
    del writer
    styled = _opened(path)
    prepare(styled)
    styled.saveStyleToDatabase("projectgebieden", "", True, "")
    del styled  # closes the file


def open_areas_layer(path: Path) -> QgsVectorLayer:
    """The layer of a GeoPackage of areas that was made before; InputError when it is none."""
    return _opened(path)


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
    protect(layer)


def protect(layer: QgsVectorLayer) -> None:
    """Hide what the plugin keeps its books with, and make it read-only; done once, for users may show it again."""
    if layer.customProperty(_PROTECTED):
        return
    form, table = layer.editFormConfig(), layer.attributeTableConfig()
    table.update(layer.fields())
    keys = [layer.fields().at(at).name() for at in layer.dataProvider().pkAttributeIndexes()]
    for name in (*keys, CREATED, POSITION):
        at = layer.fields().indexOf(name)
        if at >= 0:
            form.setReadOnly(at, True)
            if name != CREATED:
                layer.setEditorWidgetSetup(at, QgsEditorWidgetSetup("Hidden", {}))
                _hide_column(table, name)
    layer.setEditFormConfig(form)
    layer.setAttributeTableConfig(table)
    layer.setCustomProperty(_PROTECTED, True)


def _hide_column(table: QgsAttributeTableConfig, name: str) -> None:
    columns = table.columns()
    for column in columns:
        if column.name == name:
            column.hidden = True
    table.setColumns(columns)
