# SPDX-License-Identifier: GPL-2.0-or-later
"""What a scenario does to areas and squares: steps bound to the squares of a pack, and the answer as columns."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

import numpy as np
from numpy.typing import NDArray

from ...engine.areas.coverage import Coverage
from ...engine.areas.coverings import covered_part
from ...engine.choices import CautionLimits
from ...engine.errors import InputError
from ...engine.models.scenarios import (
    ADD,
    DWELLINGS_MOVE,
    ON_DIMENSION,
    TOWARD,
    Effect,
    Measure,
    Squares,
    apply,
    effect,
)
from ...engine.squares.grid import decode_square_ids, encode_square_ids
from ...engine.squares.scoring import recompute
from ...engine.squares.weights import DWELLINGS
from ...pack.files.geopackage import square_polygons
from ...pack.pack import Pack
from ..cautions import Caution, cautions_of_sums, few_columns
from ..change.development_tables import own_class_column
from ..comparison import union_of
from ..measure import Measurer, class_columns, plain
from ..references.own_gemeente import gemeente_value
from ..whereabouts import locate
from .document import GEMEENTE, ScenarioStep, Target, require_step

Floats = NDArray[np.float64]

_KEPT = 64
"""Areas of which the squares are kept."""
_LEAST = 5e-7
"""Score units; less is the rounding of a sum."""


@dataclass(frozen=True, eq=False)
class AreaEffect:
    """What a scenario does to one area: the effect, and how many of its squares a step meets.

    `error` is the standard error of the difference, in score units, by that of the measures; 0 where none has one.
    `covered` is the part (0-1) of the surface with squares that have a score, None where that isn't known; `bare` how
    many of these squares lack a dimension in a year that has them.
    """

    effect: Effect
    squares: int
    met: int
    error: float = 0.0
    covered: float | None = None
    bare: int = 0


@dataclass(frozen=True, eq=False)
class SquareEffect:
    """Squares that measures meet: places in the grid, int64 [n], and their totals before and after, float64 [n]."""

    square: NDArray[np.int64]
    before: Floats
    after: Floats

    @property
    def change(self) -> Floats:
        """After minus before, score units, NaN where there is no score: float64 [n]."""
        return self.after - self.before

    @property
    def moved(self) -> SquareEffect:
        """The same of the squares that get another score."""
        with np.errstate(invalid="ignore"):
            there = np.abs(self.change) > _LEAST
        return SquareEffect(self.square[there], self.before[there], self.after[there])


class ScenarioMeasurer:
    """Reckons scenarios in one pack, year and recipe; keep it, and a slider's answer costs less than a millisecond."""

    def __init__(self, measurer: Measurer, year: int) -> None:
        self.measurer = measurer
        self.year = measurer.pack.require_year(year)
        self._grid, _, matrix = measurer.pack.require_squares()
        self._contributions, self._deviation = _of_year(measurer, self.year)
        self._has_dimensions = bool(np.isfinite(self._contributions).any())
        self._scored = matrix.classes[:, matrix.years.index(self.year)] > 0
        self._bare = matrix.bare[:, matrix.years.index(self.year)]
        self._coverages: dict[bytes, Coverage] = {}
        self._goals: dict[tuple[str, Target], float] = {}
        self._fixed = {theme.id: at for at, theme in enumerate(measurer.pack.model.dimensions)}

    def bind(self, step: ScenarioStep) -> Measure:
        """A step as a measure on the squares of the pack; InputError when it meets none of them."""
        require_step(step, self.measurer.pack.model)
        self.measurer.pack.require_unchanged()
        if step.kind in ON_DIMENSION and not self._has_dimensions:
            raise InputError(
                "The dimensions of {year} aren't published, so measures on them can't be tried. Choose another year.",
                year=self.year,
            )
        square, share = self._met(step.target)
        if not len(square):
            raise InputError("The area or squares of measure “{kind}” lie outside the data.", kind=step.kind)
        destination, part = self._met(step.destination) if step.destination is not None else (None, None)
        if step.kind == DWELLINGS_MOVE and (destination is None or not len(destination)):
            raise InputError("The area or squares of measure “{kind}” lie outside the data.", kind=step.kind)
        weight = self.measurer.weights.value
        return Measure(
            kind=step.kind,
            square=square,
            share=share,
            amount=step.amount,
            dimension=self._fixed[step.dimension] if step.kind in ON_DIMENSION else -1,
            goal=self._goal(step) if step.kind == TOWARD else float("nan"),
            destination=destination,
            destination_share=part,
            area=_id_of(step.target),
            destination_area=_id_of(step.destination),
            weight=weight[square],
            error=step.error,
            destination_weight=None if destination is None else weight[destination],
        )

    def area(self, measures: Sequence[Measure], outline: bytes) -> AreaEffect:
        """What the measures do to an area, given as WKB in EPSG:28992."""
        self.measurer.pack.require_unchanged()
        coverage = self._covered(outline)
        squares = self.squares(coverage)
        meets = [measure.square for measure in measures]
        met = np.isin(coverage.square, np.concatenate(meets)) if meets else np.zeros(len(coverage.square), bool)
        found = effect(self.measurer.pack.model, measures, squares, self.year, outline.hex())
        error = self._error(measures, squares, outline)
        covered = plain(covered_part(coverage, self._scored))[0]
        scored, bare = (int(some[coverage.square].sum()) for some in (self._scored, self._bare))
        return AreaEffect(found, scored, int(met.sum()), error, covered, bare)

    def _error(self, measures: Sequence[Measure], squares: Squares, outline: bytes) -> float:
        """Errors of measures, taken as independent, each for the part of the area's dwellings that it moves."""
        model, parts = self.measurer.pack.model, []
        for measure in measures:
            if measure.error:
                one = replace(measure, kind=ADD, amount=1.0)
                moved = effect(model, [one], squares, self.year, outline.hex())
                parts.append(measure.error * (moved.result.deviation - moved.base.deviation))
        return float(np.sqrt(np.nansum(np.square(parts))))

    def squares_of(self, outline: bytes) -> Squares:
        """The squares of an area, given as WKB in EPSG:28992."""
        return self.squares(self._covered(outline))

    def squares(self, coverage: Coverage) -> Squares:
        """The squares of an area (the only one of the coverage) as the engine takes them."""
        at = coverage.square
        return Squares(
            at, self._contributions[at], self._deviation[at], self.measurer.weights.value[at], coverage.share
        )

    def changed(self, measures: Sequence[Measure]) -> SquareEffect:
        """What the measures do to the squares that they meet."""
        self.measurer.pack.require_unchanged()
        meets = [measure.square for measure in measures]
        meets += [measure.destination for measure in measures if measure.destination is not None]
        at = np.unique(np.concatenate(meets)) if meets else np.zeros(0, np.int64)
        weight = self.measurer.weights.value[at]
        before = Squares(at, self._contributions[at], self._deviation[at], weight, np.ones(len(at)))
        after = apply(measures, before)
        reference = self.measurer.pack.model.reference(self.year)
        return SquareEffect(at, reference + before.deviation, reference + after.deviation)

    def _covered(self, outline: bytes) -> Coverage:
        found = self._coverages.get(outline)
        if found is None:
            found = self.measurer.cover([outline])[1]
            self._coverages = dict([*self._coverages.items()][-_KEPT:]) | {outline: found}
        return found

    def _met(self, target: Target) -> tuple[NDArray[np.int64], Floats]:
        """Squares of a target, ascending, and their shares."""
        if target.outline is not None:
            coverage = self._covered(target.outline)
            return coverage.square, coverage.share
        ids = np.array([one.encode("ascii") for one in target.squares], "S12")
        column, row, _ = decode_square_ids(ids)
        at = np.unique(self._grid.find(column, row))
        at = at[at >= 0]
        return at, np.ones(len(at))

    def _goal(self, step: ScenarioStep) -> float:
        if step.goal != GEMEENTE:
            return float(step.goal)
        key = (step.dimension, step.target)
        if key not in self._goals:
            self._goals[key] = self._gemeente_mean(step.dimension, step.target)
        return self._goals[key]

    def _gemeente_mean(self, dimension: str, target: Target) -> float:
        """The mean of a dimension of the gemeente that an area or squares lie in."""
        own = locate(self.measurer.pack, [self._outline(target)], self.measurer)[0].own
        value = gemeente_value(self.measurer, own.code, dimension, self.year) if own is not None else float("nan")
        if value != value:
            raise InputError("The mean of the gemeente of these squares isn't known; give a number as the goal.")
        return value

    def _outline(self, target: Target) -> bytes:
        if target.outline is not None:
            return target.outline
        at = self._met(target)[0]
        squares = list(square_polygons(self._grid.column[at], self._grid.row[at]))
        return union_of(squares, self.measurer.recipe.fill_rule)


def _id_of(target: Target | None) -> str:
    """What an area is known by in the engine; "" for squares."""
    return target.outline.hex() if target is not None and target.outline is not None else ""


def _of_year(measurer: Measurer, year: int) -> tuple[Floats, Floats]:
    """Contributions, float64 [squares, dimensions], and deviations, float64 [squares], of one year; NaN for none."""
    published = measurer.pack.require_squares()[1].of_year(year)
    scores = recompute(measurer.pack.model, published)
    return np.asarray(scores.contributions[:, 0]), np.asarray(scores.deviation[:, 0])


def effect_columns(
    measurer: ScenarioMeasurer,
    found: Sequence[AreaEffect],
    scenario: str,
    language: str,
    limits: CautionLimits | None = None,
    measures: str = "",
) -> dict[str, list[Any]]:
    """Columns of a table with one row per area, base and result beside each other; None for no value.

    `measures` tells how they were made.
    """
    model = measurer.measurer.pack.model
    base = [one.effect.base for one in found]
    result = [one.effect.result for one in found]
    count = len(found)
    columns: dict[str, list[Any]] = {"year": [measurer.year] * count, "scenario": [scenario] * count}
    for suffix, of in (("base", base), ("result", result)):
        total = np.array([one.total for one in of])
        number = np.array([one.class_number for one in of], np.int8)
        classes = class_columns(model, number, model.total_classification.certain(total), language)
        columns[f"lbm_{suffix}"] = plain(total)
        columns |= {f"{name}_{suffix}": values for name, values in classes.items()}
        for at, theme in enumerate(model.dimensions):
            columns[f"{theme.id}_{suffix}"] = plain(np.array([one.dimensions[at] for one in of]))
        columns[f"weight_{suffix}"] = [one.weight for one in of]
        for at in range(len(model.total_classification.classes)):
            shares = [one.by_class[at] / one.weight if one.weight > 0 else np.nan for one in of]
            columns[f"share_{at + 1}_{suffix}"] = plain(np.array(shares))
    columns["change"] = plain(np.array([b.total - a.total for a, b in zip(base, result, strict=True)]))
    columns["change_error"] = [one.error for one in found]
    columns["flipped"] = [one.effect.flipped for one in found]
    columns["squares"] = [one.squares for one in found]
    columns["met"] = [one.met for one in found]
    columns["measures"] = [measures] * count
    columns["weight"] = [measurer.measurer.weights.kind] * count
    columns["rule"] = [measurer.measurer.rule] * count
    kind = measurer.measurer.weights.kind
    told = [
        Caution(one.squares, of.weight, kind, one.covered, not np.isnan(of.total), one.bare)
        for one, of in zip(found, base, strict=True)
    ]
    return columns | few_columns(told, limits or CautionLimits(), language)


def square_columns(
    pack: Pack, found: SquareEffect, language: str, limits: CautionLimits | None = None
) -> dict[str, list[Any]]:
    """Columns of a table of squares that measures meet: before, after and the difference."""
    model, grid = pack.model, pack.require_squares()[0]
    at, before, after = found.square, found.before, found.after
    columns: dict[str, list[Any]] = {
        "grid_id": encode_square_ids(grid.column[at], grid.row[at]),
        "lbm_base": plain(before),
        "lbm_result": plain(after),
        "change": plain(found.change),
    }
    for suffix, total in (("base", before), ("result", after)):
        number = model.total_classification.classify(total)
        classes = class_columns(model, number, model.total_classification.certain(total), language)
        columns |= {f"{name}_{suffix}": values for name, values in classes.items()}
    of_change = model.development_classification.classify(found.change)
    columns["change_class"] = [number or None for number in of_change.tolist()]
    columns["own_calculation"] = own_class_column(model, columns["change_class"])
    counts = pack.require_counts()
    homes = plain(counts.dwellings[at]) if counts is not None else [None] * len(before)
    return columns | few_columns(cautions_of_sums(homes, DWELLINGS), limits or CautionLimits(), language)
