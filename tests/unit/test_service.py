# SPDX-License-Identifier: GPL-2.0-or-later
"""Features as the ministry's web service gives them: by level, in pages, and squares clipped to built-up area."""

from __future__ import annotations

import sqlite3
from contextlib import closing

import numpy as np
import pytest

from leefbaar_plugin.pack.official import read_level
from leefbaar_plugin.pack.reading.inspection import inspect
from tests.builders import (
    REFERENCE,
    Edition,
    contributions,
    service_feature,
    square_id,
    square_wkt,
    write_vector,
    write_zip,
)

LEVELS = "expected is one of grid, buurt, wijk, gemeente, pc4."
SQUARES = [(850, 4360), (851, 4360), (850, 4361), (853, 4363)]


def clipped(column, row, west=0.0, south=0.0, east=100.0, north=100.0):
    x, y = column * 100, row * 100
    return (
        f"POLYGON(({x + west} {y + south},{x + east} {y + south},{x + east} {y + north},"
        f"{x + west} {y + north},{x + west} {y + south}))"
    )


def grid_features(squares=SQUARES, years=(2024,), **clip):
    return [
        (service_feature("grid", f"grid.{n}.{year}", year, n + year), clipped(*square, **clip))
        for n, square in enumerate(squares)
        for year in years
    ]


def geojson(edition, name, features, epsg=28992):
    path = edition.folder / name
    path.unlink(missing_ok=True)
    driver = "GeoJSON" if path.suffix == ".geojson" else "GPKG"
    return write_vector(path, path.stem, features, driver=driver, epsg=epsg)


def test_areas_of_the_service(edition, make_pack):
    features = [
        (service_feature("buurt", code, 2024, start, {"kscore": 9, "kvrz": 1}), square_wkt(start, 4360, 3, 4))
        for code, _, start in Edition.BUURTEN
    ]
    found = inspect([geojson(edition, "buurt.geojson", features)])
    assert found.years == {"buurt": (2024,)} and found.edition == "2024"
    pack = make_pack([edition.folder])
    assert pack.levels == ["buurt"] and pack.years == (2024,) and pack.grid is None
    assert pack.info["levels"]["buurt"] == {"areas": 4, "scored": 4, "outlines": True, "repaired": 0}


@pytest.mark.parametrize(
    "clip", [{}, {"west": 60.0}, {"south": 99.0}, {"east": 0.2, "north": 0.3}, {"west": 10.0, "east": 90.0}]
)
@pytest.mark.parametrize("name", ["grid.gpkg", "grid.geojson"])
def test_a_clipped_square_comes_back_to_its_square(edition, make_pack, clip, name):
    """GeoJSON says degrees unless told otherwise; the file keeps the reference it was written in."""
    pack = make_pack([geojson(edition, name, grid_features(**clip))])
    assert sorted(zip(pack.grid.column.tolist(), pack.grid.row.tolist())) == sorted(SQUARES)
    at = [int(pack.grid.find(np.array([c]), np.array([r]))[0]) for c, r in SQUARES]
    expected = [sum(contributions(n + 2024)) for n in range(4)]
    assert pack.published.deviation[at, 0].tolist() == pytest.approx(expected, abs=1e-12)
    assert pack.published.total[at, 0] == pytest.approx(np.array(expected) + REFERENCE, abs=1e-12)
    assert pack.published.classes["kscore"].tolist() == [[6]] * 4


def test_squares_of_several_years(edition, make_pack):
    pack = make_pack([geojson(edition, "grid.gpkg", grid_features(years=(2022, 2024)))])
    assert pack.years == (2022, 2024) and pack.published.total.shape == (4, 2)


def test_pages_are_joined(edition, make_pack):
    features = grid_features()
    geojson(edition, "page0.geojson", features[2:])
    geojson(edition, "page1.geojson", features[:2])
    pack = make_pack([edition.folder])
    whole = make_pack([geojson(edition, "page0.geojson", features)], "whole")
    assert np.array_equal(pack.grid.keys, whole.grid.keys)
    assert np.array_equal(pack.published.contributions, whole.published.contributions)
    assert inspect([edition.folder / "page0.geojson"]).squares == 4


def test_pages_that_overlap(edition, refused):
    geojson(edition, "page0.geojson", grid_features())
    geojson(edition, "page1.geojson", grid_features()[:1])
    assert refused([edition.folder]) == f"{square_id(850, 4360)} stands in two of the files."


def test_areas_in_pages_one_of_which_brings_no_classes(edition, make_pack, refused):
    features = [
        (service_feature("buurt", code, 2024, start), square_wkt(start, 4360, 3, 4))
        for code, _, start in Edition.BUURTEN
    ]
    without = [({k: v for k, v in a.items() if k != "kscore"}, shape) for a, shape in features[2:]]
    geojson(edition, "a.geojson", features[:2]), geojson(edition, "b.geojson", without)
    assert make_pack([edition.folder]).info["levels"]["buurt"]["areas"] == 4
    geojson(edition, "b.geojson", features[1:])
    assert refused([edition.folder]) == "BU00010001 stands in two of the files."


def test_a_choice_of_gemeenten_holds_for_squares_of_the_service(edition, make_pack):
    edition.gemeente_gpkg()
    squares = [*SQUARES, (857, 4360), (858, 4361)]
    geojson(edition, "grid.geojson", grid_features(squares))
    pack = make_pack([edition.folder], gemeenten=["IJstad"])
    assert sorted(zip(pack.grid.column.tolist(), pack.grid.row.tolist())) == sorted(SQUARES)


def test_counts_join_squares_of_the_service(edition, make_pack):
    geojson(edition, "grid.geojson", grid_features())
    edition.counts_gpkg()
    pack = make_pack([edition.folder])
    given = [edition.counts()[square][0] for square in SQUARES]
    at = pack.grid.find(*np.array(SQUARES).T)
    assert np.nan_to_num(pack.counts.dwellings[at], nan=-99997).tolist() == given
    assert pack.info["counts"]["squares_without_scores"] == 48 - len(SQUARES)


@pytest.mark.parametrize("wkt", [square_wkt(850, 4360, 2, 1), square_wkt(850.5, 4360.5), None])
def test_a_shape_that_lies_in_no_single_square(edition, refused, wkt):
    feature = (service_feature("clippedgrid", "grid.9", 2024, 1), wkt)
    assert refused([geojson(edition, "g.gpkg", [grid_features()[0], feature])]) == (
        "g.gpkg: feature “grid.9” lies in no single 100 m square."
    )


def test_a_square_twice(edition, refused):
    features = [*grid_features(), (service_feature("grid", "again", 2024, 1), clipped(850, 4360, west=50))]
    assert refused([geojson(edition, "g.gpkg", features)]) == "g.gpkg: again in 2024 stands there twice."


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"scale": "provincie"}, f"g.geojson: column scale holds “provincie”; {LEVELS}"),
        ({"scale": None}, f"g.geojson: column scale holds “”; {LEVELS}"),
        ({"kfys": 12}, "g.geojson: feature “BU00010002” has a class that isn't from 1 to 9."),
        ({"year": "dit jaar"}, "g.geojson: feature “BU00010002” has no year; expected is a number like 2024."),
        ({"year": None}, "g.geojson: feature “BU00010002” has no year; expected is a number like 2024."),
    ],
)  # fmt: skip
def test_attributes_that_are_wrong(edition, refused, change, said):
    good = (service_feature("buurt", "BU00010001", 2024, 1), square_wkt(850, 4360))
    bad = (service_feature("buurt", "BU00010002", 2024, 1) | change, square_wkt(851, 4360))
    assert refused([geojson(edition, "g.geojson", [good, bad])]) == said


def test_the_service_and_a_table_of_one_level(edition, refused):
    edition.buurt_csv()
    features = [(service_feature("buurt", "BU00010000", 2024, 1), square_wkt(850, 4360))]
    geojson(edition, "b.geojson", features)
    assert refused([edition.folder]) == "b.geojson holds scores of buurt that another file holds too. Choose one."


def test_two_years_of_the_service_in_two_files(edition, refused):
    for year in (2022, 2024):
        features = [(service_feature("buurt", "BU00010000", year, 1), square_wkt(850, 4360))]
        geojson(edition, f"b{year}.geojson", features)
    assert "holds scores of buurt that another file holds too" in refused([edition.folder])


def test_values_that_are_missing(edition, make_pack):
    feature = service_feature("grid", "g", 2024, 1) | {"fys": None, "kscore": None, "kfys": None}
    pack = make_pack([geojson(edition, "g.gpkg", [*grid_features()[1:], (feature, clipped(850, 4360))])])
    at = int(pack.grid.find(np.array([850]), np.array([4360]))[0])
    assert np.isnan(pack.published.contributions[at, 0, 0]) and pack.published.classes["kscore"][at, 0] == 0
    assert pack.matrix.classes[at, 0] > 0 and pack.info["check"]["partly_missing"] == 1


@pytest.mark.parametrize(
    ("name", "value", "sentence"),
    [
        ("afw", "veel", "feature “BU00010001”: column afw holds “veel” where a number was expected"),
        ("soc", "0,5", "feature “BU00010001”: column soc holds “0,5” where a number was expected"),
        ("ksoc", "zes", "feature “BU00010001”: column ksoc holds “zes” where a number was expected"),
        ("id", "", "column id is empty; expected is the code of an area"),
        ("id", "(1:BU00010001)", "a feature has the id “(1:BU00010001)”; expected is a code like BU06060001"),
        ("year", "²", "feature “BU00010001” has no year"),
    ],
)
def test_texts_where_numbers_belong(edition, refused, name, value, sentence):
    """GDAL takes them for 0, which is a score."""
    features = []
    for code, _, start in Edition.BUURTEN:
        about = {key: str(stated) for key, stated in service_feature("buurt", code, 2024, start).items()}
        features.append((about, square_wkt(start, 4360, 3, 4)))
    features[1][0][name] = value
    assert sentence in refused([geojson(edition, "buurt.geojson", features)])


def test_numbers_as_texts_are_numbers(edition, make_pack):
    about = {key: str(stated) for key, stated in service_feature("buurt", "BU00010000", 2024, 1).items()}
    pack = make_pack([geojson(edition, "buurt.geojson", [(about, square_wkt(850, 4360, 3, 4))])])
    stored = read_level(pack, "buurt", ["afw_2024"]).values["afw_2024"]
    assert stored.tolist() == pytest.approx([sum(contributions(1))])


# Columns and texts that mean two things, or nothing


def as_service(edition, change, name="buurt.geojson"):
    """Features of the service in a file of which the text was changed."""
    features = [
        (service_feature("buurt", code, 2024, start), square_wkt(start, 4360, 3, 4))
        for code, _, start in Edition.BUURTEN
    ]
    path = geojson(edition, name, features)
    content = path.read_bytes()
    path.write_bytes(change(content))
    assert change is bytes or path.read_bytes() != content
    return path


@pytest.mark.parametrize("other", ["afw_", "_afw", "a_f_w"])
def test_the_column_of_the_very_name_counts(edition, make_pack, other):
    """Another that is called nearly so was read, and all scores were lost or taken from it."""
    before = read_level(make_pack([as_service(edition, bytes)], "before"), "buurt", ["afw_2024"])
    path = as_service(edition, lambda content: content.replace(b'"afw":', f'"{other}": 1.5, "afw":'.encode()))
    made = read_level(make_pack([path], "after"), "buurt", ["afw_2024"])
    assert np.isfinite(before.values["afw_2024"]).all()
    np.testing.assert_array_equal(made.values["afw_2024"], before.values["afw_2024"])


@pytest.mark.parametrize(("one", "other"), [("AFW", "afw"), ("Afw", "AFW"), ("a_fw", "af_w")])
def test_two_columns_that_may_be_meant(edition, refused, one, other):
    path = as_service(edition, lambda content: content.replace(b'"afw":', f'"{one}": 1.5, "{other}":'.encode()))
    said = f"buurt.geojson has several columns for afw ({one}, {other}). Remove those that don't count."
    assert refused([path]) == said


@pytest.mark.parametrize("code", [b"true", b"false", b'"null"', b'"TRUE"', b"[1]"])
def test_an_id_that_is_no_code(edition, refused, code):
    path = as_service(edition, lambda content: content.replace(b'"BU00010000"', code, 1))
    assert "expected is a code like BU06060001." in refused([path])


@pytest.mark.parametrize("name", ["buurt.geojson", "buurt.gpkg"])
def test_bytes_that_are_no_text(edition, refused, name):
    path = as_service(edition, lambda content: content.replace(b"name of BU00010001", b"name of \xd1BU0001001"), name)
    ours = "buurt.gpkg, feature 2: column name holds what is no readable text. Download the file again, or save it in"
    assert refused([path]) in ("buurt.geojson is damaged: it is no text.", f"{ours} UTF-8.")


def test_a_column_whose_name_is_no_text(edition, refused):
    edition.all()
    path = edition.folder / "cbs_vk100.gpkg"
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("PRAGMA writable_schema = ON")
        connection.execute(
            "UPDATE sqlite_master SET sql = CAST(replace(CAST(sql AS BLOB), CAST('aantal_inwoners' AS BLOB),"
            " X'61616E74616CD1696E776F6E657273') AS TEXT) WHERE name = 'vierkant'"
        )
    said = refused([edition.folder])
    assert said.startswith("cbs_vk100.gpkg ") and "{" not in said


DAMAGE = {
    "a number": lambda content: content.replace(b"436400.0", b"436400.05300.0", 1),
    "a bracket less": lambda content: content.replace(b"] ] ]", b"] ]", 1),
    "a piece lost": lambda content: content[:800] + content[1100:],
    "an entry twice": lambda content: content.replace(b'"afw":', b'"afw": 0.1, "afw":', 1),
    "more behind": lambda content: content + b"}",
    "no text": lambda content: content.replace(b"IJstad", b"IJst\xe4d", 1),
}


@pytest.mark.parametrize("packed", [False, True], ids=["file", "zip"])
@pytest.mark.parametrize("damage", DAMAGE.values(), ids=DAMAGE)
def test_a_damaged_file_isnt_read_in_part(edition, refused, damage, packed):
    """GDAL reads what it can of it: other outlines, or fewer features, without a word."""
    path = as_service(edition, damage)
    if packed:
        path = write_zip(edition.folder / "a.zip", {path.name: path.read_bytes()})
        path.with_name("buurt.geojson").unlink()
    said = refused([path])
    assert "buurt.geojson" in said and ("is damaged" in said or "no readable text" in said)


def test_values_that_other_programs_write_for_none(edition, make_pack):
    path = as_service(edition, lambda content: content.replace(b'"afw": -0.381444', b'"afw": NaN', 1))
    areas = read_level(make_pack([path]), "buurt", ["afw_2024"])
    assert np.isnan(areas.values["afw_2024"]).tolist() == [True, False, False, False]
