# SPDX-License-Identifier: GPL-2.0-or-later
"""Signals: which areas satisfy every condition of a rule, why, and which dimension explains most of it.

A condition can be met, not met, or impossible to judge. An area in which one condition isn't met doesn't satisfy the
rule, whatever the others are; else one that can't be judged makes the whole unknown (Kleene's logic): unknown isn't no.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

import numpy as np
from numpy.typing import NDArray

from ..areas.published import change_is_published, changes_since
from ..errors import InputError
from .evidence import Evidence
from .measures import MEASURES, Measured
from .square_conditions import SquareCondition

FOUND, NOT_FOUND, UNKNOWN = 1, 0, -1
"""States of an area, and of a condition: met, not met, can't be judged."""
LEVEL, CHANGE = "level", "change"
"""What the dimension that explains most explains."""
_SLACK = 1e-9
"""Of a limit: 100 residents in parts of squares are 100, whatever the last digit of their sum."""

Floats = NDArray[np.float64]
States = NDArray[np.int8]


@dataclass(frozen=True)
class Condition:
    """A measure of areas (a key of `MEASURES`), its arguments, and the limits it has to keep to, None for none."""

    id: str
    measure: str
    arguments: Mapping[str, Any] = field(default_factory=dict)
    at_least: float | None = None
    at_most: float | None = None


@dataclass(frozen=True)
class Signal:
    """A rule with its values filled in.

    `squares` are the conditions on squares by name, the first of which makes clusters; `explains` is `LEVEL` or
    `CHANGE`, of the squares of the condition called `explains_in`, weighed by `weight`, else of the area as a whole.
    """

    squares: Mapping[str, SquareCondition]
    conditions: tuple[Condition, ...]
    explains: str = LEVEL
    explains_in: str | None = None
    weight: str = "dwellings"


@dataclass(frozen=True, eq=False)
class Judgement:
    """The outcome for every area.

    `state` is int8 [areas]: `FOUND`, `NOT_FOUND` or `UNKNOWN`; `values` float64 [areas] and `met` int8 [areas] by id
    of the condition; `explains` int8 [areas] is the place of the dimension that explains most, -1 for none, and
    `explained` float64 [areas] what it contributes, in score units.
    """

    state: States
    values: dict[str, Floats]
    met: dict[str, States]
    explains: NDArray[np.int8]
    explained: Floats

    def without(self, areas: NDArray[np.bool_]) -> Judgement:
        """The same in which some areas can't be judged, and no value of them is known."""
        if not areas.any():
            return self
        return Judgement(
            np.where(areas, UNKNOWN, self.state).astype(np.int8),
            {name: np.where(areas, np.nan, values) for name, values in self.values.items()},
            {name: np.where(areas, UNKNOWN, met).astype(np.int8) for name, met in self.met.items()},
            np.where(areas, -1, self.explains).astype(np.int8),
            np.where(areas, np.nan, self.explained),
        )


def judge(evidence: Evidence, signal: Signal) -> Judgement:
    """Judge all areas by a signal; InputError when the evidence lacks what it needs."""
    values: dict[str, Floats] = {}
    met: dict[str, States] = {}
    for condition in signal.conditions:
        measured = measure(evidence, signal, condition)
        values[condition.id] = measured.value
        met[condition.id] = _met(measured, condition)
    state = combine(list(met.values()), len(evidence))
    explains, explained = explain(evidence, signal)
    return Judgement(state, values, met, explains, explained)


def measure(evidence: Evidence, signal: Signal, condition: Condition) -> Measured:
    """The measure of one condition for all areas; names of square conditions are looked up in the signal."""
    if condition.measure not in MEASURES:
        raise InputError("There is no measure of areas called {measure}.", measure=condition.measure)
    arguments = dict(condition.arguments)
    if "squares" in arguments:
        arguments["squares"] = signal.squares[arguments["squares"]]
    return MEASURES[condition.measure](evidence, **arguments)


def combine(states: list[States], areas: int) -> States:
    """State of areas of which every condition has to be met: int8 [areas]."""
    together = np.full(areas, FOUND, np.int8)
    for state in states:
        together[(state == UNKNOWN) & (together == FOUND)] = UNKNOWN
        together[state == NOT_FOUND] = NOT_FOUND
    return together


def _met(measured: Measured, condition: Condition) -> States:
    """Whether a condition is met; where the value is only known to lie between two bounds, both have to agree."""
    low, high = measured.value, measured.highest
    yes = np.ones(len(low), bool)
    no = np.zeros(len(low), bool)
    with np.errstate(invalid="ignore"):
        if condition.at_least is not None:
            limit = condition.at_least - _SLACK * max(1.0, abs(condition.at_least))
            yes &= low >= limit
            no |= high < limit
        if condition.at_most is not None:
            limit = condition.at_most + _SLACK * max(1.0, abs(condition.at_most))
            yes &= high <= limit
            no |= low > limit
    known = ~np.isnan(low)
    return np.where(known & no, NOT_FOUND, np.where(known & yes, FOUND, UNKNOWN)).astype(np.int8)


def explain(evidence: Evidence, signal: Signal) -> tuple[NDArray[np.int8], Floats]:
    """Place of the dimension that explains most, -1 for none, and its contribution: int8 and float64 [areas].

    Of a level: the lowest contribution, when it is negative, in the squares of `explains_in`. Of a change: the
    largest change of a contribution in the direction in which the total of these squares changed.
    """
    squares = evidence.squares
    nothing = np.full(len(evidence), -1, np.int8), np.full(len(evidence), np.nan)
    since = squares.year if signal.explains == LEVEL or squares.since is None else squares.since
    if not (squares.has_dimensions(since) and squares.has_dimensions(squares.year)) or not len(evidence):
        return nothing
    if signal.explains == LEVEL and signal.explains_in is None:
        return _strongest(evidence.scores.dimensions[:, evidence.year_place], _downwards(evidence))
    mask = squares.known_dimensions(squares.year) & squares.known_dimensions(since)
    if signal.explains_in is not None:
        mask = mask & evidence.mask(signal.squares[signal.explains_in])[0]
    numbers = range(1, 1 + len(squares.model.dimensions))
    values = [squares.theme(number, squares.year) for number in numbers]
    if signal.explains == LEVEL:
        return _strongest(evidence.mean_where(mask, signal.weight, values), _downwards(evidence))
    changes = [now - squares.theme(number, since) for now, number in zip(values, numbers, strict=True)]
    means = evidence.mean_where(mask, signal.weight, changes)
    if signal.explains_in is None:  # of the area as a whole
        scores, first = evidence.scores, evidence.scores.years.index(since)
        there = change_is_published(scores, first, evidence.year_place)
        means = np.where(there[:, None], changes_since(scores, first)[:, evidence.year_place, 1:], means)
    reference = squares.model.reference_of((since, squares.year))
    # the total moves with the reference too, which no dimension holds (LBM 2.0)
    return _strongest(means, np.sign(means.sum(axis=1) + reference[1] - reference[0]))


def _downwards(evidence: Evidence) -> Floats:
    return np.full(len(evidence), -1.0)


def _strongest(means: Floats, towards: Floats) -> tuple[NDArray[np.int8], Floats]:
    """Place and value of the dimension of `means`, float64 [areas, dimensions], that goes farthest towards the sign of
    `towards`, float64 [areas].
    """
    known = ~np.isnan(means).any(axis=1)
    directed = np.where(known[:, None], means * towards[:, None], -np.inf)
    best = directed.argmax(axis=1)
    rows = np.arange(len(means))
    explains = known & (directed[rows, best] > 0)
    return np.where(explains, best, -1).astype(np.int8), np.where(explains, means[rows, best], np.nan)
