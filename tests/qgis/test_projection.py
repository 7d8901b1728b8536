# SPDX-License-Identifier: GPL-2.0-or-later
"""Coordinate systems pass one door: selections, expressions and algorithms give the same, and refuse alike."""

from __future__ import annotations

import pytest
from qgis.core import (
    NULL,
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransformContext,
    QgsExpression,
    QgsExpressionContext,
    QgsExpressionContextUtils,
    QgsGeometry,
    QgsPointXY,
    QgsProcessingException,
    QgsProject,
    QgsVectorLayer,
)

from leefbaar_plugin.engine.errors import InputError
from leefbaar_plugin.gui.citizens.expressions import Expressions
from leefbaar_plugin.gui.drawing.areas import Areas
from leefbaar_plugin.gui.session import Session
from leefbaar_plugin.layers.projection import ToRd, rd, says_where

from .conftest import areas_layer, in_crs, rows

AREA = "Polygon ((86000 436000, 87000 436000, 87000 437000, 86000 437000, 86000 436000))"
SCORE = 4.077029
"""Of the square kilometre, in 2024: as the cases of the shared data say."""
OWN = "PROJ:+proj=tmerc +lat_0=51.9 +lon_0=4.4 +x_0=86500 +y_0=436500 +ellps=GRS80 +units=m +no_defs"
"""A coordinate system without authority code, in which the area has nearly the coordinates of EPSG:28992."""
UNDEFINED = {
    "-1": 'LOCAL_CS["Undefined Cartesian SRS",UNIT["Meter",1],AXIS["Easting",EAST],AXIS["Northing",NORTH]]',
    "0": 'GEOGCS["Undefined geographic SRS",DATUM["unknown",SPHEROID["unknown",6378137,298.257223563]],'
    'PRIMEM["Greenwich",0],UNIT["degree",0.0174532925199433,AUTHORITY["EPSG","9122"]]]',
    "99999": 'LOCAL_CS["Undefined SRS",LOCAL_DATUM["unknown",32767],UNIT["unknown",0],AXIS["E",EAST],AXIS["N",NORTH]]',
    "none": "",
}
FAR = {
    "New Zealand": ("EPSG:4326", "Polygon ((174 -41, 175 -41, 175 -40, 174 -40, 174 -41))"),
    "no latitude": ("EPSG:4326", "Polygon ((4.3 95, 4.4 95, 4.4 96, 4.3 95))"),
    "far in RD": ("EPSG:28992", "Polygon ((86000 436000, 1e9 436000, 1e9 437000, 86000 436000))"),
    "Moon": ("IAU_2015:30100", "Polygon ((4 52, 4.1 52, 4.1 52.1, 4 52))"),
}


@pytest.fixture
def session(qgis_new_project, schiedam_folder, tmp_path, monkeypatch):
    monkeypatch.setenv("LEEFBAAROMETER_DATA_FOLDER", str(tmp_path / "data"))
    made = Session(QgsProject.instance())
    made.open_pack(schiedam_folder)
    yield made
    made.disconnect_project()


@pytest.fixture
def areas(session):
    made = Areas(session, None)
    made.problems = []
    made.failed.connect(made.problems.append)
    yield made
    made.disconnect_project()


@pytest.fixture
def expressions(session):
    made = Expressions(session)
    made.register()
    yield made
    made.unregister()


def with_crs(wkt: str, crs: QgsCoordinateReferenceSystem) -> QgsVectorLayer:
    layer = areas_layer(wkt)
    layer.setCrs(crs)
    QgsProject.instance().addMapLayer(layer)
    layer.selectAll()
    return layer


def crs_of(text: str) -> QgsCoordinateReferenceSystem:
    made = QgsCoordinateReferenceSystem()
    if text:
        made.createFromString(text)
    return made


def asked(layer: QgsVectorLayer) -> tuple[object, str]:
    """What lbm_score says of the first area, and its error."""
    context = QgsExpressionContext(QgsExpressionContextUtils.globalProjectLayerScopes(layer))
    context.setFeature(next(layer.getFeatures()))
    expression = QgsExpression("lbm_score(@geometry, 2024)")
    value = expression.evaluate(context)
    return (None if value == NULL else value), expression.evalErrorString()


@pytest.mark.parametrize("system", [OWN, "EPSG:7415", "EPSG:4326", "EPSG:28992"])
def test_every_door_gives_the_same(system, areas, expressions, run, schiedam_folder):
    crs = crs_of(system)
    assert crs.isValid() and (system != OWN or not crs.authid())
    source = areas_layer(AREA)
    layer = with_crs(next(in_crs(source, crs.authid() or system).getFeatures()).geometry().asWkt(17), crs)
    QgsProject.instance().setCrs(rd())
    made = rows(run("aggregateareas", PACK=schiedam_folder, AREAS=layer, YEARS="2024", OUTPUT="memory:")["OUTPUT"])[0]
    assert made["lbm"] == pytest.approx(SCORE, abs=1e-5)
    value, problem = asked(layer)
    assert problem == "" and value == pytest.approx(made["lbm"], abs=1e-12)
    areas.take_selected(layer)
    assert areas.problems == [] and areas.figures().total == pytest.approx(made["lbm"], abs=1e-9)
    assert areas.geometry().area() == pytest.approx(1_000_000, rel=1e-4)


def test_calculated_by_qgis_own_algorithm(expressions, run, schiedam_folder):
    """The field calculator of the toolbox, in a thread of its own perhaps, on a layer without authority code."""
    import processing

    layer = with_crs(next(in_crs(areas_layer(AREA), OWN).getFeatures()).geometry().asWkt(17), crs_of(OWN))
    given = {"INPUT": layer, "FIELD_NAME": "score", "FIELD_TYPE": 0, "FORMULA": "lbm_score(@geometry)"}
    made = rows(processing.run("native:fieldcalculator", {**given, "OUTPUT": "memory:"})["OUTPUT"])
    assert made[0]["score"] == pytest.approx(SCORE, abs=1e-5)


@pytest.mark.parametrize("kind", UNDEFINED)
def test_every_door_refuses_what_says_no_place(kind, areas, expressions, run, schiedam_folder):
    crs = QgsCoordinateReferenceSystem.fromWkt(UNDEFINED[kind]) if UNDEFINED[kind] else QgsCoordinateReferenceSystem()
    assert crs.isValid() == bool(UNDEFINED[kind]) and not says_where(crs)
    QgsProject.instance().setCrs(rd())
    layer = with_crs(AREA, crs)
    with pytest.raises(QgsProcessingException, match="Layer areas has no coordinate system"):
        run("aggregateareas", PACK=schiedam_folder, AREAS=layer, OUTPUT="memory:")
    value, problem = asked(layer)
    assert value is None and "coordinate system" in problem, "not that of the project instead"
    areas.take_selected(layer)
    assert [str(one) for one in areas.problems] == [
        "Layer areas has no coordinate system. Set it in the layer's properties first."
    ]
    assert areas.names() == {} and areas.layer is None, "not even an empty file was made"


@pytest.mark.parametrize("place", FAR)
def test_every_door_refuses_what_lies_too_far(place, areas, expressions, run, schiedam_folder):
    system, wkt = FAR[place]
    layer = with_crs(wkt, crs_of(system))
    with pytest.raises(QgsProcessingException, match="Feature 1 can't be brought to EPSG:28992; it lies too far"):
        run("aggregateareas", PACK=schiedam_folder, AREAS=layer, OUTPUT="memory:")
    value, problem = asked(layer)
    assert value is None and "lies too far from the Netherlands" in problem
    areas.take_selected(layer)
    assert len(areas.problems) == 1 and "Feature 1 can't be brought to EPSG:28992" in str(areas.problems[0])
    assert areas.names() == {} and areas.layer is None


def test_project_without_authority_code(session, expressions):
    """Without a layer the project's system counts, whether it has a code or not."""
    QgsProject.instance().setCrs(crs_of(OWN))
    wkt = next(in_crs(areas_layer(AREA), OWN).getFeatures()).geometry().asWkt(17)
    context = QgsExpressionContext()
    context.appendScope(QgsExpressionContextUtils.projectScope(QgsProject.instance()))
    expression = QgsExpression(f"lbm_score(geom_from_wkt('{wkt}'), 2024)")
    value = expression.evaluate(context)
    assert expression.evalErrorString() == ""
    assert value == pytest.approx(SCORE, abs=1e-5)


def test_empty_and_missing_geometries_pass():
    way = ToRd(crs_of("EPSG:4326"), QgsCoordinateTransformContext(), "x")
    assert way.geometry(QgsGeometry()).isNull()
    assert way.geometry(QgsGeometry.fromWkt("Polygon EMPTY")).isEmpty()


def test_geometry_that_was_given_stays_as_it_was():
    given = QgsGeometry.fromWkt("Polygon ((4.4 51.9, 4.41 51.9, 4.41 51.91, 4.4 51.9))")
    before = given.asWkt()
    brought = ToRd(crs_of("EPSG:4326"), QgsCoordinateTransformContext(), "x").geometry(given, 1)
    assert given.asWkt() == before and 80_000 < brought.boundingBox().xMinimum() < 90_000


def test_infinity_is_too_far():
    way = ToRd(rd(), QgsCoordinateTransformContext(), "x")
    corners = [QgsPointXY(0, 0), QgsPointXY(float("inf"), 0), QgsPointXY(1, 1), QgsPointXY(0, 0)]
    geometry = QgsGeometry.fromPolygonXY([corners])
    with pytest.raises(InputError, match="Feature 7 can't be brought"):
        way.geometry(geometry, 7)
