# SPDX-License-Identifier: GPL-2.0-or-later
"""Files that algorithms write: whole or not there, replaced with all that belonged to them, temporary where asked."""

from __future__ import annotations

import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from osgeo import gdal, ogr
from qgis.core import (
    QgsField,
    QgsFields,
    QgsGeometry,
    QgsLayerMetadata,
    QgsProcessingException,
    QgsProcessingFeatureSourceDefinition,
    QgsProject,
    QgsRasterLayer,
    QgsVectorLayer,
)
from qgis.PyQt.QtCore import QMetaType

from leefbaar_plugin.analysis.signals.rule_set import read_rule_file
from leefbaar_plugin.gui.find.rule_book import RuleBook
from leefbaar_plugin.layers.areas.project_areas import create_areas_layer
from leefbaar_plugin.layers.project.found_layer import write_found
from leefbaar_plugin.pack.files import disk
from leefbaar_plugin.pack.files.progress import silent
from leefbaar_plugin.pack.pack import open_pack
from leefbaar_plugin.processing import output
from tests.builders import write_vector

from .conftest import Recorder, areas_layer, rows

AREA = "POLYGON((86000 436000,87000 436000,87000 437000,86000 436000))"
HELD_BY_ALL = ["gpkg", "shp", "geojson", "kml", "gml", "csv", "xlsx", "ods", "sqlite"]
WITHOUT = ["fgb", "tab"]
"""Formats that can't hold a feature without outline."""
REFUSED = ["dxf", "gpx", "dgn"]
"""Formats that QGIS offers, and that can't hold areas with fields."""


@pytest.fixture
def aggregate(run, schiedam_folder, tmp_path):
    """Aggregate three areas, of which one has no outline, into a file of a format."""

    def into(ending: str, *wkt: str | None) -> tuple[Path, Recorder]:
        told, path = Recorder(), tmp_path / f"figures.{ending}"
        given = areas_layer(*(wkt or (AREA, None, AREA)))
        result = run("aggregateareas", feedback=told, PACK=schiedam_folder, AREAS=given, OUTPUT=path)
        return Path(result["OUTPUT"]), told

    return into


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


@pytest.mark.parametrize("ending", HELD_BY_ALL)
def test_formats_that_hold_features_without_outline(aggregate, ending):
    path, told = aggregate(ending)
    made = rows(QgsVectorLayer(str(path), "figures", "ogr"))
    assert len(made) == 3 and not [text for text in told.warnings if "outline" in text]


@pytest.mark.parametrize("ending", WITHOUT)
def test_formats_that_cannot(aggregate, ending):
    """Case 19: no talk of a full disk; QGIS's own algorithms write the file, too."""
    path, told = aggregate(ending)
    made = rows(QgsVectorLayer(str(path), "figures", "ogr"))
    assert [row["name"] for row in made] == ["a1", "a3"] and all(3 < row["lbm"] < 5 for row in made)
    assert told.warnings[-1] == f"figures.{ending} can't hold features without an outline; 1 were left out."


def test_a_file_cut_off_is_no_matter_of_outlines(aggregate, tmp_path, monkeypatch):
    """Its header says that all features are there."""
    place, cut = output._place, []

    def cut_off(destination):
        path = Path(place(destination)[0])
        if not cut:
            cut.append(path)
            path.write_bytes(path.read_bytes()[:-400])
        return place(destination)

    monkeypatch.setattr(output, "_place", cut_off)
    with pytest.raises(QgsProcessingException, match="is incomplete; is the disk full"):
        aggregate("fgb", AREA, AREA, AREA)
    assert cut and names(tmp_path) == []


@pytest.mark.parametrize("ending", REFUSED)
def test_an_output_that_cannot_be_made_leaves_no_file(aggregate, tmp_path, ending):
    with pytest.raises(QgsProcessingException, match=f"figures.{ending}"):
        aggregate(ending)
    assert names(tmp_path) == []


# What belonged to a file that is replaced

STALE = b"<PAMDataset><PAMRasterBand band='1'><Description>lbm 2014</Description></PAMRasterBand></PAMDataset>"


def test_a_replaced_raster_says_what_it_shows(run, schiedam_folder, tmp_path):
    """GDAL 3.10 takes the name of a band from the statistics beside it."""
    path = tmp_path / "squares.tif"
    for ending in (".tif", ".tif.aux.xml", ".tif.ovr", ".qml"):
        (tmp_path / f"squares{ending}").write_bytes(STALE)
    run("gridlayer", PACK=schiedam_folder, THEME=2, YEAR=2024, AS=1, OUTPUT=path)
    assert (
        {"squares.qml", "squares.tif"} <= set(names(tmp_path)) <= {"squares.qml", "squares.tif", "squares.tif.aux.xml"}
    )
    assert not [one for one in tmp_path.iterdir() if b"lbm 2014" in one.read_bytes()]
    assert gdal.Open(str(path)).GetRasterBand(1).GetDescription() == "onv 2024"


@pytest.mark.parametrize("name", ["gridlayer", "aggregateareas"])
def test_a_replaced_database_has_no_old_journals(run, schiedam_folder, tmp_path, name):
    path = tmp_path / "out.gpkg"
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("CREATE TABLE old (x)")
    for ending in ("-wal", "-shm", "-journal", ".aux.xml"):
        (tmp_path / f"out.gpkg{ending}").write_bytes(b"old")
    (tmp_path / "out.qml").write_bytes(b"old")
    other = tmp_path / "plan.qml"
    other.write_bytes(b"of another layer")
    given = {"AREAS": areas_layer(AREA)} if name == "aggregateareas" else {"YEAR": 2024}
    run(name, PACK=schiedam_folder, OUTPUT=path, **given)
    assert names(tmp_path) == ["out.gpkg", "plan.qml"] and other.read_bytes() == b"of another layer"
    found = ogr.Open(str(path))
    assert found.GetLayerByName("old") is None and found.GetLayer(0).GetFeatureCount() in (1, 765)


# Squares: style, temporary and in memory


def test_a_style_that_could_not_be_saved_is_told(run, schiedam_folder, tmp_path, monkeypatch):
    (tmp_path / "squares.qml").mkdir()
    told = Recorder()
    run("gridlayer", feedback=told, PACK=schiedam_folder, AS=1, OUTPUT=tmp_path / "squares.tif")
    assert told.warnings[-1].startswith("The style couldn't be saved with the layer: ")
    told = Recorder()
    monkeypatch.setattr(QgsVectorLayer, "saveStyleToDatabase", lambda *_given: "database is locked")
    run("gridlayer", feedback=told, PACK=schiedam_folder, AS=0, OUTPUT=tmp_path / "squares.gpkg")
    assert told.warnings[-1] == "The style couldn't be saved with the layer: database is locked."
    monkeypatch.undo()
    told = Recorder()
    run("gridlayer", feedback=told, PACK=schiedam_folder, AS=1, OUTPUT=tmp_path / "goed.tif")
    run("gridlayer", feedback=told, PACK=schiedam_folder, AS=0, OUTPUT=tmp_path / "goed.gpkg")
    assert told.warnings == []


@pytest.mark.parametrize("given", ["TEMPORARY_OUTPUT", "memory:", "memory:vierkanten"])
@pytest.mark.parametrize(("kind", "ending", "layer"), [(0, ".gpkg", QgsVectorLayer), (1, ".tif", QgsRasterLayer)])
def test_temporary_squares(run, schiedam_folder, tmp_path, monkeypatch, given, kind, ending, layer):
    """They lie where QGIS keeps what is temporary, never where one happens to be."""
    monkeypatch.chdir(tmp_path)
    path = Path(run("gridlayer", PACK=schiedam_folder, AS=kind, OUTPUT=given)["OUTPUT"])
    assert path.is_absolute() and path.suffix == ending and "processing" in str(path.parent)
    assert layer(str(path), "squares").isValid() and names(tmp_path) == []


@pytest.mark.parametrize("given", ["ogr:dbname='x.gpkg' table=\"t\" (geom)", "postgres://x", "spatialite://y"])
def test_squares_go_into_a_file(run, schiedam_folder, tmp_path, monkeypatch, given):
    monkeypatch.chdir(tmp_path)
    with pytest.raises(QgsProcessingException, match=r"Squares go into a file that ends in \.gpkg"):
        run("gridlayer", PACK=schiedam_folder, AS=0, OUTPUT=given)
    assert names(tmp_path) == []


@pytest.mark.parametrize("name", ["gridlayer", "aggregateareas", "recomputescores"])
def test_a_path_of_five_thousand_characters(run, schiedam_folder, tmp_path, name):
    given = {"AREAS": areas_layer(AREA)} if name == "aggregateareas" else {"YEAR": 2024}
    with pytest.raises(QgsProcessingException) as caught:
        run(name, PACK=schiedam_folder, OUTPUT=tmp_path / ("a" * 5000 + ".gpkg"), **given)
    assert "Traceback" not in str(caught.value) and names(tmp_path) == []
    with pytest.raises(QgsProcessingException, match=r"it has no pack\.json"):
        run(name, PACK="/" + "b" * 5000, OUTPUT=tmp_path / "x.gpkg", **given)


# A kill at any moment


@pytest.fixture
def moments(monkeypatch):
    """What is in the place of a file, and whether the new one is whole, at the moment before it takes that place."""
    seen, replace = [], disk.replace

    def looked(written: Path, target: Path) -> None:
        beside = sorted(one.name for one in written.parent.iterdir() if one.name != ".held")
        seen.append((target.read_bytes() if target.exists() else None, beside, written.read_bytes()))
        replace(written, target)

    monkeypatch.setattr(disk, "replace", looked)
    return seen


def found(path: Path) -> None:
    fields = QgsFields()
    fields.append(QgsField("name", QMetaType.Type.QString))
    outline = bytes(QgsGeometry.fromWkt(AREA).asWkb())
    write_found(path, fields, [outline, None], {"name": ["a", "b"]}, QgsLayerMetadata(), silent)


def areas(path: Path) -> None:
    create_areas_layer(path)


def rule(path: Path) -> None:
    RuleBook(QgsProject.instance()).export_file("onvoldoende_buurt", path)


@pytest.mark.parametrize(("write", "name"), [(found, "gevonden.gpkg"), (areas, "a.gpkg"), (rule, "regel.json")])
def test_a_kill_leaves_no_half_file(qgis_new_project, tmp_path, moments, write, name):
    path = tmp_path / name
    if write is not areas:  # which never replaces anything
        path.write_bytes(b"of before")
    write(path)
    assert [(before, beside) for before, beside, _content in moments] == [
        (None if write is areas else b"of before", [name])
    ]
    whole = tmp_path / f"whole{path.suffix}"
    whole.write_bytes(moments[0][2])
    assert names(tmp_path) == sorted([name, whole.name])
    if write is rule:
        assert read_rule_file(whole).id == "onvoldoende_buurt"
        return
    layer = QgsVectorLayer(str(whole), "x", "ogr")
    assert layer.isValid() and layer.featureCount() == (0 if write is areas else 2)
    assert QgsVectorLayer(str(path), "x", "ogr").loadDefaultStyle()[1] == (write is areas)


@pytest.mark.parametrize("kind", [0, 1])
def test_a_kill_leaves_no_half_squares(run, schiedam_folder, tmp_path, moments, kind):
    path = tmp_path / ("squares.gpkg", "squares.tif")[kind]
    style = tmp_path / "squares.qml"
    run("gridlayer", PACK=schiedam_folder, YEAR=2014, AS=kind, OUTPUT=path)
    before = path.read_bytes()
    moments.clear()
    run("gridlayer", PACK=schiedam_folder, YEAR=2024, AS=kind, OUTPUT=path)
    now, head = path.read_bytes(), 100  # in which QGIS notes that it has the database open
    assert moments[0][0] == before and moments[0][2][head:] == now[head:] != before[head:]
    made = {"squares.gpkg"} if kind == 0 else {"squares.qml", "squares.tif", "squares.tif.aux.xml"}  # statistics
    assert set(names(tmp_path)) <= made
    if kind == 1:
        assert [content for _before, _beside, content in moments[1:]] == [style.read_bytes()]
        assert QgsRasterLayer(str(path), "x").renderer().type() == "paletted"
    else:
        assert QgsVectorLayer(str(path), "x", "ogr").loadDefaultStyle()[1]


def test_squares_that_were_cancelled_leave_those_of_before(run, schiedam_folder, tmp_path):
    path = tmp_path / "squares.gpkg"
    run("gridlayer", PACK=schiedam_folder, YEAR=2014, AS=0, OUTPUT=path)
    before = path.read_bytes()

    class Impatient(Recorder):
        def setProgress(self, _percent):
            self.cancel()

    with pytest.raises(QgsProcessingException, match="nothing was left behind"):
        run("gridlayer", Impatient(), PACK=schiedam_folder, YEAR=2024, AS=0, OUTPUT=path)
    assert path.read_bytes() == before and names(tmp_path) == ["squares.gpkg"]


# What an output may not take the place of


def stored(path: Path, layer: str, *wkt: str) -> Path:
    """A GeoPackage of the user."""
    write_vector(path, layer, [({"naam": f"plan {n}"}, one) for n, one in enumerate(wkt)])
    return path


@pytest.mark.parametrize("how", ["path", "path and layer", "layer", "id", "name", "selection", "another way to it"])
def test_an_output_over_what_is_read(run, schiedam_folder, tmp_path, qgis_new_project, how):
    """The plans would be lost, and what else is in their file."""
    path = stored(tmp_path / "plannen.gpkg", "plannen", AREA)
    layer = QgsVectorLayer(f"{path}|layername=plannen", "mijn plannen", "ogr")
    QgsProject.instance().addMapLayer(layer)
    (tmp_path / "sub").mkdir()
    target = tmp_path / "sub" / ".." / "plannen.gpkg" if how == "another way to it" else path
    given = {
        "path": str(path),
        "path and layer": f"{path}|layername=plannen",
        "id": layer.id(),
        "name": layer.name(),
        "selection": QgsProcessingFeatureSourceDefinition(layer.id(), True),
    }.get(how, layer)
    before = path.read_bytes()
    with pytest.raises(QgsProcessingException, match=r"plannen\.gpkg is what is read here; choose another"):
        run("aggregateareas", PACK=schiedam_folder, AREAS=given, OUTPUT=target)
    assert path.read_bytes() == before
    result = run("aggregateareas", PACK=schiedam_folder, AREAS=layer, OUTPUT=f"ogr:dbname='{path}' table=\"cijfers\"")
    assert result["OUTPUT"] and {one.GetName() for one in ogr.Open(str(path))} == {"plannen", "cijfers"}


@pytest.mark.parametrize("name", ["areas.gpkg", "squares.gpkg", "classes.tif", "pack.json"])
def test_an_output_over_a_part_of_a_pack(run, schiedam_folder, tmp_path, name):
    folder = shutil.copytree(schiedam_folder, tmp_path / "pack")
    before = (folder / name).read_bytes()
    as_raster = int(name == "classes.tif")
    with pytest.raises(QgsProcessingException, match=f"{name} belongs to the data pack pack; choose another file"):
        run("gridlayer", PACK=schiedam_folder, YEAR=2024, AS=as_raster, OUTPUT=folder / name)
    assert (folder / name).read_bytes() == before
    run(
        "gridlayer",
        PACK=schiedam_folder,
        YEAR=2024,
        AS=as_raster,
        OUTPUT=folder / f"own {name}".replace("json", "gpkg"),
    )
    open_pack(folder)


def test_an_output_over_areas_of_a_project(run, schiedam_folder, tmp_path, qgis_new_project):
    path = tmp_path / "plan_projectgebieden.gpkg"
    create_areas_layer(path)
    before = path.read_bytes()
    for name, given in (("aggregateareas", {"AREAS": areas_layer(AREA)}), ("gridlayer", {"YEAR": 2024})):
        with pytest.raises(QgsProcessingException, match=r"plan_projectgebieden\.gpkg holds areas of a project"):
            run(name, PACK=schiedam_folder, OUTPUT=path, **given)
    assert path.read_bytes() == before
