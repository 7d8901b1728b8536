# SPDX-License-Identifier: GPL-2.0-or-later
"""The pages of the dock behind tabs: names in view for as long as they fit, the others behind “More”."""

from __future__ import annotations

from qgis.PyQt.QtCore import QEvent, QSize, Qt
from qgis.PyQt.QtGui import QKeySequence, QPaintEvent, QPalette, QResizeEvent
from qgis.PyQt.QtWidgets import (
    QMenu,
    QShortcut,
    QStyle,
    QStyleOptionFocusRect,
    QStyleOptionTab,
    QStyleOptionTabBarBase,
    QStylePainter,
    QTabBar,
    QTabWidget,
    QToolButton,
    QWidget,
)

from ...plain_text import caption
from ...translation import tr

_ROOM, _LEAST_ROOM = 22, 8
"""Pixels beside a name: what it gets where there is enough, and what it can do with."""
_ARROW = "▾"


class PageTabs(QTabBar):
    """Divides the width of its parent over the tabs that are in view; a name isn't cut off."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setExpanding(False)
        self.setElideMode(Qt.TextElideMode.ElideNone)
        self.setUsesScrollButtons(True)
        self.reserved = 0

    def tabSizeHint(self, index: int) -> QSize:  # noqa: N802  Qt's name
        """As wide as the name, with the room there is for each."""
        hint = super().tabSizeHint(index)
        return QSize(self.name_width(index) + self._room(), hint.height())

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
        others = [index for index in self.shown() if index != self.currentIndex()]
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
            self.divide()

    def divide(self) -> None:
        """Lay out the tabs again."""
        self.setIconSize(self.iconSize())

    def shown(self) -> list[int]:
        """Indexes of the tabs that are in view."""
        return [index for index in range(self.count()) if self.isTabVisible(index)]

    def name_width(self, index: int) -> int:
        """Width of a name."""
        return int(self.fontMetrics().horizontalAdvance(self.tabText(index).replace("&", "")))

    def _room(self) -> int:
        parent, shown = self.parentWidget(), self.shown()
        names = sum(self.name_width(index) for index in shown)
        width = (parent.width() if parent is not None else 0) - self.reserved
        left = (width - names - 2) // max(len(shown), 1)
        return min(max(left, _LEAST_ROOM), _ROOM)


class PageBook(QTabWidget):
    """Pages behind tabs. What doesn't fit stands in the menu of “More”; the page one is on always has its tab.

    Tabs go into the menu from the last one; Ctrl+Page Down and Up go through all pages while the focus is here.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setDocumentMode(True)
        self._bar = PageTabs(self)
        self.setTabBar(self._bar)
        self.more = QToolButton(self)
        self.more.setObjectName("LeefbaarometerMorePages")
        self.more.setAutoRaise(True)
        self.more.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.more.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.more.setStyleSheet("QToolButton::menu-indicator { image: none; }")  # the text has an arrow
        self.more.setAccessibleName(tr("More pages"))
        self.more.setToolTip(tr("More pages"))
        menu = QMenu(self.more)
        menu.aboutToShow.connect(self._fill)
        self.more.setMenu(menu)
        self.more.hide()
        self.currentChanged.connect(lambda _index: self.fit())
        for key, steps in (("Ctrl+PgDown", 1), ("Ctrl+PgUp", -1)):
            shortcut = QShortcut(QKeySequence(key), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(lambda steps=steps: self._turn(steps))

    def tabInserted(self, index: int) -> None:  # noqa: N802  Qt's name
        """Another page: divide the width anew."""
        super().tabInserted(index)
        self.fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show as many tabs as fit."""
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self.fit()

    def changeEvent(self, event: QEvent) -> None:
        """Another font: other names fit."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self.fit()

    def fit(self) -> None:
        """Decide which tabs are in view, and what the button of the others reads."""
        bar, count, current = self._bar, self.count(), self.currentIndex()
        widths = [bar.name_width(index) + _LEAST_ROOM for index in range(count)]
        shown, button = list(range(count)), ""
        if sum(widths) + 2 > self.width():
            for button in (f"{tr('More')} {_ARROW}", _ARROW):
                room = self.width() - self._button_width(button) - 2
                kept = [current] if current >= 0 else []
                for index in range(count):
                    if index != current and sum(widths[one] for one in [*kept, index]) <= room:
                        kept.append(index)
                    elif index != current:
                        break
                shown = sorted(kept)
                if len(shown) >= min(count - 1, 4):  # else the short arrow, for one more name
                    break
        hidden = len(shown) < count
        bar.reserved = self._button_width(button) if hidden else 0
        for index in range(count):
            bar.setTabVisible(index, index in shown)
        self.more.setText(button)
        if hidden != (self.cornerWidget(Qt.Corner.TopRightCorner) is self.more):  # a hidden one would take room too
            self.setCornerWidget(self.more if hidden else None, Qt.Corner.TopRightCorner)
        self.more.setVisible(hidden)
        bar.divide()

    def hidden_pages(self) -> list[int]:
        """Indexes of the pages that stand in the menu."""
        return [index for index in range(self.count()) if not self._bar.isTabVisible(index)]

    def _button_width(self, text: str) -> int:
        self.more.setText(text)
        return int(self.more.sizeHint().width())

    def _fill(self) -> None:
        menu = self.more.menu()
        menu.clear()
        for index in self.hidden_pages():
            action = menu.addAction(caption(self.tabText(index).replace("&", "")))
            action.setObjectName(f"Leefbaarometer_to_{self.widget(index).objectName()}")
            action.triggered.connect(lambda _checked=False, index=index: self.setCurrentIndex(index))

    def _turn(self, steps: int) -> None:
        self.setCurrentIndex((self.currentIndex() + steps) % max(self.count(), 1))
