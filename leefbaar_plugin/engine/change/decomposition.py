# SPDX-License-Identifier: GPL-2.0-or-later
"""Decomposition of a group's change into change inside its areas, squares that come and go, and change of weights.

In year t, area i has weight W(i,t), the sum of its scored squares, the part p(i,t) = W(i,t) / sum of W(.,t) of its
group, and the mean m(i,t); the group has M(t) = sum of p(i,t) m(i,t). With a bar for the mean of both years, d(i) for
the mean change of the squares of i that have a score in both, the change M(1) - M(0) is exactly the sum over areas of

    inside    = bar p(i) * d(i)
    turnover  = bar p(i) * (m(i,1) - m(i,0) - d(i))
    shift     = (p(i,1) - p(i,0)) * (bar m(i) - bar M)

This is Kitagawa's decomposition (1955) with the change inside split further. The counts of dwellings are of one year,
so that W changes only where squares get or lose a score: dwellings built or pulled down in a square that has a score in
both years can't be seen, unless weights of the areas are given for both years. An area with scores in one year only
has no change inside; all that it adds is `shift`. An area without squares that have both years has no d: all of its
change inside is `turnover`.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from ..areas.coverage import Coverage
from ..errors import InputError

Floats = NDArray[np.float64]
Integers = NDArray[np.int64]


@dataclass(frozen=True, eq=False)
class Decomposition:
    """The change of groups and of what it consists; NaN for a group without scores in one of both years.

    `inside`, `turnover` and `shift` are float64 [groups], in score units, and add up to `last - first`; `of_area`
    float64 [areas, 3] holds what every area adds to them. `mean` float64 [areas, 2] and `part` float64 [areas, 2] are
    the means and the parts of the group's weight (0-1) by year; `only_first`, `only_last` and `both` int64 [groups]
    count squares with a score in one year or both.
    """

    first: Floats
    last: Floats
    inside: Floats
    turnover: Floats
    shift: Floats
    of_area: Floats
    mean: Floats
    part: Floats
    only_first: Integers
    only_last: Integers
    both: Integers

    @property
    def change(self) -> Floats:
        """Change of the groups: float64 [groups]."""
        return self.last - self.first


@dataclass(frozen=True, eq=False)
class GroupedAreas:
    """Areas of `groups` groups, as `grouped` makes them: no square counts for more than 1 in a group.

    `coverage` has the shares divided over the areas of a group that a square lies in; `group` int64 [areas] is the
    place of every area's group; `once` bool [entries of the coverage] marks one entry per square and group.
    """

    coverage: Coverage
    group: Integers
    groups: int
    once: NDArray[np.bool_]


def grouped(coverage: Coverage, group: Integers, groups: int) -> GroupedAreas:
    """Group areas; a square that lies in several areas of one group is divided over them, so that it counts for 1."""
    of_area = np.repeat(np.arange(len(coverage)), np.diff(coverage.offset))
    squares = int(coverage.square.max(initial=0)) + 1
    _key, first, place = np.unique(group[of_area] * squares + coverage.square, return_index=True, return_inverse=True)
    total = np.bincount(place, coverage.share, len(first))[place]
    once = np.zeros(len(of_area), bool)
    once[first] = True
    share = coverage.share / np.maximum(total, 1.0)
    return GroupedAreas(Coverage(coverage.offset, coverage.square, share, coverage.surface), group, groups, once)


def decompose(
    first: Floats, last: Floats, areas: GroupedAreas, weights: Floats, area_weights: Floats | None = None
) -> Decomposition:
    """Decompose the change of groups of areas from squares with `first` and `last`, float64 [squares].

    `weights` is float64 [squares]. `area_weights` float64 [areas, 2], when given, are the weights of the areas in both
    years, instead of the sums of their squares; NaN is 0, InputError for a negative one.
    """
    coverage, group, groups = areas.coverage, areas.group, areas.groups
    count = len(coverage)
    of_area = np.repeat(np.arange(count), np.diff(coverage.offset))
    value = np.stack((first, last))[:, coverage.square]
    there = ~np.isnan(value)
    both = there.all(axis=0)
    entry_weight = coverage.share * weights[coverage.square]

    def sums(entries: NDArray[np.bool_], amount: Floats) -> Floats:
        return np.bincount(of_area[entries], amount[entries], count).astype(np.float64)

    weight = np.stack([sums(now, entry_weight) for now in there], axis=1)
    with np.errstate(divide="ignore", invalid="ignore"):
        mean = np.stack([sums(now, entry_weight * v) for now, v in zip(there, value, strict=True)], axis=1) / weight
        same = sums(both, entry_weight * (value[1] - value[0])) / sums(both, entry_weight)
    if area_weights is not None:
        weight = _given(area_weights, mean)

    def counted(entries: NDArray[np.bool_]) -> Integers:
        return np.bincount(group[of_area[entries & areas.once]], minlength=groups).astype(np.int64)

    parts = (counted(there[0] & ~both), counted(there[1] & ~both), counted(both))
    return _put_together(mean, weight, same, group, groups, parts)


def _given(area_weights: Floats, mean: Floats) -> Floats:
    if (area_weights < 0).any():
        raise InputError("The weight of an area can't be negative.")
    return np.where(np.isnan(mean) | np.isnan(area_weights), 0.0, area_weights)


def _put_together(
    mean: Floats,
    weight: Floats,
    same: Floats,
    group: Integers,
    groups: int,
    counts: tuple[Integers, Integers, Integers],
) -> Decomposition:
    """The formulas of the module, from means and weights of areas (float64 [areas, 2]) and their change on the same
    squares.
    """

    def total(amount: Floats) -> Floats:
        return np.bincount(group, amount, groups).astype(np.float64)

    with np.errstate(divide="ignore", invalid="ignore"):
        part = weight / np.stack([total(now) for now in weight.T], axis=1)[group]
    weighted = np.where(part > 0, part * mean, 0.0)
    whole = np.stack([total(now) for now in (weight > 0).T], axis=1) > 0
    overall = np.where(whole, np.stack([total(now) for now in weighted.T], axis=1), np.nan)
    # in a year without a score an area is taken as in the other, so that nothing changes inside
    filled = np.where(np.isnan(mean), mean[:, ::-1], mean)
    inside_change = filled[:, 1] - filled[:, 0]
    same = np.nan_to_num(same)
    average = part.mean(axis=1)
    of_area = np.column_stack(
        (
            average * same,
            average * (inside_change - same),
            (part[:, 1] - part[:, 0]) * (filled.mean(axis=1) - overall.mean(axis=1)[group]),
        )
    )
    known = whole.all(axis=1)
    scored = ~np.isnan(filled).any(axis=1)
    of_area = np.where((known[group] & scored)[:, None], of_area, np.nan)
    inside, turnover, shift = (np.where(known, total(np.nan_to_num(term)), np.nan) for term in of_area.T)
    first, last = overall.T
    return Decomposition(first, last, inside, turnover, shift, of_area, mean, part, *counts)
