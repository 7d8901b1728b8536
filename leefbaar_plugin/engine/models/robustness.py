# SPDX-License-Identifier: GPL-2.0-or-later
"""Does a result hold when what could as well have been chosen otherwise is chosen otherwise?

An area is measured again and again with its outline shifted and buffered, with squares laid half a square further,
other weights, another rule for missing counts, counts within their rounding, secret counts within what they can be, and
class bounds within their intervals: by chance (Monte Carlo), one choice at a time (tornado), and by the design
that divides the variance over the choices (`sensitivity`). All variants of an area are measured together.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from ..choices import INSIDE
from .sensitivity import SobolShares, saltelli, sobol_shares
from .variants import (
    AS_PUBLISHED,
    BOUND,
    CHOICES,
    COLUMNS,
    EDGE,
    GRID,
    GRIDS,
    IMPUTATION,
    MIDDLE,
    OUTLINE,
    ROUNDING,
    SECRECY,
    SQUARES_AT_ONCE,
    WEIGHT,
    WIDTH,
    Case,
    deviations,
)

Floats = NDArray[np.float64]

_STEPS = 21
"""Values of one choice that the tornado tries."""
_STEPS_EACH_WAY = 9
"""And of each column of a choice of two: with 100 m, ±25, ±50, ±75 and ±100."""


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
    by_chance = measure(case, _only(varied, chosen, chance.random((runs, WIDTH))))
    there = by_chance.classes > 0
    counted = np.bincount(by_chance.classes[there], minlength=len(case.classification.classes) + 1)[1:]
    low, high = np.quantile(by_chance.total[there], (0.025, 0.975)) if there.any() else (np.nan, np.nan)
    of_score = tuple(choice for choice in varied if choice != BOUND)
    design = saltelli([COLUMNS[choice] for choice in CHOICES], base, seed)
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
        GRID: case.ranges.further and case.rule != INSIDE,  # which puts dwellings where they are, whatever the squares
        WEIGHT: len(case.kinds) > 1,
        IMPUTATION: missing,
        SECRECY: missing,
        ROUNDING: case.counts is not None and case.ranges.rounding > 0,
        BOUND: bool((case.classification.low < case.classification.high).any()),
    }
    return tuple(choice for choice in CHOICES if possible[choice])


def measure(case: Case, points: Floats) -> Outcomes:
    """Scores and classes of variants: `points` float64 [runs, 10], each column 0-1 (see `CHOICES`)."""
    at_once = max(1, SQUARES_AT_ONCE // (len(case.grid) + 1))
    parts = [deviations(case, points[first : first + at_once]) for first in range(0, len(points), at_once)]
    totals = case.reference + np.concatenate(parts) if parts else np.zeros(0)
    bounds = case.classification
    place = points[:, COLUMNS[BOUND][0], None]
    # a place of exactly one half is the bound that the model uses
    at = np.where(place == MIDDLE, bounds.bounds, bounds.low + place * (bounds.high - bounds.low))
    classes = (1 + (totals[:, None] >= at).sum(axis=1)).astype(np.int8)
    classes[np.isnan(totals)] = 0
    return Outcomes(totals, classes)


def _chosen(case: Case) -> Floats:
    """The area as it was chosen, as a point."""
    ranges, rule = case.ranges, case.imputation
    return np.array(
        (
            MIDDLE,
            MIDDLE,
            (case.shape + MIDDLE) / len(case.shapes),
            (case.kinds.index(case.kind) + MIDDLE) / len(case.kinds),
            (rule.persons_per_dwelling - ranges.persons[0]) / (ranges.persons[1] - ranges.persons[0]),
            (rule.dwellings_if_unknown - ranges.unknown[0]) / (ranges.unknown[1] - ranges.unknown[0]),
            AS_PUBLISHED,
            MIDDLE,
            MIDDLE / len(GRIDS),
            AS_PUBLISHED,
        )
    )


def _only(choices: Sequence[str], chosen: Floats, points: Floats) -> Floats:
    """Points in which the other choices are as they were chosen."""
    columns = [column for choice in choices for column in COLUMNS[choice]]
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
    columns = COLUMNS[choice]
    steps = np.linspace(0.0, 1.0, _STEPS)
    if len(columns) > 1:
        few = np.linspace(0.0, 1.0, _STEPS_EACH_WAY)
        values = np.stack(np.meshgrid(few, few), axis=-1).reshape(-1, 2)
    elif choice in (ROUNDING, SECRECY):
        values = np.random.default_rng(seed).random((_STEPS, 1))
    else:
        values = steps[:, None]
    points = np.repeat(chosen[None, :], len(values), axis=0)
    points[:, list(columns)] = values
    found = measure(case, np.concatenate((chosen[None, :], points)))
    there = found.total[np.isfinite(found.total)]
    ends = (float(there.min()), float(there.max())) if len(there) else (np.nan, np.nan)
    return Swing(choice, *ends, tuple(np.unique(found.classes[found.classes > 0]).tolist()))
