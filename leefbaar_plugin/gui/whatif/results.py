# SPDX-License-Identifier: GPL-2.0-or-later
"""The result of a scenario beside the published situation: score, class, difference, distance, dwellings per class."""

from __future__ import annotations

from dataclasses import dataclass

from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtWidgets import QGridLayout, QLabel, QVBoxLayout, QWidget

from ...analysis.scenarios.effects import AreaEffect
from ...analysis.scenarios.shown import total_figures
from ...analysis.theme_figures import ThemeFigures
from ...charts.class_bar import ClassBar, ClassBarData, ClassShare
from ...charts.class_chip import ClassChip
from ...engine.model import ScoreModel, in_language
from ...layers.styles import Palette
from ...plain_text import PlainLabel, as_tip
from ...translation import language, sentence, tr, trn
from ...words import formats
from ...words.weights import counted_weight, weight_name
from ...words.wording import distance_line, theme_name
from ..area.card import chip_data
from ..widgets.elided import ElidedLabel
from ..widgets.terms import explain_by_terms

_SIZE, _NOW_SIZE = 1.9, 1.6


@dataclass(frozen=True)
class ScenarioResult:
    """What is shown: the effect in a year, and the weight it was reckoned by."""

    model: ScoreModel
    palette: Palette
    found: AreaEffect
    year: int
    weight: str


class Results(QWidget):
    """Base at the left, result in the middle, difference at the right; below them the dwellings per class."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.titles = [ElidedLabel(self, muted=True) for _ in range(3)]
        self.scores = [self._large(_NOW_SIZE), self._large(_SIZE), self._large(_NOW_SIZE)]
        self.base, self.result, self.difference = self.scores
        self.chips = [ClassChip(self), ClassChip(self)]
        self.steps = ElidedLabel(self, muted=True)
        self.steps.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.distance = PlainLabel(self)
        self.distance.setObjectName("LeefbaarometerWhatIfDistance")
        self.distance.setWordWrap(True)
        self.bar = ClassBar(self)
        self.flipped = PlainLabel(self)
        self.flipped.setObjectName("LeefbaarometerWhatIfFlipped")
        self.flipped.setWordWrap(True)
        explain_by_terms(self.distance, "reference", "distance")
        self._build()

    def _large(self, size: float) -> QLabel:
        label = PlainLabel(self)
        font = label.font()
        font.setPointSizeF(font.pointSizeF() * size)
        font.setBold(True)
        label.setFont(font)
        return label

    def _build(self) -> None:
        grid = QGridLayout()
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(1)
        for at in (0, 1, 2):
            grid.addWidget(self.titles[at], 0, at)
            grid.addWidget(self.scores[at], 1, at)
            grid.setColumnStretch(at, 1)
        right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        self.titles[2].setAlignment(right)
        self.difference.setAlignment(right)
        grid.addWidget(self.chips[0], 2, 0)
        grid.addWidget(self.chips[1], 2, 1)
        grid.addWidget(self.steps, 2, 2)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(3)
        column.addLayout(grid)
        for widget in (self.distance, self.bar, self.flipped):
            column.addWidget(widget)

    def show_result(self, shown: ScenarioResult) -> None:
        """Show an effect."""
        model, effect = shown.model, shown.found.effect
        base, result = total_figures(model, effect.base), total_figures(model, effect.result)
        name = theme_name(model, model.total)
        self.titles[0].set_texts("", tr("{theme} {year}").format(theme=name, year=shown.year))
        self.titles[1].set_texts("", tr("in this example"))
        self.titles[2].set_texts("", tr("difference"))
        decimals = formats.decimals_between((base.value, result.value))
        for label, chip, figures in zip(self.scores, self.chips, (base, result), strict=False):
            label.setText(formats.number(figures.value, decimals) if figures.value is not None else tr("no score"))
            data = chip_data(model, shown.palette, figures)
            chip.set_data(data)
            chip.setVisible(data is not None)
        difference = effect.result.total - effect.base.total
        error = shown.found.error
        self.difference.setText(formats.signed_score(difference))
        text = tr("standard error ± {error}, by the surrogate")
        self.difference.setToolTip(as_tip(text.format(error=formats.score(error)) if error else ""))
        if error:
            self.titles[2].set_texts("", tr("difference ± {error}").format(error=formats.score(error)))
        self.steps.set_texts("", class_steps(result.class_number - base.class_number) if result.class_number else "")
        self.distance.setText(distance_line(result))
        self.distance.setVisible(bool(self.distance.text()))
        self.bar.setVisible(result.unfavourable is not None)
        if result.unfavourable is not None:
            self.bar.set_data(_bar(shown, base, result))
        self.flipped.setText(_flipped(shown))


def class_steps(steps: int) -> str:
    """How many classes higher or lower."""
    if not steps:
        return tr("same class")
    if steps > 0:
        text = trn("one class higher", "{count} classes higher", steps)
    else:
        text = trn("one class lower", "{count} classes lower", steps)
    return text.format(count=abs(steps))


def _bar(shown: ScenarioResult, base: ThemeFigures, result: ThemeFigures) -> ClassBarData:
    model = shown.model
    classes = model.total_classification.classes
    now = [tr("now {value}").format(value=formats.percentage(share)) for share in base.shares]
    shares = tuple(
        ClassShare(entry.number, in_language(entry.name, language()), colour, share or 0.0, note)
        for entry, colour, share, note in zip(classes, shown.palette.colours, result.shares, now, strict=True)
    )
    lowest = max(model.unfavourable_classes)
    summary = tr("{name} or lower: {share}").format(
        name=in_language(classes[lowest - 1].name, language()), share=formats.percentage(result.unfavourable)
    )
    title = tr("{weight} per class, in this example").format(weight=sentence(weight_name(shown.weight)))
    beside = tr("now {value}").format(value=formats.percentage(base.unfavourable))
    return ClassBarData(title, shares, summary, lowest, beside)


def _flipped(shown: ScenarioResult) -> str:
    effect = shown.found.effect
    # the dwellings that stay are those of which a class can change
    count, total = effect.flipped, effect.base.weight
    text = trn("{count} of {total} gets another class", "{count} of {total} get another class", count)
    values = {"count": formats.count(count), "total": counted_weight(total, shown.weight)}
    if round(effect.result.weight - total):
        values["change"] = formats.number(effect.result.weight - total, 0, signed=True)
        text += tr("; in number {change}")
    return text.format(**values)
