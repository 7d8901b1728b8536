# SPDX-License-Identifier: GPL-2.0-or-later
"""Official areas as a list with a tick each, narrowed by words; quick with the 14,000 buurten of the country."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from qgis.PyQt.QtCore import QAbstractListModel, QModelIndex, QObject, Qt, pyqtSignal

from ...pack.name_search import found_in
from ...pack.official import AreaName
from ...plain_text import as_tip


class OfficialModel(QAbstractListModel):
    """Chosen areas come before the others when nothing is searched; `chosen_changed` is sent when a tick changed."""

    chosen_changed = pyqtSignal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._areas: Sequence[AreaName] = ()
        self._shown: list[int] = []
        self._chosen: set[int] = set()
        self._words = ""

    def rowCount(self, parent: QModelIndex | None = None) -> int:
        """Number of areas that are shown."""
        return 0 if parent is not None and parent.isValid() else len(self._shown)

    def data(self, index: QModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Name with its gemeente, the code as tip, and the tick."""
        if not index.isValid() or index.row() >= len(self._shown):
            return None
        area = self._areas[self._shown[index.row()]]
        if role == Qt.ItemDataRole.DisplayRole:
            return " · ".join(part for part in (area.name, area.gemeente, area.note) if part)
        if role == Qt.ItemDataRole.ToolTipRole:
            return as_tip(area.code)
        if role == Qt.ItemDataRole.CheckStateRole:
            return Qt.CheckState.Checked if area.fid in self._chosen else Qt.CheckState.Unchecked
        return None

    def flags(self, index: QModelIndex) -> Qt.ItemFlag:
        """Every area can be ticked."""
        return super().flags(index) | Qt.ItemFlag.ItemIsUserCheckable

    def setData(self, index: QModelIndex, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Set or clear a tick."""
        if role != Qt.ItemDataRole.CheckStateRole or not index.isValid():
            return False
        fid = self._areas[self._shown[index.row()]].fid
        ticked = Qt.CheckState(value) == Qt.CheckState.Checked
        self._chosen = self._chosen | {fid} if ticked else self._chosen - {fid}
        self.dataChanged.emit(index, index, [Qt.ItemDataRole.CheckStateRole])
        self.chosen_changed.emit()
        return True

    def set_areas(self, areas: Sequence[AreaName]) -> None:
        """Show other areas; ticks of areas that aren't among them are gone."""
        self._areas = areas
        self._chosen &= {area.fid for area in areas}
        self.set_words(self._words)

    def set_words(self, words: str) -> None:
        """Show the areas that have all of these words; without words all, the chosen ones first."""
        self.beginResetModel()
        self._words = words
        found = found_in(self._areas, words)
        if not words.strip() and self._chosen:
            found.sort(key=lambda at: self._areas[at].fid not in self._chosen)
        self._shown = found
        self.endResetModel()

    def set_chosen(self, fids: Iterable[int]) -> None:
        """Tick exactly these areas."""
        chosen = set(fids)
        if chosen != self._chosen:
            self._chosen = chosen
            self.set_words(self._words)
            self.chosen_changed.emit()

    def chosen(self) -> list[AreaName]:
        """The ticked areas, in the order of their names."""
        return [area for area in self._areas if area.fid in self._chosen]
