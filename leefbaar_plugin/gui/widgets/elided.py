# SPDX-License-Identifier: GPL-2.0-or-later
"""Labels, buttons and choices that give way: what doesn't fit is elided and stands in the tip."""

from __future__ import annotations

from qgis.PyQt.QtCore import QEvent, QSize, Qt
from qgis.PyQt.QtGui import QFont, QFontMetrics, QHelpEvent, QIcon, QPainter, QPaintEvent, QPalette
from qgis.PyQt.QtWidgets import (
    QComboBox,
    QLabel,
    QSizePolicy,
    QStyle,
    QStyleOptionComboBox,
    QStyleOptionToolButton,
    QStylePainter,
    QToolButton,
    QToolTip,
    QWidget,
)

from ...plain_text import as_tip

_LEAST = 24
_COMBO_MARGIN = 4


class ElidedLabel(QLabel):
    """One line that is shortened to fit; a `strong` beginning is bold."""

    def __init__(self, parent: QWidget | None = None, muted: bool = False) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self._strong, self._muted = "", muted
        self._own_tip = ""

    def set_texts(self, strong: str, rest: str = "", tip: str = "") -> None:
        """Show a text of which the beginning is bold; `tip` replaces the whole text as what hovering tells."""
        self._strong = strong
        self.setText(f"{strong} {rest}".strip())
        self._own_tip = tip
        self.setToolTip(as_tip(tip or self.text()))
        self.update()  # the same text may be bold now

    def minimumSizeHint(self) -> QSize:
        """Little: it is shortened."""
        return QSize(min(_LEAST, super().minimumSizeHint().width()), super().minimumSizeHint().height())

    def sizeHint(self) -> QSize:
        """As wide as the text."""
        hint = super().sizeHint()
        bold = QFontMetrics(self._bold()).horizontalAdvance(self._strong)
        usual = self.fontMetrics().horizontalAdvance(self._strong)
        return QSize(hint.width() + bold - usual + 2, hint.height())

    def _bold(self) -> QFont:
        font = QFont(self.font())
        font.setBold(True)
        return font

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The bold part and the rest, on one line."""
        painter, place = QPainter(self), self.contentsRect()
        role = QPalette.ColorRole.WindowText
        colour = self.palette().color(role)
        if self._muted:
            colour.setAlphaF(0.75)
        rest = self.text().removeprefix(self._strong)
        right = bool(self.alignment() & Qt.AlignmentFlag.AlignRight) and not self._strong
        side = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
        flags = int(Qt.AlignmentFlag.AlignVCenter | side)
        painter.setPen(colour)
        if self._strong:
            painter.setFont(self._bold())
            metrics = painter.fontMetrics()
            shown = metrics.elidedText(self._strong, Qt.TextElideMode.ElideRight, place.width())
            painter.drawText(place, flags, shown)
            place.setLeft(place.left() + metrics.horizontalAdvance(shown))
        painter.setFont(self.font())
        if rest and place.width() > 0:
            painter.drawText(
                place, flags, painter.fontMetrics().elidedText(rest, Qt.TextElideMode.ElideRight, place.width())
            )
        painter.end()


class ElidedButton(QToolButton):
    """A tool button whose text is shortened where there is no room; the icon stays.

    With a `stand_in` that icon takes the place of a text that doesn't fit as a whole.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.stand_in = QIcon()
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def minimumSizeHint(self) -> QSize:
        """The icon, or some letters."""
        hint = self.sizeHint()
        return QSize(min(hint.height() + 4, hint.width()), hint.height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """As the style draws it, with as much of the text as fits."""
        option = QStyleOptionToolButton()
        self.initStyleOption(option)
        lacking = self.sizeHint().width() - self.width()
        if lacking > 0:
            room = max(self.fontMetrics().horizontalAdvance(self.text()) - lacking, 0)
            option.text = self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, room)
        if lacking > 0 and not self.stand_in.isNull():
            option.icon, option.text = self.stand_in, ""
            option.iconSize = QSize(*[self.fontMetrics().height()] * 2)
        if not option.text.strip("…") and not option.icon.isNull():
            option.toolButtonStyle = Qt.ToolButtonStyle.ToolButtonIconOnly
        painter = QStylePainter(self)
        painter.drawComplexControl(QStyle.ComplexControl.CC_ToolButton, option)
        painter.end()


class ElidedCombo(QComboBox):
    """A choice whose text is shortened where there is no room; hovering tells the whole of it, and so does the list."""

    def minimumSizeHint(self) -> QSize:
        """The arrow, and room for a year."""
        hint = super().minimumSizeHint()
        return QSize(min(hint.width(), self.fontMetrics().horizontalAdvance("88888") + hint.height()), hint.height())

    def shown_text(self) -> str:
        """The text as it is shown."""
        option = QStyleOptionComboBox()
        self.initStyleOption(option)
        part = QStyle.SubControl.SC_ComboBoxEditField
        room = (
            self.style().subControlRect(QStyle.ComplexControl.CC_ComboBox, option, part, self).width() - _COMBO_MARGIN
        )
        if not option.currentIcon.isNull():
            room -= option.iconSize.width() + _COMBO_MARGIN
        return self.fontMetrics().elidedText(self.currentText(), Qt.TextElideMode.ElideRight, max(room, 0))

    def whole_text(self) -> str:
        """What is chosen, in full: the tip of the choice, else its text."""
        return str(self.currentData(Qt.ItemDataRole.ToolTipRole) or self.currentText())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """As the style draws it, with as much of the text as fits."""
        option = QStyleOptionComboBox()
        self.initStyleOption(option)
        option.currentText = self.shown_text()
        painter = QStylePainter(self)
        painter.drawComplexControl(QStyle.ComplexControl.CC_ComboBox, option)
        painter.drawControl(QStyle.ControlElement.CE_ComboBoxLabel, option)
        painter.end()

    def event(self, event: QEvent) -> bool:
        """The tip: what is chosen in full where that isn't what is shown, else what the choice is about."""
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            whole = self.whole_text()
            if self.shown_text() != whole:
                QToolTip.showText(event.globalPos(), as_tip(whole), self)
                return True
        return super().event(event)

    def showPopup(self) -> None:
        """The list, as wide as its texts."""
        view = self.view()
        view.setMinimumWidth(view.sizeHintForColumn(0) + view.verticalScrollBar().sizeHint().width() + _COMBO_MARGIN)
        super().showPopup()
