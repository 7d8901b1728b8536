# SPDX-License-Identifier: GPL-2.0-or-later
"""Weights of squares: dwellings, households, inhabitants, equal or the user's own dwellings, with a named rule for
counts that are missing.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from ..errors import InputError

DWELLINGS, HOUSEHOLDS, INHABITANTS, EQUAL = "dwellings", "households", "inhabitants", "equal"
PUBLISHED = (DWELLINGS, HOUSEHOLDS, INHABITANTS, EQUAL)
"""Kinds of weight, in the order in which one stands in for another (domain.md, section 5)."""
POINTS = "points"
"""The user's own dwellings, from points; published counts stand in for them, first those of dwellings."""
KINDS = (*PUBLISHED, POINTS)

Floats = NDArray[np.float64]


@dataclass(frozen=True, eq=False)
class Counts:
    """Published counts per square, float64 [squares] each, NaN where secret, unknown or not published.

    `points` are the user's own dwellings, NaN outside the gemeenten that they are known of; None where there are none.
    """

    dwellings: Floats
    households: Floats
    inhabitants: Floats
    points: Floats | None = None

    def of(self, kind: str) -> Floats:
        """The counts of `kind`, one of dwellings, households, inhabitants and points."""
        if kind == POINTS:
            return np.full(len(self.dwellings), np.nan) if self.points is None else self.points
        return {DWELLINGS: self.dwellings, HOUSEHOLDS: self.households, INHABITANTS: self.inhabitants}[kind]

    def part(self, squares: NDArray[np.int64]) -> Counts:
        """The counts of some squares."""
        points = None if self.points is None else self.points[squares]
        return Counts(self.dwellings[squares], self.households[squares], self.inhabitants[squares], points)


@dataclass(frozen=True)
class ImputationRule:
    """How a missing count is filled: from the other counts by a fixed size of household, else by a constant.

    Missing dwellings become households, else inhabitants / `persons_per_dwelling`, else `dwellings_if_unknown`; missing
    households and inhabitants are filled alike from dwellings. Both numbers are the user's to change.
    """

    persons_per_dwelling: float = 2.1
    dwellings_if_unknown: float = 1.0


@dataclass(frozen=True, eq=False)
class Weights:
    """`value` float64 [squares], never NaN; `imputed` bool [squares]; `kind` is what was really used."""

    kind: str
    value: Floats
    imputed: NDArray[np.bool_]


def weigh(counts: Counts | None, squares: int, kind: str = DWELLINGS, rule: ImputationRule | None = None) -> Weights:
    """Weights of `kind` for all squares, missing counts filled by `rule`.

    When no square has a count of that kind, the next kind in the order of `PUBLISHED` is used and named in the result.
    Raises InputError for a kind that isn't known.
    """
    if kind not in KINDS:
        raise InputError("Weight {kind} isn't one of {kinds}.", kind=kind, kinds=", ".join(KINDS))
    rule = rule or ImputationRule()
    candidates = stand_ins(kind) if counts is not None else (EQUAL,)
    for candidate in candidates:
        if candidate == EQUAL or counts is None:
            break
        value = counts.of(candidate)
        known = ~np.isnan(value)
        if known.any():
            return Weights(candidate, np.where(known, value, estimated(counts, candidate, rule)), ~known)
    return Weights(EQUAL, np.ones(squares), np.zeros(squares, bool))


def stand_ins(kind: str) -> tuple[str, ...]:
    """The kind and what is taken where there are no such counts, in that order."""
    return (POINTS, *PUBLISHED) if kind == POINTS else PUBLISHED[PUBLISHED.index(kind) :]


def estimated(counts: Counts, kind: str, rule: ImputationRule) -> Floats:
    """A count of `kind` for every square from its other counts."""
    size = rule.persons_per_dwelling
    homes = counts.inhabitants / size
    first, second = (counts.dwellings, homes) if kind == HOUSEHOLDS else (counts.households, homes)
    if kind == INHABITANTS:
        first, second = counts.households * size, counts.dwellings * size
    constant = rule.dwellings_if_unknown * (size if kind == INHABITANTS else 1.0)
    estimate = np.where(np.isnan(first), second, first)
    if kind == POINTS:  # outside the gemeenten that the points tell of
        estimate = np.where(np.isnan(counts.dwellings), estimate, counts.dwellings)
    return np.where(np.isnan(estimate), constant, estimate)
