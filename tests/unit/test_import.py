# SPDX-License-Identifier: GPL-2.0-or-later
"""From files to a pack: what is recognised, what is joined, and what the pack then holds."""

from __future__ import annotations

import json
import sqlite3

import numpy as np
import pytest
from osgeo import gdal, ogr

from leefbaar_plugin.engine.squares.weights import weigh
from leefbaar_plugin.pack.files.raster import band_number
from leefbaar_plugin.pack.importing import square_files
from leefbaar_plugin.pack.importing.importer import import_edition
from leefbaar_plugin.pack.official import read_level
from leefbaar_plugin.pack.pack import open_pack
from leefbaar_plugin.pack.reading.inspection import inspect
from tests.builders import (
    DIMENSIONS,
    GRID_HEADER,
    REFERENCE,
    Edition,
    score_row,
    square_id,
    square_wkt,
    table,
    write_vector,
    write_zip,
)


def rows_of(path, layer, columns):
    with sqlite3.connect(path) as connection:
        return connection.execute(f'SELECT {", ".join(columns)} FROM "{layer}" ORDER BY fid').fetchall()


def test_inspection_of_a_whole_edition(edition):
    found = inspect(edition.all())
    assert found.model.id == "lbm3" and found.edition == "2024"
    assert found.levels == ["grid", "buurt", "gemeente"] and found.years["grid"] == (2022, 2024)
    assert (found.squares, found.squares_exact) == (48, True)
    assert found.gemeenten == [("GM0001", "IJstad"), ("GM0002", "Súdwest")]
    assert set(found.outlines) == {"grid", "buurt", "gemeente"} and found.counts and not found.ignored


def test_a_pack_of_a_whole_edition(edition, make_pack):
    pack = make_pack(edition.all())
    assert (pack.edition, pack.years, len(pack.grid), pack.model.id) == ("2024", (2022, 2024), 48, "lbm3")
    assert pack.levels == ["buurt", "gemeente"]
    assert list(zip(pack.grid.column.tolist(), pack.grid.row.tolist())) == edition.squares
    published = np.array([row[2:] for row in edition.grid_rows()]).reshape(48, 2, 7)
    assert np.allclose(pack.published.total, published[..., 0], rtol=1e-15)
    assert np.allclose(pack.published.contributions, published[..., 2:], rtol=1e-15)
    assert pack.info["check"] == {
        "max_difference": pytest.approx(0, abs=1e-14),
        "class_differences": 0,
        "not_adding_up": 0,
        "compared": 96,
        "partly_missing": 0,
    }
    assert sorted(path.name for path in pack.folder.iterdir()) == sorted([*pack.info["files"], "pack.json"])
    assert [p.name for p in pack.folder.parent.iterdir() if "import" in p.name] == []


def test_layers_of_a_pack(edition, make_pack):
    pack = make_pack(edition.all())
    squares = rows_of(pack.squares_path, "squares", ["grid_id", "lbm_2024", "class_lbm_2024", "dwellings"])
    assert [row[0] for row in squares] == [square_id(*square) for square in edition.squares]
    assert [row[1] for row in squares] == pack.published.total[:, 1].tolist()
    assert [row[2] for row in squares] == pack.matrix.classes[:, 1].tolist()
    assert [row[3] for row in squares] == [None if np.isnan(d) else d for d in pack.counts.dwellings]
    source = ogr.Open(str(pack.squares_path))
    layer = source.GetLayer(0)
    feature = layer.GetFeature(1)
    assert feature.GetGeometryRef().ExportToWkt().replace(" (", "(") == square_wkt(850, 4360).replace(".0", "")
    assert layer.GetExtent() == (85_000, 86_200, 436_000, 436_400) and layer.GetFeatureCount() == 48
    assert layer.GetSpatialRef().GetAuthorityCode(None) == "28992"
    raster = gdal.Open(str(pack.raster_path))
    themes = ["lbm", *DIMENSIONS]
    assert raster.RasterCount == 12 and raster.RasterXSize == 12 and raster.RasterYSize == 4
    for theme, array in (("lbm", pack.matrix.classes[:, 1]),):
        band = raster.GetRasterBand(band_number(themes, pack.years, theme, 2024))
        assert band.GetDescription() == "lbm 2024" and band.GetNoDataValue() == 0
        assert band.ReadAsArray()[::-1].ravel().tolist() == array.tolist()
    assert raster.GetGeoTransform() == (85_000, 100, 0, 436_400, 0, -100)
    areas = rows_of(pack.areas_path, "buurt", ["code", "name", "lbm_2022"])
    assert [row[:2] for row in areas] == [(code, name) for code, name, _ in Edition.BUURTEN]


def test_a_large_extent_has_no_polygons_of_squares(edition, make_pack, monkeypatch):
    monkeypatch.setattr(square_files, "LARGEST_VECTOR", 47)
    pack = make_pack(edition.all())
    assert pack.squares_path is None and pack.raster_path.exists()


def test_a_raster_of_several_tiles(edition, make_pack):
    places = [(700, 4000), (955, 4000), (956, 4255), (957, 4256), (1300, 4600)]
    edition.grid_csv(rows=[score_row([square_id(*place)], 2024, at) for at, place in enumerate(places)])
    pack = make_pack([edition.folder])
    raster = gdal.Open(str(pack.raster_path)).ReadAsArray()[0]
    classes = {(c, r): raster[pack.grid.first_row + pack.grid.rows - 1 - r, c - 700] for c, r in places}
    assert [classes[place] for place in places] == pack.matrix.classes[:, 0].tolist()
    assert np.count_nonzero(raster) == len(places)


def test_scores_alone_make_squares_from_their_codes(edition, make_pack):
    edition.grid_csv()
    pack = make_pack([edition.folder])
    assert len(pack.grid) == 48 and pack.counts is None and pack.levels == []
    assert weigh(pack.counts, 48).kind == "equal" and pack.info["counts"] is None


def test_squares_in_any_order_come_in_row_major_order(edition, make_pack):
    rows = edition.grid_rows()
    ordered = make_pack([edition.grid_csv()], "ordered")
    edition.grid_csv(rows=[rows[at] for at in np.random.default_rng(1).permutation(len(rows))])
    shuffled = make_pack([edition.folder], "shuffled")
    assert np.array_equal(ordered.published.total, shuffled.published.total)
    assert np.array_equal(ordered.grid.keys, shuffled.grid.keys)


def test_a_square_that_lacks_a_year(edition, make_pack):
    rows = edition.grid_rows()
    del rows[5]
    pack = make_pack([edition.grid_csv(rows=rows)])
    assert np.isnan(pack.published.total[2, 1]) and np.count_nonzero(np.isnan(pack.published.total)) == 1
    assert pack.matrix.classes[2].tolist()[1] == 0 and pack.info["check"]["compared"] == 95
    assert rows_of(pack.squares_path, "squares", ["lbm_2024"])[2] == (None,)


def test_years_with_partly_missing_dimensions(edition, make_pack):
    rows = edition.grid_rows()
    rows[0][5], rows[3][4] = None, None
    for row in rows[8::2]:  # of 2022 only
        row[4:] = [None] * 5
    pack = make_pack([edition.grid_csv(rows=rows)])
    assert pack.info["check"]["partly_missing"] == 2 and pack.info["years_with_dimensions"] == [2022, 2024]
    assert not np.isnan(pack.published.total).any()
    assert pack.matrix.with_dimensions.shape == (48, 2)


def test_a_year_without_dimensions(edition, make_pack):
    rows = [[*row[:4], *([None] * 5)] if row[1] == 2022 else row for row in edition.grid_rows()]
    pack = make_pack([edition.grid_csv(rows=rows)])
    assert pack.info["years_with_dimensions"] == [2024] and pack.matrix.with_dimensions.tolist() == [False, True]


def test_contributions_that_do_not_add_up_are_imported_and_counted(edition, make_pack):
    rows = edition.grid_rows()
    for row in rows[:3]:
        row[3] += 0.25
        row[2] += 0.25
    pack = make_pack([edition.grid_csv(rows=rows)])
    assert pack.info["check"]["not_adding_up"] == 3
    assert pack.info["check"]["max_difference"] == pytest.approx(0.25)
    assert pack.published.deviation[0, 0] == pytest.approx(rows[0][3], rel=1e-15)


def test_counts_of_cbs_and_their_codes(edition, make_pack):
    pack = make_pack(edition.all())
    given = np.array([edition.counts()[square] for square in edition.squares], float)
    given[given < 0] = np.nan
    assert np.array_equal(pack.counts.dwellings, given[:, 0], equal_nan=True)
    assert np.array_equal(pack.counts.households, given[:, 1], equal_nan=True)
    assert np.array_equal(pack.counts.inhabitants, given[:, 2], equal_nan=True)
    about = pack.info["counts"]
    assert about["known"] == dict(zip(("dwellings", "households", "inhabitants"), (~np.isnan(given)).sum(axis=0)))
    assert about["without_counts"] == int(np.isnan(given).all(axis=1).sum()) > 0
    assert about["squares_without_scores"] == 0
    weights = weigh(pack.counts, 48)
    by_hand = [d if d >= 0 else h if h >= 0 else i / 2.1 if i >= 0 else 1.0 for d, h, i in edition.counts().values()]
    assert weights.value.tolist() == pytest.approx(by_hand)
    assert int(weights.imputed.sum()) == int(np.isnan(given[:, 0]).sum())


@pytest.mark.parametrize("kind", [int, float])
def test_counts_in_the_names_of_pdok_as_any_number(edition, make_pack, kind):
    names = ("aantalWoningen", "aantalParticuliereHuishoudens", "aantalInwoners")
    features = [
        ({"crs28992res100m": square_id(*s), **{n: kind(v) for n, v in zip(names, c)}}, square_wkt(*s))
        for s, c in edition.counts().items()
    ]
    features.append(({"crs28992res100m": square_id(700, 4400), "aantalWoningen": kind(5)}, None))
    write_vector(edition.folder / "pdok.gpkg", "vierkant_100m", features)
    pack = make_pack([edition.grid_csv(), edition.folder / "pdok.gpkg"])
    plain = make_pack([edition.grid_csv(), edition.counts_gpkg()], "plain")
    assert np.array_equal(pack.counts.dwellings, plain.counts.dwellings, equal_nan=True)
    assert np.array_equal(pack.counts.households, plain.counts.households, equal_nan=True)
    assert pack.info["counts"]["squares_without_scores"] == 1


def test_counts_as_geojson(edition, make_pack):
    features = [
        ({"crs28992res100m": square_id(*s), "aantal_woningen": v[0]}, square_wkt(*s))
        for s, v in edition.counts().items()
    ]
    write_vector(edition.folder / "cbs.geojson", "vierkant", features, driver="GeoJSON")
    pack = make_pack([edition.grid_csv(), edition.folder / "cbs.geojson"])
    assert pack.info["counts"]["known"]["dwellings"] == sum(v[0] > 0 for v in edition.counts().values())
    assert pack.info["counts"]["known"]["households"] == 0


def test_areas_without_outline_and_outlines_without_scores(edition, make_pack):
    edition.grid_csv(), edition.buurt_csv(), edition.gemeente_csv()
    square = square_wkt(850, 4360, 3, 4)
    features = [
        ({"bu_code": "BU00010000", "bu_naam": "Centrum"}, square),
        ({"bu_code": "BU00010099", "bu_naam": "Leeg"}, square),
    ]
    features.append(({"bu_code": "BU00020001", "bu_naam": "Zuid"}, None))
    write_vector(edition.folder / "buurt.gpkg", "buurt", features)
    pack = make_pack([edition.folder])
    rows = rows_of(pack.areas_path, "buurt", ["code", "name", "lbm_2024", "geom IS NULL"])
    assert [(code, name, score is None, bool(bare)) for code, name, score, bare in rows] == [
        ("BU00010000", "Centrum", False, False),
        ("BU00010001", "'t Zand", False, True),
        ("BU00010099", "Leeg", True, False),
        ("BU00020000", "Noord", False, True),
        ("BU00020001", "Zuid", False, True),
    ]
    assert pack.info["levels"]["buurt"] == {"areas": 5, "scored": 4, "outlines": True, "repaired": 0}
    assert pack.info["levels"]["gemeente"]["outlines"] is False and pack.levels == ["buurt"]
    source = ogr.Open(str(pack.areas_path))
    layer = source.GetLayerByName("buurt")
    assert layer.GetExtent() == (85_000, 85_300, 436_000, 436_400)


def test_outlines_in_parts_and_outlines_that_are_invalid(edition, make_pack):
    """CBS draws land and water of one gemeente apart; a bow-tie is repaired."""
    edition.grid_csv(), edition.gemeente_csv()
    bow_tie = "POLYGON((85600 436000,86200 436400,86200 436000,85600 436400,85600 436000))"
    features = [
        ({"gm_code": "GM0001", "gm_naam": "IJstad"}, square_wkt(850, 4360, 3, 4)),
        ({"gm_code": "GM0001", "gm_naam": "IJstad"}, square_wkt(853, 4360, 3, 4)),
        ({"gm_code": "GM0002", "gm_naam": "Súdwest"}, bow_tie),
    ]
    write_vector(edition.folder / "gemeente.gpkg", "gemeente", features)
    pack = make_pack([edition.folder], gemeenten=["IJstad"])
    assert len(pack.grid) == 24
    whole = make_pack([edition.folder], "whole")
    source = ogr.Open(str(whole.areas_path))
    layer = source.GetLayerByName("gemeente")
    assert [round(feature.GetGeometryRef().GetArea()) for feature in layer] == [240_000, 120_000]
    assert whole.info["levels"]["gemeente"]["repaired"] == 1


def test_outlines_in_degrees_come_to_metres(edition, make_pack):
    edition.grid_csv(), edition.buurt_csv()
    outline = "POLYGON((4.39 51.91,4.40 51.91,4.40 51.92,4.39 51.92,4.39 51.91))"
    features = [({"bu_code": "BU00010000"}, outline)]
    write_vector(edition.folder / "buurt.geojson", "buurt", features, epsg=4326, driver="GeoJSON")
    pack = make_pack([edition.folder])
    source = ogr.Open(str(pack.areas_path))
    layer = source.GetLayerByName("buurt")
    xmin, xmax, ymin, ymax = layer.GetExtent()
    assert 86_000 < xmin < xmax < 88_000 and 435_500 < ymin < ymax < 437_500


def test_files_that_belong_to_nothing_are_named_and_left(edition, make_pack):
    edition.all()
    (edition.folder / "settings.json").write_text("{not json")
    (edition.folder / "other.json").write_text('{"a": 1}')
    (edition.folder / "leesmij.txt").write_text("Lees mij, alstublieft.\nTwee regels.")
    (edition.folder / "leeg.txt").write_text("")
    (edition.folder / "unicode.txt").write_text("abc", encoding="utf-16")
    (edition.folder / "prijzen.csv").write_text("artikel;prijs\nbrood;2,10\n")
    found = inspect([edition.folder])
    assert sorted(found.ignored) == [
        "leeg.txt",
        "leesmij.txt",
        "other.json",
        "prijzen.csv",
        "settings.json",
        "unicode.txt",
    ]
    assert sorted(make_pack([edition.folder]).info["ignored"]) == sorted(found.ignored)


def test_a_label_says_demonstration(edition, make_pack):
    edition.grid_csv()
    label = {"nl": "demonstratiegegevens", "en": "demonstration data"}
    (edition.folder / "demonstration.json").write_text(json.dumps(label))
    assert make_pack([edition.folder]).info["demonstration"] == label


# --- gemeenten and margin ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize("wanted", [["IJstad"], ["ijstad"], [" GM0001 "], ["gm0001"], ["IJstad", "GM0001"]])
def test_one_gemeente_by_name_or_code(edition, make_pack, wanted):
    pack = make_pack(edition.all(), gemeenten=wanted)
    assert len(pack.grid) == 24 and pack.grid.column.max() == 855
    assert pack.info["gemeenten"] == [["GM0001", "IJstad"]] and pack.info["selection"] == ["IJstad"]
    assert [row[0] for row in rows_of(pack.areas_path, "buurt", ["code"])] == ["BU00010000", "BU00010001"]
    assert [row[0] for row in rows_of(pack.areas_path, "gemeente", ["code"])] == ["GM0001"]
    whole = make_pack(edition.all(), "whole")
    chosen = whole.grid.column < 856
    assert np.array_equal(pack.published.total, whole.published.total[chosen])
    assert np.array_equal(pack.counts.inhabitants, whole.counts.inhabitants[chosen], equal_nan=True)


def test_all_gemeenten_by_name_are_everything(edition, make_pack):
    pack = make_pack(edition.all(), gemeenten=["Súdwest", "IJstad"])
    assert len(pack.grid) == 48 and pack.info["selection"] == ["IJstad", "Súdwest"]


@pytest.mark.parametrize(("margin", "columns"), [(49.0, 6), (51.0, 7), (151.0, 8), (5000.0, 12)])
def test_a_margin_takes_squares_by_their_centre(edition, make_pack, margin, columns):
    pack = make_pack(edition.all(), gemeenten=["IJstad"], margin=margin)
    assert len(pack.grid) == 4 * columns and pack.info["margin"] == margin


def test_a_margin_takes_areas_it_reaches_and_keeps_those_without_outline(edition, make_pack):
    edition.all()
    wijken = [("WK000100", "Binnen", 1), ("WK000200", "Buiten", 2)]
    (edition.folder / "wijken.csv").write_bytes(
        table(("wk_code", "wk_naam", *GRID_HEADER[1:]), edition.area_rows(wijken))
    )
    pack = make_pack([edition.folder], gemeenten=["IJstad"], margin=150)
    codes = [row[0] for row in rows_of(pack.areas_path, "buurt", ["code"])]
    assert codes == ["BU00010000", "BU00010001", "BU00020000"]
    assert rows_of(pack.areas_path, "wijk", ["code"]) == [("WK000100",), ("WK000200",)]  # the union of their buurten
    (edition.folder / "buurt.gpkg").unlink()
    pack = make_pack([edition.folder], "undrawn", gemeenten=["IJstad"], margin=150)
    assert rows_of(pack.areas_path, "wijk", ["code"]) == [("WK000100",)]


def test_postcode_areas_of_a_selection_are_those_inside(edition, make_pack):
    edition.all()
    (edition.folder / "pc4.csv").write_bytes(
        table(("PC4", *GRID_HEADER[1:]), [score_row([c], 2024, c) for c in (1011, 1012)])
    )
    shapes = [({"PC4": 1011}, square_wkt(851, 4361, 2, 2)), ({"PC4": 1012}, square_wkt(856, 4361, 2, 2))]
    write_vector(edition.folder / "pc4.gpkg", "pc4", shapes)
    pack = make_pack([edition.folder], gemeenten=["GM0001"])
    assert rows_of(pack.areas_path, "pc4", ["code"]) == [("1011",)]


# --- again, and where -------------------------------------------------------------------------------------------------


def test_importing_the_same_again_says_so_and_touches_nothing(edition, tmp_path):
    found = inspect(edition.all())
    first = import_edition(found, tmp_path / "pack", ["IJstad"], 100)
    stamps = {path.name: path.stat().st_mtime_ns for path in first.folder.iterdir()}
    again = import_edition(inspect([edition.folder]), tmp_path / "pack", ["ijstad "], 100.0)
    assert not first.already_there and again.already_there and again.info == json.loads(json.dumps(first.info))
    assert stamps == {path.name: path.stat().st_mtime_ns for path in first.folder.iterdir()}


@pytest.mark.parametrize(
    "name", ["met spatie", "één Súdwest", 'it\'s "quoted"', "50% #1?", "{a}b", "a{b", "x.zip", "-o", "naam;b"]
)
def test_odd_paths_of_archives_and_packs(edition, tmp_path, name):
    files = {path.name: path for path in edition.all()}
    folder = tmp_path / name
    folder.mkdir()
    scores = {f"map/{n}": p.read_bytes() for n, p in files.items() if n.endswith(".csv")}
    shapes = {f"map {n}/{n}": p.read_bytes() for n, p in files.items() if n.endswith(".gpkg")}
    write_zip(folder / "scores.zip", scores)
    write_zip(folder / f"{name.replace('.zip', '')} geometrie.zip", shapes)
    target = folder / f"pack {name}"
    pack = open_pack(import_edition(inspect([folder]), target, ["IJstad"]).folder)
    assert len(pack.grid) == 24 and pack.levels == ["buurt", "gemeente"] and pack.counts is not None
    assert rows_of(pack.squares_path, "squares", ["grid_id"])[0] == (square_id(850, 4360),)


@pytest.mark.parametrize(
    "member", ["map\\grid.gpkg", "./buurt.gpkg", "a//b/buurt.gpkg", "é/{b}/b#1.gpkg", "x.zip/b.gpkg"]
)
def test_odd_members_with_geometry(edition, make_pack, member):
    edition.grid_csv(), edition.buurt_csv()
    write_zip(edition.folder / "g.zip", {member: edition.buurt_gpkg().read_bytes()})
    (edition.folder / "buurt.gpkg").unlink()
    assert make_pack([edition.folder]).levels == ["buurt"]


def test_a_file_that_changes_after_it_was_looked_at_is_read_again(edition, tmp_path):
    """Scores of areas are read while the files are recognised; what the pack holds is what its sources tell."""
    found = inspect(edition.all())
    edition.BUURTEN = [(code, name, start + 1) for code, name, start in edition.BUURTEN]
    edition.buurt_csv()
    pack = open_pack(import_edition(found, tmp_path / "pack").folder)
    expected = open_pack(import_edition(inspect([edition.folder]), tmp_path / "expected").folder)
    columns = [f"lbm_{year}" for year in pack.years]
    stored, wanted = (read_level(one, "buurt", columns).values for one in (pack, expected))
    assert all(np.array_equal(stored[name], wanted[name], equal_nan=True) for name in columns)
    before = found.areas["buurt"][1].scores.total
    assert not np.allclose(before, np.column_stack([wanted[name] for name in columns])[: len(before)])


def test_an_empty_folder_is_filled_and_parents_are_made(edition, tmp_path):
    edition.grid_csv()
    target = tmp_path / "a" / "b" / "pack"
    target.mkdir(parents=True)
    assert import_edition(inspect([edition.folder]), target).folder == target
    deep = tmp_path / "new" / "er" / "pack"
    assert open_pack(import_edition(inspect([edition.folder]), deep).folder).edition == "2024"


def test_a_pack_inside_the_folder_of_the_files_does_not_count_as_a_file(edition):
    edition.all()
    target = edition.folder / "pack"
    import_edition(inspect([edition.folder]), target)
    assert import_edition(inspect([edition.folder]), target).already_there


def test_progress_only_goes_forward_to_the_end(edition, tmp_path):
    seen = []
    edition.all()
    found = inspect([edition.folder], lambda fraction: seen.append(fraction) or True)
    assert seen == sorted(seen) and seen[-1] == 1
    seen.clear()
    import_edition(found, tmp_path / "pack", progress=lambda fraction: seen.append(fraction) or True)
    assert seen == sorted(seen) and seen[0] == 0 and seen[-1] == 1


def test_the_reference_is_that_of_the_model(edition, make_pack):
    pack = make_pack([edition.grid_csv()])
    assert np.abs(pack.published.total - pack.published.deviation - REFERENCE).max() < 1e-14
