# SPDX-License-Identifier: GPL-2.0-or-later
"""Squares, their codes and the rank table."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from leefbaar_plugin.engine.errors import InputError
from leefbaar_plugin.engine.squares.grid import Grid, decode_square_ids, encode_square_ids, row_major_order

squares = st.sets(st.tuples(st.integers(0, 60), st.integers(0, 40)), min_size=1, max_size=80)


def grid_of(places):
    ordered = sorted(places, key=lambda place: (place[1], place[0]))
    column, row = np.array(ordered, np.int32).T
    return Grid.from_squares(column + np.int32(900), row + np.int32(4300)), ordered


@settings(derandomize=True, deadline=None, database=None)
@given(squares, squares)
def test_find_gives_the_place_or_minus_one(populated, asked):
    grid, ordered = grid_of(populated)
    place = {square: at for at, square in enumerate(ordered)}
    column, row = np.array(sorted(asked)).T
    assert grid.find(column + 900, row + 4300).tolist() == [place.get(square, -1) for square in sorted(asked)]
    assert grid.find(grid.column, grid.row).tolist() == list(range(len(grid)))
    assert grid.keys.tolist() == [int(k) for k in np.flatnonzero(np.diff(grid.rank))]


def test_beyond_the_grid_is_minus_one():
    grid, _ = grid_of({(0, 0), (2, 1)})
    assert grid.find(np.array([899, 903, 900, 900, -5]), np.array([4300, 4300, 4299, 4302, 0])).tolist() == [-1] * 5
    assert grid.extent == (90_000, 430_000, 90_300, 430_200)


@pytest.mark.parametrize(("column", "row"), [([], []), ([2, 1], [1, 1]), ([1, 1], [2, 1]), ([1, 1], [1, 1])])
def test_no_order_no_squares_or_twice(column, row):
    with pytest.raises(InputError, match="squares"):
        Grid.from_squares(np.array(column, np.int32), np.array(row, np.int32))


def test_row_major_order():
    column, row = np.array([5, 1, 9, 1]), np.array([2, 2, 1, 3])
    assert row_major_order(column, row).tolist() == [2, 1, 0, 3]


@settings(derandomize=True, deadline=None, database=None)
@given(st.lists(st.tuples(st.integers(0, 2999), st.integers(2890, 6289)), min_size=1, max_size=50))
def test_codes_go_there_and_back(places):
    column, row = np.array(places, np.int32).T
    ids = encode_square_ids(column, row)
    back = decode_square_ids(np.array(ids, "S12"))
    assert back[0].tolist() == column.tolist() and back[1].tolist() == row.tolist() and back[2].all()


@pytest.mark.parametrize(
    "text",
    [
        "", "E", "E0974N451", "E0974N45144", "e0974n4514", "N0974E4514", "E097AN4514", "E0974N451-", "E0974 4514",
        "E9999N9999", "E3000N4514", "E0974N2889", "E0974N6290",
        " E0974N4514", "E0974N4514 x", "E 974N4514", "E+974N4514", "974451", "BU06060101", "E0974N45.4",
    ],
)  # fmt: skip
def test_what_is_no_square(text):
    assert decode_square_ids(np.array([b"E0974N4514", text.encode()], "S12"))[2].tolist() == [True, False]
    assert not decode_square_ids(np.array([text.encode()]))[2].any()


def test_no_ids_at_all():
    assert [len(part) for part in decode_square_ids(np.array([], "S12"))] == [0, 0, 0]
