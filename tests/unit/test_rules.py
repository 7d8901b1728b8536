# SPDX-License-Identifier: GPL-2.0-or-later
"""Rule files: whole, in both languages, marked; a wrong one is refused with a sentence that says what is wrong."""

from __future__ import annotations

import copy
import json
import re

import pytest

from leefbaar_plugin.analysis.signals.rule_set import (
    as_in_file,
    load_rule,
    load_rules,
    parse_values,
    read_rule,
    rule_json,
    with_parameters,
)
from leefbaar_plugin.analysis.signals.rule_words import (
    full_text,
    mark_name,
    number,
    parameter_value,
    places_in,
    rule_text,
    say_value,
    unit_name,
    words,
)
from leefbaar_plugin.analysis.signals.rules import INFERRED, MARKS, OFFICIAL, OWN, UNITS
from leefbaar_plugin.engine.errors import InputError, ModelError
from leefbaar_plugin.engine.signals.judge import judge
from leefbaar_plugin.pack.files.resources import read_json, resource_path
from tests.unit.signal_cases import Square, evidence_of

RULES = sorted(path.stem for path in resource_path("rules").glob("*.json"))


@pytest.fixture
def document():
    return copy.deepcopy(read_json("rules", "structureel_onder_druk.json"))


def refused(document) -> str:
    with pytest.raises(ModelError) as caught:
        read_rule(document if isinstance(document, str) else json.dumps(document))
    return str(caught.value)


# --- the presets ------------------------------------------------------------------------------------------------------


def test_every_file_is_a_rule_named_as_its_file():
    assert sorted(load_rules()) == RULES and len(RULES) == 12
    assert next(iter(load_rules())) == "onvoldoende_buurt"
    with pytest.raises(InputError, match="no rule mooi; there are onvoldoende_buurt, "):
        load_rule("mooi")


@pytest.mark.parametrize("rule_id", RULES)
def test_every_parameter_is_named_in_the_text_and_used_by_the_rule(rule_id):
    rule = load_rule(rule_id)
    for language in ("nl", "en"):
        assert places_in(rule.text[language]) == {one.id for one in rule.parameters} | (
            {"year", "since"} if "{since}" in rule.text["nl"] else {"year"}
        )
    used = json.dumps([rule.document["squares"], rule.document["conditions"]])
    assert all(f'"${one.id}"' in used for one in rule.parameters)
    assert rule.source["nl"].startswith("brie") and rule.source["en"].startswith("letter")
    # the date of the letter, and which measurement it is about
    assert re.search(r"2015|2020|2022|2023|2026", rule.source["nl"]) and "meting van" in rule.source["nl"]
    assert "measurement of" in rule.source["en"]
    assert "domain.md, section 7, number" in rule.document["overview"] and 2015 <= rule.year <= 2024
    assert set(rule.levels) <= {"gemeente", "wijk", "buurt", "areas", "clusters"}


@pytest.mark.parametrize("rule_id", RULES)
def test_what_is_not_published_says_so(rule_id):
    rule = load_rule(rule_id)
    own = [one for one in rule.parameters if one.mark == OWN]
    assert all(one.mark in MARKS for one in rule.parameters)
    for language, start in (("nl", "Eigen keuze, niet gepubliceerd: "), ("en", "Own choice, not published: ")):
        assert (start in full_text(rule, language)) == bool(own)
        for one in own:
            assert one.label[language] in full_text(rule, language)
            assert ("eigen keuze" if language == "nl" else "own choice") in one.source[language]
    inferred = [one for one in rule.parameters if one.mark == INFERRED]
    for language, start in (("nl", "Afgeleid, zo niet in de brief: "), ("en", "Inferred, not in so many words in ")):
        said = full_text(rule, language)
        assert (start in said) == bool(inferred)
        assert all(one.label[language] in said[said.find(start) :] for one in inferred)
    assert rule.certainty in "SI?" and (rule.certainty != "?" or own)


def test_the_published_values_are_marked_official():
    published = {
        ("onvoldoende_buurt", "residents"): 100,
        ("onvoldoende_buurt", "highest"): 3,
        ("ongunstige_buurt", "households"): 100,
        ("ongunstige_buurt", "highest"): 4,
        ("aandachtsbuurt", "residents"): 1000,
        ("aandachtsbuurt", "times"): 3,
        ("aandachtsbuurt", "rank"): 20,
        ("kwetsbare_wijk", "times"): 3,
        ("aandachtsregio", "highest"): 5,
        ("aandachtsregio", "good"): 8,
    }
    for (rule_id, name), value in published.items():
        parameter = load_rule(rule_id).parameter(name)
        assert (parameter.value, parameter.mark) == (value, OFFICIAL)
    assert load_rule("dimensie_tegen").parameter("highest").mark == INFERRED
    assert {one.mark for one in load_rule("structureel_onder_druk").parameters} == {OWN, INFERRED}
    assert load_rule("structureel_onder_druk").certainty == "?"


# --- words ------------------------------------------------------------------------------------------------------------


def test_a_text_has_its_values_in_it():
    rule = load_rule("onvoldoende_buurt")
    assert rule_text(rule, "en", 2024) == (
        "An area where in 2024 at least 100 residents live in squares of class 1 to 3 (insufficient)."
    )
    assert rule_text(rule, "nl").startswith("Een gebied waar in het meetjaar ten minste 100 inwoners")
    assert full_text(rule, "nl", 2024).endswith("over de meting van 2018.")
    changed = with_parameters(rule, {"residents": 1500})
    assert "ten minste 1.500 inwoners" in rule_text(changed, "nl", 2024)
    assert "Aangepast: inwoners 1.500 (in de regel 100)." in full_text(changed, "nl", 2024)
    assert "Changed" not in full_text(as_in_file(changed), "en")


@pytest.mark.parametrize("rule_id", RULES)
def test_no_place_stays_empty(rule_id):
    for language in ("nl", "en"):
        text = full_text(load_rule(rule_id), language, 2024, 2022)
        assert "{" not in text and "  " not in text and text.endswith(".")


def test_values_in_words():
    assert say_value(0.0826, "percent", "nl") == "8,3\u00a0%" and say_value(0.2, "percent", "en") == "20\u00a0%"
    assert say_value(4, "class", "nl") == "4 (zwak)" and say_value(3, "dimension_class", "nl") == "3"
    assert say_value(1234.4, "residents", "nl") == "1.234" and say_value(1234.4, "residents", "en") == "1,234"
    assert say_value(-0.0784, "score", "nl") == "−0,0784" and say_value(0.05, "contribution", "en") == "+0.05"
    assert number(-0.0001, 2, "en") == "0" and number(100, 0, "nl") == "100" and number(-3, 0, "nl") == "−3"
    share = load_rule("structureel_onder_druk").parameter("share")
    assert parameter_value(share, "nl") == "50\u00a0%" and parameter_value(share, "nl", 12.5) == "12,5\u00a0%"
    assert parameter_value(load_rule("dimensie_tegen").parameter("dimension"), "nl") == "woningvoorraad"
    assert mark_name(OWN, "nl") == "eigen keuze" and unit_name("households", "en") == "households"


def test_words_are_the_same_in_both_languages():
    def shape(entry):
        return {key: shape(value) for key, value in entry.items()} if isinstance(entry, dict) else places_in(entry)

    assert shape(dict(words("nl"))) == shape(dict(words("en"))) and words("fr") == words("en")
    assert set(words("nl")["marks"]) == set(MARKS) and set(words("nl")["units"]) == set(UNITS) - {"choice"}


# --- values -----------------------------------------------------------------------------------------------------------


def test_values_change_and_come_back():
    rule = with_parameters(load_rule("structureel_onder_druk"), {"households": "500", "share": "12,5", "times": 2.0})
    assert dict(rule.values) | {"households": 500, "share": 12.5, "times": 2} == dict(rule.values)
    again = read_rule(rule_json(rule))
    assert dict(again.values) == dict(rule.values) and again == rule
    assert [one.id for one in again.parameters if one.is_changed] == ["households", "times", "share"]
    assert dict(as_in_file(again).values) == dict(load_rule("structureel_onder_druk").values)
    signal = rule.signal()
    assert signal.conditions[0].at_least == 500 and signal.conditions[2].arguments["share"] == 0.125
    choice = with_parameters(load_rule("dimensie_tegen"), {"dimension": "onv"})
    assert choice.signal().squares["against"].arguments["dimension"] == "onv"
    assert load_rule("dimensie_tegen").values["dimension"] == "won"


@pytest.mark.parametrize(
    ("values", "sentence"),
    [
        ({"people": 3}, "Rule structureel_onder_druk has no parameter people; it has households, highest, severity"),
        ({"share": 101}, "share can't be 101; it lies between 0 and 100"),
        ({"highest": 0}, "highest can't be 0; it lies between 1 and 9"),
        ({"households": "many"}, "“many” isn't a number that households can be"),
        ({"times": 2.5}, "“2.5” isn't a number that times can be"),
        ({"times": "nan"}, "“nan” isn't a number"),
        ({"times": True}, "“True” isn't a number"),
        ({"share": None}, "“None” isn't a number"),
    ],
)
def test_wrong_values_are_refused(values, sentence):
    with pytest.raises(InputError, match="(?i)" + sentence.replace("(", r"\(")):
        with_parameters(load_rule("structureel_onder_druk"), values)


def test_a_wrong_choice_is_refused():
    with pytest.raises(InputError, match="“bev” isn't a value of dimension; it can be fys, onv, soc, vrz, won"):
        with_parameters(load_rule("dimensie_tegen"), {"dimension": "bev"})


def test_values_out_of_a_text():
    assert parse_values(" residents=150; share = 12,5 ;\nwhen=last;") == {
        "residents": "150",
        "share": "12,5",
        "when": "last",
    }
    assert parse_values("") == {}
    for wrong in ("residents", "=3", "residents=", "residents 150"):
        with pytest.raises(InputError, match="no value of a parameter; expected is name=value"):
            parse_values(wrong)


# --- rules of a user --------------------------------------------------------------------------------------------------


def test_a_rule_of_a_user_is_read_like_ours(document):
    document |= {"id": "eigen_regel", "title": {"nl": "Eigen", "en": "Own"}, "year": None}
    del document["order"], document["overview"]
    rule = read_rule(json.dumps(document))
    assert rule.id == "eigen_regel" and rule.year is None
    assert rule.signal() == load_rule("structureel_onder_druk").signal()


def _at(document, path, value):
    holder = document
    for step in path[:-1]:
        holder = holder[step]
    if value is KeyError:
        del holder[path[-1]]
    else:
        holder[path[-1]] = value
    return document


@pytest.mark.parametrize(
    ("path", "value", "sentence"),
    [
        (("format",), 2, "format is wrong; expected is 1"),
        (("id",), "Mijn regel", "id is wrong; expected is a-z"),
        (("title",), KeyError, "title is missing"),
        (("title",), {"en": "only"}, "title.nl is wrong; expected is a text"),
        (("text", "nl"), "{residents} mensen", "{residents} is wrong; expected is highest, households"),
        (("text", "en"), "{open", "text.en is wrong"),
        (("levels",), ["planet"], "levels is wrong; expected is gemeente, wijk"),
        (("levels",), [], "levels is wrong"),
        (("parameters",), {}, "parameters is wrong; expected is a list"),
        (("parameters", 0, "unit"), "kilo", "parameters.households.unit is wrong; expected is residents"),
        (("parameters", 0, "value"), -5, "households can't be -5; it lies between 1 and 1e+06"),
        (("parameters", 0, "minimum"), KeyError, "minimum is missing"),
        (("parameters", 0, "minimum"), "few", "parameters.households.minimum is wrong; expected is a number"),
        (("parameters", 0, "mark"), "sure", "mark is wrong; expected is official, inferred, own"),
        (("parameters", 0, "id"), "year", "parameters.year is wrong"),
        (("parameters", 1, "id"), "households", "parameters is wrong; expected is unique ids"),
        (("squares",), {}, "squares is wrong"),
        (("squares", "weak", "kind"), "round", "squares.weak.kind is wrong; expected is class, duration"),
        (("squares", "weak", "colour"), 1, "squares.weak is wrong; expected is highest, lowest"),
        (("squares", "weak", "highest"), "$top", "squares.weak.highest: $top is wrong; expected is $households"),
        (("squares", "weak", "highest"), "four", "squares.weak.highest is wrong; expected is a number, or $parameter"),
        (("conditions",), [], "conditions is wrong; expected is one or more"),
        (("conditions", 0, "id"), "found", "conditions.found is wrong; expected is another id"),
        (("conditions", 1, "id"), "size", "conditions is wrong; expected is one or more, with unique ids"),
        (("conditions", 0, "measure"), "guess", "conditions.size.measure is wrong; expected is count, share"),
        (("conditions", 0, "arguments", "squares"), "strong", "squares is wrong; expected is weak, low"),
        (("conditions", 0, "arguments", "weight"), "cars", "weight is wrong; expected is dwellings, households"),
        (("conditions", 0, "arguments", "weight"), "$share", "weight is wrong; expected is dwellings, households"),
        (("conditions", 0, "arguments"), [], "conditions.size.arguments is wrong"),
        (("conditions", 0, "arguments"), {}, "conditions.size is wrong; expected is squares, weight"),
        (("conditions", 0, "at_least"), KeyError, "conditions.size is wrong; expected is at_least, at_most"),
        (("conditions", 0, "at_least"), True, "conditions.size is wrong; expected is a number, or $parameter"),
        (("conditions", 0, "unit"), "choice", "unit is wrong; expected is residents"),
        (("conditions", 0, "text", "nl"), "", "text.nl is wrong; expected is a text"),
        (("explains",), "all", "explains is wrong; expected is level, change"),
        (("explains_in",), "strong", "explains_in is wrong; expected is weak, low"),
        (("weight",), "cars", "weight is wrong"),
        (("source",), "a letter", "source is wrong; expected is nl, en"),
        (("certainty",), "sure", "certainty is wrong; expected is C, S, I, ?"),
    ],
)
def test_a_wrong_entry_is_named(document, path, value, sentence):
    said = refused(_at(document, path, value))
    assert said.startswith("Rule ") and sentence in said


JUNK = [None, -1, 10**300, 10**400, 2.5, True, "", "$nothing", "{", [], {}, [[]], {"nl": 3}]


def repr_short(junk):
    return repr(junk)[:12]


def _paths(node, path=()):
    yield path
    items = node.items() if isinstance(node, dict) else enumerate(node) if isinstance(node, list) else ()
    for key, value in items:
        yield from _paths(value, (*path, key))


@pytest.mark.parametrize("junk", JUNK, ids=repr_short)
@pytest.mark.parametrize("rule_id", ["structureel_onder_druk", "dimensie_tegen"])
def test_whatever_stands_anywhere_it_is_a_rule_that_judges_or_an_error_of_ours(rule_id, junk):
    """Nothing but a ModelError may come out of a file, and a rule that is read has to be fit to judge."""
    whole = read_json("rules", f"{rule_id}.json")
    accepted = 0
    for path in _paths(whole):
        if not path:
            continue
        document = _at(copy.deepcopy(whole), path, junk)
        try:
            rule = read_rule(json.dumps(document))
        except ModelError:
            continue
        accepted += 1
        judge(evidence_of([[Square(3, 400)]]), rule.signal())
        assert full_text(rule, "nl", 2024) and rule_json(rule)
    assert accepted < 70  # titles and the like may be any text


def test_what_is_no_rule_at_all():
    assert "no JSON" in refused("{rule")
    assert refused("[]").startswith("This is no rule: expected is a JSON object")
    assert "format is missing" in refused("{}")
    assert "is missing" in refused({"format": 1, "id": "x", "parameters": ["a"]})
    choice = copy.deepcopy(read_json("rules", "dimensie_tegen.json"))
    choice["parameters"][0]["options"][0]["value"] = "bev2"
    assert "dimension is wrong" in refused(choice)
    choice["parameters"][0]["options"] = [{"value": 3, "name": {"nl": "a", "en": "b"}}]
    assert "options is wrong; expected is a text" in refused(choice)
    limit = copy.deepcopy(read_json("rules", "dimensie_tegen.json"))
    limit["conditions"][0]["at_least"] = "$dimension"
    assert "expected is a number" in refused(limit)
