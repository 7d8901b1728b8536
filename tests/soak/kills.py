# SPDX-License-Identifier: GPL-2.0-or-later
"""Programs that are killed while they import, draw or save, and what the next one finds."""

from __future__ import annotations

import json
import os
import random
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import Any

from leefbaar_plugin.engine.errors import PackError
from leefbaar_plugin.pack.importing.importer import import_edition
from leefbaar_plugin.pack.importing.leftovers import remove_leftovers
from leefbaar_plugin.pack.pack import open_pack
from leefbaar_plugin.pack.reading.inspection import inspect
from tests.builders import Edition
from tests.soak.importing import importing
from tests.soak.inputs import figures
from tests.soak.outcome import HELD, LOST, TRACEBACK, Outcome
from tests.soak.team import ROOT, Lines

IMPORT, DRAW, LOOSE, SAVE = (
    "kills while importing",
    "kills while drawing",
    "kills while drawing in a project never saved",
    "kills while saving",
)
_PATIENCE = 600.0
_AT_ONCE = 20
_OF_QGIS = ("_attachments.zip", ".qgs~", "-wal", "-shm")
"""What QGIS, or a database that was open, has beside a project."""


def _imports(seed: str, numbers: list[int], enough: Callable[[], bool]) -> Iterator[Outcome]:
    with tempfile.TemporaryDirectory(prefix="soak-", ignore_cleanup_errors=True) as folder:
        imports = _Imports(Path(folder))
        for number in numbers:
            if enough():
                return
            begin = time.perf_counter()
            place = Path(folder) / str(number)
            place.mkdir()
            outcome, detail = imports.attempt(random.Random(f"{seed}/{IMPORT}/{number}"), place)
            yield Outcome(IMPORT, number, outcome, detail[:1500], round(time.perf_counter() - begin, 3))


class _Imports:
    """Kills imports at any moment; no half pack may be believed, nothing may stay after the next start."""

    def __init__(self, folder: Path) -> None:
        self._files, self._temporary = folder / "files", folder / "tmp"
        for one in (self._files, self._temporary):
            one.mkdir()
        Edition(self._files).all()
        right = import_edition(inspect([self._files]), folder / "right").folder
        self._right = figures(open_pack(right)).tobytes()
        with importing(self._files, folder / "timed") as one:
            begin = time.perf_counter()
            one.wait()
            self._length = time.perf_counter() - begin

    def attempt(self, chance: random.Random, folder: Path) -> tuple[str, str]:
        """One import, killed."""
        target = folder / "pack"
        with importing(self._files, target, TMPDIR=str(self._temporary)) as one:
            time.sleep(chance.random() * self._length * 1.1)
            one.kill()
            one.wait()
        if target.exists():
            try:
                if figures(open_pack(target)).tobytes() != self._right:
                    return LOST, "another pack"
            except PackError as problem:
                return LOST, f"a broken pack: {problem}"
        before, tempfile.tempdir = tempfile.tempdir, str(self._temporary)
        try:
            remove_leftovers(folder)
        finally:
            tempfile.tempdir = before
        left = sorted(path.name for path in [*folder.iterdir(), *self._temporary.iterdir()] if path != target)
        return (LOST, f"left: {left}") if left else (HELD, "")


def _desktop(kind: str, seed: str, numbers: list[int], enough: Callable[[], bool]) -> Iterator[Outcome]:
    """QGIS killed while it draws or saves; every area that was said to be done is there, or offered, afterwards.

    One QGIS looks at what several left: starting it takes longer than all the rest.
    """
    what = {DRAW: "draw", LOOSE: "loose", SAVE: "save"}[kind]
    todo = list(numbers)
    while todo and not enough():
        batch, todo = todo[:_AT_ONCE], todo[_AT_ONCE:]
        with tempfile.TemporaryDirectory(prefix="soak-", ignore_cleanup_errors=True) as folder:
            files = Path(folder) / "files"
            files.mkdir()
            Edition(files).all()
            import_edition(inspect([files]), Path(folder) / "pack")
            killed = {}
            for number in batch:
                begin = time.perf_counter()
                place = Path(folder) / str(number)
                place.mkdir()
                done = _killed(what, random.Random(f"{seed}/{kind}/{number}"), place, bool(number % 2))
                killed[number] = place, done, round(time.perf_counter() - begin, 1)
            with _program("next", *(place for place, _told, _seconds in killed.values())) as (_one, lines):
                for number, (place, (done, said), seconds) in killed.items():
                    found = json.loads(lines.next(_PATIENCE) or "{}")
                    errors = (place / f"{what} errors").read_text("utf-8", "replace")
                    outcome, detail = _judged(what, found, done, errors) if not said else (LOST, said)
                    yield Outcome(kind, number, outcome, detail[:1500], seconds)


def _killed(what: str, chance: random.Random, folder: Path, later: bool) -> tuple[int, str]:
    """Kill a QGIS that works; the number of the last thing that it said to be done, and what else it said.

    At any moment of two seconds: of the first, or `later` of those after the first thing was done.
    """
    done, said = 0, ""
    with _program(what, folder) as (one, lines):
        if lines.next(_PATIENCE) != "ready":
            return 0, "it doesn't start"
        if later and (line := lines.next(_PATIENCE)).isdigit():
            done = int(line)
        end = time.monotonic() + chance.random() * 2.0
        while (left := end - time.monotonic()) > 0:
            line = lines.next(left)
            done, said = (int(line), said) if line.isdigit() else (done, line or said)
        one.kill()
        one.wait()
        while (line := lines.next(0.1)).isdigit():  # said, but not yet read
            done = int(line)
    return done, said


def _judged(what: str, found: dict[str, Any], done: int, errors: str) -> tuple[str, str]:
    if not found or found["problems"]:
        return TRACEBACK, f"{found.get('problems')} {errors[-900:]}"
    offered = sum(number or 0 for number in found["offered"].values())
    known = max((len(names or ()) for names in found["projects"].values()), default=0)
    broken = [name for name, names in found["projects"].items() if names is None]
    if what == "save" and broken and known < done:
        return LOST, f"{broken} can't be read; {found}"
    if max(known, offered) < done:
        return LOST, f"{done} were stored; {found}"
    files = [*found["files"], *found["loose"]]
    odd = [name for name in files if not name.endswith((".qgs", ".gpkg", "errors", *_OF_QGIS))]
    return (LOST, f"left: {odd}") if odd else (HELD, f"{done} stored, {known} in the project, {offered} offered")


@contextmanager
def _program(what: str, *folders: Path) -> Iterator[tuple[subprocess.Popen[bytes], Lines]]:
    folder = folders[0]
    runtime = folder / "runtime"
    runtime.mkdir(mode=0o700, exist_ok=True)
    settings = {"QT_QPA_PLATFORM": "offscreen", "XDG_RUNTIME_DIR": str(runtime), "TMPDIR": str(runtime)}
    with (folder / f"{what} errors").open("wb") as errors:
        one = subprocess.Popen(
            [sys.executable, "-m", "tests.soak.drawing", what, *map(str, folders)],
            cwd=ROOT,
            env=os.environ | settings,
            stdout=subprocess.PIPE,
            stderr=errors,
        )
    try:
        yield one, Lines(one)
    finally:
        one.kill()
        one.wait()


KINDS: dict[str, Callable[[str, list[int], Callable[[], bool]], Iterator[Outcome]]] = {
    IMPORT: _imports,
    **{kind: partial(_desktop, kind) for kind in (DRAW, LOOSE, SAVE)},
}
