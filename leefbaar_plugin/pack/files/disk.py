# SPDX-License-Identifier: GPL-2.0-or-later
"""Files and folders as offices have them: locks held for a moment, what lies beside a file, folders left by a crash."""

from __future__ import annotations

import errno
import os
import re
import secrets
import shutil
import sys
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from types import TracebackType
from typing import IO, ParamSpec, TypeVar

from ...engine.errors import WriteError

P = ParamSpec("P")
R = TypeVar("R")

_FOR_A_MOMENT = {errno.EACCES, errno.EPERM, errno.EBUSY, errno.ETXTBSY, errno.ENOTEMPTY}
"""What a virus scanner, an indexer or a copy to the cloud causes as long as it looks at a file."""
PAUSES = (0.05, 0.1, 0.2, 0.4, 0.6, 0.8, 1.0, 1.0)
"""Seconds between attempts: four in all."""
_BESIDE = (".aux.xml", ".ovr", ".msk", ".ovr.aux.xml", "-wal", "-shm", "-journal")
_WORLD = {".tif": ".tfw", ".tiff": ".tfw"}
"""Ending of the file that says where a raster lies, in the place of its own."""
STYLES = (".qml", ".qmd")
"""Endings of files with the style of a layer, in the place of its own."""
_CLUTTER = {"thumbs.db", "desktop.ini", ".ds_store"}
"""What systems leave in folders they showed."""
HALF_WRITTEN = ".half"
"""Ending of hidden folders in which a file is written before it takes its place."""
_HELD, _LOCKED = ".held", b"1"
"""The file that is locked, and what it holds from then on."""
_OLD = 24 * 3600
"""Seconds after which a folder that can't say whether it is in use counts as left behind."""
_ABOUT_TO_LOCK = 60
"""The same for one with a file that wasn't locked yet; older versions left it empty."""


def is_file(path: str | Path) -> bool:
    """Whether there is a file; False for a path that the system doesn't take, such as one of 5,000 characters."""
    try:
        return Path(path).is_file()
    except (OSError, ValueError):
        return False


def is_folder(path: str | Path) -> bool:
    """The same of a folder."""
    try:
        return Path(path).is_dir()
    except (OSError, ValueError):
        return False


def is_there(path: str | Path) -> bool:
    """The same of either."""
    try:
        return Path(path).exists()
    except (OSError, ValueError):
        return False


def make_folder(path: Path) -> None:
    """Make a folder and those it lies in; OSError when that fails, whatever is in its name."""
    try:
        path.mkdir(parents=True, exist_ok=True)
    except ValueError as problem:  # a name with the sign 0
        raise OSError(errno.EINVAL, str(problem)) from problem


def patiently(action: Callable[P, R], *args: P.args, **named: P.kwargs) -> R:
    """What `action` returns; tried again for some seconds while another program holds the file. OSError after that."""
    for pause in PAUSES:
        try:
            return action(*args, **named)
        except OSError as problem:
            if problem.errno not in _FOR_A_MOMENT:
                raise
            time.sleep(pause)
    return action(*args, **named)


def belongings(path: Path) -> list[Path]:
    """What lies beside a file and belongs to it: statistics, overviews, place, journals and styles.

    A style goes by the name without ending, so it isn't taken for this file's while another has that name too.
    """
    found = [path.with_name(path.name + ending) for ending in _BESIDE]
    world = _WORLD.get(path.suffix.lower())
    found += [path.with_suffix(world)] if world else []
    with suppress(OSError):
        found += [one for one in path.parent.glob(f"{_escaped(path.stem)}.*") if one.suffix.lower() in STYLES]
        others = (one for one in path.parent.glob(f"{_escaped(path.stem)}.*") if one not in {path, *found})
        if any(not one.name.startswith(path.name) for one in others):
            found = [one for one in found if one.suffix.lower() not in STYLES]
    return [one for one in found if is_file(one)]


def is_clutter(name: str) -> bool:
    """Whether a file of this name was left by a system that showed the folder."""
    return name.lower() in _CLUTTER or name.startswith("._")


def remove(path: Path) -> None:
    """Remove a file, if it is there, with all that belongs to it; OSError when one stays."""
    for one in [*belongings(path), path]:
        patiently(one.unlink, missing_ok=True)


def replace(written: Path, target: Path) -> None:
    """Put a file in the place of another, which goes with all that belonged to it; OSError when that fails."""
    for one in belongings(target):
        patiently(one.unlink, missing_ok=True)
    patiently(written.replace, target)


def remove_folder(path: Path) -> bool:
    """Remove a folder with all that is in it, as far as that goes; whether nothing is left."""
    for pause in (*PAUSES[:4], 0.0):
        shutil.rmtree(path, ignore_errors=True)
        if not is_there(path):
            return True
        time.sleep(pause)
    return False


def settle(paths: Iterable[Path], folder: Path) -> None:
    """See to it that files and the list of them in `folder` are on the disk, before a rename makes them count."""
    settle_files(paths)
    settle_folder(folder)


def settle_files(paths: Iterable[Path]) -> None:
    """See to it that files are on the disk."""
    for path in paths:
        with path.open("r+b") as file:
            os.fsync(file.fileno())


def settle_folder(folder: Path) -> None:
    """See to it that the list of what a folder holds is on the disk; no system but POSIX has that."""
    if sys.platform == "win32":
        return
    with suppress(OSError):  # some network drives refuse
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


class Staging:
    """A new folder to write in, which no other program uses; what a killed one left is recognised by its lock.

    As a context it is made, and removed at the end unless it was renamed. `parent` must be there.
    """

    def __init__(self, parent: Path, name: str, ending: str) -> None:
        self.path = parent / f"{name}-{secrets.token_hex(4)}{ending}"
        self._lock: IO[bytes] | None = None

    def __enter__(self) -> Staging:
        try:
            self.path.mkdir()
        except ValueError as problem:  # a name with the sign 0
            raise OSError(errno.EINVAL, str(problem)) from problem
        self._lock = (self.path / _HELD).open("wb")
        with suppress(OSError):  # a drive without locks: age tells then
            _lock(self._lock)
            self._lock.write(_LOCKED)
            self._lock.flush()
        return self

    def release(self) -> None:
        """Give the folder up: it is what it should be, and about to be renamed."""
        if self._lock is not None:
            self._lock.close()
            self._lock = None
            patiently((self.path / _HELD).unlink, missing_ok=True)

    def __exit__(
        self, _kind: type[BaseException] | None, _problem: BaseException | None, _trace: TracebackType | None
    ) -> None:
        if self._lock is not None:
            self._lock.close()
            self._lock = None
        remove_folder(self.path)


def remove_left_behind(parent: Path, name: str, ending: str) -> int:
    """Remove what `Staging` folders of killed programs left in `parent`; returns how many went.

    `name` may hold * for any. A folder that a program still writes in stays, and so does everything else.
    """
    mark = "-[0-9a-f]{8}" + ("" if ending == "" else "|")  # older versions gave none
    form = re.compile(f"{re.escape(name)}({mark}){re.escape(ending)}".replace(r"\*", ".*"))
    gone = 0
    with suppress(OSError):
        for path in parent.iterdir():
            if form.fullmatch(path.name) and is_folder(path) and not _is_held(path):
                gone += remove_folder(path)
    return gone


@contextmanager
def beside(target: Path) -> Iterator[Path]:
    """A path beside `target`, of the same name, to write to; it replaces that when all went well. Folders are made.

    Whatever fails, and wherever the program is killed, `target` is whole or as it was; the next one that is written
    here removes what a killed one left. Other files that came with it are dropped. WriteError when the disk refuses.
    """
    stem = "." + target.name.replace(".", "_")  # GDAL takes a folder with .xlsx or .ods in its name for the archive
    try:
        make_folder(target.parent)
        remove_left_behind(target.parent, stem, HALF_WRITTEN)
        with Staging(target.parent, stem, HALF_WRITTEN) as staging:
            written = staging.path / target.name
            yield written
            replace(written, target)
    except OSError as problem:
        raise WriteError("{file} can't be written: {problem}.", file=target.name, problem=problem) from problem


def _is_held(folder: Path) -> bool:
    """Whether a program that lives has locked a folder; without a lock to look at, whether it is young."""
    old = _OLD
    try:
        with (folder / _HELD).open("r+b") as file:
            _lock(file)
            if file.read(1):
                return False
            old = _ABOUT_TO_LOCK
    except OSError as problem:
        if problem.errno in (errno.EACCES, errno.EAGAIN, errno.EDEADLK):
            return True
    with suppress(OSError):
        return time.time() - folder.stat().st_mtime < old
    return True


def _lock(file: IO[bytes]) -> None:
    """Lock a file until it is closed or the program ends; OSError when another has it."""
    if sys.platform == "win32":
        import msvcrt

        msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
    else:
        import fcntl

        fcntl.flock(file.fileno(), fcntl.LOCK_EX | fcntl.LOCK_NB)


def _escaped(stem: str) -> str:
    return re.sub(r"([\[*?])", r"[\1]", stem)
