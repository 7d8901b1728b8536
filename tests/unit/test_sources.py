# SPDX-License-Identifier: GPL-2.0-or-later
"""Files wherever they lie, and archives that can't be trusted."""

from __future__ import annotations

import contextlib
import struct
import zipfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from leefbaar_plugin.engine.errors import InputError, LeefbaarError
from leefbaar_plugin.pack.reading.inspection import inspect
from leefbaar_plugin.pack.reading.sources import find_sources
from tests.builders import GRID_HEADER, score_row, square_id, table, write_zip

CONTENT = table(GRID_HEADER, [score_row([square_id(850 + at, 4360)], 2024, at) for at in range(40)])


def names(found):
    return [source.label for source in found]


def complaint(paths):
    with pytest.raises(InputError) as caught:
        inspect(paths)
    return str(caught.value)


def test_files_folders_and_archives_together(tmp_path):
    (tmp_path / "deep" / "er").mkdir(parents=True)
    (tmp_path / "deep" / "er" / "a.CSV").write_bytes(CONTENT)
    (tmp_path / "deep" / "note.pdf").write_bytes(b"%PDF")
    write_zip(tmp_path / "deep" / "b.ZIP", {"map/": b"", "map/c.csv": CONTENT, "map/leesmij.pdf": b"%PDF"})
    assert names(find_sources([tmp_path])) == ["b.ZIP › c.csv", "a.CSV"]
    again = [
        tmp_path,
        tmp_path / "deep",
        tmp_path / "deep" / "er" / "a.CSV",
        tmp_path / "deep" / ".." / "deep" / "b.ZIP",
    ]
    assert len(find_sources(again)) == 2


def test_what_macos_adds_to_archives_and_folders_is_passed_over(tmp_path):
    junk = b"\0\5\x16\7" * 20
    write_zip(tmp_path / "a.zip", {"a/s.csv": CONTENT, "__MACOSX/a/._s.csv": junk, "a/._s.csv": junk})
    (tmp_path / "._b.csv").write_bytes(junk)
    (tmp_path / "._b.zip").write_bytes(junk)
    assert names(find_sources([tmp_path])) == ["a.zip › s.csv"]


def test_a_pack_among_the_files_is_passed_over(tmp_path):
    (tmp_path / "pack").mkdir()
    for name in ("pack.json", "squares.gpkg"):
        (tmp_path / "pack" / name).write_bytes(b"{}")
    (tmp_path / "s.csv").write_bytes(CONTENT)
    assert names(find_sources([tmp_path])) == ["s.csv"]
    with pytest.raises(InputError, match="No readable file"):
        find_sources([tmp_path / "pack"])


def test_nothing_to_read(tmp_path):
    with pytest.raises(InputError, match="nowhere doesn't exist"):
        find_sources([tmp_path / "nowhere"])
    with pytest.raises(
        InputError, match=r"No readable file was found in .*; expected a zip, CSV, GeoPackage or GeoJSON"
    ):
        find_sources([tmp_path])
    (tmp_path / "a.pdf").write_bytes(b"%PDF")
    with pytest.raises(InputError, match=r"a\.pdf is no zip, CSV, GeoPackage or GeoJSON"):
        find_sources([tmp_path / "a.pdf"])
    (tmp_path / "b.XLSX").write_bytes(b"PK")
    with pytest.raises(InputError, match=r"b\.XLSX is a workbook, which isn't read\. Save its sheet as CSV, or use"):
        find_sources([tmp_path / "b.XLSX"])
    write_zip(tmp_path / "b.zip", {"x.pdf": b"%PDF"})
    with pytest.raises(InputError, match=r"No readable file was found in b\.zip"):
        find_sources([tmp_path / "b.zip"])
    with pytest.raises(InputError, match="No readable file"):
        find_sources([])


def test_a_file_in_a_folder_that_is_closed_is_not_said_to_be_gone(tmp_path, monkeypatch):
    path, stat = tmp_path / "closed" / "grids.csv", Path.stat

    def closed(self, **given):
        if self == path:
            raise PermissionError(13, "Permission denied", str(path))
        return stat(self, **given)

    monkeypatch.setattr(Path, "stat", closed)
    with pytest.raises(InputError, match=r"grids\.csv can't be opened: .*Permission denied"):
        find_sources([path])


def test_what_is_half_written_is_no_input(tmp_path):
    (tmp_path / ".plan.csv-01234567.half").mkdir()
    for path in (tmp_path / "a.csv", tmp_path / ".plan.csv-01234567.half" / "plan.csv"):
        path.write_text("x")
    assert [source.label for source in find_sources([tmp_path])] == ["a.csv"]


@pytest.mark.parametrize("content", [b"no zip at all", CONTENT, b"PK\3\4" + b"\0" * 90])
def test_not_a_zip(tmp_path, content):
    (tmp_path / "a.zip").write_bytes(content)
    assert complaint([tmp_path / "a.zip"]) == (
        "a.zip is no zip archive, or was cut off while it was copied. Copy or download it again."
    )


def test_empty_zip_file(tmp_path):
    (tmp_path / "a.zip").write_bytes(b"")
    assert complaint([tmp_path / "a.zip"]) == "a.zip is empty."


def test_truncated_zip_at_every_place(tmp_path):
    whole = write_zip(tmp_path / "whole.zip", {"a.csv": CONTENT, "b.txt": b"read me"}).read_bytes()
    path = tmp_path / "a.zip"
    for length in range(1, len(whole), 7):
        path.write_bytes(whole[:length])
        assert complaint([path]).startswith("a.zip is no zip archive, or was cut off")


def test_missing_middle_of_a_zip(tmp_path):
    """The directory at the end is there, the content isn't all."""
    path = write_zip(tmp_path / "a.zip", {"a.csv": CONTENT})
    whole = path.read_bytes()
    for begin, end in ((40, 400), (100, 110), (10, 30), (0, 60)):
        path.write_bytes(whole[:begin] + whole[end:])
        assert complaint([path]).startswith("a.zip")


@settings(derandomize=True, deadline=None, database=None, max_examples=400, suppress_health_check=list(HealthCheck))
@given(st.lists(st.tuples(st.integers(0, 10_000), st.integers(0, 255)), min_size=1, max_size=4))
def test_damaged_zips_are_read_or_refused(tmp_path, damage):
    path = tmp_path / "a.zip"
    content = bytearray(write_zip(path, {"map/a.csv": CONTENT}).read_bytes())
    for at, value in damage:
        content[at % len(content)] = value
    path.write_bytes(content)
    with contextlib.suppress(LeefbaarError):
        assert inspect([path]).years["grid"]


@pytest.mark.parametrize(
    "member",
    [
        "../evil.csv", "map/../../evil.csv", "/etc/evil.csv", "..\\evil.csv", "map\\..\\..\\evil.csv", "C:\\evil.csv",
        "\\\\server\\evil.csv", "c:/evil.csv", "../../only.pdf",
    ],
)  # fmt: skip
def test_paths_that_lead_out_of_the_archive(tmp_path, member):
    (tmp_path / "in").mkdir()
    path = write_zip(tmp_path / "in" / "a.zip", {"good.csv": CONTENT, member: CONTENT})
    assert complaint([path]) == f"a.zip holds the path “{member}”, which leads out of the archive. It isn't read."
    assert sorted(p.name for p in tmp_path.rglob("*")) == ["a.zip", "in"]


def test_a_member_that_is_there_twice(tmp_path):
    """Programs differ in which of the two they take."""
    path = tmp_path / "twee.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("grids.csv", CONTENT)
        with pytest.warns(UserWarning, match="Duplicate"):
            archive.writestr("grids.csv", CONTENT[:-20])
    said = "twee.zip holds “grids.csv” twice, so it isn't clear which is meant. It isn't read."
    assert complaint([path]) == said


@pytest.mark.parametrize("member", ["./a.csv", "map\\a.csv", "map//a.csv", "a b/é's.csv", "{a}/#1%20.csv"])
def test_odd_but_harmless_members(tmp_path, member):
    path = write_zip(tmp_path / "a.zip", {"": b"", ".": b"", member: CONTENT})
    assert inspect([path]).years == {"grid": (2024,)}


def bomb(path, size, compressed):
    """A zip whose directory promises `size` bytes for a member of `compressed` bytes."""
    write_zip(path, {"a.csv": CONTENT})
    content = bytearray(path.read_bytes())
    at = content.rindex(b"PK\1\2")
    if size < 2**32 - 1:
        struct.pack_into("<II", content, at + 20, compressed, size)
        path.write_bytes(content)
        return path
    extra = struct.pack("<HHQ", 1, 8, size)
    struct.pack_into("<II", content, at + 20, compressed, 0xFFFFFFFF)
    struct.pack_into("<H", content, at + 30, len(extra))
    name_end = at + 46 + 5
    content[name_end:name_end] = extra
    end = content.rindex(b"PK\5\6")
    (directory,) = struct.unpack_from("<I", content, end + 12)
    struct.pack_into("<I", content, end + 12, directory + len(extra))
    path.write_bytes(content)
    return path


@pytest.mark.parametrize(
    ("size", "compressed", "megabytes"),
    [(10 * 1024**3, 10_000_000, 10_240), (4 * 1024**3 + 1, 4 * 1024**2, 4096), (200 * 1024**2, 100_000, 200)],
)
def test_a_bomb_is_not_unpacked(tmp_path, size, compressed, megabytes):
    path = bomb(tmp_path / "a.zip", size, compressed)
    assert zipfile.ZipFile(path).infolist()[0].file_size == size
    assert complaint([path]) == (
        f"a.zip would unpack to {megabytes} MB for “a.csv”, far more than a Leefbaarometer file. It isn't read."
    )


def test_a_bomb_that_lies_about_its_size_gives_no_more_than_it_said(tmp_path):
    path = tmp_path / "a.zip"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("a.csv", CONTENT + b"\n" * 50_000_000)
    content = bytearray(path.read_bytes())
    struct.pack_into("<I", content, content.rindex(b"PK\1\2") + 24, len(CONTENT))
    path.write_bytes(content)
    said = complaint([path])
    assert said == "a.zip › a.csv is damaged or cut off. Copy or download it again."


def test_an_encrypted_zip(tmp_path):
    path = write_zip(tmp_path / "a.zip", {"a.csv": CONTENT})
    content = bytearray(path.read_bytes())
    for mark, at in ((b"PK\3\4", 6), (b"PK\1\2", 8)):
        content[content.index(mark) + at] |= 1
    path.write_bytes(content)
    assert complaint([path]).startswith("a.zip › a.csv can't be opened: ")


def test_fingerprints_tell_contents_apart(tmp_path):
    plain, other = tmp_path / "a.csv", tmp_path / "b.csv"
    plain.write_bytes(CONTENT)
    other.write_bytes(CONTENT.replace(b"4.1", b"4.2"))
    first, second = (find_sources([path])[0].fingerprint() for path in (plain, other))
    assert first != second and first == find_sources([plain])[0].fingerprint()
    archive = write_zip(tmp_path / "a.zip", {"a.csv": CONTENT})
    before = find_sources([archive])[0].fingerprint()
    write_zip(archive, {"a.csv": CONTENT.replace(b"4.1", b"4.2")})
    assert find_sources([archive])[0].fingerprint() != before


def test_on_disk_takes_no_name_from_the_archive(tmp_path):
    path = write_zip(tmp_path / "a.zip", {"x;rm -rf $HOME/'.gpkg": b"data"})
    scratch = tmp_path / "scratch"
    scratch.mkdir()
    (source,) = find_sources([path])
    copy = source.on_disk(scratch)
    assert copy.read_bytes() == b"data" and copy.parent == scratch and copy.name.startswith("member-")
    assert copy.suffix == ".gpkg"


def test_a_file_that_goes_away(tmp_path):
    path = tmp_path / "a.csv"
    path.write_bytes(CONTENT)
    (source,) = find_sources([path])
    path.unlink()
    for use in (source.open, source.fingerprint):
        with pytest.raises(InputError, match=r"a\.csv can't be opened"):
            use()
