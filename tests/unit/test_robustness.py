# SPDX-License-Identifier: GPL-2.0-or-later
"""Robustness of an area on a field of squares whose score is known everywhere."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
import shapely

from leefbaar_plugin.engine.areas.rings import decode_polygons
from leefbaar_plugin.engine.model import ScoreModel
from leefbaar_plugin.engine.models.robustness import (
    BOUND,
    EDGE,
    IMPUTATION,
    OUTLINE,
    ROUNDING,
    WEIGHT,
    Case,
    Ranges,
    assess,
    measure,
    varied_choices,
)
from leefbaar_plugin.engine.squares.grid import Grid
from leefbaar_plugin.engine.squares.weights import Counts, ImputationRule

COLUMN, ROW = (values.ravel().astype(np.int32) for values in np.meshgrid(np.arange(900, 920), np.arange(4300, 4320)))
CENTRE = 100.0 * (910 + 0.0), 100.0 * (4310 + 0.0)
BASE = np.array((0.5, 0.5, 0.5, 0.5, 0.5, 0.5, -1.0, 0.5))


def field(model: ScoreModel, slope: float = 0.0, shapes: tuple[float, ...] = (0.0,), **more: object) -> Case:
    """20 x 20 squares, 20 dwellings each; the deviation rises with `slope` per square to the east from the middle."""
    box = shapely.box(CENTRE[0] - 300, CENTRE[1] - 300, CENTRE[0] + 300, CENTRE[1] + 300)
    rings = tuple(decode_polygons([box.buffer(step, join_style="mitre").wkb]) for step in shapes)
    size = np.full(len(COLUMN), 20.0)
    values = {
        "grid": Grid.from_squares(COLUMN, ROW),
        "deviation": slope * (COLUMN + 0.5 - 910.0),
        "counts": Counts(size, size, size * 2.0),
        "shapes": rings,
        "shape": len(shapes) // 2,
        "kinds": ("dwellings",),
        "kind": "dwellings",
        "imputation": ImputationRule(),
        "classification": model.total_classification,
        "reference": model.reference(2024),
        "ranges": Ranges(rounding=0.0),
    }
    return Case(**(values | more))


def test_a_shift_on_a_slope_by_hand(lbm3: ScoreModel):
    case = field(lbm3, 0.01)
    points = np.repeat(BASE[None, :], 3, axis=0)
    points[1, 0], points[2, 1] = 1.0, 1.0  # 50 m east, 50 m north
    got = measure(case, points).total - lbm3.reference(2024)
    np.testing.assert_allclose(got, (0.0, 0.005, 0.0), atol=1e-12)


def test_runs_stay_within_the_slope_and_shares_are_of_the_shift_alone(lbm3: ScoreModel):
    got = assess(field(lbm3, 0.01, (-50.0, 0.0, 50.0)), runs=400, base=64)
    assert got.total == pytest.approx(lbm3.reference(2024), abs=1e-12)
    # uniform from -0.005 to 0.005, of which 95 % lie within 0.00475
    assert got.low - got.total == pytest.approx(-0.00475, abs=3e-4)
    assert got.high - got.total == pytest.approx(0.00475, abs=3e-4)
    assert got.varied == (OUTLINE, EDGE)
    np.testing.assert_allclose(got.shares.total, (1.0, 0.0), atol=0.1)
    assert got.swings[0].choice == OUTLINE
    assert (got.swings[0].low - got.total, got.swings[0].high - got.total) == pytest.approx((-0.005, 0.005), abs=1e-12)


def test_the_class_flips_as_often_as_the_score_passes_the_bound(lbm3: ScoreModel):
    bound = 4.11241
    case = field(lbm3, 0.01, reference=bound + 0.0025)  # 7 when at most 25 m west: three quarters of the runs
    got = assess(replace(case, classification=without_intervals(lbm3)), runs=2000, base=8)
    assert got.class_number == 7
    assert got.holds == pytest.approx(0.75, abs=0.03)
    assert got.class_shares[5] == pytest.approx(0.25, abs=0.03)


def without_intervals(model: ScoreModel) -> object:
    of = model.total_classification
    return replace(of, low=of.bounds, high=of.bounds)


def test_a_bound_within_its_interval_moves_the_class_and_not_the_score(lbm3: ScoreModel):
    case = field(lbm3, 0.0, reference=3.7483, ranges=Ranges(shift=0.0, rounding=0.0))
    assert varied_choices(case) == (BOUND,)
    got = assess(case, runs=2000, base=8)
    # the bound between 2 and 3 lies somewhere from 3.747643 to 3.749229
    assert got.holds == pytest.approx(1.0 - (3.7483 - 3.747643) / (3.749229 - 3.747643), abs=0.04)
    assert got.low == got.high == pytest.approx(3.7483)
    assert got.swings[0].classes == (2, 3) and got.swings[0].reach == 0.0
    assert np.isnan(got.shares.total).all() or not len(got.shares.total)


def test_other_weights_and_imputation_by_hand(lbm3: ScoreModel):
    dwellings = np.where(COLUMN < 910, 20.0, 60.0)
    dwellings[COLUMN == 911] = np.nan
    counts = Counts(dwellings, np.full(len(COLUMN), np.nan), np.where(COLUMN < 910, 40.0, 210.0))
    case = field(lbm3, 0.1, counts=counts, kinds=("dwellings", "equal"))
    assert varied_choices(case) == (OUTLINE, WEIGHT, IMPUTATION, BOUND)
    points = np.repeat(BASE[None, :], 3, axis=0)
    points[:, 3] = (0.0, 0.9, 0.0)
    points[:, 4] = (0.5, 0.5, 1.0)  # 2.1, 2.1 and 2.4 persons
    got = measure(case, points).total - lbm3.reference(2024)
    places = np.array((-0.25, -0.15, -0.05, 0.05, 0.15, 0.25))
    expected = [
        np.average(places, weights=(20, 20, 20, 60, 210 / 2.1, 60)),
        0.0,
        np.average(places, weights=(20, 20, 20, 60, 210 / 2.4, 60)),
    ]
    np.testing.assert_allclose(got, expected, atol=1e-12)


def test_rounding_moves_the_score_a_little_and_the_same_draw_alike(lbm3: ScoreModel):
    case = field(lbm3, 0.1, ranges=Ranges(shift=0.0, rounding=2.5))
    assert ROUNDING in varied_choices(case)
    points = np.repeat(BASE[None, :], 201, axis=0)
    points[:200, 6] = np.linspace(0.0, 1.0, 200)
    points[200, 6] = points[7, 6]
    got = measure(case, points).total - lbm3.reference(2024)
    assert got[200] == got[7]
    # 36 squares: sd = sum(d²)^½ x (2.5 / 3^½) / (36 x 20)
    places = np.tile((-0.25, -0.15, -0.05, 0.05, 0.15, 0.25), 6)
    expected = np.sqrt((places**2).sum()) * 2.5 / np.sqrt(3.0) / (36 * 20)
    assert got[:200].std() == pytest.approx(expected, rel=0.2)
    assert abs(got[:200].mean()) < 3 * expected / np.sqrt(200)


def test_an_area_that_falls_off_the_data_is_counted(lbm3: ScoreModel):
    tiny = shapely.box(100.0 * 919 + 99.0, CENTRE[1], 100.0 * 919 + 99.9, CENTRE[1] + 1.0)
    case = field(lbm3, shapes=(0.0,))
    got = assess(replace(case, shapes=(decode_polygons([tiny.wkb]),)), runs=400, base=8)
    assert got.without == pytest.approx(200, abs=40)
    assert got.class_shares.sum() == pytest.approx(1.0)


def test_the_same_seed_gives_the_same_answer(lbm3: ScoreModel):
    case = field(lbm3, 0.01)
    assert assess(case, 50, 8, 3).low == assess(case, 50, 8, 3).low != assess(case, 50, 8, 4).low
