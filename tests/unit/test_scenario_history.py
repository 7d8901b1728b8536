# SPDX-License-Identifier: GPL-2.0-or-later
"""Scenarios as documents: branches, undo, and the same after writing and reading."""

from __future__ import annotations

import json

import pytest

from leefbaar_plugin.analysis.scenarios.document import (
    Book,
    Scenario,
    ScenarioStep,
    Target,
    as_json,
    from_json,
    require_step,
)
from leefbaar_plugin.analysis.scenarios.history import MOST_KEPT, History
from leefbaar_plugin.engine.errors import InputError
from leefbaar_plugin.engine.model import ScoreModel

PLAN = Target("plan", b"\x01\x02")


def step(amount: float) -> ScenarioStep:
    return ScenarioStep("add", PLAN, amount, "onv")


def test_branches_have_the_steps_of_those_before_first():
    history = History()
    first = history.add("safe")
    history.put_steps(first.id, [step(0.1)])
    second = history.add("green", first.id)
    history.put_steps(second.id, [step(0.2), step(0.3)])
    assert [one.amount for one in history.book.steps(second.id)] == [0.1, 0.2, 0.3]
    assert [one.name for one in history.book.children(first.id)] == ["green"]


def test_a_deleted_one_leaves_its_steps_to_its_branches():
    history = History()
    first = history.add("safe")
    history.put_steps(first.id, [step(0.1)])
    second = history.add("green", first.id)
    history.put_steps(second.id, [step(0.2)])
    history.delete(first.id)
    assert [one.amount for one in history.book.steps(second.id)] == [0.1, 0.2]
    assert history.book.find(second.id).parent == ""


def test_every_change_is_undone_and_done_again():
    history = History()
    books = [history.book]
    first = history.add("safe")
    books.append(history.book)
    history.put_steps(first.id, [step(0.1)])
    books.append(history.book)
    history.rename(first.id, "safer")
    books.append(history.book)
    history.duplicate(first.id, "copy")
    books.append(history.book)
    for book in reversed(books[:-1]):
        history.undo()
        assert history.book == book
    assert not history.can_undo
    for book in books[1:]:
        history.redo()
        assert history.book == book
    assert not history.can_redo
    history.undo()
    history.rename(first.id, "other")
    assert not history.can_redo  # a new change ends what could be done again


def test_a_slider_is_one_change():
    history = History()
    first = history.add("safe")
    history.put_steps(first.id, [step(0.01)])
    for amount in (0.02, 0.03, 0.04):
        history.put_steps(first.id, [step(amount)], together=True)
    history.undo()
    assert history.book.find(first.id).steps == ()


def test_only_so_many_changes_are_kept():
    history = History()
    first = history.add("safe")
    for number in range(MOST_KEPT + 50):
        history.put_steps(first.id, [step(number / 1000)])
    count = 0
    while history.can_undo:
        history.undo()
        count += 1
    assert count == MOST_KEPT


def test_names_and_ids_stay_apart():
    history = History()
    made = [history.add("plan"), history.add("plan"), history.add("plan")]
    assert [one.name for one in made] == ["plan", "plan (2)", "plan (3)"]
    assert len({one.id for one in made}) == 3


def test_written_and_read_it_is_the_same(lbm3: ScoreModel):
    steps = (
        step(0.1),
        ScenarioStep("toward", Target(squares=("E0974N4514", "E0975N4514")), 0.5, "soc", 0.02),
        ScenarioStep("toward", PLAN, 0.5, "soc"),
        ScenarioStep("add", PLAN, 0.05, "onv", error=0.02),
        ScenarioStep("dwellings_move", PLAN, 40.0, destination=Target("elsewhere", b"\x03")),
    )
    book = Book((Scenario("s1", "één", steps, "", "<b>note</b>"), Scenario("s2", "twee", (), "s1")))
    assert from_json(json.loads(json.dumps(as_json(book))), lbm3) == book


@pytest.mark.parametrize(
    ("wrong", "told"),
    [
        (ScenarioStep("toward", PLAN, 1.2, "soc"), r"1\.2 can't be"),
        (ScenarioStep("toward", PLAN, -0.1, "soc"), r"-0\.1 can't be"),
        (ScenarioStep("add", PLAN, 2.1, "soc"), r"2\.1 can't be"),
        (ScenarioStep("dwellings_move", PLAN, 4.0), "move dwellings to"),
        (ScenarioStep("toward", PLAN, 0.1, "soc", "country"), "needs a goal"),
    ],
)
def test_steps_that_can_not_be_are_refused(lbm3: ScoreModel, wrong: ScenarioStep, told: str):
    with pytest.raises(InputError, match=told):
        require_step(wrong, lbm3)


def test_neither_area_nor_squares_is_refused(lbm3: ScoreModel):
    for target in (Target("x"), Target("x", b"\x01", ("E0974N4514",))):
        with pytest.raises(InputError, match="either an area or squares"):
            require_step(ScenarioStep("add", target, 0.1, "soc"), lbm3)
