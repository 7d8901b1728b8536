# SPDX-License-Identifier: GPL-2.0-or-later
"""A monitor of areas against numpy, pandas and shapely: differences, changes, places, the set counted once."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import numpy as np
import pandas as pd
import pytest
import shapely
from shapely.geometry import box

from leefbaar_plugin.analysis.change.change_tables import monitor_columns
from leefbaar_plugin.analysis.change.monitor import monitor_areas, with_codes
from leefbaar_plugin.analysis.measure import Measurer
from leefbaar_plugin.analysis.references.references import References
from leefbaar_plugin.analysis.same_squares import OWN, SAME, scores_on, squares_on_same, trend_on_same
from leefbaar_plugin.engine.areas.coverings import chosen, counted, everything, merged, stacked, within
from leefbaar_plugin.engine.change.monitor import monitor
from leefbaar_plugin.engine.errors import InputError, PackError
from leefbaar_plugin.engine.squares.matrix import ScoreMatrix
from leefbaar_plugin.pack.importing.importer import import_edition
from leefbaar_plugin.pack.official import read_level
from leefbaar_plugin.pack.pack import Pack, open_pack
from leefbaar_plugin.pack.reading.inspection import inspect
from leefbaar_plugin.pack.references.reference_sets import gemeente_id

SCHIEDAM = Path(__file__).resolve().parents[2] / "resources" / "demo" / "schiedam"
WEST, EAST = box(86_000, 436_000, 86_600, 436_600), box(86_400, 436_300, 87_000, 436_900)
SEA = box(0, 400_000, 500, 400_500)


@pytest.fixture(scope="module")
def pack(tmp_path_factory) -> Pack:
    return open_pack(import_edition(inspect([SCHIEDAM]), tmp_path_factory.mktemp("m") / "schiedam").folder)


@pytest.fixture(scope="module")
def references(pack) -> References:
    return References(Measurer(pack)).prepare()


def table(pack: Pack, shape, weights, years) -> pd.DataFrame:
    """Squares within a shape that are scored in all years, by pandas and shapely, a row per square and year."""
    x, y = pack.grid.column * 100.0, pack.grid.row * 100.0
    share = shapely.area(shapely.intersection(shapely.box(x, y, x + 100, y + 100), shape)) / 1e4
    frames = []
    for year in years:
        at = pack.years.index(year)
        frame = pd.DataFrame({"square": np.arange(len(x)), "year": year, "w": share * weights})
        frame["lbm"] = pack.published.total[:, at]
        frame["under"] = pack.matrix.classes[:, at] <= 4
        for number, theme in enumerate(pack.model.dimensions):
            frame[theme.id] = pack.published.contributions[:, at, number]
        frames.append(frame)
    whole = pd.concat(frames)
    whole = whole[(share > 1e-12)[whole["square"]]]
    there = whole.dropna(subset=["lbm"]).groupby("square")["year"].transform("count")
    return whole.dropna(subset=["lbm"])[there == len(years)]


def mean(frame: pd.DataFrame, column: str) -> pd.Series:
    """Weighted mean by year."""
    return frame.groupby("year")[[column, "w"]].apply(lambda part: np.average(part[column], weights=part["w"]))


YEARS = (2008, 2014, 2020, 2024)


def test_figures_of_a_monitor_against_pandas(pack, references):
    found = monitor_areas(references, [WEST.wkb, EAST.wkb], YEARS, 2014)
    made, weights = found.monitor, references.measurer.weights.value
    official = read_level(pack, "gemeente", [f"lbm_{year}" for year in YEARS])
    gemeente = table(pack, shapely.from_wkb(official.wkb[0]), weights, YEARS)
    city = np.array([official.values[f"lbm_{year}"][0] for year in YEARS])  # as published
    assert abs(mean(gemeente, "lbm") - city).max() > 1e-5, "else nothing is seen of it"
    x, y = pack.grid.column * 100.0, pack.grid.row * 100.0
    country = table(pack, box(x.min(), y.min(), x.max() + 100, y.max() + 100), weights, YEARS)
    for row, shape in enumerate([WEST, EAST, WEST.union(EAST)]):
        frame = table(pack, shape, weights, YEARS)
        total = mean(frame, "lbm")
        np.testing.assert_allclose(made.scores.total[row], total, rtol=1e-10)
        np.testing.assert_allclose(made.difference_city[row], total - city, atol=1e-9)
        np.testing.assert_allclose(made.difference_country[row], total - mean(country, "lbm"), atol=1e-9)
        np.testing.assert_allclose(made.change[row, :, 0], total - total[2014], atol=1e-9)
        np.testing.assert_allclose(made.city_pressure[row], mean(gemeente, "under"), atol=1e-9)
        np.testing.assert_allclose(made.country_pressure[row], mean(country, "under"), atol=1e-9)
        for number, theme in enumerate(pack.model.dimensions, start=1):
            of_theme = mean(frame[frame["year"] != 2008], theme.id)
            np.testing.assert_allclose(made.change[row, 1:, number], of_theme - of_theme[2014], atol=1e-9)
            assert np.isnan(made.change[row, 0, number]), "no dimensions in 2008"
    assert made.rank[:2].T.tolist() == [[1, 2] if a > b else [2, 1] for a, b in made.scores.total[:2].T]
    assert made.rank[2].tolist() == [0] * 4, "the set has no place"
    expected = pack.model.development_classification.classify(made.change[..., 0])
    assert np.array_equal(made.change_class, expected) and (made.change_class[:, 1] == 5).all()


def test_the_set_counts_every_place_once(pack, references):
    found = monitor_areas(references, [WEST.wkb, EAST.wkb, WEST.wkb], YEARS, 2014)
    surfaces = found.monitor.scores.surface
    assert surfaces[-1] == pytest.approx(WEST.union(EAST).area)
    assert surfaces[-1] < surfaces[:2].sum()
    assert shapely.from_wkb(found.outlines[-1]).symmetric_difference(WEST.union(EAST)).area < 1e-6
    assert found.monitor.rank[0].tolist() == found.monitor.rank[2].tolist(), "equal scores share a place"
    assert set(found.monitor.rank[:3, -1].tolist()) in ({1, 3}, {1, 2})
    sums = replace(found.monitor.scores, total=found.monitor.scores.total.copy())
    sums.total[2] += 4e-16
    nowhere = np.full_like(found.monitor.city_row, -1)
    again = monitor(pack.model, sums, found.monitor.country, nowhere, found.monitor.country, 2014)
    assert np.array_equal(again.rank, found.monitor.rank), "nor does the last digit make another place"


def test_same_squares_or_each_years_own(pack, references):
    measurer = references.measurer
    throughout = (pack.matrix.classes > 0).all(axis=1)
    assert 0 < throughout.sum() < len(throughout), "else this tests nothing"
    wkb = read_level(pack, "gemeente").wkb
    same = monitor_areas(references, wkb, pack.years, 2002, SAME)
    own = monitor_areas(references, wkb, pack.years, 2002, OWN)
    assert (same.squares, own.squares) == ("same", "own") and own.left_out.tolist() == [0, 0]
    squares = same.monitor.scores.squares[0]
    assert len(set(squares.tolist())) == 1
    assert same.left_out[0] == own.monitor.scores.squares[0].max() - squares[0] > 0
    np.testing.assert_allclose(own.monitor.scores.total[0], measurer.measure(wkb).scores.total[0], rtol=1e-12)
    np.testing.assert_allclose(own.monitor.difference_city[0], 0, atol=1e-12)
    np.testing.assert_allclose(same.monitor.difference_city[0], 0, atol=1e-12)
    trend = trend_on_same(measurer, wkb)
    np.testing.assert_allclose(trend.scores.total[0], same.monitor.scores.total[0], rtol=1e-12)
    assert trend.left_out.tolist() == same.left_out[:1].tolist()
    fewer = trend_on_same(measurer, wkb, (2020, 2024))
    assert fewer.left_out[0] < trend.left_out[0] and fewer.scores.years == (2020, 2024)
    with pytest.raises(InputError, match="Squares all isn't one of same, own"):
        monitor_areas(references, wkb, pack.years, 2002, "all")


def test_same_squares_have_their_dimensions_too(pack):
    """A square that lacks the dimensions of one year is left out of all years."""
    measurer = Measurer(pack)
    matrix = measurer._matrix
    there = (matrix.classes > 0) & matrix.with_dimensions
    lacking = int(np.flatnonzero(there.any(axis=1) & (matrix.classes > 0).all(axis=1))[0])
    there[lacking, pack.years.index(2020)] = False
    measurer._matrix = ScoreMatrix(matrix.years, matrix.values, matrix.place, matrix.classes, there)
    measurer._selected = {matrix.years: measurer._matrix}
    throughout, ever = measurer.scored_squares(pack.years)
    assert not throughout[lacking] and ever[lacking]
    assert np.array_equal(np.delete(throughout, lacking), np.delete((matrix.classes > 0).all(axis=1), lacking))
    assert measurer.scored_squares((2002, 2008))[0][lacking], "years without dimensions ask for none"


def test_areas_without_figures(pack, references):
    found = monitor_areas(references, [SEA.wkb, None, WEST.wkb], YEARS, 2024)
    made = found.monitor
    assert found.empty == [1] and found.gemeenten[:2] == ((), ())
    assert made.rank[:3].tolist() == [[0] * 4, [0] * 4, [1] * 4]
    assert np.isnan(made.difference_city[:2]).all() and np.isnan(made.difference_country[:2]).all()
    np.testing.assert_allclose(made.scores.total[3], made.scores.total[2], rtol=1e-12)
    columns = monitor_columns(pack.model, found, 2014, "nl")
    for name, values in columns.items():
        if name not in {"kind", "year", "squares", "weight_sum", "imputed", "covered", "weight", "rule", "base"}:
            known = {"square_set", "left_out", "reference_name", "warning", "country_is", "country_weight"}
            known |= {f"{of}_{what}" for of in ("country", "reference") for what in ("lbm", "share_1_4")}
            empty = name not in known
            assert (values[0] is None) == (values[1] is None) == empty, name
    assert columns["warning"][:2] == ["geen waarde: geen vierkant met een score"] * 2
    nothing = monitor_areas(references, [], YEARS, 2024)
    assert nothing.monitor.areas == 0 and np.isnan(nothing.monitor.scores.total).all()


def test_what_stands_for_the_country_is_named(pack, references):
    found = monitor_areas(references, [WEST.wkb], (2024,), 2014)
    columns = monitor_columns(pack.model, found, 2024, "en")
    assert columns["reference_name"] == ["all squares of the data pack"] * 2  # a part of Schiedam isn't the country
    for name in ("lbm", "diff", "share_1_4"):
        assert columns[f"reference_{name}"] == columns[f"country_{name}"] and columns[f"country_{name}"][0] is not None
    assert columns["own_calculation"] == [True] * 2  # the bounds of classes of change aren't published
    before = monitor_columns(pack.model, found, 2014, "en")
    assert [one is None for one in before["own_calculation"]] == [one is None for one in before["change_class"]]


def test_columns(pack, references):
    found = monitor_areas(references, [WEST.wkb, EAST.wkb], (2024,), 2014)
    assert found.monitor.scores.years == (2014, 2024), "the base year is among the years"
    columns = monitor_columns(pack.model, found, 2024, "nl")
    assert columns["kind"] == ["area", "area", "set"] and columns["rank"][2] is None
    assert columns["gemeente"] == ["GM0606", "GM0606", None] and columns["gemeente_name"] == ["Schiedam"] * 3
    assert columns["base"] == [2014] * 3 and columns["square_set"] == ["same"] * 3
    for row in range(3):
        five = sum(columns[f"change_{theme.id}"][row] for theme in pack.model.dimensions)
        assert columns["change"][row] == pytest.approx(five, abs=1e-9)
        assert columns["gemeente_diff"][row] == pytest.approx(columns["lbm"][row] - columns["gemeente_lbm"][row])
        assert columns["share_1_4"][row] == pytest.approx(columns["weight_1_4"][row] / columns["weight_sum"][row])


def test_years_that_are_not_there(references):
    for years, base, year in (((2024,), 2015, 2015), ((1999, 2024), 2024, 1999)):
        with pytest.raises(PackError, match=f"Year {year} isn't in the data pack"):
            monitor_areas(references, [WEST.wkb], years, base)


def test_no_outlines_of_gemeenten(pack):
    info = pack.info | {"levels": {"buurt": pack.info["levels"]["buurt"]}}
    found = monitor_areas(References(Measurer(replace(pack, info=info))), [WEST.wkb], YEARS, 2014)
    assert np.isnan(found.monitor.difference_city).all() and found.monitor.city_row.tolist() == [-1, -1]
    assert not np.isnan(found.monitor.difference_country).any()


def test_codes(pack):
    level = read_level(pack, "buurt")
    codes = [level.code[3].lower(), f" {level.code[1]} ", "BU99999999", level.code[3]]
    found, lacking = with_codes(level, codes)
    assert found.code == [level.code[3], level.code[1]] and lacking == ["BU99999999"]
    assert with_codes(level, [])[0] is level
    assert len(with_codes(level, ["x"])[0]) == 0


# Coverages taken apart and put together


def test_coverings(pack, references):
    measurer = references.measurer
    _, coverage = measurer.cover([WEST.wkb, SEA.wkb, EAST.wkb])
    again = stacked([chosen(coverage, [0]), chosen(coverage, [1, 2])])
    for name in ("offset", "square", "share", "surface"):
        assert np.array_equal(getattr(again, name), getattr(coverage, name)), name
    twice = chosen(coverage, [2, 0, 2])
    assert len(twice) == 3 and np.array_equal(np.diff(twice.offset), np.diff(coverage.offset)[[2, 0, 2]])
    assert np.array_equal(twice.square[: twice.offset[1]], coverage.square[coverage.offset[2] :])
    one = merged(coverage, [0, 2])
    _, union = measurer.cover([WEST.union(EAST).wkb])
    assert np.array_equal(one.square, union.square) and one.surface[0] == WEST.area + EAST.area
    assert (one.share <= 1).all() and (one.share >= union.share - 1e-9).all()
    mask = np.zeros(len(pack.grid), bool)
    mask[coverage.square[::2]] = True
    part = within(coverage, mask)
    assert np.array_equal(np.diff(part.offset), counted(coverage, mask)) and part.surface is coverage.surface
    assert mask[part.square].all() and len(part.square) == mask[coverage.square].sum()
    whole = everything(len(pack.grid))
    assert whole.surface[0] == len(pack.grid) * 1e4 and len(whole.square) == len(pack.grid)
    assert len(chosen(coverage, [])) == 0


def test_references_give_their_squares(references):
    rows = scores_on(references.measurer, references.squares_of([gemeente_id("GM0606"), "country"]), (2024,), OWN)
    schiedam, country = (references.figures(name, 2024) for name in (gemeente_id("GM0606"), "country"))
    assert schiedam.published and not country.published
    np.testing.assert_allclose(rows.scores.total[:, 0], [schiedam.measured, country.total], rtol=1e-12)


def test_squares_counted_are_those_of_the_trend(pack):
    """How many squares every year has, and how many a part of them, without their figures."""
    measurer = Measurer(pack)
    for shape in (WEST, EAST, SEA):
        area = shapely.to_wkb(shape)
        counts, same = squares_on_same(measurer, area), trend_on_same(measurer, [area])
        assert counts == (same.scores.squares.max(), same.left_out[0])
    every = squares_on_same(measurer, shapely.to_wkb(box(80_000, 430_000, 95_000, 445_000)))
    assert min(every) > 0 and sum(every) == np.count_nonzero((pack.matrix.classes > 0).any(axis=1))
