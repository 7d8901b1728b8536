# SPDX-License-Identifier: GPL-2.0-or-later
"""Figures in words: fixed figures give fixed sentences, in English and in Dutch."""

from __future__ import annotations

from dataclasses import replace

import pytest
from qgis.PyQt.QtCore import QLocale
from qgis.PyQt.QtWidgets import QApplication

from leefbaar_plugin.analysis.measure import Recipe
from leefbaar_plugin.engine.areas.figures import AreaFigures
from leefbaar_plugin.engine.squares.weights import EQUAL, HOUSEHOLDS, INHABITANTS, ImputationRule
from leefbaar_plugin.gui.area.account import Origin, account
from leefbaar_plugin.gui.widgets.words import Words
from leefbaar_plugin.pack.files.resources import load_model
from leefbaar_plugin.translation import Translator
from leefbaar_plugin.words.paragraph import ParagraphSubject, listed, paragraph

MODEL = load_model("lbm3")
CAVEAT = (
    "The Leefbaarometer signals and is not a causal model: its characteristics are not knobs to turn. What is really "
    "the case needs local research."
)
YEARS = (2002, 2012, 2014, 2016, 2024)
FIGURES = AreaFigures(
    year=2024,
    total=4.0223,
    deviation=-0.08,
    dimensions={"fys": 0.02, "onv": -0.15, "soc": -0.04, "vrz": 0.12, "won": -0.03},
    class_number=6,
    certain=True,
    to_lower=0.023,
    to_higher=0.0901,
    shares=(0, 0, 0.1, 0.15, 0.25, 0.3, 0.2, 0, 0),
    unfavourable=0.25,
    squares=56,
    weight_sum=1234.0,
    imputed=7,
    covered=0.875,
    surface=640_000.0,
    weight="dwellings",
    rule="share",
    years=YEARS,
    trend=(3.9, 3.95, 3.96, 3.97, 4.0223),
    dimension_trends=dict.fromkeys(("fys", "onv", "soc", "vrz", "won"), (None, None, 0.0, None, 0.0)),
)
ORIGIN = Origin("2024", Recipe(), "Source: somebody")


@pytest.fixture(autouse=True)
def _english_numbers(qgis_app):
    before = QLocale()
    QLocale.setDefault(QLocale("en_GB"))
    yield
    QLocale.setDefault(before)


def said(figures=FIGURES, reference=None, name="Area 1"):
    """The paragraph, ordinary spaces only."""
    subject = ParagraphSubject(MODEL, name, figures, 10.0, "the gemeente of Schiedam" if reference else "", reference)
    return paragraph(subject).replace("\u00a0", " ")


def test_all_there_is_to_say():
    reference = replace(FIGURES, total=3.98, unfavourable=0.36, dimensions={**FIGURES.dimensions, "onv": -0.2})
    assert said(reference=reference) == (
        "In 2024, Area 1 has a score of 4.02, which is class 6 (amply sufficient). That is 0.08 below the fixed "
        "reference of 4.10. The bound with class 5 (sufficient) lies 0.02 lower. For the gemeente of Schiedam the "
        "score is 3.98; this area is 0.04 above it. The difference is largest in “nuisance and unsafety” (+0.05). Of "
        "the five dimensions, “amenities” turns out best (+0.12 against the reference) and “nuisance and unsafety” "
        "worst (−0.15). Of the dwellings, 25.0 % is in a square that scores weak or lower; for the gemeente of "
        "Schiedam that is 36.0 %. Since 2014 the score has risen by 0.06, from 3.96 (class 5, sufficient) to 4.02. The "
        "dimension “amenities” contributed most to that (+0.12). The figures are about 1,234 dwellings in 56 squares; "
        "87.5 % of the surface lies in scored squares. For 7 of the 56 squares the number of dwellings was estimated. "
        + CAVEAT
    )


def test_without_reference_nothing_is_compared():
    text = said()
    assert "Schiedam" not in text and "is in a square that scores weak or lower. Since" in text


def test_equal_to_the_reference():
    text = said(reference=replace(FIGURES, total=4.024))
    assert "the score is 4.02; this area doesn't differ from it. Of the five" in text


def test_reference_without_a_score():
    text = said(reference=replace(FIGURES, total=None, unfavourable=None))
    assert "For the gemeente of Schiedam there is no score in 2024." in text and "or lower. Since" in text


def test_uncertain_class():
    text = said(replace(FIGURES, certain=False, to_higher=0.00001, to_lower=0.1, total=4.1124, deviation=0.0101))
    assert "it may also be class 7 (good)." in text and "higher." not in text
    assert "That is 0.01 above the fixed reference of 4.10." in text


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({"to_higher": 0.004}, "Class 7 (good) begins less than 0.01 higher."),
        ({"deviation": 0.0}, "That equals the fixed reference of 4.10."),
        ({"to_lower": None, "class_number": 1, "to_higher": 0.2}, "Class 2 (amply insufficient) begins 0.20 higher."),
    ],
)
def test_distances(changes, sentence):
    assert sentence in said(replace(FIGURES, **changes))


def test_no_neighbouring_class():
    text = said(replace(FIGURES, to_lower=None, to_higher=None))
    assert "reference of 4.10. Of the five" in text


def test_year_without_dimensions():
    nothing = dict.fromkeys(FIGURES.dimensions)
    text = said(replace(FIGURES, year=2016, total=3.97, dimensions=nothing))
    assert "No dimensions were published for 2016." in text and "contributed" not in text
    assert "Compared with 2014 the score has hardly changed (+0.01)." in text


@pytest.mark.parametrize(
    ("trend", "sentence"),
    [
        (
            (4.3, 4.2, 4.2, None, 4.0223),
            "Since 2014 the score has fallen by 0.18, from 4.20 (class 8, very good) to 4.02.",
        ),
        (
            (4.3, 4.09, 4.09, None, 4.0223),
            "Since 2014 the score has fallen by 0.07, from 4.09 to 4.02; the class stayed",
        ),
        ((None, 3.9, None, None, 4.0223), "Since 2012 the score has risen by 0.12"),
    ],
)
def test_change(trend, sentence):
    assert sentence in said(replace(FIGURES, trend=trend))


def test_no_change_without_an_earlier_year():
    text = said(replace(FIGURES, trend=(None, None, None, None, 4.0223)))
    assert "Since" not in text and "Compared" not in text


def test_small_numbers():
    text = said(replace(FIGURES, weight_sum=4.0, squares=1, imputed=1))
    assert "about 4 dwellings in one square; 87.5 % of the surface lies in it. That is fewer than 10," in text
    assert "The number of dwellings in it was estimated." in text


@pytest.mark.parametrize(
    ("weight", "sentence"),
    [
        (HOUSEHOLDS, "Of the households, 25.0 % lives in"),
        (INHABITANTS, "Of the inhabitants, 25.0 % lives in"),
        (EQUAL, "Of the inhabited squares, 25.0 % scores weak or lower. "),
    ],
)
def test_other_weights(weight, sentence):
    text = said(replace(FIGURES, weight=weight))
    assert sentence in text and ("estimated" in text) == (weight != EQUAL)
    assert "56 inhabited squares;" in text or weight != EQUAL


def test_no_score():
    nothing = {"total": None, "deviation": None, "unfavourable": None, "class_number": 0, "squares": 0}
    outside = replace(FIGURES, **nothing, trend=(None,) * 5)
    assert said(outside) == "Area 1 lies outside the squares with a score in these data, so it has no score."
    assert said(replace(outside, squares=3)) == "The squares of Area 1 have no weight, so it has no score."
    some = replace(outside, trend=(None, 3.9, 3.9, 4.0, None))
    assert said(some) == "Area 1 has no score in 2024, but it has in 2012, 2014 and 2016."
    assert listed([]) == "" and listed(["a"]) == "a"


def test_names_are_never_taken_for_markup_or_places(qtbot):
    words = Words()
    qtbot.addWidget(words)
    words.show_texts(said(name="<b>{Zuid}</b>"))
    assert "<b>{Zuid}</b> has a score" in words.paragraph.text()
    assert words.paragraph.textFormat() == 0  # plain


# How it was computed


def test_account_tells_of_uncertain_classes_and_missing_dimensions():
    text = account(MODEL, replace(FIGURES, uncertain=98.7, bare=3), ORIGIN).replace("\u00a0", " ").splitlines()
    assert (
        "Uncertain class: 99 dwellings (8.0 %). The total of these squares lies in the interval of a class bound, so "
        "that the class beside it can be the right one."
    ) in text
    assert "3 squares lack a dimension; they count for the total, and for no dimension." in text
    one = account(MODEL, replace(FIGURES, uncertain=1.2, bare=1), ORIGIN).replace("\u00a0", " ")
    assert "Uncertain class: 1 dwelling (0.1 %)." in one
    assert "1 square lacks a dimension; it counts for the total, and for no dimension." in one
    for none in (None, 0.0, 0.4):
        assert "Uncertain class" not in account(MODEL, replace(FIGURES, uncertain=none), ORIGIN)
    assert "lack" not in account(MODEL, FIGURES, ORIGIN)


def test_account():
    text = account(MODEL, FIGURES, ORIGIN).splitlines()
    assert text[:5] == [
        "Leefbaarometer 3.0, edition 2024, year 2024.",
        "The score is the mean of the scores of 56 squares of 100 by 100 m, weighted by dwellings.",
        "A square that the border cuts counts for the share of its surface that lies inside.",
        (
            "Without a number of dwellings (7 squares here) that of households counts, else inhabitants divided by "
            "2.1, else 1."
        ),
        "The total is the reference of 4.1023 plus the five dimensions.",
    ]
    assert text[-3:] == [
        "Source: somebody",
        CAVEAT,
        (
            "Recipe: edition=2024; weight=dwellings; rule=share; fill_rule=even-odd; persons_per_dwelling=2.1; "
            "dwellings_if_unknown=1"
        ),
    ]


def test_account_of_another_recipe():
    recipe = Recipe("dwellings", "centre", "non-zero", ImputationRule(2.25, 3.0))
    origin = replace(
        ORIGIN,
        recipe=recipe,
        reference="the G4",
        repaired=True,
        demonstration="Demonstration.",
        outline="POLYGON((0 0))",
    )
    text = account(MODEL, replace(FIGURES, weight=INHABITANTS, rule="centre"), origin)
    for sentence in (
        "weighted by inhabitants",
        "counts whole when its centre lies inside",
        "The data hold no numbers of dwellings; inhabitants take their place.",
        "households times 2.25 count, else dwellings times 2.25, else 6.75.",
        "The figures for the G4 were made in the same way",
        "it was repaired",
        "Demonstration.",
        "weight=inhabitants; rule=centre; fill_rule=non-zero; persons_per_dwelling=2.25; dwellings_if_unknown=3",
        "Outline (EPSG:28992): POLYGON((0 0))",
    ):
        assert sentence in text
    assert "each counted equally" in account(MODEL, replace(FIGURES, weight=EQUAL), ORIGIN)


def test_panel_copies(qtbot):
    words = Words()
    qtbot.addWidget(words)
    words.show()
    words.show_texts("A paragraph.", "An account.", lambda: "An account with an outline.")
    words.copy.click()
    assert QApplication.clipboard().text() == "A paragraph."
    assert not words.account.isVisible()
    words.how.click()
    assert words.account.isVisible()
    words.copy_account.click()
    assert QApplication.clipboard().text() == "An account with an outline."
    words.show_texts("No score.")
    assert not (words.account.isVisible() or words.how.isVisible() or words.copy_account.isVisible())


# Dutch


@pytest.fixture
def in_dutch(dutch):
    """Dutch sentences, names and numbers."""
    translator = Translator()
    assert translator.install("nl"), "run .ci/package.py"
    QLocale.setDefault(QLocale("nl_NL"))
    yield
    translator.remove()


def test_dutch_as_a_planner_would_write(in_dutch):
    reference = replace(FIGURES, total=3.98, unfavourable=0.36)
    subject = ParagraphSubject(MODEL, "Nieuwland", FIGURES, 10.0, "de gemeente Schiedam", reference)
    text = paragraph(subject).replace("\u00a0", " ")
    assert text.startswith(
        "Nieuwland heeft in 2024 een score van 4,02 en valt daarmee in klasse 6 (ruim voldoende). Dat is 0,08 onder de "
        "vaste referentie van 4,10. De grens met klasse 5 (voldoende) ligt 0,02 lager. Voor de gemeente Schiedam is de "
        "score 3,98; dit gebied ligt daar 0,04 boven."
    )
    assert "Van de woningen staat 25,0 % in een vierkant dat zwak of lager scoort;" in text
    assert "Sinds 2014 is de score met 0,06 gestegen, van 3,96 (klasse 5, voldoende) naar 4,02." in text
    assert "1.234 woningen in 56 vierkanten" in text and text.endswith(
        "Wat er werkelijk speelt vraagt lokaal onderzoek."
    )
    assert "{" not in text and "{" not in account(MODEL, FIGURES, ORIGIN)
