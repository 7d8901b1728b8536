# SPDX-License-Identifier: GPL-2.0-or-later
"""What fields are: kind, a title for people with its unit, decimals, words for what is stored, and what is hidden.

The names are promises to users of Processing and aren't translated; what is said of them is in
`resources/model/field_titles.json` and nowhere else. In it {theme}, {year}, {class} and the like stand for a part of a
name.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from ...engine.model import Classification, ScoreModel, in_language
from ...pack.files.resources import load_model, read_json
from ...translation import language, sentence, tr

_MODEL = "lbm3"
_PLACE = re.compile(r"\{(\w+)\}")
_DIMENSIONAL = {"explains", "risen_by", "fallen_by", "dimension", "other", "theme"}
"""Fields that hold the id of a theme."""
_CHANGE, _CHANGE_CLASS = "change", "change_class"
_REAL, _WHOLE = "real", "whole"


@dataclass(frozen=True)
class FieldTitle:
    """What a field is called; `values` are what is shown (first) for what is stored, `decimals` those of a real number.

    `kind` is what it holds: text, whole (numbers), truth or real (numbers). A `hidden` field says what another one says
    as well, or is for programs only.
    """

    text: str
    kind: str
    decimals: int
    hidden: bool
    values: tuple[tuple[str, str], ...]


def title_of(name: str, model: ScoreModel | None = None) -> FieldTitle | None:
    """The title of a field of ours, in the user's language; None for a name that isn't one of ours."""
    return _titled(name, (model or load_model(_MODEL)).id, language())


def kind_of(name: str) -> str:
    """What a field of ours holds; classes of themes are numbers whatever the model."""
    title = title_of(name)
    if title is None:
        return _WHOLE if name.startswith("class_") else _REAL
    return title.kind


def yes_and_no() -> tuple[tuple[str, str], ...]:
    """What is shown for a truth."""
    return (tr("yes"), "true"), (tr("no"), "false")


@cache
def _titled(name: str, model_id: str, spoken: str) -> FieldTitle | None:
    document, model = read_json("model", "field_titles.json"), load_model(model_id)
    for pattern, entry in _compiled(model_id):
        parts = pattern.fullmatch(name)
        if parts is not None:
            said = {one: _said(one, part, model, document, spoken) for one, part in parts.groupdict().items()}
            text = str(entry.get(spoken, entry["en"])).format(**said)
            values = _values(name, model, document, spoken)
            kind, decimals = str(entry.get("kind", _REAL)), int(entry.get("decimals", 2))
            return FieldTitle(sentence(text), kind, decimals, bool(entry.get("hidden", False)), values)
    return None


@cache
def _compiled(model_id: str) -> list[tuple[re.Pattern[str], Mapping[str, Any]]]:
    """The names as patterns, those without a place first."""
    document, model = read_json("model", "field_titles.json"), load_model(model_id)
    titles = document["titles"]
    themes = [theme.id for theme in (*model.themes, model.deviation)]
    places = {
        "theme": "|".join(themes),
        "year": r"\d{4}",
        "last": r"\d{4}",
        "class": r"\d",
        "end": "|".join(document["ends"]),
        "choice": "|".join(document["choices"]),
        "condition": r"\w+",
    }
    plain = [name for name in titles if "{" not in name]
    placed = [name for name in titles if "{" in name]
    return [(re.compile(_pattern(name, places)), titles[name]) for name in (*plain, *placed)]


def _pattern(name: str, places: Mapping[str, str]) -> str:
    return _PLACE.sub(lambda place: f"(?P<{place.group(1)}>{places[place.group(1)]})", name)


def _said(place: str, part: str, model: ScoreModel, document: Mapping[str, Any], spoken: str) -> str:
    """What a part of a name is called."""
    if place == "theme":
        return in_language(next(one for one in (*model.themes, model.deviation) if one.id == part).name, spoken)
    if place in ("end", "choice"):
        return in_language(document["ends" if place == "end" else "choices"][part], spoken)
    if place == "condition":
        condition = _titled(part, model.id, spoken)
        return condition.text.lower() if condition is not None else part
    return part


def _values(name: str, model: ScoreModel, document: Mapping[str, Any], spoken: str) -> tuple[tuple[str, str], ...]:
    """What is shown for what a field holds: names of classes and dimensions, and words for our own."""
    if name in _DIMENSIONAL:
        return tuple((in_language(theme.name, spoken), theme.id) for theme in model.themes)
    if name in document["values"]:
        return tuple((in_language(names, spoken), stored) for stored, names in document["values"][name].items())
    if name.startswith((_CHANGE_CLASS, f"class_{_CHANGE}_")) and "name" not in name:
        return _classes(model.development_classification, spoken)
    if name.startswith(("class_name", "class_certain")) or not re.search(r"(^|_)class(_|$)", name):
        return ()
    return _classes(model.total_classification, spoken)


def _classes(classification: Classification, spoken: str) -> tuple[tuple[str, str], ...]:
    return tuple(
        (f"{entry.number} · {in_language(entry.name, spoken)}", str(entry.number)) for entry in classification.classes
    )
