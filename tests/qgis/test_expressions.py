# SPDX-License-Identifier: GPL-2.0-or-later
"""Expression functions: the figures of dock and algorithm, in any coordinate system and in any thread."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

import pytest
from qgis.core import (
    NULL,
    QgsCoordinateReferenceSystem,
    QgsExpression,
    QgsExpressionContext,
    QgsExpressionContextUtils,
    QgsGeometry,
    QgsProject,
)
from qgis.gui import QgsExpressionBuilderWidget

from leefbaar_plugin.analysis.measure import Measurer
from leefbaar_plugin.engine.areas.figures import figures_of
from leefbaar_plugin.gui.citizens.expressions import GROUP, Expressions
from leefbaar_plugin.gui.session import Session

from .conftest import areas_layer, in_crs, official, rows

AREA = "MultiPolygon (((87520 437330, 87960 437020, 88270 437300, 87860 437570, 87520 437330)))"
OUTSIDE = "Polygon ((10000 400000, 10100 400000, 10100 400100, 10000 400000))"
NAMES = ("lbm_score", "lbm_class", "lbm_share", "lbm_class_name")


@pytest.fixture
def session(qgis_app, schiedam_folder):
    project = QgsProject.instance()
    project.clear()
    made = Session(project)
    made.open_pack(schiedam_folder)
    yield made
    made.disconnect_project()
    project.clear()


@pytest.fixture
def expressions(session):
    made = Expressions(session)
    made.register()
    yield made
    made.unregister()


def context_of(layer, feature=None):
    context = QgsExpressionContext(QgsExpressionContextUtils.globalProjectLayerScopes(layer))
    if feature is not None:
        context.setFeature(feature)
    return context


def evaluated(text, layer, feature=None):
    """Value and error of an expression."""
    context = context_of(layer, feature or next(layer.getFeatures()))
    expression = QgsExpression(text)
    assert not expression.hasParserError(), expression.parserErrorString()
    assert expression.prepare(context)
    value = expression.evaluate(context)
    return (None if value == NULL else value), expression.evalErrorString()


def value(text, layer, feature=None):
    found, problem = evaluated(text, layer, feature)
    assert problem == ""
    return found


def _about(number):
    return pytest.approx(number, abs=1e-12) if isinstance(number, float) else number


@pytest.fixture
def area():
    return areas_layer(AREA, kind="MultiPolygon")


@pytest.fixture
def figures(schiedam):
    def of(wkt=AREA, year=2024):
        scores = Measurer(schiedam).measure([bytes(QgsGeometry.fromWkt(wkt).asWkb())]).scores
        return figures_of(schiedam.model, scores, 0, year)

    return of


def test_registered_with_help_and_undone(session):
    before = QgsExpression.functionCount()
    made = Expressions(session)
    made.register()
    for name in NAMES:
        place = QgsExpression.functionIndex(name)
        function = QgsExpression.Functions()[place]
        assert function.name() == name and function.group() == GROUP
        assert name in function.helpText() and "<h4>" in function.helpText()
    made.unregister()
    assert QgsExpression.functionCount() == before
    assert not any(QgsExpression.isFunctionName(name) for name in NAMES)
    session.view_changed.emit()  # nothing listens any more


def test_arguments_are_asked_for_by_name(expressions, area):
    given = "geometry:=@geometry, year:=2014"
    assert value(f"lbm_score({given}, theme:='soc')", area) == value("lbm_score(@geometry, 2014, 'soc')", area)
    assert value(f"lbm_class({given}, theme:='soc')", area) == value("lbm_class(@geometry, 2014, 'soc')", area)
    assert value(f"lbm_share({given}, class:='4')", area) == value("lbm_share(@geometry, 2014, '4')", area)
    for name in ("lbm_score", "lbm_class", "lbm_share"):
        asked = [one.name() for one in QgsExpression.Functions()[QgsExpression.functionIndex(name)].parameters()]
        assert asked == ["geometry", "year", "class" if name == "lbm_share" else "theme"]


def test_they_stand_in_the_tree_of_every_expression_dialog(expressions, qtbot, area):
    widget = QgsExpressionBuilderWidget(None)
    qtbot.addWidget(widget)
    widget.initWithLayer(area, context_of(area), "generic")
    model = widget.expressionTree().model()
    rows = [model.index(row, 0) for row in range(model.rowCount())]
    (group,) = [index for index in rows if index.data() == GROUP]
    shown = {
        group.child(row, 0).data() if hasattr(group, "child") else model.index(row, 0, group).data()
        for row in range(model.rowCount(group))
    }
    assert shown == {"lbm_score", "lbm_class", "lbm_share", "lbm_class_name", "lbm_few", "lbm_warning", "lbm_year"}
    for name in shown:
        assert f"<h3>{name}(" in QgsExpression.helpText(name) or name in QgsExpression.helpText(name)


def test_same_figures_as_the_dock(expressions, area, figures):
    for year in (2002, 2014, 2024):
        one = figures(year=year)
        assert value(f"lbm_score(@geometry, {year})", area) == one.total
        assert value(f"lbm_score(@geometry, {year}, 'afw')", area) == one.deviation
        assert value(f"lbm_class(@geometry, {year})", area) == one.class_number
        assert value(f"lbm_share(@geometry, {year}, 'zwak or lower')", area) == one.unfavourable
        for theme, score in one.dimensions.items():
            assert value(f"lbm_score(@geometry, {year}, '{theme}')", area) == score
        for number in range(1, 10):
            assert value(f"lbm_share(@geometry, {year}, {number})", area) == one.shares[number - 1]


def test_dock_algorithm_and_expression_agree(expressions, session, run, schiedam_folder):
    """Every buurt, in two years: the areas object of the dock, the algorithm and the expressions give one figure."""
    from leefbaar_plugin.gui.drawing.areas import Areas

    buurten = official(schiedam_folder)
    years = "2014, 2024"
    made = run("aggregateareas", PACK=schiedam_folder, AREAS=buurten, YEARS=years, OUTPUT="TEMPORARY_OUTPUT")
    table = {(row["code"], row["year"]): row for row in rows(made["OUTPUT"])}
    areas = Areas(session, None)
    compared = 0
    for feature in buurten.getFeatures():
        areas.set_sketch(feature.geometry())
        for year in (2014, 2024):
            session.set_year(year)
            dock, row = areas.figures(), table[feature["code"], year]
            asked = {
                "lbm": f"lbm_score(@geometry, {year})",
                "soc": f"lbm_score(@geometry, {year}, 'soc')",
                "class": f"lbm_class(@geometry, {year})",
                "class_name": f"lbm_class_name(lbm_class(@geometry, {year}))",
                "share_4": f"lbm_share(@geometry, {year}, 4)",
            }
            found = {name: value(text, buurten, feature) for name, text in asked.items()}
            # summed in a batch or alone, the last digit may differ
            assert found == {name: _about(row[name]) for name in asked}
            of_dock = {"lbm": dock.total, "soc": dock.dimensions["soc"], "class": dock.class_number or None}
            assert {name: found[name] for name in of_dock} == of_dock
            compared += found["lbm"] is not None
    areas.disconnect_project()
    assert compared > 20


def test_year_and_theme_by_default(expressions, session, area, figures):
    session.set_year(2018)
    assert value("lbm_score(@geometry)", area) == figures(year=2018).total
    session.set_year(2024)
    assert value("lbm_score(@geometry)", area) == figures(year=2024).total
    assert value("lbm_score(@geometry, NULL, NULL)", area) == figures(year=2024).total
    assert value("lbm_score(@geometry, theme:='won')", area) == figures().dimensions["won"]
    assert value("lbm_share(@geometry)", area) == figures().unfavourable


@pytest.mark.parametrize("crs", ["EPSG:4326", "EPSG:3857", "EPSG:25831"])
def test_any_coordinate_system(expressions, area, figures, crs):
    other = in_crs(area, crs)
    assert value("lbm_score(@geometry)", other) == pytest.approx(figures().total, abs=1e-6)


def test_coordinate_system_of_the_project_without_a_layer(expressions, session, area, figures):
    session.project.setCrs(QgsCoordinateReferenceSystem("EPSG:28992"))
    context = QgsExpressionContext()
    context.appendScope(QgsExpressionContextUtils.projectScope(session.project))
    found = QgsExpression(f"lbm_score(geom_from_wkt('{AREA}'))").evaluate(context)
    assert found == figures().total
    nowhere = QgsExpression(f"lbm_score(geom_from_wkt('{AREA}'))")
    assert nowhere.evaluate(QgsExpressionContext()) in (None, NULL)
    assert "coordinate system" in nowhere.evalErrorString()


@pytest.mark.parametrize("call", ["lbm_score({})", "lbm_class({})", "lbm_share({})"])
def test_no_value_is_null(expressions, area, call):
    for geometry in (f"geom_from_wkt('{OUTSIDE}')", "NULL", "geom_from_wkt('Polygon EMPTY')"):
        assert evaluated(call.format(geometry), area) == (None, "")
    assert evaluated("lbm_score(@geometry, 2002, 'soc')", area) == (None, ""), "no dimensions in 2002"
    assert evaluated("lbm_class_name(NULL)", area) == (None, "")


@pytest.mark.parametrize(
    ("call", "said"),
    [
        ("lbm_score(@geometry, 1999)", "1999"),
        ("lbm_score(@geometry, 'nu')", "nu"),
        ("lbm_score(@geometry, 2024, 'zon')", "zon"),
        ("lbm_class(@geometry, 2024, 'zon')", "zon"),
        ("lbm_share(@geometry, 2024, 10)", "10"),
        ("lbm_share(@geometry, 2024, 'matig')", "matig"),
        ("lbm_class_name(10)", "10"),
        ("lbm_class_name('zwak')", "zwak"),
        ("lbm_score('hier')", "geometry"),
        ("lbm_score(make_point(1, 2))", "polygon"),
    ],
)
def test_what_isnt_known_is_said(expressions, area, call, said):
    found, problem = evaluated(call, area)
    assert found is None and said in problem


def test_classes_by_name_in_both_languages(expressions, area, figures):
    shares = figures().shares
    for text in ("voldoende", "sufficient", "5", " Voldoende "):
        assert value(f"lbm_share(@geometry, 2024, '{text}')", area) == shares[4]
    for text in ("zwak of lager", "weak or lower", "ongunstig", "4 or lower"):
        assert value(f"lbm_share(@geometry, 2024, '{text}')", area) == figures().unfavourable
    assert value("lbm_share(@geometry, 2024, 'onvoldoende or lower')", area) == sum(shares[:3])
    assert value("lbm_share(@geometry, 2024, '9 or lower')", area) == pytest.approx(1.0)


def test_class_of_a_dimension_is_on_the_scale_of_deviations(expressions, area, schiedam, figures):
    import numpy as np

    for theme in ("fys", "onv", "soc", "vrz", "won"):
        expected = int(schiedam.model.deviation_classification.classify(np.array([figures().dimensions[theme]]))[0])
        assert value(f"lbm_class(@geometry, 2024, '{theme}')", area) == expected
    expected = int(schiedam.model.deviation_classification.classify(np.array([figures().deviation]))[0])
    assert value("lbm_class(@geometry, 2024, 'afw')", area) == expected


def test_one_measurement_serves_all(expressions, area, monkeypatch):
    measured = []
    measure = Measurer.measure
    monkeypatch.setattr(Measurer, "measure", lambda self, *more: measured.append(1) or measure(self, *more))
    for text in ("lbm_score(@geometry)", "lbm_score(@geometry, 2014)", "lbm_class(@geometry)", "lbm_share(@geometry)"):
        value(text, area)
    assert len(measured) == 1


def test_settings_and_closed_data(expressions, session, area, monkeypatch):
    before = value("lbm_score(@geometry)", area)
    monkeypatch.setenv("LEEFBAAROMETER_WEIGHT", "equal")
    session.settings_changed()
    assert value("lbm_score(@geometry)", area) != before
    session.project.clear()
    found, problem = evaluated("lbm_score(@geometry)", area)
    assert found is None and "No data" in problem
    assert value("lbm_class_name(6)", area) == "amply sufficient"


def test_class_name_in_dutch(dutch, session, area):
    made = Expressions(session)
    made.register()
    assert value("lbm_class_name(6)", area) == "ruim voldoende"
    made.unregister()


def test_many_threads(expressions, schiedam_folder, schiedam):
    """As when a map is drawn: several layers, several threads, while the view changes."""
    buurten = official(schiedam_folder)
    features = list(buurten.getFeatures())
    scores = Measurer(schiedam).measure([bytes(f.geometry().asWkb()) for f in features]).scores
    expected = [figures_of(schiedam.model, scores, at, 2024).total for at in range(len(features))]

    def draw(_number):
        context = context_of(buurten)
        expression = QgsExpression("lbm_score(@geometry, 2024)")
        found = []
        for feature in features:
            context.setFeature(feature)
            one = expression.evaluate(context)
            found.append(None if one == NULL else one)
        return found

    with ThreadPoolExecutor(8) as pool:
        running = [pool.submit(draw, number) for number in range(16)]
        for year in (2014, 2018, 2022, 2024):
            expressions._session.set_year(year)
        for one in running:
            assert one.result() == pytest.approx(expected, abs=1e-12, nan_ok=True)


def test_few_dwellings_and_other_warnings(expressions, session, area, monkeypatch):
    from leefbaar_plugin.analysis.cautions import cautions_of

    assert value("lbm_few(@geometry)", area) is False and value("lbm_warning(@geometry)", area) == ""
    grid = session.pack.require_squares()[0]
    x, y = int(grid.column[300]) * 100, int(grid.row[300]) * 100
    tiny = f"geom_from_wkt('POLYGON(({x} {y}, {x + 10} {y}, {x + 10} {y + 10}, {x} {y + 10}, {x} {y}))')"
    measured = session.measurer.measure([bytes(_shape(x, y, 10))]).scores
    expected = cautions_of(measured, measured.years.index(session.year))[0]
    assert expected.squares == 1 and value(f"lbm_few({tiny})", area) is True
    assert value(f"lbm_warning({tiny})", area).startswith("few dwellings: ")
    assert value(f"lbm_few(geom_from_wkt('{OUTSIDE}'))", area) is None
    assert value(f"lbm_warning(geom_from_wkt('{OUTSIDE}'))", area) == "no value: no square with a score"
    monkeypatch.setenv("LEEFBAAROMETER_SMALLEST_DWELLINGS", "100000")
    session.settings_changed()
    assert value("lbm_few(@geometry)", area) is True


def _shape(x, y, size):
    from qgis.core import QgsGeometry, QgsRectangle

    return QgsGeometry.fromRect(QgsRectangle(x, y, x + size, y + size)).asWkb()
