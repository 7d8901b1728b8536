# SPDX-License-Identifier: GPL-2.0-or-later
"""Layers of many fields, read as arrays: held against GDAL's own features, one by one."""

from __future__ import annotations

import csv
import io
import zipfile
from pathlib import Path

import numpy as np
import pytest
from osgeo import gdal, ogr

from leefbaar_plugin.pack.check import check_pack
from leefbaar_plugin.pack.files.batches import batches
from leefbaar_plugin.pack.importing.importer import import_edition
from leefbaar_plugin.pack.official import read_level
from leefbaar_plugin.pack.official_scores import official_scores
from leefbaar_plugin.pack.pack import open_pack
from leefbaar_plugin.pack.reading.inspection import inspect
from leefbaar_plugin.pack.reading.vectors import arrays_of

DEMO = Path(__file__).resolve().parents[2] / "resources" / "demo" / "schiedam"


def made(path, fields, rows=3):
    """A layer with `fields` numbers and a text; every third value is NULL."""
    gdal.UseExceptions()
    dataset = ogr.GetDriverByName("GPKG").CreateDataSource(str(path))
    layer = dataset.CreateLayer("many", geom_type=ogr.wkbPoint)
    for at in range(fields):
        layer.CreateField(ogr.FieldDefn(f"f{at}", ogr.OFTReal))
    layer.CreateField(ogr.FieldDefn("code", ogr.OFTString))
    layer.StartTransaction()
    for row in range(rows):
        feature = ogr.Feature(layer.GetLayerDefn())
        feature.SetGeometry(ogr.CreateGeometryFromWkt(f"POINT({row} {2 * row})"))
        for at in range(fields):
            if (at + row) % 3:
                feature.SetField(at, 100.0 * row + at)
        feature.SetField("code", f"BU{row}")
        layer.CreateFeature(feature)
    layer.CommitTransaction()
    del layer, dataset
    return ogr.Open(str(path))


@pytest.mark.parametrize("fields", [1, 121, 122, 124, 126, 127, 250])
def test_every_field_of_every_feature(tmp_path, fields):
    dataset = made(tmp_path / "a.gpkg", fields)
    found: dict[str, list] = {}
    for batch in batches(dataset.GetLayer(0)):
        for name, values in batch.items():
            found.setdefault(name, []).append(values)
    read = {name: np.ma.concatenate(parts) for name, parts in found.items() if name not in ("fid", "OGC_FID")}
    layer = dataset.GetLayer(0)
    layer.SetIgnoredFields([])
    for row, feature in enumerate(layer):
        for at in range(fields):
            value = read[f"f{at}"][row]
            assert (value is np.ma.masked) if feature.IsFieldNull(at) else value == feature.GetField(at)
        assert read["code"][row].decode() == feature.GetField("code")
    assert len(read["code"]) == 3 and len(read["geom"]) == 3


def test_some_fields_without_outlines(tmp_path):
    dataset = made(tmp_path / "a.gpkg", 200)
    wanted = [f"f{at}" for at in range(0, 200, 2)]
    told = [set(batch) for batch in batches(dataset.GetLayer(0), wanted, geometry=False, fid=False)]
    assert told == [set(wanted)]
    columns = arrays_of(dataset.GetLayer(0), {"last": "f199", "first": "f1"}, geometry=True)
    assert columns.keys() == {"last", "first", "geometry"}
    assert np.ma.filled(columns["last"], -1).tolist() == [199.0, 299.0, -1.0] and len(columns["geometry"]) == 3


def with_a_year_more(folder, year):
    """The demonstration data with a measurement after the last: that of 2024 again, a tenth higher."""
    zipped = next(DEMO.glob("open-data*.zip"))
    with zipfile.ZipFile(zipped) as archive, zipfile.ZipFile(folder / "scores.zip", "w") as copy:
        for name in archive.namelist():
            if "scores" not in name or "MACOSX" in name:
                continue
            header, *rows = csv.reader(io.TextIOWrapper(archive.open(name), "utf-8"))
            at = {column: place for place, column in enumerate(header)}
            new = [list(row) for row in rows if row[at["jaar"]] == "2024"]
            for row in new:
                row[at["jaar"]] = str(year)
                for column in ("lbm", "afw", "won"):
                    row[at[column]] = repr(float(row[at[column]]) + 0.1)
            text = io.StringIO()
            csv.writer(text).writerows([header, *rows, *new])
            copy.writestr(name.replace("2024", str(year)), text.getvalue())
    return [folder / "scores.zip", *DEMO.glob("geometrie*.zip"), *DEMO.glob("cbs*.gpkg")]


def test_an_edition_of_ten_measurements(tmp_path):
    """130 columns and more: the next edition."""
    files = with_a_year_more(tmp_path, 2026)
    pack = open_pack(import_edition(inspect(files), tmp_path / "pack").folder)
    assert pack.years[-2:] == (2024, 2026) and pack.info["edition"] == "2026"
    figures = official_scores(pack).of_level("buurt")
    assert len(figures.total) == 62
    assert np.nanmax(np.abs(figures.total[:, -1] - figures.total[:, -2] - 0.1)) < 1e-9
    dataset = ogr.Open(str(pack.areas_path))
    schema = dataset.GetLayerByName("buurt").schema
    names = [field.GetName() for field in schema if field.GetType() != ogr.OFTString]
    assert len(names) > 127
    read = read_level(pack, "buurt", names)
    assert len(read) == 62 and all(len(values) == 62 for values in read.values.values())
    drawn = [feature.GetGeometryRef() is not None for feature in dataset.GetLayerByName("buurt")]
    assert [outline is not None for outline in read.wkb] == drawn and sum(drawn) == 59
    assert check_pack(pack) is not None
