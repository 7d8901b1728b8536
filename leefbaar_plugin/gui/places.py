# SPDX-License-Identifier: GPL-2.0-or-later
"""The place whose figures are shown instead of those of an own area: clicked on the map, or searched."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from qgis.core import QgsCoordinateReferenceSystem, QgsGeometry, QgsPointXY, QgsWkbTypes
from qgis.gui import QgsMapToolEmitPoint, QgsRubberBand
from qgis.PyQt.QtCore import QObject, Qt, pyqtSignal
from qgis.PyQt.QtGui import QColor, QKeyEvent

from ..analysis.places import CLUSTER, SHAPE, SQUARE, Place, figures_at, place_at, place_of
from ..analysis.signals.square_clusters import CLUSTERS
from ..engine.areas.aggregation import AreaScores
from ..engine.areas.figures import AreaFigures, figures_of
from ..engine.errors import InputError, LeefbaarError
from ..engine.model import in_language
from ..layers.choices import AUTOMATIC
from ..layers.projection import ToRd
from ..layers.tree import our_layers
from ..pack.official_scores import OfficialArea
from ..pack.pack import Pack
from ..translation import language, tr
from .drawing.areas import Areas
from .session import Session
from .widgets.zooming import RD, geometry_of, show_on_canvas

_UPWARDS = ("grid", "buurt", "pc4", "wijk", "gemeente")
_LEAST = 400.0
_MOST_BEFORE = 50


class PlaceReading(QObject):
    """`changed` is sent when another place is shown, or none, `opened` when its card is asked for, `compare_wanted` and
    `change_wanted` when it is to be carried to those pages; `failed` carries an error to show.

    A place gives way to an own area that becomes the current one, and to other data.
    """

    changed = pyqtSignal()
    opened = pyqtSignal()
    compare_wanted = pyqtSignal()
    change_wanted = pyqtSignal()
    failed = pyqtSignal(object)

    def __init__(self, session: Session, areas: Areas, canvas: Any, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session, self._areas, self._canvas = session, areas, canvas
        self._measured: tuple[AreaScores, OfficialArea | None] | None = None
        self._beside: int | None = None
        self._before: list[Place] = []
        self._first: Place | None = None
        self.place: Place | None = None
        self._bands: list[QgsRubberBand] = []
        self._marked = b""
        self.tool = ReadPlaceTool(canvas)
        self.tool.clicked.connect(self.read)
        session.pack_changed.connect(self.close)
        session.recipe_changed.connect(self._renew)
        areas.current_changed.connect(self._follow)

    def end(self) -> None:
        """Let go of the map."""
        self.close()
        for band in self._bands:
            self._canvas.scene().removeItem(band)
        self._bands = []
        if self._canvas.mapTool() is self.tool:
            self._canvas.unsetMapTool(self.tool)

    @property
    def is_shown(self) -> bool:
        """Whether the figures shown are those of a place."""
        return self.place is not None and not self._areas.has_sketch

    @property
    def has_squares(self) -> bool:
        """Whether the open data have squares, so that outlines can be measured."""
        return self._session.pack is not None and self._session.pack.grid is not None

    def figures(self) -> AreaFigures | None:
        """Figures of the place in the year that is shown."""
        measured = self._measure()
        return figures_of(self._session.model, measured[0], 0, self._session.year) if measured is not None else None

    @property
    def official(self) -> OfficialArea | None:
        """The official area that the place is; None for another one."""
        measured = self._measure()
        return measured[1] if measured is not None else None

    def _measure(self) -> tuple[AreaScores, OfficialArea | None] | None:
        """Scores of the place, measured when they are first looked at; None without a place."""
        place, pack = self.place, self._session.pack
        if self._measured is None and place is not None and pack is not None:
            try:
                self._measured = figures_at(pack, place, self._session.measurer if pack.grid is not None else None)
            except LeefbaarError as problem:
                self.place = None
                self._mark()
                self.failed.emit(problem)
        return self._measured

    def outline(self) -> bytes | None:
        """Outline of the place, WKB in EPSG:28992."""
        return self.place.outline if self.place is not None else None

    def kind(self) -> str:
        """What the place is and where it lies, as it stands behind its name."""
        place = self.place
        if place is None:
            return ""
        official = self.official if place.level in (SHAPE, CLUSTER) else None
        level = self._level(official.level if official is not None else place.level)
        return tr("{level} in {where}").format(level=level, where=place.gemeente) if place.gemeente else level

    def _level(self, level: str) -> str:
        singular = {
            "gemeente": tr("gemeente"),
            "wijk": tr("wijk"),
            "buurt": tr("buurt"),
            "pc4": tr("PC4 area"),
            SQUARE: tr("square"),
            CLUSTER: tr("cluster of squares"),
            SHAPE: tr("outline on the map"),
        }
        return singular.get(level) or in_language(self._session.model.level(level).name, language())

    # Showing

    def read(self, point: QgsPointXY) -> None:
        """Show what is at a point of the map; the same square again shows the next larger area there."""
        pack, project = self._session.pack, self._session.project
        if pack is None:
            return
        crs = self._canvas.mapSettings().destinationCrs()
        try:
            at = ToRd(crs, project.transformContext(), "").geometry(QgsGeometry.fromPointXY(point)).asPoint()
            levels = self._levels()
            found = [place for level in levels if (place := place_at(pack, level, at.x(), at.y())) is not None]
        except InputError:  # no coordinate system, or another part of the world
            found = []
        except LeefbaarError as problem:
            self.failed.emit(problem)
            return
        if not found:
            return
        again = self.place is not None and found[0] == self._first
        here = next((n for n, place in enumerate(found) if place == self.place), -1) if again else -1
        self._first = found[0]
        self.show(found[(here + 1) % len(found)])

    def show_area(self, level: str, code: str, quietly: bool = False) -> None:
        """Show an official area by its code; `quietly` as `show` does."""
        self._show_found(lambda pack: place_of(pack, level, code), quietly)

    def _show_found(self, find: Callable[[Pack], Place | None], quietly: bool) -> None:
        """Show what is found in the open data, if anything; what is wrong with these is told."""
        pack = self._session.pack
        try:
            place = find(pack) if pack is not None else None
        except LeefbaarError as problem:
            self.failed.emit(problem)
            return
        if place is not None:
            self._first = None
            self.show(place, quietly)

    def show(self, place: Place, quietly: bool = False) -> None:
        """Show a place, and emphasise it on the map; the one before comes back with `back`.

        `quietly`, its card stands ready on the page of areas, and the user stays on another page.
        """
        if self.place is not None and self.place != place:
            self._before = [*self._before[1 - _MOST_BEFORE :], self.place]
        self._beside = self._areas.current
        self._take(place)
        if not quietly:
            self.opened.emit()

    def take_row(self, level: str, code: str, name: str, outline: bytes | None) -> None:
        """Show what a row of a list is about, quietly: an official area, else an outline (WKB in EPSG:28992)."""
        pack = self._session.pack
        if pack is not None and code and level in pack.known_levels:
            self.show_area(level, code, quietly=True)
        elif outline is not None:
            self.show(Place(CLUSTER if level == CLUSTERS else SHAPE, code, name, "", outline), quietly=True)

    def read_square(self, x: float, y: float) -> None:
        """Show the square at a point in EPSG:28992, quietly."""
        self._show_found(lambda pack: place_at(pack, SQUARE, x, y), quietly=True)

    def take_own(self, fid: int) -> None:
        """Show an area of the user's own, and no place any more."""
        self.close()
        self._areas.set_current(fid)

    def open(self) -> None:
        """Turn to the card of what is shown: a place, else the current area."""
        self.opened.emit()

    def back(self) -> None:
        """Show the place before, else the own area that was current."""
        self._take(self._before.pop() if self._before else None)

    def close(self) -> None:
        """Show no place any more."""
        self._before, self._first = [], None
        if self.place is not None:
            self._take(None)
        else:
            self._mark()

    def take_over(self) -> None:
        """Make the place an area of the user's own."""
        place, shape = self.place, self.geometry()
        if place is not None and shape is not None:
            self._areas.add([(place.name, shape)])

    def zoom(self) -> None:
        """Show the place on the map with something around it."""
        show_on_canvas(self._canvas, self.outline(), _LEAST, flash=False)

    def geometry(self) -> QgsGeometry | None:
        """Outline of the place in EPSG:28992."""
        return geometry_of(self.outline())

    def _take(self, place: Place | None) -> None:
        self.place, self._measured = place, None
        self._mark()
        self.changed.emit()

    def _renew(self) -> None:
        if self.place is not None:
            self._take(self.place)

    def _follow(self) -> None:
        """An own area that became the current one takes the place of the place; it is emphasised as well."""
        if self._areas.has_sketch:  # with every move of the cursor
            return
        if self.place is not None and self._areas.current != self._beside:
            self.close()
        elif self.place is None:
            self._mark()

    def _levels(self) -> list[str]:
        """Levels to look in: the one that the map shows, then the larger ones."""
        shown = [level for level in _UPWARDS if self._is_in_view(level)]
        first = _UPWARDS.index(shown[0]) if shown else 0
        return [SQUARE if level == "grid" else level for level in _UPWARDS[first:] if level != "pc4" or not shown[1:]]

    def _is_in_view(self, level: str) -> bool:
        if self._session.level != AUTOMATIC:
            return self._session.level == level
        layer = our_layers(self._session.project).get(level)
        node = self._session.project.layerTreeRoot().findLayer(layer) if layer is not None else None
        if layer is None or node is None:
            return False
        return bool(node.isVisible() and layer.isInScaleRange(self._canvas.scale()))

    # The map

    def _mark(self) -> None:
        shape, crs = self.geometry(), QgsCoordinateReferenceSystem(RD)
        layer = self._areas.layer
        if self.place is None and layer is not None and self._session.pack is not None:
            shape, crs = self._areas.geometry(), layer.crs()
        wkb = bytes(shape.asWkb()) if shape is not None else b""
        if wkb == self._marked:
            return
        self._marked = wkb
        for band in self._bands:
            self._canvas.scene().removeItem(band)
        self._bands = []
        if shape is None:
            return
        for colour, width in (("#FFFFFF", 6), ("#1B1B1B", 3)):
            band = QgsRubberBand(self._canvas, QgsWkbTypes.GeometryType.PolygonGeometry)
            band.setToGeometry(shape, crs)
            band.setFillColor(QColor(0, 0, 0, 0))
            band.setStrokeColor(QColor(colour))
            band.setWidth(width)
            self._bands.append(band)


class ReadPlaceTool(QgsMapToolEmitPoint):
    """Stays on until Esc; `clicked` carries the point (in the map's coordinates)."""

    clicked = pyqtSignal(object)

    def __init__(self, canvas: Any) -> None:
        super().__init__(canvas)
        self.setCursor(Qt.CursorShape.WhatsThisCursor)
        self._map = canvas
        self._earlier: Any = None

    def begin(self) -> None:
        """Take the map, to give it back to the tool that has it now."""
        if self._map.mapTool() is not self:
            self._earlier = self._map.mapTool()
            self._map.setMapTool(self)

    def stop(self) -> None:
        """Give the map back."""
        if self._map.mapTool() is self:
            self._map.unsetMapTool(self)
            if self._earlier is not None:
                self._map.setMapTool(self._earlier)

    def canvasReleaseEvent(self, event: Any) -> None:
        """A click with the left button reads the place."""
        if event.button() == Qt.MouseButton.LeftButton:
            self.clicked.emit(event.mapPoint())

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        """Esc stops."""
        if event.key() == Qt.Key.Key_Escape:
            self.stop()
