# SPDX-License-Identifier: GPL-2.0-or-later
"""Own areas: stored at once whatever tool edits them, undone by QGIS's own Undo, ordered, combined and surrounded."""

from __future__ import annotations

from itertools import pairwise

import pytest
from qgis.core import Qgis, QgsFeature, QgsGeometry, QgsPointXY, QgsProject, QgsSettings, QgsVectorLayer, QgsWkbTypes
from qgis.PyQt.QtCore import QObject, Qt
from qgis.PyQt.QtWidgets import QAction, QMainWindow

from leefbaar_plugin.analysis.change.surroundings import parse_rings
from leefbaar_plugin.engine.errors import InputError
from leefbaar_plugin.gui.area.heading import AreaHeading
from leefbaar_plugin.gui.area.whereabouts import Whereabouts, whereabouts
from leefbaar_plugin.gui.drawing.area_dialogs import AreaDialogs
from leefbaar_plugin.gui.drawing.area_tools import AreaTools
from leefbaar_plugin.gui.drawing.areas import Areas
from leefbaar_plugin.gui.drawing.surroundings_dialog import SurroundingsDialog
from leefbaar_plugin.gui.session import Session
from leefbaar_plugin.gui.work import Background
from leefbaar_plugin.layers import tree
from leefbaar_plugin.layers.areas import project_areas
from leefbaar_plugin.layers.areas.area_geometry import buffered, combined, combined_name, ring
from leefbaar_plugin.layers.areas.area_order import ordered_names
from leefbaar_plugin.pack.official import read_names, read_outlines
from leefbaar_plugin.pack.pack import open_pack

from .conftest import areas_layer, in_crs

SQUARE = "MULTIPOLYGON(((86000 436000, 87000 436000, 87000 437000, 86000 437000, 86000 436000)))"


def square(x: float, y: float, side: float = 1000.0) -> QgsGeometry:
    """A square with its lower-left corner at x, y, in metres around Schiedam's 86000, 436000."""
    x, y = 86000 + x, 436000 + y
    corners = [QgsPointXY(x, y), QgsPointXY(x + side, y), QgsPointXY(x + side, y + side), QgsPointXY(x, y + side)]
    return QgsGeometry.fromMultiPolygonXY([[[*corners, corners[0]]]])


class Iface(QObject):
    """As much of QGIS's interface as the areas use."""

    def __init__(self) -> None:
        super().__init__()
        self.window = QMainWindow()
        self.active = None
        self.add_feature, self.select = QAction(self.window), QAction(self.window)

    def mainWindow(self):
        return self.window

    def setActiveLayer(self, layer):
        self.active = layer

    def activeLayer(self):
        return self.active

    def actionAddFeature(self):
        return self.add_feature

    def actionSelect(self):
        return self.select


class Said:
    """Messages that keep what they are told."""

    def __init__(self) -> None:
        self.infos: list[str] = []
        self.problems: list[BaseException] = []

    def info(self, text, *_button):
        self.infos.append(text)

    def error(self, problem):
        self.problems.append(problem)


@pytest.fixture
def iface(qgis_app):
    made = Iface()
    yield made
    made.window.deleteLater()


@pytest.fixture
def session(qgis_new_project, schiedam_folder, tmp_path, monkeypatch):
    monkeypatch.setenv("LEEFBAAROMETER_DATA_FOLDER", str(tmp_path))
    QgsSettings().clear()
    project = QgsProject.instance()
    project.clear()
    made = Session(project)
    made.open_pack(schiedam_folder)
    yield made
    made.disconnect_project()
    project.clear()


@pytest.fixture
def areas(session, iface):
    made = Areas(session, iface)
    yield made
    made.disconnect_project()


@pytest.fixture
def drawing(qtbot, areas):
    """The areas while the layer is in edit mode, as after the button Draw."""
    areas.draw()
    qtbot.waitUntil(areas.layer.isEditable)
    return areas


def draw(areas: Areas, geometry: QgsGeometry) -> None:
    """What QGIS's digitising tool does when a polygon is closed."""
    layer = areas.layer
    feature = QgsFeature(layer.fields())
    feature.setGeometry(geometry)
    layer.beginEditCommand("Feature added")
    assert layer.addFeature(feature)
    layer.endEditCommand()


def in_file(areas: Areas) -> dict[str, QgsGeometry]:
    """What a second program, or a crash, would find."""
    layer = QgsVectorLayer(areas.layer.source(), "", "ogr")
    return {feature["name"]: feature.geometry() for feature in layer.getFeatures()}


def wait(qtbot, areas, *names):
    """Until the file holds areas of these names."""
    qtbot.waitUntil(lambda: sorted(in_file(areas)) == sorted(names), timeout=3000)
    qtbot.wait(20)


# Stored at once, undone by QGIS


def test_undo_and_redo_of_areas_that_were_drawn(qtbot, drawing):
    stack = drawing.layer.undoStack()
    draw(drawing, square(0, 0))
    wait(qtbot, drawing, "Area 1")
    draw(drawing, square(1000, 0))
    wait(qtbot, drawing, "Area 1", "Area 2")
    first, second = drawing.names()
    assert drawing.current == second and stack.count() == 2 and stack.undoText() == "Feature added"
    assert not drawing.layer.isModified(), "all of it is in the file: QGIS needn't ask to save"
    stack.undo()
    wait(qtbot, drawing, "Area 1")
    assert drawing.current == first and stack.canRedo() and not drawing.layer.isModified()
    stack.undo()
    wait(qtbot, drawing)
    assert drawing.current is None and not stack.canUndo()
    stack.redo()
    stack.redo()
    wait(qtbot, drawing, "Area 1", "Area 2")
    assert list(drawing.names()) == [first, second], "they come back under their own numbers"
    assert drawing.layer.isEditable()


def test_several_undos_before_the_first_is_done(qtbot, drawing):
    for number in range(4):
        draw(drawing, square(1000 * number, 0))
        qtbot.waitUntil(lambda n=number: len(in_file(drawing)) == n + 1)
    stack = drawing.layer.undoStack()
    for _ in range(3):
        stack.undo()
    wait(qtbot, drawing, "Area 1")
    stack.redo()
    wait(qtbot, drawing, "Area 1", "Area 2")
    draw(drawing, square(0, 5000))
    wait(qtbot, drawing, "Area 1", "Area 2", "Area 3")
    assert stack.count() == 3 and not stack.canRedo(), "a new edit ends what could be redone"


def test_edits_by_any_tool_are_stored_and_undone(qtbot, drawing):
    draw(drawing, square(0, 0))
    wait(qtbot, drawing, "Area 1")
    (fid,) = drawing.names()
    layer, stack = drawing.layer, drawing.layer.undoStack()
    before = drawing.figures().surface
    layer.beginEditCommand("Vertex moved")
    assert layer.moveVertex(87500, 437500, fid, 2)
    layer.endEditCommand()
    qtbot.waitUntil(lambda: in_file(drawing)["Area 1"].area() > 1_000_001)
    qtbot.waitUntil(lambda: drawing.figures().surface > before)
    stack.undo()
    qtbot.waitUntil(lambda: in_file(drawing)["Area 1"].area() == pytest.approx(1_000_000))
    qtbot.waitUntil(lambda: drawing.figures().surface == pytest.approx(before))
    stack.redo()
    qtbot.waitUntil(lambda: in_file(drawing)["Area 1"].area() > 1_000_001)


def test_rings_and_parts_by_qgis_tools_are_followed(qtbot, drawing):
    draw(drawing, square(0, 0))
    wait(qtbot, drawing, "Area 1")
    (fid,) = drawing.names()
    layer = drawing.layer
    whole = drawing.figures()
    layer.beginEditCommand("Ring added")
    hole = square(200, 200, 600).asMultiPolygon()[0][0]
    assert layer.addRing(hole)[0] == 0
    layer.endEditCommand()
    qtbot.waitUntil(lambda: drawing.figures().surface == pytest.approx(640_000))
    assert drawing.figures().weight_sum < whole.weight_sum
    layer.selectByIds([fid])
    layer.beginEditCommand("Part added")
    assert layer.addPart(square(1500, 0, 500).asMultiPolygon()[0][0]) == 0
    layer.endEditCommand()
    qtbot.waitUntil(lambda: drawing.figures().surface == pytest.approx(890_000))
    stored = in_file(drawing)["Area 1"]
    assert stored.constGet().numGeometries() == 2 and stored.area() == pytest.approx(890_000)
    layer.undoStack().undo()
    qtbot.waitUntil(lambda: drawing.figures().surface == pytest.approx(640_000))


def test_split_and_delete_by_qgis_tools(qtbot, drawing):
    draw(drawing, square(0, 0))
    wait(qtbot, drawing, "Area 1")
    layer = drawing.layer
    layer.beginEditCommand("Features split")
    line = [QgsPointXY(86500, 435000), QgsPointXY(86500, 438000)]
    assert layer.splitFeatures(line) == Qgis.GeometryOperationResult.Success
    layer.endEditCommand()
    qtbot.waitUntil(lambda: len(drawing.names()) == 2)
    qtbot.waitUntil(lambda: not layer.isModified())
    layer.selectAll()
    layer.beginEditCommand("Deleted")
    layer.deleteSelectedFeatures()
    layer.endEditCommand()
    qtbot.waitUntil(lambda: not in_file(drawing))
    layer.undoStack().undo()
    qtbot.waitUntil(lambda: len(drawing.names()) == 2)
    assert sum(shape.area() for shape in drawing.geometries().values()) == pytest.approx(1_000_000)


def test_the_dock_s_own_edits_can_be_undone_while_editing(qtbot, drawing):
    draw(drawing, square(0, 0))
    wait(qtbot, drawing, "Area 1")
    drawing.rename("Plan Zuid")
    drawing.duplicate_current()
    drawing.move_current(-1)
    assert list(drawing.names().values()) == ["Plan Zuid (copy)", "Plan Zuid"]
    stack = drawing.layer.undoStack()
    assert stack.count() == 4
    for _ in range(3):
        stack.undo()
    wait(qtbot, drawing, "Area 1")
    for _ in range(3):
        stack.redo()
    wait(qtbot, drawing, "Plan Zuid", "Plan Zuid (copy)")
    assert list(drawing.names().values()) == ["Plan Zuid (copy)", "Plan Zuid"]


def test_ending_the_edit_mode_ends_undo_and_asks_nothing(qtbot, drawing):
    draw(drawing, square(0, 0))
    wait(qtbot, drawing, "Area 1")
    assert not drawing.layer.isModified()
    assert drawing.layer.commitChanges()
    assert drawing.layer.undoStack().count() == 0 and not drawing.layer.isModified()
    drawing.draw()
    assert drawing.layer.undoStack().count() == 0
    draw(drawing, square(1000, 0))
    wait(qtbot, drawing, "Area 1", "Area 2")
    assert drawing.layer.rollBack() and sorted(in_file(drawing)) == ["Area 1", "Area 2"], "stored is stored"


def test_saving_by_hand_keeps_undo(qtbot, drawing):
    draw(drawing, square(0, 0))
    wait(qtbot, drawing, "Area 1")
    assert drawing.layer.commitChanges(False)
    drawing.layer.undoStack().undo()
    wait(qtbot, drawing)


def test_unloading_leaves_nothing_on_the_stack(qtbot, session, iface):
    areas = Areas(session, iface)
    areas.draw()
    qtbot.waitUntil(areas.layer.isEditable)
    draw(areas, square(0, 0))
    wait(qtbot, areas, "Area 1")
    layer = areas.layer
    areas.disconnect_project()
    assert layer.undoStack().count() == 0


# Delete, rename, order, duplicate


def three(areas: Areas) -> list[int]:
    areas.add([("Noord", square(0, 2000)), ("Midden", square(0, 1000)), ("Zuid", square(0, 0))])
    return list(areas.names())


def test_deleting_and_putting_back(areas):
    north, middle, south = three(areas)
    areas.set_current(middle)
    deleted = []
    areas.deleted.connect(lambda name, area: deleted.append((name, area)))
    areas.delete_current()
    assert list(areas.names()) == [north, south] and areas.current == south, "the next in the list"
    assert not areas.layer.isEditable(), "edit mode stays as it was"
    areas.put_back(*deleted[0])
    assert list(areas.names()) == [north, middle, south] and areas.current == middle
    assert set(in_file(areas)) == {"Noord", "Midden", "Zuid"}


def test_order_follows_and_stays(areas, session, iface):
    north, middle, south = three(areas)
    areas.set_current(south)
    areas.move_current(-1)
    assert list(areas.names()) == [north, south, middle] and areas.current == south
    areas.move_current(-5)
    areas.move_current(-1)
    assert list(areas.names()) == [south, north, middle], "no further than the end"
    again = QgsVectorLayer(areas.layer.source(), "", "ogr")
    assert list(ordered_names(again)) == [south, north, middle]
    areas.duplicate_current()
    assert list(areas.names().values()) == ["Zuid", "Zuid (copy)", "Noord", "Midden"]
    areas.set_current(south)
    areas.duplicate_current()
    assert list(areas.names().values())[:3] == ["Zuid", "Zuid (copy) (2)", "Zuid (copy)"]
    assert not areas.layer.isEditable()


def test_a_file_without_places_still_opens(project_file, areas):
    areas.take_file(project_areas.open_areas_layer(project_file))
    assert list(areas.names().values()) == ["Een", "Twee", "Drie"], "as stored"
    assert areas.layer.fields().indexOf("position") < 0, "opening a file doesn't write in it"
    areas.set_current(next(iter(areas.names())))
    areas.move_current(1)
    assert list(areas.names().values()) == ["Twee", "Een", "Drie"]
    areas.add([("Vier", square(0, 0))])
    assert list(areas.names().values()) == ["Twee", "Een", "Drie", "Vier"]


@pytest.fixture
def project_file(qgis_app, tmp_path):
    """Areas as the first version stored them."""
    from osgeo import ogr

    path = tmp_path / "oud.gpkg"
    dataset = ogr.GetDriverByName("GPKG").CreateDataSource(str(path))
    from leefbaar_plugin.pack.outlines.projection import spatial_reference

    layer = dataset.CreateLayer(project_areas.LAYER, spatial_reference(), ogr.wkbMultiPolygon)
    layer.CreateField(ogr.FieldDefn("name", ogr.OFTString))
    layer.CreateField(ogr.FieldDefn("created", ogr.OFTDateTime))
    for name in ("Een", "Twee", "Drie"):
        feature = ogr.Feature(layer.GetLayerDefn())
        feature.SetField("name", name)
        feature.SetGeometry(ogr.CreateGeometryFromWkt(SQUARE))
        layer.CreateFeature(feature)
    del feature, layer, dataset
    return path


def test_a_read_only_file_says_so(areas, monkeypatch):
    three(areas)
    problems = []
    areas.failed.connect(problems.append)
    layer = areas.layer
    layer.setReadOnly(True)
    areas.move_current(-1)
    areas.rename("X")
    areas.delete_current()
    assert len(problems) == 3 and all("no permission" in str(one) for one in problems)
    assert list(areas.names().values()) == ["Noord", "Midden", "Zuid"]


# Geometry


def test_combining_closes_gaps_between_neighbours_only():
    left, right = square(0, 0), square(1006, 0)  # a gap of 6 m
    made = combined([left, right])
    assert made.closed == pytest.approx(6000, rel=0.01)
    assert made.geometry.area() == pytest.approx(2_006_000, rel=1e-4)
    assert made.geometry.constGet().numGeometries() == 1
    assert made.geometry.wkbType() == QgsWkbTypes.Type.MultiPolygon
    assert left.difference(made.geometry).area() < 1e-6 and right.difference(made.geometry).area() < 1e-6
    far = combined([left, square(1030, 0)])
    assert far.closed == 0 and far.geometry.constGet().numGeometries() == 2, "30 m apart is apart"


def test_combining_takes_an_overlap_once_and_keeps_the_outline():
    crooked = QgsGeometry.fromWkt(
        "MULTIPOLYGON(((0 0, 1000 0, 1000 1000, 508 1000, 508 500, 500 500, 500 1000, 0 1000, 0 0)))"
    )  # with a cleft of 8 m that belongs to one outline
    made = combined([crooked, QgsGeometry.fromWkt("POLYGON((990 0, 2000 0, 2000 1000, 990 1000, 990 0))")])
    assert made.closed == 0
    assert made.geometry.area() == pytest.approx(2_000_000 - 8 * 500)


def test_combining_repairs_and_refuses():
    bow = QgsGeometry.fromWkt("POLYGON((0 0, 100 100, 100 0, 0 100, 0 0))")
    assert combined([bow]).geometry.isGeosValid()
    with pytest.raises(InputError, match="no outline"):
        combined([QgsGeometry.fromWkt("POLYGON EMPTY")])


def test_combined_demonstration_buurten_have_no_slivers(schiedam):
    buurten = [area for area in read_names(schiedam, ["buurt"]) if area.drawn]
    assert len(buurten) == 59
    shapes = []
    for wkb in read_outlines(schiedam, "buurt", [area.fid for area in buurten]):
        shape = QgsGeometry()
        shape.fromWkb(wkb)
        shapes.append(shape)
    plain = QgsGeometry.unaryUnion(shapes)
    made = combined(shapes)

    def holes(geometry):
        return sum(len(part) - 1 for part in geometry.asMultiPolygon()) if geometry.isMultipart() else 0

    plain.convertToMultiType()
    assert holes(plain) > 40 and holes(made.geometry) < 5
    assert 0 < made.closed < 0.005 * plain.area()
    assert plain.difference(made.geometry).area() < 1e-3, "nothing of the published outlines is lost"


@pytest.mark.parametrize(
    ("names", "text"),
    [(["A"], "A"), (["A", "B", "C"], "A + B + C"), (["A", "B", "C", "D", "E"], "A + B + 3 more")],
)
def test_name_of_a_combination(names, text):
    assert combined_name(names, "{count} more") == text


def test_rings_leave_the_area_out_and_touch():
    area = square(0, 0)
    inner, outer = ring(area, 0, 250), ring(area, 250, 500)
    assert inner.intersection(area).area() < 1e-6 and inner.intersection(outer).area() < 1e-3
    assert inner.area() == pytest.approx(4 * 1000 * 250 + 3.1416 * 250**2, rel=0.01)
    assert area.combine(inner).combine(outer).area() == pytest.approx(buffered(area, 500).area(), rel=1e-6)


def test_buffers():
    area = square(0, 0)
    assert buffered(area, -100).area() == pytest.approx(800 * 800)
    for distance, text in ((-600, "Nothing is left"), (0, "distance"), (1e9, "distance")):
        with pytest.raises(InputError, match=text):
            buffered(area, distance)


def test_ring_texts():
    assert parse_rings("0-250, 250-500") == [(0, 250), (250, 500)]
    assert parse_rings(" 0 – 100 ; 100.5-200,") == [(0, 100), (100.5, 200)]
    for text in ("", "250", "500-250", "a-b", "0-250-500", "-10-20", "0-9999999"):
        with pytest.raises(InputError):
            parse_rings(text)


# Dialogs and row


@pytest.fixture
def dialogs(iface, session, areas):
    said, background = Said(), Background()
    made = AreaDialogs(iface, session, areas, background, said)
    made.said = said
    yield made
    made.close()
    background.cancel_all()


def open_combine(qtbot, dialogs):
    dialogs.open_combine()
    qtbot.waitUntil(lambda: dialogs._combine.model.rowCount() > 0, timeout=5000)
    return dialogs._combine


def test_buurten_as_one_area(qtbot, dialogs, areas, session):
    dialog = open_combine(qtbot, dialogs)
    assert dialog.levels.currentData() == "buurt" and dialog.model.rowCount() == 59
    assert [dialog.levels.itemText(at) for at in range(dialog.levels.count())] == [
        "Neighbourhoods (buurten)",
        "Districts (wijken) (own outlines)",
        "Municipalities (gemeenten)",
    ]
    assert not dialog.as_one.isEnabled()
    dialog.search.setText("zuid schiedam")
    qtbot.waitUntil(lambda: 0 < dialog.model.rowCount() < 59)
    shown = dialog.model.rowCount()
    dialog.search.setText("buurt")
    qtbot.waitUntil(lambda: dialog.model.rowCount() != shown)
    for row in (0, 1):
        index = dialog.model.index(row)
        assert dialog.model.setData(index, Qt.CheckState.Checked, Qt.ItemDataRole.CheckStateRole)
    chosen = dialog.model.chosen()
    layer = tree.our_layers(session.project)["buurt"]
    assert set(layer.selectedFeatureIds()) == {area.fid for area in chosen}, "the map shows them too"
    dialog.as_one.click()
    qtbot.waitUntil(lambda: bool(areas.names()), timeout=5000)
    assert list(areas.names().values()) == [f"{chosen[0].name} + {chosen[1].name}"]
    assert not layer.selectedFeatureCount() and not dialog.isVisible()
    assert dialogs.said.infos and not dialogs.said.problems


def test_buurten_selected_on_the_map_taken_over_separately(qtbot, dialogs, areas, session, iface):
    layer = tree.our_layers(session.project)["buurt"]
    layer.selectByIds([3, 4])
    dialog = open_combine(qtbot, dialogs)
    qtbot.waitUntil(lambda: len(dialog.model.chosen()) == 2)
    assert dialog.model.data(dialog.model.index(0), Qt.ItemDataRole.CheckStateRole) == Qt.CheckState.Checked
    dialog.on_map.click()
    assert session.level == "buurt" and iface.active is layer
    layer.selectByIds([5], QgsVectorLayer.SelectBehavior.AddToSelection)
    assert len(dialog.model.chosen()) == 3
    dialog.separately.click()
    qtbot.waitUntil(lambda: len(areas.names()) == 3, timeout=5000)
    assert set(areas.names().values()) == {feature["name"] for feature in layer.getFeatures([3, 4, 5])}
    assert session.level == tree.AUTOMATIC, "the map shows what it showed before"


def test_own_areas_as_one(qtbot, dialogs, areas):
    areas.add([("West", square(0, 0)), ("Oost", square(1000, 0)), ("Ver weg", square(5000, 0))])
    dialog = open_combine(qtbot, dialogs)
    dialog.levels.setCurrentIndex(dialog.levels.findData("own"))
    assert [dialog.model.data(dialog.model.index(row)) for row in range(3)] == ["West", "Oost", "Ver weg"]
    areas.layer.selectByIds([fid for fid, name in areas.names().items() if name != "Ver weg"])
    assert dialog.as_one.isEnabled() and not dialog.separately.isEnabled()
    dialog.as_one.click()
    qtbot.waitUntil(lambda: len(areas.names()) == 4, timeout=5000)
    assert areas.names()[areas.current] == "West + Oost"
    assert areas.geometry().area() == pytest.approx(2_000_000)


def test_other_level_and_another_pack(qtbot, dialogs, session):
    dialog = open_combine(qtbot, dialogs)
    dialog.levels.setCurrentIndex(dialog.levels.findData("gemeente"))
    qtbot.waitUntil(lambda: dialog.model.rowCount() == 1, timeout=5000)
    session.project.clear()
    assert dialog.levels.count() == 0 and not dialog.as_one.isEnabled()


def test_rings_of_the_dialog(qtbot, dialogs, areas):
    areas.add([("Plan", square(0, 0))])
    dialogs.open_surroundings()
    dialog = dialogs._surroundings
    assert "Plan" in dialog.title.text() and dialog.rings.text() == "0-250, 250-500"
    dialog.add.click()
    qtbot.waitUntil(lambda: len(areas.names()) == 3, timeout=5000)
    assert list(areas.names().values()) == ["Plan", "Plan, 0–250 m", "Plan, 250–500 m"]
    assert areas.names()[areas.current] == "Plan", "rings are compared with the area"
    dialog.distance.setValue(-100)
    assert dialog.as_buffer.isChecked()
    dialog.add.click()
    qtbot.waitUntil(lambda: len(areas.names()) == 4, timeout=5000)
    assert list(areas.names().values())[1] == "Plan, −100 m"
    assert areas.geometry().area() == pytest.approx(640_000)
    areas.set_current(next(iter(areas.names())))
    dialog.distance.setValue(-5000)
    dialog.add.click()
    qtbot.waitUntil(lambda: bool(dialogs.said.problems), timeout=5000)
    assert len(areas.names()) == 4


def test_rings_that_make_no_sense_are_refused_before_the_click(qtbot, qgis_app):
    dialog = SurroundingsDialog()
    qtbot.addWidget(dialog)
    dialog.set_area("Plan")
    assert dialog.add.isEnabled()
    dialog.rings.setText("500-250")
    assert not dialog.add.isEnabled() and "outwards" in dialog.problem.text()
    dialog.rings.setText("0-100")
    assert dialog.add.isEnabled()
    dialog.set_area("")
    assert not dialog.add.isEnabled()


def test_row_of_tools(qtbot, areas):
    row = AreaTools(areas)
    qtbot.addWidget(row)
    row.show()
    buttons = [row.draw, row.select, row.combine, row.surroundings]
    assert all(one.isVisible() and one.accessibleName() and one.toolTip() for one in buttons)
    assert all(not one.icon().isNull() for one in buttons)
    row.resize(400, row.height())
    assert row.sizeHint().width() <= 400 and row.draw.text() == "Draw an area"
    assert row.minimumSizeHint().width() <= 330  # the narrowest panel
    assert [one.isEnabled() for one in buttons] == [True, True, True, False]
    north, _, south = three(areas)
    assert row.surroundings.isEnabled()
    row.resize(row.sizeHint().width() - 20, row.height())
    assert row.draw.text() == "Draw"
    heading = AreaHeading(areas)
    qtbot.addWidget(heading)
    assert areas.current == south and heading.up.isEnabled() and not heading.down.isEnabled()
    heading.up.trigger()
    assert heading.down.isEnabled()
    areas.set_current(north)
    assert not heading.up.isEnabled() and heading.names.currentData() == north
    heading.duplicate.trigger()
    assert len(areas.names()) == 4
    heading.delete.trigger()
    assert len(areas.names()) == 3
    asked = []
    for signal in (row.draw_wanted, row.selection_wanted, row.combine_wanted, row.surroundings_wanted):
        signal.connect(lambda: asked.append(1))
    for button in buttons[:4]:
        button.click()
    assert len(asked) == 4


# Where an area lies


def test_line_under_the_area(qtbot, areas, session):
    line = Whereabouts(session, areas)
    qtbot.addWidget(line)
    assert not line.text()
    areas.add([("Plan", square(0, 0)), ("Ernaast", square(900, 0))])
    areas.set_current(next(iter(areas.names())))
    line.refresh()
    assert "emeente Schiedam" in line.text() and "Overlaps" not in line.text()
    assert "overlaps Ernaast (10.0\u00a0ha)" in line.text() and "has no scored squares" in line.text()
    areas.add([("Ver weg", square(50_000, 0))])
    line.refresh()
    assert line.text() == "Outside the gemeenten of these data"
    areas.set_sketch(square(0, 0))
    line.refresh()
    assert line.isHidden()


def test_line_by_the_background(qtbot, areas, session, monkeypatch):
    monkeypatch.setattr("leefbaar_plugin.analysis.area_context._QUICK_BYTES", 0)
    line = Whereabouts(session, areas, Background())
    qtbot.addWidget(line)
    areas.add([("Plan", square(0, 0))])
    qtbot.waitUntil(lambda: "Schiedam" in line.text(), timeout=5000)


def test_sentence_of_many():
    from leefbaar_plugin.analysis.area_context import AreaContext
    from leefbaar_plugin.analysis.whereabouts import AreaPlace, GemeentePart

    shares = (0.4, 0.3, 0.1, 0.1)
    parts = tuple(GemeentePart(f"GM{n}", f"G{n}", share, None, True) for n, share in enumerate(shares))
    text = whereabouts(
        AreaContext(AreaPlace(parts, 0.1), {1: 20000.0, 2: 10000.0}), 0.25, {1: "A", 2: "B"}, "dwellings"
    )
    assert text == (
        "Gemeenten G0 40.0\u00a0%, G1 30.0\u00a0%, G2 10.0\u00a0% and 1 more · 10.0\u00a0% outside the gemeenten of "
        "these data · 75.0\u00a0% of the surface has no scored squares · overlaps A (2.0\u00a0ha), B (1.0\u00a0ha)"
    )
    parts = (GemeentePart("GM1", "G1", 0.4, 0.75, True), GemeentePart("GM2", "G2", 0.6, 0.25, True))
    text = whereabouts(AreaContext(AreaPlace(parts, 0.0), {}), None, {}, "dwellings")
    assert text == (
        "Gemeenten G1 40.0\u00a0% (75.0\u00a0% of the dwellings), G2 60.0\u00a0% (25.0\u00a0% of the dwellings)"
    )


# Taking over polygons of any layer


@pytest.mark.parametrize("crs", ["EPSG:28992", "EPSG:4326", "EPSG:3857", "EPSG:25831"])
def test_selected_polygons_in_any_coordinate_system(areas, crs):
    holes = (
        "MULTIPOLYGON(((86000 436000, 87000 436000, 87000 437000, 86000 437000, 86000 436000), "
        "(86200 436200, 86400 436200, 86400 436400, 86200 436400, 86200 436200)), "
        "((88000 436000, 88100 436000, 88100 436100, 88000 436000)))"
    )
    source = areas_layer(holes, kind="MultiPolygon")
    source = source if crs == "EPSG:28992" else in_crs(source, crs)
    QgsProject.instance().addMapLayer(source)
    source.selectAll()
    areas.take_selected(source)
    assert areas.geometry().area() == pytest.approx(1_000_000 - 40_000 + 5_000, rel=2e-4)
    assert areas.geometry().constGet().numGeometries() == 2


def test_many_areas_one_redraw(qtbot, areas, session):
    areas.add([(f"Area {n}", square(n * 10, 0)) for n in range(60)])
    changes = []
    areas.list_changed.connect(lambda: changes.append(1))
    areas.move_current(-59)
    qtbot.wait(50)
    assert len(changes) <= 3, "renumbering sixty areas tells it once, not sixty times"
    order = list(areas.names().values())
    assert order[0] == "Area 59" and all(a != b for a, b in pairwise(order))


def test_other_pack_is_another_context(qtbot, areas, session, without_counts):
    line = Whereabouts(session, areas)
    qtbot.addWidget(line)
    areas.add([("Plan", square(0, 0))])
    session.open_pack(without_counts)
    line.refresh()
    assert "Schiedam" in line.text() and open_pack(without_counts).folder == session.pack.folder
