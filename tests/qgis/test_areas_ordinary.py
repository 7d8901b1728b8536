# SPDX-License-Identifier: GPL-2.0-or-later
"""The areas layer is an ordinary layer: what is done to it works, or is told in one sentence, and nothing is lost."""

from __future__ import annotations

import math
import shutil
import sqlite3
import subprocess
import sys
import time
from pathlib import Path

import pytest
from qgis.core import (
    NULL,
    QgsCoordinateReferenceSystem,
    QgsFeature,
    QgsField,
    QgsGeometry,
    QgsPointXY,
    QgsProject,
    QgsVectorDataProvider,
    QgsVectorLayer,
    QgsVectorLayerJoinInfo,
)
from qgis.PyQt.QtCore import QMetaType

from leefbaar_plugin.gui.area.page import AreaPage
from leefbaar_plugin.gui.citizens.expressions import Expressions
from leefbaar_plugin.gui.drawing.areas import Areas
from leefbaar_plugin.gui.session import Session
from leefbaar_plugin.layers.areas.area_file import LAYER, count_areas, file_of

from .conftest import areas_layer, rows
from .test_areas_tools import Iface, draw, square, wait

SCORE = 4.077029
"""Of the square kilometre at 86000, 436000 in 2024: as the cases of the shared data say."""


@pytest.fixture
def areas(qgis_new_project, schiedam_folder, tmp_path, monkeypatch):
    monkeypatch.setenv("LEEFBAAROMETER_DATA_FOLDER", str(tmp_path / "data"))
    session = Session(QgsProject.instance())
    session.open_pack(schiedam_folder)
    made = Areas(session, Iface())
    made.problems = []
    made.session = session
    made.failed.connect(made.problems.append)
    yield made
    made.disconnect_project()
    session.disconnect_project()
    QgsProject.instance().clear()


@pytest.fixture
def two(areas):
    """Two areas, a and b."""
    assert areas.add([("a", square(0, 0)), ("b", square(1000, 0))])
    return areas


@pytest.fixture
def editing(qtbot, two):
    """The same in edit mode."""
    two.draw()
    assert two.layer.isEditable()
    return two


def stored(areas) -> dict[str, QgsGeometry]:
    """What a second program finds in the file."""
    layer = QgsVectorLayer(f"{file_of(areas.layer)}|layername={LAYER}", "", "ogr")
    return {feature["name"]: feature.geometry() for feature in layer.getFeatures()}


def sentences(areas) -> list[str]:
    return [str(problem) for problem in areas.problems]


# Fields


@pytest.mark.parametrize(("field", "new"), [("name", "naam"), ("created", None), ("name", None), ("position", None)])
def test_fields_renamed_or_deleted(two, field, new):
    provider, at = two.layer.dataProvider(), two.layer.fields().indexOf(field)
    assert provider.renameAttributes({at: new}) if new else provider.deleteAttributes([at])
    two.layer.updateFields()
    named = ["Area 1", "Area 2"] if field == "name" else ["a", "b"]
    assert list(two.names().values()) == named, "without a name its number"
    assert two.add([("c", square(2000, 0))]) and not two.problems
    assert list(two.names().values()) == [*named, "Area 3" if field == "name" else "c"]
    two.duplicate_current()
    two.move_current(-3)
    assert not two.problems and two.current == next(iter(two.names()))
    two.rename("d")
    if field == "name":
        assert sentences(two) == [
            "Layer Project areas has no field “name” any more. Add it again in the layer's properties first."
        ]
    else:
        assert not two.problems and next(iter(two.names().values())) == "d"
    assert not two.layer.isEditable()


def test_field_deleted_while_editing_and_undo(qtbot, editing):
    layer = editing.layer
    editing.rename("b2")
    assert layer.deleteAttribute(layer.fields().indexOf("created"))
    qtbot.wait(50)
    draw(editing, square(2000, 0))
    qtbot.waitUntil(lambda: len(stored(editing)) == 3)
    assert not editing.problems and layer.fields().indexOf("created") < 0
    stack = layer.undoStack()
    stack.undo()
    wait(qtbot, editing, "a", "b2")
    stack.undo()
    wait(qtbot, editing, "a", "b")
    assert not editing.problems


def test_undo_holds_after_a_field_was_added(qtbot, editing):
    layer = editing.layer
    draw(editing, square(2000, 0))
    wait(qtbot, editing, "a", "b", "Area 1")
    assert layer.addAttribute(QgsField("note", QMetaType.Type.QString))
    qtbot.waitUntil(lambda: "note" in rows(QgsVectorLayer(layer.source(), "", "ogr"))[0])
    fid = editing.current
    layer.changeAttributeValue(fid, layer.fields().indexOf("note"), "mine")
    qtbot.waitUntil(lambda: rows(QgsVectorLayer(layer.source(), "", "ogr"))[2]["note"] == "mine")
    editing.rename("c")
    stack = layer.undoStack()
    assert stack.count() == 3, "drawn, noted, renamed; a new field is no edit of an area"
    for expected in ({"a", "b", "Area 1"}, {"a", "b", "Area 1"}, {"a", "b"}):
        stack.undo()
        wait(qtbot, editing, *expected)
    for expected in ({"a", "b", "Area 1"}, {"a", "b", "Area 1"}, {"a", "b", "c"}):
        stack.redo()
        wait(qtbot, editing, *expected)
    made = rows(QgsVectorLayer(layer.source(), "", "ogr"))
    assert [(row["name"], row["note"]) for row in made] == [("a", None), ("b", None), ("c", "mine")]
    assert not editing.problems


def test_calculated_places_and_names(qtbot, editing):
    """The field calculator fills what it likes; a place is a number, else the area comes last."""
    layer = editing.layer
    position, name = layer.fields().indexOf("position"), layer.fields().indexOf("name")
    first, second = editing.names()
    layer.changeAttributeValue(first, position, NULL)
    layer.changeAttributeValue(second, name, NULL)
    qtbot.waitUntil(lambda: not layer.isModified())
    assert list(editing.names().items()) == [(second, f"Area {second}"), (first, "a")]
    assert editing.add([("c", square(2000, 0))]) and list(editing.names().values())[1:] == ["c", "a"]
    assert not editing.problems


def test_place_that_became_text(two):
    provider = two.layer.dataProvider()
    provider.deleteAttributes([two.layer.fields().indexOf("position")])
    provider.addAttributes([QgsField("position", QMetaType.Type.QString)])
    two.layer.updateFields()
    at = two.layer.fields().indexOf("position")
    first, second = two.names()
    provider.changeAttributeValues({first: {at: "last"}, second: {at: "2"}})
    assert list(two.names()) == [second, first]
    assert two.add([("c", square(2000, 0))]) and not two.problems
    assert list(two.names().values()) == ["b", "c", "a"]


def test_technical_fields_are_out_of_reach(two):
    layer = two.layer
    form, table = layer.editFormConfig(), layer.attributeTableConfig()
    hidden = {column.name for column in table.columns() if column.hidden}
    for name in ("fid", "position"):
        at = layer.fields().indexOf(name)
        assert form.readOnly(at) and layer.editorWidgetSetup(at).type() == "Hidden" and name in hidden
    assert form.readOnly(layer.fields().indexOf("created"))
    assert not form.readOnly(layer.fields().indexOf("name")) and "name" not in hidden


# One failed edit doesn't stop the next


def test_another_number_typed_in_the_table(qtbot, editing):
    layer = editing.layer
    first, second = editing.names()
    layer.changeAttributeValue(first, layer.fields().indexOf("fid"), 77)
    layer.changeAttributeValue(first, layer.fields().indexOf("name"), "a2")
    qtbot.waitUntil(lambda: bool(editing.problems))
    assert sentences(editing) == ["“a” keeps its fid, which numbers the rows of the file."]
    wait(qtbot, editing, "a2", "b")
    assert list(editing.names()) == [first, second] and not layer.isModified()
    draw(editing, square(2000, 0))
    wait(qtbot, editing, "a2", "b", "Area 1")
    editing.rename("c")
    wait(qtbot, editing, "a2", "b", "c")
    assert len(editing.problems) == 1


def test_pasted_with_a_number_that_is_taken(qtbot, editing):
    layer = editing.layer
    feature = QgsFeature(layer.fields())
    feature.setGeometry(square(3000, 0))
    feature["name"], feature["fid"] = "pasted", next(iter(editing.names()))
    assert layer.addFeature(feature)
    wait(qtbot, editing, "a", "b", "pasted")
    assert len(set(editing.names())) == 3 and not editing.problems


def test_what_the_file_refuses_is_dropped_and_the_rest_stored(qtbot, editing):
    """A trigger of another program, say: one row can't be written, the edits beside it can."""
    layer = editing.layer
    with sqlite3.connect(file_of(layer)) as other:
        other.execute(
            f"CREATE TRIGGER no BEFORE UPDATE ON {LAYER} WHEN NEW.name = 'forbidden' "
            "BEGIN SELECT RAISE(ABORT, 'not that name'); END"
        )
    other.close()
    first, second = editing.names()
    at = layer.fields().indexOf("name")
    layer.beginEditCommand("two names and a new area")
    layer.changeAttributeValue(first, at, "forbidden")
    layer.changeAttributeValue(second, at, "b2")
    feature = QgsFeature(layer.fields())
    feature.setGeometry(square(2000, 0))
    layer.addFeature(feature)
    layer.endEditCommand()
    qtbot.waitUntil(lambda: bool(editing.problems))
    wait(qtbot, editing, "a", "b2", "Area 1")
    assert len(editing.problems) == 1 and not layer.isModified() and layer.isEditable()
    assert sentences(editing)[0].startswith("“a” can't be stored as it is: ") and "not that name" in str(
        editing.problems[0]
    )
    editing.set_current(first)
    editing.rename("forbidden")
    assert len(editing.problems) == 2 and sorted(stored(editing)) == ["Area 1", "a", "b2"]
    editing.rename("a3")
    wait(qtbot, editing, "a3", "b2", "Area 1")


def test_refused_outside_edit_mode_leaves_nothing_in_edit_mode(two):
    with sqlite3.connect(file_of(two.layer)) as other:
        other.execute(f"CREATE TRIGGER no BEFORE UPDATE ON {LAYER} BEGIN SELECT RAISE(ABORT, 'no'); END")
    other.close()
    two.rename("c")
    assert len(two.problems) == 1 and not two.layer.isEditable() and list(two.names().values()) == ["a", "b"]


# Outlines


NO_NUMBER = [QgsPointXY(0, 0), QgsPointXY(math.nan, 0), QgsPointXY(1, 1), QgsPointXY(0, 0)]
INFINITE = [QgsPointXY(0, 0), QgsPointXY(math.inf, 0), QgsPointXY(1, 1), QgsPointXY(0, 0)]
STRANGE = {
    "none": (QgsGeometry(), "has no outline"),
    "empty": (QgsGeometry.fromWkt("MultiPolygon EMPTY"), "has no outline"),
    "infinite": (QgsGeometry.fromPolygonXY([INFINITE]), "has coordinates that can't lie in EPSG:28992"),
    "no number": (QgsGeometry.fromPolygonXY([NO_NUMBER]), "has coordinates that can't lie in EPSG:28992"),
    "far": (QgsGeometry.fromWkt("Polygon((0 0, 1e8 0, 1e8 1e8, 0 0))"), "has coordinates that can't lie in"),
    "needle": (QgsGeometry.fromWkt("Polygon((86000 436000, 87000 437000, 86500 436500, 86000 436000))"), "no surface"),
}


@pytest.mark.parametrize("kind", STRANGE)
def test_strange_outlines_by_any_tool(qtbot, editing, kind):
    """A row of the table without outline, a layer pasted from nowhere, a vertex typed with too many digits."""
    geometry, said = STRANGE[kind]
    layer = editing.layer
    feature = QgsFeature(layer.fields())
    feature.setGeometry(geometry)
    feature["name"] = "strange"
    layer.addFeature(feature)
    qtbot.waitUntil(lambda: bool(editing.problems))
    assert len(editing.problems) == 1 and "“strange”" in sentences(editing)[0] and said in sentences(editing)[0]
    wait(qtbot, editing, "a", "b")
    first = next(iter(editing.names()))
    layer.changeGeometry(first, geometry)
    qtbot.waitUntil(lambda: len(editing.problems) == 2)
    assert said in sentences(editing)[1] and "“a”" in sentences(editing)[1]
    wait(qtbot, editing, "a", "b")
    assert stored(editing)["a"].area() == pytest.approx(1e6), "as it was"
    draw(editing, square(2000, 0))
    wait(qtbot, editing, "a", "b", "Area 1")
    assert len(editing.problems) == 2 and not layer.isModified()


@pytest.mark.parametrize("kind", STRANGE)
def test_strange_outlines_by_the_plugin(areas, kind):
    geometry, said = STRANGE[kind]
    assert not areas.add([("good", square(0, 0)), ("strange", geometry)])
    assert len(areas.problems) == 1 and said in sentences(areas)[0] and areas.names() == {}


def test_rows_of_an_older_file_without_outline(qtbot, two):
    """What is in a file already is shown as it is: no figures, no error at every click."""
    with sqlite3.connect(file_of(two.layer)) as other:
        for trigger in [row[0] for row in other.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'")]:
            other.execute(f'DROP TRIGGER "{trigger}"')
        other.execute(f"UPDATE {LAYER} SET geom = NULL WHERE name = 'b'")
    other.close()
    qtbot.waitUntil(lambda: two.figures() is None, timeout=5000)
    assert list(two.names().values()) == ["a", "b"] and two.names()[two.current] == "b"
    two.duplicate_current()
    two.rename("c")
    two.move_current(-1)
    two.set_current(list(two.names())[1])
    assert two.figures().total == pytest.approx(SCORE, abs=1e-6) and not two.problems


@pytest.mark.parametrize("kind", ["PolyhedralSurface", "TIN"])
def test_roofs(areas, run, schiedam_folder, kind):
    """Two triangles in the air that make one square kilometre, and a wall."""
    low, high = (
        "86000 436000 1, 87000 436000 2, 87000 437000 3, 86000 436000 1",
        ("86000 436000 1, 87000 437000 3, 86000 437000 4, 86000 436000 1"),
    )
    wall = ", ((86000 436000 0, 87000 436000 0, 87000 436000 2, 86000 436000 0))"
    text = f"{kind} Z ((({low})), (({high})){wall})"
    layer = areas_layer(text, kind=f"{kind}Z")
    assert next(layer.getFeatures()).hasGeometry()
    QgsProject.instance().addMapLayer(layer)
    layer.selectAll()
    areas.take_selected(layer)
    assert not areas.problems and areas.geometry().area() == pytest.approx(1e6)
    assert areas.figures().total == pytest.approx(SCORE, abs=1e-6) and areas.figures().squares == 84
    made = rows(run("aggregateareas", PACK=schiedam_folder, AREAS=layer, YEARS="2024", OUTPUT="memory:")["OUTPUT"])
    assert made[0]["lbm"] == pytest.approx(SCORE, abs=1e-6) and made[0]["squares"] == 84


def test_heights_of_buildings(areas, run, schiedam_folder):
    """RD with NAP heights, and an upright wall among the parts: no shift, and the wall counts for nothing."""
    ground = "((86000 436000 0, 87000 436000 0, 87000 437000 0, 86000 437000 0, 86000 436000 0))"
    wall = "((86000 436000 0, 87000 436000 0, 87000 436000 9, 86000 436000 9, 86000 436000 0))"
    layer = areas_layer(f"MultiPolygonZ ({ground}, {wall})", crs="EPSG:7415", kind="MultiPolygonZ")
    assert layer.crs().authid() == "EPSG:7415"
    made = rows(run("aggregateareas", PACK=schiedam_folder, AREAS=layer, YEARS="2024", OUTPUT="memory:")["OUTPUT"])[0]
    assert made["lbm"] == pytest.approx(SCORE, abs=1e-6) and made["squares"] == 84
    QgsProject.instance().addMapLayer(layer)
    layer.selectAll()
    areas.take_selected(layer)
    assert not areas.problems and areas.figures().total == pytest.approx(made["lbm"], abs=1e-9)


def test_selected_features_without_outline_are_left_out(areas):
    said = []
    areas.said.connect(said.append)
    layer = areas_layer("Polygon((86000 436000, 87000 436000, 87000 437000, 86000 437000, 86000 436000))", None, None)
    QgsProject.instance().addMapLayer(layer)
    layer.selectAll()
    areas.take_selected(layer)
    assert list(areas.names().values()) == ["a1"] and not areas.problems
    assert said == ["Selected features without an outline, left out: 2."]
    layer.selectByIds([2, 3])
    areas.take_selected(layer)
    assert sentences(areas) == ["What is selected in layer areas has no outline."]
    layer.selectByIds([1])
    areas.take_selected(layer)
    assert list(areas.names().values()) == ["a1", "a1 (2)"]


def test_curves_are_stored_as_polygons(areas):
    circle = "CurvePolygon(CircularString(86000 437000, 87000 438000, 88000 437000, 87000 436000, 86000 437000))"
    assert areas.add([("round", QgsGeometry.fromWkt(circle))])
    assert stored(areas)["round"].area() == pytest.approx(math.pi * 1e6, rel=1e-3)


# Filters, joins, calculated fields, coordinate system


def test_work_under_a_filter(two, qtbot):
    hidden = []
    two.hidden.connect(hidden.append)
    assert two.layer.setSubsetString("\"name\" = 'a'")
    assert list(two.names().values()) == ["a"] and two.names()[two.current] == "a"
    assert two.add([("c", square(2000, 0))]) and hidden == [two.layer]
    assert list(two.names().values()) == ["a"] and two.names()[two.current] == "a"
    assert two.add([("b", square(3000, 0))]), "a name that is hidden is taken"
    two.duplicate_current()
    two.move_current(1)
    assert not two.problems and len(hidden) == 3
    two.remove_filter()
    assert sorted(two.names().values()) == ["a", "a (copy)", "b", "b (2)", "c"]
    places = [row["position"] for row in rows(two.layer)]
    assert len(set(places)) == len(places) and None not in places
    two.set_current(list(two.names())[-1])
    assert two.figures() is not None


def test_drawing_under_a_filter(two, qtbot):
    hidden = []
    two.hidden.connect(hidden.append)
    assert two.layer.setSubsetString("\"name\" = 'b'")
    two.draw()
    draw(two, square(2000, 0))
    qtbot.waitUntil(lambda: bool(hidden))
    assert list(two.names().values()) == ["b"] and two.names()[two.current] == "b"
    assert not two.problems and len(stored(two)) == 3
    two.layer.undoStack().undo()
    qtbot.waitUntil(lambda: sorted(stored(two)) == ["a", "b"])
    two.layer.undoStack().redo()
    qtbot.waitUntil(lambda: sorted(stored(two)) == ["Area 1", "a", "b"])
    assert not two.problems
    two.remove_filter()
    assert list(two.names().values()) == ["a", "b", "Area 1"] and two.layer.isEditable()


def test_order_under_a_filter_stays_within_it(two):
    two.add([("c", square(2000, 0)), ("d", square(3000, 0))])
    two.layer.setSubsetString("\"name\" <> 'b'")
    assert list(two.names().values()) == ["a", "c", "d"]
    two.set_current(list(two.names())[2])
    two.move_current(-2)
    assert list(two.names().values()) == ["d", "a", "c"]
    two.layer.setSubsetString("")
    assert list(two.names().values()) == ["d", "b", "a", "c"], "b keeps its place"


def test_undo_of_what_a_filter_hides_since(two, qtbot):
    """A renamed area that the filter doesn't show any more wasn't deleted: Undo gives it its name back."""
    two.layer.setSubsetString("\"name\" = 'a'")
    two.draw()
    two.rename("a2")
    assert sorted(stored(two)) == ["a2", "b"] and two.names() == {} and two.current is None
    two.layer.undoStack().undo()
    qtbot.waitUntil(lambda: sorted(stored(two)) == ["a", "b"])
    qtbot.waitUntil(lambda: list(two.names().values()) == ["a"])
    assert two.layer.undoStack().count() == 1 and not two.problems


def test_joined_and_calculated_fields(two, qtbot):
    table = QgsVectorLayer("NoGeometry?field=key:string&field=homes:int", "table", "memory")
    feature = QgsFeature(table.fields())
    feature.setAttributes(["a", 12])
    table.dataProvider().addFeatures([feature])
    QgsProject.instance().addMapLayer(table)
    join = QgsVectorLayerJoinInfo()
    join.setJoinLayer(table)
    join.setJoinFieldName("key")
    join.setTargetFieldName("name")
    assert two.layer.addJoin(join)
    expressions = Expressions(two.session)
    expressions.register()
    try:
        two.layer.addExpressionField("lbm_score(@geometry)", QgsField("score", QMetaType.Type.Double))
        gone = []
        two.deleted.connect(lambda *what: gone.append(what))
        two.add([("c", square(2000, 0))])
        two.rename("c2")
        two.move_current(-1)
        two.delete_current()
        two.put_back(*gone[0])
        two.draw()
        draw(two, square(3000, 0))
        wait(qtbot, two, "a", "b", "c2", "Area 1")
        two.layer.undoStack().undo()
        wait(qtbot, two, "a", "b", "c2")
        assert not two.problems and list(two.names().values()) == ["a", "c2", "b"]
        first = rows(two.layer)[0]
        assert first["score"] == pytest.approx(SCORE, abs=1e-6) and first["table_homes"] == 12
    finally:
        expressions.unregister()


def test_coordinate_system_set_by_hand(two, qtbot):
    before = two.figures().total
    two.layer.setCrs(QgsCoordinateReferenceSystem("EPSG:4326"))
    assert two.layer.crs().authid() == "EPSG:28992" and two.figures().total == before
    assert sentences(two) == ["Layer Project areas keeps EPSG:28992 (RD); its areas are stored in it."]


# The file


HOLD = (
    "import sqlite3, sys, time\n"
    "other = sqlite3.connect(sys.argv[1], isolation_level=None)\n"
    "other.execute('BEGIN IMMEDIATE')\n"
    "print('held', flush=True)\n"
    "time.sleep(float(sys.argv[2]))\n"
)


class Held:
    """Another program that writes in a file for so many seconds."""

    def __init__(self, path: Path, seconds: float) -> None:
        self._given = [sys.executable, "-c", HOLD, str(path), str(seconds)]

    def __enter__(self):
        self._process = subprocess.Popen(self._given, stdout=subprocess.PIPE, text=True)
        assert self._process.stdout.readline() == "held\n"
        return self

    def __exit__(self, *_about):
        self._process.kill()
        self._process.wait()
        self._process.stdout.close()


def test_file_that_is_in_use_is_said_soon(two):
    path = file_of(two.layer)
    said = f"{path.name} is in use by another program, so nothing can be stored in it now. Try again when that is done."
    doings = (
        lambda: two.add([("c", square(2000, 0))]),
        lambda: two.rename("c"),
        lambda: two.move_current(-1),
        two.delete_current,
        two.duplicate_current,
    )
    with Held(path, 60):
        for do in doings:
            began = time.monotonic()
            do()
            assert time.monotonic() - began < 3
            assert sentences(two)[-1] == said and not two.layer.isEditable()
        assert len(two.problems) == len(doings) and list(two.names().values()) == ["a", "b"]
    assert two.add([("c", square(2000, 0))]) and sorted(stored(two)) == ["a", "b", "c"]


def test_drawn_while_the_file_is_in_use(qtbot, editing):
    """It stays on the map, and is stored as soon as it can be; QGIS doesn't wait for it."""
    path = file_of(editing.layer)
    with Held(path, 60):
        began = time.monotonic()
        draw(editing, square(2000, 0))
        qtbot.waitUntil(lambda: len(editing.names()) == 3)
        assert time.monotonic() - began < 2 and editing.figures() is not None
        qtbot.waitUntil(lambda: bool(editing.problems), timeout=6000)
        said = "is in use by another program. What you drew stays in the layer, and is stored as soon as that is done."
        assert sentences(editing) == [f"{path.name} {said}"]
    wait(qtbot, editing, "a", "b", "Area 1")
    assert len(editing.problems) == 1 and not editing.layer.isModified()
    editing.layer.undoStack().undo()
    wait(qtbot, editing, "a", "b")


def test_undone_and_done_again_while_the_file_is_in_use(qtbot, editing):
    """What waits is on QGIS's own stack: its Redo ended QGIS, as the name came there before the area."""
    stack = editing.layer.undoStack()
    with Held(file_of(editing.layer), 60):
        draw(editing, square(2000, 0))
        qtbot.waitUntil(lambda: list(editing.names().values()) == ["a", "b", "Area 1"])
        while stack.canUndo():
            stack.undo()
        qtbot.waitUntil(lambda: list(editing.names().values()) == ["a", "b"])
        stack.redo()
        qtbot.waitUntil(lambda: list(editing.names().values()) == ["a", "b", "Area 1"])
        assert sorted(stored(editing)) == ["a", "b"]
    wait(qtbot, editing, "a", "b", "Area 1")
    assert stored(editing)["Area 1"].area() == pytest.approx(1e6) and not editing.layer.isModified()


def test_undone_while_the_file_is_in_use(qtbot, editing):
    editing.rename("b2")
    with Held(file_of(editing.layer), 60):
        editing.layer.undoStack().undo()
        qtbot.waitUntil(lambda: bool(editing.problems), timeout=4000)
    wait(qtbot, editing, "a", "b")
    assert list(editing.names().values()) == ["a", "b"]


def test_edit_mode_left_by_hand_while_the_file_is_in_use(qtbot, editing):
    """That is QGIS's own storing: it stood still for 15 s. Now a moment, and what was drawn is stored later."""
    layer = editing.layer
    with Held(file_of(layer), 60):
        draw(editing, square(2000, 0))
        qtbot.waitUntil(lambda: len(editing.names()) == 3)
        began = time.monotonic()
        assert not layer.commitChanges()
        assert time.monotonic() - began < 4
        assert layer.isEditable() and len(editing.names()) == 3
        qtbot.waitUntil(lambda: bool(editing.problems), timeout=6000)
        assert "What you drew stays in the layer, and is stored as soon as that is done." in sentences(editing)[0]
    wait(qtbot, editing, "a", "b", "Area 1")
    assert len(editing.problems) == 1 and sorted(stored(editing)) == ["Area 1", "a", "b"]
    assert layer.commitChanges() and not layer.isEditable()


@pytest.fixture
def late(monkeypatch):
    """Another program takes the file after it was found free, and holds it for so long; begun by a call."""
    holders = []

    def begin(areas, seconds: float) -> None:
        path, commit = file_of(areas.layer), QgsVectorLayer.commitChanges

        def taken(layer, stop=True):
            if not holders:
                holders.append(held := Held(path, seconds))
                held.__enter__()
            return commit(layer, stop)

        monkeypatch.setattr(QgsVectorLayer, "commitChanges", taken)

    yield begin
    for one in holders:
        one.__exit__()


def test_a_file_that_is_taken_at_the_moment_of_storing(qtbot, editing, late):
    """Nothing that was drawn is dropped because of it."""
    late(editing, 12)
    draw(editing, square(2000, 0))
    qtbot.waitUntil(lambda: bool(editing.problems), timeout=20_000)
    assert "What you drew stays in the layer" in sentences(editing)[0] and len(editing.names()) == 3
    qtbot.waitUntil(lambda: len(stored(editing)) == 3, timeout=20_000)
    assert len(editing.problems) == 1 and list(editing.names().values()) == ["a", "b", "Area 1"]


def test_a_name_given_at_the_moment_the_file_is_taken(qtbot, two, late):
    """Outside the edit mode nothing stays behind that nobody sees: it is said, and can be done again."""
    late(two, 12)
    two.rename("c")
    assert "so nothing can be stored in it now. Try again when that is done." in sentences(two)[0]
    assert not two.layer.isEditable() and list(two.names().values()) == ["a", "b"]


def test_added_at_the_moment_the_file_is_taken(two, monkeypatch):
    """Areas that are written past the edit mode: QGIS gives up soon, too, and none is half there."""
    add = QgsVectorDataProvider.addFeatures
    took = []

    def taken(provider, features):
        with Held(file_of(two.layer), 60):
            began = time.monotonic()
            done = add(provider, features)
            took.append(time.monotonic() - began)
        return done

    monkeypatch.setattr(QgsVectorDataProvider, "addFeatures", taken)
    assert not two.add([("c", square(2000, 0))])
    assert 0 < took[0] < 4 and len(two.problems) == 1 and "can't be stored in" in sentences(two)[0]
    assert not two.layer.isEditable() and sorted(stored(two)) == ["a", "b"] and list(two.names().values()) == ["a", "b"]
    monkeypatch.undo()
    assert two.add([("c", square(2000, 0))]) and sorted(stored(two)) == ["a", "b", "c"]


def test_edit_mode_left_beside_other_layers_of_the_file(qtbot, editing):
    """A second layer of the same file, which the user opened: QGIS's connection is still the one that is hurried."""
    beside = QgsVectorLayer(editing.layer.source(), "beside", "ogr")
    assert beside.featureCount() == 2
    draw(editing, square(2000, 0))
    qtbot.waitUntil(lambda: len(stored(editing)) == 3)
    with Held(file_of(editing.layer), 60):
        editing.layer.changeAttributeValue(editing.current, editing.layer.fields().indexOf("name"), "c")
        began = time.monotonic()
        assert not editing.layer.commitChanges()
        assert time.monotonic() - began < 4
    wait(qtbot, editing, "a", "b", "c")


def test_a_copy_of_the_file_alone_is_whole(qtbot, editing, tmp_path):
    """While QGIS is open, in edit mode, and without the journal beside it."""
    path = file_of(editing.layer)

    def copied() -> int | None:
        copy = tmp_path / "copy.gpkg"
        copy.unlink(missing_ok=True)
        shutil.copy(path, copy)
        return count_areas(copy)

    for number in range(3):
        draw(editing, square(1000 * number, 3000))
        qtbot.waitUntil(lambda n=number: copied() == 3 + n, timeout=2000)
    editing.delete_current()
    qtbot.waitUntil(lambda: copied() == 4, timeout=2000)
    editing.layer.undoStack().undo()
    qtbot.waitUntil(lambda: copied() == 5, timeout=2000)
    editing.layer.commitChanges()
    assert copied() == 5
    editing.add([("e", square(0, 5000))])
    assert copied() == 6


def test_areas_are_counted_by_rows(two):
    path = file_of(two.layer)
    with sqlite3.connect(path) as other:
        other.execute("UPDATE gpkg_ogr_contents SET feature_count = 55")
    other.close()
    assert count_areas(path) == 2
    assert count_areas(path.with_name("nothing.gpkg")) is None
    (path.parent / "text.gpkg").write_text("no database")
    assert count_areas(path.parent / "text.gpkg") is None


# A second QGIS


SECOND = (
    "import sys\n"
    "from osgeo import gdal\n"
    "gdal.UseExceptions()\n"
    "source = gdal.OpenEx(sys.argv[1], gdal.OF_VECTOR | gdal.OF_UPDATE)\n"
    "layer = source.GetLayerByName('projectgebieden')\n"
    "exec(sys.argv[2])\n"
    "del layer, source\n"
)


def second_qgis(path: Path, does: str) -> None:
    """What the same edit in another QGIS does to the file."""
    subprocess.run([sys.executable, "-c", SECOND, str(path), does], check=True)


RENAME = "feature = layer.GetFeature({fid}); feature['name'] = '{name}'; layer.SetFeature(feature)"


def test_edits_of_a_second_qgis_are_followed(qtbot, two):
    first, second = two.names()
    second_qgis(file_of(two.layer), RENAME.format(fid=first, name="theirs"))
    qtbot.waitUntil(lambda: two.names()[first] == "theirs", timeout=5000)
    told = []
    two.list_changed.connect(lambda: told.append(list(two.names().values())))
    second_qgis(file_of(two.layer), f"layer.DeleteFeature({second})")
    qtbot.waitUntil(lambda: bool(told), timeout=5000)
    assert told[-1] == ["theirs"] and two.current == first and not two.problems


def test_undo_leaves_what_a_second_qgis_wrote(qtbot, editing):
    first, second = editing.names()
    layer = editing.layer
    layer.beginEditCommand("Vertex moved")
    assert layer.moveVertex(87500, 437500, first, 2)
    layer.endEditCommand()
    qtbot.waitUntil(lambda: stored(editing)["a"].area() > 1_000_001)
    second_qgis(file_of(layer), RENAME.format(fid=first, name="theirs"))
    qtbot.waitUntil(lambda: editing.names()[first] == "theirs", timeout=5000)
    layer.undoStack().undo()
    qtbot.waitUntil(lambda: stored(editing)["theirs"].area() == pytest.approx(1_000_000))
    assert editing.names()[first] == "theirs" and not editing.problems, "their name stays"
    editing.set_current(second)
    editing.rename("b2")
    second_qgis(file_of(layer), f"layer.DeleteFeature({second})")
    qtbot.waitUntil(lambda: second not in editing.names(), timeout=5000)
    layer.undoStack().undo()
    qtbot.waitUntil(lambda: bool(editing.problems))
    assert sentences(editing) == [
        "Not all of the edit could be taken back or done again; the areas changed in the meantime."
    ]
    assert sorted(stored(editing)) == ["theirs"] and not layer.isModified()


def test_a_name_that_was_shown_isnt_written_back(qtbot, two):
    """Leaving the field of the name with what stood there doesn't undo another program's renaming."""
    page = AreaPage(two.session, two)
    qtbot.addWidget(page)
    second = list(two.names())[1]
    assert page.names.lineEdit().text() == "b"
    second_qgis(file_of(two.layer), RENAME.format(fid=second, name="theirs"))
    page.names.lineEdit().editingFinished.emit()
    assert stored(two).keys() == {"a", "theirs"} and page.names.currentText() == "theirs"
    page.names.lineEdit().setText("mine")
    page.names.lineEdit().editingFinished.emit()
    assert stored(two).keys() == {"a", "mine"}
