# SPDX-License-Identifier: GPL-2.0-or-later
"""A scenario as it is kept: named steps on areas or squares, read from and written to plain JSON.

A step holds the outline it was made for, so that a scenario says the same after its area was edited or lost.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

import numpy as np

from ...engine.errors import InputError
from ...engine.model import ScoreModel
from ...engine.models.scenarios import ADD, DWELLINGS_MOVE, ON_DIMENSION, ON_DWELLINGS, SET, TOWARD
from ...engine.squares.grid import decode_square_ids

FORMAT = 1
GEMEENTE = "gemeente"
"""Goal of a step that goes toward the mean of the gemeente most of its target's weight lies in."""
MOST_STEPS = 200
MOST_SQUARES = 100_000
LARGEST_CHANGE = 2.0
"""Of a contribution, in score units: more than the model can have (domain.md: within ±2)."""
_LONGEST_NAME = 200
MOST_NAME = 100
"""Letters of the name of an area that a measure keeps."""
_MOST_OUTLINE = 20_000_000


@dataclass(frozen=True)
class Target:
    """What a step works on: an area by name and outline (WKB in EPSG:28992), or squares by `grid_id`; never both."""

    name: str = ""
    outline: bytes | None = None
    squares: tuple[str, ...] = ()


@dataclass(frozen=True)
class ScenarioStep:
    """One measure: its kind (see `engine.models.scenarios`), target, amount, and what some kinds need besides.

    `dimension` is an id of the model. `goal` is `GEMEENTE` or a number, for TOWARD. `destination` is where
    DWELLINGS_MOVE moves to. `error` is the standard error of an amount that was estimated, as by a surrogate, in score
    units; 0 for a number that was chosen.
    """

    kind: str
    target: Target
    amount: float
    dimension: str = ""
    goal: str | float = GEMEENTE
    destination: Target | None = None
    error: float = 0.0


@dataclass(frozen=True)
class Scenario:
    """A scenario: `parent` is the id of the one it branches off from, "" for the published situation."""

    id: str
    name: str
    steps: tuple[ScenarioStep, ...] = ()
    parent: str = ""
    note: str = ""


@dataclass(frozen=True)
class Book:
    """All scenarios of a project, in their order."""

    scenarios: tuple[Scenario, ...] = field(default_factory=tuple)

    def find(self, scenario_id: str) -> Scenario:
        """The scenario with this id; InputError when there is none."""
        for scenario in self.scenarios:
            if scenario.id == scenario_id:
                return scenario
        raise InputError("There is no scenario {id}.", id=scenario_id)

    def line(self, scenario_id: str) -> tuple[Scenario, ...]:
        """The scenario and all it branches off from, the oldest first; InputError when that runs in a circle."""
        found: list[Scenario] = []
        wanted = scenario_id
        while wanted:
            scenario = self.find(wanted)
            if scenario in found:
                raise InputError("Scenario “{name}” branches off from itself.", name=scenario.name)
            found.insert(0, scenario)
            wanted = scenario.parent
        return tuple(found)

    def steps(self, scenario_id: str) -> tuple[ScenarioStep, ...]:
        """All steps that hold in a scenario: those of the ones it branches off from first."""
        return tuple(step for scenario in self.line(scenario_id) for step in scenario.steps)

    def children(self, scenario_id: str) -> tuple[Scenario, ...]:
        """Scenarios that branch off from this one."""
        return tuple(scenario for scenario in self.scenarios if scenario.parent == scenario_id)


def as_json(book: Book) -> dict[str, Any]:
    """The book as plain values for a JSON file or the project."""
    return {"format": FORMAT, "scenarios": [_scenario_json(scenario) for scenario in book.scenarios]}


def from_json(document: object, model: ScoreModel) -> Book:
    """The book in a parsed JSON document; InputError that names scenario and step for anything that can't be."""
    found = _mapping(document, "document")
    if found.get("format") != FORMAT:
        raise InputError(
            "These scenarios are of format {format}; this version of the plugin reads {known}.",
            format=str(found.get("format"))[:20],
            known=FORMAT,
        )
    scenarios = tuple(_scenario(entry, model) for entry in _list(found.get("scenarios"), "scenarios"))
    ids = [scenario.id for scenario in scenarios]
    if len(set(ids)) < len(ids):
        raise InputError("Two scenarios have the same id.")
    book = Book(scenarios)
    for scenario in scenarios:
        book.line(scenario.id)
    return book


def require_step(step: ScenarioStep, model: ScoreModel) -> None:
    """InputError for a step that can't be: kind, dimension, amount, goal or target."""
    if step.kind not in (*ON_DIMENSION, *ON_DWELLINGS):
        known = ", ".join((*ON_DIMENSION, *ON_DWELLINGS))
        raise InputError("Measure “{kind}” isn't known; choose one of: {known}.", kind=step.kind, known=known)
    dimensions = [theme.id for theme in model.dimensions]
    if step.kind in ON_DIMENSION and step.dimension not in dimensions:
        raise InputError(
            "Measure “{kind}”: dimension “{text}” isn't one of {known}.",
            kind=step.kind,
            text=step.dimension,
            known=", ".join(dimensions),
        )
    limit = {ADD: LARGEST_CHANGE, SET: LARGEST_CHANGE, TOWARD: 1.0}.get(step.kind, 1e7)
    least = 0.0 if step.kind in (TOWARD, "dwellings_times", DWELLINGS_MOVE) else -limit
    if not least <= step.amount <= limit:
        raise InputError(
            "Measure “{kind}”: {amount} can't be; expected is a number from {least} to {most}.",
            kind=step.kind,
            amount=step.amount,
            least=least,
            most=limit,
        )
    if not 0.0 <= step.error <= LARGEST_CHANGE or (step.error and step.kind not in (ADD, SET)):
        raise InputError(
            "Measure “{kind}”: {amount} can't be the standard error; expected is a number from {least} to {most}, and "
            "only where points are added or set.",
            kind=step.kind,
            amount=step.error,
            least=0.0,
            most=LARGEST_CHANGE,
        )
    if step.kind == TOWARD and not (step.goal == GEMEENTE or _is_number(step.goal)):
        raise InputError("Measure “{kind}” needs a goal: the gemeente's mean, or a number.", kind=step.kind)
    if step.kind == DWELLINGS_MOVE and step.destination is None:
        raise InputError("Measure “{kind}” needs squares to move dwellings to.", kind=step.kind)
    for target in (step.target, step.destination):
        if target is not None and (target.outline is None) == (not target.squares):
            raise InputError("Measure “{kind}” needs either an area or squares.", kind=step.kind)


def _scenario_json(scenario: Scenario) -> dict[str, Any]:
    return {
        "id": scenario.id,
        "name": scenario.name,
        "parent": scenario.parent,
        "note": scenario.note,
        "steps": [_step_json(step) for step in scenario.steps],
    }


def _step_json(step: ScenarioStep) -> dict[str, Any]:
    made: dict[str, Any] = {"kind": step.kind, "target": _target_json(step.target), "amount": step.amount}
    if step.kind in ON_DIMENSION:
        made["dimension"] = step.dimension
    if step.kind == TOWARD:
        made["goal"] = step.goal
    if step.destination is not None:
        made["destination"] = _target_json(step.destination)
    if step.error:
        made["error"] = step.error
    return made


def _target_json(target: Target) -> dict[str, Any]:
    if target.outline is None:
        return {"squares": list(target.squares)}
    return {"name": target.name, "outline": target.outline.hex()}


def _scenario(entry: object, model: ScoreModel) -> Scenario:
    found = _mapping(entry, "scenario")
    name = _text(found.get("name"), "name")
    steps = _list(found.get("steps", []), "steps")
    if len(steps) > MOST_STEPS:
        raise InputError(
            "Scenario “{name}” has {count} measures; at most {most} are read.",
            name=name,
            count=len(steps),
            most=MOST_STEPS,
        )
    made = []
    for number, given in enumerate(steps, start=1):
        try:
            made.append(_step(given))
            require_step(made[-1], model)
        except InputError as problem:
            raise InputError(
                "Scenario “{name}”, measure {number}: {problem}", name=name, number=number, problem=problem
            ) from problem
    note = _text(found.get("note", ""), "note", 10_000)
    return Scenario(_text(found.get("id"), "id"), name, tuple(made), _text(found.get("parent", ""), "parent"), note)


def _step(entry: object) -> ScenarioStep:
    found = _mapping(entry, "measure")
    goal = found.get("goal", GEMEENTE)
    return ScenarioStep(
        _text(found.get("kind"), "kind"),
        _target(found.get("target")),
        _number(found.get("amount"), "amount"),
        _text(found.get("dimension", ""), "dimension"),
        float(goal) if _is_number(goal) else _text(goal, "goal"),
        _target(found["destination"]) if "destination" in found else None,
        _number(found.get("error", 0.0), "error"),
    )


def _target(entry: object) -> Target:
    found = _mapping(entry, "target")
    if "outline" not in found:
        ids = [_text(one, "squares") for one in _list(found.get("squares"), "squares")]
        if not ids or len(ids) > MOST_SQUARES:
            raise _wrong("squares")
        if not decode_square_ids(np.array([one.encode("ascii", "replace") for one in ids]))[2].all():
            raise InputError("Some of the squares have no code like E0974N4514.")
        return Target(squares=tuple(dict.fromkeys(ids)))
    try:
        outline = bytes.fromhex(_text(found["outline"], "outline", _MOST_OUTLINE))
    except ValueError as problem:
        raise _wrong("outline") from problem
    return Target(_text(found.get("name", ""), "name"), outline)


def _mapping(value: object, what: str) -> Mapping[str, Any]:
    if not isinstance(value, dict):
        raise _wrong(what)
    return value


def _list(value: object, what: str) -> list[Any]:
    if not isinstance(value, list):
        raise _wrong(what)
    return value


def _text(value: object, what: str, longest: int = _LONGEST_NAME) -> str:
    if not isinstance(value, str) or len(value) > longest:
        raise _wrong(what)
    return value


def _number(value: object, what: str) -> float:
    if not _is_number(value):
        raise _wrong(what)
    return float(value)  # type: ignore[arg-type]


def _is_number(value: object) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool) and bool(np.isfinite(value))


def _wrong(what: str) -> InputError:
    return InputError("“{entry}” lacks or isn't what it should be.", entry=what)
