# SPDX-License-Identifier: GPL-2.0-or-later
"""What a column of a table is, whatever the table: its words, its kind, and how a value of that kind is written."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from qgis.PyQt.QtCore import Qt

from ...plain_text import as_tip
from ...words import formats

TEXT, SCORE, SIGNED, SHARE, COUNT, SIGNED_COUNT, CLASS = (
    "text",
    "score",
    "signed",
    "share",
    "count",
    "signed count",
    "class",
)
"""Kinds: texts, scores and differences of scores (2 decimals), parts of 1 (shown as %), counts, numbers of classes."""
_COUNTS = (COUNT, SIGNED_COUNT)


@dataclass(frozen=True)
class Column:
    """A column: short title, title in full (for a copy), explanation, and kind."""

    title: str
    full_title: str
    tip: str
    kind: str


@dataclass(frozen=True)
class NamedColumn(Column):
    """A column that a page knows by `id`; `group` is what it is shown with, '' when always."""

    id: str
    group: str = ""


def head(column: Column, role: int) -> Any:
    """What a view asks of the head of a column: title, explanation, and that for a screen reader."""
    if role == Qt.ItemDataRole.DisplayRole:
        return column.title
    if role == Qt.ItemDataRole.ToolTipRole:
        return as_tip(column.tip)
    return column.tip if role == Qt.ItemDataRole.AccessibleTextRole else None


def alignment(kind: str) -> int:
    """Texts and classes begin at the left, numbers end at the right."""
    side = Qt.AlignmentFlag.AlignLeft if kind in (TEXT, CLASS) else Qt.AlignmentFlag.AlignRight
    return int(side | Qt.AlignmentFlag.AlignVCenter)


def written(value: Any, kind: str, decimals: int = 2) -> str:
    """A value as a cell shows it, by locale; a score or difference with so many decimals."""
    if not has_value(value):
        return formats.NO_VALUE
    if kind == TEXT:
        return str(value)
    if kind == CLASS:
        return str(int(value))
    if kind == SHARE:
        return formats.percentage(float(value))
    if kind == SIGNED:
        return formats.signed_score(float(value), decimals=decimals)
    return formats.number(float(value), 0 if kind in _COUNTS else decimals, signed=kind == SIGNED_COUNT)


def copied(value: Any, kind: str) -> str:
    """A value for the clipboard: one line of text, or a number with the locale's decimal sign; of a share the %."""
    if not has_value(value):
        return ""
    if kind in (TEXT, CLASS):
        return " ".join(str(value).split())
    if kind == SHARE:
        return formats.plain(100.0 * float(value), 1)
    return formats.plain(float(value), 0 if kind in _COUNTS else 4)


def copied_heads(columns: Sequence[Column]) -> str:
    """The first line of a copy, tab separated."""
    return "\t".join(column.full_title + (" (%)" if column.kind == SHARE else "") for column in columns)


def has_value(value: Any) -> bool:
    """Whether there is a text or a number to show."""
    return value is not None and value != "" and not (isinstance(value, float) and math.isnan(value))
