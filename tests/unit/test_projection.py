# SPDX-License-Identifier: GPL-2.0-or-later
"""The way of files to EPSG:28992: transformed, taken for it where no coordinate system is told, or refused."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest
from osgeo import gdal, ogr, osr

from leefbaar_plugin.engine.errors import InputError
from leefbaar_plugin.pack.outlines.projection import Projection, is_defined, spatial_reference, transformation_from
from leefbaar_plugin.pack.reading.inspection import inspect
from tests.builders import square_wkt, write_vector

UNDEFINED = {-1: "Undefined Cartesian SRS", 0: "Undefined geographic SRS", 99999: "Undefined SRS"}
LOCAL = 'LOCAL_CS["Undefined SRS",LOCAL_DATUM["unknown",32767],UNIT["unknown",0],AXIS["E",EAST],AXIS["N",NORTH]]'


def without_system(path: Path, number: int) -> Path:
    """The GeoPackage with one of the three numbers by which the format says that nothing is known."""
    with sqlite3.connect(path) as connection:
        if number == 99999:
            connection.execute(
                "INSERT INTO gpkg_spatial_ref_sys VALUES ('Undefined SRS', 99999, 'GDAL', 99999, ?, '')", (LOCAL,)
            )
        for table in ("gpkg_contents", "gpkg_geometry_columns"):
            connection.execute(f"UPDATE {table} SET srs_id = ?", (number,))
    connection.close()
    return path


def in_degrees(path: Path) -> Path:
    """A copy of a GeoPackage with its coordinates in degrees."""
    source = gdal.OpenEx(str(path))
    back = osr.CoordinateTransformation(spatial_reference(), _degrees())
    features = []
    for feature in source.GetLayer(0):
        geometry = feature.GetGeometryRef().Clone()
        geometry.Transform(back)
        features.append(({"bu_code": feature["bu_code"], "bu_naam": feature["bu_naam"]}, geometry.ExportToWkt()))
    return write_vector(path.with_name("degrees.gpkg"), "buurt", features, epsg=4326)


def _degrees() -> osr.SpatialReference:
    made = osr.SpatialReference()
    made.ImportFromEPSG(4326)
    made.SetAxisMappingStrategy(osr.OAMS_TRADITIONAL_GIS_ORDER)
    return made


def boxes(pack) -> list[tuple[float, ...]]:
    source = gdal.OpenEx(str(pack.areas_path))
    return [feature.GetGeometryRef().GetEnvelope() for feature in source.GetLayer("buurt")]


@pytest.mark.parametrize("number", UNDEFINED)
def test_undefined_system_of_a_geopackage_is_none(edition, number):
    path = without_system(edition.buurt_gpkg(), number)
    source = gdal.OpenEx(str(path))  # must outlive its layer
    reference = source.GetLayer(0).GetSpatialRef()
    assert not is_defined(reference) and transformation_from(reference) is None


@pytest.mark.parametrize("number", UNDEFINED)
def test_undefined_system_is_taken_for_rd(edition, make_pack, number):
    known = make_pack([edition.grid_csv(), edition.buurt_csv(), edition.buurt_gpkg()], "known")
    without_system(edition.buurt_gpkg(), number)
    pack = make_pack([edition.folder])
    assert pack.info["squares"] == 48 and boxes(pack) == boxes(known)
    assert boxes(pack)[0] == (85000, 85300, 436000, 436400)


@pytest.mark.parametrize("number", UNDEFINED)
def test_undefined_system_with_other_coordinates_is_refused(edition, refused, number):
    edition.grid_csv()
    edition.buurt_csv()
    degrees = in_degrees(edition.buurt_gpkg())
    (edition.folder / "buurt.gpkg").unlink()
    without_system(degrees, number)
    text = refused([edition.folder])
    assert text.startswith("degrees.gpkg has no coordinate system, and feature 1 doesn't lie in EPSG:28992 (RD).")


def test_shapefile_without_system(tmp_path):
    features = [({"PC4": "3111"}, square_wkt(850, 4360)), ({"PC4": "3112"}, "POLYGON((4 52,4.1 52,4.1 52.1,4 52))")]
    path = write_vector(tmp_path / "PC4.shp", "PC4", features, epsg=None, driver="ESRI Shapefile")
    assert not path.with_suffix(".prj").exists()
    source = gdal.OpenEx(str(path))
    projection = Projection.of(source.GetLayer(0))
    del source
    fits, degrees = (ogr.CreateGeometryFromWkt(wkt) for _, wkt in features)
    projection.bring(fits, "PC4.shp", 1)
    assert fits.GetEnvelope() == (85000, 85100, 436000, 436100)
    with pytest.raises(InputError, match=r"PC4\.shp has no coordinate system, and feature 2 "):
        projection.bring(degrees, "PC4.shp", 2)
    projection.bring(None, "PC4.shp", 3)
    projection.bring(ogr.CreateGeometryFromWkt("POLYGON EMPTY"), "PC4.shp", 4)


def test_declared_system_is_transformed(edition, make_pack):
    edition.grid_csv()
    edition.buurt_csv()
    in_degrees(edition.buurt_gpkg())
    (edition.folder / "buurt.gpkg").unlink()
    assert boxes(make_pack([edition.folder]))[0] == pytest.approx((85000, 85300, 436000, 436400), abs=0.01)


@pytest.mark.parametrize(
    ("epsg", "shape"),
    [
        (4326, "POLYGON((174 -41,175 -41,175 -40,174 -41))"),
        (4326, "POLYGON((4.3 95,4.4 95,4.4 96,4.3 95))"),
        (28992, "POLYGON((8e4 4e5,1e9 4e5,1e9 5e5,8e4 4e5))"),
    ],
)
def test_far_away_is_refused(edition, refused, epsg, shape):
    edition.grid_csv()
    edition.buurt_csv()
    fields = {"bu_code": "BU00010000", "bu_naam": "Centrum"}
    write_vector(edition.folder / "buurt.gpkg", "buurt", [(fields, shape)], epsg=epsg)
    text = refused([edition.folder])
    assert text == "buurt.gpkg, feature 1 can't be brought to EPSG:28992; it lies too far from the Netherlands."


def test_transformation_only_where_needed():
    assert transformation_from(None) is None
    assert transformation_from(spatial_reference()) is None
    point = ogr.CreateGeometryFromWkt("POINT(4.3987 51.9173)")  # Schiedam, longitude first
    degrees = osr.SpatialReference()
    degrees.ImportFromEPSG(4326)
    point.Transform(transformation_from(degrees))
    assert point.GetX() == pytest.approx(87_000, abs=600) and point.GetY() == pytest.approx(436_700, abs=900)


def test_own_system_without_authority_is_defined():
    own = osr.SpatialReference()
    own.ImportFromProj4("+proj=tmerc +lat_0=52 +lon_0=5 +ellps=GRS80 +units=m +no_defs")
    assert own.GetAuthorityCode(None) is None and is_defined(own) and transformation_from(own) is not None


def test_counts_of_a_file_need_no_outlines(edition, make_pack):
    """Squares are named by their corner, so the coordinates of their outlines don't matter."""
    edition.grid_csv()
    without_system(edition.counts_gpkg(), -1)
    assert make_pack([edition.folder]).counts is not None
    assert inspect([edition.folder])
