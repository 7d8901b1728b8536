# SPDX-License-Identifier: GPL-2.0-or-later
"""All squares of the files of an import, shared out among the gemeenten by their surface in each outline."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from ...engine.areas.coverage import cover
from ...engine.areas.rings import decode_polygons
from ...engine.model import ScoreModel
from ...engine.squares.grid import Grid, row_major_order
from ...engine.squares.scoring import PublishedScores
from ...engine.squares.weights import Counts, Weights, weigh
from ..reading.scores import SquareScores
from ..reading.vectors import Outlines

_LEAST_COUNTED = 0.5
"""Part of the squares that must have a count, for weights of dwellings to say anything of the country."""
_NOT_SHARED = 1e-9

Floats = NDArray[np.float64]
SquareCounts = tuple[NDArray[np.int32], NDArray[np.int32], Counts]
"""Column and row of squares, and their counts."""


@dataclass(frozen=True, eq=False)
class SharedSquares:
    """All squares of the files, shared out: entry e is `weight`[e] of square[e] in gemeente[e].

    The gemeente behind the last one stands for none. `main`, int64 [squares], is the gemeente with most of a square.
    `parts` are the scores; `places` give, for each of them, the places of its squares among all.
    """

    parts: Sequence[SquareScores]
    places: Sequence[NDArray[np.int64]]
    gemeente: NDArray[np.int64]
    square: NDArray[np.int64]
    weight: Floats
    main: NDArray[np.int64]
    gemeenten: int
    kind: str

    def of_year(self, model: ScoreModel, year: int) -> PublishedScores:
        """Published scores of all squares in one year."""
        count = len(self.main)
        total, deviation = np.full((count, 1), np.nan), np.full((count, 1), np.nan)
        contributions = np.full((count, 1, len(model.dimensions)), np.nan)
        classes: dict[str, NDArray[np.int8]] = {}
        for part, place in zip(self.parts, self.places, strict=True):
            scores = part.scores
            if year not in scores.years:
                continue
            at = scores.years.index(year)
            total[place, 0], deviation[place, 0] = scores.total[:, at], scores.deviation[:, at]
            contributions[place, 0] = scores.contributions[:, at]
            for name, stated in scores.classes.items():
                classes.setdefault(name, np.zeros((count, 1), np.int8))[place, 0] = stated[:, at]
        return PublishedScores((year,), total, deviation, contributions, classes)

    def throughout(self, years: Sequence[int]) -> NDArray[np.bool_]:
        """Squares scored in all years, with dimensions in all years that have them: as `Measurer.scored_squares`."""
        scored, complete = np.zeros((2, len(self.main), len(years)), bool)
        for part, place in zip(self.parts, self.places, strict=True):
            at = np.array([years.index(year) for year in part.scores.years])
            there = ~np.isnan(part.scores.contributions).any(axis=-1)
            complete[np.ix_(place, at)] = there
            scored[np.ix_(place, at)] = there | ~(np.isnan(part.scores.deviation) & np.isnan(part.scores.total))
        with_dimensions = complete.any(axis=0)
        return scored.all(axis=1) & complete[:, with_dimensions].all(axis=1)

    def sums(self, weight: Floats, entries: NDArray[np.int64] | None = None) -> Floats:
        """Sums of weights by gemeente, of all entries or of those by their place: float64 [gemeenten + 1]."""
        gemeente = self.gemeente if entries is None else self.gemeente[entries]
        return np.bincount(gemeente, weight, self.gemeenten + 1).astype(np.float64)


def share_out(
    parts: Sequence[SquareScores], counts: SquareCounts | None, outlines: Outlines, codes: list[str]
) -> SharedSquares:
    """Share out squares, in parts that have none in common, among the gemeenten with these codes."""
    column = np.concatenate([part.column for part in parts])
    row = np.concatenate([part.row for part in parts])
    order = row_major_order(column, row)
    grid = Grid.from_squares(column[order], row[order])
    weights = _weights(grid, counts)
    coverage = cover(grid, decode_polygons(outlines.wkb))
    number = {code: at for at, code in enumerate(codes)}
    of_outline = np.array([number[code] for code in outlines.code], np.int64)
    gemeente = np.repeat(of_outline, np.diff(coverage.offset))
    square, share = coverage.square, coverage.share
    inside = np.bincount(square, share, len(grid))
    share = share / np.maximum(inside, 1.0)[square]  # where outlines overlap, each has its part
    left = np.flatnonzero(inside < 1.0 - _NOT_SHARED)
    main = np.full(len(grid), len(codes), np.int64)
    by_share = np.argsort(share, kind="stable")
    main[square[by_share]] = gemeente[by_share]  # what is written last stays: the largest share
    square = np.concatenate((square, left))
    share = np.concatenate((share, 1.0 - inside[left]))
    gemeente = np.concatenate((gemeente, np.full(len(left), len(codes), np.int64)))
    place = np.empty(len(order), np.int64)
    place[order] = np.arange(len(order))
    places = np.split(place, np.cumsum([len(part.column) for part in parts])[:-1])
    return SharedSquares(parts, places, gemeente, square, share * weights.value[square], main, len(codes), weights.kind)


def counts_on(grid: Grid, given: SquareCounts) -> tuple[Counts, NDArray[np.bool_]]:
    """Counts of the squares of a grid, NaN where none are given, and which of the given ones lie in it."""
    column, row, counts = given
    at = grid.find(column, row)
    inside = at >= 0
    arrays = []
    for values in (counts.dwellings, counts.households, counts.inhabitants):
        array = np.full(len(grid), np.nan)
        array[at[inside]] = values[inside]
        arrays.append(array)
    return Counts(*arrays), inside


def _weights(grid: Grid, given: SquareCounts | None) -> Weights:
    """Dwellings where the counts know enough of these squares, else each square for one."""
    if given is None:
        return weigh(None, len(grid))
    counts, _inside = counts_on(grid, given)
    none = np.isnan(np.column_stack((counts.dwellings, counts.households, counts.inhabitants))).all(axis=1)
    if np.isnan(counts.dwellings).all() or none.mean() > 1.0 - _LEAST_COUNTED:
        return weigh(None, len(grid))
    return weigh(counts, len(grid))
