# SPDX-License-Identifier: GPL-2.0-or-later
"""The table of own areas: numbers that sort as numbers, the class in its colour, the union last whatever the order."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from qgis.PyQt.QtCore import QAbstractTableModel, QModelIndex, QObject, QSortFilterProxyModel, Qt
from qgis.PyQt.QtGui import QBrush, QColor, QFont, QIcon
from qgis.PyQt.QtWidgets import QApplication

from ...analysis.theme_figures import ThemeFigures, classification_of
from ...charts.painting.contrast import text_colour
from ...charts.painting.tinted_icon import tinted_icon
from ...engine.areas.figures import AreaFigures
from ...engine.model import ScoreModel, Theme, in_language
from ...layers.styles import Palette
from ...pack.files.resources import resource_path
from ...plain_text import as_tip
from ...translation import language, tr
from ...words import formats
from ...words.weights import weight_name
from ...words.wording import published_line, theme_name
from ..widgets.column import (
    CLASS,
    COUNT,
    SCORE,
    SHARE,
    SIGNED,
    TEXT,
    NamedColumn,
    alignment,
    copied,
    copied_heads,
    head,
    written,
)

SORT_ROLE = Qt.ItemDataRole.UserRole
UNION = -1
"""Feature id of the last row."""
SCORES, DIMENSIONS, SIZE = "score", "dimensions", "size"
"""Groups of columns."""
VALUE = "value"
"""Column of the chosen theme, where that is a dimension."""
_SAME = 9
"""Decimals in which the score of a row is that of the reference."""
_OF_SQUARES = ("unfavourable", "weight_sum", "covered", "rank")
"""Columns that only the squares tell."""


@dataclass(frozen=True)
class ComparedRow:
    """An area: feature id (`UNION` for all together), name, figures, those of the chosen theme, the difference of these
    with the reference, and a note.

    `rank` is the share (0-1) of the weight of its gemeente in squares with a higher score, None where it isn't known.
    `is_part` tells that the squares at hand are a part of an official area only: what they give is no figure of it.
    """

    fid: int
    name: str
    figures: AreaFigures
    shown: ThemeFigures
    difference: float | None
    reference: str = ""
    note: str = ""
    rank: float | None = None
    is_part: bool = False


def columns_of(model: ScoreModel, year: int, weight: str, reference: str, theme: Theme) -> tuple[NamedColumn, ...]:
    """The columns for a year, a kind of weight, a reference ('' for none) and the chosen theme.

    Of a dimension, value, class, difference, rank and share are its own, and the total stands beside them.
    """
    is_total = theme.id == model.total.id
    classes = (classification_of(model, theme.id) or model.total_classification).classes
    name = weight_name(weight)
    counted = name[:1].upper() + name[1:]
    values = {
        "year": year,
        "reference": reference or tr("nothing: choose what to compare with"),
        "weight": name,
        "class_name": in_language(classes[max(model.unfavourable_classes) - 1].name, language()),
        "theme": theme_name(model, theme),
    }
    score = tr("Total score {year}").format(**values)
    number = tr("Class {year}").format(**values)
    gap = tr("Score minus that of {reference}, {year}").format(**values)
    share = tr("Part of the {weight} in squares that score {class_name} or lower, {year}").format(**values)
    rank = tr("Part of the {weight} of its gemeente in squares with a higher score, {year}").format(**values)
    first = [NamedColumn(tr("Score"), score, score, SCORE, "total", SCORES)]
    if not is_total:
        number = tr("Class of {theme} {year}").format(**values)
        gap = tr("{theme} minus that of {reference}, {year}").format(**values)
        share = tr("Part of the {weight} in squares that score {class_name} or lower on {theme}, {year}")
        share = share.format(**values)
        rank = tr("Part of the {weight} of its gemeente in squares that score higher on {theme}, {year}")
        rank = rank.format(**values)
        first = [replace(_dimension(theme, year), id=VALUE, group=SCORES)]
        beside = [NamedColumn(tr("Total"), score, score, SCORE, "total", SCORES)]
    else:
        beside = []
    covered = tr("Part of the surface in squares with a score")
    return (
        NamedColumn(tr("Area"), tr("Area"), tr("Name of the area"), TEXT, "name"),
        *first,
        NamedColumn(tr("Class"), number, number, CLASS, "class", SCORES),
        NamedColumn(tr("Diff."), gap, gap, SIGNED, "difference", SCORES),
        *beside,
        *(_dimension(one, year) for one in model.dimensions),
        NamedColumn(tr("≤ {class_name}").format(**values), share, share, SHARE, "unfavourable", SIZE),
        NamedColumn(counted, counted, tr("Number of {weight}").format(**values), COUNT, "weight_sum", SIZE),
        NamedColumn(tr("Covered"), covered, covered, SHARE, "covered", SIZE),
        NamedColumn(tr("Lower than"), rank, rank, SHARE, "rank", SCORES),
    )


def _dimension(theme: Theme, year: int) -> NamedColumn:
    name = in_language(theme.name, language())
    title = tr("{theme}, deviation from the reference in {year}").format(theme=name[:1].upper() + name[1:], year=year)
    return NamedColumn(in_language(theme.short, language()), title, title, SIGNED, theme.id, DIMENSIONS)


def decimals_of(rows: Sequence[ComparedRow]) -> int:
    """Decimals of the values of all rows: a third where a reference is a row too, and two decimals of both would
    contradict the difference.
    """
    values = [row.shown.value for row in rows]
    known = {round(value, _SAME) for value in values if value is not None}
    pairs = []
    for value, row in zip(values, rows, strict=True):
        if value is not None and row.difference and round(value - row.difference, _SAME) in known:
            pairs.append((value - row.difference, value))
    return formats.decimals_between(*pairs)


class CompareModel(QAbstractTableModel):
    """Areas as rows, `columns_of` as columns."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._model: ScoreModel | None = None
        self._palette: Palette | None = None
        self.rows: tuple[ComparedRow, ...] = ()
        self.columns: tuple[NamedColumn, ...] = ()
        self._decimals, self._has_value = 2, False
        self._with_icons = False
        self._icons: dict[tuple[str, int], QIcon] = {}

    def set_icons(self, with_icons: bool) -> None:
        """Show icons for the titles of the dimensions, where there is no room for words."""
        if with_icons != self._with_icons:
            self._with_icons = with_icons
            self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, max(len(self.columns) - 1, 0))

    def show_rows(
        self, model: ScoreModel, palette: Palette, columns: Sequence[NamedColumn], rows: Sequence[ComparedRow]
    ) -> None:
        """Replace what the table shows; rows that stay keep their selection."""
        same = [row.fid for row in rows] == [row.fid for row in self.rows] and len(columns) == len(self.columns)
        if not same:
            self.beginResetModel()
        self._model, self._palette = model, palette
        self.rows, self.columns = tuple(rows), tuple(columns)
        self._decimals = decimals_of(rows)
        self._has_value = any(column.id == VALUE for column in columns)
        if not same:
            self.endResetModel()
        elif self.rows:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self.rows) - 1, len(self.columns) - 1))
            self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(self.columns) - 1)

    def clear(self) -> None:
        """Show nothing."""
        self.beginResetModel()
        self.rows = self.columns = ()
        self.endResetModel()

    def rowCount(self, parent: QModelIndex | None = None) -> int:
        """Number of areas, the union among them."""
        return 0 if parent is not None and parent.isValid() else len(self.rows)

    def columnCount(self, parent: QModelIndex | None = None) -> int:
        """Number of columns."""
        return 0 if parent is not None and parent.isValid() else len(self.columns)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Title of a column, and as a tip what it means."""
        if orientation != Qt.Orientation.Horizontal or not 0 <= section < len(self.columns):
            return None
        column = self.columns[section]
        has_icon = self._with_icons and column.group == DIMENSIONS
        if role == Qt.ItemDataRole.DisplayRole and has_icon:
            return ""
        return self._icon(column.id) if role == Qt.ItemDataRole.DecorationRole and has_icon else head(column, role)

    def _icon(self, name: str) -> QIcon:
        """The icon of a dimension in the colours of the window; drawn once, for a header asks for it all the time."""
        palette = QApplication.palette()
        key = (name, palette.cacheKey())
        if key not in self._icons:
            self._icons[key] = tinted_icon(resource_path("icons", f"{name}.svg"), palette)
        return self._icons[key]

    def data(self, index: QModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Text, alignment, colours, tip and sorting value of a cell."""
        if not index.isValid():
            return None
        row, column = self.rows[index.row()], self.columns[index.column()]
        if role == Qt.ItemDataRole.DisplayRole:
            return self.text(row, column)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return formats.spoken(self.text(row, column))
        if role == SORT_ROLE:
            return self.value(row, column)
        if role == Qt.ItemDataRole.ToolTipRole:
            return as_tip(self._tip(row, column))
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return alignment(column.kind)
        if role == Qt.ItemDataRole.FontRole and row.fid == UNION:
            font = QFont()
            font.setBold(True)
            return font
        if column.kind == CLASS and row.shown.class_number and self._palette is not None:
            colour = self._palette.colours[row.shown.class_number - 1]
            if role == Qt.ItemDataRole.BackgroundRole:
                return QBrush(QColor(colour))
            if role == Qt.ItemDataRole.ForegroundRole:
                return QBrush(QColor(text_colour(colour)))
        return None

    def value(self, row: ComparedRow, column: NamedColumn) -> Any:
        """The number (or text) of a cell: score units, fraction or count; None for no value."""
        figures = row.figures
        if column.id == "name":
            return row.name
        if row.is_part and column.id in _OF_SQUARES:
            return None
        if column.id == "class":
            return row.shown.class_number or None
        if column.id in ("difference", "rank"):
            return getattr(row, column.id)
        if column.id in (VALUE, "unfavourable"):
            return row.shown.value if column.id == VALUE else row.shown.unfavourable
        if column.group == DIMENSIONS:
            return figures.dimensions[column.id]
        return getattr(figures, column.id)

    def text(self, row: ComparedRow, column: NamedColumn) -> str:
        """The text of a cell, by locale."""
        value = self.value(row, column)
        if column.kind == CLASS and value:
            return self._class_text(row.shown)
        is_shown = column.id == (VALUE if self._has_value else "total")
        return written(value, column.kind, self._decimals if is_shown else 2)

    def table_text(self, order: Sequence[int]) -> str:
        """Rows in this order, tab separated, numbers with the locale's decimal sign; percentages as numbers."""
        lines = ["\t".join(self._plain(self.rows[place], column) for column in self.columns) for place in order]
        return "\n".join([copied_heads(self.columns), *lines]) + "\n"

    def _plain(self, row: ComparedRow, column: NamedColumn) -> str:
        value = self.value(row, column)
        return copied(self._class_text(row.shown) if column.kind == CLASS and value else value, column.kind)

    def _class_text(self, shown: ThemeFigures) -> str:
        classes = classification_of(self._model, shown.theme) if self._model else None
        name = classes.name(shown.class_number, language()) if classes is not None else ""
        return f"{shown.class_number} · {name}" + ("" if shown.certain else " ?")

    def _tip(self, row: ComparedRow, column: NamedColumn) -> str:
        about = self.text(row, column)
        if column.id == "difference" and row.reference:
            about = tr("{difference} against {reference}").format(difference=about, reference=row.reference)
        if column.id == "name" and row.fid == UNION:
            about = tr("All areas together; where they overlap, a square counts once")
            return "\n".join(text for text in (about, row.note) if text)
        if column.id == "total" and row.figures.published:
            about = f"{about}\n{published_line(row.figures)}"
        if column.id == "name":
            return "\n".join(text for text in (row.name, row.note) if text)
        return f"{column.title}: {about}"


class SortedAreas(QSortFilterProxyModel):
    """Sorts numbers as numbers and texts by the locale; no value, and then the union, come last in either order."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.setSortRole(SORT_ROLE)
        self.setSortCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.setSortLocaleAware(True)
        self.setDynamicSortFilter(True)

    def lessThan(self, left: QModelIndex, right: QModelIndex) -> bool:
        """Whether `left` comes first in ascending order."""
        ascending = self.sortOrder() == Qt.SortOrder.AscendingOrder
        ranks = [self._rank(index) for index in (left, right)]
        if ranks[0] != ranks[1]:
            return (ranks[0] < ranks[1]) == ascending
        if ranks[0]:
            return False
        return bool(super().lessThan(left, right))

    def _rank(self, index: QModelIndex) -> int:
        model = self.sourceModel()
        if model.rows[index.row()].fid == UNION:
            return 2
        return 0 if model.data(index, SORT_ROLE) is not None else 1
