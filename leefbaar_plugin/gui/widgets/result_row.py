# SPDX-License-Identifier: GPL-2.0-or-later
"""A large figure and its class, with what they are of beside them; below them where there is no room."""

from __future__ import annotations

from collections.abc import Sequence

from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtWidgets import QBoxLayout, QGridLayout, QLabel, QWidget


class ResultRow(QGridLayout):
    """Arranged by `arrange`, which the widget that it is in calls when its width changes."""

    def __init__(self, figure: QWidget, chip: QWidget, about: Sequence[QLabel]) -> None:
        super().__init__()
        self._figure, self._chip, self._labels = figure, chip, tuple(about)
        self._about = QBoxLayout(QBoxLayout.Direction.TopToBottom)
        self._about.addStretch(1)
        for label in about:
            self._about.addWidget(label)
        self._about.addStretch(1)
        self.setHorizontalSpacing(8)
        self.setVerticalSpacing(0)
        self.addWidget(figure, 0, 0)
        self.addWidget(chip, 0, 1)
        self.addLayout(self._about, 0, 2)
        self.setColumnStretch(2, 1)
        self._below: bool | None = None
        self.arrange(False)

    def wanted(self) -> int:
        """Pixels in which everything stands beside each other."""
        shown = [one.sizeHint().width() for one in (self._figure, self._chip) if not one.isHidden()]
        widest = max((label.sizeHint().width() for label in self._labels if not label.isHidden()), default=0)
        return sum(shown) + widest + len(shown) * self.horizontalSpacing()

    def arrange(self, below: bool) -> None:
        """What the figure is of stands beside or below it."""
        if below == self._below:
            return
        self._below = below
        self.removeItem(self._about)
        self._about.setDirection(QBoxLayout.Direction.LeftToRight if below else QBoxLayout.Direction.TopToBottom)
        self._about.setSpacing(8 if below else 0)
        if below:
            self.addLayout(self._about, 1, 0, 1, 3)
        else:
            self.addLayout(self._about, 0, 2)
        side = Qt.AlignmentFlag.AlignLeft if below else Qt.AlignmentFlag.AlignRight
        for label in self._labels:
            label.setAlignment(side | Qt.AlignmentFlag.AlignVCenter)
