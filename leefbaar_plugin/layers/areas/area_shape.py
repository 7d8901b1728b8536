# SPDX-License-Identifier: GPL-2.0-or-later
"""What can be stored as an area: polygons with a surface and coordinates that mean something."""

from __future__ import annotations

import math

from qgis.core import QgsGeometry, QgsWkbTypes

from ...engine.errors import InputError
from ...pack.outlines.geometry import make_valid
from ...pack.outlines.projection import lies_too_far

_AS_DRAWN = {
    QgsWkbTypes.Type.Polygon,
    QgsWkbTypes.Type.MultiPolygon,
    QgsWkbTypes.Type.CurvePolygon,
    QgsWkbTypes.Type.MultiSurface,
}
_NO_SURFACE = 1e-3
"""Square metres."""


def problem_of(geometry: QgsGeometry, name: str) -> InputError | None:
    """Why a geometry can't be an area, in a sentence with its name; None when it can."""
    if geometry.isNull() or geometry.isEmpty():
        return InputError("“{name}” has no outline, so it can't be stored as an area.", name=name)
    if geometry.type() != QgsWkbTypes.GeometryType.PolygonGeometry:
        return InputError("“{name}” is no polygon, so it can't be stored as an area.", name=name)
    finite = math.isfinite(geometry.length())  # of the outline: one coordinate that is no number makes it none
    box = geometry.boundingBox()
    if not finite or lies_too_far(box.xMinimum(), box.yMinimum(), box.xMaximum(), box.yMaximum()):
        return InputError(
            "“{name}” has coordinates that can't lie in EPSG:28992 (RD), so it can't be stored as an area.", name=name
        )
    if geometry.area() < _NO_SURFACE and make_valid([bytes(geometry.asWkb())]).empty:  # a bow-tie's parts cancel out
        return InputError("“{name}” has no surface on the map, so it can't be stored as an area.", name=name)
    return None


def fit_to_store(geometry: QgsGeometry, name: str) -> QgsGeometry:
    """A multipolygon without heights, its outline as it was drawn; InputError when it can't be one.

    Of a surface of several faces, such as a roof, what it covers on the map.
    """
    problem = problem_of(geometry, name)
    if problem is not None:
        raise problem
    shape = QgsGeometry(geometry)
    if QgsWkbTypes.flatType(shape.wkbType()) not in _AS_DRAWN:
        shape = QgsGeometry()
        shape.fromWkb(make_valid([bytes(geometry.asWkb())]).wkb[0])
    shape.convertToStraightSegment()
    shape.get().dropZValue()
    shape.get().dropMValue()
    shape.convertToMultiType()
    return shape
