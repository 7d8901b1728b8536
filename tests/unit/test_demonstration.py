# SPDX-License-Identifier: GPL-2.0-or-later
"""Import and figures of the demonstration data, against the published buurten and against pandas and shapely."""

from __future__ import annotations

import io
import zipfile

import numpy as np
import pandas as pd
import pytest
import shapely
from osgeo import ogr

from leefbaar_plugin.engine.areas.aggregation import aggregate
from leefbaar_plugin.engine.areas.coverage import cover
from leefbaar_plugin.engine.areas.rings import decode_polygons
from leefbaar_plugin.engine.choices import CENTRE, SHARE
from leefbaar_plugin.engine.squares.scoring import check, recompute
from leefbaar_plugin.engine.squares.weights import PUBLISHED, weigh
from leefbaar_plugin.pack.importing.importer import import_edition
from leefbaar_plugin.pack.pack import open_pack
from leefbaar_plugin.pack.reading.inspection import inspect

pytestmark = pytest.mark.official
SETS = {"schiedam": 765, "waterweg": 2044}
DIMENSIONS = ["fys", "onv", "soc", "vrz", "won"]
REFERENCE = 4.10226485114369


@pytest.fixture(scope="session", params=SETS)
def demo(request, shared, tmp_path_factory):
    """Name, folder of the files, and the opened pack."""
    folder = shared / "demo" / request.param
    target = tmp_path_factory.mktemp("demo") / request.param
    return request.param, folder, open_pack(import_edition(inspect([folder]), target).folder)


@pytest.fixture(scope="session")
def squares(demo):
    """The squares as pandas reads them: scores by square and year, with the counts of CBS."""
    _, folder, _ = demo
    with zipfile.ZipFile(folder / "open-data-leefbaarometer-meting-2024.zip") as archive:
        name = next(n for n in archive.namelist() if "scores grids" in n)
        scores = pd.read_csv(io.BytesIO(archive.read(name)), float_precision="round_trip")
    source = ogr.Open(str(folder / "cbs_vk100_2024_v1.gpkg"))
    names = ["crs28992res100m", "aantal_woningen", "aantal_part_huishoudens", "aantal_inwoners"]
    counts = pd.DataFrame([{n: f.GetField(n) for n in names} for f in source.GetLayer(0)]).set_index(names[0])
    counts = counts.where(counts >= 0)
    rule = counts["aantal_woningen"].fillna(counts["aantal_part_huishoudens"]).fillna(counts["aantal_inwoners"] / 2.1)
    scores["imputed"] = scores["grid_id"].map(counts["aantal_woningen"]).isna()
    scores["weight"] = scores["grid_id"].map(rule).fillna(1.0)
    scores["x"] = scores["grid_id"].str[1:5].astype(int) * 100.0
    scores["y"] = scores["grid_id"].str[6:10].astype(int) * 100.0
    return scores


def test_the_pack_holds_what_the_files_hold(demo, squares):
    name, _, pack = demo
    assert len(pack.grid) == SETS[name] == squares["grid_id"].nunique()
    assert pack.years == (2002, 2008, 2012, 2014, 2016, 2018, 2020, 2022, 2024) and pack.edition == "2024"
    assert pack.levels == ["buurt", "wijk", "gemeente"] and pack.counts is not None
    wide = squares.pivot(index=["y", "x"], columns="jaar")
    assert np.array_equal(wide.index.to_frame().to_numpy() / 100, np.column_stack((pack.grid.row, pack.grid.column)))
    assert np.allclose(pack.published.total, wide["lbm"], rtol=1e-15, equal_nan=True)
    assert np.allclose(pack.published.contributions[..., 3], wide["vrz"], rtol=1e-14, atol=1e-18, equal_nan=True)
    assert np.allclose(weigh(pack.counts, len(pack.grid)).value, wide["weight"][2024])
    assert (pack.grid.rank[-1], pack.info["counts"]["squares_without_scores"]) == (SETS[name], 0)


def test_recomputing_finds_no_difference(demo):
    _, _, pack = demo
    _, published, _ = pack.require_squares()
    compared = check(pack.model, recompute(pack.model, published), published)
    assert compared.max_difference < 1e-9 and compared.class_differences == 0 and compared.not_adding_up == 0
    assert compared.compared == int((~np.isnan(published.total)).sum())
    stored = pack.info["check"]
    assert stored["max_difference"] == compared.max_difference and stored["class_differences"] == 0


def outlines(pack, level):
    source = ogr.Open(str(pack.areas_path))
    themes = ["afw", *DIMENSIONS]
    rows = []
    layer = source.GetLayerByName(level)
    layer.SetAttributeFilter("geom IS NOT NULL")
    for feature in layer:
        values = [feature.GetField(f"{theme}_2024") for theme in themes]
        rows.append((feature.GetField("code"), bytes(feature.GetGeometryRef().ExportToIsoWkb(ogr.wkbNDR)), values))
    return rows


def figures(pack, wkb, rule, kind="dwellings"):
    weights = weigh(pack.counts, len(pack.grid), kind)
    coverage = cover(pack.grid, decode_polygons(wkb), rule)
    return aggregate(pack.model, pack.matrix, coverage, weights, rule)


def test_buurten_by_the_centre_of_their_squares_give_what_was_published(demo):
    _, _, pack = demo
    rows = outlines(pack, "buurt")
    published = np.array([values for _, _, values in rows], float)
    scored = ~np.isnan(published[:, 0])
    assert scored.sum() > 20
    found = figures(pack, [wkb for _, wkb, _ in rows], CENTRE)
    at = pack.years.index(2024)
    computed = np.column_stack((found.deviation[:, at], found.dimensions[:, at]))
    assert np.abs(computed - published)[scored].max() < 1e-5
    assert found.weight == "dwellings" and found.rule == CENTRE


def drawn(squares):
    """Areas drawn over the set: plain, with a hole, in parts, off the data, touching one square, and outside."""
    x, y = squares["x"].median(), squares["y"].median()
    west, south = squares["x"].min(), squares["y"].min()
    circle = shapely.Point(x + 31, y - 17).buffer(913.7)
    star = shapely.Polygon([(x - 1500.5, y), (x, y + 333.3), (x + 1500, y + 10), (x + 100, y - 50), (x + 40, y - 1777)])
    return {
        "circle": circle,
        "with a hole": circle.difference(shapely.box(x - 220.5, y - 333.1, x + 410.7, y + 100)),
        "parts": shapely.MultiPolygon(
            [shapely.Point(x - 800, y - 300).buffer(250.25), shapely.box(x, y, x + 612.5, y + 77)]
        ),
        "star": star,
        "half off the data": shapely.box(west - 5000, south - 5000, west + 1234.5, south + 999),
        "everything": shapely.box(west - 100, south - 100, squares["x"].max() + 200, squares["y"].max() + 200),
        "in one square": shapely.box(
            squares["x"].iloc[0] + 10, squares["y"].iloc[0] + 10, squares["x"].iloc[0] + 20.5, squares["y"].iloc[0] + 33
        ),
        "outside": shapely.box(10_000, 400_000, 10_500, 400_500),
    }


def by_hand(squares, area, rule, bounds):
    """The figures of one area in every year, by pandas and shapely."""
    one = squares.drop_duplicates("grid_id")
    x, y = one["x"].to_numpy(), one["y"].to_numpy()
    boxes = shapely.box(x, y, x + 100, y + 100)
    if rule == SHARE:
        share = shapely.area(shapely.intersection(boxes, area)) / 1e4
    else:
        share = shapely.contains(area, shapely.points(x + 50, y + 50)).astype(float)
    share_of = pd.Series(share, index=one["grid_id"].to_numpy())
    inside = squares.assign(share=squares["grid_id"].map(share_of))
    inside = inside[inside["share"] > 1e-12]
    rows = {}
    for year in sorted(squares["jaar"].unique()):
        frame = inside[(inside["jaar"] == year) & inside["lbm"].notna()]
        w = frame["share"] * frame["weight"]
        if not w.sum():
            rows[year] = {"squares": 0, "weight_sum": 0.0, "imputed": 0, "covered": 0.0}
            continue
        row = {"lbm": (w * frame["lbm"]).sum() / w.sum(), "afw": (w * frame["afw"]).sum() / w.sum()}
        there = frame["fys"].notna()
        for name in DIMENSIONS:
            row[name] = (w * frame[name])[there].sum() / w[there].sum() if there.any() else np.nan
        number = pd.cut(frame["lbm"], [-np.inf, *bounds, np.inf], right=False, labels=False) + 1
        row |= {f"share_{n}": w[number == n].sum() / w.sum() for n in range(1, 10)}
        row |= {"squares": len(frame), "weight_sum": w.sum(), "imputed": int(frame["imputed"].sum())}
        row["covered"] = min(frame["share"].sum() * 1e4 / area.area, 1)
        rows[year] = row
    return pd.DataFrame(rows).T.reindex(
        columns=[
            "lbm",
            "afw",
            *DIMENSIONS,
            *(f"share_{n}" for n in range(1, 10)),
            "squares",
            "weight_sum",
            "imputed",
            "covered",
        ]
    )


@pytest.mark.parametrize("rule", [SHARE, CENTRE])
def test_drawn_areas_are_what_pandas_and_shapely_make_of_them(demo, squares, rule):
    _, _, pack = demo
    areas = drawn(squares)
    found = figures(pack, [shapely.to_wkb(area) for area in areas.values()], rule)
    for at, (name, area) in enumerate(areas.items()):
        expected = by_hand(squares, area, rule, pack.model.total_classification.bounds)
        computed = pd.DataFrame(
            np.column_stack(
                (
                    found.total[at], found.deviation[at], found.dimensions[at], found.class_shares[at],
                    found.squares[at], found.weight_sum[at], found.imputed[at], found.covered[at],
                )
            ),
            index=pack.years,
            columns=expected.columns,
        )  # fmt: skip
        pd.testing.assert_frame_equal(
            computed, expected.astype(float), rtol=1e-9, atol=1e-9, check_index_type=False, obj=name
        )
        assert found.surface[at] == pytest.approx(area.area, rel=1e-9)
    nothing = list(areas).index("outside")
    assert (
        np.isnan(found.total[nothing]).all()
        and (found.classes[nothing] == 0).all()
        and not found.squares[nothing].any()
    )
    everything = list(areas).index("everything")
    assert found.squares[everything].tolist() == np.count_nonzero(~np.isnan(pack.published.total), axis=0).tolist()


@pytest.mark.parametrize("kind", PUBLISHED)
def test_every_weight_gives_the_mean_by_that_weight(demo, kind):
    _, _, pack = demo
    x, y, right, top = pack.grid.extent
    found = figures(pack, [shapely.to_wkb(shapely.box(x, y, right, top))], SHARE, kind)
    weights = weigh(pack.counts, len(pack.grid), kind)
    assert found.weight == kind
    at = pack.years.index(2024)
    mean = np.average(pack.published.total[:, at], weights=weights.value)
    assert found.total[0, at] == pytest.approx(mean, rel=1e-12)
    assert found.weight_sum[0, at] == pytest.approx(weights.value.sum())
    assert found.imputed[0, at] == weights.imputed.sum()


def test_choosing_schiedam_from_waterweg(shared, tmp_path):
    found = inspect([shared / "demo" / "waterweg"])
    assert [name for _, name in found.gemeenten] == ["Maassluis", "Schiedam", "Vlaardingen"]
    some = open_pack(import_edition(found, tmp_path / "some", ["schiedam"]).folder)
    whole = open_pack(import_edition(inspect([shared / "demo" / "schiedam"]), tmp_path / "whole").folder)
    assert abs(len(some.grid) - len(whole.grid)) < 30  # squares on the border
    shared_at = whole.grid.find(some.grid.column, some.grid.row)
    at = shared_at >= 0
    assert at.mean() > 0.95
    assert {code[2:6] for code, _, _ in outlines(some, "buurt")} == {"0606"}
    rows = outlines(some, "buurt")
    computed = figures(some, [wkb for _, wkb, _ in rows], CENTRE).deviation[:, -1]
    published = np.array([values[0] for _, _, values in rows], float)
    scored = ~np.isnan(published)
    assert np.abs(computed - published)[scored].max() < 1e-5


def test_a_margin_around_a_gemeente(shared, tmp_path):
    found = inspect([shared / "demo" / "waterweg"])
    sizes = []
    for margin in (0, 200, 1000):
        sizes.append(len(open_pack(import_edition(found, tmp_path / str(margin), ["GM0606"], margin).folder).grid))
    assert sizes == sorted(sizes) and sizes[0] < sizes[1] < sizes[2] < 2044
