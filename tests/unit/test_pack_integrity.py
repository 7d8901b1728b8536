# SPDX-License-Identifier: GPL-2.0-or-later
"""A pack that isn't what was written is never believed: when it is opened, while it is open, and in the check."""

from __future__ import annotations

import json
import os
import random
import sqlite3
from contextlib import closing
from pathlib import Path

import numpy as np
import pytest
from osgeo import gdal, ogr

from leefbaar_plugin.analysis.measure import Measurer
from leefbaar_plugin.engine.errors import CancelledError, PackError
from leefbaar_plugin.engine.squares.scoring import check, recompute
from leefbaar_plugin.pack import arrays as pack_arrays
from leefbaar_plugin.pack import mapped_files
from leefbaar_plugin.pack import pack as pack_module
from leefbaar_plugin.pack.check import check_pack, require_whole
from leefbaar_plugin.pack.importing.importer import import_edition
from leefbaar_plugin.pack.pack import open_pack
from leefbaar_plugin.pack.reading.inspection import inspect
from leefbaar_plugin.pack.schema import require_schema
from tests.builders import SHARED, square_wkt

ARRAYS = """
    column row rank total deviation contributions values place classes with_dimensions counts published_kscore
""".split()


@pytest.fixture
def made(edition, make_pack) -> Path:
    """Folder of a pack of 48 squares."""
    return make_pack(edition.all()).folder


@pytest.fixture
def mapped(monkeypatch):
    """Packs are as large as those of the country: mapped, and read whole by the check only."""
    monkeypatch.setattr(pack_module, "WHOLE_AT_ONCE", 0)
    monkeypatch.setattr(mapped_files, "_LOOK_EVERY", 0.0)


def without_digests(folder: Path) -> Path:
    """Make a pack one of an older version."""
    info = json.loads((folder / "pack.json").read_text(encoding="utf-8"))
    del info["digests"]
    (folder / "pack.json").write_text(json.dumps(info), encoding="utf-8")
    return folder


def complaint(what, *given) -> str:
    with pytest.raises(PackError) as caught:
        what(*given)
    return str(caught.value)


def half_zero(path: Path) -> None:
    """As after a power cut: of the same size, the second half never reached the disk."""
    content = path.read_bytes()
    path.write_bytes(content[: len(content) // 2] + bytes(len(content) - len(content) // 2))


def whole_area(folder: Path) -> bytes:
    return ogr.CreateGeometryFromWkt(square_wkt(850, 4360, 12, 4)).ExportToWkb()


# Arrays


@pytest.mark.parametrize("older", [False, True], ids=["digests", "an older pack"])
@pytest.mark.parametrize("name", ["values", "total", "deviation", "contributions", "classes", "column", "row", "rank"])
def test_half_an_array_zero(made, name, older):
    if older:
        without_digests(made)
        assert len(open_pack(made).grid) == 48  # as it is, it opens
    half_zero(made / f"{name}.npy")
    said = complaint(open_pack, made)
    assert said.startswith(f"The data pack {made} is damaged: ") and ".npy isn't what was written" in said


@pytest.mark.parametrize("name", ["values", "total", "counts", "place"])
def test_any_byte_of_an_array(made, name):
    path = made / f"{name}.npy"
    content, chance = path.read_bytes(), random.Random(31)
    for _ in range(20):
        damaged = bytearray(content)
        damaged[chance.randrange(len(damaged))] ^= 1 << chance.randrange(8)
        path.write_bytes(damaged)
        assert complaint(open_pack, made).endswith(f"{name}.npy isn't what was written. Import the data again.")
    path.write_bytes(content)
    assert len(open_pack(made).grid) == 48


def test_case_31_an_older_pack(tmp_path):
    """Schiedam went from 4.00 to 3.79, and the check found all as published."""
    case = SHARED / "cases" / "31-damaged-arrays" / "pack-values-last-half-zero"
    if not case.is_dir():
        pytest.skip("needs ../shared/data")
    assert "is damaged: values.npy" in complaint(open_pack, case)


def test_the_check_reads_what_the_figures_are_made_of(made, mapped):
    """Recomputed from the published scores alone all is well; the figures come from another array."""
    half_zero(made / "values.npy")
    pack = open_pack(made)  # of the same size: noticed in the background
    wrong = check(pack.model, recompute(pack.model, pack.published), pack.published)
    assert wrong.max_difference < 1e-9
    assert "is damaged: values.npy" in complaint(check_pack, pack)
    assert "is damaged: values.npy" in complaint(require_whole, pack)
    assert "is damaged: values.npy" in complaint(check_pack, open_pack(without_digests(made)))


def test_a_whole_pack_is_found_whole(made, mapped):
    for folder in (made, without_digests(made)):
        pack = open_pack(folder)
        fractions = []
        require_whole(pack, lambda fraction, into=fractions: into.append(fraction) or True)
        assert fractions[-1] == 1.0 and fractions == sorted(fractions)
        found = check_pack(pack)
        assert found.compared == 96 and found.max_difference < 1e-12 and found.class_differences == 0
        with pytest.raises(CancelledError):
            require_whole(pack, lambda _fraction: False)


@pytest.mark.parametrize("name", ["values", "counts", "rank"])
@pytest.mark.parametrize("change", ["longer", "shorter", "another type", "big-endian"])
def test_a_mapped_array_of_another_form(made, mapped, name, change):
    path = made / f"{name}.npy"
    array = np.load(path)
    if change == "longer":
        path.write_bytes(path.read_bytes() + bytes(8))
    elif change == "shorter":
        path.write_bytes(path.read_bytes()[:-8])
    elif change == "another type":
        np.save(path, array.astype("f4" if array.dtype.kind == "f" else "u4"))
    else:
        np.save(path, array.astype(array.dtype.newbyteorder(">")))
    for folder in (made, without_digests(made)):
        assert "is damaged" in complaint(open_pack, folder)


def test_places_beyond_the_matrix(made, mapped):
    place = np.load(made / "place.npy")
    without_digests(made)
    for wrong in (place + 1, place * 0, place - 5, place[:, :-1]):
        np.save(made / "place.npy", wrong)
        assert ".npy isn't what was written" in complaint(open_pack, made)


HEADERS = ["{'descr': (", "{'descr': '<f8', 'shape': (2,\n", '"""', "{'descr': 'O'}", "[" * 900]


@pytest.mark.parametrize("older", [False, True], ids=["digests", "an older pack"])
@pytest.mark.parametrize("header", HEADERS)
def test_headers_that_are_no_python(made, mapped, header, older):
    """numpy reads a header as Python does, and so damage raises whatever Python's parser raises."""
    if older:
        without_digests(made)
    path = made / "values.npy"
    content = path.read_bytes()
    length = int.from_bytes(content[8:10], "little")
    text = header.encode().ljust(length)[: length - 1] + b"\n"
    path.write_bytes(content[:10] + text + content[10 + length :])
    assert "values.npy isn't what was written" in complaint(open_pack, made)


def test_a_level_that_the_list_forgot(made):
    without_digests(made)
    info = json.loads((made / "pack.json").read_text(encoding="utf-8"))
    del info["levels"]["buurt"]
    (made / "pack.json").write_text(json.dumps(info), encoding="utf-8")
    assert "areas.gpkg isn't what was written" in complaint(open_pack, made)


# While it is open


@pytest.mark.parametrize("how", ["overwritten", "cut off", "replaced", "taken away"])
def test_a_mapped_pack_that_changes_is_noticed_before_measuring(made, mapped, how):
    pack = open_pack(made)
    measurer = Measurer(pack)
    area = whole_area(made)
    before = measurer.measure([area]).scores.total[0, -1]
    assert 3 < before < 5
    path = made / "values.npy"
    if how == "overwritten":
        with path.open("r+b") as file:
            file.seek(200)
            file.write(b"other")
    elif how == "cut off":
        os.truncate(path, 10)
    elif how == "replaced":
        (made / "new").write_bytes(path.read_bytes())
        (made / "new").replace(path)
    else:
        path.unlink()
    said = complaint(measurer.measure, [area])
    assert str(made) in said and ("changed the data pack" in said) == (how != "taken away")
    assert said == complaint(pack.require_squares)


def test_a_small_pack_needs_its_files_no_more(made):
    measurer = Measurer(open_pack(made))
    before = measurer.measure([whole_area(made)]).scores.total
    for path in made.glob("*.npy"):
        os.truncate(path, 10)
    assert np.array_equal(Measurer(measurer.pack).measure([whole_area(made)]).scores.total, before)
    assert str(made) not in Path("/proc/self/maps").read_text(encoding="utf-8")


# pack.json


def mutants(value, chance):
    """Values of another kind, and of the same kind."""
    yield from (None, True, -1, 0, 2023, 1e300, "", "x" * 5000, [], [[]], [1, "a"], {}, {"a": 1}, ["../x"])
    if isinstance(value, list) and value:
        yield value[:-1]
        yield value + value
        yield value[::-1] if len(value) > 1 else []
    if isinstance(value, dict):
        for key in value:
            yield {name: one for name, one in value.items() if name != key}
            yield {**value, key: chance.choice((None, -1, "x", 1e99, [], {}))}


@pytest.mark.parametrize("older", [False, True], ids=["digests", "an older pack"])
def test_pack_json_of_any_form(made, older):
    """Refused in a sentence, or read with the same figures; `make soak` does many more."""
    if older:
        without_digests(made)
    path = made / "pack.json"
    info = json.loads(path.read_text(encoding="utf-8"))
    area, chance = whole_area(made), random.Random(35)
    expected = Measurer(open_pack(made)).measure([area]).scores
    tried = opened = 0
    for entry, value in info.items():
        for other in mutants(value, chance):
            if other == value:
                continue
            tried += 1
            path.write_text(json.dumps({**info, entry: other}), encoding="utf-8")
            try:
                pack = open_pack(made)
            except PackError as problem:
                said = str(problem)
            else:
                opened += 1
                said = ""
                found = Measurer(pack).measure([area]).scores
                assert pack.years == (2022, 2024)
                assert np.array_equal(found.total, expected.total), (entry, other)
            assert not said or str(made) in said
    assert tried > 300 and (opened == 0 or older)


def test_every_value_of_pack_json_of_any_form(made):
    """However deep it stands: refused in a sentence, or like what was written."""
    info = json.loads((made / "pack.json").read_text(encoding="utf-8"))
    said, passed = [], 0
    for way in ways(info):
        for other in (None, True, -1, 10**17, 0.5, "x", "{0}", [], [[]], {}, {"a": [1]}):
            changed = json.loads(json.dumps(info))
            holder = changed
            for key in way[:-1]:
                holder = holder[key]
            holder[way[-1]] = other
            try:
                require_schema(changed, made)
                passed += 1
            except PackError as problem:
                said.append(str(problem))
    assert len(said) > 1000 and passed > 100 and all(str(made) in one for one in said)


def ways(value, before=()):
    """Keys that lead to every value in a document."""
    keys = value if isinstance(value, dict) else range(len(value)) if isinstance(value, list) else ()
    for key in keys:
        yield (*before, key)
        yield from ways(value[key], (*before, key))


def test_names_that_lead_out_of_the_pack(made):
    without_digests(made)
    info = json.loads((made / "pack.json").read_text(encoding="utf-8"))
    for name in ("../areas.gpkg", "/etc/passwd", "a/b.npy", "", ".", "..", "c:\\x.npy"):
        (made / "pack.json").write_text(json.dumps({**info, "files": [*info["files"], name]}), encoding="utf-8")
        assert "entry files of pack.json" in complaint(open_pack, made)
    (made / "pack.json").write_text(json.dumps({**info, "class_columns": ["../../x"]}), encoding="utf-8")
    assert "entry class_columns of pack.json" in complaint(open_pack, made)


@pytest.mark.parametrize("text", ["[" * 100_000, '{"format": 1e999}', '{"format": NaN}', '{"format": 1, "years": 7}'])
def test_odd_json(made, text):
    (made / "pack.json").write_text(text, encoding="utf-8")
    assert "is damaged" in complaint(open_pack, made)


def test_a_path_of_five_thousand_characters(tmp_path):
    assert complaint(open_pack, tmp_path / ("a" * 5000)).endswith("it has no pack.json.")
    assert complaint(open_pack, tmp_path / "nul\0byte").endswith("it has no pack.json.")


def test_entries_of_other_versions_stay(made):
    without_digests(made)
    info = json.loads((made / "pack.json").read_text(encoding="utf-8"))
    (made / "pack.json").write_text(json.dumps({**info, "references": {"G4": 1}}), encoding="utf-8")
    assert open_pack(made).info["references"] == {"G4": 1}


# Databases and raster


def test_what_qgis_does_to_a_database_is_no_damage(made):
    """It switches the journal mode when it opens a file, and users keep styles in it."""
    before = (made / "areas.gpkg").read_bytes()
    with closing(sqlite3.connect(made / "areas.gpkg", isolation_level=None)) as connection:
        connection.execute("PRAGMA journal_mode=WAL")
        connection.execute("PRAGMA journal_mode=DELETE")
    assert (made / "areas.gpkg").read_bytes() != before
    open_pack(made)
    with closing(sqlite3.connect(made / "areas.gpkg")) as connection, connection:
        connection.execute("CREATE TABLE layer_styles (id INTEGER PRIMARY KEY, styleQML TEXT)")
        connection.execute("INSERT INTO layer_styles (styleQML) VALUES (?)", ("<qgis/>" * 5000,))
    assert len((made / "areas.gpkg").read_bytes()) > len(before)
    open_pack(made)


@pytest.mark.parametrize(
    "change",
    [
        "UPDATE buurt SET lbm_2024 = 4.9 WHERE fid = 1",
        "UPDATE buurt SET name = 'Elders' WHERE fid = 1",
        "UPDATE buurt SET class_lbm_2024 = NULL WHERE fid = 2",
        "DELETE FROM gemeente WHERE fid = 1",
    ],
)
def test_a_changed_figure_is_damage(made, change):
    with closing(sqlite3.connect(made / "areas.gpkg")) as connection, connection:
        for name, of in (("ST_IsEmpty", 0), ("ST_MinX", 0), ("ST_MaxX", 1), ("ST_MinY", 0), ("ST_MaxY", 1)):
            connection.create_function(name, 1, lambda _geometry, value=of: value)
        connection.execute(change)
    assert "areas.gpkg isn't what was written" in complaint(open_pack, made)


def test_a_database_cut_off_is_noticed_at_once(made, mapped):
    os.truncate(made / "areas.gpkg", 40_960)
    assert "areas.gpkg isn't what was written" in complaint(open_pack, made)
    assert "areas.gpkg isn't what was written" in complaint(open_pack, without_digests(made))


@pytest.mark.parametrize("name", ["areas.gpkg", "squares.gpkg", "classes.tif"])
def test_older_packs_with_a_damaged_part(made, name):
    """Without a digest: what can't be read, and what contradicts the rest."""
    without_digests(made)
    path = made / name
    content, chance = path.read_bytes(), random.Random(36)
    refused = 0
    for _ in range(25):
        damaged = bytearray(content)
        begin = chance.randrange(len(damaged))
        damaged[begin : begin + 2000] = bytes(chance.randrange(256) for _ in range(len(damaged[begin : begin + 2000])))
        path.write_bytes(damaged)
        try:
            open_pack(made)
        except PackError as problem:
            refused += name in str(problem)
    assert refused > 5


@pytest.mark.parametrize("number", [1, 2, 3])
def test_case_36_areas(number, made):
    case = SHARED / "cases" / "36-areas-gpkg" / f"{number}.gpkg"
    if not case.is_file():
        pytest.skip("needs ../shared/data")
    (made / "areas.gpkg").write_bytes(case.read_bytes())
    for folder in (made, without_digests(made)):
        assert "areas.gpkg isn't what was written" in complaint(open_pack, folder)


def test_another_theme_in_a_band(made):
    without_digests(made)
    raster = gdal.Open(str(made / "classes.tif"), gdal.GA_Update)
    raster.GetRasterBand(2).SetDescription("lbm 2020")
    del raster
    assert "classes.tif isn't what was written" in complaint(open_pack, made)


# How it is written


def test_all_is_on_the_disk_before_the_name_counts(edition, tmp_path, monkeypatch):
    done = []
    fsync, rename = os.fsync, Path.rename

    def noted(handle):
        fsync(handle)
        done.append(str(Path(f"/proc/self/fd/{handle}").readlink()))

    monkeypatch.setattr(os, "fsync", noted)
    monkeypatch.setattr(Path, "rename", lambda path, to: (done.append("renamed"), rename(path, to)))
    info = import_edition(inspect(edition.all()), tmp_path / "out" / "pack").info
    at = done.index("renamed")
    before = {Path(path).name for path in done[:at]}
    assert before >= {*info["files"], "pack.json"} and any(path.endswith(".import") for path in done[:at])
    assert done[at + 1 :] == [str(tmp_path / "out")]


def test_arrays_are_as_numpy_writes_them(edition, make_pack, monkeypatch, tmp_path):
    """Though written piece by piece, and of contributions that lie otherwise in memory."""
    whole = make_pack(edition.all(), "whole")
    monkeypatch.setattr(pack_arrays, "_AT_ONCE", 7)
    pieces = make_pack([edition.folder], "pieces")
    written = sorted(pieces.folder.glob("*.npy"))
    assert {path.stem for path in written} == {*ARRAYS} - {"published_kscore"}
    for path in written:
        np.save(tmp_path / "again.npy", np.load(path), allow_pickle=False)
        assert (tmp_path / "again.npy").read_bytes() == path.read_bytes() == (whole.folder / path.name).read_bytes()
