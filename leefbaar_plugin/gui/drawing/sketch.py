# SPDX-License-Identifier: GPL-2.0-or-later
"""The area that is being drawn: its figures follow the cursor, before it is closed."""

from __future__ import annotations

from typing import Any

from qgis.core import QgsGeometry, QgsPointXY
from qgis.gui import QgsMapToolCapture
from qgis.PyQt.QtCore import QObject, QTimer

from .areas import Areas

_PAUSE = 40
"""Milliseconds between two estimates: as often as an eye follows, however fast the mouse."""
_WATCH = 250
"""Milliseconds between two looks whether the sketch is still there: Esc tells nobody."""
_LEAST_CORNERS = 3


class Sketch(QObject):
    """Watches QGIS's own digitising tool while it draws in the areas layer, and hands the sketch to the areas.

    It only looks: snapping, tracing, CAD and undo stay what they are.
    """

    def __init__(self, areas: Areas, canvas: Any, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._areas = areas
        self._canvas = canvas
        self._cursor: QgsPointXY | None = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_PAUSE)
        self._timer.timeout.connect(self._measure)
        self._watch = QTimer(self)
        self._watch.setInterval(_WATCH)
        self._watch.timeout.connect(self._look)
        canvas.xyCoordinates.connect(self._follow)
        canvas.mapToolSet.connect(self._measure_later)
        canvas.keyReleased.connect(self._measure_later)  # Esc ends the sketch, Backspace takes a corner back
        areas.list_changed.connect(self._measure_later)

    def disconnect_canvas(self) -> None:
        """Stop watching."""
        self._timer.stop()
        self._watch.stop()
        self._areas.list_changed.disconnect(self._measure_later)
        self._canvas.xyCoordinates.disconnect(self._follow)
        self._canvas.mapToolSet.disconnect(self._measure_later)
        self._canvas.keyReleased.disconnect(self._measure_later)

    def _follow(self, point: QgsPointXY) -> None:
        self._cursor = point
        if self._areas.has_sketch or self._corners():
            self._measure_later()

    def _measure_later(self, *_what: object) -> None:
        if not self._timer.isActive():
            self._timer.start()

    def _measure(self) -> None:
        corners = self._corners()
        layer = self._areas.layer
        if layer is not None and corners and self._cursor is not None:
            corners.append(self._canvas.mapTool().toLayerCoordinates(layer, self._cursor))
        sketch = QgsGeometry.fromPolygonXY([corners]) if len(corners) >= _LEAST_CORNERS else None
        self._areas.set_sketch(sketch)
        if sketch is not None:
            self._watch.start()

    def _look(self) -> None:
        if not self._corners():
            self._watch.stop()
            self._areas.set_sketch(None)

    def _corners(self) -> list[QgsPointXY]:
        """The corners so far, in the coordinate system of the areas layer; none when nothing is being drawn in it."""
        tool = self._canvas.mapTool()
        layer = self._areas.layer
        if layer is None or not isinstance(tool, QgsMapToolCapture) or self._canvas.currentLayer() != layer:
            return []
        if tool.mode() != QgsMapToolCapture.CaptureMode.CapturePolygon:
            return []
        return [QgsPointXY(point) for point in tool.points()]
