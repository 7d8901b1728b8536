# SPDX-License-Identifier: GPL-2.0-or-later
"""Projects that store the edits of their layers together: QGIS's transaction modes, seen from the areas layer."""

from __future__ import annotations

import pytest
from qgis.core import Qgis, QgsFeature, QgsGeometry, QgsProject, QgsVectorLayer

from leefbaar_plugin.layers.areas.area_file import count_areas, file_of

from .conftest import areas_layer
from .test_areas_ordinary import INFINITE, areas, sentences, stored, two  # noqa: F401
from .test_areas_tools import draw, square

TRIANGLE = "POLYGON((86000 436000,87000 436000,87000 437000,86000 436000))"
MODES = ["AutomaticGroups", "BufferedGroups"]


@pytest.fixture(params=MODES)
def mode(request, qgis_new_project):
    chosen = getattr(Qgis.TransactionMode, request.param)
    assert QgsProject.instance().setTransactionMode(chosen)
    yield chosen
    QgsProject.instance().clear()


@pytest.fixture
def mine(mode) -> QgsVectorLayer:
    """A scratch layer of the user, in the same project."""
    layer = areas_layer(TRIANGLE)
    QgsProject.instance().addMapLayer(layer)
    return layer


@pytest.fixture
def drawing(mine, two, qtbot):  # noqa: F811
    """Two areas in the file and one just drawn, in edit mode; what was said."""
    two.told = []
    two.said.connect(two.told.append)
    two.draw()
    draw(two, square(2000, 0))
    qtbot.waitUntil(lambda: list(two.names().values()) == ["a", "b", "Area 1"])
    yield two
    if two.layer is not None and two.layer.isEditable():
        two.layer.rollBack()


def test_outside_the_edit_mode_all_is_as_anywhere(mine, two):  # noqa: F811
    assert two.add([("c", square(2000, 0))]) and sorted(stored(two)) == ["a", "b", "c"]
    two.rename("d")
    two.move_current(-2)
    assert not two.problems and not two.layer.isEditable() and not mine.isEditable()
    assert list(two.names().values()) == ["d", "a", "b"] and sorted(stored(two)) == ["a", "b", "d"]


def test_what_is_drawn_waits_for_the_user(drawing, mine, mode, qtbot):
    """It was told as a file that another program holds, which was QGIS itself; a name that was given got lost."""
    areas = drawing  # noqa: F811
    assert len(areas.told) == 1 and "stores the edits of its layers together" in areas.told[0]
    assert areas.names()[areas.current] == "Area 1" and areas.outline() is not None
    if mode == Qgis.TransactionMode.BufferedGroups:
        assert mine.isEditable() and mine.deleteFeature(next(mine.getFeatures()).id())
    areas.rename("e")
    qtbot.wait(700)
    assert sorted(stored(areas)) == ["a", "b"], "the user stores it"
    assert mine.featureCount() == (0 if mine.isModified() else 1) and not areas.problems
    assert mine.isModified() == (mode == Qgis.TransactionMode.BufferedGroups), "nor are the user's edits stored by us"
    assert areas.layer.commitChanges() and sorted(stored(areas)) == ["a", "b", "e"]
    assert list(areas.names().values()) == ["a", "b", "e"] and not areas.problems


def test_what_the_panel_does_meanwhile_is_kept(drawing, qtbot):
    """Areas added past the edit buffer were dropped when the user saved, with what was drawn."""
    areas = drawing  # noqa: F811
    gone = []
    areas.deleted.connect(lambda *what: gone.append(what))
    assert areas.add([("f", square(4000, 0)), ("a", square(5000, 0))])
    assert list(areas.names().values()) == ["a", "b", "Area 1", "f", "a (2)"]
    areas.duplicate_current()
    areas.move_current(-4)
    assert list(areas.names().values()) == ["a", "a (2) (copy)", "b", "Area 1", "f", "a (2)"]
    areas.set_current(next(iter(areas.names())))
    areas.delete_current()
    areas.put_back(*gone[0])
    assert sorted(areas.names().values()) == ["Area 1", "a", "a (2)", "a (2) (copy)", "b", "f"]
    assert sorted(stored(areas)) == ["a", "b"] and not areas.problems
    assert areas.layer.commitChanges()
    assert sorted(stored(areas)) == ["Area 1", "a", "a (2)", "a (2) (copy)", "b", "f"]
    assert sorted(areas.names().values()) == sorted(stored(areas)) and not areas.problems


def test_undo_is_that_of_qgis(drawing, qtbot):
    areas = drawing  # noqa: F811
    areas.rename("e")
    stack = areas.layer.undoStack()
    assert [stack.text(number) for number in range(stack.count())] == [*["Feature added"] * 2, "Rename the area"]
    stack.undo()
    qtbot.waitUntil(lambda: list(areas.names().values()) == ["a", "b", "Area 1"])
    stack.undo()
    stack.undo()
    qtbot.waitUntil(lambda: list(areas.names().values()) == ["a", "b"])
    stack.redo()
    qtbot.waitUntil(lambda: list(areas.names().values()) == ["a", "b", "Area 1"])
    assert areas.layer.commitChanges() and sorted(stored(areas)) == ["Area 1", "a", "b"] and not areas.problems


def test_edits_given_up_leave_what_was_stored(drawing, qtbot):
    areas = drawing  # noqa: F811
    assert areas.layer.rollBack()
    qtbot.waitUntil(lambda: list(areas.names().values()) == ["a", "b"])
    qtbot.waitUntil(lambda: areas.current in areas.names())
    assert sorted(stored(areas)) == ["a", "b"]
    areas.rename("c")
    assert "c" in stored(areas) and not areas.problems


def test_what_can_not_be_an_area_is_taken_out(drawing, qtbot):
    areas = drawing  # noqa: F811
    feature = QgsFeature(areas.layer.fields())
    feature.setGeometry(QgsGeometry.fromPolygonXY([INFINITE]))
    feature["name"] = "far"
    areas.layer.addFeature(feature)
    qtbot.waitUntil(lambda: bool(areas.problems))
    assert len(areas.problems) == 1 and "“far” has coordinates that can't lie in EPSG:28992" in sentences(areas)[0]
    assert areas.layer.commitChanges() and sorted(stored(areas)) == ["Area 1", "a", "b"]


def test_saving_the_project_stores_no_edits(drawing, mine, mode, tmp_path, qtbot):
    """They stay in the layer, and the areas where they are, until nobody edits; then they come beside the project."""
    areas, before = drawing, drawing.layer.source()  # noqa: F811
    assert QgsProject.instance().write(str(tmp_path / "p.qgs"))
    qtbot.wait(100)
    assert "Save the edits, and then the project again." in sentences(areas)[0] and len(areas.problems) == 1
    assert areas.layer.isEditable() and areas.layer.source() == before and count_areas(file_of(areas.layer)) == 2
    assert areas.layer.commitChanges(), areas.layer.commitErrors()
    assert QgsProject.instance().write(str(tmp_path / "p.qgs"))
    qtbot.wait(100)
    assert areas.layer.source().startswith(str(tmp_path / "p_projectgebieden.gpkg"))
    assert sorted(stored(areas)) == ["Area 1", "a", "b"] and len(areas.problems) == 1


def test_an_addition_that_is_refused_leaves_nothing(drawing, monkeypatch):
    """QGIS takes the first and refuses the second: neither is there, what was drawn is, and a sentence tells."""
    areas = drawing  # noqa: F811
    take, taken = areas.layer.addFeature, []

    def refusing(feature):
        taken.append(feature)
        return len(taken) < 2 and take(feature)

    monkeypatch.setattr(areas.layer, "addFeature", refusing)
    assert not areas.add([("c", square(4000, 0)), ("d", square(6000, 0))])
    assert len(taken) == 2 and list(areas.names().values()) == ["a", "b", "Area 1"]
    assert "QGIS refuses the edit" in sentences(areas)[-1]
