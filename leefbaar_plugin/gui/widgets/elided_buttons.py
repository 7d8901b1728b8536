# SPDX-License-Identifier: GPL-2.0-or-later
"""Ticks, choices and push buttons whose text is shortened where there is no room; hovering tells the whole of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from qgis.PyQt.QtCore import QEvent, QSize, Qt
from qgis.PyQt.QtGui import QHelpEvent, QPaintEvent
from qgis.PyQt.QtWidgets import (
    QAbstractButton,
    QCheckBox,
    QPushButton,
    QRadioButton,
    QSizePolicy,
    QStyle,
    QStyleOptionButton,
    QStylePainter,
    QToolTip,
    QWidget,
)

from ...plain_text import as_tip

_LEAST = "mmm…"
# each of them is one Qt class with this beside it: PyQt can't derive from two
if TYPE_CHECKING:

    class _Button(QAbstractButton):
        """A button, to the checker of types."""

else:
    _Button = object


class _Shortened(_Button):
    """What the three have in common; the text itself stays whole, for screen readers and tests."""

    control: ClassVar[QStyle.ControlElement]

    def _may_shrink(self) -> None:
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def minimumSizeHint(self) -> QSize:
        """What stands beside the text, and some letters."""
        hint, metrics = self.sizeHint(), self.fontMetrics()
        spare = metrics.horizontalAdvance(self.text()) - metrics.horizontalAdvance(_LEAST)
        return QSize(hint.width() - max(spare, 0), hint.height())

    def shown_text(self) -> str:
        """As much of the text as fits."""
        lacking, metrics = self.sizeHint().width() - self.width(), self.fontMetrics()
        if lacking <= 0:
            return self.text()
        flags = int(Qt.TextFlag.TextShowMnemonic)
        room = max(metrics.size(flags, self.text()).width() - lacking, 0)
        return metrics.elidedText(self.text(), Qt.TextElideMode.ElideRight, room, flags)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """As the style draws it, with as much of the text as fits."""
        option = QStyleOptionButton()
        self.initStyleOption(option)
        option.text = self.shown_text()
        painter = QStylePainter(self)
        painter.drawControl(self.control, option)
        painter.end()

    def event(self, event: QEvent) -> bool:
        """The tip is the whole text where that isn't shown."""
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip and self.shown_text() != self.text():
            QToolTip.showText(event.globalPos(), as_tip(self.text().replace("&", "")), self)
            return True
        return super().event(event)


class ElidedCheck(_Shortened, QCheckBox):
    """A tick."""

    control = QStyle.ControlElement.CE_CheckBox

    def __init__(self, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self._may_shrink()


class ElidedRadio(_Shortened, QRadioButton):
    """One of several choices."""

    control = QStyle.ControlElement.CE_RadioButton

    def __init__(self, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self._may_shrink()


class ElidedPush(_Shortened, QPushButton):
    """A push button."""

    control = QStyle.ControlElement.CE_PushButton

    def __init__(self, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self._may_shrink()
