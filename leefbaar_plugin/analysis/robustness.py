# SPDX-License-Identifier: GPL-2.0-or-later
"""How robust the result of an area is: the question to a pack, and the answer as columns and a sentence's figures."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

import numpy as np
from numpy.typing import NDArray
from osgeo import ogr

from ..engine.areas.rings import Rings, decode_polygons
from ..engine.errors import InputError
from ..engine.models.robustness import Robustness, assess
from ..engine.models.variants import BOUND, CHOICES, Case, Ranges
from ..engine.squares.grid import SQUARE, Grid
from ..engine.squares.weights import DWELLINGS, EQUAL, HOUSEHOLDS, INHABITANTS, POINTS
from ..pack.files.progress import Progress, report, silent
from ..pack.outlines.geometry import make_valid
from .measure import Measurer, class_columns, plain
from .places import figures_at, place_at
from .references.references import has_counts

EDGES = (0.0, 25.0, 50.0, 100.0)
"""Metres by which the edge of an area goes in and out."""
LEVELS_INSTEAD = ("buurt", "wijk", "pc4")
_SEGMENTS = 8


@dataclass(frozen=True)
class RobustnessQuestion:
    """What is varied, and how often: runs by chance, base points of the design, and the seed that repeats them."""

    year: int
    ranges: Ranges = field(default_factory=Ranges)
    edges: tuple[float, ...] = EDGES
    runs: int = 1000
    base: int = 128
    seed: int = 1


@dataclass(frozen=True)
class Instead:
    """An official area that could be taken instead: its level, code and name, and score and class as published."""

    level: str
    code: str
    name: str
    total: float
    class_number: int


@dataclass(frozen=True, eq=False)
class RobustnessAnswer:
    """Robustness of every area, None for one without a score; `repaired` and `empty` are places (from 0).

    `instead` holds for every area the official ones that its middle lies in, with their own score.
    """

    question: RobustnessQuestion
    areas: list[Robustness | None]
    repaired: list[int]
    empty: list[int]
    instead: list[tuple[Instead, ...]] = field(default_factory=list)


def robustness_of(
    measurer: Measurer, areas: Sequence[bytes | None], question: RobustnessQuestion, progress: Progress = silent
) -> RobustnessAnswer:
    """Assess areas given as WKB in EPSG:28992; by the recipe of the measurer, and what could be chosen instead.

    Raises InputError for an area that is no polygon and a question that can't be answered, PackError for a year that
    isn't there.
    """
    if question.runs < 1 or question.base < 2:
        raise InputError(
            "Robustness needs at least 1 run and a design of 2 points; asked were {runs} and {base}.",
            runs=question.runs,
            base=question.base,
        )
    year = measurer.pack.require_year(question.year)
    valid = make_valid(areas, measurer.recipe.fill_rule)
    scores = measurer.scores(measurer.cover(areas)[1], (year,))
    found: list[Robustness | None] = []
    instead: list[tuple[Instead, ...]] = []
    for number, wkb in enumerate(valid.wkb):
        report(progress, number / max(len(valid.wkb), 1))
        if scores.classes[number, 0] == 0:
            found.append(None)
            instead.append(())
            continue
        instead.append(_instead(measurer, wkb, year))
        found.append(assess(_case(measurer, wkb, year, question), question.runs, question.base, question.seed))
    report(progress, 1.0)
    return RobustnessAnswer(question, found, valid.repaired, valid.empty, instead)


def _case(measurer: Measurer, wkb: bytes, year: int, question: RobustnessQuestion) -> Case:
    """One area with the squares that any variant may touch."""
    pack, recipe = measurer.pack, measurer.recipe
    grid, _, matrix = pack.require_squares()
    shapes, itself = _edges(wkb, question.edges)
    at = matrix.years.index(year)
    near = _around(grid, shapes, question.ranges.shift + SQUARE)
    deviation = np.where(matrix.classes[near, at] > 0, matrix.values[near, matrix.place[at, 0]], np.nan)
    counts = pack.require_counts()
    kinds = [kind for kind in (DWELLINGS, HOUSEHOLDS, INHABITANTS, POINTS) if has_counts(pack, kind)]
    return Case(
        Grid.from_squares(grid.column[near], grid.row[near]),
        deviation,
        counts and counts.part(near),
        shapes,
        itself,
        (*kinds, EQUAL),
        measurer.weights.kind,
        recipe.imputation,
        pack.model.total_classification,
        pack.model.reference(year),
        measurer.rule,
        question.ranges,
        pack.points and pack.points.part(near),
    )


def _instead(measurer: Measurer, wkb: bytes, year: int) -> tuple[Instead, ...]:
    """The buurt, wijk and PC4 that the middle of an area lies in."""
    middle = ogr.CreateGeometryFromWkb(wkb).PointOnSurface()
    found = []
    for level in LEVELS_INSTEAD:
        place = place_at(measurer.pack, level, middle.GetX(), middle.GetY()) if level in measurer.pack.levels else None
        if place is None:
            continue
        scores, _official = figures_at(measurer.pack, place, measurer)
        at = scores.years.index(year)
        number = int(scores.classes[0, at])
        if number:
            found.append(Instead(level, place.code, place.name, float(scores.total[0, at]), number))
    return tuple(found)


def _edges(wkb: bytes, edges: Sequence[float]) -> tuple[tuple[Rings, ...], int]:
    """The area with its edge moved in and out, narrowest first, and the place of the area itself.

    Where nothing is left inside, that step is left out.
    """
    geometry = ogr.CreateGeometryFromWkb(wkb)
    steps = sorted({step * sign for step in edges for sign in (-1.0, 1.0)} | {0.0})
    found: list[tuple[float, Rings]] = []
    for step in steps:
        shape = wkb if not step else bytes(geometry.Buffer(step, _SEGMENTS).ExportToIsoWkb(ogr.wkbNDR))
        rings = decode_polygons([shape])
        if len(rings.polygon):
            found.append((step, rings))
    return tuple(rings for _, rings in found), [step for step, _ in found].index(0.0)


def _around(grid: Grid, shapes: Sequence[Rings], shift: float) -> NDArray[np.int64]:
    """Places in the grid of the squares that the widest shape may touch when it is shifted."""
    points = np.concatenate([shape.points for shape in shapes])
    low = np.floor((points.min(axis=0) - shift) / SQUARE)
    high = np.floor((points.max(axis=0) + shift) / SQUARE)
    first, last = (np.clip(row - grid.first_row, 0, grid.rows) for row in (low[1], high[1] + 1))
    begin, end = grid.rank[int(first) * grid.columns], grid.rank[int(last) * grid.columns]
    column = grid.column[begin:end]
    return int(begin) + np.flatnonzero((column >= low[0]) & (column <= high[0]))


def robustness_columns(measurer: Measurer, answer: RobustnessAnswer, language: str) -> dict[str, list[Any]]:
    """Columns of a table with one row per area, None for no value; parts are fractions from 0 to 1."""
    classification = measurer.pack.model.total_classification
    count = len(answer.areas)
    number = np.array([one.class_number if one else 0 for one in answer.areas], np.int8)
    total = np.array([one.total if one else np.nan for one in answer.areas])
    columns: dict[str, list[Any]] = {"year": [answer.question.year] * count, "lbm": plain(total)}
    columns |= class_columns(measurer.pack.model, number, classification.certain(total), language)
    columns["holds"] = [one.holds if one else None for one in answer.areas]
    columns["lbm_low"] = plain(np.array([one.low if one else np.nan for one in answer.areas]))
    columns["lbm_high"] = plain(np.array([one.high if one else np.nan for one in answer.areas]))
    for at in range(len(classification.classes)):
        columns[f"runs_{at + 1}"] = [float(one.class_shares[at]) if one else None for one in answer.areas]
    columns["runs"] = [one.runs if one else None for one in answer.areas]
    columns["runs_without"] = [one.without if one else None for one in answer.areas]
    columns["matters_most"] = [matters_most(one) if one else None for one in answer.areas]
    for choice in CHOICES:
        swings = [{swing.choice: swing for swing in one.swings} if one else {} for one in answer.areas]
        columns[f"low_{choice}"] = [_finite(found[choice].low) if choice in found else None for found in swings]
        columns[f"high_{choice}"] = [_finite(found[choice].high) if choice in found else None for found in swings]
    for name in ("first", "total"):
        for choice in (one for one in CHOICES if one != BOUND):  # a bound moves no score
            columns[f"{name}_{choice}"] = [_share(one, name, choice) for one in answer.areas]
    for level in LEVELS_INSTEAD:
        areas = [{one.level: one for one in of_area}.get(level) for of_area in answer.instead]
        columns[f"{level}_instead"] = [one.code if one else None for one in areas]
        columns[f"{level}_lbm"] = [one.total if one else None for one in areas]
        columns[f"{level}_class"] = [one.class_number if one else None for one in areas]
    columns["weight"] = [measurer.weights.kind] * count
    columns["rule"] = [measurer.rule] * count
    columns["seed"] = [answer.question.seed] * count
    return columns


def matters_most(found: Robustness) -> str | None:
    """The choice with the largest total share of the variance; None when the score doesn't vary."""
    total = found.shares.total
    if not len(total) or np.isnan(total).all():
        return None
    return found.varied[int(np.nanargmax(total))]


def _share(found: Robustness | None, name: str, choice: str) -> float | None:
    if found is None or choice not in found.varied:
        return None
    return _finite(float(getattr(found.shares, name)[found.varied.index(choice)]))


def _finite(value: float) -> float | None:
    return value if np.isfinite(value) else None
