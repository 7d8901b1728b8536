# SPDX-License-Identifier: GPL-2.0-or-later
"""The figures that were asked for, beside those of a run, and which of them were reached before.

An absolute goal is judged as on an idle machine: what was measured is divided by the reference kernel timed in the same
run or process, times its nominal time. A ratio between two contenders of one race needs no such thing.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from tests.benchmarks import drawing, kernel, ours, stages
from tests.benchmarks.country import BUURTEN, COUNTRY, DRAWN, ONE
from tests.benchmarks.report import Measured, duration, megabytes, table

REACHED = Path(__file__).with_name("reached.json")
"""Goals that the last whole run reached."""
BARE, SAME = "exactextract, coverage only", "exactextract, same output"
TUNED = ", tuned (arrays, WKB)"
SLACK = 1.1
"""How far a goal that was reached may slip before it counts as lost: what the same code differs from run to run."""
_SECONDS, _TIMES, _BYTES = "s", "×", "B"
_EXPLANATION = (
    "exactextract stands here twice: as its documentation shows it (GeoDataFrame, GeoTIFF), and tuned with rasters as "
    "arrays in memory and polygons as WKB by a feature source of our own, the fastest way we found. Against every peer "
    "with the SAME output the ratio has to be above 1; coverage only is less than our full result: no scores, no sums. "
    "Absolute goals are for an idle machine: what was measured, divided by the reference kernel of the same run, times "
    "the kernel's nominal {nominal}."
)
_IMPORT = "beside parsing it recomputes and writes over 300 MB of arrays and 54 bands"
_PEERS = {
    ONE: (BARE + TUNED, SAME, SAME + TUNED, "PostGIS", "DuckDB spatial (two threads)"),
    DRAWN: (BARE + TUNED, SAME, SAME + TUNED, "PostGIS", "DuckDB spatial (two threads)"),
    BUURTEN: (BARE + TUNED, SAME, SAME + TUNED, "PostGIS", "DuckDB spatial (two threads)"),
    COUNTRY: (BARE + TUNED,),
}
"""Those that could win; the others stand in the table of areas."""


@dataclass(frozen=True)
class Goal:
    """What is asked and what was measured; `least` where more is better. `judged` is what is compared with the limit;
    of the `first` ones a run prints a line.
    """

    text: str
    limit: float
    measured: float
    unit: str = _SECONDS
    least: bool = False
    why: str = ""
    kernel: float = float("nan")
    first: bool = False

    @property
    def judged(self) -> float:
        """Of seconds, those of an idle machine."""
        return kernel.on_idle_machine(self.measured, self.kernel) if self.unit == _SECONDS else self.measured

    @property
    def off(self) -> float:
        """By which factor the limit isn't kept: 1 or less when it is; NaN when it wasn't measured."""
        return self.limit / self.judged if self.least else self.judged / self.limit

    @property
    def row(self) -> list[str]:
        """Line of the table: text, goal, as measured, as judged, verdict."""
        sign = "≥ " if self.least else "≤ "
        judged = self._show(self.judged) if self.unit == _SECONDS else ""
        return [self.text, sign + self._show(self.limit), self._show(self.measured), judged, self.verdict]

    @property
    def verdict(self) -> str:
        """Reached, or by which factor not."""
        if np.isnan(self.off):
            return "not measured"
        if self.off <= 1:
            return "reached"
        return f"**not reached**, {self.off:.3g} × off" + (f": {self.why}" if self.why else "")

    def _show(self, value: float) -> str:
        if self.unit == _SECONDS:
            return duration(value)
        return megabytes(value) if self.unit == _BYTES else f"{value:.3g} ×"


def goals(found: Measured) -> Iterator[Goal]:
    """All goals, absolute ones judged by the kernel of their own race or process."""
    race = found.areas.get((kernel.NAME, kernel.OVER))
    here = race.median if race else float("nan")
    for over, limit in ((ONE, 0.2e-3), (DRAWN, 15e-3), (BUURTEN, 0.4), (COUNTRY, 18e-3)):
        full = found.seconds(ours.FULL, over)
        steps = stages.profile(found.areas, over, stages.OF_AREAS)
        yield Goal(f"{over}, full", limit, full, why=steps, kernel=here, first=True)
        for rival in _PEERS[over]:
            yield Goal(f"{over}: {rival} / ours", 1, found.seconds(rival, over) / full, _TIMES, True)
    official = found.seconds(ours.OFFICIAL, BUURTEN)
    steps = stages.profile(found.areas, stages.OFFICIAL, stages.OF_OFFICIAL)
    yield Goal(f"{BUURTEN}, official, after opening", 0.12, official, why=steps, kernel=here, first=True)
    yield Goal(f"{BUURTEN} again after a change of weights", 0.12, found.seconds(ours.REWEIGH, BUURTEN), kernel=here)
    rescored = found.seconds(ours.RESCORE, ours.SQUARES)
    steps = stages.profile(found.areas, ours.SQUARES, stages.OF_SQUARES)
    yield Goal(f"{ours.RESCORE}, {ours.SQUARES}", 0.14, rescored, why=steps, kernel=here)
    yield from _fresh_goals(found)
    painted = found.pictures.get((kernel.NAME, kernel.OVER))
    beside = painted.median if painted else float("nan")
    for what, extent, limit in (
        (drawing.SWITCH, drawing.NATIONAL, 16e-3),
        (drawing.AREAS, drawing.NATIONAL, 80e-3),
        (drawing.BUURTEN, drawing.NATIONAL, 0.3),
        (drawing.CHANGE, drawing.NATIONAL, 0.3),
        (drawing.REGION, drawing.REGIONAL, 16e-3),
    ):
        timing = found.pictures.get((what, extent))
        seconds = timing.median if timing else float("nan")
        why = stages.growing(found.pictures, drawing.BUURTEN if what == drawing.CHANGE else what, seconds)
        yield Goal(f"repaint of {extent}: {what}", limit, seconds, kernel=beside, why=why)


def _fresh_goals(found: Measured) -> Iterator[Goal]:
    def of(task: str, text: str, limit: float, what: str = "seconds", first: bool = False) -> Goal:
        return Goal(text, limit, found.median(task, what), kernel=found.median(task, "kernel"), first=first)

    yield Goal(
        "import / bare typed `read_csv`", 1.3, found.median("import") / found.median("bare"), _TIMES, why=_IMPORT
    )
    yield of("choice", "import of one gemeente of the whole edition", 8.7)
    for task, text in (("import", "the import"), ("edition", "the import of the whole edition")):
        yield Goal(f"peak memory of {text}", 0.7e9, found.median(task, "peak"), _BYTES)
    yield of("open", "open a national pack to first result", 50e-3)
    yield of("cold", "the same, nothing of it in the system's cache", 0.5)
    yield of("signals", "all rules on the buurten and on clusters of squares", 3)
    for level in ("buurten", "wijken", "gemeenten"):
        yield of("change", f"change of all {level}, first", 0.5, f"{level} first", first=level == "buurten")
        yield of("change", f"change of all {level}, another year", 0.25, f"{level} again", first=level == "buurten")
    yield of("move", "one move of the cursor on the national pack, whole refresh", 8e-3, first=True)
    for work in ("import", "batch"):
        yield of(f"gap {work}", f"longest gap of the main thread: {work}", 50e-3, "longest")


def goals_section(found: Measured, only_measured: bool = False) -> list[str]:
    """The table of goals, or of those that were measured."""
    text = _EXPLANATION.format(nominal=duration(kernel.NOMINAL))
    wanted = [goal for goal in goals(found) if not (only_measured and np.isnan(goal.off))]
    head = ["", "goal", "measured", "on an idle machine", ""]
    return ["## Goals", "", text, "", *table(head, [goal.row for goal in wanted])]


def lost(found: Measured, path: Path = REACHED) -> list[Goal]:
    """Goals that were reached by a run that was written down, and aren't any more, or weren't measured."""
    before = set(json.loads(path.read_text(encoding="utf-8"))) if path.is_file() else set()
    return [goal for goal in goals(found) if goal.text in before and not goal.off <= SLACK]


def write_reached(found: Measured, path: Path = REACHED) -> None:
    """Write down which goals are reached; those that were before stay in the list, so that they stay lost."""
    before = set(json.loads(path.read_text(encoding="utf-8"))) if path.is_file() else set()
    known = {goal.text for goal in goals(found)}
    reached = {goal.text for goal in goals(found) if goal.off <= 1} | (before & known)
    path.write_text(json.dumps(sorted(reached), indent=1, ensure_ascii=False) + "\n", encoding="utf-8")


def summary(found: Measured, path: Path = REACHED) -> list[str]:
    """The lines that matter first: what was lost, then the figures that users feel, then the worst ratio to a peer."""
    every = list(goals(found))
    lines = [f"LOST  {goal.text}: {goal.row[1]}, now {goal.row[3] or goal.row[2]}" for goal in lost(found, path)]
    lines += [
        f"{goal.text}: {goal.row[3] or goal.row[2]} ({goal.row[1]}) {goal.verdict}" for goal in every if goal.first
    ]
    peers = [goal for goal in every if goal.least and not np.isnan(goal.measured)]
    if peers:
        worst = min(peers, key=lambda goal: goal.measured)
        lines.append(f"nearest peer: {worst.text} {worst.row[2]}")
    reached = sum(goal.off <= 1 for goal in every)
    return [*lines, f"{reached} of {len(every)} goals reached"]
