# SPDX-License-Identifier: GPL-2.0-or-later
"""Sentences that count: of one of something and of two, in Dutch and in English, and no sentence that forgot one."""

from __future__ import annotations

import re
import subprocess
import sys
from dataclasses import replace
from types import SimpleNamespace

import pytest
from qgis.PyQt.QtCore import QLocale

from leefbaar_plugin.analysis.relations import joined_table as joining
from leefbaar_plugin.analysis.relations.relations import PARTS
from leefbaar_plugin.gui.area.warned import State, infos_of
from leefbaar_plugin.gui.importing.import_report import title_of
from leefbaar_plugin.gui.whatif.results import class_steps
from leefbaar_plugin.layers.views import few_dwellings
from leefbaar_plugin.pack.files.resources import load_model
from leefbaar_plugin.translation import Translator, tr, trn
from leefbaar_plugin.words import change, check
from leefbaar_plugin.words.paragraph import ParagraphSubject, paragraph
from leefbaar_plugin.words.relation import note_words
from leefbaar_plugin.words.weights import counted_weight, missing_sentence
from leefbaar_plugin.words.wording import method_line
from tests.qgis.conftest import ROOT
from tests.qgis.test_words import FIGURES

sys.path.insert(0, str(ROOT / ".ci"))
import translations

MODEL = load_model("lbm3")
NOUNS = (
    "squares|areas|dwellings|files|rows|codes|classes|gemeenten|buurten|wijken|inhabitants|households|measures|places|"
    "changes|scores|figures|points|terms|warnings|variants|layers|columns|themes|homes|pairs|messages"
)
NUMBERS = (
    "count|number|squares|areas|n|rows|found|counted|places|dwellings|compared|imputed|files|lines|runs|moved|blocks"
)
COUNTED = re.compile(r"\{(" + NUMBERS + r")\} (?:(?!of|in|on|the)[a-z]+ ){0,2}(" + NOUNS + r")\b")
ALWAYS_SEVERAL = {
    # never of one: what is alone is called by its name, is refused, or has a sentence of its own beside it
    "{count} rows",
    "Leefbaarometer of {count} areas, {year}",
    "{file} has {count} layers of points; expected is one, with a point for every dwelling or address.",
    "Scenario “{name}” has {count} measures; at most {most} are read.",
    (
        "Neighbouring areas resemble each other in both figures: the {n} areas know as much of the association as "
        "{effective} independent ones (Dutilleul's modified t-test)."
    ),
    (
        "{dimension}: error {error} on places held out, {naive} by guessing the mean, R² {r2}; {places} places in "
        "{blocks} blocks, penalty {penalty}."
    ),
    "There are {areas} areas and groups for {keys}.",  # a fault of the program
    "{file} has counts of {known} of the {squares} squares with scores; the others are estimated.",  # kept in packs
    # an error whose sentence for one stands beside it
    (
        "{file}: in {count} gemeenten ({names}) points stand in less than half of the squares with dwellings; there "
        "the published counts hold."
    ),
    "{file}: {count} points lie in no square with a score, and don't count.",
    "{file}, line {line}: {found} columns where {expected} were expected.",
    "{file} is cut off: its last line has {found} columns where {expected} were expected. Copy or download it again.",
}


@pytest.fixture(params=["en", "nl"])
def said_in(request, qgis_app, monkeypatch):
    """The language of sentences and numbers."""
    before, translator = QLocale(), Translator()
    monkeypatch.setattr("leefbaar_plugin.translation.interface_locale", lambda: request.param)
    assert translator.install(request.param) is (request.param == "nl"), "run .ci/package.py"
    QLocale.setDefault(QLocale("nl_NL" if request.param == "nl" else "en_GB"))
    yield request.param
    QLocale.setDefault(before)
    translator.remove()


def figures(count):
    return replace(FIGURES, squares=count, weight_sum=float(count), imputed=count)


def points(count):
    return check.points_words(
        {"source": "bag.gpkg", "dwellings": float(count), "known": count, "gemeenten": ["GM"] * count}
    )


def told(count):
    subject = ParagraphSubject(MODEL, "A", figures(count), 0.5)
    return paragraph(subject)


def ways(count):
    return change._directions(SimpleNamespace(since=2014, until=2024), 3 * count, count, count, count)


def duplicates(count):
    return note_words(joining.NumberNote(joining.DUPLICATE, {"count": count, "examples": "BU1"}))


SENTENCES = {
    "weight": (lambda n: counted_weight(n, "dwellings"), ("1 woning", "2 woningen"), ("1 dwelling", "2 dwellings")),
    "method": (
        lambda n: method_line(figures(n), MODEL, "2024").split(" · ")[0],
        ("2024: 1 vierkant", "2024: 2 vierkanten"),
        ("2024: 1 square", "2024: 2 squares"),
    ),
    "method, weight": (
        lambda n: method_line(figures(n), MODEL, "2024").split(" · ")[1],
        ("1 woning", "2 woningen"),
        ("1 dwelling", "2 dwellings"),
    ),
    "estimated": (
        lambda n: infos_of(replace(figures(n), squares=50), State(10.0, 0.25))[-1],
        ("1 vierkant geschat", "2 vierkanten geschat"),
        ("1 square estimated", "2 squares estimated"),
    ),
    "paragraph": (
        lambda n: re.search(r"(De cijfers gaan over|The figures are about) ([^;,]+)", told(n))[2],
        ("1 woning in één vierkant", "2 woningen in 2 vierkanten"),
        ("1 dwelling in one square", "2 dwellings in 2 squares"),
    ),
    "missing": (
        lambda n: re.search(r"\((.*?)\)", missing_sentence("dwellings", n, "2,1", "1"))[1],
        ("hier in 1 vierkant", "hier in 2 vierkanten"),
        ("1 square here", "2 squares here"),
    ),
    "own points": (
        points,
        (
            "bag.gpkg: 1 eigen woning in 1 vierkant van 1 gemeente.",
            "bag.gpkg: 2 eigen woningen in 2 vierkanten van 2 gemeenten.",
        ),
        (
            "bag.gpkg: 1 own dwelling in 1 square of 1 gemeente.",
            "bag.gpkg: 2 own dwellings in 2 squares of 2 gemeenten.",
        ),
    ),
    "every verb its own number": (
        ways,
        (
            "Van 3 gebieden met een score in 2014 en 2024 ging er 1 vooruit, bleef er 1 gelijk en ging er 1 achteruit.",
            (
                "Van 6 gebieden met een score in 2014 en 2024 gingen er 2 vooruit, bleven er 2 gelijk en gingen er 2 "
                "achteruit."
            ),
        ),
        (
            "Of 3 areas with a score in 2014 and 2024, 1 got better, 1 stayed the same and 1 got worse.",
            "Of 6 areas with a score in 2014 and 2024, 2 got better, 2 stayed the same and 2 got worse.",
        ),
    ),
    "left out": (
        lambda n: change.left_out_sentence(n, "X"),
        (
            "Weggelaten, want de gegevens bevatten er maar een deel van: 1 gebied (X).",
            "Weggelaten, want de gegevens bevatten er maar een deel van: 2 gebieden (X).",
        ),
        (
            "Left out, because the data hold a part of it only: 1 area (X).",
            "Left out, because the data hold a part of them only: 2 areas (X).",
        ),
    ),
    "left out of a relation": (
        lambda n: note_words(joining.NumberNote(PARTS, {"count": n, "names": "X"})).split(": ")[1],
        ("1 gebied (X).", "2 gebieden (X)."),
        ("1 area (X).", "2 areas (X)."),
    ),
    "codes": (
        lambda n: duplicates(n).split(" (")[0],
        ("1 code staat er meer dan eens", "2 codes staan er meer dan eens"),
        ("1 code stands there more than once", "2 codes stand there more than once"),
    ),
    "classes up": (class_steps, ("één klasse hoger", "2 klassen hoger"), ("one class higher", "2 classes higher")),
    "classes down": (
        lambda n: class_steps(-n),
        ("één klasse lager", "2 klassen lager"),
        ("one class lower", "2 classes lower"),
    ),
    "legend": (
        few_dwellings,
        ("minder dan 1 woning", "minder dan 2 woningen"),
        ("fewer than 1 dwelling", "fewer than 2 dwellings"),
    ),
    "import": (
        lambda n: title_of({"squares": n, "edition": "2024"}),
        ("Geïmporteerd: 1 vierkant, editie 2024.", "Geïmporteerd: 2 vierkanten, editie 2024."),
        ("Imported: 1 square, edition 2024.", "Imported: 2 squares, edition 2024."),
    ),
}


@pytest.mark.parametrize("name", SENTENCES)
def test_one_and_two(name, said_in):
    write, *expected = SENTENCES[name]
    assert [write(1), write(2)] == list(expected[said_in == "en"])


def test_many_are_written_with_separators(said_in):
    assert counted_weight(12345.4, "dwellings") == ("12.345 woningen" if said_in == "nl" else "12,345 dwellings")
    assert counted_weight(0, "dwellings") == ("0 woningen" if said_in == "nl" else "0 dwellings")


def test_both_forms_come_out_of_the_compiled_file(said_in):
    """Every counted sentence of the sources, in the form that its number asks for."""
    sources, dutch = (
        translations.find_sources(translations.PACKAGE),
        translations.read_translations(translations.TRANSLATION),
    )
    assert len(sources.counted) > 70
    for many, one in sources.counted.items():
        forms = dutch[many] if said_in == "nl" else (one, many)
        assert [trn(one, many, n) for n in (1, 2, 0, 21)] == [forms[0], forms[1], forms[1], forms[1]], many


def test_no_sentence_forgets_one():
    """A number before a plural noun stands in a text with a form for one."""
    sources = translations.find_sources(translations.PACKAGE)
    plain = sources.files.keys() - sources.counted.keys() - ALWAYS_SEVERAL
    assert [text for text in sorted(plain) if COUNTED.search(text)] == []


@pytest.mark.parametrize("text", ["{count} squares", "about {n} selected squares", "In {rows} rows the sum is wrong."])
def test_what_forgets_one_is_noticed(text):
    assert COUNTED.search(text)


def test_a_form_for_one_holds_no_plural():
    """`1 vierkanten` can't be written: what stands behind the counted place is singular."""
    dutch = translations.read_translations(translations.TRANSLATION)
    plurals = re.compile(
        r"\{(\w+)\} (?:[a-zë]+ )?(?:vierkanten|gebieden|woningen|bestanden|rijen|codes|klassen|gemeenten|buurten|"
        r"inwoners|maatregelen|plekken|veranderingen|scores|waarschuwingen|varianten|kaartthema's)\b"
    )
    for source, forms in dutch.items():
        if isinstance(forms, tuple):
            found = plurals.search(forms[0])
            assert found is None or found[1] == "shown", (source, forms[0])
    assert plurals.search(dutch["{squares} squares estimated"][1])


def test_the_tool_compiles_forms(tmp_path, said_in):
    """What is no counted sentence has one form, and a new counted one is told to lack two."""
    package = tmp_path / "plugin"
    package.mkdir()
    (package / "a.py").write_text('trn("1 cat", "{n} cats", n)\ntr("dog")\n')
    run = lambda *given: subprocess.run(  # noqa: E731
        [sys.executable, ROOT / ".ci" / "translations.py", "--package", package, "--file", tmp_path / "nl.ts", *given],
        capture_output=True,
        text=True,
        check=False,
    )
    run()
    assert '"{n} cats": [\n  "",\n  ""\n ]' in run("--missing").stdout
    (tmp_path / "nl.json").write_text('{"{n} cats": ["1 kat", "{n} katten"], "dog": "hond"}')
    run("--set", tmp_path / "nl.json")
    assert run("--check").returncode == 0
    assert translations.read_translations(tmp_path / "nl.ts") == {"dog": "hond", "{n} cats": ("1 kat", "{n} katten")}
    (package / "a.py").write_text('tr("{n} cats")\ntr("dog")\ntrn("1 cow", many, n)\ntrn("{a} owl", "owls", n)\n')
    said = run("--check").stdout
    assert "unfinished: '{n} cats'" in said and "asks for two string constants" in said and "'owls' lacks" in said


def test_untranslated_text_is_english(qgis_app):
    assert (
        tr("No such text") == "No such text"
        and trn("1 x", "{n} xs", 1) == "1 x"
        and trn("1 x", "{n} xs", 5) == "{n} xs"
    )
