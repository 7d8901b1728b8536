#!/usr/bin/python3
# SPDX-License-Identifier: GPL-2.0-or-later
"""Stages the plugin in build/leefbaar_plugin/ and zips it, byte for byte the same whenever the sources are.

    .ci/package.py [--no-zip] [--release] [--output FOLDER]

Needs `lrelease` and QGIS: what the algorithms declare is written down for QGIS's start, by .ci/algorithms.py. Staging
copies what differs and removes what doesn't belong; zips of demonstration data are unpacked. With --release nothing is
made as long as metadata.txt names addresses that aren't anybody's.
"""

from __future__ import annotations

import argparse
import configparser
import hashlib
import os
import re
import shutil
import subprocess
import sys
import tempfile
import time
import zipfile
from collections.abc import Iterator
from pathlib import Path, PurePosixPath
from urllib.parse import urlsplit

ROOT = Path(__file__).resolve().parents[1]
NAME = "leefbaar_plugin"
ANNOUNCED = Path("processing") / "announced.py"
LOOSE_FILES = ("metadata.txt", "LICENSE", "CHANGELOG.md")
# Left by tools or by QGIS beside our files; .qm files are compiled here, never taken from the sources.
UNWANTED_NAMES = {"__pycache__", "Thumbs.db"}
UNWANTED_ENDINGS = (".pyc", ".pyo", ".orig", ".rej", ".bak", "~", ".aux.xml", "-wal", "-shm", "-journal", ".ts", ".qm")
ADDRESSES = ("email", "homepage", "tracker", "repository")
# Addresses that are nobody's: reserved names (RFC 2606 and 6761), and the repository that the metadata name until there
# is one.
RESERVED = ("example", "invalid", "test", "localhost", "local")
PLACEHOLDERS = ("github.com/leefbaarometer-plugin/leefbaar_plugin",)
LRELEASE = ("/usr/lib/qt5/bin/lrelease", "lrelease", "lrelease-qt5", "/usr/lib/qt6/bin/lrelease")


class PackageError(Exception):
    """The package can't be made; the text says why."""


def wanted_files(folder: Path) -> Iterator[Path]:
    """The files below a folder that belong in the package, as paths relative to it."""
    for path in sorted(folder.rglob("*")):
        relative = path.relative_to(folder)
        hidden = any(part.startswith(".") or part in UNWANTED_NAMES for part in relative.parts)
        if path.is_file() and not hidden and not path.name.endswith(UNWANTED_ENDINGS):
            yield relative


def compile_translations(sources: Path, target: Path) -> list[Path]:
    """Compile every .ts file of a folder with Qt's lrelease; the .qm files in `target`."""
    target.mkdir(parents=True, exist_ok=True)
    compiled = []
    for source in sorted(sources.glob(f"{NAME}_*.ts")):
        program = next(filter(None, map(shutil.which, LRELEASE)), None)
        if program is None:
            raise PackageError("lrelease is missing: run .ci/setup package")
        result = target / source.with_suffix(".qm").name
        run = subprocess.run([program, "-silent", source, "-qm", result], capture_output=True, text=True, check=False)
        if run.returncode or not result.is_file():
            raise PackageError(f"lrelease can't compile {source}: {run.stdout}{run.stderr}")
        compiled.append(result)
    return compiled


def declared_algorithms(root: Path, compiled: list[Path], output: Path) -> list[Path]:
    """The files with what the algorithms declare, by language; made once for the same sources, kept in `output`."""
    if not (root / NAME / ANNOUNCED).is_file():
        return []
    state = hashlib.sha256()
    for path in (*sorted((root / NAME).rglob("*.py")), *sorted((root / "resources").rglob("*.json")), *compiled):
        state.update(path.name.encode() + path.read_bytes())
    folder = output / "algorithms" / state.hexdigest()[:16]
    if not folder.is_dir():
        shutil.rmtree(folder.parent, ignore_errors=True)
        folder.parent.mkdir(parents=True)
        with tempfile.TemporaryDirectory(dir=folder.parent) as temporary:
            command = [sys.executable, ROOT / ".ci" / "algorithms.py", root, temporary, *compiled]
            run = subprocess.run(command, capture_output=True, text=True, check=False)
            if run.returncode:
                raise PackageError(f"QGIS can't list the algorithms (.ci/setup qgis installs it): {run.stderr}")
            Path(temporary).rename(folder)
            Path(temporary).mkdir()  # to be removed
    return sorted(folder.iterdir())


def unpacked(archive: Path, target: Path) -> list[Path]:
    """The files of a zip, unpacked side by side in `target`: the plugin site wants no zip within the zip.

    Without the folders they lie in and without what macOS puts beside them: paths stay short enough for Windows.
    """
    target.mkdir(parents=True, exist_ok=True)
    made = []
    with zipfile.ZipFile(archive) as opened:
        for member in opened.infolist():
            parts = PurePosixPath(member.filename).parts
            if member.is_dir() or "__MACOSX" in parts or parts[-1].startswith("."):
                continue
            path = target / parts[-1]
            if path.exists():
                raise PackageError(f"{archive}: {parts[-1]} stands there twice")
            path.write_bytes(opened.read(member))
            made.append(path)
    return made


def resources(root: Path, scratch: Path) -> dict[Path, Path]:
    """Path within the package -> file, of the resources; of zips among them the files that they hold."""
    files = {}
    for path in wanted_files(root / "resources"):
        source, within = root / "resources" / path, Path("resources") / path
        if path.suffix == ".zip":
            found = {within.parent / file.name: file for file in unpacked(source, scratch / within.parent)}
        else:
            found = {within: source}
        if files.keys() & found.keys():
            raise PackageError(f"{source}: {', '.join(map(str, files.keys() & found.keys()))} is there already")
        files |= found
    return files


def contents(root: Path, compiled: list[Path], algorithms: list[Path], scratch: Path) -> dict[Path, Path]:
    """What goes into the package: path within it -> file it comes from."""
    files = {path: root / NAME / path for path in wanted_files(root / NAME)}
    files |= resources(root, scratch)
    files |= {Path(name): root / name for name in LOOSE_FILES}
    files |= {Path("i18n") / path.name: path for path in compiled}
    files |= {Path("resources") / "algorithms" / path.name: path for path in algorithms}
    missing = [str(path) for path in files.values() if not path.is_file()]
    if missing:
        raise PackageError("missing: " + ", ".join(missing))
    return files


def stage(files: dict[Path, Path], target: Path) -> int:
    """Make `target` hold exactly `files`; the number of files copied."""
    copied = 0
    for relative, source in files.items():
        destination = target / relative
        data = source.read_bytes()
        if destination.is_symlink() or destination.is_dir():
            remove(destination)
        if not destination.is_file() or destination.read_bytes() != data:
            destination.parent.mkdir(parents=True, exist_ok=True)
            destination.write_bytes(data)
            copied += 1
        destination.chmod(0o644)
    folders = {parent for relative in files for parent in relative.parents}
    for path in sorted(target.rglob("*"), reverse=True):
        relative = path.relative_to(target)
        if relative not in files and relative not in folders:
            remove(path)
    return copied


def remove(path: Path) -> None:
    """Remove a file, a link or a folder with all it holds."""
    if path.is_dir() and not path.is_symlink():
        shutil.rmtree(path)
    else:
        path.unlink(missing_ok=True)


def release(root: Path) -> tuple[str, tuple[int, int, int, int, int, int]]:
    """Version and time stamp of the package: of the newest entry of the changelog, which must be metadata's version.

    The stamp differs from release to release, so that an unpacked update never meets compiled files of the old one.
    """
    metadata = configparser.ConfigParser()
    metadata.read(root / "metadata.txt", encoding="utf-8")
    version = metadata["general"]["version"]
    changelog = (root / "CHANGELOG.md").read_text(encoding="utf-8")
    entry = re.search(r"^## \[(\d+\.\d+\.\d+)\] - (\d{4})-(\d\d)-(\d\d)$", changelog, re.MULTILINE)
    if entry is None or entry[1] != version:
        raise PackageError(f"the newest entry of CHANGELOG.md isn't that of version {version} of metadata.txt")
    return version, (int(entry[2]), int(entry[3]), int(entry[4]), 0, 0, 0)


def placeholders(root: Path) -> list[str]:
    """Fields of metadata.txt, with what stands there, that hold no address at all or one that is nobody's."""
    metadata = configparser.ConfigParser(interpolation=None)
    metadata.read(root / "metadata.txt", encoding="utf-8")
    found = []
    for field in ADDRESSES:
        text = metadata["general"].get(field, "").strip()
        address = text.casefold()
        host = address.rpartition("@")[2] if field == "email" else urlsplit(address).hostname or ""
        labels = host.split(".")
        reserved = labels[-1] in RESERVED or (len(labels) > 1 and labels[-2] == "example")
        if len(labels) < 2 or reserved or any(one in address for one in PLACEHOLDERS):
            found.append(f"{field}={text}")
    return found


def write_zip(folder: Path, target: Path, stamp: tuple[int, int, int, int, int, int]) -> None:
    """Zip a folder as its own name: sorted entries, one time stamp, one permission; beside and renamed."""
    handle, name = tempfile.mkstemp(prefix=target.name, dir=target.parent)
    os.close(handle)
    temporary = Path(name)
    try:
        with zipfile.ZipFile(temporary, "w") as archive:
            for path in sorted((path for path in folder.rglob("*") if path.is_file()), key=Path.as_posix):
                entry = zipfile.ZipInfo((Path(folder.name) / path.relative_to(folder)).as_posix(), stamp)
                entry.compress_type = zipfile.ZIP_DEFLATED
                entry.create_system = 3
                entry.external_attr = 0o100644 << 16
                archive.writestr(entry, path.read_bytes(), compresslevel=9)
        temporary.chmod(0o644)
        temporary.replace(target)
    finally:
        temporary.unlink(missing_ok=True)


def build(root: Path, output: Path, zipped: bool = True) -> Path:
    """Stage and, unless told not to, zip the plugin of `root` in the folder `output`; the staged folder."""
    version, stamp = release(root)
    staged = output / NAME
    staged.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as temporary:
        scratch = Path(temporary)
        compiled = compile_translations(root / "i18n", scratch)
        files = contents(root, compiled, declared_algorithms(root, compiled, output), scratch)
        copied = stage(files, staged)
    print(f"{staged}: version {version}, {len(files)} files, {copied} copied")
    if zipped:
        target = output / f"{NAME}.zip"
        write_zip(staged, target, stamp)
        print(f"{target}: {target.stat().st_size / 1e6:.2f} MB")
    return staged


def main() -> int:
    """Read the command line and build."""
    parser = argparse.ArgumentParser(description="Stage and zip the plugin.")
    parser.add_argument("--no-zip", action="store_true", help="stage only")
    parser.add_argument("--release", action="store_true", help="refuse placeholder addresses in metadata.txt")
    parser.add_argument("--output", type=Path, default=ROOT / "build", help="folder to build in (default: build)")
    arguments = parser.parse_args()
    began = time.monotonic()
    try:
        refused = placeholders(ROOT) if arguments.release else []
        if refused:
            raise PackageError("metadata.txt names addresses that are nobody's; fill in " + ", ".join(refused))
        build(ROOT, arguments.output, zipped=not arguments.no_zip)
    except PackageError as error:
        print(f"package: {error}", file=sys.stderr)
        return 1
    print(f"packaged in {time.monotonic() - began:.1f} s")
    return 0


if __name__ == "__main__":
    sys.exit(main())
