# SPDX-License-Identifier: GPL-2.0-or-later
"""Signals on hand-made areas: every rule says yes, every condition of it says no by itself, unknown isn't no."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from leefbaar_plugin.analysis.signals.rule_set import load_rule, load_rules, with_parameters
from leefbaar_plugin.engine.areas.aggregation import aggregate
from leefbaar_plugin.engine.areas.coverage import Coverage
from leefbaar_plugin.engine.errors import InputError
from leefbaar_plugin.engine.signals.evidence import Evidence
from leefbaar_plugin.engine.signals.judge import CHANGE, FOUND, NOT_FOUND, UNKNOWN, Condition, Signal, combine, judge
from leefbaar_plugin.engine.signals.square_conditions import SquareCondition, YearScores, mask_of
from leefbaar_plugin.engine.squares.matrix import score_matrix
from leefbaar_plugin.engine.squares.scoring import PublishedScores
from leefbaar_plugin.engine.squares.weights import Counts, weigh
from tests.unit.signal_cases import CASES, OF_CLASS, YEARS, Square, evidence_of

EACH_CONDITION = [(rule, condition) for rule, (_, cases) in CASES.items() for condition in cases]


def test_every_rule_and_every_condition_has_a_case():
    expected = {(rule.id, condition.id) for rule in load_rules().values() for condition in rule.conditions}
    # with the average where it is, an area above it is of class 5 or higher, so that one can't say no by itself
    assert expected == set(EACH_CONDITION) | {("onveilig_centrum", "total")} and len(expected) >= 30
    assert len(load_rules()) == 12


@pytest.mark.parametrize("rule", CASES)
def test_the_rule_says_yes(rule):
    judged = judge(evidence_of(CASES[rule][0]), load_rule(rule).signal())
    assert judged.state[0] == FOUND
    assert {name: met[0] for name, met in judged.met.items()} == dict.fromkeys(judged.met, FOUND)
    assert all(np.isfinite(value[0]) for value in judged.values.values())


@pytest.mark.parametrize(("rule", "condition"), EACH_CONDITION)
def test_one_condition_alone_says_no(rule, condition):
    judged = judge(evidence_of(CASES[rule][1][condition]), load_rule(rule).signal())
    assert judged.state[0] == NOT_FOUND
    met = {name: int(states[0]) for name, states in judged.met.items()}
    assert met == {**dict.fromkeys(met, FOUND), condition: NOT_FOUND}


@pytest.mark.parametrize("rule", CASES)
def test_an_area_without_squares_is_unknown_not_no(rule):
    judged = judge(evidence_of([*CASES[rule][0], []]), load_rule(rule).signal())
    assert judged.state[-1] == UNKNOWN and judged.state[0] == FOUND
    assert all(np.isnan(value[-1]) for value in judged.values.values())
    assert judged.explains[-1] == -1 and np.isnan(judged.explained[-1])


@pytest.mark.parametrize("rule", CASES)
def test_no_areas_at_all(rule):
    judged = judge(evidence_of([], outside=[Square(3), Square(6, won=-0.2)]), load_rule(rule).signal())
    assert len(judged.state) == 0 and set(judged.met) == {one.id for one in load_rule(rule).conditions}


def test_a_class_as_a_whole_can_be_asked_of_a_centre_too():
    rule = with_parameters(load_rule("onveilig_centrum"), {"above": 8})
    judged = judge(evidence_of(CASES["onveilig_centrum"][0]), rule.signal())
    met = {name: int(states[0]) for name, states in judged.met.items()}
    assert met == {**dict.fromkeys(met, FOUND), "total": NOT_FOUND}


def test_the_average_is_subtracted_and_needed():
    evidence = evidence_of(CASES["onveilig_centrum"][0])
    signal = load_rule("onveilig_centrum").signal()
    assert judge(evidence, signal).values["above_average"][0] == pytest.approx(4.15 - 4.12)
    with pytest.raises(InputError, match="no average in 2024"):
        judge(replace(evidence, average=None), signal)


@pytest.mark.parametrize(("also", "class_"), [("none", 6), ("won", 5)])
def test_what_lifts_a_centre_may_be_dwellings_too(also, class_):
    rule = with_parameters(load_rule("onveilig_centrum"), {"also": also})
    area = [Square(7, onv=-0.2, vrz=0.05, won=0.11)]
    judged = judge(evidence_of([area]), rule.signal())
    assert judged.values["without_amenities"][0] == class_  # 4.15 - 0.05 = 4.10; 4.15 - 0.05 - 0.11 = 3.99


def test_what_is_expected_is_one_more_mean_change():
    rule = load_rule("kwetsbare_wijk")
    falling = [Square(4, 1300, {2020: 4.00, 2022: 3.99, 2024: 3.96})]  # -0.02 each time: 3.94
    sinking = [Square(4, 1300, {2020: 4.02, 2022: 3.90, 2024: 3.96})]  # -0.03: 3.93
    gone = [Square(4, 1300, missing=(2020,))]
    evidence = evidence_of([falling, sinking, gone])
    assert judge(evidence, rule.signal()).values["expected"].tolist() == pytest.approx([5, 4, np.nan], nan_ok=True)
    longer = with_parameters(rule, {"course": 4}).signal()  # from 2018: (3.96 - 3.88) / 3 up
    assert judge(evidence, longer).values["expected"].tolist() == [5, 5, 4]


def test_the_other_groups_of_the_letters_are_within_reach():
    from_six = [Square(6, 100, {2022: 4.05, 2024: 3.96})]
    third = with_parameters(load_rule("dalers"), {"lowest": 5, "highest": 6}).signal()
    judged = judge(evidence_of([from_six, CASES["dalers"][0][0]]), third)
    assert judged.values["moved"].tolist() == [100, 0] and judged.state[0] == FOUND
    assert judge(evidence_of([from_six]), load_rule("dalers").signal()).values["moved"][0] == 0
    letter_of_2023 = {"highest": 4, "until_lowest": 5, "until_highest": 9}
    risen = [Square(4, 100, {2022: 3.90, 2024: 4.20})]
    assert judge(evidence_of([risen]), load_rule("stijgers").signal()).values["moved"][0] == 0
    other = with_parameters(load_rule("stijgers"), letter_of_2023).signal()
    assert judge(evidence_of([risen]), other).values["moved"][0] == 100


# --- measures ---------------------------------------------------------------------------------------------------------


def test_values_are_those_counted_by_hand():
    evidence = evidence_of([[Square(3, 100), Square(4, 300, share=0.5), Square(6, 150)]])
    judged = judge(evidence, load_rule("structureel_onder_druk").signal())
    assert judged.values["size"][0] == 250 and judged.state[0] == FOUND
    assert judged.values["severity"][0] == pytest.approx(100 / 400)
    assert judged.values["duration"][0] == 4


def test_a_limit_that_parts_of_squares_just_reach_is_reached():
    thirds = [Square(3, 50, share=1 / 3)] * 3
    judged = judge(evidence_of([thirds]), load_rule("onvoldoende_buurt").signal())
    assert judged.values["size"][0] != 100 or sum([1 / 3 * 100] * 3) == 100
    assert judged.state[0] == FOUND


def test_a_duration_counts_what_is_known_and_doubts_the_rest_only_where_it_matters():
    signal = load_rule("structureel_onder_druk").signal()
    gone = Square(4, 300, missing=(2018, 2020))
    twice = judge(evidence_of([[gone, Square(3, 100, missing=(2018, 2020))]]), signal)
    assert twice.values["duration"][0] == 2 and twice.met["duration"][0] == UNKNOWN and twice.state[0] == UNKNOWN
    enough = judge(evidence_of([[Square(3, 400, missing=(2018,))]]), signal)
    assert enough.met["duration"][0] == FOUND
    better = {2022: OF_CLASS[6], 2024: OF_CLASS[6]}
    never = judge(evidence_of([[Square(3, 400, better, missing=(2018,))]]), signal)
    assert never.met["duration"][0] == NOT_FOUND


def test_a_share_that_is_just_reached_counts():
    signal = load_rule("structureel_onder_druk").signal()
    half = [Square(3, 70, share=1 / 7), *[Square(4, 350, share=0.1)] * 8, *[Square(6, 29, share=1.0)] * 10]
    assert judge(evidence_of([half]), signal).values["duration"][0] == 4
    assert judge(evidence_of([[*half, Square(6, 1)]]), signal).values["duration"][0] == 0


def test_a_year_without_a_class_is_no_low_class():
    signal = load_rule("kwetsbare_wijk").signal()
    judged = judge(evidence_of([[Square(3, 1300, onv=-0.2, missing=(2014, 2018, 2020))]]), signal)
    assert judged.values["duration"][0] == 2 and judged.met["duration"][0] == UNKNOWN == judged.state[0]
    judged = judge(evidence_of([[Square(3, 1300, onv=-0.2, missing=(2014, 2018))]]), signal)
    assert judged.values["duration"][0] == 3 and judged.state[0] == FOUND


def test_no_wins_from_unknown():
    states = [np.array(one, np.int8) for one in ([1, 1, 0, -1], [1, -1, -1, -1])]
    assert combine(states, 4).tolist() == [FOUND, UNKNOWN, NOT_FOUND, UNKNOWN]
    assert combine([], 2).tolist() == [FOUND, FOUND]


def test_a_change_is_of_the_squares_that_have_both_years():
    new = Square(6, 900, missing=(2022,))
    evidence = evidence_of([[Square(5, 100, {2022: 4.01, 2024: 3.96}), new]])
    judged = judge(evidence, Signal({}, (Condition("fall", "score_fall", {}, 0.04),), CHANGE))
    assert judged.values["fall"][0] == pytest.approx(0.05, abs=1e-12)


def test_ranks_are_parts_of_the_areas_ranked_among():
    areas = [[Square(6, onv=-0.1 * at)] for at in range(5)]
    signal = Signal({}, (Condition("rank", "rank", {"theme": "onv"}, None, 0.4),))
    judged = judge(evidence_of(areas), signal)
    assert judged.values["rank"].tolist() == [1.0, 0.8, 0.6, 0.4, 0.2]
    assert judged.state.tolist() == [0, 0, 0, 1, 1]
    ties = judge(evidence_of([[Square(6, onv=-0.1)]] * 4), signal)
    assert ties.values["rank"].tolist() == [1.0] * 4
    own = evidence_of([[Square(6, onv=-0.25)]])
    among = Evidence(own.squares, own.coverage, own.scores, own.weights, evidence_of(areas).scores)
    assert judge(among, signal).values["rank"].tolist() == [0.4]
    total = Signal({}, (Condition("rank", "rank", {"theme": "lbm"}, None, 0.5),))
    assert judge(evidence_of([[Square(3)], [Square(4)]]), total).state.tolist() == [1, 0]


def test_a_share_against_a_pack_without_any_is_unknown():
    judged = judge(evidence_of([[Square(6)]]), load_rule("dimensie_tegen").signal())
    assert judged.met["times_pack"][0] == UNKNOWN and judged.met["share"][0] == NOT_FOUND
    assert judged.state[0] == NOT_FOUND


# --- what explains ----------------------------------------------------------------------------------------------------


def test_the_lowest_dimension_of_the_squares_it_is_about_explains_a_level():
    low = Square(3, 100, onv=-0.1, won=-0.15, vrz=0.3)  # fys is the rest: -0.37
    judged = judge(evidence_of([[low, Square(9, 5000)]]), load_rule("onvoldoende_buurt").signal())
    assert judged.explains[0] == 0
    assert judged.explained[0] == pytest.approx(OF_CLASS[3] - 4.10226485114369 - 0.05, abs=1e-9)
    lower = Square(3, 100, onv=-0.3)
    assert judge(evidence_of([[lower]]), load_rule("onvoldoende_buurt").signal()).explains[0] == 1


def test_a_level_without_a_negative_dimension_has_no_explanation():
    judged = judge(evidence_of([[Square(9, 100)]]), Signal({}, (Condition("c", "area_class", {}, 1),)))
    assert judged.explains[0] == -1 and judged.state[0] == FOUND


def test_a_change_is_explained_in_its_own_direction():
    judged = judge(evidence_of([[Square(5, 100, {2022: 4.01, 2024: 3.96})]]), load_rule("vroegsignaal").signal())
    assert judged.explains[0] == 0 and judged.explained[0] == pytest.approx(-0.05, abs=1e-9)
    risen = judge(evidence_of(CASES["stijgers"][0]), load_rule("stijgers").signal())
    assert risen.explained[0] == pytest.approx(0.10, abs=1e-9)


def test_a_change_of_the_reference_counts_in_the_direction(lbm2):
    """In LBM 2.0 the national mean rises by 0.0216 from 2014 to 2016: squares rise while their dimensions fall."""
    parts = np.array([[[0.0, 0.0, 0.0, 0.0, 0.0], [0.006, -0.02, 0.0, 0.0, 0.0]]])
    deviation = parts.sum(axis=-1)
    published = PublishedScores((2014, 2016), deviation + lbm2.reference_of((2014, 2016)), deviation, parts)
    matrix = score_matrix(lbm2, published)
    weights = {"dwellings": weigh(Counts(*np.full((3, 1), 10.0)), 1)}
    coverage = Coverage(np.array([0, 1]), np.array([0]), np.ones(1), np.full(1, 1e4))
    scores = aggregate(lbm2, matrix, coverage, weights["dwellings"], "share")
    evidence = Evidence(YearScores(lbm2, matrix, 2016, 2014), coverage, scores, weights)
    signal = Signal({}, (Condition("up", "score_change", {}, 0.001),), CHANGE)
    judged = judge(evidence, signal)
    assert judged.state[0] == FOUND and judged.values["up"][0] == pytest.approx(0.0076, abs=1e-9)
    assert judged.explains[0] == 0 and judged.explained[0] == pytest.approx(0.006)


# --- squares and parameters -------------------------------------------------------------------------------------------


def test_conditions_on_squares():
    squares = evidence_of(
        [
            [
                Square(3),
                Square(4, totals={2022: 4.05, 2020: 4.05, 2018: 4.05}),
                Square(6, totals={2022: 4.15}),
                Square(2, missing=(2024,)),
                Square(4, missing=(2020, 2022)),
                Square(6, won=-0.16),
            ]
        ]
    ).squares

    def mask(kind, **arguments):
        met, known = mask_of(squares, SquareCondition(kind, arguments))
        assert not (met & ~known).any()
        return met.tolist(), known.tolist()

    assert mask("class", highest=4)[0] == [True, True, False, False, True, False]
    assert mask("class", lowest=4, highest=6)[0] == [False, True, True, False, True, True]
    assert mask("class", highest=9)[1] == [True, True, True, False, True, True]
    assert mask("duration", highest=4, times=3, of_last=4) == (
        [True, False, False, True, False, False],
        [True, True, True, True, False, True],
    )
    assert mask("change", rise=0.05)[0] == [False] * 6
    assert mask("change", fall=0.05)[0] == [False, True, True, False, False, False]
    assert mask("change", fall=0.05, highest=4, when="last")[0] == [False, True, False, False, False, False]
    assert mask("change", fall=0.05, highest=4, when="first")[0] == [False] * 6
    assert mask("change", fall=0.05)[1] == [True, True, True, False, False, True]
    assert mask("change_class", highest=4)[0] == [False, True, True, False, False, False]
    assert mask("change_class", lowest=5, highest=5)[0] == [True, False, False, False, False, True]
    assert mask("dimension", dimension="won", highest=2)[0] == [False, False, False, False, False, True]
    assert mask("dimension", dimension="won", highest=1)[0] == [False] * 6


def test_a_change_that_just_reaches_its_limit_reaches_it():
    """4.1 - 4.0 is 0.09999999999999964 in floating point."""
    risen, fallen = Square(6, totals={2022: 4.0, 2024: 4.1}), Square(6, totals={2022: 4.1, 2024: 4.0})
    squares = evidence_of([[risen, fallen]]).squares
    assert mask_of(squares, SquareCondition("change", {"rise": 0.1}))[0].tolist() == [True, False]
    assert mask_of(squares, SquareCondition("change", {"fall": 0.1}))[0].tolist() == [False, True]
    assert not mask_of(squares, SquareCondition("change", {"rise": 0.1001}))[0].any()


def test_what_cannot_be_judged_is_refused():
    evidence = evidence_of([[Square(3)]], since=None)
    with pytest.raises(InputError, match="needs an earlier measurement than 2024"):
        mask_of(evidence.squares, SquareCondition("change", {"fall": 0.1}))
    with pytest.raises(InputError, match="isn't one of fys, onv, soc, vrz, won"):
        mask_of(evidence.squares, SquareCondition("dimension", {"dimension": "bev", "highest": 3}))
    with pytest.raises(InputError, match="no condition on squares called shape"):
        mask_of(evidence.squares, SquareCondition("shape"))
    with pytest.raises(InputError, match="6 of the last 6 measurements were asked for; up to 2024 there are 5"):
        mask_of(evidence.squares, SquareCondition("duration", {"highest": 4, "times": 6, "of_last": 6}))
    with pytest.raises(InputError, match="no measure of areas called magic"):
        judge(evidence, Signal({}, (Condition("c", "magic", {}, 1),)))
    with pytest.raises(InputError, match="no counts of cars"):
        evidence.weight_of("cars")


@pytest.mark.parametrize("year", YEARS[1:])
def test_another_year_is_judged_with_its_own_past(year):
    evidence = evidence_of([[Square(3, 400)]])
    evidence = evidence.looked_at(replace(evidence.squares, year=year, since=None))
    signal = load_rule("structureel_onder_druk").signal()
    judged = judge(evidence, signal)
    back = min(4, YEARS.index(year) + 1)
    assert judged.values["duration"][0] == back
    assert judged.state[0] == (FOUND if back >= 3 else NOT_FOUND)


def test_a_changed_parameter_changes_the_outcome():
    rule = load_rule("onvoldoende_buurt")
    evidence = evidence_of([[Square(3, 60)], [Square(4, 60)]])
    assert judge(evidence, rule.signal()).state.tolist() == [1, 0]
    assert judge(evidence, with_parameters(rule, {"residents": 121}).signal()).state.tolist() == [0, 0]
    assert judge(evidence, with_parameters(rule, {"highest": 4}).signal()).state.tolist() == [1, 1]
