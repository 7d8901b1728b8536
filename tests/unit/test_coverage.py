# SPDX-License-Identifier: GPL-2.0-or-later
"""The share of every square inside a polygon, with shapely as the judge, on 10,000 polygons and by properties."""

from __future__ import annotations

import numpy as np
import pytest
import shapely
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from leefbaar_plugin.engine.areas import coverage as module
from leefbaar_plugin.engine.areas.coverage import cover
from leefbaar_plugin.engine.areas.rings import decode_polygons
from leefbaar_plugin.engine.choices import CENTRE, EVEN_ODD, NON_ZERO, SHARE
from leefbaar_plugin.engine.errors import InputError
from leefbaar_plugin.engine.squares.grid import Grid
from leefbaar_plugin.pack.outlines.geometry import make_valid

COLUMN, ROW, SIDE = 980, 4480, 40
ORIGIN = np.array([COLUMN * 100.0, ROW * 100.0])
TOLERANCE = 1e-9
BATCH = 25
PARTS, EXAMPLES = 40, 11
"""40 parts of 11 batches of 25; the last test counts that 10,000 of the polygons really differ."""
SEEN: set[int] = set()
quick = settings(
    derandomize=True, deadline=None, database=None, max_examples=60, suppress_health_check=list(HealthCheck)
)


def grid_of(populated):
    row, column = np.nonzero(populated)
    return Grid.from_squares((column + COLUMN).astype(np.int32), (row + ROW).astype(np.int32))


FULL = grid_of(np.ones((SIDE, SIDE), bool))
HOLEY = grid_of(np.random.default_rng(3).random((SIDE, SIDE)) < 0.6)
BOXES = np.array(
    [
        [shapely.box(c, r, c + 100, r + 100) for c in (COLUMN + np.arange(SIDE)) * 100.0]
        for r in (ROW + np.arange(SIDE)) * 100.0
    ]
)


# --- the polygons -----------------------------------------------------------------------------------------------------


def star(random, centre, radius, points):
    angles = np.sort(random.random(points)) * 2 * np.pi
    lengths = radius * (0.2 + 0.8 * random.random(points))
    return centre + np.column_stack((np.cos(angles), np.sin(angles))) * lengths[:, None]


def place(random, radius):
    return ORIGIN + radius + random.random(2) * (SIDE * 100 - 2 * radius)


def simple(random):
    radius = float(random.choice([30, 150, 400, 900]))
    return shapely.Polygon(star(random, place(random, radius), radius, int(random.integers(3, 40))))


def with_holes(random):
    radius = float(random.choice([200, 600]))
    centre = place(random, radius)
    shell = star(random, centre, radius, 12)
    holes = [star(random, centre + (random.random(2) - 0.5) * radius / 2, radius / 8, 6) for _ in range(3)]
    whole = shapely.make_valid(shapely.Polygon(shell))
    return whole.difference(shapely.union_all(shapely.make_valid([shapely.Polygon(h) for h in holes])))


def multipart(random):
    return shapely.union_all([shapely.make_valid(simple(random)) for _ in range(3)])


def rectilinear(random):
    """Squares of 50 or 100 m stuck together: every vertex on a grid line or halfway, with holes that touch corners."""
    side = float(random.choice([50, 100]))
    cells = np.argwhere(random.random((6, 6)) < 0.5)
    corner = ORIGIN + random.integers(0, 60, 2) * 50.0
    return shapely.union_all([shapely.box(*(corner + c * side), *(corner + (c + 1) * side)) for c in cells])


def on_grid(random):
    """A star whose vertices are moved onto grid crossings."""
    points = np.round(star(random, place(random, 800), 800, 9) / 100) * 100
    return shapely.make_valid(shapely.Polygon(points))


def sliver(random):
    width = 10.0 ** -float(random.integers(0, 6))
    start, along = place(random, 1000), (random.random(2) - 0.5) * 1600
    across = np.array([-along[1], along[0]]) / np.hypot(*along) * width
    return shapely.Polygon([start, start + along, start + along + across])


def tiny(random):
    return shapely.Polygon(star(random, place(random, 50), 10.0 ** random.uniform(-2, 1.5), 5))


def rectangle(random):
    """Edges along grid lines, or some of them."""
    low = ORIGIN + random.integers(0, 20, 2) * 100 + (random.random(2) < 0.5) * random.random(2) * 100
    high = low + random.integers(1, 15, 2) * 100.0
    return shapely.box(*low, *high)


def touching(random):
    """A hole that touches the shell in a point, and a second part that touches it in another."""
    x, y = place(random, 700)
    shell = [(x, y), (x + 600, y), (x + 600, y + 510), (x, y + 510)]
    hole = [(x, y + 100), (x + 250, y + 90), (x + 240, y + 330)]
    part = [(x + 600, y + 510), (x + 690, y + 520), (x + 640, y + 690)]
    return shapely.MultiPolygon([shapely.Polygon(shell, [hole]), shapely.Polygon(part)])


def crossing(random):
    """An outline that crosses itself."""
    return shapely.Polygon(place(random, 400) + (random.random((int(random.integers(4, 9)), 2)) - 0.5) * 800)


def overlapping(random):
    """Parts that overlap, a hole that leaves the shell, a ring that runs twice over an edge."""
    x, y = place(random, 700)
    a = shapely.Polygon(
        [(x, y), (x + 400, y), (x + 400, y + 300), (x, y + 300)],
        [[(x + 50, y + 50), (x + 500, y + 60), (x + 90, y + 200)]],
    )
    b = shapely.box(x + 200, y + 100, x + 650, y + 420)
    c = shapely.Polygon([(x, y), (x - 300, y), (x - 150, y), (x - 150, y - 200), (x, y - 200)])
    return shapely.MultiPolygon([a, b, c])


MAKERS = (
    simple, with_holes, multipart, rectilinear, on_grid, sliver, tiny, rectangle, touching, crossing, overlapping
)  # fmt: skip


def turned(random, polygon):
    """Some rings the other way round, and starting elsewhere."""

    def ring(points):
        points = np.asarray(points.coords)[:-1]
        points = np.roll(points, int(random.integers(len(points))), axis=0)
        return points[::-1] if random.random() < 0.5 else points

    def one(part):
        return shapely.Polygon(ring(part.exterior), [ring(hole) for hole in part.interiors])

    parts = [one(p) for p in shapely.get_parts(polygon) if p.geom_type == "Polygon" and not p.is_empty]
    return parts[0] if len(parts) == 1 else shapely.MultiPolygon(parts)


def polygon_of(kind, seed):
    random = np.random.default_rng(seed)
    return turned(random, MAKERS[kind](random))


recipes = st.lists(
    st.tuples(st.integers(0, len(MAKERS) - 1), st.integers(0, 2**32 - 1)), min_size=BATCH, max_size=BATCH
)


# --- the judge --------------------------------------------------------------------------------------------------------


def polygonal(geometry):
    parts = [p for p in shapely.get_parts(shapely.get_parts(geometry)) if p.geom_type == "Polygon"]
    return shapely.union_all(parts) if parts else shapely.Polygon()


def repaired(polygon, fill_rule):
    """What data.geometry does, by shapely: every part by itself, then the union."""
    if polygon.is_valid:
        return polygon
    method = {EVEN_ODD: "linework", NON_ZERO: "structure"}[fill_rule]
    options = {"method": method} if method == "linework" else {"method": method, "keep_collapsed": False}
    return polygonal(
        shapely.union_all([polygonal(shapely.make_valid(p, **options)) for p in shapely.get_parts(polygon)])
    )


def shares(polygon):
    """Share of every square of the region: float64 [SIDE, SIDE]."""
    judged = np.zeros((SIDE, SIDE))
    if polygon.is_empty:
        return judged
    shapely.prepare(polygon)
    inside = shapely.contains_properly(polygon, BOXES)
    judged[inside] = 1.0
    cut = shapely.intersects(polygon, BOXES) & ~inside
    judged[cut] = shapely.area(shapely.intersection(BOXES[cut], polygon)) / 1e4
    return judged


def dense_shares(grid, found, at):
    given = np.zeros((SIDE, SIDE))
    part = slice(found.offset[at], found.offset[at + 1])
    given[grid.row[found.square[part]] - ROW, grid.column[found.square[part]] - COLUMN] = found.share[part]
    return given


def wkbs(polygons):
    return [shapely.to_wkb(polygon) for polygon in polygons]


def covered(grid, polygons, rule=SHARE):
    return cover(grid, decode_polygons(wkbs(polygons)), rule)


# --- against shapely --------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("part", range(PARTS))
@settings(
    derandomize=True, deadline=None, database=None, max_examples=EXAMPLES, suppress_health_check=list(HealthCheck)
)
@given(recipes, st.sampled_from([EVEN_ODD, NON_ZERO]))
def test_ten_thousand_polygons_agree_with_shapely(part, recipes, fill_rule):
    polygons = [polygon_of(kind, [part, at, seed]) for at, (kind, seed) in enumerate(recipes)]
    SEEN.update(hash(wkb) for wkb in wkbs(polygons))
    valid = make_valid(wkbs(polygons), fill_rule)
    rings = decode_polygons(valid.wkb)
    full, holey = cover(FULL, rings), cover(HOLEY, rings)
    populated = np.zeros((SIDE, SIDE), bool)
    populated[HOLEY.row - ROW, HOLEY.column - COLUMN] = True
    assert valid.repaired == [at for at, polygon in enumerate(polygons) if not polygon.is_valid]
    for at, polygon in enumerate(polygons):
        judge = repaired(polygon, fill_rule)
        judged = shares(judge)
        assert np.abs(dense_shares(FULL, full, at) - judged).max() <= TOLERANCE
        assert np.abs(dense_shares(HOLEY, holey, at) - judged * populated).max() <= TOLERANCE
        assert full.surface[at] == pytest.approx(judge.area, rel=TOLERANCE, abs=1e-9 * judge.length + 1e-9)
        assert full.share[full.offset[at] : full.offset[at + 1]].sum() * 1e4 == pytest.approx(
            judge.area, rel=TOLERANCE, abs=1e-9 * judge.length + 1e-9
        )


def test_they_were_ten_thousand(request):
    if len({item.name for item in request.session.items if "ten_thousand_polygons" in item.name}) < PARTS:
        pytest.skip("only some of the parts ran")
    assert len(SEEN) >= 10_000


@quick
@given(recipes)
def test_sparse_and_dense_agree(recipes):
    polygons = [polygon_of(kind, seed) for kind, seed in recipes]
    rings = decode_polygons(make_valid(wkbs(polygons)).wkb)
    for rule in (SHARE, CENTRE):
        dense = cover(HOLEY, rings, rule)
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(module, "_SPARSE_FROM", 0)
            patch.setattr(module, "_SPARSE_SQUARES", 0)
            sparse = cover(HOLEY, rings, rule)
        assert_same(dense, sparse)


def assert_same(one, other, tolerance=TOLERANCE):
    """Squares that differ between the two have no share worth the name."""
    assert np.allclose(one.surface, other.surface, rtol=tolerance, atol=tolerance)
    for at in range(len(one)):
        a, b = slice(*one.offset[at : at + 2]), slice(*other.offset[at : at + 2])
        squares = np.union1d(one.square[a], other.square[b])
        left, right = np.zeros(len(squares)), np.zeros(len(squares))
        left[np.searchsorted(squares, one.square[a])] = one.share[a]
        right[np.searchsorted(squares, other.square[b])] = other.share[b]
        assert np.abs(left - right).max(initial=0.0) <= tolerance


@pytest.mark.parametrize("outline", ["rectangle", "diamond", "frame", "steps"])
def test_large_polygons_take_the_sparse_way_and_agree_with_shapely(outline):
    """A province has thousands of squares to a vertex."""
    side = 300
    row, column = np.divmod(np.arange(side * side), side)
    grid = Grid.from_squares((column + 1000).astype(np.int32), (row + 4000).astype(np.int32))
    x, y, size = 100_000.0, 400_000.0, side * 100.0
    polygon = {
        "rectangle": shapely.box(x + 33.3, y + 100, x + size - 100, y + size - 12.7),
        "diamond": shapely.Polygon(
            [(x + size / 2, y), (x + size, y + size / 3), (x + size / 2, y + size), (x, y + 777.7)]
        ),
        "frame": shapely.box(x, y, x + size, y + size).difference(
            shapely.Polygon([(x + 100, y + 100), (x + size - 50, y + 333), (x + 900, y + size - 1)])
        ),
        "steps": shapely.box(x, y + 50, x + size, y + 100).union(shapely.box(x + 150, y + 100, x + 200, y + size)),
    }[outline]
    boxes = shapely.box(grid.column * 100.0, grid.row * 100.0, grid.column * 100.0 + 100, grid.row * 100.0 + 100)
    shapely.prepare(polygon)
    judged = np.where(shapely.contains_properly(polygon, boxes), 1.0, 0.0)
    cut = shapely.intersects(polygon, boxes) & (judged == 0)
    judged[cut] = shapely.area(shapely.intersection(boxes[cut], polygon)) / 1e4
    rings = decode_polygons(wkbs([polygon]))
    if outline != "steps":
        assert module._is_sparse(module.Boxes.around(rings)).all()
    found = cover(grid, rings)
    given = np.zeros(side * side)
    given[found.square] = found.share
    assert np.abs(given - judged).max() <= TOLERANCE
    assert found.surface[0] == pytest.approx(polygon.area, rel=TOLERANCE)


@quick
@given(recipes)
def test_centre_rule_agrees_with_shapely(recipes):
    polygons = [polygon_of(kind, seed) for kind, seed in recipes]
    polygons = [p for p in polygons if p.is_valid]
    found = covered(FULL, polygons, CENTRE)
    centres = shapely.points(FULL.column * 100.0 + 50, FULL.row * 100.0 + 50)
    for at, polygon in enumerate(polygons):
        given = np.zeros(len(FULL), bool)
        given[found.square[found.offset[at] : found.offset[at + 1]]] = True
        border = shapely.distance(polygon.boundary, centres) < 1e-6
        assert np.array_equal(given[~border], shapely.contains(polygon, centres)[~border])
    assert np.all(found.share == 1.0)


# --- properties -------------------------------------------------------------------------------------------------------


@quick
@given(recipes)
def test_a_batch_gives_what_one_by_one_gives(recipes):
    polygons = [polygon_of(kind, seed) for kind, seed in recipes]
    wkb = make_valid(wkbs(polygons)).wkb
    batch = cover(HOLEY, decode_polygons(wkb))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(module, "_VERTICES_AT_ONCE", 40)
        patch.setattr(module, "_SQUARES_AT_ONCE", 300)
        assert_same(batch, cover(HOLEY, decode_polygons(wkb)))
    for at, one in enumerate(wkb):
        alone = cover(HOLEY, decode_polygons([one]))
        part = slice(*batch.offset[at : at + 2])
        kept = module.Coverage(
            np.array([0, part.stop - part.start]), batch.square[part], batch.share[part], batch.surface[at : at + 1]
        )
        assert_same(kept, alone)


@quick
@given(recipes, st.integers(-900, 900), st.integers(-4000, 900))
def test_translation_by_whole_squares_moves_the_shares(recipes, across, up):
    polygons = [polygon_of(kind, seed) for kind, seed in recipes[:8]]
    polygons = [p for p in polygons if p.is_valid]
    # coordinates that survive the move without rounding
    polygons = [shapely.transform(p, lambda points: np.round(points * 1024) / 1024) for p in polygons]
    moved = [shapely.transform(p, lambda points: points + np.array([across, up]) * 100.0) for p in polygons]
    grid = Grid.from_squares(FULL.column + np.int32(across), FULL.row + np.int32(up))
    for rule in (SHARE, CENTRE):
        assert_same(covered(FULL, polygons, rule), covered(grid, moved, rule))


@quick
@given(recipes)
def test_direction_and_first_vertex_play_no_part(recipes):
    polygons = [p for p in (polygon_of(kind, seed) for kind, seed in recipes) if p.is_valid]
    others = [turned(np.random.default_rng(at), p) for at, p in enumerate(polygons)]
    assert_same(covered(FULL, polygons), covered(FULL, others))


@quick
@given(recipes, st.floats(0, np.pi), st.booleans())
def test_two_halves_make_the_whole(recipes, angle, dense_vertices):
    for kind, seed in recipes[:6]:
        whole = polygon_of(kind, seed)
        if not whole.is_valid or whole.area < 1:
            continue
        x, y = np.asarray(whole.centroid.coords)[0]
        dx, dy = np.cos(angle) * 1e5, np.sin(angle) * 1e5
        half = shapely.Polygon(
            [(x - dx, y - dy), (x + dx, y + dy), (x + dx - dy, y + dy + dx), (x - dx - dy, y - dy + dx)]
        )
        first, second = polygonal(whole.intersection(half)), polygonal(whole.difference(half))
        found = covered(FULL, [whole, first, second])
        a, b, c = (dense_shares(FULL, found, at) for at in range(3))
        assert np.abs(a - b - c).max() <= TOLERANCE
        assert found.surface[0] == pytest.approx(found.surface[1] + found.surface[2], rel=TOLERANCE, abs=1e-6)


def tiling(random, points, step):
    """A Delaunay tiling of the whole region, vertices at multiples of `step` metres."""
    cells = np.round(random.random((points, 2)) * SIDE * 100 / step) * step
    frame = np.array([(0, 0), (1, 0), (0, 1), (1, 1)]) * SIDE * 100.0
    corners = np.unique(np.concatenate((cells, frame)), axis=0) + ORIGIN
    return [t for t in shapely.delaunay_triangles(shapely.MultiPoint(corners)).geoms if t.area > 1e-3]


@quick
@given(st.integers(0, 2**32 - 1), st.sampled_from([50.0, 25.0, 10.0, 1.0, 0.001]), st.integers(1, 60))
def test_a_tiling_covers_everything_once(seed, step, points):
    tiles = tiling(np.random.default_rng(seed), points, step)
    found = covered(FULL, tiles)
    total = np.bincount(found.square, found.share, len(FULL))
    assert np.abs(total - 1).max() <= TOLERANCE
    assert found.surface.sum() == pytest.approx(SIDE * SIDE * 1e4, rel=TOLERANCE)
    centres = covered(FULL, tiles, CENTRE)
    assert np.bincount(centres.square, minlength=len(FULL)).tolist() == [1] * len(FULL)


@quick
@given(st.integers(-30, 30), st.integers(1, 30), st.integers(1, 50), st.integers(1, 50), st.integers(1, 40))
def test_a_centre_on_a_shared_edge_goes_to_one_side(across, up, before, after, width):
    """The edge runs through the centre of a square at a slope that has no exact slope in binary."""
    centre = ORIGIN + SIDE * 50 + 50.0
    along, aside = np.array([across, up]), np.array([-up, across])
    start, end = centre - along * before, centre + along * after
    sides = [
        shapely.Polygon([start, end, centre + aside * width]),
        shapely.Polygon([start, end, start - aside * width]),
    ]
    found = covered(FULL, sides, CENTRE)
    at = FULL.find(np.array([COLUMN + SIDE // 2]), np.array([ROW + SIDE // 2]))[0]
    assert np.count_nonzero(found.square == at) == 1


def test_whole_squares_are_exactly_one():
    found = covered(FULL, [shapely.box(*ORIGIN, *(ORIGIN + 1000)), shapely.box(*(ORIGIN + 0.3), *(ORIGIN + 1000.7))])
    assert found.share[: found.offset[1]].tolist() == [1.0] * 100
    assert np.count_nonzero(found.share[found.offset[1] :] == 1.0) == 81


def test_nothing_of_a_neighbour_that_only_shares_an_edge():
    found = covered(FULL, [shapely.box(*(ORIGIN + 100), *(ORIGIN + 200))])
    assert found.square.tolist() == FULL.find(np.array([COLUMN + 1]), np.array([ROW + 1])).tolist()


def test_areas_outside_the_data_and_empty_ones():
    far = shapely.box(10_000, 20_000, 11_000, 21_000)
    half = shapely.box(*(ORIGIN - 500), *(ORIGIN + 150))
    empty = shapely.Polygon()
    found = covered(FULL, [empty, far, empty, half, empty])
    assert np.diff(found.offset).tolist() == [0, 0, 0, 4, 0]
    assert found.surface.tolist() == [0, 1e6, 0, 650**2, 0]
    assert sorted(found.share) == [0.25, 0.5, 0.5, 1.0]
    for nothing in ([], [empty], [empty] * 3):
        found = covered(FULL, nothing, CENTRE)
        assert len(found) == len(nothing) and found.offset.tolist() == [0] * (len(nothing) + 1)


def test_west_and_south_of_the_origin():
    grid = Grid.from_squares(np.array([-2, -1, 0], np.int32), np.array([-1, -1, -1], np.int32))
    found = covered(grid, [shapely.box(-150, -80, 50, -20)])
    assert found.share == pytest.approx([0.3, 0.6, 0.3], abs=1e-12)


@pytest.mark.parametrize("scale", [1e-6, 1e9, 1e300])
def test_coordinates_that_are_not_of_this_world(scale):
    wkb = shapely.to_wkb(shapely.box(4.3 * scale, 51.9 * scale, 4.5 * scale, 52.0 * scale))
    if scale < 1:
        assert len(cover(FULL, decode_polygons([wkb])).square) == 0
    else:
        with pytest.raises(InputError, match="coordinate"):
            cover(FULL, decode_polygons([wkb]))


def test_unknown_rule():
    with pytest.raises(InputError, match="touch isn't one of share, centre"):
        covered(FULL, [shapely.box(0, 0, 1, 1)], "touch")
