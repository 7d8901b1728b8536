# SPDX-License-Identifier: GPL-2.0-or-later
"""Selected polygons of any layer, as areas of our own: name and geometry in EPSG:28992."""

from __future__ import annotations

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsCsException,
    QgsExpression,
    QgsExpressionContext,
    QgsExpressionContextUtils,
    QgsFeature,
    QgsGeometry,
    QgsMapLayer,
    QgsProject,
    QgsVectorLayer,
    QgsWkbTypes,
)

from ..engine.errors import InputError

_RD = "EPSG:28992"


def selected_areas(layer: QgsMapLayer | None, project: QgsProject) -> list[tuple[str, QgsGeometry]]:
    """Names, as the layer shows them, and geometries of the selected polygons, in the order of the layer.

    InputError when the layer has no polygons or no coordinate system, nothing is selected, or a polygon can't be
    transformed.
    """
    if not isinstance(layer, QgsVectorLayer) or layer.geometryType() != QgsWkbTypes.GeometryType.PolygonGeometry:
        raise InputError("Choose a layer with polygons in the layer panel first.")
    features = sorted(layer.selectedFeatures(), key=lambda feature: feature.id())  # QGIS gives them in any order
    if not features:
        raise InputError("No polygon of layer {layer} is selected. Select one or more first.", layer=layer.name())
    if not layer.crs().isValid():
        raise InputError(
            "Layer {layer} has no coordinate system. Set it in the layer's properties first.", layer=layer.name()
        )
    transform = QgsCoordinateTransform(layer.crs(), QgsCoordinateReferenceSystem(_RD), project)
    return [(_name(layer, feature), _transformed(feature, transform)) for feature in features]


def _transformed(feature: QgsFeature, transform: QgsCoordinateTransform) -> QgsGeometry:
    geometry = QgsGeometry(feature.geometry())
    try:
        geometry.transform(transform)
    except QgsCsException as problem:
        raise InputError(
            "Feature {id} can't be brought to EPSG:28992; it lies too far from the Netherlands.", id=feature.id()
        ) from problem
    return geometry


def _name(layer: QgsVectorLayer, feature: QgsFeature) -> str:
    context = QgsExpressionContext(QgsExpressionContextUtils.globalProjectLayerScopes(layer))
    context.setFeature(feature)
    name = QgsExpression(layer.displayExpression()).evaluate(context)
    return str(name) if name else f"{layer.name()} {feature.id()}"
