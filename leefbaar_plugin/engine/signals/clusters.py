# SPDX-License-Identifier: GPL-2.0-or-later
"""Clusters: squares that adjoin each other and satisfy a condition.

Squares are joined through runs: squares beside each other in a row are one run at once, and runs of adjoining rows that
touch are joined by hooking the larger label onto the smaller, round after round, until nothing changes. The number of
labels at least halves in each round, so that there are few.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from ..areas.coverage import Coverage
from ..errors import InputError
from ..squares.grid import SQUARE_AREA, Grid

SIDES, CORNERS = 4, 8
"""Neighbours of a square: those that share a side, or those that share a corner too."""
NO_CLUSTER = -1

Floats = NDArray[np.float64]
Integers = NDArray[np.int64]


@dataclass(frozen=True, eq=False)
class Clusters:
    """Clusters of squares, the heaviest first.

    Cluster c has the squares `square[offset[c] : offset[c + 1]]` (int64 indices in the grid, ascending) and weighs
    `weight[c]`; `part` int64 [squares of clusters] tells which of them hang together by their sides.
    """

    offset: Integers
    square: Integers
    part: Integers
    weight: Floats

    def __len__(self) -> int:
        return len(self.weight)

    def coverage(self) -> Coverage:
        """The clusters as areas, every square whole."""
        surface = np.diff(self.offset) * SQUARE_AREA
        return Coverage(self.offset, self.square, np.ones(len(self.square)), surface.astype(np.float64))


def find_clusters(
    grid: Grid, mask: NDArray[np.bool_], weight: Floats, neighbours: int = SIDES, least_weight: float = 0.0
) -> Clusters:
    """Clusters of the squares of `mask` (bool [squares]) that weigh at least `least_weight` together.

    `weight` is float64 [squares]. Of clusters of equal weight the one with the southernmost square comes first.
    Raises InputError for another number of neighbours than 4 and 8.
    """
    if neighbours not in (SIDES, CORNERS):
        raise InputError("A square has 4 or 8 neighbours, not {neighbours}.", neighbours=neighbours)
    square = np.flatnonzero(mask).astype(np.int64)
    part = _components(grid, square, SIDES)
    label = part if neighbours == SIDES else _components(grid, square, CORNERS)
    _, label = np.unique(label, return_inverse=True)
    count = int(label.max()) + 1 if len(label) else 0
    weights = np.bincount(label, weight[square], count)
    order = np.argsort(-weights, kind="stable")
    order = order[weights[order] >= least_weight * (1 - 1e-9)]
    place = np.full(count, NO_CLUSTER)
    place[order] = np.arange(len(order))
    new = place[label]
    kept = np.flatnonzero(new >= 0)
    kept = kept[np.argsort(new[kept], kind="stable")]
    offset = np.zeros(len(order) + 1, np.int64)
    np.cumsum(np.bincount(new[kept], minlength=len(order)), out=offset[1:])
    return Clusters(offset, square[kept], part[kept], weights[order].astype(np.float64))


def _components(grid: Grid, square: Integers, neighbours: int) -> Integers:
    """A label per square, the same for those that hang together: int64 [squares given], in no order."""
    column, row = grid.column[square].astype(np.int64), grid.row[square].astype(np.int64)
    starts = np.ones(len(square), bool)
    starts[1:] = (np.diff(column) != 1) | (np.diff(row) != 0)
    run = np.cumsum(starts) - 1
    place = np.full(len(grid), NO_CLUSTER, np.int64)
    place[square] = run
    pairs = [_touching(grid, place, column, row, run, step) for step in ((0,) if neighbours == SIDES else (-1, 0, 1))]
    below, above = (np.concatenate(ends) for ends in zip(*pairs, strict=True))
    return _joined(int(run[-1]) + 1 if len(run) else 0, below, above)[run]


def _touching(
    grid: Grid, place: Integers, column: Integers, row: Integers, run: Integers, step: int
) -> tuple[Integers, Integers]:
    """Runs of the squares, and those of their neighbours one row up and `step` columns aside, where there are any."""
    neighbour = grid.find(column + step, row + 1)
    above = np.where(neighbour >= 0, place[neighbour], NO_CLUSTER)
    there = above >= 0
    return run[there], above[there]


def _joined(count: int, one: Integers, other: Integers) -> Integers:
    """Label of each of `count` things of which the pairs belong together: the lowest of each set; int64 [count]."""
    parent = np.arange(count)
    while len(one):
        low, high = np.minimum(parent[one], parent[other]), np.maximum(parent[one], parent[other])
        apart = low != high
        one, other, low, high = one[apart], other[apart], low[apart], high[apart]
        parent[high] = low  # whichever comes last; the others hook in a later round
        while True:
            shorter = parent[parent]
            if np.array_equal(shorter, parent):
                break
            parent = shorter
    return parent
