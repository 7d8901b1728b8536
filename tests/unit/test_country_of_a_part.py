# SPDX-License-Identifier: GPL-2.0-or-later
"""Monitor, rings and groups of a pack of one gemeente know the country, G4 and G40 as the pack of the country does."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
import shapely

from leefbaar_plugin.analysis.change.change_tables import monitor_columns, surroundings_columns
from leefbaar_plugin.analysis.change.monitor import monitor_areas
from leefbaar_plugin.analysis.change.waterbed import WaterbedQuestion, surround
from leefbaar_plugin.analysis.groups.area_groups import CITIES, GEMEENTEN, PROVINCE, groups_of
from leefbaar_plugin.analysis.groups.group_figures import complete_groups, cover_groups, group_scores
from leefbaar_plugin.analysis.groups.group_tables import share_columns
from leefbaar_plugin.analysis.measure import Measurer, Recipe
from leefbaar_plugin.analysis.references.references import DATA, References
from leefbaar_plugin.analysis.same_squares import OWN, SAME
from leefbaar_plugin.pack.official import read_level
from leefbaar_plugin.pack.references.kept_references import SQUARES
from tests.unit.small_country import expected, published

pytest_plugins = ("tests.unit.small_country",)

YEARS = (2014, 2020, 2024)
REFERENCE = 4.10226485114369
WEAK = 3.9382
"""Bound between classes 4 and 5."""
BUURTEN = 3


@pytest.fixture(scope="module")
def of_part(part):
    return References(Measurer(part)).prepare()


@pytest.fixture(scope="module")
def of_whole(whole):
    return References(Measurer(whole)).prepare()


@pytest.fixture(scope="module")
def areas(files, part):
    """The largest buurten of the gemeente of the part."""
    level = read_level(part, "buurt", ["inhabitants"])
    own = [at for at, code in enumerate(level.code) if code[2:6] == files.codes[4][2:6]]
    own.sort(key=lambda at: -level.values["inhabitants"][at])
    return [level.wkb[at] for at in own[:BUURTEN]]


def country_mean(files, squares, year):
    frame = expected(files, squares, None, year, "lbm")
    return REFERENCE + np.average(frame["value"], weights=frame["weight"])


def country_weak(files, squares, year):
    frame = expected(files, squares, None, year, "lbm")
    return frame.loc[frame["value"] < WEAK - REFERENCE, "weight"].sum() / frame["weight"].sum()


@pytest.mark.parametrize("squares_kind", [OWN, SAME])
def test_the_monitor(files, country, squares, areas, of_part, of_whole, squares_kind):
    years = YEARS if squares_kind == OWN else of_part.measurer.pack.years
    one, all_ = (monitor_areas(refs, areas, years, 2014, squares_kind) for refs in (of_part, of_whole))
    assert (one.country.reference, one.country.kept) == ("country", SQUARES) and one.country.weight == "dwellings"
    assert (all_.country.reference, all_.country.kept) == ("country", "")
    for row in range(BUURTEN + 1):
        np.testing.assert_allclose(one.monitor.country_total[row], all_.monitor.country_total[row], atol=2e-6)
        np.testing.assert_allclose(one.monitor.difference_country[row], all_.monitor.difference_country[row], atol=3e-6)
    if squares_kind == OWN:
        means = [country_mean(files, squares, year) for year in years]
        np.testing.assert_allclose(one.monitor.country_total[0], means, atol=1e-6)
    weak = [country_weak(files, squares, year) for year in years]
    np.testing.assert_allclose(one.monitor.country_pressure[0], weak, atol=3e-5)
    for at, year in enumerate(years):
        table = monitor_columns(of_part.measurer.pack.model, one, year, "en")
        assert table["country_lbm"] == pytest.approx([float(one.monitor.country_total[0, at])] * (BUURTEN + 1))
        assert set(table["country_is"]) == {"country"} and set(table["country_weight"]) == {"dwellings"}


def test_the_country_is_not_all_squares_of_the_part(of_part, areas):
    one = monitor_areas(of_part, areas, YEARS, 2014, OWN)
    of_data = of_part.figures(DATA, 2024).total
    assert abs(one.monitor.country_total[0, -1] - of_data) > 1e-3, "else the test before shows nothing"
    pack = of_part.measurer.pack
    bare = replace(pack, info={**pack.info, "files": [one for one in pack.info["files"] if "references" not in one]})
    found = monitor_areas(References(Measurer(bare)), areas, YEARS, 2014, OWN)
    assert (found.country.reference, found.country.kept) == (DATA, "")
    assert found.monitor.country_total[0, -1] == pytest.approx(of_data, abs=1e-12)
    assert set(monitor_columns(bare.model, found, 2024, "en")["country_is"]) == {"pack"}


def test_rings_where_there_is_no_rest_of_the_gemeente(files, squares, part, of_part):
    """The area is the gemeente itself, so that nothing is left of it: the country stands in."""
    outline = files.outlines[files.codes[4]].buffer(400).wkb
    question = WaterbedQuestion(((0.0, 200.0),), YEARS, 2014, 0.0)
    one = surround(of_part, [outline], question)
    assert one.country.kept == SQUARES and shapely.from_wkb(one.zones[0][-1].wkb).is_empty
    weak = np.array([country_weak(files, squares, year) for year in YEARS])
    weight = one.waterbed.weight[0, 0]
    np.testing.assert_allclose(one.waterbed.expected[0, 0, 1:] / weight[1:], (weak - weak[0])[1:], atol=1e-4)
    table = surroundings_columns(part.model, one, 2024, "en")
    assert table["comparison"][0] == "country" and table["country_is"][0] == "country" and weight[-1] > 0
    assert table["expected_1_4"][0] == pytest.approx(weight[-1] * (weak[-1] - weak[0]), rel=1e-3, abs=0.1)


@pytest.mark.parametrize("kind", [CITIES, PROVINCE, GEMEENTEN])
def test_groups(files, country, part, whole, kind):
    measurer, all_ = Measurer(part), Measurer(whole)
    groups = groups_of(part, kind, "dwellings")
    wanted = groups_of(whole, kind)
    names = {group.id for group in wanted if group.complete}
    assert {group.id for group in groups} == names and complete_groups(groups)[1] == []
    assert len(names) == {CITIES: 4, PROVINCE: 1, GEMEENTEN: len(files.codes)}[kind]
    covered, theirs = cover_groups(measurer, groups), cover_groups(all_, wanted)
    tables = [share_columns(one.measurer.pack.model, one, group_scores(one), 2014, "en") for one in (covered, theirs)]
    place = {(name, year): at for at, (name, year) in enumerate(zip(tables[1]["group"], tables[1]["year"]))}
    fields = ["lbm", "weight_sum", "squares", "unfavourable", "insufficient", "change_unfavourable"]
    fields += [f"share_{number}" for number in range(1, 10)] + [f"sum_{number}" for number in range(1, 10)]
    for at, key in enumerate(zip(tables[0]["group"], tables[0]["year"])):
        kept = key[0] != files.codes[4]
        assert tables[0]["known_by"][at] == ("squares" if kept else "pack")
        assert tables[0]["complete"][at] is True and tables[0]["weight"][at] == "dwellings"
        for name in fields:
            got, value = tables[0][name][at], tables[1][name][place[key]]
            off = {"weight_sum": 0.01, "squares": 0.0}.get(name, 1.0 if name.startswith("sum") else 4e-5)
            assert got == (None if value is None else pytest.approx(value, abs=off, rel=1e-6)), (key, name)
        assert (tables[0]["published"][at] is None) == (tables[0]["imputed"][at] is None) == kept
    if kind == GEMEENTEN:
        at = tables[0]["group"].index(files.codes[0])
        last = list(zip(tables[0]["group"], tables[0]["year"])).index((files.codes[0], 2024))
        assert tables[0]["lbm"][last] == pytest.approx(published(files, files.codes[0], 2024, "lbm"), abs=1e-6)
        assert tables[0]["gemeente_count"][at] == tables[0]["members"][at] == 1


def test_groups_by_another_weight_are_not_taken_from_what_was_kept(files, country, part):
    """What was kept is by dwellings; shares of households aren't those."""
    assert [group.id for group in groups_of(part, GEMEENTEN, "households")] == [files.codes[4]]
    assert {group.complete for group in groups_of(part, CITIES, "households")} == {False}
    assert not any(group.kept for group in groups_of(part, CITIES)), "nor where it wasn't asked for"
    households = Measurer(part, Recipe(weight="households"))
    scores = group_scores(cover_groups(households, groups_of(part, GEMEENTEN, "households")))
    assert scores.weight == "households" and scores.total.shape[0] == 1
