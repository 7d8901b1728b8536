# SPDX-License-Identifier: GPL-2.0-or-later
"""Changes of a book of scenarios, each of which can be undone: books don't change, a change makes a new one."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from ...engine.errors import InputError
from .document import MOST_STEPS, Book, Scenario, ScenarioStep

MOST_KEPT = 200
"""Changes that can be undone."""


class History:
    """The book as it is, and those before and after it."""

    def __init__(self, book: Book | None = None) -> None:
        self.book = book or Book()
        self._before: list[Book] = []
        self._after: list[Book] = []

    @property
    def can_undo(self) -> bool:
        """Whether there is a change to undo."""
        return bool(self._before)

    @property
    def can_redo(self) -> bool:
        """Whether there is an undone change to do again."""
        return bool(self._after)

    def undo(self) -> None:
        """Go back one change; nothing without one."""
        if self._before:
            self._after.append(self.book)
            self.book = self._before.pop()

    def redo(self) -> None:
        """Do the last undone change again; nothing without one."""
        if self._after:
            self._before.append(self.book)
            self.book = self._after.pop()

    def change(self, book: Book, together: bool = False) -> None:
        """Take a new book; `together` with the change before, as while a slider moves."""
        if book == self.book:
            return
        if not (together and self._before):
            self._before = [*self._before, self.book][-MOST_KEPT:]
        self._after = []
        self.book = book

    def add(self, name: str, parent: str = "") -> Scenario:
        """A new scenario, branching off from `parent`; its name gets a number where it is taken."""
        if parent:
            self.book.find(parent)
        made = Scenario(_free_id(self.book), _free_name(self.book, name), (), parent)
        self.change(replace(self.book, scenarios=(*self.book.scenarios, made)))
        return made

    def take(self, given: Book) -> Scenario:
        """Add the scenarios of another book, with ids and names that are free here; returns the last of them."""
        if not given.scenarios:
            raise InputError("The file holds no scenarios.")
        book, ids = self.book, {"": ""}
        for scenario in given.scenarios:  # all ids first: one may branch off from a later one
            ids[scenario.id] = _free_id(book)
            book = replace(book, scenarios=(*book.scenarios, replace(scenario, id=ids[scenario.id], parent="")))
        first = len(self.book.scenarios)
        made = list(book.scenarios)
        for at, scenario in enumerate(given.scenarios, start=first):
            name = _free_name(Book(tuple(made[:at])), scenario.name)
            made[at] = replace(made[at], parent=ids[scenario.parent], name=name)
        self.change(replace(self.book, scenarios=tuple(made)))
        return made[-1]

    def duplicate(self, scenario_id: str, name: str) -> Scenario:
        """A copy with the same steps and parent."""
        made = replace(self.book.find(scenario_id), id=_free_id(self.book), name=_free_name(self.book, name))
        self.change(replace(self.book, scenarios=(*self.book.scenarios, made)))
        return made

    def rename(self, scenario_id: str, name: str) -> None:
        """Give a scenario another name."""
        scenario = self.book.find(scenario_id)
        if name != scenario.name:
            self._put(replace(scenario, name=_free_name(self.book, name)))

    def delete(self, scenario_id: str) -> None:
        """Take a scenario away; those that branch off from it keep its steps."""
        gone = self.book.find(scenario_id)
        kept = []
        for scenario in self.book.scenarios:
            if scenario.id == scenario_id:
                continue
            if scenario.parent == scenario_id:
                steps = _limited(gone.name, (*gone.steps, *scenario.steps))
                scenario = replace(scenario, parent=gone.parent, steps=steps)
            kept.append(scenario)
        self.change(replace(self.book, scenarios=tuple(kept)))

    def put_steps(self, scenario_id: str, steps: Iterable[ScenarioStep], together: bool = False) -> None:
        """Give a scenario other steps; `together` as in `change`."""
        scenario = self.book.find(scenario_id)
        self._put(replace(scenario, steps=_limited(scenario.name, tuple(steps))), together)

    def _put(self, scenario: Scenario, together: bool = False) -> None:
        scenarios = tuple(scenario if one.id == scenario.id else one for one in self.book.scenarios)
        self.change(replace(self.book, scenarios=scenarios), together)


def _limited(name: str, steps: tuple[ScenarioStep, ...]) -> tuple[ScenarioStep, ...]:
    if len(steps) > MOST_STEPS:
        raise InputError(
            "Scenario “{name}” has {count} measures; at most {most} are read.",
            name=name,
            count=len(steps),
            most=MOST_STEPS,
        )
    return steps


def _free_id(book: Book) -> str:
    taken = {scenario.id for scenario in book.scenarios}
    number = 1
    while f"s{number}" in taken:
        number += 1
    return f"s{number}"


def _free_name(book: Book, name: str) -> str:
    taken = {scenario.name for scenario in book.scenarios}
    number, free = 1, name
    while free in taken:
        number += 1
        free = f"{name} ({number})"
    return free
