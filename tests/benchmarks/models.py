# SPDX-License-Identifier: GPL-2.0-or-later
"""The engine's upper floors at the scale of the country: `python -m tests.benchmarks.models` writes MODELS.md.

A thousand variants of one area by chance, the whole of “How sure?”, what a slider of the page What if waits for, an
indicator model on all squares and years, and an area by 100,000 dwellings as points. Needs the generated country
(`tests.benchmarks.national`), of which `--pack` may name the imported pack.
"""

from __future__ import annotations

import argparse
import tempfile
import time
from collections.abc import Callable
from dataclasses import replace
from itertools import cycle
from pathlib import Path

import numpy as np

from leefbaar_plugin.analysis.measure import Measurer, Recipe
from leefbaar_plugin.analysis.robustness import RobustnessQuestion, _case, robustness_of
from leefbaar_plugin.analysis.scenarios.document import ScenarioStep, Target
from leefbaar_plugin.analysis.scenarios.effects import ScenarioMeasurer
from leefbaar_plugin.engine.areas.points import counted, of_squares
from leefbaar_plugin.engine.models.indicators import Figures, Indicator, IndicatorModel, score
from leefbaar_plugin.engine.models.robustness import measure
from leefbaar_plugin.engine.models.variants import WIDTH
from leefbaar_plugin.pack.pack import Pack, open_pack
from tests.benchmarks.country import FOLDER, national, national_pack, read_wkb
from tests.benchmarks.machine import load, processor

PAGE = Path(__file__).with_name("MODELS.md")
INDICATORS, YEARS, RUNS, POINTS = 94, 5, 1000, 100_000
_YEAR = 2024
_DIMENSIONS = ("fys", "onv", "soc", "vrz", "won")
Row = tuple[str, str, str]


def median(work: Callable[[], object], times: int) -> float:
    """Median seconds of processor time of some runs, the first left out."""
    taken = []
    for _ in range(times + 1):
        begin = time.process_time()
        work()
        taken.append(time.process_time() - begin)
    return float(np.median(taken[1:]))


def variants(pack: Pack, areas: list[bytes]) -> list[Row]:
    """Areas of growing size: the thousand runs alone, and the whole answer."""
    measurer, rows = Measurer(pack), []
    measurer.prepare()
    sizes = np.diff(measurer.cover(areas)[1].offset)
    for wanted in (40, 150, 600):
        at = int(np.argmin(np.abs(sizes - wanted)))
        case = _case(measurer, areas[at], _YEAR, RobustnessQuestion(_YEAR))
        points = np.random.default_rng(1).random((RUNS, WIDTH))
        alone = median(lambda case=case, points=points: measure(case, points), 3)
        whole = median(lambda at=at: robustness_of(measurer, [areas[at]], RobustnessQuestion(_YEAR)), 2)
        rows.append((f"1,000 variants by chance of an area of {sizes[at]} squares", f"{alone:.2f} s", "≤ 2 s"))
        rows.append(("the same with tornado, Sobol shares and buurt, wijk, PC4 instead", f"{whole:.2f} s", ""))
    return rows


def slider(pack: Pack, areas: list[bytes]) -> list[Row]:
    """What a step of a slider waits for, without painting."""
    measurer = Measurer(pack)
    reckoned = ScenarioMeasurer(measurer, _YEAR)
    sizes = np.diff(measurer.cover(areas)[1].offset)
    rows = []
    for wanted in (150, 5000):
        outline = areas[int(np.argmin(np.abs(sizes - wanted)))]
        squares = int(sizes[np.argmin(np.abs(sizes - wanted))])
        amount = cycle(np.linspace(-0.3, 0.3, 100).tolist())

        def step(outline: bytes = outline, amount: object = amount) -> object:
            steps = [ScenarioStep("add", Target("", outline), float(next(amount)), name) for name in _DIMENSIONS]
            return reckoned.area([reckoned.bind(one) for one in steps], outline)

        rows.append(
            (f"a scenario of five measures on {squares} squares", f"{median(step, 30) * 1e3:.2f} ms", "≤ 16 ms")
        )
    return rows


def own_dwellings(pack: Pack, areas: list[bytes]) -> list[Row]:
    """One drawn area by dwellings inside, of 100,000 points around it."""
    grid = pack.require_squares()[0]
    measurer = Measurer(pack)
    sizes = np.diff(measurer.cover(areas)[1].offset)
    area = areas[int(np.argmin(np.abs(sizes - 100)))]
    middle = int(measurer.cover([area])[1].square[len(measurer.cover([area])[1].square) // 2])
    apart = np.maximum(abs(grid.column - grid.column[middle]), abs(grid.row - grid.row[middle]))
    near = np.argsort(apart, kind="stable")[: POINTS // 40]
    random = np.random.default_rng(3)
    square = random.choice(near, POINTS)
    x, y = ((of[square] + random.random(POINTS)) * 100.0 for of in (grid.column, grid.row))
    points, _there = of_squares(grid, x, y, np.ones(POINTS))
    counts = replace(pack.counts, points=counted(points))
    own = Measurer(replace(pack, points=points, counts=counts), Recipe("points", "inside"))
    taken = median(lambda: own.measure([area], (_YEAR,)), 50)
    usual = median(lambda: measurer.measure([area], (_YEAR,)), 50)
    return [
        (f"one drawn area, {POINTS:,} points in the pack, dwellings inside", f"{taken * 1e3:.2f} ms", "≤ 2 ms"),
        ("the same area by the share of the surface", f"{usual * 1e3:.2f} ms", ""),
    ]


def indicators(pack: Pack) -> list[Row]:
    """94 indicators, all squares, five years, against reading the same file once."""
    places = len(pack.require_squares()[0]) * YEARS
    random = np.random.default_rng(2)
    rows = tuple(
        Indicator(f"i{at}", _DIMENSIONS[at * 5 // INDICATORS], mean=0.1 * at, sd=1.0 + at, coefficient=random.normal())
        for at in range(INDICATORS)
    )
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "figures.npy"
        made = np.lib.format.open_memmap(path, "w+", np.float32, (INDICATORS, places))
        for at in range(INDICATORS):
            made[at] = random.random(places, np.float32)
        del made
        model, ids = IndicatorModel(rows), tuple(row.id for row in rows)

        def read() -> float:
            values = np.load(path, mmap_mode="r")
            return float(sum(values[at].sum() for at in range(INDICATORS)))

        def scored() -> np.ndarray:
            return score(model, Figures(ids, np.load(path, mmap_mode="r")), _DIMENSIONS)

        reads, scores = [], []
        read(), scored()
        for _ in range(3):  # by turns, so that both meet the same machine
            reads.append(median(read, 1))
            scores.append(median(scored, 1))
    once, all_of = float(np.median(reads)), float(np.median(scores))
    what = f"{INDICATORS} indicators x {places // YEARS:,} squares x {YEARS} years"
    return [
        (f"{what} (float32, mapped): reading them once", f"{once:.2f} s", ""),
        (f"{what}: scoring", f"{all_of:.2f} s, {all_of / once:.1f} x reading", "≤ 4 x"),
    ]


def main() -> None:
    """Measure and write the page."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--pack", type=Path, help="an imported pack of the generated country")
    parser.add_argument("--drawn", type=Path, help="drawn.gpkg of the generated country")
    given = parser.parse_args()
    pack = open_pack(given.pack or national_pack(national()))
    areas = read_wkb(given.drawn or FOLDER / "drawn.gpkg", "areas", "kind <> 'country'")
    lines = [
        "# The engine's upper floors, measured",
        "",
        "Made by `python -m tests.benchmarks.models`; medians of seconds of",
    ]
    lines += [f"processor time, for the machine was shared ({processor()}; load {load()})."]
    lines += ["", "| what | measured | wanted |", "|---|---:|---:|"]
    for section in (
        lambda: variants(pack, areas),
        lambda: slider(pack, areas),
        lambda: own_dwellings(pack, areas),
        lambda: indicators(pack),
    ):
        for row in section():
            lines.append(f"| {' | '.join(row)} |")
            print(lines[-1], flush=True)
    PAGE.write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
