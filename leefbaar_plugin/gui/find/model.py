# SPDX-License-Identifier: GPL-2.0-or-later
"""The list of areas of a search: cells are made when they are looked at, sorting is done on arrays."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Mapping
from typing import Any

import numpy as np
from numpy.typing import NDArray
from qgis.PyQt.QtCore import QAbstractTableModel, QModelIndex, QObject, Qt
from qgis.PyQt.QtGui import QIcon
from qgis.PyQt.QtWidgets import QApplication

from ...analysis.signals.findings import Findings
from ...analysis.signals.square_clusters import CLUSTERS
from ...charts.painting.tinted_icon import tinted_icon
from ...engine.choices import SMALLEST_INHABITANTS
from ...engine.model import Theme, in_language
from ...engine.signals.judge import FOUND
from ...layers.marks import mark_sentence, marked
from ...layers.styles import Palette
from ...pack.files.resources import resource_path
from ...pack.official import gemeente_of
from ...plain_text import as_tip
from ...translation import language, sentence, tr
from ...words import formats
from ..widgets.column import NamedColumn, alignment, head
from .columns import CLASS, EXPLAINS, GEMEENTE, NAME, SCORE, THEME, VALUE, columns_of, value_text

COLOUR_ROLE = Qt.ItemDataRole.UserRole
"""Colour of the class of a cell, as #rrggbb."""
_DIGITS, _WIDEST_NUMBER = re.compile(r"\d+"), 9


class FindModel(QAbstractTableModel):
    """Areas of a search with one state as rows, in the order of the first condition's value until it is sorted."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.findings: Findings | None = None
        self.columns: tuple[NamedColumn, ...] = ()
        self._palette: Palette | None = None
        self._gemeenten: Mapping[str, str] = {}
        self._places: NDArray[np.int64] = np.zeros(0, np.int64)
        self._sorted_by = (-1, Qt.SortOrder.AscendingOrder)
        self._is_wide = False
        self.theme: Theme | None = None
        self._small = SMALLEST_INHABITANTS
        self._icons: dict[tuple[str, int], QIcon] = {}
        self._name_ranks: NDArray[np.int64] | None = None

    def show_findings(
        self,
        findings: Findings | None,
        palette: Palette,
        gemeenten: Mapping[str, str],
        state: int = FOUND,
        small: float = SMALLEST_INHABITANTS,
        theme: Theme | None = None,
    ) -> None:
        """Show the areas with a state; `gemeenten` gives names by code. None shows nothing.

        A `theme` that is a dimension stands beside the total score.

        Official areas with fewer inhabitants than `small` bear a mark.
        """
        self._small, self.theme = small, theme
        self.beginResetModel()
        if findings is None or self.findings is None or findings.areas is not self.findings.areas:
            self._name_ranks = None
        self.findings, self._palette, self._gemeenten = findings, palette, gemeenten
        self.columns = columns_of(findings, theme) if findings is not None else ()
        places = [] if findings is None else findings.places(state)
        self._places = self._in_order(np.array(places, np.int64))
        self.endResetModel()

    def set_wide(self, is_wide: bool) -> None:
        """Show classes with their names and dimensions in words where there is room, else numbers and icons."""
        if is_wide != self._is_wide:
            self._is_wide = is_wide
            self._tell_all()

    def set_palette(self, palette: Palette) -> None:
        """Show classes in other colours."""
        self._palette = palette
        self._tell_all()

    def place(self, row: int) -> int:
        """Place of a row among the areas of the findings."""
        return int(self._places[row])

    def places(self) -> list[int]:
        """Places of all rows, in the order that is shown."""
        return self._places.tolist()

    def row_of(self, place: int) -> int:
        """Row of an area, -1 when it isn't shown."""
        rows = np.flatnonzero(self._places == place)
        return int(rows[0]) if len(rows) else -1

    def rowCount(self, parent: QModelIndex | None = None) -> int:
        """Number of areas."""
        return 0 if parent is not None and parent.isValid() else len(self._places)

    def columnCount(self, parent: QModelIndex | None = None) -> int:
        """Number of columns."""
        return 0 if parent is not None and parent.isValid() else len(self.columns)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Title of a column, and as a tip what it means."""
        if orientation != Qt.Orientation.Horizontal or not 0 <= section < len(self.columns):
            return None
        column = self.columns[section]
        return alignment(column.kind) if role == Qt.ItemDataRole.TextAlignmentRole else head(column, role)

    def data(self, index: QModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Text, tip, alignment and colours of a cell."""
        if not index.isValid() or self.findings is None:
            return None
        column, place = self.columns[index.column()].id, self.place(index.row())
        as_icon = column == EXPLAINS and not self._is_wide and self.findings.explains(place) != ""
        if role == Qt.ItemDataRole.DisplayRole:
            return "" if as_icon else self.text(place, column)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return formats.spoken(self.text(place, column))
        if role == Qt.ItemDataRole.DecorationRole:
            return self._icon(self.findings.explains(place)) if as_icon else None
        if role == Qt.ItemDataRole.ToolTipRole:
            return as_tip(self.tip(place))
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return alignment(self.columns[index.column()].kind)
        number = self._class(place) if column == CLASS else 0
        if role == COLOUR_ROLE and number and self._palette is not None:
            return self._palette.colours[number - 1]
        return None

    def _icon(self, dimension: str) -> QIcon:
        """The icon of a dimension in the colours of the list; drawn once."""
        palette = QApplication.palette()
        key = (dimension, palette.cacheKey())
        if key not in self._icons:
            self._icons[key] = tinted_icon(resource_path("icons", f"{dimension}.svg"), palette)
        return self._icons[key]

    def text(self, place: int, column: str) -> str:
        """Text of a cell."""
        makers: dict[str, Callable[[int], str]] = {
            NAME: self._marked,
            GEMEENTE: self.gemeente,
            THEME: lambda at: formats.signed_score(float(self._of_theme()[at])),
            SCORE: lambda at: formats.score(float(self._scores()[at])),
            CLASS: lambda at: self.class_text(at) if self._is_wide else self._class_number(at),
            VALUE: self._value_text,
            EXPLAINS: self._explains,
        }
        return makers[column](place)

    def name(self, place: int) -> str:
        """Name of an area; of a cluster its number."""
        areas = self._found().areas
        if areas.level == CLUSTERS:
            return tr("Cluster {number}").format(number=areas.name[place])
        return areas.name[place]

    def _marked(self, place: int) -> str:
        """The name with its sign."""
        return marked(self.name(place), self._found().marks, place, self._small)

    def gemeente(self, place: int) -> str:
        """Name of the gemeente of an area, '' when its code doesn't tell."""
        return self._gemeenten.get(gemeente_of(self._found().areas.code[place]), "")

    def class_text(self, place: int) -> str:
        """Number and name of the class of an area, with a mark where it isn't certain."""
        number = self._class(place)
        if not number:
            return formats.NO_VALUE
        findings = self._found()
        name = findings.model.total_classification.name(number, language())
        return f"{number} · {name}" + ("" if self._certain(place) else " ?")

    def tip(self, place: int) -> str:
        """Name, gemeente, code, score and class, and what explains most."""
        findings = self._found()
        who = " · ".join(part for part in (self.name(place), self.gemeente(place), findings.areas.code[place]) if part)
        score = tr("Score {score} in {year}, class {class_name}").format(
            score=formats.score(float(self._scores()[place])), year=findings.year, class_name=self.class_text(place)
        )
        parts = [who, score, findings.explanation(place, language()), mark_sentence(findings.marks, place, self._small)]
        return "\n".join(part for part in parts if part)

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Sort by a column, -1 for the order of the rule; what has no value comes last in either order."""
        self._sorted_by = column, order
        if self.findings is None:
            return
        self.layoutAboutToBeChanged.emit()
        kept = [(index, self.place(index.row())) for index in self.persistentIndexList()]
        if column < 0:  # the order of the rule
            state = self._found().judgement.state[self._places[0]] if len(self._places) else FOUND
            self._places = np.array(self._found().places(int(state)), np.int64)
        else:
            self._places = self._in_order(self._places)
        for index, place in kept:
            self.changePersistentIndex(index, self.index(self.row_of(place), index.column()))
        self.layoutChanged.emit()

    def _in_order(self, places: NDArray[np.int64]) -> NDArray[np.int64]:
        column, order = self._sorted_by
        if self.findings is None or not 0 <= column < len(self.columns) or not len(places):
            return places
        keys, missing = self._keys(self.columns[column].id, places)
        if order == Qt.SortOrder.DescendingOrder:  # equal ones stay in their order
            ranks = -np.unique(keys, return_inverse=True)[1]
        else:
            ranks = keys
        there = np.flatnonzero(~missing)
        sorted_there = there[np.argsort(ranks[there], kind="stable")]
        return places[np.concatenate([sorted_there, np.flatnonzero(missing)])]

    def _keys(self, column: str, places: NDArray[np.int64]) -> tuple[NDArray[Any], NDArray[np.bool_]]:
        """What to sort by, and where there is no value."""
        if column == NAME:
            keys = self._by_name()[places]
            return keys, np.zeros(len(keys), bool)
        if column in (THEME, SCORE, VALUE):
            numbers = {THEME: self._of_theme, SCORE: self._scores, VALUE: self._values}[column]()[places]
            return np.nan_to_num(numbers), np.isnan(numbers)
        if column == CLASS:
            classes = self._classes()[places]
            return classes, classes == 0
        if column == EXPLAINS:
            names = [_folded(in_language(theme.short, language())) for theme in self._found().model.dimensions]
            explains = self._found().judgement.explains[places]
            return np.argsort(np.argsort(names))[explains], explains < 0
        codes = [gemeente_of(self._found().areas.code[place]) for place in places.tolist()]
        in_order = sorted(set(codes), key=lambda code: _folded(self._gemeenten.get(code, "")))
        rank = {code: at if code in self._gemeenten else -1 for at, code in enumerate(in_order)}
        keys = np.array([rank[code] for code in codes])
        return keys, keys < 0

    def _by_name(self) -> NDArray[np.int64]:
        """Rank of every area by its name; made once."""
        if self._name_ranks is None:
            names = [_folded(name) for name in self._found().areas.name]
            ranks = np.empty(len(names), np.int64)
            ranks[sorted(range(len(names)), key=names.__getitem__)] = np.arange(len(names))
            self._name_ranks = ranks
        return self._name_ranks

    def _found(self) -> Findings:
        if self.findings is None:
            raise LookupError("nothing is shown")
        return self.findings

    def _year(self) -> int:
        return self._found().figures.years.index(self._found().year)

    def _scores(self) -> NDArray[np.float64]:
        return self._found().figures.total[:, self._year()]

    def _of_theme(self) -> NDArray[np.float64]:
        """Contributions of the dimension that is shown; NaN without one."""
        found, ids = self._found(), [one.id for one in self._found().model.dimensions]
        if self.theme is None:
            return np.full(len(found), np.nan)
        return found.figures.dimensions[:, self._year(), ids.index(self.theme.id)]

    def _classes(self) -> NDArray[np.int8]:
        return self._found().figures.classes[:, self._year()]

    def _class(self, place: int) -> int:
        return int(self._classes()[place])

    def _certain(self, place: int) -> bool:
        return bool(self._found().figures.certain[place, self._year()])

    def _class_number(self, place: int) -> str:
        number = self._class(place)
        return (f"{number}" if self._certain(place) else f"{number} ?") if number else formats.NO_VALUE

    def _values(self) -> NDArray[np.float64]:
        findings = self._found()
        return findings.judgement.values[findings.rule.conditions[0].id]

    def _value_text(self, place: int) -> str:
        return value_text(float(self._values()[place]), self._found().rule.conditions[0].unit)

    def _explains(self, place: int) -> str:
        findings = self._found()
        themes = {theme.id: theme for theme in findings.model.dimensions}
        theme = themes.get(findings.explains(place))
        return sentence(in_language(theme.short, language())) if theme is not None else formats.NO_VALUE

    def _tell_all(self) -> None:
        if len(self._places):
            self.dataChanged.emit(self.index(0, 0), self.index(len(self._places) - 1, len(self.columns) - 1))


def _folded(text: str) -> str:
    """A text as it sorts: without accents and capitals; "cluster 10" after "cluster 9"."""
    plain = unicodedata.normalize("NFKD", text).casefold().lstrip("'’-– ")
    return _DIGITS.sub(lambda found: found[0].zfill(_WIDEST_NUMBER), plain)
