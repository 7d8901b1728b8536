# SPDX-License-Identifier: GPL-2.0-or-later
"""The dock: the bar that stays, and below it the page of the area, or help when there is nothing to show yet."""

from __future__ import annotations

from qgis.core import QgsSettings
from qgis.gui import QgsDockWidget
from qgis.PyQt.QtCore import Qt, pyqtSignal
from qgis.PyQt.QtWidgets import (
    QDockWidget,
    QFrame,
    QHBoxLayout,
    QLabel,
    QMainWindow,
    QPushButton,
    QScrollArea,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from ..layers.tree import group_title
from ..translation import tr
from .area_page import AreaPage
from .areas import Areas
from .session import Session
from .view_bar import ViewBar

WIDTH = 380
_OTHERS_WIDTH = 250
_SQUEEZED = 150
_ARRANGED = "leefbaarometer/arranged"


class Dock(QgsDockWidget):
    """Signals ask for what others do: `import_wanted`, `demonstration_wanted`, `last_pack_wanted`."""

    import_wanted = pyqtSignal()
    demonstration_wanted = pyqtSignal()
    last_pack_wanted = pyqtSignal()
    draw_wanted = pyqtSignal()
    selection_wanted = pyqtSignal()

    def __init__(self, session: Session, areas: Areas, parent: QWidget | None = None) -> None:
        super().__init__("Leefbaarometer", parent)
        self.setObjectName("LeefbaarometerDock")
        self._session = session
        self._areas = areas
        self.bar = ViewBar(session, self)
        self.page = AreaPage(session, areas, self)
        self.title = QLabel(self)
        self.title.setWordWrap(True)
        self.start = self._start_page()
        self.first_area = self._first_area_page()
        self.tabs = QTabWidget(self)
        self.tabs.setObjectName("LeefbaarometerPages")
        self.tabs.setDocumentMode(True)
        self._build()
        session.pack_changed.connect(self._choose_page)
        session.view_changed.connect(self._choose_page)
        areas.list_changed.connect(self._choose_page)
        areas.current_changed.connect(self._show_area)
        self._choose_page()

    def _build(self) -> None:
        content = QWidget(self)
        inner = QVBoxLayout(content)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.addWidget(self.first_area)
        inner.addWidget(self.page)
        inner.addStretch(1)
        self.add_page("area", tr("Area"), content)
        whole = QWidget(self)
        column = QVBoxLayout(whole)
        column.setContentsMargins(8, 6, 6, 6)
        column.setSpacing(6)
        for widget in (self.title, self.bar, self._make_row(), self.start):
            column.addWidget(widget)
        column.addWidget(self.tabs, 1)
        self.setWidget(whole)
        self.setMinimumWidth(WIDTH - 20)

    def make_room(self, window: QMainWindow) -> None:
        """Take our width the first time, and give the panels on the left back what ours took from them.

        QGIS lays the panels out while its window is still small, and the map gets all the room that comes later.
        """
        left = Qt.DockWidgetArea.LeftDockWidgetArea
        panels = [panel for panel in window.findChildren(QDockWidget) if panel.isVisible() and not panel.isFloating()]
        widths = {p: _OTHERS_WIDTH for p in panels if window.dockWidgetArea(p) == left and p.width() < _SQUEEZED}
        stored = QgsSettings()
        if not stored.value(_ARRANGED, False, type=bool):
            stored.setValue(_ARRANGED, True)
            widths[self] = WIDTH
        window.resizeDocks(list(widths), list(widths.values()), Qt.Orientation.Horizontal)

    def _make_row(self) -> QWidget:
        self._row = QWidget(self)
        row = QHBoxLayout(self._row)
        row.setContentsMargins(0, 0, 0, 0)
        self.draw = QPushButton(tr("Draw an area"), self._row)
        self.draw.setObjectName("LeefbaarometerDraw")
        self.draw.setToolTip(tr("Click the corners on the map; right-click closes the area, Esc stops"))
        self.select = QPushButton(tr("Use selection"), self._row)
        self.select.setObjectName("LeefbaarometerUseSelection")
        self.select.setToolTip(tr("Store the selected polygons of the active layer as project areas"))
        row.addWidget(self.draw)
        row.addWidget(self.select)
        self.draw.clicked.connect(self.draw_wanted)
        self.select.clicked.connect(self.selection_wanted)
        return self._row

    def _start_page(self) -> QWidget:
        page = QWidget(self)
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        text = QLabel(
            tr(
                "No data are open yet. Import the zips that you downloaded from the Leefbaarometer (you can also drop "
                "them on the map), or try the plugin with the demonstration data of Schiedam."
            ),
            page,
        )
        text.setWordWrap(True)
        column.addWidget(text)
        self.import_button = QPushButton(tr("Import data…"), page)
        self.import_button.setObjectName("LeefbaarometerImport")
        self.demonstration_button = QPushButton(tr("Try it with the demonstration data"), page)
        self.demonstration_button.setObjectName("LeefbaarometerDemonstration")
        self.last_button = QPushButton(page)
        self.last_button.setObjectName("LeefbaarometerLastPack")
        for button, signal in (
            (self.last_button, self.last_pack_wanted),
            (self.import_button, self.import_wanted),
            (self.demonstration_button, self.demonstration_wanted),
        ):
            button.clicked.connect(signal)
            column.addWidget(button)
        column.addStretch(1)
        return page

    def _first_area_page(self) -> QWidget:
        text = QLabel(
            tr(
                "Draw an area on the map, or select polygons of any layer and take them over. Its liveability appears "
                "here at once."
            ),
            self,
        )
        text.setWordWrap(True)
        return text

    def add_page(self, page_id: str, title: str, page: QWidget) -> None:
        """Add a page behind the others; it scrolls downwards, never sideways."""
        scroll = QScrollArea(self.tabs)
        scroll.setObjectName(f"LeefbaarometerPage_{page_id}")
        scroll.setWidget(page)
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.tabs.addTab(scroll, title)

    def _choose_page(self) -> None:
        pack = self._session.pack
        there = pack is not None
        last = self._session.last_pack() if not there else None
        self.last_button.setVisible(last is not None)
        if last is not None:
            self.last_button.setText(tr("Open the last data ({name})").format(name=last.name))
        self.start.setVisible(not there)
        self._row.setVisible(there and pack is not None and pack.grid is not None)
        self.tabs.setVisible(there)
        self.title.setVisible(there)
        self.title.setText(f"<b>{group_title(pack)}</b>" if pack is not None else "")
        self._show_area()

    def _show_area(self) -> None:
        """The page when there is an area or a sketch of one, else how to make the first."""
        there = self._session.pack is not None
        has_areas = self._areas.has_sketch or bool(self._areas.names())
        self.first_area.setVisible(there and not has_areas)
        self.page.setVisible(there and has_areas)
