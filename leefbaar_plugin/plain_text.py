# SPDX-License-Identifier: GPL-2.0-or-later
"""Text from files is text: a name, a rule or a cell is shown letter by letter, and never read as markup.

Qt takes anything that looks like HTML for it, in labels, tips and boxes, and opens what an image in it points to.
"""

from __future__ import annotations

from html import escape

from qgis.PyQt.QtCore import QSize, Qt
from qgis.PyQt.QtWidgets import QLabel, QMessageBox, QWidget

_WIDEST_WORD = 200
"""Pixels that a label with several lines asks for at least: one endless word shall not widen a panel."""
_LONG_TIP = 200
"""Letters from which a tip has several lines, which plain ones don't get."""


class PlainLabel(QLabel):
    """A label that shows its text as it is."""

    def __init__(self, *text_and_parent: str | QWidget | None) -> None:
        super().__init__(*text_and_parent)
        self.setTextFormat(Qt.TextFormat.PlainText)

    def minimumSizeHint(self) -> QSize:
        """That of QLabel, but no wider than the widest word that is one."""
        return _narrow(self, super().minimumSizeHint())


class MarkupLabel(QLabel):
    """A label for rich text of our own making; whatever comes from files goes into it through `escaped`."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.RichText)

    def minimumSizeHint(self) -> QSize:
        """As that of a plain one."""
        return _narrow(self, super().minimumSizeHint())


class PlainBox(QMessageBox):
    """A message box that shows its texts as they are."""

    def __init__(self, icon: QMessageBox.Icon, title: str, text: str, parent: QWidget | None = None) -> None:
        super().__init__(icon, title, text, QMessageBox.StandardButton.NoButton, parent)
        self.setTextFormat(Qt.TextFormat.PlainText)

    def setInformativeText(self, text: str) -> None:  # noqa: N802  as in Qt
        """The smaller text, for which Qt has no format of its own."""
        super().setInformativeText(text)
        for label in self.findChildren(QLabel, "qt_msgbox_informativelabel"):
            label.setTextFormat(Qt.TextFormat.PlainText)


def _narrow(label: QLabel, hint: QSize) -> QSize:
    return QSize(min(hint.width(), _WIDEST_WORD), hint.height()) if label.wordWrap() else hint


def escaped(text: str) -> str:
    """Text as part of rich text."""
    return escape(text, quote=False).replace("\n", "<br>")


def as_tip(text: str) -> str:
    """Text as a tip: as it is when it can't be taken for markup, else escaped, with line breaks."""
    return f"<qt>{escaped(text)}</qt>" if "<" in text or len(text) > _LONG_TIP else text


def caption(text: str) -> str:
    """Text on a button, action or tab, or in a label with a buddy: there, & stands before a key."""
    return text.replace("&", "&&")
