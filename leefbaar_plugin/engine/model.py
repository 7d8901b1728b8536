# SPDX-License-Identifier: GPL-2.0-or-later
"""The score model: themes, reference, classes and their bounds, read from `resources/model/*.json`.

Facts and their certainty come from those files alone; this module gives them types and checks them.
"""

from __future__ import annotations

import math
import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import numpy as np
from numpy.typing import NDArray

from .errors import ModelError
from .names import Names, in_language
from .plausible import ScoreLimits, Tolerance, read_limits, read_tolerance

__all__ = ["ClassName", "Classification", "Level", "Names", "ScoreModel", "Theme", "in_language", "read_model"]

_FEW = 250
"""Values up to which looking each up among the bounds is quicker than comparing all of them with every bound."""
_AT_ONCE = 32_768
"""Values that are compared in one go: more would fall out of the processor's cache."""


@dataclass(frozen=True)
class Theme:
    """The total, the deviation or a dimension: id as in the published columns, names by language code."""

    id: str
    name: Names
    short: Names
    note: Names


@dataclass(frozen=True)
class ClassName:
    """One class: its number (1 is the lowest) and its official name by language code."""

    number: int
    name: Names


@dataclass(frozen=True)
class Level:
    """A level of publication and the columns that give it away in a file.

    `code_form` is a regular expression that the codes of its areas match as a whole, `code_example` one of them.
    """

    id: str
    name: Names
    code_columns: tuple[str, ...]
    name_columns: tuple[str, ...]
    code_prefix: str
    code_form: re.Pattern[str]
    code_example: str

    def is_code(self, text: str) -> bool:
        """Whether a text can be the code of an area of this level."""
        return self.code_form.fullmatch(text) is not None


@dataclass(frozen=True, eq=False)
class Classification:
    """Bounds that turn a score into a class.

    `bounds`, `low` and `high` are float64 [classes - 1] in score units, ascending; the true bound lies in
    [low, high]. A value at a bound belongs to the higher class. `certainty` is the mark of the domain file
    (C recomputed, S stated, I inferred, ? unknown).
    """

    column: str | None
    certainty: str
    source: str
    classes: tuple[ClassName, ...]
    bounds: NDArray[np.float64]
    low: NDArray[np.float64]
    high: NDArray[np.float64]

    def classify(self, values: NDArray[np.floating]) -> NDArray[np.int8]:
        """Class number of every value; int8 of the same shape, 0 where the value is NaN."""
        values = np.asarray(values)
        if values.size <= _FEW:
            classes = (self.bounds.searchsorted(values, side="right") + 1).astype(np.int8)
            classes *= values == values
            return classes
        classes = np.empty(values.shape, np.int8)
        at_once = max(1, _AT_ONCE // max(1, math.prod(values.shape[1:])))
        room = np.empty((at_once, *values.shape[1:]), np.int8)
        for begin in range(0, len(values), at_once):
            part = np.ascontiguousarray(values[begin : begin + at_once])
            self._count_bounds(part, classes[begin : begin + at_once], room[: len(part)])
        return classes

    def _count_bounds(self, values: NDArray[np.floating], classes: NDArray[np.int8], room: NDArray[np.int8]) -> None:
        """Class by the number of bounds that a value reaches: a few comparisons are quicker than np.digitize.

        `room` is memory of the same shape; truth is counted as int8, for casting it takes longer than comparing.
        """
        classes.fill(1)
        above = room.view(bool)
        for bound in self.bounds:
            np.greater_equal(values, bound, out=above)
            classes += room
        np.equal(values, values, out=above)
        classes *= room

    def certain(self, values: NDArray[np.floating]) -> NDArray[np.bool_]:
        """False where a value lies inside the interval of a bound, so that its class is uncertain; NaN is True."""
        values = np.asarray(values)
        if values.size <= _FEW:
            low, high = (ends.reshape(-1, *[1] * values.ndim) for ends in self._uncertain)
            return ~((values >= low) & (values <= high)).any(axis=0)
        found = np.ones(values.shape, bool)
        for low, high in zip(*self._uncertain, strict=True):
            found &= (values < low) | ~(values <= high)
        return found

    @cached_property
    def _uncertain(self) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
        """Lowest and highest value of the bounds that have an interval."""
        wide = self.low < self.high
        return self.low[wide], self.high[wide]

    def name(self, number: int, language: str) -> str:
        """Official name of class `number` (1-based) in `language`; an empty string for 0, no class."""
        return in_language(self.classes[number - 1].name, language) if number else ""


@dataclass(frozen=True, eq=False)
class ScoreModel:
    """One Leefbaarometer model (3.0 or 2.0), to the digit."""

    id: str
    name: Names
    source_line: Names
    caveat: Names
    total: Theme
    deviation: Theme
    dimensions: tuple[Theme, ...]
    years: tuple[int, ...]
    years_without_dimensions: frozenset[int]
    years_between: int
    """Years from one measurement to the next, for editions to come; 0 when there will be none."""
    references: Mapping[int, float] | float
    total_classification: Classification
    deviation_classification: Classification | None
    development_classification: Classification
    limits: ScoreLimits
    tolerance: Tolerance
    levels: tuple[Level, ...]
    unfavourable_classes: tuple[int, ...]
    insufficient_classes: tuple[int, ...]

    @property
    def themes(self) -> tuple[Theme, ...]:
        """The total and the dimensions, in the order in which the interface shows them."""
        return (self.total, *self.dimensions)

    def measures(self, year: int, latest: int) -> bool:
        """Whether there is a measurement of `year`: one that is known, or one to come up to the year `latest`."""
        if year in self.years:
            return True
        later = year - self.years[-1]
        return self.years_between > 0 and later > 0 and later % self.years_between == 0 and year <= latest

    def reference(self, year: int) -> float:
        """The score a deviation is measured from in `year`; NaN when the model gives none for that year."""
        if isinstance(self.references, Mapping):
            return self.references.get(year, float("nan"))
        return self.references

    def reference_of(self, years: tuple[int, ...]) -> NDArray[np.float64]:
        """`reference` of every year: float64 [years], to be read only."""
        if years not in self._references:
            found = np.array([self.reference(year) for year in years])
            found.flags.writeable = False
            self._references[years] = found
        return self._references[years]

    @cached_property
    def _references(self) -> dict[tuple[int, ...], NDArray[np.float64]]:
        """What `reference_of` found: it is asked with every move of the cursor."""
        return {}

    def level(self, level_id: str) -> Level:
        """The level with this id; ModelError when the model has none."""
        for level in self.levels:
            if level.id == level_id:
                return level
        raise ModelError("Model {model} has no level {level}.", model=self.id, level=level_id)


def read_model(document: Mapping[str, Any]) -> ScoreModel:
    """Build a `ScoreModel` from a parsed model file.

    Raises ModelError, naming the entry, when something is missing or contradictory.
    """
    try:
        if document["format"] != 1:
            raise ModelError("Model file format {format} isn't known.", format=document["format"])
        classes = _classes(document["classes"])
        deviation = document["deviation_classification"]
        model = ScoreModel(
            id=document["id"],
            name=document["name"],
            source_line=document["source_line"],
            caveat=document["caveat"],
            total=_theme(document["total"]),
            deviation=_theme(document["deviation"]),
            dimensions=tuple(_theme(entry) for entry in document["dimensions"]),
            years=tuple(document["years"]),
            years_without_dimensions=frozenset(document["years_without_dimensions"]),
            years_between=int(document["years_between"]["value"]),
            references=_references(document["reference"]),
            total_classification=_classification(document["total_classification"], classes),
            deviation_classification=_classification(deviation, classes) if deviation else None,
            development_classification=_classification(document["development_classification"], classes),
            limits=read_limits(document["limits"]),
            tolerance=read_tolerance(document["tolerance"]),
            levels=tuple(_level(entry) for entry in document["levels"]),
            unfavourable_classes=tuple(document["unfavourable_classes"]),
            insufficient_classes=tuple(document["insufficient_classes"]),
        )
    except (AttributeError, KeyError, TypeError, ValueError, re.error) as problem:
        raise ModelError("A model file lacks an entry or has a wrong one: {problem}.", problem=problem) from problem
    if list(model.years) != sorted(set(model.years)) or not model.years_without_dimensions <= set(model.years):
        raise ModelError("The years of model {model} aren't in order.", model=model.id)
    return model


def _theme(entry: Mapping[str, Any]) -> Theme:
    return Theme(entry["id"], entry["name"], entry["short"], entry["note"])


def _classes(entries: list[Mapping[str, Any]]) -> tuple[ClassName, ...]:
    classes = tuple(ClassName(entry["number"], entry["name"]) for entry in entries)
    if [c.number for c in classes] != list(range(1, len(classes) + 1)):
        raise ModelError("The classes of a model file aren't numbered 1, 2, 3 and so on.")
    return classes


def _level(entry: Mapping[str, Any]) -> Level:
    return Level(
        entry["id"],
        entry["name"],
        tuple(entry["code_columns"]),
        tuple(entry["name_columns"]),
        entry.get("code_prefix", ""),
        re.compile(entry["code_form"], re.ASCII),
        entry["code_example"],
    )


def _references(entry: Mapping[str, Any]) -> Mapping[int, float] | float:
    if entry["kind"] == "fixed":
        return float(entry["value"])
    return {int(year): float(value) for year, value in entry["values"].items()}


def _classification(entry: Mapping[str, Any], classes: tuple[ClassName, ...]) -> Classification:
    own_classes = _classes(entry["classes"]) if "classes" in entry else classes
    bounds, low, high = (np.array([float(bound[key]) for bound in entry["bounds"]]) for key in ("value", "low", "high"))
    in_order = np.all(np.diff(bounds) > 0) and np.all(low <= bounds) and np.all(bounds <= high)
    if len(bounds) != len(own_classes) - 1 or not in_order:
        raise ModelError("The bounds of classification {column} aren't in order.", column=entry["column"])
    return Classification(entry["column"], entry["certainty"], entry["source"], own_classes, bounds, low, high)
