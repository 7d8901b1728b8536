# SPDX-License-Identifier: GPL-2.0-or-later
"""Rows of a table of squares, gathered piece after piece while it is read, and divided in those to keep and others."""

from __future__ import annotations

import mmap
from collections.abc import Sequence
from contextlib import suppress
from typing import Any

import numpy as np
from numpy.typing import NDArray

_ROW_FACTOR = 100_000
"""Codes of squares have four digits each, so that row and column together fit in 32 bits."""

Piece = tuple[NDArray[np.int32], NDArray[np.int32], NDArray[np.int16], Sequence[NDArray[np.floating]]]
"""Columns and rows of squares, years, and the numbers by column of the table."""


class SquareRows:
    """Rows as they come by: squares, years, numbers, and their places in the file when some are left out.

    The numbers of a column of the table lie in a piece of memory of their own, which goes back to the system as a whole
    when it is let go; `expected` rows fit in without a copy.
    """

    def __init__(self, expected: int, columns: int, kind: type[np.floating]) -> None:
        self._keys = _room(expected + 1, np.dtype(np.int32))
        self._years = _room(expected + 1, np.dtype(np.int16))
        self._places: list[NDArray[np.int32]] = []
        self._values = [_room(expected + 1, np.dtype(kind)) for _ in range(columns)]
        self._count = 0

    def add(
        self,
        column: NDArray[np.int32],
        row: NDArray[np.int32],
        year: NDArray[np.int16],
        values: Sequence[NDArray[np.floating]],
        places: NDArray[np.integer] | None,
    ) -> None:
        """Put rows behind those that are there; `places` are theirs in the file, None for all in order."""
        if places is not None:
            self._places.append(places.astype(np.int32))
        begin, end = self._count, self._count + len(year)
        self._keys, self._years = self._with_room(self._keys, end), self._with_room(self._years, end)
        np.multiply(row, _ROW_FACTOR, out=self._keys[begin:end])
        self._keys[begin:end] += column
        self._years[begin:end] = year
        for number, numbers in enumerate(values):
            there = self._values[number] = self._with_room(self._values[number], end)
            there[begin:end] = numbers
        self._count = end

    def _with_room(self, there: NDArray[Any], numbers: int) -> NDArray[Any]:
        """An array of at least so many numbers, with what is in it."""
        if numbers <= len(there):
            return there
        larger = _room(max(2 * len(there), numbers), there.dtype)
        larger[: self._count] = there[: self._count]
        return larger

    def take(self, number: int) -> NDArray[np.floating]:
        """The numbers of a column of the table, by row, to be let go after use: they are given once."""
        found, self._values[number] = self._values[number], np.zeros(0)
        return found[: self._count]

    def by_square(
        self,
    ) -> tuple[NDArray[np.int32], NDArray[np.int32], NDArray[np.int32], NDArray[np.int16], NDArray[np.int32] | None]:
        """Column and row of every square, row by row; of every row its square, year, and place in the file."""
        squares, of_row = unique_runs(self._keys[: self._count])
        self._keys = np.zeros(0, np.int32)
        column, row = (squares % _ROW_FACTOR).astype(np.int32), (squares // _ROW_FACTOR).astype(np.int32)
        places = np.concatenate(self._places) if self._places else None
        year, self._years = self._years[: self._count], np.zeros(0, np.int16)
        return column, row, of_row, year, places


def _room(numbers: int, kind: np.dtype[Any]) -> NDArray[Any]:
    """An array that the C library doesn't keep for others when it is let go; what isn't touched costs nothing."""
    size = numbers * kind.itemsize
    large = getattr(mmap, "MADV_HUGEPAGE", None)
    if large is None:
        return np.frombuffer(mmap.mmap(-1, size), kind)
    room = mmap.mmap(-1, size, flags=mmap.MAP_PRIVATE | mmap.MAP_ANONYMOUS)  # shared pages would all be small
    with suppress(OSError):  # a system built without them
        room.madvise(large)
    return np.frombuffer(room, kind)


def divide(kept: SquareRows, others: SquareRows, keep: NDArray[np.bool_], rows: Piece, done: int) -> None:
    """Put rows, the first of which is number `done` of the file (from 0), where they belong."""
    column, row, year, values = rows
    for gathered, chosen in ((kept, keep), (others, ~keep)):
        if chosen.all():  # most pieces of the file hold none of the chosen squares
            gathered.add(column, row, year, values, np.arange(done, done + len(year)))
        elif chosen.any():
            at = np.flatnonzero(chosen)
            gathered.add(column[at], row[at], year[at], [array[at] for array in values], done + at)


def unique_runs(key: NDArray[Any]) -> tuple[NDArray[Any], NDArray[np.int32]]:
    """Sorted unique keys, and the place of every key among them; quick when equal keys stand together."""
    if not len(key):
        return key, np.zeros(0, np.int32)
    starts = np.flatnonzero(np.concatenate(([True], key[1:] != key[:-1])))
    heads, of_head = np.unique(key[starts], return_inverse=True)
    return heads, np.repeat(of_head.astype(np.int32), np.diff(np.append(starts, len(key))))
