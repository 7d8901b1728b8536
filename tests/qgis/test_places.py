# SPDX-License-Identifier: GPL-2.0-or-later
"""What is here: a click on the map shows the same card for a square, a buurt, a wijk and a gemeente."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from qgis.core import QgsGeometry, QgsPointXY, QgsRectangle, QgsVectorLayer
from qgis.PyQt.QtCore import Qt

from leefbaar_plugin.analysis.places import SQUARE, figures_at, place_at, place_of
from leefbaar_plugin.engine.areas.figures import figures_of
from leefbaar_plugin.gui.compare.model import UNION
from leefbaar_plugin.layers import orientation
from leefbaar_plugin.layers.tree import our_layers
from leefbaar_plugin.words import formats

from .test_room import Panel, dutch, font, panel  # noqa: F401  fixtures

HERE = 86550.0, 436650.0


def published(pack, level, code, column):
    """A value of an official area as the file of the pack has it."""
    layer = QgsVectorLayer(f"{pack.folder / 'areas.gpkg'}|layername={level}", "", "ogr")
    return next(feature[column] for feature in layer.getFeatures() if feature["code"] == code)


def test_a_square_has_its_own_score(schiedam, measurer_of):
    place = place_at(schiedam, SQUARE, *HERE)
    grid, scores, _ = schiedam.require_squares()
    (at,) = np.flatnonzero((grid.column == 865) & (grid.row == 4366))
    assert place.code == "E0865N4366" and place.gemeente.endswith("Schiedam")
    found, official = figures_at(schiedam, place, measurer_of(schiedam))
    figures = figures_of(schiedam.model, found, 0, 2024)
    assert figures.total == pytest.approx(float(scores.total[at, -1]), abs=1e-9) and figures.squares == 1
    assert official is None
    assert place_at(schiedam, SQUARE, 0.0, 0.0) is None


@pytest.mark.parametrize("level", ["buurt", "wijk", "gemeente"])
def test_an_official_area_has_its_published_score(schiedam, measurer_of, level):
    place = place_at(schiedam, level, *HERE)
    assert place == place_of(schiedam, level, place.code)
    for measurer in (measurer_of(schiedam), None):
        found, official = figures_at(schiedam, place, measurer)
        figures = figures_of(schiedam.model, found, 0, 2024)
        assert figures.total == pytest.approx(published(schiedam, level, place.code, "lbm_2024"))
        assert official.code == place.code
    assert place_of(schiedam, level, "XX") is None and place_at(schiedam, level, 0.0, 0.0) is None


@pytest.fixture
def measurer_of():
    """A measurer of a pack by the usual recipe."""
    from leefbaar_plugin.analysis.measure import Measurer

    return Measurer


@pytest.fixture
def places(panel):  # noqa: F811
    """The places of the plugin, with a map that shows squares."""
    canvas = panel.plugin.workbench.places._canvas
    canvas.resize(800, 600)
    canvas.setExtent(QgsRectangle(86000, 436000, 87500, 437200))
    panel.turn("area")
    panel.plugin.session.set_level("grid")
    return panel.plugin.workbench.places


def test_clicks_on_one_place_go_up(panel, places):  # noqa: F811
    page, pack = panel.dock.page, panel.plugin.session.pack
    own = page.score.text()
    told = []
    for _ in range(5):
        places.read(QgsPointXY(*HERE))
        assert page.place.isVisible() and not page.heading.isVisible()
        told.append((places.place.level, page.place.name.text(), page.score.text()))
        if places.place.level != SQUARE:
            assert page.score.text() == formats.score(
                published(pack, places.place.level, places.place.code, "lbm_2024")
            )
            assert page.card.basis.text().endswith("gepubliceerd")
    assert [level for level, _name, _score in told] == [SQUARE, "buurt", "wijk", "gemeente", SQUARE]
    assert told[0][1].startswith("E0865N4366 vierkant in ") and told[3][1] == "Schiedam gemeente"
    places.read(QgsPointXY(HERE[0] + 100, HERE[1]))
    assert places.place.code == "E0866N4366", "another square begins anew"
    panel.qtbot.mouseClick(page.place.back, Qt.MouseButton.LeftButton)
    assert places.place.code == "E0865N4366"
    while places.place is not None:
        places.back()
    assert page.heading.isVisible() and not page.place.isVisible() and page.score.text() == own


def test_the_theme_and_year_of_the_panel_hold_for_a_place(panel, places):  # noqa: F811
    session, page = panel.plugin.session, panel.dock.page
    places.show_area("buurt", place_at(session.pack, "buurt", *HERE).code)
    session.set_theme("onv")
    session.set_year(2022)
    value = published(session.pack, "buurt", places.place.code, "onv_2022")
    assert page.score.text() == formats.signed_score(value)
    assert page.card.theme.text().endswith("2022") and "totaal" in page.card.companion.text()


def test_a_place_becomes_an_own_area_and_gives_way_to_one(panel, places):  # noqa: F811
    areas, page = panel.plugin.areas, panel.dock.page
    places.show_area("buurt", place_at(panel.plugin.session.pack, "buurt", *HERE).code)
    name, score = places.place.name, page.score.text()
    panel.qtbot.mouseClick(page.place.take, Qt.MouseButton.LeftButton)
    assert areas.names()[areas.current] == name and places.place is None
    assert page.score.text() == score and page.heading.isVisible()
    places.read(QgsPointXY(*HERE))
    areas.set_current(next(iter(areas.names())))
    assert places.place is None


def test_the_tool_stays_until_esc(panel, places):  # noqa: F811
    canvas, button = places._canvas, panel.dock.tools.read
    panel.qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert canvas.mapTool() is places.tool and button.isChecked()
    pixel = canvas.getCoordinateTransform().transform(*HERE)
    panel.qtbot.mouseClick(canvas.viewport(), Qt.MouseButton.LeftButton, pos=pixel.toQPointF().toPoint())
    assert places.place is not None and places.place.level == SQUARE
    assert canvas.mapTool() is places.tool
    panel.qtbot.keyClick(canvas, Qt.Key.Key_Escape)
    assert canvas.mapTool() is not places.tool and not button.isChecked()


def test_other_data_end_a_place(panel, places):  # noqa: F811
    places.read(QgsPointXY(*HERE))
    panel.plugin.session.close_pack()
    assert places.place is None and places._bands == []


# Every way to the same card


def row_of(table, row):
    """Middle of a row of a table, in pixels of its viewport."""
    return table.visualRect(table.model().index(row, 0)).center()


def test_the_search_box_opens_the_card(panel, places):  # noqa: F811
    pack, code = panel.plugin.session.pack, place_at(panel.plugin.session.pack, "buurt", *HERE).code
    panel.turn("find")
    panel.plugin.workbench._open_found("buurt", 0, code)
    page = panel.dock.page
    assert page.place.isVisible() and page.score.text() == formats.score(published(pack, "buurt", code, "lbm_2024"))
    panel.plugin.workbench._open_found("own", next(iter(panel.plugin.areas.names())), "")
    assert places.place is None and page.heading.isVisible()


def test_a_row_that_is_clicked_has_its_card_ready_and_one_click_opens_it(panel, places):  # noqa: F811
    frame, pack = panel.turn("find"), panel.plugin.session.pack
    find = frame.page
    assert places.place is None, "rows that the program chooses are no wish of the user"
    table = find.list.table
    panel.qtbot.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=row_of(table, 1))
    findings, at = find.outcome.findings, table.rows.place(1)
    assert places.place.code == findings.areas.code[at] and places._bands
    assert panel.dock.tabs.currentWidget() is frame, "the list stays in view"
    panel.qtbot.keyClick(table, Qt.Key.Key_Down)
    code = findings.areas.code[table.rows.place(2)]
    assert places.place.code == code
    panel.qtbot.mouseClick(find.list.figures, Qt.MouseButton.LeftButton)
    assert panel.dock.page.score.isVisible() and panel.dock.page.place.isVisible()
    assert panel.dock.page.score.text() == formats.score(published(pack, "buurt", code, "lbm_2024"))


def test_a_small_area_is_marked_as_small_on_its_card_only(panel, places, monkeypatch):  # noqa: F811
    monkeypatch.setenv("LEEFBAAROMETER_SMALLEST_INHABITANTS", "90000")
    pack, page = panel.plugin.session.pack, panel.dock.page
    code = place_at(pack, "buurt", *HERE).code
    places.show_area("buurt", code)
    panel.settle()
    count = round(published(pack, "buurt", code, "inhabitants"))
    assert f"Klein gebied: {count} inwoners, minder dan 90000." in page.card.notes.text()
    places.close()
    panel.settle()
    assert "Klein gebied" not in page.card.notes.text(), "the own area is no official one"


def test_a_row_of_the_change_has_its_card_ready(panel, places):  # noqa: F811
    panel.plugin.session.set_since(2014)
    change = panel.turn("change").page
    change.controls.choose("buurt")
    panel.settle()
    table = change.table.view
    panel.qtbot.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=row_of(table, 2))
    name = change.table.model.index(2, 0).data()
    assert places.place is not None and places.place.name == name.removesuffix(" *")
    panel.qtbot.keyClick(table, Qt.Key.Key_Down)
    assert places.place.name == change.table.model.index(3, 0).data().removesuffix(" *") != name


def test_clusters_and_own_areas_have_cards_as_well(panel, places):  # noqa: F811
    find = panel.turn("find").page
    for level, is_place in (("clusters", True), ("areas", False)):
        find.control.subject.show_subject(replace(find.control.subject.subject, level=level))
        find._choose_rule("structural")
        panel.settle()
        find.list.states.setCurrentIndex(find.list.states.count() - 1)
        find.list.states.activated.emit(find.list.states.count() - 1)
        table = find.list.table
        panel.qtbot.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=row_of(table, 0))
        panel.qtbot.mouseClick(find.list.figures, Qt.MouseButton.LeftButton)
        assert (places.place is not None) == is_place
        figures = find.outcome.findings.figures
        assert panel.dock.page.score.text() == formats.score(float(figures.total[table.rows.place(0), -1]))
        panel.turn("find")


def test_a_place_is_compared_as_a_guest(panel, places):  # noqa: F811
    pack = panel.plugin.session.pack
    places.show_area("buurt", place_at(pack, "buurt", *HERE).code)
    page = panel.dock.page
    value = published(pack, "buurt", places.place.code, "lbm_2024")
    panel.qtbot.mouseClick(page.place.compare, Qt.MouseButton.LeftButton)
    panel.settle()
    compare = panel.dock.tabs.currentWidget().page
    rows = {row.name: row for row in compare.table.model.rows}
    assert list(rows) == ["Plan", f"{places.place.name} (gast)"]
    guest = rows[f"{places.place.name} (gast)"]
    assert guest.figures.total == pytest.approx(value) and len(panel.plugin.areas.names()) == 1
    table = compare.table.view
    panel.qtbot.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=row_of(table, 1))
    panel.qtbot.keyClick(table, Qt.Key.Key_Delete)
    assert [row.name for row in compare.table.model.rows] == ["Plan"]


def test_what_the_panel_is_about_is_emphasised_on_the_map(panel, places):  # noqa: F811
    areas, pack = panel.plugin.areas, panel.plugin.session.pack

    def emphasised():
        return [band.asGeometry().asWkt(0) for band in places._bands]

    own = areas.geometry().asWkt(0)
    places.show_area("buurt", place_at(pack, "buurt", *HERE).code)
    assert emphasised() == [places.geometry().asWkt(0)] * 2 and places.geometry().asWkt(0) != own
    places.close()
    assert emphasised() == [own] * 2
    areas.delete_current()
    assert emphasised() == []


def test_each_guest_has_its_own_row_and_goes_by_itself(panel, places):  # noqa: F811
    pack = panel.plugin.session.pack
    compare = panel.turn("compare").page
    guests = [place_at(pack, level, *HERE) for level in ("buurt", "wijk", "gemeente")]
    for guest in guests:
        compare.add_guest(guest)
    panel.settle()
    rows = compare.table.model.rows
    assert [row.name for row in rows] == ["Plan", *(f"{guest.name} (gast)" for guest in guests)]
    assert len({row.fid for row in rows}) == 4
    for row, guest in zip(rows[1:], guests, strict=True):
        assert row.figures.total == pytest.approx(published(pack, guest.level, guest.code, "lbm_2024"))
    table = compare.table.view
    panel.qtbot.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=row_of(table, 2))
    panel.qtbot.keyClick(table, Qt.Key.Key_Delete)
    left = [row.name for row in compare.table.model.rows]
    assert left == ["Plan", f"{guests[0].name} (gast)", f"{guests[2].name} (gast)"]


def test_all_together_leaves_guests_out(panel, places):  # noqa: F811
    areas, pack = panel.plugin.areas, panel.plugin.session.pack
    areas.add([("Ander", QgsGeometry.fromRect(QgsRectangle(86000, 436000, 86400, 436400)))])
    compare = panel.turn("compare").page
    alone = [row.figures.total for row in compare.table.model.rows if row.fid == UNION]
    compare.add_guest(place_at(pack, "gemeente", *HERE))
    panel.settle()
    assert [row.figures.total for row in compare.table.model.rows if row.fid == UNION] == pytest.approx(alone)
    assert len(compare.table.model.rows) == 4


def test_the_change_of_a_place(panel, places):  # noqa: F811
    pack = panel.plugin.session.pack
    panel.plugin.session.set_since(2014)
    places.show_area("buurt", place_at(pack, "buurt", *HERE).code)
    panel.qtbot.mouseClick(panel.dock.page.place.change, Qt.MouseButton.LeftButton)
    panel.settle()
    change = panel.dock.tabs.currentWidget().page
    code, name = places.place.code, places.place.name
    moved = [published(pack, "buurt", code, f"lbm_{year}") for year in (2014, 2024)]
    assert change.figure.value.text() == formats.signed_score(moved[1] - moved[0])
    assert name in change.figure.title.text() and change.controls.subject.currentText() == name
    subjects = [change.controls.subject.itemText(at) for at in range(change.controls.subject.count())]
    assert subjects[:3] == [name, "het huidige gebied", "alle eigen gebieden"] and "alle buurten" in subjects[3:]
    places.close()
    panel.settle()
    assert name not in change.figure.title.text()


def test_a_feature_that_is_selected_has_its_card_ready(panel, places):  # noqa: F811
    canvas, project = places._canvas, panel.plugin.session.project
    layers = our_layers(project)
    canvas.setLayers(list(layers.values()))
    for level in ("buurt", "grid"):
        place = place_at(panel.plugin.session.pack, SQUARE if level == "grid" else level, *HERE)
        layer = layers[level]
        field = "grid_id" if level == "grid" else "code"
        layer.selectByExpression(f"\"{field}\" = '{place.code}'")
        assert layer.selectedFeatureCount() == 1 and places.place == place
    layers["buurt"].selectAll()
    assert places.place == place, "many at once are no place"


def test_a_place_without_squares_is_told_by_what_is_published(panel, places, monkeypatch):  # noqa: F811
    session = panel.plugin.session
    code = place_at(session.pack, "buurt", *HERE).code
    monkeypatch.setattr(session, "pack", replace(session.pack, grid=None))
    monkeypatch.setattr(session, "_measurer", None)
    problems = []
    places.failed.connect(problems.append)
    places.show_area("buurt", code)
    page = panel.dock.page
    assert not problems and page.card.notes.text() == "", (problems, page.card.notes.text(), places.place)
    assert page.score.text() == formats.score(published(session.pack, "buurt", code, "lbm_2024"))
    assert page.words.paragraph.text() and not page.card.notes.text()
    assert not page.place.compare.isEnabled() and page.place.change.isEnabled()
    panel.qtbot.mouseClick(page.place.change, Qt.MouseButton.LeftButton)
    panel.settle()
    change = panel.dock.tabs.currentWidget().page
    assert change.controls.chosen == "buurt" and [change._view.keys[at] for at in change.table.chosen()] == [code]


# Undo, and messages that wait


def test_adding_can_be_undone_until_the_choice_is_taken(panel, places):  # noqa: F811
    areas, messages = panel.plugin.areas, panel.plugin.messages
    messages.forget()
    before = areas.current
    places.show_area("buurt", place_at(panel.plugin.session.pack, "buurt", *HERE).code)
    panel.qtbot.mouseClick(panel.dock.page.place.take, Qt.MouseButton.LeftButton)
    bell = panel.dock.messages
    assert len(areas.names()) == 2 and bell.isVisible() and bell.text() == "1"
    bell.menu().aboutToShow.emit()
    choice = bell.menu().actions()[0]
    assert choice.text().startswith("Ongedaan maken: Opgeslagen bij de projectgebieden")
    choice.trigger()
    assert list(areas.names().values()) == ["Plan"] and areas.current == before
    assert not bell.isVisible() and messages.waiting == []


def test_77_areas_added_in_the_background_go_again_with_one_choice(panel, places):  # noqa: F811
    areas, pack = panel.plugin.areas, panel.plugin.session.pack
    panel.plugin.messages.forget()
    shapes = [
        (f"Vak {at}", QgsGeometry.fromRect(QgsRectangle(86000 + at, 436000, 86100 + at, 436100))) for at in range(77)
    ]
    areas.add(shapes)
    panel.settle()
    assert len(areas.names()) == 78
    (waiting,) = panel.plugin.messages.waiting
    assert "77" in waiting.text
    panel.plugin.messages.take(waiting)
    assert list(areas.names().values()) == ["Plan"] and pack is not None
    panel.plugin.session.project.clear()
    assert panel.plugin.messages.waiting == []


def test_a_layer_that_was_removed_by_hand_is_offered_back(panel, places):  # noqa: F811
    session, messages = panel.plugin.session, panel.plugin.messages
    messages.forget()
    project, action = session.project, panel.plugin.maps.giving_back.action
    assert not action.isVisible()
    there = set(our_layers(project))
    root = project.layerTreeRoot()
    project.removeMapLayer(our_layers(project)["buurt"].id())
    panel.settle()
    (waiting,) = messages.waiting
    assert waiting.button == "Kaart weer tonen" and action.isVisible() and "buurt" not in our_layers(project)
    messages.take(waiting)
    assert set(our_layers(project)) == there and not action.isVisible()
    nodes = [node.layer().id() for node in root.findLayers()]
    assert nodes.index(our_layers(project)["buurt"].id()) < nodes.index(our_layers(project)["grid"].id())
    session.open_pack(session.pack.folder)
    panel.settle()
    assert messages.waiting == [], "what the plugin itself takes away isn't offered"


# Orientation


def is_shown(layer, scale):
    (rule,) = layer.renderer().rootRule().children()
    return layer.isInScaleRange(scale) and rule.isScaleOK(scale)


def test_borders_and_names_come_with_the_data_and_can_be_switched(panel, places):  # noqa: F811
    session, maps = panel.plugin.session, panel.plugin.maps
    project, action = session.project, maps.orientation.action
    assert orientation.orientation_layers(project) == [] and not action.isChecked()
    panel.plugin.opening.opened.emit()
    layers = {layer.source().rpartition("=")[2]: layer for layer in orientation.orientation_layers(project)}
    assert set(layers) == {"gemeente", "wijk", "buurt"} & set(session.pack.levels) and action.isChecked()
    shown = {
        level: [one for one, layer in layers.items() if is_shown(layer, scale)]
        for level, scale in (("gemeente", 400_000), ("wijk", 80_000), ("buurt", 20_000))
    }
    assert all(levels == [level] for level, levels in shown.items()), shown
    for scale, level in ((150_001, "gemeente"), (149_999, "wijk"), (40_001, "wijk"), (39_999, "buurt")):
        assert [one for one, layer in layers.items() if is_shown(layer, scale)] == [level], scale
    for layer in layers.values():
        assert layer.labelsEnabled() and layer.labeling().settings().fieldName == "name" and layer.readOnly()
    group = project.layerTreeRoot().findLayer(layers["buurt"].id()).parent()
    assert group.parent().children().index(group) == 0, "above the squares"
    assert not any(layer in our_layers(project).values() for layer in layers.values())
    action.trigger()
    assert orientation.orientation_layers(project) == []
    panel.plugin.opening.opened.emit()
    assert orientation.orientation_layers(project) == [], "the user said no"
    action.trigger()
    assert len(orientation.orientation_layers(project)) == len(layers)
    other = session.pack.folder
    session.open_pack(other)
    panel.plugin.opening.opened.emit()
    assert len(orientation.orientation_layers(project)) == len(layers), "once, however often data are opened"


def test_the_current_area_is_emphasised(panel, places):  # noqa: F811
    areas = panel.plugin.areas
    assert len(places._bands) == 2
    before = places._bands[0].asGeometry().boundingBox()
    areas.add([("Ander", QgsGeometry.fromRect(QgsRectangle(86000, 436000, 86400, 436400)))])
    assert places._bands[0].asGeometry().boundingBox() != before
    areas.set_current(next(iter(areas.names())))
    assert places._bands[0].asGeometry().boundingBox() == before
    bands = places._bands
    areas.set_sketch(QgsGeometry.fromRect(QgsRectangle(86000, 436000, 86100, 436100)))
    assert places._bands is bands, "a sketch has its own line"
