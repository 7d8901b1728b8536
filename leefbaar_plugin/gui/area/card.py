# SPDX-License-Identifier: GPL-2.0-or-later
"""The figures of an area at a glance: value of the chosen theme, class, rank, distance to the next, and warnings."""

from __future__ import annotations

from dataclasses import dataclass

from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtGui import QResizeEvent
from qgis.PyQt.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from ...analysis.glossary import EXPLAINED_MODEL, glossary
from ...analysis.theme_figures import ThemeFigures, classification_of
from ...charts.class_chip import ClassChip, ClassChipData
from ...engine.areas.figures import AreaFigures
from ...engine.model import ScoreModel, Theme, in_language
from ...layers.styles import Palette
from ...plain_text import PlainLabel, as_tip
from ...translation import language, tr
from ...words import formats
from ...words.rank import rank_tip
from ...words.wording import distance_line, theme_name
from ..pages import scaled
from ..widgets.elided import ElidedLabel
from ..widgets.result_row import ResultRow
from ..widgets.terms import explain_by_terms
from .notes import Notes, small_label

_SCORE_SIZE = 2.2
_NARROW = 300
"""Pixels: in less the theme and the deviation stand under the score."""


@dataclass(frozen=True)
class CardData:
    """What the card shows: figures of the area, of the chosen theme and of the total, and the words of the rank."""

    figures: AreaFigures
    theme: Theme
    shown: ThemeFigures
    total: ThemeFigures
    rank: tuple[str, str]
    is_small: bool = False
    is_sketch: bool = False


class ScoreCard(QWidget):
    """The card. Its labels are those that other parts and tests look at."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.score = PlainLabel(self)
        self.score.setObjectName("LeefbaarometerScore")
        font = self.score.font()
        font.setPointSizeF(font.pointSizeF() * _SCORE_SIZE)
        font.setBold(True)
        self.score.setFont(font)
        self.chip = ClassChip(self)
        self.theme = ElidedLabel(self)
        self.theme.setObjectName("LeefbaarometerScoreTheme")
        self.basis = ElidedLabel(self, muted=True)
        self.basis.setObjectName("LeefbaarometerScoreBasis")
        self.rank = self._label("LeefbaarometerRank")
        self.others = small_label(self, "LeefbaarometerRankOthers")
        for label in (self.rank, self.others):
            label.setToolTip(as_tip(rank_tip()))
        self.line = self._label("LeefbaarometerScoreLine")
        self.companion = PlainLabel(self)
        self.companion.setObjectName("LeefbaarometerTotal")
        self.companion_chip = ClassChip(self, low=True)
        self.notes = Notes(self)
        explain_by_terms(self.score, "score", "reference")
        explain_by_terms(self.line, "reference", "distance")
        explain_by_terms(self.companion, "score", "reference")
        self._build()

    def _label(self, name: str) -> QLabel:
        label = PlainLabel(self)
        label.setObjectName(name)
        label.setWordWrap(True)
        label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        return label

    def _build(self) -> None:
        self._result = ResultRow(self.score, self.chip, (self.theme, self.basis))
        total = QHBoxLayout()
        total.setSpacing(6)
        total.addWidget(self.companion)
        total.addWidget(self.companion_chip)
        total.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addLayout(self._result)
        column.addLayout(total)
        for widget in (self.notes, self.rank, self.others, self.line):
            column.addWidget(widget)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """In little width the theme stands under the score."""
        super().resizeEvent(event)
        self._result.arrange(event.size().width() < scaled(self, _NARROW))

    def show_nothing(self) -> None:
        """There is no score; what the notes say stays."""
        self.score.setText(tr("no score"))
        self.score.setEnabled(True)
        for widget in (self.chip, self.theme, self.basis, self.rank, self.others, self.line):
            widget.setVisible(False)
        self._show_total(False)

    def show_card(self, model: ScoreModel, palette: Palette, data: CardData) -> None:
        """Show the figures of a theme; the total stays in view as its companion."""
        is_total = data.theme.id == model.total.id
        value = data.shown.value
        if value is None:
            self.score.setText(tr("not published"))
        else:
            self.score.setText(formats.score(value) if is_total else formats.signed_score(value))
        self.score.setEnabled(not data.is_small)
        name = theme_name(model, data.theme)
        for widget in (self.theme, self.basis):
            widget.setVisible(True)
        self.theme.set_texts("", tr("{theme} {year}").format(theme=name, year=data.figures.year))
        self.basis.set_texts("", self._basis(is_total, data))
        chip = chip_data(model, palette, data.shown)
        self.chip.set_data(chip)
        self.chip.setVisible(chip is not None)
        for label, text in zip((self.rank, self.others), data.rank, strict=True):
            label.setText(text)
            label.setVisible(bool(text))
        line = distance_line(data.shown)
        self.line.setText(line)
        self.line.setVisible(bool(line))
        self._show_total(not is_total)
        if not is_total:
            self.companion.setText(tr("total score {score}").format(score=formats.score(data.total.value)))
            self.companion_chip.set_data(chip_data(model, palette, data.total))

    def _show_total(self, shown: bool) -> None:
        self.companion.setVisible(shown)
        self.companion_chip.setVisible(shown)

    @staticmethod
    def _basis(is_total: bool, data: CardData) -> str:
        figures = data.figures
        parts = [tr("provisional")] if data.is_sketch else []
        if is_total:  # the figure first: where there is no room the end is cut
            parts.append(tr("deviation {deviation}").format(deviation=formats.signed_difference(figures.deviation)))
        elif data.shown.value is not None:
            parts.append(tr("contribution to the total score"))
        if figures.published:
            parts.append(tr("published"))
        return " · ".join(parts)


def chip_data(model: ScoreModel, palette: Palette, shown: ThemeFigures) -> ClassChipData | None:
    """Class of a theme as a chip; None without a class."""
    classes = classification_of(model, shown.theme)
    if not shown.class_number or classes is None:
        return None
    number = shown.class_number
    is_total = shown.theme == model.total.id
    term = glossary().get(f"class_{number}") if model.id == EXPLAINED_MODEL and is_total else None
    note = in_language(term.text, language()) if term is not None else ""
    if not is_total:
        note = tr("Classes of a dimension are around the reference: class 5 is as the reference.")
    return ClassChipData(number, classes.name(number, language()), palette.colours[number - 1], note, shown.certain)
