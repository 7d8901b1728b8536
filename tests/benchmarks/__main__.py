# SPDX-License-Identifier: GPL-2.0-or-later
"""All benchmarks in one run, `make bench`; the page of results is written to tests/benchmarks/RESULTS.md.

`python -m tests.benchmarks --seconds 0.3 --only areas --out build/bench.md` for a quick look. Needs the environment
that `.ci/setup bench` makes.
"""

from __future__ import annotations

import argparse
import os
import random
import sys
import time
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

from tests.benchmarks import contenders, drawing, fresh, goals, growth, kernel, machine, ours, report
from tests.benchmarks.arena import Entry, race
from tests.benchmarks.country import BUURTEN, DRAWN, FOLDER, ROOT, SETS, Country
from tests.benchmarks.report import Measured
from tests.benchmarks.stages import PREFIX

RESULTS = Path(__file__).with_name("RESULTS.md")
_SLOW = ("QGIS intersection", "QGIS extract", "exactextract, same output")
"""Their memory is measured on the drawn areas."""
_NO_MEMORY = (ours.BARE, ours.OFFICIAL, ours.REWEIGH, kernel.NAME)
_FRESH_ROUNDS = 5
_SECTIONS = {
    "areas": (report.areas_section, report.squares_section),
    "growth": (report.growth_section,),
    "fresh": (report.fresh_section,),
    "memory": (report.memory_section,),
    "pictures": (report.pictures_section,),
}
PARTS = tuple(_SECTIONS)

Log = Callable[[str], None]


def measure_areas(country: Country, found: Measured, entries: list[Entry], budget: float, log: Log) -> None:
    """All contenders in one race; the bytes of the floor."""
    found.areas = race(entries, budget, log=log)
    found.floors = {over: ours.floor_bytes(country, over) for over in SETS}
    found.bandwidth = machine.bandwidth()


def measure_fresh(found: Measured, log: Log) -> None:
    """Opening and importing in fresh processes, in turn; gaps of the main thread."""
    shuffled = random.Random(11)
    for _ in range(_FRESH_ROUNDS):
        tasks = [("open",), ("cold",), ("change",), ("move",), ("signals",)]
        tasks += [("import",), ("bare",), ("edition",), ("choice",), ("changes",)]
        for task in shuffled.sample(tasks, len(tasks)):
            found.fresh.setdefault(task[0], []).append(fresh.run(*task))
    for work in ("batch", "import"):
        found.fresh[f"gap {work}"] = [fresh.run("gap", work) for _ in range(3)]
    log("fresh processes done")


def measure_memory(found: Measured, entries: list[Entry], log: Log) -> None:
    """Memory of one call of each contender on the buurten, or the drawn areas for the slow ones."""
    there = {(entry.contender, entry.over) for entry in entries}
    for name in dict.fromkeys(entry.contender for entry in entries):
        over = DRAWN if name.startswith(_SLOW) else BUURTEN
        counts = not name.startswith(("PostGIS", PREFIX)) and name not in _NO_MEMORY
        if (name, over) in there and counts:
            try:
                answer = fresh.run("memory", name, over)
                found.memory[name, over], found.peaks[name, over] = answer["added"], answer["peak"]
            except RuntimeError as problem:
                log(str(problem))
    log("memory done")


def _about(found: Measured, begin: float, load: str) -> list[tuple[str, str]]:
    versions = ", ".join(f"{name} {version}" for name, version in machine.versions().items())
    return [
        ("date", datetime.now(UTC).strftime("%Y-%m-%d %H:%M UTC")),
        ("machine", machine.processor()),
        ("system", machine.system()),
        ("memory bandwidth", f"{found.bandwidth / 1e9:.1f} GB/s, one thread of numpy"),
        ("reference kernel", _kernel_line(found)),
        ("load average", f"{load} before, {machine.load()} after"),
        ("versions", versions),
        ("command", f"`make bench`, so `{' '.join(['python', '-m', 'tests.benchmarks', *sys.argv[1:]])}`"),
        ("the run took", f"{(time.perf_counter() - begin) / 60:.0f} minutes"),
    ]


def _kernel_line(found: Measured) -> str:
    timing = found.areas.get((kernel.NAME, kernel.OVER))
    if timing is None:
        return "not timed"
    low, high = (report.duration(end) for end in timing.quartiles)
    return f"{report.duration(timing.median)} ({low} – {high}); {report.duration(kernel.NOMINAL)} on an idle machine"


def run(options: argparse.Namespace, log: Log) -> Measured:
    """Measure the wanted parts."""
    begin, load = time.perf_counter(), machine.load()
    found, country = Measured(), Country()
    fresh.ONE_AREA.write_bytes(country.sets[SETS[0]][0])
    parts = options.only or PARTS
    if "fresh" in parts:  # first: while this process is small, a fresh one starts soonest
        measure_fresh(found, log)
    with contenders.all_of(country, options.contender, notes=found.notes) as entries:
        log(f"contenders are ready; {found.notes}")
        if "areas" in parts:
            measure_areas(country, found, entries, options.seconds, log)
        if "growth" in parts:
            found.growth = race(growth.entries(country), options.seconds / 2)
            found.grown = growth.counts(country)
        if "pictures" in parts:
            found.pictures = race(drawing.entries(country), options.seconds, log=log)
        if "memory" in parts:
            found.memory.update(contenders.server_memory(BUURTEN))
    if "memory" in parts:
        measure_memory(found, entries, log)
    found.about = _about(found, begin, load)
    return found


def main() -> int:
    """Run, write the page, and print the lines that matter; 1 when a goal that was reached is lost, else 0."""
    parser = argparse.ArgumentParser(prog="tests.benchmarks", description=__doc__.splitlines()[0])
    parser.add_argument("--seconds", type=float, default=3.0, help="budget per contender and set of areas")
    parser.add_argument("--only", nargs="+", choices=PARTS, help="some parts; the page then has their goals")
    parser.add_argument("--contender", default="", help="only contenders whose names begin so: ours,PostGIS")
    parser.add_argument("--out", type=Path, default=RESULTS)
    options = parser.parse_args()
    os.chdir(ROOT)
    FOLDER.mkdir(parents=True, exist_ok=True)
    begin = time.perf_counter()
    found = run(options, lambda text: print(f"{time.perf_counter() - begin:6.1f} s  {text}", flush=True))
    lines = report.head(found)
    lines += goals.goals_section(found, bool(options.only))
    for part in options.only or PARTS:
        for section in _SECTIONS[part]:
            lines += section(found)
    options.out.write_text("\n".join(lines).rstrip() + "\n", encoding="utf-8")
    print(f"written: {options.out}")
    if options.only:
        return 0
    print("\n".join(goals.summary(found)))
    gone = goals.lost(found)
    goals.write_reached(found)
    return int(bool(gone))


if __name__ == "__main__":
    status = main()
    sys.stdout.flush()
    os._exit(status)  # QGIS, DuckDB and PostgreSQL are closed; what their libraries do at exit isn't ours to wait for
