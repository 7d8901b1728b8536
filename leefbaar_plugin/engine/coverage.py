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

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from .errors import InputError
from .grid import SQUARE_AREA, Grid
from .pieces import Boxes, Steps, edges_of, ranges, ring_signs, steps_at_centres, steps_of_pieces
from .rings import Rings

SHARE = "share"
"""Rule: a square counts for the share of its surface inside."""
CENTRE = "centre"
"""Rule: a square counts whole when its centre is inside, else not at all."""
RULES = (SHARE, CENTRE)

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
    of the square's surface); `offset` is int64 [areas + 1]; `surface` float64 [areas] is in square metres.
    """

    offset: Integers
    square: Integers
    share: Floats
    surface: Floats

    def __len__(self) -> int:
        return len(self.surface)


def cover(grid: Grid, rings: Rings, rule: str = SHARE) -> Coverage:
    """Cover every area of `rings` with the squares of `grid` by `rule`.

    Areas are taken as valid polygons (see `data.geometry`); the role of a ring counts, its direction doesn't.
    Raises InputError for a rule that isn't known or a box that can't lie in EPSG:28992.
    """
    if rule not in RULES:
        raise InputError("Rule {rule} isn't one of {rules}.", rule=rule, rules=", ".join(RULES))
    boxes = Boxes.around(rings)
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
    if rings.polygons == 1:
        yield 0, 1
        return
    alone = _is_sparse(boxes)
    squares = np.cumsum(np.where(alone, 0, boxes.columns * boxes.rows))
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
    squares = boxes.columns * boxes.rows
    return (squares > _SPARSE_SQUARES) & (squares > _SPARSE_FROM * boxes.vertices)


def _cover_batch(grid: Grid, rings: Rings, boxes: Boxes, rule: str) -> Coverage:
    surface = np.zeros(rings.polygons)
    if not len(rings.polygon):
        return Coverage(np.zeros(rings.polygons + 1, np.int64), np.zeros(0, np.int64), np.zeros(0), surface)
    quantum = 2.0 ** (np.ceil(np.log2(float(boxes.rows.max()) + 2)) - 51)
    edges = edges_of(rings, boxes, quantum)
    sign = ring_signs(rings, edges, surface)
    step = steps_of_pieces(edges, sign, quantum) if rule == SHARE else steps_at_centres(rings, boxes, sign)
    find = _squares_sparse if rings.polygons == 1 and _is_sparse(boxes)[0] else _squares_dense
    area, square, share = find(grid, rings, boxes, step)
    offset = np.zeros(rings.polygons + 1, np.int64)
    np.cumsum(np.bincount(area, minlength=rings.polygons), out=offset[1:])
    return Coverage(offset, square, np.minimum(share, 1.0), surface * SQUARE_AREA)


def _span(grid: Grid, row: Integers, first: Integers, last: Integers) -> tuple[Integers, Integers]:
    """Index range of the populated squares in absolute `row` from column `first` to `last`, both included."""
    r = row - grid.first_row
    a = np.clip(first - grid.first_column, 0, grid.columns)
    b = np.clip(last + 1 - grid.first_column, 0, grid.columns)
    inside = (r >= 0) & (r < grid.rows) & (b > a)
    at = np.where(inside, r * grid.columns, 0)
    start = grid.rank[np.where(inside, at + a, 0)].astype(np.int64)
    return start, np.where(inside, grid.rank[np.where(inside, at + b, 0)], start).astype(np.int64)


def _squares_dense(grid: Grid, rings: Rings, boxes: Boxes, steps: Steps) -> tuple[Integers, Integers, Floats]:
    """Accumulate in one flat array of all boxes; no reset per row, because every row closes."""
    squares = boxes.columns * boxes.rows
    base = np.cumsum(squares) - squares
    key = steps.row * boxes.columns[rings.polygon].astype(float).take(steps.ring)
    key += steps.column
    key += base[rings.polygon].astype(float).take(steps.ring)
    key = key.astype(np.int64)
    total = int(squares.sum())
    share = np.bincount(key, steps.d, total)
    np.cumsum(share, out=share)
    if steps.within is not None:
        share -= np.bincount(key, steps.within, total)
    box_row, of_area = ranges(boxes.row, boxes.row + boxes.rows)
    start, stop = _span(grid, box_row, boxes.column[of_area], boxes.column[of_area] + boxes.columns[of_area] - 1)
    square, of_row = ranges(start, stop)
    at_row = base[of_area] + (box_row - boxes.row[of_area]) * boxes.columns[of_area] - boxes.column[of_area]
    found = share[at_row[of_row] + grid.column[square]]
    inside = np.flatnonzero(found > SMALLEST_SHARE)
    return of_area[of_row[inside]], square[inside], found[inside]


def _squares_sparse(grid: Grid, rings: Rings, boxes: Boxes, steps: Steps) -> tuple[Integers, Integers, Floats]:
    """Sort the crossed squares of one large area; between two of them in a row the share is constant."""
    columns = int(boxes.columns[0])
    key = (steps.row * columns + steps.column).astype(np.int64)
    order = np.argsort(key, kind="stable")
    key = key[order]
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
