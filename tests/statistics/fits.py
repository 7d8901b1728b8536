# SPDX-License-Identifier: GPL-2.0-or-later
"""Whether the intervals of `leefbaarometer:fitmodel` hold the true coefficients as often as they say, where errors are
alike inside spatial blocks: `python -m tests.statistics.fits` writes the table tests/statistics/FITS.md (seeds fixed).

`--sets 50` for a quick look.
"""

from __future__ import annotations

import argparse
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from leefbaar_plugin.engine.models.surrogate import fit_surrogate, spatial_blocks

PAGE = Path(__file__).with_name("FITS.md")
SETS, SIDE, BLOCK = 500, 100.0, 1000.0
COEFFICIENTS = (0.2, -0.1, 0.0)
NAMES = ("a", "b", "c")
_HEAD = """# Coverage of the intervals of “Fit a surrogate model”

Made by `python -m tests.statistics.fits`: {sets} simulated sets a row, seeds fixed. y = 0.2 a - 0.1 b + 0 c + error, of
which the parts named in the row are alike (or resemble each other) inside blocks of 1 km; so do the indicators, whose
variance lies for half between blocks. Nominal: 95 %; wanted: 93-97 % where errors are alike inside blocks. The rows
“field” are harder: errors fall off with distance and so reach over the borders of blocks. “Plain” is what ordinary
least squares says, which takes neighbours for independent. “Largest error without noise” is of the coefficients, in
score units per standard deviation; wanted: 1e-6.

| blocks | places | errors | weights | a | b | c | plain a |
|---:|---:|---|---|---:|---:|---:|---:|
"""
Row = tuple[int, int, str, str, list[float], float]


@dataclass(frozen=True)
class Design:
    """Blocks (a square number), places in each, the part of the error's variance between blocks, and the weights.

    `errors` is "alike" (one draw per block) or "field" (falls off with distance, by a third of a block).
    """

    blocks: int
    per_block: int
    errors: str
    between: float
    weights: str


DESIGNS = (
    Design(36, 12, "alike", 0.5, "none"),
    Design(36, 12, "alike", 0.8, "none"),
    Design(100, 8, "alike", 0.5, "none"),
    Design(100, 8, "alike", 0.5, "sizes"),
    Design(100, 8, "field", 0.5, "none"),
    Design(100, 8, "field", 0.8, "none"),
    Design(400, 4, "alike", 0.5, "sizes"),
)


def _places(design: Design, chance: np.random.Generator) -> tuple[np.ndarray, np.ndarray]:
    """Places drawn within every block of a square of blocks: x and y, metres."""
    side = round(design.blocks**0.5)
    corner = np.stack(np.meshgrid(np.arange(side), np.arange(side)), -1).reshape(-1, 2).repeat(design.per_block, 0)
    return tuple(((corner + chance.random(corner.shape)) * BLOCK).T)


def _field(x: np.ndarray, y: np.ndarray, chance: np.random.Generator) -> np.ndarray:
    """A variable of variance 1 whose correlation falls off exponentially with distance."""
    apart = np.hypot(x[:, None] - x, y[:, None] - y)
    return np.linalg.cholesky(np.exp(-apart / (BLOCK / 3)) + 1e-9 * np.eye(len(x))) @ chance.normal(size=len(x))


def _set(design: Design, seed: int, noise: float) -> tuple[np.ndarray, np.ndarray, np.ndarray, np.ndarray]:
    chance = np.random.default_rng(seed)
    x, y = _places(design, chance)
    block = spatial_blocks(x, y, BLOCK)
    values = chance.normal(size=(3, design.blocks))[:, block] * 0.5**0.5 + chance.normal(size=(3, len(x))) * 0.5**0.5
    shared = chance.normal(size=design.blocks)[block] if design.errors == "alike" else _field(x, y, chance)
    error = design.between**0.5 * shared + (1.0 - design.between) ** 0.5 * chance.normal(size=len(x))
    weight = np.ones(len(x)) if design.weights == "none" else chance.lognormal(0.0, 0.7, len(x))
    return values, values.T @ COEFFICIENTS + noise * error, weight, block


def coverage(design: Design, sets: int) -> tuple[list[float], float]:
    """Part of the sets of which the intervals hold each coefficient, and that of a, by plain least squares."""
    hits, plain = np.zeros(3), 0
    for seed in range(sets):
        values, y, weight, block = _set(design, 5000 + seed, 0.3)
        found = fit_surrogate(NAMES, values, y[:, None], ("fys",), weight, block)
        truth = np.array(COEFFICIENTS) * found.sd
        hits += [one.low <= wanted <= one.high for one, wanted in zip(found.fits[0].coefficients, truth, strict=True)]
        plain += _plain_holds(values, y, weight)
    return (hits / sets).tolist(), plain / sets


def _plain_holds(values: np.ndarray, y: np.ndarray, weight: np.ndarray) -> bool:
    root = np.sqrt(weight)
    design = np.column_stack((np.ones(len(y)), values.T)) * root[:, None]
    found, squares, *_ = np.linalg.lstsq(design, y * root, rcond=None)
    spread = float(squares[0]) / (len(y) - 4) * np.linalg.inv(design.T @ design)
    return bool(abs(found[1] - COEFFICIENTS[0]) <= 1.96 * spread[1, 1] ** 0.5)


def without_noise(design: Design) -> float:
    """Largest difference of a fitted coefficient from the true one where there is no error."""
    values, y, weight, block = _set(design, 4999, 0.0)
    found = fit_surrogate(NAMES, values, y[:, None], ("fys",), weight, block)
    fitted = np.array([one.value for one in found.fits[0].coefficients])
    return float(np.abs(fitted - np.array(COEFFICIENTS) * found.sd).max())


def rows(sets: int) -> Iterator[Row]:
    """A row per design."""
    for design in DESIGNS:
        held, plain = coverage(design, sets)
        errors = f"{design.errors}, {design.between:.0%} of the variance"
        yield design.blocks, design.blocks * design.per_block, errors, design.weights, held, plain


def main() -> None:
    """Run, print the rows, and write the page when all sets were run."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sets", type=int, default=SETS)
    sets = parser.parse_args().sets
    begun, lines = time.perf_counter(), []
    for blocks, places, errors, weights, held, plain in rows(sets):
        cells = [f"{100 * part:.1f} %" for part in (*held, plain)]
        lines.append(f"| {blocks} | {places} | {errors} | {weights} | {' | '.join(cells)} |")
        print(lines[-1], flush=True)
    exact = max(without_noise(design) for design in DESIGNS)
    lines += ["", f"Largest error without noise: {exact:.1e}."]
    print(f"{lines[-1]} {time.perf_counter() - begun:.0f} s")
    if sets == SETS:
        PAGE.write_text(_HEAD.format(sets=SETS) + "\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
