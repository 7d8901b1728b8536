# SPDX-License-Identifier: GPL-2.0-or-later
"""Files to read, wherever they lie: single files, folders, and members of zip archives.

Members of an archive are streamed; nothing is ever unpacked under the name the archive gives it.
"""

from __future__ import annotations

import shutil
import zipfile
import zlib
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path, PurePath, PurePosixPath
from typing import IO

from ...engine.errors import InputError
from ..files.disk import HALF_WRITTEN, is_there
from ..schema import ASIDE, INFO_FILE, STAGING

VECTOR = {".gpkg", ".geojson", ".json", ".shp"}
READABLE = {".csv", ".txt", *VECTOR}
"""File name endings that can hold data of ours."""
SHAPEFILE = ".shp"
_SHAPEFILE_PARTS = (".shp", ".shx", ".dbf", ".prj", ".cpg")
_BESIDE_SHAPEFILES = {*_SHAPEFILE_PARTS, ".qix", ".qpj", ".sbn", ".sbx", ".xml"}
_WORKBOOKS = {".xlsx", ".xls", ".xlsm", ".xlsb", ".ods"}
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
        stem = f"member-{zlib.crc32(f'{self.archive}/{self.name}'.encode())}"
        for member in self.parts():
            with member.reading() as source, (folder / f"{stem}{member.suffix}").open("wb") as target:
                shutil.copyfileobj(source, target, _EDGE)
        return folder / f"{stem}{self.suffix}"

    def parts(self) -> list[Source]:
        """The file itself, and when it is a shapefile the files beside it that belong to it."""
        if self.suffix != SHAPEFILE:
            return [self]
        if self.archive is None:
            folder, stem = Path(self.name).parent, Path(self.name).stem.casefold()
            found = [Source(str(path), path.stat().st_size) for path in folder.iterdir() if path.is_file()]
            return sorted((f for f in found if _is_part(Path(f.name), stem)), key=lambda found: found.name)
        own = PurePosixPath(self.name.replace("\\", "/"))
        with zipfile.ZipFile(self.archive) as archive:
            entries = [(PurePosixPath(entry.filename.replace("\\", "/")), entry) for entry in archive.infolist()]
        return [
            Source(entry.filename, entry.file_size, self.archive)
            for path, entry in entries
            if path.parent == own.parent and _is_part(path, own.stem.casefold())
        ]

    def fingerprint(self) -> str:
        """Cheap mark of the content: checksum of the archive member, or of the file's size and both ends."""
        if self.suffix == SHAPEFILE:
            return "+".join(part._fingerprint() for part in self.parts())
        return self._fingerprint()

    def _fingerprint(self) -> str:
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
    """All readable files in files, folders (searched through) and zip archives; see `find_files`."""
    return find_files(paths)[0]


def find_files(paths: Iterable[str | Path]) -> tuple[list[Source], list[str]]:
    """All readable files in files, folders (searched through) and zip archives; a file given twice counts once.

    Beside them stand the labels of files that were handed in, on their own or in an archive, and can't hold data of
    ours. A data pack inside a folder is passed over, and so is what macOS adds to archives.

    Raises InputError for a path that doesn't exist, an archive that is damaged or not to be trusted, and when nothing
    readable is found.
    """
    found: dict[tuple[Path | None, str], Source] = {}
    given = [Path(path) for path in paths]
    for path in given:
        if not is_there(path):
            raise _unreachable(path)
        try:
            files = sorted(p for p in path.rglob("*") if p.is_file() and _is_data(p)) if path.is_dir() else [path]
            for file in files:
                for source in _sources_of(file.resolve(), explicit=not path.is_dir()):
                    found.setdefault((source.archive, source.name), source)
        except OSError as problem:  # it went while it was looked at, or its folder can't be read
            raise InputError("{file} can't be opened: {problem}.", file=path, problem=problem) from problem
    readable = [source for source in found.values() if source.suffix in READABLE]
    others = [source for source in found.values() if source.suffix not in READABLE]
    if not readable:
        alone = [source for source in others if source.archive is None]
        if alone and is_workbook(alone[0].label):
            raise workbook(alone[0].label)
        if alone:
            raise InputError(
                "{file} is no zip, CSV, GeoPackage or GeoJSON, so it can't be a Leefbaarometer file.",
                file=alone[0].label,
            )
        raise InputError(
            "No readable file was found in {files}; expected a zip, CSV, GeoPackage or GeoJSON of the Leefbaarometer.",
            files=", ".join(path.name for path in given),
        )
    return readable, [source.label for source in others]


def is_workbook(label: str) -> bool:
    """Whether a file is one of a spreadsheet program, by its name."""
    return PurePosixPath(label).suffix.lower() in _WORKBOOKS


def workbook(label: str) -> InputError:
    """The sentence about a file of a spreadsheet program."""
    return InputError(
        "{file} is a workbook, which isn't read. Save its sheet as CSV, or use the file as it was downloaded.",
        file=label,
    )


def _unreachable(path: Path) -> InputError:
    """Why there is nothing at a path: no such file, or one that can't be reached, such as in another user's folder."""
    with suppress(OSError, ValueError):
        try:
            path.stat()
        except PermissionError as problem:
            return InputError("{file} can't be opened: {problem}.", file=path, problem=problem)
    return InputError("{file} doesn't exist.", file=path)


def _is_data(file: Path) -> bool:
    # a pack or a file that is being made
    if any(part.startswith(".") and part.endswith((STAGING, ASIDE, HALF_WRITTEN)) for part in file.parts):
        return False
    return not file.name.startswith(_MACOS_PREFIX) and not (file.parent / INFO_FILE).is_file()


def _is_part(path: PurePath, stem: str) -> bool:
    """Whether a file belongs to the shapefile of that name."""
    return path.suffix.lower() in _SHAPEFILE_PARTS and path.stem.casefold() == stem


def _sources_of(file: Path, explicit: bool) -> list[Source]:
    if file.suffix.lower() == ".zip":
        return _members(file)
    readable = file.suffix.lower() in READABLE
    if readable or (explicit and file.suffix.lower() not in _BESIDE_SHAPEFILES):
        return [Source(str(file), file.stat().st_size)]
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
    members: list[Source] = []
    for entry in entries:
        path = PurePosixPath(entry.filename.replace("\\", "/"))
        if path.is_absolute() or ".." in path.parts or ":" in "".join(path.parts[:1]):
            raise InputError(
                "{file} holds the path “{member}”, which leads out of the archive. It isn't read.",
                file=file.name,
                member=entry.filename,
            )
        if entry.filename.endswith("/") or not path.name:
            continue
        if _MACOS_FOLDER in path.parts or path.name.startswith(_MACOS_PREFIX):
            continue
        if path.suffix.lower() not in READABLE:
            if path.suffix.lower() not in _BESIDE_SHAPEFILES:
                members.append(Source(entry.filename, entry.file_size, file))
            continue
        inflated = entry.file_size > _SUSPICIOUS_SIZE and entry.file_size > _SUSPICIOUS_RATIO * entry.compress_size
        if entry.file_size > LARGEST_MEMBER or inflated:
            raise InputError(
                "{file} would unpack to {size} MB for “{member}”, far more than a Leefbaarometer file. It isn't read.",
                file=file.name,
                size=entry.file_size // 1024**2,
                member=entry.filename,
            )
        if any(one.name == entry.filename for one in members):
            raise InputError(
                "{file} holds “{member}” twice, so it isn't clear which is meant. It isn't read.",
                file=file.name,
                member=entry.filename,
            )
        members.append(Source(entry.filename, entry.file_size, file))
    return members


def damaged(source: Source) -> InputError:
    """The error for a file that is damaged or cut off."""
    return InputError("{file} is damaged or cut off. Copy or download it again.", file=source.label)
