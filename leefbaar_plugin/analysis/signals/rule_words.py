# SPDX-License-Identifier: GPL-2.0-or-later
"""A rule in words: its text with the values in use, what is own choice in it, and values with their units.

The words are data too: those of a rule are in its file, the others in `resources/model/signal_words.json`.
"""

from __future__ import annotations

import string
from collections.abc import Mapping
from functools import cache
from typing import Any

from ...engine.errors import ModelError
from ...engine.model import in_language
from ...pack.files.resources import load_model, read_json
from .letters import Demand, dates_of
from .rules import CHOICE, INFERRED, OWN, PERCENT, Parameter, Rule, RuleCondition, Value

LANGUAGES = ("nl", "en")
BUILT_IN_PLACES = ("year", "since")
"""Places in a text that aren't parameters."""
AVERAGE = "average"
"""Place in the text of a condition: the average that areas are compared with."""
_NO_BREAK = "\u00a0"
_MINUS = "−"
_DECIMALS = {"score": 4, "contribution": 2, PERCENT: 1, "times": 2}
_SIGNED = {"contribution"}


@cache
def words(language: str) -> Mapping[str, Any]:
    """The words of a language (two letters; else English); ModelError when their file is wrong."""
    document = read_json("model", "signal_words.json")
    try:
        return dict(document[language[:2] if language[:2] in LANGUAGES else "en"])
    except (KeyError, TypeError) as problem:
        raise ModelError("A model file lacks an entry or has a wrong one: {problem}.", problem=problem) from problem


def rule_text(rule: Rule, language: str, year: int | None = None, since: int | None = None) -> str:
    """The text of a rule with its values; without a year it speaks of "the year"."""
    return fill(in_language(rule.text, language), places_of(rule, language, year, since))


def full_text(rule: Rule, language: str, year: int | None = None, since: int | None = None) -> str:
    """That text, then what is our own choice in it, what is inferred, what was changed, which demand of which letter
    every condition follows, which demands are left out, the note, and the source.
    """
    said = words(language)
    parts = [rule_text(rule, language, year, since)]
    for mark, sentence in ((OWN, "own_choice"), (INFERRED, "inferred")):
        named = [_named(one, language) for one in rule.parameters if one.mark == mark and not one.is_changed]
        if named:
            parts.append(said[sentence].format(parameters=", ".join(named)))
    changed = [_changed(one, language) for one in rule.parameters if one.is_changed]
    if changed:
        parts.append(said["changed"].format(parameters=", ".join(changed)))
    parts += _letters_say(rule, language)
    parts += [in_language(rule.note, language), said["source"].format(source=in_language(rule.source, language))]
    return " ".join(part for part in parts if part)


def places_of(rule: Rule, language: str, year: int | None, since: int | None) -> dict[str, str]:
    """What stands in the places of a rule's texts: parameters, `year`, `since` and `average`."""
    said = words(language)
    places = {one.id: parameter_value(one, language) for one in rule.parameters}
    places["year"] = str(year) if year is not None else said["the_year"]
    places["since"] = str(since) if since is not None else said["the_earlier_year"]
    places[AVERAGE] = said["the_average"]
    return places


def fill(text: str, values: Mapping[str, Any]) -> str:
    """The text with its places filled; a place without a value stays as it is written.

    A text is a template and no format string: what stands in a place beside its name is never carried out.
    """
    parts = string.Formatter().parse(text)
    return "".join(said if name is None else f"{said}{values.get(name, f'{{{name}}}')}" for said, name, _, _ in parts)


def places_in(text: str) -> set[str]:
    """Places in a text, as they are written between their braces; ValueError when the braces don't pair.

    One that is more than a name, with a format (`value:>9`), a conversion (`value!r`) or an attribute (`value.real`),
    comes back whole, so that it is no name of anything.
    """
    found = set()
    for _said, name, spec, conversion in string.Formatter().parse(text):
        if name is not None:
            found.add(name + (f"!{conversion}" if conversion else "") + (f":{spec}" if spec else ""))
    return found


def parameter_value(parameter: Parameter, language: str, value: Value | None = None) -> str:
    """The value of a parameter in words: '100', '25 %', '3 (insufficient)', 'housing stock'."""
    shown = parameter.value if value is None else value
    if parameter.unit == CHOICE:
        names = {option.value: option.name for option in parameter.options}
        return in_language(names[str(shown)], language)
    number = float(shown)
    return say_value(number / 100 if parameter.unit == PERCENT else number, parameter.unit, language)


def say_value(value: float, unit: str, language: str) -> str:
    """A measured value in words, percentages from a fraction; classes with their name."""
    if unit == "class":
        name = load_model("lbm3").total_classification.name(round(value), language)
        return f"{round(value)} ({name})"
    if unit == PERCENT:
        return f"{number(100 * value, _DECIMALS[PERCENT], language)}{_NO_BREAK}%"
    text = number(value, _DECIMALS.get(unit, 0), language, trim=unit not in _SIGNED)
    return f"+{text}" if unit in _SIGNED and value > 0 else text


def number(value: float, decimals: int, language: str, trim: bool = True) -> str:
    """A number with separators of thousands and at most (with `trim`) or exactly so many decimals."""
    text = f"{abs(value):,.{decimals}f}"
    if trim and "." in text:
        text = text.rstrip("0").rstrip(".")
    if language[:2] == "nl":
        text = text.translate(str.maketrans(",.", ".,"))
    return _MINUS + text if value < 0 and text.strip("0.,") else text


def unit_name(unit: str, language: str, value: float | None = None) -> str:
    """Name of a unit, to stand behind a value: of one as a singular; '' for choices."""
    said = words(language)
    if value is not None and 0.5 <= value < 1.5 and unit in said["one_of_unit"]:
        return str(said["one_of_unit"][unit])
    return str(said["units"].get(unit, ""))


def mark_name(mark: str, language: str) -> str:
    """Name of what a value rests on."""
    return str(words(language)["marks"][mark])


def _named(parameter: Parameter, language: str) -> str:
    return f"{in_language(parameter.label, language)} {parameter_value(parameter, language)}"


def _changed(parameter: Parameter, language: str) -> str:
    said = words(language)["was"].format(value=parameter_value(parameter, language, parameter.default))
    return f"{_named(parameter, language)} ({said})"


def condition_basis(rule: Rule, condition: RuleCondition, language: str) -> str:
    """Which demand of which letter a condition follows, and what its mark is; '' for a rule that doesn't tell."""
    if not condition.mark:
        return ""
    demands = [one for one in rule.demands if one.id in condition.follows]
    said = [_demand(one, language) for one in demands]
    said += [in_language(condition.own, language)] if condition.own is not None else []
    return words(language)["follows"].format(demands="; ".join(said), mark=mark_name(condition.mark, language))


def _letters_say(rule: Rule, language: str) -> list[str]:
    """What each condition follows, then the demands that are told elsewhere, or left out."""
    said = words(language)
    parts = [text for text in (condition_basis(rule, one, language) for one in rule.conditions) if text]
    for demand in rule.demands:
        for name in ("told_in", "left_out"):
            where = getattr(demand, name)
            if where is not None:
                parts.append(said[name].format(demand=_demand(demand, language), where=in_language(where, language)))
    return list(dict.fromkeys(parts))


def _demand(demand: Demand, language: str) -> str:
    said = words(language)
    dates = dates_of(demand.letters, language, said["and"])
    kind = "of_letter" if len(demand.letters) == 1 else "of_letters"
    return str(said[kind]).format(demand=in_language(demand.text, language), dates=dates)
