# SPDX-License-Identifier: GPL-2.0-or-later
"""Selected polygons of any layer, as areas of our own: name and geometry in EPSG:28992."""

from __future__ import annotations

from collections.abc import Iterator

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

from ...engine.errors import InputError
from ..projection import ToRd


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
    outlined = [feature for feature in features if feature.hasGeometry() and not feature.geometry().isEmpty()]
    if not outlined:
        raise InputError("What is selected in layer {layer} has no outline.", layer=layer.name())
    way = ToRd(layer.crs(), project.transformContext(), layer.name())
    return [(name, way.geometry(one.geometry(), one.id())) for one, name in _named(layer, outlined)]


def _named(layer: QgsVectorLayer, features: list[QgsFeature]) -> Iterator[tuple[QgsFeature, str]]:
    context = QgsExpressionContext(QgsExpressionContextUtils.globalProjectLayerScopes(layer))
    expression = QgsExpression(layer.displayExpression())
    expression.prepare(context)
    for feature in features:
        context.setFeature(feature)
        name = expression.evaluate(context)
        yield feature, str(name) if name else f"{layer.name()} {feature.id()}"
