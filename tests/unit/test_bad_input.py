# SPDX-License-Identifier: GPL-2.0-or-later
"""Every bad input is refused with a sentence that names file, place and expectation, and leaves nothing behind."""

from __future__ import annotations

import errno
import json
import os
import shutil
import sqlite3

import numpy as np
import pytest
from osgeo import gdal

from leefbaar_plugin.engine.errors import CancelledError, InputError, PackError
from leefbaar_plugin.pack import arrays as pack_arrays
from leefbaar_plugin.pack.files import geopackage
from leefbaar_plugin.pack.importing import area_import, importer, square_files
from leefbaar_plugin.pack.importing.importer import import_edition
from leefbaar_plugin.pack.pack import open_pack
from leefbaar_plugin.pack.reading.inspection import inspect
from leefbaar_plugin.pack.schema import FORMAT
from tests.builders import (
    DIMENSIONS,
    GRID_HEADER,
    Edition,
    score_row,
    square_id,
    square_wkt,
    table,
    write_vector,
    write_zip,
)

EXPECTED = ", ".join(["grid_id", "jaar", "lbm", "afw", *DIMENSIONS])


def csv(edition, name, header, rows):
    (edition.folder / name).write_bytes(table(header, rows))
    return edition.folder / name


def left_in(folder):
    return sorted(path.name for path in folder.iterdir())


# --- files that don't hold what they should ---------------------------------------------------------------------------


def test_geometry_or_counts_without_scores(edition, refused):
    edition.gemeente_gpkg()
    said = f"The files hold outlines or counts, but no scores. Add the file with scores, with columns {EXPECTED}."
    assert refused([edition.folder]) == said
    shutil.rmtree(edition.folder)
    edition.folder.mkdir()
    edition.counts_gpkg()
    assert refused([edition.folder]) == said


def test_tables_of_something_else(edition, refused):
    csv(edition, "prijzen.csv", ("artikel", "prijs"), [["brood", 2.1]])
    assert (
        refused([edition.folder])
        == f"No scores were found in prijzen.csv; expected is a table with columns {EXPECTED}."
    )


def test_empty_csv_among_good_files(edition, refused):
    """Named and left: what nothing recognises is no reason to refuse the others."""
    (edition.folder / "leeg.csv").write_bytes(b"")
    assert refused([edition.folder]) == "leeg.csv is empty."
    edition.grid_csv()
    found = inspect([edition.folder])
    assert list(map(str, found.unused)) == ["leeg.csv isn't used. leeg.csv is empty."] and found.levels == ["grid"]


def test_header_without_rows(edition, refused):
    assert refused([edition.grid_csv(rows=[])]) == "grids.csv has a header and no rows."


def test_missing_columns(edition, refused):
    path = csv(edition, "a.csv", GRID_HEADER[:-2], [score_row([square_id(850, 4360)], 2024, 1)[:-2]])
    assert refused([path]) == f"a.csv lacks the column(s) vrz, won; expected are {EXPECTED}."


def test_text_in_a_number(edition, refused):
    rows = edition.grid_rows()
    rows[20][6] = "onbekend"
    said = "grids.csv, line 22: column soc holds “onbekend” where a number was expected."
    assert refused([edition.grid_csv(rows=rows)]) == said
    archive = write_zip(edition.folder / "a.zip", {"map/grids.csv": (edition.folder / "grids.csv").read_bytes()})
    assert refused([archive]) == f"a.zip › {said}"
    buurten = edition.area_rows(Edition.BUURTEN)
    buurten[2][4] = "veel"
    path = csv(edition, "b.csv", ("bu_code", "bu_naam", *GRID_HEADER[1:]), buurten)
    assert refused([path]) == "b.csv, line 4: column afw holds “veel” where a number was expected."


@pytest.mark.parametrize("bad", ["E0974N451", "BU00010000", "", "E0974N4514x", "Ünïcode", "E9x74N4514", "1234567890"])
def test_a_grid_id_that_is_no_square(edition, refused, bad):
    rows = edition.grid_rows()
    rows[30][0] = bad
    said = f"grids.csv, line 32: “{bad}” is no square; expected is a code like E0974N4514."
    assert refused([edition.grid_csv(rows=rows)]) == said


def test_a_square_twice_in_a_year(edition, refused):
    rows = edition.grid_rows()
    rows.insert(41, rows[10])
    said = "grids.csv, line {}: E0855N4360 in 2022 stands there twice (first on line {})."
    assert refused([edition.grid_csv(rows=rows)]) == said.format(43, 12)
    assert refused([edition.grid_csv(rows=rows, first_line="sep=,")]) == said.format(44, 13)


def test_a_square_twice_when_gemeenten_are_chosen(edition, refused):
    """Lines are those of the file, not of the squares that were kept."""
    edition.gemeente_gpkg()
    rows = edition.grid_rows()
    southwest = [row for row in rows if int(row[0][1:5]) >= 856]
    rows = southwest + [row for row in rows if row not in southwest]
    rows.append(rows[50])
    edition.grid_csv(rows=rows)
    said = refused([edition.folder], gemeenten=["IJstad"])
    assert (
        said
        == f"grids.csv, line {len(rows) + 1}: {rows[50][0]} in {rows[50][1]} stands there twice (first on line 52)."
    )
    rows[-1] = southwest[0]
    edition.grid_csv(rows=rows)
    assert len(inspect([edition.folder]).years["grid"]) == 2  # outside the choice it is never seen


def test_a_buurt_twice_in_a_year(edition, refused):
    rows = edition.area_rows(Edition.BUURTEN)
    rows.append(rows[2])
    path = csv(edition, "b.csv", ("bu_code", "bu_naam", *GRID_HEADER[1:]), rows)
    assert refused([path]) == "b.csv, line 10: BU00010001 in 2022 stands there twice (first on line 4)."


# --- files that don't belong together ---------------------------------------------------------------------------------


def test_two_files_of_one_level(edition, refused):
    edition.grid_csv("a.csv"), edition.grid_csv("b.csv")
    said = "Both a.csv and b.csv hold scores of grid: two editions can't go into one import. Choose one."
    assert refused([edition.folder]) == said


def test_two_editions(edition, refused):
    edition.grid_csv()
    Edition(edition.folder, (2020, 2022)).buurt_csv()
    assert (
        refused([edition.folder])
        == "The files are of different editions (buurt 2022, grid 2024). Import them one by one."
    )


def test_two_files_of_outlines_or_counts(edition, refused):
    edition.grid_csv(), edition.buurt_gpkg("a.gpkg"), edition.buurt_gpkg("b.gpkg")
    said = "Both a.gpkg and b.gpkg hold outlines of buurt: two editions can't go into one import. Choose one."
    assert refused([edition.folder]) == said
    (edition.folder / "b.gpkg").unlink()
    edition.counts_gpkg("c.gpkg"), edition.counts_gpkg("d.gpkg")
    assert refused([edition.folder]) == "Both c.gpkg and d.gpkg hold counts per square. Choose one."


def test_the_two_models_are_never_mixed(edition, refused):
    csv(edition, "PC4DIMENSIE.csv", ("GBD", "RLBRMTR12", "RLBWON12"), [["1011", 0.2, 0.2]])
    edition.grid_csv()
    assert refused([edition.folder]) == (
        "PC4DIMENSIE.csv belongs to Leefbaarometer 2.0 and grids.csv to 3.0; their scores can't be compared. "
        "Import them one by one."
    )


def test_lbm2_twice(edition, refused):
    for name in ("a.csv", "b.csv"):
        csv(edition, name, ("GBD", "RLBRMTR12", "RLBWON12"), [["1011", 0.2, 0.2]])
    assert refused([edition.folder]) == "Both a.csv and b.csv hold column RLBRMTR12. Choose one."


@pytest.mark.parametrize(
    ("rows", "said"),
    [
        ([], "a.csv has a header and no rows."),
        ([["1011", 0.2, 7], ["1012", 0.1, 7], ["1011", 0.1, 7]], "a.csv, line 4: 1011 stands there twice."),
        ([["1011", "x", 7]], "a.csv, line 2: column RLBRMTR12 holds “x” where a number was expected."),
        ([["1011", 0.2, 70]], "a.csv, line 2: column KL12 holds “70”; expected is a class from 1 to 9."),
    ],
)
def test_lbm2_tables_that_are_wrong(edition, refused, rows, said):
    assert refused([csv(edition, "a.csv", ("GBD", "RLBRMTR12", "KL12"), rows)]) == said


# --- geometry ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("content", [b"", b"no geopackage", b"SQLite format 3\0" + b"\0" * 100])
@pytest.mark.parametrize("suffix", ["gpkg", "geojson"])
def test_map_files_that_are_none(edition, refused, content, suffix):
    edition.grid_csv()
    (edition.folder / f"buurt.{suffix}").write_bytes(content)
    assert refused([edition.folder]).startswith(f"buurt.{suffix} ")


def test_map_files_that_were_cut_off(edition, refused):
    edition.grid_csv()
    path = edition.buurt_gpkg()
    whole = path.read_bytes()
    for length in (50, 1000, len(whole) // 3, len(whole) // 2):
        path.write_bytes(whole[:length])
        assert refused([edition.folder]).startswith("buurt.gpkg ")


def test_outlines_that_are_lines(edition, refused):
    edition.grid_csv()
    features = [
        ({"bu_code": "BU00010000"}, square_wkt(850, 4360)),
        ({"bu_code": "BU00010001"}, "LINESTRING(85000 436000,85100 436000)"),
    ]
    write_vector(edition.folder / "lijn.gpkg", "lijn", features)
    assert refused([edition.folder]) == "lijn.gpkg: Area 2 is a linestring; expected is a polygon."


def test_a_layer_without_features(edition, refused, make_pack):
    edition.grid_csv()
    write_vector(edition.folder / "c.gpkg", "c", [], fields={"crs28992res100m": str, "aantal_woningen": int})
    assert refused([edition.folder]) == "c.gpkg has no features."


def test_squares_without_counts(edition, refused):
    edition.grid_csv()
    write_vector(edition.folder / "c.gpkg", "c", [({"crs28992res100m": square_id(850, 4360)}, square_wkt(850, 4360))])
    assert refused([edition.folder]) == (
        "c.gpkg has squares but no counts; expected is a column like aantal_woningen or aantal_inwoners."
    )


@pytest.mark.parametrize("bad", ["E85N4360", "Ünïcode", None])
def test_counts_of_what_is_no_square(edition, refused, bad):
    edition.grid_csv()
    features = [({"crs28992res100m": c, "aantal_woningen": 5}, None) for c in (square_id(850, 4360), bad)]
    write_vector(edition.folder / "c.gpkg", "c", features)
    said = refused([edition.folder])
    assert said == f"c.gpkg, feature 2: “{bad or ''}” is no square; expected is a code like E0974N4514."


def test_counts_that_are_texts(edition, refused):
    edition.grid_csv()
    write_vector(
        edition.folder / "c.gpkg", "c", [({"crs28992res100m": square_id(850, 4360), "aantal_woningen": "?"}, None)]
    )
    assert refused([edition.folder]) == (
        "c.gpkg, feature 1: column aantal_woningen holds “?” where a number was expected."
    )


# --- the choice -------------------------------------------------------------------------------------------------------


def test_an_unknown_gemeente(edition, refused):
    assert refused(edition.all(), gemeenten=["IJstad", "Atlantis"]) == (
        "Gemeente Atlantis isn't in the files. They hold: IJstad, Súdwest."
    )


def test_a_choice_without_outlines(edition, refused):
    edition.grid_csv(), edition.gemeente_csv()
    assert refused([edition.folder], gemeenten=["IJstad"]) == (
        "Gemeenten can't be chosen without their outlines. Add the zip with geometry, or import everything."
    )


def test_a_negative_margin(edition, refused):
    assert refused(edition.all(), gemeenten=["IJstad"], margin=-5.0) == "The margin is -5.0 m; it can't be below 0."


@pytest.mark.parametrize("shape", [square_wkt(200, 4360), None, "POLYGON EMPTY"])
def test_a_gemeente_without_squares(edition, refused, shape):
    edition.grid_csv()
    features = [({"gm_code": "GM0009", "gm_naam": "Leeg"}, shape), ({"gm_code": "GM0001"}, square_wkt(850, 4360, 6, 4))]
    write_vector(edition.folder / "gemeente.gpkg", "gemeente", features)
    assert refused([edition.folder], gemeenten=["Leeg"]) == "The chosen gemeenten hold no squares with a score."


# --- cancel and failure in the middle ---------------------------------------------------------------------------------


def test_cancel_at_every_step_leaves_nothing(edition, tmp_path):
    found = inspect(edition.all())
    steps = []
    import_edition(found, tmp_path / "whole", progress=lambda fraction: steps.append(fraction) or True)
    assert len(steps) > 15
    target = tmp_path / "out" / "pack"
    for stop in range(len(steps)):
        seen = []
        with pytest.raises(CancelledError):
            import_edition(found, target, progress=lambda fraction, s=seen, n=stop: s.append(fraction) or len(s) <= n)
        assert len(seen) == stop + 1 and left_in(target.parent) == []
    seen = []
    with pytest.raises(CancelledError):
        inspect([edition.folder], lambda fraction: seen.append(fraction) or len(seen) < 3)


FULL = OSError(errno.ENOSPC, "No space left on device")


@pytest.mark.parametrize("number", [0, 3, 7, 9])
@pytest.mark.parametrize("code", [errno.ENOSPC, errno.EDQUOT])
def test_a_full_disk_while_saving_arrays(edition, refused, monkeypatch, number, code):
    files = edition.all()
    calls = []

    def save(folder, name, *_about):
        calls.append(name)
        if len(calls) > number:
            (folder / f"{name}.npy").write_bytes(b"half")
            raise OSError(code, "full")

    monkeypatch.setattr(pack_arrays, "_save", save)
    said = refused(files)
    assert said.startswith("The disk of ") and said.endswith(
        "pack is full; nothing was left behind. Make room and try again."
    )
    assert len(calls) > number  # those that other threads had begun fail too


@pytest.mark.parametrize("part", ["write_layer", "write_classes", "write_areas"])
def test_failures_of_other_parts_leave_nothing(edition, refused, monkeypatch, part):
    files = edition.all()

    def fail(path, *_args, **_options):
        path.write_bytes(b"half")
        raise FULL

    monkeypatch.setattr(area_import if part == "write_areas" else square_files, part, fail)
    assert "is full" in refused(files)


@pytest.mark.parametrize("problem", [sqlite3.OperationalError("disk I/O error"), RuntimeError("")])
def test_a_full_disk_in_sqlite_and_gdal(edition, refused, monkeypatch, problem):
    """They don't always say that the disk is full, so it is looked up."""

    def fail(*_args):
        raise problem

    monkeypatch.setattr(geopackage, "_insert", fail)
    files = edition.all()
    assert refused(files) == f"squares.gpkg can't be written: {problem}."
    usage = shutil.disk_usage(edition.folder)
    monkeypatch.setattr(importer.shutil, "disk_usage", lambda _path: usage._replace(free=0))
    assert refused(files).endswith("pack is full; nothing was left behind. Make room and try again.")


def test_numpy_gives_no_number_for_a_full_disk(edition, refused, monkeypatch):
    def fail(*_args, **_options):
        raise OSError("6885 requested and 1008 written")

    monkeypatch.setattr(pack_arrays, "_save", fail)
    assert "is full; nothing was left behind" in refused(edition.all())


def test_no_memory_leaves_nothing(edition, tmp_path, monkeypatch):
    def fail(*_args):
        raise MemoryError

    monkeypatch.setattr(square_files, "save_arrays", fail)
    target = tmp_path / "out" / "pack"
    with pytest.raises(MemoryError):
        import_edition(inspect(edition.all()), target)
    assert left_in(target.parent) == []


@pytest.mark.parametrize("code", [errno.EACCES, errno.EPERM, errno.EROFS])
def test_a_folder_that_cannot_be_written(edition, refused, monkeypatch, code):
    files = edition.all()

    def fail(_path, *_args, **_options):
        raise OSError(code, "no")

    monkeypatch.setattr(importer.Path, "mkdir", fail)
    with pytest.raises(InputError, match=r"can't be written: no permission\. Choose another folder"):
        import_edition(inspect(files), edition.folder / "new" / "pack")


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write everywhere")
def test_a_read_only_parent(edition, tmp_path):
    parent = tmp_path / "locked"
    parent.mkdir(mode=0o555)
    with pytest.raises(InputError, match="can't be written: no permission"):
        import_edition(inspect([edition.grid_csv()]), parent / "pack")


def test_another_failure_of_the_disk_is_said(edition, refused, monkeypatch):
    def fail(*_args, **_options):
        raise OSError(errno.EIO, "Input/output error")

    monkeypatch.setattr(pack_arrays, "_save", fail)
    assert "can't be written in " in refused(edition.all())


def test_remains_of_a_killed_import_are_cleared(edition, tmp_path):
    target = tmp_path / "out" / "pack"
    killed = target.with_name(".pack-0123abcd.import")
    older = target.with_name(".pack.import")  # as versions before made it, a day ago
    for stale in (killed, older):
        stale.mkdir(parents=True)
        (stale / "values.npy").write_bytes(b"half")
    (killed / ".held").write_bytes(b"1")
    os.utime(older, (1, 1))
    import_edition(inspect([edition.grid_csv()]), target)
    assert left_in(target.parent) == ["pack"] and len(open_pack(target).grid) == 48


# --- a folder that is taken -------------------------------------------------------------------------------------------


def test_a_folder_that_holds_something_else_is_not_touched(edition, tmp_path):
    found = inspect([edition.grid_csv()])
    target = tmp_path / "mine"
    target.mkdir()
    (target / "thesis.docx").write_bytes(b"years of work")
    with pytest.raises(InputError, match=r"mine isn't empty and holds no data pack\. Choose another folder"):
        import_edition(found, target)
    assert left_in(target) == ["thesis.docx"]
    with pytest.raises(InputError, match="holds no data pack"):
        import_edition(found, target / "thesis.docx")
    assert (target / "thesis.docx").read_bytes() == b"years of work"


def test_a_pack_of_other_files_or_another_choice_is_not_touched(edition, tmp_path):
    target = tmp_path / "pack"
    import_edition(inspect(edition.all()), target)
    before = left_in(target)
    with pytest.raises(
        InputError, match=r"already holds a data pack of other files or another choice \(edition 2024\)"
    ):
        import_edition(inspect([edition.folder]), target, ["IJstad"])
    rows = edition.grid_rows()
    rows[0][4] += 0.01
    edition.grid_csv(rows=rows)
    with pytest.raises(InputError, match="other files or another choice"):
        import_edition(inspect([edition.folder]), target)
    assert left_in(target) == before


def test_a_pack_that_lost_parts_is_made_again(edition, tmp_path):
    """Its message says to import again; that must work in the same folder."""
    found = inspect(edition.all())
    target = tmp_path / "pack"
    whole = import_edition(found, target).info["files"]
    for name in ("values.npy", "areas.gpkg"):
        (target / name).unlink()
        with pytest.raises(PackError, match="Import the data again"):
            open_pack(target)
        assert not import_edition(found, target).already_there
        assert len(open_pack(target).grid) == 48 and left_in(target) == sorted([*whole, "pack.json"])
    (target / "values.npy").unlink()
    (target / "thesis.docx").write_bytes(b"years of work")
    with pytest.raises(PackError, match=r"holds files that don't belong to it \(thesis\.docx\)"):
        import_edition(found, target)
    assert (target / "thesis.docx").exists()


def test_a_failed_repair_keeps_what_was_left(edition, tmp_path, monkeypatch):
    found = inspect(edition.all())
    target = tmp_path / "pack"
    import_edition(found, target)
    (target / "values.npy").unlink()
    before = left_in(target)

    def fail(*_args, **_options):
        raise FULL

    monkeypatch.setattr(pack_arrays, "_save", fail)
    with pytest.raises(InputError, match="is full"):
        import_edition(found, target)
    assert left_in(target) == before and left_in(tmp_path) == ["files", "pack"]


# --- a pack that is damaged -------------------------------------------------------------------------------------------


@pytest.fixture
def made(edition, make_pack):
    return make_pack(edition.all()).folder


def damaged(folder, file):
    return f"The data pack {folder} is damaged: {file} isn't what was written. Import the data again."


def complaint(folder):
    with pytest.raises(PackError) as caught:
        open_pack(folder)
    return str(caught.value)


def test_each_missing_part_is_named(made):
    names = left_in(made)
    assert len(names) > 12
    for name in names:
        content = (made / name).read_bytes()
        (made / name).unlink()
        said = complaint(made)
        if name == "pack.json":
            assert said.endswith("is no data pack of the Leefbaarometer plugin: it has no pack.json.")
        else:
            assert said == f"The data pack {made} is incomplete: {name} is missing. Import the data again."
        (made / name).write_bytes(content)
    assert len(open_pack(made).grid) == 48


def test_each_array_cut_off_anywhere(made):
    for path in made.glob("*.npy"):
        content = path.read_bytes()
        for length in (0, 3, 60, len(content) - 1):
            path.write_bytes(content[:length])
            assert complaint(made) == damaged(made, path.name)
        path.write_bytes(b"garbage" * 30)
        assert "is damaged" in complaint(made)
        path.write_bytes(content)


def test_each_array_of_another_size(made):
    for path in made.glob("*.npy"):
        content = path.read_bytes()
        array = np.load(path)
        for other in (array[:-1], array[..., None], np.zeros((0,), array.dtype)):
            np.save(path, other)
            assert "is damaged" in complaint(made), path.name
        path.write_bytes(content)


def test_an_archive_in_the_place_of_an_array(made):
    np.savez(made / "total.npz", a=np.zeros(3))
    (made / "total.npz").rename(made / "total.npy")
    assert "is damaged" in complaint(made)


@pytest.mark.parametrize(
    "content", [b"", b"{", b"[]", b"null", b"7", b'"text"', b"{}", b'{"format": null}', b"\xff\xfe{}", b'{"format": 1}']
)
def test_a_garbled_pack_json(made, content):
    (made / "pack.json").write_bytes(content)
    assert complaint(made).startswith(f"The data pack {made} ")


def test_each_entry_of_pack_json_missing_or_of_another_kind(made):
    path = made / "pack.json"
    whole = json.loads(path.read_text(encoding="utf-8"))
    needed = ("model", "files", "squares", "grid", "years", "class_columns", "levels", "edition", "gemeenten")
    for entry in needed:
        for wrong in ("absent", None, "text", 3.5, {"a": 1}, [["b"]]):
            broken = {k: v for k, v in whole.items() if k != entry}
            if wrong != "absent":
                broken[entry] = wrong
            path.write_text(json.dumps(broken), encoding="utf-8")
            assert f"The data pack {made} is damaged: " in complaint(made) and entry in complaint(made)


def test_a_pack_of_a_newer_format(made):
    text = (made / "pack.json").read_text(encoding="utf-8")
    (made / "pack.json").write_text(text.replace(f'"format": {FORMAT}', '"format": 99'), encoding="utf-8")
    said = complaint(made)
    assert f"{made} was made by a newer version of the plugin (format 99; this version reads {FORMAT})" in said
    with pytest.raises(PackError, match="newer version"):
        open_pack(str(made))


def test_no_pack_at_all(tmp_path):
    for folder in (tmp_path, tmp_path / "nowhere"):
        assert complaint(folder).endswith("it has no pack.json.")


def test_a_read_only_pack_opens_and_cannot_be_changed(made):
    for path in made.iterdir():
        path.chmod(0o444)
    made.chmod(0o555)
    pack = open_pack(made)
    with pytest.raises(ValueError, match="read-only"):
        pack.published.total[0, 0] = 0
    assert gdal.Open(str(pack.raster_path)).RasterCount == 12
    made.chmod(0o755)


def test_a_year_that_is_not_there(made):
    pack = open_pack(made)
    assert pack.require_year(None) == 2024 and pack.require_year(2022) == 2022
    with pytest.raises(PackError, match="Year 2020 isn't in the data pack; it has 2022, 2024"):
        pack.require_year(2020)


def test_a_pack_of_areas_alone_has_no_squares(edition, make_pack):
    pack = make_pack([edition.buurt_csv(), edition.buurt_gpkg()])
    assert pack.grid is None and pack.years == (2022, 2024) and pack.levels == ["buurt"]
    with pytest.raises(PackError, match="pack holds no squares"):
        pack.require_squares()
