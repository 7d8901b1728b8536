# SPDX-License-Identifier: GPL-2.0-or-later
"""Does a result hold when what could as well have been chosen otherwise is chosen otherwise?

An area is measured again and again with its outline shifted and buffered, other weights, another rule for missing
counts, counts within their rounding, and class bounds within their intervals: by chance (Monte Carlo), one choice at a
time (tornado), and by the design that divides the variance over the choices (`sensitivity`). Shifting the outline
is the same as shifting the grid the other way.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from ..areas.coverage import Coverage, cover
from ..areas.rings import Rings
from ..choices import SHARE
from ..model import Classification
from ..squares.grid import Grid
from ..squares.weights import EQUAL, Counts, ImputationRule, weigh
from .sensitivity import SobolShares, saltelli, sobol_shares

Floats = NDArray[np.float64]

OUTLINE, EDGE, WEIGHT, IMPUTATION, ROUNDING, BOUND = "outline", "edge", "weight", "imputation", "rounding", "bound"
CHOICES = (OUTLINE, EDGE, WEIGHT, IMPUTATION, ROUNDING, BOUND)
"""What is varied: place of the outline, its edge in or out, kind of weight, rule for missing counts, rounding of the
counts, and where in its interval a class bound lies (of the class alone)."""
_COLUMNS = {OUTLINE: (0, 1), EDGE: (2,), WEIGHT: (3,), IMPUTATION: (4, 5), ROUNDING: (6,), BOUND: (7,)}
_WIDTH = 8
_MIDDLE = 0.5
_AS_PUBLISHED = -1.0
"""Place of the rounding where the counts are taken as they were published."""
_STEPS = 21
"""Values of one choice that the tornado tries."""


@dataclass(frozen=True)
class Ranges:
    """How far every choice goes.

    `shift` metres east, west, north and south; `persons` per dwelling and `unknown` dwellings for squares without
    counts; `rounding` on either side of a count, which CBS rounds to multiples of 5.
    """

    shift: float = 50.0
    persons: tuple[float, float] = (1.8, 2.4)
    unknown: tuple[float, float] = (0.5, 2.0)
    rounding: float = 2.5


@dataclass(frozen=True, eq=False)
class Case:
    """One area in one year and what it is measured with.

    `grid` holds the squares around it, `deviation` float64 [squares] their deviations, NaN for none, `counts` theirs.
    `shapes` are the outline with its edge moved, narrowest first, `shape` the place of the area itself among them.
    `kinds` are the weights to try, `kind` the one that was chosen, `imputation` the rule that was chosen.
    """

    grid: Grid
    deviation: Floats
    counts: Counts | None
    shapes: tuple[Rings, ...]
    shape: int
    kinds: tuple[str, ...]
    kind: str
    imputation: ImputationRule
    classification: Classification
    reference: float
    rule: str = SHARE
    ranges: Ranges = Ranges()


@dataclass(frozen=True, eq=False)
class Outcomes:
    """Totals, float64 [runs], NaN where nothing is left of the area, and classes int8 [runs], 0 for none."""

    total: Floats
    classes: NDArray[np.int8]


@dataclass(frozen=True)
class Swing:
    """How far the score goes when one choice alone is varied, and the classes that come up (ascending)."""

    choice: str
    low: float
    high: float
    classes: tuple[int, ...]

    @property
    def reach(self) -> float:
        """Difference of both ends."""
        return self.high - self.low


@dataclass(frozen=True, eq=False)
class Robustness:
    """The answer: the area as it was chosen, the runs by chance, one choice at a time, and shares of the variance.

    `class_shares` float64 [classes] are parts of the runs that gave a class; `low` and `high` hold 95 % of the scores.
    `swings` stand in order of their reach. `shares` is by `varied`, the choices that could be varied at all.
    """

    total: float
    class_number: int
    class_shares: Floats
    low: float
    high: float
    runs: int
    without: int
    varied: tuple[str, ...]
    swings: tuple[Swing, ...]
    shares: SobolShares

    @property
    def holds(self) -> float:
        """Part of the runs with the class of the area as it was chosen."""
        return float(self.class_shares[self.class_number - 1]) if self.class_number else float("nan")


def assess(case: Case, runs: int = 1000, base: int = 128, seed: int = 1) -> Robustness:
    """Assess one area by `runs` variants by chance and a design of `base` points per choice; seeded, so repeatable."""
    varied = varied_choices(case)
    chosen = _chosen(case)
    itself = measure(case, chosen[None, :])
    chance = np.random.default_rng(seed)
    by_chance = measure(case, _only(varied, chosen, chance.random((runs, _WIDTH))))
    there = by_chance.classes > 0
    counted = np.bincount(by_chance.classes[there], minlength=len(case.classification.classes) + 1)[1:]
    low, high = np.quantile(by_chance.total[there], (0.025, 0.975)) if there.any() else (np.nan, np.nan)
    of_score = tuple(choice for choice in varied if choice != BOUND)
    design = saltelli([_COLUMNS[choice] for choice in CHOICES], base, seed)
    # the choices that don't vary keep their place, so that the design stays one of all columns
    outcome = measure(case, _only(of_score, chosen, design.points)).total
    shares = _of(sobol_shares(design, outcome, seed), [CHOICES.index(choice) for choice in of_score])
    swings = sorted((_swing(case, chosen, choice, seed) for choice in varied), key=lambda swing: -swing.reach)
    return Robustness(
        float(itself.total[0]),
        int(itself.classes[0]),
        counted / max(int(there.sum()), 1),
        float(low),
        float(high),
        runs,
        int(runs - there.sum()),
        of_score,
        tuple(swings),
        shares,
    )


def varied_choices(case: Case) -> tuple[str, ...]:
    """The choices that can be varied with what there is."""
    missing = case.counts is not None and bool(np.isnan(case.counts.dwellings).any())
    possible = {
        OUTLINE: case.ranges.shift > 0,
        EDGE: len(case.shapes) > 1,
        WEIGHT: len(case.kinds) > 1,
        IMPUTATION: missing,
        ROUNDING: case.counts is not None and case.ranges.rounding > 0,
        BOUND: bool((case.classification.low < case.classification.high).any()),
    }
    return tuple(choice for choice in CHOICES if possible[choice])


def measure(case: Case, points: Floats) -> Outcomes:
    """Scores and classes of variants: `points` float64 [runs, 8], each column 0-1 (see `CHOICES`)."""
    totals = np.array([case.reference + _deviation(case, point) for point in points])
    bounds = case.classification
    place = points[:, _COLUMNS[BOUND][0], None]
    # a place of exactly one half is the bound that the model uses
    at = np.where(place == _MIDDLE, bounds.bounds, bounds.low + place * (bounds.high - bounds.low))
    classes = (1 + (totals[:, None] >= at).sum(axis=1)).astype(np.int8)
    classes[np.isnan(totals)] = 0
    return Outcomes(totals, classes)


def _chosen(case: Case) -> Floats:
    """The area as it was chosen, as a point."""
    ranges, rule = case.ranges, case.imputation
    return np.array(
        (
            _MIDDLE,
            _MIDDLE,
            (case.shape + _MIDDLE) / len(case.shapes),
            (case.kinds.index(case.kind) + _MIDDLE) / len(case.kinds),
            (rule.persons_per_dwelling - ranges.persons[0]) / (ranges.persons[1] - ranges.persons[0]),
            (rule.dwellings_if_unknown - ranges.unknown[0]) / (ranges.unknown[1] - ranges.unknown[0]),
            _AS_PUBLISHED,
            _MIDDLE,
        )
    )


def _only(choices: Sequence[str], chosen: Floats, points: Floats) -> Floats:
    """Points in which the other choices are as they were chosen."""
    columns = [column for choice in choices for column in _COLUMNS[choice]]
    found = np.repeat(chosen[None, :], len(points), axis=0)
    found[:, columns] = points[:, columns]
    return found


def _of(shares: SobolShares, places: Sequence[int]) -> SobolShares:
    at = list(places)
    return replace(
        shares,
        first=shares.first[at],
        total=shares.total[at],
        first_error=shares.first_error[at],
        total_error=shares.total_error[at],
    )


def _swing(case: Case, chosen: Floats, choice: str, seed: int) -> Swing:
    """One choice over its range; two columns over a square of steps, a draw over as many draws."""
    columns = _COLUMNS[choice]
    steps = np.linspace(0.0, 1.0, _STEPS)
    if len(columns) > 1:
        few = np.linspace(0.0, 1.0, 5)
        values = np.stack(np.meshgrid(few, few), axis=-1).reshape(-1, 2)
    elif choice == ROUNDING:
        values = np.random.default_rng(seed).random((_STEPS, 1))
    else:
        values = steps[:, None]
    points = np.repeat(chosen[None, :], len(values), axis=0)
    points[:, list(columns)] = values
    found = measure(case, np.concatenate((chosen[None, :], points)))
    there = found.total[np.isfinite(found.total)]
    ends = (float(there.min()), float(there.max())) if len(there) else (np.nan, np.nan)
    return Swing(choice, *ends, tuple(np.unique(found.classes[found.classes > 0]).tolist()))


def _deviation(case: Case, point: Floats) -> float:
    """Deviation of one variant; NaN where no scored square is left."""
    ranges = case.ranges
    east, north = (point[:2] * 2.0 - 1.0) * ranges.shift
    shape = case.shapes[_pick(point[2], len(case.shapes))]
    coverage = _covered(case, shape, float(east), float(north))
    square = coverage.square
    if not len(square):
        return float("nan")
    rule = ImputationRule(_between(point[4], *ranges.persons), _between(point[5], *ranges.unknown))
    kind = case.kinds[_pick(point[3], len(case.kinds))]
    counts = case.counts
    if counts is not None and kind != EQUAL:
        counts = _drawn(counts, ranges.rounding, square, point[6])
    weight = coverage.share * weigh(counts, len(square), kind, rule).value
    deviation = case.deviation[square]
    scored = np.isfinite(deviation)
    amount = float(weight[scored].sum())
    return float(weight[scored] @ deviation[scored]) / amount if amount > 0 else float("nan")


def _covered(case: Case, shape: Rings, east: float, north: float) -> Coverage:
    if east or north:
        shape = replace(shape, points=shape.points + np.array((east, north)))
    return cover(case.grid, shape, case.rule)


def _drawn(counts: Counts, rounding: float, square: NDArray[np.int64], place: float) -> Counts:
    """Counts of some squares, as published or somewhere within their rounding; the same place draws the same counts."""
    found = [counts.dwellings[square], counts.households[square], counts.inhabitants[square]]
    if place != _AS_PUBLISHED:
        # numbers that follow from place and square, so that a square has the same count in every variant of a draw
        key = square[None, :] * 3.0 + np.arange(3.0)[:, None]
        part = np.modf(np.abs(np.sin(key * 12.9898 + place * 78.233) * 43758.5453))[0]
        found = list(np.maximum(np.stack(found) + (part * 2.0 - 1.0) * rounding, 0.0))
    return Counts(*found)


def _pick(place: float, among: int) -> int:
    return min(int(place * among), among - 1)


def _between(place: float, low: float, high: float) -> float:
    return low + place * (high - low)
