# SPDX-License-Identifier: GPL-2.0-or-later
"""The panel on a small laptop: what stands in view, in pixels, at the width and the font it has at 1366 x 768."""

from __future__ import annotations

import itertools

import pytest
from qgis.core import QgsGeometry, QgsProject, QgsSettings
from qgis.PyQt.QtCore import QPoint, QSize, Qt
from qgis.PyQt.QtGui import QColor, QFont, QIcon, QPixmap
from qgis.PyQt.QtWidgets import QApplication, QMainWindow, QToolButton, QWidget

from leefbaar_plugin.gui import dock as dock_module
from leefbaar_plugin.gui.dock import Dock
from leefbaar_plugin.gui.widgets.elided import ElidedButton
from leefbaar_plugin.gui.widgets.page_tabs import PageBook
from leefbaar_plugin.plugin import LeefbaarometerPlugin
from leefbaar_plugin.translation import Translator

from .test_hostile_names import Iface

AREA = "MultiPolygon (((86200 436400, 87000 436300, 87200 436900, 86500 437300, 86200 436400)))"
HEIGHT = 582
"""Pixels of the panel at 1366 x 768 without its title; 120 of them stand above a page, 450 are the page's."""
THEMES = ("lbm", "fys", "onv", "soc", "vrz", "won")


@pytest.fixture
def font(qgis_app):
    """A font of 12 pixels, as 9 points are on a screen of 96 dots per inch; others can be asked for."""
    before, ratio = QFont(QApplication.font()), 72.0 / QApplication.primaryScreen().logicalDotsPerInchY()

    def choose(pixels):
        font = QFont("DejaVu Sans")
        font.setPointSizeF(pixels * ratio)
        QApplication.setFont(font)

    choose(12)
    yield choose
    QApplication.setFont(before)


@pytest.fixture
def panel(font, qtbot, schiedam_folder, tmp_path, monkeypatch, dutch):
    """The panel of the whole plugin with one area; `size` gives it another size."""
    monkeypatch.setenv("LEEFBAAROMETER_DATA_FOLDER", str(tmp_path))
    QgsProject.instance().clear()
    iface = Iface()
    plugin = LeefbaarometerPlugin(iface)
    plugin.initGui()
    plugin.session.open_pack(schiedam_folder)
    plugin.areas.add([("Plan", QgsGeometry.fromWkt(AREA))])
    yield Panel(qtbot, plugin)
    plugin.unload()
    QgsProject.instance().clear()
    iface.window.deleteLater()


@pytest.fixture
def dutch(qgis_app, monkeypatch):
    """The Dutch interface, where its translation was compiled."""
    monkeypatch.setattr("leefbaar_plugin.translation.interface_locale", lambda: "nl")
    translator = Translator()
    translator.install("nl")
    yield
    translator.remove()


class Panel:
    """The panel as it is seen."""

    def __init__(self, qtbot, plugin):
        self.qtbot, self.plugin, self.dock = qtbot, plugin, plugin.dock
        self.size(380)

    def size(self, width, height=HEIGHT):
        self.dock.setFloating(True)
        self.dock.show()
        self.dock.resize(width, height)
        self.dock.widget().resize(width, height)
        self.settle()
        assert (self.dock.widget().width(), self.dock.widget().height()) == (width, height)

    def settle(self):
        for pause in (20, 120, 20):
            self.qtbot.wait(pause)
            self.qtbot.waitUntil(lambda: not self.plugin.background._running, timeout=60_000)
        QApplication.sendPostedEvents()

    def turn(self, page):
        self.dock.open_page(page)
        self.settle()
        return self.dock.tabs.currentWidget()

    def above(self):
        """Pixels above the pages, the tabs included."""
        tabs = self.dock.tabs
        return tabs.mapTo(self.dock.widget(), QPoint(0, 0)).y() + tabs.tabBar().height()

    def bottom(self, widget):
        """Where a widget ends, in pixels of what the page shows."""
        view = self.dock.tabs.currentWidget().scroll.viewport()
        assert widget.isVisible(), widget.objectName()
        place = widget.mapTo(self.dock.widget(), widget.rect().bottomLeft()).y()
        return place - view.mapTo(self.dock.widget(), QPoint(0, 0)).y(), view.height()

    def in_view(self, *widgets):
        for widget in widgets:
            bottom, room = self.bottom(widget)
            assert bottom < room, (widget.objectName() or type(widget).__name__, bottom, room)


@pytest.mark.parametrize("width", [330, 380, 420, 700])
def test_little_above_the_pages_and_much_for_them(panel, width):
    panel.size(width)
    assert panel.above() <= 120
    for page in ("area", "compare", "change", "find", "whatif", "relate"):
        assert panel.turn(page).height() >= 450, page
    assert panel.dock.minimumSizeHint().width() <= 330
    edges = [panel.dock.bar.map_button, panel.dock.help, panel.dock.bar.years, panel.dock.bar.themes.name]
    assert all(one.mapTo(panel.dock.widget(), one.rect().topRight()).x() < width for one in edges)


@pytest.mark.parametrize("pixels", [13, 16])
def test_a_larger_font_takes_as_much_more(panel, font, pixels):
    font(pixels)
    panel.size(round(380 * pixels / 12), round(HEIGHT * pixels / 12))
    assert panel.above() <= 126 * pixels / 12


@pytest.mark.parametrize("theme", THEMES)
def test_an_area_is_told_without_scrolling(panel, theme):
    panel.plugin.session.set_theme(theme)
    frame, page = panel.turn("area"), panel.dock.page
    assert frame.scroll.verticalScrollBar().value() == 0
    panel.in_view(page.score, page.chip, page.rank, page.line, page.shares, page.pictures.profile)
    if theme != "lbm":
        panel.in_view(page.card.companion, page.card.companion_chip)
    assert [bar.id for bar in page.pictures.profile._data.bars] == list(THEMES[1:])
    panel.size(330)
    panel.in_view(page.score, page.chip, page.rank, page.shares, page.pictures.profile)


def test_a_rule_its_count_and_eight_rows_are_in_view(panel):
    panel.turn("find")
    find = panel.plugin.dock.tabs.currentWidget().page
    for rule in list(find.book.rules()):
        find._choose_rule(rule)
        panel.settle()
        table = find.list.table
        panel.in_view(find.control.rules, find.control.text, find.figure.number, find.list.states)
        rows = min(table.rows.rowCount(), 8)
        assert rows or not find.outcome.summary.found
        if rows:
            row = table.visualRect(table.rows.index(rows - 1, 0)).bottom()
            bottom, room = panel.bottom(table)
            assert bottom - table.viewport().height() + row < room and row < table.viewport().height(), rule
    assert panel.dock.tabs.currentWidget().actions_row.isVisible()


def test_a_section_that_is_opened_comes_into_view(panel):
    frame, page = panel.turn("area"), panel.dock.page
    assert page.sections.open_ids() == ["trend", "words"]
    for name in ("trend", "words", "method"):
        button = frame.findChild(QToolButton, f"LeefbaarometerJump_{name}")
        panel.qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
        panel.settle()
        assert page.sections.open_ids() == [name], "one at a time"
        head, bar = page._section[name].head, frame.scroll.verticalScrollBar()
        top = head.mapTo(frame.scroll.viewport(), QPoint(0, 0)).y()
        assert 0 <= top <= 8 or bar.value() == bar.maximum() > 0
        assert 0 <= top < frame.scroll.viewport().height() / 2
    panel.qtbot.mouseClick(page._section["words"].head, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.ControlModifier)
    panel.qtbot.mouseClick(panel.dock.title, Qt.MouseButton.LeftButton)  # else Qt thinks that Ctrl is still held
    stored = panel.plugin.session.project.readEntry("leefbaarometer", "area_sections", "")[0]
    assert stored.split(",") == page.sections.open_ids()


def test_tabs_that_do_not_fit_stand_in_a_menu(font, qtbot):
    book = PageBook()
    qtbot.addWidget(book)
    names = ("Gebied", "Vergelijken", "Verandering", "Vinden", "Verband", "Wat als", "Overdragen")
    for name in names:
        book.addTab(QWidget(), name)
    for width in (330, 380, 470, 560, 900, 380):
        book.resize(width, 200)
        book.show()
        book.setCurrentIndex(0)
        QApplication.sendPostedEvents()
        shown, hidden = book.tabBar().shown(), book.hidden_pages()
        assert shown == list(range(len(shown))) and sorted(shown + hidden) == list(range(7))
        assert book.more.isVisible() == bool(hidden) and (not hidden or len(shown) >= 4)
        edge = book.width() - (book.more.width() if hidden else 0)
        assert book.tabBar().tabRect(shown[-1]).right() <= edge, "no tab is cut off"
        if hidden:
            menu = book.more.menu()
            menu.aboutToShow.emit()
            assert [action.text() for action in menu.actions()] == [names[index] for index in hidden]
            menu.actions()[-1].trigger()
            QApplication.sendPostedEvents()
            assert book.currentIndex() == hidden[-1] and hidden[-1] in book.tabBar().shown()
            assert book.tabBar().tabRect(hidden[-1]).right() < book.width() - book.more.width()
    book.resize(900, 200)
    QApplication.sendPostedEvents()
    assert book.hidden_pages() == [] and not book.more.isVisible()


def test_the_map_button_says_what_the_map_shows(panel):
    session, button = panel.plugin.session, panel.dock.bar.map_button
    assert button.text() == "Situatie ▾"
    session.set_level("buurt")
    assert button.text() == "Situatie · Buurten ▾"
    session.set_kind("change")
    assert button.text() == "Ontwikkeling · Buurten ▾"
    session.set_level("auto")
    session.set_kind("gemeente")
    assert button.text() == "T.o.v. gemeente ▾"


def test_the_player_goes_through_the_years(panel):
    session, player = panel.plugin.session, panel.dock.bar.player
    session.set_year(2022)
    assert player.place.text() == "8 van 9"
    player.forward.click()
    assert session.year == 2024 and not player.forward.isEnabled()
    player.back.click()
    assert session.year == 2022
    player.speed.setCurrentIndex(0)
    player.play.click()
    assert player.is_playing and panel.plugin.maps.stepper.is_on
    panel.qtbot.waitUntil(lambda: session.year == 2002, timeout=5000)
    player.play.click()
    assert not player.is_playing and not panel.plugin.maps.stepper.is_on
    player.play.click()
    session.close_pack()
    assert not player.is_playing


def test_the_width_is_the_users_over_a_restart(qgis_app, qtbot):
    """The first time ours; a panel that was squeezed gets back what the user gave it; what is wider stays."""
    stored = QgsSettings()
    stored.remove(dock_module._KEPT_WIDTH)

    def started(narrow: int) -> tuple[QMainWindow, Dock]:
        window = QMainWindow()
        qtbot.addWidget(window)
        window.setCentralWidget(QWidget())
        panel = Dock(window)
        window.addDockWidget(Qt.DockWidgetArea.RightDockWidgetArea, panel)
        window.resize(1366, 700)
        window.show()
        qtbot.waitExposed(window)
        window.resizeDocks([panel], [narrow], Qt.Orientation.Horizontal)
        qtbot.waitUntil(lambda: abs(panel.width() - narrow) <= 2)
        panel.make_room(window)
        return window, panel

    window, panel = started(330)
    qtbot.waitUntil(lambda: panel.width() == dock_module.WIDTH)
    window.resizeDocks([panel], [450], Qt.Orientation.Horizontal)
    qtbot.waitUntil(lambda: stored.value(dock_module._KEPT_WIDTH, 0, type=int) == 450)
    window.close()
    window, panel = started(330)
    qtbot.waitUntil(lambda: panel.width() == 450)
    window.close()
    window, panel = started(520)
    qtbot.wait(50)
    assert panel.width() == 520
    window.close()
    stored.remove(dock_module._KEPT_WIDTH)


def test_an_action_that_doesnt_fit_shows_its_icon_and_never_half_a_word(qtbot):
    pixmap = QPixmap(16, 16)
    pixmap.fill(QColor("#FF0000"))
    button = ElidedButton()
    qtbot.addWidget(button)
    button.setText("Zoom to area")
    button.stand_in = QIcon(pixmap)
    button.setAutoRaise(True)
    wide, narrow = button.sizeHint(), button.minimumSizeHint()

    def red(size):
        button.resize(size)
        image = button.grab().toImage()
        places = itertools.product(range(image.width()), range(image.height()))
        return sum(image.pixelColor(x, y) == QColor("#FF0000") for x, y in places)

    assert red(wide) == 0 and red(QSize(wide.width() - 1, wide.height())) > 100 and red(narrow) > 100
