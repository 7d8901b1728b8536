# SPDX-License-Identifier: GPL-2.0-or-later
"""The one way of a geometry of QGIS to EPSG:28992: for selections, expressions, algorithms and the areas layer."""

from __future__ import annotations

from osgeo import osr
from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsCoordinateTransformContext,
    QgsCsException,
    QgsGeometry,
)

from ..engine.errors import InputError
from ..pack.outlines.projection import is_defined, lies_too_far

RD = "EPSG:28992"


def rd() -> QgsCoordinateReferenceSystem:
    """EPSG:28992."""
    return QgsCoordinateReferenceSystem(RD)


def says_where(crs: QgsCoordinateReferenceSystem) -> bool:
    """Whether a coordinate system says where its coordinates are; it needn't have an authority code."""
    if not crs.isValid():
        return False
    if crs.authid():
        return True
    reference = osr.SpatialReference()
    try:
        reference.ImportFromWkt(crs.toWkt())
    except RuntimeError:
        return True  # newer than this library knows; the transformation will tell
    return is_defined(reference)


class ToRd:
    """Brings geometries of one coordinate system to EPSG:28992; InputError naming `layer` when it says no place."""

    def __init__(self, crs: QgsCoordinateReferenceSystem, context: QgsCoordinateTransformContext, layer: str) -> None:
        if not says_where(crs):
            raise InputError(
                "Layer {layer} has no coordinate system. Set it in the layer's properties first.", layer=layer
            )
        target = rd()
        self._transform = None if crs == target else QgsCoordinateTransform(crs, target, context)

    def geometry(self, geometry: QgsGeometry, feature: int | None = None) -> QgsGeometry:
        """The geometry in EPSG:28992; a null or empty one as it is.

        InputError, naming the `feature` by its id, when it lies too far away or there is no way to EPSG:28992.
        """
        if geometry.isNull() or geometry.isEmpty():
            return geometry
        if self._transform is not None:
            geometry = QgsGeometry(geometry)
            try:
                brought = self._transform.isValid() and not int(geometry.transform(self._transform))
            except QgsCsException:
                brought = False
            if not brought:
                raise _too_far(feature)
        box = geometry.boundingBox()  # far away QGIS gives huge or infinite coordinates without a word
        if lies_too_far(box.xMinimum(), box.yMinimum(), box.xMaximum(), box.yMaximum()):
            raise _too_far(feature)
        return geometry


def _too_far(feature: int | None) -> InputError:
    if feature is None:
        return InputError("The geometry can't be brought to EPSG:28992; it lies too far from the Netherlands.")
    return InputError("Feature {id} can't be brought to EPSG:28992; it lies too far from the Netherlands.", id=feature)
