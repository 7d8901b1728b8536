# SPDX-License-Identifier: GPL-2.0-or-later
"""What the dock shows when data are open and there is no area yet; each way to one is a click."""

from __future__ import annotations

from qgis.PyQt.QtCore import pyqtSignal
from qgis.PyQt.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from ..plain_text import MarkupLabel, PlainLabel, as_tip, escaped
from ..translation import tr


class FirstAreaPage(QWidget):
    """Data are open and there is no area: the ways to a first one."""

    draw_wanted = pyqtSignal()
    buurt_wanted = pyqtSignal()
    search_wanted = pyqtSignal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        title = MarkupLabel(self)
        title.setText(f"<b>{escaped(tr('Your first area'))}</b>")
        column.addWidget(title)
        self.draw = _button(self, "FirstDraw", tr("Draw it on the map"))
        self.buurt = _button(self, "FirstBuurt", tr("Take the buurt in the middle of the map"))
        self.search = _button(self, "FirstSearch", tr("Search a buurt, wijk or gemeente…"))
        about = (
            (
                self.draw,
                self.draw_wanted,
                tr("Click the corners; the figures follow the cursor. A right click closes the area, Esc stops."),
            ),
            (self.buurt, self.buurt_wanted, tr("One click, and its liveability stands here.")),
            (
                self.search,
                self.search_wanted,
                tr("Type a part of the name in the search box. Enter goes there; the menu of a result takes it over."),
            ),
        )
        for button, signal, text in about:
            button.clicked.connect(signal)
            button.setToolTip(as_tip(text))
            column.addWidget(button)
            column.addWidget(_text(self, text))
        column.addWidget(
            _text(self, tr("Or select polygons in any layer, such as plan contours, and choose “Use selection” above."))
        )
        column.addStretch(1)
        self.without_squares = _text(self, no_squares())
        self.without_squares.setObjectName("LeefbaarometerFirstWithoutSquares")
        column.insertWidget(1, self.without_squares)
        self.without_squares.setVisible(False)

    def offer_buurten(self, there: bool, squares: bool) -> None:
        """Whether the data have buurten to take over, and squares to measure anything with."""
        self.without_squares.setVisible(not squares)
        self.buurt.setEnabled(there and squares)
        self.draw.setEnabled(squares)


def no_squares() -> str:
    """Why nothing of an own area can be shown."""
    return tr("These data have no squares, so areas of your own can't be measured.")


def _button(page: QWidget, name: str, text: str) -> QPushButton:
    button = QPushButton(text, page)
    button.setObjectName(f"Leefbaarometer{name}")
    return button


def _text(page: QWidget, text: str) -> QLabel:
    label = PlainLabel(text, page)
    label.setWordWrap(True)
    return label
