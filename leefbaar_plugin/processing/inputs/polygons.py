# SPDX-License-Identifier: GPL-2.0-or-later
"""Outlines of a layer's features, brought to EPSG:28992, and back to features."""

from __future__ import annotations

from qgis.core import (
    QgsFeature,
    QgsGeometry,
    QgsProcessingContext,
    QgsProcessingFeatureSource,
    QgsWkbTypes,
)

from ...engine.errors import InputError
from ...layers.projection import ToRd

AS_THEY_ARE = QgsProcessingFeatureSource.Flag.FlagSkipGeometryValidityChecks
"""QGIS would stop at an invalid polygon, or leave it out; we repair it and say so."""


def require_polygons(source: QgsProcessingFeatureSource) -> None:
    """InputError when the layer holds lines, points or no geometry at all."""
    kind = QgsWkbTypes.geometryType(source.wkbType())
    if kind not in (QgsWkbTypes.GeometryType.PolygonGeometry, QgsWkbTypes.GeometryType.UnknownGeometry):
        raise InputError(
            "Layer {layer} holds {kind}; expected are areas (polygons).",
            layer=source.sourceName(),
            kind=QgsWkbTypes.translatedDisplayString(source.wkbType()),
        )


def to_rd(source: QgsProcessingFeatureSource, context: QgsProcessingContext) -> ToRd:
    """The way of the areas to EPSG:28992; InputError when the layer has no coordinate system."""
    return ToRd(source.sourceCrs(), context.transformContext(), source.sourceName())


def wkb_in_rd(feature: QgsFeature, way: ToRd) -> bytes | None:
    """Geometry of a feature as WKB in EPSG:28992; None without geometry. InputError when it can't be transformed."""
    if not feature.hasGeometry():
        return None
    return bytes(way.geometry(feature.geometry(), feature.id()).asWkb())


def beside_geometry(feature: QgsFeature) -> QgsGeometry:
    """The geometry of a feature as a multipolygon: a layer may hold polygons of one part beside those of several."""
    geometry = feature.geometry()
    geometry.convertToMultiType()
    return geometry


def polygon_of(wkb: bytes) -> QgsGeometry:
    """A multipolygon in EPSG:28992; without one, no geometry."""
    made = QgsGeometry()
    made.fromWkb(wkb)
    if made.isEmpty():
        return QgsGeometry()
    made.convertToMultiType()
    return made
