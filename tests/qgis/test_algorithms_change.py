# SPDX-License-Identifier: GPL-2.0-or-later
"""`leefbaarometer:rings` and `leefbaarometer:monitor`: the same figures as the data room, and what goes wrong."""

from __future__ import annotations

import pytest
from qgis.core import QgsProcessingException, QgsVectorLayer
from shapely.geometry import box

from leefbaar_plugin.analysis.change.change_tables import monitor_columns, surroundings_columns
from leefbaar_plugin.analysis.change.monitor import monitor_areas
from leefbaar_plugin.analysis.change.waterbed import WaterbedQuestion, surround
from leefbaar_plugin.analysis.measure import Measurer
from leefbaar_plugin.analysis.references.references import References
from leefbaar_plugin.pack.importing.importer import import_edition
from leefbaar_plugin.pack.pack import open_pack
from leefbaar_plugin.pack.reading.inspection import inspect
from tests.builders import Edition

from .conftest import Recorder, areas_layer, in_crs, official, rows

WEST, EAST = box(86_000, 436_000, 86_600, 436_600), box(86_400, 436_300, 87_000, 436_900)
SEA = box(0, 400_000, 500, 400_500)
HERE = {"OUTPUT": "TEMPORARY_OUTPUT"}


def same(found, expected):
    """The same value, figures but for the last digits."""
    if isinstance(expected, float):
        return found == pytest.approx(expected, rel=1e-12, abs=1e-12)
    return found == expected


def test_rings_give_the_figures_of_the_data_room(run, schiedam_folder):
    pack = open_pack(schiedam_folder)
    layer = areas_layer(WEST.wkt, EAST.wkt)
    made = run("rings", PACK=schiedam_folder, AREAS=layer, DISTANCES="0-250, 250-500", BASE=2014, **HERE)["OUTPUT"]
    question = WaterbedQuestion(((0.0, 250.0), (250.0, 500.0)), pack.years, 2014, 10.0)
    found = surround(References(Measurer(pack)), [WEST.wkb, EAST.wkb], question)
    tables = [surroundings_columns(pack.model, found, year, "en") for year in pack.years]
    written = rows(made)
    assert len(written) == 2 * 4 * len(pack.years)
    assert [row["name"] for row in written[:: 4 * len(pack.years)]] == ["a1", "a2"]
    for number, row in enumerate(written):
        zone, at = divmod(number, len(pack.years))
        for name, values in tables[at].items():
            assert same(row[name], values[zone]), (number, name)
    shapes = [feature.geometry() for feature in made.getFeatures()]
    assert made.crs().authid() == "EPSG:28992"
    assert shapes[0].area() == pytest.approx(360_000) and shapes[len(pack.years)].area() > 0
    whole = {row["zone"]: 0.0 for row in written}
    for row, shape in zip(written[: 4 * len(pack.years) : len(pack.years)], shapes[:: len(pack.years)]):
        whole[row["zone"]] += shape.area()
    assert whole["ring"] == pytest.approx(sum(zone_area(found, 0, n) for n in (1, 2)), rel=1e-9)


def zone_area(found, area, zone):
    return found.scores.surface[found.row(area, zone)]


@pytest.mark.parametrize("distances", ["250, 500", [250, 500], "0-250; 250-500"])
def test_distances_in_any_writing(run, schiedam_folder, distances):
    made = run(
        "rings", PACK=schiedam_folder, AREAS=areas_layer(WEST.wkt), DISTANCES=distances, YEARS=[2014, 2024], **HERE
    )
    found = rows(made["OUTPUT"])
    assert [(row["inner"], row["outer"]) for row in found[2:6:2]] == [(0, 250), (250, 500)]
    assert {row["year"] for row in found} == {2014, 2024} and {row["since"] for row in found} == {2014}


def test_another_coordinate_system_gives_the_same(run, schiedam_folder):
    layer = areas_layer(WEST.wkt)
    parameters = {"PACK": schiedam_folder, "DISTANCES": "250", "YEARS": "2024", "BASE": 2014}
    here, there = (
        run("rings", AREAS=one, **parameters, **HERE)["OUTPUT"] for one in (layer, in_crs(layer, "EPSG:4326"))
    )
    assert there.crs().authid() == "EPSG:28992"
    for one, other in zip(rows(here), rows(there), strict=True):
        assert one["weight_sum"] == pytest.approx(other["weight_sum"], rel=1e-5) and one["zone"] == other["zone"]


def test_monitor_gives_the_figures_of_the_data_room(run, schiedam_folder):
    pack = open_pack(schiedam_folder)
    layer = areas_layer(WEST.wkt, EAST.wkt)
    for squares in (0, 1):
        made = run("monitor", PACK=schiedam_folder, AREAS=layer, BASE=2014, SQUARES=squares, **HERE)["OUTPUT"]
        kind = ("same", "own")[squares]
        found = monitor_areas(References(Measurer(pack)), [WEST.wkb, EAST.wkb], pack.years, 2014, kind)
        tables = [monitor_columns(pack.model, found, year, "en") for year in pack.years]
        written = rows(made)
        assert len(written) == 3 * len(pack.years)
        for number, row in enumerate(written):
            place, at = divmod(number, len(pack.years))
            assert row["name"] == ("a1", "a2", None)[place]
            for name, values in tables[at].items():
                assert same(row[name], values[place]), (number, name)
    last = list(made.getFeatures())[-1]
    assert last["kind"] == "set" and last.geometry().area() == pytest.approx(WEST.union(EAST).area)


def test_monitor_of_official_areas(run, schiedam_folder):
    buurten = rows(official(schiedam_folder))
    codes = [buurten[3]["code"], buurten[0]["code"]]
    log = Recorder()
    made = run(
        "monitor", log, PACK=schiedam_folder, CODES=f"{codes[0]}, BU99990101; {codes[1]}", YEARS="2014 2024", **HERE
    )["OUTPUT"]
    found = rows(made)
    assert [row["code"] for row in found] == [codes[0]] * 2 + [codes[1]] * 2 + [None] * 2
    assert any("1 code matches nothing and is left out: BU99990101." in text for text in log.warnings)
    assert any("aren't the whole country" in text for text in log.infos)
    everything = rows(run("monitor", PACK=schiedam_folder, YEARS="2024", **HERE)["OUTPUT"])
    assert len(everything) == len(buurten) + 1 and {row["base"] for row in everything} == {2024}
    places = sorted(row["rank"] for row in everything if row["rank"])
    assert places[0] == 1 and places[-1] <= len(buurten)
    gemeente = rows(run("monitor", PACK=schiedam_folder, LEVEL=2, YEARS="2024", **HERE)["OUTPUT"])
    assert len(gemeente) == 2 and gemeente[0]["gemeente_diff"] == pytest.approx(0, abs=1e-12)


@pytest.mark.parametrize(
    ("name", "parameters", "sentence"),
    [
        ("rings", {"DISTANCES": "500, 250"}, "Distance 250 has to be larger than the one before it"),
        ("rings", {"DISTANCES": "-250"}, "“-250” is no distance"),
        ("rings", {"DISTANCES": "ver"}, "“ver” is no distance"),
        ("rings", {"BASE": 2015}, "Year 2015 isn't in the data pack"),
        ("rings", {"YEARS": "2013"}, "Year 2013 isn't in the data pack"),
        ("rings", {"YEARS": "soon"}, "“soon” is no year"),
        ("monitor", {"BASE": 2015}, "Year 2015 isn't in the data pack"),
        ("monitor", {"YEARS": "1999,2024"}, "Year 1999 isn't in the data pack"),
        ("monitor", {"AREAS": None, "CODES": "BU1,BU2"}, "None of the codes is one of level .*: BU1, BU2"),
        ("monitor", {"AREAS": None, "LEVEL": 3}, "The data have no outlines of level"),
    ],
)
def test_what_makes_no_sense(run, schiedam_folder, name, parameters, sentence):
    given = {"PACK": schiedam_folder, "AREAS": areas_layer(WEST.wkt), "DISTANCES": "250", **HERE} | parameters
    if name == "monitor":
        del given["DISTANCES"]
    with pytest.raises(QgsProcessingException, match=sentence):
        run(name, **given)


@pytest.mark.parametrize("name", ["rings", "monitor"])
def test_areas_that_are_none(run, schiedam_folder, name):
    with pytest.raises(QgsProcessingException, match="no coordinate system"):
        run(name, PACK=schiedam_folder, AREAS=areas_layer(WEST.wkt, crs=""), **HERE)
    with pytest.raises(QgsProcessingException, match="expected are areas"):
        run(name, PACK=schiedam_folder, AREAS=areas_layer("POINT(86000 436000)", kind="Point"), **HERE)
    log = Recorder()
    made = run(name, log, PACK=schiedam_folder, AREAS=areas_layer(None, SEA.wkt, WEST.wkt), YEARS="2024", **HERE)
    found = rows(made["OUTPUT"])
    assert any("Area 1 (feature 1) is empty." in text for text in log.infos)
    assert any("Area 2 (feature 2) lies outside the scored squares" in text for text in log.infos)
    each = 4 if name == "rings" else 1
    assert all(row["lbm"] is None and row["weight_sum"] == 0 for row in found[: 2 * each])
    assert found[2 * each]["lbm"] is not None
    empty = run(name, log, PACK=schiedam_folder, AREAS=areas_layer(), YEARS="2024", **HERE)["OUTPUT"]
    assert any("The layer has no areas." in text for text in log.warnings)
    assert empty.featureCount() == (0 if name == "rings" else 1)


@pytest.mark.parametrize("name", ["rings", "monitor"])
def test_cancel_leaves_nothing(run, schiedam_folder, tmp_path, name):
    target = tmp_path / "uit.gpkg"
    with pytest.raises(QgsProcessingException, match="Cancelled"):
        run(name, Recorder(cancel_at=20), PACK=schiedam_folder, AREAS=official(schiedam_folder), OUTPUT=target)
    assert not target.exists()


@pytest.mark.parametrize("name", ["rings", "monitor"])
def test_a_geopackage_with_an_invalid_area(run, schiedam_folder, tmp_path, name):
    bow = "POLYGON((86000 436000, 86600 436600, 86600 436000, 86000 436600, 86000 436000))"
    log, target = Recorder(), tmp_path / "uit voer é.gpkg"
    run(name, log, PACK=schiedam_folder, AREAS=areas_layer(bow, WEST.wkt), YEARS="2024", OUTPUT=target)
    assert any("is an invalid polygon and was repaired" in text for text in log.warnings)
    layer = QgsVectorLayer(str(target), "", "ogr")
    assert layer.isValid() and layer.featureCount() == (8 if name == "rings" else 3)
    assert all(feature.geometry().isGeosValid() for feature in layer.getFeatures())


def test_without_outlines_of_gemeenten_there_is_no_rest_to_compare_with(run, tmp_path):
    edition = Edition(tmp_path)
    paths = [edition.grid_csv(), edition.grid_gpkg(), edition.counts_gpkg()]
    pack = open_pack(import_edition(inspect(paths), tmp_path / "pack").folder)
    x, y = float(pack.grid.column[0]) * 100, float(pack.grid.row[0]) * 100
    log = Recorder()
    area = areas_layer(f"POLYGON(({x} {y}, {x + 200} {y}, {x + 200} {y + 200}, {x} {y + 200}, {x} {y}))")
    found = rows(run("rings", log, PACK=pack.folder, AREAS=area, DISTANCES="250", YEARS="2024", **HERE)["OUTPUT"])
    said = "The data have no outlines of gemeenten, so there is no rest of the gemeente to compare with."
    assert said in log.warnings and not any("in no gemeente that is whole" in text for text in log.warnings)
    assert found[0]["lbm"] is not None and found[-1]["zone"] == "rest" and found[-1]["lbm"] is None


def test_rings_that_meet_other_areas_are_said(run, schiedam_folder):
    log = Recorder()
    layer = areas_layer(WEST.wkt, EAST.wkt)
    parameters = {"PACK": schiedam_folder, "AREAS": layer, "DISTANCES": "250", "YEARS": "2024"}
    usual = rows(run("rings", log, **parameters, **HERE)["OUTPUT"])
    assert any("Rings of 2 areas overlap other areas" in text for text in log.infos)
    assert not any("gemeente" in text for text in log.warnings), "they lie in one that is whole"
    log = Recorder()
    apart = rows(run("rings", log, WITHOUT_OTHERS=True, **parameters, **HERE)["OUTPUT"])
    assert not any("overlap other areas" in text for text in log.infos)
    assert apart[1]["weight_sum"] < usual[1]["weight_sum"] and apart[0] == usual[0]
