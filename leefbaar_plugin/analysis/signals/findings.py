# SPDX-License-Identifier: GPL-2.0-or-later
"""What a signal found: the areas with their state, why, what explains most, and the rule it was made by."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

import numpy as np

from ...engine.areas.aggregation import AreaScores
from ...engine.choices import SMALLEST_INHABITANTS, CautionLimits
from ...engine.model import Names, ScoreModel, in_language
from ...engine.signals.judge import FOUND, NOT_FOUND, UNKNOWN, Judgement
from ...pack.official import LevelAreas
from ..cautions import caution_columns
from ..marks import Marks, mark_columns
from ..measure import basis_columns, class_columns, plain
from .rule_words import AVERAGE, fill, full_text, places_of, say_value, unit_name, words
from .rules import Rule, RuleCondition

_COUNTS = ("residents", "households", "dwellings", "measurements")
"""Units whose names stand behind a value."""

_TRUTHS = {FOUND: True, NOT_FOUND: False, UNKNOWN: None}


@dataclass(frozen=True)
class Note:
    """Something to know about the outcome: `id` is a text of `signal_words.json`, `values` fill its places."""

    id: str
    values: dict[str, Any] = field(default_factory=dict)

    def text(self, language: str) -> str:
        """The note in a language; values with names by language are in it too."""
        values = {
            name: in_language(value, language) if isinstance(value, dict) else value
            for name, value in self.values.items()
        }
        return fill(words(language)["notes"][self.id], values)


@dataclass(frozen=True, eq=False)
class Findings:
    """Every judged area with its outcome. All arrays and lists are in the order of `areas`.

    `rule` has the values that were used; `areas` codes, names and outlines (of clusters: made here, EPSG:28992);
    `judgement` holds state, condition values and explaining dimension; `figures` the scores in all years, by the
    recipe of the measurer; `since` is None where the rule needs no second year; `marks` tell which areas are small;
    `average` is by language the average that the rule compares with, None for a rule that doesn't.
    """

    rule: Rule
    model: ScoreModel
    year: int
    since: int | None
    areas: LevelAreas
    judgement: Judgement
    figures: AreaScores
    marks: Marks
    notes: tuple[Note, ...] = ()
    average: Names | None = None

    def __len__(self) -> int:
        return len(self.areas)

    def places(self, state: int = FOUND) -> list[int]:
        """Places of the areas with a state, the strongest case first: by the value of the first condition from high to
        low, or from low to high where that has an upper limit only (a rank); an unknown value last.
        """
        there = np.flatnonzero(self.judgement.state == state)
        first = self.rule.conditions[0]
        value = self.judgement.values[first.id][there]
        return there[np.argsort(value if first.at_least is None else -value, kind="stable")].tolist()

    def count(self, state: int = FOUND) -> int:
        """Number of areas with a state: `FOUND`, `NOT_FOUND` or `UNKNOWN`."""
        return int(np.count_nonzero(self.judgement.state == state))

    def explains(self, area: int) -> str:
        """Id of the dimension that explains most of the level or change of an area, '' for none."""
        place = int(self.judgement.explains[area])
        return "" if place < 0 else self.model.dimensions[place].id

    def explanation(self, area: int, language: str) -> str:
        """The sentence that goes with it; '' for none."""
        place = int(self.judgement.explains[area])
        if place < 0:
            return ""
        values = {
            "dimension": in_language(self.model.dimensions[place].name, language),
            "contribution": say_value(float(self.judgement.explained[area]), "contribution", language),
        }
        return words(language)[f"explains_{self.rule.explains}"].format(**values)

    def conditions(self, area: int, language: str) -> list[tuple[str, int]]:
        """Every condition of an area as a sentence with its value and limit, and its state."""
        said = []
        for condition in self.rule.conditions:
            value = float(self.judgement.values[condition.id][area])
            state = int(self.judgement.met[condition.id][area])
            said.append((self._condition(condition, value, state, language), state))
        return said

    def in_short(self, area: int, language: str) -> list[tuple[str, int]]:
        """Every condition of an area in a few words with its value, and its state: 'Size: 1,210 households'.

        A condition that has no name before a colon is told as it is, without its limit.
        """
        said = []
        for condition in self.rule.conditions:
            value = float(self.judgement.values[condition.id][area])
            places = self._places(condition, value, language)
            name, colon, _rest = fill(in_language(condition.text, language), places).partition(": ")
            unit = unit_name(condition.unit, language, value) if condition.unit in _COUNTS else ""
            text = f"{name}: {places['value']} {unit}".rstrip() if colon and value == value else name
            said.append((text, int(self.judgement.met[condition.id][area])))
        return said

    def why(self, area: int, language: str) -> str:
        """Why an area was found or not: the outcome, every condition with its value and limit, what explains most."""
        state = int(self.judgement.state[area])
        parts = [words(language)["states"][str(state)]]
        parts += [text for text, _state in self.conditions(area, language)]
        parts.append(self.explanation(area, language))
        return " ".join(part for part in parts if part)

    def rule_text(self, language: str) -> str:
        """The rule in words with the values and years used, what is own choice in it, and its source."""
        return full_text(self.rule, language, self.year, self.since)

    def columns(
        self,
        language: str,
        chosen: Sequence[int] | None = None,
        small: float = SMALLEST_INHABITANTS,
        limits: CautionLimits | None = None,
    ) -> dict[str, list[Any]]:
        """Columns of a table of the areas (default: all), None for no value.

        year, since, signal, found (None: can't be judged), per condition its value under its own id (shares as
        fractions) and `<id>_met`, explains, explained, why, lbm, class, class_name, class_certain, squares, weight_sum,
        imputed (squares whose weight was estimated), weight, signal_text, and those of `basis_columns` and
        `mark_columns`: areas with fewer inhabitants than `small` are marked; and of `caution_columns`, by `limits`.
        """
        rows = list(range(len(self))) if chosen is None else list(chosen)
        at = self.figures.years.index(self.year)
        count = len(rows)
        columns: dict[str, list[Any]] = {
            "year": [self.year] * count,
            "since": [self.since] * count,
            "signal": [self.rule.id] * count,
            "found": [_TRUTHS[int(state)] for state in self.judgement.state[rows]],
        }
        for condition in self.rule.conditions:
            columns[condition.id] = plain(self.judgement.values[condition.id][rows])
            columns[f"{condition.id}_met"] = [_TRUTHS[int(one)] for one in self.judgement.met[condition.id][rows]]
        columns["explains"] = [self.explains(row) or None for row in rows]
        columns["explained"] = plain(self.judgement.explained[rows])
        columns["why"] = [self.why(row, language) for row in rows]
        columns["lbm"] = plain(self.figures.total[rows, at])
        certain = self.figures.certain[rows, at]
        columns |= class_columns(self.model, self.figures.classes[rows, at], certain, language)
        columns["squares"] = self.figures.squares[rows, at].tolist()
        columns["weight_sum"] = plain(self.figures.weight_sum[rows, at])
        columns["imputed"] = self.figures.imputed[rows, at].tolist()
        columns["weight"] = [self.figures.weight] * count
        columns["signal_text"] = [self.rule_text(language)] * count
        columns |= basis_columns(self.figures, at, rows) | mark_columns(self.marks, small, rows)
        return columns | caution_columns(self.figures, at, limits or CautionLimits(), language, rows)

    def _places(self, condition: RuleCondition, value: float, language: str) -> dict[str, str]:
        """What stands in the places of a condition of an area."""
        places = places_of(self.rule, language, self.year, self.since)
        if self.average is not None:
            places[AVERAGE] = in_language(self.average, language)
        no_value = words(language)["no_value"]
        places["value"] = no_value if value != value else say_value(value, condition.unit, language)
        return places

    def _condition(self, condition: RuleCondition, value: float, state: int, language: str) -> str:
        said, places = words(language), self._places(condition, value, language)
        text = fill(in_language(condition.text, language), places)
        limits = []
        for name in ("at_least", "at_most"):
            limit = getattr(condition, name)
            if limit is not None:
                limits.append(said[name].format(limit=say_value(self.rule.resolve(limit), condition.unit, language)))
        return said["condition"].format(text=text, limits=said["and"].join(limits), met=said["met"][str(state)])
