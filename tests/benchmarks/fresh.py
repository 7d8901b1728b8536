# SPDX-License-Identifier: GPL-2.0-or-later
"""What only a fresh process can show: opening a pack, importing, peak memory, the main thread during background work.

`run("open")` starts `python -m tests.benchmarks.fresh open` and returns what it prints.
"""

from __future__ import annotations

import itertools
import json
import math
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

from tests.benchmarks import kernel, machine
from tests.benchmarks.country import FOLDER, ROOT
from tests.benchmarks.national import NationalSet

ONE_AREA = FOLDER / "one-area.wkb"
_SCRATCH = FOLDER / "scratch-pack"

Answer = dict[str, Any]


def run(*arguments: str, timeout: float = 300) -> Answer:
    """The answer of a fresh process, with the seconds it took as `process`; RuntimeError when it fails."""
    command = [sys.executable, "-m", "tests.benchmarks.fresh", *arguments]
    begin = time.perf_counter()
    made = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=timeout, check=False)
    seconds = time.perf_counter() - begin
    lines = [line for line in made.stdout.splitlines() if line.startswith("{")]
    if made.returncode or not lines:
        raise RuntimeError(f"{arguments}: {made.stderr.strip().splitlines()[-1:]}")
    return json.loads(lines[-1]) | {"process": seconds}


def _peak() -> float:
    """Peak memory of this process in bytes; not by getrusage, which hands a child the peak of its parent."""
    return float(machine.memory("VmHWM"))


def open_to_first_result() -> Answer:
    """Seconds from an unopened pack to the figures of one area, modules being imported already."""
    from leefbaar_plugin.analysis.measure import Measurer
    from leefbaar_plugin.pack.pack import open_pack

    area = ONE_AREA.read_bytes()
    begin = time.perf_counter()
    pack = open_pack(FOLDER / "pack")
    opened = time.perf_counter()
    Measurer(pack).measure([area])
    return {"open": opened - begin, "seconds": time.perf_counter() - begin, "peak": _peak()}


def open_cold() -> Answer:
    """The same when nothing of the pack is in the system's cache."""
    for path in (FOLDER / "pack").iterdir():
        file = os.open(path, os.O_RDONLY)
        os.fsync(file)  # what isn't on the disk yet isn't let go
        os.posix_fadvise(file, 0, 0, os.POSIX_FADV_DONTNEED)
        os.close(file)
    return open_to_first_result()


def change_of_levels() -> Answer:
    """Seconds of the change of all areas of a level, the first time and from another year: what the page asks for."""
    from leefbaar_plugin.analysis.change.change_view import level_changes
    from leefbaar_plugin.analysis.measure import Measurer
    from leefbaar_plugin.pack.pack import open_pack

    answer: Answer = {}
    for level, name in (("buurt", "buurten"), ("wijk", "wijken"), ("gemeente", "gemeenten")):
        pack = open_pack(FOLDER / "pack")
        measurer = Measurer(pack)
        measurer.prepare()
        begin = time.perf_counter()
        view = level_changes(pack, level, 2022, 2024, measurer)
        first = time.perf_counter()
        level_changes(pack, level, 2014, 2024, measurer, view)
        answer |= {f"{name} first": first - begin, f"{name} again": time.perf_counter() - first}
    return answer | {"seconds": sum(answer.values()), "peak": _peak()}


def move_of_the_cursor() -> Answer:
    """Median seconds that one move takes while an area is drawn: measured, shown and painted on the main thread."""
    from tests.soak.headless import Headless

    qgis = Headless(Path(tempfile.mkdtemp(prefix="leefbaar-move-")))
    from qgis.core import QgsGeometry, QgsPointXY
    from qgis.PyQt.QtCore import QCoreApplication

    session = qgis.plugin.session
    session.open_pack(FOLDER / "pack")
    qgis.iface.window.resize(1366, 768)
    qgis.rest(60)
    grid = session.pack.grid
    x, y = 100.0 * grid.column[len(grid) // 2], 100.0 * grid.row[len(grid) // 2]
    corners = [QgsPointXY(x + right, y + up) for right, up in ((-600, -500), (700, -400), (900, 300))]
    moves = []
    for number in range(80):
        cursor = QgsPointXY(x + 100 + 300 * math.cos(number / 7), y + 700 + 200 * math.sin(number / 5))
        begin = time.perf_counter()
        qgis.plugin.areas.set_sketch(QgsGeometry.fromPolygonXY([[*corners, cursor]]))
        QCoreApplication.processEvents()
        moves.append(time.perf_counter() - begin)
        if number == 20:
            qgis.rest(60)  # gemeenten and country are measured now
    figures = qgis.plugin.areas.figures()
    if qgis.problems or figures is None or not figures.has_score:
        raise RuntimeError(f"no figures of the sketch: {qgis.problems[:1]}")
    return {"seconds": statistics.median(moves[40:]), "peak": _peak()}


def _imported(paths: list[Path], chosen: int = 0) -> Answer:
    """Seconds and peak memory of an import into a pack; `chosen` gemeenten from the middle of the list, or all.

    `processor` are the seconds of processor time that all threads took together.
    """
    import pandas  # noqa: F401  the bare read has it before its clock starts too

    from leefbaar_plugin.pack.importing.importer import import_edition
    from leefbaar_plugin.pack.reading.inspection import inspect

    shutil.rmtree(_SCRATCH, ignore_errors=True)
    before, processor = _peak(), time.process_time()
    begin = time.perf_counter()
    found = inspect(paths)
    inspected = time.perf_counter()
    middle = len(found.gemeenten) // 2
    codes = [code for code, _name in found.gemeenten[middle : middle + chosen]]
    result = import_edition(found, _SCRATCH, codes)
    answer = {"seconds": time.perf_counter() - begin, "processor": time.process_time() - processor}
    squares = result.info["squares"]
    shutil.rmtree(_SCRATCH)
    return answer | {"inspect": inspected - begin, "peak": _peak(), "before": before, "squares": squares}


def import_release() -> Answer:
    """The untouched zip of the ministry: scores and changes of all levels."""
    return _imported([_files().scores_zip])


def import_edition() -> Answer:
    """The whole edition: that zip, the geometry and the CBS squares."""
    files = _files()
    return _imported([files.scores_zip, files.geometry_zip, files.counts_gpkg])


def import_choice() -> Answer:
    """One gemeente of the whole edition."""
    files = _files()
    return _imported([files.scores_zip, files.geometry_zip, files.counts_gpkg], 1)


def recognise_changes() -> Answer:
    """Seconds it takes to know what the largest file is, that with the changes of the squares."""
    from leefbaar_plugin.pack.files.resources import load_model
    from leefbaar_plugin.pack.reading.developments import recognise_development, sample_periods
    from leefbaar_plugin.pack.reading.sources import find_sources
    from leefbaar_plugin.pack.tables.tables import sniff

    model = load_model("lbm3")
    (source,) = [one for one in find_sources([_files().scores_zip]) if "ontwikkeling grids" in one.name]
    begin = time.perf_counter()
    found = recognise_development(sniff(source), model)
    periods = sample_periods(found) if found is not None else ()
    return {"seconds": time.perf_counter() - begin, "peak": _peak(), "periods": len(periods), "size": source.size}


def _files() -> NationalSet:
    return NationalSet(FOLDER, 0, 0, 0)


def find_all_signals() -> Answer:
    """Seconds and peak memory of all rules on the buurten, and on clusters of the squares with their outlines."""
    from leefbaar_plugin.analysis.measure import Measurer
    from leefbaar_plugin.analysis.signals.finder import ClusterChoice, SignalFinder
    from leefbaar_plugin.analysis.signals.rule_set import load_rules
    from leefbaar_plugin.pack.pack import open_pack

    pack = open_pack(FOLDER / "pack")
    begin = time.perf_counter()
    finder = SignalFinder(Measurer(pack))
    found = 0
    for subjects in ("buurt", ClusterChoice()):
        for rule in load_rules().values():
            found += finder.find(rule, subjects).count()
    return {"seconds": time.perf_counter() - begin, "peak": _peak(), "found": found}


def read_bare() -> Answer:
    """Nothing but `pandas.read_csv` of the files of scores in the zip, with every type given."""
    import pandas as pd

    before, processor = _peak(), time.process_time()
    begin = time.perf_counter()
    rows = size = 0
    with zipfile.ZipFile(_files().scores_zip) as archive:
        for entry in archive.infolist():
            if "-scores " not in entry.filename or entry.filename.startswith("__MACOSX"):
                continue
            size += entry.file_size
            with archive.open(entry) as file:
                numbers = dict.fromkeys(("lbm", "afw", "fys", "onv", "soc", "vrz", "won"), "float64")
                codes = dict.fromkeys(("grid_id", "bu_code", "wk_code", "gm_code", "PC4"), "S10")
                rows += len(pd.read_csv(file, dtype={**codes, "jaar": "int16", **numbers}))
    answer = {"seconds": time.perf_counter() - begin, "processor": time.process_time() - processor}
    return answer | {"peak": _peak(), "before": before, "rows": rows, "size": size}


def memory_of(contender: str, over: str) -> Answer:
    """Bytes that one call of a contender adds at its peak to what its data take."""
    from tests.benchmarks import contenders
    from tests.benchmarks.country import Country

    with contenders.all_of(Country(), only=contender) as entries:
        entry = next(entry for entry in entries if (entry.contender, entry.over) == (contender, over))
        before = machine.reset_peak()
        kept = entry.call()
        peak = machine.memory("VmHWM")
        del kept
    return {"before": before, "added": peak - before, "peak": float(peak)}


def longest_gap(what: str) -> Answer:
    """Longest time that the main thread's event loop stood still while work ran in the background, by QGIS's tasks."""
    from tests.benchmarks import with_qgis

    application = with_qgis.start()
    from qgis.PyQt.QtCore import QEventLoop, Qt, QTimer

    from leefbaar_plugin.gui.work import Background

    work = _work(what)
    loop, ticks, outcome = QEventLoop(), [], []
    timer = QTimer()
    timer.setTimerType(Qt.TimerType.PreciseTimer)
    timer.timeout.connect(lambda: ticks.append(time.perf_counter()))
    timer.start(1)
    background = Background()

    def end(result: Any) -> None:
        outcome.append(result)
        loop.quit()

    QTimer.singleShot(200, lambda: background.start("work", what, work, end, end))
    loop.exec()
    timer.stop()
    shutil.rmtree(_SCRATCH, ignore_errors=True)
    if isinstance(outcome[0], BaseException):
        raise outcome[0]
    gaps = sorted(after - before for before, after in itertools.pairwise(ticks))
    application.exitQgis()
    return {"longest": gaps[-1], "p99": gaps[int(0.99 * len(gaps))], "seconds": ticks[-1] - ticks[0]}


def _work(what: str) -> Callable[[Any], Any]:
    """Background work by name, to be called with a progress."""
    from leefbaar_plugin.analysis.measure import Measurer
    from leefbaar_plugin.pack.importing.importer import import_edition
    from leefbaar_plugin.pack.reading.inspection import inspect
    from tests.benchmarks.country import BUURTEN, Country, national

    if what == "import":
        files = national()
        sources: list[Path] = [files.scores_zip, files.geometry_zip, files.counts_gpkg]
        shutil.rmtree(_SCRATCH, ignore_errors=True)
        return lambda progress: import_edition(inspect(sources), _SCRATCH, progress=progress)
    country = Country()
    measurer = Measurer(country.pack)
    return lambda progress: measurer.measure(country.sets[BUURTEN])


_TASKS: dict[str, Callable[..., Answer]] = {
    "open": open_to_first_result,
    "cold": open_cold,
    "change": change_of_levels,
    "move": move_of_the_cursor,
    "import": import_release,
    "edition": import_edition,
    "choice": import_choice,
    "changes": recognise_changes,
    "signals": find_all_signals,
    "bare": read_bare,
    "memory": memory_of,
    "gap": longest_gap,
}

if __name__ == "__main__":
    _answer = _TASKS[sys.argv[1]](*sys.argv[2:])
    _answer["kernel"] = kernel.seconds(kernel.Kernel())
    print("\n" + json.dumps(_answer), flush=True)
    os._exit(0)  # QGIS is done with; what its libraries do at exit isn't ours to wait for
