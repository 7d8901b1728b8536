# SPDX-License-Identifier: GPL-2.0-or-later
"""Long work: nothing may grow by it. `python -m tests.soak.growth WHAT FOLDER` does it, in a process of its own."""

from __future__ import annotations

import gc
import itertools
import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

from leefbaar_plugin.pack.importing.importer import import_edition
from leefbaar_plugin.pack.reading.inspection import inspect
from tests.builders import Edition, square_wkt
from tests.soak.headless import Headless
from tests.soak.outcome import HELD, LOST, TRACEBACK, Outcome
from tests.soak.team import ROOT

SWITCHES, AREAS = "switches of year, theme, level and view", "areas drawn"
_COUNTS = {SWITCHES: 1000, AREAS: 200}
_MORE_MEGABYTES, _MORE_FILES, _MORE_OBJECTS = 24.0, 4, 400
"""What may be more in the end than after a tenth of the work: pieces that memory is given out in, and caches."""


def attempts(kind: str, seed: str, numbers: list[int], enough: Callable[[], bool]) -> Iterator[Outcome]:
    """One long run; its outcome says what grew."""
    for number in numbers:
        if enough():
            return
        begin = time.perf_counter()
        with tempfile.TemporaryDirectory(prefix="soak-", ignore_cleanup_errors=True) as folder:
            runtime = Path(folder) / "runtime"
            runtime.mkdir(mode=0o700)
            settings = {"QT_QPA_PLATFORM": "offscreen", "XDG_RUNTIME_DIR": str(runtime)}
            done = subprocess.run(
                [sys.executable, "-m", "tests.soak.growth", kind, folder],
                cwd=ROOT,
                env=os.environ | settings,
                capture_output=True,
                text=True,
                timeout=3600,
                check=False,
            )
        lines = [line for line in done.stdout.splitlines() if line.startswith("{")]
        seconds = round(time.perf_counter() - begin, 1)
        if not lines:
            yield Outcome(kind, number, TRACEBACK, done.stderr[-1500:], seconds)
            continue
        found = json.loads(lines[-1])
        grown = found["grown"]
        too_much = (
            grown["megabytes"] > _MORE_MEGABYTES
            or grown["files"] > _MORE_FILES
            or grown["objects"] > _MORE_OBJECTS + found["allowed"]
        )
        outcome = TRACEBACK if found["problems"] else LOST if too_much else HELD
        detail = f"{grown} {found['problems'][:1]}"
        yield Outcome(kind, number, outcome, detail, seconds, found["megabytes"])


KINDS: list[tuple[str, int, Callable[[str, list[int], Callable[[], bool]], Iterator[Outcome]]]] = [
    (SWITCHES, 1, partial(attempts, SWITCHES)),
    (AREAS, 1, partial(attempts, AREAS)),
]


def main() -> None:
    """Work, and say what grew after the first tenth."""
    kind, folder = sys.argv[1], Path(sys.argv[2])
    answers = os.fdopen(os.dup(1), "w", buffering=1)
    os.dup2(2, 1)
    (folder / "files").mkdir()
    Edition(folder / "files").all()
    import_edition(inspect([folder / "files"]), folder / "pack")
    qgis = Headless(folder / "qgis")
    qgis.plugin.session.open_pack(folder / "pack")
    qgis.project.write(str(folder / "p.qgs"))
    qgis.rest()
    steps = _switches(qgis) if kind == SWITCHES else _areas(qgis)
    count = _COUNTS[kind]
    early: dict[str, float] = {}
    for number, _ in enumerate(itertools.islice(steps, count), start=1):
        qgis.rest(quiet=0.0)
        if number == count // 10:
            early = _size()
    qgis.rest()
    late = _size()
    grown = {name: round(late[name] - early[name], 1) for name in late}
    allowed = 40 * count if kind == AREAS else 0  # every area has a line in lists and tables
    found = {"grown": grown, "megabytes": late["megabytes"], "problems": qgis.problems, "allowed": allowed}
    answers.write(json.dumps(found) + "\n")
    answers.flush()
    os._exit(0)


def _switches(qgis: Headless) -> Iterator[None]:
    session = qgis.plugin.session
    for number in itertools.count():
        match number % 4:
            case 0:
                years = session.available_years()
                session.set_year(years[number // 4 % len(years)])
            case 1:
                session.set_theme(session.model.themes[number // 4 % len(session.model.themes)].id)
            case 2:
                session.set_level(("auto", "gemeente", "buurt", "grid")[number // 4 % 4])
            case _:
                session.set_kind(("situation", "change", "gemeente")[number // 4 % 3])
        yield


def _areas(qgis: Headless) -> Iterator[None]:
    from qgis.core import QgsGeometry

    for number in itertools.count():
        shape = QgsGeometry.fromWkt(square_wkt(850 + number % 11, 4360 + number % 3, 1 + number % 2))
        qgis.plugin.areas.add([(f"area {number}", shape)])
        yield


def _size() -> dict[str, float]:
    """Megabytes, open files, and objects that Python knows."""
    gc.collect()
    pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
    return {
        "megabytes": pages * os.sysconf("SC_PAGE_SIZE") / 1024**2,
        "files": float(len(list(Path("/proc/self/fd").iterdir()))),
        "objects": float(len(gc.get_objects())),
    }


if __name__ == "__main__":
    main()
