# SPDX-License-Identifier: GPL-2.0-or-later
"""The rules of the signals: presets from `resources/rules/*.json` and rules of a user, with their values to change."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Any

from ...engine.errors import InputError
from ...engine.model import Names
from ...engine.signals.judge import Condition, Signal
from ...engine.signals.square_conditions import SquareCondition
from .letters import Demand

OFFICIAL, INFERRED, OWN = "official", "inferred", "own"
MARKS = (OFFICIAL, INFERRED, OWN)
"""What the value of a parameter rests on: a letter says it, it follows from one, or it is our own choice."""
PERCENT, CHOICE = "percent", "choice"
COUNTS = ("residents", "households", "dwellings", "measurements")
CLASSES = ("class", "dimension_class")
UNITS = (*COUNTS, *CLASSES, "score", "times", PERCENT, CHOICE)
"""Units of parameters and measures; percent is from 0 to 100 here and a fraction in the engine. Classes of a dimension
have no names: theirs are 1 to 9 around the reference, 5."""
WHOLE_UNITS = frozenset(COUNTS + CLASSES)
REFERENCE_MARK = "$"
LARGEST = 200_000
"""Letters of a rule as JSON; those of the plugin have some 5,000."""

Value = float | str


@dataclass(frozen=True)
class Option:
    """One choice of a parameter with unit `choice`: the value, and its name by language."""

    value: str
    name: Names


@dataclass(frozen=True)
class Parameter:
    """A value of a rule that a user can change.

    `default` is that of the rule's file, `value` the one in use, both in `unit`; `minimum` and `maximum` are None and
    `options` set for unit `choice`; `mark` is one of `MARKS`, `source` says where the value comes from.
    """

    id: str
    label: Names
    unit: str
    default: Value
    value: Value
    minimum: float | None
    maximum: float | None
    options: tuple[Option, ...]
    mark: str
    source: Names

    @property
    def is_changed(self) -> bool:
        """Whether the user changed the value."""
        return self.value != self.default


@dataclass(frozen=True)
class RuleCondition:
    """One condition of a rule: what is measured of an area, in which unit, and the limits, or `$parameter` for them.

    `text` says by language what is measured, with `{value}` and parameters as places. `follows` are the demands of the
    letters that it follows, by id; `mark`, one of `MARKS`, says what it rests on, '' where an own rule doesn't tell;
    `own` says by language what it is where it follows none.
    """

    id: str
    text: Names
    unit: str
    measure: str
    arguments: Mapping[str, Any]
    at_least: Value | None
    at_most: Value | None
    follows: tuple[str, ...] = ()
    mark: str = ""
    own: Names | None = None


@dataclass(frozen=True)
class Rule:
    """A rule: texts by language, parameters, conditions, and where it comes from.

    `levels` are those on which it makes sense: ids of official levels, "areas" (own polygons) and "clusters"; `year` is
    that of the letter, None for a rule of the user; `certainty` the mark of the domain file (S stated, I inferred, ?
    unknown); `demands` what the letters ask; `document` the parsed file, with the values in use.
    """

    id: str
    title: Names
    text: Names
    note: Names
    levels: tuple[str, ...]
    parameters: tuple[Parameter, ...]
    squares: Mapping[str, Mapping[str, Any]]
    conditions: tuple[RuleCondition, ...]
    explains: str
    explains_in: str | None
    weight: Value
    source: Names
    year: int | None
    certainty: str
    demands: tuple[Demand, ...] = ()
    document: Mapping[str, Any] = field(repr=False, hash=False, compare=False, default_factory=dict)

    @property
    def values(self) -> Mapping[str, Value]:
        """Values in use by id of the parameter."""
        return MappingProxyType({parameter.id: parameter.value for parameter in self.parameters})

    def parameter(self, parameter_id: str) -> Parameter:
        """The parameter with this id; InputError, naming those there are, when the rule has none."""
        for parameter in self.parameters:
            if parameter.id == parameter_id:
                return parameter
        raise InputError(
            "Rule {rule} has no parameter {parameter}; it has {parameters}.",
            rule=self.id,
            parameter=parameter_id,
            parameters=", ".join(parameter.id for parameter in self.parameters) or "–",
        )

    def resolve(self, value: Any) -> Any:
        """A value of the rule's file with `$parameter` replaced by its value in use, percentages as fractions."""
        if not isinstance(value, str) or not value.startswith(REFERENCE_MARK):
            return value
        parameter = self.parameter(value[1:])
        return float(parameter.value) / 100 if parameter.unit == PERCENT else parameter.value

    def signal(self) -> Signal:
        """The rule with its values filled in, as the engine takes it."""
        squares = {
            name: SquareCondition(str(given["kind"]), {k: self.resolve(v) for k, v in given.items() if k != "kind"})
            for name, given in self.squares.items()
        }
        conditions = tuple(
            Condition(
                one.id,
                one.measure,
                {name: self.resolve(value) for name, value in one.arguments.items()},
                self.resolve(one.at_least),
                self.resolve(one.at_most),
            )
            for one in self.conditions
        )
        return Signal(squares, conditions, self.explains, self.explains_in, str(self.resolve(self.weight)))
