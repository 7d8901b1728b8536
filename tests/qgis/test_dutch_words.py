# SPDX-License-Identifier: GPL-2.0-or-later
"""The Dutch of the product: one word for a thing, in every string of the interface, help page and glossary text."""

from __future__ import annotations

import json
import re
import xml.etree.ElementTree as ElementTree

import pytest

from .conftest import ROOT

FORBIDDEN = {
    r"bewoners(?! die ervaren| zeggen)": "inwoners",
    r"datapakket": "gegevenspakket",
    r"plugin": "plug-in",
    r"coördinatensystee?m": "coördinatenstelsel",
    r"uitdrukking": "expressie",
    r"\bhulp\b": "Help",
    r"geen toestemming": "geen schrijfrechten",
    r"gewogen met": "gewogen naar",
    r"klassegren": "klassengrens",
    r"(?<!structureel )\bonder druk\b": "klasse 1 tot en met 4 (zwak of lager)",
    r"probleemwijk": "een score, geen etiket",
    r"zwakke (delen|omgeving|vierkanten|buurten)": "klasse 1 tot en met 4",
    r"verwacht (wordt|worden|is)\b": "Kies een van, Vul in, Verwacht:",
    r"is niet een van": "Kies een van",
    r"contour": "omtrek",
    r"verklaart|verklaard\b": "grootste bijdrage",
    r"klasse van (de )?verandering": "ontwikkelingsklasse",
    r"gescoorde?\b": "met een score",
    r"kaartbestand": "GIS-bestand",
    r"(?<!relatieve )\bpaden\b": "verloop",
    r"kleurenblindveilig": "geschikt voor kleurenblinden",
    r"\bhok(je|ken)?\b": "vierkant",
    r"\bslechte?r?\b": "ongunstig, achteruit",
    r"als leeg|leeg =": "(leeg: …)",
    r"onder het oog": "bij Kaartthema's beheren",
    r"lagenpaneel": "paneel Lagen",
    r"meer (jaren|van de laatste)": "meerdere",
    r"rijen die niet optellen": "rijen waarvan de som niet klopt",
    r"\bGem\.": "Gemeente, Gemiddelde",
    r"≤ ?zwak": "klasse 1-4",
    r"\b(het|in het|in een) log\b": "logboek",
    r"\bbewaar(t|de|d)? (u|het|de regel)\b": "opslaan",
    r"score-eenhe(id|den)": "punt",
    r"achtergebleven": "er staat geen half bestand",
}
"""Expression of what isn't written, and what is written instead."""

WRONG = """Het datapakket|De plugin|deel onder druk|Bewoners van deze buurten|als leeg|(leeg = alle)|Hulp|
verwacht wordt een getal|de klassegrens|gewogen met woningen|Gem.|het lagenpaneel|zwakke delen|contouren""".replace(
    "\n", ""
).split("|")
RIGHT = """Structureel onder druk|de leefbaarheid zoals bewoners die ervaren|Help en begrippen|met relatieve paden: zet
|ongunstig|het logboek|Verwacht: een getal|tegen de klassengrens|klasse 1 tot en met 4 (zwak of lager)""".split("|")


def wrong_words(text: str) -> list[str]:
    """The expressions that a text breaks, each with what should stand there."""
    return [f"{word} -> {right}" for word, right in FORBIDDEN.items() if re.search(word, text, re.IGNORECASE)]


def dutch_of(node: object) -> list[str]:
    """All Dutch texts of a JSON document."""
    if isinstance(node, dict):
        own = [node["nl"]] if isinstance(node.get("nl"), str) else []
        return own + [text for value in node.values() for text in dutch_of(value)]
    return [text for value in node for text in dutch_of(value)] if isinstance(node, list) else []


def strings() -> list[str]:
    """All translations of the interface."""
    tree = ElementTree.parse(ROOT / "i18n" / "leefbaar_plugin_nl.ts")
    found = []
    for message in tree.iter("message"):
        forms = [form.text or "" for form in message.iter("numerusform")]
        found += forms or [message.findtext("translation") or ""]
    return found


@pytest.mark.parametrize("text", WRONG)
def test_what_is_wrong_is_noticed(text):
    assert wrong_words(text)


@pytest.mark.parametrize("text", RIGHT)
def test_what_is_right_passes(text):
    assert wrong_words(text) == []


def test_strings():
    texts = strings()
    assert len(texts) > 1500
    assert {text: found for text in texts if (found := wrong_words(text))} == {}


@pytest.mark.parametrize("page", sorted((ROOT / "resources" / "help" / "nl").glob("*.md")), ids=lambda page: page.stem)
def test_help_page(page):
    lines = page.read_text(encoding="utf-8").splitlines()
    assert {number: found for number, line in enumerate(lines, 1) if (found := wrong_words(line))} == {}


@pytest.mark.parametrize("name", ["help/glossary.json", "model/letters.json"])
def test_texts_of_the_resources(name):
    texts = dutch_of(json.loads((ROOT / "resources" / name).read_text(encoding="utf-8")))
    assert len(texts) > 10
    assert {text: found for text in texts if (found := wrong_words(text))} == {}
