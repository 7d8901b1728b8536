# SPDX-License-Identifier: GPL-2.0-or-later
"""The decomposition of a group's change: by hand, as an identity on random squares, and against pandas."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from leefbaar_plugin.analysis.change.area_changes import changes_of_groups, changes_of_level
from leefbaar_plugin.analysis.change.development import pack_development
from leefbaar_plugin.analysis.measure import Measurer, Recipe
from leefbaar_plugin.engine.areas.coverage import Coverage
from leefbaar_plugin.engine.change.decomposition import decompose, grouped
from leefbaar_plugin.engine.choices import CENTRE
from leefbaar_plugin.engine.errors import InputError
from leefbaar_plugin.pack.official import read_level
from tests.builders import SHARED

nan = np.nan


def one_square_each(*areas: list[int], share: float = 1.0) -> Coverage:
    """A coverage with these squares in every area."""
    square = np.array([square for area in areas for square in area], np.int64)
    offset = np.concatenate(([0], np.cumsum([len(area) for area in areas])))
    return Coverage(offset, square, np.full(len(square), share), np.ones(len(areas)))


def together(coverage, group=None, groups=1):
    group = np.zeros(len(coverage), np.int64) if group is None else np.array(group, np.int64)
    return grouped(coverage, group, groups)


def test_change_inside_only():
    first, last = np.array([4.0, 4.0, 3.0]), np.array([4.2, 4.1, 3.0])
    found = decompose(first, last, together(one_square_each([0, 1], [2])), np.array([10.0, 30, 60]))
    assert found.change[0] == pytest.approx((10 * 0.2 + 30 * 0.1) / 100)
    assert found.inside[0] == pytest.approx(found.change[0])
    assert found.turnover[0] == pytest.approx(0) and found.shift[0] == pytest.approx(0)
    np.testing.assert_allclose(found.of_area, [[0.05, 0, 0], [0, 0, 0]], atol=1e-12)
    assert (found.both[0], found.only_first[0], found.only_last[0]) == (3, 0, 0)


def test_a_new_square_inside_an_area_is_turnover():
    """Worked by hand: area 0 gets a square of 4.6, nothing else changes; area 1 keeps 3.0, and loses weight."""
    first, last = np.array([4.0, nan, 3.0]), np.array([4.0, 4.6, 3.0])
    found = decompose(first, last, together(one_square_each([0, 1], [2])), np.array([10.0, 10, 20]))
    # means of area 0: 4.0 and 4.3, parts 1/3 and 1/2; of area 1 3.0, parts 2/3 and 1/2
    assert found.first[0] == pytest.approx(10 / 3) and found.last[0] == pytest.approx(3.65)
    assert found.inside[0] == pytest.approx(0)
    assert found.turnover[0] == pytest.approx((1 / 3 + 1 / 2) / 2 * 0.3)
    middle = (10 / 3 + 3.65) / 2
    assert found.shift[0] == pytest.approx((1 / 2 - 1 / 3) * (4.15 - middle) + (1 / 2 - 2 / 3) * (3.0 - middle))
    assert found.inside[0] + found.turnover[0] + found.shift[0] == pytest.approx(found.change[0])
    assert found.only_last[0] == 1 and found.both[0] == 2


def test_an_area_that_comes_or_goes_is_shift():
    first, last = np.array([4.0, nan, 3.5]), np.array([4.0, 3.0, nan])
    found = decompose(first, last, together(one_square_each([0], [1], [2])), np.ones(3))
    assert found.first[0] == pytest.approx(3.75) and found.last[0] == pytest.approx(3.5)
    assert found.inside[0] == 0 and found.turnover[0] == pytest.approx(0)
    assert found.shift[0] == pytest.approx(-0.25)
    assert found.part.tolist() == [[0.5, 0.5], [0, 0.5], [0.5, 0]]
    assert np.isnan(found.mean[1, 0]) and np.isnan(found.mean[2, 1])


def test_an_area_without_any_square_of_both_years_is_turnover():
    first, last = np.array([4.0, nan]), np.array([nan, 4.4])
    found = decompose(first, last, together(one_square_each([0, 1])), np.array([5.0, 5.0]))
    assert found.turnover[0] == pytest.approx(0.4) and found.inside[0] == 0 and found.shift[0] == pytest.approx(0)


def test_weights_of_areas_in_both_years():
    """Kitagawa by hand: nothing changes inside, area 0 (4.0) grows from 50 to 150 dwellings beside area 1 (3.0)."""
    scores = np.array([4.0, 3.0])
    weights = np.array([[50.0, 150.0], [50.0, 50.0]])
    found = decompose(scores, scores, together(one_square_each([0], [1])), np.ones(2), weights)
    assert found.first[0] == 3.5 and found.last[0] == 3.75
    assert found.shift[0] == pytest.approx(0.25) and found.inside[0] == 0 and found.turnover[0] == 0
    with pytest.raises(InputError, match="can't be negative"):
        decompose(scores, scores, together(one_square_each([0], [1])), np.ones(2), -weights)
    gone = decompose(scores, scores, together(one_square_each([0], [1])), np.ones(2), np.array([[1, 1], [nan, 1]]))
    assert gone.first[0] == 4.0 and gone.last[0] == 3.5


def test_squares_of_overlapping_areas_count_once_in_a_group():
    first, last = np.array([4.0, 3.0]), np.array([4.4, 3.0])
    twice = one_square_each([0, 1], [0])
    found = decompose(first, last, together(twice), np.array([10.0, 10.0]))
    assert found.first[0] == pytest.approx(3.5) and found.change[0] == pytest.approx(0.2)
    assert found.both[0] == 2
    apart = decompose(first, last, together(twice, [0, 1], 2), np.array([10.0, 10.0]))
    np.testing.assert_allclose(apart.change, [0.2, 0.4])


def test_groups_without_scores_and_empty_areas():
    first, last = np.array([4.0, nan]), np.array([4.1, 3.0])
    coverage = one_square_each([0], [1], [])
    found = decompose(first, last, together(coverage, [0, 1, 0], 2), np.ones(2))
    assert found.change[0] == pytest.approx(0.1) and np.isnan(found.change[1])
    assert np.isnan(found.inside[1]) and np.isnan(found.of_area[1]).all() and np.isnan(found.of_area[2]).all()


@settings(max_examples=100, deadline=None)
@given(st.integers(0, 10_000))
def test_parts_always_add_up(seed):
    random = np.random.default_rng(seed)
    squares, areas = int(random.integers(1, 40)), int(random.integers(1, 8))
    scores = random.normal(4, 0.3, (2, squares))
    scores[random.random((2, squares)) < 0.3] = nan
    members = [random.choice(squares, int(random.integers(0, squares + 1)), replace=False) for _ in range(areas)]
    square = np.concatenate(members).astype(np.int64)
    offset = np.concatenate(([0], np.cumsum([len(m) for m in members])))
    coverage = Coverage(offset, square, random.random(len(square)), np.ones(areas))
    group = random.integers(0, 3, areas)
    found = decompose(scores[0], scores[1], grouped(coverage, group, 3), random.random(squares) * 100)
    known = ~np.isnan(found.change)
    np.testing.assert_allclose((found.inside + found.turnover + found.shift)[known], found.change[known], atol=1e-9)
    sums = pd.DataFrame(found.of_area).groupby(group).sum().reindex(range(3))
    np.testing.assert_allclose(sums.to_numpy()[known].sum(axis=1), found.change[known], atol=1e-9)


@pytest.mark.official
def test_gemeenten_of_waterweg_made_of_buurten_against_pandas(shared, make_pack):
    pack = make_pack([SHARED / "demo" / "waterweg"])
    measurer = Measurer(pack, Recipe(rule=CENTRE))
    changes = changes_of_level(pack, "buurt", 2012, 2024, measurer)
    found = changes_of_groups(measurer, changes.coverage, changes.areas.gemeente, 2012, 2024)
    years = [pack.years.index(2012), pack.years.index(2024)]
    coverage = changes.coverage
    frame = pd.DataFrame(
        {
            "area": np.repeat(np.arange(len(coverage)), np.diff(coverage.offset)),
            "w": measurer.weights.value[coverage.square],
            "x": pack.published.total[coverage.square, years[0]],
            "y": pack.published.total[coverage.square, years[1]],
        }
    )
    frame["gemeente"] = [changes.areas.code[area][2:6] for area in frame.area]
    assert frame.x.isna().any(), "squares come and go here"
    for place, name in enumerate(found.names):
        mine = frame[frame.gemeente == name[2:]]
        means = [np.average(mine[v].dropna(), weights=mine.w[mine[v].notna()]) for v in "xy"]
        total = found.of("lbm")
        assert total.first[place] == pytest.approx(means[0], abs=1e-12)
        assert total.last[place] == pytest.approx(means[1], abs=1e-12)
        parts = {"inside": 0.0, "turnover": 0.0, "shift": 0.0}
        weight = [mine.w[mine[v].notna()].sum() for v in "xy"]
        for _, area in mine.groupby("area"):
            has = [area[v].notna() for v in "xy"]
            p = [area.w[h].sum() / whole for h, whole in zip(has, weight)]
            m = [np.average(area[v][h], weights=area.w[h]) if h.any() else nan for v, h in zip("xy", has)]
            m = [m[1] if np.isnan(m[0]) else m[0], m[0] if np.isnan(m[1]) else m[1]]
            both = area.dropna()
            d = np.average(both.y - both.x, weights=both.w) if len(both) and p[0] and p[1] else 0.0
            parts["inside"] += sum(p) / 2 * d
            parts["turnover"] += sum(p) / 2 * (m[1] - m[0] - d)
            parts["shift"] += (p[1] - p[0]) * (sum(m) / 2 - sum(means) / 2)
        for part, expected in parts.items():
            assert getattr(total, part)[place] == pytest.approx(expected, abs=1e-12), part
        assert total.both[place] == len(mine.dropna())
        assert total.only_last[place] == (mine.x.isna() & mine.y.notna()).sum()
    assert len(found.names) == 3


@pytest.mark.official
def test_one_group_of_everything_changes_inside_as_the_pack_does(shared, make_pack):
    """Between years in which no square comes or goes, the change is that of the squares."""
    pack = make_pack([SHARED / "demo" / "waterweg"])
    measurer = Measurer(pack, Recipe(rule=CENTRE))
    areas = read_level(pack, "gemeente")
    _valid, coverage = measurer.cover(areas.wkb)
    found = changes_of_groups(measurer, coverage, ["all"] * len(areas), 2018, 2024)
    whole = pack_development(measurer, 2018, 2024)
    total = found.of("lbm")
    assert total.only_first[0] == total.only_last[0] == 0
    assert total.inside[0] == pytest.approx(total.change[0], abs=1e-12)
    assert total.change[0] == pytest.approx(whole.change.total[0], abs=2e-3), "squares outside every outline differ"
    themes = [found.of(theme.id).change[0] for theme in pack.model.dimensions]
    assert sum(themes) == pytest.approx(total.change[0], abs=1e-9), "contributions add up in groups too"
