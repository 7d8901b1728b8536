# SPDX-License-Identifier: GPL-2.0-or-later
"""The figure of the page "Find": how many were found, who lives there, what can't be judged, and the work under way."""

from __future__ import annotations

from qgis.PyQt.QtCore import Qt, pyqtSignal
from qgis.PyQt.QtWidgets import QHBoxLayout, QLabel, QProgressBar, QSizePolicy, QToolButton, QVBoxLayout, QWidget

from ... import settings
from ...analysis.signals.findings import Findings
from ...analysis.signals.found_summary import compared, is_same_areas
from ...analysis.signals.rule_words import words
from ...layers.marks import count_sentence
from ...plain_text import PlainLabel, as_tip
from ...translation import language, tr
from ...words import formats
from ...words.weights import counted_weight
from ..widgets.elided import ElidedLabel
from .search import SearchOutcome
from .totals import against_lines, within_lines

_BIG, _SMALL = 2.0, 0.88
_LEAST = 60


class FindFigure(QWidget):
    """Shows an outcome; `lower` holds what is less urgent, `beside` has room for a choice.

    `cancel_wanted` and `again_wanted` are the buttons for a search that takes long, or that was cancelled.
    """

    cancel_wanted = pyqtSignal()
    again_wanted = pyqtSignal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.number = PlainLabel(self)
        self.number.setObjectName("LeefbaarometerFindNumber")
        font = self.number.font()
        font.setPointSizeF(font.pointSizeF() * _BIG)
        font.setBold(True)
        self.number.setFont(font)
        self.of = self._label("LeefbaarometerFindOf")
        self.change = self._label("LeefbaarometerFindChange")
        self.within = self._label("LeefbaarometerFindWithin", small=True)
        self.counts = ElidedLabel(self, muted=True)
        self.counts.setObjectName("LeefbaarometerFindCounts")
        self.within.setToolTip(
            tr("Counts of CBS in the squares with a score, each place once; counts that are missing are estimated")
        )
        self.against = self._label("LeefbaarometerFindAgainstWords", small=True)
        self.unknown = self._label("LeefbaarometerFindUnknown")
        self.notes = self._label("LeefbaarometerFindNotes", small=True)
        self.bar = QProgressBar(self)
        self.bar.setTextVisible(False)
        self.bar.setMaximumHeight(8)
        self.bar.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.bar.setAccessibleName(tr("Progress of the search"))
        self.cancel = self._button(tr("Cancel"), "LeefbaarometerFindCancel")
        self.again = self._button(tr("Search again"), "LeefbaarometerFindAgain")
        self.cancel.clicked.connect(lambda _checked: self.cancel_wanted.emit())
        self.again.clicked.connect(lambda _checked: self.again_wanted.emit())
        self._build()
        self.show_idle()

    def _label(self, name: str, small: bool = False) -> QLabel:
        label = PlainLabel(self)
        label.setObjectName(name)
        label.setWordWrap(True)
        label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        if small:
            font = label.font()
            font.setPointSizeF(font.pointSizeF() * _SMALL)
            label.setFont(font)
        return label

    def _button(self, text: str, name: str) -> QToolButton:
        button = QToolButton(self)
        button.setObjectName(name)
        button.setText(text)
        return button

    def _build(self) -> None:
        said = QVBoxLayout()
        said.setSpacing(0)
        for label in (self.of, self.within):
            label.setMinimumWidth(_LEAST)  # they wrap
        said.addWidget(self.of)
        said.addWidget(self.counts)
        top = self.beside = QHBoxLayout()
        top.setSpacing(8)
        top.addWidget(self.number)
        top.addLayout(said, 1)
        self._work = QWidget(self)
        work = QHBoxLayout(self._work)
        work.setContentsMargins(0, 0, 0, 0)
        work.addWidget(self.bar, 1)
        work.addWidget(self.cancel)
        work.addWidget(self.again)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(3)
        column.addLayout(top)
        column.addWidget(self._work)
        self.lower = QWidget(self)
        self.below = QVBoxLayout(self.lower)
        self.below.setContentsMargins(0, 0, 0, 0)
        self.below.setSpacing(3)
        for label in (self.change, self.within, self.against, self.unknown, self.notes):
            self.below.addWidget(label)

    def show_outcome(self, outcome: SearchOutcome, before: Findings | None) -> None:
        """Show what was found, and the difference with what was found before."""
        findings, summary = outcome.findings, outcome.summary
        levels = words(language())["levels" if summary.areas != 1 else "one_of_level"]
        areas = levels.get(findings.areas.level, findings.areas.level)
        self.number.setText(formats.count(summary.found))
        of = tr("of {count} {areas} in {year}").format(
            count=formats.count(summary.areas), areas=areas, year=findings.year
        )
        self.of.setText(of)
        self._show_change(findings, before)
        lines = within_lines(summary)
        self.within.setText("\n".join(lines))
        self.within.setVisible(bool(lines) and summary.found > 0)
        counts = [counted_weight(count, kind) for kind, count in list(summary.within.items())[:2]]
        self.counts.set_texts("", " · ".join(counts), tip="\n".join(lines))
        self.counts.setVisible(bool(counts) and summary.found > 0)
        self.against.setText("" if outcome.against is None else "\n".join(against_lines(outcome.against)))
        self.against.setVisible(outcome.against is not None)
        self.unknown.setText(_unknown(outcome))
        self.unknown.setVisible(summary.unknown > 0)
        small = settings.load().smallest_inhabitants
        said = [note.text(language()) for note in findings.notes]
        notes = "\n".join(text for text in [*said, count_sentence(findings.marks, small)] if text)
        self.notes.setText(notes)
        self.notes.setVisible(bool(notes))
        self.show_idle()

    def _show_change(self, findings: Findings, before: Findings | None) -> None:
        self.change.setVisible(before is not None)
        if before is None:
            return
        more = findings.count() - before.count()
        number = formats.count(abs(more))
        if more:
            text = tr("{count} more than before") if more > 0 else tr("{count} fewer than before")
            self.change.setText(text.format(count=number))
        else:
            self.change.setText(tr("as many as before"))
        self.change.setToolTip("")
        if is_same_areas(before, findings):
            came, went = compared(before, findings)
            self.change.setToolTip(
                as_tip(
                    tr("found now and not before: {came}; not found any more: {went}").format(
                        came=formats.count(came), went=formats.count(went)
                    )
                )
            )

    def show_working(self) -> None:
        """A search is under way; what stands there is that of before."""
        self.bar.setValue(0)
        self._show_work(bar=True, again=False)

    def show_progress(self, percent: float) -> None:
        """So much of the search is done."""
        self.bar.setValue(round(percent))

    def show_idle(self, again: bool = False) -> None:
        """No search is under way; `again` offers to begin one, after one that was cancelled."""
        self._show_work(bar=False, again=again)

    def _show_work(self, bar: bool, again: bool) -> None:
        self.bar.setVisible(bar)
        self.cancel.setVisible(bar)
        self.again.setVisible(again)
        self._work.setVisible(bar or again)
        for label in (self.number, self.of, self.change, self.within, self.against, self.unknown):
            label.setEnabled(not bar and not again)


def _unknown(outcome: SearchOutcome) -> str:
    """How many areas can't be judged, and why."""
    summary = outcome.summary
    others = summary.unknown - summary.unscored
    if not others:
        text = tr("{count} can't be judged: no square in them has a score in {year}.")
    elif not summary.unscored:
        text = tr("{count} can't be judged, because a figure is missing.")
    else:
        text = tr(
            "{count} can't be judged: of {unscored} no square has a score in {year}, of {others} a figure is missing."
        )
    return text.format(
        count=formats.count(summary.unknown),
        unscored=formats.count(summary.unscored),
        others=formats.count(others),
        year=outcome.findings.year,
    )
