# SPDX-License-Identifier: GPL-2.0-or-later
"""The tabs of the dock's pages: names in view for as long as they fit, with less room around them when tight."""

from __future__ import annotations

from qgis.PyQt.QtCore import QSize, Qt
from qgis.PyQt.QtGui import QPaintEvent, QPalette, QResizeEvent
from qgis.PyQt.QtWidgets import (
    QStyle,
    QStyleOptionFocusRect,
    QStyleOptionTab,
    QStyleOptionTabBarBase,
    QStylePainter,
    QTabBar,
    QWidget,
)

_ROOM, _LEAST_ROOM = 22, 8
"""Pixels beside a name: what it gets where there is enough, and what it can do with."""


class PageTabs(QTabBar):
    """Divides the width of its parent; buttons to scroll come only when the names don't fit any more."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setExpanding(False)
        self.setElideMode(Qt.TextElideMode.ElideNone)
        self.setUsesScrollButtons(True)

    def tabSizeHint(self, index: int) -> QSize:  # noqa: N802  Qt's name
        """As wide as the name, with the room there is for each."""
        hint = super().tabSizeHint(index)
        return QSize(self._width(index) + self._room(), hint.height())

    def minimumTabSizeHint(self, index: int) -> QSize:  # noqa: N802  Qt's name
        """The same: a name isn't cut off."""
        return self.tabSizeHint(index)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Tabs as the style draws them, the names over their whole width: styles leave much room beside them."""
        painter, option = QStylePainter(self), QStyleOptionTab()
        base = QStyleOptionTabBarBase()
        base.initFrom(self)
        base.shape, base.documentMode = self.shape(), self.documentMode()
        base.tabBarRect, base.selectedTabRect = self.rect(), self.tabRect(self.currentIndex())
        if self.drawBase():
            painter.drawPrimitive(QStyle.PrimitiveElement.PE_FrameTabBarBase, base)
        others = [index for index in range(self.count()) if index != self.currentIndex()]
        for index in [*others, *([self.currentIndex()] if self.currentIndex() >= 0 else [])]:
            self.initStyleOption(option, index)
            painter.drawControl(QStyle.ControlElement.CE_TabBarTabShape, option)
            flags = int(Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextShowMnemonic)
            enabled = bool(option.state & QStyle.StateFlag.State_Enabled)
            painter.drawItemText(
                option.rect, flags, option.palette, enabled, option.text, QPalette.ColorRole.WindowText
            )
            if option.state & QStyle.StateFlag.State_HasFocus:
                focus = QStyleOptionFocusRect()
                focus.initFrom(self)
                focus.rect = option.rect.adjusted(3, 3, -3, -3)
                painter.drawPrimitive(QStyle.PrimitiveElement.PE_FrameFocusRect, focus)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Divide the new width."""
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self.setIconSize(self.iconSize())  # makes Qt lay out the tabs again

    def _width(self, index: int) -> int:
        return int(self.fontMetrics().horizontalAdvance(self.tabText(index).replace("&", "")))

    def _room(self) -> int:
        parent = self.parentWidget()
        names = sum(self._width(index) for index in range(self.count()))
        left = ((parent.width() if parent is not None else 0) - names - 2) // max(self.count(), 1)
        return min(max(left, _LEAST_ROOM), _ROOM)
