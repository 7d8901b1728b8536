# SPDX-License-Identifier: GPL-2.0-or-later
"""The tabs of the dock: all names in view in a narrow panel, and buttons to scroll where they can't be."""

from __future__ import annotations

import pytest
from qgis.PyQt.QtWidgets import QApplication, QTabWidget, QToolButton, QWidget

from leefbaar_plugin.gui.widgets.page_tabs import PageTabs

DUTCH = ("Gebied", "Vergelijken", "Verandering", "Vinden", "Verband")


class _Pages(QTabWidget):
    def __init__(self):
        super().__init__()
        self.setTabBar(PageTabs(self))
        self.setDocumentMode(True)


@pytest.fixture
def pages(qtbot):
    made = _Pages()
    qtbot.addWidget(made)
    for name in DUTCH:
        made.addTab(QWidget(), name)
    return made


def shown(pages, width):
    """Rectangles of the tabs of a panel so wide, and whether there are buttons to scroll."""
    pages.resize(width, 200)
    pages.show()
    QApplication.sendPostedEvents()
    bar = pages.tabBar()
    buttons = [one for one in bar.findChildren(QToolButton) if one.isVisible()]
    return [bar.tabRect(index) for index in range(bar.count())], bool(buttons)


def names(pages):
    """Width of all names together."""
    metrics = pages.tabBar().fontMetrics()
    return sum(metrics.horizontalAdvance(name) for name in DUTCH)


def test_names_fit_with_little_room(pages):
    width = names(pages) + 10 * len(DUTCH)
    rects, scrolls = shown(pages, width)
    assert not scrolls
    assert rects[-1].right() <= width
    metrics = pages.tabBar().fontMetrics()
    assert all(rect.width() >= metrics.horizontalAdvance(name) + 8 for rect, name in zip(rects, DUTCH))


def test_room_comes_back_with_the_width(pages):
    narrow, _ = shown(pages, names(pages) + 10 * len(DUTCH))
    wide, _ = shown(pages, 900)
    again, _ = shown(pages, names(pages) + 10 * len(DUTCH))
    assert wide[0].width() > narrow[0].width()
    assert again == narrow


def test_buttons_when_names_cannot_fit(pages):
    rects, scrolls = shown(pages, names(pages) - 20)
    assert scrolls
    metrics = pages.tabBar().fontMetrics()
    assert all(rect.width() >= metrics.horizontalAdvance(name) for rect, name in zip(rects, DUTCH))


def test_names_are_drawn_whole(pages):
    """As wide on the picture as the name is: nothing is cut off."""
    rects, _ = shown(pages, names(pages) + 10 * len(DUTCH))
    picture = pages.tabBar().grab().toImage()
    rect = rects[1]
    ground = picture.pixelColor(rect.left() + 3, rect.center().y()).lightness()
    dark = [
        x
        for x in range(rect.left() + 2, rect.right() - 1)
        for y in range(rect.top() + 6, rect.bottom() - 4)
        if abs(picture.pixelColor(x, y).lightness() - ground) > 100
    ]
    drawn = max(dark) - min(dark)
    assert drawn >= pages.tabBar().fontMetrics().horizontalAdvance(DUTCH[1]) - 6
