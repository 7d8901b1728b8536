# SPDX-License-Identifier: GPL-2.0-or-later
"""A wijk of which one buurt is drawn has the outline of that buurt: which of the two is meant is told by what is said
of the area, its code in a layer or its name in the panel, in every way to ask. Judge: the ministry's file."""

from __future__ import annotations

import csv
import io
import zipfile

import pytest
from qgis.core import QgsExpression, QgsExpressionContext, QgsExpressionContextUtils, QgsProject, QgsVectorLayer

from leefbaar_plugin.analysis.change.monitor import monitor_areas
from leefbaar_plugin.analysis.comparison import OwnArea, compare
from leefbaar_plugin.analysis.measure import Measurer
from leefbaar_plugin.analysis.references.references import References
from leefbaar_plugin.gui.citizens.expressions import Expressions
from leefbaar_plugin.gui.drawing.areas import Areas
from leefbaar_plugin.gui.session import Session
from leefbaar_plugin.pack.official import read_level
from leefbaar_plugin.pack.official_scores import official_scores
from leefbaar_plugin.pack.pack import open_pack

from .conftest import WATERWEG, official, rows
from .test_locator import Iface

PAIRS = {"WK055601": "BU05560101", "WK055607": "BU05560701", "WK055608": "BU05560801", "WK060611": "BU06061102"}
TEMPORARY = "TEMPORARY_OUTPUT"


@pytest.fixture(scope="module")
def published():
    """Total by code and year, of wijken and buurten."""
    found = {}
    with zipfile.ZipFile(WATERWEG / "open-data-leefbaarometer-meting-2024.zip") as archive:
        for level, key in (("buurten", "bu_code"), ("wijken", "wk_code")):
            (name,) = [one for one in archive.namelist() if f"scores {level}" in one and "__MACOSX" not in one]
            for row in csv.DictReader(io.TextIOWrapper(archive.open(name))):
                if row["lbm"] != "NA":
                    found[row[key], int(row["jaar"])] = float(row["lbm"])
    assert found["WK060611", 2024] == pytest.approx(4.1938, abs=5e-5), "else the test shows nothing"
    assert found["BU06061102", 2024] == pytest.approx(4.2091, abs=5e-5)
    return found


@pytest.fixture(scope="module")
def measurer(waterweg_folder):
    return Measurer(open_pack(waterweg_folder))


def outline(pack, code):
    areas = read_level(pack, "wijk" if code.startswith("WK") else "buurt")
    at = areas.code.index(code)
    return areas.name[at], areas.wkb[at]


def test_the_outlines_are_the_same(measurer):
    known = official_scores(measurer.pack)
    for wijk, buurt in PAIRS.items():
        (name, shape), (buurt_name, other) = outline(measurer.pack, wijk), outline(measurer.pack, buurt)
        found = known.recognise(
            [shape] * 6 + [other],
            [(wijk,), (name,), (buurt,), (buurt_name, name), (), ("WK055601 ", "elsewhere"), (wijk, buurt)],
        )
        assert [one.code for one in found] == [wijk, wijk, buurt, buurt, buurt, buurt, buurt]


@pytest.mark.parametrize("level", ["wijk", "buurt"])
def test_algorithms(run, waterweg_folder, published, level):
    layer = official(waterweg_folder, level)
    codes = PAIRS if level == "wijk" else PAIRS.values()
    found = rows(
        run("aggregateareas", PACK=waterweg_folder, AREAS=layer, YEARS="2014,2024", OUTPUT=TEMPORARY)["OUTPUT"]
    )
    seen = {(row["code"], row["year"]): row["lbm"] for row in found if row["code"] in codes}
    assert len(seen) == 8
    assert all(value == pytest.approx(published[key], abs=2e-6) for key, value in seen.items())
    followed = rows(run("monitor", PACK=waterweg_folder, AREAS=layer, YEARS="2014,2024", OUTPUT=TEMPORARY)["OUTPUT"])
    seen = {(row["code"], row["year"]): row["lbm"] for row in followed if row["code"] in codes}
    assert len(seen) == 8
    assert all(value == pytest.approx(published[key], abs=2e-6) for key, value in seen.items())
    asked = {"AREAS": layer, "SINCE": 2014, "UNTIL": 2024, "OUTPUT": TEMPORARY}
    for row in rows(run("development", PACK=waterweg_folder, **asked)["OUTPUT"]):
        if row["code"] in codes:
            assert row["lbm_until"] == pytest.approx(published[row["code"], 2024], abs=2e-6), row["code"]


def test_expressions_and_the_panel(qgis_app, waterweg_folder, published, tmp_path, monkeypatch):
    monkeypatch.setenv("LEEFBAAROMETER_DATA_FOLDER", str(tmp_path))
    project = QgsProject.instance()
    project.clear()
    session = Session(project)
    expressions = Expressions(session)
    expressions.register()
    try:
        session.open_pack(waterweg_folder)
        asked = QgsExpression("lbm_score(@geometry, 2024)")
        for level, codes in (("wijk", PAIRS), ("buurt", PAIRS.values())):
            layer = official(waterweg_folder, level)
            context = QgsExpressionContext(QgsExpressionContextUtils.globalProjectLayerScopes(layer))
            for feature in layer.getFeatures():
                if feature["code"] in codes:
                    context.setFeature(feature)
                    assert asked.evaluate(context) == pytest.approx(published[feature["code"], 2024], abs=2e-6)
        areas = Areas(session, Iface())
        for code in ("WK060611", "BU06061102"):
            layer = official(waterweg_folder, "wijk" if code.startswith("WK") else "buurt")
            (feature,) = [one for one in layer.getFeatures() if one["code"] == code]
            areas.add([(feature["name"], feature.geometry())])
            assert areas.measuring.official.code == code
            assert areas.measuring.figures().total == pytest.approx(published[code, session.year], abs=2e-6)
    finally:
        expressions.unregister()
        session.disconnect_project()
        project.clear()


def test_beside_each_other_and_followed(measurer, published):
    named = [outline(measurer.pack, code) for code in ("WK060611", "BU06061102")]
    areas = [OwnArea(at, name, shape) for at, (name, shape) in enumerate(named)]
    compared = compare(measurer, areas)
    wanted = [pytest.approx(published[code, 2024], abs=2e-6) for code in ("WK060611", "BU06061102")]
    assert [compared.figures(at, 2024).total for at in range(2)] == wanted
    known = [None] * 2
    said = [(area.name,) for area in areas]
    years = measurer.pack.years
    for given in (None, known):
        found = monitor_areas(References(measurer), [area.wkb for area in areas], years, 2014, known=given, said=said)
        assert found.monitor.scores.total[:2, years.index(2024)].tolist() == wanted


def test_a_layer_that_says_nothing(run, waterweg_folder, published):
    """Then the outline is that of the buurt."""
    wijken = official(waterweg_folder, "wijk")
    plain = QgsVectorLayer("MultiPolygon?crs=EPSG:28992&field=number:integer", "plain", "memory")
    (feature,) = [one for one in wijken.getFeatures() if one["code"] == "WK060611"]
    feature.setAttributes([1])
    plain.dataProvider().addFeatures([feature])
    (row,) = rows(run("aggregateareas", PACK=waterweg_folder, AREAS=plain, YEARS="2024", OUTPUT=TEMPORARY)["OUTPUT"])
    assert row["lbm"] == pytest.approx(published["BU06061102", 2024], abs=2e-6)
