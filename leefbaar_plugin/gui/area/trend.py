# SPDX-License-Identifier: GPL-2.0-or-later
"""The trend of an area against references: on the squares that every year has, or on the same squares in all years."""

from __future__ import annotations

from collections.abc import Sequence

from qgis.PyQt.QtWidgets import QVBoxLayout, QWidget

from ...analysis.references.reference import Reference
from ...analysis.same_squares import squares_on_same, trend_on_same
from ...charts.figure_data import trend_data
from ...charts.trend import TrendChart
from ...engine.areas.figures import AreaFigures, figures_of
from ...plain_text import PlainLabel
from ...translation import tr
from ...words import formats
from ..references import ReferenceBook
from ..session import Session
from ..widgets.elided_buttons import ElidedCheck

_SCOPE, _KEY = "leefbaarometer", "same_squares"


class AreaTrend(QWidget):
    """The chart, and below it a choice for areas of which some squares have no score in every year."""

    def __init__(self, session: Session, book: ReferenceBook, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session, self._book = session, book
        self._last: tuple[str, AreaFigures, bytes | None, tuple[Reference, ...]] | None = None
        self.chart = TrendChart(self)
        self.same = ElidedCheck(tr("the same squares in all years"), self)
        self.same.setObjectName("LeefbaarometerTrendSameSquares")
        self.same.setToolTip(tr("Only squares with a score in all years count, so that new ones make no change"))
        self.note = PlainLabel(self)
        self.note.setObjectName("LeefbaarometerTrendNote")
        self.note.setWordWrap(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        for widget in (self.chart, self.same, self.note):
            column.addWidget(widget)
        self.same.clicked.connect(self._choose)

    def show_area(
        self, name: str, figures: AreaFigures, outline: bytes | None, references: Sequence[Reference]
    ) -> None:
        """Show the trend of an area by its figures (outline: WKB in EPSG:28992), against references."""
        self._last = (name, figures, outline, tuple(references))
        session = self._session
        measurable = outline is not None and session.pack is not None and session.pack.grid is not None
        # the trend of an official area is as published, whichever squares it has
        measured = measurable and len(figures.published_years) < len(figures.years)
        there, left_out = squares_on_same(session.measurer, outline) if measured else (0, 0)
        possible = there > 0 and left_out > 0
        wanted = possible and session.project.readBoolEntry(_SCOPE, _KEY, False)[0]
        self.same.setVisible(left_out > 0)
        self.same.setEnabled(possible)
        self.same.setChecked(wanted)
        self.note.setVisible(left_out > 0)
        if left_out:
            self._explain(there, left_out, wanted)
        area, others = figures, [(one.label, one.figures) for one in references]
        if wanted:
            same = trend_on_same(session.measurer, [outline], None, [(name,)])
            area = figures_of(session.model, same.scores, 0, figures.year)
            known = [(one.label, self._book.on_same_squares(one)) for one in references]
            others = [(label, of_same) for label, of_same in known if of_same is not None]
        self.chart.set_data(trend_data(session.model, session.theme, [(name, area)], others, session.palette))

    def _explain(self, there: int, left_out: int, wanted: bool) -> None:
        text = (
            tr("Squares without a score in every year, left out of the trend: {count} of {squares}.")
            if wanted
            else tr("Squares without a score in every year: {count} of {squares}; each counts in the years it has one.")
        )
        self.note.setText(text.format(count=formats.count(left_out), squares=formats.count(there + left_out)))

    def _choose(self, same: bool) -> None:
        self._session.project.writeEntry(_SCOPE, _KEY, same)
        if self._last is not None:
            self.show_area(*self._last)
