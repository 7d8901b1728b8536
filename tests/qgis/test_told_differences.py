# SPDX-License-Identifier: GPL-2.0-or-later
"""A difference that is told beside its two scores is never contradicted by them, and never stands there as 0.00."""

from __future__ import annotations

import itertools
import re
from dataclasses import replace
from types import SimpleNamespace

import pytest
from qgis.PyQt.QtCore import QLocale, QRectF

from leefbaar_plugin.analysis.theme_figures import theme_figures
from leefbaar_plugin.charts.waterfall import Waterfall, WaterfallData, WaterfallStep
from leefbaar_plugin.gui.area.card import ScoreCard
from leefbaar_plugin.gui.compare.model import UNION, ComparedRow, CompareModel, columns_of
from leefbaar_plugin.gui.whatif.beside import BesideTable
from leefbaar_plugin.gui.widgets.column import SCORE, SIGNED
from leefbaar_plugin.gui.widgets.figure_model import FigureColumn, FigureModel
from leefbaar_plugin.layers.styles import load_palette
from leefbaar_plugin.pack.files.resources import load_model
from leefbaar_plugin.words import formats
from leefbaar_plugin.words.paragraph import ParagraphSubject, paragraph
from tests.qgis.test_words import FIGURES

MODEL = load_model("lbm3")
GB = QLocale("en_GB")
PAIRS = [(4.074, 4.036), (4.0749, 4.0351), (4.066, 4.1023), (4.5, 4.5), (4.49, 4.51), (3.995, 4.005), (4.02, 4.0249)]


@pytest.fixture(autouse=True)
def _english(qgis_app):
    before = QLocale()
    QLocale.setDefault(GB)
    yield
    QLocale.setDefault(before)


def number(text):
    """A number that is shown, or None for less than 0.01."""
    return None if "less" in text or "<" in text else float(text.replace("−", "-").replace("+", ""))


def agrees(before, after, difference):
    """Whether what is shown of two scores gives the difference that is shown, to its two decimals."""
    gap = round(number(after) - number(before), 4)
    return abs(gap) < 0.01 if number(difference) is None else abs(gap - number(difference)) <= 0.005 + 1e-9


@pytest.mark.parametrize(("before", "after"), PAIRS)
def test_the_numbers_never_contradict(before, after):
    shown = formats.ends(before, after, GB)
    assert agrees(*shown, formats.signed_difference(after - before, GB)), shown


def test_the_example_of_the_issue():
    assert formats.ends(4.074, 4.036, GB) == ("4.074", "4.036")
    assert formats.signed_difference(4.036 - 4.074, GB) == "−0.04"
    assert formats.ends(4.07, 4.03, GB) == ("4.07", "4.03"), "two decimals where these agree"


def test_nothing_is_shown_of_a_small_difference():
    assert formats.difference(0.004, GB) == formats.difference(-0.004, GB) == "less than 0.01"
    assert formats.signed_difference(-0.0049, GB) == "less than 0.01"
    assert formats.signed_score(-0.0049, GB).replace("\u00a0", " ") == "< 0.01"
    assert (
        formats.signed_score(0.0, GB) == formats.signed_score(3e-9, GB) == formats.signed_difference(0.0, GB) == "0.00"
    )
    assert formats.signed_score(0.0051, GB) == "+0.01" and formats.signed_score(None, GB) == "–"
    assert formats.signed_score(-0.0004, GB, 3).replace("\u00a0", " ") == "< 0.001"
    assert formats.difference(0.0, GB, 6) == "less than 0.000001" and formats.difference(0.25, GB, 4) == "0.2500"


# The paragraph: the score, the fixed reference, a reference, and the change


def told(figures, reference=None):
    subject = ParagraphSubject(MODEL, "A", figures, 10.0, "B" if reference else "", reference)
    return paragraph(subject).replace("\u00a0", " ")


@pytest.mark.parametrize("total", [4.066, 4.0649, 4.1, 4.1023, 4.0975, 3.5])
@pytest.mark.parametrize("other", [4.054, 4.0649, 3.98, 4.071, 4.0999])
@pytest.mark.parametrize("earlier", [4.074, 3.96, 4.0301])
def test_a_paragraph_agrees_with_itself(total, other, earlier):
    gap = total - MODEL.reference(2024)
    figures = replace(FIGURES, total=total, deviation=gap, trend=(3.9, 3.95, earlier, 3.97, total))
    text = told(figures, replace(FIGURES, total=other))
    score = re.search(r"has a score of (\d\.\d+)", text)[1]
    fixed = re.search(r"That (?:is (.*?) (above|below)|equals) the fixed reference of (\d\.\d+)\.", text)
    if fixed[1]:
        assert agrees(fixed[3], score, ("-" if fixed[2] == "below" else "") + fixed[1])
    against = re.search(r"For B the score is (\d\.\d+); this area is (.*?) (above|below) it", text)
    if against is not None:
        assert agrees(against[1], score, ("-" if against[3] == "below" else "") + against[2]), text
    change = re.search(r"has (risen|fallen) by (.*?), from (\d\.\d+).*? to (\d\.\d+)[;.]", text)
    if change is not None:
        assert agrees(change[3], change[4], ("-" if change[1] == "fallen" else "") + change[2]), text
        assert change[4] == score
    assert "0.00 " not in text


def test_a_paragraph_has_two_decimals_where_they_do():
    assert re.findall(r"\d\.\d{3,}", told(FIGURES, replace(FIGURES, total=3.98))) == []
    assert "4.066" in told(replace(FIGURES, total=4.066, deviation=4.066 - MODEL.reference(2024)))


# The table of Compare


def row(fid, total, against):
    figures = replace(FIGURES, total=total)
    return ComparedRow(fid, f"A{fid}", figures, theme_figures(MODEL, figures, "lbm"), against)


def cells(rows):
    model = CompareModel()
    columns = columns_of(MODEL, 2024, "dwellings", "B", MODEL.total)
    model.show_rows(MODEL, load_palette("own"), columns, rows)
    ids = [column.id for column in columns]
    return [
        (model.text(one, columns[ids.index("total")]), model.text(one, columns[ids.index("difference")]))
        for one in rows
    ]


def test_compare_with_another_row():
    rows = [row(1, 4.074, 0.0), row(2, 4.036, 4.036 - 4.074), row(3, 3.5, 3.5 - 4.074), row(UNION, 4.0, 4.0 - 4.074)]
    shown = cells(rows)
    assert [one for one, _gap in shown] == ["4.074", "4.036", "3.500", "4.000"]
    assert [gap for _one, gap in shown] == ["0.00", "−0.04", "−0.57", "−0.07"]
    for (one, gap), (reference, _nothing) in itertools.product(shown, shown[:1]):
        assert agrees(reference, one, gap)


def test_compare_with_what_is_no_row_keeps_two_decimals():
    shown = cells([row(1, 4.074, 4.074 - 4.1023), row(2, 4.036, 4.036 - 4.0409)])
    assert [one for one, _gap in shown] == ["4.07", "4.04"]
    assert shown[1][1].replace("\u00a0", " ") == "< 0.01"


# Other tables, the card, what if


def test_scenarios_beside_each_other(qtbot):
    table = BesideTable()
    qtbot.addWidget(table)
    book = SimpleNamespace(
        scenarios=[SimpleNamespace(id="s", name="S"), SimpleNamespace(id="t", name="T")], steps=lambda x: (x,)
    )
    totals = {(): 4.074, ("s",): 4.036, ("t",): 4.076}

    def reckon(steps):
        base = SimpleNamespace(total=4.074, class_number=6)
        return SimpleNamespace(base=base, result=SimpleNamespace(total=totals[steps], class_number=6), flipped=0.0)

    table.show_book(MODEL, load_palette("own"), book, reckon)
    columns = {column.title: column for column in table.table.model.columns}
    text = table.table.model.text
    assert [text(at, columns["Score"]) for at in range(3)] == ["4.074", "4.036", "4.076"]
    assert [text(at, columns["Diff."]).replace("\u00a0", " ") for at in range(3)] == ["0.00", "−0.04", "< 0.01"]


def test_any_table_of_figures():
    score = FigureColumn("S", "S", "", SCORE, [4.074, None], decimals=[3, 2])
    gap = FigureColumn("D", "D", "", SIGNED, [0.004, -0.0049])
    assert FigureModel.text(0, score) == "4.074" and FigureModel.text(1, score) == "–"
    assert [FigureModel.text(at, gap).replace("\u00a0", " ") for at in (0, 1)] == ["< 0.01", "< 0.01"]


def test_a_waterfall_has_the_decimals_of_its_ends_and_room_for_all_values(qtbot):
    chart = Waterfall()
    qtbot.addWidget(chart)
    steps = (WaterfallStep("a", -0.042), WaterfallStep("b", 0.004))
    chart.set_data(WaterfallData("change", "2022", 4.074, steps, "2024", 4.036))
    box = QRectF(0, 0, 360, 300)
    told = [part.text for part in chart.parts(box)]
    assert told[0] == "2022: 4.074" and told[-1] == "2024: 4.036" and "< 0.01" in told[2].replace("\u00a0", " ")
    letters, plan = chart.lettering(), chart._plan(box, chart._data)
    assert plan.value.width() >= max(letters.bold.width(text) for text in ("4.074", "<\u00a00.01"))
    chart.set_data(WaterfallData("change", "2022", 4.07, (WaterfallStep("a", -0.04),), "2024", 4.03))
    assert chart.parts(box)[0].text == "2022: 4.07"


def test_the_card_says_less_than():
    data = SimpleNamespace(figures=replace(FIGURES, deviation=0.003), is_sketch=False, shown=None)
    assert ScoreCard._basis(True, data).startswith("deviation less than 0.01")
    data.figures = replace(FIGURES, deviation=-0.08)
    assert ScoreCard._basis(True, data).startswith("deviation −0.08")
