# SPDX-License-Identifier: GPL-2.0-or-later
"""One truth per area: every official area of waterweg has the published score and class, whoever asks for it.

The published scores are read from the release by pandas, the classes by the bounds of the domain file.
"""

from __future__ import annotations

import io
import zipfile
from dataclasses import replace

import numpy as np
import pandas as pd
import pytest
import shapely

from leefbaar_plugin.analysis.change.area_changes import changes_of, changes_of_level
from leefbaar_plugin.analysis.change.monitor import monitor_areas
from leefbaar_plugin.analysis.comparison import OwnArea, compare
from leefbaar_plugin.analysis.groups.area_groups import GEMEENTEN, groups_of
from leefbaar_plugin.analysis.groups.group_figures import cover_groups, group_scores
from leefbaar_plugin.analysis.lookup import Lookup
from leefbaar_plugin.analysis.measure import Measurer, Recipe, basis_columns, level_scores
from leefbaar_plugin.analysis.references.own_gemeente import gemeente_values
from leefbaar_plugin.analysis.references.references import References
from leefbaar_plugin.analysis.relations.relations import RelationChoice, relate_table
from leefbaar_plugin.analysis.same_squares import trend_on_same
from leefbaar_plugin.analysis.signals.finder import SignalFinder, own_areas
from leefbaar_plugin.analysis.signals.rule_set import load_rule
from leefbaar_plugin.engine.areas.figures import figures_of
from leefbaar_plugin.engine.squares.weights import EQUAL
from leefbaar_plugin.pack.importing.importer import import_edition
from leefbaar_plugin.pack.official import read_level
from leefbaar_plugin.pack.official_scores import is_same_outline, official_scores
from leefbaar_plugin.pack.pack import Pack, open_pack
from leefbaar_plugin.pack.reading.inspection import inspect
from leefbaar_plugin.pack.references.reference_sets import gemeente_id
from leefbaar_plugin.pack.tables.user_table import table_of

BOUNDS = (3.677, 3.7484, 3.8208, 3.9382, 3.9993, 4.11241, 4.19181, 4.27023)
DEVIATIONS = (-0.235179, -0.156786, -0.078393, -0.0391965, 0.0391965, 0.078393, 0.156786, 0.235179)
DIMENSIONS = ("fys", "onv", "soc", "vrz", "won")
LEVELS = ("buurt", "wijk", "gemeente")
NAMES = {"buurt": "scores buurten", "wijk": "scores wijken", "gemeente": "scores gemeenten"}
CODES = {"buurt": "bu_code", "wijk": "wk_code", "gemeente": "gm_code"}


@pytest.fixture(scope="module")
def release(shared) -> dict[str, pd.DataFrame]:
    """The published scores of all areas, by code and year, with their classes."""
    found = {}
    with zipfile.ZipFile(shared / "demo" / "waterweg" / "open-data-leefbaarometer-meting-2024.zip") as archive:
        for level, name in NAMES.items():
            member = next(one for one in archive.namelist() if name in one and "__MACOSX" not in one)
            frame = pd.read_csv(io.BytesIO(archive.read(member)), float_precision="round_trip")
            frame = frame.set_index([CODES[level], "jaar"]).sort_index()
            frame["class"] = np.searchsorted(BOUNDS, frame["lbm"], side="right") + 1
            for name in DIMENSIONS:
                classes = np.searchsorted(DEVIATIONS, frame[name], side="right") + 1
                frame[f"class_{name}"] = np.where(frame[name].isna(), 0, classes)
            found[level] = frame
    return found


@pytest.fixture(scope="module")
def waterweg(shared, tmp_path_factory) -> Pack:
    folder = tmp_path_factory.mktemp("packs") / "waterweg"
    return open_pack(import_edition(inspect([shared / "demo" / "waterweg"]), folder).folder)


@pytest.fixture(scope="module")
def measurer(waterweg) -> Measurer:
    return Measurer(waterweg)


@pytest.fixture(scope="module")
def references(measurer) -> References:
    return References(measurer).prepare()


def published(release, level: str, codes: list[str], column: str = "lbm") -> np.ndarray:
    """A column of the release by area and year."""
    return release[level][column].unstack().loc[codes].to_numpy()


def check(release, level: str, codes: list[str], total, classes, stated=None) -> None:
    """Scores and classes of areas in all years against the release; what isn't in it has to be marked as measured."""
    expected = published(release, level, codes)
    there = ~np.isnan(expected)
    assert there.mean() > 0.95
    np.testing.assert_array_equal(np.where(there, total, np.nan), expected)
    np.testing.assert_array_equal(np.where(there, classes, 0), np.nan_to_num(published(release, level, codes, "class")))
    if stated is not None:
        np.testing.assert_array_equal(stated, there)


def drawn(pack: Pack, level: str):
    """The official areas of a level that are known by their outline.

    Not the wijken of a single buurt with an outline: their outline is that buurt's, and so are the figures of whoever
    draws it; by their code they have their own, as the tests by level show.
    """
    areas = read_level(pack, level)
    there = [at for at, wkb in enumerate(areas.wkb) if wkb is not None]
    if level == "wijk":
        buurten = read_level(pack, "buurt")
        wijk_of = [code[2:8] for code, wkb in zip(buurten.code, buurten.wkb, strict=True) if wkb is not None]
        there = [at for at in there if wijk_of.count(areas.code[at][2:8]) > 1]
        assert len(there) > 15
    return areas.where(there)


def test_the_release_says_something_else_than_the_squares(waterweg, measurer, release):
    areas = drawn(waterweg, "buurt")
    squares = measurer.scores(measurer.cover(areas.wkb)[1])
    differ = np.abs(squares.total - published(release, "buurt", areas.code))
    classes = published(release, "buurt", areas.code, "class")
    changed = (squares.classes != classes) & ~np.isnan(classes)
    assert np.nanmax(differ) > 1e-3 and changed.sum() > 10, "else the tests below prove nothing"


@pytest.mark.parametrize("level", LEVELS)
def test_the_panel_and_expressions(waterweg, measurer, release, level):
    areas = drawn(waterweg, level)
    measured = measurer.measure(areas.wkb)
    total, classes = measured.scores.total, measured.scores.classes
    check(release, level, areas.code, total, classes, measured.scores.is_published)
    assert [one.code for one in measured.official] == areas.code and not any(one.is_part for one in measured.official)
    for at, year in enumerate(waterweg.years):
        lookup = Lookup(measurer, year)
        for row, wkb in enumerate(areas.wkb):
            figures = figures_of(waterweg.model, measured.scores, row, year)
            assert figures.published is bool(measured.scores.is_published[row, at])
            if np.isnan(total[row, at]):
                assert figures.total is lookup.score(wkb) is lookup.class_number(wkb) is None
                continue
            assert (lookup.score(wkb), lookup.class_number(wkb)) == (total[row, at], classes[row, at])
            assert (figures.total, figures.class_number) == (total[row, at], classes[row, at])
            if not figures.published:
                continue
            assert figures.measured == measured.scores.from_squares.total[row, at]
            for name in DIMENSIONS:
                number = lookup.class_number(wkb, None, name)
                assert (number or 0) == release[level].loc[(areas.code[row], year), f"class_{name}"]


@pytest.mark.parametrize("level", LEVELS)
@pytest.mark.parametrize("recipe", [Recipe(), Recipe(weight=EQUAL, rule="centre")])
def test_find(waterweg, release, level, recipe):
    finder = SignalFinder(Measurer(waterweg, recipe))
    tables = []
    for year in waterweg.years:
        found = finder.find(load_rule("onvoldoende_buurt"), level, year)
        codes = found.areas.code
        assert sorted(codes) == sorted(set(release[level].index.get_level_values(0)))
        tables.append(pd.DataFrame(found.columns("nl")))
        gaps = tables[-1]["lbm"] - tables[-1]["lbm_squares"]
        np.testing.assert_array_equal(gaps.astype(float), tables[-1]["lbm_diff"].astype(float))
    total, classes, stated = (np.column_stack([one[name] for one in tables]) for name in ("lbm", "class", "published"))
    check(release, level, codes, total.astype(float), classes, stated == True)  # noqa: E712 (None without a score)


def test_conditions_look_at_the_published_class(waterweg, measurer, release):
    found = SignalFinder(measurer).find(load_rule("aandachtsbuurt"), "buurt")
    frame = release["buurt"]["class"].unstack().loc[found.areas.code]
    low = (frame.iloc[:, -6:] <= 4) & frame.iloc[:, -6:].notna()
    np.testing.assert_array_equal(found.judgement.values["duration"], low.sum(axis=1))
    onv = published(release, "buurt", found.areas.code, "onv")[:, -1]
    ranks = (onv[:, None] >= onv[None, :]).mean(axis=1)
    np.testing.assert_allclose(found.judgement.values["safety"], ranks, atol=1e-12)


@pytest.mark.parametrize("level", LEVELS)
@pytest.mark.parametrize("squares", ["same", "own"])
def test_monitor(waterweg, references, release, level, squares):
    areas = drawn(waterweg, level)
    found = monitor_areas(references, areas.wkb, waterweg.years, 2014, squares).monitor
    total = found.scores.total[:-1]
    check(release, level, areas.code, total, found.scores.classes[:-1], found.scores.is_published[:-1])
    base = waterweg.years.index(2014)
    expected = published(release, level, areas.code)
    change = expected - expected[:, [base]]
    there = ~np.isnan(change)
    np.testing.assert_allclose(found.change[:-1, :, 0][there], change[there], atol=1e-12)
    cities = published(release, "gemeente", areas.gemeente)
    np.testing.assert_array_equal(found.city_total[:-1], cities)
    ranks = 1 + (total[None, :, :] > total[:, None, :] + 1e-9).sum(axis=1)
    np.testing.assert_array_equal(found.rank[:-1], ranks)


@pytest.mark.parametrize("level", LEVELS)
@pytest.mark.parametrize("theme", ["lbm", "onv"])
def test_relate(waterweg, measurer, release, level, theme):
    codes = sorted(set(release[level].index.get_level_values(0)))
    table = table_of("figures", {CODES[level]: codes, "x": [float(at % 7) for at in range(len(codes))]})
    for at, year in enumerate(waterweg.years):
        value = published(release, level, codes, theme)[:, at]
        if np.isnan(value).all():
            continue
        found = relate_table(waterweg, table, RelationChoice(level, theme, year, "x"), measurer)
        assert found.areas.code == codes
        there = ~np.isnan(value)
        np.testing.assert_array_equal(found.score[there], value[there])
        name = "class" if theme == "lbm" else f"class_{theme}"
        np.testing.assert_array_equal(found.classes[there], published(release, level, codes, name)[there, at])
        squares = relate_table(waterweg, table, replace(found.choice, measured=True), measurer)
        assert not np.array_equal(squares.score, value, equal_nan=True), "asked for by name: what the squares give"


@pytest.mark.parametrize("level", LEVELS)
def test_development(waterweg, measurer, release, level):
    for since, until in ((2014, 2024), (2002, 2008), (2022, 2024)):
        found = changes_of_level(waterweg, level, since, until, measurer)
        ends = [waterweg.years.index(since), waterweg.years.index(until)]
        codes = found.areas.code
        expected = published(release, level, codes)[:, ends]
        total, there = found.scores.total, ~np.isnan(expected)
        np.testing.assert_array_equal(found.scores.published, there)
        np.testing.assert_array_equal(total[there], expected[there])
        classes = published(release, level, codes, "class")[:, ends]
        np.testing.assert_array_equal(found.scores.classes[there], classes[there])
        both = there.all(axis=1)
        np.testing.assert_array_equal(found.published, both)
        np.testing.assert_allclose(found.found.change.total[both], (total[:, 1] - total[:, 0])[both], atol=1e-12)
        areas = drawn(waterweg, level)
        own = changes_of(measurer, areas.wkb, since, until)
        rows = [codes.index(code) for code in areas.code]
        np.testing.assert_array_equal(own.scores.total, total[rows])
        np.testing.assert_array_equal(own.scores.classes, found.scores.classes[rows])
        np.testing.assert_array_equal(own.found.change.themes, found.found.change.themes[rows])
        np.testing.assert_array_equal(own.found.classes, found.found.classes[rows])


def test_references_groups_and_comparisons(waterweg, measurer, references, release):
    areas = drawn(waterweg, "gemeente")
    for row, code in enumerate(areas.code):
        for year in waterweg.years:
            expected = release["gemeente"].loc[(code, year)]
            for figures in (
                references.figures(gemeente_id(code), year),
                references.figures_on_same(gemeente_id(code), year),
                figures_of(waterweg.model, trend_on_same(measurer, [areas.wkb[row]]).scores, 0, year),
                compare(measurer, [OwnArea(1, "x", areas.wkb[row])]).figures(0, year),
            ):
                assert (figures.total, figures.class_number) == (expected["lbm"], expected["class"])
    groups = cover_groups(measurer, groups_of(waterweg, GEMEENTEN))
    codes = [group.id for group in groups.groups]
    np.testing.assert_array_equal(group_scores(groups).total, published(release, "gemeente", codes))
    found, _outlines, values = gemeente_values(measurer, "soc", 2020)
    assert values == [release["gemeente"].loc[(code, 2020), "soc"] for code in found]


def test_an_area_that_is_not_official_is_measured(waterweg, measurer):
    areas = drawn(waterweg, "buurt")
    outline = shapely.from_wkb(areas.wkb[0])
    around = outline.buffer(20).wkb
    corners = np.array(outline.geoms[0].exterior.coords)
    corners[3] += 15  # one corner moved
    edited = shapely.Polygon(corners).buffer(0).wkb
    measured = measurer.measure([areas.wkb[0], around, edited])
    assert [one is not None for one in measured.official] == [True, False, False]
    assert measured.scores.is_published[:, -1].tolist() == [True, False, False]
    columns = basis_columns(measured.scores, len(waterweg.years) - 1)
    assert columns["published"] == [True, False, False] and columns["lbm_diff"][1:] == [0.0, 0.0]
    assert columns["lbm_diff"][0] == measured.scores.total[0, -1] - columns["lbm_squares"][0] != 0


def test_outlines_are_the_same_wherever_they_begin(waterweg):
    outline = shapely.from_wkb(drawn(waterweg, "buurt").wkb[2])
    ring = np.array(outline.geoms[0].exterior.coords)
    turned = np.concatenate([ring[5:-1], ring[:6]])
    shaken = turned + np.random.default_rng(1).uniform(-0.2, 0.2, turned.shape)
    shaken[-1] = shaken[0]
    for other in (turned, turned[::-1], shaken, ring + 0.3):
        holes = [hole.coords for hole in outline.geoms[0].interiors]
        assert is_same_outline(outline.wkb, shapely.Polygon(other, holes).wkb)
    assert not is_same_outline(outline.wkb, shapely.Polygon(ring + 1.5).wkb)
    assert not is_same_outline(outline.wkb, shapely.box(*outline.bounds).wkb) and not is_same_outline(None, outline.wkb)


def test_without_squares_there_is_what_is_published(waterweg, release):
    bare = replace(waterweg, grid=None, published=None, matrix=None, counts=None)
    areas = read_level(bare, "buurt")
    scores = level_scores(bare, areas, (2014, 2024))
    ends = [waterweg.years.index(2014), waterweg.years.index(2024)]
    np.testing.assert_array_equal(scores.total, published(release, "buurt", areas.code)[:, ends])
    assert np.isnan(scores.total).any() and not scores.is_published[np.isnan(scores.total)].any()
    assert np.isnan(scores.class_shares).all() and np.isnan(scores.from_squares.total).all()


def test_where_nothing_is_published_the_squares_tell(edition, make_pack):
    """One buurt has a score in one year only; the other year is measured, and says so."""
    paths = edition.all()
    buurten = edition.folder / "buurten.csv"
    lines = buurten.read_text(encoding="utf-8").splitlines()
    kept = [line for line in lines if not (line.startswith('"BU00010001"') and ",2022," in line)]
    assert len(kept) == len(lines) - 1
    buurten.write_text("\n".join(kept) + "\n", encoding="utf-8")
    pack = make_pack(paths)
    areas = read_level(pack, "buurt")
    measurer = Measurer(pack)
    scores = level_scores(pack, areas, None, measurer)
    at = areas.code.index("BU00010001")
    assert scores.is_published[at].tolist() == [False, True] and scores.is_published.sum() == scores.published.size - 1
    squares = measurer.scores(measurer.cover(areas.wkb)[1])
    assert scores.total[at, 0] == squares.total[at, 0] and scores.total[at, 1] != squares.total[at, 1]
    own = changes_of(measurer, areas.wkb, 2022, 2024)
    assert own.published.tolist() == [one != at for one in range(len(areas))]
    assert own.found.change.total[at] == pytest.approx(squares.total[at, 1] - squares.total[at, 0], abs=1e-12)
    assert own.scores.published[at].tolist() == [False, True] and own.scores.total[at, 1] == scores.total[at, 1]
    found = SignalFinder(measurer).find(load_rule("dalers"), "buurt", 2024, 2022)
    assert found.judgement.values["net"][at] == pytest.approx(own.found.change.total[at], abs=1e-12)
    assert official_scores(pack) is official_scores(pack)
    mine = SignalFinder(measurer).find(load_rule("dalers"), own_areas(areas.name, areas.wkb), 2024, 2022)
    np.testing.assert_array_equal(mine.judgement.values["net"], found.judgement.values["net"])
