# SPDX-License-Identifier: GPL-2.0-or-later
"""Official areas as users see them: one score in all algorithms and expressions, marks of small areas and parts."""

from __future__ import annotations

import re

import numpy as np
import pytest
from qgis.core import (
    QgsExpression,
    QgsExpressionContext,
    QgsExpressionContextScope,
    QgsExpressionContextUtils,
    QgsGeometry,
    QgsProject,
)
from qgis.PyQt.QtCore import QLocale, Qt

from leefbaar_plugin.gui.area.page import AreaPage
from leefbaar_plugin.gui.citizens.expressions import Expressions
from leefbaar_plugin.gui.citizens.locator import AreaFilter
from leefbaar_plugin.gui.drawing.areas import Areas
from leefbaar_plugin.gui.drawing.combine_dialog import _with_notes
from leefbaar_plugin.gui.drawing.official_model import OfficialModel
from leefbaar_plugin.gui.find.columns import NAME
from leefbaar_plugin.gui.find.model import FindModel
from leefbaar_plugin.gui.session import Session
from leefbaar_plugin.layers.tree import our_layers
from leefbaar_plugin.pack.importing.importer import import_edition
from leefbaar_plugin.pack.pack import open_pack
from leefbaar_plugin.pack.reading.inspection import inspect
from leefbaar_plugin.processing.inputs.area_input import LEVELS
from leefbaar_plugin.words import formats

from .conftest import WATERWEG, Recorder, official, rows
from .test_find_page import _Interface
from .test_locator import Iface, found, names

TEMPORARY = "TEMPORARY_OUTPUT"
SMALL = {"Zuidbuurt", "Buitengebied Zuidbuurt", "Vijfsluizen"}
"""Buurten of waterweg with fewer than 150 inhabitants."""


@pytest.fixture(scope="module")
def part_folder(tmp_path_factory):
    """Vlaardingen with 300 m of its neighbours."""
    if not WATERWEG.is_dir():
        pytest.skip("needs ../shared/data")
    folder = tmp_path_factory.mktemp("packs") / "vlaardingen"
    return import_edition(inspect([WATERWEG]), folder, ["Vlaardingen"], 300.0).folder


@pytest.fixture
def session(qgis_app, monkeypatch, tmp_path):
    monkeypatch.setenv("LEEFBAAROMETER_SMALLEST_INHABITANTS", "150")
    monkeypatch.setenv("LEEFBAAROMETER_DATA_FOLDER", str(tmp_path))
    project = QgsProject.instance()
    project.clear()
    made = Session(project)
    yield made
    made.disconnect_project()
    project.clear()


def by_code(layer, **wanted):
    """Rows of a result by code, those with these values only."""
    wanted_rows = [row for row in rows(layer) if all(row[name] == value for name, value in wanted.items())]
    return {row["code"]: row for row in wanted_rows if row["code"]}


@pytest.mark.parametrize("level", ["buurt", "wijk", "gemeente"])
def test_every_algorithm_gives_the_published_score(run, waterweg_folder, tmp_path, level):
    pack = open_pack(waterweg_folder)
    layer = official(waterweg_folder, level)
    published = {f["code"]: f for f in layer.getFeatures()}
    drawn = {code for code, one in published.items() if one.hasGeometry()}
    table = tmp_path / "table.csv"
    prefix = {"buurt": "bu_code", "wijk": "wk_code", "gemeente": "gm_code"}[level]
    table.write_text(f"{prefix};x\n" + "".join(f"{code};{at % 5}\n" for at, code in enumerate(published)))
    number, given = LEVELS.index(level), {"PACK": waterweg_folder, "OUTPUT": TEMPORARY}
    signals = {"gemeente": 0, "wijk": 1, "buurt": 2}[level]
    for year in (2014, 2024):
        related = {"buurt": 0, "wijk": 1, "gemeente": 2}[level]
        outcomes = {
            "findsignals": by_code(run("findsignals", LEVEL=signals, YEAR=year, ALL=True, **given)["OUTPUT"]),
            "monitor": by_code(run("monitor", LEVEL=number, YEARS="2014,2024", **given)["OUTPUT"], year=year),
            "relate": by_code(run("relate", TABLE=table, LEVEL=related, VALUE_FIELD="x", YEAR=year, **given)["OUTPUT"]),
            "aggregateareas": by_code(run("aggregateareas", AREAS=layer, YEARS=str(year), **given)["OUTPUT"]),
        }
        changed = run("development", LEVEL=number, SINCE=2014, UNTIL=2024, **given)["OUTPUT"]
        end = "since" if year == 2014 else "until"
        outcomes["development"] = {
            code: {"lbm": row[f"lbm_{end}"], "class": row[f"class_{end}"]} for code, row in by_code(changed).items()
        }
        own = run("development", AREAS=layer, SINCE=2014, UNTIL=2024, **given)["OUTPUT"]
        outcomes["development of a layer"] = {
            code: {"lbm": row[f"lbm_{end}"], "class": row[f"class_{end}"]}
            for code, row in by_code(own).items()
            if code in drawn
        }
        for name, outcome in outcomes.items():
            score = "score" if name == "relate" else "lbm"
            assert set(outcome) >= drawn, name
            for code, row in outcome.items():
                if name == "aggregateareas" and code not in drawn:
                    continue  # an area without an outline can't be recognised
                expected = published[code][f"lbm_{year}"], published[code][f"class_lbm_{year}"]
                if isinstance(expected[0], float):
                    assert (row[score], row["class"]) == expected, (name, code)
    assert set(pack.years) >= {2014, 2024}


@pytest.mark.parametrize("level", ["buurt", "wijk", "gemeente"])
def test_expressions_give_the_published_score(session, waterweg_folder, level):
    """Of every official area with an outline, in every year, the total and a dimension."""
    session.open_pack(waterweg_folder)
    expressions = Expressions(session)
    expressions.register()
    try:
        layer = official(waterweg_folder, level)
        years = session.pack.years
        asked = {}
        for year in years:
            asked[f"lbm_{year}"] = QgsExpression(f"lbm_score(@geometry, {year})")
            asked[f"class_lbm_{year}"] = QgsExpression(f"lbm_class(@geometry, {year})")
        asked["onv_2024"] = QgsExpression("lbm_score(@geometry, 2024, 'onv')")
        context = QgsExpressionContext(QgsExpressionContextUtils.globalProjectLayerScopes(layer))
        areas = checked = 0
        for feature in layer.getFeatures():
            if not feature.hasGeometry():
                continue
            context.setFeature(feature)
            areas += 1
            for name, expression in asked.items():
                if isinstance(feature[f"lbm_{name[-4:]}"], float):
                    assert expression.evaluate(context) == feature[name], (feature["code"], name)
                    checked += 1
        assert areas == {"buurt": 105, "wijk": 25, "gemeente": 3}[level] and checked > 0.97 * areas * len(asked)
    finally:
        expressions.unregister()


def test_small_buurten_are_hatched_on_the_map(session, waterweg_folder):
    session.open_pack(waterweg_folder)
    layer = our_layers(session.project)["buurt"]
    *classes, legend = layer.renderer().categories()
    assert legend.label() == "fewer than 150 inhabitants" and len(classes) == 9
    lines = classes[0].symbol().symbolLayer(1)
    hatched = QgsExpression(lines.dataDefinedProperties().property(lines.Property.LayerEnabled).expressionString())
    tip = layer.mapTipTemplate()
    context = QgsExpressionContext(QgsExpressionContextUtils.globalProjectLayerScopes(layer))
    few = set()
    for feature in layer.getFeatures():
        context.setFeature(feature)
        text = QgsExpression.replaceExpressionText(tip, context)
        assert ("fewer than 150 inhabitants" in text) == bool(hatched.evaluate(context)), feature["name"]
        if hatched.evaluate(context):
            few.add(feature["name"])
    assert few == SMALL, "also where there is no scale"
    of_map = QgsExpressionContextScope()
    context.appendScope(of_map)
    for scale, expected in ((300_000.0, SMALL), (300_001.0, set())):
        of_map.setVariable("map_scale", scale)
        found = set()
        for feature in layer.getFeatures():
            context.setFeature(feature)
            if hatched.evaluate(context):
                found.add(feature["name"])
        assert found == expected
    assert len(our_layers(session.project)["gemeente"].renderer().categories()) == 9, "no gemeente is small"


def test_lists_bear_marks(session, waterweg_folder):
    from leefbaar_plugin.analysis.signals.finder import SignalFinder
    from leefbaar_plugin.analysis.signals.rule_set import load_rule
    from leefbaar_plugin.engine.signals.judge import NOT_FOUND, UNKNOWN

    session.open_pack(waterweg_folder)
    findings = SignalFinder(session.measurer).find(load_rule("ongunstige_buurt"), "buurt")
    model = FindModel()
    marked = {}
    for state in (NOT_FOUND, UNKNOWN):
        model.show_findings(findings, session.palette, {}, state, 150.0)
        for row in range(model.rowCount()):
            index = model.index(row, 0)
            marked[model.name(model.place(row))] = index.data(), index.data(Qt.ItemDataRole.ToolTipRole)
            assert model.text(model.place(row), NAME) == index.data()
    assert {name for name, (text, _tip) in marked.items() if text.endswith("⚠")} == SMALL
    assert "Small area: 124 inhabitants, fewer than 150" in marked["Vijfsluizen"][1]
    unknown = [tip for text, tip in marked.values() if text.endswith("⚠?")]
    assert len(unknown) == 12 and all("isn't known here" in tip for tip in unknown)
    listed = OfficialModel()
    listed.set_areas(_with_notes(session.pack, "buurt", 150.0))
    texts = [listed.index(row, 0).data() for row in range(listed.rowCount())]
    assert "Vijfsluizen · Vlaardingen · ⚠ fewer than 150 inhabitants" in texts
    assert sum("⚠ " in text for text in texts) == 3 and sum("not known" in text for text in texts) == 12


def test_the_search_box_tells_parts_and_small_areas(session, part_folder):
    session.open_pack(part_folder)
    place = type("Place", (), {})()
    place.session, place.areas = session, Areas(session, _Interface())
    place.filter = AreaFilter(session, place.areas, Iface(), print)
    results = {result.displayString: result.description for result in found(place, "schiedam", thread=True)}
    assert results["Schiedam"] == "GM0606 · ⚠ a part of it in these data"
    assert len(results) == 12 and all(text.endswith("⚠ a part of it in these data") for text in results.values())
    (small,) = found(place, "vijfsluizen")
    assert small.description.endswith("⚠ fewer than 150 inhabitants") and names([small]) == ["Vijfsluizen"]
    (usual, *_rest) = found(place, "holy")
    assert "⚠" not in usual.description
    place.areas.disconnect_project()


@pytest.fixture
def page(session, qtbot):
    """The page of one area, which takes over the outline of an official area by its name."""
    areas = Areas(session, _Interface())
    made = AreaPage(session, areas)
    qtbot.addWidget(made)
    previous = QLocale()
    QLocale.setDefault(QLocale("en_US"))

    def take(name):
        feature = next(f for f in official(session.pack.folder).getFeatures() if f["name"] == name)
        areas.add([(name, QgsGeometry(feature.geometry()))])
        made.refresh()
        return feature

    made.take = take
    yield made
    QLocale.setDefault(previous)
    areas.disconnect_project()


def test_the_page_of_an_area_says_what_is_published(session, page, waterweg_folder):
    session.open_pack(waterweg_folder)
    feature = page.take("Vijfsluizen")
    figures = page._areas.figures()
    assert figures.total == feature["lbm_2024"] and page.score.text() == f"{feature['lbm_2024']:.2f}"
    difference = formats.number(figures.measured - figures.total, 3, signed=True)
    assert f"its squares give {figures.measured:.3f} ({difference})" in page.card.notes.infos.text()
    assert re.fullmatch(r"deviation [+\u2212]\d\.\d\d · published", page.card.basis.text())
    assert "Small area: 124 inhabitants, fewer than 150" in page.warning.text()
    assert "That is the score that is published for this area; its squares give" in page.words.paragraph.text()
    assert page.shares.isVisibleTo(page)
    page._areas.add([("mine", QgsGeometry(feature.geometry()).buffer(30, 8))])
    page.refresh()
    assert (
        "ublished" not in page.card.notes.infos.text() + page.card.basis.text()
        and "Small area" not in page.warning.text()
    )


def test_the_page_of_a_part_has_a_score_and_no_shares(session, page, part_folder):
    session.open_pack(part_folder)
    neighbour = next(f for f in official(part_folder).getFeatures() if f["code"] == "BU06060702")
    page.take(neighbour["name"])
    assert page.score.text() == f"{neighbour['lbm_2024']:.2f}"
    assert "Published score" in page.card.notes.infos.text() and "squares give" not in page.card.notes.infos.text()
    assert "These data hold a part of this area only." in page.warning.text()
    assert not page.shares.isVisibleTo(page) and "Of the dwellings" not in page.words.paragraph.text()
    assert "gemeente Schiedam" in _whereabouts(page)


def _whereabouts(page):
    page.whereabouts.refresh()
    return page.whereabouts.text().replace("Gemeente", "gemeente")


def test_algorithms_leave_parts_out_and_say_so(run, part_folder, monkeypatch):
    monkeypatch.setenv("LEEFBAAROMETER_SMALLEST_INHABITANTS", "150")
    given = {"PACK": part_folder, "OUTPUT": TEMPORARY}
    told = re.compile(r"part (of them )?only: 8 (areas )?\(")
    for name, more in (("findsignals", {"ALL": True}), ("monitor", {}), ("development", {"SINCE": 2014})):
        recorder = Recorder()
        made = rows(run(name, recorder, **more, **given)["OUTPUT"])
        codes = {row["code"] for row in made if row["code"]}
        assert len(codes) == 36 and all(code.startswith("BU0622") for code in codes), name
        assert any(told.search(text) for text in recorder.warnings), name
        assert any("⚠ Areas with fewer than 150 inhabitants: 2." in text for text in recorder.infos), name
        assert {row["name"] for row in made if row["small"]} == SMALL - {"Zuidbuurt"}, name
        assert not any(row["part"] for row in made)
    recorder = Recorder()
    monitored = rows(run("monitor", recorder, CODES="BU06220404,BU06060702", YEARS="2024", **given)["OUTPUT"])
    assert [row["code"] for row in monitored] == ["BU06220404", None]
    assert any("1 code matches nothing and is left out: BU06060702" in text for text in recorder.warnings)
    layer = official(part_folder)
    made = by_code(run("aggregateareas", AREAS=layer, **given)["OUTPUT"])
    partial = {code for code, row in made.items() if row["part"]}
    assert len(partial) == 8 and all(made[code]["share_1"] is None for code in partial)
    published = {f["code"]: f["lbm_2024"] for f in layer.getFeatures()}
    assert all(made[code]["lbm"] == published[code] for code in partial)
    assert np.isfinite([made[code]["lbm"] for code in partial]).all()
