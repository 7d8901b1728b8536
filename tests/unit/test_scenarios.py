# SPDX-License-Identifier: GPL-2.0-or-later
"""Scenarios against hand calculations on four squares."""

from __future__ import annotations

import numpy as np
import pytest

from leefbaar_plugin.engine.errors import InputError
from leefbaar_plugin.engine.model import ScoreModel
from leefbaar_plugin.engine.models.scenarios import Effect, Measure, Squares, apply, effect, outcome

REFERENCE = 4.10226485114369
INSIDE = np.array([3, 5, 8])


def squares(share: tuple[float, ...] = (1.0, 1.0, 0.5)) -> Squares:
    """Three squares of an area: 10, 30 and 40 dwellings, the last half inside; only fys and soc differ from 0."""
    contributions = np.zeros((3, 5))
    contributions[:, 0] = (-0.2, -0.1, 0.1)
    contributions[:, 2] = (-0.1, 0.0, 0.0)
    return Squares(INSIDE, contributions, contributions.sum(axis=1), np.array([10.0, 30.0, 40.0]), np.array(share))


def measure(kind: str, amount: float, where: np.ndarray = INSIDE, share: object = None, **more: object) -> Measure:
    part = np.ones(len(where)) if share is None else np.asarray(share, float)
    stand = dict(zip(INSIDE.tolist(), (10.0, 30.0, 40.0), strict=True))
    weight = np.array([stand.get(one, 0.0) for one in where.tolist()])
    return Measure(kind, where, part, amount, weight=weight, **more)


def test_base_by_hand(lbm3: ScoreModel):
    got = outcome(lbm3, squares(), 2024)
    # (10 x -0.3 + 30 x -0.1 + 20 x 0.1) / 60
    assert got.deviation == pytest.approx(-4.0 / 60.0, abs=1e-12)
    assert got.total == pytest.approx(REFERENCE - 4.0 / 60.0, abs=1e-12)
    np.testing.assert_allclose(got.dimensions[[0, 2]], (-3.0 / 60.0, -1.0 / 60.0), atol=1e-12)
    # totals 3.802, 4.002 and 4.202 are classes 3, 6 and 8
    assert got.by_class.tolist() == [0, 0, 10, 0, 0, 30, 0, 20, 0] and got.weight == 60.0


def came(got: Effect) -> list[float]:
    """Dwellings that came in each class, less those that went."""
    return (got.result.by_class - got.base.by_class).tolist()


def test_adding_to_an_area_moves_its_mean_by_just_that(lbm3: ScoreModel):
    got = effect(lbm3, [measure("add", 0.05, share=(1, 1, 0.5), dimension=0, area="plan")], squares(), 2024, "plan")
    assert got.result.total - got.base.total == pytest.approx(0.05, abs=1e-12)
    assert got.result.dimensions[0] - got.base.dimensions[0] == pytest.approx(0.05, abs=1e-12)
    # 3.802 becomes 3.852 (4), 4.002 becomes 4.052 (6 still), 4.202 becomes 4.252 (8 still)
    assert got.flipped == 10.0 and got.moved[2, 3] == 10.0
    assert got.result.weight == got.base.weight == 60.0


def test_another_area_gets_the_share(lbm3: ScoreModel):
    add = measure("add", 0.05, share=(1, 1, 0.5), dimension=0, area="plan")
    got = effect(lbm3, [add], squares((1.0, 1.0, 1.0)), 2024, "other")
    assert got.result.total - got.base.total == pytest.approx((40 * 0.05 + 40 * 0.025) / 80, abs=1e-12)


def test_set_and_toward(lbm3: ScoreModel):
    put = apply([measure("set", 0.3, np.array([5]), dimension=2)], squares())
    np.testing.assert_allclose(put.contributions[:, 2], (-0.1, 0.3, 0.0), atol=1e-12)
    np.testing.assert_allclose(put.deviation, (-0.3, 0.2, 0.1), atol=1e-12)
    near = apply([measure("toward", 0.25, dimension=0, goal=0.2)], squares())
    np.testing.assert_allclose(near.contributions[:, 0], (-0.1, -0.025, 0.125), atol=1e-12)


def test_measures_follow_one_after_the_other(lbm3: ScoreModel):
    add, put = measure("add", 0.1, dimension=0), measure("set", 0.0, dimension=0)
    np.testing.assert_allclose(apply([add, put], squares()).contributions[:, 0], 0.0, atol=1e-12)
    np.testing.assert_allclose(apply([put, add], squares()).contributions[:, 0], 0.1, atol=1e-12)


def test_dwellings_added_follow_those_that_stand(lbm3: ScoreModel):
    got = effect(lbm3, [measure("dwellings", 16.0)], squares((1.0, 1.0, 1.0)), 2024)
    # 16 more on 80: all squares grow by a fifth, so that the mean stays
    assert got.result.weight == pytest.approx(96.0) and got.result.total == pytest.approx(got.base.total, abs=1e-12)
    assert came(got) == pytest.approx([0, 0, 2, 0, 0, 6, 0, 8, 0])
    one = effect(lbm3, [measure("dwellings", 20.0, np.array([3]))], squares(), 2024)
    # (30 x -0.3 + 30 x -0.1 + 20 x 0.1) / 80
    assert one.result.deviation == pytest.approx(-10.0 / 80.0, abs=1e-12)


def test_dwellings_go_no_lower_than_none(lbm3: ScoreModel):
    got = effect(lbm3, [measure("dwellings", -500.0, np.array([3]))], squares(), 2024)
    assert got.result.weight == 50.0
    assert came(got) == [0, 0, -10, 0, 0, 0, 0, 0, 0]
    doubled = effect(lbm3, [measure("dwellings_times", 2.0, np.array([3]))], squares(), 2024)
    assert doubled.result.weight == 70.0


def test_dwellings_added_to_an_area_all_stand_inside(lbm3: ScoreModel):
    add = measure("dwellings", 12.0, share=(1, 1, 0.5), area="plan")
    # 60 stand inside: 2, 6 and 4 more
    got = effect(lbm3, [add], squares(), 2024, "plan")
    assert came(got)[7] == pytest.approx(4.0)
    assert effect(lbm3, [add], squares(), 2024, "plan").result.weight == pytest.approx(72.0)
    # another area that holds the last square whole has all 4 of it, one that holds a quarter has one
    other = Squares(*[values[2:] for values in vars(squares((1.0, 1.0, 1.0))).values()])
    assert effect(lbm3, [add], other, 2024, "other").result.weight == pytest.approx(44.0)
    quarter = Squares(*[values[2:] for values in vars(squares((1.0, 1.0, 0.25))).values()])
    assert effect(lbm3, [add], quarter, 2024, "other").result.weight == pytest.approx(11.0)


def test_no_more_dwellings_are_moved_than_stand_there(lbm3: ScoreModel):
    move = measure("dwellings_move", 600.0, np.array([3]), destination=np.array([8]), destination_share=np.ones(1))
    got = effect(lbm3, [move], squares((1.0, 1.0, 1.0)), 2024)
    assert got.result.weight == pytest.approx(80.0) and came(got)[7] == pytest.approx(10.0)


def test_dwellings_moved_stay_as_many(lbm3: ScoreModel):
    move = measure("dwellings_move", 6.0, np.array([3]), destination=np.array([8]), destination_share=np.ones(1))
    got = effect(lbm3, [move], squares((1.0, 1.0, 1.0)), 2024)
    assert got.result.weight == pytest.approx(80.0)
    assert came(got) == pytest.approx([0, 0, -6, 0, 0, 0, 0, 6, 0])


def test_squares_outside_and_without_dimensions_are_left_alone(lbm3: ScoreModel):
    some = squares()
    some.contributions[0] = np.nan  # a year without dimensions: the deviation stays
    got = apply([measure("add", 0.1, np.array([1, 3, 5, 99]), dimension=0)], some)
    np.testing.assert_allclose(got.deviation, (-0.3, 0.0, 0.1), atol=1e-12)
    assert some.deviation.tolist() == pytest.approx([-0.3, -0.1, 0.1])  # what is read isn't changed


def test_nothing_scored_has_no_value(lbm3: ScoreModel):
    empty = Squares(np.zeros(0, int), np.zeros((0, 5)), np.zeros(0), np.zeros(0), np.zeros(0))
    got = effect(lbm3, [measure("add", 0.1, dimension=0)], empty, 2024)
    assert np.isnan(got.result.total) and got.result.class_number == 0 and got.flipped == 0.0


@pytest.mark.parametrize(
    ("wrong", "told"),
    [
        ({"kind": "build"}, "build"),
        ({"kind": "add"}, "needs a dimension"),
        ({"kind": "dwellings_move"}, "move dwellings to"),
        ({"kind": "dwellings", "amount": float("nan")}, "needs a number"),
        ({"kind": "toward", "dimension": 0}, "needs a number"),
        ({"kind": "dwellings_times", "amount": -1.0}, "needs a number"),
    ],
)
def test_measures_that_can_not_be_are_refused(wrong: dict, told: str):
    with pytest.raises(InputError, match=told):
        measure(**({"amount": 1.0} | wrong))
