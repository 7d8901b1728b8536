# SPDX-License-Identifier: GPL-2.0-or-later
"""The plugin's places in QGIS: registered and undone, actions that say why they don't work, ways to a first area."""

from __future__ import annotations

import pytest
from qgis.core import QgsCoordinateReferenceSystem, QgsExpression, QgsGeometry, QgsProject, QgsRectangle
from qgis.gui import QgsMapCanvas
from qgis.PyQt.QtGui import QIcon
from qgis.PyQt.QtWidgets import QAction, QWidget

from leefbaar_plugin.gui.citizens.help import GLOSSARY
from leefbaar_plugin.gui.citizens.integration import Integration
from leefbaar_plugin.gui.citizens.ways import Ways
from leefbaar_plugin.gui.dock import Dock
from leefbaar_plugin.gui.drawing.areas import Areas
from leefbaar_plugin.gui.session import Session
from leefbaar_plugin.layers.tree import our_layers
from leefbaar_plugin.pack.files.resources import resource_path
from leefbaar_plugin.pack.importing.importer import import_edition
from leefbaar_plugin.pack.official import buurt_near
from leefbaar_plugin.pack.reading.inspection import inspect

from .conftest import SHARED, areas_layer, official

AREA = "MultiPolygon (((87520 437330, 87960 437020, 88270 437300, 87860 437570, 87520 437330)))"


class Iface:
    """What the integration asks of QGIS, written down."""

    def __init__(self):
        self.window = QWidget()
        self.canvas = QgsMapCanvas()
        self.canvas.setDestinationCrs(QgsCoordinateReferenceSystem("EPSG:28992"))
        self.canvas.resize(400, 300)
        self.layer = None
        self.select = QAction("select")
        self.registered: list[object] = []
        self.asked: list[object] = []

    def __getattr__(self, name):
        for begin in ("register", "unregister", "deregister"):
            if name.startswith(begin):
                return lambda thing, *more: self._note(name, begin, thing)
        raise AttributeError(name)

    def _note(self, name, begin, thing):
        kind = name.removeprefix(begin)
        if begin == "register":
            self.registered.append((kind, thing))
        else:
            self.registered.remove((kind, thing))

    def mainWindow(self):
        return self.window

    def mapCanvas(self):
        return self.canvas

    def activeLayer(self):
        return self.layer

    def setActiveLayer(self, layer):
        self.layer = layer

    def actionSelect(self):
        return self.select

    def locatorSearch(self, text):
        self.asked.append(text)

    def showOptionsDialog(self, _parent, page):
        self.asked.append(page)


class Said:
    """Messages that keep what they are told."""

    def __init__(self):
        self.texts: list[str] = []
        self.actions: list[object] = []

    def warn(self, text, button="", action=None):
        self.texts.append(text)
        self.actions.append(action)

    def error(self, problem):
        self.texts.append(str(problem))


@pytest.fixture
def place(qgis_app, tmp_path, monkeypatch):
    monkeypatch.setenv("LEEFBAAROMETER_DATA_FOLDER", str(tmp_path))
    project = QgsProject.instance()
    project.clear()
    made = type("Place", (), {})()
    made.iface, made.said, made.session = Iface(), Said(), Session(project)
    made.areas = Areas(made.session, None)
    made.areas.failed.connect(made.said.error)
    made.ways = Ways(made.iface, made.session, made.areas, made.said)
    made.integration = Integration(made.iface)
    made.integration.register()
    made.integration.follow(made.session, made.areas, made.said)
    yield made
    made.integration.unregister()
    made.areas.disconnect_project()
    made.session.disconnect_project()
    project.clear()


def test_everything_is_undone(place):
    place.integration.add_action(QAction("one", place.iface.window), "Ctrl+Shift+Y")
    kinds = [kind for kind, _thing in place.iface.registered]
    assert sorted(kinds) == ["LocatorFilter", "MainWindowAction", "OptionsWidgetFactory"]
    assert QgsExpression.isFunctionName("lbm_score")
    place.integration.unregister()
    assert place.iface.registered == [] and not QgsExpression.isFunctionName("lbm_score")


def test_before_any_data_functions_and_options_are_there(qgis_app):
    """What takes long to read comes with the first data; the functions answer that there are none."""
    iface = Iface()
    integration = Integration(iface)
    integration.register()
    drawing = QAction("Draw", iface.window)
    integration.add_action(drawing, squares=True)
    assert sorted(kind for kind, _thing in iface.registered) == ["MainWindowAction", "OptionsWidgetFactory"]
    assert not drawing.isEnabled() and "Open data with squares first." in drawing.toolTip()
    expression = QgsExpression("lbm_score(geom_from_wkt('Polygon ((0 0, 1 0, 1 1, 0 0))'))")
    expression.evaluate()
    assert expression.hasEvalError() and "No data with squares are open yet." in expression.evalErrorString()
    assert QgsExpression("lbm_class_name(6)").evaluate() == "amply sufficient"
    page = integration.options.createWidget()
    page.apply()
    page.deleteLater()
    integration.unregister()
    assert iface.registered == []


def test_actions_that_need_squares(place, schiedam_folder):
    drawing, other = QAction("Draw", place.iface.window), QAction("Import", place.iface.window)
    place.integration.add_action(drawing, squares=True)
    place.integration.add_action(other)
    assert not drawing.isEnabled() and "Open data with squares first." in drawing.toolTip()
    assert other.isEnabled()
    place.session.open_pack(schiedam_folder)
    assert drawing.isEnabled() and "squares" not in drawing.toolTip()
    place.session.project.clear()
    assert not drawing.isEnabled()


def test_nothing_selected_leads_on(place, schiedam_folder):
    place.session.open_pack(schiedam_folder)
    plans = areas_layer(AREA)
    place.session.project.addMapLayer(plans)
    place.iface.layer = plans
    chosen = []
    place.iface.select.triggered.connect(lambda: chosen.append(place.iface.layer))
    place.ways.take_selected()
    assert "No polygon of layer" in place.said.texts[0] and place.areas.names() == {}
    place.said.actions[0]()
    assert chosen == [plans]
    plans.selectAll()
    place.ways.take_selected()
    assert list(place.areas.names().values()) == ["a1"]


def test_no_layer_chosen_leads_to_the_buurten(place, schiedam_folder):
    place.session.open_pack(schiedam_folder)
    place.ways.take_selected()
    place.said.actions[0]()
    assert place.iface.layer is our_layers(place.session.project)["buurt"]
    place.session.project.clear()
    place.iface.layer = None
    place.said.actions[0]()  # the layer is gone; nothing happens
    place.ways.take_selected()
    assert len(place.said.texts) == 2


def test_buurt_in_the_middle_of_the_map(place, schiedam_folder):
    place.session.open_pack(schiedam_folder)
    buurt = next(f for f in official(schiedam_folder).getFeatures() if f["name"] and f.hasGeometry())
    middle = buurt.geometry().pointOnSurface().asPoint()
    place.iface.canvas.setExtent(QgsRectangle(middle.x() - 50, middle.y() - 50, middle.x() + 50, middle.y() + 50))
    place.ways.take_buurt()
    assert list(place.areas.names().values()) == [buurt["name"]]
    assert place.areas.geometry().equals(buurt.geometry()) and place.areas.figures() is not None
    place.iface.canvas.setExtent(QgsRectangle(0, 0, 100, 100))
    place.ways.take_buurt()
    assert "middle of the map" in place.said.texts[-1] and len(place.areas.names()) == 1


def test_buurt_near_a_place(schiedam):
    name, outline = buurt_near(schiedam, 87900.0, 437300.0)
    geometry = QgsGeometry()
    geometry.fromWkb(outline)
    assert name and geometry.contains(QgsGeometry.fromWkt("Point (87900 437300)"))
    assert buurt_near(schiedam, 0.0, 0.0) is None


def test_the_whole_extent_gives_a_buurt_with_a_score(schiedam, schiedam_folder):
    """As after opening the demonstration data, whose middle lies in no buurt with a score."""
    box = QgsRectangle(*schiedam.grid.extent)
    name, _outline = buurt_near(schiedam, box.center().x(), box.center().y())
    scores = {f["name"]: f["lbm_2024"] for f in official(schiedam_folder).getFeatures()}
    assert isinstance(scores[name], float)


def test_buttons_lead_into_qgis(place):
    place.integration.search()
    place.integration.open_options()
    assert place.iface.asked == ["lbm ", "LeefbaarometerOptions"]
    place.integration.open_help(GLOSSARY, "weight")
    assert place.integration._help.isVisible() and place.integration._help.browser.source().fragment() == "weight"


def test_dock_without_data_then_without_areas(place, schiedam_folder, qtbot):
    dock = Dock()
    qtbot.addWidget(dock)
    dock.fill(place.session, place.areas)
    asked = []
    for name in ("demonstration", "import", "help", "draw", "buurt", "search"):
        getattr(dock, f"{name}_wanted").connect(lambda name=name: asked.append(name))
    assert dock.start.isVisibleTo(dock) and not dock.first_area.isVisibleTo(dock)
    dock.start.demonstration.click()
    dock.start.importing.click()
    dock.help.click()
    place.session.open_pack(schiedam_folder)
    assert not dock.start.isVisibleTo(dock) and dock.first_area.isVisibleTo(dock)
    for button in (dock.first_area.draw, dock.first_area.buurt, dock.first_area.search):
        assert button.isEnabled() and button.toolTip()
        button.click()
    assert asked == ["demonstration", "import", "help", "draw", "buurt", "search"]
    place.areas.add([("first", QgsGeometry.fromWkt(AREA))])
    assert not dock.first_area.isVisibleTo(dock) and dock.page.isVisibleTo(dock)


@pytest.mark.parametrize("name", ["help", "search", "settings", "import", "draw_area", "select_area"])
def test_icons_are_there(qgis_app, name):
    assert not QIcon(str(resource_path("icons", f"{name}.svg"))).pixmap(24, 24).isNull()


@pytest.mark.official
def test_data_without_squares_after_data_with_squares(place, schiedam_folder, qtbot, tmp_path):
    """LBM 2.0 has other levels than the layers that are still there when it opens, and nothing to measure with."""
    if not (SHARED / "official").is_dir():
        pytest.skip("needs ../shared/data")
    folder = import_edition(inspect([SHARED / "official" / "lbm2"]), tmp_path / "lbm2").folder
    dock = Dock()
    qtbot.addWidget(dock)
    dock.fill(place.session, place.areas)
    place.session.open_pack(schiedam_folder)
    assert not dock.first_area.without_squares.isVisibleTo(dock.first_area)
    with qtbot.captureExceptions() as problems:
        place.session.open_pack(folder)
    assert problems == [] and place.session.model.id == "lbm2"
    assert dock.first_area.without_squares.isVisibleTo(dock.first_area)
    assert not dock.first_area.draw.isEnabled()
