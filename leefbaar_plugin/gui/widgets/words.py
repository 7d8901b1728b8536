# SPDX-License-Identifier: GPL-2.0-or-later
"""The paragraph about an area with a button to copy it, and how its figures were computed behind another."""

from __future__ import annotations

from collections.abc import Callable

from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtWidgets import QApplication, QLabel, QToolButton, QVBoxLayout, QWidget

from ...plain_text import MarkupLabel, PlainLabel, as_tip, escaped
from ...translation import tr
from .terms import say_copied


class Words(QWidget):
    """Two texts in two parts: `text_part` with the paragraph, `account_part` with the account, which is folded in."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.paragraph = self._made(PlainLabel(self), "LeefbaarometerParagraph")
        self.account = self._made(MarkupLabel(self), "LeefbaarometerAccount")
        self._account = ""
        self._full_account: Callable[[], str] = str
        self.copy = self._button(tr("Copy text"), "LeefbaarometerCopyText", tr("Put this paragraph on the clipboard"))
        tip = tr("Weight, rule, edition and everything else it rests on")
        self.how = self._button(tr("How was this computed?"), "LeefbaarometerHow", tip)
        self.how.setCheckable(True)
        self.copy_account = self._button(
            tr("Copy account"), "LeefbaarometerCopyAccount", tr("Put this account, with the outline, on the clipboard")
        )
        self.text_part = _column(self, self.paragraph, self.copy)
        self.account_part = _column(self, self.how, self.account, self.copy_account)
        self.setVisible(False)  # its parts are put where they belong
        self.copy.clicked.connect(lambda: _copy(self.paragraph.text(), self.copy))
        self.copy_account.clicked.connect(lambda: _copy(self._full_account(), self.copy_account))
        self.how.toggled.connect(self._unfold)
        self._unfold(False)

    def show_texts(self, paragraph: str, account: str = "", full_account: Callable[[], str] = str) -> None:
        """Show a paragraph and an account; `full_account` makes what is copied of the latter."""
        self.paragraph.setText(paragraph)
        self._account = account
        # one fact a line, told apart by the room between them
        facts = (f'<p style="margin: 0 0 4px 0">{escaped(fact)}</p>' for fact in account.splitlines())
        self.account.setText("".join(facts))
        self._full_account = full_account
        self.paragraph.setVisible(bool(paragraph))
        self.copy.setVisible(bool(paragraph))
        self.how.setVisible(bool(account))
        self._unfold(self.how.isChecked())

    def _unfold(self, unfolded: bool) -> None:
        shown = unfolded and bool(self._account)
        self.account.setVisible(shown)
        self.copy_account.setVisible(shown)
        self.how.setArrowType(Qt.ArrowType.DownArrow if unfolded else Qt.ArrowType.RightArrow)

    @staticmethod
    def _made(label: QLabel, name: str) -> QLabel:
        label.setObjectName(name)
        label.setWordWrap(True)
        label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        return label

    def _button(self, text: str, name: str, tip: str) -> QToolButton:
        button = QToolButton(self)
        button.setObjectName(name)
        button.setText(text)
        button.setToolTip(as_tip(tip))
        button.setAutoRaise(True)
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        return button


def _column(parent: QWidget, *widgets: QWidget) -> QWidget:
    """Widgets below each other, buttons as wide as their text."""
    made = QWidget(parent)
    column = QVBoxLayout(made)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(4)
    for widget in widgets:
        column.addWidget(widget)
        if isinstance(widget, QToolButton):
            column.setAlignment(widget, Qt.AlignmentFlag.AlignLeft)
    return made


def _copy(text: str, button: QToolButton) -> None:
    QApplication.clipboard().setText(text)
    say_copied(button)
