# SPDX-License-Identifier: GPL-2.0-or-later
"""Reading ahead gives the same bytes, the same errors, and always ends its thread."""

from __future__ import annotations

import io
import threading

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from leefbaar_plugin.engine.errors import InputError
from leefbaar_plugin.pack.importing.importer import import_edition
from leefbaar_plugin.pack.reading.inspection import inspect
from leefbaar_plugin.pack.reading.squares import read_squares_apart
from leefbaar_plugin.pack.tables import read_ahead, tables
from leefbaar_plugin.pack.tables.read_ahead import ReadAhead
from tests.builders import GRID_HEADER, Edition, score_row, square_id, table, write_zip


def running():
    return [thread for thread in threading.enumerate() if thread.name == "leefbaarometer-read-ahead"]


@settings(derandomize=True, deadline=None, database=None, max_examples=40)
@given(st.binary(max_size=3000), st.integers(1, 700), st.integers(1, 900))
def test_the_same_bytes(content, block, size):
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(read_ahead, "_BLOCK", block)
        with ReadAhead(io.BytesIO(content)) as file:
            found = b""
            while part := file.read(size):
                assert len(part) <= size
                found += part
            assert found == content and file.read() == b""
        with ReadAhead(io.BytesIO(content)) as file:
            assert b"".join(file) == content
    assert not running()


@pytest.mark.parametrize("parts", [0, 1, 3])
def test_leaving_early_ends_the_thread_and_closes_the_file(monkeypatch, parts):
    monkeypatch.setattr(read_ahead, "_BLOCK", 10)
    content = io.BytesIO(b"x" * 10_000)
    with ReadAhead(content) as file:
        for _ in range(parts):
            file.read(10)
    assert content.closed and not running()


def test_an_error_of_the_thread_comes_to_the_reader(monkeypatch):
    monkeypatch.setattr(read_ahead, "_BLOCK", 10)

    class Broken(io.BytesIO):
        def read(self, size=-1):
            if self.tell() >= 30:
                raise EOFError("cut off")
            return super().read(size)

    with ReadAhead(Broken(b"x" * 100)) as file:
        assert [len(file.read(10)) for _ in range(3)] == [10, 10, 10]
        with pytest.raises(EOFError, match="cut off"):
            file.read(10)
        assert file.read(10) == b""
    assert not running()


@pytest.fixture
def archive(tmp_path, monkeypatch):
    """A zip whose table is longer than what is looked at to recognise it."""
    monkeypatch.setattr(tables, "_ENCODING_SAMPLE", 5_000)
    monkeypatch.setattr(tables, "_ROWS_AT_ONCE", 200)
    monkeypatch.setattr(read_ahead, "_BLOCK", 4_096)
    rows = [score_row([square_id(800 + n // 100, 4300 + n % 100)], 2024, n) for n in range(5_000)]
    return write_zip(tmp_path / "a.zip", {"grids.csv": table(GRID_HEADER, rows)})


def test_damage_far_into_an_archive_is_said_and_ends_the_thread(archive):
    found = inspect([archive])
    assert len(read_squares_apart(found.tables["grid"])[0].column) == 5_000
    content = bytearray(archive.read_bytes())
    middle = len(content) // 2
    content[middle : middle + 40] = bytes(40)
    archive.write_bytes(content)
    with pytest.raises(InputError, match=r"a\.zip › grids\.csv is damaged or cut off"):
        read_squares_apart(found.tables["grid"])[0]
    assert not running()


def test_stopping_in_the_middle_ends_the_thread(archive):
    found = inspect([archive]).tables["grid"]
    frames = tables.read_table(found.table, [found.code], [found.year])
    assert len(next(frames)) == 200
    frames.close()
    assert not running()


@pytest.mark.parametrize("level", ["grid", "buurt"])
def test_a_wrong_value_ends_the_thread_while_its_error_is_kept(tmp_path, level):
    """Whoever shows the error holds what was half read: the file would stay open, and on Windows locked."""
    edition = Edition(tmp_path)
    edition.grid_csv()
    edition.buurt_csv()
    path = next(path for path in tmp_path.iterdir() if level in path.name)
    lines = path.read_text(encoding="utf-8").splitlines()
    header = [name.strip('"') for name in lines[0].split(",")]
    cells = lines[1].split(",")
    cells[header.index("afw")] = "2.5"
    path.write_text("\n".join([lines[0], ",".join(cells), *lines[2:]]) + "\n", encoding="utf-8")
    with pytest.raises(InputError) as kept:
        import_edition(inspect([tmp_path]), tmp_path / "pack")
    assert "afw holds “2.5”" in str(kept.value) and not running()
