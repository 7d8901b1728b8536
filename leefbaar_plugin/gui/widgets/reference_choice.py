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


class ReferenceChoice(QComboBox):
    """Combo of references; `chosen` carries the id of one that the user chose."""

    chosen = pyqtSignal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown: tuple[ReferenceEntry, ...] = ()
        self.setModel(QStandardItemModel(self))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(12)
        self.setAccessibleName(tr("Compare with"))
        self.activated.connect(lambda index: self.chosen.emit(self.itemData(index)))

    def show_choices(self, choices: Sequence[ReferenceEntry], current: str) -> None:
        """Fill the list; the one with the id `current` is chosen, else the first."""
        if tuple(choices) != self._shown:
            self._shown = tuple(choices)
            self._fill()
        index = max(self.findData(current), 0)
        if index != self.currentIndex():
            self.setCurrentIndex(index)

    def _fill(self) -> None:
        model = self.model()
        model.clear()
        for choice in self._shown:
            text = f"{choice.label} ({choice.reason})" if choice.reason else choice.label
            item = QStandardItem(text)
            item.setData(choice.id, Qt.ItemDataRole.UserRole)
            item.setToolTip(as_tip(choice.tip or text))
            item.setEnabled(choice.enabled)
            if choice.is_heading:
                item.setData(None, Qt.ItemDataRole.UserRole)
                item.setFont(_bold(self.font()))
            model.appendRow(item)


def _bold(font: QFont) -> QFont:
    bold = QFont(font)
    bold.setBold(True)
    return bold
