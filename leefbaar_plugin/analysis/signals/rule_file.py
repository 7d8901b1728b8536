# SPDX-License-Identifier: GPL-2.0-or-later
"""The form of a rule file: everything is checked when it is read, so that a wrong rule can't judge anything."""

from __future__ import annotations

import inspect
import math
import re
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from ...engine.errors import InputError, ModelError
from ...engine.signals.judge import CHANGE, LEVEL
from ...engine.signals.measures import MEASURES, NOTHING, TOTAL
from ...engine.signals.square_conditions import FIRST, KINDS_OF_CONDITION, LAST
from ...engine.squares.weights import KINDS
from ...pack.files.resources import load_model
from ..glossary import MARKS as CERTAINTIES
from .demands import demands_of, followed
from .letters import Demand
from .rule_words import AVERAGE, BUILT_IN_PLACES, LANGUAGES, places_in
from .rules import CHOICE, MARKS, REFERENCE_MARK, UNITS, WHOLE_UNITS, Option, Parameter, Rule, RuleCondition, Value

LEVELS = ("gemeente", "wijk", "buurt", "pc4", "areas", "clusters")
_FORMAT = 1
_VALUE = "value"
"""Place of the measured value in the text of a condition."""
LONGEST_NAME, LONGEST_TEXT = 200, 5000
"""Letters of titles, labels and names of choices, and of all other texts."""
MOST_ENTRIES = 100
"""Of any list in a rule."""
_DEEPEST = 20
_SHOWN = 40
_ID = re.compile(r"[a-z][a-z0-9_]{0,29}\Z")
_TAKEN = frozenset(
    "fid geom cluster code name year since signal found explains explained why lbm class class_name class_certain "
    "squares weight_sum weight signal_text value".split()
)
"""Ids that a condition can't have: they're columns of the result."""
_DIMENSIONS = tuple(theme.id for theme in load_model("lbm3").dimensions + load_model("lbm2").dimensions)
_NAMES = {"title", "label", "name"}
_TEXT_ARGUMENTS: dict[str, tuple[str, ...]] = {
    "weight": KINDS,
    "dimension": _DIMENSIONS,
    "theme": (TOTAL, *_DIMENSIONS),
    "also": (NOTHING, *_DIMENSIONS),
    "when": (FIRST, LAST),
}
"""Arguments that are no numbers, and what they may be."""


def rule_of(document: Any) -> Rule:
    """A rule out of a parsed file; ModelError naming the entry that is missing or wrong, and what was expected."""
    reader = _RuleReader(document)
    return reader.rule()


def checked_value(parameter: Parameter, value: Any) -> Value:
    """A new value of a parameter, as a number or choice; InputError when it isn't one, or is out of range."""
    if parameter.unit == CHOICE:
        allowed = [option.value for option in parameter.options]
        if str(value) not in allowed:
            raise InputError(
                "“{value}” isn't a value of {parameter}; it can be {allowed}.",
                value=value,
                parameter=parameter.id,
                allowed=", ".join(allowed),
            )
        return str(value)
    number = _number(value)
    if number is None or (parameter.unit in WHOLE_UNITS and number != round(number)):
        raise InputError("“{value}” isn't a number that {parameter} can be.", value=value, parameter=parameter.id)
    low, high = parameter.minimum, parameter.maximum
    if (low is not None and number < low) or (high is not None and number > high):
        raise InputError(
            "{parameter} can't be {value}; it lies between {low} and {high}.",
            parameter=parameter.id,
            value=value,
            low=_plain(low),
            high=_plain(high),
        )
    return number


def _number(value: Any) -> float | None:
    if isinstance(value, bool):
        return None
    try:
        number = float(value.strip().replace(",", ".") if isinstance(value, str) else value)
    except (TypeError, ValueError, OverflowError):
        return None
    return number if math.isfinite(number) else None


def _is_flat(document: Any) -> bool:
    """Whether a parsed file is nested as a rule is, so that it can be written again as well."""
    layer = [document]
    for _ in range(_DEEPEST):
        inner = [one for one in layer if isinstance(one, Mapping | list)]
        layer = [value for one in inner for value in (one.values() if isinstance(one, Mapping) else one)]
    return not layer


def _plain(number: float | None) -> str:
    return "–" if number is None else f"{number:g}"


class _RuleReader:
    """Reads one document, and knows the rule and the entry it is at, for its sentences."""

    def __init__(self, document: Any) -> None:
        if not isinstance(document, Mapping):
            raise ModelError("This is no rule: expected is a JSON object with id, title, text, parameters, conditions.")
        self.document = document
        self.id = str(document.get("id", "?"))[:_SHOWN]
        self.parameters: dict[str, Parameter] = {}
        self.square_names: list[str] = []
        self.demands: tuple[Demand, ...] = ()

    def wrong(self, entry: str, expected: str | ModelError) -> ModelError:
        """The error of a wrong entry; what was expected is a list of names, or words to translate as an error."""
        return ModelError(
            "Rule {rule}: {entry} is wrong; expected is {expected}.",
            rule=self.id,
            entry=entry[:LONGEST_NAME],
            expected=expected,
        )

    def rule(self) -> Rule:
        """All of it, every entry checked."""
        get = self.entry
        if not _is_flat(self.document):
            raise ModelError("This is no rule: it is nested too deeply.")
        if get(self.document, "format") != _FORMAT:
            raise self.wrong("format", str(_FORMAT))
        if not _ID.match(self.id):
            raise self.wrong("id", "a-z, 0-9, _")
        entries = self.list_of(self.document, "parameters")
        self.parameters = {one.id: one for one in map(self.parameter, entries)}
        if len(self.parameters) != len(entries):
            raise self.wrong("parameters", ModelError("unique ids"))
        squares = self.squares()
        self.demands = demands_of(self, self.document)
        conditions = tuple(self.condition(entry) for entry in self.list_of(self.document, "conditions"))
        if not conditions or len({one.id for one in conditions}) != len(conditions):
            raise self.wrong("conditions", ModelError("one or more, with unique ids"))
        year, within = self.document.get("year"), self.document.get("explains_in")
        return Rule(
            id=self.id,
            title=self.names(self.document, "title"),
            text=self.text(self.document, "text", BUILT_IN_PLACES),
            note=self.names(self.document, "note", empty=True),
            levels=self.levels(),
            parameters=tuple(self.parameters.values()),
            squares=squares,
            conditions=conditions,
            explains=self.one_of(get(self.document, "explains"), "explains", (LEVEL, CHANGE)),
            explains_in=None if within is None else self.one_of(within, "explains_in", self.square_names),
            weight=self.argument("weight", get(self.document, "weight"), "weight"),
            source=self.names(self.document, "source"),
            year=year if isinstance(year, int) else None,
            certainty=self.one_of(get(self.document, "certainty"), "certainty", CERTAINTIES),
            demands=self.demands,
            document=self.document,
        )

    def entry(self, holder: Mapping[str, Any], name: str) -> Any:
        """An entry that has to be there."""
        if not isinstance(holder, Mapping) or name not in holder:
            raise ModelError("Rule {rule}: {entry} is missing.", rule=self.id, entry=name)
        return holder[name]

    def list_of(self, holder: Mapping[str, Any], name: str) -> list[Any]:
        """An entry that is a list."""
        found = self.entry(holder, name)
        if not isinstance(found, list):
            raise self.wrong(name, ModelError("a list"))
        if len(found) > MOST_ENTRIES:
            raise self.wrong(name, ModelError("at most {count} entries", count=MOST_ENTRIES))
        return found

    def one_of(self, value: Any, name: str, allowed: Sequence[str]) -> str:
        """A text out of some."""
        if not isinstance(value, str) or value not in allowed:
            raise self.wrong(name, ", ".join(allowed))
        return value

    def names(self, holder: Mapping[str, Any], name: str, empty: bool = False) -> dict[str, str]:
        """A text in both languages."""
        found = self.entry(holder, name)
        if not isinstance(found, Mapping):
            raise self.wrong(name, "nl, en")
        for language in LANGUAGES:
            said = found.get(language)
            if not isinstance(said, str) or not (said or empty):
                raise self.wrong(f"{name}.{language}", ModelError("a text"))
            most = LONGEST_NAME if name in _NAMES else LONGEST_TEXT
            if len(said) > most:
                raise self.wrong(f"{name}.{language}", ModelError("at most {count} letters", count=most))
        return {language: found[language] for language in LANGUAGES}

    def text(self, holder: Mapping[str, Any], name: str, extra: Sequence[str]) -> dict[str, str]:
        """A text in both languages whose places are parameters or one of some extra."""
        texts = self.names(holder, name)
        allowed = {*self.parameters, *extra}
        for language, said in texts.items():
            try:
                unknown = places_in(said) - allowed
            except ValueError as problem:
                raise self.wrong(f"{name}.{language}", "{…}") from problem
            if unknown:
                place = min(unknown)[:_SHOWN]
                raise self.wrong(f"{name}.{language}: {{{place}}}", ", ".join(sorted(allowed)))
        return texts

    def levels(self) -> tuple[str, ...]:
        """Levels on which the rule makes sense."""
        found = self.list_of(self.document, "levels")
        if not found:
            raise self.wrong("levels", ", ".join(LEVELS))
        return tuple(self.one_of(level, "levels", LEVELS) for level in found)

    def parameter(self, entry: Any) -> Parameter:
        """One parameter: its value within its range, whole where its unit is."""
        own_id = self.entry(entry, "id")
        at = f"parameters.{own_id}"
        if not isinstance(own_id, str) or not _ID.match(own_id) or own_id in (*BUILT_IN_PLACES, AVERAGE, _VALUE):
            raise self.wrong(at, "a-z, 0-9, _")
        unit = self.one_of(self.entry(entry, "unit"), f"{at}.unit", UNITS)
        options = tuple(self.option(one, at) for one in self.list_of(entry, "options")) if unit == CHOICE else ()
        low, high = (
            (None, None) if unit == CHOICE else (self.number(entry, name, at) for name in ("minimum", "maximum"))
        )
        value = self.entry(entry, "value")
        default = entry.get("default", value)
        made = Parameter(
            own_id,
            self.names(entry, "label"),
            unit,
            default,
            value,
            low,
            high,
            options,
            self.one_of(self.entry(entry, "mark"), f"{at}.mark", MARKS),
            self.names(entry, "source"),
        )
        try:
            value, default = checked_value(made, value), checked_value(made, default)
        except InputError as problem:
            raise ModelError("Rule {rule}: {problem}", rule=self.id, problem=problem) from problem
        return Parameter(own_id, made.label, unit, default, value, low, high, options, made.mark, made.source)

    def number(self, entry: Mapping[str, Any], name: str, at: str) -> float:
        """A number that has to be there."""
        found = _number(self.entry(entry, name))
        if found is None or isinstance(entry[name], str):
            raise self.wrong(f"{at}.{name}", ModelError("a number"))
        return found

    def option(self, entry: Any, at: str) -> Option:
        """One choice."""
        value = self.entry(entry, "value")
        if not isinstance(value, str):
            raise self.wrong(f"{at}.options", ModelError("a text"))
        return Option(value, self.names(entry, "name"))

    def squares(self) -> dict[str, Mapping[str, Any]]:
        """Conditions on squares by name."""
        found = self.entry(self.document, "squares")
        if not isinstance(found, Mapping) or not 0 < len(found) <= MOST_ENTRIES:
            raise self.wrong("squares", ModelError("a name, with a kind and its arguments"))
        for name, given in found.items():
            kind = self.one_of(self.entry(given, "kind"), f"squares.{name}.kind", list(KINDS_OF_CONDITION))
            self.arguments(KINDS_OF_CONDITION[kind], {k: v for k, v in given.items() if k != "kind"}, f"squares.{name}")
        self.square_names = list(found)
        return dict(found)

    def condition(self, entry: Any) -> RuleCondition:
        """One condition: a measure with its arguments, and at least one limit."""
        own_id = self.entry(entry, "id")
        at = f"conditions.{own_id}"
        if not isinstance(own_id, str) or not _ID.match(own_id) or own_id in _TAKEN or own_id.endswith("_met"):
            raise self.wrong(at, ModelError("another id"))
        measure = self.one_of(self.entry(entry, "measure"), f"{at}.measure", list(MEASURES))
        arguments = {} if entry.get("arguments") is None else entry["arguments"]
        if not isinstance(arguments, Mapping):
            raise self.wrong(f"{at}.arguments", ModelError("a name, with a value"))
        self.arguments(MEASURES[measure], arguments, at)
        limits = [entry.get("at_least"), entry.get("at_most")]
        if all(limit is None for limit in limits):
            raise self.wrong(at, "at_least, at_most")
        for limit in limits:
            if limit is not None:
                self.numeric(limit, at)
        unit = self.one_of(self.entry(entry, "unit"), f"{at}.unit", [one for one in UNITS if one != CHOICE])
        text = self.text(entry, "text", (_VALUE, AVERAGE, *BUILT_IN_PLACES))
        basis = followed(self, entry, at)
        return RuleCondition(own_id, text, unit, measure, dict(arguments), limits[0], limits[1], *basis)

    def arguments(self, function: Callable[..., Any], given: Mapping[str, Any], at: str) -> None:
        """Names and kinds of the arguments of a measure or of a condition on squares."""
        wanted = list(inspect.signature(function).parameters.values())[1:]
        allowed = [one.name for one in wanted]
        needed = {one.name for one in wanted if one.default is inspect.Parameter.empty}
        if not needed <= given.keys() <= set(allowed):
            raise self.wrong(at, ", ".join(allowed) or ModelError("nothing"))
        for name, value in given.items():
            self.argument(name, value, f"{at}.{name}")

    def argument(self, name: str, value: Any, at: str) -> Value:
        """One argument: a text out of some, a condition on squares by name, or a number; or the parameter for it."""
        if name == "squares":
            return self.one_of(value, at, self.square_names)
        if name not in _TEXT_ARGUMENTS:
            return self.numeric(value, at)
        allowed = _TEXT_ARGUMENTS[name]
        if isinstance(value, str) and value.startswith(REFERENCE_MARK):
            parameter = self.referred(value, at)
            if parameter.unit != CHOICE or not {one.value for one in parameter.options} <= set(allowed):
                raise self.wrong(at, ", ".join(allowed))
            return value
        return self.one_of(value, at, allowed)

    def numeric(self, value: Any, at: str) -> Value:
        """A number, or a parameter that is one."""
        if isinstance(value, str) and value.startswith(REFERENCE_MARK):
            if self.referred(value, at).unit == CHOICE:
                raise self.wrong(at, ModelError("a number"))
            return value
        if isinstance(value, bool | str) or _number(value) is None:
            raise self.wrong(at, ModelError("a number, or $parameter"))
        return float(value)

    def referred(self, value: str, at: str) -> Parameter:
        """The parameter that `$name` stands for."""
        if value[1:] not in self.parameters:
            raise self.wrong(f"{at}: {value}", ", ".join(f"${name}" for name in self.parameters) or "–")
        return self.parameters[value[1:]]
