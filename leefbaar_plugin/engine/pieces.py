# SPDX-License-Identifier: GPL-2.0-or-later
"""Edges of polygons, cut into pieces that lie in one square each: what coverage accumulates."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from .errors import InputError
from .grid import SQUARE
from .rings import Rings

_LONGEST_SIDE = 200_000
"""Squares: a box with a longer side (20,000 km) can't be in EPSG:28992."""

Floats = NDArray[np.float64]
Integers = NDArray[np.int64]


@dataclass(frozen=True, eq=False)
class Boxes:
    """The box of every area in squares: int64 [areas]; areas without rings have a box of no columns and rows."""

    column: Integers
    row: Integers
    columns: Integers
    rows: Integers
    vertices: Integers

    @classmethod
    def around(cls, rings: Rings) -> Boxes:
        """The boxes of all areas; InputError for one that can't lie in EPSG:28992."""
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

    def part(self, first: int, last: int) -> Boxes:
        """The boxes of areas first .. last - 1."""
        return Boxes(*(f[first:last] for f in (self.column, self.row, self.columns, self.rows, self.vertices)))


@dataclass(frozen=True, eq=False)
class Edges:
    """Edges in units of squares from the corner of their area's box, and the ring each is of."""

    x0: Floats
    y0: Floats
    x1: Floats
    y1: Floats
    ring: Integers


def edges_of(rings: Rings, boxes: Boxes, quantum: float) -> Edges:
    """Edges of all rings, y rounded to `quantum`. From one ring to the next stands an edge without length."""
    lengths = np.diff(rings.start)
    ring = np.repeat(np.arange(len(lengths)), lengths)
    x = rings.points[:, 0] - (boxes.column[rings.polygon] * SQUARE).take(ring)
    y = rings.points[:, 1] - (boxes.row[rings.polygon] * SQUARE).take(ring)
    x /= SQUARE
    y /= SQUARE
    _round(y, quantum)
    x1, y1 = x[1:].copy(), y[1:].copy()
    last = rings.start[1:-1] - 1
    x1[last], y1[last] = x[last], y[last]
    return Edges(x[:-1], y[:-1], x1, y1, ring[:-1])


def _round(values: Floats, quantum: float) -> None:
    """Round to a multiple of `quantum` in place: adding and subtracting pushes the lower bits out."""
    magic = 1.5 * 2.0**52 * quantum
    values += magic
    values -= magic


def ring_signs(rings: Rings, edges: Edges, surface: Floats) -> Floats:
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
    number, of_crossing = ranges(np.zeros(len(crossing), np.int64), np.abs(further).astype(np.int64))
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
class Steps:
    """Per piece of an edge: its ring, row and column in the box of the area, d, and d * (mean x - column).

    Rows and columns are whole numbers, as floats. `within` is None where that product is zero.
    """

    ring: Integers
    row: Floats
    column: Floats
    d: Floats
    within: Floats | None


def steps_of_pieces(edges: Edges, sign: Floats, quantum: float) -> Steps:
    """Cut edges at the sides of squares: a step per piece, its `sign` (float64 [rings]) taken from its ring."""
    row, origin, y0, x0, y1, x1 = _split(edges.y0, edges.x0, edges.y1, edges.x1, 0.0)
    ring = np.concatenate((edges.ring, edges.ring[origin]))
    column, origin, x0, y0, x1, y1 = _split(x0, y0, x1, y1, quantum)
    row, ring = np.concatenate((row, row[origin])), np.concatenate((ring, ring[origin]))
    d = y0 - y1
    d *= sign.take(ring)
    within = x0 + x1
    within *= 0.5
    within -= column
    within *= d
    return Steps(ring, row, column, d, within)


def steps_at_centres(rings: Rings, boxes: Boxes, sign: Floats) -> Steps:
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
    number, origin = ranges(np.zeros_like(crossings), crossings)
    row = first[origin] + number
    (x0, y0), (x1, y1) = low[origin].T, high[origin].T
    x = x0 + ((row + 0.5) * SQUARE - y0) * ((x1 - x0) / (y1 - y0))
    column = np.ceil(np.clip(x, np.minimum(x0, x1), np.maximum(x0, x1)) / SQUARE - 0.5)
    ring = of_ring[begin[origin]]
    area = rings.polygon[ring]
    d = np.where(upward[origin], -sign[ring], sign[ring])
    return Steps(ring, row - boxes.row[area], np.maximum(column - boxes.column[area], 0.0), d, None)


def ranges(start: Integers, stop: Integers) -> tuple[Integers, Integers]:
    """All indices of the ranges start .. stop - 1, and the range each is of."""
    length = stop - start
    of_range = np.repeat(np.arange(len(start)), length)
    before = np.cumsum(length) - length
    return np.arange(len(of_range)) + np.repeat(start - before, length), of_range
