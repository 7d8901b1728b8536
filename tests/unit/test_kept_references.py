# SPDX-License-Identifier: GPL-2.0-or-later
"""What a pack keeps of the whole country, against pandas and shapely on all squares of the files."""

from __future__ import annotations

import json
import shutil

import numpy as np
import pytest
import shapely
from osgeo import ogr

from leefbaar_plugin.engine.areas.figures import figures_of
from leefbaar_plugin.engine.areas.quantiles import STEP
from leefbaar_plugin.engine.errors import PackError
from leefbaar_plugin.pack.pack import open_pack
from leefbaar_plugin.pack.references.groups import COUNTRY, REST
from leefbaar_plugin.pack.references.kept_references import PUBLISHED, SQUARES, read_references, write_references
from leefbaar_plugin.pack.references.reference_sets import gemeente_id
from tests.builders import DIMENSIONS, REFERENCE, table
from tests.unit.small_country import all_sets, expected, import_files, published, scores_in

pytest_plugins = ("tests.unit.small_country",)  # the country, its files and its packs

YEAR, EARLIER = 2024, 2014
THEMES = ("lbm", "onv", "won")


def quantiles(frame, count):
    share = frame["weight"].cumsum() / frame["weight"].sum()
    at = np.searchsorted(share, (np.arange(count) + 0.5) / count)
    return frame["value"].to_numpy()[np.minimum(at, len(frame) - 1)]


@pytest.mark.parametrize("which", ["whole", "part"])
def test_means_shares_and_quantiles_are_those_of_pandas(request, files, country, squares, which):
    pack = request.getfixturevalue(which)
    kept = pack.national
    sets = all_sets(files, country)
    assert [one.id for one in kept.sets] == list(sets) and {one.basis for one in kept.sets} == {SQUARES}
    assert kept.weight == "dwellings" and kept.years == tuple(sorted(files.rows["jaar"].unique()))
    scores = kept.scores(pack.model, (EARLIER, YEAR))
    for at, (name, codes) in enumerate(sets.items()):
        for number, year in enumerate((EARLIER, YEAR)):
            for theme in THEMES:
                frame = expected(files, squares, codes, year, theme)
                mean = np.average(frame["value"], weights=frame["weight"])
                if codes is not None and len(codes) == 1:  # of a gemeente, what is published is its score
                    mean = published(files, codes[0], year, "afw" if theme == "lbm" else theme)
                place = DIMENSIONS.index(theme) if theme != "lbm" else None
                got = scores.deviation[at, number] if place is None else scores.dimensions[at, number, place]
                assert got == pytest.approx(mean, abs=1e-6), (name, year, theme)
                scale = pack.model.total_classification if place is None else pack.model.deviation_classification
                values = frame["value"].to_numpy() + (REFERENCE if place is None else 0.0)
                classes = np.digitize(values, scale.bounds) + 1
                wanted = np.bincount(classes, frame["weight"], 10)[1:] / frame["weight"].sum()
                assert kept.class_shares(theme, year, 9)[at] == pytest.approx(wanted, abs=3e-5)
                count = 100 if name.startswith("gemeente") else 1000
                steps = kept.arrays["coarse"][at - 5] if count == 100 else kept.arrays["fine"][at]
                got = steps[kept.columns.index((year, theme))] * STEP
                # a running sum may pass a border a square earlier in the last digit
                assert np.mean(np.abs(got - quantiles(frame, count)) > STEP / 2 + 1e-6) < 0.01, (name, year, theme)
        figures = figures_of(pack.model, scores, at, YEAR)
        frame = expected(files, squares, codes, YEAR, "lbm")
        assert figures.weight_sum == pytest.approx(frame["weight"].sum(), rel=1e-6)
        assert figures.unfavourable == pytest.approx(sum(figures.shares[:4]), abs=1e-12)
    assert scores.squares[0].tolist() == [int((files.rows["jaar"] == year).sum()) for year in (EARLIER, YEAR)]


def test_a_part_keeps_what_the_whole_keeps(whole, part):
    one, other = whole.national, part.national
    assert (one.sets, one.columns, one.level_ids, one.weight) == (
        other.sets,
        other.columns,
        other.level_ids,
        other.weight,
    )
    for name, values in one.arrays.items():
        difference = np.abs(values.astype(np.float64) - other.arrays[name])
        # what a part doesn't keep is summed up in float32: a hair apart, and a step where a value lies on the edge
        most = {"mean": 1e-6, "same": 1e-6, "shares": 2, "weight": 1e-6, "fine": 1, "coarse": 1}.get(name, 0)
        assert np.nanmax(difference) <= most, name
        assert (np.isnan(difference) == np.isnan(values.astype(np.float64))).all()


def test_means_on_the_same_squares(files, country, squares, whole):
    rows = files.rows.set_index("grid_id")
    years = sorted(files.rows["jaar"].unique())
    throughout = rows.groupby(level=0)["jaar"].count() == len(years)
    scores = whole.national.scores(whole.model, tuple(years), same=True)
    for at, codes in enumerate(all_sets(files, country).values()):
        for year in (2002, YEAR):
            frame = expected(files, squares, codes, year, "lbm")
            frame = frame[throughout.reindex(frame.index)]
            mean = np.average(frame["value"], weights=frame["weight"]) + REFERENCE
            if codes is not None and len(codes) == 1:
                mean = published(files, codes[0], year, "lbm")
            assert scores.total[at, years.index(year)] == pytest.approx(mean, abs=1e-6)
    assert np.isnan(scores.class_shares).all()


def test_standing(files, country, squares, part):
    for name, codes in all_sets(files, country).items():
        frame = expected(files, squares, codes, YEAR, "onv")
        asked = np.quantile(frame["value"], [0.05, 0.4, 0.97])
        lower, higher = part.national.standing(name, "onv", YEAR, asked)
        for at, value in enumerate(asked):
            whole = frame["weight"].sum()
            margin = 0.51 / (100 if ":" in name else 1000)
            near = frame.loc[(frame["value"] - value).abs() <= STEP, "weight"].sum() / whole
            assert lower[at] == pytest.approx(
                frame.loc[frame["value"] < value, "weight"].sum() / whole, abs=margin + near
            )
            assert higher[at] == pytest.approx(
                frame.loc[frame["value"] > value, "weight"].sum() / whole, abs=margin + near
            )
    assert part.national.standing("g4", "onv", 2002, np.array([0.0])) is None  # no dimensions in that year
    assert part.national.standing("g4", "onv", 2023, np.array([0.0])) is None
    assert part.national.standing("nothing", "lbm", YEAR, np.array([0.0])) is None


def test_areas_of_the_country(files, country, part):
    buurten = scores_in(files.made, "scores buurten")
    values = buurten.loc[buurten["jaar"] == YEAR, "onv"].dropna()
    quantiles = part.national.level_quantiles("buurt", "onv", YEAR)
    wanted = np.quantile(values, (np.arange(1000) + 0.5) / 1000, method="inverted_cdf")
    assert np.abs(quantiles - wanted).max() <= STEP / 2 + 1e-9
    assert part.national.areas_of_level("buurt", "onv", YEAR) == len(values)
    for level, year in (("pc4", YEAR), ("buurt", 2002), ("buurt", 1999)):
        assert part.national.level_quantiles(level, "onv", year) is None
    assert part.national.areas_of_level("pc4", "onv", YEAR) == 0


def test_without_counts_every_square_weighs_the_same(files, country, squares, tmp_path):
    paths = [files.made.scores_zip, files.made.geometry_zip]
    pack = import_files(paths, tmp_path / "pack", gemeenten=[files.codes[4]])
    assert pack.national.weight == "equal"
    frame = expected(files, squares.assign(weight=1.0), files.codes[:2], YEAR, "lbm")
    got = pack.national.scores(pack.model, (YEAR,))
    assert got.deviation[1, 0] == pytest.approx(np.average(frame["value"], weights=frame["weight"]), abs=1e-6)
    assert got.weight == "equal"


def test_counts_of_the_chosen_gemeente_alone_say_nothing_of_the_others(files, country, tmp_path):
    source = ogr.Open(str(files.made.counts_gpkg))
    layer = source.GetLayer(0)
    few = tmp_path / "cbs_vk100.gpkg"
    target = ogr.GetDriverByName("GPKG").CreateDataSource(str(few))
    copy = target.CopyLayer(layer, layer.GetName())
    chosen = files.outlines[files.codes[4]]
    middles = {f.GetFID(): f.GetGeometryRef().Centroid() for f in copy}
    for fid, middle in middles.items():
        if not shapely.contains_xy(chosen, middle.GetX(), middle.GetY()):
            copy.DeleteFeature(fid)
    del copy, target, layer, source
    pack = import_files(
        [files.made.scores_zip, files.made.geometry_zip, few], tmp_path / "pack", gemeenten=[files.codes[4]]
    )
    assert pack.national.weight == "equal" and pack.counts is not None


@pytest.fixture
def without_squares(files, country, tmp_path):
    """Scores of one gemeente's squares, and the published rows of all."""
    inside = {code: outline for code, outline in files.outlines.items() if code == files.codes[4]}
    middle = files.rows["grid_id"].unique()
    x, y = (np.array([int(one[a:b]) for one in middle]) * 100.0 + 50 for a, b in ((1, 5), (6, 10)))
    own = set(middle[shapely.contains_xy(next(iter(inside.values())), x, y)])
    folder = tmp_path / "files"
    folder.mkdir()
    files.rows[files.rows["grid_id"].isin(own)].to_csv(folder / "grid.csv", index=False, na_rep="NA")
    files.gemeenten.to_csv(folder / "gemeenten.csv", index=False, na_rep="NA")
    return [folder, files.made.geometry_zip, files.made.counts_gpkg]


def test_published_rows_stand_in_for_squares_that_are_not_there(files, country, without_squares, tmp_path):
    pack = import_files(without_squares, tmp_path / "pack", gemeenten=[files.codes[4]])
    kept = pack.national
    basis = {one.id: one.basis for one in kept.sets}
    own = gemeente_id(files.codes[4])
    assert basis.pop(own) == SQUARES and set(basis.values()) == {PUBLISHED}
    assert {COUNTRY, "g4", "g40", REST, "east"} <= set(basis)
    scores = kept.scores(pack.model, (YEAR,))
    rows = files.gemeenten[files.gemeenten["jaar"] == YEAR].set_index("gm_code")
    for name, codes in all_sets(files, country).items():
        if name == own:
            continue
        members_ = rows.loc[codes or files.codes]
        weight = [country.households[code] for code in members_.index]
        figures = figures_of(pack.model, scores, kept.place(name), YEAR)
        assert figures.total == pytest.approx(np.average(members_["lbm"], weights=weight), abs=1e-6)
        assert figures.dimensions["onv"] == pytest.approx(np.average(members_["onv"], weights=weight), abs=1e-6)
        # nothing is known of the squares, and nothing is made up
        assert figures.unfavourable is None and set(figures.shares) == {None}
        assert kept.standing(name, "lbm", YEAR, np.array([0.0])) is None and not kept.has_squares(name)


def test_a_slice_of_a_neighbour_is_no_gemeente(files, country, tmp_path):
    """Squares of half a gemeente lie under its outline: its published row tells that they aren't all of them."""
    folder = tmp_path / "files"
    folder.mkdir()
    rows = files.rows.copy()
    code = files.codes[0]
    ids = rows["grid_id"]
    x, y = (ids.str[a:b].astype(int).to_numpy() * 100.0 + 50 for a, b in ((1, 5), (6, 10)))
    inside = shapely.contains_xy(files.outlines[code], x, y)
    newest = rows.loc[inside & (rows["jaar"] == YEAR).to_numpy()].sort_values("lbm")["grid_id"]
    lowest = set(newest.iloc[: len(newest) // 3])
    rows[~inside | ids.isin(lowest).to_numpy()].to_csv(folder / "grid.csv", index=False, na_rep="NA")
    files.gemeenten.to_csv(folder / "gemeenten.csv", index=False, na_rep="NA")
    pack = import_files([folder, files.made.geometry_zip, files.made.counts_gpkg], tmp_path / "pack")
    basis = {one.id: one.basis for one in pack.national.sets}
    assert basis[gemeente_id(code)] == basis["g4"] == basis[COUNTRY] == PUBLISHED
    assert basis["g40"] == basis[gemeente_id(files.codes[3])] == SQUARES


def test_a_country_that_isnt_there_isnt_kept(edition, make_pack):
    pack = make_pack(edition.all(), gemeenten=["IJstad"])
    assert {one.id for one in pack.national.sets} == {gemeente_id("GM0001"), gemeente_id("GM0002")}
    bare = make_pack([edition.grid_csv(), edition.counts_gpkg()], "bare")
    assert bare.national is None  # no gemeente is known


def test_the_gemeente_of_no_outline_and_of_no_row(edition, make_pack):
    """Published rows without outlines; outlines without rows."""
    rows = make_pack([edition.buurt_csv(), edition.gemeente_csv(), edition.buurt_gpkg()], "rows")
    assert {one.basis for one in rows.national.sets} == {PUBLISHED} and len(rows.national.sets) == 2
    shapes = make_pack([edition.grid_csv(), edition.gemeente_gpkg()], "shapes")
    assert {one.basis for one in shapes.national.sets} == {SQUARES} and len(shapes.national.sets) == 2


def test_files_are_small_and_read_back(whole, tmp_path):
    write_references(tmp_path, whole.national)
    again = read_references(tmp_path)
    for name, values in whole.national.arrays.items():
        assert values.dtype == again.arrays[name].dtype and np.array_equal(values, again.arrays[name], equal_nan=True)
    for name in ("years", "columns", "sets", "level_ids", "weight", "published_weight"):
        assert getattr(again, name) == getattr(whole.national, name), name
    assert {"references.json", "references.npz"} <= set(whole.info["files"])


def test_damage_is_told_and_old_packs_open(whole, tmp_path):
    copy = tmp_path / "copy"
    shutil.copytree(whole.folder, copy)
    info = json.loads((copy / "pack.json").read_text())
    (copy / "references.npz").write_bytes(b"PK\x03\x04 nothing")
    with pytest.raises(PackError, match=r"damaged: references\.npz"):
        open_pack(copy)
    del info["digests"]  # as in packs made before there were any
    (copy / "pack.json").write_text(json.dumps(info))
    with pytest.raises(PackError, match="damaged"):
        _ = open_pack(copy).national
    for name in ("references.npz", "references.json"):
        (copy / name).unlink()
        info["files"].remove(name)
    (copy / "pack.json").write_text(json.dumps(info))
    assert open_pack(copy).national is None


def test_a_row_that_comes_twice_among_the_others_is_refused(edition, refused):
    rows = edition.grid_rows()
    twice = [*rows, next(row for row in rows if row[0] == "E0861N4363")]
    (edition.folder / "grids.csv").write_bytes(table(("grid_id", "jaar", "lbm", "afw", *DIMENSIONS), twice))
    paths = [edition.folder / "grids.csv", edition.gemeente_gpkg(), edition.gemeente_csv()]
    sentence = refused(paths, gemeenten=["IJstad"])
    assert "E0861N4363" in sentence and f"line {len(twice) + 1}" in sentence
