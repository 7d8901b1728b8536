# SPDX-License-Identifier: GPL-2.0-or-later
"""The exact share of every populated square inside a polygon.

Signed area is accumulated along the polygon's edges and summed along the rows, as exact-coverage rasterisers of
outlines do. In units of one square, an edge piece inside square (c, r) that goes from (x0, y0) to (x1, y1) adds
`d = y0 - y1` to every square right of it in its row and `d * (1 - (mean x - c))` to its own, so that

    share[c] = cumulative sum of d up to c  -  sum of d * (mean x - c) in c.

Two things make this exact: coordinates are taken relative to the polygon's own box before anything else (near 600,000
they'd cost digits), and y is rounded to a power of two so small that no user sees it (10 nm) and so coarse that every
sum of d is exact: each row closes to zero and whole squares inside are exactly 1.

Small boxes accumulate in a flat array of squares; large ones (provinces, the country) in sorted keys, between which the
share is constant.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from ..choices import BY_SURFACE, SHARE
from ..errors import InputError
from ..squares.grid import SQUARE_AREA, Grid
from ..squares.memory import keep_memory
from .pieces import Boxes, CoverageSteps, RingEdges, ranges, steps_at_centres, steps_of_pieces
from .rings import Rings
from .walk import walk

SMALLEST_SHARE = 1e-12
"""Shares below this are rounding (the 10 nm of above), not surface."""
_SPARSE_FROM = 24
"""Squares of box per vertex from which sorted keys are quicker than a flat array."""
_SPARSE_SQUARES = 20_000
_VERTICES_AT_ONCE = 32_768
_SQUARES_AT_ONCE = 2_000_000

Floats = NDArray[np.float64]
Integers = NDArray[np.int64]


@dataclass(frozen=True, eq=False)
class Coverage:
    """Which squares lie in which area, and how much of them.

    Area p has the squares `square[offset[p] : offset[p + 1]]` (int64 indices in the grid) with `share` (float64, 0-1
    of the square's surface); `offset` is int64 [areas + 1]; `surface` float64 [areas] is in square metres. Where a
    share is 0 or 1 by the rule, `by_surface` are the same areas with the shares of the surface, if known.
    """

    offset: Integers
    square: Integers
    share: Floats
    surface: Floats
    by_surface: Coverage | None = None

    def __len__(self) -> int:
        return len(self.surface)


def cover(grid: Grid, rings: Rings, rule: str = SHARE) -> Coverage:
    """Cover every area of `rings` with the squares of `grid` by `rule`.

    Areas are taken as valid polygons (see `data.geometry`); the role of a ring counts, its direction doesn't.
    Raises InputError for a rule that isn't known or a box that can't lie in EPSG:28992.
    """
    if rule not in BY_SURFACE:
        raise InputError("Rule {rule} isn't one of {rules}.", rule=rule, rules=", ".join(BY_SURFACE))
    keep_memory()
    walked = walk(grid, rings, SMALLEST_SHARE) if rule == SHARE else None
    if walked is not None:
        square, share, surface = walked
        return Coverage(np.array([0, len(square)]), square, share, np.array([surface * SQUARE_AREA]))
    return cover_by_arrays(grid, rings, rule)


def cover_by_arrays(grid: Grid, rings: Rings, rule: str = SHARE) -> Coverage:
    """The same of any areas, with arrays: the general way."""
    boxes = Boxes.around(rings)
    if rings.polygons == 1:
        return _cover_batch(grid, rings, boxes, rule)
    parts = [_cover_batch(grid, rings.part(a, b), boxes.part(a, b), rule) for a, b in _batches(rings, boxes)]
    if not parts:
        return Coverage(np.zeros(1, np.int64), np.zeros(0, np.int64), np.zeros(0), np.zeros(0))
    if len(parts) == 1:
        return parts[0]
    starts = np.cumsum([0] + [len(part.square) for part in parts])
    return Coverage(
        np.concatenate([part.offset[:-1] + start for part, start in zip(parts, starts, strict=False)] + [starts[-1:]]),
        np.concatenate([part.square for part in parts]),
        np.concatenate([part.share for part in parts]),
        np.concatenate([part.surface for part in parts]),
    )


def _batches(rings: Rings, boxes: Boxes) -> Iterator[tuple[int, int]]:
    """Ranges of areas that are handled at once: bounded in vertices and squares, sparse areas each on their own."""
    alone = _is_sparse(boxes)
    squares = np.cumsum(np.where(alone, 0, boxes.squares))
    vertices = np.cumsum(np.where(alone, 0, boxes.vertices))
    barriers = np.flatnonzero(alone)
    first = 0
    while first < rings.polygons:
        if alone[first]:
            last = first + 1
        else:
            done_squares, done_vertices = (squares[first - 1], vertices[first - 1]) if first else (0, 0)
            last = min(
                int(np.searchsorted(squares, done_squares + _SQUARES_AT_ONCE, side="right")),
                int(np.searchsorted(vertices, done_vertices + _VERTICES_AT_ONCE, side="right")),
            )
            barrier = np.searchsorted(barriers, first)
            last = min(max(last, first + 1), int(barriers[barrier]) if barrier < len(barriers) else rings.polygons)
        yield first, last
        first = last


def _is_sparse(boxes: Boxes) -> NDArray[np.bool_]:
    """Which areas are large for the number of their vertices."""
    squares = boxes.squares
    return (squares > _SPARSE_SQUARES) & (squares > _SPARSE_FROM * boxes.vertices)


def _cover_batch(grid: Grid, rings: Rings, boxes: Boxes, rule: str) -> Coverage:
    surface = np.zeros(rings.polygons)
    if not len(rings.polygon):
        return Coverage(np.zeros(rings.polygons + 1, np.int64), np.zeros(0, np.int64), np.zeros(0), surface)
    quantum = 2.0 ** (math.ceil(math.log2(int(boxes.rows.max()) + 2)) - 51)
    outlines = RingEdges.of(rings, boxes, quantum)
    sign = outlines.signs(rings, surface)
    if rule == SHARE:
        steps = steps_of_pieces(outlines, boxes, rings.polygon, sign, quantum)
    else:
        steps = steps_at_centres(rings, boxes, sign)
    find = _squares_sparse if rings.polygons == 1 and _is_sparse(boxes)[0] else _squares_dense
    area, square, share = find(grid, boxes, steps, quantum)
    offset = np.zeros(rings.polygons + 1, np.int64)
    np.bincount(area, minlength=rings.polygons).cumsum(out=offset[1:])
    return Coverage(offset, square, np.minimum(share, 1.0), surface * SQUARE_AREA)


def _span(grid: Grid, row: Integers, first: Integers, last: Integers) -> tuple[Integers, Integers]:
    """Index range of the populated squares in absolute `row` from column `first` to `last`, both included."""
    row = row - grid.first_row
    begin = np.minimum(np.maximum(first - grid.first_column, 0), grid.columns)
    end = np.minimum(np.maximum(last + 1 - grid.first_column, 0), grid.columns)
    outside = ((row < 0) | (row >= grid.rows)).nonzero()[0]
    row[outside] = 0
    end[outside] = begin[outside]
    before = row * grid.columns
    return grid.rank[before + begin].astype(np.int64), grid.rank[before + end].astype(np.int64)


def _squares_dense(grid: Grid, boxes: Boxes, steps: CoverageSteps, quantum: float) -> tuple[Integers, Integers, Floats]:
    """Accumulate in one flat array of all boxes; no reset per row, because every row closes."""
    total = int(boxes.squares.sum())
    # in whole quanta, because numpy sums integers up several times quicker than floats
    run = np.bincount(steps.place, steps.d / quantum, total).astype(np.int64).cumsum()
    row, of_area = ranges(boxes.row, boxes.row + boxes.rows)
    column = boxes.column[of_area]
    start, stop = _span(grid, row, column, column + boxes.columns[of_area] - 1)
    square, of_row = ranges(start, stop)
    first = (boxes.first - boxes.row * boxes.columns - boxes.column)[of_area] + row * boxes.columns[of_area]
    place = first[of_row]
    place += grid.column[square]
    share = run[place] * quantum
    if steps.within is not None:
        share -= np.bincount(steps.place, steps.within, total)[place]
    inside = (share > SMALLEST_SHARE).nonzero()[0]
    return of_area[of_row[inside]], square[inside], share[inside]


def _squares_sparse(
    grid: Grid, boxes: Boxes, steps: CoverageSteps, _quantum: float
) -> tuple[Integers, Integers, Floats]:
    """Sort the crossed squares of one large area; between two of them in a row the share is constant."""
    columns = int(boxes.columns[0])
    order = np.argsort(steps.place, kind="stable")
    key = steps.place[order]
    starts = np.flatnonzero(np.diff(key, prepend=-1))
    key = key[starts]
    run = np.cumsum(np.add.reduceat(steps.d[order], starts)) if len(starts) else np.zeros(0)
    crossed = run if steps.within is None else run - np.add.reduceat(steps.within[order], starts)
    row, column = np.divmod(key, columns)
    row += boxes.row[0]
    column += boxes.column[0]
    next_column = np.append(np.where(np.diff(row) == 0, column[1:], column[:-1] + 1), column[-1:] + 1)
    # crossed squares and the runs behind them, by turns, so that the result stays in row-major order
    share = np.column_stack((crossed, run)).ravel()
    first = np.column_stack((column, column + 1)).ravel()
    last = np.column_stack((column, next_column - 1)).ravel()
    keep = np.flatnonzero((share > SMALLEST_SHARE) & (last >= first))
    start, stop = _span(grid, np.repeat(row, 2)[keep], first[keep], last[keep])
    square, of_run = ranges(start, stop)
    return np.zeros(len(square), np.int64), square, share[keep][of_run]
