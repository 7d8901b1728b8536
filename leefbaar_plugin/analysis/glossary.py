# SPDX-License-Identifier: GPL-2.0-or-later
"""The glossary: every term of the interface explained in Dutch and English, one text for tooltips and help.

Terms come from `resources/help/glossary.json`; classes and themes explain themselves from the model.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from ..engine.errors import ModelError
from ..engine.model import Names, in_language
from ..pack.files.resources import load_model, read_json

LANGUAGES = ("nl", "en")
MARKS = ("C", "S", "I", "?")
"""How certain something is: recomputed from published data, stated by a source, inferred, unknown."""
EXPLAINED_MODEL = "lbm3"
"""Id of the model whose classes and themes the glossary explains."""


@dataclass(frozen=True)
class Term:
    """A term: id, name and explanation by language, ids of related terms, and its mark of certainty ('' for none)."""

    id: str
    name: Names
    text: Names
    related: tuple[str, ...] = ()
    mark: str = ""


@lru_cache(maxsize=1)
def glossary() -> dict[str, Term]:
    """All terms by id: those of the file, the themes (`theme_fys`) and the nine classes (`class_4`).

    ModelError when the file is wrong.
    """
    terms: dict[str, Term] = {}
    try:
        document = read_json("help", "glossary.json")
        for entry in document["terms"]:
            related = tuple(entry.get("related", ()))
            terms[entry["id"]] = Term(entry["id"], entry["name"], entry["text"], related, entry.get("mark", ""))
        terms |= _themes(document["theme"]) | _classes(document["class"])
        wrong = [term.id for term in terms.values() if not _complete(term, terms)]
        wrong += [mark for mark in MARKS if not all(document["marks"][mark].get(one) for one in LANGUAGES)]
    except (KeyError, TypeError, AttributeError, IndexError) as problem:
        raise ModelError("A model file lacks an entry or has a wrong one: {problem}.", problem=problem) from problem
    if wrong:
        raise ModelError("A model file lacks an entry or has a wrong one: {problem}.", problem=", ".join(wrong))
    return terms


def certainty(term: Term, language: str) -> str:
    """How certain a term is, in a word or two; '' for one without a mark."""
    return in_language(_words_of_marks()[term.mark], language) if term.mark else ""


@lru_cache(maxsize=1)
def _words_of_marks() -> Mapping[str, Names]:
    """Words by mark."""
    return {mark: read_json("help", "glossary.json")["marks"][mark] for mark in MARKS}


def explain(term_id: str, language: str) -> str:
    """The explanation of a term, for a tooltip; KeyError for a term that there isn't."""
    return in_language(glossary()[term_id].text, language)


def _complete(term: Term, terms: dict[str, Term]) -> bool:
    said = all(names.get(one) for names in (term.name, term.text) for one in LANGUAGES)
    return said and set(term.related) <= terms.keys() and term.mark in ("", *MARKS)


def _themes(templates: dict[str, Names]) -> dict[str, Term]:
    """A term per theme: what the model notes of it, and what holds for all of its kind."""
    model = load_model(EXPLAINED_MODEL)
    made = {}
    for theme in (model.total, model.deviation, *model.dimensions):
        kind = "dimension" if theme in model.dimensions else theme.id
        text = {one: f"{theme.note[one]} {templates[kind][one]}" for one in LANGUAGES}
        made[f"theme_{theme.id}"] = Term(f"theme_{theme.id}", theme.name, text, ("class", "reference"))
    return made


def _classes(templates: list[Names]) -> dict[str, Term]:
    """A term per class: its number, its bounds, and what the file says of it."""
    model = load_model(EXPLAINED_MODEL)
    scale = model.total_classification
    last = len(scale.classes)
    made = {}
    for entry, said in zip(scale.classes, templates, strict=True):
        lower = None if entry.number == 1 else float(scale.bounds[entry.number - 2])
        upper = None if entry.number == last else float(scale.bounds[entry.number - 1])
        text = {one: f"{_range(lower, upper, one)} {said[one]}" for one in LANGUAGES}
        name = {one: f"{entry.number} · {entry.name[one]}" for one in LANGUAGES}
        made[f"class_{entry.number}"] = Term(f"class_{entry.number}", name, text, ("class", "bound"), scale.certainty)
    return made


def _range(lower: float | None, upper: float | None, language: str) -> str:
    """The scores of a class, in words."""
    dutch = language == "nl"
    low, high = (
        "" if number is None else (f"{number:.3f}".replace(".", ",") if dutch else f"{number:.3f}")
        for number in (lower, upper)
    )
    if not low:
        return f"Totaalscore lager dan {high}." if dutch else f"Total score below {high}."
    if not high:
        return f"Totaalscore vanaf {low}." if dutch else f"Total score from {low}."
    return f"Totaalscore van {low} tot {high}." if dutch else f"Total score from {low} to {high}."
