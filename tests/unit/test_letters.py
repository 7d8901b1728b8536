# SPDX-License-Identifier: GPL-2.0-or-later
"""Every condition tells which demand of which letter it follows; every demand is answered or named as left out."""

from __future__ import annotations

import copy
import json

import pytest

from leefbaar_plugin.analysis.signals.letters import dates_of, load_letters
from leefbaar_plugin.analysis.signals.rule_set import load_rule, load_rules, read_rule
from leefbaar_plugin.analysis.signals.rule_words import condition_basis, full_text
from leefbaar_plugin.analysis.signals.rules import INFERRED, MARKS, OFFICIAL, OWN
from leefbaar_plugin.engine.errors import ModelError
from leefbaar_plugin.pack.files.resources import read_json

DECEMBER_2015, MARCH_2020, APRIL_2022, MAY_2023, IN_2026 = "2015-12", "2020-03-31", "2022-04-14", "2023-05-25", "2026"
CONDITION, TOLD, LEFT_OUT = "condition", "told_in", "left_out"
DEMANDS = {
    # rule: demand -> letters that ask it, and how it is answered here (section 8 of the domain file, read by hand)
    "onvoldoende_buurt": {"size": ([MARCH_2020], CONDITION)},
    "ongunstige_buurt": {"size": ([APRIL_2022], CONDITION)},
    "structureel_onder_druk": {
        "size": ([APRIL_2022, IN_2026], CONDITION),
        "severity": ([APRIL_2022, IN_2026], CONDITION),
        "duration": ([APRIL_2022, IN_2026], CONDITION),
        "counted": ([APRIL_2022, IN_2026], TOLD),
        "against": ([IN_2026], TOLD),
    },
    "stijgers": {
        "from_to": ([IN_2026], CONDITION),
        "substantial": ([MAY_2023, IN_2026], CONDITION),
        "from_to_2023": ([MAY_2023], LEFT_OUT),
        "dimension": ([MAY_2023, IN_2026], TOLD),
    },
    "dalers": {
        "start": ([MAY_2023, IN_2026], CONDITION),
        "substantial": ([MAY_2023, IN_2026], CONDITION),
        "third_group": ([MAY_2023], LEFT_OUT),
        "dimension": ([MAY_2023, IN_2026], TOLD),
    },
    "kwetsbare_wijk": dict.fromkeys(
        ["larger", "duration", "expected", "safety", "substantial"], ([MARCH_2020], CONDITION)
    ),
    "aandachtsbuurt": dict.fromkeys(["duration", "occurs", "safety", "residents"], ([MARCH_2020], CONDITION)),
    "aandachtsregio": dict.fromkeys(["share", "territory"], ([MARCH_2020], CONDITION)),
    "onveilig_laag": dict.fromkeys(["lowest", "low_total"], ([MARCH_2020, IN_2026], CONDITION)),
    "onveilig_centrum": {
        "lowest": ([MARCH_2020, IN_2026], CONDITION),
        "above": ([MARCH_2020, IN_2026], CONDITION),
        "lifted": ([MARCH_2020], CONDITION),
        "lifted_2026": ([IN_2026], LEFT_OUT),
        "centre": ([MARCH_2020, IN_2026], LEFT_OUT),
    },
    "dimensie_tegen": {"share": ([IN_2026], CONDITION), "country": ([IN_2026], CONDITION)},
    "vroegsignaal": dict.fromkeys(["not_weak", "down"], ([DECEMBER_2015], CONDITION)),
}


def test_every_rule_is_in_the_list():
    assert set(DEMANDS) == set(load_rules())


def unanswered(rule, demands) -> list[str]:
    """Demands (by id: letters, and how they're answered) that a rule lacks, has otherwise, or answers otherwise."""
    found = [name for name in demands if name not in {one.id for one in rule.demands}]
    followed = {demand for condition in rule.conditions for demand in condition.follows}
    for one in rule.demands:
        answers = {CONDITION: one.id in followed, TOLD: bool(one.told_in), LEFT_OUT: bool(one.left_out)}
        how = {name for name, there in answers.items() if there}
        if one.id not in demands or (list(one.letters), how) != (demands[one.id][0], {demands[one.id][1]}):
            found.append(one.id)
    return found


def unmarked(rule) -> list[str]:
    """Conditions that name no demand and aren't our own either, or say both, or are marked surer than they are."""
    found = []
    for one in rule.conditions:
        # what no letter asks is our own, and says what it is
        told = bool(one.follows) != (one.own is not None) and (bool(one.follows) or one.mark == OWN)
        # a limit that is our own makes the condition our own, an inferred one at best inferred
        limits = [rule.parameter(limit[1:]).mark for limit in (one.at_least, one.at_most) if limit is not None]
        if one.mark not in MARKS or not told or MARKS.index(one.mark) < max(MARKS.index(mark) for mark in limits):
            found.append(one.id)
    return found


@pytest.mark.parametrize("rule_id", DEMANDS)
def test_every_demand_of_the_list_is_answered_or_named_as_left_out(rule_id):
    rule = load_rule(rule_id)
    assert unanswered(rule, DEMANDS[rule_id]) == []
    for demand in rule.demands:
        for language in ("nl", "en"):
            assert demand.text[language] in full_text(rule, language)
            assert all(load_letters()[one].date[language] in full_text(rule, language) for one in demand.letters)


@pytest.mark.parametrize("rule_id", DEMANDS)
def test_every_condition_says_what_it_follows_and_what_it_rests_on(rule_id):
    rule = load_rule(rule_id)
    assert unmarked(rule) == []
    for condition in rule.conditions:
        for language in ("nl", "en"):
            basis = condition_basis(rule, condition, language)
            assert basis and basis in full_text(rule, language)


def without(document, *names):
    """What a condition says of letters taken away."""
    for name in names:
        document["conditions"][0].pop(name, None)


@pytest.mark.parametrize(
    ("change", "conditions", "demands"),
    [
        (lambda one: without(one, "follows"), ["size"], ["size"]),  # neither a demand nor our own
        (lambda one: without(one, "mark"), ["size"], []),
        (lambda one: without(one, "follows", "mark"), ["size"], ["size"]),
        (lambda one: one["conditions"][0].update(own={"nl": "x", "en": "x"}), ["size"], []),  # both
        (lambda one: one["parameters"][0].update(mark=OWN), ["size"], []),  # surer than its limit
        (lambda one: one["demands"].clear() or without(one, "follows"), ["size"], ["size"]),  # a demand forgotten
        (lambda one: one["demands"][0].update(letters=["2026"]), [], ["size"]),  # of another letter
        (lambda one: one["demands"][0].update(left_out={"nl": "x", "en": "x"}), [], ["size"]),  # two answers
        (lambda one: one["demands"].append({**one["demands"][0], "id": "more"}), [], ["more"]),  # and none
        (lambda one: None, [], []),
    ],
)
def test_a_condition_or_demand_that_is_amiss_is_found(change, conditions, demands):
    document = copy.deepcopy(read_json("rules", "ongunstige_buurt.json"))
    change(document)
    rule = read_rule(json.dumps(document))
    assert unmarked(rule) == conditions and unanswered(rule, DEMANDS["ongunstige_buurt"]) == demands


def test_a_demand_of_the_domain_file_that_no_rule_has_is_found():
    more = {**DEMANDS["ongunstige_buurt"], "severity": ([APRIL_2022], CONDITION)}
    assert unanswered(load_rule("ongunstige_buurt"), more) == ["severity"]


def test_the_dates_are_those_of_the_letters():
    assert [(one.date["en"], one.measurement, one.model) for one in load_letters().values()] == [
        ("December 2015", 2014, "lbm2"),
        ("31 March 2020 (annex)", 2018, "lbm2"),
        ("14 April 2022", 2020, "lbm3"),
        ("25 May 2023", 2020, "lbm3"),
        ("2026", 2024, "lbm3"),
    ]
    assert dates_of([MAY_2023, IN_2026], "nl", " en ") == "25 mei 2023 en 2026"
    assert dates_of([IN_2026], "en", " and ") == "2026" and dates_of([], "en", " and ") == ""


def test_words_of_a_condition():
    rule = load_rule("aandachtsbuurt")
    by_id = {one.id: one for one in rule.conditions}
    assert condition_basis(rule, by_id["now"], "en") == (
        "Condition: For at least three measurements, the year itself among them, weak at best (class 4) "
        "(letter of 31 March 2020 (annex)) – official."
    )
    assert condition_basis(rule, by_id["expected"], "nl").endswith("onze eigen lezing – eigen keuze.")
    assert [by_id[name].mark for name in ("size", "now", "insufficient")] == [OFFICIAL, OFFICIAL, INFERRED]
    said = full_text(load_rule("stijgers"), "en")
    assert "Left out: From class 1 to 4 in 2014 to class 5 or higher in 2020 (letter of 25 May 2023); not the" in said


def test_an_own_rule_may_say_nothing_of_letters_or_say_it_right():
    document = copy.deepcopy(read_json("rules", "ongunstige_buurt.json"))
    bare = copy.deepcopy(document)
    del bare["demands"], bare["conditions"][0]["follows"], bare["conditions"][0]["mark"]
    rule = read_rule(json.dumps(bare))
    assert (
        rule.demands == () and rule.conditions[0].mark == "" and condition_basis(rule, rule.conditions[0], "nl") == ""
    )
    for change, sentence in [
        (lambda one: one["conditions"][0].update(follows=["height"]), "conditions.size.follows is wrong"),
        (lambda one: one["conditions"][0].update(mark="sure"), "conditions.size.mark is wrong"),
        (lambda one: one["demands"][0].update(letters=["2019"]), "demands.size.letters is wrong; expected is 2015-12"),
        (lambda one: one["demands"][0].update(letters=[]), "demands.size.letters is wrong"),
        (lambda one: one["demands"][0].update(text="x"), "text is wrong; expected is nl, en"),
        (lambda one: one["demands"].append(one["demands"][0]), "demands is wrong; expected is unique ids"),
        (lambda one: one.update(demands=3), "demands is wrong; expected is a list"),
    ]:
        wrong = copy.deepcopy(document)
        change(wrong)
        with pytest.raises(ModelError) as caught:
            read_rule(json.dumps(wrong))
        assert sentence in str(caught.value)
