# SPDX-License-Identifier: GPL-2.0-or-later
"""`leefbaarometer:export` and `leefbaarometer:replay`: cells as another reader sees them, and figures made again."""

from __future__ import annotations

import csv
import json
import os
import sqlite3
from dataclasses import replace
from html.parser import HTMLParser

import openpyxl
import pytest
from qgis.core import (
    QgsExpression,
    QgsExpressionContext,
    QgsExpressionContextUtils,
    QgsProcessingException,
    QgsVectorLayer,
)
from shapely.geometry import box, shape

from leefbaar_plugin.analysis.measure import Measurer
from leefbaar_plugin.layers.styles import load_palette
from leefbaar_plugin.pack.files.resources import load_model, plugin_version
from leefbaar_plugin.pack.importing.importer import import_edition
from leefbaar_plugin.pack.pack import open_pack
from leefbaar_plugin.pack.reading.inspection import inspect
from leefbaar_plugin.report.editions import compare_editions, differences_sheet
from leefbaar_plugin.report.handover import HandedArea
from leefbaar_plugin.report.replay import Difference

from .conftest import ROOT, Recorder, areas_layer, rows

PLAN, PARK = box(86_030, 436_020, 86_610, 436_570), box(86_330, 436_020, 87_000, 436_570)
SEA = box(0, 400_000, 9, 400_009)
DIMENSIONS = ("fys", "onv", "soc", "vrz", "won")


@pytest.fixture
def layer():
    """Two areas, the name of one of which a spreadsheet would take for a formula."""
    found = areas_layer(PLAN.wkt, PARK.wkt)
    found.dataProvider().changeAttributeValues({1: {0: "=SUM(A1) & <b>één</b>"}, 2: {0: "0012"}})
    return found


@pytest.fixture
def figures(run, schiedam_folder, layer):
    """What aggregateareas gives of the same areas, by name and year."""
    made = run("aggregateareas", PACK=schiedam_folder, AREAS=layer, YEARS="all", OUTPUT="TEMPORARY_OUTPUT")["OUTPUT"]
    return {(row["name"], row["year"]): row for row in rows(made)}


def near(value):
    return pytest.approx(value, rel=1e-9, abs=1e-12)


def table(sheet):
    head, *body = [[cell.value for cell in row] for row in sheet.iter_rows()]
    return head, body


def test_workbook_has_numbers_that_are_those_of_the_algorithm(run, schiedam_folder, layer, figures, tmp_path):
    path = tmp_path / "cijfers.xlsx"
    run("export", PACK=schiedam_folder, AREAS=layer, YEARS="2014,2024", OUTPUT=path)
    book = openpyxl.load_workbook(path)
    assert book.sheetnames == ["Areas", "Classes", "Dimensions", "Trend", "Change", "Method", "leefbaarometer_recipe"]
    head, body = table(book["Areas"])
    assert [row[0] for row in body] == ["=SUM(A1) & <b>één</b>", "0012"]  # text, and the zeros stay
    assert all(cell.data_type == "s" for cell in book["Areas"]["A"])
    for row in body:
        of = figures[row[0], 2024]
        found = dict(zip(head, row, strict=True))
        assert found["Year"] == 2024 and found["Total score"] == near(of["lbm"])
        assert found["Class"] == of["class"] and found["Class name"] == of["class_name"]
        assert found["Dwellings"] == near(of["weight_sum"]) and found["Squares"] == of["squares"]
        assert found["Part of the surface with a score"] == near(of["covered"])
        assert found["Squares with an estimated count"] == of["imputed"]
        assert found["Nuisance and unsafety"] == near(of["onv"])
    head, body = table(book["Classes"])
    assert [row[1] for row in body] == [2014, 2024, 2014, 2024]
    for row in body:
        of = figures[row[0], row[1]]
        assert row[2:11] == [near(of[f"share_{number}"]) for number in range(1, 10)]
        assert row[11] == near(sum(of[f"share_{number}"] for number in range(1, 5)))
    assert head[2] == "1 clearly insufficient" or head[2].startswith("1 ")
    _, body = table(book["Dimensions"])
    for row in body:
        of = figures[row[0], row[1]]
        assert row[2:] == [near(of["afw"]), *(near(of[name]) for name in DIMENSIONS)]
        assert sum(row[3:]) == pytest.approx(row[2], abs=1e-9)
    head, body = table(book["Trend"])
    assert head == ["Area", "2014", "2024"]
    for row in body:
        assert row[1:] == [near(figures[row[0], year]["lbm"]) for year in (2014, 2024)]
    method = dict(table(book["Method"])[1])
    assert method["Weight"] == "Dwellings" and method["Years"] == "2014, 2024"
    assert method["Made with"] == f"leefbaar_plugin {plugin_version()}" and plugin_version()[0].isdigit()
    assert (
        "2024" in method["Source"]
        and "causal" in method["Mind"]
        and "synthetic" in method["Demonstration data"].lower()
    )


def test_change_is_on_the_same_squares(run, schiedam_folder, layer, tmp_path):
    path = tmp_path / "cijfers.xlsx"
    run("export", PACK=schiedam_folder, AREAS=layer, YEARS="2014,2024", OUTPUT=path)
    made = run("development", PACK=schiedam_folder, AREAS=layer, SINCE=2014, UNTIL=2024, OUTPUT="TEMPORARY_OUTPUT")
    head, body = table(openpyxl.load_workbook(path)["Change"])
    for row, of in zip(body, rows(made["OUTPUT"]), strict=True):
        found = dict(zip(head, row, strict=True))
        assert (found["From"], found["Until"]) == (2014, 2024)
        assert found["Change of the total score"] == pytest.approx(
            of["change_lbm"] if "change_lbm" in of else of["change"], abs=1e-9
        )


@pytest.mark.parametrize(("style", "sign", "comma", "mark"), [(1, ";", ",", b"\xef\xbb\xbf"), (2, ",", ".", b"A")])
def test_csv_dutch_and_international(run, schiedam_folder, layer, figures, tmp_path, style, sign, comma, mark):
    path = tmp_path / "cijfers.csv"
    run("export", PACK=schiedam_folder, AREAS=layer, YEARS=2024, CSV_STYLE=style, OUTPUT=path)
    assert path.read_bytes().startswith(mark) and b"\r\n" in path.read_bytes()
    lines = list(csv.reader(path.read_text(encoding="utf-8-sig").splitlines(), delimiter=sign))
    head, first, second, empty, *method = lines
    assert first[0] == "'=SUM(A1) & <b>één</b>" and second[0] == "0012" and empty == []
    score = dict(zip(head, second, strict=True))["Total score"]
    assert comma in score and float(score.replace(",", ".")) == near(figures["0012", 2024]["lbm"])
    assert ["Weight", "Dwellings"] in method and method[-1][0] == "Mind"


def test_geopackage_and_geojson_hold_outlines_and_figures(run, schiedam_folder, layer, figures, tmp_path):
    path = tmp_path / "cijfers.gpkg"
    run("export", PACK=schiedam_folder, AREAS=layer, YEARS="2014,2024", OUTPUT=path)
    with sqlite3.connect(path) as connection:
        names = {row[0] for row in connection.execute("SELECT table_name FROM gpkg_contents")}
        assert names == {"Areas", "Classes", "Dimensions", "Trend", "Change", "layer_styles"}
        assert connection.execute("SELECT srs_id FROM gpkg_geometry_columns").fetchall() == [(28992,)]
        score = connection.execute('SELECT "Total score" FROM "Areas" ORDER BY fid').fetchall()
    assert [one[0] for one in score] == [near(figures[name, 2024]["lbm"]) for name in ("=SUM(A1) & <b>één</b>", "0012")]
    path = tmp_path / "cijfers.geojson"
    run("export", PACK=schiedam_folder, AREAS=layer, YEARS="2014,2024", OUTPUT=path)
    document = json.loads(path.read_text(encoding="utf-8"))
    plan = shape(document["features"][0]["geometry"])
    assert 4.3 < plan.centroid.x < 4.5 and 51.8 < plan.centroid.y < 52.0  # Schiedam, in degrees
    assert document["features"][1]["properties"]["Area"] == "0012"
    assert document["method"]["Weight"] == "Dwellings"


def test_geopackage_opens_in_colours_with_its_method(run, schiedam_folder, layer, figures, tmp_path, dutch):
    """As QGIS reads it by itself: style and metadata of the layer, without the plugin."""
    path = tmp_path / "cijfers.gpkg"
    run("export", PACK=schiedam_folder, AREAS=layer, YEARS="2014,2024", OUTPUT=path)
    opened = QgsVectorLayer(f"{path}|layername=Areas", "x", "ogr")
    renderer = opened.renderer()
    assert renderer.type() == "categorizedSymbol" and renderer.classAttribute() == '"Class"'
    colours = {one.value(): one.symbol().color().name().lower() for one in renderer.categories()}
    assert colours == {at: one.lower() for at, one in enumerate(load_palette("own").colours, start=1)}
    assert renderer.categories()[3].label() == "4 · zwak"
    (first, second) = opened.getFeatures()
    context = QgsExpressionContext(QgsExpressionContextUtils.globalProjectLayerScopes(opened))
    context.setFeature(second)
    expression = QgsExpression(opened.labeling().settings().fieldName)
    assert opened.labelsEnabled() and expression.evaluate(context) == f"0012\n{figures['0012', 2024]['lbm']:.2f}"
    about = opened.metadata()
    assert "Weight: Dwellings" in about.abstract() and "2024" in about.rights()[0]
    assert "causaal" in about.constraints()[0].constraint and about.language() == "nl"
    assert first["Class"] == figures[first["Area"], 2024]["class"]


@pytest.mark.parametrize("ending", ["xlsx", "ods", "gpkg", "geojson"])
def test_made_again_with_the_same_pack_every_figure_is_the_same(run, schiedam_folder, layer, tmp_path, ending):
    path, again = tmp_path / f"cijfers.{ending}", tmp_path / f"again.{ending}"
    run("export", PACK=schiedam_folder, AREAS=layer, WEIGHT=2, RULE=1, OUTPUT=path)
    made = run("replay", INPUT=path, PACK=schiedam_folder, AGAIN=again, OUTPUT="TEMPORARY_OUTPUT")
    assert made["DIFFERENCES"] == 0 and rows(made["OUTPUT"]) == []
    # two areas, nine years, score, five dimensions, weight and squares
    assert made["REPORT"].startswith(f"All {2 * 9 * 8} figures of 2 areas are the same")
    twice = run("replay", INPUT=again, PACK=schiedam_folder, OUTPUT="TEMPORARY_OUTPUT")
    assert twice["DIFFERENCES"] == 0


def test_another_pack_gives_a_list_of_what_differs_and_why(run, schiedam_folder, without_counts, layer, tmp_path):
    path = tmp_path / "cijfers.xlsx"
    run("export", PACK=schiedam_folder, AREAS=layer, YEARS="2024", OUTPUT=path)
    recorder = Recorder()
    made = run("replay", recorder, INPUT=path, PACK=without_counts, OUTPUT="TEMPORARY_OUTPUT")
    found = rows(made["OUTPUT"])
    assert made["DIFFERENCES"] == len(found) == 2 * 7  # all but the number of squares
    plain = run("aggregateareas", PACK=without_counts, AREAS=layer, OUTPUT="TEMPORARY_OUTPUT")["OUTPUT"]
    now = {row["name"]: row["lbm"] for row in rows(plain)}
    scores = [row for row in found if row["figure"] == "lbm"]
    assert [row["now"] for row in scores] == [near(now[row["name"]]) for row in scores]
    assert "other source files: cbs_vk100_2024_v1.gpkg" in made["REPORT"]
    assert "the weight used is equal, for the data pack has no dwellings" in made["REPORT"]
    assert recorder.warnings


def test_a_revised_year_is_listed_alone(run, schiedam_folder, layer, tmp_path):
    """A figure in the recipe that the pack gives otherwise, as after a revision of that year."""
    path = tmp_path / "cijfers.geojson"
    run("export", PACK=schiedam_folder, AREAS=layer, YEARS="2014,2024", OUTPUT=path)
    document = json.loads(path.read_text(encoding="utf-8"))
    document["leefbaarometer_recipe"]["areas"][1]["figures"]["2014"]["soc"] += 0.01
    document["leefbaarometer_recipe"]["pack"]["edition"] = "2022"
    path.write_text(json.dumps(document), encoding="utf-8")
    made = run("replay", INPUT=path, PACK=schiedam_folder, OUTPUT="TEMPORARY_OUTPUT")
    (row,) = rows(made["OUTPUT"])
    assert (row["name"], row["year"], row["figure"]) == ("0012", 2014, "soc")
    assert row["then"] - row["now"] == pytest.approx(0.01, abs=1e-12)
    assert "another edition: 2022 then, 2024 now" in made["REPORT"]


@pytest.mark.parametrize(
    ("spoil", "told"),
    [
        (lambda d: d.pop("leefbaarometer_recipe"), "holds no recipe"),
        (lambda d: d["leefbaarometer_recipe"].update(format=2), "format 2"),
        (lambda d: d["leefbaarometer_recipe"].update(measured={}), "recipe in x.geojson is damaged"),
        (lambda d: d["leefbaarometer_recipe"]["measured"].update(weight="gold"), "recipe in x.geojson is damaged"),
        (lambda d: d["leefbaarometer_recipe"]["areas"][0].update(outline="zz"), "recipe in x.geojson is damaged"),
        (lambda d: d["leefbaarometer_recipe"]["pack"].update(model="lbm2"), "can't be compared"),
        (lambda d: d["leefbaarometer_recipe"].update(years=[1999]), "none of the years 1999"),
    ],
)
def test_damaged_recipes_are_refused(run, schiedam_folder, layer, tmp_path, spoil, told):
    path = tmp_path / "x.geojson"
    run("export", PACK=schiedam_folder, AREAS=layer, YEARS="2024", OUTPUT=path)
    document = json.loads(path.read_text(encoding="utf-8"))
    spoil(document)
    path.write_text(json.dumps(document), encoding="utf-8")
    with pytest.raises(QgsProcessingException, match=told):
        run("replay", INPUT=path, PACK=schiedam_folder, OUTPUT="TEMPORARY_OUTPUT")


def test_files_of_others_hold_no_recipe(run, schiedam_folder, tmp_path):
    for name, text in (("a.csv", "x,y\n1,2\n"), ("b.json", "[1]"), ("c.xlsx", "no workbook")):
        path = tmp_path / name
        path.write_text(text)
        with pytest.raises(QgsProcessingException, match=name):
            run("replay", INPUT=path, PACK=schiedam_folder, OUTPUT="TEMPORARY_OUTPUT")


def test_a_target_that_can_not_be_written_is_told_and_what_was_there_stays(run, schiedam_folder, layer, tmp_path):
    if os.geteuid() == 0:
        folder = tmp_path / "folder.xlsx"  # root may write everywhere: a folder stands in the way
        folder.mkdir()
        (folder / "kept.txt").write_text("kept")
        with pytest.raises(QgsProcessingException, match=r"folder\.xlsx"):
            run("export", PACK=schiedam_folder, AREAS=layer, YEARS=2024, OUTPUT=folder)
        assert (folder / "kept.txt").read_text() == "kept"
    assert [path.name for path in tmp_path.iterdir()] == ["folder.xlsx"]


def test_an_ending_that_is_not_known_is_refused(run, schiedam_folder, layer, tmp_path):
    with pytest.raises(QgsProcessingException, match=r"cijfers\.pdf: the ending must be one of"):
        run("export", PACK=schiedam_folder, AREAS=layer, OUTPUT=tmp_path / "cijfers.pdf")
    assert list(tmp_path.iterdir()) == []


def test_areas_outside_the_data_have_empty_cells(run, schiedam_folder, tmp_path):
    recorder = Recorder()
    path = tmp_path / "cijfers.xlsx"
    run("export", recorder, PACK=schiedam_folder, AREAS=areas_layer(SEA.wkt, None), YEARS=2024, OUTPUT=path)
    head, (row,) = table(openpyxl.load_workbook(path)["Areas"])
    found = dict(zip(head, row, strict=True))
    assert found["Total score"] is None and found["Class"] is None and found["Squares"] == 0
    assert any("left out: 1" in text for text in recorder.warnings)


def test_an_earlier_edition_as_pack(run, schiedam_folder, layer, tmp_path):
    files = ROOT.parent / "shared" / "data" / "layouts" / "2022"
    if not files.is_dir():
        pytest.skip("needs ../shared/data")
    demo = ROOT / "resources" / "demo" / "schiedam"
    found = inspect([files, demo / "geometrie-lbm3-2024.zip", demo / "cbs_vk100_2024_v1.gpkg"])
    earlier = import_edition(found, tmp_path / "2022").folder
    path = tmp_path / "cijfers.xlsx"
    run("export", PACK=schiedam_folder, AREAS=layer, OUTPUT=path)
    made = run("replay", INPUT=path, PACK=earlier, OUTPUT="TEMPORARY_OUTPUT")
    assert "years that the data pack lacks: 2024" in made["REPORT"]
    gone = [row for row in rows(made["OUTPUT"]) if row["year"] == 2024]
    assert len(gone) == 2 * 8 and all(row["now"] is None for row in gone)
    assert load_model("lbm3").years[-1] == 2024


@pytest.fixture(scope="session")
def edition_2022(tmp_path_factory):
    """Folder of the pack of the edition before, in the ministry's layout of then; skips without the shared data."""
    files = ROOT.parent / "shared" / "data" / "layouts" / "2022"
    if not files.is_dir():
        pytest.skip("needs ../shared/data")
    demo = ROOT / "resources" / "demo" / "schiedam"
    found = inspect([files, demo / "geometrie-lbm3-2024.zip", demo / "cbs_vk100_2024_v1.gpkg"])
    return import_edition(found, tmp_path_factory.mktemp("packs") / "2022").folder


NAMES = ("lbm", *DIMENSIONS, "weight_sum", "squares")


def of_pack(run, folder, layer):
    """Figures by area, year and name, by another algorithm; only the years of the pack."""
    made = run("aggregateareas", PACK=folder, AREAS=layer, YEARS="all", OUTPUT="TEMPORARY_OUTPUT")["OUTPUT"]
    return {(row["name"], row["year"], name): row[name] for row in rows(made) for name in NAMES}


def expected_differences(then, now):
    """What a careful person would list: every figure of then that isn't the same now, or isn't there."""
    listed = {}
    for key, before in then.items():
        after = now.get(key)
        if before is None and after is None:
            continue
        if before is None or after is None or abs(before - after) > 1e-9 * max(1.0, abs(before)):
            listed[key] = (before, after)
    return listed


def test_the_list_of_another_edition_is_right(run, schiedam_folder, edition_2022, layer, tmp_path):
    """Both ways, against the figures that `aggregateareas` gives of each edition."""
    now, before = of_pack(run, schiedam_folder, layer), of_pack(run, edition_2022, layer)
    for first, second, then, after in (
        (schiedam_folder, edition_2022, now, before),
        (edition_2022, schiedam_folder, before, now),
    ):
        path = tmp_path / f"cijfers-{then is now}.xlsx"
        run("export", PACK=first, AREAS=layer, OUTPUT=path)
        made = run("replay", INPUT=path, PACK=second, OUTPUT="TEMPORARY_OUTPUT")
        listed = {(row["name"], row["year"], row["figure"]): (row["then"], row["now"]) for row in rows(made["OUTPUT"])}
        expected = expected_differences(then, after)
        assert set(listed) == set(expected) and made["DIFFERENCES"] == len(expected)
        for key, (old, new) in expected.items():
            assert listed[key][0] == (None if old is None else near(old))
            assert listed[key][1] == (None if new is None else near(new))
        assert "another edition" in made["REPORT"]
    assert len(expected_differences(now, before)) >= 2 * 8  # all of 2024, at least


def test_a_revised_back_year_of_another_edition_is_found(run, schiedam, edition_2022, layer):
    """Own areas measured with both editions: the list of the panel holds what was revised, and nothing else."""
    before = open_pack(edition_2022)
    areas = [HandedArea("Plan", PLAN.wkb), HandedArea("Park", PARK.wkb)]
    found = compare_editions(before, schiedam, areas, Measurer(schiedam).recipe, 10.0)
    assert (found.before, found.now) == (before.edition, schiedam.edition)
    years = {one.year for one in found.found.differences}
    assert years <= set(before.years)
    revised = replace(found.found, differences=(Difference("Plan", 2014, "soc", 0.1, 0.25),))
    sheet = differences_sheet(revised)
    assert [column.title for column in sheet.columns] == ["Area", "Year", "Figure", "Then", "Now", "Difference"]
    assert sheet.rows == [("Plan", 2014, "Social cohesion", 0.1, 0.25, pytest.approx(0.15))]


class Page(HTMLParser):
    """Cells of all rows of a page, its tags, and the text."""

    def __init__(self):
        super().__init__()
        self.rows, self.tags, self.text, self._cell = [], [], "", False

    def handle_starttag(self, tag, attributes):
        self.tags.append((tag, dict(attributes)))
        if tag == "tr":
            self.rows.append([])
        if tag in ("td", "th"):
            self.rows[-1].append("")
        self._cell = tag in ("td", "th") or (self._cell and tag not in ("tr", "h3", "p"))

    def handle_endtag(self, tag):
        if tag in ("td", "th"):
            self._cell = False

    def handle_data(self, data):
        self.text += data
        if self._cell:
            self.rows[-1][-1] += data


def test_page_has_every_figure_in_a_table_and_nothing_from_elsewhere(
    run, schiedam_folder, layer, figures, tmp_path, dutch
):
    path = tmp_path / "cijfers.html"
    run("export", PACK=schiedam_folder, AREAS=layer, YEARS="2014,2022,2024", OUTPUT=path)
    text = path.read_text(encoding="utf-8")
    page = Page()
    page.feed(text)
    assert ("html", {"lang": "nl"}) in page.tags
    assert not {tag for tag, _ in page.tags} & {"script", "link", "img", "iframe", "b"}  # a name stays text
    addresses = [value for _, given in page.tags for name, value in given.items() if name in ("href", "src")]
    assert addresses == ["#a1", "#a2"]
    of = figures["=SUM(A1) & <b>één</b>", 2024]

    def dutch_number(value, decimals, signed=False):
        made = f"{abs(value) if signed else value:.{decimals}f}".replace(".", ",")
        return ("+" if value > 0 else "−") + made if signed else made

    cells = {row[0]: row[1] for row in page.rows[1:11] if len(row) == 2}
    for number in range(1, 10):
        (value,) = [value for name, value in cells.items() if name.startswith(f"{number} ·")]
        assert value == f"{dutch_number(100 * of[f'share_{number}'], 1)} %"
    rows_of = {row[0]: row[1] for row in page.rows[:30]}
    assert rows_of["Overlast en onveiligheid".lower()] == dutch_number(of["onv"], 2, True)
    assert rows_of["2024"] == dutch_number(of["lbm"], 2)
    assert f"{of['class']} · " in page.text
    bars = [given for tag, given in page.tags if tag == "rect" and given.get("height") == "44"]
    first = [float(given["width"]) for given in bars[: sum(of[f"share_{n}"] > 0 for n in range(1, 10))]]
    assert sum(first) == pytest.approx(640, abs=0.6)
    assert [width / 640 for width in first] == pytest.approx(
        [of[f"share_{n}"] for n in range(1, 10) if of[f"share_{n}"]], abs=2e-4
    )
    assert "geen causaal model" in page.text and "synthetisch" in page.text.lower()
