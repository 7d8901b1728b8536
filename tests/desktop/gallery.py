# SPDX-License-Identifier: GPL-2.0-or-later
"""One walk past every page and dialog of the plugin, with a picture of each; used in several languages and sizes."""

from __future__ import annotations

import time

from tests.desktop import steps
from tests.desktop.desktop import Desktop

AREAS = (
    [(86560, 436560), (87060, 436420), (87330, 436700), (87160, 437230), (86700, 437080)],
    [(85600, 436500), (86300, 436450), (86200, 437200), (85500, 437100)],
    [(86900, 436900), (87600, 437000), (87500, 437600), (86900, 437500)],
)
IN_VIEW = (84500, 435500, 88000, 438500)


class Gallery:
    """The walk; `take` keeps a picture under a numbered name and remembers what looked wrong by itself."""

    def __init__(self, desktop: Desktop, prefix: str) -> None:
        self.desktop, self.prefix, self.number = desktop, prefix, 0
        self.wrong: list[str] = []

    def take(self, name: str, settle: bool = True) -> None:
        """A picture of the screen, and every text in our windows that doesn't fit its place."""
        self.number += 1
        time.sleep(0.3)
        self.desktop.screenshot(f"{self.prefix}-{self.number:02}-{name}", settle)
        self.wrong += [f"{name}: {found}" for found in self.desktop.eval(CLIPPED)]

    def page(self, name: str) -> None:
        """Bring a page of the dock to the front by a click on its tab."""
        steps.open_page(self.desktop, name)

    def scroll(self, name: str, share: float) -> None:
        """Scroll a page of the dock: 0 is its top, 1 its end."""
        bar = f"widget('LeefbaarometerPage_{name}').scroll.verticalScrollBar()"
        self.desktop.eval(f"{bar}.setValue(int({bar}.maximum() * {share}))")

    def walk(self) -> None:
        """All rooms, from the empty dock to the options."""
        self.take("start")
        steps.open_demonstration(self.desktop)
        self.take("first-area")
        steps.close_messages(self.desktop)
        self.desktop.set_extent(*IN_VIEW)
        for corners in AREAS:
            steps.draw_area(self.desktop, corners)
        self.areas()
        self.maps()
        self.dialogs()

    def areas(self) -> None:
        """The page of an area from top to end, and the table of all areas."""
        self.take("area")
        for share in (0.5, 1.0):
            self.scroll("area", share)
            self.take(f"area-{share * 100:.0f}")
        self.desktop.click("LeefbaarometerJump_method")
        self.desktop.click("LeefbaarometerHow")
        self.scroll("area", 1.0)
        self.take("account")
        self.desktop.click("LeefbaarometerHow")
        self.scroll("area", 0.0)
        self.page("compare")
        self.take("compare")
        self.scroll("compare", 1.0)
        self.take("compare-end")
        for name in self.desktop.eval(OTHER_PAGES):
            self.page(name)
            self.take(name)
        self.page("area")

    def maps(self) -> None:
        """Development and own gemeente, stepping through the years, a second map."""
        desktop = self.desktop
        for kind in ("change", "gemeente"):
            steps.in_map_panel(desktop, f"LeefbaarometerView_{kind}")
            desktop.wait("not plugin.background.is_running('map')", 20)
            self.take(kind)
        steps.in_map_panel(desktop, "LeefbaarometerView_situation")
        desktop.click("LeefbaarometerMapButton")
        self.take("map-panel", False)
        desktop.key("Escape")
        steps.choose_theme(desktop, "soc")
        steps.in_map_panel(desktop, "Leefbaarometer_second_map")
        desktop.wait("plugin.maps.second_map is not None")
        self.take("second-map")
        steps.in_map_panel(desktop, "Leefbaarometer_second_map")
        desktop.wait("plugin.maps.second_map is None")
        steps.choose_theme(desktop, "lbm")

    def dialogs(self) -> None:
        """Combine, rings, import, help, glossary, options; the menu of the plugin."""
        desktop = self.desktop
        desktop.click("LeefbaarometerCombine")
        desktop.wait("widget('LeefbaarometerCombineList').model().rowCount() > 5")
        self.take("combine")
        desktop.key("Escape")
        desktop.click("LeefbaarometerSurroundings")
        self.take("rings")
        desktop.key("Escape")
        desktop.click("Leefbaarometer_import")
        self.take("import")
        desktop.key("Escape")
        desktop.click("LeefbaarometerHelpButton")
        self.take("help")
        desktop.eval("plugin.integration.open_help('glossary')")
        self.take("glossary")
        desktop.eval("plugin.integration._help.close()")
        desktop.eval("QTimer.singleShot(0, plugin.integration.open_options)")
        desktop.wait("widget('LeefbaarometerOption_weight').isVisible()", 20)
        self.take("options")
        desktop.key("Escape")


OTHER_PAGES = (
    "pages = [plugin.dock.tabs.widget(at).objectName().split('_')[1] for at in range(plugin.dock.tabs.count())]\n"
    "[page for page in pages if page not in ('area', 'compare')]"
)

CLIPPED = """
def clipped():
    found = []
    for w in [plugin.dock, *[t for t in QApplication.topLevelWidgets() if 'leefbaar' in type(t).__module__]]:
        for b in w.findChildren(QAbstractButton):
            if b.isVisible() and b.text() and b.width() < b.minimumSizeHint().width() - 1:
                found.append(f'{b.objectName()} {b.text()!r}: {b.width()} < {b.minimumSizeHint().width()}')
        for b in w.findChildren(QLabel):
            need = b.heightForWidth(b.width()) if b.wordWrap() else b.minimumSizeHint().height()
            if b.isVisible() and b.text() and (b.height() < need - 1 or
                    not b.wordWrap() and b.width() < b.minimumSizeHint().width() - 1):
                found.append(f'{b.objectName()} {b.text()[:40]!r}: {b.width()}x{b.height()}, needs {need}')
    return found
clipped()
"""
"""Buttons and labels of ours that are shown too small for their text."""
