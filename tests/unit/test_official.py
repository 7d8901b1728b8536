# SPDX-License-Identifier: GPL-2.0-or-later
"""The official truth: published classes and sums come out of our arithmetic, through our reader and without it."""

from __future__ import annotations

import itertools
import json
import sqlite3

import numpy as np
import pandas as pd
import pytest

from leefbaar_plugin.engine.errors import InputError
from leefbaar_plugin.engine.squares.scoring import check, recompute
from leefbaar_plugin.pack.reading.inspection import inspect
from leefbaar_plugin.pack.reading.scores import read_level
from leefbaar_plugin.pack.reading.scores_lbm2 import read_wide

pytestmark = pytest.mark.official
DIMENSIONS = ["fys", "onv", "soc", "vrz", "won"]
REFERENCE = 4.10226485114369
PC4 = "csv/Leefbaarometer-scores PC4 2002-2022.csv"


@pytest.fixture(scope="session")
def official(shared):
    return shared / "official"


@pytest.fixture(scope="session")
def features(official):
    """Attributes of all areas of the web service, read without us."""
    rows = []
    for path in sorted((official / "wfs").glob("*.geojson")):
        rows += [f["properties"] for f in json.loads(path.read_text(encoding="utf-8"))["features"]]
    return pd.DataFrame(rows)


@pytest.fixture(scope="session")
def pc4(official):
    return pd.read_csv(official / PC4, float_precision="round_trip")


# --- LBM 3.0 ----------------------------------------------------------------------------------------------------------


def test_there_are_as_many_areas_as_said(features):
    assert len(features) == 3389 and features["id"].is_unique


def agreement(classification, values, published):
    computed, certain = classification.classify(values), classification.certain(values)
    assert np.all((computed == published) | ~certain)
    # inside an interval it can only be a neighbour
    assert np.all(np.abs(computed.astype(int) - published) <= 1)
    return float(np.mean(computed == published)), float(np.mean(certain))


def test_every_class_of_the_total_comes_out_as_published(lbm3, features):
    total = REFERENCE + features["afw"].to_numpy()
    same, certain = agreement(lbm3.total_classification, total, features["kscore"].to_numpy())
    assert same > 0.999 and certain > 0.98


@pytest.mark.parametrize("theme", ["afw", *DIMENSIONS])
def test_every_class_of_the_deviation_and_the_dimensions_comes_out_as_published(lbm3, features, theme):
    published = features[f"k{theme}"].to_numpy()
    same, certain = agreement(lbm3.deviation_classification, features[theme].to_numpy(), published)
    assert same > 0.999 and certain > 0.98


def test_areas_of_the_service_add_up_to_their_six_digits(features):
    assert (features["afw"] - features[DIMENSIONS].sum(axis=1)).abs().max() <= 2.1e-6


def test_pc4_recomputes_by_pandas_alone(pc4):
    whole = pc4.dropna()
    assert len(whole) > 8_000
    assert (whole["afw"] - whole[DIMENSIONS].sum(axis=1)).abs().max() < 1e-12
    assert (pc4["lbm"] - pc4["afw"] - REFERENCE).abs().max() < 1e-12
    missing = pc4[pc4["won"].isna()]["jaar"].unique()
    assert set(missing) == {2002, 2008, 2012, 2016}


def test_pc4_recomputes_by_our_reader_and_is_what_pandas_reads(lbm3, official, pc4):
    found = read_level(inspect([official / PC4]).tables["pc4"])
    assert found.scores.years == (2002, 2008, 2012, 2014, 2016, 2018, 2020, 2022)
    scores = recompute(lbm3, found.scores)
    compared = check(lbm3, scores, found.scores)
    assert compared.max_difference < 1e-12 and compared.not_adding_up == 0 and compared.class_differences == 0
    assert compared.compared == int(pc4["lbm"].notna().sum())
    wide = pc4.pivot(index="PC4", columns="jaar")
    assert found.code == [str(code) for code in wide.index]
    assert np.allclose(found.scores.total, wide["lbm"], rtol=1e-15, equal_nan=True)
    for at, name in enumerate(DIMENSIONS):
        assert np.allclose(found.scores.contributions[..., at], wide[name], rtol=1e-15, atol=1e-18, equal_nan=True)
    assert np.abs(scores.total - wide["lbm"].to_numpy())[~np.isnan(scores.total)].max() < 1e-12


@pytest.mark.parametrize(("name", "level", "areas"), [("buurten", "buurt", 3), ("wijken", "wijk", 1)])
def test_excerpts_of_the_2024_edition(lbm3, official, name, level, areas):
    path = official / f"csv/Leefbaarometer-scores {name} 2002-2024.csv"
    found = read_level(inspect([path]).tables[level])
    assert found.scores.years == lbm3.years and len(found.code) == areas and all(found.name)
    compared = check(lbm3, recompute(lbm3, found.scores), found.scores)
    assert compared.max_difference < 1e-12 and compared.not_adding_up == 0 and compared.compared == areas * 9
    without = np.isnan(found.scores.contributions).all(axis=(0, 2))
    assert {year for year, bare in zip(lbm3.years, without) if bare} == lbm3.years_without_dimensions


def test_all_of_the_service_makes_a_pack(official, make_pack, features):
    pack = make_pack([official / "wfs"])
    assert pack.edition == "2024" and pack.levels == ["buurt", "gemeente"] and pack.grid is None
    about = pack.info["levels"]
    assert about["gemeente"]["areas"] == about["gemeente"]["scored"] == 342
    assert about["buurt"]["areas"] == about["buurt"]["scored"] == 3389 - 342
    with sqlite3.connect(pack.areas_path) as connection:
        read = pd.concat(
            pd.read_sql(
                f"SELECT code, name, lbm_2024, afw_2024, won_2024, class_lbm_2024, class_onv_2024 FROM {level}",
                connection,
            )
            for level in pack.levels
        ).set_index("code")
    expected = features.set_index("id").loc[read.index]
    assert np.array_equal(read["name"], expected["name"])
    assert np.array_equal(read["afw_2024"], expected["afw"]) and np.array_equal(read["won_2024"], expected["won"])
    assert np.allclose(read["lbm_2024"], expected["afw"] + REFERENCE, rtol=1e-15)
    assert np.array_equal(read["class_lbm_2024"], expected["kscore"])
    assert np.array_equal(read["class_onv_2024"], expected["konv"])


def test_postcode_areas_with_outlines_make_a_pack(official, make_pack, pc4):
    pack = make_pack([official / PC4, official / "PC4 2022.gpkg"])
    assert pack.edition == "2022" and pack.levels == ["pc4"] and pack.years[0] == 2002
    about = pack.info["levels"]["pc4"]
    assert about["scored"] == pc4["PC4"].nunique() and about["outlines"]


# --- LBM 2.0 ----------------------------------------------------------------------------------------------------------


@pytest.fixture(scope="session")
def lbm2_tables(official):
    codes, values = pd.read_csv(official / "lbm2/PC4LBR.csv"), pd.read_csv(official / "lbm2/PC4DIMENSIE.csv")
    return values.merge(codes, left_on="GBD", right_on="CODE")


LBM2_YEARS = (2012, 2014, 2016, 2018)


def lbm2_total(model, tables, year):
    return model.reference(year) + tables[f"RLBRMTR{year % 100}"].to_numpy()


@pytest.mark.parametrize("year", LBM2_YEARS)
def test_every_class_of_lbm2_comes_out_as_published(lbm2, lbm2_tables, year):
    published = lbm2_tables[f"KL{year % 100}"]
    there = published.notna() & lbm2_tables[f"RLBRMTR{year % 100}"].notna()
    assert there.sum() > 2000
    same, _ = agreement(
        lbm2.total_classification, lbm2_total(lbm2, lbm2_tables, year)[there], published[there].to_numpy(int)
    )
    assert same > 0.99


def test_every_development_class_of_lbm2_comes_out_as_published(lbm2, lbm2_tables):
    """For all pairs of years; scores have three digits, so a change at a bound may fall on either side."""
    same, count = 0.0, 0
    for first, last in itertools.combinations(LBM2_YEARS, 2):
        published = lbm2_tables[f"VKL{first % 100}{last % 100}"]
        change = lbm2_total(lbm2, lbm2_tables, last) - lbm2_total(lbm2, lbm2_tables, first)
        there = (published.notna() & ~np.isnan(change)).to_numpy()
        assert there.sum() > 2000
        share, _ = agreement(lbm2.development_classification, change[there], published[there].to_numpy(int))
        assert share > 0.996
        same, count = same + share * there.sum(), count + there.sum()
    assert same / count >= 0.997


def test_lbm2_adds_up_to_its_three_digits(lbm2_tables):
    for year in LBM2_YEARS:
        parts = [f"RLB{name}{year % 100}" for name in ("WON", "BEV", "VRZ", "VEI", "FYS")]
        assert (lbm2_tables[f"RLBRMTR{year % 100}"] - lbm2_tables[parts].sum(axis=1)).abs().max() < 3.1e-3


def test_lbm2_by_our_reader(lbm2, official, lbm2_tables):
    found = inspect([official / "lbm2"])
    assert found.model is lbm2 and found.years == {"pc4": (2002, 2008, 2012, 2014, 2016, 2018)}
    scores = read_wide(found.wide, lbm2)
    expected = lbm2_tables.set_index("GBD")
    at = [scores.code.index(str(code)) for code in expected.index]
    years = scores.scores.years
    for year in LBM2_YEARS:
        assert np.allclose(
            scores.scores.deviation[at, years.index(year)], expected[f"RLBRMTR{year % 100}"], equal_nan=True
        )
        assert np.allclose(
            scores.scores.contributions[at, years.index(year), 1], expected[f"RLBBEV{year % 100}"], equal_nan=True
        )
    for year in years:
        published = expected[f"KL{year % 100:02d}"].fillna(0)
        assert np.array_equal(scores.scores.classes["KL"][at, years.index(year)], published)
    assert np.isnan(scores.scores.deviation[:, :2]).all()


def test_lbm2_makes_its_own_pack(official, make_pack):
    pack = make_pack([official / "lbm2", official / "PC4 2022.gpkg"])
    assert pack.model.id == "lbm2" and pack.edition == "2018" and pack.levels == ["pc4"] and pack.grid is None
    with sqlite3.connect(pack.areas_path) as connection:
        row = connection.execute(
            "SELECT afw_2018, lbm_2018, class_lbm_2018, class_lbm_2002, lbm_2002 FROM pc4 WHERE code = '1011'"
        ).fetchone()
    assert row == (0.199, pytest.approx(4.194 + 0.199), 9, 7, None)


def test_the_models_are_never_mixed(official):
    with pytest.raises(
        InputError, match=r"belongs to Leefbaarometer 2\.0 and .* to 3\.0; their scores can't be compared"
    ):
        inspect([official / "lbm2", official / PC4])
    with pytest.raises(InputError, match="can't be compared"):
        inspect([official / "lbm2", official / "wfs"])


def test_editions_are_never_mixed(official):
    with pytest.raises(InputError, match="The files are of different editions"):
        inspect([official / "csv"])
