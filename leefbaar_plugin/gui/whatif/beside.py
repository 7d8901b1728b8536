# SPDX-License-Identifier: GPL-2.0-or-later
"""All scenarios beside each other for one area, the published situation first."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from qgis.PyQt.QtCore import pyqtSignal
from qgis.PyQt.QtWidgets import QVBoxLayout, QWidget

from ...analysis.scenarios.document import Book, ScenarioStep
from ...engine.errors import LeefbaarError
from ...engine.model import ScoreModel, in_language
from ...engine.models.scenarios import Effect
from ...layers.styles import Palette
from ...plain_text import PlainLabel
from ...translation import language, tr, translated_error
from ...words import formats
from ..widgets.column import CLASS, COUNT, SCORE, SIGNED, TEXT
from ..widgets.figure_model import FigureColumn
from ..widgets.figure_table import FigureTable

_ROWS = 8


class BesideTable(QWidget):
    """A row per scenario: score, class, difference, dwellings of another class. `taken` carries a scenario's id."""

    taken = pyqtSignal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.table = FigureTable("LeefbaarometerScenarios", tr("Scenarios beside each other"), self, _ROWS)
        self._ids: list[str] = []
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.table)
        self.failed = PlainLabel("", self)
        self.failed.setObjectName("LeefbaarometerScenariosFailed")
        self.failed.setWordWrap(True)
        column.addWidget(self.failed)
        self.table.taken.connect(self._take)

    def show_book(
        self, model: ScoreModel, palette: Palette, book: Book, reckon: Callable[[Sequence[ScenarioStep]], Effect]
    ) -> None:
        """Reckon every scenario for the area; one that can't be reckoned has no figures, and why not stands below."""
        self._ids = ["", *(one.id for one in book.scenarios)]
        names = [tr("published"), *(one.name for one in book.scenarios)]
        effects: list[Effect | None] = []
        failed: list[str] = []
        for scenario_id, name in zip(self._ids, names, strict=True):
            try:
                effects.append(reckon(book.steps(scenario_id) if scenario_id else ()))
            except LeefbaarError as problem:
                effects.append(None)
                failed.append(f"{name}: {translated_error(problem)}")
        self.failed.setText("\n".join(failed))
        self.failed.setVisible(bool(failed))
        results = [None if one is None or one.result.total != one.result.total else one for one in effects]
        self._show(model, palette, names, results)

    def _show(
        self, model: ScoreModel, palette: Palette, names: Sequence[str], results: Sequence[Effect | None]
    ) -> None:
        there = [one for one in results if one is not None]
        decimals = formats.decimals_between(*((one.base.total, one.result.total) for one in there))
        self.table.show_columns(
            (
                FigureColumn(tr("Scenario"), tr("Scenario"), "", TEXT, names),
                FigureColumn(
                    tr("Score"),
                    tr("Score in the example"),
                    tr("Worked example, not a forecast"),
                    SCORE,
                    [one and one.result.total for one in results],
                    decimals=[decimals] * len(results),
                ),
                FigureColumn(
                    tr("Class"),
                    tr("Class in the example"),
                    "",
                    CLASS,
                    [one and (one.result.class_number or None) for one in results],
                    palette.colours,
                    [in_language(entry.name, language()) for entry in model.total_classification.classes],
                    rank=2,
                ),
                FigureColumn(
                    tr("Diff."),
                    tr("Difference from the published situation"),
                    "",
                    SIGNED,
                    [one and one.result.total - one.base.total for one in results],
                    rank=3,
                ),
                FigureColumn(
                    tr("Other class"),
                    tr("Dwellings that get another class"),
                    "",
                    COUNT,
                    [one and round(one.flipped) for one in results],
                    rank=1,
                ),
            )
        )

    def _take(self, place: int) -> None:
        if 0 < place < len(self._ids):
            self.taken.emit(self._ids[place])
