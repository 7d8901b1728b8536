# SPDX-License-Identifier: GPL-2.0-or-later
"""A list of references to compare with; what can't be chosen stands there in grey, with the reason."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from qgis.PyQt.QtCore import Qt, pyqtSignal
from qgis.PyQt.QtGui import QFont, QStandardItem, QStandardItemModel
from qgis.PyQt.QtWidgets import QComboBox, QSizePolicy, QWidget

from ...plain_text import as_tip
from ...translation import tr
from .elided import ElidedCombo

_LEAST = 6
"""Letters that are always shown."""


@dataclass(frozen=True)
class ReferenceEntry:
    """A reference in a list: `label` for the list, `tip` explains it; when it isn't `enabled`, `reason` says why.

    A heading is no reference, but stands above those that follow.
    """

    id: str
    label: str
    tip: str = ""
    reason: str = ""
    is_heading: bool = False

    @property
    def enabled(self) -> bool:
        """Whether it can be chosen."""
        return not self.reason and not self.is_heading


class ReferenceChoice(ElidedCombo):
    """Combo of references; `chosen` carries the id of one that the user chose."""

    chosen = pyqtSignal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown: tuple[ReferenceEntry, ...] = ()
        self.setModel(QStandardItemModel(self))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(_LEAST)
        self.setAccessibleName(tr("Compare with"))
        self.activated.connect(lambda index: self.chosen.emit(self.itemData(index)))

    def show_choices(self, choices: Sequence[ReferenceEntry], current: str) -> None:
        """Fill the list; the one with the id `current` is chosen, else the first."""
        if tuple(choices) != self._shown:
            self._fill(tuple(choices))
        index = max(self.findData(current), 0)
        if index != self.currentIndex():
            self.setCurrentIndex(index)

    def _fill(self, choices: tuple[ReferenceEntry, ...]) -> None:
        """Write what differs only: while an area is drawn that is a tip or two above a list of all gemeenten."""
        model, before = self.model(), self._shown
        same = _same(before, choices)
        behind = min(_same(before[::-1], choices[::-1]), min(len(before), len(choices)) - same)
        gone, new = range(same, len(before) - behind), choices[same : len(choices) - behind]
        for row, choice in enumerate(new, same):
            if row in gone:
                self._write(model.item(row), choice)
            else:
                model.insertRow(row, self._write(QStandardItem(), choice))
        if len(gone) > len(new):
            model.removeRows(same + len(new), len(gone) - len(new))
        self._shown = choices

    def _write(self, item: QStandardItem, choice: ReferenceEntry) -> QStandardItem:
        text = f"{choice.label} ({choice.reason})" if choice.reason else choice.label
        item.setText(text)
        item.setData(None if choice.is_heading else choice.id, Qt.ItemDataRole.UserRole)
        item.setToolTip(as_tip(choice.tip or text))
        item.setEnabled(choice.enabled)
        item.setData(_bold(self.font()) if choice.is_heading else None, Qt.ItemDataRole.FontRole)
        return item


def _same(one: Sequence[ReferenceEntry], other: Sequence[ReferenceEntry]) -> int:
    """How many entries from the begin are the same in both."""
    pairs = zip(one, other, strict=False)
    differ = (at for at, (mine, theirs) in enumerate(pairs) if mine is not theirs and mine != theirs)
    return next(differ, min(len(one), len(other)))


def _bold(font: QFont) -> QFont:
    bold = QFont(font)
    bold.setBold(True)
    return bold
