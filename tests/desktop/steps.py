# SPDX-License-Identifier: GPL-2.0-or-later
"""What tests of the plugin do again and again on a desktop: import, choose a theme or year, draw, read the dock."""

from __future__ import annotations

import shutil
import sqlite3
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from tests.desktop.desktop import REPOSITORY, Desktop

PLUGIN_ZIP = REPOSITORY / "build" / "leefbaar_plugin.zip"
DEMONSTRATION = REPOSITORY / "resources" / "demo" / "schiedam"
FILES = ("open-data-leefbaarometer-meting-2024.zip", "geometrie-lbm3-2024.zip", "cbs_vk100_2024_v1.gpkg")
OURS = "__import__('leefbaar_plugin.layers.tree', fromlist=['our_layers']).our_layers(project)"
"""The layers of the pack by level, in the desktop."""
Points = Sequence[tuple[float, float]]


def copy_data(folder: Path) -> list[Path]:
    """The demonstration files in a folder whose name asks for care."""
    target = folder / "gemeente Súdwest-Fryslân & co"
    target.mkdir()
    return [Path(shutil.copy(DEMONSTRATION / name, target / name)) for name in FILES]


def action_text(desktop: Desktop, name: str) -> str:
    """What an action of the plugin is called in the interface."""
    return desktop.eval(f"iface.mainWindow().findChild(QAction, 'Leefbaarometer_{name}').text()")


def choose_files(desktop: Desktop, paths: Sequence[Path]) -> None:
    """Open the import dialog from the toolbar, add files and wait until it tells what they hold."""
    desktop.click("Leefbaarometer_import")
    desktop.click("LeefbaarometerAddFiles")
    desktop.file_dialog(paths)
    desktop.wait("plugin.opening.dialog.start.isEnabled()")


def import_files(desktop: Desktop, paths: Sequence[Path], pack: Path) -> None:
    """Import files into a pack by the dialog, and wait until the map shows it."""
    choose_files(desktop, paths)
    desktop.fill("LeefbaarometerTarget", str(pack))
    desktop.click("LeefbaarometerImportStart")
    close_report(desktop)
    wait_for_map(desktop)


def close_report(desktop: Desktop, timeout: float = 30) -> str:
    """Wait until the dialog tells what an import found, close it, and wait for the data; returns what it told."""
    desktop.wait("plugin.opening.dialog.report.isVisible()", timeout)
    told = str(desktop.eval("plugin.opening.dialog.report.text.text()"))
    desktop.click("plugin.opening.dialog.cancel")
    desktop.wait("plugin.opening.dialog is None and plugin.session.pack is not None", timeout)
    return told


def wait_for_map(desktop: Desktop) -> None:
    """Wait until the map shows the extent of the pack."""
    desktop.wait(
        "(whole := QgsRectangle(*plugin.session.pack.grid.extent)).intersects(canvas.extent()) "
        "and canvas.extent().width() < 20 * whole.width()"
    )
    desktop.settle()


def choose_theme(desktop: Desktop, theme: str) -> None:
    """Click a theme in the dock."""
    desktop.click(f"plugin.dock.bar.themes._buttons[{theme!r}]")


def choose_year(desktop: Desktop, year: int) -> None:
    """Click a year on the axis in the dock."""
    desktop.click(
        "(axis := widget('LeefbaarometerYears')).mapToGlobal(dict(zip((t.year for t in axis._ticks), "
        f"axis.parts(QRectF(axis.rect()))))[{year}].box.center().toPoint())"
    )


def open_page(desktop: Desktop, page: str) -> None:
    """Click the tab of a page of the dock, such as 'area' or 'compare', or its line in the menu of the others."""
    if desktop.eval(
        "bar = plugin.dock.tabs.tabBar()\n"
        "not bar.isTabVisible([plugin.dock.tabs.widget(at).objectName() for at in range(bar.count())]"
        f".index('LeefbaarometerPage_{page}'))"
    ):
        desktop.click("LeefbaarometerMorePages")
        name = f"Leefbaarometer_to_LeefbaarometerPage_{page}"
        desktop.click(f"next(one for one in plugin.dock.tabs.more.menu().actions() if one.objectName() == {name!r})")
        desktop.wait(f"widget('LeefbaarometerPage_{page}').isVisible()")
        return
    desktop.click(
        "(bar := plugin.dock.tabs.tabBar()).mapToGlobal(bar.tabRect([plugin.dock.tabs.widget(at).objectName() "
        f"for at in range(bar.count())].index('LeefbaarometerPage_{page}')).center())"
    )
    desktop.wait(f"widget('LeefbaarometerPage_{page}').isVisible()")


def in_map_panel(desktop: Desktop, *clicks: str) -> None:
    """Open the panel behind the button of the map, click what is in it, and close it."""
    desktop.click("LeefbaarometerMapButton")
    desktop.wait("plugin.dock.bar.panel.isVisible()")
    for name in clicks:
        desktop.click(name)
    desktop.key("Escape")
    desktop.wait("not plugin.dock.bar.panel.isVisible()")


def choose_in_map_panel(desktop: Desktop, combo: str, text: str) -> None:
    """Choose an entry of a list in the panel of the map."""
    desktop.click("LeefbaarometerMapButton")
    desktop.wait("plugin.dock.bar.panel.isVisible()")
    desktop.choose(combo, text)
    desktop.key("Escape")
    desktop.wait("not plugin.dock.bar.panel.isVisible()")


def in_area_menu(desktop: Desktop, name: str) -> None:
    """Choose what can be done with the area: 'Duplicate', 'Up', 'Down' or 'Delete'."""
    desktop.click("LeefbaarometerAreaMore")
    desktop.click(f"plugin.dock.page.heading.{name.lower()}")


def draw_area(desktop: Desktop, points: Points, finish: bool = True) -> None:
    """Draw an area with the dock's button, and wait until the dock shows it."""
    before = desktop.eval("len(plugin.areas.names())")
    desktop.click("LeefbaarometerDraw")
    desktop.wait(
        "canvas.mapTool() is not None and canvas.mapTool().action() is not None and "
        "canvas.mapTool().action().objectName() == 'mActionAddFeature'"
    )
    desktop.draw_polygon(points, finish)
    if finish:
        desktop.wait(f"len(plugin.areas.names()) == {before + 1} and plugin.areas.current > 0")


def shown(desktop: Desktop) -> dict[str, Any]:
    """What the dock says of the current area; texts of hidden parts are empty."""
    return desktop.eval(
        "page = plugin.dock.page\n"
        "dict(name=page.names.currentText(), score=page.score.text(), **{n: getattr(page, n).text() if not "
        "getattr(page, n).isHidden() else '' for n in ('line', 'method', 'warning', 'source')},"
        " chip=page.chip.text() if page.chip.isVisible() else '',"
        " figures={k: getattr(plugin.areas.figures(), k, None) for k in ('year', 'total', 'squares', 'weight_sum',"
        " 'shares', 'class_number')})"
    )


def stored_areas(path: str | Path) -> dict[int, str]:
    """Names of the areas in a GeoPackage by id, read by another process than QGIS."""
    with sqlite3.connect(f"file:{path}?mode=ro", uri=True) as file:
        return dict(file.execute("SELECT fid, name FROM projectgebieden ORDER BY fid"))


def areas_file(desktop: Desktop) -> Path:
    """The GeoPackage of the project's areas."""
    return Path(desktop.eval("plugin.areas.layer.source().split('|')[0]"))


def tracebacks(desktop: Desktop) -> list[str]:
    """Errors of Python, of which there may be none; messages to the user aren't among them."""
    return [text for text in desktop.errors() if text.startswith("python") or "Traceback" in text or "Fatal" in text]


def told(desktop: Desktop) -> list[str]:
    """What the message bar shows of us, the newest first."""
    return desktop.eval("[i.text() for i in iface.messageBar().items() if i.title() == 'Leefbaarometer']")


def close_messages(desktop: Desktop) -> None:
    """Clear the message bar."""
    desktop.eval("iface.messageBar().clearWidgets()")


def open_demonstration(desktop: Desktop) -> None:
    """Open the demonstration data with the dock's button."""
    desktop.click("LeefbaarometerDemonstration")
    desktop.wait("plugin.session.pack is not None", 30)
    wait_for_map(desktop)
