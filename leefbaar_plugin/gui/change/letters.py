# SPDX-License-Identifier: GPL-2.0-or-later
"""What the letters to parliament report: one figure at a time, for the area in focus or all squares, as a table."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from qgis.PyQt.QtWidgets import QComboBox, QHBoxLayout, QSizePolicy, QWidget

from ... import settings
from ...analysis.groups.area_groups import CITIES, GEMEENTEN, GROUP_KINDS, groups_of
from ...analysis.groups.group_figures import cover_areas, cover_groups
from ...analysis.reported.question import GROUPS, Columns, Question, all_squares, reported_columns
from ...analysis.signals.letters import dates_of, load_reported
from ...analysis.signals.rule_words import words
from ...engine.model import in_language
from ...pack.files.progress import Progress
from ...pack.references.partitions import COROP, PROVINCE, URBANITY
from ...plain_text import PlainLabel
from ...translation import language, tr
from ...words.wording import weight_name
from ..figure_table import FigureTable
from ..wheel_guard import WheelGuard
from ..work import Background
from .letter_columns import letter_columns
from .part import Asked, ChangePart, copy_button, flat_button


class LettersPart(ChangePart):
    """A choice of figures, and the table of the chosen one: the same as the algorithm `reported` writes."""

    def __init__(self, background: Background, parent: QWidget | None = None) -> None:
        super().__init__(background, parent)
        self.figures = self._combo("LeefbaarometerChangeLetterFigure", tr("Figure"))
        for one in load_reported().values():
            self.figures.addItem(in_language(one.title, language()), one.id)
        self.kinds = self._combo("LeefbaarometerChangeLetterGroups", tr("Groups"))
        names = {
            CITIES: tr("country, G4, G40 and the others"),
            URBANITY: tr("classes of urbanity"),
            PROVINCE: tr("provinces"),
            GEMEENTEN: tr("every gemeente"),
            COROP: tr("COROP regions"),
        }
        for kind in GROUP_KINDS:
            self.kinds.addItem(names[kind], kind)
        WheelGuard(self).guard(self.figures, self.kinds)
        label = PlainLabel(tr("Figure"), self)
        label.setBuddy(self.figures)
        row = QHBoxLayout()
        row.addWidget(label)
        row.addWidget(self.figures, 1)
        self.body.insertLayout(0, row)
        self.body.insertWidget(1, self.kinds)
        self.table = FigureTable("LeefbaarometerChangeLetters", tr("Figure of the letters"), self)
        self.body.addWidget(self.table)
        self.words = self.label("LeefbaarometerChangeLetterWords")
        self.copy = copy_button(self, "LeefbaarometerChangeCopyLetterWords", self.words.text, self.caveat)
        self.copy_table = flat_button(self, tr("Copy table"), "LeefbaarometerChangeCopyLetters")
        self.buttons(self.copy, self.copy_table)
        self.copy_table.clicked.connect(lambda _checked: self.table.copy())
        self.figures.activated.connect(lambda _index: self._choose())
        self.kinds.activated.connect(lambda _index: self.again())
        self._show_kinds()
        self.show_nothing()

    def _combo(self, name: str, about: str) -> QComboBox:
        combo = QComboBox(self)
        combo.setObjectName(name)
        combo.setAccessibleName(about)
        combo.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        combo.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        combo.setMinimumContentsLength(8)
        return combo

    def _choose(self) -> None:
        self._show_kinds()
        self.again()

    def _show_kinds(self) -> None:
        self.kinds.setVisible(self.figures.currentData() == GROUPS)

    def subject(self) -> str:
        """Subject of the background work."""
        return "change letters"

    def title(self) -> str:
        """Title of the background work."""
        return tr("Leefbaarometer: making a figure of the letters")

    def work(self, asked: Asked) -> Callable[[Progress], Any]:
        """Make the chosen figure."""
        figure, kind, measurer = self.figures.currentData(), self.kinds.currentData(), asked.references.measurer
        question = Question(figure, asked.since, asked.until, limits=settings.load().limits)
        focus, said = asked.focus, language()

        def make(progress: Progress) -> tuple[str, Columns]:
            if figure == GROUPS:
                covered = cover_groups(measurer, groups_of(measurer.pack, kind))
            elif focus is not None and focus.wkb is not None:
                covered = cover_areas(measurer, [focus.wkb], [focus.name])
            else:
                covered = all_squares(measurer)
            return figure, reported_columns(covered, question, said, progress)

        return make

    def show_found(self, asked: Asked, found: tuple[str, Columns]) -> None:
        """Show the table, and which letter it follows."""
        self._set_visible(True)
        figure, columns = found
        self.table.show_columns(letter_columns(figure, columns, asked.model))
        reported, said = load_reported()[figure], words(language())
        kind = "of_letter" if len(reported.letters) == 1 else "of_letters"
        dates = dates_of(reported.letters, language(), said["and"])
        text = said[kind].format(demand=in_language(reported.text, language()), dates=dates)
        names = list(dict.fromkeys(columns.get("group_name", [])))
        about = [names[0]] if len(names) == 1 else []
        weight = asked.references.measurer.weights.kind
        about.append(tr("weight: {weight}").format(weight=weight_name(weight)))
        self.words.setText(f"{text} {' · '.join(about)}")

    def show_nothing(self) -> None:
        """Hide table and words."""
        self._set_visible(False)

    def _set_visible(self, visible: bool) -> None:
        for widget in (self.table, self.words, self.copy, self.copy_table):
            widget.setVisible(visible)
