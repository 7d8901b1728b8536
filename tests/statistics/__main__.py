# SPDX-License-Identifier: GPL-2.0-or-later
"""Whether the intervals of “Relation with other figures” hold the truth as often as they say: `python -m
tests.statistics` writes the table tests/statistics/COVERAGE.md (minutes on one core; seeds are fixed).

`--sets 50 --only weights` for a quick look; with all sets `--only` renews the rows of that section in the table.
"""

from __future__ import annotations

import argparse
import math
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import numpy as np
from scipy.ndimage import gaussian_filter

from leefbaar_plugin.engine.relations.correlation import pearson, spearman
from leefbaar_plugin.engine.relations.neighbours import nearest
from leefbaar_plugin.engine.relations.relation import RelationQuestion, relate
from leefbaar_plugin.engine.relations.straight_line import fit_line
from leefbaar_plugin.engine.relations.turning_point import find_turning_point

PAGE = Path(__file__).with_name("COVERAGE.md")
SETS, AREAS, SIDE, BORDER = 2000, 200, 15, 20
RHO, SLOPE, TURN, DRAWS = 0.5, -0.4, 0.3, 99
SEED = 20261130
"""Of no other use: what was chosen by simulation was chosen with other seeds. Every row has a seed of its own."""
_HEAD = """# Coverage of the intervals of “Relation with other figures”

Made by `python -m tests.statistics`: {sets} simulated sets a row, each row with a seed of its own, fixed. Nominal:
95 %, and 5 % for a p-value; by chance a row differs from what is true by up to 1 % (two standard errors).
{areas} areas unless the row says otherwise, {side} on a square grid where neighbours resemble each other. Weights are
lognormal (σ = 1), “larger with x” times e^(x/2). Smoothness is the σ of a Gaussian filter, in cells. “Plain” is what a
program finds that takes neighbours for independent.

| what | of | found | wanted |
|---|---|---:|---|
"""
Row = tuple[str, str, float, str]
Chance = np.random.Generator


def _chance(about: str) -> Chance:
    """Chance of a row, told apart from that of every other row by what the row is about."""
    return np.random.default_rng([SEED, *about.encode()])


def _weights(kind: str, x: np.ndarray, chance: Chance) -> np.ndarray | None:
    if kind == "none":
        return None
    size = chance.lognormal(0, 1, len(x))
    return size * np.exp(0.5 * x) if kind == "larger with x" else size


def _noise(kind: str, x: np.ndarray, weight: np.ndarray | None, chance: Chance) -> np.ndarray:
    """What y adds to its line: of one spread, of a spread that grows with the size of an area, or with long tails."""
    if kind == "long tails":
        return chance.standard_t(5, len(x)) / math.sqrt(5 / 3)
    spread = chance.normal(size=len(x))
    return spread if kind == "even" or weight is None else spread * np.clip(weight / np.median(weight), 0.3, 3) ** 0.5


def _with_and_without_weights(sets: int) -> Iterator[Row]:
    """Coefficients of normal variables with a correlation of one half; slope of a line; turn of a stick."""
    spearman_truth = 6 / math.pi * math.asin(RHO / 2)
    for kind in ("none", "sizes", "larger with x"):
        for tails in ("even", "larger in large areas", "long tails"):
            if kind == "none" and tails == "larger in large areas":
                continue
            even = tails == "even"
            about = f"weights: {kind}; noise: {tails}"
            chance, kept, small = _chance(about), [0] * 4, 0
            for _ in range(sets):
                x = chance.normal(size=AREAS)
                weight = _weights(kind, x, chance)
                noise = _noise(tails, x, weight, chance)
                y = RHO * x + math.sqrt(1 - RHO**2) * noise
                if even and kind != "larger with x":
                    for at, (one, truth) in enumerate(((pearson, RHO), (spearman, spearman_truth))):
                        found = one(x, y, weight)
                        kept[at] += found.low <= truth <= found.high
                line = fit_line(x, SLOPE * x + noise, weight)
                low, high = line.interval(0.95)
                kept[2] += low <= SLOPE <= high
                stick = np.maximum(x - TURN, 0.0) * 2.0 + 0.4 * noise
                turn = find_turning_point(x, stick, weight, replicates=0)
                kept[3] += turn.low <= TURN <= turn.high
                plain = find_turning_point(x, SLOPE * x + noise, weight, replicates=DRAWS)
                small += plain.p < 0.05
            names = ("Pearson", "Spearman", "slope", "place of the turning point")
            for name, count in zip(names, kept, strict=True):
                if count:
                    yield name, about, count / sets, "≥ 93 %"
            yield "turning point where there is none (p < 0.05)", about, small / sets, "≤ 8 %"


def _few_and_many(sets: int) -> Iterator[Row]:
    """Weighted coefficients of few areas, and no association at all."""
    for areas in (20, 50, 200):
        for rho in (0.0, 0.7):
            about = f"weights: sizes; {areas} areas; correlation {rho}"
            chance, kept = _chance(about), [0, 0]
            for _ in range(sets):
                x, weight = chance.normal(size=areas), chance.lognormal(0, 1, areas)
                y = rho * x + math.sqrt(1 - rho**2) * chance.normal(size=areas)
                for at, (one, truth) in enumerate(((pearson, rho), (spearman, 6 / math.pi * math.asin(rho / 2)))):
                    found = one(x, y, weight)
                    kept[at] += found.low <= truth <= found.high
            for name, count in zip(("Pearson", "Spearman"), kept, strict=True):
                yield name, about, count / sets, "≥ 93 %"


def _smooth(chance: Chance, smoothness: float) -> np.ndarray:
    """A smooth variable on a square of areas, without its border; of smoothness 0 neighbours have nothing in common."""
    whole = chance.normal(size=(SIDE + 2 * BORDER, SIDE + 2 * BORDER))
    field = gaussian_filter(whole, smoothness) if smoothness else whole
    field = field[BORDER:-BORDER, BORDER:-BORDER].ravel()
    return field / field.std()


def _among_neighbours(sets: int) -> Iterator[Row]:
    """Unrelated smooth variables: how often an interval excludes 0, or a turning point is shown."""
    points = np.stack(np.meshgrid(np.arange(SIDE), np.arange(SIDE)), -1).reshape(-1, 2) * 500.0
    near = nearest(points, 8)
    for smooth_x, smooth_y, kinds in (
        (0, 2, 1),
        (1, 1, 2),
        (1, 3, 1),
        (1, 4, 1),
        (1, 6, 1),
        (2, 2, 2),
        (2, 4, 1),
        (3, 3, 1),
    ):
        for weighted in (False, True)[:kinds]:
            about = f"smoothness {smooth_x} and {smooth_y} areas; weights: {'sizes' if weighted else 'none'}"
            chance = _chance(about)
            plain, told, ranked, sloped, turned = 0, 0, 0, 0, 0
            for _ in range(sets):
                x, y = _smooth(chance, smooth_x), _smooth(chance, smooth_y)
                weight = chance.lognormal(0, 1, len(x)) if weighted else None
                found = relate(y, x, weight, None, near, RelationQuestion(replicates=DRAWS), points)
                one = found.weighted_pearson or found.pearson
                ranks = found.weighted_spearman or found.spearman
                plain += not one.low <= 0 <= one.high
                there = found.spatial
                first, second = (there.pearson, there.spearman) if there else (one, ranks)
                told += not first.low <= 0 <= first.high
                ranked += not second.low <= 0 <= second.high
                low, high = there.slope if there else found.line.interval(0.95)
                sloped += not low <= 0 <= high
                turn = there.turning_point if there else found.turning_point
                turned += turn.p < 0.05
            yield "Pearson excludes 0, plain", about, plain / sets, ""
            for name, count in (
                ("Pearson excludes 0", told),
                ("Spearman excludes 0", ranked),
                ("slope excludes 0", sloped),
                ("turning point p < 0.05", turned),
            ):
                yield name, about, count / sets, "≤ 8 %"


SECTIONS: dict[str, Callable[[int], Iterator[Row]]] = {
    "weights": _with_and_without_weights,
    "few": _few_and_many,
    "neighbours": _among_neighbours,
}


def main() -> None:
    """Run the sections, print the rows and write the page when all of them were run in full."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sets", type=int, default=SETS)
    parser.add_argument("--only", choices=SECTIONS)
    given = parser.parse_args()
    begun, lines = time.perf_counter(), []
    for name in [given.only] if given.only else SECTIONS:
        for what, about, part, wanted in SECTIONS[name](given.sets):
            lines.append(f"| {what} | {about} | {100 * part:.1f} % | {wanted} |")
            print(lines[-1], flush=True)
        print(f"{time.perf_counter() - begun:.0f} s", flush=True)
    if given.sets == SETS:
        head = _HEAD.format(sets=SETS, areas=AREAS, side=SIDE**2)
        old = PAGE.read_text("utf-8").partition("|---|---|---:|---|\n")[2].splitlines() if given.only else []
        PAGE.write_text(head + "\n".join(renewed(old, lines)) + "\n", encoding="utf-8")


def renewed(old: list[str], lines: list[str]) -> list[str]:
    """The rows of a table with new ones in place of those about the same; what is about something new comes last."""
    found = {_about(line): line for line in lines}
    kept = [found.pop(_about(line), line) for line in old]
    return [*kept, *found.values()]


def _about(line: str) -> str:
    return "|".join(line.split("|")[:3])


if __name__ == "__main__":
    main()
