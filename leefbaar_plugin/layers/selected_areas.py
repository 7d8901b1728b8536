# SPDX-License-Identifier: GPL-2.0-or-later
"""Selected polygons of any layer, as areas of our own: name and geometry in EPSG:28992."""

from __future__ import annotations

from qgis.core import (
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
from .projection import ToRd


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
    way = ToRd(layer.crs(), project.transformContext(), layer.name())
    return [(_name(layer, feature), way.geometry(feature.geometry(), feature.id())) for feature in features]


def _name(layer: QgsVectorLayer, feature: QgsFeature) -> str:
    context = QgsExpressionContext(QgsExpressionContextUtils.globalProjectLayerScopes(layer))
    context.setFeature(feature)
    name = QgsExpression(layer.displayExpression()).evaluate(context)
    return str(name) if name else f"{layer.name()} {feature.id()}"
