# SPDX-License-Identifier: GPL-2.0-or-later
"""Beside what QGIS opens itself, in Dutch at 1366 x 768: its identify results don't crush the panel; and by keyboard
alone, areas that wait are brought back.
"""

from __future__ import annotations

import time
from collections.abc import Callable

import pytest

from tests.desktop import steps
from tests.desktop.desktop import Desktop

pytestmark = pytest.mark.desktop

AREA = [(86100, 437000), (87000, 436900), (87100, 436300), (86200, 436200)]
IN_VIEW = (83900, 435700, 87600, 437300)
RESULTS = "next((d for d in iface.mainWindow().findChildren(QDockWidget) if 'dentif' in d.objectName()), None)"


def page_height(desktop: Desktop) -> int:
    """Pixels of the page with its row of actions."""
    return int(desktop.eval("plugin.dock.tabs.currentWidget().height()"))


def test_the_first_view_says_something(desktop: Desktop) -> None:
    """After opening, the map is filled with what was opened, in classes: not a speck of it, and no grey squares."""
    steps.open_demonstration(desktop)
    told = desktop.eval(
        "whole = QgsRectangle(*plugin.session.pack.grid.extent)\n"
        "seen = canvas.extent()\n"
        "shown = [l.name() for l in canvas.layers() if l.isInScaleRange(canvas.scale()) and 'namen' not in l.name()]\n"
        "dict(scale=canvas.scale(), whole=seen.contains(whole), part=max(whole.width() / seen.width(), "
        "whole.height() / seen.height()), shown=shown, colours=len({canvas.grab().toImage().pixel(x, y) "
        "for x in range(100, canvas.width() - 100, 9) for y in range(100, canvas.height() - 100, 9)}))"
    )
    desktop.screenshot("first-view")
    assert told["whole"] and told["part"] > 0.8
    assert told["colours"] >= 5, "classes are told apart"
    assert any("uurten" in name or "ierkanten" in name or "squares" in name for name in told["shown"]), told["shown"]


def test_identify_leaves_the_panel_its_room(desktop: Desktop) -> None:
    steps.open_demonstration(desktop)
    desktop.set_extent(*IN_VIEW)
    desktop.click("LeefbaarometerFirstBuurt")
    desktop.wait("len(plugin.areas.names()) == 1 and plugin.areas.figures() is not None")
    assert page_height(desktop) >= 450
    desktop.eval("iface.actionIdentify().trigger()")
    desktop.map_click(86500, 436600)
    desktop.wait(f"(found := {RESULTS}) is not None and found.isVisible()")
    time.sleep(1.5)
    desktop.settle()
    desktop.screenshot("identify-beside")
    heights = desktop.eval(f"[plugin.dock.height(), {RESULTS}.height(), {RESULTS}.minimumSizeHint().height()]")
    assert heights[0] >= 1.8 * heights[1], heights  # QGIS itself halves the column
    assert heights[1] >= 100
    for name in ("Score", "Rank"):  # of the area that is shown
        look = f"(part := widget('Leefbaarometer{name}')).visibleRegion().boundingRect() == part.rect()"
        assert desktop.eval(look), name
    # what the user drags stays with the next click
    time.sleep(1.5)
    desktop.eval(f"iface.mainWindow().resizeDocks([plugin.dock, {RESULTS}], [300, 300], Qt.Vertical)")
    time.sleep(0.5)
    dragged = page_height(desktop)
    desktop.map_click(86800, 436500)
    desktop.settle()
    assert abs(page_height(desktop) - dragged) <= 4
    assert desktop.errors() == []


def test_waiting_areas_by_keyboard_alone(desktop_factory: Callable[..., Desktop]) -> None:
    """After a crash the start page lists the area; Tab goes there, Enter brings it back."""
    desktop = desktop_factory(plugin_zip=steps.PLUGIN_ZIP)
    steps.open_demonstration(desktop)
    desktop.set_extent(*IN_VIEW)
    steps.draw_area(desktop, AREA)
    (name,) = desktop.eval("list(plugin.areas.names().values())")
    desktop.kill()
    desktop.start()
    desktop.wait("len(plugin.workbench.waiting.files) == 1 and plugin.dock.start.isVisible()")
    if not desktop.eval("plugin.dock.isAncestorOf(QApplication.focusWidget())"):
        desktop.key("ctrl+shift+k")  # hides or shows the panel
        if not desktop.eval("plugin.dock.isVisible()"):
            desktop.key("ctrl+shift+k")
    desktop.wait("plugin.dock.isVisible()")
    desktop.eval("plugin.dock.start.setFocus(); plugin.dock.start.importing.setFocus()")
    seen = []
    for _ in range(30):
        focus = desktop.eval("QApplication.focusWidget().objectName() if QApplication.focusWidget() else ''")
        if focus == "LeefbaarometerWaiting1":
            break
        seen.append(focus)
        desktop.key("Tab")
    else:
        raise AssertionError(seen)
    desktop.screenshot("waiting-keyboard")
    desktop.key("Return")
    desktop.wait(f"list(plugin.areas.names().values()) == [{name!r}] and not plugin.workbench.waiting.files")
    assert steps.tracebacks(desktop) == []
