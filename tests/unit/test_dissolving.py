# SPDX-License-Identifier: GPL-2.0-or-later
"""Dissolving by shared edges against an overlay: random tilings with holes, islands, corners, slits and overlaps."""

from __future__ import annotations

import itertools
from collections import Counter
from dataclasses import dataclass

import numpy as np
import pytest
import shapely
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from leefbaar_plugin.engine.areas.dissolving import dissolve, signed_areas
from leefbaar_plugin.engine.areas.rings import decode_polygons
from leefbaar_plugin.pack.files.progress import silent
from leefbaar_plugin.pack.outlines import unions
from leefbaar_plugin.pack.outlines.unions import _united_by, united

WIDE = (300.0, 450.0)
NARROW = (6.0, 14.0, 19.0, 26.0, 120.0)


@dataclass
class Tiling:
    """Cells with the very same vertices along their common edges; `keys` says which belong together."""

    cells: list[shapely.Polygon]
    keys: list[str]

    @property
    def wkb(self):
        return [shapely.to_wkb(cell) for cell in self.cells]

    def groups(self):
        return {key: [cell for cell, of in zip(self.cells, self.keys) if of == key] for key in dict.fromkeys(self.keys)}


def tiling(seed, sizes=WIDE, bend=0.12, groups=4, left_out=0.15, count=6):
    """A lattice with moved nodes and bent edges; rings begin anywhere and go either way; some cells are no area."""
    random = np.random.default_rng(seed)
    x, y = (np.concatenate(([0.0], np.cumsum(random.choice(sizes, count)))) for _ in range(2))
    step = min(*sizes, 200.0)
    node = (
        np.stack(np.meshgrid(x, y, indexing="ij"), -1) + random.uniform(-bend, bend, (count + 1, count + 1, 2)) * step
    )

    def edge(a, b):
        if (b, a) in edges:
            return edges[b, a][::-1]
        if (a, b) not in edges:
            begin, end = node[a], node[b]
            along = np.sort(random.uniform(0.1, 0.9, random.integers(0, 4)))
            aside = random.uniform(-0.1, 0.1, len(along)) * step * bend
            normal = np.array([begin[1] - end[1], end[0] - begin[0]]) / np.hypot(*(end - begin))
            middle = begin + along[:, None] * (end - begin) + aside[:, None] * normal
            edges[a, b] = [tuple(begin), *map(tuple, middle), tuple(end)]
        return edges[a, b]

    edges: dict = {}
    cells, keys = [], []
    for i in range(count):
        for j in range(count):
            corners = [(i, j), (i + 1, j), (i + 1, j + 1), (i, j + 1), (i, j)]
            ring = [point for a, b in itertools.pairwise(corners) for point in edge(a, b)[:-1]]
            turn = int(random.integers(len(ring)))
            ring = ring[turn:] + ring[:turn]
            if random.random() < left_out:
                continue
            cells.append(shapely.Polygon(ring[::-1] if random.random() < 0.5 else ring))
            keys.append(f"{random.integers(groups):02d}")
    if shapely.is_valid(cells).all() and shapely.coverage_is_valid(cells):
        return Tiling(cells, keys)
    return tiling(seed, sizes, bend / 2, groups, left_out, count)  # narrow cells that were bent too much


def assert_same(made, expected):
    """The same surface, and valid."""
    assert made.is_valid and made.geom_type in ("Polygon", "MultiPolygon")
    assert made.area == pytest.approx(expected.area, rel=1e-9)
    assert made.symmetric_difference(expected).area <= 1e-9 * expected.area


def outlines(tiles):
    return {key: shapely.from_wkb(wkb) for key, wkb in _united_by(tiles.keys, tiles.wkb, silent).items()}


@settings(max_examples=60, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))
@given(st.integers(0, 2**32 - 1), st.sampled_from([1, 2, 4, 12]), st.sampled_from([0.0, 0.15, 0.5]))
def test_unions_of_tilings_are_those_of_an_overlay(seed, groups, left_out):
    """Two groups on a lattice meet in corners, lie in several parts and around each other; a hole may hold nothing."""
    tiles = tiling(seed, groups=groups, left_out=left_out)
    made = outlines(tiles)
    assert set(made) == set(tiles.keys)
    for key, cells in tiles.groups().items():
        assert_same(made[key], shapely.union_all(cells))


@settings(max_examples=60, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))
@given(st.integers(0, 2**32 - 1), st.sampled_from([2, 4, 12]))
def test_rings_go_around_the_groups(seed, groups):
    """What the engine gives, ring by ring: outer ones anticlockwise, holes clockwise, open edges as counted."""
    tiles = tiling(seed, groups=groups)
    names, group = np.unique(tiles.keys, return_inverse=True)
    found = dissolve(decode_polygons(tiles.wkb), group, len(names))
    rings = found.rings
    sizes = signed_areas(rings.points, rings.start)
    assert np.array_equal(sizes < 0, rings.hole) and (np.diff(rings.polygon) >= 0).all()
    assert np.array_equal(rings.points[rings.start[:-1]], rings.points[rings.start[1:] - 1]), "rings are closed"
    surface = np.bincount(rings.polygon, sizes, len(names))
    for at, key in enumerate(names):
        cells = tiles.groups()[key]
        if len(cells) == 1:
            assert surface[at] == 0
        elif (rings.polygon == at).any():
            assert surface[at] == pytest.approx(sum(cell.area for cell in cells), rel=1e-12)
    sides = Counter()
    for cell in tiles.cells:
        line = list(cell.exterior.coords)
        sides.update(frozenset(pair) for pair in itertools.pairwise(line))
    alone = {side for side, count in sides.items() if count == 1}
    assert {frozenset(((a, b), (c, d))) for a, b, c, d in found.open_edges.tolist()} == alone
    for at, (a, b, c, d) in zip(found.of_open.tolist(), found.open_edges.tolist()):
        assert {(a, b), (c, d)} <= set(tiles.cells[at].exterior.coords)


@settings(max_examples=60, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))
@given(st.integers(0, 2**32 - 1), st.sampled_from([1, 2, 5]), st.sampled_from([0.2, 0.45]))
def test_gaps_are_closed_wherever_they_are(seed, groups, left_out):
    """Narrow cells that are no area, as inlets, holes and slits: few places tell what all do."""
    tiles = tiling(seed, NARROW, 0.2, groups, left_out)
    made = _united_by(tiles.keys, tiles.wkb, silent)
    for key, cells in tiles.groups().items():
        if len(cells) > 1:
            others = [wkb for wkb, of in zip(tiles.wkb, tiles.keys, strict=True) if of != key]
            expected = shapely.from_wkb(united([shapely.to_wkb(cell) for cell in cells], others))
            found = shapely.from_wkb(made[key])
            # going out and in depends a little on where a ring begins; what is a gap is 50 square metres or more
            assert found.is_valid and found.difference(expected).area < 1.0
            if not others:  # else what lies behind an area of another group and is no gap of this one may be in it
                assert expected.difference(found).area < 1.0


def test_gaps_with_edges_that_nearly_coincide():
    """GEOS fails to tell whether a piece between these areas meets a third one, valid as they all are."""
    tiles = tiling(28, NARROW, 0.2, 5, 0.2)
    assert all(made.is_valid for made in outlines(tiles).values())


def test_no_overlay_where_edges_are_shared(monkeypatch):
    """A wijk with neighbours all around is made of edges alone, and so is one along a border without gaps."""
    tiles = tiling(5, groups=1, left_out=0.0)
    tiles.keys = [f"{at % 6 // 2}{at // 12}" for at in range(36)]  # blocks of two by two
    asked = []
    monkeypatch.setattr(unions, "united", lambda *given: asked.append(given) or b"")
    made = outlines(tiles)
    assert not asked
    for key, cells in tiles.groups().items():
        assert len(cells) == 4
        assert_same(made[key], shapely.union_all(cells))


def test_an_enclave_is_a_hole_and_an_island_a_part():
    ring = shapely.box(0, 0, 900, 900) - shapely.box(300, 300, 600, 600)
    west, east = ring & shapely.box(0, 0, 450, 900), ring & shapely.box(450, 0, 900, 900)
    island = shapely.box(2000, 0, 2500, 500)
    tiles = Tiling([west, shapely.box(300, 300, 600, 600), east, island], ["a", "b", "a", "a"])
    made = outlines(tiles)
    assert sorted(len(part.interiors) for part in made["a"].geoms) == [0, 1]
    assert_same(made["a"], shapely.union_all([west, east, island]))
    assert made["b"].equals(shapely.box(300, 300, 600, 600))


def test_areas_with_holes_and_parts_are_dissolved_too():
    """The hole of one holds another of its group, and one of the parts lies beside that."""
    outer = shapely.box(0, 0, 900, 900) - shapely.box(300, 300, 600, 600)
    inner = shapely.box(300, 300, 450, 600)
    parts = shapely.MultiPolygon([shapely.box(450, 300, 600, 600), shapely.box(900, 0, 1500, 900)])
    made = outlines(Tiling([outer, inner, parts], ["a", "a", "a"]))["a"]
    # the shared side at the right has a vertex of neither: the overlay does that one
    assert_same(made, shapely.box(0, 0, 1500, 900))


def test_areas_that_touch_in_a_corner_stay_two_parts():
    corner = [shapely.box(0, 0, 400, 400), shapely.box(400, 400, 800, 800)]
    made = outlines(Tiling([*corner, shapely.box(400, 0, 800, 400), shapely.box(0, 400, 400, 800)], list("aabb")))
    assert len(made["a"].geoms) == 2 == len(made["b"].geoms)
    assert_same(made["a"], shapely.union_all(corner))


@pytest.mark.parametrize("shift", [(-120.0, 0.0), (0.0, 77.0), (-400.0, 0.0), (-200.0, 100.0)])
def test_areas_that_overlap_or_dont_share_vertices_are_united_by_overlay(shift):
    """Beside each other without common vertices, partly over each other, one in the other, and twice the same."""
    left, right = shapely.box(0, 0, 400, 500), shapely.box(400, 0, 800, 500)
    moved = shapely.transform(right, lambda points: points + shift)
    assert_same(outlines(Tiling([left, moved], ["a", "a"]))["a"], shapely.union_all([left, moved]))
    inside = shapely.box(100, 100, 200, 200)
    assert_same(outlines(Tiling([left, inside], ["a", "a"]))["a"], left)


def test_other_vertices_on_a_common_side_make_no_slit():
    left = shapely.box(0, 0, 400, 500)
    right = shapely.Polygon([(400, 0), (800, 0), (800, 500), (400, 500), (400, 210)])
    made = outlines(Tiling([left, right], ["a", "a"]))["a"]
    assert_same(made, shapely.box(0, 0, 800, 500))
    assert sum(len(part.interiors) for part in made.geoms) == 0


def test_points_that_stand_twice_change_nothing():
    left = shapely.Polygon([(0, 0), (400, 0), (400, 0), (400, 500), (0, 500)])
    right = shapely.Polygon([(400, 0), (800, 0), (800, 500), (800, 500), (400, 500), (400, 500)])
    assert_same(outlines(Tiling([left, right], ["a", "a"]))["a"], shapely.box(0, 0, 800, 500))


def test_nothing_comes_of_nothing():
    assert _united_by([], [], silent) == {}
    found = dissolve(decode_polygons([]), np.zeros(0, np.int64), 0)
    assert not len(found.open_edges) and not len(found.rings.points)
