# SPDX-License-Identifier: GPL-2.0-or-later
"""At 14 points, and in a panel of 330 pixels, nothing of a page is cut off at its side: texts shorten or go below."""

from __future__ import annotations

import pytest
from qgis.core import QgsGeometry
from qgis.PyQt.QtCore import QEvent, QPoint
from qgis.PyQt.QtGui import QHelpEvent, QTextDocument
from qgis.PyQt.QtWidgets import QApplication, QLabel, QToolButton, QWidget

from leefbaar_plugin.gui.citizens.options import OptionsPage
from leefbaar_plugin.gui.widgets.elided_buttons import ElidedCheck, ElidedPush, ElidedRadio
from leefbaar_plugin.pack.official import read_level
from leefbaar_plugin.plain_text import as_tip

from . import test_room
from .test_room import dutch, font  # noqa: F401  fixtures

AREA = "POLYGON ((87520 437330, 87960 437020, 88270 437300, 87860 437570, 87520 437330))"
PAGES = ("area", "compare", "change", "find", "whatif", "relate", "handover")


@pytest.fixture
def panel(font, request):  # noqa: F811
    """The panel of the whole plugin with two areas, one of a long name; the letters are there from its beginning."""
    pixels, width = request.param
    font(pixels)
    made = request.getfixturevalue("a_panel")
    made.plugin.areas.add([("Plangebied Nieuw-Mathenesse oost en omstreken", QgsGeometry.fromWkt(AREA))])
    made.size(width)
    return made


a_panel = pytest.fixture(test_room.panel.__wrapped__ if hasattr(test_room.panel, "__wrapped__") else test_room.panel)


@pytest.fixture
def table(tmp_path, schiedam):
    """A figure per buurt."""
    path = tmp_path / "huur.csv"
    codes = read_level(schiedam, "buurt", outlines=False).code
    path.write_text("buurtcode;huur\n" + "\n".join(f"{code};{20 + at * 37 % 60}" for at, code in enumerate(codes)))
    return path


@pytest.mark.parametrize("panel", [(12, 330), (19, 380)], indirect=True, ids=["330 pixels", "14 points"])
def test_no_page_is_cut_off_at_its_side(panel, table):
    for name in PAGES:
        frame = panel.turn(name)
        if name == "relate":
            frame.page.controls.take_file(table)
            panel.qtbot.waitUntil(lambda frame=frame: bool(shown_tables(frame)), timeout=20_000)
            panel.settle()
        room = frame.scroll.viewport().width()
        inner = frame.scroll.widget()
        assert inner.width() == room and inner.minimumSizeHint().width() <= room, name
        for part in inner.findChildren(QWidget):
            if part.isVisible():
                assert part.mapTo(inner, QPoint(part.width(), 0)).x() <= room, (name, type(part), part.objectName())
        for label in shown_tables(frame):
            assert width_of(label) <= label.width(), (name, label.objectName(), label.text())


def shown_tables(frame):
    """Labels with a table in them."""
    return [one for one in frame.findChildren(QLabel) if one.isVisible() and "<table" in one.text()]


def width_of(label):
    """Pixels that the text of a label takes when it is laid out in its width."""
    text = QTextDocument()
    text.setDefaultFont(label.font())
    text.setDocumentMargin(0)
    text.setHtml(label.text())
    text.setTextWidth(label.width())
    return text.size().width()


@pytest.mark.parametrize("panel", [(19, 380)], indirect=True)
def test_what_an_action_is_called_stays(panel):
    """The button at the right, which has an icon, gives way before those at the left."""
    frame = panel.turn("area")
    names = ["LeefbaarometerJump_trend", "LeefbaarometerJump_words", "LeefbaarometerJump_method"]
    for button in (frame.findChild(QToolButton, name) for name in names):
        assert button.isVisible() and button.width() >= button.sizeHint().width(), button.text()


@pytest.mark.parametrize("panel", [(19, 380)], indirect=True)
def test_names_of_areas_are_told_apart(panel):
    """In the table and in the choice of areas the beginning of a name is shown."""
    panel.turn("area")
    line = panel.dock.page.heading.names.lineEdit()
    assert line.cursorPosition() == 0 and line.text().startswith("Plangebied")
    table = panel.turn("compare").page.table
    letters = table.view.fontMetrics().horizontalAdvance("Plan…")
    assert table.view.columnWidth(0) >= letters
    assert not table.view.isColumnHidden([column.id for column in table.model.columns].index("difference"))


@pytest.mark.parametrize("panel", [(12, 380), (19, 380)], indirect=True, ids=["9 points", "14 points"])
def test_what_a_change_is_of_is_readable(panel):
    figure = panel.turn("change").page.figure
    assert figure.theme.isVisible() and figure.theme.text() == "totaalscore"
    assert figure.theme.width() >= figure.theme.sizeHint().width() - 2


@pytest.mark.parametrize("panel", [(19, 380)], indirect=True)
def test_options_fit_in_the_dialog_of_qgis(panel, qtbot):
    page = OptionsPage(panel.plugin.session)
    qtbot.addWidget(page)
    page.resize(800, 500)
    page.show()
    qtbot.wait(50)
    content = page.preview.parentWidget()
    while content.parentWidget() is not page and not content.parentWidget().objectName().startswith("qt_scrollarea"):
        content = content.parentWidget()
    assert content.minimumSizeHint().width() <= 800
    labels = [one.text() for one in page.findChildren(QLabel)]
    assert not any("[" in text for text in labels)


@pytest.mark.parametrize("kind", [ElidedCheck, ElidedRadio, ElidedPush])
def test_a_text_that_doesnt_fit_is_shortened_and_told(qtbot, monkeypatch, kind):
    said = []
    monkeypatch.setattr(
        "leefbaar_plugin.gui.widgets.elided_buttons.QToolTip.showText", lambda *given: said.append(given[1])
    )
    button = kind("the same squares in all years")
    button.setToolTip("why")
    qtbot.addWidget(button)
    button.resize(button.sizeHint())
    tip = QHelpEvent(QEvent.Type.ToolTip, QPoint(1, 1), QPoint(1, 1))
    assert button.shown_text() == button.text()
    QApplication.sendEvent(button, tip)
    whole = button.grab().toImage()
    button.resize(button.sizeHint().width() - 60, button.height())
    assert button.shown_text().endswith("…") and button.text() == "the same squares in all years"
    assert button.fontMetrics().horizontalAdvance(button.shown_text()) < button.width()
    assert button.grab().toImage() != whole
    QApplication.sendEvent(button, tip)
    assert said == [as_tip("the same squares in all years")]
    assert button.minimumSizeHint().width() < button.sizeHint().width() / 2
    button.setText("ok")
    assert button.minimumSizeHint() == button.sizeHint()
