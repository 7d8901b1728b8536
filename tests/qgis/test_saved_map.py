# SPDX-License-Identifier: GPL-2.0-or-later
"""A project saved while a computed map is shown reads elsewhere: nothing in it lies in this computer's cache."""

from __future__ import annotations

import shutil
import zipfile
from pathlib import Path

import pytest
from qgis.core import QgsCoordinateReferenceSystem, QgsProject, QgsRectangle, QgsVectorLayer
from qgis.gui import QgsMapCanvas
from qgis.PyQt.QtXml import QDomDocument

from leefbaar_plugin.analysis.derived import CHANGE
from leefbaar_plugin.gui.map.computed_maps import ComputedMaps
from leefbaar_plugin.gui.session import Session
from leefbaar_plugin.gui.work import Background
from leefbaar_plugin.layers import tree
from leefbaar_plugin.layers.making import make_layers
from leefbaar_plugin.layers.project.saved_map import leave_out_hatching
from leefbaar_plugin.layers.views import SITUATION
from leefbaar_plugin.pack.importing import importer, square_files
from leefbaar_plugin.pack.pack import open_pack
from leefbaar_plugin.pack.reading.inspection import inspect

from .conftest import SCHIEDAM


class Desk:
    """A computer: a session with its maps, and a cache of its own."""

    def __init__(self, cache, monkeypatch, qtbot):
        cache.mkdir(exist_ok=True)
        monkeypatch.setenv("LEEFBAAROMETER_DATA_FOLDER", str(cache))
        monkeypatch.setenv("LEEFBAAROMETER_SMALLEST_DWELLINGS", "25")
        self.cache, self.qtbot, self.background = cache, qtbot, Background()
        self.canvas = QgsMapCanvas()
        self.canvas.setDestinationCrs(QgsCoordinateReferenceSystem("EPSG:28992"))
        self.canvas.setExtent(QgsRectangle(80_000, 430_000, 90_000, 440_000))
        self.session = Session(QgsProject.instance())
        self.maps = ComputedMaps(self.session, self.background, self, self.canvas)

    def error(self, problem):
        raise AssertionError(problem)

    @property
    def squares(self):
        return tree.our_layers(self.session.project)["grid"]

    def wait(self):
        self.qtbot.waitUntil(lambda: not self.background.is_running("map"), timeout=20_000)

    def leave(self):
        self.maps.disconnect_all()
        self.session.disconnect_project()
        self.session.project.clear()
        self.canvas.deleteLater()


@pytest.fixture
def home(tmp_path):
    """A folder with a pack that is too large for polygons."""
    before, square_files.LARGEST_VECTOR = square_files.LARGEST_VECTOR, 100
    try:
        importer.import_edition(inspect([SCHIEDAM]), tmp_path / "plan" / "pakket")
    finally:
        square_files.LARGEST_VECTOR = before
    return tmp_path / "plan"


@pytest.fixture
def saved(qgis_new_project, home, tmp_path, monkeypatch, qtbot):
    """A project with a development and its hatching, saved twice and closed."""
    desk = Desk(tmp_path / "cache", monkeypatch, qtbot)
    desk.session.open_pack(home / "pakket")
    desk.session.set_kind(CHANGE)
    desk.wait()
    desk.canvas.zoomScale(10_000)
    qtbot.waitUntil(lambda: tree.hatch_layer(desk.session.project) is not None, timeout=20_000)
    path = home / "plan.qgz"
    for _ in range(2):
        assert desk.session.project.write(str(path))
        assert not desk.session.project.isDirty()
        assert tree.hatch_layer(desk.session.project) is not None, "what is left out of the file stays on the map"
        assert desk.squares.isValid() and desk.squares.source() == str(home / "plan_leefbaarometer.tif")
        assert len(desk.squares.renderer().classes()) == 9 and desk.squares.opacity() == 1
        desk.session.refresh_map()
        assert desk.squares.source().startswith(str(desk.cache)), "while working the map is that of the cache"
    desk.leave()
    return path


def test_nothing_of_the_cache_is_in_the_project(saved, tmp_path):
    with zipfile.ZipFile(saved) as archive:
        text = next(archive.read(name).decode() for name in archive.namelist() if name.endswith(".qgs"))
    assert str(tmp_path / "cache") not in text and "small_" not in text
    assert "./plan_leefbaarometer.tif" in text
    assert sorted(path.name for path in saved.parent.glob("plan*")) == ["plan.qgz", "plan_leefbaarometer.tif"]


def test_a_project_without_hatching_has_none_to_leave_out(qgis_new_project):
    project, document = QgsProject.instance(), QDomDocument()
    assert not leave_out_hatching(project, document)
    layer = QgsVectorLayer("Polygon?crs=EPSG:28992", "hatching", "memory")
    project.addMapLayer(layer)
    assert not leave_out_hatching(project, document)


def test_it_reads_without_the_plugin_and_the_cache(saved, tmp_path, qgis_new_project):
    shutil.rmtree(tmp_path / "cache")
    moved = tmp_path / "elsewhere"
    shutil.move(saved.parent, moved)
    project = QgsProject.instance()
    assert project.read(str(moved / saved.name))
    layers = list(project.mapLayers().values())
    assert layers and all(layer.isValid() for layer in layers)
    squares = tree.our_layers(project)["grid"]
    assert squares.source() == str(moved / "plan_leefbaarometer.tif") and squares.opacity() == 1
    assert "2022–2024" in squares.name() and len(squares.renderer().classes()) == 9
    assert squares.dataProvider().sample(squares.extent().center(), 1) is not None
    assert all(node.layer() is not None for node in project.layerTreeRoot().findLayers())


def test_another_computer_makes_it_again(saved, tmp_path, monkeypatch, qtbot, qgis_new_project):
    desk = Desk(tmp_path / "other cache", monkeypatch, qtbot)
    assert desk.session.project.read(str(saved))
    desk.wait()
    assert desk.session.kind == CHANGE
    assert desk.squares.source().startswith(str(tmp_path / "other cache")) and desk.squares.opacity() == 1
    desk.session.set_kind(SITUATION)
    assert desk.session.project.write()
    assert desk.squares.source() == str(saved.parent / "pakket" / "classes.tif"), "the situation is the pack's own"
    desk.leave()


def test_a_folder_that_cant_be_written_keeps_the_map(qgis_new_project, home, tmp_path, monkeypatch, qtbot):
    desk = Desk(tmp_path / "cache", monkeypatch, qtbot)
    desk.session.open_pack(home / "pakket")
    desk.session.set_kind(CHANGE)
    desk.wait()
    (home / "plan_leefbaarometer.tif").mkdir()
    assert desk.session.project.write(str(home / "plan.qgz"))
    assert desk.squares.isValid() and desk.squares.source().startswith(str(desk.cache))
    desk.leave()


def test_save_as_makes_its_own_raster(saved, tmp_path, monkeypatch, qtbot, qgis_new_project):
    """Saved under another name elsewhere, a project doesn't rest on what lies beside the first."""
    desk = Desk(tmp_path / "cache", monkeypatch, qtbot)
    project = desk.session.project
    assert project.read(str(saved))
    desk.wait()
    project.write(str(saved))
    (tmp_path / "other").mkdir()
    assert project.write(str(tmp_path / "other" / "two.qgz"))
    assert desk.squares.source() == str(tmp_path / "other" / "two_leefbaarometer.tif")
    own, first = tmp_path / "other" / "two_leefbaarometer.tif", saved.parent / "plan_leefbaarometer.tif"
    assert own.read_bytes() == first.read_bytes()
    project.write(str(tmp_path / "other" / "two.qgz"))
    assert sorted(path.name for path in (tmp_path / "other").iterdir()) == ["two.qgz", "two_leefbaarometer.tif"]
    desk.leave()


def test_two_packs_with_a_computed_map_each(qgis_new_project, home, tmp_path, monkeypatch, qtbot):
    """Each has a raster of its own beside the project, whichever the panel shows; no hatching is left in the file."""
    other = shutil.copytree(home / "pakket", home / "ander")
    desk = Desk(tmp_path / "cache", monkeypatch, qtbot)
    project = desk.session.project
    desk.session.open_pack(home / "pakket")
    desk.session.set_kind(CHANGE)
    desk.wait()
    desk.canvas.zoomScale(10_000)
    qtbot.waitUntil(lambda: tree.hatch_layer(project) is not None, timeout=20_000)
    first = desk.squares
    pack = open_pack(other)
    done = []
    desk.session.show_pack(pack, make_layers(pack), lambda: done.append(True), beside=True)
    qtbot.waitUntil(lambda: bool(done), timeout=20_000)
    desk.session.set_since(2002)
    desk.wait()
    qtbot.wait(100)
    second = desk.squares
    assert first is not second and "2002-2024" in second.source() and "2022-2024" in first.source()
    for _ in range(2):
        assert project.write(str(home / "plan.qgz"))
        names = {Path(layer.source()).name for layer in (first, second)}
        assert len(names) == 2 and all(name.startswith("plan") for name in names)
        with zipfile.ZipFile(home / "plan.qgz") as archive:
            text = next(archive.read(name).decode() for name in archive.namelist() if name.endswith(".qgs"))
        assert str(desk.cache) not in text and "small_" not in text
    cached = {path.read_bytes() for path in desk.cache.rglob("*.tif")}
    kept = {Path(layer.source()).read_bytes() for layer in (first, second)}
    assert len(kept) == 2 and kept <= cached, "one isn't written over the other"
    desk.leave()
