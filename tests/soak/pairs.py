# SPDX-License-Identifier: GPL-2.0-or-later
"""Two imports into one folder, at the same moment or a little apart; of the same files, or of other choices."""

from __future__ import annotations

import random
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from leefbaar_plugin.engine.errors import LeefbaarError
from leefbaar_plugin.pack.pack import open_pack
from tests.builders import Edition
from tests.soak.importing import importing, told
from tests.soak.outcome import HELD, LOST, Outcome

KIND = "pairs of imports into one folder"
_CHOICES = ("", "", "IJstad", "Súdwest")


def attempts(seed: str, numbers: list[int], enough: Callable[[], bool]) -> Iterator[Outcome]:
    """Each in a folder of its own; every other one finds a damaged pack there."""
    with tempfile.TemporaryDirectory(prefix="soak-", ignore_cleanup_errors=True) as folder:
        files = Path(folder) / "files"
        files.mkdir()
        Edition(files).all()
        for number in numbers:
            if enough():
                return
            begin = time.perf_counter()
            problem = _attempt(random.Random(f"{seed}/{KIND}/{number}"), files, Path(folder) / str(number))
            outcome = LOST if problem else HELD
            yield Outcome(KIND, number, outcome, problem, round(time.perf_counter() - begin, 3))


def _attempt(chance: random.Random, files: Path, folder: Path) -> str:
    folder.mkdir()
    target = folder / "pack"
    if chance.random() < 0.5:
        with importing(files, target) as one:
            told(one)
        values = target / "values.npy"
        values.write_bytes(values.read_bytes()[: chance.randrange(300)])
    choices = [chance.choice(_CHOICES) for _ in range(2)] if not target.exists() else ["", ""]
    with importing(files, target, choices[0]) as one:
        time.sleep(chance.choice((0.0, 0.0, chance.random() * 0.8)))
        with importing(files, target, choices[1]) as other:
            said = [told(one), told(other)]
    if not any(text == "made" for text in said):
        return f"none was made: {said}"
    if choices[0] == choices[1] and not set(said) <= {"made", "there"}:
        return f"the same files were refused: {said}"
    if any("Traceback" in text for text in said):
        return f"{said}"
    try:
        open_pack(target)
    except LeefbaarError as problem:
        return str(problem)
    left = sorted(path.name for path in folder.iterdir() if path != target)
    return f"left: {left}" if left else ""
