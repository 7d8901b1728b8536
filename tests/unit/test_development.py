# SPDX-License-Identifier: GPL-2.0-or-later
"""Development between two years: arithmetic, classes, shares and the computed maps, against pandas and by hand."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import numpy as np
import pandas as pd
import pytest
import shapely
from osgeo import gdal

from leefbaar_plugin.analysis import derived
from leefbaar_plugin.analysis.change.development import pack_development, square_development
from leefbaar_plugin.analysis.derived import CHANGE, OWN_GEMEENTE, WantedMap
from leefbaar_plugin.analysis.measure import Measurer, Recipe
from leefbaar_plugin.analysis.references.own_gemeente import gemeente_values
from leefbaar_plugin.engine.areas.coverage import Coverage
from leefbaar_plugin.engine.change.development import (
    BETTER,
    SAME,
    WORSE,
    Development,
    develop,
    develop_areas,
    directions,
    is_own_calculation,
    neutral_class,
)
from leefbaar_plugin.engine.errors import PackError, WriteError
from leefbaar_plugin.engine.squares.scoring import Scores
from leefbaar_plugin.pack.importing import square_files
from leefbaar_plugin.pack.importing.importer import import_edition
from leefbaar_plugin.pack.pack import open_pack
from leefbaar_plugin.pack.reading.inspection import inspect
from tests.builders import area_development

SCHIEDAM = Path(__file__).resolve().parents[2] / "resources" / "demo" / "schiedam"


@pytest.fixture(scope="module")
def pack(tmp_path_factory):
    """The demonstration pack."""
    return open_pack(import_edition(inspect([SCHIEDAM]), tmp_path_factory.mktemp("d") / "schiedam").folder)


@pytest.fixture(scope="module")
def large(tmp_path_factory):
    """The same as if it were too large for polygons."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(square_files, "LARGEST_VECTOR", 10)
        return open_pack(import_edition(inspect([SCHIEDAM]), tmp_path_factory.mktemp("d") / "large").folder)


def table(pack) -> pd.DataFrame:
    """The squares and years of a pack as a table with a row each, from the published arrays."""
    published, grid = pack.published, pack.grid
    frames = []
    for at, year in enumerate(pack.years):
        frame = pd.DataFrame({"square": np.arange(len(grid)), "year": year, "lbm": published.total[:, at]})
        for number, theme in enumerate(pack.model.dimensions):
            frame[theme.id] = published.contributions[:, at, number]
        frames.append(frame)
    return pd.concat(frames, ignore_index=True)


@pytest.mark.parametrize(("since", "until"), [(2014, 2024), (2022, 2024), (2002, 2024), (2012, 2016), (2024, 2014)])
def test_change_of_squares_against_pandas(pack, since, until):
    wide = table(pack).pivot(index="square", columns="year")
    change = square_development(pack, since, until)
    assert (change.since, change.until, change.reference) == (since, until, 0.0)
    np.testing.assert_allclose(change.total, wide["lbm"][until] - wide["lbm"][since], atol=1e-12)
    for number, theme in enumerate(pack.model.dimensions):
        expected = wide[theme.id][until] - wide[theme.id][since]
        np.testing.assert_allclose(change.contributions[:, number], expected, atol=1e-15)
    there = ~np.isnan(change.contributions).any(axis=1)
    without = {since, until} & pack.model.years_without_dimensions
    assert (there == ~np.isnan(change.total)).all() if not without else not there.any()
    np.testing.assert_allclose(change.total[there], change.contributions[there].sum(axis=1), atol=1e-12)


def test_classes_against_pandas(pack):
    change = square_development(pack, 2014, 2024).total
    edges = [-np.inf, *pack.model.development_classification.bounds, np.inf]
    expected = pd.cut(change, edges, right=False, labels=False) + 1
    assert (pack.model.development_classification.classify(change) == np.nan_to_num(expected)).all()


def test_area_against_pandas(pack):
    weights = Measurer(pack).weights.value
    frame = pd.DataFrame({"weight": weights, "change": square_development(pack, 2014, 2024).total})
    frame["class"] = pack.model.development_classification.classify(frame["change"].to_numpy())
    frame = frame.dropna()
    assert 0 < len(frame) < len(pack.grid), "some squares were inhabited in one of the years only"
    whole = pack_development(Measurer(pack), 2014, 2024)
    assert whole.change.total[0] == pytest.approx((frame.weight * frame.change).sum() / frame.weight.sum())
    towards = np.sign(frame["class"] - 5).map({-1: WORSE, 0: SAME, 1: BETTER})
    expected = frame.weight.groupby(towards).sum() / frame.weight.sum()
    for direction in (WORSE, SAME, BETTER):
        assert whole.shares[0, 0, direction] == pytest.approx(expected.get(direction, 0.0))
    assert whole.shares[0].sum(axis=1) == pytest.approx(np.ones(6))
    assert whole.squares[0] == len(frame) and whole.weight_sum[0] == pytest.approx(frame.weight.sum())


def test_drawn_area_is_the_difference_of_its_scores(pack):
    xmin, ymin, xmax, ymax = pack.grid.extent
    middle, size = ((xmin + xmax) / 2, (ymin + ymax) / 2), (xmax - xmin) / 5
    circle = shapely.to_wkb(shapely.Point(middle).buffer(size))
    outside = shapely.to_wkb(shapely.box(0, 300_000, 100, 300_100))
    measurer = Measurer(pack)
    found = area_development(measurer, [outside, circle, None], 2014, 2024)
    both = measurer.measure([circle], (2018, 2024)).scores
    assert both.squares[0, 0] == both.squares[0, 1], "between these years no square comes or goes here"
    later = area_development(measurer, [circle], 2018, 2024)
    assert later.change.total[0] == pytest.approx(both.total[0, 1] - both.total[0, 0], abs=1e-12)
    assert found.change.total[1] == pytest.approx(found.change.contributions[1].sum(), abs=1e-12)
    assert np.isnan(found.change.total[[0, 2]]).all() and np.isnan(found.shares[[0, 2]]).all()
    assert found.classes[[0, 2]].tolist() == [[0] * 6] * 2 and found.squares.tolist()[::2] == [0, 0]
    assert found.weight == "dwellings"
    old = area_development(measurer, [circle], 2002, 2012)
    assert not np.isnan(old.change.total[0]) and np.isnan(old.change.contributions[0]).all()
    assert old.classes[0, 0] > 0 and (old.classes[0, 1:] == 0).all()


def test_only_squares_with_both_years(lbm3):
    nan = np.nan
    change = Development(2014, 2024, np.array([0.1, nan, -0.3, 0.0]), np.full((4, 5), nan), 0.0)
    areas = Coverage(np.array([0, 3, 4]), np.array([0, 1, 2, 1]), np.array([1.0, 1, 0.5, 1]), np.ones(2))
    found = develop_areas(lbm3, change, areas, np.array([10.0, 99, 20, 5]), "dwellings")
    assert found.change.total[0] == pytest.approx((10 * 0.1 - 10 * 0.3) / 20) and np.isnan(found.change.total[1])
    assert found.shares[0, 0].tolist() == [0.5, 0, 0.5]
    assert found.squares.tolist() == [2, 0] and found.weight_sum.tolist() == [20, 0]


def test_directions_and_neutral(lbm3, lbm2):
    assert neutral_class(lbm3.development_classification) == 5 and neutral_class(lbm2.development_classification) == 4
    change = np.array([-1, -0.0392, -0.039, 0, 0.039, 0.0392, np.nan])
    assert directions(lbm3.development_classification, change).tolist() == [0, 0, 1, 1, 1, 2, -1]
    assert directions(lbm2.development_classification, np.array([-0.07, 0.06, 0.07])).tolist() == [0, 1, 2]


def test_own_calculation(lbm3, lbm2):
    assert is_own_calculation(lbm3, "lbm") and is_own_calculation(lbm3, "soc")
    assert not is_own_calculation(lbm2, lbm2.total.id) and is_own_calculation(lbm2, lbm2.dimensions[0].id)


def test_reference_of_lbm2_is_the_sixth_term(lbm2):
    contributions = np.random.default_rng(1).normal(0, 0.1, (50, 2, 5))
    deviation = contributions.sum(axis=-1)
    total = deviation + lbm2.reference_of((2012, 2018))
    change = develop(lbm2, Scores((2012, 2018), total, deviation, contributions), 2012, 2018)
    assert change.reference == pytest.approx(4.1940 - 4.1544)
    np.testing.assert_allclose(change.total, change.contributions.sum(axis=1) + change.reference, atol=1e-12)
    assert np.isnan(develop(lbm2, Scores((2008, 2018), total, deviation, contributions), 2008, 2018).reference)


def test_unknown_years(pack):
    with pytest.raises(PackError, match="Year 2003"):
        square_development(pack, 2003, 2024)


def bands(path: Path) -> np.ndarray:
    return gdal.Open(str(path)).ReadAsArray()


def cells(pack, raster: np.ndarray) -> np.ndarray:
    """Value of every square of a pack in a raster."""
    grid = pack.grid
    return raster[grid.first_row + grid.rows - 1 - grid.row, grid.column - grid.first_column]


@pytest.mark.parametrize("theme", ["lbm", "soc"])
def test_raster_of_change(large, tmp_path, theme):
    wanted, measurer = WantedMap(CHANGE, theme, 2024, 2014), Measurer(large)
    assert derived.find(tmp_path, large, wanted, measurer.recipe) is None
    made = derived.make(tmp_path, measurer, wanted)
    assert derived.find(tmp_path, large, wanted, measurer.recipe) == made
    assert tmp_path / "cache" in made.raster.parents and large.folder not in made.raster.parents
    change = square_development(large, 2014, 2024).themes[:, ["lbm", "fys", "onv", "soc"].index(theme)]
    assert (cells(large, bands(made.raster)) == large.model.development_classification.classify(change)).all()
    assert [path.name for path in made.raster.parent.iterdir()] == [made.raster.name], "nothing is left beside it"
    again = replace(large, info=large.info | {"created": "later"})
    assert derived.find(tmp_path, again, wanted, measurer.recipe) is None, "another import has other maps"


def test_vector_pack_needs_no_raster_of_change(pack, tmp_path):
    wanted = WantedMap(CHANGE, "lbm", 2024, 2014)
    assert derived.find(tmp_path, pack, wanted, Recipe()) == derived.Parts()


@pytest.mark.parametrize("year", [2024, 2018])
def test_own_gemeente(large, tmp_path, year):
    measurer = Measurer(large)
    codes, _outlines, values = gemeente_values(measurer, "soc", year)
    made = derived.make(tmp_path, measurer, WantedMap(OWN_GEMEENTE, "soc", year))
    own = made.gemeenten["GM0606"]
    assert own == values[codes.index("GM0606")] and json.loads(made.raster.with_suffix(".json").read_text())
    soc = large.published.contributions[:, large.years.index(year), 2]
    inside = cells(large, bands(made.raster))
    expected = large.model.deviation_classification.classify(soc - own)
    assert (inside[inside > 0] == expected[inside > 0]).all() and (inside > 0).mean() > 0.9


def test_gemeente_as_published_where_it_is(large):
    import sqlite3

    with sqlite3.connect(f"file:{large.areas_path}?mode=ro", uri=True) as connection:
        published = connection.execute("SELECT lbm_2024 FROM gemeente WHERE code = 'GM0606'").fetchone()[0]
    codes, _, values = gemeente_values(Measurer(large), "lbm", 2024)
    assert values[codes.index("GM0606")] == published


def test_squares_know_their_gemeente(pack):
    import sqlite3

    with sqlite3.connect(f"file:{pack.squares_path}?mode=ro", uri=True) as connection:
        codes = [row[0] for row in connection.execute("SELECT gemeente FROM squares")]
    assert len(codes) == len(pack.grid) and codes.count("GM0606") > 0.9 * len(codes)


def test_squares_with_few_dwellings(large, tmp_path):
    path = derived.make_small_squares(tmp_path, large, 25)
    assert derived.find_small_squares(tmp_path, large, 25) == path
    few = int(np.count_nonzero(large.counts.dwellings < 25))
    assert gdal.OpenEx(str(path)).GetLayer(0).GetFeatureCount() == few > 0
    assert derived.make_small_squares(tmp_path, large, 0) is None
    assert derived.make_small_squares(tmp_path, replace(large, counts=None), 25) is None


def test_cache_that_cant_be_written(large, tmp_path):
    (tmp_path / "cache").write_text("no folder")
    with pytest.raises(WriteError, match="can't be written"):
        derived.make(tmp_path, Measurer(large), WantedMap(CHANGE, "lbm", 2024, 2014))
