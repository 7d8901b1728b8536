# SPDX-License-Identifier: GPL-2.0-or-later
"""For whoever doesn't use the mouse, or doesn't see: Tab goes in the order one sees, and everything has a name."""

from __future__ import annotations

import re
from itertools import pairwise
from pathlib import Path

import pytest
from qgis.PyQt.QtCore import QPoint, QRect, Qt
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import (
    QAbstractButton,
    QApplication,
    QGroupBox,
    QLabel,
    QScrollArea,
    QTabBar,
    QTextBrowser,
    QWidget,
)

from leefbaar_plugin.gui.citizens.help import HelpDialog
from leefbaar_plugin.gui.citizens.options import OptionsPage
from leefbaar_plugin.gui.importing.own_points import OwnPointsDialog
from leefbaar_plugin.gui.importing.packs_dialog import PacksDialog
from leefbaar_plugin.gui.widgets.sections import Section
from leefbaar_plugin.gui.widgets.table_view import RowTable

from .conftest import SCHIEDAM
from .test_algorithms_relate import table  # noqa: F401  fixture
from .test_room import dutch, font, panel  # noqa: F401  fixtures

PAGES = ("area", "compare", "change", "find", "whatif", "relate", "handover")
TAB = Qt.FocusPolicy.TabFocus


def reachable(root: QWidget) -> list[QWidget]:
    """What can have the focus by Tab at this moment; of buttons of which one is chosen always, that one."""
    found = []
    for widget in root.findChildren(QWidget):
        if not widget.isVisibleTo(root) or not widget.isEnabled() or widget.window() is not root.window():
            continue
        if isinstance(widget, QAbstractButton) and widget.isCheckable() and rivals(widget):
            near = rivals(widget)
            found += [widget] if widget is next((one for one in near if one.isChecked()), near[0]) else []
            continue
        grouped = isinstance(widget, QAbstractButton) and widget.group() is not None
        if grouped or (int(widget.focusPolicy()) & int(TAB) and widget.focusProxy() is None):
            found.append(widget)
    return found


def rivals(widget: QAbstractButton) -> list[QAbstractButton]:
    """The buttons of which one is chosen, this one among them."""
    if widget.group() is not None:
        return widget.group().buttons() if widget.group().exclusive() else []
    if not widget.autoExclusive():
        return []
    near = widget.parentWidget().findChildren(QAbstractButton)
    return [one for one in near if one.autoExclusive() and one.isVisibleTo(widget.window())]


def name_of(widget: QWidget) -> str:
    """What a screen reader says of a widget, by the rules of Qt: its name, its text, or the label that leads to it."""
    if widget.accessibleName():
        return widget.accessibleName()
    if isinstance(widget, QAbstractButton) and widget.text():
        return widget.text()
    if isinstance(widget, QGroupBox):
        return widget.title()
    if isinstance(widget, QTabBar):
        return widget.tabText(widget.currentIndex())
    return next((label.text() for label in widget.window().findChildren(QLabel) if label.buddy() is widget), "")


def walked(root: QWidget) -> list[QWidget]:
    """The widgets that Tab comes to, from one around to it again, by the keyboard."""
    first = reachable(root)[0]
    first.setFocus()
    assert root.focusWidget() is first
    passed = [first]
    for _ in range(1000):
        QTest.keyClick(passed[-1], Qt.Key.Key_Tab)
        now = root.focusWidget()
        if now is first and len(passed) > 1:
            return passed
        if isinstance(now, QTextBrowser) and now is passed[-1]:  # goes through its links first
            continue
        assert now is not passed[-1], (describe(now), "keeps Tab")
        passed.append(now)
    raise AssertionError([describe(one) for one in passed[:20]])


def describe(widget: QWidget) -> str:
    return f"{type(widget).__name__} {widget.objectName()} «{name_of(widget)}»"


def region(widget: QWidget, root: QWidget) -> list[QWidget]:
    """What scrolls around a widget, from outside to inside."""
    found, parent = [], widget.parentWidget()
    while parent is not None and parent is not root:
        if isinstance(parent, QScrollArea):
            found.append(parent)
        parent = parent.parentWidget()
    return found[::-1]


def in_order(before: QWidget, after: QWidget, root: QWidget) -> bool:
    """Whether one widget stands after the other: below it, or in its row and to the right of it."""
    outer, inner = region(before, root), region(after, root)
    common = [one for one, other in zip(outer, inner, strict=False) if one is other]
    ground = common[-1].widget() if common else root
    one = outer[len(common)] if len(outer) > len(common) else before
    other = inner[len(common)] if len(inner) > len(common) else after
    a, b = (QRect(part.mapTo(ground, QPoint(0, 0)), part.size()) for part in (one, other))
    if isinstance(one, QGroupBox):
        a.setHeight(20)
    same_row = min(a.bottom(), b.bottom()) - max(a.top(), b.top()) > min(a.height(), b.height()) / 3
    return b.left() >= a.left() if same_row else b.top() >= a.top()


def check(root: QWidget, what: str) -> None:
    """Everything is reached once, in the order one sees, and has a name in words."""
    QApplication.sendPostedEvents()
    expected, passed = reachable(root), walked(root)
    missed = [describe(one) for one in expected if one not in passed]
    assert not missed and len(passed) == len(set(passed)), (what, missed)
    nameless = [describe(one) for one in passed if not re.search(r"\w", name_of(one))]
    assert not nameless, (what, nameless)
    start = min(range(len(passed)), key=lambda at: (region(passed[at], root) != [], *place(passed[at], root)))
    turned = passed[start:] + passed[:start]
    wrong = [(describe(a), describe(b)) for a, b in pairwise(turned) if not in_order(a, b, root)]
    assert not wrong, (what, wrong)


def place(widget: QWidget, root: QWidget) -> tuple[int, int]:
    point = widget.mapTo(root, QPoint(0, 0))
    return round(point.y() / 12), point.x()


def open_all(frame: QWidget) -> None:
    for section in frame.findChildren(Section):
        section.set_open(True)


@pytest.mark.parametrize("page", PAGES)
def test_every_page(panel, page):  # noqa: F811
    frame = panel.turn(page)
    check(panel.dock.widget(), page)
    open_all(frame)
    panel.settle()
    check(panel.dock.widget(), f"{page}, unfolded")
    back = panel.dock.widget().focusWidget()
    QTest.keyClick(back, Qt.Key.Key_Tab)
    QTest.keyClick(panel.dock.widget().focusWidget(), Qt.Key.Key_Backtab)
    assert panel.dock.widget().focusWidget() is back


def test_before_the_first_area(panel):  # noqa: F811
    panel.plugin.areas.delete_current()
    panel.settle()
    panel.turn("area")
    assert panel.dock.first_area.isVisible()
    check(panel.dock.widget(), "first area")


def test_a_place(panel):  # noqa: F811
    panel.turn("area")
    places = panel.plugin.workbench.places
    places.show_area("buurt", "BU06060001")
    panel.settle()
    assert panel.dock.page.place.isVisible()
    check(panel.dock.widget(), "place")


@pytest.mark.parametrize("part", ["Around", "Monitor", "GroupShares", "Transitions", "Letters"])
def test_the_parts_of_change(panel, part):  # noqa: F811
    frame = panel.turn("change")
    frame.findChild(QAbstractButton, f"LeefbaarometerChange{part}").click()
    panel.settle()
    check(panel.dock.widget(), part)


def test_the_values_of_a_rule(panel):  # noqa: F811
    frame = panel.turn("find")
    frame.findChild(QAbstractButton, "LeefbaarometerFindValues").click()
    panel.settle()
    check(panel.dock.widget(), "values")


def test_the_panel_of_the_map(panel):  # noqa: F811
    button = panel.dock.bar.map_button
    button.click()
    panel.settle()
    for kind in ("situation", "change"):
        panel.plugin.session.set_kind(kind)
        panel.settle()
        check(button.panel, f"map, {kind}")
    button.panel.hide()


def test_no_data_yet(panel):  # noqa: F811
    panel.plugin.session.close_pack()
    panel.settle()
    assert panel.dock.start.isVisible()
    check(panel.dock.widget(), "start")


# Dialogs


@pytest.fixture
def shown_dialog(panel):  # noqa: F811
    """Shows a dialog, which is closed at the end."""
    opened = []

    def show(dialog):
        opened.append(dialog)
        dialog.show()
        panel.settle()
        return dialog

    yield show
    for dialog in opened:
        dialog.close()


@pytest.fixture
def importing(panel, shown_dialog):  # noqa: F811
    """The import dialog with the demonstration's files in it."""
    panel.plugin.workbench.opening.open_import([])
    dialog = shown_dialog(panel.plugin.workbench.opening.dialog)
    dialog.add_paths([SCHIEDAM])
    panel.settle()
    panel.qtbot.waitUntil(dialog.start.isEnabled, timeout=20_000)
    return dialog


def test_the_import_dialog(importing):
    check(importing, "import")


@pytest.mark.parametrize("field", ["search", "target", "margin", "gemeenten"])
def test_enter_in_a_field_starts_no_import(panel, importing, field):  # noqa: F811
    started = []
    importing.start.clicked.connect(lambda *_what: started.append(True))
    importing.gemeenten.item(0).setCheckState(Qt.CheckState.Checked)
    panel.settle()
    widget = getattr(importing, field)
    assert widget.isEnabled()
    widget.setFocus()
    for key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
        QTest.keyClick(widget, key)
    panel.settle()
    assert not started and importing.isVisible() and not panel.plugin.background._running


def test_enter_on_the_button_does(panel, importing):  # noqa: F811
    asked = []
    importing.start.clicked.disconnect()
    importing.start.clicked.connect(lambda *_what: asked.append(True))
    importing.start.setFocus()
    QTest.keyClick(importing.start, Qt.Key.Key_Return)
    assert asked == [True]


@pytest.mark.parametrize("which", ["combine", "surroundings"])
def test_dialogs_of_areas(panel, shown_dialog, which):  # noqa: F811
    dialogs = panel.plugin.workbench.area_dialogs
    getattr(dialogs, f"open_{which}")()
    panel.settle()
    found = [one for one in QApplication.topLevelWidgets() if one.isVisible() and which in one.objectName().casefold()]
    check(shown_dialog(found[0]), which)


def test_the_list_of_packs(panel, shown_dialog):  # noqa: F811
    workbench = panel.plugin.workbench
    check(shown_dialog(PacksDialog(workbench.opening.known, workbench.session, None)), "packs")


def test_help(panel, shown_dialog):  # noqa: F811
    check(shown_dialog(HelpDialog()), "help")


def test_own_dwellings(panel, shown_dialog):  # noqa: F811
    check(shown_dialog(OwnPointsDialog(None, panel.plugin.background, None, "")), "own dwellings")


def test_options(panel, shown_dialog):  # noqa: F811
    """QGIS's own dialog is around it, and goes through it in its own way."""
    page = shown_dialog(OptionsPage(panel.plugin.session))
    nameless = [describe(one) for one in reachable(page) if not re.search(r"\w", name_of(one))]
    assert not nameless
    first, chain = reachable(page)[0], []
    widget = first
    while True:
        if widget in reachable(page):
            chain.append(widget)
        widget = widget.nextInFocusChain()
        if widget is first:
            break
    start = min(range(len(chain)), key=lambda at: place(chain[at], page))
    turned = chain[start:] + chain[:start]
    assert all(in_order(a, b, page) for a, b in pairwise(turned))


def test_relate_with_a_table(panel, table):  # noqa: F811
    frame = panel.turn("relate")
    frame.page.controls.take_file(Path(table))
    panel.settle()
    open_all(frame)
    panel.settle()
    check(panel.dock.widget(), "relate")


def test_no_value_is_said_in_words(panel):  # noqa: F811
    """2016 has no dimensions: their cells show a dash, for which a screen reader has no word."""
    frame = panel.turn("compare")
    panel.plugin.session.set_year(2016)
    frame.findChild(QAbstractButton, "LeefbaarometerCompare_dimensions").click()
    panel.settle()
    model = frame.findChild(RowTable, "LeefbaarometerCompareTable").model()
    cells = [model.index(0, column) for column in range(model.columnCount())]
    said = [(str(cell.data()), str(cell.data(Qt.ItemDataRole.AccessibleTextRole))) for cell in cells]
    assert sum(shown == "–" for shown, _spoken in said) >= 5
    assert all(spoken == ("geen" if shown == "–" else shown) for shown, spoken in said)
