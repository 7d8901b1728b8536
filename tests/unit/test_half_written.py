# SPDX-License-Identifier: GPL-2.0-or-later
"""Files are written beside their place: a program that is killed leaves what was there, and the next one tidies up."""

from __future__ import annotations

import ast
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from leefbaar_plugin.analysis.models.table import read_indicator_model, write_indicator_model
from leefbaar_plugin.engine.errors import WriteError
from leefbaar_plugin.engine.models.indicators import Indicator
from leefbaar_plugin.pack.files import disk
from leefbaar_plugin.pack.files.cache import prune
from leefbaar_plugin.pack.files.resources import load_model

ROOT = Path(__file__).resolve().parents[2]
PACKAGE = ROOT / "leefbaar_plugin"
_PROGRAM = """
import sys, time
from pathlib import Path
from leefbaar_plugin.pack.files.disk import beside
with beside(Path(sys.argv[1])) as path:
    path.write_bytes(b"half")
    (path.parent / (path.name + "-journal")).write_bytes(b"of a database")
    print(path, flush=True)
    time.sleep(60)
"""


@pytest.fixture
def writing():
    """Another program that has written half of a file; it is killed at the end at the latest."""
    programs = []

    def begun(target: Path) -> tuple[subprocess.Popen, Path]:
        one = subprocess.Popen([sys.executable, "-c", _PROGRAM, str(target)], cwd=ROOT, stdout=subprocess.PIPE)
        programs.append(one)
        return one, Path(os.fsdecode(one.stdout.readline()).strip())

    yield begun
    for one in programs:
        one.kill()
        one.wait()
        one.stdout.close()


def killed(one: subprocess.Popen) -> None:
    one.send_signal(signal.SIGKILL)
    one.wait()


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


@pytest.mark.parametrize("name", ["plan.gpkg", "R&D #1 é [x].tif", ".verborgen.csv"])
def test_a_killed_program_leaves_what_was_there(tmp_path, writing, name):
    target = tmp_path / "uit" / name
    target.parent.mkdir()
    target.write_bytes(b"first")
    one, half = writing(target)
    assert half.name == name and half.parent.parent == target.parent  # so that messages name the file
    assert half.parent.name.count(".") == 2  # GDAL takes .zip, .xlsx and .ods in the name of a folder for an archive
    killed(one)
    assert target.read_bytes() == b"first" and half.read_bytes() == b"half"
    with disk.beside(target) as path:
        path.write_bytes(b"second")
    assert names(target.parent) == [name] and target.read_bytes() == b"second"


def test_what_a_living_program_writes_stays(tmp_path, writing):
    target = tmp_path / "plan.gpkg"
    _one, half = writing(target)
    with disk.beside(target) as path:
        path.write_bytes(b"second")
    assert half.exists() and target.read_bytes() == b"second"
    assert disk.remove_left_behind(tmp_path, ".*", disk.HALF_WRITTEN) == 0 and half.exists()


def test_remains_are_known_by_their_lock_and_name(tmp_path, writing):
    one, half = writing(tmp_path / "plan.gpkg")
    killed(one)
    mine = [tmp_path / name for name in (".plan.half", "plan.gpkg-01234567.half", ".x-0123456g.half", ".x-01234567")]
    for folder in mine:
        folder.mkdir()
        (folder / "scriptie.docx").touch()
    assert disk.remove_left_behind(tmp_path, ".*", disk.HALF_WRITTEN) == 1
    assert not half.parent.exists() and all((folder / "scriptie.docx").exists() for folder in mine)


def test_remains_without_a_lock_go_by_their_age(tmp_path):
    """On a drive that has no locks."""
    for days in (0, 3):
        folder = tmp_path / f".plan.gpkg-0000000{days}.half"
        folder.mkdir()
        then = time.time() - days * 24 * 3600
        os.utime(folder, (then, then))
    assert disk.remove_left_behind(tmp_path, ".*", disk.HALF_WRITTEN) == 1
    assert names(tmp_path) == [".plan.gpkg-00000000.half"]


def test_remains_in_the_cache_go(tmp_path, writing):
    one, half = writing(tmp_path / "schiedam-0a1b2c3d" / "change_lbm_2014-2024_0.tif")
    living, other = writing(tmp_path / "schiedam-0a1b2c3d" / "change_soc_2014-2024_0.tif")
    killed(one)
    prune(tmp_path)
    assert not half.exists() and other.exists() and living.poll() is None


def test_a_place_that_takes_no_files(tmp_path):
    (tmp_path / "file").touch()
    for target in (tmp_path / "file" / "x.gpkg", tmp_path / ("a" * 5000), tmp_path / "a\0b"):
        with pytest.raises(WriteError, match="can't be written"), disk.beside(target):
            pytest.fail("there is no place to write")
    assert names(tmp_path) == ["file"]


def test_a_table_of_indicators_is_replaced_when_it_is_whole(tmp_path, monkeypatch):
    path = tmp_path / "model.csv"
    path.write_text("of before")
    rows = [Indicator("groen", "fys", "m", "none", 1.0, 2.0, 0.1, "onderzoek", "")]
    seen, replace = [], disk.replace

    def looked(written, target):
        seen.append(target.read_text())
        assert read_indicator_model(written, load_model("lbm3")).indicators == tuple(rows)
        replace(written, target)

    monkeypatch.setattr(disk, "replace", looked)
    write_indicator_model(path, rows)
    assert seen == ["of before"] and read_indicator_model(path, load_model("lbm3")).indicators == tuple(rows)
    assert names(tmp_path) == ["model.csv"]


# Every place that writes

_WRITES = {"write_text", "write_bytes", "savez_compressed", "savez", "CreateDataSource", "CreateCopy", "saveNamedStyle"}
_WRITES |= {"saveDefaultStyle", "saveStyleToDatabase", "saveLayerMetadata", "copyfile", "copyfileobj", "tofile"}
_OF = {("np", "save"), ("gdal", "Create"), ("QgsVectorFileWriter", "create"), ("shutil", "copy"), ("shutil", "move")}
_MODES = {"w", "wb", "a", "ab", "x", "xb", "w+b", "r+b"}
KNOWN = {
    "analysis/derived.py": "beside",
    "pack/files/geopackage.py": "takes the path that its caller writes beside, or into a pack that is made",
    "pack/references/kept_references.py": "into a pack that is made",
    "pack/kept_coverage.py": "into a pack that is made",
    "pack/official_changes.py": "into a pack that is made",
    "pack/arrays.py": "into a pack that is made",
    "pack/folder.py": "into a pack that is made",
    "pack/importing/cut.py": "into a pack that is made",
    "analysis/models/table.py": "beside",
    "analysis/scenarios/file.py": "beside",
    "pack/files/raster.py": "takes the path that its caller writes beside, or into a pack that is made",
    "pack/reading/sources.py": "into a temporary folder that is removed",
    "pack/files/disk.py": "locks, and what was written brought to the disk",
    "gui/find/rule_book.py": "beside",
    "layers/project/found_layer.py": "beside",
    "layers/areas/project_areas.py": "beside",
    "layers/project/saved_map.py": "beside",
    "processing/edition/grid_layer.py": "beside",
    "processing/dressing.py": "style and metadata into a file that is whole; what fails is told, and the figures stay",
    "report/files.py": "beside, and a layer in memory",
    "report/printing/pdf.py": "beside, and a layer in memory",
    "report/packing.py": "beside; copies in a folder that is removed",
    "report/unpacking.py": "into a folder beside that is renamed",
    "report/printing/dressing.py": "takes the path that its caller writes beside",
}


def writers() -> dict[str, set[str]]:
    """Modules of the plugin that write files, with the calls by which they do."""
    found: dict[str, set[str]] = {}
    for path in sorted(PACKAGE.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and (name := _write(node)):
                found.setdefault(path.relative_to(PACKAGE).as_posix(), set()).add(name)
    return found


def _write(call: ast.Call) -> str:
    called = call.func
    name = called.attr if isinstance(called, ast.Attribute) else called.id if isinstance(called, ast.Name) else ""
    of = called.value if isinstance(called, ast.Attribute) else None
    driver = isinstance(of, ast.Call) and isinstance(of.func, ast.Attribute) and of.func.attr == "GetDriverByName"
    if name in _WRITES or (isinstance(of, ast.Name) and (of.id, name) in _OF) or (driver and name.startswith("Create")):
        return name
    texts = {one.value for one in call.args if isinstance(one, ast.Constant)}
    return name if name in {"open", "fdopen"} and texts & _MODES else ""


def test_every_place_that_writes_files_is_known():
    """A new one writes beside as well, or says here why it needn't: a kill would leave half a file."""
    found = writers()
    assert found.keys() == KNOWN.keys(), found.keys() ^ KNOWN.keys()
    for name, why in KNOWN.items():
        text = (PACKAGE / name).read_text(encoding="utf-8")
        assert not why.startswith("beside") or "beside(" in text, name
