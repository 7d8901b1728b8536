# SPDX-License-Identifier: GPL-2.0-or-later
"""The square under a resting mouse: how much of it counts in the area that is emphasised on the map."""

from __future__ import annotations

from typing import Any

from qgis.core import QgsCoordinateTransform, QgsGeometry, QgsPointXY, QgsRectangle
from qgis.gui import QgsMapTool
from qgis.PyQt.QtCore import QObject, QPoint, QRect
from qgis.PyQt.QtWidgets import QAction, QApplication, QToolTip

from ...analysis.square_shares import SquareShare, square_share
from ...charts.painting.tinted_icon import tinted_icon
from ...engine.errors import LeefbaarError
from ...layers.project.project_state import read_state, write_state
from ...layers.projection import ToRd, rd
from ...layers.timers import timer
from ...pack.files.resources import resource_path
from ...plain_text import as_tip
from ...translation import tr
from ...words.wording import share_lines
from ..drawing.areas import Areas
from ..places import PlaceReading
from ..session import Session

_REST = 400
"""Milliseconds that the mouse rests before a square is told: nothing is looked up while it moves."""
_KEY = "square_tips"


class SquareTips(QObject):
    """`action` switches it, which the project remembers. Nothing is told while an area is drawn or edited."""

    def __init__(self, session: Session, areas: Areas, places: PlaceReading, canvas: Any) -> None:
        super().__init__()
        self._session, self._areas, self._places, self._canvas = session, areas, places, canvas
        self._at: QgsPointXY | None = None
        self._waiting = timer(self, _REST, self._tell)
        self.action = QAction(tr("Shares of squares"), self)
        self.action.setToolTip(tr("How much of the square under the mouse counts in the area that is emphasised"))
        self.action.setIcon(tinted_icon(resource_path("icons", "shares.svg"), QApplication.palette()))
        self.action.setCheckable(True)
        self.action.setChecked(True)
        self.action.toggled.connect(self._switch)
        canvas.xyCoordinates.connect(self._moved)
        session.pack_changed.connect(self._follow)

    def close(self) -> None:
        """Let go of the map."""
        self._waiting.stop()
        self._canvas.xyCoordinates.disconnect(self._moved)
        self._session.pack_changed.disconnect(self._follow)
        self.deleteLater()

    def _follow(self) -> None:
        """Take over what the project remembers."""
        wanted = read_state(self._session.project, _KEY).get("shown", True) is not False
        if wanted != self.action.isChecked():
            self.action.blockSignals(True)
            self.action.setChecked(wanted)
            self.action.blockSignals(False)

    def _switch(self, wanted: bool) -> None:
        write_state(self._session.project, _KEY, {"shown": wanted})

    def _moved(self, point: QgsPointXY) -> None:
        if self.action.isChecked() and self._session.pack is not None:
            self._at = QgsPointXY(point)
            self._waiting.start()

    def _tell(self) -> None:
        name, outline = self._emphasised()
        if self._at is None or outline is None or not self._canvas.underMouse() or self._is_edited():
            return
        try:
            found = self.square_at(self._at, outline)
        except LeefbaarError:  # what is wrong with the area was said when it was measured
            return
        if found is None:
            return
        text = share_lines(found, name, self._session.model, self._session.year)
        corner = self._canvas.mapToGlobal(self._pixel(self._at.x(), self._at.y()))
        QToolTip.showText(corner, as_tip(text), self._canvas, self._pixels(found))

    def square_at(self, point: QgsPointXY, outline: bytes) -> SquareShare | None:
        """The square of an area (WKB in EPSG:28992) at a point of the map."""
        session = self._session
        if session.pack is None or session.pack.grid is None:
            return None
        crs = self._canvas.mapSettings().destinationCrs()
        at = ToRd(crs, session.project.transformContext(), "").geometry(QgsGeometry.fromPointXY(point)).asPoint()
        return square_share(session.measurer, outline, at.x(), at.y(), session.year)

    def _emphasised(self) -> tuple[str, bytes | None]:
        """Name and outline of what the map emphasises: a place, else the current area."""
        if self._places.place is not None:
            return self._places.place.name, self._places.outline()
        return self._areas.names().get(self._areas.current or 0, ""), self._areas.outline()

    def _is_edited(self) -> bool:
        tool = self._canvas.mapTool()
        return self._areas.has_sketch or (tool is not None and bool(tool.flags() & QgsMapTool.Flag.EditTool))

    def _pixel(self, x: float, y: float) -> QPoint:
        at = self._canvas.getCoordinateTransform().transform(x, y)
        return QPoint(round(at.x()), round(at.y()))

    def _pixels(self, found: SquareShare) -> QRect:
        """The square on the map: the tip goes when the mouse leaves it."""
        to_map = QgsCoordinateTransform(
            rd(), self._canvas.mapSettings().destinationCrs(), self._session.project.transformContext()
        )
        box = to_map.transformBoundingBox(QgsRectangle(*found.box))
        return QRect(self._pixel(box.xMinimum(), box.yMaximum()), self._pixel(box.xMaximum(), box.yMinimum()))
