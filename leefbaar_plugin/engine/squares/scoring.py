# SPDX-License-Identifier: GPL-2.0-or-later
"""Recompute deviation, total and classes from contributions, and check them against the published numbers.

`afw = fys + onv + soc + vrz + won` and `lbm = reference + afw` (domain.md, section 2; the same shape with other names
in section 3 for LBM 2.0).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from ..model import Classification, ScoreModel

_AT_ONCE = 16_384
"""Areas that are checked in one go: more would fall out of the processor's cache, and take memory."""
_SUMMED_AT_ONCE = 2048
"""Areas whose contributions are added up in one go."""

Floats = NDArray[np.float64]


@dataclass(frozen=True, eq=False)
class PublishedScores:
    """Scores as published; NaN where a value is missing.

    `total` and `deviation` are float64 [areas, years], `contributions` float64 [areas, years, dimensions] in the order
    of the model; `classes` holds int8 [areas, years] by column name (kscore, kfys, ...) where the files bring them,
    0 for none.
    """

    years: tuple[int, ...]
    total: Floats
    deviation: Floats
    contributions: Floats
    classes: Mapping[str, NDArray[np.int8]] = field(default_factory=dict)

    def of_year(self, year: int) -> PublishedScores:
        """The same of one year, the axis kept."""
        at = self.years.index(year)
        part = slice(at, at + 1)
        return PublishedScores(
            (year,),
            self.total[:, part],
            self.deviation[:, part],
            self.contributions[:, part],
            {name: classes[:, part] for name, classes in self.classes.items()},
        )

    def of_areas(self, index: NDArray[np.integer] | slice) -> PublishedScores:
        """The same of some areas, in the order of `index`."""
        return PublishedScores(
            self.years,
            self.total[index],
            self.deviation[index],
            self.contributions[index],
            {name: classes[index] for name, classes in self.classes.items()},
        )

    def followed_by(self, other: PublishedScores) -> PublishedScores:
        """These areas and then those of `other`, which has the same years; a class only one of them brings is 0."""
        none = np.zeros_like(self.total, np.int8), np.zeros_like(other.total, np.int8)
        return PublishedScores(
            self.years,
            np.concatenate((self.total, other.total)),
            np.concatenate((self.deviation, other.deviation)),
            np.concatenate((self.contributions, other.contributions)),
            {
                name: np.concatenate((self.classes.get(name, none[0]), other.classes.get(name, none[1])))
                for name in {**self.classes, **other.classes}
            },
        )


@dataclass(frozen=True, eq=False)
class Scores:
    """Recomputed scores: float64 [areas, years], dimensions last where there are several."""

    years: tuple[int, ...]
    total: Floats
    deviation: Floats
    contributions: Floats


@dataclass(frozen=True)
class ScoreCheck:
    """How recomputed scores compare with the published ones.

    `max_difference` is the largest |recomputed - published| of total and deviation; `class_differences` counts the
    total's and dimensions' classes that differ where the file brings classes, else the totals whose recomputed and
    published value fall in different classes; `not_adding_up` counts rows whose contributions don't add up to the
    published deviation; `compared` counts the totals compared.
    """

    max_difference: float
    class_differences: int
    not_adding_up: int
    compared: int


def recompute(model: ScoreModel, published: PublishedScores) -> Scores:
    """Deviation and total from the contributions; where a year has none, from the published deviation."""
    reference = model.reference_of(published.years)
    deviation, total = np.empty(published.deviation.shape), np.empty(published.deviation.shape)
    for some in _pieces(len(deviation), _SUMMED_AT_ONCE):
        summed = deviation[some]
        summed.fill(0.0)
        for dimension in range(published.contributions.shape[-1]):
            summed += published.contributions[some, :, dimension]
        missing = np.isnan(summed)
        if missing.any():
            np.copyto(summed, published.deviation[some], where=missing)
            np.isnan(summed, out=missing)  # where it isn't published either, it follows from the published total
            if missing.any():
                np.copyto(summed, published.total[some] - reference, where=missing)
        np.add(reference, summed, out=total[some])
    return Scores(published.years, total, deviation, published.contributions)


def _published_deviation(published: PublishedScores, reference: Floats) -> Floats:
    """The deviation as published, else from the published total: float64 [areas, years]."""
    return np.where(np.isnan(published.deviation), published.total - reference, published.deviation)


def total_classes(model: ScoreModel, scores: Scores, published: PublishedScores) -> NDArray[np.int8]:
    """Class of the total, int8 [areas, years]; a class the file brings is the truth, the others are computed."""
    return _with_published(model.total_classification, scores.total, published.classes)


def dimension_classes(model: ScoreModel, scores: Scores, published: PublishedScores) -> NDArray[np.int8]:
    """Classes of the dimensions, int8 [areas, years, dimensions]; all 0 where the model has no bounds for them."""
    if model.deviation_classification is None:
        return np.zeros(scores.contributions.shape, np.int8)
    classes = model.deviation_classification.classify(scores.contributions)
    for at, dimension in enumerate(model.dimensions):
        own = published.classes.get(f"k{dimension.id}")
        if own is not None:
            np.copyto(classes[..., at], own, where=own > 0)
    return classes


def classes_of_dimension(
    model: ScoreModel, scores: Scores, published: PublishedScores, dimension: int
) -> NDArray[np.int8]:
    """The same of one of them, by its place: int8 [areas, years]."""
    values = scores.contributions[..., dimension]
    if model.deviation_classification is None:
        return np.zeros(values.shape, np.int8)
    classes = model.deviation_classification.classify(values)
    own = published.classes.get(f"k{model.dimensions[dimension].id}")
    return classes if own is None else np.where(own > 0, own, classes)


def _with_published(
    classification: Classification, values: Floats, published: Mapping[str, NDArray[np.int8]]
) -> NDArray[np.int8]:
    classes = classification.classify(values)
    own = published.get(classification.column or "")
    if own is not None:
        np.copyto(classes, own, where=own > 0)
    return classes


def check(model: ScoreModel, scores: Scores, published: PublishedScores) -> ScoreCheck:
    """Compare recomputed with published scores; what isn't published isn't compared."""
    found = ScoreCheck(0.0, 0, 0, 0)
    for some in _pieces(len(published.total), _AT_ONCE):
        part = Scores(scores.years, scores.total[some], scores.deviation[some], scores.contributions[some])
        one = _check(model, part, published.of_areas(some))
        found = ScoreCheck(
            max(found.max_difference, one.max_difference),
            found.class_differences + one.class_differences,
            found.not_adding_up + one.not_adding_up,
            found.compared + one.compared,
        )
    return found


def _pieces(areas: int, at_once: int) -> list[slice]:
    """All areas, in pieces."""
    return [slice(begin, begin + at_once) for begin in range(0, areas, at_once)]


def _check(model: ScoreModel, scores: Scores, published: PublishedScores) -> ScoreCheck:
    reference = model.reference_of(published.years)
    differences = [np.abs(scores.deviation - published.deviation), np.abs(scores.total - published.total)]
    largest = max((float(np.nanmax(d)) for d in differences if not np.isnan(d).all()), default=0.0)
    summed = published.contributions.sum(axis=-1)
    off = np.abs(_published_deviation(published, reference) - summed) > model.tolerance.adding_up
    return ScoreCheck(
        largest,
        _class_differences(model, scores, published),
        int(np.count_nonzero(off)),
        int(np.count_nonzero(~np.isnan(published.total) & ~np.isnan(scores.total))),
    )


def farthest(scores: Scores, published: PublishedScores) -> tuple[int, int]:
    """Area and year (both places, from 0) of the largest difference that `check` finds; (0, 0) when there is none."""
    found, largest = (0, 0), -1.0
    for some in _pieces(len(published.total), _AT_ONCE):
        off = np.abs(scores.deviation[some] - published.deviation[some])
        off = np.fmax(off, np.abs(scores.total[some] - published.total[some]))
        if off.size and not np.isnan(off).all():
            area, year = np.unravel_index(int(np.nanargmax(off)), off.shape)
            if off[area, year] > largest:
                found, largest = (some.start + int(area), int(year)), float(off[area, year])
    return found


def _class_differences(model: ScoreModel, scores: Scores, published: PublishedScores) -> int:
    computed = model.total_classification.classify(scores.total)
    stated = published.classes.get(model.total_classification.column or "")
    if stated is None:
        stated = model.total_classification.classify(published.total)
    differ = int(np.count_nonzero((computed != stated) & (stated > 0) & (computed > 0)))
    if model.deviation_classification is not None:
        for at, dimension in enumerate(model.dimensions):
            own = published.classes.get(f"k{dimension.id}")
            if own is not None:
                mine = model.deviation_classification.classify(scores.contributions[..., at])
                differ += int(np.count_nonzero((mine != own) & (own > 0) & (mine > 0)))
    return differ
