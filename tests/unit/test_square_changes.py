# SPDX-License-Identifier: GPL-2.0-or-later
"""Changes summed from one table of all squares are those of every area's own squares, and the pack keeps its areas'."""

from __future__ import annotations

import itertools
import json
import shutil
from dataclasses import fields, replace
from pathlib import Path

import numpy as np
import pytest

from leefbaar_plugin.analysis.change import development
from leefbaar_plugin.analysis.change.area_changes import changes_of_level
from leefbaar_plugin.analysis.change.change_view import level_changes
from leefbaar_plugin.analysis.change.development import change_and_ends, of_few
from leefbaar_plugin.analysis.measure import Measurer, Recipe
from leefbaar_plugin.engine.areas.coverage import Coverage
from leefbaar_plugin.engine.areas.coverings import everything
from leefbaar_plugin.engine.areas.points import cover_by
from leefbaar_plugin.engine.areas.rings import decode_polygons
from leefbaar_plugin.engine.change.development import directions, neutral_class
from leefbaar_plugin.engine.change.square_changes import develop_from, square_changes
from leefbaar_plugin.engine.choices import CENTRE, SHARE
from leefbaar_plugin.engine.errors import PackError
from leefbaar_plugin.engine.squares.matrix import score_matrix
from leefbaar_plugin.engine.squares.scoring import PublishedScores
from leefbaar_plugin.engine.squares.weights import Weights
from leefbaar_plugin.pack import digests
from leefbaar_plugin.pack.importing.importer import import_edition
from leefbaar_plugin.pack.kept_coverage import coverage_file, write_coverage
from leefbaar_plugin.pack.official import read_level
from leefbaar_plugin.pack.outlines.geometry import EMPTY_POLYGON
from leefbaar_plugin.pack.pack import open_pack
from leefbaar_plugin.pack.reading.inspection import inspect

SCHIEDAM = Path(__file__).resolve().parents[2] / "resources" / "demo" / "schiedam"


@pytest.fixture(scope="module")
def pack(tmp_path_factory):
    return open_pack(import_edition(inspect([SCHIEDAM]), tmp_path_factory.mktemp("c") / "schiedam").folder)


def assert_same(made, judge):
    """Every array of two results (development and ends)."""
    for one, other in ((made[0], judge[0]), (made[0].change, judge[0].change)):
        for field in fields(one):
            mine, theirs = getattr(one, field.name), getattr(other, field.name)
            if isinstance(mine, np.ndarray):
                np.testing.assert_allclose(mine, theirs, rtol=1e-12, atol=1e-12, err_msg=field.name)
            elif field.name != "change":
                assert mine == theirs or mine != mine
    np.testing.assert_allclose(made[1], judge[1], rtol=1e-12, atol=1e-12)


def _rings(areas):
    return decode_polygons([wkb or EMPTY_POLYGON for wkb in areas.wkb])


@pytest.mark.parametrize("model_id", ["lbm3", "lbm2"])
def test_generated_squares_by_both_ways(model_id, lbm3, lbm2):
    """Squares without a score, areas without squares, years without dimensions, a reference that moves."""
    model = {"lbm3": lbm3, "lbm2": lbm2}[model_id]
    random, squares, areas = np.random.default_rng(5), 9000, 400
    years = model.years[-5:]
    contributions = random.normal(0, 0.05, (squares, len(years), 5))
    contributions[:, [year in model.years_without_dimensions for year in years]] = np.nan
    contributions[random.random((squares, len(years))) < 0.1] = np.nan
    deviation = np.where(np.isnan(contributions).any(axis=-1), np.nan, contributions.sum(axis=-1))
    bare = [year in model.years_without_dimensions for year in years]
    deviation[:, bare] = random.normal(0, 0.1, (squares, sum(bare)))
    published = PublishedScores(years, model.reference_of(years) + deviation, deviation, contributions)
    matrix = score_matrix(model, published)
    sizes = random.integers(0, 60, areas)
    sizes[3] = 7000  # larger than what is summed at once
    offset = np.concatenate(([0], np.cumsum(sizes)))
    square = np.concatenate([np.sort(random.choice(squares, size, replace=False)) for size in sizes])
    coverage = Coverage(offset, square, random.random(len(square)), np.ones(areas))
    weights = Weights("dwellings", random.integers(0, 30, squares).astype(float), np.zeros(squares, bool))

    class Asked:
        class pack:  # noqa: N801
            require_year = staticmethod(lambda year: year)
            require_squares = staticmethod(lambda: (None, published, matrix))

    Asked.pack.model, Asked.weights = model, weights
    for since, until in itertools.combinations(years, 2):
        for areas_of in (coverage, everything(squares)):
            found = develop_from(model, square_changes(model, matrix, since, until), areas_of, weights)
            assert_same(found, of_few(Asked, areas_of, since, until))


def test_a_square_that_lacks_one_dimension_keeps_the_general_way(edition, make_pack, monkeypatch):
    rows = edition.grid_rows()
    rows[0][4] = None  # one dimension of one square in one year: the others still have a change
    rows[5][2:] = [None] * 7
    pack = make_pack([edition.grid_csv(rows=rows)])
    assert pack.matrix.with_dimensions.ndim == 2
    measurer, whole = Measurer(pack), everything(len(pack.grid))
    monkeypatch.setattr(development, "_MANY", 0)
    found, ends = change_and_ends(measurer, whole, 2022, 2024)
    assert found.bare.tolist() == [1] and found.covered == pytest.approx([1 - 1 / len(pack.grid)])
    assert_same((replace(found, covered=None, bare=None), ends), of_few(measurer, whole, 2022, 2024))
    with pytest.raises(ValueError, match="lack"):
        square_changes(pack.model, pack.matrix, 2022, 2024)


@pytest.mark.parametrize("rule", [SHARE, CENTRE])
def test_levels_of_a_pack_by_both_ways(pack, monkeypatch, rule):
    measurer = Measurer(pack, Recipe(rule=rule))
    for level, (since, until) in itertools.product(pack.levels, [(2014, 2024), (2002, 2024), (2020, 2022)]):
        monkeypatch.setattr(development, "_MANY", 10**9)
        judge = level_changes(pack, level, since, until, measurer)
        monkeypatch.setattr(development, "_MANY", 0)
        for found in (level_changes(pack, level, since, until, measurer), judge):
            again = level_changes(pack, level, since, until, measurer, found)
            for mine, theirs in ((again.changes, judge.changes), (again.whole, judge.whole)):
                assert_same((mine.found, mine.scores.total), (theirs.found, theirs.scores.total))
                np.testing.assert_array_equal(mine.scores.published, theirs.scores.published)
                assert mine.official == theirs.official and mine.left_out == theirs.left_out


def test_directions_are_those_of_the_classes_at_every_bound(lbm3, lbm2):
    for classification in (lbm3.development_classification, lbm2.development_classification):
        bounds = classification.bounds
        change = np.concatenate([np.nextafter(bounds, -9), bounds, np.nextafter(bounds, 9), [0, -9, 9, np.nan]])
        of_class = np.sign(classification.classify(change).astype(int) - neutral_class(classification)) + 1
        assert directions(classification, change).tolist() == np.where(np.isnan(change), -1, of_class).tolist()


def test_the_pack_keeps_the_squares_of_its_areas(pack, monkeypatch):
    assert {"buurt", "gemeente"} <= set(pack.levels)
    monkeypatch.setattr("leefbaar_plugin.analysis.measure._MANY", 0)
    for level, rule in itertools.product(pack.levels, (SHARE, CENTRE)):
        areas = read_level(pack, level)
        judge = cover_by(pack.grid, _rings(areas), rule, None)
        some = areas.where(range(len(areas) - 1, -1, -2))  # not all, and not in their order
        kept = Measurer(pack, Recipe(rule=rule)).cover_official(areas)
        for one, other in ((kept, judge), (kept.by_surface, judge.by_surface)):
            for name in ("offset", "square", "share", "surface") if one is not None else ():
                np.testing.assert_array_equal(getattr(one, name), getattr(other, name))
        assert (kept.by_surface is None) is (rule == SHARE)
        backwards = cover_by(pack.grid, _rings(some), rule, None)
        np.testing.assert_array_equal(Measurer(pack, Recipe(rule=rule)).cover_official(some).share, backwards.share)


def test_a_pack_without_them_and_a_pack_with_others(pack, tmp_path, monkeypatch):
    """Packs of earlier versions open as they did; squares that can't be of this pack are refused in a sentence."""
    monkeypatch.setattr("leefbaar_plugin.analysis.measure._MANY", 0)

    def copy(name, change):
        folder = shutil.copytree(pack.folder, tmp_path / name)
        info = json.loads((folder / "pack.json").read_text())
        change(folder)
        info["files"] = [file for file in info["files"] if (folder / file).exists()]
        (folder / "pack.json").write_text(json.dumps(digests.sealed(folder, {**info, "digests": {}})))
        return open_pack(folder)

    expected = changes_of_level(pack, "buurt", 2014, 2024, Measurer(pack))
    older = copy("older", lambda folder: [(folder / coverage_file(level)).unlink() for level in pack.levels])
    found = changes_of_level(older, "buurt", 2014, 2024, Measurer(older))
    assert_same((found.found, found.scores.total), (expected.found, expected.scores.total))

    def beyond(folder):
        count = pack.info["levels"]["buurt"]["areas"]
        none = Coverage(np.minimum(np.arange(count + 1), 1), np.array([len(pack.grid)]), np.ones(1), np.ones(count))
        write_coverage(folder, "buurt", none)

    def fewer(folder):
        write_coverage(folder, "buurt", Coverage(np.zeros(2, int), np.zeros(0, int), np.zeros(0), np.ones(1)))

    for number, change in enumerate((beyond, fewer, lambda folder: (folder / coverage_file("buurt")).write_bytes(b""))):
        other = copy(f"other{number}", change)
        with pytest.raises(PackError, match="is damaged"):
            changes_of_level(other, "buurt", 2014, 2024, Measurer(other))
