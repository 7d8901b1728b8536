# SPDX-License-Identifier: GPL-2.0-or-later
"""Geometries made fit for the engine: repair by even-odd and non-zero, and what is no polygon."""

from __future__ import annotations

import numpy as np
import pytest
import shapely
from osgeo import ogr

from leefbaar_plugin.engine.areas.rings import decode_polygons
from leefbaar_plugin.engine.choices import EVEN_ODD, FILL_RULES, NON_ZERO
from leefbaar_plugin.engine.errors import InputError
from leefbaar_plugin.pack.outlines import geometry
from leefbaar_plugin.pack.outlines.geometry import EMPTY_POLYGON, make_valid

BOW_TIE = "POLYGON((0 0,100 100,100 0,0 100,0 0))"
TWICE_AROUND = "POLYGON((0 0,100 0,100 100,0 100,0 0,100 0,100 100,0 100,0 0))"
PENTAGRAM = "POLYGON((0 90,60 -80,-90 20,90 20,-60 -80,0 90))"
OVERLAP = "MULTIPOLYGON(((0 0,100 0,100 100,0 100,0 0)),((50 0,150 0,150 100,50 100,50 0)))"
SQUARE = "POLYGON((0 0,100 0,100 100,0 100,0 0))"


def wkb(wkt, **options):
    return shapely.to_wkb(shapely.from_wkt(wkt), **options)


def area(valid, at=0):
    return shapely.from_wkb(valid.wkb[at]).area


@pytest.mark.parametrize("fill_rule", FILL_RULES)
def test_a_bow_tie_keeps_both_lobes(fill_rule):
    valid = make_valid([wkb(BOW_TIE)], fill_rule)
    assert area(valid) == pytest.approx(5000) and valid.repaired == [0] and valid.empty == []


def test_the_rules_differ_where_the_outline_winds_twice():
    even_odd, non_zero = (make_valid([wkb(PENTAGRAM)], rule) for rule in (EVEN_ODD, NON_ZERO))
    heart = area(non_zero) - area(even_odd)
    assert heart > 1000
    lines = shapely.union_all([shapely.from_wkt(PENTAGRAM).exterior])
    faces = shapely.get_parts(shapely.polygonize([lines]))
    assert heart == pytest.approx(max(face.area for face in faces))


@pytest.mark.parametrize("fill_rule", FILL_RULES)
def test_overlapping_parts_count_once(fill_rule):
    valid = make_valid([wkb(OVERLAP)], fill_rule)
    assert area(valid) == pytest.approx(15000) and valid.repaired == [0]


@pytest.mark.parametrize("fill_rule", FILL_RULES)
@pytest.mark.parametrize("wkt", [BOW_TIE, PENTAGRAM, OVERLAP, TWICE_AROUND])
def test_repaired_is_valid(wkt, fill_rule):
    for made in make_valid([wkb(wkt)], fill_rule).wkb:
        assert shapely.from_wkb(made).is_valid


def test_places_in_the_list():
    valid = make_valid([wkb(SQUARE), None, wkb(BOW_TIE), wkb("POLYGON EMPTY"), b"", wkb(SQUARE)])
    assert (valid.repaired, valid.empty) == ([2], [1, 3, 4])
    assert decode_polygons(valid.wkb).polygon.tolist()[0] == 0 and decode_polygons(valid.wkb).polygons == 6


@pytest.mark.parametrize("fill_rule", FILL_RULES)
@pytest.mark.parametrize(
    "wkt",
    [
        "POLYGON((0 0,100 0,50 0,0 0))",
        "POLYGON((5 5,5 5,5 5,5 5))",
        "POLYGON((0 0,100 100,0 0,0 0))",
        "MULTIPOLYGON(((0 0,1 0,2 0,0 0)),((5 5,5 5,5 5,5 5)))",
    ],
)
def test_what_has_no_surface_is_empty_after_repair(wkt, fill_rule):
    valid = make_valid([wkb(wkt)], fill_rule)
    assert valid.wkb == [EMPTY_POLYGON] and valid.empty == [0] and valid.repaired == [0]


def test_heights_measures_curves_and_collections():
    curve = ogr.CreateGeometryFromWkt("CURVEPOLYGON(CIRCULARSTRING(0 0,100 100,200 0,100 -100,0 0))")
    tin = ogr.CreateGeometryFromWkt("TIN(((0 0,100 0,0 100,0 0)))")
    given = [
        wkb("POLYGON Z((0 0 1,100 0 2,100 100 3,0 100 4,0 0 1))"),
        wkb("GEOMETRYCOLLECTION(POINT(1 1),LINESTRING(0 0,9 9),POLYGON((0 0,100 0,100 100,0 100,0 0)))"),
        wkb("GEOMETRYCOLLECTION(GEOMETRYCOLLECTION(MULTIPOLYGON(((0 0,100 0,100 100,0 100,0 0)))))"),
        bytes(ogr.CreateGeometryFromWkt("POLYGON ZM((0 0 1 9,100 0 2 9,100 100 3 9,0 0 1 9))").ExportToIsoWkb()),
        bytes(curve.ExportToIsoWkb()),
    ]
    valid = make_valid(given)
    assert [round(area(valid, at)) for at in range(4)] == [10000, 10000, 10000, 5000]
    assert area(valid, 4) == pytest.approx(31416, rel=1e-3)
    assert not any(shapely.from_wkb(made).has_z for made in valid.wkb)
    assert valid.repaired == []
    solid = "POLYHEDRALSURFACE Z(((0 0 0,100 0 0,100 100 0,0 0 0)),((0 0 0,100 100 0,0 100 0,0 0 0)),{})"
    wall = "((0 0 0,100 0 0,100 0 9,0 0 9,0 0 0))"
    surfaces = make_valid([bytes(one.ExportToIsoWkb()) for one in (tin, ogr.CreateGeometryFromWkt(solid.format(wall)))])
    assert [area(surfaces, at) for at in range(2)] == [5000, 10000], "a wall has no surface on the map"


@pytest.mark.parametrize(
    ("wkt", "kind"),
    [
        ("POINT(1 1)", "point"),
        ("LINESTRING(0 0,1 1)", "linestring"),
        ("MULTILINESTRING((0 0,1 1),(2 2,3 3))", "multilinestring"),
        ("MULTIPOINT(0 0,1 1)", "multipoint"),
        ("GEOMETRYCOLLECTION(POINT(1 1))", "geometrycollection"),
    ],
)
def test_no_polygon_is_named_with_its_place(wkt, kind):
    with pytest.raises(InputError, match=f"Area 3 is a {kind}; expected is a polygon"):
        make_valid([wkb(SQUARE), None, wkb(wkt)])


@pytest.mark.parametrize("damage", [b"\x01", b"garbage", wkb(SQUARE)[:40], b"\x01\x63\x00\x00\x00\x01\x00\x00\x00"])
def test_damaged_geometry_is_named(damage):
    with pytest.raises(InputError, match="Area 2 has a damaged geometry"):
        make_valid([wkb(SQUARE), damage])


@pytest.mark.parametrize("fill_rule", FILL_RULES)
@pytest.mark.parametrize("bad", ["nan", "inf"])
def test_coordinates_that_are_no_number_are_refused(bad, fill_rule):
    with np.errstate(invalid="ignore"):
        broken = shapely.to_wkb(shapely.Polygon([(0, 0), (100, 0), (float(bad), 100), (0, 100)]))
    with pytest.raises(InputError, match="Area 2 has a coordinate that is no number"):
        make_valid([wkb(SQUARE), broken], fill_rule)


@pytest.mark.parametrize("at_once", [1, 10_000, 10_000_000])
def test_many_areas_are_checked_as_one_by_one(monkeypatch, at_once):
    monkeypatch.setattr(geometry, "_AT_ONCE", at_once)
    square = shapely.to_wkb(shapely.box(0, 0, 100, 100))
    given = [
        None if n % 7 == 3 else shapely.to_wkb(shapely.from_wkt(BOW_TIE)) if n % 5 == 2 else square for n in range(999)
    ]
    areas, alone = make_valid(given), [make_valid([wkb]) for wkb in given]
    assert areas.wkb == [one.wkb[0] for one in alone]
    assert areas.repaired == [n for n, one in enumerate(alone) if one.repaired]
    assert areas.empty == [n for n, one in enumerate(alone) if one.empty]
    given[700] = given[900] = shapely.to_wkb(shapely.Point(0, 0))
    with pytest.raises(InputError, match="Area 701 "):
        make_valid(given)


def test_areas_in_parts_of_about_as_many_bytes(monkeypatch):
    monkeypatch.setattr(geometry, "_AT_ONCE", 100)
    assert geometry._parts([]) == [] and geometry._parts([0, 0]) == [slice(0, 2)]
    assert geometry._parts([30, 70, 500, 99, 1, 5]) == [slice(0, 2), slice(2, 3), slice(3, 5), slice(5, 6)]
    assert make_valid([]).wkb == []


def test_unknown_fill_rule():
    with pytest.raises(InputError, match="winding isn't one of even-odd, non-zero"):
        make_valid([], "winding")
