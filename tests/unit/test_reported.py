# SPDX-License-Identifier: GPL-2.0-or-later
"""The figures of the letters: on hand-made squares where yes and no are plain, and counted again with pandas."""

from __future__ import annotations

import itertools
import zipfile
from types import SimpleNamespace

import numpy as np
import pandas as pd
import pytest

from leefbaar_plugin.analysis.cautions import Caution
from leefbaar_plugin.analysis.groups.area_groups import COROP, groups_of
from leefbaar_plugin.analysis.groups.group_figures import cover_areas, cover_groups
from leefbaar_plugin.analysis.measure import Measurer, Recipe
from leefbaar_plugin.analysis.reported.movers import Movement, moved, moved_columns
from leefbaar_plugin.analysis.reported.own_figure import figure_by_class, quadrants_by_gemeente
from leefbaar_plugin.analysis.reported.question import ReportedQuestion, all_squares, reported_columns
from leefbaar_plugin.analysis.reported.spread import _spread, spread_columns
from leefbaar_plugin.analysis.signals.letters import load_letters, load_reported
from leefbaar_plugin.analysis.signals.rule_set import load_rule
from leefbaar_plugin.engine.areas.coverage import Coverage
from leefbaar_plugin.engine.errors import InputError
from leefbaar_plugin.engine.squares.matrix import score_matrix
from leefbaar_plugin.engine.squares.scoring import PublishedScores
from leefbaar_plugin.pack.files.resources import load_model
from leefbaar_plugin.pack.references.partitions import COROP_PLUS, load_partitions, load_regions
from tests.unit.signal_cases import REFERENCE, YEARS
from tests.unit.test_signals_official import BOUNDS, SIDES, finder, independent  # noqa: F401  fixtures


def asked(figure, since=2022, until=2024, **more):
    return ReportedQuestion(figure, since, until, **more)


# --- hand-made --------------------------------------------------------------------------------------------------------


def test_the_balance_turns_only_when_it_goes_to_the_other_side():
    pairs = [(2014, 2016, 30, 10), (2016, 2018, 40, 40), (2018, 2020, 20, 5), (2020, 2022, 5, 20), (2022, 2024, 0, 0)]
    columns = moved_columns([Movement(*one, None, None) for one in pairs])
    assert columns["turned"] == [None, False, False, True, False]
    assert columns["ratio"] == [3.0, 1.0, 4.0, 0.25, None]
    assert moved_columns([])["turned"] == []


def hand_made(totals, homes):
    """A measurer of squares with these totals by year, and one area of all of them."""
    model = load_model("lbm3")
    total = np.array(totals, float)
    parts = np.zeros((*total.shape, 5))
    parts[..., 1] = total - REFERENCE
    matrix = score_matrix(model, PublishedScores(YEARS, total, total - REFERENCE, parts))
    pack = SimpleNamespace(model=model, years=YEARS, require_squares=lambda: (None, None, matrix))
    weights = SimpleNamespace(value=np.array(homes, float), kind="dwellings")
    squares = len(totals)
    area = Coverage(np.array([0, squares]), np.arange(squares), np.ones(squares), np.array([squares * 1e4]))
    return SimpleNamespace(pack=pack, weights=weights), area


def test_spread_by_hand():
    mean, spread, low, high = _spread(np.array([4.0, 4.2, 3.8]), np.array([2.0, 1.0, 1.0]))
    assert (mean, low, high) == (4.0, 3.8, 4.2) and spread == pytest.approx(np.sqrt(0.08 / 4))
    assert all(np.isnan(_spread(np.array([4.0]), np.array([0.0]))))
    tenth = _spread(np.arange(10.0), np.ones(10))
    assert tenth[2:] == (0.0, 8.0)  # a tenth lies at 0, and a tenth above 8


@pytest.mark.parametrize(
    ("last", "apart", "course"),
    [(0.30, "apart", "constant"), (0.10, "together", "constant"), (0.20, None, "constant")],
)
def test_good_and_weak_parts_grow_apart_or_together(last, apart, course):
    half = [0.2, 0.2, 0.2, 0.2, last]
    measurer, area = hand_made([[4 - one for one in half], [4 + one for one in half]], [50, 50])
    columns = spread_columns(measurer, area, ["here"])
    assert columns["apart"] == [None, None, None, None, apart] and set(columns["course"]) == {course}
    assert columns["gap"] == pytest.approx([2 * one for one in half]) and columns["mean"] == pytest.approx([4.0] * 5)
    assert columns["change_gap"][0] is None and columns["spread"][0] == pytest.approx(0.2)


@pytest.mark.parametrize(("change", "course"), [(0.04, "constant"), (0.06, "variable")])
def test_a_course_is_constant_or_variable(change, course):
    measurer, area = hand_made([[4.0, 4.0, 4.0, 4.0, 4.0 + change]], [10])
    columns = spread_columns(measurer, area, ["here"])
    assert set(columns["course"]) == {course} and columns["range"][0] == pytest.approx(change)
    nothing = spread_columns(*hand_made([[np.nan] * 5], [10]), ["here"])
    assert nothing["course"] == [None] * 5 and nothing["mean"] == [None] * 5


# --- against pandas ---------------------------------------------------------------------------------------------------


@pytest.mark.official
def test_movers_of_every_pair(independent, finder):  # noqa: F811
    measurer = finder.measurer
    columns = reported_columns(all_squares(measurer), asked("movers"), "nl")
    years = measurer.pack.years
    assert list(zip(columns["since"], columns["until"])) == list(itertools.pairwise(years))
    weight = independent.weight["dwellings"]
    for row, (since, until) in enumerate(itertools.pairwise(years)):
        first, last = (
            independent.scores[independent.scores["jaar"] == y].set_index("grid_id")["lbm"] for y in (since, until)
        )
        change = (last - first).dropna()
        start, end = (np.searchsorted(BOUNDS, one[change.index], side="right") + 1 for one in (first, last))
        up = (change >= 0.078393) & (start <= 3) & (end >= 4) & (end <= 5)
        down = (change <= -0.078393) & (start <= 4)
        assert columns["risen"][row] == pytest.approx(weight[change.index[up]].sum())
        assert columns["fallen"][row] == pytest.approx(weight[change.index[down]].sum())
    assert sum(columns["risen"]) + sum(columns["fallen"]) > 0


@pytest.mark.official
def test_sums_and_concentration(independent, finder):  # noqa: F811
    measurer = finder.measurer
    sums = reported_columns(all_squares(measurer), asked("sums"), "nl")
    for row, year in enumerate(sums["year"]):
        scores = independent.scores[independent.scores["jaar"] == year].dropna(subset=["lbm"])
        weight = independent.weight.loc[scores["grid_id"]]
        low, lowest = (scores["lbm"] < 3.9382).to_numpy(), (scores["lbm"] < 3.8208).to_numpy()
        for kind in ("inhabitants", "households", "dwellings"):
            assert sums[kind][row] == pytest.approx(weight[kind].sum())
            assert sums[f"{kind}_1_4"][row] == pytest.approx(weight[kind][low].sum())
            assert sums[f"{kind}_1_3"][row] == pytest.approx(weight[kind][lowest].sum())
    change = np.diff(sums["dwellings_1_4"])
    assert sums["change_dwellings_1_4"][0] is None and sums["change_dwellings_1_4"][1:] == pytest.approx(
        change.tolist()
    )
    found = finder.find(load_rule("onvoldoende_buurt"), "buurt")
    outlines = [found.areas.wkb[place] for place in found.places()]
    covered = cover_areas(measurer, outlines, ["set"] * len(outlines))
    part = reported_columns(covered, asked("concentration"), "nl")
    codes = [found.areas.code[place] for place in found.places()]
    inside = independent.count(2024, "inhabitants", 1, 3)[codes].sum()
    assert part["inhabitants_1_3"][-1] == pytest.approx(inside, rel=1e-6)
    assert part["whole_inhabitants_1_3"] == pytest.approx(sums["inhabitants_1_3"])
    assert part["part_1_3"][-1] == pytest.approx(inside / sums["inhabitants_1_3"][-1], rel=1e-6)
    assert 0.3 < part["part_1_3"][-1] < 1


@pytest.mark.official
def test_shares_against_liveability_of_a_set_and_of_the_reference(independent, finder):  # noqa: F811
    measurer = finder.measurer
    areas = finder.find(load_rule("onvoldoende_buurt"), "buurt").areas
    chosen = [at for at, wkb in enumerate(areas.wkb) if wkb][:20]
    covered = cover_areas(measurer, [areas.wkb[at] for at in chosen], ["set"] * 20)
    for highest in (3, 4):
        columns = reported_columns(covered, asked("against", highest=highest), "en")
        made = independent.table(2024, "dwellings")
        made = made[made["code"].isin([areas.code[at] for at in chosen])]
        everything = independent.scores[independent.scores["jaar"] == 2024].dropna(subset=["lbm"])
        weight = independent.weight.loc[everything["grid_id"], "dwellings"].to_numpy()
        for row, dimension in enumerate(columns["dimension"]):
            bad = np.searchsorted(SIDES, made[dimension], side="right") + 1 <= highest
            own = made["w"][bad].sum() / made["w"].sum()
            all_bad = np.searchsorted(SIDES, everything[dimension], side="right") + 1 <= highest
            reference = weight[all_bad].sum() / weight.sum()
            assert columns["share"][row] == pytest.approx(own, rel=1e-7)
            assert columns["reference_share"][row] == pytest.approx(reference, rel=1e-7)
            if reference:
                assert columns["ratio"][row] == pytest.approx(own / reference, rel=1e-6)
    assert set(columns["reference_name"]) == {"all squares of the data pack"}
    with pytest.raises(InputError, match="no dimensions in 2016"):
        reported_columns(covered, asked("against", until=2016), "en")


@pytest.mark.official
def test_parts_of_groups_add_up_to_the_change_of_the_whole(independent, finder):  # noqa: F811
    measurer = finder.measurer
    groups = groups_of(measurer.pack, "gemeenten")
    columns = reported_columns(cover_groups(measurer, groups), asked("groups", 2014, 2024), "nl")
    first, last = (
        independent.scores[independent.scores["jaar"] == year].set_index("grid_id")[
            ["lbm", "fys", "onv", "soc", "vrz", "won"]
        ]
        for year in (2014, 2024)
    )
    change = (last - first).dropna()
    weight = independent.weight.loc[change.index, "dwellings"]
    themes = np.array(columns["theme"])
    for theme in first:
        parts = [part for part, one in zip(columns["part_of_change"], themes) if one == theme]
        expected = np.average(change[theme], weights=weight)
        assert sum(parts) == pytest.approx(expected, abs=2e-4)  # squares on the border of the country aside
        shares = [part for part, one in zip(columns["part_share"], themes) if one == theme]
        assert sum(shares) == pytest.approx(sum(parts) / expected, rel=0.02)
    rows = len(groups) * 6
    assert {len(values) for values in columns.values()} == {rows}
    with pytest.raises(InputError, match="lies after the last"):
        reported_columns(cover_groups(measurer, groups), asked("groups", 2024, 2014), "nl")


@pytest.mark.official
def test_residents_by_the_class_of_their_buurt(independent, finder):  # noqa: F811
    columns = reported_columns(all_squares(finder.measurer), asked("buurten"), "nl")
    residents = independent.sums(
        independent.parts.merge(independent.weight["inhabitants"], left_on="grid_id", right_index=True).assign(
            w=lambda one: one["share"] * one["inhabitants"]
        )
    )
    classes = independent.classes(2024)
    for number, inhabitants in zip(columns["class"][:9], columns["inhabitants"]):
        assert inhabitants == pytest.approx(residents[classes == number].sum(), rel=1e-6)
    assert sum(columns["part_of_all"]) == pytest.approx(1) and columns["class"][-1] is None


@pytest.mark.official
def test_paths_from_the_first_and_from_the_last_year(independent, finder):  # noqa: F811
    measurer = finder.measurer
    years = measurer.pack.years
    for figure, year in (("paths_first", years[0]), ("paths_last", years[-1])):
        columns = reported_columns(all_squares(measurer), asked(figure), "nl")
        assert set(columns["in_year"]) == {year}
        table = independent.scores.pivot(index="grid_id", columns="jaar", values="lbm")
        kind = np.searchsorted(BOUNDS, table[year].fillna(-1), side="right") + 1
        for number in (3, 4, 7):
            rows = [at for at, one in enumerate(columns["in_class"]) if one == number]
            of_class = table[(kind == number) & table[year].notna()]
            for at, one in zip(rows, years):
                there = of_class[one].dropna()
                if len(there):
                    expected = np.average(there, weights=independent.weight.loc[there.index, "dwellings"])
                    assert columns["lbm"][at] == pytest.approx(expected, abs=1e-7)


# --- what it is made of -----------------------------------------------------------------------------------------------


def test_every_figure_names_a_letter_and_can_be_made():
    figures = load_reported()
    wanted = "movers sums concentration buurten against groups spread paths_first paths_last themes".split()
    assert list(figures) == wanted
    for one in figures.values():
        assert one.letters and set(one.letters) <= set(load_letters())
        assert all(one.title[said] and one.text[said] for said in ("nl", "en"))


def test_an_unknown_figure_is_refused(finder):  # noqa: F811
    with pytest.raises(InputError, match="Figure mooi isn't one of movers, "):
        reported_columns(all_squares(finder.measurer), asked("mooi"), "nl")


def test_corop_regions_hold_every_gemeente_once():
    corop = load_regions()[COROP]
    codes = [code for part in corop.parts for code in part.codes]
    provinces = {code for part in load_partitions()["province"].parts for code in part.codes}
    assert len(corop.parts) == 40 and len(codes) == len(set(codes)) == 342 and set(codes) == provinces
    rotterdam = next(part for part in corop.parts if "GM0599" in part.codes)
    assert rotterdam.name["nl"] == "Groot-Rijnmond" and {"GM0606", "GM0622", "GM0556"} <= rotterdam.codes


def test_corop_plus_regions_are_the_corop_regions_or_parts_of_them():
    """Of CBS, 2024: 52 of them; seven COROP regions are divided, by what stands in CBS's own names and codes."""
    corop, plus = load_regions()[COROP], load_regions()[COROP_PLUS]
    assert len(plus.parts) == 52 and plus.certainty == "I"
    divided = {}
    for region in corop.parts:
        inside = [part for part in plus.parts if part.codes <= region.codes]
        assert frozenset().union(*(part.codes for part in inside)) == region.codes
        assert sum(len(part.codes) for part in inside) == len(region.codes)
        assert all(part.id.removeprefix("coropplus")[:2] == region.id.removeprefix("corop") for part in inside)
        if len(inside) > 1:
            divided[region.id.removeprefix("corop")] = len(inside)
    assert divided == {"17": 4, "23": 4, "26": 2, "29": 2, "30": 2, "35": 2, "40": 3}
    of = {part.name["nl"]: part.codes for part in plus.parts}
    assert of["Amsterdam"] == {"GM0363"} and of["Zoetermeer"] == {"GM0637"} and of["Almere"] == {"GM0034"}
    assert of["Noordoostpolder en Urk"] == {"GM0171", "GM0184"} and "GM0606" in of["Rijnmond"]


@pytest.mark.official
def test_groups_by_corop(finder):  # noqa: F811
    (only,) = groups_of(finder.measurer.pack, COROP)
    assert only.name["nl"] == "Groot-Rijnmond" and not only.complete
    assert moved(
        Measurer(finder.measurer.pack, Recipe("households")), all_squares(finder.measurer).coverage, (2014, 2024)
    )


@pytest.mark.official
def test_dimensions_against_each_other(finder, shared):  # noqa: F811
    columns = reported_columns(all_squares(finder.measurer), asked("themes", 2014, 2024), "nl")
    assert len(columns["theme"]) == 2 * 15 and columns["kind"] == ["level"] * 15 + ["change"] * 15
    with zipfile.ZipFile(shared / "demo" / "waterweg" / "open-data-leefbaarometer-meting-2024.zip") as archive:
        names = [name for name in archive.namelist() if "__MACOSX" not in name and "scores buurten" in name]
        with archive.open(names[0]) as file:
            table = pd.read_csv(file).pivot(index="bu_code", columns="jaar")
    for row, (kind, one, other) in enumerate(zip(columns["kind"], columns["theme"], columns["other"], strict=True)):
        x, y = (table[name][2024] - (table[name][2014] if kind == "change" else 0) for name in (one, other))
        assert columns["pearson"][row] == pytest.approx(x.corr(y), abs=1e-9)
        assert columns["spearman"][row] == pytest.approx(x.corr(y, method="spearman"), abs=1e-9)
        assert columns["areas"][row] == int((x.notna() & y.notna()).sum())


def own_figure(quadrant, classes, value, weight=None):
    """What `figure_by_class` and `quadrants_by_gemeente` look at, by hand."""
    gemeente = ["GM0606", "GM0606", "GM0622", "GM0622", "GM0622"]
    return SimpleNamespace(
        relation=SimpleNamespace(used=np.array(quadrant) > 0, quadrant=np.array(quadrant, np.int8)),
        classes=np.array(classes, np.int8),
        value=np.array(value, float),
        weight=None if weight is None else np.array(weight, float),
        model=load_model("lbm3"),
        areas=SimpleNamespace(gemeente=gemeente),
        told=tuple(Caution(1, float(homes), "dwellings", None, True) for homes in (4, 5, 30, 9, 100)),
    )


def test_a_figure_by_class_by_hand():
    found = own_figure([1, 2, 3, 4, 0], [3, 3, 7, 4, 3], [10, 30, 5, 8, 1000])
    columns = figure_by_class(found, "nl")
    assert columns["class"] == [3, 4, 7] and columns["class_name"] == ["onvoldoende", "zwak", "goed"]
    assert columns["areas"] == [2, 1, 1] and columns["mean"] == [20, 8, 5]
    assert columns["spread"] == [10, None, None] and columns["low"][0] == 10 and columns["high"][0] == 30
    # 4 + 5 dwellings of class 3 (the fifth area isn't used), 9 of class 4, 30 of class 7
    assert columns["few"] == [True, True, False] and columns["warning"][0] == "weinig woningen: 9, minder dan 10"
    weighted = figure_by_class(
        own_figure([1, 2, 3, 4, 0], [3, 3, 7, 4, 3], [10, 30, 5, 8, 1000], [3, 1, 1, 1, 9]), "nl"
    )
    assert (
        weighted["mean"][0] == 15
        and weighted["spread"][0] == pytest.approx(np.sqrt(75))
        and weighted["weight_sum"][0] == 4
    )


def test_low_and_high_by_gemeente_by_hand():
    columns = quadrants_by_gemeente(own_figure([1, 2, 1, 4, 0], [3] * 5, [1] * 5), {"GM0606": "Schiedam"})
    assert columns["name"] == ["Schiedam", "GM0622"] and columns["areas"] == [2, 2]
    assert columns["few"] == [True, False] and columns["warning"][1] is None  # 4 + 5, and 30 + 9
    assert columns["low_low"] == [0.5, 0.5] and columns["low_high"] == [0.5, 0] and columns["high_high"] == [0, 0.5]
    weighted = quadrants_by_gemeente(own_figure([1, 2, 1, 4, 0], [3] * 5, [1] * 5, [3, 1, 1, 1, 1]), {})
    assert weighted["low_low"] == [0.75, 0.5]
