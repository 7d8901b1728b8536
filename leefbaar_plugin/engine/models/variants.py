# SPDX-License-Identifier: GPL-2.0-or-later
"""Variants of one area: what could as well have been chosen otherwise, and the deviation of many variants at once.

A variant is a point, each of its columns 0-1. All outlines of a batch are covered together; what then differs from
variant to variant is weights of squares, which are sums over flat lists of squares.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from ..areas.coverage import cover
from ..areas.points import Points, cover_by
from ..areas.rings import Rings
from ..choices import SHARE
from ..model import Classification
from ..squares.grid import Grid
from ..squares.weights import EQUAL, Counts, ImputationRule, estimated

Floats = NDArray[np.float64]
Integers = NDArray[np.int64]

OUTLINE, EDGE, GRID, WEIGHT = "outline", "edge", "grid", "weight"
IMPUTATION, SECRECY, ROUNDING, BOUND = "imputation", "secrecy", "rounding", "bound"
CHOICES = (OUTLINE, EDGE, GRID, WEIGHT, IMPUTATION, SECRECY, ROUNDING, BOUND)
"""What is varied: place of the outline, its edge in or out, squares laid 50 m further, kind of weight, rule for missing
counts, secret counts, rounding of the counts, and where in its interval a class bound lies (of the class alone)."""
COLUMNS = {
    OUTLINE: (0, 1),
    EDGE: (2,),
    WEIGHT: (3,),
    IMPUTATION: (4, 5),
    ROUNDING: (6,),
    BOUND: (7,),
    GRID: (8,),
    SECRECY: (9,),
}
WIDTH = 10
GRIDS = ((0.0, 0.0), (50.0, 0.0), (0.0, 50.0), (50.0, 50.0))
"""Metres east and north by which the squares are laid further."""
MIDDLE = 0.5
AS_PUBLISHED = -1.0
"""Place of rounding and secrecy where the counts are taken as they were published."""
SQUARES_AT_ONCE = 1_000_000


@dataclass(frozen=True)
class Ranges:
    """How far every choice goes.

    `shift` metres east, west, north and south; `persons` per dwelling and `unknown` dwellings for squares without
    counts; `rounding` on either side of a count, which CBS rounds to multiples of 5; `secret` the least and most that a
    count can be that CBS keeps to itself because it is below 5; `further` tells whether squares may lie half a square
    further.
    """

    shift: float = 100.0
    persons: tuple[float, float] = (1.8, 2.4)
    unknown: tuple[float, float] = (0.5, 2.0)
    rounding: float = 2.5
    secret: tuple[float, float] = (1.0, 4.0)
    further: bool = True


@dataclass(frozen=True, eq=False)
class Case:
    """One area in one year and what it is measured with.

    `grid` holds the squares around it, `deviation` float64 [squares] their deviations, NaN for none, `counts` theirs.
    `points` are the user's own dwellings in them. `shapes` are the outline with its edge moved, narrowest first,
    `shape` the place of the area itself among them. `kinds` are the weights to try, `kind` the one that was chosen,
    `imputation` the rule that was chosen.
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
    points: Points | None = None


def deviations(case: Case, points: Floats) -> Floats:
    """Deviation of every variant, float64 [runs], NaN without scored squares; `points` is float64 [runs, WIDTH]."""
    run, square, share = _entries(case, points)
    weight = share * _weights(case, points, run, square)
    deviation = case.deviation[square]
    scored = np.isfinite(deviation)
    weight = np.where(scored, weight, 0.0)
    amount = np.bincount(run, weight, len(points))
    total = np.bincount(run, weight * np.where(scored, deviation, 0.0), len(points))
    with np.errstate(invalid="ignore", divide="ignore"):
        return np.where(amount > 0, total / amount, np.nan)


def _entries(case: Case, points: Floats) -> tuple[Integers, Integers, Floats]:
    """Squares of every variant: its place, the place of the square, and its share; a square may come more than once."""
    shape = _pick(points[:, COLUMNS[EDGE][0]], len(case.shapes))
    shift = (points[:, COLUMNS[OUTLINE]] * 2.0 - 1.0) * case.ranges.shift
    further = _pick(points[:, COLUMNS[GRID][0]], len(GRIDS))
    found = []
    laid = (further == 0).nonzero()[0]
    if len(laid):
        coverage = cover_by(case.grid, _rings(case.shapes, shape[laid], shift[laid]), case.rule, case.points)
        found.append((laid[_owner(coverage.offset)], coverage.square, coverage.share))
    moved = further.nonzero()[0]
    if len(moved):
        found.append(_further(case, moved, shape, shift, further))
    return tuple(np.concatenate(parts) for parts in zip(*found, strict=True))  # type: ignore[return-value]


def _further(
    case: Case, moved: Integers, shape: Integers, shift: Floats, further: Integers
) -> tuple[Integers, Integers, Floats]:
    """The same where squares lie half a square further east, north or both.

    Such a square has the mean of those that it lies on, so that each of these counts for the mean of the shares of the
    squares laid over it. The outline is moved back by as much, and covered with a grid without gaps.
    """
    steps = np.array(GRIDS)[further[moved]]
    rings = _rings(case.shapes, shape[moved], shift[moved] - steps)
    grid = case.grid
    columns, rows = np.meshgrid(
        np.arange(grid.first_column - 1, grid.first_column + grid.columns, dtype=np.int32),
        np.arange(grid.first_row - 1, grid.first_row + grid.rows, dtype=np.int32),
    )
    whole = Grid.from_squares(columns.ravel(), rows.ravel())
    coverage = cover(whole, rings, case.rule)
    run = _owner(coverage.offset)
    column, row = whole.column[coverage.square], whole.row[coverage.square]
    found = []
    for east in (0, 1):
        for north in (0, 1):
            # a step that isn't made leaves both squares the same, and each has half of it
            on = grid.find(column + east * (steps[run, 0] > 0), row + north * (steps[run, 1] > 0))
            there = (on >= 0).nonzero()[0]
            found.append((moved[run[there]], on[there], coverage.share[there] / 4.0))
    return tuple(np.concatenate(parts) for parts in zip(*found, strict=True))  # type: ignore[return-value]


def _rings(shapes: Sequence[Rings], shape: Integers, shift: Floats) -> Rings:
    """The outlines of variants as one batch: float64 [runs, 2] metres east and north of `shapes`."""
    sizes = np.array([len(one.points) for one in shapes])[shape]
    rings = np.array([len(one.polygon) for one in shapes])[shape]
    before = np.concatenate((np.zeros(1, np.int64), sizes.cumsum()))
    parts = [shapes[at] for at in shape.tolist()]
    return Rings(
        np.concatenate([one.points for one in parts]) + np.repeat(shift, sizes, axis=0),
        np.concatenate([*(one.start[:-1] + first for one, first in zip(parts, before, strict=False)), before[-1:]]),
        np.repeat(np.arange(len(parts)), rings),
        np.concatenate([one.hole for one in parts]),
        len(parts),
    )


def _weights(case: Case, points: Floats, run: Integers, square: Integers) -> Floats:
    """Weight of every square of every variant: float64 [entries]."""
    kind = _pick(points[:, COLUMNS[WEIGHT][0]], len(case.kinds))
    found = np.ones(len(square))
    if case.counts is None:
        return found
    for at, name in enumerate(case.kinds):
        entry = (kind[run] == at).nonzero()[0]
        if name == EQUAL or not len(entry):
            continue
        of_run = points[run[entry]]
        counts = _drawn(case.counts, case.ranges, square[entry], of_run)
        between = [_between(of_run[:, column], *limits) for column, limits in _imputed(case)]
        value = counts.of(name)
        # the rule holds for numbers of each variant as it does for one
        rule = ImputationRule(*between)  # type: ignore[arg-type]
        found[entry] = np.where(np.isnan(value), estimated(counts, name, rule), value)
    return found


def _imputed(case: Case) -> tuple[tuple[int, tuple[float, float]], ...]:
    persons, unknown = COLUMNS[IMPUTATION]
    return (persons, case.ranges.persons), (unknown, case.ranges.unknown)


def _drawn(of: Counts, ranges: Ranges, square: Integers, of_run: Floats) -> Counts:
    """Counts of some squares: as published, or somewhere within their rounding and what a secret count can be.

    Draws follow from place and square, so that a square has the same count in every variant of a draw.
    """
    counts = of.part(square)
    found = np.stack((counts.dwellings, counts.households, counts.inhabitants))
    rounding, secrecy = (of_run[:, COLUMNS[choice][0]] for choice in (ROUNDING, SECRECY))
    key = square[None, :] * 3.0 + np.arange(3.0)[:, None]
    if (rounding != AS_PUBLISHED).any():
        moved = (_scattered(key, rounding) * 2.0 - 1.0) * ranges.rounding
        found = np.where(rounding == AS_PUBLISHED, found, np.maximum(found + moved, 0.0))
    if (secrecy != AS_PUBLISHED).any():
        low, high = ranges.secret
        hidden = low + _scattered(key + 0.5, secrecy) * (high - low)
        found = np.where((secrecy != AS_PUBLISHED) & np.isnan(found), hidden, found)
    return Counts(found[0], found[1], found[2], counts.points)


def _scattered(key: Floats, place: Floats) -> Floats:
    """Numbers 0-1 that look drawn, and follow from key and place."""
    return np.asarray(np.modf(np.abs(np.sin(key * 12.9898 + place * 78.233) * 43758.5453))[0])


def _owner(offset: Integers) -> Integers:
    return np.repeat(np.arange(len(offset) - 1), np.diff(offset))


def _pick(place: Floats, among: int) -> Integers:
    return np.minimum((place * among).astype(np.int64), among - 1)


def _between(place: Floats, low: float, high: float) -> Floats:
    return low + place * (high - low)
