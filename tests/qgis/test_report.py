# SPDX-License-Identifier: GPL-2.0-or-later
"""Reports as another reader sees them: words on the pages, letters, title, language and recipe; and house templates."""

from __future__ import annotations

import csv
import io
import re
import zipfile
from dataclasses import replace
from pathlib import Path

import pypdf
import pytest
from qgis.core import (
    Qgis,
    QgsLayoutItem,
    QgsLayoutItemLabel,
    QgsLayoutItemMap,
    QgsLayoutItemPage,
    QgsLayoutItemPicture,
    QgsLayoutSize,
    QgsLayoutUtils,
    QgsPrintLayout,
    QgsProcessingException,
    QgsProject,
    QgsReadWriteContext,
    QgsTextRenderer,
)
from qgis.PyQt.QtGui import QFontMetricsF
from qgis.PyQt.QtXml import QDomDocument
from shapely import from_wkb
from shapely.geometry import box

from leefbaar_plugin.analysis.measure import Measurer
from leefbaar_plugin.analysis.references.references import References
from leefbaar_plugin.charts.painting.contrast import contrast, text_colour
from leefbaar_plugin.layers.styles import load_palette
from leefbaar_plugin.pack.official import read_level
from leefbaar_plugin.report.content import VARIABLES, contents
from leefbaar_plugin.report.handover import HandedArea, gather, with_rings
from leefbaar_plugin.report.page import html_page
from leefbaar_plugin.report.printing import layout as layouts
from leefbaar_plugin.report.printing.flow import text_height
from leefbaar_plugin.report.printing.layout import layout_steps
from leefbaar_plugin.report.printing.maps import report_layers
from leefbaar_plugin.report.printing.pdf import attached_recipe, completed
from leefbaar_plugin.report.printing.template import (
    LANDSCAPE,
    PORTRAIT,
    Template,
    in_pieces,
    own_template,
    read_template,
)
from leefbaar_plugin.report.recipe import read_recipe
from leefbaar_plugin.report.reporting import report_steps
from leefbaar_plugin.report.sheets import areas_sheet
from leefbaar_plugin.report.steps import all_steps
from tests.desktop.reference import Reference
from tests.desktop.steps import FILES

from .conftest import ROOT, areas_layer, rows

PLAN = box(86_030, 436_020, 86_610, 436_570)
SEA = box(0, 400_000, 9, 400_009)
LONG = "Een gebied met een naam die zo lang is dat hij nergens op één regel past, ook niet op een liggende bladzijde"


def make_layout(project, name, template, areas, layers):
    return all_steps(layout_steps(project, name, template, areas, layers))


def published(code: str, year: int, column: str = "lbm", level: str = "buurten") -> float:
    """A score of an area as the ministry's own file has it."""
    with zipfile.ZipFile(next((ROOT / "resources" / "demo" / "schiedam").glob("open-data*.zip"))) as archive:
        (name,) = [one for one in archive.namelist() if f"scores {level}" in one and "__MACOSX" not in one]
        text = io.TextIOWrapper(archive.open(name), encoding="utf-8")
        key = {"buurten": "bu_code", "gemeenten": "gm_code"}[level]
        rows = csv.DictReader(text)
        return next(float(row[column]) for row in rows if (row[key], row["jaar"]) == (code, str(year)))


def written(value: float, decimals: int, signed: bool = False) -> str:
    """A number as a report in English has it."""
    return f"{value:{'+' if signed else ''}.{decimals}f}".replace("-", "−")


@pytest.fixture
def areas(schiedam):
    """An official buurt of class 5, an area of our own with a long name, and one in the sea."""
    level = read_level(schiedam, "buurt")
    at = level.code.index("BU06060001")
    return [HandedArea("Binnenstad", level.wkb[at]), HandedArea(LONG, PLAN.wkb), HandedArea("Zee", SEA.wkb)]


@pytest.fixture
def made(schiedam, areas):
    """What a report says of them."""
    measurer = Measurer(schiedam)
    found = gather(measurer, areas, schiedam.years, 10.0)
    return contents(found, References(measurer).prepare(), load_palette("own"))


def test_a_buurt_has_its_published_score(made):
    shown = made[0].values
    score = published("BU06060001", 2024)
    assert shown["lbm_score"] == f"{score:.2f}"
    assert shown["lbm_class"].startswith("5 · ") and 3.9382 <= score < 3.9993  # domain.md, section 2
    assert "Schiedam" in shown["lbm_subtitle"] and "2024" in shown["lbm_subtitle"]
    change = score - published("BU06060001", 2002)
    assert f"{change:+.3f}".replace("-", "−") in shown["lbm_change"]
    assert set(shown) == set(VARIABLES)
    first = {
        name: published("BU06060001", 2014, name) for name in ("fys", "onv", "soc", "vrz", "won")
    }  # the first year
    by_dimension = shown["lbm_change"].split("by dimension: ")[1]
    for name, value in first.items():
        change = published("BU06060001", 2024, name) - value
        assert written(change, 3, signed=True) in by_dimension, name
    since = written(score - published("BU06060001", 2014), 3, signed=True)
    assert f"Change 2014–2024 of the published scores: {since}" in shown["lbm_change"]


def test_the_gemeente_is_the_one_it_lies_in(made):
    """Named as such in rank and text, with its own published score of the year."""
    score = published("GM0606", 2024, level="gemeenten")
    for area in made[:2]:
        assert " of Schiedam" in area.values["lbm_rank"]
        assert f"For gemeente Schiedam the score is {written(score, 2)}" in area.values["lbm_text"]


def test_published_and_measured_stand_beside_each_other(schiedam, areas):
    """In the sheet of areas: what is published, and what the squares give by shapely and pandas."""
    files = ROOT / "resources" / "demo" / "schiedam"
    reference = Reference(*(files / name for name in FILES))
    sheet = areas_sheet(gather(Measurer(schiedam), areas, schiedam.years, 10.0))
    columns = {column.title: column.values for column in sheet.columns}
    assert columns["Published for this area"] == [True, False, False]
    squares = [reference.measured(from_wkb(area.outline), 2024) for area in areas[:2]]
    assert columns["Score by its squares"][:2] == pytest.approx(squares, abs=1e-9)
    assert columns["Total score"][:2] == pytest.approx([published("BU06060001", 2024), squares[1]], abs=1e-9)
    assert columns["Total score"][2] is None and columns["Score by its squares"][2] is None
    assert abs(squares[0] - published("BU06060001", 2024)) > 0.005  # else the test says nothing


@pytest.mark.parametrize(("smallest", "few"), [(1.0, False), (1.0001, True), (0.9999, False)])
def test_few_dwellings_from_both_sides(schiedam, smallest, few):
    """Exactly the smallest number is enough."""
    area = HandedArea("Plan", PLAN.wkb)
    dwellings = float(gather(Measurer(schiedam), [area], (2024,), 0.0).scores.weight_sum[0, -1])
    found = gather(Measurer(schiedam), [area], (2024,), dwellings * smallest)
    assert found.few(0) is few
    (shown,) = contents(found, References(Measurer(schiedam)).prepare(), load_palette("own"))
    assert ("Small numbers" in shown.values["lbm_warning"]) is few


@pytest.mark.parametrize(("part", "low"), [(0.999, False), (1.0, False), (1.001, True)])
def test_little_covered_from_both_sides(schiedam, monkeypatch, part, low):
    """In sheets, on the pages of a report and on a web page; exactly the least part is enough."""
    area = HandedArea("Plan", PLAN.wkb)
    covered = float(gather(Measurer(schiedam), [area], (2024,), 0.0).scores.covered[0, -1])
    assert 0 < covered < 1
    monkeypatch.setenv("LEEFBAAROMETER_SMALLEST_COVERAGE", repr(100 * covered * part))
    found = gather(Measurer(schiedam), [area], (2024,), 0.0)
    words = f"Squares with a score cover {round(100 * covered, 1):g} % of the surface"
    columns = {column.title: column.values for column in areas_sheet(found).columns}
    assert columns["Little of the surface with a score"] == [low]
    assert columns["Warning"] == [words if low else None]
    (shown,) = contents(found, References(Measurer(schiedam)).prepare(), load_palette("own"))
    assert (words in shown.values["lbm_warning"]) is low
    assert (words in html_page(found, load_palette("own"))) is low


def test_why_there_is_no_value_and_what_isnt_certain_is_handed_over(schiedam):
    """Squares that count for nothing say so; dwellings in squares of which the class isn't certain are counted."""
    _grid, published_scores, _matrix = schiedam.require_squares()
    counts = schiedam.counts
    nobody = replace(counts, dwellings=counts.dwellings * 0, households=counts.households * 0)
    empty = replace(schiedam, counts=replace(nobody, inhabitants=counts.inhabitants * 0))
    area = HandedArea("Plan", PLAN.wkb)
    found = gather(Measurer(empty), [area, HandedArea("Zee", SEA.wkb)], (2024,), 10.0)
    columns = {column.title: column.values for column in areas_sheet(found).columns}
    assert columns["Warning"][0].startswith("No value: the squares hold 0 dwellings together")
    assert columns["Warning"][1] == "No value: no square with a score" and columns["Class is certain"] == [None, None]
    page = html_page(found, load_palette("own"))
    assert "No value: the squares hold 0 dwellings together" in page and "the area lies outside" in page
    whole = gather(Measurer(schiedam), [HandedArea("Alles", box(80_000, 430_000, 95_000, 445_000).wkb)], (2024,), 10.0)
    columns = {column.title: column.values for column in areas_sheet(whole).columns}
    total = published_scores.total[:, published_scores.years.index(2024)]
    doubtful = ~schiedam.model.total_classification.certain(total) & (total == total)
    expected = Measurer(schiedam).weights.value[doubtful].sum()
    assert columns["Dwellings in squares whose class isn't certain"] == pytest.approx([expected]) and expected > 0
    assert columns["Squares without dimensions"] == [0]


def test_without_a_score_there_is_no_figure(made):
    shown = made[2].values
    assert shown["lbm_score"] == shown["lbm_rank"] == shown["lbm_change"] == shown["lbm_class_bar"] == ""
    assert "Zee" in shown["lbm_text"] and shown["lbm_class"] == "no score"


def test_few_dwellings_are_warned_of(schiedam):
    measurer = Measurer(schiedam)
    area = HandedArea("Klein", box(86_300, 436_300, 86_310, 436_310).wkb)
    found = gather(measurer, [area], (2024,), 10.0)
    (shown,) = contents(found, References(measurer).prepare(), load_palette("own"))
    assert 0 < found.scores.weight_sum[0, -1] < 10
    assert "Small numbers" in shown.values["lbm_warning"] and shown.values["lbm_rank"] == ""
    assert shown.values["lbm_change"] == ""  # one year


@pytest.fixture
def laid_out(schiedam, made):
    """The layout in each orientation, and the project of its layers."""
    projects = []

    def make(template):
        project = QgsProject()
        layers = report_layers(project, schiedam, 2024, load_palette("own"), made, 10.0)
        projects.append(project)
        return make_layout(project, "rapport", template, made, layers)

    return make


@pytest.mark.parametrize("orientation", [PORTRAIT, LANDSCAPE])
def test_every_area_has_pages_of_its_own(laid_out, made, orientation):
    layout = laid_out(own_template(orientation))
    assert layout.pageCollection().pageCount() == 5  # the sea has nothing to fill a second one
    titles = {
        item.page(): item
        for item in layout.items()
        if isinstance(item, QgsLayoutItemLabel) and item.id() == "lbm_title"
    }
    assert {page: item.text() for page, item in titles.items()} == {0: "Binnenstad", 2: LONG, 4: "Zee"}
    assert titles[2].textFormat().size() < titles[0].textFormat().size()
    chips = {
        one.page(): one for one in layout.items() if isinstance(one, QgsLayoutItemLabel) and one.id() == "lbm_class"
    }
    for page, area in zip((0, 2, 4), made, strict=True):
        ground = area.values["lbm_class_colour"]
        assert chips[page].text() == area.values["lbm_class"]
        assert contrast(chips[page].textFormat().color().name(), ground) >= 4.5
    maps = {item.page(): item for item in layout.items() if isinstance(item, QgsLayoutItemMap)}
    assert sorted(maps) == [0, 2, 4]
    for page, area in zip((0, 2, 4), made, strict=True):
        extent = maps[page].extent()
        left, below, right, above = from_wkb(area.outline).bounds
        assert extent.xMinimum() < left and extent.xMaximum() > right
        assert extent.yMinimum() < below and extent.yMaximum() > above
        assert min(extent.width(), extent.height()) < max(1.6 * max(right - left, above - below), 600)
    for item in layout.items():
        if isinstance(item, QgsLayoutItemLabel):
            assert item.text().strip() and "@lbm_" not in item.text()
            assert text_height(item) <= item.rect().height() + 0.1, (item.id(), item.page())
        if isinstance(item, QgsLayoutItemPicture) and item.id().startswith("lbm_") and item.id() != "lbm_north":
            assert item.picturePath().startswith("base64:"), item.id()
    charts = {(item.id(), item.page()) for item in layout.items() if isinstance(item, QgsLayoutItemPicture)}
    assert ("lbm_profile", 1) in charts and ("lbm_trend", 3) in charts and ("lbm_legend", 4) in charts
    assert not charts & {("lbm_class_bar", 4), ("lbm_class_bar_narrow", 4)}
    method = next(item for item in layout.items() if getattr(item, "id", str)() == "lbm_text" and item.page() == 4)
    assert "Weight: Dwellings" in method.text()


LOREM = "Zin die lang genoeg is om telkens een stuk van de bladzijde te vullen. "


@pytest.mark.parametrize("orientation", [PORTRAIT, LANDSCAPE])
@pytest.mark.parametrize("sentences", [1, 12, 22])
def test_nothing_lies_over_anything_else(schiedam, areas, orientation, sentences):
    """Short and long texts, with rings and with a warning: pages close up, and nothing gets into the foot."""
    measurer = Measurer(schiedam)
    references = References(measurer).prepare()
    found = gather(measurer, areas[:2], schiedam.years, 1e6)
    made = contents(with_rings(found, references, [(0, 250), (250, 500)]), references, load_palette("own"))
    made = [replace(one, values={**one.values, "lbm_text": LOREM * sentences}) for one in made]
    layout = make_layout(QgsProject(), "rapport", own_template(orientation), made, [])
    assert layout.pageCollection().pageCount() == 4
    tables = [one.id() for one in layout.items() if isinstance(one, QgsLayoutItemPicture) and "rings" in one.id()]
    assert len(tables) == 2
    within = {"lbm_north", "lbm_scale_bar"}
    for page in range(4):
        placed = []
        for item in layout.items():
            if isinstance(item, QgsLayoutItem) and not isinstance(item, QgsLayoutItemPage) and item.page() == page:
                x, y, size = item.pagePos().x(), item.pagePos().y(), item.rect()
                if item.id() not in within:
                    placed.append((item.id(), box(x, y, x + size.width(), y + size.height())))
        assert len(placed) >= 6
        size = layout.pageCollection().page(page).pageSize()
        sheet = box(0, 0, size.width(), size.height())
        for at, (name, shape) in enumerate(placed):
            assert sheet.covers(shape), (name, page)
            for other, where in placed[at + 1 :]:
                assert shape.intersection(where).area < 0.5, (name, other, page)


def test_rings_are_those_of_the_algorithm(run, schiedam, schiedam_folder):
    """The table in the report, against `leefbaarometer:rings` of the same area and years."""
    measurer = Measurer(schiedam)
    references = References(measurer).prepare()
    found = gather(measurer, [HandedArea("Plan", PLAN.wkb)], (2014, 2024), 10.0)
    (shown,) = contents(with_rings(found, references, [(0, 250), (250, 500)]), references, load_palette("own"))
    table = next(one for one in shown.tables if len(one.heads) == 6)
    given = {"DISTANCES": "0-250, 250-500", "YEARS": "2014,2024", "BASE": 2014}
    made = run("rings", PACK=schiedam_folder, AREAS=areas_layer(PLAN.wkt), OUTPUT="TEMPORARY_OUTPUT", **given)["OUTPUT"]
    zones = rows(made)
    now = [row for row in zones if row["year"] == 2024]
    then = [row for row in zones if row["year"] == 2014]
    assert [row[0] for row in table.rows] == ["Area", "0–250 m", "250–500 m", "Rest of the gemeente"]
    for cells, last, first in zip(table.rows, now, then, strict=True):
        assert cells[1] == f"{last['weight_sum']:,.0f}" and cells[2] == f"{last['lbm']:.2f}"
        assert cells[3] == str(last["class"]) and cells[4] == written(last["lbm"] - first["lbm"], 2, signed=True)
        low = sum(last[f"share_{number}"] for number in (1, 2, 3, 4))
        assert cells[5] == f"{100 * low:.1f}\u00a0%"
    assert shown.values["lbm_rings"].startswith("base64:")


def test_all_years_stand_in_a_table(made, schiedam, areas):
    """Against the sheets, and against what the ministry published of the buurt."""
    (table,) = made[0].tables
    assert table.heads == ("", *map(str, schiedam.years))
    cells = {row[0]: row[1:] for row in table.rows}
    for at, year in enumerate(schiedam.years):
        assert cells["Total score"][at] == written(published("BU06060001", year), 2)
    known = {year: published("BU06060001", year, "onv") for year in (2014, 2018, 2020, 2022, 2024)}
    shown = dict(zip(schiedam.years, cells["Nuisance and unsafety"], strict=True))
    assert {year: shown[year] for year in known} == {year: written(v, 2, signed=True) for year, v in known.items()}
    assert {shown[year] for year in schiedam.years if year not in known} == {"–"}
    assert made[2].tables == ()


def test_pdf_as_another_reader_sees_it(run, schiedam_folder, tmp_path, dutch):
    layer = areas_layer(PLAN.wkt, SEA.wkt)
    layer.dataProvider().changeAttributeValues({1: {0: "Plan één"}, 2: {0: "Zee"}})
    path = tmp_path / "rapport.pdf"
    run("report", PACK=schiedam_folder, AREAS=layer, OUTPUT=path)
    book = pypdf.PdfReader(path)
    assert len(book.pages) == 3
    words = [" ".join(page.extract_text().split()) for page in book.pages]
    assert "Plan één" in words[0] and "Plan één" in words[1] and "Zee" in words[2]
    assert "geen causaal model" in words[0]
    assert book.metadata.title == "Leefbaarometer of 2 areas, 2024"
    assert book.trailer["/Root"]["/Lang"] == "nl-NL"
    recipe = read_recipe(book.attachments["leefbaarometer_recipe.json"][0].decode(), path.name)
    assert [area.name for area in recipe.areas] == ["Plan één", "Zee"]
    fonts = {str(font) for page in book.pages for font in page["/Resources"]["/Font"]}
    assert fonts and path.read_bytes().count(b"/FontFile") >= 1  # embedded
    figures = recipe.areas[0].figures[2024]
    assert f"{figures['lbm']:.2f}" in words[0]
    again = tmp_path / "opnieuw.csv"
    told = run("replay", INPUT=path, PACK=schiedam_folder, OUTPUT="TEMPORARY_OUTPUT", AGAIN=again)
    assert told["DIFFERENCES"] == 0


def test_pages_are_numbered_through_and_letters_are_letters(run, schiedam_folder, tmp_path):
    """Of areas with two pages and with one; figures of charts and tables are words that can be looked for."""
    layer = areas_layer(PLAN.wkt, SEA.wkt, box(86_330, 436_020, 87_000, 436_570).wkt)
    path = tmp_path / "rapport.pdf"
    run("report", PACK=schiedam_folder, AREAS=layer, OUTPUT=path)
    book = pypdf.PdfReader(path)
    words = [" ".join(page.extract_text().split()) for page in book.pages]
    numbers = [re.findall(r"\d+ / \d+", text) for text in words]
    assert numbers == [[f"{at} / 5"] for at in range(1, 6)]
    recipe = read_recipe(attached_recipe(path.read_bytes()), path.name)
    for area, text in zip((0, 2), (words[1], words[4]), strict=True):
        figures = recipe.areas[area].figures
        for year in (2002, 2014, 2024):
            assert f"{figures[year]['lbm']:.2f}" in text
        assert written(figures[2024]["onv"], 2, signed=True) in text and "Nuisance and unsafety" in text
    assert "7 · good" in words[0]  # the legend
    assert [text.split()[0] for text in words] == ["a1", "a1", "a2", "a3", "a3"]  # is read first


def test_items_lie_over_each_other_as_in_the_template(schiedam, made):
    """Although they are loaded in pieces, and each area after the other."""
    project = QgsProject()
    template = own_template(PORTRAIT)
    whole = QgsPrintLayout(project)
    document = QDomDocument()
    document.setContent(template.path.read_text(encoding="utf-8"))
    whole.loadFromTemplate(document, QgsReadWriteContext(), True)

    def order(layout, pages):
        there = [item for item in layout.items() if isinstance(item, QgsLayoutItem) and item.id()]
        stacked = sorted((item for item in there if item.page() in pages), key=lambda item: item.zValue())
        return [item.id() for item in stacked]

    expected = order(whole, (0, 1))
    pieces = in_pieces(document)
    assert len(pieces) > 2
    for parts in ((read_template(template),), pieces):
        layout = all_steps(layouts.laid_out(project, "rapport", template, parts, made[:2], []))
        for pages in ((0, 1), (2, 3)):
            shown = order(layout, pages)
            assert len(shown) > 20 and shown == [name for name in expected if name in shown]


def test_a_report_that_is_given_up_leaves_nothing(schiedam, made, areas, tmp_path):
    """After every step, as Cancel does."""
    found = gather(Measurer(schiedam), areas, schiedam.years, 10.0)
    for ending in (".pdf", ".odt"):
        path = tmp_path / f"rapport{ending}"
        for count in (1, 3, 5):
            project = QgsProject()
            layers = report_layers(project, schiedam, 2024, load_palette("own"), areas, 10.0)
            steps = report_steps(path, project, found, made, own_template(PORTRAIT), layers)
            fractions = [next(steps) for _ in range(count)]
            steps.close()
            assert fractions == sorted(fractions) and 0 <= fractions[0] <= fractions[-1] < 1
            assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("width", [30.0, 81.0, 180.0])
@pytest.mark.parametrize("bold", [False, True])
def test_heights_of_texts_are_those_of_qgis(qgis_app, width, bold):
    """Rows are counted by us, for QGIS takes long for a long text; a row more than it has at most."""
    project = QgsProject()
    layout = QgsPrintLayout(project)
    label = QgsLayoutItemLabel(layout)
    letters = label.textFormat()
    letters.setSize(9.5)
    letters.setForcedBold(bold)
    label.setTextFormat(letters)
    layout.addLayoutItem(label)
    label.attemptResize(QgsLayoutSize(width, 100))
    context = QgsLayoutUtils.createRenderContextForLayout(layout, None)
    flags, mode = Qgis.TextRendererFlag.WrapLines, Qgis.TextLayoutMode.Rectangle
    more = 0
    for text in ("", "kort", "één\ntwee", LOREM, LOREM * 3, LOREM * 8, "−0,04 · " * 40, "Rotterdam " * 30):
        label.setText(text)
        across = (width - 2 * label.marginX()) * context.scaleFactor()
        high = QgsTextRenderer.textHeight(context, letters, text.split("\n"), mode, None, flags, across)
        row = QgsTextRenderer.textHeight(context, letters, ["x", "x"], mode) - QgsTextRenderer.textHeight(
            context, letters, ["x"], mode
        )
        needed = high / context.scaleFactor() + 2 * label.marginY()
        assert needed - 0.1 <= text_height(label) <= needed + 1.1 * row / context.scaleFactor() + 1.0, text
        more += text_height(label) > needed + 0.9 * row / context.scaleFactor()
    assert more <= 3


@pytest.mark.parametrize("orientation", [PORTRAIT, LANDSCAPE])
def test_a_word_that_is_longer_than_the_page_is_broken(schiedam, made, orientation):
    """QGIS would cut it off; every piece fits, and the pages close up around two rows of a title."""
    name = "Projectgebied_Herstructurering_Nieuwland_Oost_" + "fase" * 20
    areas = [replace(made[0], name=name, values={**made[0].values, "lbm_title": name})]
    project = QgsProject()
    layout = make_layout(project, "rapport", own_template(orientation), areas, [])
    titles = [item for item in layout.items() if getattr(item, "id", str)() in ("lbm_title", "lbm_head")]
    assert len(titles) == 2
    for label in titles:
        assert label.text().replace(" ", "") == name and (" " in label.text() or label.id() == "lbm_head")
        metrics = QFontMetricsF(
            label.textFormat().scaledFont(QgsLayoutUtils.createRenderContextForLayout(layout, None))
        )
        dots = QgsLayoutUtils.createRenderContextForLayout(layout, None).scaleFactor()
        assert all(metrics.horizontalAdvance(word) <= label.rect().width() * dots for word in label.text().split())
    shown = [item for item in layout.items() if isinstance(item, QgsLayoutItem) and item.id()]
    for page in range(2):
        foot = next(item for item in shown if item.id() == "lbm_foot" and item.page() == page).pagePos().y()
        for item in shown:
            if item.page() == page and item.id() not in ("lbm_source", "lbm_page", "lbm_foot"):
                assert item.pagePos().y() + item.rect().height() <= foot, item.id()


def test_png_of_the_first_page(run, schiedam_folder, tmp_path):
    path = tmp_path / "kaart.png"
    run("report", PACK=schiedam_folder, AREAS=areas_layer(PLAN.wkt), ORIENTATION=1, OUTPUT=path)
    assert path.read_bytes()[:8] == b"\x89PNG\r\n\x1a\n" and path.stat().st_size > 20_000


@pytest.fixture
def house_style(tmp_path, qgis_app) -> Path:
    """A template of an office: one page with two of our variables, one of QGIS's own, and a word of the office."""
    project = QgsProject()
    layout = QgsPrintLayout(project)
    page = QgsLayoutItemPage(layout)
    page.setPageSize("A5")
    layout.pageCollection().addPage(page)
    for text in ("[% @lbm_title %]: [% @lbm_score %]", "[% @layout_numpages %]", "Gemeente Ergens"):
        item = QgsLayoutItemLabel(layout)
        item.setText(text)
        layout.addLayoutItem(item)
    path = tmp_path / "huisstijl.qpt"
    layout.saveAsTemplate(str(path), QgsReadWriteContext())
    return path


def test_house_style(laid_out, made, house_style):
    layout = laid_out(Template("huisstijl", house_style))
    texts = sorted(item.text() for item in layout.items() if isinstance(item, QgsLayoutItemLabel))
    score = made[0].values["lbm_score"]
    assert layout.pageCollection().pageCount() == 3 and f"Binnenstad: {score}" in texts
    assert texts.count("[% @layout_numpages %]") == texts.count("Gemeente Ergens") == 3


def test_a_name_that_reads_like_an_expression(schiedam, made, house_style, monkeypatch):
    """Labels of a layout evaluate what stands in them; the name of an area is letters."""
    monkeypatch.setenv("LEEFBAAR_SECRET", "out of the machine")
    name = "[% env('LEEFBAAR_SECRET') %] [%1+1%] [% %] %] [%"
    area = replace(made[0], values={**made[0].values, "lbm_title": name})
    project = QgsProject()
    layers = report_layers(project, schiedam, 2024, load_palette("own"), [area], 10.0)
    for template in (Template("huisstijl", house_style), own_template(PORTRAIT)):
        layout = make_layout(project, "rapport", template, [area], layers)
        shown = [item.currentText() for item in layout.items() if isinstance(item, QgsLayoutItemLabel)]
        titles = [text for text in shown if "1+1" in text]
        assert titles and all(text.startswith(name) for text in titles)
        assert not any("out of the machine" in text for text in shown)


@pytest.mark.parametrize("text", ["", "geen xml", "<Layout/>", "<html></html>"])
def test_no_template(run, schiedam_folder, tmp_path, text):
    template, path = tmp_path / "kapot.qpt", tmp_path / "rapport.pdf"
    template.write_text(text, encoding="utf-8")
    with pytest.raises(QgsProcessingException, match=r"kapot\.qpt"):
        run("report", PACK=schiedam_folder, AREAS=areas_layer(PLAN.wkt), TEMPLATE=template, OUTPUT=path)
    assert [one.name for one in tmp_path.iterdir()] == ["kapot.qpt"]


def test_a_pdf_of_another_program_stays_as_it_is():
    assert completed(b"%PDF-1.7 anders", "titel", "nl", "{}") == b"%PDF-1.7 anders"
    assert attached_recipe(b"%PDF-1.7 anders") is None


def test_every_class_can_be_read_on_its_colour(schiedam, made):
    """The outermost classes have dark colours: their names are in light letters."""
    palette = load_palette("own")
    areas = [
        replace(
            made[0], values={**made[0].values, "lbm_class": colour, "lbm_class_colour": colour, "lbm_class_ink": ink}
        )
        for colour, ink in zip(palette.colours, map(text_colour, palette.colours), strict=True)
    ]
    project = QgsProject()
    layout = make_layout(project, "rapport", own_template(PORTRAIT), areas, [])
    chips = [item for item in layout.items() if isinstance(item, QgsLayoutItemLabel) and item.id() == "lbm_class"]
    letters = {item.text(): item.textFormat().color().name() for item in chips}
    assert sorted(letters) == sorted(palette.colours)
    assert all(contrast(letter, ground) >= 4.5 for ground, letter in letters.items())
    assert letters[palette.colours[0]] == letters[palette.colours[8]] == "#ffffff"
