# SPDX-License-Identifier: GPL-2.0-or-later
"""Strange areas, and areas that other tools, other systems or a crash get at: followed, or told, and never lost."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from tests.desktop import steps
from tests.desktop.desktop import Desktop

pytestmark = pytest.mark.desktop

AREA = [(86100, 437000), (87000, 436900), (87100, 436300), (86200, 436200)]
BOW_TIE = [(86100, 437000), (87000, 436300), (87000, 437000), (86100, 436300)]
OUTSIDE = [(84000, 435900), (84500, 435900), (84300, 436300)]
IN_VIEW = (83900, 435700, 87600, 437300)


def test_strange_areas(desktop: Desktop, tmp_path: Path) -> None:
    """Outside the data, a bow-tie, other coordinate systems, nothing to take over; each says what is the matter."""
    steps.open_demonstration(desktop)
    desktop.set_extent(*IN_VIEW)
    steps.draw_area(desktop, OUTSIDE)
    shown = steps.shown(desktop)
    assert (shown["score"], shown["chip"], shown["method"]) == ("geen score", "", "")
    assert shown["warning"]
    desktop.screenshot("breaking-outside")
    steps.draw_area(desktop, BOW_TIE)
    shown = steps.shown(desktop)
    assert "omtrek hersteld" in desktop.eval("plugin.dock.page.warning.infos.text()")
    assert shown["figures"]["squares"] > 10
    desktop.screenshot("breaking-bow-tie")

    desktop.eval("iface.actionPan().trigger()")
    before = steps.shown(desktop)
    steps.draw_area(desktop, AREA, finish=False)
    desktop.wait("plugin.dock.page.score.text() != " + repr(before["score"]))  # follows what is being drawn
    desktop.key("Escape")
    desktop.wait("plugin.dock.page.score.text() == " + repr(before["score"]))
    assert steps.shown(desktop) == before

    desktop.eval("QTimer.singleShot(0, lambda: project.setCrs(QgsCoordinateReferenceSystem('EPSG:3857')))")
    desktop.wait("QApplication.activeModalWidget() is not None")  # QGIS asks which transformation to use
    desktop.key("Return")
    desktop.wait("QApplication.activeModalWidget() is None")
    to_map = "QgsCoordinateTransform(QgsCoordinateReferenceSystem('EPSG:28992'), project.crs(), project).transform"
    corners = [desktop.eval(f"{to_map}({x}, {y}).toString(9).split(',')") for x, y in AREA]
    desktop.wait("canvas.mapSettings().destinationCrs().authid() == 'EPSG:3857'")
    centre = [float(v) for v in corners[0]]
    desktop.set_extent(centre[0] - 1500, centre[1] - 2200, centre[0] + 2500, centre[1] + 800)
    steps.draw_area(desktop, [(float(x), float(y)) for x, y in corners])
    pixel = desktop.eval("canvas.mapUnitsPerPixel()")
    drawn = desktop.eval("outline = plugin.areas.geometry()\n[(v.x(), v.y()) for v in outline.vertices()][:4]")
    for got, meant in zip(drawn, AREA, strict=True):
        assert got == pytest.approx(meant, abs=2 * pixel)
    assert steps.shown(desktop)["figures"]["total"]
    desktop.screenshot("breaking-web-mercator")

    desktop.eval("iface.setActiveLayer(plugin.areas.layer); plugin.areas.layer.commitChanges()")
    without = (
        "l = QgsVectorLayer('{kind}?field=naam:string', '{name}', 'memory'); "
        "l.setCrs(QgsCoordinateReferenceSystem()); f = QgsFeature(l.fields()); "
        "f.setGeometry(QgsGeometry.fromWkt('{wkt}')); l.dataProvider().addFeatures([f]); "
        "project.addMapLayer(l); iface.setActiveLayer(l); {select}"
    )
    polygon = "POLYGON((86100 437000,87000 436900,87100 436300,86100 437000))"
    number = desktop.eval("len(plugin.areas.names())")
    for name, kind, wkt, select in (
        ("zonder stelsel", "Polygon", polygon, "l.selectAll()"),
        ("niets gekozen", "Polygon", polygon, "None"),
        ("lijnen", "LineString", "LINESTRING(86100 437000,87000 436900)", "l.selectAll()"),
    ):
        steps.close_messages(desktop)
        desktop.eval(without.format(kind=kind, name=name, wkt=wkt, select=select))
        desktop.click("LeefbaarometerUseSelection")
        desktop.wait("any(i.title() == 'Leefbaarometer' for i in iface.messageBar().items())")
        assert len(steps.told(desktop)) == 1
        assert kind == "LineString" or name in steps.told(desktop)[0]
        assert desktop.eval("len(plugin.areas.names())") == number
    steps.close_messages(desktop)
    desktop.eval("iface.setActiveLayer(None)")
    desktop.click("Leefbaarometer_select_area")
    desktop.wait("any(i.title() == 'Leefbaarometer' for i in iface.messageBar().items())")


def test_areas_edited_by_other_tools(desktop: Desktop, tmp_path: Path) -> None:
    """The vertex tool, deletion and undo are followed; a layer that is removed or can't be written is dealt with."""
    steps.open_demonstration(desktop)
    desktop.set_extent(*IN_VIEW)
    steps.draw_area(desktop, AREA)
    first = steps.shown(desktop)["figures"]["weight_sum"]
    move_a_vertex(desktop)
    desktop.wait(f"plugin.areas.figures().weight_sum < {first} - 100")
    assert len(steps.stored_areas(steps.areas_file(desktop))) == 1
    desktop.screenshot("breaking-vertex-moved")
    undo(desktop)
    desktop.wait(f"abs(plugin.areas.figures().weight_sum - {first}) < 1e-6")

    desktop.eval("plugin.areas.layer.selectAll(); plugin.areas.layer.deleteSelectedFeatures()")
    desktop.wait("plugin.areas.names() == {} and not plugin.dock.page.isVisible()")
    undo(desktop)
    desktop.wait(f"plugin.dock.page.isVisible() and abs(plugin.areas.figures().weight_sum - {first}) < 1e-6")
    name = steps.shown(desktop)["name"]
    steps.in_area_menu(desktop, "Delete")
    desktop.wait("plugin.areas.names() == {}")
    desktop.screenshot("breaking-deleted")
    desktop.click(
        "[b for i in iface.messageBar().items() if i.title() == 'Leefbaarometer' "
        "for b in i.findChildren(QPushButton) if b.text()][0]"
    )
    desktop.wait(f"list(plugin.areas.names().values()) == [{name!r}]")
    assert steps.shown(desktop)["figures"]["weight_sum"] == pytest.approx(first)

    # typed half a name, then an empty one
    desktop.fill("LeefbaarometerAreaName", " ")
    desktop.key("Return")
    assert desktop.eval("list(plugin.areas.names().values())") == [name]

    before = steps.areas_file(desktop)
    desktop.eval("plugin.areas.layer.commitChanges(); project.removeMapLayer(plugin.areas.layer.id())")
    desktop.wait("plugin.areas.layer is None and plugin.dock.first_area.isVisible()")
    steps.draw_area(desktop, AREA)
    assert steps.areas_file(desktop) != before and before.exists()
    assert len(steps.stored_areas(before)) == 1  # nothing that was stored is lost

    read_only_areas(desktop, tmp_path)


def move_a_vertex(desktop: Desktop) -> None:
    """Move the first corner inwards with QGIS's vertex tool."""
    desktop.eval(
        "iface.setActiveLayer(plugin.areas.layer)\n"
        "plugin.areas.layer.isEditable() or plugin.areas.layer.startEditing()\n"
        "iface.actionVertexTool().trigger()"
    )
    (x, y), target = AREA[0], (86700, 436600)
    desktop.map_move(x + 30, y - 30)
    time.sleep(0.3)
    desktop.map_move(x, y)
    time.sleep(0.4)
    desktop.map_click(x, y)
    time.sleep(0.5)
    desktop.map_move(*target)
    time.sleep(0.2)
    desktop.map_click(*target)


def undo(desktop: Desktop) -> None:
    """One step back, with QGIS's own button."""
    desktop.eval("iface.setActiveLayer(plugin.areas.layer)")
    desktop.click(
        "iface.mainWindow().findChild(QAction, 'mActionUndo') or [a for a in "
        "iface.digitizeToolBar().actions() if 'Undo' in a.icon().name() or 'ngedaan' in a.text()][0]"
    )


def read_only_areas(desktop: Desktop, tmp_path: Path) -> None:
    """A project whose areas are read-only: drawing, renaming, deleting and taking over say so and change nothing."""
    project = tmp_path / "plan.qgz"
    desktop.eval("plugin.areas.layer.commitChanges()")
    desktop.key("ctrl+s")
    desktop.file_dialog(project)
    desktop.wait("not project.isDirty() and project.fileName()")
    desktop.wait("plugin.areas.layer.source().split('|')[0].endswith('plan_projectgebieden.gpkg')")
    desktop.settle()
    path = steps.areas_file(desktop)
    desktop.close()
    path.chmod(0o444)
    path.parent.chmod(0o555)
    try:
        desktop.start(project)
        desktop.wait("plugin.areas.figures() is not None")
        stored = path.read_bytes()
        desktop.click("LeefbaarometerDraw")
        desktop.wait("any(i.title() == 'Leefbaarometer' for i in iface.messageBar().items())")
        assert path.name in steps.told(desktop)[0]
        desktop.screenshot("breaking-read-only")
        steps.close_messages(desktop)
        before = desktop.eval("plugin.areas.names()")
        desktop.fill("LeefbaarometerAreaName", "Anders")
        desktop.key("Return")
        desktop.wait("any(i.title() == 'Leefbaarometer' for i in iface.messageBar().items())")
        assert desktop.eval("plugin.areas.names()") == before
        assert steps.shown(desktop)["name"] in before.values()
        steps.in_area_menu(desktop, "Delete")
        desktop.eval(f"l = {steps.OURS}['buurt']; l.selectByIds([1, 2]); iface.setActiveLayer(l)")
        steps.close_messages(desktop)
        desktop.click("LeefbaarometerUseSelection")
        desktop.wait("any(i.title() == 'Leefbaarometer' for i in iface.messageBar().items())")
        assert desktop.eval("plugin.areas.names()") == before
        assert path.read_bytes() == stored
        desktop.close()
    finally:
        path.parent.chmod(0o755)
