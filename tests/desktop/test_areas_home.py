# SPDX-License-Identifier: GPL-2.0-or-later
"""The areas of a project by mouse: drawn, saved, saved as, handed to somebody else, and brought back after crashes."""

from __future__ import annotations

import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from tests.desktop import steps
from tests.desktop.desktop import Desktop

pytestmark = pytest.mark.desktop

AREA = [(86100, 437000), (87000, 436900), (87100, 436300), (86200, 436200)]
OTHER = [(85100, 437000), (85900, 436900), (85800, 436300), (85200, 436200)]
IN_VIEW = (83900, 435700, 87600, 437300)


def stored(path: Path) -> int:
    with closing(sqlite3.connect(f"file:{path}?mode=ro", uri=True)) as connection:
        return connection.execute("SELECT COUNT(*) FROM projectgebieden").fetchone()[0]


def test_draw_save_save_as_and_hand_over(desktop_factory: Callable[..., Desktop], tmp_path: Path) -> None:
    """Saving brings the areas beside the project, saving as copies them, and another profile finds them there."""
    desktop = desktop_factory(plugin_zip=steps.PLUGIN_ZIP)
    home, copy = tmp_path / "plan é", tmp_path / "kopie"
    home.mkdir()
    copy.mkdir()
    steps.open_demonstration(desktop)
    desktop.set_extent(*IN_VIEW)
    steps.draw_area(desktop, AREA)
    first = steps.areas_file(desktop)
    desktop.key("ctrl+s")
    desktop.file_dialog(home / "plan.qgz")
    desktop.wait("not project.isDirty() and project.fileName()")
    beside = home / "plan_projectgebieden.gpkg"
    desktop.wait(f"plugin.areas.layer.source().startswith({str(beside)!r})")
    desktop.wait(f"not __import__('pathlib').Path({str(first)!r}).exists()")
    assert stored(beside) == 1
    steps.draw_area(desktop, OTHER)
    desktop.wait("len(plugin.areas.names()) == 2")
    shutil.copy(beside, tmp_path / "alone.gpkg")
    assert stored(tmp_path / "alone.gpkg") == 2, "a copy of the file alone is whole"
    desktop.screenshot("home-saved")
    desktop.key("ctrl+shift+s")
    desktop.file_dialog(copy / "tweede.qgz")
    desktop.wait("not project.isDirty() and project.fileName().endswith('tweede.qgz')")
    desktop.wait("plugin.areas.layer.source().split('|')[0].endswith('tweede_projectgebieden.gpkg')")
    steps.draw_area(desktop, [(x + 300, y - 300) for x, y in AREA])
    desktop.wait("len(plugin.areas.names()) == 3")
    assert stored(copy / "tweede_projectgebieden.gpkg") == 3 and stored(beside) == 2
    assert steps.tracebacks(desktop) == []
    desktop.close(save=True)

    shutil.move(copy, tmp_path / "gemaild")
    other = desktop_factory(plugin_zip=steps.PLUGIN_ZIP)
    other.close()
    other.start(tmp_path / "gemaild" / "tweede.qgz")
    other.wait("len(plugin.areas.names()) == 3")
    other.screenshot("home-other-profile")
    assert steps.areas_file(other) == tmp_path / "gemaild" / "tweede_projectgebieden.gpkg"
    assert steps.tracebacks(other) == []


def test_three_crashes(desktop: Desktop) -> None:
    """Areas of projects that were never saved are offered after three crashes, until they are answered."""
    names = []
    for outline in (AREA, OTHER, AREA[:3]):
        steps.open_demonstration(desktop)
        desktop.set_extent(*IN_VIEW)
        steps.draw_area(desktop, outline)
        names.append(desktop.eval("list(plugin.areas.names().values())"))
        desktop.kill()
        desktop.start()
    desktop.wait("len(plugin.workbench.waiting.files) == 3 and plugin.dock.start.isVisible()")
    desktop.screenshot("home-waiting")
    desktop.click("LeefbaarometerWaiting3")
    desktop.wait(f"list(plugin.areas.names().values()) == {names[0]!r} and len(plugin.workbench.waiting.files) == 2")
    desktop.click("LeefbaarometerWaiting1")
    desktop.wait("len(plugin.areas.names()) == 2 and len(plugin.workbench.waiting.files) == 1")
    steps.open_demonstration(desktop)
    desktop.wait("plugin.areas.figures() is not None")
    desktop.wait("any(i.title() == 'Leefbaarometer' for i in iface.messageBar().items())")
    desktop.screenshot("home-still-waiting")
