# SPDX-License-Identifier: GPL-2.0-or-later
"""Edges of polygons, cut into pieces that lie in one square each: what coverage accumulates."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from ..errors import InputError
from ..squares.grid import SQUARE
from .rings import Rings

LONGEST_SIDE = 200_000
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

    @property
    def squares(self) -> Integers:
        """Number of squares of every box."""
        return self.columns * self.rows

    @property
    def first(self) -> Integers:
        """Place of the first square of every box when all are laid after each other."""
        squares = self.squares
        return squares.cumsum() - squares

    @classmethod
    def around(cls, rings: Rings) -> Boxes:
        """The boxes of all areas; InputError for one that can't lie in EPSG:28992."""
        column, row, columns, rows, vertices = (np.zeros(rings.polygons, np.int64) for _ in range(5))
        if len(rings.polygon):
            bounds = np.concatenate(([0], (rings.polygon[1:] != rings.polygon[:-1]).nonzero()[0] + 1))
            filled = rings.polygon[bounds]
            starts = rings.start[bounds]
            low = np.floor(np.minimum.reduceat(rings.points, starts) / SQUARE)
            high = np.floor(np.maximum.reduceat(rings.points, starts) / SQUARE)
            if max(-low.min(), high.max()) > LONGEST_SIDE:
                raise InputError("An area lies outside any map in EPSG:28992; its coordinate system must be wrong.")
            column[filled], row[filled] = low.T
            # one more column than squares: an edge along the right side of the box stands in it
            columns[filled], rows[filled] = (high - low + (2, 1)).T
            vertices[filled] = np.concatenate((starts[1:], rings.start[-1:])) - starts
        return cls(column, row, columns, rows, vertices)

    def part(self, first: int, last: int) -> Boxes:
        """The boxes of areas first .. last - 1."""
        return Boxes(*(f[first:last] for f in (self.column, self.row, self.columns, self.rows, self.vertices)))


@dataclass(frozen=True, eq=False)
class RingEdges:
    """Vertices in units of squares from the corner of their area's box, and the edges from each to the next.

    `x` and `y` are float64 [vertices], `end` int64 [rings] is the last vertex of every ring; `fall` (y at the begin
    less y at the end of an edge, 0 from one ring to the next) and `middle` (mean x) are float64 [vertices - 1].
    """

    x: Floats
    y: Floats
    end: Integers
    fall: Floats
    middle: Floats

    @classmethod
    def of(cls, rings: Rings, boxes: Boxes, quantum: float) -> RingEdges:
        """The outlines of all rings, y rounded to `quantum`."""
        ring = owners(rings.start[1:])
        x = rings.points[:, 0] - (boxes.column[rings.polygon] * SQUARE).take(ring)
        y = rings.points[:, 1] - (boxes.row[rings.polygon] * SQUARE).take(ring)
        x /= SQUARE
        y /= SQUARE
        _round(y, quantum)
        end = rings.start[1:] - 1
        fall = y[:-1] - y[1:]
        fall[end[:-1]] = 0.0
        middle = x[:-1] + x[1:]
        middle *= 0.5
        return cls(x, y, end, fall, middle)

    def signs(self, rings: Rings, surface: Floats) -> Floats:
        """+1 or -1 by ring, such that shells add and holes take away; fills `surface` in squares."""
        ring_surface = -np.add.reduceat(self.fall * self.middle, rings.start[:-1])
        sign = np.sign(ring_surface)
        sign[rings.hole] *= -1.0
        surface += np.bincount(rings.polygon, sign * ring_surface, len(surface))
        return sign


def _round(values: Floats, quantum: float) -> None:
    """Round to a multiple of `quantum` in place: adding and subtracting pushes the lower bits out."""
    magic = 1.5 * 2.0**52 * quantum
    values += magic
    values -= magic


Split = tuple[Floats, Integers, Floats, Floats, Floats, Floats]


def _split(a0: Floats, b0: Floats, a1: Floats, b1: Floats, quantum: float) -> Split:
    """Cut segments at the whole numbers of their coordinate a; changes `a1` and `b1`.

    Every segment keeps its first piece in its place, the one in the cell where it begins; the further pieces follow
    behind all of them. Returns the whole-number cell of a that every piece lies in, the segments that the further
    pieces came from, and the ends of the pieces (a0, b0, a1, b1). The cell comes from the step, never from where a
    piece happens to lie, so that a piece may have no length; b at a cut is rounded to `quantum` (0 for not at all).
    """
    first = np.floor(a0)
    further = np.floor(a1) - first
    crossing = (further != 0.0).nonzero()[0]
    if not len(crossing):
        return first, crossing, a0, b0, a1, b1
    further = further[crossing]
    cuts = np.abs(further).astype(np.int64)
    behind = cuts.cumsum()
    number, of_crossing = ranges(np.zeros_like(cuts), cuts)
    origin = crossing[of_crossing]
    step = np.sign(further)[of_crossing]
    cell = first[origin] + step * (number + 1)
    cut_a = cell + (step < 0)  # the line by which the piece is entered
    start_a, start_b, stop_a, stop_b = a0[origin], b0[origin], a1[origin], b1[origin]
    cut_b = start_b + (cut_a - start_a) * ((stop_b - start_b) / (stop_a - start_a))
    if quantum:
        _round(cut_b, quantum)
    np.maximum(cut_b, np.minimum(start_b, stop_b), out=cut_b)
    np.minimum(cut_b, np.maximum(start_b, stop_b), out=cut_b)
    # a piece ends where the next one begins, but the last one of a segment
    stop_a[:-1], stop_b[:-1] = cut_a[1:], cut_b[1:]
    stop_a[behind - 1], stop_b[behind - 1] = a1[crossing], b1[crossing]
    a1[crossing], b1[crossing] = cut_a[behind - cuts], cut_b[behind - cuts]
    pairs = ((first, cell), (a0, cut_a), (b0, cut_b), (a1, stop_a), (b1, stop_b))
    cells, a0, b0, a1, b1 = (np.concatenate(pair) for pair in pairs)
    return cells, origin, a0, b0, a1, b1


@dataclass(frozen=True, eq=False)
class CoverageSteps:
    """What every piece of outline adds: the place of its square in the boxes of all areas laid after each other, row by
    row (int64), d, and d * (mean x - column). `within` is None where that product is zero.
    """

    place: Integers
    d: Floats
    within: Floats | None


def steps_of_pieces(
    outlines: RingEdges, boxes: Boxes, polygon: Integers, sign: Floats, quantum: float
) -> CoverageSteps:
    """Cut outlines at the sides of squares: a step per piece. `sign` (float64) and `polygon` (int64) are by ring.

    Most edges lie in one square, as do those before and behind: such a run of edges makes one piece, together with the
    part in that square of the edge that leaves it.
    """
    x, y, end = outlines.x, outlines.y, outlines.end
    row, column = np.floor(y), np.floor(x)
    leaves = np.ones(len(x), bool)
    np.not_equal(row[1:], row[:-1], out=leaves[:-1])
    leaves[:-1] |= column[1:] != column[:-1]
    leaves[end] = True
    last = leaves.nonzero()[0]
    ahead = last + 1
    ahead[-1] = 0
    run = leaves.cumsum()  # of the edges that don't leave
    within_run = outlines.middle - column[:-1]
    within_run *= outlines.fall
    within_run[last[:-1]] = 0.0
    of_end = run[end] - 1
    ring = owners(of_end + 1)
    x0, y0, x1, y1 = x[last], y[last], x[ahead], y[ahead]
    d_run = -y0
    d_run[0] += y[0]
    d_run[1:] += y1[:-1]
    x1[of_end], y1[of_end] = x0[of_end], y0[of_end]
    row, origin, y0, x0, y1, x1 = _split(y0, x0, y1, x1, 0.0)
    ring = np.concatenate((ring, ring[origin]))
    column, origin, x0, y0, x1, y1 = _split(x0, y0, x1, y1, quantum)
    row, ring = np.concatenate((row, row[origin])), np.concatenate((ring, ring[origin]))
    d = y0 - y1
    within = x0 + x1
    within *= 0.5
    within -= column
    within *= d
    d[: len(last)] += d_run
    within[: len(last)] += np.bincount(run[:-1], within_run, len(last))[: len(last)]
    sign = sign.take(ring)
    d *= sign
    within *= sign
    return CoverageSteps(_places(boxes, polygon, ring, row, column), d, within)


def _places(boxes: Boxes, polygon: Integers, ring: Integers, row: Floats, column: Floats) -> Integers:
    """Places of squares, given as whole numbers by row and column in the box of their ring's area."""
    row *= boxes.columns[polygon].astype(float).take(ring)
    row += column
    row += boxes.first[polygon].astype(float).take(ring)
    return row.astype(np.int64)


def steps_at_centres(rings: Rings, boxes: Boxes, sign: Floats) -> CoverageSteps:
    """One whole step at the first centre right of every place where an edge crosses a line of centres.

    Reckoned upward and in the coordinates of the map, so that two areas that share an edge find the same place, to the
    last bit: a centre on it goes to exactly one of them.
    """
    of_ring = owners(rings.start[1:])
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
    row, column = row - boxes.row[area], np.maximum(column - boxes.column[area], 0.0)
    return CoverageSteps(_places(boxes, rings.polygon, ring, row, column), d, None)


def ranges(start: Integers, stop: Integers) -> tuple[Integers, Integers]:
    """All indices of the ranges start .. stop - 1, and the range each is of."""
    end = (stop - start).cumsum()
    of_range = owners(end)
    index = (stop - end).take(of_range)
    index += np.arange(len(index))
    return index, of_range


def owners(end: Integers) -> Integers:
    """The range that each of end[-1] items is of, when those of range r end before item end[r].

    That is `numpy.repeat`, which takes several times longer before numpy 1.26.
    """
    items = int(end[-1]) if len(end) else 0
    return np.bincount(end[:-1], minlength=items)[:items].cumsum()
