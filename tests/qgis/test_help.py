# SPDX-License-Identifier: GPL-2.0-or-later
"""Help and glossary: complete in both languages, every link leads somewhere, and nothing asks for the network."""

from __future__ import annotations

import json
import re

import pytest
from qgis.core import QgsNetworkAccessManager, QgsNetworkRequestParameters, QgsProcessingParameterEnum
from qgis.PyQt.QtCore import QEvent, Qt, QUrl
from qgis.PyQt.QtGui import QKeyEvent
from qgis.PyQt.QtWidgets import QApplication, QLabel, QVBoxLayout, QWidget

from leefbaar_plugin.analysis import glossary as terms
from leefbaar_plugin.analysis.glossary import certainty, explain, glossary
from leefbaar_plugin.analysis.signals.letters import load_letters, load_reported
from leefbaar_plugin.analysis.signals.rule_set import load_rules
from leefbaar_plugin.engine.errors import ModelError
from leefbaar_plugin.gui.citizens.help import GLOSSARY, HelpDialog, glossary_html, page_html, page_path
from leefbaar_plugin.gui.citizens.help_key import INDEX, HelpKey
from leefbaar_plugin.pack.files.resources import load_model, resource_path
from tests.letters.figure import Given
from tests.letters.figures import figures

from .conftest import ROOT

LINK = re.compile(r"\]\(([^)]+)\)")
NEEDED = """leefbaarometer edition year square level score reference dimension class bound distance unfavourable share
    profile waterfall trend development area weight imputed rule fill_rule coverage small_numbers small_area published
    part rank pack data_folder
    palette csv_style source_line certainty estimate caveat g4 waterbed rings demonstration lbm2""".split()


@pytest.fixture
def dialog(qtbot):
    made = HelpDialog()
    qtbot.addWidget(made)
    return made


def pages(language):
    return {path.stem for path in resource_path("help", language).glob("*.md")}


def test_glossary_has_every_term_theme_and_class():
    model = load_model("lbm3")
    there = glossary().keys()
    themes = (model.total, model.deviation, *model.dimensions)
    assert set(NEEDED) <= there
    assert {f"theme_{theme.id}" for theme in themes} <= there
    assert {f"class_{number}" for number in range(1, 10)} <= there


@pytest.mark.parametrize("term", sorted(glossary()))
def test_term_in_both_languages(term):
    one = glossary()[term]
    assert one.name["nl"] and one.name["en"]
    assert one.text["nl"] != one.text["en"] and min(len(one.text["nl"]), len(one.text["en"])) > 10
    assert explain(term, "nl") == one.text["nl"] and explain(term, "de") == one.text["en"]


@pytest.mark.parametrize(("language", "words"), [("nl", "(nagerekend)"), ("en", "(recomputed)")])
def test_certainty_is_told_in_words(language, words):
    page = glossary_html(language)
    bound = page[page.index('<a name="bound">') :]
    assert words in bound[: bound.index("<p>")]
    assert not re.search(r"\[[CSI?]\]", page)
    assert all(certainty(term, language) for term in glossary().values() if term.mark)


def test_weak_stands_above_insufficient():
    assert "boven" in explain("class_4", "nl").lower() and "above" in explain("class_4", "en").lower()
    assert "4,192 tot 4,270" in explain("class_8", "nl") and "4.192 to 4.270" in explain("class_8", "en")


@pytest.mark.parametrize(
    "change",
    [
        lambda document: document["terms"][0]["text"].pop("nl"),
        lambda document: document["terms"][0].update(related=["nowhere"]),
        lambda document: document["terms"][0].update(mark="X"),
        lambda document: document["marks"]["I"].pop("nl"),
        lambda document: document["class"].pop(),
        lambda document: document.pop("theme"),
    ],
)
def test_incomplete_glossary_is_refused(change, monkeypatch):
    document = json.loads((ROOT / "resources" / "help" / "glossary.json").read_text("utf-8"))
    change(document)
    monkeypatch.setattr(terms, "read_json", lambda *_: document)
    with pytest.raises((ModelError, ValueError)):
        glossary.__wrapped__()


def test_same_pages_in_both_languages():
    assert pages("nl") == pages("en") >= {INDEX, "expressions"}


@pytest.mark.parametrize("language", ["nl", "en"])
def test_every_link_leads_somewhere(language):
    followed = 0
    for page in pages(language):
        for link in LINK.findall(resource_path("help", language, f"{page}.md").read_text("utf-8")):
            target, _, fragment = link.partition("#")
            assert target == GLOSSARY or target in pages(language), f"{page}: {link}"
            assert not fragment or fragment in glossary(), f"{page}: {link}"
            followed += 1
    assert followed > 20
    anchors = set(re.findall(r'<a name="([^"]+)"', glossary_html(language)))
    assert set(re.findall(rf'href="{GLOSSARY}#([^"]+)"', glossary_html(language))) <= anchors == set(glossary())


@pytest.mark.parametrize("page", ["importedition", "aggregateareas", "gridlayer", "recomputescores", INDEX, GLOSSARY])
def test_page_begins_with_its_title(page):
    assert "<h1" in page_html(page, "nl") and "**" not in page_html(page, "nl")


def test_bold_ends_where_it_should():
    """Qt makes a list item bold throughout when it begins so."""
    assert page_html(INDEX, "nl").count("<li") > 10
    for language in ("nl", "en"):
        html = page_html(INDEX, language)
        assert not re.search(r"<li[^>]*font-weight", html)
    (item,) = re.findall(r"<li[^>]*>(<span[^>]*font-weight:600[^>]*>Kaartknop</span>.*?)</li>", page_html(INDEX, "nl"))
    assert "</span>: zegt wat de kaart toont" in item


def test_what_is_no_page():
    assert page_html("../../metadata", "nl") == "" and page_path("nothing", "nl") is None
    assert page_path("index", "fr") == resource_path("help", "en", "index.md")


def test_dialog_walks_through_pages(dialog):
    assert "Leefbaarometer in QGIS" in dialog.browser.toPlainText()
    assert not dialog.back.isEnabled()
    dialog.open_page(GLOSSARY, "waterbed")
    assert "waterbed effect" in dialog.browser.toPlainText()
    assert dialog.browser.source().fragment() == "waterbed"
    dialog.browser.go(QUrl("#class_4"))
    assert dialog.browser.source().toString() == "glossary#class_4"
    dialog.browser.go(QUrl("expressions"))
    assert "lbm_share" in dialog.browser.toPlainText()
    dialog.back.click()
    assert dialog.browser.source().path() == GLOSSARY and "waterbed effect" in dialog.browser.toPlainText()


def test_scrolls_to_the_term(dialog, qtbot):
    dialog.show()
    dialog.open_page(GLOSSARY, "class_9")
    qtbot.waitUntil(lambda: dialog.browser.verticalScrollBar().value() > 0, timeout=3000)


def test_dialog_in_dutch(dutch, qtbot):
    made = HelpDialog()
    qtbot.addWidget(made)
    assert "In één minuut" in made.browser.toPlainText()
    made.open_page(GLOSSARY)
    assert "geen causaal model" in made.browser.toPlainText()


def test_search(dialog):
    dialog.search.setText("ENCLOSED")
    assert "0 " in dialog.browser.toPlainText().splitlines()[0]
    dialog.search.setText("weight")
    lines = dialog.browser.toPlainText().splitlines()
    assert lines[1].startswith("weight")
    dialog.search.clear()
    assert "Leefbaarometer in QGIS" in dialog.browser.toPlainText()


def test_nothing_outside_is_opened(dialog):
    asked = []
    made = QgsNetworkAccessManager.instance().requestAboutToBeCreated[QgsNetworkRequestParameters]
    made.connect(asked.append)
    before = dialog.browser.toPlainText()
    for address in ("https://example.org/", "file:///etc/passwd", "../../metadata.txt", "/etc/passwd"):
        dialog.browser.go(QUrl(address))
        assert dialog.browser.loadResource(1, QUrl(address)) is None
        assert dialog.browser.toPlainText() == before
    made.disconnect(asked.append)
    assert asked == []


def test_f1_in_a_widget(qtbot):
    window = QWidget()
    inside, outside = QLabel("in"), QLabel("out")
    dock = QWidget(window)
    QVBoxLayout(dock).addWidget(inside)
    outside.setParent(window)
    qtbot.addWidget(window)
    window.show()
    key = HelpKey(dock)
    pressed = []
    key.wanted.connect(lambda: pressed.append(1))

    def press(widget, which=Qt.Key.Key_F1):
        accepted = []
        for kind in (QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress):
            event = QKeyEvent(kind, which, Qt.KeyboardModifier.NoModifier)
            event.ignore()
            QApplication.sendEvent(widget, event)
            accepted.append(event.isAccepted())
        return accepted

    assert press(inside) == [True, True] and pressed == [1], "before QGIS's own F1"
    assert press(outside) == [False, False] and pressed == [1]
    assert press(inside, Qt.Key.Key_F2) == [False, False] and pressed == [1]


@pytest.mark.parametrize("language", ["nl", "en"])
def test_the_help_tells_for_each_figure_of_the_letters_which_letter_it_follows(language):
    page = resource_path("help", language, "letters.md").read_text("utf-8").splitlines()
    lines = {line[4:].partition(".")[0]: line for line in page if line.startswith("- **")}
    everything = figures(Given((), "", "", None))
    assert list(lines) == list(dict.fromkeys(one.number for one in everything))
    for one in everything:
        line = lines[one.number]
        assert f"({one.algorithm})" in line, one.what
        assert all(load_letters()[letter].date[language] in line for letter in one.letters), one.what
    for one in load_reported().values():  # and the help of the algorithm itself
        said = resource_path("help", language, "reported.md").read_text("utf-8")
        dates = [load_letters()[letter].date[language].partition(" (")[0] for letter in one.letters]
        assert all(date in said for date in dates), one.id


def _paragraph(name: str, parameter: str, language: str) -> str:
    """The paragraph of an algorithm's help that tells of a parameter."""
    text = (ROOT / "resources" / "help" / language / f"{name}.md").read_text("utf-8")
    return next((one for one in text.split("\n\n") if f"**{parameter}**" in one), "")


@pytest.mark.parametrize("language", ["en", "nl"])
def test_every_number_of_a_choice_has_its_words(provider, language):
    """Dialogs show words; who writes a script or model reads them behind their numbers."""
    elsewhere = ("Figures of areas", "Class shares of groups", "Cijfers van gebieden", "Klassenaandelen van groepen")
    looked_at = 0
    for algorithm in provider.algorithms():
        for one in algorithm.parameterDefinitions():
            if not isinstance(one, QgsProcessingParameterEnum) or (algorithm.name(), one.name()) == (
                "findsignals",
                "RULE",
            ):
                continue
            assert all(len(option) > 2 for option in one.options())  # words, not codes
            told = _paragraph(algorithm.name(), one.name(), language)
            assert told, (algorithm.name(), one.name())
            numbers = [re.search(rf"\b{number} \D", told) is not None for number in range(len(one.options()))]
            assert all(numbers) or any(name in told for name in elsewhere), (algorithm.name(), one.name(), numbers)
            looked_at += 1
    assert looked_at > 40


@pytest.mark.parametrize("language", ["en", "nl"])
def test_every_rule_is_in_the_help_with_its_parameters(language):
    text = (ROOT / "resources" / "help" / language / "findsignals.md").read_text("utf-8").split("\n\n")
    for number, rule in enumerate(load_rules().values()):
        (told,) = [one for one in text if one.startswith(f"{number} **{rule.id}** – {rule.title[language]}: ")]
        for one in rule.parameters:
            value = one.value if isinstance(one.value, str) else f"{one.value:g}"
            assert f"{one.id}={value} ({one.label[language]}" in told, one.id
            assert all(f"{option.value}: {option.name[language]}" in told for option in one.options), one.id


def test_help_of_algorithms_shows_no_marks(provider):
    for language in ("en", "nl"):
        for path in (ROOT / "resources" / "help" / language).glob("*.md"):
            assert not re.search(r"\[[CSI?]\]", path.read_text("utf-8")), path.name
