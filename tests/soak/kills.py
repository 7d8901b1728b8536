# SPDX-License-Identifier: GPL-2.0-or-later
"""Programs that are killed while they import, draw or save, and what the next one finds."""

from __future__ import annotations

import random
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from leefbaar_plugin.data.importer import import_edition
from leefbaar_plugin.data.pack import open_pack
from leefbaar_plugin.data.pack_folder import remove_leftovers
from leefbaar_plugin.data.reading.inspection import inspect
from leefbaar_plugin.engine.errors import PackError
from tests.builders import Edition
from tests.soak.importing import importing
from tests.soak.inputs import figures
from tests.soak.outcome import HELD, LOST, Outcome

IMPORT = "kills while importing"


def while_importing(seed: str, numbers: list[int], enough: Callable[[], bool]) -> Iterator[Outcome]:
    """Kill imports at any moment; no half pack may be believed, nothing may stay after the next start."""
    with tempfile.TemporaryDirectory(prefix="soak-", ignore_cleanup_errors=True) as folder:
        files, temporary = Path(folder) / "files", Path(folder) / "tmp"
        for one in (files, temporary):
            one.mkdir()
        Edition(files).all()
        right = figures(open_pack(import_edition(inspect([files]), Path(folder) / "right").folder)).tobytes()
        with importing(files, Path(folder) / "timed") as one:
            begin = time.perf_counter()
            one.wait()
            length = time.perf_counter() - begin
        for number in numbers:
            if enough():
                return
            begin = time.perf_counter()
            chance = random.Random(f"{seed}/{IMPORT}/{number}")
            problem = _killed_import(chance, files, Path(folder) / str(number), temporary, length, right)
            yield Outcome(IMPORT, number, LOST if problem else HELD, problem, round(time.perf_counter() - begin, 3))


def _killed_import(
    chance: random.Random, files: Path, folder: Path, temporary: Path, length: float, right: bytes
) -> str:
    folder.mkdir()
    target = folder / "pack"
    with importing(files, target, TMPDIR=str(temporary)) as one:
        time.sleep(chance.random() * length * 1.1)
        one.kill()
        one.wait()
    if target.exists():
        try:
            if figures(open_pack(target)).tobytes() != right:
                return "another pack"
        except PackError as problem:
            return f"a broken pack: {problem}"
    before, tempfile.tempdir = tempfile.tempdir, str(temporary)
    try:
        remove_leftovers(folder)
    finally:
        tempfile.tempdir = before
    left = sorted(path.name for path in [*folder.iterdir(), *temporary.iterdir()] if path != target)
    return f"left: {left}" if left else ""


KINDS = {IMPORT: while_importing}
