# SPDX-License-Identifier: GPL-2.0-or-later
"""Correctness at the scale of the country: a generated set with the real extent, its buurten tiling the land."""

from __future__ import annotations

import itertools
from dataclasses import dataclass

import numpy as np
import pytest
import shapely
from osgeo import ogr

from leefbaar_plugin.engine.areas import coverage as module
from leefbaar_plugin.engine.areas.aggregation import aggregate
from leefbaar_plugin.engine.areas.coverage import Coverage, cover
from leefbaar_plugin.engine.areas.rings import decode_polygons
from leefbaar_plugin.engine.choices import CENTRE, SHARE
from leefbaar_plugin.engine.squares.grid import Grid
from leefbaar_plugin.engine.squares.weights import HOUSEHOLDS, weigh
from leefbaar_plugin.pack.importing.importer import import_edition
from leefbaar_plugin.pack.pack import Pack, open_pack
from leefbaar_plugin.pack.reading.inspection import inspect
from tests.benchmarks.national import generate

SQUARES, SEED = 5000, 77
EXACT = 1e-9
LEVELS = ("buurt", "wijk", "gemeente")


@dataclass
class Country:
    """The opened pack, and polygons by name: the three levels, the drawn areas, and the country as one."""

    pack: Pack
    areas: dict[str, np.ndarray]

    @property
    def grid(self) -> Grid:
        return self.pack.require_squares()[0]

    def cover(self, polygons, rule=SHARE, grid=None) -> Coverage:
        return cover(grid or self.grid, decode_polygons(wkb(polygons)), rule)

    def figures(self, coverage, kind="dwellings"):
        _, _, matrix = self.pack.require_squares()
        weights = weigh(self.pack.counts, len(self.grid), kind)
        return aggregate(self.pack.model, matrix, coverage, weights, SHARE)

    def by_square(self, coverage) -> np.ndarray:
        """Share of every square, all areas together."""
        return np.bincount(coverage.square, coverage.share, len(self.grid))


def wkb(polygons):
    return [bytes(shapely.to_wkb(polygon)) for polygon in polygons]


def read(path, layer=None, where=None):
    source = ogr.Open(str(path))
    table = source.GetLayerByName(layer) if layer else source.GetLayer(0)
    table.SetAttributeFilter(where)
    return np.array([shapely.from_wkb(bytes(f.GetGeometryRef().ExportToIsoWkb(ogr.wkbNDR))) for f in table])


@pytest.fixture(scope="module")
def country(tmp_path_factory) -> Country:
    folder = tmp_path_factory.mktemp("national")
    files = generate(folder / "files", SQUARES, SEED)
    result = import_edition(inspect([files.scores_zip, files.geometry_zip, files.counts_gpkg]), folder / "pack")
    areas = {level: read(files.outlines(level)) for level in LEVELS}
    areas["drawn"] = read(files.drawn_gpkg, "areas", "kind <> 'country'")
    areas["country"] = read(files.drawn_gpkg, "areas", "kind = 'country'")
    return Country(open_pack(result.folder), areas)


def assert_same(one: Coverage, other: Coverage, tolerance=EXACT):
    """The same shares in every area; a square that only one of them has counts as 0 in the other."""
    assert len(one) == len(other)
    assert np.allclose(one.surface, other.surface, rtol=tolerance, atol=1e-3 * tolerance)
    shares = {}
    for sign, found in ((1, one), (-1, other)):
        area = np.repeat(np.arange(len(found)), np.diff(found.offset))
        for key in zip(area.tolist(), found.square.tolist(), (sign * found.share).tolist()):
            shares[key[:2]] = shares.get(key[:2], 0.0) + key[2]
    assert shares
    assert max(map(abs, shares.values())) <= tolerance


def totals(figures, year):
    """Sums that a tiling and the whole must share: weights, weighted scores, weights by class, squares."""
    weight = figures.weight_sum[:, year]
    mean = np.nan_to_num(np.column_stack((figures.deviation[:, year], figures.dimensions[:, year])))
    share = np.nan_to_num(figures.class_shares[:, year])
    covered = np.nan_to_num(figures.covered[:, year]) * figures.surface
    return np.concatenate(
        (
            [weight.sum(), figures.surface.sum(), covered.sum()],
            (mean * weight[:, None]).sum(0),
            (share * weight[:, None]).sum(0),
        )
    )


# --- a tiling is the whole --------------------------------------------------------------------------------------------


@pytest.mark.parametrize("level", LEVELS)
@pytest.mark.parametrize("kind", ["dwellings", HOUSEHOLDS])
def test_totals_over_a_tiling_equal_the_whole(country, level, kind):
    parts = country.figures(country.cover(country.areas[level]), kind)
    whole = country.figures(country.cover(country.areas["country"]), kind)
    for year in range(len(parts.years)):
        ours, wanted = totals(parts, year), totals(whole, year)
        assert wanted[0] > SQUARES  # there is something to compare
        assert np.allclose(ours, wanted, rtol=EXACT, atol=EXACT * wanted[0])


@pytest.mark.parametrize("level", LEVELS)
def test_shared_edges_neither_lose_nor_double_any_square(country, level):
    parts = country.by_square(country.cover(country.areas[level]))
    whole = country.by_square(country.cover(country.areas["country"]))
    assert np.abs(parts - whole).max() <= EXACT
    assert (whole > 1 - EXACT).mean() > 0.9


@pytest.mark.parametrize("level", LEVELS)
def test_by_the_centre_rule_every_square_goes_to_exactly_one_area(country, level):
    found = country.cover(country.areas[level], CENTRE)
    times = np.bincount(found.square, minlength=len(country.grid))
    whole = country.cover(country.areas["country"], CENTRE)
    assert np.array_equal(np.flatnonzero(times), np.sort(whole.square))
    assert times.max() == 1


def test_squares_all_round_are_counted_once_when_the_plane_is_cut_into_triangles(country):
    """Long edges over the whole country, every one shared by two areas."""
    west, south, east, north = country.grid.extent
    random = np.random.default_rng(5)
    corners = np.array([(west, south), (east, south), (east, north), (west, north)])
    inner = random.uniform((west, south), (east, north), (60, 2))
    triangles = shapely.get_parts(shapely.delaunay_triangles(shapely.multipoints(np.concatenate((corners, inner)))))
    times = country.by_square(country.cover(triangles))
    assert len(triangles) > 100
    assert np.abs(times - 1).max() <= EXACT


# --- what changes nothing ---------------------------------------------------------------------------------------------


def moved(polygon, step):
    return shapely.transform(polygon, lambda points: points + step)


@pytest.mark.parametrize("step", [(1, 0), (0, -1), (137, -911), (-500, 2000)])
def test_moving_country_and_areas_by_whole_squares_changes_nothing(country, step):
    grid = country.grid
    there = Grid.from_squares(grid.column + np.int32(step[0]), grid.row + np.int32(step[1]))
    for name in ("drawn", "gemeente", "country"):
        areas = country.areas[name]
        shifted = [moved(area, np.array(step) * 100.0) for area in areas]
        assert_same(country.cover(areas), country.cover(shifted, grid=there))


def reordered(polygon, random, reverse):
    """Every ring begins elsewhere; with `reverse` it also runs the other way round."""

    def ring(line):
        points = shapely.get_coordinates(line)[:-1]
        points = np.roll(points, int(random.integers(len(points))), axis=0)
        points = points[::-1] if reverse else points
        return np.concatenate((points, points[:1]))

    parts = [
        shapely.Polygon(ring(p.exterior), [ring(hole) for hole in p.interiors]) for p in shapely.get_parts(polygon)
    ]
    return shapely.MultiPolygon([parts[at] for at in random.permutation(len(parts))])


@pytest.mark.parametrize("name", ["drawn", "buurt", "country"])
@pytest.mark.parametrize("reverse", [False, True])
def test_order_and_direction_of_vertices_change_nothing(country, name, reverse):
    random = np.random.default_rng(9)
    areas = country.areas[name]
    assert_same(country.cover(areas), country.cover([reordered(area, random, reverse) for area in areas]))


@pytest.mark.parametrize("name", ["drawn", "gemeente", "country"])
def test_more_vertices_on_the_same_edges_change_nothing(country, name):
    areas = country.areas[name]
    dense = shapely.segmentize(areas, 37.0)
    assert shapely.get_num_coordinates(dense).sum() > 2 * shapely.get_num_coordinates(areas).sum()
    assert_same(country.cover(areas), country.cover(dense), 2 * EXACT)


# --- cutting ----------------------------------------------------------------------------------------------------------


def halves(area, random):
    """The area on both sides of a line through its middle."""
    x0, y0, x1, y1 = shapely.bounds(area)
    angle, reach = random.uniform(0, np.pi), 2 * np.hypot(x1 - x0, y1 - y0)
    along = np.array([np.cos(angle), np.sin(angle)]) * reach
    aside = np.array([-along[1], along[0]])
    middle = np.array([(x0 + x1) / 2, (y0 + y1) / 2])
    plane = shapely.Polygon([middle - along, middle + along, middle + along + aside, middle - along + aside])
    return polygonal(shapely.intersection(area, plane)), polygonal(shapely.difference(area, plane))


def polygonal(geometry):
    return shapely.MultiPolygon([part for part in shapely.get_parts(geometry) if part.geom_type == "Polygon"])


@pytest.mark.parametrize("name", ["drawn", "gemeente", "country"])
def test_an_area_cut_in_two_keeps_its_squares(country, name):
    random = np.random.default_rng(21)
    areas = country.areas[name]
    both = [part for area in areas for part in halves(area, random)]
    whole, parts = country.cover(areas), country.cover(both)
    assert np.allclose(parts.surface.reshape(-1, 2).sum(axis=1), whole.surface, rtol=EXACT)
    together = Coverage(parts.offset[::2], parts.square, parts.share, whole.surface)
    assert_same(whole, together)
    ours, wanted = country.figures(together), country.figures(whole)
    assert np.allclose(ours.weight_sum, wanted.weight_sum, rtol=EXACT, atol=1e-6)


@pytest.mark.parametrize("width", [1e-4, 1e-2, 1.0])
def test_slivers_neither_lose_nor_double(country, width):
    """The country in strips, every other one as thin as a hair, with exactly the same vertices on both sides."""
    west, south, east, north = country.grid.extent
    cuts = np.sort(np.random.default_rng(3).uniform(west, east, 40))
    cuts = np.sort(np.concatenate(([west], cuts, cuts + width, [east])))
    strips = [shapely.box(a, south, b, north) for a, b in itertools.pairwise(cuts)]
    found = country.cover(strips)
    assert found.surface[1::2] == pytest.approx(width * (north - south), rel=1e-6)
    assert np.abs(country.by_square(found) - 1).max() <= EXACT
    hairs = country.cover(strips[1::2])
    assert hairs.share.max() <= width / 100 + 1e-9
    assert hairs.share.sum() == pytest.approx(len(hairs.share) * width / 100, rel=0.02)


# --- one way or the other ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", ["gemeente", "wijk", "country"])
@pytest.mark.parametrize("rule", [SHARE, CENTRE])
def test_sparse_and_dense_agree(country, name, rule, monkeypatch):
    areas = country.areas[name]
    sparse_way, calls = module._squares_sparse, []
    monkeypatch.setattr(module, "_squares_sparse", lambda *given: calls.append(1) or sparse_way(*given))
    monkeypatch.setattr(module, "_SPARSE_FROM", 0)
    found = []
    for squares in (0, 10**12):
        monkeypatch.setattr(module, "_SPARSE_SQUARES", squares)
        found.append(country.cover(areas, rule))
        assert len(calls) == len(areas)  # all of them the first time, none the second
    assert_same(*found)


@pytest.mark.parametrize("name", ["drawn", "buurt"])
def test_one_by_one_gives_what_a_batch_gives(country, name):
    areas = country.areas[name]
    batch = country.figures(country.cover(areas))
    for at, area in enumerate(areas):
        one = country.figures(country.cover([area]))
        for field in ("total", "dimensions", "class_shares", "weight_sum", "covered", "surface", "squares", "imputed"):
            ours, wanted = getattr(one, field)[0], getattr(batch, field)[at]
            assert np.allclose(ours, wanted, rtol=1e-10, atol=1e-10, equal_nan=True), (at, field)


def test_shapely_says_the_same_of_every_drawn_area(country):
    """An independent judge of shares and means."""
    areas, grid = country.areas["drawn"], country.grid
    x, y = grid.column * 100.0, grid.row * 100.0
    boxes = shapely.box(x, y, x + 100, y + 100)
    area, square = shapely.STRtree(boxes).query(areas, predicate="intersects")
    share = shapely.area(shapely.intersection(areas[area], boxes[square])) / 1e4
    order = np.lexsort((square, area))
    offset = np.concatenate(([0], np.cumsum(np.bincount(area, minlength=len(areas)))))
    judged = Coverage(offset, square[order], share[order], shapely.area(areas))
    found = country.cover(areas)
    assert_same(found, judged)
    _, _, matrix = country.pack.require_squares()
    value = weigh(country.pack.counts, len(grid)).value
    weight, year = value[square] * share, len(matrix.years) - 1
    scored = matrix.classes[square, year] > 0
    sums = np.bincount(area, weight * scored, len(areas))
    with np.errstate(invalid="ignore", divide="ignore"):
        mean = np.bincount(area, weight * scored * matrix.values[square, matrix.place[year, 0]], len(areas)) / sums
    real = sums > 1e-6
    assert real.sum() > 100
    assert np.allclose(country.figures(found).deviation[real, year], mean[real], rtol=0, atol=EXACT)
