# SPDX-License-Identifier: GPL-2.0-or-later
"""What a scenario is handed over with: its measures as one line, and all it was reckoned with."""

from __future__ import annotations

import json
from collections.abc import Callable

import pytest

from leefbaar_plugin.analysis.measure import Measurer, Recipe
from leefbaar_plugin.analysis.scenarios.document import Book, Scenario, ScenarioStep, Target, as_json
from leefbaar_plugin.analysis.scenarios.told import measures_text, recipe_document
from leefbaar_plugin.engine.squares.weights import ImputationRule
from leefbaar_plugin.pack.pack import Pack
from tests.builders import Edition

PLAN = Target("Plan", b"\x01")
SQUARES = Target(squares=("E0850N4360", "E0851N4360"))


@pytest.mark.parametrize(
    ("step", "expected"),
    [
        (ScenarioStep("add", PLAN, 0.05, "onv"), {"kind": "add", "amount": 0.05, "dimension": "onv", "on": "Plan"}),
        (
            ScenarioStep("add", SQUARES, 0.05, "fys", error=0.02),
            {"kind": "add", "amount": 0.05, "dimension": "fys", "error": 0.02, "on": "2 squares"},
        ),
        (
            ScenarioStep("toward", Target(outline=b"\x01"), 0.5, "soc", goal="gemeente"),
            {"kind": "toward", "amount": 0.5, "dimension": "soc", "goal": "gemeente", "on": "area"},
        ),
        (ScenarioStep("dwellings", PLAN, 40.0), {"kind": "dwellings", "amount": 40.0, "on": "Plan"}),
        (
            ScenarioStep("dwellings_move", PLAN, 40.0, destination=SQUARES),
            {"kind": "dwellings_move", "amount": 40.0, "on": "Plan", "to": "2 squares"},
        ),
        (
            ScenarioStep("dwellings_move", SQUARES, 40.0, destination=PLAN),
            {"kind": "dwellings_move", "amount": 40.0, "on": "2 squares", "to": "Plan"},
        ),
    ],
)
def test_a_measure_as_one_line(step: ScenarioStep, expected: dict[str, object]):
    assert json.loads(measures_text((step,))) == [expected]
    assert json.loads(measures_text((step, step))) == [expected, expected]


def test_a_file_tells_what_it_was_reckoned_with(edition: Edition, make_pack: Callable[..., Pack]):
    edition.all()
    pack = make_pack([edition.folder])
    book = Book((Scenario("s1", "Safe", (ScenarioStep("add", PLAN, 0.05, "onv"),)),))
    recipe = Recipe("households", "centre", "non-zero", ImputationRule(2.5, 3.0))
    found = recipe_document(book, Measurer(pack, recipe), 2022, "nl")
    assert found["title"] == "Rekenvoorbeeld, geen voorspelling" and found["scenarios"] == as_json(book)["scenarios"]
    assert found["reckoned_with"] == {
        "model": "lbm3",
        "edition": pack.edition,
        "sources": pack.info["recipe"]["sources"],
        "year": 2022,
        "weight": "households",
        "rule": "centre",
        "fill_rule": "non-zero",
        "persons_per_dwelling": 2.5,
        "dwellings_if_unknown": 3.0,
    }
    assert found["caveat"] == pack.model.caveat["nl"]
    bare = recipe_document(book, None, None, "fr")
    assert bare == {"title": "Worked example, not a forecast", **as_json(book)}
