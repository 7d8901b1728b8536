# SPDX-License-Identifier: GPL-2.0-or-later
"""Weights and the rule that fills missing counts."""

from __future__ import annotations

import numpy as np
import pytest

from leefbaar_plugin.engine.errors import InputError
from leefbaar_plugin.engine.squares.weights import KINDS, Counts, ImputationRule, weigh

NAN = np.nan
#                 all   no dwellings  only inhabitants  nothing  zero dwellings
COUNTS = Counts(
    np.array([10.0, NAN, NAN, NAN, 0.0]), np.array([9.0, 8.0, NAN, NAN, 5.0]), np.array([20.0, 15.0, 42.0, NAN, NAN])
)


def test_dwellings_else_households_else_inhabitants_else_the_constant():
    weights = weigh(COUNTS, 5)
    assert weights.kind == "dwellings"
    assert weights.value.tolist() == [10, 8, 42 / 2.1, 1, 0]
    assert weights.imputed.tolist() == [False, True, True, True, False]


def test_households_and_inhabitants_fill_alike():
    households = weigh(COUNTS, 5, "households")
    assert households.value.tolist() == [9, 8, 42 / 2.1, 1, 5]
    assert households.imputed.tolist() == [False, False, True, True, False]
    inhabitants = weigh(COUNTS, 5, "inhabitants")
    assert inhabitants.value.tolist() == pytest.approx([20, 15, 42, 2.1, 10.5])
    assert inhabitants.imputed.tolist() == [False, False, False, True, True]
    only_dwellings = Counts(np.array([4.0, NAN]), np.array([NAN, NAN]), np.array([NAN, 6.0]))
    assert weigh(only_dwellings, 2, "inhabitants").value.tolist() == pytest.approx([8.4, 6])


def test_the_rule_is_the_users():
    weights = weigh(COUNTS, 5, rule=ImputationRule(persons_per_dwelling=2.0, dwellings_if_unknown=7.0))
    assert weights.value.tolist() == [10, 8, 21, 7, 0]


def test_equal_weights():
    weights = weigh(COUNTS, 5, "equal")
    assert (weights.kind, weights.value.tolist(), weights.imputed.any()) == ("equal", [1] * 5, False)


def test_the_next_kind_when_there_are_no_counts_of_one_and_it_says_so():
    nothing = np.full(2, NAN)
    assert weigh(Counts(nothing, np.array([3.0, NAN]), nothing), 2).kind == "households"
    assert weigh(Counts(nothing, nothing, np.array([3.0, NAN])), 2).kind == "inhabitants"
    assert weigh(Counts(nothing, nothing, nothing), 2).kind == "equal"
    assert weigh(Counts(np.ones(2), nothing, nothing), 2, "inhabitants").kind == "equal"
    assert weigh(None, 3).value.tolist() == [1, 1, 1]


@pytest.mark.parametrize("kind", KINDS)
def test_weights_are_never_nan(kind):
    assert np.isfinite(weigh(COUNTS, 5, kind).value).all()


def test_unknown_kind():
    with pytest.raises(InputError, match="Weight cars isn't one of dwellings, households, inhabitants, equal"):
        weigh(COUNTS, 5, "cars")
