# SPDX-License-Identifier: GPL-2.0-or-later
"""The recipe in every output: all that is needed to make it again, and the figures that came out.

Plain JSON: format, program and version, date; the pack's model, edition, choice and sources with their marks; how was
measured; and of every area its name, outline (WKB in hexadecimal, EPSG:28992) and figures by year.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from ..analysis.change.surroundings import Ring
from ..analysis.measure import Recipe
from ..engine.choices import FILL_RULES, RULES
from ..engine.errors import InputError
from ..engine.squares.weights import KINDS, ImputationRule
from ..pack.files.json_text import parsed
from ..pack.pack import Pack

FORMAT = 1
KEY = "leefbaarometer_recipe"
"""Name under which files hold a recipe."""
MOST_AREAS = 20_000


@dataclass(frozen=True)
class RecipeArea:
    """An area of an output: name, outline (WKB in EPSG:28992) and its figures by year and name."""

    name: str
    outline: bytes
    figures: Mapping[int, Mapping[str, float | None]]


@dataclass(frozen=True)
class OutputRecipe:
    """A recipe that was read: pack and sources as they were then, years, how was measured, and the areas."""

    version: str
    date: str
    model: str
    edition: str
    sources: Mapping[str, str]
    selection: Sequence[str]
    years: tuple[int, ...]
    measured: Recipe
    areas: tuple[RecipeArea, ...]
    rings: tuple[Ring, ...] = ()


def recipe_json(
    pack: Pack,
    measured: Recipe,
    years: Sequence[int],
    areas: Sequence[RecipeArea],
    version: str,
    date: str,
    rings: Sequence[Ring] = (),
) -> dict[str, Any]:
    """A recipe as plain values; `rings` are those of a report (metres)."""
    made = pack.info.get("recipe", {})
    return {
        "format": FORMAT,
        "program": "leefbaar_plugin",
        "version": version,
        "date": date,
        "pack": {
            "model": pack.model.id,
            "edition": pack.edition,
            "sources": made.get("sources", {}),
            "selection": made.get("gemeenten", []),
            "margin": made.get("margin", 0.0),
        },
        "years": list(years),
        "measured": {
            "weight": measured.weight,
            "rule": measured.rule,
            "fill_rule": measured.fill_rule,
            "persons_per_dwelling": measured.imputation.persons_per_dwelling,
            "dwellings_if_unknown": measured.imputation.dwellings_if_unknown,
        },
        "rings": [list(ring) for ring in rings],
        "areas": [
            {
                "name": area.name,
                "outline": area.outline.hex(),
                "figures": {str(year): dict(figures) for year, figures in area.figures.items()},
            }
            for area in areas
        ],
    }


def read_recipe(text: str, label: str) -> OutputRecipe:
    """A recipe from its JSON; InputError naming the file when it is none, damaged, or of a newer version."""
    try:
        found = parsed(text)
        if found["format"] != FORMAT:
            raise InputError(
                "{file} holds a recipe of format {format}; this version of the plugin reads {known}.",
                file=label,
                format=found["format"],
                known=FORMAT,
            )
        recipe = _read(found)
    except (ValueError, KeyError, TypeError, AttributeError) as problem:
        raise InputError("The recipe in {file} is damaged: {problem}.", file=label, problem=problem) from problem
    if len(recipe.areas) > MOST_AREAS:
        raise InputError("The recipe in {file} is damaged: {problem}.", file=label, problem=len(recipe.areas))
    return recipe


def _read(found: Mapping[str, Any]) -> OutputRecipe:
    measured, pack = found["measured"], found["pack"]
    weight, rule, fill_rule = (str(measured[name]) for name in ("weight", "rule", "fill_rule"))
    if weight not in KINDS or rule not in RULES or fill_rule not in FILL_RULES:
        raise ValueError("measured")
    imputation = ImputationRule(float(measured["persons_per_dwelling"]), float(measured["dwellings_if_unknown"]))
    areas = []
    for area in found["areas"]:
        figures = {
            int(year): {str(name): None if value is None else float(value) for name, value in of_year.items()}
            for year, of_year in area["figures"].items()
        }
        areas.append(RecipeArea(str(area["name"]), bytes.fromhex(area["outline"]), figures))
    return OutputRecipe(
        str(found["version"]),
        str(found["date"]),
        str(pack["model"]),
        str(pack["edition"]),
        {str(name): str(mark) for name, mark in pack["sources"].items()},
        [str(one) for one in pack["selection"]],
        tuple(int(year) for year in found["years"]),
        Recipe(weight, rule, fill_rule, imputation),
        tuple(areas),
        tuple((float(inner), float(outer)) for inner, outer in found.get("rings", ())),
    )
