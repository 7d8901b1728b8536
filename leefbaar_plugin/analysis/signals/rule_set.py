# SPDX-License-Identifier: GPL-2.0-or-later
"""The rules of the plugin and those of users: read, changed, and written."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import replace
from functools import cache
from pathlib import Path
from types import MappingProxyType

from ...engine.errors import InputError, LeefbaarError, ModelError
from ...pack.files.json_text import JsonError, parsed
from ...pack.files.resources import read_json, resource_path
from .rule_file import checked_value, rule_of
from .rules import LARGEST, Rule, Value


@cache
def load_rules() -> Mapping[str, Rule]:
    """The presets of the plugin by id, in the order in which they're shown; ModelError when a file is wrong."""
    files = sorted(path.name for path in resource_path("rules").glob("*.json"))
    if not files:
        raise ModelError("The plugin's rules are missing: {folder}.", folder=resource_path("rules"))
    documents = [read_json("rules", name) for name in files]
    rules = [rule_of(document) for document in sorted(documents, key=lambda one: one.get("order", 99))]
    return MappingProxyType({rule.id: rule for rule in rules})


def load_rule(rule_id: str) -> Rule:
    """The preset with this id; InputError, naming those there are, when there is none."""
    rules = load_rules()
    if rule_id not in rules:
        raise InputError("There is no rule {rule}; there are {rules}.", rule=rule_id, rules=", ".join(rules))
    return rules[rule_id]


def read_rule(text: str) -> Rule:
    """A rule out of JSON text, as a user writes it or a project keeps it.

    ModelError, naming the entry that is wrong and what was expected.
    """
    if len(text) > LARGEST:
        raise ModelError("This is no rule: it is longer than {size} kB.", size=LARGEST // 1000)
    try:
        document = parsed(text)
    except JsonError as problem:
        raise ModelError("This is no rule: {problem}.", problem=problem) from problem
    return rule_of(document)


def read_rule_file(path: Path) -> Rule:
    """A rule out of a JSON file; InputError naming the file and what is wrong in it."""
    try:
        with path.open("rb") as file:
            content = file.read(4 * LARGEST)  # a file may go on for ever
        return read_rule(content.decode("utf-8-sig"))
    except OSError as problem:
        raise InputError("{file} can't be read: {problem}.", file=path.name, problem=problem) from problem
    except UnicodeDecodeError as problem:
        raise InputError("{file} is no rule: it is no text.", file=path.name) from problem
    except LeefbaarError as problem:
        raise InputError("{file} can't be used. {problem}", file=path.name, problem=problem) from problem


def rule_json(rule: Rule) -> str:
    """A rule with its values as JSON text, to keep in a project or hand to a colleague; `read_rule` reads it back."""
    return json.dumps(rule.document, ensure_ascii=False, indent=1)


def with_parameters(rule: Rule, values: Mapping[str, Value]) -> Rule:
    """The rule with some values changed; those not named stay as they are.

    InputError for a parameter the rule doesn't have, a value out of its range, or one that is no number or choice.
    """
    changed = {rule.parameter(name).id: checked_value(rule.parameter(name), value) for name, value in values.items()}
    parameters = tuple(replace(one, value=changed.get(one.id, one.value)) for one in rule.parameters)
    document = dict(rule.document)
    document["parameters"] = [
        {**entry, "default": one.default, "value": one.value}
        for entry, one in zip(rule.document["parameters"], parameters, strict=True)
    ]
    return replace(rule, parameters=parameters, document=document)


def as_in_file(rule: Rule) -> Rule:
    """The rule with all its values as in its file again."""
    return with_parameters(rule, {parameter.id: parameter.default for parameter in rule.parameters})


def parse_values(text: str) -> dict[str, str]:
    """Values out of a text like 'residents=150; share=25'; InputError for a part that isn't of that form."""
    values = {}
    for part in text.replace("\n", ";").split(";"):
        if not part.strip():
            continue
        name, sign, value = (piece.strip() for piece in part.partition("="))
        if not (name and sign and value):
            raise InputError("“{text}” is no value of a parameter; expected is name=value.", text=part.strip())
        values[name] = value
    return values
