# SPDX-License-Identifier: GPL-2.0-or-later
"""The small tools that keep text from files text: labels, tips, captions, messages, log, map tips."""

from __future__ import annotations

import pytest
from qgis.core import QgsApplication, QgsExpression, QgsExpressionContext, QgsFeature
from qgis.gui import QgsMessageBar
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtGui import QTextDocument
from qgis.PyQt.QtWidgets import QLabel, QMessageBox, QPushButton, QTextBrowser

from leefbaar_plugin.engine.errors import InputError
from leefbaar_plugin.gui.messages import Messages
from leefbaar_plugin.layers.styles import html_of
from leefbaar_plugin.plain_text import MarkupLabel, PlainBox, PlainLabel, as_tip, caption, escaped

from .conftest import areas_layer

NAMES = ["Zuid", "<b", "<b>Zuid</b>", "a & b", "a &amp; b", "<50 & klein", "een\ntwee", '<img src="file:///x.png">']


def read(html):
    document = QTextDocument()
    document.setHtml(html)
    return document.toPlainText()


@pytest.mark.parametrize("name", NAMES)
def test_escaped_reads_back(name):
    assert read(f"<p>{escaped(name)}</p>") == name


@pytest.mark.parametrize("name", [*NAMES, "x" * 5000])
def test_a_tip_reads_as_the_name(qgis_app, name):
    made = as_tip(name)
    assert (read(made) if Qt.mightBeRichText(made) else made) == name
    assert (made == name) == ("<" not in name and len(name) < 200), "what is no markup stays as it is"


def test_captions_keep_their_ampersand(qgis_app):
    assert QPushButton(caption("Wonen & werken")).text() == "Wonen && werken"


@pytest.mark.parametrize("name", NAMES)
def test_a_plain_label_shows_letters(qgis_app, name):
    label = PlainLabel(name)
    assert label.textFormat() == Qt.TextFormat.PlainText and label.text() == name
    widest = max(QLabel(line).fontMetrics().horizontalAdvance(line) for line in name.split("\n"))
    assert label.sizeHint().width() >= widest - 2


@pytest.mark.parametrize("name", NAMES)
def test_a_box_shows_letters_in_both_its_texts(qgis_app, name):
    box = PlainBox(QMessageBox.Icon.Question, "Leefbaarometer", name)
    box.setInformativeText(f"{name}, too")
    labels = {label.text(): label.textFormat() for label in box.findChildren(QLabel) if label.text()}
    assert labels == {name: Qt.TextFormat.PlainText, f"{name}, too": Qt.TextFormat.PlainText}
    box.setInformativeText("another")
    assert Qt.TextFormat.PlainText in [one.textFormat() for one in box.findChildren(QLabel) if one.text() == "another"]


@pytest.mark.parametrize("kind", [PlainLabel, MarkupLabel])
def test_an_endless_word_doesnt_widen_a_panel(qgis_app, kind):
    label = kind()
    label.setText("x" * 5000)
    label.setWordWrap(True)
    assert label.minimumSizeHint().width() <= 200
    label.setText("Zuid")
    assert label.minimumSizeHint().width() < 100
    plain = kind()
    plain.setText("x" * 300)
    assert plain.minimumSizeHint().width() > 1000, "one line is what was asked for"


@pytest.mark.parametrize("name", NAMES)
def test_messages_and_log(qgis_app, name):
    bar, logged = QgsMessageBar(), []
    QgsApplication.messageLog().messageReceived.connect(lambda text, tag, _level: logged.append((text, tag)))
    messages = Messages(bar)
    messages.info(f"{name} was deleted.", "Undo", lambda: None)
    messages.error(InputError("{file} can't be read: {problem}.", file=name, problem="no & yes"))
    shown = [item.findChildren(QTextBrowser)[0].toPlainText() for item in bar.items()]
    said = [f"{name} was deleted.", f"{name} can't be read: no & yes."]
    assert sorted(shown) == sorted(f"Leefbaarometer: {one}" for one in said)
    # the log tab makes a line break of \n by itself
    assert [read(text.replace("\n", "<br>")) for text, tag in logged if tag == "Leefbaarometer"] == said


@pytest.mark.parametrize("name", [*NAMES, "[% 1 + 1 %]", "'quoted' \"twice\""])
def test_a_field_in_a_map_tip(qgis_app, name):
    layer = areas_layer("POLYGON((0 0, 1 0, 1 1, 0 0))", fields='&field=naam"tje:string')
    feature = QgsFeature(next(layer.getFeatures()))
    feature.setAttribute(0, name)
    context = QgsExpressionContext()
    context.setFields(layer.fields())
    context.setFeature(feature)
    field = layer.fields()[0].name()
    assert read(QgsExpression.replaceExpressionText(f"<b>[% {html_of(field)} %]</b>", context)) == name
