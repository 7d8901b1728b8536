# SPDX-License-Identifier: GPL-2.0-or-later
"""A project that a colleague packed: what it is, and out of its zip into a new folder, nothing written over.

A zip comes from anywhere: every name, size and sum in it is checked before it counts, and what doesn't fit leaves
nothing behind.
"""

from __future__ import annotations

import re
import shutil
import stat
import zipfile
import zlib
from pathlib import Path
from typing import Any

from ..engine.errors import InputError, WriteError
from ..pack.files.disk import Staging, is_file, is_there, make_folder, patiently
from ..pack.files.json_text import JsonError, parsed
from ..pack.files.progress import Progress, report, silent
from .packing import FORMAT, MARKER, PROGRAM, PROJECTS

_MOST_FILES, _LARGEST, _LARGEST_MARKER = 20_000, 20 * 1024**3, 100_000
_SWOLLEN = 1_000
"""How many times smaller than its content a member can be; figures go to a hundredth, nothing more to a thousandth."""
_AT_ONCE = 1024 * 1024
_RESERVED = re.compile(r"(con|prn|aux|nul|com[0-9]|lpt[0-9])(\..*)?", re.I)
_WRONG = re.compile(r'[\x00-\x1f<>:"\\|?*]')


def is_packed(path: Path) -> bool:
    """Whether a file is a packed project, by the name of its first member; False for what can't be read."""
    if path.suffix.lower() != ".zip" or not is_file(path):
        return False
    try:
        with zipfile.ZipFile(path) as archive:
            return MARKER in archive.namelist()[:1]
    except (OSError, zipfile.BadZipFile, NotImplementedError, ValueError):
        return False


def unpack_project(path: Path, parent: Path, progress: Progress = silent) -> Path:
    """Put a packed project into a new folder in `parent`; returns the project's file.

    InputError naming the file when it is no packed project, is damaged, or holds what it shouldn't; WriteError when the
    disk refuses or is too small; CancelledError when cancelled. Nothing is left behind then.
    """
    try:
        with zipfile.ZipFile(path) as archive:
            about = _about(path, archive)
            members = _checked(path, archive, about["folder"])
            if not any(one.filename == f"{about['folder']}/{about['project']}" for one in members):
                raise _damaged(path, about["project"])
            make_folder(parent)
            _require_room(path, parent, sum(one.file_size for one in members))
            with Staging(parent, f".{about['folder']}", ".half") as staging:
                _extract(path, archive, members, staging.path, progress)
                staging.release()
                target = _free(parent / about["folder"])
                patiently((staging.path / about["folder"]).rename, target)
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, ValueError) as problem:
        raise _damaged(path, problem) from problem
    except OSError as problem:
        raise WriteError("{file} can't be written: {problem}.", file=parent, problem=problem) from problem
    return target / str(about["project"])


def _about(path: Path, archive: zipfile.ZipFile) -> dict[str, Any]:
    """The marker; InputError for a zip of another kind or of a newer version."""
    first = archive.infolist()[:1]
    if not first or first[0].filename != MARKER or first[0].file_size > _LARGEST_MARKER:
        raise InputError("{file} is no project that was packed for a colleague.", file=path.name)
    try:
        about = parsed(archive.read(MARKER).decode("utf-8"))
    except (JsonError, UnicodeDecodeError) as problem:
        raise _damaged(path, problem) from problem
    if not isinstance(about, dict) or about.get("program") != PROGRAM:
        raise InputError("{file} is no project that was packed for a colleague.", file=path.name)
    if about.get("format") != FORMAT:
        raise InputError(
            "{file} was packed by a newer version of the plugin (format {format}); this one reads {known}.",
            file=path.name,
            format=about.get("format"),
            known=FORMAT,
        )
    folder, project = str(about.get("folder", "")), str(about.get("project", ""))
    if not (_is_plain(folder) and _is_plain(project) and Path(project).suffix.lower() in PROJECTS):
        raise _damaged(path, project or folder)
    return {"folder": folder, "project": project}


def _checked(path: Path, archive: zipfile.ZipFile, folder: str) -> list[zipfile.ZipInfo]:
    """The members to extract; InputError when one would get outside the folder, or there is too much."""
    members = archive.infolist()[1:]
    if len(members) > _MOST_FILES or sum(one.file_size for one in members) > _LARGEST:
        raise InputError("{file} holds more than a project needs, and isn't unpacked.", file=path.name)
    seen: set[str] = set()
    for one in members:
        parts = one.filename.split("/")
        link = stat.S_ISLNK(one.external_attr >> 16)
        if parts[0] != folder or len(parts) < 2 or link or not all(map(_is_plain, parts)):
            raise InputError(
                "{file} holds “{name}”, which belongs outside its folder.", file=path.name, name=one.filename
            )
        if one.file_size > _SWOLLEN * max(one.compress_size, 100):
            raise InputError("{file} holds more than a project needs, and isn't unpacked.", file=path.name)
        if one.filename.casefold() in seen:
            raise _damaged(path, one.filename)
        seen.add(one.filename.casefold())
    return members


def _is_plain(name: str) -> bool:
    """Whether a name of a file or folder is one on every system."""
    spoilt = not name or name != name.strip(" ") or name.endswith(".") or len(name) > 200
    return not (spoilt or name in {".", ".."} or _WRONG.search(name) or _RESERVED.fullmatch(name))


def _require_room(path: Path, parent: Path, size: int) -> None:
    if shutil.disk_usage(parent).free < size * 1.05:
        raise WriteError(
            "There is no room in {folder} for what {file} holds ({size} MB).",
            folder=parent,
            file=path.name,
            size=round(size / 1024**2),
        )


def _extract(
    path: Path, archive: zipfile.ZipFile, members: list[zipfile.ZipInfo], folder: Path, progress: Progress
) -> None:
    """Write all members, none larger than it says; the zip checks the sum of each as it is read."""
    every, done = max(sum(one.file_size for one in members), 1), 0
    for one in members:
        target = folder / one.filename
        make_folder(target.parent)
        left = one.file_size
        with archive.open(one) as source, target.open("xb") as written:
            while piece := source.read(_AT_ONCE):
                left -= len(piece)
                if left < 0:
                    raise _damaged(path, one.filename)
                written.write(piece)
                done += len(piece)
                report(progress, done / every)
        if left:
            raise _damaged(path, one.filename)


def _free(folder: Path) -> Path:
    """A folder of that name that isn't there yet."""
    found, number = folder, 1
    while is_there(found):
        number += 1
        found = folder.with_name(f"{folder.name}-{number}")
    return found


def _damaged(path: Path, problem: object) -> InputError:
    return InputError("{file} is damaged: {problem}. Ask for it again.", file=path.name, problem=problem)
