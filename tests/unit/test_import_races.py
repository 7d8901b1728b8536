# SPDX-License-Identifier: GPL-2.0-or-later
"""Imports that are killed, meet each other or meet a virus scanner; and what lay beside a file that is replaced."""

from __future__ import annotations

import errno
import os
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import pytest

from leefbaar_plugin.engine.errors import InputError, PackError, WriteError
from leefbaar_plugin.pack import folder as pack_folder
from leefbaar_plugin.pack.files import disk
from leefbaar_plugin.pack.importing.importer import import_edition
from leefbaar_plugin.pack.importing.leftovers import remove_leftovers
from leefbaar_plugin.pack.pack import open_pack
from leefbaar_plugin.pack.reading.inspection import inspect

ROOT = Path(__file__).resolve().parents[2]
IMPORT = """
import sys, time
sys.path.insert(0, sys.argv[1])
from pathlib import Path
from leefbaar_plugin.pack.importing.importer import import_edition
from leefbaar_plugin.pack.reading.inspection import inspect
from leefbaar_plugin.engine.errors import LeefbaarError
files, target, gemeente = sys.argv[2:5]
go = Path(target).parent / "go"
found = inspect([files])
print("ready", flush=True)
sys.stdin.readline()
try:
    made = import_edition(found, target, [gemeente] if gemeente else [])
    print("there" if made.already_there else "made")
except LeefbaarError as problem:
    print("refused", problem)
"""


@pytest.fixture
def others():
    """Starts programs that import `files` into `target` when they are told to; none outlives the test."""
    started = []

    def start(files: Path, target: Path, gemeente: str = "", **environment: str) -> subprocess.Popen:
        command = [sys.executable, "-c", IMPORT, str(ROOT), str(files), str(target), gemeente]
        pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "stderr": subprocess.PIPE, "text": True}
        started.append(subprocess.Popen(command, env=os.environ | environment, **pipes))
        return started[-1]

    yield start
    for one in started:
        one.kill()
        one.communicate()


def ready(*programs: subprocess.Popen) -> None:
    for one in programs:
        assert one.stdout.readline() == "ready\n", one.stderr.read()


def go(*programs: subprocess.Popen) -> list[str]:
    """What all of them say in the end."""
    for one in programs:
        one.stdin.write("\n")
        one.stdin.flush()
    said = []
    for one in programs:
        out, err = one.communicate(timeout=120)
        assert not err, err
        said.append(out.strip())
    return said


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


# Two at once


def test_two_imports_of_the_same_into_one_folder(edition, tmp_path, others):
    edition.all()
    target = tmp_path / "out" / "pack"
    for _ in range(3):
        programs = [others(edition.folder, target) for _ in range(2)]
        ready(*programs)
        assert set(go(*programs)) <= {"made", "there"}
        assert len(open_pack(target).grid) == 48 and names(target.parent) == ["pack"]
        os.truncate(target / "values.npy", 500)  # the next two find a damaged one


def test_two_imports_of_different_choices_into_one_folder(edition, tmp_path, others):
    edition.all()
    target = tmp_path / "out" / "pack"
    programs = [others(edition.folder, target, gemeente) for gemeente in ("IJstad", "Súdwest")]
    ready(*programs)
    said = sorted(go(*programs))
    assert said[0] == "made" and said[1].startswith("refused") and "of other files or another choice" in said[1]
    assert len(open_pack(target).grid) == 24 and names(target.parent) == ["pack"]


def test_another_import_is_quicker(edition, tmp_path, monkeypatch):
    """It puts its pack there between our last look and our rename."""
    found, target = inspect(edition.all()), tmp_path / "out" / "pack"
    rename, others = Path.rename, []

    def late(path, to):
        if to == target and not others:
            others.append(True)
            import_edition(found, target)
        return rename(path, to)

    monkeypatch.setattr(Path, "rename", late)
    made = import_edition(found, target)
    assert made.already_there and others and names(target.parent) == ["pack"]
    assert made.info == open_pack(target).info


def test_a_damaged_pack_was_mended_by_another_import(edition, tmp_path, monkeypatch):
    found, target = inspect(edition.all()), tmp_path / "out" / "pack"
    import_edition(found, target)
    (target / "values.npy").unlink()
    clear, others = pack_folder._clear_away, []

    def late(folder, recipe):
        if not others:
            others.append(True)
            import_edition(found, target)
            whole = (target / "pack.json").stat().st_ino
            clear(folder, recipe)
            assert (target / "pack.json").stat().st_ino == whole  # it was put back
        else:
            clear(folder, recipe)

    monkeypatch.setattr(pack_folder, "_clear_away", late)
    assert import_edition(found, target).already_there and names(target.parent) == ["pack"]


# Killed


def test_what_a_killed_import_left_goes_with_the_next(edition, tmp_path, others, monkeypatch):
    edition.all()
    target, temporary = tmp_path / "out" / "pack", tmp_path / "tmp"
    temporary.mkdir()
    left = set()
    for wait in (0.05, 0.1, 0.2):
        one = others(edition.folder, target, TMPDIR=str(temporary))
        ready(one)
        one.stdin.write("\n")
        one.stdin.flush()
        time.sleep(wait)
        one.send_signal(signal.SIGKILL)
        one.wait()
        left |= {*names(target.parent)} if target.parent.exists() else set()
    assert any(name.endswith(".import") for name in left)
    monkeypatch.setattr(tempfile, "tempdir", str(temporary))
    import_edition(inspect([edition.folder]), target)
    assert names(target.parent) == ["pack"] and names(temporary) == []


def test_leftovers_go_at_the_next_start(tmp_path, monkeypatch):
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "tmp"))
    (tmp_path / "tmp").mkdir()
    packs = tmp_path / "data"
    mine = [packs / ".a-01234567.import", packs / ".b é-89abcdef.gone", tmp_path / "tmp" / "leefbaarometer-01234567"]
    for path in mine:
        path.mkdir(parents=True)
        (path / ".held").write_bytes(b"1")
        (path / "values.npy").write_bytes(b"half")
    kept = [
        packs / "a",
        packs / ".a",
        packs / "x.import",
        packs / ".git-0123.import",
        tmp_path / "tmp" / "leefbaarometer",
    ]
    young = packs / ".c-01234567.import"  # about to be locked
    younger = packs / ".d-01234567.import"  # its file is there, and not locked yet
    for path in [*kept, young, younger]:
        path.mkdir()
        (path / "thesis.docx").touch()
    (younger / ".held").touch()
    with disk.Staging(packs, ".d", ".import") as staging:
        assert remove_leftovers(packs) == 3
        assert all(path.exists() for path in [*kept, young, younger, staging.path]) and not any(
            path.exists() for path in mine
        )
    assert not staging.path.exists()
    assert remove_leftovers(tmp_path / "nowhere") == 0


def test_files_of_an_import_under_way_are_no_input(edition, tmp_path):
    files = edition.all()
    with disk.Staging(edition.folder, ".pack", ".import") as staging:
        (staging.path / "grids.csv").write_bytes(files[0].read_bytes())
        assert len(inspect([edition.folder]).sources) == len(files)


# A lock held for a moment


@pytest.fixture
def quick(monkeypatch):
    monkeypatch.setattr(disk, "PAUSES", (0.001,) * 5)


def held(monkeypatch, method: str, times: int, code: int = errno.EACCES) -> list[Path]:
    """Another program holds whatever is renamed, replaced or deleted, for so many attempts."""
    original, asked = getattr(Path, method), []

    def busy(path, *given, **named):
        asked.append(path)
        if len(asked) <= times:
            raise PermissionError(code, "The process cannot access the file")
        return original(path, *given, **named)

    monkeypatch.setattr(Path, method, busy)
    return asked


@pytest.mark.parametrize("code", [errno.EACCES, errno.EPERM, errno.EBUSY])
@pytest.mark.parametrize("method", ["rename", "unlink"])
def test_a_lock_held_for_a_moment_loses_nothing(edition, tmp_path, monkeypatch, quick, method, code):
    found = inspect(edition.all())
    asked = held(monkeypatch, method, 4, code)
    import_edition(found, tmp_path / "out" / "pack")
    assert len(asked) >= 5 and len(open_pack(tmp_path / "out" / "pack").grid) == 48
    assert names(tmp_path / "out") == ["pack"]


def test_a_lock_that_stays_is_said(edition, tmp_path, monkeypatch, quick):
    found = inspect(edition.all())
    held(monkeypatch, "rename", 10_000)
    with pytest.raises(InputError, match="can't be written: no permission"):
        import_edition(found, tmp_path / "out" / "pack")
    assert names(tmp_path / "out") == []


def test_other_failures_are_not_waited_for(tmp_path, monkeypatch):
    monkeypatch.setattr(disk, "PAUSES", (60.0,))
    with pytest.raises(FileNotFoundError):
        disk.patiently((tmp_path / "weg").rename, tmp_path / "b")


# What lies beside a file


def test_what_belongs_to_a_file(tmp_path):
    path = tmp_path / "plan[1].tif"
    mine = [path, *(tmp_path / f"plan[1].tif{end}" for end in (".aux.xml", ".ovr", ".msk")), tmp_path / "plan[1].qml"]
    others = [tmp_path / name for name in ("plan1.tif", "plan1.qml", "plan[1]-2.tif", "plan[1]-2.qml", "tif.aux.xml")]
    for one in [*mine, *others]:
        one.touch()
    assert set(disk.belongings(path)) == set(mine[1:])
    (tmp_path / "plan[1].shp").touch()
    assert tmp_path / "plan[1].qml" not in disk.belongings(path)  # it may be that file's style
    disk.remove(path)
    assert set(tmp_path.iterdir()) == {*others, tmp_path / "plan[1].qml", tmp_path / "plan[1].shp"}


def test_a_database_is_replaced_with_its_journals(tmp_path):
    target, written = tmp_path / "a.gpkg", tmp_path / "new.gpkg"
    for ending in ("", "-wal", "-shm", "-journal"):
        (tmp_path / f"a.gpkg{ending}").write_bytes(b"old")
    written.write_bytes(b"new")
    disk.replace(written, target)
    assert names(tmp_path) == ["a.gpkg"] and target.read_bytes() == b"new"


@pytest.mark.parametrize(
    "beside", ["classes.tif.aux.xml", "areas.gpkg-wal", "areas.gpkg-shm", "classes.qml", "Thumbs.db"]
)
@pytest.mark.parametrize("damage", ["values.npy", "pack.json"])
def test_a_damaged_pack_is_made_again_with_what_programs_left_in_it(edition, tmp_path, beside, damage):
    found, target = inspect(edition.all()), tmp_path / "pack"
    import_edition(found, target)
    os.truncate(target / damage, 100)
    (target / beside).write_bytes(b"of another program")
    assert not import_edition(found, target).already_there
    assert len(open_pack(target).grid) == 48 and beside not in names(target)


def test_every_file_of_a_pack_is_known_to_be_one(edition, tmp_path):
    """Else a pack whose list is damaged couldn't be made again."""
    info = import_edition(inspect(edition.all()), tmp_path / "pack").info
    assert set(info["files"]) <= pack_folder._every_name() and len(info["files"]) > 14


def test_a_pack_of_a_newer_version_is_not_taken_for_a_damaged_one(edition, tmp_path):
    found, target = inspect(edition.all()), tmp_path / "pack"
    import_edition(found, target)
    text = (target / "pack.json").read_text(encoding="utf-8")
    (target / "pack.json").write_text(text.replace('"format": 1', '"format": 2'), encoding="utf-8")
    with pytest.raises(PackError, match="newer version"):
        import_edition(found, target)
    assert "values.npy" in names(target)


@pytest.mark.parametrize("problem", [OSError(errno.ENOSPC, "full"), RuntimeError("of GDAL"), KeyboardInterrupt()])
def test_a_file_written_beside_is_whole_or_not_there(tmp_path, problem):
    target = tmp_path / "a" / "x.tif"
    with disk.beside(target) as path:
        path.write_bytes(b"first")
    (tmp_path / "a" / "x.tif.aux.xml").touch()
    expected = WriteError if isinstance(problem, OSError) else type(problem)

    def write_half():
        with disk.beside(target) as path:
            path.write_bytes(b"half")
            raise problem

    with pytest.raises(expected):
        write_half()
    assert target.read_bytes() == b"first" and names(target.parent) == ["x.tif", "x.tif.aux.xml"]
    with disk.beside(target) as path:
        path.write_bytes(b"second")
    assert target.read_bytes() == b"second" and names(target.parent) == ["x.tif"]
