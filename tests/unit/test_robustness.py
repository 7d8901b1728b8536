# SPDX-License-Identifier: GPL-2.0-or-later
"""Robustness of an area on a field of squares whose score is known everywhere."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
import shapely
import shapely.affinity

from leefbaar_plugin.engine.areas.rings import decode_polygons
from leefbaar_plugin.engine.model import ScoreModel
from leefbaar_plugin.engine.models.robustness import assess, measure, varied_choices
from leefbaar_plugin.engine.models.variants import (
    BOUND,
    EDGE,
    GRID,
    GRIDS,
    IMPUTATION,
    OUTLINE,
    ROUNDING,
    SECRECY,
    WEIGHT,
    Case,
    Ranges,
)
from leefbaar_plugin.engine.squares.grid import Grid
from leefbaar_plugin.engine.squares.weights import Counts, ImputationRule

COLUMN, ROW = (values.ravel().astype(np.int32) for values in np.meshgrid(np.arange(900, 920), np.arange(4300, 4320)))
CENTRE = 100.0 * (910 + 0.0), 100.0 * (4310 + 0.0)
BASE = np.array((0.5, 0.5, 0.5, 0.5, 0.5, 0.5, -1.0, 0.5, 0.0, -1.0))


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
        "ranges": Ranges(shift=50.0, rounding=0.0, further=False),
    }
    return Case(**(values | more))


def test_a_shift_on_a_slope_by_hand(lbm3: ScoreModel):
    case = field(lbm3, 0.01)
    points = np.repeat(BASE[None, :], 3, axis=0)
    points[1, 0], points[2, 1] = 1.0, 1.0  # 50 m east, 50 m north
    got = measure(case, points).total - lbm3.reference(2024)
    np.testing.assert_allclose(got, (0.0, 0.005, 0.0), atol=1e-12)


def test_runs_stay_within_the_slope_and_shares_are_of_the_shift_alone(lbm3: ScoreModel):
    got = assess(field(lbm3, 0.01, (-50.0, 0.0, 50.0)), runs=400, base=512)
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
    case = field(lbm3, 0.0, reference=3.7483, ranges=Ranges(shift=0.0, rounding=0.0, further=False))
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
    assert varied_choices(case) == (OUTLINE, WEIGHT, IMPUTATION, SECRECY, BOUND)
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
    case = field(lbm3, 0.1, ranges=Ranges(shift=0.0, rounding=2.5, further=False))
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


def cell(column: int, row: int, east: float = 0.0, north: float = 0.0) -> shapely.Polygon:
    x, y = column * 100.0 + east, row * 100.0 + north
    return shapely.box(x, y, x + 100, y + 100)


def by_shifted_squares(case: Case, shape: shapely.Geometry, east: float, north: float) -> float:
    """The deviation where every square lies further and has the weighted mean of those that it lies on."""
    weight, deviation = {}, {}
    for column, row, value, count in zip(COLUMN, ROW, case.deviation, case.counts.dwellings, strict=True):
        weight[column, row], deviation[column, row] = count, value
    total = amount = 0.0
    for column in range(899, 921):
        for row in range(4299, 4321):
            box = shapely.box(
                column * 100 + east, row * 100 + north, column * 100 + east + 100, row * 100 + north + 100
            )
            inside = box.intersection(shape).area / 1e4
            if not inside:
                continue
            parts = {}
            for dc in (0, 1):
                for dr in (0, 1):
                    old = cell(column + dc, row + dr)
                    parts[column + dc, row + dr] = old.intersection(box).area / 1e4
            share = {at: part * weight[at] for at, part in parts.items() if at in weight}
            laid = sum(share.values())
            if laid:
                total += inside * laid * sum(share[at] * deviation[at] for at in share) / laid
                amount += inside * laid
    return total / amount


def test_squares_laid_further_by_brute_force(lbm3: ScoreModel):
    random = np.random.default_rng(8)
    counts = Counts(*np.broadcast_to(random.integers(1, 80, len(COLUMN)).astype(float), (3, len(COLUMN))))
    shape = shapely.Point(CENTRE[0] + 33, CENTRE[1] - 21).buffer(270)
    case = field(lbm3, counts=counts, ranges=Ranges(shift=100.0, rounding=0.0))
    case = replace(case, deviation=random.normal(0, 0.1, len(COLUMN)), shapes=(decode_polygons([shape.wkb]),), shape=0)
    assert varied_choices(case) == (OUTLINE, GRID, BOUND)
    points = np.repeat(BASE[None, :], 5, axis=0)
    points[:4, 8] = (np.arange(4) + 0.5) / 4
    points[4, 8], points[4, 0], points[4, 1] = 0.9, 0.8, 0.1  # further, and the outline 60 m east and 80 m south
    got = measure(case, points).total - lbm3.reference(2024)
    moved = shapely.affinity.translate(shape, 60.0, -80.0)
    expected = [by_shifted_squares(case, shape, *step) for step in GRIDS]
    expected.append(by_shifted_squares(case, moved, *GRIDS[3]))
    np.testing.assert_allclose(got, expected, atol=1e-10)


def test_variants_together_are_those_alone(lbm3: ScoreModel, monkeypatch: pytest.MonkeyPatch):
    random = np.random.default_rng(4)
    counts = random.integers(1, 80, (3, len(COLUMN))).astype(float)
    counts[random.random(counts.shape) < 0.2] = np.nan
    case = field(
        lbm3,
        0.01,
        (-50.0, 0.0, 50.0),
        counts=Counts(*counts),
        kinds=("dwellings", "households", "equal"),
        ranges=Ranges(),
    )
    points = random.random((60, 10))
    together = measure(case, points).total
    alone = np.array([measure(case, point[None, :]).total[0] for point in points])
    np.testing.assert_allclose(together, alone, atol=1e-12)
    monkeypatch.setattr("leefbaar_plugin.engine.models.robustness.SQUARES_AT_ONCE", 2000)
    np.testing.assert_array_equal(measure(case, points).total, together)


def test_secret_counts_lie_between_one_and_four(lbm3: ScoreModel):
    dwellings = np.where(COLUMN < 910, 20.0, np.nan)  # the eastern half is secret
    nothing = np.full(len(COLUMN), np.nan)
    ranges = Ranges(shift=0.0, rounding=0.0, further=False)
    case = field(lbm3, counts=Counts(dwellings, nothing, nothing), ranges=ranges)
    case = replace(case, deviation=np.where(COLUMN < 910, 0.0, 1.0))
    points = np.repeat(BASE[None, :], 301, axis=0)
    points[:300, 9] = np.linspace(0.0, 1.0, 300)
    part = measure(case, points).total - lbm3.reference(2024)
    hidden = 20.0 * part / (1.0 - part)  # mean of the 18 secret squares
    assert hidden[300] == pytest.approx(0.5 + 0.5 * 1.5), "as the rule has it: 1.25 where nothing is known"
    assert hidden[:300].min() > 1.0 and hidden[:300].max() < 4.0
    assert hidden[:300].mean() == pytest.approx(2.5, abs=0.1)
    assert hidden[:300].std() == pytest.approx(3.0 / 12**0.5 / 18**0.5, rel=0.25)


def test_own_dwellings_are_a_weight_to_try(lbm3: ScoreModel):
    size = np.full(len(COLUMN), 20.0)
    own = np.where(COLUMN < 910, 10.0, 30.0)
    case = field(lbm3, 0.1, counts=Counts(size, size, size, own), kinds=("dwellings", "points", "equal"))
    points = np.repeat(BASE[None, :], 3, axis=0)
    points[:, 3] = (0.1, 0.5, 0.9)
    got = measure(case, points).total - lbm3.reference(2024)
    expected = np.average((-0.25, -0.15, -0.05, 0.05, 0.15, 0.25), weights=(10, 10, 10, 30, 30, 30))
    np.testing.assert_allclose(got, (0.0, expected, 0.0), atol=1e-12)
