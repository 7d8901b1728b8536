# SPDX-License-Identifier: GPL-2.0-or-later
"""What the dock shows when there is nothing to show yet: no data, and no area; each leads on with one click."""

from __future__ import annotations

from pathlib import Path

from qgis.PyQt.QtCore import pyqtSignal
from qgis.PyQt.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from ..translation import tr


class StartPage(QWidget):
    """No data are open: import, demonstration, the last ones."""

    point_wanted = pyqtSignal()
    import_wanted = pyqtSignal()
    demonstration_wanted = pyqtSignal()
    last_pack_wanted = pyqtSignal()
    help_wanted = pyqtSignal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        self.missing = _text(self, "")
        column.addWidget(self.missing)
        self.point = _button(self, "PointToData", tr("Point to the data…"))
        column.addWidget(self.point)
        self.point.clicked.connect(self.point_wanted)
        self.offer_missing("")
        column.addWidget(
            _text(
                self,
                tr(
                    "No data are open yet. Import the zips that you downloaded from the Leefbaarometer (you can also "
                    "drop them on the map), or try the plugin with the demonstration data of Schiedam."
                ),
            )
        )
        self.last = _button(self, "LastPack", "")
        self.demonstration = _button(self, "Demonstration", tr("Try it with the demonstration data"))
        self.demonstration.setToolTip(tr("Comes with the plugin; nothing is downloaded. Takes a few seconds."))
        self.importing = _button(self, "Import", tr("Import data…"))
        self.help = _button(self, "HelpFirst", tr("How it works, in one minute"))
        for button, signal in (
            (self.last, self.last_pack_wanted),
            (self.importing, self.import_wanted),
            (self.demonstration, self.demonstration_wanted),
            (self.help, self.help_wanted),
        ):
            button.clicked.connect(signal)
            column.addWidget(button)
        column.addStretch(1)

    def offer_missing(self, name: str) -> None:
        """Offer to point to the data of the project, which can't be opened; '' when nothing is missing."""
        self.missing.setText(tr("The data of this project ({name}) aren't where they were.").format(name=name))
        for widget in (self.missing, self.point):
            widget.setVisible(bool(name))

    def offer_last(self, folder: Path | None) -> None:
        """Offer the data that were open last; None when there are none."""
        self.last.setVisible(folder is not None)
        if folder is not None:
            self.last.setText(tr("Open the last data ({name})").format(name=folder.name))


class FirstAreaPage(QWidget):
    """Data are open and there is no area: the ways to a first one."""

    draw_wanted = pyqtSignal()
    buurt_wanted = pyqtSignal()
    search_wanted = pyqtSignal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        title = QLabel(f"<b>{tr('Your first area')}</b>", self)
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
            button.setToolTip(text)
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
    label = QLabel(text, page)
    label.setWordWrap(True)
    return label
