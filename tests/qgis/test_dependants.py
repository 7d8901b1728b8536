# SPDX-License-Identifier: GPL-2.0-or-later
"""Nothing stale: labels, styles, fields and layouts that call our functions follow year, weight, rule and pack."""

from __future__ import annotations

import shutil

import pytest
from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsField,
    QgsFillSymbol,
    QgsGeometry,
    QgsLayoutItemLabel,
    QgsLayoutItemMap,
    QgsPalLayerSettings,
    QgsPrintLayout,
    QgsProject,
    QgsProperty,
    QgsRectangle,
    QgsSingleSymbolRenderer,
    QgsSymbolLayer,
    QgsVectorLayerSimpleLabeling,
)
from qgis.gui import QgsMapCanvas
from qgis.PyQt.QtCore import QMetaType
from qgis.PyQt.QtTest import QSignalSpy

from leefbaar_plugin.analysis.measure import Measurer, Recipe
from leefbaar_plugin.gui.citizens.expressions import Expressions
from leefbaar_plugin.gui.session import Session
from leefbaar_plugin.layers import tree
from leefbaar_plugin.layers.areas.area_card import tell_scores
from leefbaar_plugin.layers.areas.area_store import AreaStore
from leefbaar_plugin.layers.areas.project_areas import create_areas_layer
from leefbaar_plugin.layers.styles import load_palette
from leefbaar_plugin.layers.views import CHANGE, SITUATION

from .conftest import areas_layer

AREA = "POLYGON((86000 436000, 88000 436000, 88000 438000, 86000 438000, 86000 436000))"
SMALL = "POLYGON((87010 437010, 87290 437010, 87290 437290, 87010 437290, 87010 437010))"


@pytest.fixture
def project(qgis_new_project):
    project = QgsProject.instance()
    project.setCrs(QgsCoordinateReferenceSystem("EPSG:28992"))
    yield project
    project.clear()


@pytest.fixture
def session(project, schiedam_folder):
    made = Session(project)
    made.open_pack(schiedam_folder)
    yield made
    made.disconnect_project()


@pytest.fixture
def expressions(session):
    made = Expressions(session)
    made.register()
    yield made
    made.unregister()


def by_label(layer):
    labels = QgsPalLayerSettings()
    labels.fieldName, labels.isExpression = "round(lbm_score(@geometry), 3)", True
    layer.setLabeling(QgsVectorLayerSimpleLabeling(labels))
    layer.setLabelsEnabled(True)


def by_colour(layer):
    symbol = QgsFillSymbol.createSimple({"outline_style": "no"})
    colour = "color_rgb(round(1000 * (lbm_score(@geometry) - 3.5)) % 256, round(1e5 * lbm_score(@geometry)) % 256, 9)"
    symbol.symbolLayer(0).setDataDefinedProperty(QgsSymbolLayer.Property.FillColor, QgsProperty.fromExpression(colour))
    layer.setRenderer(QgsSingleSymbolRenderer(symbol))


def by_field(layer):
    layer.addExpressionField("lbm_score(@geometry)", QgsField("score", QMetaType.Type.Double))


def added(project, *wkt, style=None):
    layer = areas_layer(*wkt)
    if style is not None:
        style(layer)
    project.addMapLayer(layer)
    return layer


def changes(session, monkeypatch, schiedam_folder, tmp_path):
    """What a user does that changes the answers, by name."""

    def weight():
        monkeypatch.setenv("LEEFBAAROMETER_WEIGHT", "equal")
        session.settings_changed()

    def rule():
        monkeypatch.setenv("LEEFBAAROMETER_RULE", "centre")
        session.settings_changed()

    return {
        "year": lambda: session.set_year(2014),
        "weight": weight,
        "rule": rule,
        "pack": lambda: session.open_pack(shutil.copytree(schiedam_folder, tmp_path / "other")),
    }


@pytest.mark.parametrize("style", [by_label, by_colour, by_field], ids=lambda one: one.__name__)
@pytest.mark.parametrize("change", ["year", "weight", "rule", "pack"])
def test_layers_that_ask_are_drawn_again(
    session, expressions, monkeypatch, schiedam_folder, tmp_path, qtbot, style, change
):
    mine, other = added(session.project, AREA, style=style), added(session.project, AREA)
    qtbot.wait(50)
    asked, left = QSignalSpy(mine.repaintRequested), QSignalSpy(other.repaintRequested)
    tables, untouched = QSignalSpy(mine.dataChanged), QSignalSpy(other.dataChanged)
    changes(session, monkeypatch, schiedam_folder, tmp_path)[change]()
    qtbot.waitUntil(lambda: len(asked) > 0, timeout=5000)
    qtbot.wait(50)
    assert len(asked) == 1 and len(left) == 0 and len(untouched) == 0
    assert len(tables) == (1 if style is by_field else 0)


@pytest.mark.parametrize("labelled", [False, True])
def test_figures_for_tables_only_draw_nothing_again(session, expressions, tmp_path, qtbot, labelled):
    """Own areas have their figures as fields: another year renews tables, the map only where it shows them, no edit."""
    layer = create_areas_layer(tmp_path / "areas.gpkg")
    tell_scores(layer, session.model, load_palette("own"))
    if labelled:
        labels = QgsPalLayerSettings()
        labels.fieldName = "lbm"
        layer.setLabeling(QgsVectorLayerSimpleLabeling(labels))
    session.project.addMapLayer(layer)
    store = AreaStore(layer)
    qtbot.wait(50)
    asked, tables, edited = QSignalSpy(layer.repaintRequested), QSignalSpy(layer.dataChanged), QSignalSpy(store.edited)
    session.set_year(2014)
    qtbot.waitUntil(lambda: len(tables) > 0, timeout=5000)
    qtbot.wait(50)
    assert (len(tables), len(asked), len(edited)) == (1, int(labelled), 0)
    store.disconnect_layer()


def test_what_answers_the_same_is_left(session, expressions, qtbot):
    mine = added(session.project, AREA, style=by_label)
    session.set_year(2014)
    qtbot.wait(50)
    asked = QSignalSpy(mine.repaintRequested)
    session.set_theme("soc")
    session.set_level("grid")
    session.set_year(2014)
    qtbot.wait(50)
    assert len(asked) == 0


def test_a_style_that_comes_to_ask_later(session, expressions, qtbot):
    mine = added(session.project, AREA)
    session.set_year(2014)
    qtbot.wait(50)
    by_label(mine)
    mine.triggerRepaint()  # as the styling panel does
    asked = QSignalSpy(mine.repaintRequested)
    session.set_year(2018)
    qtbot.waitUntil(lambda: len(asked) == 1, timeout=5000)
    mine.setLabelsEnabled(False)
    mine.setLabeling(None)
    mine.triggerRepaint()
    session.set_year(2020)
    qtbot.wait(50)
    assert len(asked) == 2, "only the repaint of the test's own"


def test_the_map_shows_the_colour_of_the_year(session, expressions, qtbot, schiedam):
    """What stands in the canvas, after a click on another year and nothing else."""
    mine = added(session.project, SMALL, style=by_colour)
    canvas = QgsMapCanvas()
    canvas.resize(60, 60)
    canvas.setCachingEnabled(True)
    canvas.setDestinationCrs(QgsCoordinateReferenceSystem("EPSG:28992"))
    canvas.setExtent(QgsRectangle(87_050, 437_050, 87_250, 437_250))
    canvas.setLayers([mine])
    canvas.show()

    def expected(year):
        score = Measurer(schiedam, Recipe()).measure([bytes(QgsGeometry.fromWkt(SMALL).asWkb())]).scores.total
        value = float(score[0, schiedam.years.index(year)])
        return round(1000 * (value - 3.5)) % 256, round(1e5 * value) % 256, 9

    def shown():
        image = canvas.grab().toImage()
        return image.pixelColor(image.width() // 2, image.height() // 2).getRgb()[:3]

    qtbot.waitUntil(lambda: shown() == expected(2024), timeout=10_000)
    for year in (2014, 2020, 2024):
        session.set_year(year)
        wanted = expected(year)
        qtbot.waitUntil(lambda: shown() == wanted, timeout=10_000)  # noqa: B023  called in this turn
    assert len({expected(year) for year in (2014, 2020, 2024)}) == 3
    canvas.deleteLater()


def layout_with(project, make):
    layout = QgsPrintLayout(project)
    layout.initializeDefaults()
    layout.setName(f"kaart {len(project.layoutManager().layouts())}")
    layout.addLayoutItem(make(layout))
    assert project.layoutManager().addLayout(layout)
    return layout


def text_that_asks(layout):
    label = QgsLayoutItemLabel(layout)
    label.setText(f"[% round(lbm_score(geom_from_wkt('{AREA}')), 4) %]")
    return label


def text_that_doesnt(layout):
    label = QgsLayoutItemLabel(layout)
    label.setText("Titel")
    return label


def map_of(layers):
    def make(layout):
        item = QgsLayoutItemMap(layout)
        item.attemptSetSceneRect(item.rect().adjusted(0, 0, 100, 100))
        item.setLayers(layers)
        item.setExtent(QgsRectangle(86_000, 436_000, 88_000, 438_000))
        return item

    return make


def test_layouts_that_ask_are_refreshed(session, expressions, qtbot):
    project = session.project
    mine, other = added(project, AREA, style=by_label), added(project, AREA)
    asking = [layout_with(project, text_that_asks), layout_with(project, map_of([mine]))]
    quiet = [layout_with(project, text_that_doesnt), layout_with(project, map_of([other]))]
    qtbot.wait(50)
    spies = [QSignalSpy(layout.refreshed) for layout in (*asking, *quiet)]
    texts = [item.currentText() for item in asking[0].items() if isinstance(item, QgsLayoutItemLabel)]
    session.set_year(2014)
    qtbot.wait(100)
    assert [len(spy) for spy in spies] == [1, 1, 0, 0]
    after = [item.currentText() for item in asking[0].items() if isinstance(item, QgsLayoutItemLabel)]
    assert after != texts and all(float(text) > 3 for text in after)


def test_many_layers_take_turns(session, expressions, qtbot):
    """Of a hundred layers, the one that asks is found; one that goes meanwhile is no trouble."""
    project = session.project
    layers = [added(project, AREA) for _ in range(100)]
    mine = added(project, AREA, style=by_label)
    asked = QSignalSpy(mine.repaintRequested)
    session.set_year(2014)
    project.removeMapLayers([layer.id() for layer in layers[50:]])
    qtbot.waitUntil(lambda: len(asked) == 1, timeout=5000)


def test_nothing_is_left_connected(session, qtbot):
    made = Expressions(session)
    made.register()
    mine = added(session.project, AREA, style=by_label)
    session.set_year(2014)
    qtbot.wait(50)
    before = mine.receivers(mine.repaintRequested)
    made.unregister()
    assert mine.receivers(mine.repaintRequested) == before - 1
    session.project.removeMapLayer(mine.id())
    session.set_year(2018)
    qtbot.wait(50)


@pytest.mark.parametrize("kind", [SITUATION, CHANGE])
def test_our_own_layers_are_drawn_once_for_another_year(session, expressions, qtbot, kind):
    """Their fields are called class_lbm_2024 and lbm_2024, which is no call of lbm_score."""
    session.set_kind(kind)
    qtbot.wait(50)
    spies = {level: QSignalSpy(layer.repaintRequested) for level, layer in tree.our_layers(session.project).items()}
    assert "grid" in spies and session.theme.id == "lbm"
    for number, year in enumerate((2022, 2020), 1):
        session.set_year(year)
        qtbot.wait(150)
        assert {level: len(spy) for level, spy in spies.items()} == dict.fromkeys(spies, number)
