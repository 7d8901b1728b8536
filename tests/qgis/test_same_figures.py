# SPDX-License-Identifier: GPL-2.0-or-later
"""One figure everywhere: what the dock shows of drawn areas, the algorithm, the expressions and the table agree."""

from __future__ import annotations

import pytest
from qgis.core import (
    NULL,
    QgsExpression,
    QgsExpressionContext,
    QgsExpressionContextUtils,
    QgsGeometry,
    QgsProject,
)

from leefbaar_plugin.analysis.comparison import OwnArea, compare
from leefbaar_plugin.gui.area.page import AreaPage
from leefbaar_plugin.gui.citizens.expressions import Expressions
from leefbaar_plugin.gui.drawing.areas import Areas
from leefbaar_plugin.gui.session import Session
from leefbaar_plugin.words import formats

from .conftest import rows

DRAWN = {
    "five corners": "Polygon ((86560 436560, 87060 436420, 87330 436700, 87160 437230, 86700 437080, 86560 436560))",
    "with a hole": "Polygon ((85600 436500, 86300 436450, 86200 437200, 85500 437100, 85600 436500),"
    " (85800 436700, 86000 436700, 85900 436950, 85800 436700))",
    "in two parts": "MultiPolygon (((86100 437000, 86500 437000, 86400 436600, 86100 437000)),"
    " ((87000 436900, 87500 437000, 87400 437500, 87000 436900)))",
    "crosses itself": "Polygon ((86100 437000, 87000 436300, 87000 437000, 86100 436300, 86100 437000))",
    "a few dwellings": "Polygon ((86560 436560, 86600 436560, 86600 436590, 86560 436560))",
    "partly without squares": "Polygon ((84000 435900, 86000 435900, 86000 437000, 84000 437000, 84000 435900))",
    "outside": "Polygon ((10000 400000, 10100 400000, 10100 400100, 10000 400000))",
}
YEARS = (2002, 2014, 2024)
ASKED = {
    "lbm": "lbm_score(@geometry, {year})",
    "afw": "lbm_score(@geometry, {year}, 'afw')",
    "class": "lbm_class(@geometry, {year})",
    **{theme: f"lbm_score(@geometry, {{year}}, '{theme}')" for theme in ("fys", "onv", "soc", "vrz", "won")},
    **{f"share_{number}": f"lbm_share(@geometry, {{year}}, {number})" for number in range(1, 10)},
}


@pytest.fixture
def session(qgis_app, schiedam_folder):
    project = QgsProject.instance()
    project.clear()
    made = Session(project)
    made.open_pack(schiedam_folder)
    expressions = Expressions(made)
    expressions.register()
    yield made
    expressions.unregister()
    made.disconnect_project()
    project.clear()


@pytest.fixture
def areas(session, tmp_path, monkeypatch):
    monkeypatch.setenv("LEEFBAAROMETER_DATA_FOLDER", str(tmp_path))
    made = Areas(session, None)
    made.failed.connect(pytest.fail)
    made.add([(name, QgsGeometry.fromWkt(wkt)) for name, wkt in DRAWN.items()])
    yield made
    made.disconnect_project()


def by_expression(layer, fid: int, year: int) -> dict[str, object]:
    """Every figure of an area by expression, None for NULL."""
    context = QgsExpressionContext(QgsExpressionContextUtils.globalProjectLayerScopes(layer))
    context.setFeature(layer.getFeature(fid))
    found = {name: QgsExpression(text.format(year=year)).evaluate(context) for name, text in ASKED.items()}
    return {name: None if value == NULL else value for name, value in found.items()}


def about(values: dict[str, object]) -> dict[str, object]:
    """Equal but for the last digits: areas are summed alone, or in a batch."""
    return {k: pytest.approx(v, abs=1e-12) if isinstance(v, float) else v for k, v in values.items()}


@pytest.mark.parametrize("weight", ["dwellings", "inhabitants"])
def test_dock_algorithm_expression_and_table_agree(session, areas, run, schiedam_folder, monkeypatch, qtbot, weight):
    """Seven drawn areas in three years, by two weights: one figure, and the dock writes that one."""
    monkeypatch.setenv("LEEFBAAROMETER_WEIGHT", weight)
    session.settings_changed()
    made = run(
        "aggregateareas",
        PACK=schiedam_folder,
        AREAS=areas.layer,
        YEARS=", ".join(map(str, YEARS)),
        WEIGHT=["dwellings", "households", "inhabitants", "equal"].index(weight),
        OUTPUT="TEMPORARY_OUTPUT",
    )
    table = {(row.get("name_input", row["name"]), row["year"]): row for row in rows(made["OUTPUT"])}
    outlines = areas.geometries()
    compared = compare(
        session.measurer, [OwnArea(fid, name, bytes(outlines[fid].asWkb())) for fid, name in areas.names().items()]
    )
    page = AreaPage(session, areas)
    qtbot.addWidget(page)
    page.show()
    with_score = 0
    for place, (fid, name) in enumerate(areas.names().items()):
        areas.set_current(fid)
        for year in YEARS:
            session.set_year(year)
            row = {key: None if value == NULL else value for key, value in table[name, year].items()}
            dock, beside = areas.figures(), compared.figures(place, year)
            by_words = by_expression(areas.layer, fid, year)
            assert by_words == about({key: row[key] for key in ASKED}), (name, year)
            assert (dock.total, dock.class_number or None) == (by_words["lbm"], by_words["class"])
            assert beside.total == pytest.approx(dock.total, abs=1e-12) if dock.has_score else beside.total is None
            if row["lbm"] is None:
                assert name == "outside" and page.warning.text() and not page.chip.isVisible()
                assert page.score.text() == "no score"
                continue
            assert page.score.text() == formats.score(row["lbm"])
            with_score += 1
            assert page.chip.text().split(" ·")[0] == str(row["class"])
            assert f"{year}: {formats.count(row['squares'])} square" in page.method.text()
            assert f"weight: {weight}" in page.method.text()
            bar = [share.share for share in page.shares._data.shares]
            assert bar == [pytest.approx(row[f"share_{n}"], abs=1e-12) for n in range(1, 10)]
    assert with_score == 6 * len(YEARS)
