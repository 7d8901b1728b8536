# SPDX-License-Identifier: GPL-2.0-or-later
"""One area of few vertices, walked along: the general way is the judge, on 10,000 polygons."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
import shapely

from leefbaar_plugin.engine.areas import walk as module
from leefbaar_plugin.engine.areas.coverage import SMALLEST_SHARE, cover, cover_by_arrays
from leefbaar_plugin.engine.areas.rings import decode_polygons
from leefbaar_plugin.engine.areas.walk import walk
from leefbaar_plugin.engine.squares.grid import SQUARE_AREA, Grid
from leefbaar_plugin.pack.outlines.geometry import make_valid
from tests.unit.test_coverage import COLUMN, FULL, HOLEY, MAKERS, ROW, assert_same, polygon_of, wkbs

PARTS, EACH = 20, 525
TOLERANCE = 1e-12
SMALL = Grid.from_squares(*np.array([(COLUMN + 12 + c, ROW + 9 + r) for r in range(9) for c in (0, 3, 4)], np.int32).T)
"""A grid that most boxes stick out of."""
SEEN: set[bytes] = set()
WALKED: list[bool] = []


@pytest.mark.parametrize("part", range(PARTS))
def test_ten_thousand_polygons_are_covered_as_by_arrays(part):
    polygons = [polygon_of(at % len(MAKERS), [part, at]) for at in range(EACH)]
    for one in make_valid(wkbs(polygons)).wkb:
        rings = decode_polygons([one])
        SEEN.add(one)
        WALKED.append(len(rings.points) > 0 and walk(HOLEY, rings, SMALLEST_SHARE) is not None)
        for grid in (FULL, HOLEY, SMALL):
            alone, judge = cover(grid, rings), cover_by_arrays(grid, rings)
            assert np.abs(alone.surface - judge.surface).max() <= TOLERANCE * SQUARE_AREA
            assert_same(replace(alone, surface=judge.surface), judge, TOLERANCE)
            assert alone.offset.dtype == judge.offset.dtype and alone.square.dtype == judge.square.dtype
            assert np.all(np.diff(alone.square) > 0)


def test_they_were_ten_thousand_and_nearly_all_were_walked(request):
    if sum("ten_thousand_polygons_are" in item.name for item in request.session.items) < PARTS:
        pytest.skip("only some of the parts ran")
    assert len(SEEN) >= 10_000 and np.mean(WALKED) > 0.95


def test_whole_squares_are_exactly_one_and_sums_exact():
    x, y = COLUMN * 100.0, ROW * 100.0
    found = cover(FULL, decode_polygons(wkbs([shapely.box(x + 133.3, y + 217.77, x + 1980, y + 1777.1)])))
    assert np.count_nonzero(found.share == 1.0) == 17 * 14
    assert walk(FULL, decode_polygons(wkbs([shapely.box(x, y, x + 100, y + 100)])), SMALLEST_SHARE) is not None


@pytest.mark.parametrize("why", ["vertices", "pieces", "squares", "several", "nothing"])
def test_what_is_left_to_arrays(why, monkeypatch):
    centre = shapely.Point(COLUMN * 100.0 + 2000, ROW * 100.0 + 2000)
    if why == "squares":
        monkeypatch.setattr(module, "_MOST_SQUARES", 100)
    wide = shapely.box(centre.x, centre.y, centre.x + 20_000, centre.y + 1)
    areas = {
        "vertices": [centre.buffer(90, quad_segs=60)],
        "pieces": [wide],
        "squares": [centre.buffer(900)],
        "several": [centre.buffer(90), centre.buffer(80)],
        "nothing": [shapely.Polygon()],
    }[why]
    rings = decode_polygons(wkbs(areas))
    assert walk(FULL, rings, SMALLEST_SHARE) is None
    assert_same(cover(FULL, rings), cover_by_arrays(FULL, rings), 0.0)
