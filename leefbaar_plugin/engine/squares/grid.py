# SPDX-License-Identifier: GPL-2.0-or-later
"""The populated 100 m squares of an edition, in row-major order.

A square is named by its lower-left corner divided by 100 in EPSG:28992: column floor(x / 100), row floor(y / 100);
its `grid_id` is 'E0974N4514' for column 974 and row 4514 (domain.md, section 5).
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from ..errors import InputError

SQUARE = 100.0
"""Side of a square in metres."""
SQUARE_AREA = SQUARE * SQUARE
"""Surface of a square in square metres."""
ID_LENGTH = 10
"""Number of characters of a `grid_id`."""

_COLUMNS, _ROWS = 3000, (2890, 6290)
"""Where EPSG:28992 is defined, in squares: a code beyond it is a slip, and would make a grid of gigabytes."""
DOMAIN = 0.0, _ROWS[0] * SQUARE, _COLUMNS * SQUARE, _ROWS[1] * SQUARE
"""The same box in metres: xmin, ymin, xmax, ymax."""
_DIGITS = np.array([2, 3, 4, 5]) - 1, np.array([7, 8, 9, 10]) - 1
_POWERS = np.array([1000, 100, 10, 1], np.int32)


@dataclass(frozen=True, eq=False)
class Grid:
    """Squares in row-major order, and the rank table that finds those of a row between two columns at once.

    `column` and `row` are int32 [n]; `rank` is int32 [rows * columns + 1], where `rank[k]` counts the squares with a
    key below k, so that squares `rank[a] .. rank[b] - 1` are those with keys a .. b - 1.
    """

    column: NDArray[np.int32]
    row: NDArray[np.int32]
    first_column: int
    first_row: int
    columns: int
    rows: int
    rank: NDArray[np.int32]

    @classmethod
    def from_squares(cls, column: NDArray[np.int32], row: NDArray[np.int32]) -> Grid:
        """Index squares that are already in row-major order.

        Raises InputError when there are none, when they are out of order, or when one stands there twice.
        """
        if not len(column):
            raise InputError("There are no squares.")
        first_column, first_row = int(column.min()), int(row.min())
        columns, rows = int(column.max()) - first_column + 1, int(row.max()) - first_row + 1
        keys = (row.astype(np.int64) - first_row) * columns + (column - first_column)
        if np.any(np.diff(keys) <= 0):
            raise InputError("The squares aren't in row-major order, or one of them stands there twice.")
        populated = np.zeros(rows * columns + 1, np.int32)
        populated[keys + 1] = 1
        rank = np.cumsum(populated, dtype=np.int32)
        return cls(column, row, first_column, first_row, columns, rows, rank)

    def __len__(self) -> int:
        return len(self.column)

    @property
    def extent(self) -> tuple[float, float, float, float]:
        """xmin, ymin, xmax, ymax in metres, EPSG:28992."""
        xmin, ymin = self.first_column * SQUARE, self.first_row * SQUARE
        return xmin, ymin, xmin + self.columns * SQUARE, ymin + self.rows * SQUARE

    @cached_property
    def keys(self) -> NDArray[np.int64]:
        """Row-major key of every square: int64 [n]."""
        return (self.row.astype(np.int64) - self.first_row) * self.columns + (self.column - self.first_column)

    def find(self, column: NDArray[np.integer], row: NDArray[np.integer]) -> NDArray[np.int64]:
        """Index of the square at every (column, row), -1 where there is none: int64 of the same shape."""
        c = np.asarray(column, np.int64) - self.first_column
        r = np.asarray(row, np.int64) - self.first_row
        inside = (c >= 0) & (c < self.columns) & (r >= 0) & (r < self.rows)
        key = np.where(inside, r * self.columns + c, 0)
        index = self.rank[key].astype(np.int64)
        return np.where(inside & (self.rank[key + 1] > index), index, -1)

    def at(self, x: float, y: float) -> int:
        """Index of the square at a point in EPSG:28992, -1 where there is none."""
        return int(self.find(np.array(np.floor(x / SQUARE)), np.array(np.floor(y / SQUARE))))

    def box(self, place: int) -> tuple[float, float, float, float]:
        """xmin, ymin, xmax, ymax of a square in metres, EPSG:28992."""
        left, low = float(self.column[place]) * SQUARE, float(self.row[place]) * SQUARE
        return left, low, left + SQUARE, low + SQUARE

    def id(self, place: int) -> str:
        """`grid_id` of a square."""
        (found,) = encode_square_ids(self.column[place : place + 1], self.row[place : place + 1])
        return found


def row_major_order(column: NDArray[np.integer], row: NDArray[np.integer]) -> NDArray[np.int64]:
    """The order that sorts squares row by row from the south, and from the west within a row."""
    return np.argsort(np.asarray(row, np.int64) * 100_000 + column, kind="stable")


def decode_square_ids(ids: NDArray[np.bytes_]) -> tuple[NDArray[np.int32], NDArray[np.int32], NDArray[np.bool_]]:
    """Column and row of every `grid_id` (bytes, [n]), and whether it is one: int32 [n], int32 [n], bool [n]."""
    ids = np.ascontiguousarray(ids)
    width = ids.dtype.itemsize
    if width < ID_LENGTH or not len(ids):
        nothing = np.zeros(len(ids), np.int32)
        return nothing, nothing, np.zeros(len(ids), bool)
    letters = ids.view(np.uint8).reshape(len(ids), width)
    column_digits, row_digits = (letters[:, place].astype(np.int32) - ord("0") for place in _DIGITS)
    valid = (letters[:, 0] == ord("E")) & (letters[:, 5] == ord("N")) & ~letters[:, ID_LENGTH:].any(axis=1)
    for digits in (column_digits, row_digits):
        valid &= ((digits >= 0) & (digits <= 9)).all(axis=1)
    column, row = column_digits @ _POWERS, row_digits @ _POWERS
    valid &= (column < _COLUMNS) & (row >= _ROWS[0]) & (row < _ROWS[1])
    return column, row, valid


def encode_square_ids(column: NDArray[np.integer], row: NDArray[np.integer]) -> list[str]:
    """`grid_id` of every square."""
    return [f"E{c:04d}N{r:04d}" for c, r in zip(column.tolist(), row.tolist(), strict=True)]
