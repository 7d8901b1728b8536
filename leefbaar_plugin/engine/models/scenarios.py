# SPDX-License-Identifier: GPL-2.0-or-later
"""Scenarios: measures on dimensions and dwellings of squares, and an area with and without them.

A worked example, not a forecast: the Leefbaarometer isn't a causal model. Published scores are read, never changed.

A measure works on squares, each for a share: a square that the outline of an area cuts for the part inside. That part
gets the whole change, so that the mean of the area itself moves by just what was asked; of a square as a whole, and of
another area that holds it, the change is the share of it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from ..errors import InputError
from ..model import ScoreModel

Floats = NDArray[np.float64]
Integers = NDArray[np.int64]

ADD, SET, TOWARD = "add", "set", "toward"
"""Kinds of measure on a dimension: add points, set the contribution, go part of the way (0-1) to a value."""
DWELLINGS_ADD, DWELLINGS_TIMES, DWELLINGS_MOVE = "dwellings", "dwellings_times", "dwellings_move"
"""Kinds on dwellings: so many more (or fewer) over the squares together, a factor, so many moved to other squares."""
ON_DIMENSION = (ADD, SET, TOWARD)
ON_DWELLINGS = (DWELLINGS_ADD, DWELLINGS_TIMES, DWELLINGS_MOVE)


@dataclass(frozen=True, eq=False)
class Measure:
    """One measure: its kind, the squares (int64 places in the grid, ascending, each once) and the share of each, 0-1.

    `dimension` is the place of the dimension in the model, for the kinds that have one. `amount` is in score units for
    ADD and SET, a part 0-1 for TOWARD, dwellings or a factor for the others. `goal` is the value TOWARD goes to.
    `destination` are the squares that get what DWELLINGS_MOVE takes away, with their shares. `area` and
    `destination_area` are the ids of the areas the squares are those of, "" for squares that were chosen one by one.
    `weight` and `destination_weight` are the weights of the squares as published, by which dwellings are divided.
    `error` is the standard error of an estimated amount, in score units.
    """

    kind: str
    square: Integers
    share: Floats
    amount: float
    dimension: int = -1
    goal: float = float("nan")
    destination: Integers | None = None
    destination_share: Floats | None = None
    area: str = ""
    destination_area: str = ""
    weight: Floats | None = None
    destination_weight: Floats | None = None
    error: float = 0.0

    def __post_init__(self) -> None:
        """InputError for a kind that isn't known, a dimension or destination that lacks, and numbers that are none."""
        if self.kind not in (*ON_DIMENSION, *ON_DWELLINGS):
            raise InputError(
                "Measure “{kind}” isn't known; choose one of: {known}.",
                kind=self.kind,
                known=", ".join((*ON_DIMENSION, *ON_DWELLINGS)),
            )
        if self.kind in ON_DIMENSION and self.dimension < 0:
            raise InputError("Measure “{kind}” needs a dimension.", kind=self.kind)
        if self.kind == DWELLINGS_MOVE and self.destination is None:
            raise InputError("Measure “{kind}” needs squares to move dwellings to.", kind=self.kind)
        wanted = (self.amount, self.goal) if self.kind == TOWARD else (self.amount,)
        if not np.isfinite(wanted).all() or (self.kind == DWELLINGS_TIMES and self.amount < 0):
            raise InputError("Measure “{kind}” needs a number.", kind=self.kind)


@dataclass(frozen=True, eq=False)
class Squares:
    """Some squares in one year: `square` int64 [n] their places in the grid, ascending; `contributions` float64 [n,
    dimensions] and `deviation` float64 [n] as recomputed, NaN where there is none; `weight` float64 [n]; `share`
    float64 [n], how much of each lies in the area looked at.
    """

    square: Integers
    contributions: Floats
    deviation: Floats
    weight: Floats
    share: Floats


@dataclass(frozen=True, eq=False)
class ScenarioOutcome:
    """An area with or without a scenario; None, or NaN, without a value.

    `dimensions` float64 [dimensions]; `by_class` float64 [classes] is the weight in each class; `square_weight` float64
    [n] and `square_class` int8 [n] are of the squares, the weight for their share.
    """

    total: float
    deviation: float
    dimensions: Floats
    class_number: int
    by_class: Floats
    weight: float
    square_weight: Floats
    square_class: NDArray[np.int8]


@dataclass(frozen=True, eq=False)
class Effect:
    """What a scenario does to an area: both outcomes, and `moved` float64 [classes, classes], the weight of squares
    that were in class i + 1 and come in class j + 1. Where dwellings change, `moved` has those that stay.
    """

    base: ScenarioOutcome
    result: ScenarioOutcome
    moved: Floats

    @property
    def flipped(self) -> float:
        """Weight that changes class."""
        return float(self.moved.sum() - np.trace(self.moved))


def apply(measures: Sequence[Measure], squares: Squares, area: str = "") -> Squares:
    """The squares after all measures, one after the other; `area` is the id of the area that is looked at.

    Squares without a published dimension keep their deviation: a measure on it can't be known there, and is left out.
    """
    contributions, deviation = squares.contributions.copy(), squares.deviation.copy()
    weight = squares.weight.copy()
    for measure in measures:
        if measure.kind in ON_DWELLINGS:
            _change_dwellings(measure, squares, weight, area)
            continue
        at, there = _met(measure.square, squares)
        whole = bool(measure.area) and measure.area == area
        before = contributions[at, measure.dimension]
        step = np.where(whole, 1.0, measure.share[there]) * _wanted(measure, before)
        contributions[at, measure.dimension] = before + step
        deviation[at] += np.where(np.isfinite(step), step, 0.0)
    return Squares(squares.square, contributions, deviation, weight, squares.share)


def _wanted(measure: Measure, before: Floats) -> Floats:
    """How far the contribution goes where the measure holds for the whole of the square."""
    if measure.kind == ADD:
        return np.where(np.isfinite(before), measure.amount, np.nan)
    if measure.kind == SET:
        return measure.amount - before
    return measure.amount * (measure.goal - before)


def _met(square: Integers, squares: Squares) -> tuple[NDArray[np.intp], NDArray[np.bool_]]:
    """Places among `squares` of the squares of a measure, and which of the measure's are there at all."""
    found = np.searchsorted(squares.square, square)
    there = found < len(squares.square)
    there[there] = squares.square[found[there]] == square[there]
    return found[there], there


def _change_dwellings(measure: Measure, squares: Squares, weight: Floats, area: str) -> None:
    """Change weights in place. Dwellings are divided over squares as those that stand there already."""
    at, there = _met(measure.square, squares)
    part = measure.share[there]
    whole = bool(measure.area) and measure.area == area
    if measure.kind == DWELLINGS_TIMES:
        weight[at] *= 1.0 + np.where(whole, 1.0, part) * (measure.amount - 1.0)
        return
    standing = _standing(measure.weight, measure.share)
    division, total = _division(standing), float(standing.sum())
    amount = measure.amount if measure.kind == DWELLINGS_ADD else -min(measure.amount, total)
    _add(weight, at, part, amount * division[there], whole)
    if measure.destination is None:
        return
    at, there = _met(measure.destination, squares)
    share = np.ones(len(there)) if measure.destination_share is None else measure.destination_share
    division = _division(_standing(measure.destination_weight, share))
    own = bool(measure.destination_area) and measure.destination_area == area
    _add(weight, at, share[there], -amount * division[there], own)


def _add(weight: Floats, at: NDArray[np.intp], part: Floats, amount: Floats, whole: bool) -> None:
    """Add dwellings to the part of squares inside; no fewer than none are left there.

    Where the area looked at is the measure's own, what counts of a square is its weight times the part inside.
    """
    inside = weight[at] * part
    weight[at] += np.maximum(amount, -inside) / (part if whole else 1.0)


def _standing(weight: Floats | None, share: Floats) -> Floats:
    """Dwellings that stand in the parts of squares; alike where that isn't known."""
    return share if weight is None else weight * share


def _division(standing: Floats) -> Floats:
    """Parts of 1, as the dwellings that stand there, or alike where there are none."""
    total = float(standing.sum())
    if total > 0:
        return standing / total
    return np.full(len(standing), 1.0 / len(standing)) if len(standing) else standing


def outcome(model: ScoreModel, squares: Squares, year: int) -> ScenarioOutcome:
    """Weighted means and the weight per class of an area, by its squares."""
    classes = len(model.total_classification.classes)
    scored = np.isfinite(squares.deviation)
    weight = np.where(scored, squares.weight * squares.share, 0.0)
    total = model.reference(year) + squares.deviation
    square_class = model.total_classification.classify(total)
    by_class = _by_class(square_class, weight, classes)
    amount = float(weight.sum())
    if not amount > 0:
        nothing = np.full(squares.contributions.shape[1], np.nan)
        return ScenarioOutcome(np.nan, np.nan, nothing, 0, by_class, 0.0, weight, square_class)
    deviation = float(weight @ np.where(scored, squares.deviation, 0.0)) / amount
    known = np.isfinite(squares.contributions).all(axis=1) & scored
    of_known = np.where(known, weight, 0.0)
    with np.errstate(invalid="ignore", divide="ignore"):
        dimensions = of_known @ np.where(known[:, None], squares.contributions, 0.0) / of_known.sum()
    mean = model.reference(year) + deviation
    number = int(model.total_classification.classify(np.array([mean]))[0])
    return ScenarioOutcome(mean, deviation, dimensions, number, by_class, amount, weight, square_class)


def _by_class(square_class: NDArray[np.int8], weight: Floats, classes: int) -> Floats:
    """Weight in every class from 1: float64 [classes]."""
    return np.bincount(square_class, weight, classes + 1)[1:].astype(np.float64)


def effect(model: ScoreModel, measures: Sequence[Measure], squares: Squares, year: int, area: str = "") -> Effect:
    """An area with and without the measures."""
    base, result = outcome(model, squares, year), outcome(model, apply(measures, squares, area), year)
    classes = len(model.total_classification.classes)
    stay = np.minimum(base.square_weight, result.square_weight)
    both = (base.square_class > 0) & (result.square_class > 0)
    moved = np.zeros((classes, classes))
    np.add.at(moved, (base.square_class[both] - 1, result.square_class[both] - 1), stay[both])
    return Effect(base, result, moved)


def weighed_differently(contributions: Floats, factors: Floats) -> Floats:
    """Deviations with every dimension times a factor of one's own: float64 [places], from [places, dimensions]."""
    return np.asarray(contributions @ factors)
