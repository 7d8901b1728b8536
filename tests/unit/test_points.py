# SPDX-License-Identifier: GPL-2.0-or-later
"""Dwellings inside an outline against shapely, and the rule for squares on the border by hand."""

from __future__ import annotations

import numpy as np
import pytest
import shapely
from shapely.affinity import rotate, translate

from leefbaar_plugin.engine.areas.points import Points, contains, counted, cover_by, of_squares
from leefbaar_plugin.engine.areas.rings import decode_polygons
from leefbaar_plugin.engine.choices import INSIDE, SHARE
from leefbaar_plugin.engine.squares.grid import Grid
from leefbaar_plugin.engine.squares.weights import POINTS, Counts, weigh

SIDE = 60
COLUMN, ROW = (v.ravel().astype(np.int32) + first for v, first in zip(np.indices((SIDE, SIDE))[::-1], (900, 4300)))
X0, Y0 = 90_000.0, 430_000.0


def town(points: int, seed: int) -> tuple[Grid, Points, np.ndarray, np.ndarray, np.ndarray]:
    """Two of three squares of a field, points anywhere in it, 1 to 4 dwellings each; those outside squares go."""
    random = np.random.default_rng(seed)
    there = random.random(len(COLUMN)) < 2 / 3
    grid = Grid.from_squares(COLUMN[there], ROW[there])
    x, y = X0 + random.random(points) * SIDE * 100, Y0 + random.random(points) * SIDE * 100
    number = random.integers(1, 5, points).astype(float)
    laid, inside = of_squares(grid, x, y, number)
    return grid, laid, x[inside], y[inside], number[inside]


def polygons(count: int, seed: int) -> list[shapely.Geometry]:
    """Stars, rings with a hole, and two parts, from some squares to half of the field."""
    random = np.random.default_rng(seed)
    made = []
    for number in range(count):
        size = random.uniform(60, 1500)
        angle = np.sort(random.random(random.integers(4, 60))) * 2 * np.pi
        radius = size * random.uniform(0.3, 1.0, len(angle))
        centre = X0 + random.uniform(0, SIDE * 100), Y0 + random.uniform(0, SIDE * 100)
        shape = shapely.Polygon(np.column_stack((radius * np.cos(angle), radius * np.sin(angle)))).buffer(0)
        if number % 3 == 1:
            shape = shape.difference(shape.buffer(-size / 5))
        if number % 3 == 2:
            shape = shape.union(translate(rotate(shape, 40), size * 1.5, -size / 3))
        made.append(translate(shape, *centre))
    return [shape for shape in made if shape.area > 0 and shape.geom_type in ("Polygon", "MultiPolygon")]


def test_dwellings_inside_are_those_of_shapely_on_a_thousand_polygons():
    grid, points, x, y, number = town(40_000, 1)
    shapes = polygons(1100, 2)[:1000]
    assert len(shapes) == 1000
    rings = decode_polygons([shape.wkb for shape in shapes])
    weight = weigh(Counts(*np.full((3, len(grid)), np.nan), counted(points)), len(grid), POINTS)
    together = cover_by(grid, rings, INSIDE, points)
    owner = np.repeat(np.arange(len(shapes)), np.diff(together.offset))
    sums = np.bincount(owner, together.share * weight.value[together.square], len(shapes))
    alone = []
    for at in range(0, 1000, 20):
        one = cover_by(grid, rings.part(at, at + 1), INSIDE, points)
        alone.append(float(one.share @ weight.value[one.square]))
    place = shapely.points(x, y)
    expected = []
    for shape in shapes:
        shapely.prepare(shape)
        expected.append(float(number[shapely.contains(shape, place)].sum()))
    np.testing.assert_allclose(sums, expected, rtol=0, atol=1e-9)
    np.testing.assert_allclose(alone, expected[::20], rtol=0, atol=1e-9)
    assert max(expected) > 5000 and min(expected) < 20, "large and small ones"


def test_a_vertex_on_the_line_to_the_east_is_crossed_once():
    shape = shapely.Polygon([(0, 0), (100, 50), (0, 100), (-100, 50)])
    rings = decode_polygons([shape.wkb, translate(shape, 500, 0).wkb])
    x, y = np.array([-50.0, -150.0, 150.0, 450.0, 0.0, -90.0]), np.array([50.0, 50.0, 50.0, 50.0, 100.5, 50.0])
    got = contains(rings, x, y, np.array([0, 0, 0, 1, 0, 1]))
    assert got.tolist() == [True, False, False, True, False, False]


def test_many_pairs_are_taken_some_at_a_time(monkeypatch):
    grid, points, *_ = town(5000, 3)
    rings = decode_polygons([shape.wkb for shape in polygons(60, 4)])
    before = cover_by(grid, rings, INSIDE, points)
    monkeypatch.setattr("leefbaar_plugin.engine.areas.points._PAIRS_AT_ONCE", 50)
    after = cover_by(grid, rings, INSIDE, points)
    np.testing.assert_array_equal(before.square, after.square)
    np.testing.assert_array_equal(before.share, after.share)


def test_squares_on_the_border_by_hand():
    """Four squares: whole inside; half inside with 1 of 4 dwellings; half inside with none; half, without points."""
    grid = Grid.from_squares(np.array([900, 901, 902, 903], np.int32), np.full(4, 4300, np.int32))
    x = X0 + np.array([50.0, 110.0, 190.0, 290.0])
    y = Y0 + np.array([50.0, 20.0, 80.0, 90.0])
    points, there = of_squares(grid, x, y, np.array([2.0, 1.0, 3.0, 5.0]))
    assert there.all() and counted(points).tolist() == [2.0, 4.0, 5.0, 0.0]
    shape = shapely.box(X0, Y0, X0 + 100, Y0 + 100).union(shapely.box(X0 + 100, Y0, X0 + 400, Y0 + 50))
    rings = decode_polygons([shape.wkb])
    got = cover_by(grid, rings, INSIDE, points)
    assert got.square.tolist() == [0, 1, 3] and got.share.tolist() == [1.0, 0.25, 0.5]
    assert got.by_surface is not None and got.by_surface.share.tolist() == [1.0, 0.5, 0.5, 0.5]
    without = cover_by(grid, rings, INSIDE, None)
    assert without.share.tolist() == cover_by(grid, rings, SHARE, points).share.tolist() == [1.0, 0.5, 0.5, 0.5]


def test_own_dwellings_as_weight_and_what_stands_in():
    nothing = np.full(4, np.nan)
    counts = Counts(np.array([5.0, 10.0, np.nan, np.nan]), np.array([5.0, 10.0, 20.0, np.nan]), nothing)
    assert weigh(counts, 4, POINTS).kind == "dwellings"
    own = Counts(counts.dwellings, counts.households, nothing, np.array([7.0, np.nan, np.nan, 0.0]))
    got = weigh(own, 4, POINTS)
    assert got.kind == POINTS and got.value.tolist() == [7.0, 10.0, 20.0, 0.0]
    assert got.imputed.tolist() == [False, True, True, False]
    assert weigh(own, 4).kind == "dwellings", "unless asked for, published counts are taken"
    assert own.part(np.array([0, 3])).of(POINTS).tolist() == [7.0, 0.0]


@pytest.mark.parametrize("seed", range(3))
def test_points_keep_their_squares(seed):
    grid, points, x, y, number = town(2000, seed)
    at = grid.find(np.floor(x / 100).astype(int), np.floor(y / 100).astype(int))
    np.testing.assert_array_equal(counted(points), np.bincount(at, number, len(grid)))
    owner = np.repeat(np.arange(len(grid)), np.diff(points.offset))
    assert (np.floor(points.place[0] / 100) == grid.column[owner]).all()
    assert (np.floor(points.place[1] / 100) == grid.row[owner]).all()
