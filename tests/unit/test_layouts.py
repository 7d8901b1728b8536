# SPDX-License-Identifier: GPL-2.0-or-later
"""Every layout in which the ministry published its open data, imported untouched, and what lies among the files."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import numpy as np
import pandas as pd
import pytest

from leefbaar_plugin.pack.importing.importer import import_edition
from leefbaar_plugin.pack.official import read_level
from leefbaar_plugin.pack.pack import open_pack
from leefbaar_plugin.pack.reading.inspection import inspect
from tests.builders import (
    DIMENSIONS,
    Edition,
    square_id,
    square_wkt,
    table,
    write_vector,
    write_zip,
)

LEVELS = ["grid", "buurt", "wijk", "gemeente", "pc4"]
LAYOUTS = {
    # folder, edition, levels, pairs of years, levels with outlines
    "demo/schiedam": ("2024", LEVELS, 36, {"grid", "buurt", "gemeente"}),
    "demo/waterweg": ("2024", LEVELS, 36, {"grid", "buurt", "gemeente"}),
    "layouts/2022": ("2022", LEVELS, 28, set()),
    "layouts/2020": ("2020", ["grid", "buurt", "pc4"], 0, {"grid", "buurt"}),
}
CODE = {"buurt": "bu_code", "wijk": "wk_code", "gemeente": "gm_code", "pc4": "PC4"}
CHANGE_HEADER = ("bu_code", "bu_naam", "jaar_van", "jaar_naar", "lbm", *DIMENSIONS)
CHANGES = [["BU00010000", "Centrum", 2022, 2024, 0.1, 0.02, 0.02, 0.02, 0.02, 0.02]]


def tables_in(folder: Path) -> dict[str, pd.DataFrame]:
    """Every score table of a layout as pandas reads it, by level."""
    return _tables(folder, "scores")


def changes_in(folder: Path) -> dict[str, pd.DataFrame]:
    """Every table of change of a layout as pandas reads it, by level."""
    return _tables(folder, "ontwikkeling")


def _tables(folder: Path, kind: str) -> dict[str, pd.DataFrame]:
    found = {}
    for path in folder.glob("*.zip"):
        with zipfile.ZipFile(path) as archive:
            for name in archive.namelist():
                if kind in name and not name.startswith("__MACOSX") and name.endswith(".csv"):
                    frame = pd.read_csv(io.BytesIO(archive.read(name)), float_precision="round_trip")
                    level = next((level for level, code in CODE.items() if code in frame), "grid")
                    found[level] = frame
    return found


@pytest.mark.official
@pytest.mark.parametrize("name", LAYOUTS)
def test_a_layout_untouched(shared, tmp_path, name):
    edition, levels, pairs, outlines = LAYOUTS[name]
    found = inspect([shared / name])
    assert (found.edition, found.levels, set(found.outlines)) == (edition, levels, outlines)
    assert found.unused == [] and {len(of) for of in found.periods.values()} == ({pairs} if pairs else set())
    assert set(found.developments) == (set(levels) if pairs else set())
    pack = open_pack(import_edition(found, tmp_path / "pack").folder)
    tables = tables_in(shared / name)
    assert set(tables) == set(levels)
    wide = tables["grid"].pivot(index="grid_id", columns="jaar", values="lbm")
    at = [wide.index.get_loc(square_id(c, r)) for c, r in zip(pack.grid.column, pack.grid.row, strict=True)]
    np.testing.assert_array_equal(pack.published.total, wide.to_numpy()[at])
    assert pack.years == tuple(wide.columns) and pack.info["ignored"] == []
    for level in levels[1:]:
        assert pack.info["levels"][level]["scored"] == tables[level][CODE[level]].nunique()


@pytest.mark.official
def test_small_buurten_are_in_the_pack(shared, tmp_path):
    """Three buurten of Schiedam have scores and no outline, as in the real release: 62 codes, 59 outlines."""
    pack = open_pack(import_edition(inspect([shared / "demo" / "schiedam"]), tmp_path / "pack").folder)
    published = tables_in(shared / "demo" / "schiedam")["buurt"].set_index(["bu_code", "jaar"])
    for year in pack.years:
        areas = read_level(pack, "buurt", [f"lbm_{year}", f"vrz_{year}"])
        assert len(areas) == 62
        expected = published.xs(year, level="jaar").loc[areas.code]
        np.testing.assert_array_equal(areas.values[f"lbm_{year}"], expected["lbm"])
        np.testing.assert_array_equal(areas.values[f"vrz_{year}"], expected["vrz"])
    drawn = [code for code, wkb in zip(areas.code, areas.wkb, strict=True) if wkb]
    assert len(drawn) == 59 and not {"BU06060202", "BU06060802", "BU06061101"} & set(drawn)


@pytest.mark.official
def test_members_in_another_order_and_from_a_folder_and_through_excel(shared, tmp_path):
    """The same figures, whatever happened to the files on the way."""
    source = shared / "demo" / "schiedam" / "open-data-leefbaarometer-meting-2024.zip"
    with zipfile.ZipFile(source) as archive:
        members = {name: archive.read(name) for name in archive.namelist()}
    turned = write_zip(tmp_path / "turned.zip", dict(reversed(members.items())))
    folder, excel = tmp_path / "unpacked", tmp_path / "excel"
    folder.mkdir()
    excel.mkdir()
    for name, content in members.items():
        if name.endswith(".csv"):
            (folder / Path(name).name).write_bytes(content)
            if not name.startswith("__MACOSX"):
                text = content.decode().replace('"', "").replace(",", ";").replace(".", ",").replace("NA", "#N/B")
                (excel / Path(name).name).write_bytes(text.replace("\n", "\r\n").encode("utf-8-sig"))
    assert len(list(folder.glob("._*"))) == 10
    first = open_pack(import_edition(inspect([source]), tmp_path / "first").folder)
    for number, path in enumerate((turned, folder, excel)):
        found = inspect([path])
        assert found.levels == LEVELS and {len(of) for of in found.periods.values()} == {36}
        again = open_pack(import_edition(found, tmp_path / f"again{number}").folder)
        np.testing.assert_array_equal(again.published.total, first.published.total)
        np.testing.assert_array_equal(again.published.contributions, first.published.contributions)


def test_counts_as_a_zip(edition, make_pack):
    """As CBS gives them: one GeoPackage in a zip with a year and a version in its name."""
    plain = make_pack(edition.all(), "plain")
    counts = edition.folder / "cbs_vk100.gpkg"
    path = edition.folder / "2025-cbs_vk100_2024_v1.zip"
    write_zip(path, {"cbs_vk100_2024_v1.gpkg": counts.read_bytes(), "leesmij.pdf": b"%PDF"})
    counts.unlink()
    found = inspect([edition.folder])
    assert found.counts[1].label == "2025-cbs_vk100_2024_v1.zip › cbs_vk100_2024_v1.gpkg"
    assert found.ignored == ["2025-cbs_vk100_2024_v1.zip › leesmij.pdf"]
    zipped = make_pack([edition.folder], "zipped")
    np.testing.assert_array_equal(zipped.counts.dwellings, plain.counts.dwellings)
    np.testing.assert_array_equal(zipped.counts.inhabitants, plain.counts.inhabitants)


def write_shapefiles(edition: Edition, folder: Path) -> None:
    buurten = [
        ({"bu_code": code, "bu_naam": name}, square_wkt(start, 4360, 3, 4)) for code, name, start in Edition.BUURTEN
    ]
    squares = [({"grid_id": square_id(c, r)}, square_wkt(c, r)) for c, r in edition.squares]
    write_vector(folder / "buurt 2020.shp", "buurt 2020", buurten, driver="ESRI Shapefile")
    write_vector(folder / "grid 2020.shp", "grid 2020", squares, driver="ESRI Shapefile")


@pytest.mark.parametrize("zipped", [True, False])
def test_shapefiles(edition, make_pack, tmp_path, zipped):
    """A shapefile is several files, in a zip or not; the others of it aren't named as files of no use."""
    edition.grid_csv()
    edition.buurt_csv()
    shapes = tmp_path / "shapes"
    shapes.mkdir()
    write_shapefiles(edition, shapes)
    given = [edition.folder, shapes]
    if zipped:
        members = {f"geometrie/{path.name}": path.read_bytes() for path in sorted(shapes.iterdir())}
        given = [edition.folder, write_zip(tmp_path / "geometrie.zip", members)]
    found = inspect(given)
    assert set(found.outlines) == {"buurt", "grid"} and found.squares_exact and not found.unused
    pack = make_pack(given)
    buurten = read_level(pack, "buurt", ["lbm_2024"])
    assert [wkb is not None for wkb in buurten.wkb] == [True] * 4 and buurten.name[1] == "'t Zand"
    again = inspect(given).fingerprints()
    for path in shapes.glob("*.dbf"):
        path.write_bytes(path.read_bytes().replace(b"Noord", b"Oord "))
    if zipped:
        members = {f"geometrie/{path.name}": path.read_bytes() for path in sorted(shapes.iterdir())}
        write_zip(tmp_path / "geometrie.zip", members)
    assert inspect(given).fingerprints() != again


def test_a_geojson_in_a_zip_keeps_its_outlines(edition, make_pack):
    """Its layer is called after the file, which has another name where it is unpacked."""
    edition.grid_csv()
    edition.buurt_csv()
    features = [({"bu_code": code, "bu_naam": name}, square_wkt(s, 4360, 3, 4)) for code, name, s in Edition.BUURTEN]
    path = write_vector(edition.folder / "grenzen.geojson", "grenzen", features, driver="GeoJSON")
    content = path.read_bytes().replace(b'"name": "grenzen",', b"")
    path.unlink()
    write_zip(edition.folder / "g.zip", {"grenzen.geojson": content})
    assert make_pack([edition.folder]).levels == ["buurt"]


def test_change_is_no_score(edition, make_pack):
    """Development files are recognised by their columns and named; before, they stopped the import."""
    edition.all()
    (edition.folder / "a.csv").write_bytes(table(CHANGE_HEADER, CHANGES))
    found = inspect([edition.folder])
    assert set(found.tables) == {"grid", "buurt", "gemeente"} and set(found.developments) == {"buurt"}
    assert found.unused == [] and make_pack([edition.folder]).info["levels"]["buurt"]["scored"] == 4


def test_change_alone_is_no_edition(edition, refused):
    (edition.folder / "a.csv").write_bytes(table(CHANGE_HEADER, CHANGES))
    assert refused([edition.folder]).startswith("No scores were found in")


@pytest.mark.parametrize(
    ("header", "rows", "why"),
    [
        (
            tuple(name for name in CHANGE_HEADER if name != "soc"),
            [CHANGES[0][:-1]],
            "a.csv lacks the column(s) soc; expected are bu_code, jaar_van, jaar_naar, lbm, fys, onv, soc, vrz, won.",
        ),
        (
            tuple("jaar" if name == "jaar_naar" else name for name in CHANGE_HEADER),
            CHANGES,
            "a.csv lacks the column(s) jaar_naar; expected are bu_code, jaar_van, jaar_naar, lbm, fys, onv, soc, vrz,",
        ),
        (
            CHANGE_HEADER,
            [["BU00010000", "Centrum", 2022, "gisteren", 0.1, 0.02, 0.02, 0.02, 0.02, 0.02]],
            "a.csv, line 2: column jaar_naar holds “gisteren” where a number was expected.",
        ),
        (("bu_code", "bu_naam", "lbm"), [["BU00010000", "Centrum", 4.1]], "a.csv lacks the column(s) afw,"),
    ],
)
def test_a_file_that_cannot_be_used_is_named_and_left(edition, make_pack, header, rows, why):
    edition.all()
    (edition.folder / "a.csv").write_bytes(table(header, rows))
    found = inspect([edition.folder])
    assert str(found.unused[0]).startswith(f"a.csv isn't used. {why}")
    assert not found.developments and len(make_pack([edition.folder]).grid) == 48


def test_change_of_another_edition_is_refused(edition, refused):
    edition.all()
    rows = [[*CHANGES[0][:2], 2014, 2020, *CHANGES[0][4:]]]
    (edition.folder / "a.csv").write_bytes(table(CHANGE_HEADER, rows))
    assert "different editions" in refused([edition.folder])


def test_change_of_one_level_twice_is_refused(edition, refused):
    edition.all()
    for name in ("a.csv", "b.csv"):
        (edition.folder / name).write_bytes(table(CHANGE_HEADER, CHANGES))
    assert refused([edition.folder]).startswith("Both a.csv and b.csv hold the change of buurt: two editions")


def test_files_that_can_hold_nothing_are_named(edition):
    edition.all()
    other = edition.folder.parent / "notitie.pdf"
    other.write_bytes(b"%PDF")
    zipped = write_zip(edition.folder.parent / "z.zip", {"a.xlsx": b"PK", "b.shx": b"", "._a.xlsx": b"", "c.csv": b""})
    found = inspect([edition.folder, other, zipped])
    assert list(map(str, found.unused)) == [
        "notitie.pdf isn't used: it is no CSV or map file.",
        "z.zip › a.xlsx is a workbook, which isn't read. Save its sheet as CSV, or use the file as it was downloaded.",
        "z.zip › c.csv isn't used. z.zip › c.csv is empty.",
    ]
