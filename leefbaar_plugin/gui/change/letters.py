# SPDX-License-Identifier: GPL-2.0-or-later
"""What the letters to parliament report: one figure at a time, for the area in focus or all squares, as a table."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtWidgets import QComboBox, QGridLayout, QSizePolicy, QWidget

from ... import settings
from ...analysis.groups.area_groups import CITIES, groups_of
from ...analysis.groups.group_figures import CoveredGroups, cover_areas, cover_groups
from ...analysis.reported.question import (
    BUURTEN,
    GROUPS,
    THEMES,
    Columns,
    ReportedQuestion,
    all_squares,
    reported_columns,
)
from ...analysis.signals.letters import dates_of, load_reported
from ...analysis.signals.rule_words import words
from ...engine.model import in_language
from ...pack.files.progress import Progress
from ...pack.parts import shortened
from ...plain_text import PlainLabel
from ...translation import language, tr
from ...words.change import left_out_sentence
from ...words.group_kinds import group_kind_names, unlisted_groups
from ...words.weights import weight_name
from ..widgets.elided import ElidedCombo
from ..widgets.figure_table import FigureTable
from ..widgets.wheel_guard import WheelGuard
from ..work import Background
from .letter_columns import letter_columns, warned_rows
from .part import Asked, ChangePart, copy_button, flat_button

FOCUS, TOGETHER, EACH = "focus", "together", "each"
"""What a figure is about besides groups of gemeenten: the area in focus, the areas of the page as one, or by one."""
_OF_THE_PACK = (BUURTEN, THEMES)
TIP = Qt.ItemDataRole.ToolTipRole


class LettersPart(ChangePart):
    """A choice of figures, and the table of the chosen one: the same as the algorithm `reported` writes."""

    def __init__(self, background: Background, parent: QWidget | None = None) -> None:
        super().__init__(background, parent)
        self._moved = False  # whether groups are there because a figure needs them, not because they were chosen
        self.figures = self._combo("LeefbaarometerChangeLetterFigure", tr("Figure"))
        for one in load_reported().values():
            self.figures.addItem(in_language(one.short, language()), one.id)
            self.figures.setItemData(self.figures.count() - 1, in_language(one.title, language()), TIP)
        self.kinds = self._combo("LeefbaarometerChangeLetterGroups", tr("About"))
        subjects = {
            FOCUS: (tr("chosen area, else all"), tr("the chosen area, else all squares")),
            TOGETHER: (tr("areas together"), tr("the areas of the page together")),
            EACH: (tr("every area"), tr("every area of the page")),
        }
        for kind, (name, tip) in subjects.items():
            self.kinds.addItem(name, kind)
            self.kinds.setItemData(self.kinds.count() - 1, tip, TIP)
        for kind, name in group_kind_names().items():
            self.kinds.addItem(name, kind)
        WheelGuard(self).guard(self.figures, self.kinds)
        form = QGridLayout()
        form.setColumnStretch(1, 1)
        self._about = PlainLabel(tr("About"), self)
        for row, (label, combo) in enumerate(
            ((PlainLabel(tr("Figure"), self), self.figures), (self._about, self.kinds))
        ):
            label.setBuddy(combo)
            form.addWidget(label, row, 0)
            form.addWidget(combo, row, 1)
        self.body.insertLayout(0, form)
        self.table = FigureTable("LeefbaarometerChangeLetters", tr("Figure of the letters"), self)
        self.body.addWidget(self.table)
        self.words = self.label("LeefbaarometerChangeLetterWords")
        self.copy = copy_button(self, "LeefbaarometerChangeCopyLetterWords", self.words.text, self.caveat)
        self.copy_table = flat_button(self, tr("Copy table"), "LeefbaarometerChangeCopyLetters")
        self.buttons(self.copy, self.copy_table)
        self.copy_table.clicked.connect(lambda _checked: self.table.copy())
        self.figures.activated.connect(lambda _index: self._choose())
        self.kinds.activated.connect(lambda _index: self._choose_subject())
        self._show_kinds()
        self.show_nothing()

    def _combo(self, name: str, about: str) -> QComboBox:
        combo = ElidedCombo(self)
        combo.setObjectName(name)
        combo.setAccessibleName(about)
        combo.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        combo.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        combo.setMinimumContentsLength(8)
        return combo

    def _choose(self) -> None:
        self._show_kinds()
        self.again()

    def _choose_subject(self) -> None:
        self._moved = False
        self.again()

    def _show_kinds(self) -> None:
        """Figures of the whole pack are about nothing else; groups are compared unless something else was chosen."""
        figure, kind = self.figures.currentData(), self.kinds.currentData()
        if figure == GROUPS and kind == FOCUS:
            self.kinds.setCurrentIndex(self.kinds.findData(CITIES))
            self._moved = True
        elif figure != GROUPS and self._moved:  # what wasn't chosen doesn't stay
            self.kinds.setCurrentIndex(self.kinds.findData(FOCUS))
            self._moved = False
        for widget in (self._about, self.kinds):
            widget.setVisible(figure not in _OF_THE_PACK)

    def subject(self) -> str:
        """Subject of the background work."""
        return "change letters"

    def title(self) -> str:
        """Title of the background work."""
        return tr("Leefbaarometer: making a figure of the letters")

    def why_not(self, asked: Asked) -> str:
        """Why there is no figure: the page has no areas, or too many."""
        if self.figures.currentData() in _OF_THE_PACK or self.kinds.currentData() not in (TOGETHER, EACH):
            return ""
        if asked.too_many:
            return tr("There are too many areas on the page for this figure: choose fewer, or groups of gemeenten.")
        return "" if asked.areas else tr("There are no areas on the page.")

    def work(self, asked: Asked) -> Callable[[Progress], Any]:
        """Make the chosen figure."""
        figure, kind = self.figures.currentData(), self.kinds.currentData()
        question = ReportedQuestion(figure, asked.since, asked.until, limits=settings.load().limits)
        said = language()

        def make(progress: Progress) -> tuple[str, Columns, Sequence[str]]:
            covered = _covered(asked, figure, kind, progress)
            return figure, reported_columns(covered, question, said, progress), covered.left_out

        return make

    def show_found(self, asked: Asked, found: tuple[str, Columns, Sequence[str]]) -> None:
        """Show the table, and which letter it follows."""
        self._set_visible(True)
        figure, columns, parts = found
        self.table.show_columns(letter_columns(figure, columns, asked.model))
        self.warn_of(warned_rows(figure, columns))
        reported, said = load_reported()[figure], words(language())
        kind = "of_letter" if len(reported.letters) == 1 else "of_letters"
        dates = dates_of(reported.letters, language(), said["and"])
        text = said[kind].format(demand=in_language(reported.text, language()), dates=dates)
        names = list(dict.fromkeys(columns.get("group_name", [])))
        about = [names[0]] if len(names) == 1 else []
        weight = asked.references.measurer.weights.kind
        about.append(tr("weight: {weight}").format(weight=weight_name(weight)))
        lacking = [unlisted_groups()] if figure == GROUPS else []
        lacking += [left_out_sentence(len(parts), shortened(parts))] if parts else []
        self.words.setText(" ".join([text, *lacking, " · ".join(about)]))

    def show_nothing(self) -> None:
        """Hide table and words."""
        self._set_visible(False)

    def _set_visible(self, visible: bool) -> None:
        for widget in (self.table, self.words, self.copy, self.copy_table):
            widget.setVisible(visible)


def _covered(asked: Asked, figure: str, kind: str, progress: Progress) -> CoveredGroups:
    """The groups or areas that a figure is about."""
    measurer, focus = asked.references.measurer, asked.focus
    if figure in _OF_THE_PACK:
        return all_squares(measurer)
    if kind in (TOGETHER, EACH):
        areas = [one for one in asked.areas if one.wkb is not None]
        names = [tr("these areas together") if kind == TOGETHER else one.name for one in areas]
        return cover_areas(measurer, [one.wkb for one in areas], names)
    if kind != FOCUS:
        return cover_groups(measurer, groups_of(measurer.pack, kind), progress)
    if focus is not None and focus.wkb is not None:
        return cover_areas(measurer, [focus.wkb], [focus.name])
    return all_squares(measurer)
