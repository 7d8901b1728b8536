# SPDX-License-Identifier: GPL-2.0-or-later
"""The change of one area, large: value with class chip, the shares better and worse, and its five contributions."""

from __future__ import annotations

from qgis.PyQt.QtGui import QResizeEvent
from qgis.PyQt.QtWidgets import QVBoxLayout, QWidget

from ...analysis.change.change_view import OneChange, ThemeChange
from ...analysis.derived import CHANGE
from ...charts.class_chip import ClassChip, ClassChipData
from ...charts.direction_bar import DirectionBar, DirectionData
from ...charts.waterfall import Waterfall, WaterfallData, WaterfallStep
from ...engine.model import ScoreModel, in_language
from ...layers.styles import Palette
from ...layers.views import View, class_styles
from ...plain_text import PlainLabel
from ...translation import language, sentence, tr, trn
from ...words import formats
from ...words.weights import weight_name
from ...words.wording import theme_name
from ..widgets.elided import ElidedLabel
from ..widgets.result_row import ResultRow

_SIZE = 1.9
_ROUNDING = 1e-6


class ChangeFigure(QWidget):
    """Shows a `OneChange`; None shows that there is nothing."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title = PlainLabel(self)
        self.title.setObjectName("LeefbaarometerChangeTitle")
        self.title.setWordWrap(True)
        self.value = PlainLabel(self)
        self.value.setObjectName("LeefbaarometerChangeValue")
        font = self.value.font()
        font.setPointSizeF(font.pointSizeF() * _SIZE)
        font.setBold(True)
        self.value.setFont(font)
        self.chip = ClassChip(self)
        self.theme = ElidedLabel(self)
        self.theme.setObjectName("LeefbaarometerChangeTheme")
        self.ends = PlainLabel(self)
        self.ends.setObjectName("LeefbaarometerChangeEnds")
        self.ends.setWordWrap(True)
        self.own = ElidedLabel(self, muted=True)
        self.own.set_texts("", tr("own calculation"))
        self.own.setObjectName("LeefbaarometerChangeOwn")
        self.own.setToolTip(tr("The ministry's bounds between the classes of change aren't public; these are ours."))
        self.bar = DirectionBar(self)
        self.waterfall = Waterfall(self)
        self.no_waterfall = PlainLabel(self)
        self.no_waterfall.setWordWrap(True)
        self._result = ResultRow(self.value, self.chip, (self.theme, self.own))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self.title)
        column.addLayout(self._result)
        for widget in (self.ends, self.bar, self.no_waterfall, self.waterfall):
            column.addWidget(widget)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """In little width what the change is of stands under it."""
        super().resizeEvent(event)
        self._result.arrange(event.size().width() < self._result.wanted())

    def show_change(
        self,
        model: ScoreModel,
        palette: Palette,
        one: OneChange | None,
        theme: ThemeChange | None,
        is_name: bool = True,
    ) -> None:
        """Show a change of a theme, the total beside it; `is_name` tells that the area is called by a name, which keeps
        its first letter.
        """
        self.setVisible(one is not None and theme is not None)
        if one is None or theme is None:
            return
        name = one.name if is_name else sentence(one.name)
        title = tr("{name}: change {since}–{until}").format(name=name, since=one.since, until=one.until)
        self.title.setText(title)
        self.value.setText(formats.signed_score(theme.value))
        self.theme.set_texts("", next(theme_name(model, known) for known in model.themes if known.id == theme.theme))
        self._show_ends(one, theme.theme == model.total.id)
        self._show_class(model, palette, theme)
        self._show_shares(one, theme)
        self._result.arrange(self.width() < self._result.wanted())
        steps = waterfall_of(model, palette, one)
        self.waterfall.setVisible(steps is not None)
        self.waterfall.set_data(steps)
        text = tr("No dimensions were published for both {since} and {until}, so the change can't be taken apart.")
        self.no_waterfall.setText(text.format(since=one.since, until=one.until))
        self.no_waterfall.setVisible(steps is None and one.total is not None)

    def _show_ends(self, one: OneChange, is_total: bool) -> None:
        """The total score in both years; beside a dimension with its change."""
        before, after = formats.ends(one.before, one.after)
        text = tr("from {before} in {since} to {after} in {until}")
        if not is_total:
            text = tr("total score {change}: from {before} in {since} to {after} in {until}")
        change = formats.signed_difference(one.total)
        self.ends.setText(text.format(before=before, after=after, since=one.since, until=one.until, change=change))
        self.ends.setVisible(one.before is not None and one.after is not None)

    def _show_class(self, model: ScoreModel, palette: Palette, theme: ThemeChange) -> None:
        there = theme.change_class > 0
        self.chip.setVisible(there)
        self.own.setVisible(there and theme.own_class)
        if not there:
            return
        name = model.development_classification.name(theme.change_class, language())
        colour = change_colours(model, palette)[theme.change_class - 1]
        self.chip.set_data(ClassChipData(theme.change_class, name, colour))

    def _show_shares(self, one: OneChange, theme: ThemeChange) -> None:
        self.bar.setVisible(theme.better is not None)
        if theme.better is None or theme.same is None or theme.worse is None:
            return
        title = trn(
            "Share of the {weight} in {squares} square", "Share of the {weight} in {squares} squares", one.squares
        )
        title = title.format(weight=weight_name(one.weight), squares=formats.count(one.squares))
        self.bar.set_data(DirectionData(title, theme.worse, theme.same, theme.better))


def change_colours(model: ScoreModel, palette: Palette) -> list[str]:
    """Colours of the classes of change, from the lowest, as on the map."""
    return [style.colour for style in class_styles(model, View(model.total, 0, CHANGE), palette)]


def change_names(model: ScoreModel) -> list[str]:
    """Number and name of the classes of change, from the lowest."""
    entries = model.development_classification.classes
    return [f"{entry.number} · {in_language(entry.name, language())}" for entry in entries]


def waterfall_of(model: ScoreModel, palette: Palette, one: OneChange) -> WaterfallData | None:
    """From the score of the first year to that of the last: five steps, and one for what no dimension holds."""
    known = {theme: value for theme, value in one.contributions.items() if value is not None}
    if one.before is None or one.after is None or len(known) < len(one.contributions):
        return None
    names = {theme.id: theme for theme in model.dimensions}
    steps = [
        WaterfallStep(
            in_language(names[theme].name, language()), value, note=in_language(names[theme].note, language())
        )
        for theme, value in known.items()
    ]
    if abs(one.reference) > _ROUNDING:
        steps.append(WaterfallStep(tr("national mean"), one.reference))
    rest = one.after - one.before - sum(step.value for step in steps)
    if abs(rest) > _ROUNDING:
        steps.append(WaterfallStep(tr("not explained by dimensions"), rest))
    title = tr("What the change of the total score consists of, {since}–{until}")
    title = title.format(since=one.since, until=one.until)
    colour = palette.colours[one.after_class - 1] if one.after_class else ""
    return WaterfallData(title, str(one.since), one.before, tuple(steps), str(one.until), one.after, colour)
