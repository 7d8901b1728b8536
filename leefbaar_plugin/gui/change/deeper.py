# SPDX-License-Identifier: GPL-2.0-or-later
"""What goes deeper into a change: around the area, monitor, groups, transitions, letters; one at a time."""

from __future__ import annotations

from qgis.PyQt.QtCore import pyqtSignal
from qgis.PyQt.QtWidgets import QButtonGroup, QGridLayout, QVBoxLayout, QWidget

from ...translation import tr
from ..later import later
from ..pages import scroll_to
from ..work import Background
from .around import AroundPart
from .groups import GroupsPart, TransitionsPart
from .letters import LettersPart
from .monitor import MOST_AREAS, MonitorPart
from .part import Asked, ChangePart, flat_button

_IN_A_ROW = 3
"""Buttons beside each other, so that the narrowest panel holds them."""


class ChangeDeeper(QWidget):
    """Buttons that open a part, and close it when clicked again. `layer_wanted` carries a `Result`."""

    layer_wanted = pyqtSignal(object)
    most_areas = MOST_AREAS

    def __init__(self, background: Background, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.around = AroundPart(background, self)
        self.monitor = MonitorPart(background, self)
        self.groups = GroupsPart(background, self)
        self.transitions = TransitionsPart(background, self)
        self.letters = LettersPart(background, self)
        entries = (
            (self.around, "Around", tr("Around it"), tr("The area, rings around it and the rest of its gemeente")),
            (self.monitor, "Monitor", tr("Monitor"), tr("The areas against their gemeenten and the country")),
            (self.groups, "GroupShares", tr("Groups"), tr("G4, G40 and other groups of gemeenten")),
            (self.transitions, "Transitions", tr("Transitions"), tr("From which class to which class")),
            (
                self.letters,
                "Letters",
                tr("Letters"),
                tr("What the letters to parliament report, for this area or all squares"),
            ),
        )
        self._parts: list[ChangePart] = [entry[0] for entry in entries]
        self._group = QButtonGroup(self)
        self._group.setExclusive(False)
        row = QGridLayout()
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(2)
        row.setColumnStretch(_IN_A_ROW, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(row)
        for number, (part, name, text, tip) in enumerate(entries):
            button = flat_button(self, text, f"LeefbaarometerChange{name}", tip)
            button.setCheckable(True)
            self._group.addButton(button, number)
            row.addWidget(button, number // _IN_A_ROW, number % _IN_A_ROW)
            column.addWidget(part)
            part.setVisible(False)
            part.layer_wanted.connect(self.layer_wanted)
        self._group.idClicked.connect(self._open)

    def ask(self, asked: Asked | None) -> None:
        """Ask every part; the one that is open answers."""
        self.setVisible(asked is not None)
        for part in self._parts:
            part.ask(asked)

    def _open(self, number: int) -> None:
        opened = self._group.button(number).isChecked()
        for at, part in enumerate(self._parts):
            shown = opened and at == number
            self._group.button(at).setChecked(shown)
            part.setVisible(shown)
        if opened:  # what a click opens comes into view, with the buttons above it
            later(self, lambda: scroll_to(self))
