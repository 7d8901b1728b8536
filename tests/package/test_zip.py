# SPDX-License-Identifier: GPL-2.0-or-later
"""The zip holds what the plugin site and QGIS want, and nothing else."""

from __future__ import annotations

import json
import os
import shutil
import stat
import subprocess
import zipfile
from pathlib import Path

import pytest

from leefbaar_plugin.pack.importing.importer import import_edition
from leefbaar_plugin.pack.reading.inspection import inspect

REPOSITORY = Path(__file__).resolve().parents[2]
DEMO = REPOSITORY / "resources" / "demo" / "schiedam"
NAME = "leefbaar_plugin"
LARGEST = 25_000_000
# .qm is the one compiled file: QGIS plugins carry their translations so. Data are binary too, programs aren't there.
TEXT = {
    ".py",
    ".txt",
    ".md",
    ".json",
    ".xml",
    ".geojson",
    ".csv",
    ".svg",
    ".qml",
    ".html",
    ".css",
    ".ini",
    ".prj",
    ".qpt",
    ".qgs",
    "",
}
DATA = {".qm", ".gpkg", ".png", ".npy", ".tif"}
PROGRAMS = (b"\x7fELF", b"MZ", b"\xfe\xed\xfa", b"\xcf\xfa\xed\xfe", b"#!")


def test_one_folder(archive):
    assert archive.testzip() is None
    assert {name.split("/")[0] for name in archive.namelist()} == {NAME}


def test_size(built):
    assert 1_000 < built.stat().st_size <= LARGEST


@pytest.mark.parametrize("name", ["__init__.py", "metadata.txt", "LICENSE", "CHANGELOG.md", "translation.py"])
def test_required_file(archive, name):
    assert archive.getinfo(f"{NAME}/{name}").file_size > 0


def test_translation_is_compiled(archive):
    assert archive.read(f"{NAME}/i18n/{NAME}_nl.qm")[:4] == b"\x3c\xb8\x64\x18"
    assert not [name for name in archive.namelist() if name.endswith(".ts")]


def test_only_known_kinds_of_files(archive):
    unknown = [name for name in archive.namelist() if Path(name).suffix not in TEXT | DATA]
    assert unknown == []


def test_no_programs_nor_generated_files(archive):
    for name in archive.namelist():
        data, path = archive.read(name), Path(name)
        assert not data.startswith(PROGRAMS), f"{name} is a program"
        assert not any(part.startswith(".") or part == "__pycache__" for part in path.parts), f"{name} is hidden"
        assert not path.name.startswith(("ui_", "resources_rc")), f"{name} is generated"
        if path.suffix == ".py":
            assert b"Created by: The Resource Compiler" not in data
            assert b"Form implementation generated from reading ui file" not in data


def test_text_is_utf8_without_carriage_returns(archive):
    for name in archive.namelist():
        if Path(name).suffix in {".py", ".txt", ".md", ".json", ".svg", ""}:
            text = archive.read(name).decode("utf-8")
            assert "\r" not in text and not text.startswith("\ufeff"), name


def test_permissions_and_times_are_fixed(archive):
    entries = archive.infolist()
    assert {entry.external_attr >> 16 for entry in entries} == {stat.S_IFREG | 0o644}
    assert len({entry.date_time for entry in entries}) == 1
    assert [entry.filename for entry in entries] == sorted(entry.filename for entry in entries)


def test_whole_package_and_resources_are_in(archive):
    inside = set(archive.namelist())
    for folder, prefix in ((REPOSITORY / NAME, NAME), (REPOSITORY / "resources", f"{NAME}/resources")):
        for path in folder.rglob("*"):
            if path.suffix in {".py", ".json", ".svg", ".csv"} and "__pycache__" not in path.parts:
                assert f"{prefix}/{path.relative_to(folder).as_posix()}" in inside


def test_demonstration_data_are_plain_files(archive):
    """The plugin site wants no zip within the zip; what a Mac adds to one stays out."""
    inside = f"{NAME}/resources/demo/schiedam/"
    plain = {name.removeprefix(inside) for name in archive.namelist() if name.startswith(inside)}
    expected = {path.name for path in DEMO.iterdir() if path.suffix != ".zip"}
    for path in DEMO.glob("*.zip"):
        with zipfile.ZipFile(path) as data:
            for member in data.infolist():
                if not member.is_dir() and "__MACOSX" not in member.filename:
                    name = Path(member.filename).name
                    expected.add(name)
                    assert archive.read(inside + name) == data.read(member), name
    assert plain == expected
    assert len(expected) > len(list(DEMO.iterdir()))


def test_packaged_demonstration_data_import_as_the_zips_do(archive, tmp_path):
    inside = f"{NAME}/resources/demo/schiedam/"
    archive.extractall(tmp_path, [name for name in archive.namelist() if name.startswith(inside)])
    packs = [
        import_edition(inspect([folder]), tmp_path / name).folder
        for folder, name in ((DEMO, "zips"), (tmp_path / inside, "plain"))
    ]
    arrays = [{path.name: path.read_bytes() for path in pack.glob("*.npy")} for pack in packs]
    assert arrays[0] == arrays[1] and arrays[0]
    about = [json.loads((pack / "pack.json").read_text()) for pack in packs]
    for key in ("edition", "years", "levels", "squares", "demonstration", "gemeenten", "check"):
        assert about[0][key] == about[1][key], key


def sources(folder: Path) -> Path:
    """A small plugin's sources."""
    files = {
        "leefbaar_plugin/__init__.py": "A = 1\n",
        "leefbaar_plugin/gui/dock.py": "B = 1\n",
        "leefbaar_plugin/gui/__pycache__/dock.cpython-311.pyc": "x",
        "leefbaar_plugin/.hidden": "x",
        "resources/model/one.json": "{}",
        "resources/model/one.json.bak": "{}",
        "metadata.txt": "[general]\nversion=1.2.3\n",
        "LICENSE": "free\n",
        "CHANGELOG.md": "# Changelog\n\n## [1.2.3] - 2026-01-02\n\n## [1.2.2] - 2025-01-02\n",
    }
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)
    shutil.copytree(REPOSITORY / "i18n", folder / "i18n")
    return folder


INSIDE = {
    "leefbaar_plugin/__init__.py",
    "leefbaar_plugin/gui/dock.py",
    "leefbaar_plugin/resources/model/one.json",
    "leefbaar_plugin/metadata.txt",
    "leefbaar_plugin/LICENSE",
    "leefbaar_plugin/CHANGELOG.md",
    "leefbaar_plugin/i18n/leefbaar_plugin_nl.qm",
}


def test_same_sources_give_the_same_bytes(tool, tmp_path):
    package, root = tool("package"), sources(tmp_path / "sources")
    package.build(root, tmp_path / "one")
    for path in root.rglob("*"):
        os.utime(path, (1_000_000_000, 1_000_000_000))
    (root / "leefbaar_plugin" / "__init__.py").chmod(0o755)
    package.build(root, tmp_path / "two")
    first, second = ((tmp_path / name / "leefbaar_plugin.zip").read_bytes() for name in ("one", "two"))
    assert first == second
    (root / "leefbaar_plugin" / "__init__.py").write_text("A = 2\n")
    package.build(root, tmp_path / "two")
    assert (tmp_path / "two" / "leefbaar_plugin.zip").read_bytes() != first


def test_staging_takes_what_is_wanted_and_removes_the_rest(tool, tmp_path):
    package, root, output = tool("package"), sources(tmp_path / "sources"), tmp_path / "build"
    package.build(root, output)
    with zipfile.ZipFile(output / "leefbaar_plugin.zip") as archive:
        assert set(archive.namelist()) == INSIDE
        assert archive.infolist()[0].date_time == (2026, 1, 2, 0, 0, 0)
    (output / "leefbaar_plugin" / "gui" / "dock.py").write_text("spoilt")
    (output / "leefbaar_plugin" / "old" / "__pycache__").mkdir(parents=True)
    (output / "leefbaar_plugin" / "old" / "__pycache__" / "a.pyc").write_text("x")
    package.build(root, output)
    staged = output / "leefbaar_plugin"
    assert {path.relative_to(output).as_posix() for path in staged.rglob("*") if path.is_file()} == INSIDE
    assert (staged / "gui" / "dock.py").read_text() == "B = 1\n"
    assert not (staged / "old").exists()


def test_version_without_changelog_entry_is_refused(tool, tmp_path):
    package, root = tool("package"), sources(tmp_path / "sources")
    (root / "metadata.txt").write_text("[general]\nversion=1.2.4\n")
    with pytest.raises(package.PackageError, match=r"1\.2\.4"):
        package.build(root, tmp_path / "build")


def test_files_of_the_same_name_are_refused(tool, tmp_path):
    package, root = tool("package"), sources(tmp_path / "sources")
    with zipfile.ZipFile(root / "resources" / "model" / "data.zip", "w") as archive:
        archive.writestr("a/one.json", "{}")
    with pytest.raises(package.PackageError, match=r"one\.json is there already"):
        package.build(root, tmp_path / "build")
    with zipfile.ZipFile(root / "resources" / "model" / "data.zip", "w") as archive:
        archive.writestr("a/two.json", "{}")
        archive.writestr("b/two.json", "{}")
    with pytest.raises(package.PackageError, match=r"two\.json stands there twice"):
        package.build(root, tmp_path / "build")


def test_missing_licence_is_refused(tool, tmp_path):
    package, root = tool("package"), sources(tmp_path / "sources")
    (root / "LICENSE").unlink()
    with pytest.raises(package.PackageError, match="LICENSE"):
        package.build(root, tmp_path / "build")
    assert not (tmp_path / "build" / "leefbaar_plugin.zip").exists()


ADDRESSES = {
    "email": "team@leefbaar.nl",
    "homepage": "https://leefbaar.nl/plugin",
    "tracker": "https://codeberg.org/leefbaar/plugin/issues",
    "repository": "https://codeberg.org/leefbaar/plugin",
}


@pytest.mark.parametrize(
    ("field", "text"),
    [
        ("email", "maintainers@example.org"),
        ("email", "someone@mail.example.com"),
        ("email", "someone@leefbaar.invalid"),
        ("email", "nobody"),
        ("email", ""),
        ("homepage", "https://example.com/plugin"),
        ("homepage", "https://www.plugin.test/"),
        ("homepage", "https://localhost/plugin"),
        ("homepage", "leefbaar.nl"),
        ("tracker", ""),
        ("tracker", "https://github.com/leefbaarometer-plugin/leefbaar_plugin/issues"),
        ("repository", "https://GitHub.com/leefbaarometer-plugin/leefbaar_plugin.git"),
    ],
)
def test_a_placeholder_is_found_in_every_address(tool, tmp_path, field, text):
    lines = "".join(f"{name}={value}\n" for name, value in (ADDRESSES | {field: text}).items())
    (tmp_path / "metadata.txt").write_text("[general]\nversion=1.2.3\n" + lines)
    assert tool("package").placeholders(tmp_path) == [f"{field}={text}"]


def test_real_addresses_are_none(tool, tmp_path):
    lines = "".join(f"{name}={value}\n" for name, value in ADDRESSES.items())
    (tmp_path / "metadata.txt").write_text("[general]\nversion=1.2.3\nabout=100 % free\n" + lines)
    assert tool("package").placeholders(tmp_path) == []


def test_a_release_with_placeholders_is_refused_and_makes_nothing(tool, tmp_path, capsys, monkeypatch):
    package, root = tool("package"), sources(tmp_path / "sources")
    about = "[general]\nversion=1.2.3\n" + "".join(f"{name}={text}\n" for name, text in ADDRESSES.items())
    monkeypatch.setattr(package, "ROOT", root)
    monkeypatch.setattr("sys.argv", ["package.py", "--release", "--output", str(tmp_path / "build")])
    (root / "metadata.txt").write_text(about.replace("team@leefbaar.nl", "team@example.org"))
    assert package.main() == 1
    said = capsys.readouterr().err
    assert "email=team@example.org" in said and "tracker" not in said
    assert not (tmp_path / "build").exists()
    (root / "metadata.txt").write_text(about)
    assert package.main() == 0
    assert (tmp_path / "build" / "leefbaar_plugin.zip").is_file()


def test_make_package_hands_release_over():
    for given, wanted in (((), "package.py \n"), (("RELEASE=1",), "package.py --release\n")):
        done = subprocess.run(
            ["make", "-n", "package", *given], cwd=REPOSITORY, capture_output=True, text=True, check=True
        )
        assert wanted in done.stdout + "\n"
