# SPDX-License-Identifier: GPL-2.0-or-later
"""Repair of outlines that cross: inside by even-odd and by non-zero, against shapely and against counted crossings."""

from __future__ import annotations

import threading

import numpy as np
import pytest
import shapely
from hypothesis import given, settings
from hypothesis import strategies as st
from osgeo import ogr

from leefbaar_plugin.engine.choices import EVEN_ODD, FILL_RULES, NON_ZERO
from leefbaar_plugin.engine.errors import CancelledError
from leefbaar_plugin.pack.outlines import repair
from leefbaar_plugin.pack.outlines.geometry import make_valid
from leefbaar_plugin.pack.outlines.repair import takes_long

CORNER = np.array([86000.0, 436000.0])
corners = st.lists(st.tuples(st.integers(0, 12), st.integers(0, 12)), min_size=4, max_size=14)
"""On a small lattice: corners on edges, edges on edges and there and back are common."""
LATTICE = np.stack(np.meshgrid(*[np.arange(0.137, 12, 0.31)] * 2), axis=-1).reshape(-1, 2)


def scribble(count: int, seed: int = 1) -> shapely.Polygon:
    """Corners anywhere in a square kilometre."""
    return shapely.Polygon(np.random.default_rng(seed).uniform(0, 1000, (count, 2)) + CORNER)


def made(polygon: shapely.Geometry, fill_rule: str) -> shapely.Geometry:
    return shapely.from_wkb(make_valid([shapely.to_wkb(polygon)], fill_rule).wkb[0])


def windings(polygon: shapely.Polygon, places: np.ndarray) -> np.ndarray:
    """How many times the rings wind around places, by the sum of the angles they turn."""
    total = np.zeros(len(places))
    for ring in (polygon.exterior, *polygon.interiors):
        points = shapely.get_coordinates(ring)
        angle = np.arctan2(points[:, 1] - places[:, 1, None], points[:, 0] - places[:, 0, None])
        turns = np.diff(angle, axis=1)
        total += ((turns + np.pi) % (2 * np.pi) - np.pi).sum(axis=1)
    return np.rint(total / (2 * np.pi)).astype(int)


def clear_of(polygon: shapely.Polygon, places: np.ndarray, width: float = 1e-3) -> np.ndarray:
    """Places that don't lie on the outline itself."""
    return places[shapely.distance(shapely.points(places), polygon.boundary) > width]


@pytest.mark.parametrize("count", [4, 7, 12, 25, 45])
def test_even_odd_is_what_geos_gives_slowly(count):
    """Its LINEWORK is right as long as no edge lies on another."""
    for seed in range(20):
        polygon = scribble(count, seed)
        if not shapely.is_valid(polygon):
            ours = made(polygon, EVEN_ODD)
            assert ours.is_valid
            difference = ours.symmetric_difference(shapely.make_valid(polygon, method="linework"))
            assert difference.area < 1e-6


@settings(max_examples=150, deadline=None)
@given(corners, st.lists(corners, max_size=1), st.sampled_from(FILL_RULES))
def test_places_are_inside_by_the_rule(shell, holes, fill_rule):
    """Also where edges lie on edges, which GEOS's LINEWORK gets wrong, and with a hole anywhere."""
    polygon = shapely.Polygon(shell, holes)
    if shapely.is_valid(polygon) or (holes and fill_rule == NON_ZERO):
        return
    places = clear_of(polygon, LATTICE)
    wound = windings(polygon, places)
    ours = made(polygon, fill_rule)
    expected = wound % 2 == 1 if fill_rule == EVEN_ODD else wound != 0
    assert ours.is_valid and (shapely.contains_xy(ours, places) == expected).all()


@pytest.mark.parametrize("count", [50, 150, 300])
@pytest.mark.parametrize("fill_rule", FILL_RULES)
def test_scribbles_by_counted_windings(count, fill_rule):
    polygon = scribble(count)
    places = clear_of(polygon, np.random.default_rng(2).uniform(0, 1000, (3000, 2)) + CORNER)
    wound = windings(polygon, places)
    inside = shapely.contains_xy(made(polygon, fill_rule), places)
    expected = wound % 2 == 1 if fill_rule == EVEN_ODD else wound != 0
    assert len(places) > 2000 and (inside == expected).all() and 0 < expected.mean() < 1


def test_the_rules_still_differ_for_a_scribble():
    polygon = scribble(120)
    assert made(polygon, NON_ZERO).area > 1.3 * made(polygon, EVEN_ODD).area


def test_parts_that_overlap_count_once():
    both = shapely.MultiPolygon([scribble(20, 1), scribble(20, 2)])
    apart = [made(part, EVEN_ODD) for part in both.geoms]
    assert made(both, EVEN_ODD).area == pytest.approx(apart[0].union(apart[1]).area)


def test_what_took_long_is_kept_by_rule(monkeypatch):
    outline = shapely.to_wkb(scribble(140, 77))
    assert takes_long(outline, EVEN_ODD) and takes_long(outline, NON_ZERO)
    first = make_valid([outline], EVEN_ODD)
    assert not takes_long(outline, EVEN_ODD) and takes_long(outline, NON_ZERO)
    monkeypatch.setattr(repair, "_even_odd", lambda *_: pytest.fail("repaired again"))
    again = make_valid([outline], EVEN_ODD)
    assert again.wkb == first.wkb and again.repaired == [0]


def test_quick_and_valid_outlines_take_no_time():
    circle = shapely.Point(86000, 436000).buffer(500, quad_segs=500)
    assert not takes_long(shapely.to_wkb(circle), EVEN_ODD)
    assert not takes_long(shapely.to_wkb(scribble(55)), EVEN_ODD)


def test_kept_within_bounds(monkeypatch):
    kept = repair._Kept()
    monkeypatch.setattr(repair, "_MOST_BYTES", 100)
    for number in range(5):
        kept.put((bytes([number]), EVEN_ODD), b"x" * 40)
    assert [kept.get((bytes([number]), EVEN_ODD)) is not None for number in range(5)] == [False] * 3 + [True] * 2
    kept.put((b"large", EVEN_ODD), b"x" * 101)
    assert kept.get((b"large", EVEN_ODD)) is None


def test_a_repair_can_be_cancelled():
    told = []

    def until_half(fraction: float) -> bool:
        told.append(fraction)
        return fraction < 0.5

    outline = ogr.CreateGeometryFromWkb(shapely.to_wkb(scribble(130, 5)))
    with pytest.raises(CancelledError):
        repair.repair(outline, EVEN_ODD, until_half)
    assert told == sorted(told) and 0 < len(told) < 10
    assert takes_long(shapely.to_wkb(scribble(130, 5)), EVEN_ODD), "half of it isn't kept"
    assert repair.repair(outline, EVEN_ODD).IsValid()


def test_two_threads_repair_one_outline_once(monkeypatch):
    calls = []
    inner = repair._even_odd
    monkeypatch.setattr(repair, "_even_odd", lambda *given: calls.append(1) or inner(*given))
    outline = shapely.to_wkb(scribble(160, 9))
    found: list[bytes] = []
    threads = [threading.Thread(target=lambda: found.append(make_valid([outline]).wkb[0])) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(calls) == 1 and len(found) == 4 and len(set(found)) == 1


def test_walls_and_needles_have_no_surface():
    for wkt in ("POLYGON((0 0,100 0,50 0,0 0))", "POLYGON((5 5,5 5,5 5,5 5))", "POLYGON((0 0,10 10,0 0,10 10,0 0))"):
        for rule in FILL_RULES:
            valid = make_valid([shapely.to_wkb(shapely.from_wkt(wkt))], rule)
            assert valid.empty == [0] and valid.repaired == [0]


def test_no_outline_takes_no_time():
    assert not takes_long(b"", "even-odd")
