# SPDX-License-Identifier: GPL-2.0-or-later
"""Files to read, wherever they lie: single files, folders, and members of zip archives.

Members of an archive are streamed; nothing is ever unpacked under the name the archive gives it.
"""

from __future__ import annotations

import shutil
import zipfile
import zlib
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import IO

from ...engine.errors import InputError
from ..pack import INFO_FILE

READABLE = {".csv", ".txt", ".gpkg", ".geojson", ".json"}
"""File name endings that can hold data of ours."""
VECTOR = {".gpkg", ".geojson", ".json"}
LARGEST_MEMBER = 4 * 1024**3
"""Bytes: the national file of squares is a tenth of this."""
_SUSPICIOUS_RATIO = 200
_SUSPICIOUS_SIZE = 100 * 1024**2
_EDGE = 1024 * 1024
_DAMAGE = (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError)
_MACOS_FOLDER, _MACOS_PREFIX = "__MACOSX", "._"
"""Where macOS keeps attributes of files under the names of those files."""


@dataclass(frozen=True)
class Source:
    """One readable file; `archive` is the zip it lies in, if any, and `name` its path in there or on disk."""

    name: str
    size: int
    archive: Path | None = None

    @property
    def label(self) -> str:
        """Name for the user: the file name, after the name of its archive."""
        own = PurePosixPath(self.name).name if self.archive else Path(self.name).name
        return f"{self.archive.name} › {own}" if self.archive else own

    @property
    def suffix(self) -> str:
        """Ending of the name in lower case, with the dot."""
        return PurePosixPath(self.name.replace("\\", "/")).suffix.lower()

    def open(self) -> IO[bytes]:
        """Open for reading bytes; InputError when that fails."""
        try:
            if self.archive is None:
                return Path(self.name).open("rb")
            return zipfile.ZipFile(self.archive).open(self.name)
        except (OSError, zipfile.BadZipFile, RuntimeError, ValueError) as problem:
            raise InputError("{file} can't be opened: {problem}.", file=self.label, problem=problem) from problem

    @contextmanager
    def reading(self) -> Iterator[IO[bytes]]:
        """`open` for a with block, in which damage of the archive becomes an InputError."""
        try:
            with self.open() as file:
                yield file
        except _DAMAGE as problem:
            raise damaged(self) from problem

    def require_whole(self) -> None:
        """Read all of an archive member, whose checksum tells whether it is damaged; InputError when it is."""
        with self.reading() as file:
            while self.archive is not None and file.read(_EDGE):
                pass

    @property
    def gdal_path(self) -> str:
        """The path by which GDAL reads the content, also inside its archive."""
        if self.archive is None:
            return self.name
        archive, name = self.archive.as_posix(), self.name.replace("\\", "/").removeprefix("./")
        # braces keep a folder called x.zip apart from the archive, but then must not stand in the path itself
        return f"/vsizip/{archive}/{name}" if set("{}") & set(archive) else f"/vsizip/{{{archive}}}/{name}"

    def on_disk(self, folder: Path) -> Path:
        """Path of the content as a plain file, copied into `folder` under a neutral name when it lies in an archive."""
        if self.archive is None:
            return Path(self.name)
        path = folder / f"member-{zlib.crc32(f'{self.archive}/{self.name}'.encode())}{self.suffix}"
        with self.reading() as source, path.open("wb") as target:
            shutil.copyfileobj(source, target, _EDGE)
        return path

    def fingerprint(self) -> str:
        """Cheap mark of the content: checksum of the archive member, or of the file's size and both ends."""
        try:
            if self.archive is not None:
                with zipfile.ZipFile(self.archive) as archive:
                    return f"{self.size}-{archive.getinfo(self.name).CRC}"
            with Path(self.name).open("rb") as file:
                mark = zlib.crc32(file.read(_EDGE))
                file.seek(max(self.size - _EDGE, 0))
                return f"{self.size}-{zlib.crc32(file.read(_EDGE), mark)}"
        except (OSError, zipfile.BadZipFile, RuntimeError, ValueError) as problem:
            raise InputError("{file} can't be opened: {problem}.", file=self.label, problem=problem) from problem


def find_sources(paths: Iterable[str | Path]) -> list[Source]:
    """All readable files in files, folders (searched through) and zip archives; a file given twice counts once.

    A data pack inside a folder is passed over, and so is what macOS adds to archives.

    Raises InputError for a path that doesn't exist, an archive that is damaged or not to be trusted, and when nothing
    readable is found.
    """
    found: dict[tuple[Path | None, str], Source] = {}
    given = [Path(path) for path in paths]
    for path in given:
        if not path.exists():
            raise InputError("{file} doesn't exist.", file=path)
        files = sorted(p for p in path.rglob("*") if p.is_file() and _is_data(p)) if path.is_dir() else [path]
        for file in files:
            for source in _sources_of(file.resolve(), explicit=not path.is_dir()):
                found.setdefault((source.archive, source.name), source)
    if not found:
        raise InputError(
            "No readable file was found in {files}; expected a zip, CSV, GeoPackage or GeoJSON of the Leefbaarometer.",
            files=", ".join(path.name for path in given),
        )
    return list(found.values())


def _is_data(file: Path) -> bool:
    return not file.name.startswith(_MACOS_PREFIX) and not (file.parent / INFO_FILE).is_file()


def _sources_of(file: Path, explicit: bool) -> list[Source]:
    if file.suffix.lower() == ".zip":
        return _members(file)
    if file.suffix.lower() in READABLE:
        return [Source(str(file), file.stat().st_size)]
    if explicit:
        raise InputError(
            "{file} is no zip, CSV, GeoPackage or GeoJSON, so it can't be a Leefbaarometer file.", file=file.name
        )
    return []


def _members(file: Path) -> list[Source]:
    if file.stat().st_size == 0:
        raise InputError("{file} is empty.", file=file.name)
    try:
        with zipfile.ZipFile(file) as archive:
            entries = archive.infolist()
    except OSError as problem:
        raise InputError("{file} can't be opened: {problem}.", file=file.name, problem=problem) from problem
    except (zipfile.BadZipFile, NotImplementedError, ValueError) as problem:
        raise InputError(
            "{file} is no zip archive, or was cut off while it was copied. Copy or download it again.", file=file.name
        ) from problem
    members = []
    for entry in entries:
        path = PurePosixPath(entry.filename.replace("\\", "/"))
        if path.is_absolute() or ".." in path.parts or ":" in "".join(path.parts[:1]):
            raise InputError(
                "{file} holds the path “{member}”, which leads out of the archive. It isn't read.",
                file=file.name,
                member=entry.filename,
            )
        if entry.filename.endswith("/") or path.suffix.lower() not in READABLE:
            continue
        if _MACOS_FOLDER in path.parts or path.name.startswith(_MACOS_PREFIX):
            continue
        inflated = entry.file_size > _SUSPICIOUS_SIZE and entry.file_size > _SUSPICIOUS_RATIO * entry.compress_size
        if entry.file_size > LARGEST_MEMBER or inflated:
            raise InputError(
                "{file} would unpack to {size} MB for “{member}”, far more than a Leefbaarometer file. It isn't read.",
                file=file.name,
                size=entry.file_size // 1024**2,
                member=entry.filename,
            )
        members.append(Source(entry.filename, entry.file_size, file))
    return members


def damaged(source: Source) -> InputError:
    """The error for a file that is damaged or cut off."""
    return InputError("{file} is damaged or cut off. Copy or download it again.", file=source.label)
