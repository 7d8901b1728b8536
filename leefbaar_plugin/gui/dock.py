# SPDX-License-Identifier: GPL-2.0-or-later
"""The dock: the bar that stays, and below it the page of the area, or help when there is nothing to show yet."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from qgis.core import QgsSettings
from qgis.gui import QgsDockWidget
from qgis.PyQt.QtCore import QSize, Qt, QTimer, pyqtBoundSignal, pyqtSignal
from qgis.PyQt.QtGui import QResizeEvent
from qgis.PyQt.QtWidgets import QDockWidget, QHBoxLayout, QMainWindow, QSizePolicy, QToolButton, QVBoxLayout, QWidget

from ..charts.painting.tinted_icon import tinted_icon
from ..engine.names import in_language
from ..pack.files.resources import resource_path
from ..plain_text import as_tip
from ..translation import language, sentence, tr
from .pages import Page, PageFrame, scrolling
from .start.page import StartPage
from .widgets.elided import ElidedButton, ElidedLabel
from .widgets.page_tabs import PageBook
from .widgets.tab_order import go_on

if TYPE_CHECKING:
    from ..pack.pack import Pack
    from .drawing.areas import Areas
    from .messages import Messages
    from .places import PlaceReading
    from .references import ReferenceBook
    from .session import Session

WIDTH = 380
HANDOVER = "handover"
"""Id of the page that hands over."""
_NARROWEST = 330
_OTHERS_WIDTH, _OTHERS_WIDE = 250, 340
_WIDE_WINDOW = 1600
_SQUEEZED = 150
_PAGE_HEIGHT = 200
"""Below this a page shows too little; where the screen is that low (scaling of 200 %), the whole panel scrolls."""
_KEPT_WIDTH = "leefbaarometer/panel_width"
_STORE_AFTER = 800
"""Milliseconds without another change of width, after which it is kept."""


class _Pages(PageBook):
    """Pages that ask for little, and take all the room there is."""

    def sizeHint(self) -> QSize:
        """The least that is of use."""
        return QSize(WIDTH, _PAGE_HEIGHT)

    def minimumSizeHint(self) -> QSize:
        """The same height."""
        return QSize(min(super().minimumSizeHint().width(), _NARROWEST), _PAGE_HEIGHT)


class _AreaContent(Page):
    """The page of areas: its tools, then the area, or how to make the first one."""

    def __init__(self, *parts: QWidget) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 4, 0)
        column.setSpacing(3)
        for part in parts:
            column.addWidget(part)
        column.addStretch(1)


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
        self.title = ElidedLabel(self)
        self.title.setObjectName("LeefbaarometerEdition")
        self._store_width = QTimer(self)
        self._store_width.setSingleShot(True)
        self._store_width.setInterval(_STORE_AFTER)
        self.title.set_texts(tr("Welcome"))
        self.start = StartPage(self)
        whole = QWidget(self)
        self._column = QVBoxLayout(whole)
        self._column.setContentsMargins(0, 4, 0, 0)
        self._column.setSpacing(0)
        self._header = QVBoxLayout()
        self._header.setContentsMargins(8, 0, 6, 2)
        self._header.setSpacing(3)
        self._header.addLayout(self._heading())
        self._column.addLayout(self._header)
        self._start = QWidget(self)
        start = QVBoxLayout(self._start)
        start.setContentsMargins(8, 4, 6, 6)
        start.addWidget(self.start)
        self._column.addWidget(self._start, 1)
        self.setWidget(scrolling(whole, self))
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

        self._session = session
        self._areas = areas
        self.bar = ViewBar(session, self)
        self.change = ChangeNote(session, areas, self)
        self.tools = AreaTools(areas, self)
        self.draw, self.select = self.tools.draw, self.tools.select
        self.page = AreaPage(session, areas, self, book)
        self.first_area = FirstAreaPage(self)
        self.tabs = _Pages(self)
        self.tabs.setObjectName("LeefbaarometerPages")
        self._add_pages()
        self._forward(
            (self.tools.draw_wanted, self.draw_wanted),
            (self.tools.selection_wanted, self.selection_wanted),
            (self.first_area.draw_wanted, self.draw_wanted),
            (self.first_area.buurt_wanted, self.buurt_wanted),
            (self.first_area.search_wanted, self.search_wanted),
        )
        self.tabs.currentChanged.connect(self._page_chosen)
        session.pack_changed.connect(self._choose_page)
        session.pack_missing.connect(lambda folder, _problem: self.start.offer_missing(Path(folder).name))
        session.view_changed.connect(self._choose_page)
        areas.list_changed.connect(self._choose_page)
        areas.current_changed.connect(self._show_area)
        self._choose_page()

    def _add_pages(self) -> None:
        content = _AreaContent(self.tools, self.first_area, self.page, self.change, self.page.lower)
        for action in self.page.jumps():
            content.action_row.add(action)
        self._jumps = content.action_row
        self.add_page("area", tr("Area"), content)
        self._row.insertWidget(1, self.bar.map_button)
        self._header.addWidget(self.bar)
        self._column.setStretchFactor(self._start, 0)
        self._column.addWidget(self.tabs, 1)

    def _forward(self, *pairs: tuple[pyqtBoundSignal, pyqtBoundSignal]) -> None:
        for inner, outer in pairs:
            inner.connect(outer)

    def make_room(self, window: QMainWindow) -> None:
        """Take the width the user gave us, ours the first time, and give the panels on the left back what ours took.

        QGIS lays the panels out while its window is still small, and the map gets all the room that comes later. From
        now on a change of our width is the user's, and kept.
        """
        left = Qt.DockWidgetArea.LeftDockWidgetArea
        panels = [panel for panel in window.findChildren(QDockWidget) if panel.isVisible() and not panel.isFloating()]
        others = _OTHERS_WIDE if window.width() >= _WIDE_WINDOW else _OTHERS_WIDTH
        widths = {p: others for p in panels if window.dockWidgetArea(p) == left and p.width() < _SQUEEZED}
        wanted = QgsSettings().value(_KEPT_WIDTH, WIDTH, type=int)
        if not self.isFloating() and self.width() < wanted:
            widths[self] = wanted
        window.resizeDocks(list(widths), list(widths.values()), Qt.Orientation.Horizontal)

        self._store_width.timeout.connect(self._keep_width)

    def focusNextPrevChild(self, forward: bool) -> bool:  # noqa: N802  Qt's name
        """Tab goes in the order one sees, and stays in the panel; called by Qt."""
        return go_on(self.widget(), forward) or super().focusNextPrevChild(forward)

    def resizeEvent(self, event: QResizeEvent | None) -> None:
        """A new width is kept once it stays."""
        super().resizeEvent(event)
        self._store_width.start()

    def _keep_width(self) -> None:
        if self.isVisible() and not self.isFloating():
            QgsSettings().setValue(_KEPT_WIDTH, self.width())

    def follow_messages(self, messages: Messages) -> None:
        """Show beside the help which messages wait for a choice."""
        from .message_list import MessageList

        self.messages = MessageList(messages, self)
        self._row.insertWidget(self._row.indexOf(self.help), self.messages)

    def _heading(self) -> QHBoxLayout:
        self.help = QToolButton(self)
        self.help.setObjectName("LeefbaarometerHelpButton")
        self.help.setIcon(tinted_icon(resource_path("icons", "help.svg"), self.palette()))
        self.help.setToolTip(tr("Help and glossary (F1)"))
        self.help.setAccessibleName(tr("Help and glossary"))
        self.help.setAutoRaise(True)
        self.help.clicked.connect(lambda _checked: self.help_wanted.emit())
        row = self._row = QHBoxLayout()
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        row.addWidget(self.title, 1)
        row.addWidget(self.help)
        return row

    def add_page(self, page_id: str, title: str, page: QWidget) -> None:
        """Add a page behind the others: it scrolls downwards, the row of actions of a `Page` stays below it.

        From every page one click leads to handing over what it shows.
        """
        ours: Page | None = page if isinstance(page, Page) and page_id != HANDOVER else None
        if ours is not None:
            ours.action_row.add(self._to_handover(page_id, ours), at_end=True)
        self.tabs.addTab(PageFrame(page_id, page, self.tabs), title)

    def use_places(self, places: PlaceReading) -> None:
        """Show the figures of a place while there is one, on the page of areas."""
        self.page.use_places(places)
        places.changed.connect(self._show_area)
        places.opened.connect(lambda: self.open_page("area"))
        self.tools.read_wanted.connect(lambda wanted: places.tool.begin() if wanted else places.tool.stop())
        places.tool.activated.connect(lambda: self.tools.read.setChecked(True))
        places.tool.deactivated.connect(lambda: self.tools.read.setChecked(False))

    def _to_handover(self, page_id: str, page: Page) -> QToolButton:
        button = ElidedButton(page)
        button.setObjectName(f"LeefbaarometerToHandover_{page_id}")
        button.setText(tr("Hand over…"))
        button.setIcon(tinted_icon(resource_path("icons", "report.svg"), self.palette()))
        button.setIconSize(QSize(*[self.fontMetrics().ascent()] * 2))  # no higher than the letters beside it
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        button.setToolTip(as_tip(tr("A report, workbook, table or map of the areas, in a folder of your choice")))
        button.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)  # the others give way
        button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        button.clicked.connect(lambda _checked=False: self.open_page(HANDOVER))
        return button

    def open_page(self, page_id: str) -> None:
        """Turn to a page."""
        for index in range(self.tabs.count()):
            if self.tabs.widget(index).objectName() == f"LeefbaarometerPage_{page_id}":
                self.tabs.setCurrentIndex(index)

    def _page_chosen(self, index: int) -> None:
        page = self.tabs.widget(index)
        self.bar.show_since(page is not None and page.objectName() == "LeefbaarometerPage_change")

    def _choose_page(self) -> None:
        pack = self._session.pack
        there = pack is not None
        self.start.offer_missing("")
        if pack is not None:
            self.first_area.offer_buurten("buurt" in pack.levels, pack.grid is not None)
        self._start.setVisible(not there)
        self.start.setVisible(not there)
        self.tools.setVisible(there)
        self.tools.offer(pack is not None and pack.grid is not None)
        self.tabs.setVisible(there)
        if pack is None:
            self.title.set_texts(tr("Welcome"))
        else:
            self.title.set_texts(*_edition_of(pack))
        self._show_area()

    def _show_area(self) -> None:
        """The page when there is an area or a sketch of one, else how to make the first."""
        there = self._session.pack is not None
        shows_place = self.page.places is not None and self.page.places.is_shown
        has_areas = self._areas.has_sketch or bool(self._areas.names()) or shows_place
        self.first_area.setVisible(there and not has_areas)
        for part in (self.page, self.page.lower, self._jumps):
            part.setVisible(there and has_areas)


def _edition_of(pack: Pack) -> tuple[str, str, str]:
    """Model; edition and where, on one line; and all there is to know of the data, one fact a line."""
    from ..layers.tree import group_title

    model = in_language(pack.model.name, language())
    label = pack.info.get("demonstration")
    names = [name or code for code, name in pack.info["gemeenten"]]
    where = ", ".join(names)
    if label:
        where = tr("demonstration")
    elif len(names) > 2:
        where = tr("{name} and {count} more").format(name=names[0], count=len(names) - 1)
    parts = [tr("edition {edition}").format(edition=pack.edition), *([where] if where else [])]
    told = sentence(in_language(label, language())) if label else ""
    facts = [group_title(pack), ", ".join(names), told, str(pack.folder)]
    return model.split(" ")[-1], " · ".join(["", *parts]).strip(), "\n".join(fact for fact in facts if fact)
