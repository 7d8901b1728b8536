# SPDX-License-Identifier: GPL-2.0-or-later
"""A second map beside the first: the same theme and extent in another year, for comparing two years at a glance."""

from __future__ import annotations

from dataclasses import replace

from qgis.core import QgsMapLayer, QgsRectangle
from qgis.gui import QgsDockWidget, QgsMapCanvas, QgsMapToolPan
from qgis.PyQt.QtCore import QSize, pyqtSignal
from qgis.PyQt.QtGui import QCloseEvent
from qgis.PyQt.QtWidgets import QComboBox, QHBoxLayout, QVBoxLayout, QWidget

from ...layers.choices import Choices
from ...layers.making import make_layers
from ...layers.tree import our_layers, shown_levels, style
from ...layers.views import SITUATION, layer_name
from ...pack.pack import Pack
from ...plain_text import PlainLabel, as_tip
from ...translation import tr
from ..session import Session

_ROUNDING = 1e-6


class SecondMap(QgsDockWidget):
    """A canvas linked with the main one; it shows copies of our layers, so that the project stays as it is.

    `closed` is sent when the user closes it; `clean_up` lets go of everything.
    """

    closed = pyqtSignal()

    def __init__(self, session: Session, main: QgsMapCanvas, parent: QWidget | None = None) -> None:
        super().__init__(tr("Leefbaarometer: second year"), parent)
        self.setObjectName("LeefbaarometerSecondMap")
        self._session = session
        self._main = main
        self._copies: dict[str, QgsMapLayer] = {}
        self._pack: Pack | None = None
        self._linking = False
        self._size = QSize()
        self.canvas = QgsMapCanvas(self)
        self.canvas.setObjectName("LeefbaarometerSecondCanvas")
        self.canvas.setProject(session.project)
        self.canvas.setCanvasColor(main.canvasColor())
        self.canvas.enableAntiAliasing(main.antiAliasingEnabled())
        self._pan = QgsMapToolPan(self.canvas)
        self.canvas.setMapTool(self._pan)
        self.years = QComboBox(self)
        self.years.setObjectName("LeefbaarometerSecondYear")
        self.years.setAccessibleName(tr("Year of the second map"))
        self.title = PlainLabel(self)
        self._build()
        self.year = self._first_year()
        self.years.activated.connect(lambda index: self.set_year(self.years.itemData(index)))
        session.view_changed.connect(self.follow)
        session.pack_changed.connect(self._lose)
        main.extentsChanged.connect(self._from_main)
        main.layersChanged.connect(self.follow)
        main.destinationCrsChanged.connect(self._from_main)
        self.canvas.extentsChanged.connect(self._to_main)
        self.follow()
        self._from_main()

    def _build(self) -> None:
        inside = QWidget(self)
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        row = QHBoxLayout()
        row.setContentsMargins(6, 3, 6, 0)
        label = PlainLabel(tr("Year"), inside)
        label.setBuddy(self.years)
        for widget in (label, self.years):
            row.addWidget(widget)
        row.addWidget(self.title, 1)
        column.addLayout(row)
        column.addWidget(self.canvas, 1)
        self.setWidget(inside)

    def _first_year(self) -> int:
        """The first year of the development shown, else the year before the one of the main map, else the next."""
        years = self._session.years_with_theme()
        if self._session.kind != SITUATION and self._session.since in years:
            return self._session.since
        earlier = self._session.earlier_years()
        return earlier[-1] if earlier else years[-1]

    def set_year(self, year: int) -> None:
        """Show another year in the second map."""
        self.year = year
        self.follow()

    def follow(self) -> None:
        """Show the theme, view and layers of the main map, in the year of this one."""
        session, pack = self._session, self._session.pack
        if pack is None:
            return
        years = session.available_years()
        if self.year not in years:
            self.year = years[0]
        self.years.clear()
        for year in years:
            self.years.addItem(str(year), year)
        self.years.setCurrentIndex(self.years.findData(self.year))
        view, ours = session.view_of(self.year), our_layers(session.project)
        copies = self._copies_of(ours)
        shown, choices = shown_levels(copies, pack, view, session.level), Choices(session.project)
        for level, copy in copies.items():
            chosen = choices.of(level)
            copy.setOpacity(ours[level].opacity() if chosen.opacity is None else chosen.opacity)
            style(copy, level, pack, session.palette, view, shown, replace(chosen, name="", opacity=None))
            copy.triggerRepaint()
        self.title.setText(layer_name(pack, shown[-1], view) if shown else "")
        self.title.setToolTip(as_tip(self.title.text()))
        mine = [copies[level] for level in copies if level in shown]
        above, below = self._others({layer.id() for layer in ours.values()})
        self.canvas.setLayers([*above, *mine, *below])

    def _others(self, ours: set[str]) -> tuple[list[QgsMapLayer], list[QgsMapLayer]]:
        """Layers of the main map that aren't the pack's: those that lie over its last one, and those below."""
        shown = self._main.layers()
        last = max((at for at, layer in enumerate(shown) if layer.id() in ours), default=-1)
        above = [layer for layer in shown[: last + 1] if layer.id() not in ours]
        return above, shown[last + 1 :]

    def _copies_of(self, ours: dict[str, QgsMapLayer]) -> dict[str, QgsMapLayer]:
        """Layers like each of ours, made once per pack."""
        pack = self._session.pack
        if pack is not None and pack is not self._pack:
            self.canvas.setLayers([])
            self._copies, self._pack = make_layers(pack), pack
        return {level: copy for level, copy in self._copies.items() if level in ours}

    def _from_main(self) -> None:
        self._link(self._main, self.canvas)

    def _to_main(self) -> None:
        """The user moved this map; when it only got another size, it is the one that follows."""
        size = self.canvas.mapSettings().outputSize()
        resized, self._size = size != self._size, size
        if resized:
            self._from_main()
        else:
            self._link(self.canvas, self._main)

    def _link(self, source: QgsMapCanvas, target: QgsMapCanvas) -> None:
        """The middle and scale of one map to the other; the maps may be of other sizes."""
        if self._linking:
            return
        self._linking = True
        try:
            if target is self.canvas:
                target.setDestinationCrs(source.mapSettings().destinationCrs())
                target.setRotation(source.rotation())
            extent = _same_scale(source, target)
            if extent is not None and not _alike(extent, target.extent()):
                target.setExtent(extent)
                target.refresh()
        finally:
            self._linking = False

    def _lose(self) -> None:
        """Other data, or none: there is nothing to compare any more."""
        self.close()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Closing by the user ends the second map."""
        super().closeEvent(event)
        self.closed.emit()

    def clean_up(self) -> None:
        """Let go of session, main map and copies."""
        self._session.view_changed.disconnect(self.follow)
        self._session.pack_changed.disconnect(self._lose)
        self._main.extentsChanged.disconnect(self._from_main)
        self._main.layersChanged.disconnect(self.follow)
        self._main.destinationCrsChanged.disconnect(self._from_main)
        self.canvas.stopRendering()
        self.canvas.setLayers([])
        self._copies.clear()
        self.deleteLater()


def _same_scale(source: QgsMapCanvas, target: QgsMapCanvas) -> QgsRectangle | None:
    """What `target` shows at the middle and scale of `source`; None before the canvas has a size."""
    size, unit, middle = target.mapSettings().outputSize(), source.mapUnitsPerPixel(), source.center()
    if size.isEmpty() or not unit > 0:
        return None
    width, height = size.width() * unit / 2, size.height() * unit / 2
    return QgsRectangle(middle.x() - width, middle.y() - height, middle.x() + width, middle.y() + height)


def _alike(one: QgsRectangle, other: QgsRectangle) -> bool:
    """Whether two extents are the same but for rounding."""
    near = max(one.width(), one.height()) * _ROUNDING
    edges = ("xMinimum", "yMinimum", "xMaximum", "yMaximum")
    return all(abs(getattr(one, edge)() - getattr(other, edge)()) <= near for edge in edges)
