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
from .grid import SQUARE, SQUARE_AREA, Grid
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
_LONGEST_SIDE = 200_000
"""Squares: a box with a longer side (20,000 km) can't be in EPSG:28992."""

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
    boxes = _Boxes.around(rings)
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


@dataclass(frozen=True, eq=False)
class _Boxes:
    """The box of every area in squares: int64 [areas]; areas without rings have a box of no columns and rows."""

    column: Integers
    row: Integers
    columns: Integers
    rows: Integers
    vertices: Integers

    @classmethod
    def around(cls, rings: Rings) -> _Boxes:
        column, row, columns, rows, vertices = (np.zeros(rings.polygons, np.int64) for _ in range(5))
        if len(rings.polygon):
            first_ring = np.flatnonzero(np.diff(rings.polygon, prepend=-1))
            filled = rings.polygon[first_ring]
            starts = rings.start[first_ring]
            low = np.floor(np.minimum.reduceat(rings.points, starts) / SQUARE)
            high = np.floor(np.maximum.reduceat(rings.points, starts) / SQUARE)
            if max(np.abs(low).max(), np.abs(high).max()) > _LONGEST_SIDE:
                raise InputError("An area lies outside any map in EPSG:28992; its coordinate system must be wrong.")
            column[filled], row[filled] = low.T
            # one more column than squares: an edge along the right side of the box stands in it
            columns[filled], rows[filled] = (high - low + (2, 1)).T
            vertices[filled] = np.diff(np.append(starts, rings.start[-1]))
        return cls(column, row, columns, rows, vertices)

    def part(self, first: int, last: int) -> _Boxes:
        return _Boxes(*(f[first:last] for f in (self.column, self.row, self.columns, self.rows, self.vertices)))

    @property
    def sparse(self) -> NDArray[np.bool_]:
        squares = self.columns * self.rows
        return (squares > _SPARSE_SQUARES) & (squares > _SPARSE_FROM * self.vertices)


def _batches(rings: Rings, boxes: _Boxes) -> Iterator[tuple[int, int]]:
    """Ranges of areas that are handled at once: bounded in vertices and squares, sparse areas each on their own."""
    if rings.polygons == 1:
        yield 0, 1
        return
    alone = boxes.sparse
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


@dataclass(frozen=True, eq=False)
class _Edges:
    """Edges in units of squares from the corner of their area's box, and the ring each is of."""

    x0: Floats
    y0: Floats
    x1: Floats
    y1: Floats
    ring: Integers


def _cover_batch(grid: Grid, rings: Rings, boxes: _Boxes, rule: str) -> Coverage:
    surface = np.zeros(rings.polygons)
    if not len(rings.polygon):
        return Coverage(np.zeros(rings.polygons + 1, np.int64), np.zeros(0, np.int64), np.zeros(0), surface)
    quantum = 2.0 ** (np.ceil(np.log2(float(boxes.rows.max()) + 2)) - 51)
    edges = _edges(rings, boxes, quantum)
    sign = _ring_signs(rings, edges, surface)
    step = _steps_of_pieces(edges, sign, quantum) if rule == SHARE else _steps_at_centres(rings, boxes, sign)
    find = _squares_sparse if rings.polygons == 1 and boxes.sparse[0] else _squares_dense
    area, square, share = find(grid, rings, boxes, step)
    offset = np.zeros(rings.polygons + 1, np.int64)
    np.cumsum(np.bincount(area, minlength=rings.polygons), out=offset[1:])
    return Coverage(offset, square, np.minimum(share, 1.0), surface * SQUARE_AREA)


def _edges(rings: Rings, boxes: _Boxes, quantum: float) -> _Edges:
    """Edges of all rings, y rounded to `quantum`. From one ring to the next stands an edge without length."""
    lengths = np.diff(rings.start)
    x = (rings.points[:, 0] - np.repeat(boxes.column[rings.polygon] * SQUARE, lengths)) / SQUARE
    y = (rings.points[:, 1] - np.repeat(boxes.row[rings.polygon] * SQUARE, lengths)) / SQUARE
    _round(y, quantum)
    x1, y1 = x[1:].copy(), y[1:].copy()
    last = rings.start[1:-1] - 1
    x1[last], y1[last] = x[last], y[last]
    return _Edges(x[:-1], y[:-1], x1, y1, np.repeat(np.arange(len(lengths)), lengths)[:-1])


def _round(values: Floats, quantum: float) -> None:
    """Round to a multiple of `quantum` in place: adding and subtracting pushes the lower bits out."""
    magic = 1.5 * 2.0**52 * quantum
    values += magic
    values -= magic


def _ring_signs(rings: Rings, edges: _Edges, surface: Floats) -> Floats:
    """+1 or -1 by ring, such that shells add and holes take away; fills `surface` in squares."""
    twice = edges.x0 * edges.y1 - edges.x1 * edges.y0
    ring_surface = np.add.reduceat(twice, rings.start[:-1]) / 2
    sign = np.where(rings.hole, -np.sign(ring_surface), np.sign(ring_surface))
    surface += np.bincount(rings.polygon, sign * ring_surface, len(surface))
    return sign


Split = tuple[Floats, Integers, Floats, Floats, Floats, Floats]


def _split(a0: Floats, b0: Floats, a1: Floats, b1: Floats, quantum: float) -> Split:
    """Cut segments at the whole numbers of their coordinate a.

    Every segment keeps its first piece in its place; the further pieces follow behind all of them. Returns the
    whole-number cell of a that every piece lies in, the segments that the further pieces came from, and the ends of the
    pieces (a0, b0, a1, b1). The cell comes from the step, never from where a piece happens to lie; b at a cut is
    rounded to `quantum` (0 for not at all).
    """
    first, last = np.floor(a0), np.floor(a1)
    last -= (a1 > a0) & (a1 == last)  # an end on a line belongs to the cell the segment comes from
    first -= (a1 < a0) & (a0 == first)
    crossing = np.flatnonzero(first != last)
    if not len(crossing):
        return first, crossing, a0, b0, a1, b1
    further = last[crossing] - first[crossing]
    step = np.sign(further)
    number, of_crossing = _ranges(np.zeros(len(crossing), np.int64), np.abs(further).astype(np.int64))
    origin = crossing[of_crossing]
    step = step[of_crossing]
    cell = first[origin] + step * (number + 1)
    cut_a = cell + (step < 0)  # the line by which the piece is entered
    start_a, start_b, end_a, end_b = a0[origin], b0[origin], a1[origin], b1[origin]
    cut_b = start_b + (cut_a - start_a) * ((end_b - start_b) / (end_a - start_a))
    if quantum:
        _round(cut_b, quantum)
    np.clip(cut_b, np.minimum(start_b, end_b), np.maximum(start_b, end_b), out=cut_b)
    enters_next = np.flatnonzero(number[1:] > 0)  # pieces that end where the next one begins
    end_a[enters_next], end_b[enters_next] = cut_a[enters_next + 1], cut_b[enters_next + 1]
    of_first = np.flatnonzero(number == 0)
    a1, b1 = a1.copy(), b1.copy()
    a1[crossing], b1[crossing] = cut_a[of_first], cut_b[of_first]
    pairs = ((first, cell), (a0, cut_a), (b0, cut_b), (a1, end_a), (b1, end_b))
    cells, from_a, from_b, to_a, to_b = (np.concatenate(pair) for pair in pairs)
    return cells, origin, from_a, from_b, to_a, to_b


@dataclass(frozen=True, eq=False)
class _Steps:
    """Per piece of an edge: its ring, row and column in the box of the area, d, and d * (mean x - column).

    Rows and columns are whole numbers, as floats. `within` is None where that product is zero.
    """

    ring: Integers
    row: Floats
    column: Floats
    d: Floats
    within: Floats | None


def _steps_of_pieces(edges: _Edges, sign: Floats, quantum: float) -> _Steps:
    row, origin, y0, x0, y1, x1 = _split(edges.y0, edges.x0, edges.y1, edges.x1, 0.0)
    ring = np.concatenate((edges.ring, edges.ring[origin]))
    column, origin, x0, y0, x1, y1 = _split(x0, y0, x1, y1, quantum)
    row, ring = np.concatenate((row, row[origin])), np.concatenate((ring, ring[origin]))
    d = y0 - y1
    d *= sign[ring]
    within = x0 + x1
    within *= 0.5
    within -= column
    within *= d
    return _Steps(ring, row, column, d, within)


def _steps_at_centres(rings: Rings, boxes: _Boxes, sign: Floats) -> _Steps:
    """One whole step at the first centre right of every place where an edge crosses a line of centres.

    Reckoned upward and in the coordinates of the map, so that two areas that share an edge find the same place, to the
    last bit: a centre on it goes to exactly one of them.
    """
    of_ring = np.repeat(np.arange(len(sign)), np.diff(rings.start))
    begin = np.flatnonzero(of_ring[:-1] == of_ring[1:])
    upward = rings.points[begin + 1, 1] > rings.points[begin, 1]
    low, high = rings.points[np.where(upward, begin, begin + 1)], rings.points[np.where(upward, begin + 1, begin)]
    first = np.ceil(low[:, 1] / SQUARE - 0.5)
    crossings = (np.ceil(high[:, 1] / SQUARE - 0.5) - first).astype(np.int64)
    number, origin = _ranges(np.zeros_like(crossings), crossings)
    row = first[origin] + number
    (x0, y0), (x1, y1) = low[origin].T, high[origin].T
    x = x0 + ((row + 0.5) * SQUARE - y0) * ((x1 - x0) / (y1 - y0))
    column = np.ceil(np.clip(x, np.minimum(x0, x1), np.maximum(x0, x1)) / SQUARE - 0.5)
    ring = of_ring[begin[origin]]
    area = rings.polygon[ring]
    d = np.where(upward[origin], -sign[ring], sign[ring])
    return _Steps(ring, row - boxes.row[area], np.maximum(column - boxes.column[area], 0.0), d, None)


def _ranges(start: Integers, stop: Integers) -> tuple[Integers, Integers]:
    """All indices of the ranges start .. stop - 1, and the range each is of."""
    length = stop - start
    of_range = np.repeat(np.arange(len(start)), length)
    before = np.cumsum(length) - length
    return np.arange(len(of_range)) + np.repeat(start - before, length), of_range


def _span(grid: Grid, row: Integers, first: Integers, last: Integers) -> tuple[Integers, Integers]:
    """Index range of the populated squares in absolute `row` from column `first` to `last`, both included."""
    r = row - grid.first_row
    a = np.clip(first - grid.first_column, 0, grid.columns)
    b = np.clip(last + 1 - grid.first_column, 0, grid.columns)
    inside = (r >= 0) & (r < grid.rows) & (b > a)
    at = np.where(inside, r * grid.columns, 0)
    start = grid.rank[np.where(inside, at + a, 0)].astype(np.int64)
    return start, np.where(inside, grid.rank[np.where(inside, at + b, 0)], start).astype(np.int64)


def _squares_dense(grid: Grid, rings: Rings, boxes: _Boxes, steps: _Steps) -> tuple[Integers, Integers, Floats]:
    """Accumulate in one flat array of all boxes; no reset per row, because every row closes."""
    squares = boxes.columns * boxes.rows
    base = np.cumsum(squares) - squares
    key = steps.row * boxes.columns[rings.polygon].astype(float)[steps.ring]
    key += steps.column
    key += base[rings.polygon].astype(float)[steps.ring]
    key = key.astype(np.int64)
    total = int(squares.sum())
    share = np.bincount(key, steps.d, total)
    np.cumsum(share, out=share)
    if steps.within is not None:
        share -= np.bincount(key, steps.within, total)
    box_row, of_area = _ranges(boxes.row, boxes.row + boxes.rows)
    start, stop = _span(grid, box_row, boxes.column[of_area], boxes.column[of_area] + boxes.columns[of_area] - 1)
    square, of_row = _ranges(start, stop)
    at_row = base[of_area] + (box_row - boxes.row[of_area]) * boxes.columns[of_area] - boxes.column[of_area]
    found = share[at_row[of_row] + grid.column[square]]
    inside = np.flatnonzero(found > SMALLEST_SHARE)
    return of_area[of_row[inside]], square[inside], found[inside]


def _squares_sparse(grid: Grid, rings: Rings, boxes: _Boxes, steps: _Steps) -> tuple[Integers, Integers, Floats]:
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
    square, of_run = _ranges(start, stop)
    return np.zeros(len(square), np.int64), square, share[keep][of_run]
