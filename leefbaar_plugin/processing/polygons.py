# SPDX-License-Identifier: GPL-2.0-or-later
"""Outlines of a layer's features, brought to EPSG:28992, and back to features."""

from __future__ import annotations

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsCsException,
    QgsFeature,
    QgsGeometry,
    QgsProcessingContext,
    QgsProcessingFeatureSource,
    QgsWkbTypes,
)

from ..engine.errors import InputError

AS_THEY_ARE = QgsProcessingFeatureSource.Flag.FlagSkipGeometryValidityChecks
"""QGIS would stop at an invalid polygon, or leave it out; we repair it and say so."""
_FARTHEST = 1e7
"""Metres from the origin of EPSG:28992 beyond which its coordinates mean nothing."""


def require_polygons(source: QgsProcessingFeatureSource) -> None:
    """InputError when the layer holds lines, points or no geometry at all."""
    kind = QgsWkbTypes.geometryType(source.wkbType())
    if kind not in (QgsWkbTypes.GeometryType.PolygonGeometry, QgsWkbTypes.GeometryType.UnknownGeometry):
        raise InputError(
            "Layer {layer} holds {kind}; expected are areas (polygons).",
            layer=source.sourceName(),
            kind=QgsWkbTypes.translatedDisplayString(source.wkbType()),
        )


def to_rd(source: QgsProcessingFeatureSource, context: QgsProcessingContext) -> QgsCoordinateTransform | None:
    """Transformation of the areas to EPSG:28992; InputError when the layer has no coordinate system."""
    crs = source.sourceCrs()
    if not crs.isValid():
        raise InputError(
            "Layer {layer} has no coordinate system. Set it in the layer's properties first.", layer=source.sourceName()
        )
    rd = QgsCoordinateReferenceSystem("EPSG:28992")
    return None if crs == rd else QgsCoordinateTransform(crs, rd, context.transformContext())


def wkb_in_rd(feature: QgsFeature, transform: QgsCoordinateTransform | None) -> bytes | None:
    """Geometry of a feature as WKB in EPSG:28992; None without geometry. InputError when it can't be transformed."""
    if not feature.hasGeometry():
        return None
    geometry = feature.geometry()
    if transform is not None:
        geometry = QgsGeometry(geometry)
        try:
            geometry.transform(transform)
        except QgsCsException as problem:
            raise _too_far(feature) from problem
        box = geometry.boundingBox()
        corners = (box.xMinimum(), box.yMinimum(), box.xMaximum(), box.yMaximum())
        # far away QGIS gives huge or infinite coordinates without a word
        if not (geometry.isEmpty() or all(abs(at) < _FARTHEST for at in corners)):
            raise _too_far(feature)
    return bytes(geometry.asWkb())


def _too_far(feature: QgsFeature) -> InputError:
    return InputError(
        "Feature {id} can't be brought to EPSG:28992; it lies too far from the Netherlands.", id=feature.id()
    )


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
