# SPDX-License-Identifier: GPL-2.0-or-later
"""The dock: the bar that stays, and below it the page of the area, or help when there is nothing to show yet."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from qgis.core import QgsSettings
from qgis.gui import QgsDockWidget
from qgis.PyQt.QtCore import QSize, Qt, pyqtBoundSignal, pyqtSignal
from qgis.PyQt.QtWidgets import (
    QDockWidget,
    QFrame,
    QHBoxLayout,
    QMainWindow,
    QScrollArea,
    QTabWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from ..charts.tinted_icon import tinted_icon
from ..data.resources import resource_path
from ..plain_text import MarkupLabel, escaped
from ..translation import tr
from .page_tabs import PageTabs
from .start.page import StartPage

if TYPE_CHECKING:
    from .drawing.areas import Areas
    from .references import ReferenceBook
    from .session import Session

WIDTH = 380
_NARROWEST = 330
_OTHERS_WIDTH, _OTHERS_WIDE = 250, 340
_WIDE_WINDOW = 1600
_SQUEEZED = 150
_PAGE_HEIGHT = 200
"""Below this a page shows too little; where the screen is that low (scaling of 200 %), the whole panel scrolls."""
_ARRANGED = "leefbaarometer/arranged"


class _Pages(QTabWidget):
    """Tabs that ask for little, and take all the room there is."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setTabBar(PageTabs(self))

    def sizeHint(self) -> QSize:
        """The least that is of use."""
        return QSize(WIDTH, _PAGE_HEIGHT)

    def minimumSizeHint(self) -> QSize:
        """The same height."""
        return QSize(super().minimumSizeHint().width(), _PAGE_HEIGHT)


class Dock(QgsDockWidget):
    """Signals ask for what others do, such as `import_wanted` and `draw_wanted`."""

    point_wanted = pyqtSignal()
    import_wanted = pyqtSignal()
    demonstration_wanted = pyqtSignal()
    draw_wanted = pyqtSignal()
    selection_wanted = pyqtSignal()
    search_wanted = pyqtSignal()
    buurt_wanted = pyqtSignal()
    help_wanted = pyqtSignal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("Leefbaarometer", parent)
        self.setObjectName("LeefbaarometerDock")
        self.title = MarkupLabel(self)
        self.title.setWordWrap(True)
        self.title.setText(_heading_of(tr("Welcome")))
        self.start = StartPage(self)
        whole = QWidget(self)
        self._column = QVBoxLayout(whole)
        self._column.setContentsMargins(8, 6, 6, 6)
        self._column.setSpacing(6)
        self._column.addLayout(self._heading())
        self._column.addWidget(self.start, 1)
        self.setWidget(_scrolling(whole, self))
        self.setMinimumWidth(_NARROWEST)
        self._forward(
            (self.start.point_wanted, self.point_wanted),
            (self.start.import_wanted, self.import_wanted),
            (self.start.demonstration_wanted, self.demonstration_wanted),
            (self.start.help_wanted, self.help_wanted),
        )

    def fill(self, session: Session, areas: Areas, book: ReferenceBook | None = None) -> None:
        """Build what shows data and areas: once, when some are wanted, for it takes too long for QGIS's start."""
        from .area.page import AreaPage
        from .change.note import ChangeNote
        from .drawing.area_tools import AreaTools
        from .map.view_bar import ViewBar
        from .start_pages import FirstAreaPage
        from .terms import explain_by_terms

        self._session = session
        self._areas = areas
        explain_by_terms(self.title, "leefbaarometer", "edition")
        self.bar = ViewBar(session, self)
        self.change = ChangeNote(session, areas, self)
        self.tools = AreaTools(areas, self)
        self.draw, self.select = self.tools.draw, self.tools.select
        self.page = AreaPage(session, areas, self, book)
        self.first_area = FirstAreaPage(self)
        self.tabs = _Pages(self)
        self.tabs.setObjectName("LeefbaarometerPages")
        self.tabs.setDocumentMode(True)
        self._add_pages()
        self._forward(
            (self.tools.draw_wanted, self.draw_wanted),
            (self.tools.selection_wanted, self.selection_wanted),
            (self.first_area.draw_wanted, self.draw_wanted),
            (self.first_area.buurt_wanted, self.buurt_wanted),
            (self.first_area.search_wanted, self.search_wanted),
        )
        session.pack_changed.connect(self._choose_page)
        session.pack_missing.connect(lambda folder, _problem: self.start.offer_missing(Path(folder).name))
        session.view_changed.connect(self._choose_page)
        areas.list_changed.connect(self._choose_page)
        areas.current_changed.connect(self._show_area)
        self._choose_page()

    def _add_pages(self) -> None:
        content = QWidget(self)
        inner = QVBoxLayout(content)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.addWidget(self.first_area)
        inner.addWidget(self.page)
        inner.addStretch(1)
        self.add_page("area", tr("Area"), content)
        for at, widget in enumerate((self.bar, self.change, self.tools), start=1):
            self._column.insertWidget(at, widget)
        self._column.setStretchFactor(self.start, 0)
        self._column.addWidget(self.tabs, 1)

    def _forward(self, *pairs: tuple[pyqtBoundSignal, pyqtBoundSignal]) -> None:
        for inner, outer in pairs:
            inner.connect(outer)

    def make_room(self, window: QMainWindow) -> None:
        """Take our width the first time, and give the panels on the left back what ours took from them.

        QGIS lays the panels out while its window is still small, and the map gets all the room that comes later.
        """
        left = Qt.DockWidgetArea.LeftDockWidgetArea
        panels = [panel for panel in window.findChildren(QDockWidget) if panel.isVisible() and not panel.isFloating()]
        others = _OTHERS_WIDE if window.width() >= _WIDE_WINDOW else _OTHERS_WIDTH
        widths = {p: others for p in panels if window.dockWidgetArea(p) == left and p.width() < _SQUEEZED}
        stored = QgsSettings()
        if not stored.value(_ARRANGED, False, type=bool):
            stored.setValue(_ARRANGED, True)
            widths[self] = WIDTH
        window.resizeDocks(list(widths), list(widths.values()), Qt.Orientation.Horizontal)

    def _heading(self) -> QHBoxLayout:
        self.help = QToolButton(self)
        self.help.setObjectName("LeefbaarometerHelpButton")
        self.help.setIcon(tinted_icon(resource_path("icons", "help.svg"), self.palette()))
        self.help.setToolTip(tr("Help and glossary (F1)"))
        self.help.setAccessibleName(tr("Help and glossary"))
        self.help.setAutoRaise(True)
        self.help.clicked.connect(lambda _checked: self.help_wanted.emit())
        row = QHBoxLayout()
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.title, 1)
        row.addStretch(0)
        row.addWidget(self.help, 0, Qt.AlignmentFlag.AlignTop)
        return row

    def add_page(self, page_id: str, title: str, page: QWidget) -> None:
        """Add a page behind the others; it scrolls downwards, never sideways."""
        scroll = _scrolling(page, self.tabs)
        scroll.setObjectName(f"LeefbaarometerPage_{page_id}")
        self.tabs.addTab(scroll, title)

    def _choose_page(self) -> None:
        from ..layers.tree import group_title

        pack = self._session.pack
        there = pack is not None
        self.start.offer_missing("")
        if pack is not None:
            self.first_area.offer_buurten("buurt" in pack.levels, pack.grid is not None)
        self.start.setVisible(not there)
        self.tools.setVisible(there and pack is not None and pack.grid is not None)
        self.tabs.setVisible(there)
        self.title.setVisible(True)
        self.title.setText(_heading_of(group_title(pack) if pack is not None else tr("Welcome")))
        self._show_area()

    def _show_area(self) -> None:
        """The page when there is an area or a sketch of one, else how to make the first."""
        there = self._session.pack is not None
        has_areas = self._areas.has_sketch or bool(self._areas.names())
        self.first_area.setVisible(there and not has_areas)
        self.page.setVisible(there and has_areas)


def _scrolling(content: QWidget, parent: QWidget) -> QScrollArea:
    """A widget that scrolls downwards where there is no room for it, never sideways."""
    scroll = QScrollArea(parent)
    scroll.setWidget(content)
    scroll.setWidgetResizable(True)
    scroll.setFrameShape(QFrame.Shape.NoFrame)
    scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    return scroll


def _heading_of(title: str) -> str:
    """Model and edition in bold; which gemeenten, or that it is a demonstration, less loud behind them."""
    parts = title.split(" – ", 2)
    return " – ".join([f"<b>{escaped(' – '.join(parts[:2]))}</b>", *map(escaped, parts[2:])])
