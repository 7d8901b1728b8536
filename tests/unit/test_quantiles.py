# SPDX-License-Identifier: GPL-2.0-or-later
"""Where a value stands among weighted values: exact against a sum by hand, from quantiles within what they promise."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from leefbaar_plugin.engine.areas.quantiles import NO_STEP, STEP, Histogram, Ordered, standing_in_quantiles, values_of

scores = st.lists(
    st.tuples(st.floats(-1.5, 1.5), st.floats(0.01, 300.0)),
    min_size=1,
    max_size=60,
)


def by_hand(values, weights, x):
    """Shares of the weight with a lower and a higher value, one value after the other."""
    whole = sum(weights)
    lower = sum(w for v, w in zip(values, weights) if v < x - 1e-9)
    higher = sum(w for v, w in zip(values, weights) if v > x + 1e-9)
    return lower / whole, higher / whole


@given(scores, st.floats(-2, 2))
def test_exact_standing_is_the_sum_by_hand(given_values, other):
    values, weights = map(np.array, zip(*given_values))
    asked = np.array([other, *values[:5]])
    lower, higher = Ordered.of(values, weights).standing(asked)
    for at, x in enumerate(asked):
        assert (lower[at], higher[at]) == pytest.approx(by_hand(values, weights, x), abs=1e-12)


def test_what_has_no_value_or_weighs_nothing_doesnt_count():
    ordered = Ordered.of(np.array([4.0, np.nan, 3.0, 5.0]), np.array([2.0, 7.0, 0.0, 6.0]))
    lower, higher = ordered.standing(np.array([4.0, np.nan, 3.5, 4.0 + 1e-12]))
    assert lower.tolist()[0] == 0 and higher.tolist()[0] == 0.75  # its own 2 of 8 are neither
    assert np.isnan(lower[1]) and np.isnan(higher[1])
    assert (lower[2], higher[2]) == (0, 1)
    assert (lower[3], higher[3]) == (0, 0.75)  # the same score but for the last digit
    nothing = Ordered.of(np.array([np.nan]), np.array([1.0])).standing(np.array([4.0]))
    assert np.isnan(nothing[0]) and np.isnan(nothing[1])


@given(scores, st.integers(0, 59), st.sampled_from([10, 100, 1000]))
def test_kept_quantiles_give_the_standing_to_half_a_share(given_values, which, count):
    values, weights = map(np.array, zip(*given_values))
    values = np.rint(values / STEP) * STEP  # so that only the number of quantiles makes a difference
    histogram = Histogram.of(values, weights, np.zeros(len(values), np.int64), 1)
    kept = values_of(histogram.quantiles(histogram.weight, count)[0])
    near = values[which % len(values)]
    asked = np.array([kept[which % count], values.min() - 0.1, values.max() + 0.1, near + STEP / 3, near - STEP / 3])
    lower, higher = standing_in_quantiles(kept, asked)
    for at, x in enumerate(asked):
        wanted = by_hand(values, weights, x)
        assert 0 <= lower[at] <= lower[at] + higher[at] <= 1 + 1e-12
        assert lower[at] == pytest.approx(wanted[0], abs=0.5 / count + 1e-9)
        assert higher[at] == pytest.approx(wanted[1], abs=0.5 / count + 1e-9)


def test_quantiles_are_those_of_the_repeated_values():
    random = np.random.default_rng(4)
    values, weights = random.normal(0, 0.2, 3000), random.integers(1, 40, 3000)
    group = random.integers(0, 3, 3000)
    histogram = Histogram.of(values, weights.astype(float), group, 4)
    kept = values_of(histogram.quantiles(histogram.weight, 100))
    assert np.isnan(kept[3]).all()  # nothing is in that group
    for which in range(3):
        repeated = np.repeat(values[group == which], weights[group == which])
        wanted = np.quantile(repeated, (np.arange(100) + 0.5) / 100, method="inverted_cdf")
        assert np.abs(kept[which] - wanted).max() <= STEP / 2 + 1e-12
    both = values_of(histogram.quantiles(histogram.weight[:2].sum(axis=0)[None], 100))[0]
    repeated = np.repeat(values[group < 2], weights[group < 2])
    wanted = np.quantile(repeated, (np.arange(100) + 0.5) / 100, method="inverted_cdf")
    assert np.abs(both - wanted).max() <= STEP / 2 + 1e-12


def test_nothing_to_stand_among():
    empty = Histogram.of(np.zeros(0), np.zeros(0), np.zeros(0, np.int64), 2)
    steps = empty.quantiles(empty.weight, 10)
    assert (steps == NO_STEP).all() and steps.shape == (2, 10)
    lower, higher = standing_in_quantiles(values_of(steps[0]), np.array([0.1]))
    assert np.isnan(lower[0]) and np.isnan(higher[0])
    assert all(np.isnan(one[0]) for one in standing_in_quantiles(np.zeros(0), np.array([0.1])))
