# SPDX-License-Identifier: GPL-2.0-or-later
"""Hovering explains terms, in the language of the interface; several changes are followed by one look."""

from __future__ import annotations

import pytest
from qgis.core import QgsProject
from qgis.PyQt.QtWidgets import QLabel, QToolButton, QToolTip

from leefbaar_plugin.charts.painting.colours import ChartColours, ground_of, readable
from leefbaar_plugin.charts.painting.contrast import contrast
from leefbaar_plugin.gui.area.page import AreaPage
from leefbaar_plugin.gui.drawing.areas import Areas
from leefbaar_plugin.gui.drawing.hold import Hold
from leefbaar_plugin.gui.session import Session
from leefbaar_plugin.gui.widgets.terms import explain_by_terms, say_copied, terms_tip
from leefbaar_plugin.gui.widgets.words import Words


def test_terms_in_both_languages(dutch, qtbot):
    label = QLabel("x")
    qtbot.addWidget(label)
    explain_by_terms(label, "coverage", "weight")
    assert "<b>Dekking</b>" in label.toolTip() and "<b>Gewicht</b>" in label.toolTip()
    with pytest.raises(KeyError):
        terms_tip("no such term")


def test_figures_of_the_page_explain_themselves(qgis_new_project, schiedam_folder, tmp_path, monkeypatch, qtbot):
    monkeypatch.setenv("LEEFBAAROMETER_DATA_FOLDER", str(tmp_path))
    session = Session(QgsProject.instance())
    session.open_pack(schiedam_folder)
    areas = Areas(session, None)
    page = AreaPage(session, areas)
    qtbot.addWidget(page)
    for widget in (page.score, page.line, page.method, page.warning, page.source, page.whereabouts):
        assert "<b>" in widget.toolTip(), widget.objectName()
    areas.disconnect_project()
    session.disconnect_project()


def test_copying_is_said(qtbot):
    words = Words()
    qtbot.addWidget(words)
    words.show_texts("A paragraph.", "One fact.\nAnother < fact.")
    words.show()
    words.copy.click()
    assert QToolTip.text() == "Copied"
    assert words.account.text().count("<p") == 2 and "&lt; fact" in words.account.text()
    button = QToolButton()
    qtbot.addWidget(button)
    say_copied(button)


def test_hold_looks_once():
    looked = []
    hold = Hold(lambda: looked.append(1))
    with hold:
        assert hold
        with hold:
            pass
        assert not looked
    assert looked == [1] and not hold
    with pytest.raises(ValueError, match="x"), hold:
        raise ValueError("x")
    assert looked == [1, 1], "also when something went wrong"


def test_colours_on_a_transparent_widget_of_a_dark_theme(qtbot):
    """As in QGIS's Night Mapping: what lies in a scroll area says that it stands on black."""
    outer = QLabel()
    outer.setStyleSheet("QLabel { background-color: #323232; color: #aaaaaa }")
    inner = QLabel(outer)
    inner.setStyleSheet("QLabel { background-color: rgba(0, 0, 0, 0) }")
    qtbot.addWidget(outer)
    outer.show()
    ground = ground_of(inner)
    assert ground.name() == "#323232"
    colours = ChartColours.of(inner.palette(), ground=ground)
    assert contrast(colours.muted.name(), "#323232") >= 4.5
    for index in range(1, 6):
        line = colours.series(index)
        assert contrast(line.name(), "#323232") >= 4.5, line.name()
        assert readable(line, ground, colours.text) == line
