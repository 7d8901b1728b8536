# SPDX-License-Identifier: GPL-2.0-or-later
"""Who lives in the areas found, counted again with pandas and shapely; and what is found in another year."""

from __future__ import annotations

import pytest
import shapely

from leefbaar_plugin.analysis.signals.finder import ClusterChoice, own_areas
from leefbaar_plugin.analysis.signals.found_summary import summarise
from leefbaar_plugin.analysis.signals.found_totals import Against, FoundPlaces, Totals, against, against_columns
from leefbaar_plugin.analysis.signals.rule_set import load_rule, with_parameters
from leefbaar_plugin.engine.signals.judge import FOUND
from tests.unit.test_signals_official import finder, independent, read_vector  # noqa: F401  fixtures

pytestmark = pytest.mark.official
RULE = with_parameters(load_rule("structureel_onder_druk"), {"households": 100, "share": 30})
KINDS = ("inhabitants", "households", "dwellings")


def codes_of(found):
    return [found.areas.code[place] for place in found.places(FOUND)]


def test_totals_of_what_was_found(independent, finder):  # noqa: F811
    found = finder.find(RULE, "buurt")
    summary, codes = summarise(finder.measurer, found), codes_of(found)
    assert len(codes) > 5
    for kind in KINDS:
        for counts, highest in ((summary.totals.all_, 9), (summary.totals.low, 4), (summary.totals.lowest, 3)):
            expected = independent.count(2024, kind, 1, highest)[codes].sum()
            assert counts[kind] == pytest.approx(expected, rel=1e-9) and expected > 0
    assert summary.within == summary.totals.all_
    gemeenten, wijken = {code[2:6] for code in codes}, {code[2:8] for code in codes}
    assert summary.places == FoundPlaces(
        len(gemeenten), len(wijken), len(codes), tuple(sorted(f"GM{g}" for g in gemeenten))
    )


def test_nothing_found_is_nothing(finder):  # noqa: F811
    found = finder.find(with_parameters(RULE, {"households": 900_000}), "buurt")
    summary = summarise(finder.measurer, found)
    assert summary.found == 0 and set(summary.totals.low.values()) == {0.0} and summary.places == FoundPlaces(0, 0, 0)


def test_then_now_and_both_and_the_gemeenten_as_a_whole(independent, finder, shared):  # noqa: F811
    before, now = finder.find(RULE, "buurt", 2020), finder.find(RULE, "buurt", 2024)
    found = against(finder.measurer, before, now)
    then, last = codes_of(before), codes_of(now)
    assert (found.then, found.now, found.both) == (len(then), len(last), len(set(then) & set(last)))
    assert found.years == (2020, 2024) and set(then) != set(last)
    for kind in KINDS:
        for year, codes, totals in ((2020, then, found.within[0]), (2024, last, found.within[1])):
            assert totals.low[kind] == pytest.approx(independent.count(year, kind, 1, 4)[codes].sum(), rel=1e-9)
    assert set(found.codes) == {f"GM{code[2:6]}" for code in [*then, *last]} and found.parts == 0
    outlines = read_vector(
        f"/vsizip/{shared}/demo/waterweg/geometrie-lbm3-2024.zip/geometrie-lbm3-2024/gemeente 2024.gpkg", "gm_code"
    ).set_index("gm_code")["wkb"]
    whole = shapely.union_all(shapely.make_valid(shapely.from_wkb(outlines[list(found.codes)].to_numpy())))
    for at, year in enumerate((2020, 2024)):
        scores = independent.scores[(independent.scores["jaar"] == year) & (independent.scores["lbm"] < 3.9382)]
        ids = scores["grid_id"].to_numpy()
        x, y = ([int(one[a:b]) * 100.0 for one in ids] for a, b in ((1, 5), (6, 10)))
        squares = shapely.box(x, y, [one + 100 for one in x], [one + 100 for one in y])
        share = shapely.area(shapely.intersection(squares, whole)) / 10_000
        expected = (share * independent.weight.loc[ids, "dwellings"].to_numpy()).sum()
        assert found.whole[at].low["dwellings"] == pytest.approx(expected, rel=1e-6)
    columns = against_columns(found)
    assert columns["row"] == ["then", "now", "change"] and columns["year"] == [2020, 2024, None]
    assert columns["areas_found"] == [len(then), len(last), len(last) - len(then)]
    for name, letters in (("gemeenten", 6), ("wijken", 8), ("buurten", 10)):
        counts = [len({code[2:letters] for code in codes}) for codes in (then, last)]
        assert columns[f"{name}_count"] == [*counts, counts[1] - counts[0]], name
    assert columns["buurten_count"][0] != columns["buurten_count"][1], "else nothing is seen of their order"
    low = columns["dwellings_1_4"]
    assert low[2] == pytest.approx(low[1] - low[0]) and low[0] == found.within[0].low["dwellings"]
    assert {len(values) for values in columns.values()} == {3}


def test_own_areas_and_clusters_say_in_how_many_gemeenten(finder):  # noqa: F811
    loose = with_parameters(load_rule("onvoldoende_buurt"), {"residents": 1, "highest": 9})
    half = shapely.to_wkb(shapely.box(84_000, 433_000, 92_000, 440_000))
    own = finder.find(loose, own_areas(["a", "the same"], [half, half]))
    summary = summarise(finder.measurer, own)
    one = summarise(finder.measurer, finder.find(loose, own_areas(["a"], [half])))
    assert summary.totals == one.totals and summary.places == one.places and one.places.gemeenten >= 1
    assert one.places.wijken is None and one.places.buurten is None
    found = finder.find(load_rule("onvoldoende_buurt"), ClusterChoice())
    clusters = summarise(finder.measurer, found)
    assert clusters.places.gemeenten >= 1
    assert clusters.totals.lowest == clusters.totals.all_  # clusters are made of these squares alone
    assert (
        against(finder.measurer, finder.find(load_rule("onvoldoende_buurt"), ClusterChoice(), 2020), found).both is None
    )


@pytest.mark.parametrize(
    ("inside", "outside", "moved"), [((10, 4), (20, 26), True), ((10, 4), (20, 19), False), ((4, 10), (20, 26), False)]
)
def test_problems_may_move_to_the_neighbours(inside, outside, moved):
    pair = [tuple(Totals({}, {"dwellings": float(n)}, {}) for n in both) for both in (inside, outside)]
    found = Against(
        (2022, 2024), 1, 1, 1, pair[0], pair[1], (FoundPlaces(1, 1, 1), FoundPlaces(1, 1, 1)), ("GM0606",), 0
    )
    assert found.waterbed is moved
