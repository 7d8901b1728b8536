# SPDX-License-Identifier: GPL-2.0-or-later
"""Many areas at once: stored in the background, all of them or none, while QGIS goes on."""

from __future__ import annotations

import gc
import sqlite3

import pytest
from osgeo import gdal
from qgis.core import QgsGeometry, QgsProject, QgsVectorLayer

from leefbaar_plugin.engine.errors import CancelledError, InputError
from leefbaar_plugin.gui.drawing.areas import Areas
from leefbaar_plugin.gui.session import Session
from leefbaar_plugin.gui.work import Background
from leefbaar_plugin.layers.areas import area_batch, area_rows
from leefbaar_plugin.layers.areas.area_batch import write_areas
from leefbaar_plugin.layers.areas.area_file import count_areas, file_of
from leefbaar_plugin.layers.areas.area_order import ordered_names
from leefbaar_plugin.layers.areas.area_rows import add_areas
from leefbaar_plugin.layers.areas.project_areas import create_areas_layer

from .conftest import areas_layer, rows
from .test_areas_ordinary import Held
from .test_areas_tools import Iface, square

TRIGGERS = "SELECT name, sql FROM sqlite_master WHERE type = 'trigger' AND name LIKE '%feature_count_proj%'"


@pytest.fixture
def areas(qgis_new_project, schiedam_folder, tmp_path, monkeypatch):
    monkeypatch.setenv("LEEFBAAROMETER_DATA_FOLDER", str(tmp_path / "data"))
    session = Session(QgsProject.instance())
    session.open_pack(schiedam_folder)
    made = Areas(session, Iface())
    made.adding.background = Background()
    made.problems = []
    made.failed.connect(made.problems.append)
    yield made
    made.disconnect_project()
    made.adding.background.cancel_all()
    session.disconnect_project()
    QgsProject.instance().clear()


def many(count: int) -> list[tuple[str, QgsGeometry]]:
    return [(f"n{number}", square(100 * number, 0, 300)) for number in range(count)]


def test_seventy_seven_areas(qtbot, areas):
    assert areas.add([("n3", square(0, 0))])
    told, done = [], []
    areas.list_changed.connect(lambda: told.append(len(areas.names())))
    assert areas.add(many(77), then=lambda: done.append(len(areas.names())))
    assert areas.adding.background.is_running("add areas") and len(areas.names()) == 1 and not done
    assert not areas.add(many(50)) and "already" in str(areas.problems[0])
    assert areas.add([("meanwhile", square(0, 500))]), "the user goes on drawing"
    qtbot.waitUntil(lambda: bool(done) or len(areas.problems) > 1, timeout=10_000)
    assert len(areas.problems) == 1, areas.problems
    assert done == [79] and told.count(79) <= 2
    found = list(areas.names().values())
    assert found[0] == "n3" and set(found[1:]) == {"meanwhile", *(f"n{n}" for n in range(77) if n != 3), "n3 (2)"}
    assert areas.names()[areas.current] == "n76" and areas.figures() is not None
    made = rows(areas.layer)
    places = sorted(row["position"] for row in made)  # one that had to make room leaves a place open
    assert len(set(places)) == 79 and places[:2] == [1, 2] and places[-1] <= 80 and all(row["created"] for row in made)
    assert count_areas(file_of(areas.layer)) == 79 and len(areas.problems) == 1


def test_places_that_others_took_meanwhile(tmp_path, monkeypatch):
    """Stored by a thread, or by another QGIS, after the place was given and before the area was."""
    layer = create_areas_layer(tmp_path / "a.gpkg")
    add_areas(layer, [("first", square(0, 0)), ("second", square(500, 0))])
    real, asked = area_rows.next_place, []

    def late(layer):
        asked.append(real(layer))
        return asked[-1] - (2 if len(asked) == 1 else 0)

    monkeypatch.setattr(area_rows, "next_place", late)
    add_areas(layer, [("third", square(0, 500)), ("fourth", square(500, 500))])
    assert {row["name"]: row["position"] for row in rows(layer)} == {"first": 1, "second": 2, "third": 5, "fourth": 6}
    assert list(ordered_names(layer).values()) == ["first", "second", "third", "fourth"]
    asked.append(0)
    add_areas(layer, [("fifth", square(900, 0))])
    assert [row["position"] for row in rows(layer) if row["name"] == "fifth"] == [7]


def test_undo_takes_them_all_back(qtbot, areas):
    areas.add([("first", square(0, 0))])
    areas.draw()
    assert areas.layer.isEditable() and areas.add(many(60))
    qtbot.waitUntil(lambda: len(areas.names()) == 61, timeout=10_000)
    stack = areas.layer.undoStack()
    qtbot.waitUntil(lambda: stack.count() == 1)
    stack.undo()
    qtbot.waitUntil(lambda: count_areas(file_of(areas.layer)) == 1, timeout=5000)
    assert list(areas.names().values()) == ["first"] and not areas.problems


def test_cancelled_none_is_stored(qtbot, areas):
    areas.add([("first", square(0, 0))])
    assert areas.add(many(2000))
    areas.adding.background.cancel("add areas")
    qtbot.waitUntil(lambda: bool(areas.problems), timeout=10_000)
    assert isinstance(areas.problems[0], CancelledError)
    assert list(areas.names().values()) == ["first"] and count_areas(file_of(areas.layer)) == 1
    assert areas.add([("second", square(0, 0))])


@pytest.mark.parametrize("at", [0.3, 0.8])
def test_cancelled_halfway(tmp_path, at):
    layer = create_areas_layer(tmp_path / "a.gpkg")
    add_areas(layer, [("first", square(0, 0))])
    with pytest.raises(CancelledError):
        write_areas(tmp_path / "a.gpkg", many(200), lambda fraction: fraction < at)
    assert count_areas(tmp_path / "a.gpkg") == 1
    fids = write_areas(tmp_path / "a.gpkg", many(3), lambda _fraction: True)
    again = QgsVectorLayer(layer.source(), "", "ogr")
    assert list(ordered_names(again)) == [1, *fids] and list(ordered_names(again).values())[1:] == ["n0", "n1", "n2"]
    assert next(again.getFeatures([fids[0]])).geometry().area() == pytest.approx(90_000)


class _MeanwhileAnother:
    """A dataset; right after its commit another program makes the triggers of the file that GDAL took away."""

    def __init__(self, dataset, path):
        self._dataset, self._path = dataset, path
        with sqlite3.connect(path) as connection:
            self._triggers = dict(connection.execute(TRIGGERS))

    def __getattr__(self, name):
        return getattr(self._dataset, name)

    def CommitTransaction(self):
        self._dataset.CommitTransaction()
        with sqlite3.connect(self._path) as connection:
            lacking = self._triggers.keys() - dict(connection.execute(TRIGGERS)).keys()
            assert lacking, "else there is nothing to meet"
            for name in lacking:
                connection.execute(self._triggers[name])


def test_another_program_that_writes_at_the_same_moment(tmp_path, monkeypatch):
    """GDAL fails when it closes a file whose triggers are there again: the areas are stored, and nothing is told."""
    path = tmp_path / "a.gpkg"
    create_areas_layer(path)
    opened = gdal.OpenEx
    monkeypatch.setattr(area_batch.gdal, "OpenEx", lambda *how: _MeanwhileAnother(opened(*how), path))
    fids = write_areas(path, many(3), lambda _fraction: True)
    gc.collect()
    monkeypatch.undo()
    assert len(fids) == 3 and count_areas(path) == 3
    with sqlite3.connect(path) as connection:
        assert len(list(connection.execute(TRIGGERS))) == 2
        counted = "SELECT feature_count FROM gpkg_ogr_contents WHERE table_name = 'projectgebieden'"
        assert list(connection.execute(counted)) in ([(3,)], [(None,)]), "right, or counted when it is asked for"


def test_one_that_cant_be_an_area_stops_all(tmp_path):
    create_areas_layer(tmp_path / "a.gpkg")
    with pytest.raises(InputError, match="“odd” is no polygon"):
        write_areas(tmp_path / "a.gpkg", [*many(3), ("odd", QgsGeometry.fromWkt("POINT(1 1)"))], lambda _: True)
    assert count_areas(tmp_path / "a.gpkg") == 0
    with Held(tmp_path / "a.gpkg", 60), pytest.raises(InputError, match="in use by another program"):
        write_areas(tmp_path / "a.gpkg", many(3), lambda _: True)
    with pytest.raises(InputError, match=r"can't be stored in .*nothing\.gpkg"):
        write_areas(tmp_path / "nothing.gpkg", many(3), lambda _: True)


def test_selection_of_many(qtbot, areas):
    layer = areas_layer(*(geometry.asWkt() for _, geometry in many(60)), None, kind="MultiPolygon")
    QgsProject.instance().addMapLayer(layer)
    layer.selectAll()
    said = []
    areas.said.connect(said.append)
    areas.take_selected(layer)
    qtbot.waitUntil(lambda: bool(said), timeout=10_000)
    assert said == ["Selected features without an outline, left out: 1."] and not areas.problems
    assert len(areas.names()) == 60


def test_project_closed_meanwhile(qtbot, areas):
    areas.add([("first", square(0, 0))])
    path = file_of(areas.layer)
    areas.add(many(500))
    areas.adding.background.close_project()
    QgsProject.instance().clear()
    qtbot.waitUntil(lambda: not areas.adding.background.is_running("add areas"), timeout=10_000)
    qtbot.wait(50)
    assert areas.names() == {} and count_areas(path) in (1, 501), "none or all"
