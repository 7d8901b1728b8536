# SPDX-License-Identifier: GPL-2.0-or-later
"""Showing an outline on the map: with something around it, and flashing."""

from __future__ import annotations

from typing import Any

from qgis.core import QgsCoordinateReferenceSystem, QgsGeometry, QgsReferencedRectangle

RD = "EPSG:28992"
_MARGIN = 1.3
_LEAST = 200.0
"""Metres: what is smaller is shown with as much around it."""


def geometry_of(outline: bytes | None) -> QgsGeometry | None:
    """The geometry of an outline (WKB in EPSG:28992); None when it has none."""
    if not outline:
        return None
    shape = QgsGeometry()
    shape.fromWkb(outline)
    return None if shape.isEmpty() else shape


def show_on_canvas(canvas: Any, outline: bytes | None, least: float = _LEAST, flash: bool = True) -> bool:
    """Zoom a map to an outline (WKB in EPSG:28992), at least so many metres wide; False when it has none."""
    shape = geometry_of(outline)
    if shape is None:
        return False
    rd, extent = QgsCoordinateReferenceSystem(RD), shape.boundingBox()
    extent.scale(_MARGIN)
    extent.grow(max(least - extent.width(), 0.0) / 2)
    canvas.setReferencedExtent(QgsReferencedRectangle(extent, rd))
    canvas.refresh()
    if flash:
        canvas.flashGeometries([shape], rd)
    return True
