# SPDX-License-Identifier: GPL-2.0-or-later
"""What QGIS's start waits for: few of our modules, and no library that takes long; tests/package measures the time."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest
from qgis.core import QgsGeometry, QgsProject, QgsSettings

from leefbaar_plugin import settings
from leefbaar_plugin.gui import warm_up
from leefbaar_plugin.gui.area.page import AreaPage
from leefbaar_plugin.plugin import LeefbaarometerPlugin

from .test_hostile_names import Iface

REPOSITORY = Path(__file__).resolve().parents[2]
MOST_MODULES, MOST_LINES = 64, 5500
LOOK = """
import json, sys
import qgis.gui, qgis.utils
before = set(sys.modules)
import leefbaar_plugin.plugin
print(json.dumps(sorted(set(sys.modules) - before)))
"""


@pytest.fixture(scope="module")
def imported():
    """Modules that importing the plugin adds to those of QGIS."""
    command = [sys.executable, "-B", "-c", LOOK]
    done = subprocess.run(
        command, capture_output=True, text=True, check=True, env={"PYTHONPATH": str(REPOSITORY), "HOME": "/nowhere"}
    )
    return json.loads(done.stdout)


def test_no_library_that_takes_long(imported):
    libraries = {name.split(".")[0] for name in imported}
    assert not libraries & {"pandas", "osgeo", "scipy", "sqlite3", "zipfile", "email", "platform"}


def test_few_modules_of_ours(imported):
    """Where this fails: what was added is read by a module of the start; import it where it is used."""
    ours = [name for name in imported if name.split(".")[0] == "leefbaar_plugin"]
    assert "leefbaar_plugin.gui.dock" in ours and len(ours) <= MOST_MODULES, ours
    files = [REPOSITORY.joinpath(*name.split(".")).with_suffix(".py") for name in ours]
    lines = sum(len(path.read_text(encoding="utf-8").splitlines()) for path in files if path.is_file())
    assert 1000 < lines <= MOST_LINES


@pytest.mark.parametrize(
    "name",
    [
        "gui.session",
        "gui.workbench",
        "gui.area.page",
        "pack.pack",
        "pack.importing.importer",
        "layers.tree",
        "processing.provider",
    ],
)
def test_what_works_on_data_isnt_read(imported, name):
    assert f"leefbaar_plugin.{name}" not in imported


# When the rest is read


@pytest.fixture
def start(qgis_app, qtbot, tmp_path, monkeypatch):
    """Starts the plugin on a window that nothing is shown of; unloaded afterwards."""
    monkeypatch.setenv("LEEFBAAROMETER_DATA_FOLDER", str(tmp_path / "data folder"))
    monkeypatch.setattr(settings, "earlier_folders", list)
    for key in ("packs", "last_pack", "areas_folders", "unsaved_areas"):
        QgsSettings().remove(f"leefbaarometer/{key}")
    QgsProject.instance().clear()
    made = []

    def begin():
        plugin = LeefbaarometerPlugin(Iface())
        made.append(plugin)
        plugin.initGui()
        qtbot.waitUntil(lambda: not plugin.background._running, timeout=20_000)
        qtbot.wait(50)
        return plugin

    yield begin
    for plugin in made:
        plugin.unload()
    QgsProject.instance().clear()


def test_nothing_is_built_until_it_is_wanted(start, tmp_path):
    plugin = start()
    assert plugin._workbench is None and plugin.dock.start.isVisibleTo(plugin.dock)
    other = QgsProject()
    other.write(str(tmp_path / "theirs.qgz"))
    QgsProject.instance().read(str(tmp_path / "theirs.qgz"))
    assert plugin._workbench is None
    bench = plugin.workbench
    assert plugin.session is bench.session and plugin.workbench is bench


def test_a_project_of_ours_brings_it_back(start, tmp_path, schiedam_folder, qtbot):
    plugin = start()
    plugin.session.open_pack(schiedam_folder)
    plugin.session.set_year(2018)
    QgsProject.instance().write(str(tmp_path / "ours.qgz"))
    plugin.unload()
    QgsProject.instance().clear()
    again = start()
    assert again._workbench is None
    QgsProject.instance().read(str(tmp_path / "ours.qgz"))
    assert again._workbench is not None
    assert again.session.pack.folder == schiedam_folder and again.session.year == 2018
    assert not again.dock.start.isVisibleTo(again.dock)


def test_enabled_while_a_project_of_ours_is_open(start, tmp_path, schiedam_folder):
    plugin = start()
    plugin.session.open_pack(schiedam_folder)
    plugin.unload()
    assert plugin._workbench is None
    again = start()
    assert again._workbench is not None and again.session.pack.folder == schiedam_folder


def test_areas_that_may_wait_are_looked_at(start, tmp_path, qtbot):
    (tmp_path / "data folder").mkdir()
    (tmp_path / "data folder" / "projectgebieden_20260101_120000.gpkg").write_bytes(b"damaged")
    plugin = start()
    assert plugin._workbench is not None
    qtbot.waitUntil(lambda: bool(plugin.workbench.waiting.files), timeout=20_000)


def test_areas_beside_a_project_that_was_never_saved_with_them(start, tmp_path):
    """QGIS may have died before."""
    QgsProject.instance().write(str(tmp_path / "plan.qgz"))
    plugin = start()
    assert plugin._workbench is None
    (tmp_path / "plan_projectgebieden.gpkg").write_bytes(b"damaged")
    QgsProject.instance().read(str(tmp_path / "plan.qgz"))
    assert plugin._workbench is not None


def test_what_cant_be_imported_is_told(start, monkeypatch):
    plugin = start()
    monkeypatch.setitem(sys.modules, "leefbaar_plugin.gui.workbench", None)
    plugin.menu.actions["demo"].trigger()
    said = [item.text() for item in plugin._iface.messageBar().items()]
    assert len(said) == 1 and "is incomplete: leefbaar_plugin.gui.workbench" in said[0]


# What is read while QGIS waits for its user

WARM = """
import json, sys, time
from qgis.core import QgsApplication
application = QgsApplication([], True)
from qgis.PyQt.QtTest import QTest
from leefbaar_plugin.gui import warm_up
from leefbaar_plugin.gui.area.page import AreaPage
warm_up._FIRST_AFTER = warm_up._NEXT_AFTER = 0
warm = warm_up.WarmUp()
warm.begin()
steps = []
while not warm.is_over():
    before = len(sys.modules)
    QTest.qWait(1)
    steps.append(len(sys.modules) - before)
known = set(sys.modules)
import leefbaar_plugin.gui.workbench
print(json.dumps([steps, sorted(set(sys.modules) - known), "pandas" in known, warm._timer.isActive()]))
"""


def test_warming_up_reads_all_in_small_parts(tmp_path):
    """Where this fails: name what takes long in `PARTS`, before what needs it."""
    variables = {"PYTHONPATH": str(REPOSITORY), "HOME": str(tmp_path), "QT_QPA_PLATFORM": "offscreen"}
    command = [sys.executable, "-B", "-c", WARM]
    done = subprocess.run(command, capture_output=True, text=True, check=True, env=variables)
    steps, left, pandas, active = json.loads(done.stdout.splitlines()[-1])
    assert left == [] and not pandas and not active
    assert sum(steps) > 150 and max(steps) <= 40


def test_it_begins_for_who_has_packs_once_qgis_is_there(start, schiedam_folder, qtbot):
    plugin = start()
    plugin._iface.initializationCompleted.emit()
    assert not plugin.warm_up._timer.isActive()
    plugin.opening.open_pack(str(schiedam_folder))
    qtbot.waitUntil(lambda: plugin.session.pack is not None, timeout=20_000)
    plugin.unload()
    QgsProject.instance().clear()
    again = start()
    assert again._workbench is None and not again.warm_up._timer.isActive()
    again._iface.initializationCompleted.emit()
    assert again.warm_up._timer.isActive()
    assert again.session is not None and not again.warm_up._timer.isActive()


@pytest.mark.parametrize("wrong", ["gui.nothing", "1/0"])
def test_what_cant_be_read_is_left_until_it_is_wanted(qgis_app, monkeypatch, qtbot, wrong):
    monkeypatch.setattr(warm_up, "PARTS", (wrong, "gui.workbench"))
    monkeypatch.setattr(warm_up, "_FIRST_AFTER", 0)
    warm = warm_up.WarmUp()
    with qtbot.captureExceptions() as problems:
        warm.begin()
        qtbot.waitUntil(warm.is_over, timeout=5_000)
    assert problems == [] and not warm._timer.isActive()


def test_a_project_with_areas_shows_its_figures_once(start, tmp_path, schiedam_folder, monkeypatch):
    plugin = start()
    plugin.session.open_pack(schiedam_folder)
    shapes = [
        f"Polygon (({x} 436500, {x + 400} 436500, {x + 400} 437100, {x} 437100, {x} 436500))"
        for x in (85000, 85500, 86000)
    ]
    plugin.areas.add([(f"area {at}", QgsGeometry.fromWkt(shape)) for at, shape in enumerate(shapes)])
    first = next(iter(plugin.areas.names()))
    plugin.areas.set_current(first)
    QgsProject.instance().write(str(tmp_path / "three.qgz"))
    score = plugin.dock.page.score.text()
    QgsProject.instance().clear()
    shown = []
    wrapped = AreaPage._show_pictures

    def count(page, figures, *more):
        shown.append(figures)
        wrapped(page, figures, *more)

    monkeypatch.setattr(AreaPage, "_show_pictures", count)
    QgsProject.instance().read(str(tmp_path / "three.qgz"))
    assert len([one for one in shown if one is not None]) == 1
    assert plugin.areas.current == first and list(plugin.areas.names()) == [first, first + 1, first + 2]
    assert plugin.dock.page.score.text() == score and plugin.dock.page.names.currentText() == "area 0"
