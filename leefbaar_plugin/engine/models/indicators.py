# SPDX-License-Identifier: GPL-2.0-or-later
"""A linear indicator model: indicators, standardised, times coefficients, are contributions of dimensions.

For indicator i with transform f, mean m, standard deviation s and coefficient c, the contribution of dimension d is

    contribution(d) = sum over the indicators i of d of  c(i) * (f(x(i)) - m(i)) / s(i)

and deviation, total and class follow as for published contributions (domain.md, sections 2 and 4, level 3). The
coefficients of the ministry aren't public: a table is the user's, and counts only when it reproduces published
dimensions (see `validation`).

Where a table gives two sub-models of a dimension (what residents say, what homes sell for), each gives a raw score; the
dimension is the mean of their z-scores, brought to the scale of `Calibration`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from ..errors import InputError

Floats = NDArray[np.float64]

CONSTANT = "constant"
"""Transform of a row that is an intercept: it reads no figure, its standardised value is 1."""
TRANSFORMS: Mapping[str, Callable[[Floats], Floats]] = {
    "none": lambda x: x,
    "log": np.log,
    "log1p": np.log1p,
    "sqrt": np.sqrt,
    "square": np.square,
    CONSTANT: np.ones_like,
}
"""Transforms by name; natural logarithm. A value outside the domain of its transform becomes NaN, and so no score."""
_SQUARES_AT_ONCE = 4096
"""Squares that are scored at once, so that their indicators stay in the processor's cache."""


@dataclass(frozen=True)
class Indicator:
    """One row of a table of an indicator model.

    `mean` and `sd` are those of the transformed value; `coefficient` is in score units per standard deviation. `part`
    names the sub-model, "" when there is one only.
    """

    id: str
    dimension: str
    unit: str = ""
    transform: str = "none"
    mean: float = 0.0
    sd: float = 1.0
    coefficient: float = 0.0
    source: str = ""
    part: str = ""


@dataclass(frozen=True, eq=False)
class Calibration:
    """How raw scores of two sub-models become one dimension.

    `mean` and `sd` by (dimension, part) make the z-scores; `centre` and `spread` by dimension bring their mean back to
    score units.
    """

    mean: Mapping[tuple[str, str], float]
    sd: Mapping[tuple[str, str], float]
    centre: Mapping[str, float]
    spread: Mapping[str, float]


@dataclass(frozen=True, eq=False)
class IndicatorModel:
    """The rows of a table, in its order, and how its sub-models are combined (None with one sub-model everywhere)."""

    indicators: tuple[Indicator, ...]
    calibration: Calibration | None = None

    def __post_init__(self) -> None:
        """InputError naming the row for a transform that isn't known, an sd that isn't above 0, an id given twice."""
        seen: set[tuple[str, str, str]] = set()
        for row in self.indicators:
            if row.transform not in TRANSFORMS:
                raise InputError(
                    "Indicator {indicator}: transform “{text}” isn't known; choose one of: {known}.",
                    indicator=row.id,
                    text=row.transform,
                    known=", ".join(TRANSFORMS),
                )
            if not row.sd > 0 or not np.isfinite((row.mean, row.sd, row.coefficient)).all():
                raise InputError(
                    "Indicator {indicator}: mean, standard deviation and coefficient must be numbers, the standard "
                    "deviation above 0.",
                    indicator=row.id,
                )
            key = (row.id, row.dimension, row.part)
            if key in seen:
                raise InputError(
                    "Indicator {indicator} stands twice in dimension {dimension}.",
                    indicator=row.id,
                    dimension=row.dimension,
                )
            seen.add(key)

    @property
    def dimensions(self) -> tuple[str, ...]:
        """Ids of the dimensions that the table has, in its order."""
        return tuple(dict.fromkeys(row.dimension for row in self.indicators))

    @property
    def wanted(self) -> tuple[str, ...]:
        """Ids of the indicators that need figures, once each, in the table's order."""
        return tuple(dict.fromkeys(row.id for row in self.indicators if row.transform != CONSTANT))

    def parts(self, dimension: str) -> tuple[str, ...]:
        """The sub-models of a dimension, in the table's order."""
        return tuple(dict.fromkeys(row.part for row in self.indicators if row.dimension == dimension))

    @property
    def has_parts(self) -> bool:
        """Whether some dimension has more than one sub-model."""
        return any(len(self.parts(dimension)) > 1 for dimension in self.dimensions)


@dataclass(frozen=True, eq=False)
class Figures:
    """Figures of indicators: `values` float32 or float64 [indicators, places], `ids` in the same order; NaN for none.

    A place is a square or an area in one year: several years stand behind each other.
    """

    ids: tuple[str, ...]
    values: NDArray[np.floating]

    def __post_init__(self) -> None:
        """InputError when numbers and names don't match."""
        if self.values.ndim != 2 or len(self.ids) != len(self.values):
            raise InputError(
                "There are figures of {rows} indicators, and {names} names.",
                rows=len(self.values),
                names=len(self.ids),
            )

    @property
    def places(self) -> int:
        """Number of places."""
        return int(self.values.shape[1])

    @cached_property
    def row(self) -> dict[str, int]:
        """Row of every indicator."""
        return {name: at for at, name in enumerate(self.ids)}


def require_figures(model: IndicatorModel, figures: Figures) -> None:
    """InputError that names the indicators of the table without figures."""
    lacking = [name for name in model.wanted if name not in figures.row]
    if lacking:
        raise InputError(
            "There are no figures of {indicators}, which the table needs. There are figures of: {known}.",
            indicators=", ".join(lacking),
            known=", ".join(figures.ids) or "-",
        )


def raw_scores(model: IndicatorModel, figures: Figures) -> dict[tuple[str, str], Floats]:
    """Scores of every (dimension, sub-model): float64 [places], NaN where an indicator is missing."""
    require_figures(model, figures)
    places = figures.places
    groups = [(key, _Terms.of(rows, figures)) for key, rows in _grouped(model)]
    found = {key: np.empty(places) for key, _ in groups}
    with np.errstate(invalid="ignore", divide="ignore"):
        for first in range(0, places, _SQUARES_AT_ONCE):
            part = slice(first, first + _SQUARES_AT_ONCE)
            for key, terms in groups:
                found[key][part] = terms.score(figures.values[:, part])
    for values in found.values():
        values[np.isinf(values)] = np.nan  # log 0
    return found


def score(model: IndicatorModel, figures: Figures, dimensions: Sequence[str]) -> Floats:
    """Contributions, float64 [places, dimensions] in the order of `dimensions`; NaN for one the table doesn't have.

    InputError when figures lack, or when a table of two sub-models has no calibration.
    """
    raw = raw_scores(model, figures)
    found = np.full((figures.places, len(dimensions)), np.nan)
    for at, dimension in enumerate(dimensions):
        if dimension in model.dimensions:
            found[:, at] = _combined(model, dimension, raw)
    return found


def standardised(row: Indicator, figures: Figures) -> Floats:
    """The standardised value of one indicator: float64 [places]."""
    if row.transform == CONSTANT:
        return np.ones(figures.places)
    values = figures.values[figures.row[row.id]].astype(np.float64)
    with np.errstate(invalid="ignore", divide="ignore"):
        found = (TRANSFORMS[row.transform](values) - row.mean) / row.sd
    found[np.isinf(found)] = np.nan
    return found


def calibrated(
    model: IndicatorModel,
    figures: Figures,
    weight: Floats,
    centre: Mapping[str, float] | None = None,
    spread: Mapping[str, float] | None = None,
) -> IndicatorModel:
    """The table with what combines its sub-models: their mean and spread over the places, weighted by `weight`.

    `centre` and `spread` are those of the published dimensions where they are known; else the means of those of the
    sub-models, which is our own choice. `weight` is float64 [places], 0 for places that don't count.
    """
    raw = raw_scores(model, figures)
    moments = {key: _moments(values, weight, *key) for key, values in raw.items()}
    by_dimension = {
        dimension: [moments[dimension, part] for part in model.parts(dimension)] for dimension in model.dimensions
    }
    return replace(
        model,
        calibration=Calibration(
            {key: mean for key, (mean, _) in moments.items()},
            {key: sd for key, (_, sd) in moments.items()},
            {d: float(np.mean([m for m, _ in of])) for d, of in by_dimension.items()} | dict(centre or {}),
            {d: float(np.mean([s for _, s in of])) for d, of in by_dimension.items()} | dict(spread or {}),
        ),
    )


def _grouped(model: IndicatorModel) -> Iterator[tuple[tuple[str, str], list[Indicator]]]:
    for dimension in model.dimensions:
        for part in model.parts(dimension):
            yield (dimension, part), [r for r in model.indicators if (r.dimension, r.part) == (dimension, part)]


def _combined(model: IndicatorModel, dimension: str, raw: Mapping[tuple[str, str], Floats]) -> Floats:
    parts = model.parts(dimension)
    if len(parts) == 1:
        return raw[dimension, parts[0]]
    of = model.calibration
    if of is None:
        raise _uncalibrated(dimension)
    z = [(raw[dimension, part] - of.mean[dimension, part]) / of.sd[dimension, part] for part in parts]
    return of.centre[dimension] + of.spread[dimension] * sum(z[1:], start=z[0]) / len(z)


def _uncalibrated(dimension: str) -> InputError:
    return InputError(
        "Dimension {dimension} has two sub-models that weren't brought to one scale.", dimension=dimension
    )


def _moments(values: Floats, weight: Floats, dimension: str, part: str) -> tuple[float, float]:
    used = np.isfinite(values) & (weight > 0)
    mean = float(np.average(values[used], weights=weight[used])) if used.any() else np.nan
    sd = float(np.average((values[used] - mean) ** 2, weights=weight[used])) ** 0.5 if used.any() else np.nan
    if not sd > 0:
        raise InputError(
            "Sub-model “{part}” of dimension {dimension} gives every place the same score, so it can't be combined.",
            part=part,
            dimension=dimension,
        )
    return mean, sd


@dataclass(frozen=True, eq=False)
class _Terms:
    """Indicators of one dimension and sub-model, ready for one vector product per transform.

    `linear` are the rows taken as they are with `factor` = c / s; `bent` those with a transform; `shift` the rest.
    """

    linear: NDArray[np.intp]
    factor: Floats
    bent: tuple[tuple[int, Callable[[Floats], Floats], float], ...]
    shift: float

    @classmethod
    def of(cls, rows: Sequence[Indicator], figures: Figures) -> _Terms:
        given = [row for row in rows if row.transform != CONSTANT]
        shift = sum(row.coefficient for row in rows if row.transform == CONSTANT)
        shift -= sum(row.coefficient * row.mean / row.sd for row in given)
        plain = sorted((row for row in given if row.transform == "none"), key=lambda row: figures.row[row.id])
        return cls(
            np.array([figures.row[row.id] for row in plain], np.intp),
            np.array([row.coefficient / row.sd for row in plain]),
            tuple(
                (figures.row[row.id], TRANSFORMS[row.transform], row.coefficient / row.sd)
                for row in given
                if row.transform != "none"
            ),
            shift,
        )

    def score(self, values: NDArray[np.floating]) -> Floats:
        """Scores of some places: `values` [all indicators, places]."""
        found = np.full(values.shape[1], self.shift)
        if len(self.linear):
            first, last = int(self.linear[0]), int(self.linear[-1])
            together = last - first == len(self.linear) - 1  # a view, where the rows stand together
            rows = values[first : last + 1] if together else values[self.linear]
            found += self.factor @ rows.astype(np.float64, copy=False)
        for row, transform, factor in self.bent:
            found += factor * transform(values[row].astype(np.float64))
        return found
