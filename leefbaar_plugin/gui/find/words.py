# SPDX-License-Identifier: GPL-2.0-or-later
"""Why an area was found or not, and the rule in full with its source and caveat, to copy."""

from __future__ import annotations

from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtWidgets import QApplication, QHBoxLayout, QLabel, QToolButton, QVBoxLayout, QWidget

from ...analysis.signals.findings import Findings
from ...charts.class_chip import ClassChip, ClassChipData
from ...engine.signals.judge import FOUND, NOT_FOUND, UNKNOWN
from ...layers.marks import SMALL
from ...plain_text import MarkupLabel, PlainLabel, escaped
from ...translation import language, tr
from ...words import formats
from ..widgets.terms import say_copied

_MARKS = {FOUND: "✓", NOT_FOUND: "✗", UNKNOWN: "?"}
_SMALL = 0.88


class FindWhy(QWidget):
    """The conditions of the rule for one area, each with its value and whether it is met."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title = _made(MarkupLabel(self), "LeefbaarometerFindArea")
        self.chip = ClassChip(self)
        self.short = _made(MarkupLabel(self), "LeefbaarometerFindShort")
        small = self.short.font()
        small.setPointSizeF(small.pointSizeF() * _SMALL)
        self.short.setFont(small)
        self.conditions = _made(MarkupLabel(self), "LeefbaarometerFindWhy")
        row = QHBoxLayout()
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.title, 1)
        row.addWidget(self.chip, 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(1)
        column.addLayout(row)
        column.addWidget(self.short)
        column.addWidget(self.conditions)

    def show_area(self, findings: Findings, place: int, title: str, chip: ClassChipData | None, mark: str = "") -> None:
        """Show why an area has its state; `mark` is what else has to be told of it."""
        said = language()
        outcome = {FOUND: tr("Why found"), NOT_FOUND: tr("Why not found"), UNKNOWN: tr("Why it can't be judged")}
        state = int(findings.judgement.state[place])
        self.title.setText(f"<b>{escaped(title)}</b>")
        self.chip.set_data(chip)
        self.chip.setVisible(chip is not None)
        rows = [(_MARKS[met], text) for text, met in findings.conditions(place, said)]
        explanation = findings.explanation(place, said)
        short = " · ".join(
            f"{_MARKS[met]}{formats.NO_BREAK}{escaped(text)}" for text, met in findings.in_short(place, said)
        )
        self.short.setText(f"<b>{escaped(outcome[state])}:</b> {short}")
        if explanation:
            rows.append(("→", explanation))
        if mark:
            rows.append((SMALL, mark))
        self.conditions.setText(_table(rows))
        self.setVisible(True)


class FindWords(QWidget):
    """The rule in full, with source and caveat, and a button to copy it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.text = _made(PlainLabel(self), "LeefbaarometerFindFullText")
        font = self.text.font()
        font.setPointSizeF(font.pointSizeF() * _SMALL)
        self.text.setFont(font)
        self.copy = QToolButton(self)
        self.copy.setObjectName("LeefbaarometerFindCopyText")
        self.copy.setText(tr("Copy text"))
        self.copy.setToolTip(tr("Put the rule with its source on the clipboard"))
        self.copy.setAutoRaise(True)
        self.copy.clicked.connect(lambda _checked: self._copy())
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(3)
        column.addWidget(self.text)
        column.addWidget(self.copy, 0, Qt.AlignmentFlag.AlignLeft)

    def show_text(self, text: str) -> None:
        """Show these paragraphs."""
        self.text.setText(text)

    def _copy(self) -> None:
        QApplication.clipboard().setText(self.text.text())
        say_copied(self.copy)


def _table(rows: list[tuple[str, str]]) -> str:
    """Marks before sentences, the lines of a sentence below each other."""
    cell = '<td style="padding: 0 5px 3px 0">{}</td>'
    lines = [f"<tr>{cell.format(mark)}{cell.format(escaped(text))}</tr>" for mark, text in rows]
    return f'<table cellspacing="0" cellpadding="0">{"".join(lines)}</table>'


def _made(label: QLabel, name: str) -> QLabel:
    label.setObjectName(name)
    label.setWordWrap(True)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return label
