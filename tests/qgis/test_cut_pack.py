# SPDX-License-Identifier: GPL-2.0-or-later
"""A data pack cut to what some areas need: their figures are the same to the last digit, and so is what they're set
against.
"""

from __future__ import annotations

import numpy as np
import pytest
from qgis.core import QgsGeometry, QgsProject
from shapely import from_wkb
from shapely.geometry import box

from leefbaar_plugin.analysis.measure import Measurer, Recipe
from leefbaar_plugin.analysis.ranks import rank_of
from leefbaar_plugin.analysis.references.references import References
from leefbaar_plugin.engine.areas.figures import figures_of
from leefbaar_plugin.pack.check import require_whole
from leefbaar_plugin.pack.importing.cut import REACH, cut_pack, needed_by
from leefbaar_plugin.pack.importing.importer import import_edition
from leefbaar_plugin.pack.official import read_level
from leefbaar_plugin.pack.official_changes import published_changes
from leefbaar_plugin.pack.pack import open_pack
from leefbaar_plugin.pack.reading.inspection import inspect
from leefbaar_plugin.pack.reading.points import PointChoice, add_points
from leefbaar_plugin.report.handover import HandedArea, figures_by_year, gather, with_rings
from leefbaar_plugin.report.unpacking import unpack_project
from tests.builders import write_vector

from .conftest import WATERWEG, Recorder
from .test_mangled_projects import Desk, desk  # noqa: F401

EAST = box(87_130, 436_530, 87_890, 437_270)
CROSSED = from_wkb(box(86_900, 436_300, 87_300, 436_700).wkb).buffer(120.0)
LIVED = {"gebruiksdoel": "woonfunctie", "status": "Verblijfsobject in gebruik", "bouwjaar": 1970}


@pytest.fixture(scope="module")
def waterweg(waterweg_folder, tmp_path_factory, qgis_app):
    """The pack of three gemeenten with own dwellings in Schiedam, two or three in every square."""
    random = np.random.default_rng(14)
    squares = open_pack(waterweg_folder).grid
    folder = tmp_path_factory.mktemp("dwellings")
    made = []
    for column, row in zip(squares.column.tolist(), squares.row.tolist(), strict=True):
        for _ in range(int(random.integers(2, 4))):
            x, y = 100 * (column + random.random()), 100 * (row + random.random())
            made.append((LIVED | {"identificatie": f"{len(made):016d}"}, f"POINT ({x:.2f} {y:.2f})"))
    points = write_vector(folder / "bag.gpkg", "verblijfsobject", made)
    found = inspect([WATERWEG])
    add_points(found, points, PointChoice())
    return open_pack(import_edition(found, folder / "pack").folder)


def gemeente_outlines(pack):
    level = read_level(pack, "gemeente")
    return dict(zip(level.code, map(from_wkb, level.wkb), strict=True))


def test_what_is_needed_is_what_lies_near(waterweg):
    """From both sides of the reach: by shapely, an area within it of a border needs the neighbour too."""
    shapes = gemeente_outlines(waterweg)
    schiedam, vlaardingen = shapes["GM0606"], shapes["GM0622"]
    assert EAST.within(schiedam.buffer(1)) and EAST.distance(vlaardingen) > REACH
    assert needed_by(waterweg, [EAST.wkb]).gemeenten == ("GM0606",)
    far = EAST.distance(vlaardingen)
    for more, expected in ((-20.0, ("GM0606", "GM0622")), (20.0, ("GM0606",))):
        x = EAST.bounds[0]
        reaching = box(x - (far - REACH) + more, 436_530, x + 10, 437_270)
        near = reaching.distance(vlaardingen) < REACH
        assert needed_by(waterweg, [reaching.wkb]).gemeenten == expected and near is (len(expected) == 2)
    assert needed_by(waterweg, [shape.wkb for shape in shapes.values()]) is None  # all of it
    assert needed_by(waterweg, []) is None
    assert needed_by(waterweg, [box(0, 400_000, 9, 400_009).wkb]) is None


@pytest.fixture(scope="module")
def cut(waterweg, tmp_path_factory):
    folder = tmp_path_factory.mktemp("cut")
    cut_pack(waterweg, needed_by(waterweg, [EAST.wkb]), folder)
    return open_pack(folder)


RECIPES = [Recipe(), Recipe("inhabitants", "centre"), Recipe("points", "inside"), Recipe("equal")]


@pytest.mark.parametrize("recipe", RECIPES, ids=str)
def test_figures_are_the_same_to_the_last_digit(waterweg, cut, recipe):
    level = read_level(waterweg, "buurt")
    buurt = next(wkb for code, wkb in zip(level.code, level.wkb, strict=True) if code == "BU06060001")
    areas = [HandedArea("Oost", EAST.wkb), HandedArea("Rond", CROSSED.wkb), HandedArea("Binnenstad", buurt)]
    made = []
    for pack in (waterweg, cut):
        measurer = Measurer(pack, recipe)
        references = References(measurer).prepare()
        found = with_rings(gather(measurer, areas, pack.years, 10.0), references, [(0, 250), (250, 1000)])
        figures = [figures_of(pack.model, found.scores, at, pack.years[-1]) for at in range(len(areas))]
        own = references.figures("gemeente:GM0606", 2024)
        where = [[part.code for part in parts] for parts in references.gemeenten_of([one.outline for one in areas])]
        made.append((found, figures, own, references, where))
    (before, figures, own, references, where), (after, figures_after, own_after, cut_references, where_after) = made
    assert [one.figures for one in figures_by_year(after)] == [one.figures for one in figures_by_year(before)]
    for name in ("class_shares", "covered", "imputed", "classes"):
        assert np.array_equal(getattr(after.scores, name), getattr(before.scores, name), equal_nan=True)
    assert np.array_equal(after.same.scores.total, before.same.scores.total, equal_nan=True)
    assert before.scores.is_published[2].all() and before.scores.weight == recipe.weight
    zones = len(before.around.scores.total) // len(areas)
    of_rings = [at for at in range(len(before.around.scores.total)) if at % zones < 3]
    totals = before.around.scores.total[of_rings]
    assert np.array_equal(after.around.scores.total[of_rings], totals, equal_nan=True) and not np.isnan(totals).all()
    assert where_after == where and own_after.total == own.total and own_after.weight_sum == own.weight_sum
    assert own_after.shares == own.shares and own_after.trend == own.trend
    for at in range(len(areas)):
        ranks = [
            rank_of(refs, of, "GM0606", "lbm", 10.0)
            for refs, of in ((references, figures[at]), (cut_references, figures_after[at]))
        ]
        assert ranks[0].ranks[0] == ranks[1].ranks[0] and ranks[0].ranks[0].reference == "gemeente:GM0606"
        assert ranks[0].among == ranks[1].among


def test_references_that_stay_behind_are_kept(waterweg, cut):
    """The other gemeenten have the figures that the pack keeps, to the digits of these; the country has the same."""
    references = [References(Measurer(pack)).prepare() for pack in (waterweg, cut)]
    for name in ("gemeente:GM0622", "gemeente:GM0556"):
        before, after = (one.figures(name, 2024) for one in references)
        assert after.total == pytest.approx(before.total, abs=2e-6)
    countries = [one.figures("country", 2024) for one in references]
    assert (countries[0] is None) == (countries[1] is None)


def test_the_pack_is_whole_and_holds_no_more_than_needed(waterweg, cut):
    require_whole(cut)
    assert cut.info["gemeenten"] == [["GM0606", "Schiedam"]] and cut.info["selection"] == ["Schiedam"]
    shape = gemeente_outlines(waterweg)["GM0606"].union(EAST.buffer(REACH))
    grid = waterweg.grid
    corners = zip(grid.column.tolist(), grid.row.tolist(), strict=True)
    touching = {(c, r) for c, r in corners if box(c * 100, r * 100, c * 100 + 100, r * 100 + 100).intersects(shape)}
    kept = set(zip(cut.grid.column.tolist(), cut.grid.row.tolist(), strict=True))
    assert (
        len(kept ^ touching) <= 40 and len(kept) < len(grid) / 2
    )  # outlines of buurten reach over that of the gemeente
    for level in ("buurt", "wijk", "gemeente"):
        before, after = read_level(waterweg, level), read_level(cut, level)
        at = [row for row, code in enumerate(before.code) if code[2:6] == "0606"]
        assert after.code == [before.code[row] for row in at] and after.wkb == [before.wkb[row] for row in at]
        changes = [published_changes(pack, level, 2014, 2024) for pack in (waterweg, cut)]
        assert np.array_equal(changes[1], changes[0][at], equal_nan=True)
        assert cut.info["levels"][level]["areas"] == cut.info["levels"][level]["scored"] == len(at)
    assert cut.info["points"]["points"] == len(cut.points) == cut.points.offset[-1]
    size = [sum(one.stat().st_size for one in pack.folder.iterdir()) for pack in (waterweg, cut)]
    assert size[1] < size[0] / 2


@pytest.mark.parametrize("whole", [False, True])
def test_a_colleague_gets_what_the_areas_need(desk: Desk, run, waterweg_folder, tmp_path, whole):  # noqa: F811
    """From a project of the panel to that of the colleague: figures of the areas stay the same."""
    plugin = desk.plugin
    plugin.session.open_pack(waterweg_folder)
    plugin.areas.add([("Oost", QgsGeometry.fromWkt(EAST.wkt)), ("Rond", QgsGeometry.fromWkt(CROSSED.wkt))])
    desk.rest()
    (tmp_path / "werk").mkdir()
    assert QgsProject.instance().write(str(tmp_path / "werk" / "plan.qgz"))
    desk.rest()
    assert QgsProject.instance().write()
    shown = {name: plugin.areas.geometries()[fid].asWkt() for fid, name in plugin.areas.names().items()}
    figures = plugin.areas.figures()
    recorder = Recorder()
    run("packproject", recorder, PROJECT=tmp_path / "werk" / "plan.qgz", WHOLE=whole, OUTPUT=tmp_path / "c.zip")
    assert any("Schiedam, Vlaardingen." in line for line in recorder.infos) is not whole
    QgsProject.instance().clear()
    desk.rest()
    opened = unpack_project(tmp_path / "c.zip", tmp_path / "daar")
    said = desk.opened(opened)
    assert plugin.session.pack.folder == opened.parent / "data" / waterweg_folder.name, said
    assert len(plugin.session.pack.info["gemeenten"]) == (3 if whole else 2)
    again = plugin.areas.figures()
    assert (again.total, again.weight_sum, again.squares) == (figures.total, figures.weight_sum, figures.squares)
    assert {n: plugin.areas.geometries()[f].asWkt() for f, n in plugin.areas.names().items()} == shown
    layers = QgsProject.instance().mapLayers().values()
    assert all(layer.isValid() for layer in layers) and len(layers) >= 4
    assert desk.problems == []


def test_a_pack_of_one_gemeente_goes_along_as_it_is(schiedam):
    assert needed_by(schiedam, [EAST.wkb]) is None
