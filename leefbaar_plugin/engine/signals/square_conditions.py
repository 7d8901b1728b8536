# SPDX-License-Identifier: GPL-2.0-or-later
"""Conditions on squares: which squares a signal is about, by their class, its duration, their change or a dimension.

A condition gives two masks, bool [squares]: the squares that satisfy it, and those of which it can be said at all.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

import numpy as np
from numpy.typing import NDArray

from ..errors import InputError
from ..model import ScoreModel
from ..squares.matrix import NOWHERE, ScoreMatrix

FIRST, LAST = "first", "last"
"""Which of the two years of a change a class is looked at in."""
CHANGE_CLASS = "change_class"
_SLACK = 1e-9
"""Score units: 4.1 is 0.1 more than 4.0, whatever the last digit of their difference."""
Floats = NDArray[np.float64]
Mask = NDArray[np.bool_]


@dataclass(frozen=True)
class SquareCondition:
    """A condition on squares: its `kind` (a key of `KINDS_OF_CONDITION`) and the arguments of that kind."""

    kind: str
    arguments: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, eq=False)
class YearScores:
    """Scores of all squares in all years, looked at from year `year`, against an earlier `since` where one is needed.

    `matrix` holds the scores; `stated` the classes that the files bring, int8 [squares, years] by column name, 0 for
    none: they are the truth.
    """

    model: ScoreModel
    matrix: ScoreMatrix
    year: int
    since: int | None = None
    stated: Mapping[str, NDArray[np.int8]] = field(default_factory=dict)
    _cache: dict[str, NDArray[Any]] = field(default_factory=dict, init=False, repr=False)

    @property
    def measurements(self) -> tuple[int, ...]:
        """The years up to and including `year`."""
        return tuple(year for year in self.matrix.years if year <= self.year)

    def last_measurements(self, number: int) -> tuple[int, ...]:
        """The last `number` years up to and including `year`; fewer when there aren't so many."""
        return self.measurements[-int(number) :]

    def classes(self, year: int) -> NDArray[np.int8]:
        """Class of the total in a year, 0 for no score: int8 [squares]."""
        return self.matrix.classes[:, self.matrix.years.index(year)]

    def has_dimensions(self, year: int) -> bool:
        """Whether a year has dimensions, for any square."""
        return bool(self.matrix.place[self.matrix.years.index(year), 1] != NOWHERE)

    def require_since(self) -> int:
        """The year a change is measured from; InputError without one."""
        if self.since is None:
            raise InputError("A change needs an earlier measurement than {year}; there is none.", year=self.year)
        return self.since

    def total_change(self) -> Floats:
        """Change of the total from `since` to `year`, NaN where one of both is missing: float64 [squares]."""
        since = self.require_since()
        if "change" not in self._cache:
            reference = self.model.reference_of((since, self.year))
            change = self.theme(0, self.year) - self.theme(0, since)
            change += reference[1] - reference[0]
            change[(self.classes(since) == 0) | (self.classes(self.year) == 0)] = np.nan
            self._cache["change"] = change
        return self._cache["change"]

    def theme(self, theme: int, year: int) -> Floats:
        """Raw values of a theme (0 the deviation, then the dimensions) in a year, 0 where missing: float64 [squares].

        InputError when the year doesn't have it.
        """
        place = int(self.matrix.place[self.matrix.years.index(year), theme])
        if place == NOWHERE:
            raise InputError("There are no dimensions in {year}; choose a year that has them.", year=year)
        return self.matrix.values[:, place]

    def known_dimensions(self, year: int) -> Mask:
        """Squares with dimensions in a year: bool [squares]."""
        at = self.matrix.years.index(year)
        there = self.matrix.with_dimensions
        scored = self.matrix.classes[:, at] > 0
        return scored & (there[at] if there.ndim == 1 else there[:, at])

    def dimension_classes(self, dimension: str) -> NDArray[np.int8]:
        """Class of a dimension in the year, 0 for none: int8 [squares]. InputError when the model has no such
        classes.
        """
        if dimension not in self._cache:
            self._cache[dimension] = self._dimension_classes(dimension)
        return self._cache[dimension]

    def _dimension_classes(self, dimension: str) -> NDArray[np.int8]:
        scale = self.model.deviation_classification
        if scale is None:
            raise InputError("Score model {model} has no classes of dimensions.", model=self.model.id)
        classes = scale.classify(self.theme(1 + dimension_place(self.model, dimension), self.year))
        own = self.stated.get(f"k{dimension}")
        if own is not None:
            stated = own[:, self.matrix.years.index(self.year)]
            classes = np.where(stated > 0, stated, classes)
        return np.where(self.known_dimensions(self.year), classes, 0).astype(np.int8)


def dimension_place(model: ScoreModel, dimension: str) -> int:
    """Place of a dimension among those of the model; InputError when it has no such dimension."""
    ids = [theme.id for theme in model.dimensions]
    if dimension not in ids:
        raise InputError(
            "Dimension {dimension} isn't one of {dimensions}.", dimension=dimension, dimensions=", ".join(ids)
        )
    return ids.index(dimension)


def mask_of(squares: YearScores, condition: SquareCondition) -> tuple[Mask, Mask]:
    """Squares that satisfy a condition, and squares of which it can be judged: bool [squares] each.

    Raises InputError for a kind that isn't known, or for years that the condition can't be judged in.
    """
    if condition.kind not in KINDS_OF_CONDITION:
        raise InputError("There is no condition on squares called {kind}.", kind=condition.kind)
    return KINDS_OF_CONDITION[condition.kind](squares, **condition.arguments)


def _by_class(squares: YearScores, highest: float, lowest: float = 1) -> tuple[Mask, Mask]:
    """Class in the year from `lowest` to `highest`."""
    classes = squares.classes(squares.year)
    known = classes > 0
    return known & (classes >= lowest) & (classes <= highest), known


def _by_duration(squares: YearScores, highest: float, times: float, of_last: float) -> tuple[Mask, Mask]:
    """Class at most `highest` in at least `times` of the last `of_last` measurements."""
    years = squares.last_measurements(int(of_last))
    if times > len(years):
        raise InputError(
            "{times} of the last {back} measurements were asked for; up to {year} there are {present}.",
            times=round(times),
            back=round(of_last),
            year=squares.year,
            present=len(squares.measurements),
        )
    low = np.zeros(len(squares.matrix.classes), np.int8)
    unknown = np.zeros(len(low), np.int8)
    for year in years:
        classes = squares.classes(year)
        low += (classes > 0) & (classes <= highest)
        unknown += classes == 0
    met = low >= times
    return met, met | (low + unknown < times)


def _by_change(
    squares: YearScores,
    highest: float | None = None,
    when: str = FIRST,
    rise: float | None = None,
    fall: float | None = None,
    until_lowest: float | None = None,
    until_highest: float | None = None,
    lowest: float | None = None,
) -> tuple[Mask, Mask]:
    """Total risen by at least `rise`, or fallen by at least `fall`, of squares of class `lowest` to `highest` if any.

    `when` says in which of the two years that class is looked at; `until_lowest` and `until_highest` bound the class
    in the last year.
    """
    change = squares.total_change()
    known = ~np.isnan(change)
    met = known.copy()
    with np.errstate(invalid="ignore"):
        if rise is not None:
            met &= change >= rise - _SLACK
        if fall is not None:
            met &= change <= -fall + _SLACK
    looked_at = squares.classes(squares.require_since() if when == FIRST else squares.year)
    if highest is not None:
        met &= looked_at <= highest
    if lowest is not None:
        met &= looked_at >= lowest
    last = squares.classes(squares.year)
    if until_lowest is not None:
        met &= last >= until_lowest
    if until_highest is not None:
        met &= last <= until_highest
    return met, known


def _by_change_class(squares: YearScores, lowest: float = 1, highest: float = 9) -> tuple[Mask, Mask]:
    """Class of the change of the total from `lowest` to `highest`, by the model's classes of development."""
    classes = squares.model.development_classification.classify(squares.total_change())
    known = classes > 0
    return known & (classes >= lowest) & (classes <= highest), known


def _by_dimension(squares: YearScores, dimension: str, highest: float) -> tuple[Mask, Mask]:
    """Class of a dimension at most `highest`: it counts against liveability."""
    classes = squares.dimension_classes(dimension)
    known = classes > 0
    return known & (classes <= highest), known


KINDS_OF_CONDITION: dict[str, Callable[..., tuple[Mask, Mask]]] = {
    "class": _by_class,
    "duration": _by_duration,
    "change": _by_change,
    CHANGE_CLASS: _by_change_class,
    "dimension": _by_dimension,
}
"""Kinds of conditions on squares; their keyword arguments are those that a rule file may give."""
