# SPDX-License-Identifier: GPL-2.0-or-later
"""Clusters against a plain flood fill, and their outlines against shapely."""

from __future__ import annotations

import numpy as np
import pytest
import shapely
from hypothesis import given, settings
from hypothesis import strategies as st

from leefbaar_plugin.engine.areas.coverage import cover
from leefbaar_plugin.engine.areas.rings import decode_polygons
from leefbaar_plugin.engine.errors import InputError
from leefbaar_plugin.engine.signals.cluster_outlines import outlines
from leefbaar_plugin.engine.signals.clusters import NO_CLUSTER, find_clusters
from leefbaar_plugin.engine.squares.grid import Grid

STEPS = {4: [(0, 1), (1, 0), (0, -1), (-1, 0)]}
STEPS[8] = [*STEPS[4], (1, 1), (1, -1), (-1, 1), (-1, -1)]
X, Y = 850, 4360


def grid_of(picture: np.ndarray) -> Grid:
    """A grid with a square wherever the picture (rows from the south) isn't negative."""
    row, column = np.nonzero(picture >= 0)
    return Grid.from_squares((column + X).astype(np.int32), (row + Y).astype(np.int32))


def drawn(*lines: str) -> tuple[Grid, np.ndarray]:
    """Grid and mask of a drawing, north above: # in the mask, . beside it, blank no square at all."""
    picture = np.array([[{"#": 1, ".": 0}.get(sign, -1) for sign in line] for line in reversed(lines)])
    return grid_of(picture), picture[picture >= 0] == 1


def flooded(grid: Grid, mask: np.ndarray, neighbours: int) -> set[frozenset[int]]:
    """Sets of squares that hang together, by walking."""
    at = {(int(c), int(r)): n for n, (c, r) in enumerate(zip(grid.column, grid.row)) if mask[n]}
    left, found = set(at), set()
    while left:
        stack, members = [left.pop()], set()
        while stack:
            square = stack.pop()
            members.add(at[square])
            for x, y in STEPS[neighbours]:
                beside = (square[0] + x, square[1] + y)
                if beside in left:
                    left.remove(beside)
                    stack.append(beside)
        found.add(frozenset(members))
    return found


def sets_of(clusters) -> list[frozenset[int]]:
    return [frozenset(clusters.square[a:b].tolist()) for a, b in zip(clusters.offset[:-1], clusters.offset[1:])]


def boxes(grid: Grid, squares) -> shapely.Geometry:
    column, row = grid.column[list(squares)] * 100.0, grid.row[list(squares)] * 100.0
    return shapely.union_all(shapely.box(column, row, column + 100, row + 100))


def check_outlines(grid: Grid, clusters) -> list[shapely.Geometry]:
    made = shapely.from_wkb(outlines(grid, clusters))
    for outline, squares in zip(made, sets_of(clusters)):
        assert shapely.is_valid(outline), shapely.is_valid_reason(outline)
        assert outline.geom_type == "MultiPolygon"
        expected = boxes(grid, squares)
        assert outline.area == len(squares) * 10_000
        assert outline.symmetric_difference(expected).area == 0
        assert outline.length == pytest.approx(expected.length)
        for polygon in outline.geoms:
            assert polygon.exterior.is_ccw and not any(hole.is_ccw for hole in polygon.interiors)
            for ring in (polygon.exterior, *polygon.interiors):
                steps = np.sign(np.diff(np.asarray(ring.coords), axis=0))
                assert (steps[:-1] != steps[1:]).any(axis=1).all(), "a vertex on a straight side"
    return list(made)


@pytest.mark.parametrize("neighbours", [4, 8])
@settings(max_examples=120, deadline=None)
@given(data=st.data())
def test_clusters_are_those_of_a_flood_fill_and_outlines_those_of_shapely(neighbours, data):
    rows, columns = data.draw(st.integers(1, 9)), data.draw(st.integers(1, 9))
    picture = np.array(
        data.draw(st.lists(st.sampled_from([-1, 0, 1, 1, 1]), min_size=rows * columns, max_size=rows * columns))
    )
    picture = picture.reshape(rows, columns)
    if (picture < 0).all():
        return
    grid = grid_of(picture)
    mask = picture[picture >= 0] == 1
    clusters = find_clusters(grid, mask, np.ones(len(grid)), neighbours)
    assert set(sets_of(clusters)) == flooded(grid, mask, neighbours)
    check_outlines(grid, clusters)


@pytest.mark.parametrize("neighbours", [4, 8])
def test_a_large_random_grid(neighbours):
    rng = np.random.default_rng(5)
    picture = rng.choice([-1, 0, 1], (120, 140), p=[0.1, 0.35, 0.55])
    grid, mask = grid_of(picture), picture[picture >= 0] == 1
    clusters = find_clusters(grid, mask, np.ones(len(grid)), neighbours)
    assert set(sets_of(clusters)) == flooded(grid, mask, neighbours)
    check_outlines(grid, clusters)


def test_a_spiral_needs_no_more_than_its_length():
    size = 61
    picture = np.zeros((size, size), int)
    x = y = 0
    step = (1, 0)
    picture[0, 0] = 1
    while True:
        for _ in range(4):
            a, b = x + step[0], y + step[1]
            far = (a + step[0], b + step[1])
            inside = 0 <= a < size and 0 <= b < size
            free = not (0 <= far[0] < size and 0 <= far[1] < size) or picture[far[1], far[0]] == 0
            if inside and free and picture[b, a] == 0:
                break
            step = (-step[1], step[0])
        else:
            break
        x, y = a, b
        picture[y, x] = 1
        if picture.sum() > size * size // 2:
            break
    grid, mask = grid_of(picture), picture.ravel() == 1
    for neighbours in (4, 8):
        clusters = find_clusters(grid, mask, np.ones(len(grid)), neighbours)
        assert set(sets_of(clusters)) == flooded(grid, mask, neighbours)


def test_corners_join_with_8_and_not_with_4():
    grid, mask = drawn("#.", ".#")
    assert len(find_clusters(grid, mask, np.ones(4), 4)) == 2
    together = find_clusters(grid, mask, np.ones(4), 8)
    assert len(together) == 1
    assert len(check_outlines(grid, together)[0].geoms) == 2


def test_holes_and_holes_that_touch_in_a_corner():
    grid, mask = drawn("####", "#.##", "##.#", "####")
    (outline,) = check_outlines(grid, find_clusters(grid, mask, np.ones(16), 4))
    assert [len(polygon.interiors) for polygon in outline.geoms] == [2]
    grid, mask = drawn("###", "#.#", "##.")  # the hollow touches the outside in a corner
    (outline,) = check_outlines(grid, find_clusters(grid, mask, np.ones(9), 4))
    assert len(outline.geoms) == 1 and outline.area == 70_000
    grid, mask = drawn(" # ", "# #", " # ")  # only corners, around a place without a square
    (outline,) = check_outlines(grid, find_clusters(grid, mask, np.ones(4), 8))
    assert len(outline.geoms) == 4


def test_an_island_in_a_hole_is_a_cluster_of_its_own():
    grid, mask = drawn("#####", "#...#", "#.#.#", "#...#", "#####")
    clusters = find_clusters(grid, mask, np.ones(25), 8)
    around, island = check_outlines(grid, clusters)
    assert clusters.weight.tolist() == [16, 1] and not around.intersects(island)


def labels(clusters, squares):
    """Number of the cluster of every square, NO_CLUSTER for none."""
    label = np.full(squares, NO_CLUSTER)
    label[clusters.square] = np.repeat(np.arange(len(clusters)), np.diff(clusters.offset))
    return label.tolist()


def test_the_heaviest_first_and_the_light_left_out():
    grid, mask = drawn("##.#", "....", "###.")
    weight = np.array([1.0, 1, 1, 0, 0, 0, 0, 0, 2, 2, 0, 9])
    clusters = find_clusters(grid, mask, weight, 4)
    assert clusters.weight.tolist() == [9, 4, 3]
    assert labels(clusters, len(grid)) == [2, 2, 2, -1, -1, -1, -1, -1, 1, 1, -1, 0]
    assert find_clusters(grid, mask, weight, 4, 4.0).weight.tolist() == [9, 4]
    assert labels(find_clusters(grid, mask, weight, 4, 9.1), 12) == [NO_CLUSTER] * 12


def test_none_at_all():
    grid, mask = drawn("..", "..")
    clusters = find_clusters(grid, mask, np.ones(4))
    assert len(clusters) == 0 and outlines(grid, clusters) == [] and len(clusters.coverage()) == 0
    with pytest.raises(InputError, match="4 or 8 neighbours, not 6"):
        find_clusters(grid, mask, np.ones(4), 6)


@pytest.mark.parametrize("neighbours", [4, 8])
def test_measured_by_its_outline_a_cluster_has_the_same_squares(neighbours):
    rng = np.random.default_rng(8)
    picture = rng.choice([-1, 0, 1], (40, 40), p=[0.1, 0.3, 0.6])
    grid, mask = grid_of(picture), picture[picture >= 0] == 1
    clusters = find_clusters(grid, mask, np.ones(len(grid)), neighbours, 3)
    known = clusters.coverage()
    drawn_again = cover(grid, decode_polygons(outlines(grid, clusters)))
    assert drawn_again.offset.tolist() == known.offset.tolist()
    assert drawn_again.square.tolist() == known.square.tolist()
    assert drawn_again.share.tolist() == known.share.tolist()
    assert drawn_again.surface.tolist() == known.surface.tolist()
