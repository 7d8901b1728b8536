# SPDX-License-Identifier: GPL-2.0-or-later
"""What a scenario was made with, so that its figures can be made again: as a document, and as one line per measure."""

from __future__ import annotations

import json
from typing import Any

from ...engine.model import in_language
from ...engine.models.scenarios import DWELLINGS_MOVE, ON_DIMENSION, TOWARD
from ..measure import Measurer
from .document import Book, ScenarioStep, as_json

NOT_A_FORECAST = {"en": "Worked example, not a forecast", "nl": "Rekenvoorbeeld, geen voorspelling"}


def recipe_document(book: Book, measurer: Measurer | None, year: int | None, language: str) -> dict[str, Any]:
    """Scenarios as they are kept in a file, with the data, year and rules that they were reckoned with."""
    document: dict[str, Any] = {"title": NOT_A_FORECAST[language if language in NOT_A_FORECAST else "en"]}
    document |= as_json(book)
    if measurer is not None:
        pack, recipe = measurer.pack, measurer.recipe
        document["reckoned_with"] = {
            "model": pack.model.id,
            "edition": pack.edition,
            "sources": pack.info.get("recipe", {}).get("sources", {}),
            "year": year,
            "weight": measurer.weights.kind,
            "rule": measurer.rule,
            "fill_rule": recipe.fill_rule,
            "persons_per_dwelling": recipe.imputation.persons_per_dwelling,
            "dwellings_if_unknown": recipe.imputation.dwellings_if_unknown,
        }
        document["caveat"] = in_language(pack.model.caveat, language)
    return document


def measures_text(steps: tuple[ScenarioStep, ...]) -> str:
    """Steps as compact JSON without outlines: for a column of a table."""
    told = []
    for step in steps:
        one: dict[str, Any] = {"kind": step.kind, "amount": step.amount}
        if step.kind in ON_DIMENSION:
            one["dimension"] = step.dimension
        if step.error:
            one["error"] = step.error
        if step.kind == TOWARD:
            one["goal"] = step.goal
        one["on"] = step.target.name or (f"{len(step.target.squares)} squares" if step.target.squares else "area")
        if step.kind == DWELLINGS_MOVE and step.destination is not None:
            one["to"] = step.destination.name or f"{len(step.destination.squares)} squares"
        told.append(one)
    return json.dumps(told, ensure_ascii=False)
