# SPDX-License-Identifier: GPL-2.0-or-later
"""A row of the start page: icon, name, one line about it, and a button; reached by Tab and arrows, opened by Enter."""

from __future__ import annotations

from qgis.PyQt.QtCore import QSize, Qt, pyqtSignal
from qgis.PyQt.QtGui import QColor, QIcon, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPalette, QResizeEvent
from qgis.PyQt.QtWidgets import QFrame, QHBoxLayout, QPushButton, QSizePolicy, QToolButton, QVBoxLayout, QWidget

from ...charts.painting.mixing import mixed
from ...plain_text import PlainLabel, as_tip

_ICON = 18
_MUTED = 0.72
_SHADE = 0.22
_CORNER = 4.0
_DOT = " · "


class OneLine(PlainLabel):
    """Plain text on one line: `head` whole, and as much of `tail` behind it as there is room for."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self._head = self._tail = ""

    def show_text(self, head: str, tail: str = "") -> None:
        """Show these, with a dot between them."""
        self._head, self._tail = (head, tail) if head else (tail, "")
        self.setText(_DOT.join(part for part in (head, tail) if part))
        self.update()

    def paintEvent(self, _event: QPaintEvent | None) -> None:
        """Draw what there is room for."""
        painter, metrics = QPainter(self), self.fontMetrics()
        painter.setPen(self.palette().color(QPalette.ColorRole.WindowText))
        room = self.width() - metrics.horizontalAdvance(self._head + _DOT)
        tail = metrics.elidedText(self._tail, Qt.TextElideMode.ElideMiddle, room) if self._tail and room > 0 else ""
        if len(tail) > 1:  # an ellipsis alone says nothing
            text = self._head + _DOT + tail
        else:
            text = metrics.elidedText(self._head, Qt.TextElideMode.ElideRight, self.width())
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, text)


class FlatButton(QToolButton):
    """Icon and text without a frame; a text that doesn't fit ends in an ellipsis, and the tip has it whole."""

    def __init__(self, name: str, icon: QIcon, text: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._whole = text
        self.setObjectName(f"Leefbaarometer{name}")
        self.setIcon(icon)
        self.setText(text)
        self.setAccessibleName(text)
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.setAutoRaise(True)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Room for the whole text."""
        shown, whole = (self.fontMetrics().horizontalAdvance(text) for text in (self.text(), self._whole))
        return super().sizeHint() + QSize(whole - shown, 0)

    def minimumSizeHint(self) -> QSize:
        """Room for the icon."""
        return QSize(self.iconSize().width() * 2, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent | None) -> None:
        """Show as much of the text as there is room for."""
        super().resizeEvent(event)
        around = self.sizeHint().width() - self.fontMetrics().horizontalAdvance(self._whole)
        shown = self.fontMetrics().elidedText(self._whole, Qt.TextElideMode.ElideRight, self.width() - around)
        if shown != self.text():
            self.setText(shown)
        self.setToolTip(as_tip("" if shown == self._whole else self._whole))


class StartRow(QFrame):
    """`chosen` is sent by the button, by Enter and by a double click."""

    chosen = pyqtSignal()

    def __init__(self, name: str, icon: QIcon, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.picture = PlainLabel(self)
        self.picture.setPixmap(icon.pixmap(QSize(_ICON, _ICON)))
        self.title, self.about = OneLine(self), OneLine(self)
        bold = self.title.font()
        bold.setBold(True)
        self.title.setFont(bold)
        small = self.about.font()
        small.setPixelSize(max(self.fontMetrics().height() * 11 // 14, 9))
        self.about.setFont(small)
        self.button = QPushButton(self)
        self.button.setObjectName(f"Leefbaarometer{name}")
        self.button.setAutoDefault(False)
        self.button.clicked.connect(lambda _checked=False: self.chosen.emit())
        texts = QVBoxLayout()
        texts.setSpacing(1)
        texts.addWidget(self.title)
        texts.addWidget(self.about)
        row = QHBoxLayout(self)
        row.setContentsMargins(8, 3, 3, 3)
        row.setSpacing(8)
        row.addWidget(self.picture, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addLayout(texts, 1)
        row.addWidget(self.button, 0, Qt.AlignmentFlag.AlignVCenter)
        self._mute()

    def show_texts(self, title: str, about: str, place: str, button: str) -> None:
        """Show name, a line about it with its place behind, and what the button does."""
        self.title.show_text(title)
        self.about.show_text(about, place)
        self.button.setText(button)
        whole = "\n".join(part for part in (title, about, place) if part)
        self.setToolTip(as_tip(whole))
        self.setAccessibleName(whole.replace("\n", ", "))
        self.button.setAccessibleName(f"{button}: {title}")

    def _mute(self) -> None:
        palette = self.about.palette()
        text, ground = (
            self.palette().color(role) for role in (QPalette.ColorRole.WindowText, QPalette.ColorRole.Window)
        )
        palette.setColor(QPalette.ColorRole.WindowText, mixed(text, ground, _MUTED))
        self.about.setPalette(palette)

    def paintEvent(self, _event: QPaintEvent | None) -> None:
        """Shade the row that has the focus."""
        if self.hasFocus():
            shade = QColor(self.palette().color(QPalette.ColorRole.Highlight))
            shade.setAlphaF(_SHADE)
            painter = QPainter(self)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(shade)
            painter.drawRoundedRect(self.rect(), _CORNER, _CORNER)

    def keyPressEvent(self, event: QKeyEvent | None) -> None:
        """Enter opens, the arrows go to the next row."""
        if event is None:
            return
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.chosen.emit()
        elif event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            self._neighbour(1 if event.key() == Qt.Key.Key_Down else -1)
        else:
            super().keyPressEvent(event)

    def _neighbour(self, step: int) -> None:
        parent = self.parentWidget()
        rows = [row for row in parent.findChildren(StartRow) if row.isVisible()] if parent is not None else []
        rows.sort(key=lambda row: row.y())
        at = rows.index(self) + step if self in rows else -1
        if 0 <= at < len(rows):
            rows[at].setFocus(Qt.FocusReason.TabFocusReason)

    def mouseDoubleClickEvent(self, _event: QMouseEvent | None) -> None:
        """Open it."""
        self.chosen.emit()
