# SPDX-License-Identifier: GPL-2.0-or-later
"""Change of areas and official levels: published differences, squares where nothing is published, LBM 2.0's classes."""

from __future__ import annotations

import itertools
import shutil
import sqlite3
from dataclasses import replace
from pathlib import Path

import numpy as np
import pandas as pd
import pytest
import shapely
from osgeo import gdal

from leefbaar_plugin.analysis.change.area_changes import changes_of, changes_of_groups, changes_of_level
from leefbaar_plugin.analysis.change.development import require_period, years_without_dimensions
from leefbaar_plugin.analysis.change.development_tables import (
    area_part_columns,
    cautions_of_groups,
    certain_columns,
    change_cautions,
    change_columns,
    group_columns,
)
from leefbaar_plugin.analysis.measure import Measurer
from leefbaar_plugin.analysis.scenarios.effects import ScenarioMeasurer, effect_columns
from leefbaar_plugin.engine.change.development import NOTHING, Development, explaining
from leefbaar_plugin.engine.choices import CautionLimits
from leefbaar_plugin.engine.errors import InputError, PackError
from leefbaar_plugin.engine.squares.matrix import score_matrix
from leefbaar_plugin.pack.importing.importer import import_edition
from leefbaar_plugin.pack.official import read_level
from leefbaar_plugin.pack.pack import open_pack
from leefbaar_plugin.pack.reading.inspection import inspect
from tests.builders import DIMENSIONS, SHARED, Edition

SCHIEDAM = Path(__file__).resolve().parents[2] / "resources" / "demo" / "schiedam"
gdal.UseExceptions()


@pytest.fixture(scope="module")
def pack(tmp_path_factory):
    """A made-up edition in which buurten and gemeenten are published in every year."""
    folder = tmp_path_factory.mktemp("files")
    edition = Edition(folder, years=(2014, 2018, 2024))
    return open_pack(import_edition(inspect(edition.all()), tmp_path_factory.mktemp("d") / "pack").folder)


@pytest.fixture(scope="module")
def schiedam(tmp_path_factory):
    """The demonstration pack, whose areas are published in one year only."""
    return open_pack(import_edition(inspect([SCHIEDAM]), tmp_path_factory.mktemp("d") / "schiedam").folder)


@pytest.fixture
def lacking(pack, tmp_path):
    """A copy of the pack in which some areas of a level have no value of a field."""

    def make(level, name, areas):
        shutil.copytree(pack.folder, tmp_path / "copy")
        dataset = gdal.OpenEx(str(tmp_path / "copy" / "areas.gpkg"), gdal.OF_VECTOR | gdal.OF_UPDATE)
        layer = dataset.GetLayerByName(level)
        for fid in [feature.GetFID() for feature in layer][:areas]:
            feature = layer.GetFeature(fid)
            feature.SetFieldNull(name)
            layer.SetFeature(feature)
        del feature, layer, dataset
        return replace(pack, folder=tmp_path / "copy")  # opened anew it would be found damaged

    return make


def scores_of(pack, level):
    with sqlite3.connect(f"file:{pack.areas_path}?mode=ro", uri=True) as connection:
        return pd.read_sql(f"SELECT * FROM {level}", connection)


def test_a_missing_score_is_no_number_and_never_0(lacking):
    areas = read_level(lacking("buurt", "lbm_2024", 1), "buurt", ["lbm_2024", "lbm_2018", "nothing"])
    assert np.isnan(areas.values["lbm_2024"]).tolist() == [True, False, False, False]
    assert not np.isnan(areas.values["lbm_2018"]).any()
    assert np.isnan(areas.values["nothing"]).all() and all(areas.code) and any(areas.wkb)


@pytest.mark.parametrize("rule", ["share", "centre"])
def test_what_a_change_rests_on_is_counted(pack, rule):
    """Of the squares with both years: the surface they cover, and those of them that lack a dimension."""
    grid, published, _matrix = pack.require_squares()
    total, deviation = published.total.copy(), published.deviation.copy()
    parts = published.contributions.copy()
    first, last = published.years.index(2014), published.years.index(2024)
    total[0, first] = deviation[0, first] = np.nan  # no change of this one
    parts[0, first] = np.nan
    parts[0, last, 2] = np.nan  # so that it isn't counted
    parts[1, first, 3] = np.nan
    parts[2, last, 0] = np.nan
    made = replace(
        pack,
        published=(changed := replace(published, total=total, deviation=deviation, contributions=parts)),
        matrix=score_matrix(pack.model, changed),
    )
    corners = np.stack([grid.column, grid.row]).T[:4] * 100.0
    squares = [shapely.box(x, y, x + 100, y + 100) for x, y in corners.tolist()]
    three, one = shapely.union_all(squares[:3]), squares[3].buffer(50, cap_style="square", join_style="mitre")
    areas = [shapely.to_wkb(shapely.union_all([three, squares[3]])), shapely.to_wkb(three), shapely.to_wkb(one)]
    measurer = Measurer(made, replace(Measurer(pack).recipe, rule=rule))
    found = changes_of(measurer, areas, 2014, 2024)
    scored = {at for at in range(len(grid)) if not np.isnan([total[at, first], total[at, last]]).any()}
    boxes = [shapely.box(x, y, x + 100, y + 100) for x, y in (np.stack([grid.column, grid.row]).T * 100.0).tolist()]
    shapes = [shapely.from_wkb(area) for area in areas]
    expected = [sum(one.intersection(boxes[at]).area for at in scored) / one.area for one in shapes]
    assert found.found.covered == pytest.approx(expected) and 0 < expected[1] < 1
    assert found.found.bare.tolist()[:2] == [2, 2]
    columns = change_cautions(found, "en", CautionLimits(0, 0.9))
    assert columns["low_coverage"] == [part < 0.9 for part in expected] and columns["without_dimensions"][:2] == [2, 2]
    assert "squares without dimensions: 2" in columns["warning"][1]
    groups = changes_of_groups(measurer, found.coverage, ["a", "b", "a"], 2014, 2024)
    (first_group, second) = cautions_of_groups(found, groups)
    surface = [one.area for one in shapes]
    both = (expected[0] * surface[0] + expected[2] * surface[2]) / (surface[0] + surface[2])
    assert first_group.covered == pytest.approx(both)
    assert second.covered == pytest.approx(expected[1]) and second.bare == 2
    tried = ScenarioMeasurer(measurer, 2024)  # squares 0 and 2 lack a dimension in 2024, 1 in 2014 only
    told = effect_columns(tried, [tried.area([], areas[1])], "none", "en", CautionLimits(0, 0))
    assert told["warning"] == ["squares without dimensions: 2"]
    assert certain_columns(found)["class_certain_until"] == [
        bool(pack.model.total_classification.certain(np.array([one]))[0]) for one in found.scores.total[:, 1]
    ]


def test_dimension_that_explains_most(lbm3):
    total = np.array([0.1, -0.1, 0.1, 0.01, np.nan, 0.2])
    parts = np.array(
        [
            [0.08, -0.1, 0.12, 0, 0],
            [0.08, -0.1, -0.08, 0, 0],
            [np.nan] * 5,
            [0.01, 0, 0, 0, 0],
            [np.nan] * 5,
            [-0.1, -0.1, 0, 0, 0],
        ]
    )
    change = Development(2014, 2024, total, parts, 0.0)
    classes = lbm3.development_classification.classify(total)
    assert classes.tolist() == [7, 3, 7, 5, 0, 8]
    found = explaining(lbm3, change, classes)
    assert found.tolist() == [2, 1, NOTHING, NOTHING, NOTHING, NOTHING]


@pytest.mark.parametrize("level", ["buurt", "gemeente"])
def test_published_change_of_a_level(pack, level):
    found = changes_of_level(pack, level, 2014, 2024, Measurer(pack))
    table = scores_of(pack, level).set_index("code").loc[found.areas.code]
    expected = table["lbm_2024"] - table["lbm_2014"]
    assert (found.published == expected.notna()).all() and found.published.any()
    np.testing.assert_allclose(found.found.change.total[found.published], expected[found.published], atol=1e-12)
    for number, name in enumerate(DIMENSIONS):
        change = (table[f"{name}_2024"] - table[f"{name}_2014"])[found.published]
        np.testing.assert_allclose(found.found.change.contributions[found.published, number], change, atol=1e-12)
    without = changes_of_level(pack, level, 2014, 2024)
    np.testing.assert_array_equal(
        without.found.change.total[found.published], found.found.change.total[found.published]
    )
    assert np.isnan(without.found.shares).all() and without.coverage is None
    assert without.found.squares.tolist() == [0] * len(without)
    again = changes_of_level(pack, level, 2018, 2024, Measurer(pack), found)
    fresh = changes_of_level(pack, level, 2018, 2024, Measurer(pack))
    np.testing.assert_array_equal(again.found.shares, fresh.found.shares)
    np.testing.assert_array_equal(again.found.change.total, fresh.found.change.total)


def test_an_area_nobody_published_has_the_change_of_its_squares(lacking):
    pack = lacking("buurt", "lbm_2014", 100)
    measurer = Measurer(pack)
    found = changes_of_level(pack, "buurt", 2014, 2024, measurer)
    assert not found.published.any()
    expected = changes_of(measurer, read_level(pack, "buurt").wkb, 2014, 2024)
    np.testing.assert_array_equal(found.found.change.themes, expected.found.change.themes)
    np.testing.assert_array_equal(found.explains, expected.explains)
    with pytest.raises(PackError, match="No area of level buurt has a score in both 2014 and 2024"):
        changes_of_level(pack, "buurt", 2014, 2024)


def test_bad_periods_and_levels(pack, schiedam):
    measurer = Measurer(pack)
    with pytest.raises(InputError, match="The first and the last year are both 2024"):
        changes_of(measurer, [], 2024, 2024)
    with pytest.raises(PackError, match="Year 2003 isn't in the data pack; it has 2014"):
        changes_of_level(pack, "buurt", 2003, 2024)
    with pytest.raises(PackError, match="The data have no wijk"):
        changes_of_level(pack, "wijk", 2014, 2024)
    assert require_period(pack, 2014, 2024) == (2014, 2024)
    with pytest.raises(InputError, match="The first year 2024 lies after the last year 2014; swap"):
        require_period(pack, 2024, 2014)
    assert years_without_dimensions(schiedam, (2002, 2014, 2016)) == (2002, 2016)
    with pytest.raises(InputError, match="1 areas and groups for 2"):
        changes_of_groups(measurer, measurer.cover([None])[1], ["a", "b"], 2014, 2024)


def test_year_without_dimensions_has_a_change_and_no_contributions(schiedam):
    found = changes_of_level(schiedam, "gemeente", 2002, 2024, Measurer(schiedam))
    assert not np.isnan(found.found.change.total).any() and np.isnan(found.found.change.contributions).all()
    assert (found.explains == NOTHING).all()


def test_tables(pack):
    measurer = Measurer(pack)
    found = changes_of_level(pack, "buurt", 2014, 2024, measurer)
    columns = change_columns(pack.model, found, "share", "en")
    assert list(columns) == [
        *("since", "until", "change", *(f"change_{name}" for name in DIMENSIONS), "change_reference"),
        *("change_class", "change_class_name", "own_calculation", "worse", "same", "better"),
        *("explains", "explains_name", "squares", "weight_sum", "basis", "weight", "rule"),
    ]
    frame = pd.DataFrame(columns)
    there = frame["change"].notna()
    assert (frame["own_calculation"][there] == True).all()  # noqa: E712
    parts = frame[[f"change_{name}" for name in DIMENSIONS]].sum(axis=1) + frame["change_reference"]
    np.testing.assert_allclose(parts[there], frame["change"][there], atol=1e-9)
    np.testing.assert_allclose(frame[["worse", "same", "better"]].sum(axis=1)[frame["squares"] > 0], 1)
    assert (frame["explains"].isna() == (frame["change_class"].isna() | (frame["change_class"] == 5))).all()
    groups = changes_of_groups(measurer, found.coverage, found.areas.gemeente, 2014, 2024)
    table = pd.DataFrame(group_columns(pack.model, groups, "nl"))
    parts = pd.DataFrame(area_part_columns(pack.model, groups, len(found)))
    assert table["group"].tolist() == list(dict.fromkeys(found.areas.gemeente))
    np.testing.assert_allclose(table[["inside", "turnover", "shift"]].sum(axis=1), table["change"], atol=1e-12)
    summed = parts.groupby("group")[["inside", "turnover", "shift"]].sum().loc[table["group"]]
    np.testing.assert_allclose(summed, table[["inside", "turnover", "shift"]], atol=1e-12)
    np.testing.assert_allclose(table["lbm_until"] - table["lbm_since"], table["change"], atol=1e-12)
    bare = area_part_columns(pack.model, None, 2)
    assert bare == {name: [None, None] for name in ("group", "inside", "turnover", "shift")}


def test_area_outside_the_data(pack):
    far = shapely.to_wkb(shapely.box(0, 300_000, 1000, 301_000))
    found = changes_of(Measurer(pack), [far, None], 2014, 2024)
    frame = pd.DataFrame(change_columns(pack.model, found, "share", "en"))
    assert frame["change"].isna().all() and frame["change_class"].isna().all() and frame["basis"].isna().all()
    assert frame["squares"].tolist() == [0, 0] and frame["own_calculation"].isna().all()


# --- LBM 2.0: the published truth -------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def lbm2_tables():
    if not (SHARED / "official").is_dir():
        pytest.skip("../shared/data isn't there")
    folder = SHARED / "official" / "lbm2"
    codes, values = pd.read_csv(folder / "PC4LBR.csv"), pd.read_csv(folder / "PC4DIMENSIE.csv")
    return values.merge(codes, left_on="GBD", right_on="CODE").set_index("GBD")


@pytest.mark.official
def test_six_periods_of_lbm2_by_the_pack(shared, make_pack, lbm2_tables, lbm2):
    pack = make_pack([shared / "official" / "lbm2", shared / "official" / "PC4 2022.gpkg"])
    for since, until in itertools.combinations((2012, 2014, 2016, 2018), 2):
        found = changes_of_level(pack, "pc4", since, until)
        table = lbm2_tables.reindex([int(code) for code in found.areas.code])
        stated = table[f"VKL{since % 100}{until % 100}"].fillna(0).to_numpy(int)
        assert (found.found.classes[:, 0][stated > 0] == stated[stated > 0]).all(), "the published class is the truth"
        assert not found.own_class[stated > 0].any()
        change = found.found.change
        assert change.reference == pytest.approx(lbm2.reference(until) - lbm2.reference(since))
        there = ~np.isnan(change.contributions).any(axis=1)
        assert there.sum() > 2000
        summed = change.contributions.sum(axis=1) + change.reference
        # five parts and a total of two years, each rounded to 3 digits: 12 x 0.0005
        assert np.abs(summed - change.total)[there].max() < 6.1e-3
        moved = table[f"RLBRMTR{until % 100}"] - table[f"RLBRMTR{since % 100}"] + change.reference
        np.testing.assert_allclose(change.total, moved, atol=1e-12)


@pytest.mark.official
def test_lbm2_computed_classes_are_as_published_or_at_a_bound(shared, lbm2_tables, lbm2):
    """All six periods together >= 99.7 %; every other one lies within the rounding of two 3-digit scores of a bound."""
    classification = lbm2.development_classification
    same, count, periods = 0, 0, 0
    for since, until in itertools.combinations((2012, 2014, 2016, 2018), 2):
        change = lbm2.reference(until) - lbm2.reference(since)
        change = change + (lbm2_tables[f"RLBRMTR{until % 100}"] - lbm2_tables[f"RLBRMTR{since % 100}"]).to_numpy()
        stated = lbm2_tables[f"VKL{since % 100}{until % 100}"].fillna(0).to_numpy(int)
        there = (stated > 0) & ~np.isnan(change)
        computed = classification.classify(change)
        other = there & (computed != stated)
        distance = np.abs(change[other, None] - classification.bounds[None]).min(axis=1)
        # two scores in 3 digits and two national means in 4: 2 x 0.0005 + 2 x 0.00005
        assert (distance <= 0.0011).all() and (np.abs(computed - stated)[other] == 1).all()
        same, count, periods = same + int((there & ~other).sum()), count + int(there.sum()), periods + 1
    assert periods == 6 and count == 12_303
    assert same / count >= 0.997


@pytest.mark.official
def test_lbm2_before_2012_has_published_classes_without_a_change(shared, make_pack, lbm2_tables):
    pack = make_pack([shared / "official" / "lbm2", shared / "official" / "PC4 2022.gpkg"])
    found = changes_of_level(pack, "pc4", 2002, 2012)
    assert np.isnan(found.found.change.total).all() and (found.found.classes[:, 0] > 0).sum() > 2000
    assert (found.explains == NOTHING).all()
    with pytest.raises(PackError, match="holds no squares"):
        Measurer(pack)


@pytest.mark.official
def test_published_gemeenten_of_the_service_have_one_year(shared, make_pack):
    pack = make_pack([shared / "official" / "wfs"])
    with pytest.raises(PackError, match="Year 2022 isn't in the data pack; it has 2024"):
        changes_of_level(pack, "gemeente", 2022, 2024)
