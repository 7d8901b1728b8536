# SPDX-License-Identifier: GPL-2.0-or-later
"""One area of few vertices, covered by walking along its edges: for these, calls of numpy take longer than the work.

What is added up is what `coverage` explains, cut in the same places; that general way is the judge in the tests.
"""

from __future__ import annotations

import math
from operator import sub

import numpy as np
from numpy.typing import NDArray

from ..squares.grid import SQUARE, Grid
from .pieces import LONGEST_SIDE
from .rings import Rings

_MOST_VERTICES = 200
_MOST_PIECES = 300
_MOST_SQUARES = 20_000
"""Of the box: from here on, arrays are quicker."""

Covered = tuple[NDArray[np.int64], NDArray[np.float64], float]


class _Walk:
    """Pieces so far: the place of the square in the box, row by row, d, and d * (mean x - column)."""

    def __init__(self, columns: int, quantum: float) -> None:
        self._columns, self._magic = columns, 1.5 * 2.0**52 * quantum
        self.place: list[int] = []
        self.d: list[float] = []
        self.within: list[float] = []

    def along(self, x: list[float], y: list[float]) -> float:
        """Walk along a closed ring; its signed surface in squares, positive when it goes round against the clock."""
        twice, across = 0.0, self._across_rows
        x0, y0 = x[0], y[0]
        for x1, y1 in zip(x[1:], y[1:], strict=True):
            twice -= (y0 - y1) * (x0 + x1)
            across(x0, y0, x1, y1)
            x0, y0 = x1, y1
        return 0.5 * twice

    def _across_rows(self, x0: float, y0: float, x1: float, y1: float) -> None:
        """Cut an edge at the lines between rows."""
        row, last = math.floor(y0), math.floor(y1)
        if row != last:
            step = 1 if last > row else -1
            slope, low, high = (x1 - x0) / (y1 - y0), min(x0, x1), max(x0, x1)
            from_x, from_y = x0, y0
            for cell in range(row, last, step):
                cut = float(cell + 1 if step > 0 else cell)
                x = x0 + (cut - y0) * slope
                x = low if x < low else high if x > high else x
                self._along_row(cell, from_x, from_y, x, cut)
                from_x, from_y = x, cut
            x0, y0 = from_x, from_y
        self._along_row(last, x0, y0, x1, y1)

    def _along_row(self, row: int, x0: float, y0: float, x1: float, y1: float) -> None:
        """Cut what lies in one row at the lines between columns, and write the pieces down."""
        column, last = math.floor(x0), math.floor(x1)
        first = row * self._columns
        if column != last:
            step = 1 if last > column else -1
            slope, low, high, magic = (y1 - y0) / (x1 - x0), min(y0, y1), max(y0, y1), self._magic
            from_x, from_y = x0, y0
            for cell in range(column, last, step):
                cut = float(cell + 1 if step > 0 else cell)
                y = y0 + (cut - x0) * slope + magic - magic
                y = low if y < low else high if y > high else y
                d = from_y - y
                self.place.append(first + cell)
                self.d.append(d)
                self.within.append(((from_x + cut) * 0.5 - cell) * d)
                from_x, from_y = cut, y
            x0, y0 = from_x, from_y
        d = y0 - y1
        self.place.append(first + last)
        self.d.append(d)
        self.within.append(((x0 + x1) * 0.5 - last) * d)

    def turn(self, first: int, sign: int) -> None:
        """Count the pieces from number `first` on as `sign` says: 1, -1, or 0 for nothing."""
        if sign != 1:
            self.d[first:] = [sign * one for one in self.d[first:]]
            self.within[first:] = [sign * one for one in self.within[first:]]


def _length(along: list[float]) -> float:
    return sum(map(abs, map(sub, along[1:], along)))


def walk(grid: Grid, rings: Rings, smallest: float) -> Covered | None:
    """Squares (int64, row-major) in the one area of `rings`, their shares above `smallest` (float64), and the surface
    of the area in squares; None where arrays are quicker.
    """
    if rings.polygons != 1 or not 0 < len(rings.points) <= _MOST_VERTICES:
        return None
    x, y = rings.points.T.tolist()
    column, row = math.floor(min(x) / SQUARE), math.floor(min(y) / SQUARE)
    # one more column than squares: an edge along the right side of the box stands in it
    columns, rows = math.floor(max(x) / SQUARE) - column + 2, math.floor(max(y) / SQUARE) - row + 1
    if max(-column, -row, column + columns, row + rows) > LONGEST_SIDE:
        return None  # the general way says what is wrong with it
    if columns * rows > _MOST_SQUARES or len(x) + (_length(x) + _length(y)) / SQUARE > _MOST_PIECES:
        return None
    quantum = 2.0 ** (math.ceil(math.log2(rows + 2)) - 51)
    magic, left, low = 1.5 * 2.0**52 * quantum, column * SQUARE, row * SQUARE
    x = [(one - left) / SQUARE for one in x]
    y = [(one - low) / SQUARE + magic - magic for one in y]
    steps, surface = _Walk(columns, quantum), 0.0
    start = rings.start.tolist()
    for begin, end, hole in zip(start, start[1:], rings.hole.tolist(), strict=False):
        first = len(steps.place)
        of_ring = steps.along(x[begin:end], y[begin:end])
        sign = ((of_ring > 0) - (of_ring < 0)) * (-1 if hole else 1)
        steps.turn(first, sign)
        surface += sign * of_ring
    run = np.bincount(steps.place, steps.d, rows * columns).cumsum()
    run -= np.bincount(steps.place, steps.within, rows * columns)
    return *_squares(grid, run.reshape(rows, columns), row, column, smallest), surface


def _squares(
    grid: Grid, share: NDArray[np.float64], row: int, column: int, smallest: float
) -> tuple[NDArray[np.int64], NDArray[np.float64]]:
    """The squares with a share above `smallest` of a box (float64 [rows, columns]) from a row and column on."""
    up, right = row - grid.first_row, column - grid.first_column
    first_row, first_column = max(up, 0), max(right, 0)
    rows = min(up + share.shape[0], grid.rows) - first_row
    columns = min(right + share.shape[1], grid.columns) - first_column
    if rows <= 0 or columns <= 0:
        return np.zeros(0, np.int64), np.zeros(0)
    size = grid.rank.itemsize
    # of every row of the box the ranks before its squares and behind the last one, without a copy
    begin = (first_row * grid.columns + first_column) * size
    rank: NDArray[np.int32] = np.ndarray(
        (rows, columns + 1), grid.rank.dtype, grid.rank, begin, (grid.columns * size, size)
    )
    share = share[first_row - up :, first_column - right :][:rows, :columns]
    inside = (share > smallest) & (rank[:, 1:] != rank[:, :-1])
    return rank[:, :-1][inside].astype(np.int64), np.minimum(share[inside], 1.0)
