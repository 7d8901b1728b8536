# SPDX-License-Identifier: GPL-2.0-or-later
"""The start page: import or open, the last data packs, the demonstration; each with one click, or Enter."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from qgis.PyQt.QtCore import Qt, pyqtSignal
from qgis.PyQt.QtGui import QIcon, QShowEvent
from qgis.PyQt.QtWidgets import QApplication, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from ...charts.painting.tinted_icon import tinted_icon
from ...pack.files.resources import resource_path
from ...plain_text import PlainLabel
from ...translation import tr
from ..importing.known_packs import KnownPack
from .row import FlatButton, StartRow

_MOST = 4
"""Packs that are shown; the dialog has them all."""


class StartPage(QWidget):
    """No data are open. Signals ask for what others do; `pack_wanted` carries a folder, `moved` that of a missing pack.

    `below` is the place for what else waits for the user, such as areas to bring back.
    """

    point_wanted = pyqtSignal()
    import_wanted = pyqtSignal()
    open_wanted = pyqtSignal()
    pack_wanted = pyqtSignal(str)
    moved = pyqtSignal(str)
    demonstration_wanted = pyqtSignal()
    help_wanted = pyqtSignal()
    options_wanted = pyqtSignal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        self._add_missing(column)
        self._add_ways(column)
        self.heading = _heading(self, tr("Opened last"))
        column.addWidget(self.heading)
        self._rows = QVBoxLayout()
        self._rows.setSpacing(2)
        column.addLayout(self._rows)
        self.rows: list[StartRow] = []
        demonstration = StartRow("Demonstration", self._icon("demo"), self)
        demonstration.show_texts(tr("Demonstration Schiedam"), tr("comes along; synthetic squares"), "", tr("Open"))
        demonstration.chosen.connect(self.demonstration_wanted)
        self.demonstration = demonstration.button
        self.demonstration_row = demonstration
        column.addWidget(demonstration)
        self.below = QVBoxLayout()
        column.addLayout(self.below)
        self._add_more(column)
        column.addStretch(1)
        self.offer_missing("")
        self.show_packs([])

    def _add_missing(self, column: QVBoxLayout) -> None:
        self.missing = PlainLabel(self)
        self.missing.setWordWrap(True)
        column.addWidget(self.missing)
        self.point = QPushButton(tr("Point to the data…"), self)
        self.point.setObjectName("LeefbaarometerPointToData")
        self.point.clicked.connect(lambda _checked=False: self.point_wanted.emit())
        column.addWidget(self.point)

    def _add_ways(self, column: QVBoxLayout) -> None:
        self.importing = QPushButton(self._icon("import"), tr("Import data…"), self)
        self.importing.setObjectName("LeefbaarometerImport")
        self.importing.clicked.connect(lambda _checked=False: self.import_wanted.emit())
        self.opening = QPushButton(self._icon("open"), tr("Open…"), self)
        self.opening.setObjectName("LeefbaarometerOpen")
        self.opening.setToolTip(tr("A data pack that was made before, here or elsewhere"))
        self.opening.clicked.connect(lambda _checked=False: self.open_wanted.emit())
        row = QHBoxLayout()
        row.addWidget(self.importing)
        row.addWidget(self.opening)
        row.addStretch(1)
        column.addLayout(row)
        hint = PlainLabel(
            tr(
                "Zips of the Leefbaarometer and of CBS; you can also drop them on the map. Nothing at hand yet? Take "
                "Schiedam below."
            ),
            self,
        )
        hint.setWordWrap(True)
        column.addWidget(hint)

    def _add_more(self, column: QVBoxLayout) -> None:
        row = QHBoxLayout()
        row.setContentsMargins(0, 8, 0, 0)
        self.help = FlatButton("HelpFirst", self._icon("minute"), tr("How it works, in one minute"), self)
        self.help.clicked.connect(lambda _checked=False: self.help_wanted.emit())
        self.options = FlatButton("StartOptions", self._icon("settings"), tr("Options…"), self)
        self.options.clicked.connect(lambda _checked=False: self.options_wanted.emit())
        self.options.setMinimumWidth(self.options.sizeHint().width())  # the shorter one stays whole
        row.addWidget(self.help)
        row.addStretch(1)
        row.addWidget(self.options)
        column.addLayout(row)

    def _icon(self, name: str) -> QIcon:
        return tinted_icon(resource_path("icons", f"{name}.svg"), self.palette())

    def offer_missing(self, name: str) -> None:
        """Offer to point to the data of the project, which can't be opened; '' when nothing is missing."""
        self.missing.setText(tr("The data of this project ({name}) aren't where they were.").format(name=name))
        for widget in (self.missing, self.point):
            widget.setVisible(bool(name))

    def show_packs(self, packs: Sequence[KnownPack]) -> None:
        """Show the packs that were opened last; demonstration data have a row of their own."""
        shown = [pack for pack in packs if not pack.label][:_MOST]
        while len(self.rows) > len(shown):
            row = self.rows.pop()
            self._rows.removeWidget(row)
            row.deleteLater()
        while len(self.rows) < len(shown):
            row = StartRow(f"Pack{len(self.rows) + 1}", self._icon("pack"), self)
            row.chosen.connect(partial(self._open, len(self.rows)))
            self._rows.addWidget(row)
            self.rows.append(row)
        self._shown = shown
        for row, pack in zip(self.rows, shown, strict=True):
            if pack.there is False:
                row.show_texts(pack.title(), tr("not found"), pack.folder, tr("Point to it…"))
            else:
                row.show_texts(pack.title(), pack.about(), pack.folder, tr("Open"))
        self.heading.setVisible(bool(shown))

    def _open(self, at: int) -> None:
        pack = self._shown[at]
        (self.moved if pack.there is False else self.pack_wanted).emit(pack.folder)

    def showEvent(self, event: QShowEvent | None) -> None:
        """Have Enter open the first row, unless the user works somewhere else."""
        super().showEvent(event)
        focus = QApplication.focusWidget()
        if focus is None or not focus.isVisible():
            first = self.rows[0] if self.rows else self.demonstration_row
            first.setFocus(Qt.FocusReason.OtherFocusReason)


def _heading(page: QWidget, text: str) -> QLabel:
    label = PlainLabel(text, page)
    font = label.font()
    font.setBold(True)
    label.setFont(font)
    label.setContentsMargins(0, 8, 0, 0)
    return label
