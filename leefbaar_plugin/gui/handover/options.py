# SPDX-License-Identifier: GPL-2.0-or-later
"""What a report holds beyond the usual, behind the button Change…: since which year, and rings around the areas."""

from __future__ import annotations

from collections.abc import Sequence

from qgis.core import QgsProject
from qgis.PyQt.QtCore import pyqtSignal
from qgis.PyQt.QtWidgets import QComboBox, QGridLayout, QLineEdit, QWidget

from ...analysis.change.surroundings import Ring, parse_distances
from ...engine.errors import InputError
from ...plain_text import PlainLabel
from ...translation import tr

_SCOPE, _KEY = "leefbaarometer", "handover"


class ReportOptions(QWidget):
    """Kept with the project; `changed` is sent after every choice."""

    changed = pyqtSignal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.since = QComboBox(self)
        self.since.setObjectName("LeefbaarometerHandoverSince")
        self.rings = QLineEdit(self)
        self.rings.setObjectName("LeefbaarometerHandoverRings")
        self.rings.setPlaceholderText(tr("none; as 250, 500"))
        self.rings.setToolTip(
            tr("Rings around each area in metres, as 250, 500 or 0-250, 250-500, in report and document")
        )
        grid = QGridLayout(self)
        grid.setContentsMargins(12, 0, 0, 0)
        for row, (text, widget) in enumerate(((tr("Course since"), self.since), (tr("Rings (m)"), self.rings))):
            label = PlainLabel(text, self)
            label.setBuddy(widget)
            grid.addWidget(label, row, 0)
            grid.addWidget(widget, row, 1)
        grid.setColumnStretch(1, 1)
        self.since.activated.connect(lambda _at: self._keep())
        self.rings.editingFinished.connect(self._keep)
        self.restore()

    def show_years(self, years: Sequence[int]) -> None:
        """Offer the years up to the chosen one, the first of them at first."""
        offered = [self.since.itemData(at) for at in range(self.since.count())]
        if offered == list(years):
            return
        kept = self._kept("since")
        self.since.clear()
        for year in years:
            self.since.addItem(str(year), year)
        self.since.setCurrentIndex(max(self.since.findText(kept), 0))

    def years(self, every: Sequence[int]) -> tuple[int, ...]:
        """Those of the years that are wanted."""
        first = self.since.currentData()
        return tuple(year for year in every if first is None or year >= first)

    def wanted_rings(self) -> list[Ring]:
        """The rings; InputError for a text that is none."""
        text = self.rings.text().strip()
        return parse_distances(text) if text else []

    def problem(self) -> InputError | None:
        """What is wrong with the rings."""
        try:
            self.wanted_rings()
        except InputError as problem:
            return problem
        return None

    def restore(self) -> None:
        """Take over what the project keeps."""
        self.rings.setText(self._kept("rings"))
        self.since.setCurrentIndex(max(self.since.findText(self._kept("since")), 0))

    def _keep(self) -> None:
        for name, value in (("rings", self.rings.text().strip()), ("since", self.since.currentText())):
            if self._kept(name) != value:
                QgsProject.instance().writeEntry(_SCOPE, f"{_KEY}/{name}", value)
        self.changed.emit()

    @staticmethod
    def _kept(name: str) -> str:
        return str(QgsProject.instance().readEntry(_SCOPE, f"{_KEY}/{name}", "")[0])
