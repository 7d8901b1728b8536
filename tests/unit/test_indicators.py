# SPDX-License-Identifier: GPL-2.0-or-later
"""The indicator model against figures reckoned by hand and by plain loops."""

from __future__ import annotations

import math

import numpy as np
import pytest

from leefbaar_plugin.engine.errors import InputError
from leefbaar_plugin.engine.models.indicators import (
    Figures,
    Indicator,
    IndicatorModel,
    calibrated,
    raw_scores,
    score,
)
from leefbaar_plugin.engine.models.validation import validate

DIMENSIONS = ("fys", "onv", "soc", "vrz", "won")


def table(*rows: Indicator) -> IndicatorModel:
    return IndicatorModel(rows)


def test_one_square_by_hand():
    model = table(
        Indicator("green", "fys", "%", "none", 20.0, 10.0, 0.04),
        Indicator("noise", "fys", "dB", "none", 55.0, 5.0, -0.02),
        Indicator("shops", "vrz", "m", "log", 6.0, 0.5, -0.1),
        Indicator("start", "vrz", transform="constant", coefficient=0.07),
    )
    figures = Figures(("noise", "green", "shops"), np.array([[60.0], [35.0], [math.exp(7.0)]]))
    got = score(model, figures, DIMENSIONS)
    # green: 0.04 x 1.5; noise: -0.02 x 1; shops: -0.1 x 2, and the constant
    assert got[0, 0] == pytest.approx(0.06 - 0.02, abs=1e-12)
    assert got[0, 3] == pytest.approx(-0.2 + 0.07, abs=1e-12)
    assert np.isnan(got[0, [1, 2, 4]]).all()


@pytest.mark.parametrize(
    ("transform", "value", "expected"),
    [("none", 9.0, 9.0), ("log", math.e, 1.0), ("log1p", math.e - 1.0, 1.0), ("sqrt", 9.0, 3.0), ("square", 3.0, 9.0)],
)
def test_transforms(transform: str, value: float, expected: float):
    model = table(Indicator("x", "fys", "", transform, 0.0, 1.0, 1.0))
    assert score(model, Figures(("x",), np.array([[value]])), ("fys",))[0, 0] == pytest.approx(expected, abs=1e-12)


def test_outside_the_domain_of_a_transform_there_is_no_score():
    model = table(Indicator("x", "fys", "", "log", 0.0, 1.0, 1.0))
    got = score(model, Figures(("x",), np.array([[0.0, -1.0, np.nan, 1.0]])), ("fys",))[:, 0]
    assert np.isnan(got[:3]).all() and got[3] == 0.0


@pytest.mark.parametrize("dtype", [np.float32, np.float64])
def test_many_indicators_against_a_loop(dtype: type):
    random = np.random.default_rng(4)
    places = 9_001  # more than are done at once, and no multiple
    names = tuple(f"i{n}" for n in range(12))
    values = random.normal(10.0, 3.0, (12, places)).astype(dtype)
    values[3, 17] = np.nan
    rows = [
        Indicator(name, DIMENSIONS[n % 5], "", ("none", "square", "log1p")[n % 3], 5.0 + n, 1.0 + n, 0.01 * (n - 4))
        for n, name in enumerate(names)
    ]
    values[[n for n in range(12) if n % 3 == 2]] = np.abs(values[[n for n in range(12) if n % 3 == 2]])
    order = random.permutation(12)
    figures = Figures(tuple(names[n] for n in order), values[order])
    got = score(table(*rows), figures, DIMENSIONS)
    bend = {"none": lambda x: x, "square": lambda x: x * x, "log1p": math.log1p}
    for place in (0, 17, 4095, 4096, 9000):
        for at, dimension in enumerate(DIMENSIONS):
            expected = sum(
                row.coefficient * (bend[row.transform](float(values[n, place])) - row.mean) / row.sd
                for n, row in enumerate(rows)
                if row.dimension == dimension
            )
            if math.isnan(expected):
                assert np.isnan(got[place, at])
            else:
                assert got[place, at] == pytest.approx(expected, abs=1e-12)


def test_two_sub_models_are_the_mean_of_their_z_scores():
    model = table(
        Indicator("a", "won", coefficient=2.0, part="opinion"),
        Indicator("b", "won", coefficient=-1.0, part="price"),
    )
    a, b = np.array([0.0, 1.0, 2.0, 3.0]), np.array([5.0, 1.0, 0.0, 2.0])
    figures, weight = Figures(("a", "b"), np.stack((a, b))), np.array([1.0, 1.0, 3.0, 0.0])
    with pytest.raises(InputError, match="two sub-models"):
        score(model, figures, ("won",))
    ready = calibrated(model, figures, weight, {"won": 0.5}, {"won": 0.1})
    used = weight > 0

    def z(values: np.ndarray) -> np.ndarray:
        mean = np.average(values[used], weights=weight[used])
        return (values - mean) / np.sqrt(np.average((values[used] - mean) ** 2, weights=weight[used]))

    expected = 0.5 + 0.1 * (z(2.0 * a) + z(-b)) / 2.0
    got = score(ready, figures, ("won",))
    np.testing.assert_allclose(got[:, 0], expected, atol=1e-12)
    assert set(raw_scores(ready, figures)) == {("won", "opinion"), ("won", "price")}


def test_a_sub_model_that_says_nothing_is_refused_by_name():
    rows = Indicator("a", "won", coefficient=1.0, part="opinion"), Indicator("b", "won", coefficient=0.0, part="price")
    figures = Figures(("a", "b"), np.array([[0.0, 1.0], [3.0, 4.0]]))
    with pytest.raises(InputError, match=r"price.*won"):
        calibrated(table(*rows), figures, np.ones(2))


@pytest.mark.parametrize(
    ("row", "told"),
    [
        (Indicator("x", "fys", transform="cube"), "x.*cube"),
        (Indicator("x", "fys", sd=0.0), "x.*above 0"),
        (Indicator("x", "fys", coefficient=float("nan")), "x.*numbers"),
    ],
)
def test_rows_that_can_not_be_are_refused_by_name(row: Indicator, told: str):
    with pytest.raises(InputError, match=told):
        table(row)


def test_twice_the_same_and_figures_that_lack_are_named():
    with pytest.raises(InputError, match="x stands twice in dimension fys"):
        table(Indicator("x", "fys"), Indicator("x", "fys"))
    with pytest.raises(InputError, match="no figures of y"):
        score(table(Indicator("x", "fys"), Indicator("y", "fys")), Figures(("x",), np.zeros((1, 3))), ("fys",))


def test_validation_looks_at_held_out_places_only_and_at_the_largest_difference():
    published = np.array([[0.1, 0.2], [0.3, 0.4], [0.5, 0.6], [np.nan, 0.8]])
    mine = published.copy()
    mine[0, 0] += 1.0  # not held out
    mine[1, 1] += 2e-6
    held_out = np.array([False, True, True, True])
    loose = validate(mine, published, ("fys", "onv"), held_out, np.ones(4), 3e-6)
    assert loose.passed
    assert [fit.places for fit in loose.fits] == [2, 3]
    assert loose.fits[1].largest == pytest.approx(2e-6, abs=1e-12)
    assert loose.fits[1].rms == pytest.approx(2e-6 / math.sqrt(3.0), rel=1e-6)
    assert not validate(mine, published, ("fys", "onv"), held_out, np.ones(4), 1e-6).passed
    everywhere = validate(mine, published, ("fys", "onv"), np.ones(4, bool), np.ones(4), 3e-6)
    assert not everywhere.passed and everywhere.fits[0].largest == pytest.approx(1.0)


def test_nothing_compared_is_no_pass():
    published = np.full((3, 1), np.nan)
    assert not validate(np.zeros((3, 1)), published, ("fys",), np.ones(3, bool), np.ones(3), 1.0).passed
