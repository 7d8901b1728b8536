# SPDX-License-Identifier: GPL-2.0-or-later
"""Tab goes in the order one sees: from the left to the right, row by row, through what is there at that moment.

Qt goes in the order in which widgets were made, which pages that change all the time can't keep.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeVar

from qgis.PyQt.QtCore import QPoint, QRect, Qt
from qgis.PyQt.QtGui import QKeyEvent
from qgis.PyQt.QtWidgets import QAbstractButton, QDialog, QGroupBox, QScrollArea, QWidget

_Named = TypeVar("_Named", bound=QWidget)


@dataclass(frozen=True)
class _Block:
    """A widget, or all that scrolls together, in its place."""

    place: QRect
    stops: list[QWidget]


def stops_of(root: QWidget, kept: QWidget | None = None) -> list[QWidget]:
    """What Tab stops at below a widget, in the order in which one sees it; `kept` is in it whatever it is."""
    return [stop for block in _ordered(_blocks(root, root, kept)) for stop in block.stops]


def go_on(root: QWidget, forward: bool) -> bool:
    """Give the focus to the next stop below a widget, or the one before, around its end; False when there is none."""
    current = root.focusWidget()
    stops = stops_of(root, current)
    if not stops or stops == [current]:
        return False
    at = stops.index(current) if current in stops else (-1 if forward else 0)
    step = 1 if forward else -1
    reason = Qt.FocusReason.TabFocusReason if forward else Qt.FocusReason.BacktabFocusReason
    stops[(at + step) % len(stops)].setFocus(reason)
    return True


class OrderedDialog(QDialog):
    """A dialog in which Tab goes in the order one sees, and Enter does what a button says only on that button.

    `enter_from_fields` is for one in which Enter in a field may do what its one strong button says.
    """

    enter_from_fields = False

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter in a field, say a search, isn't taken for a click on a button; called by Qt."""
        focused = self.focusWidget()
        is_enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if is_enter and isinstance(focused, QAbstractButton):
            focused.click()  # Qt would click the default one, when this one can't be that
        elif is_enter and not self.enter_from_fields:
            event.ignore()
        else:
            super().keyPressEvent(event)

    def focusNextPrevChild(self, forward: bool) -> bool:  # noqa: N802  Qt's name
        """Go on in that order; called by Qt for Tab and Shift+Tab."""
        return go_on(self, forward) or super().focusNextPrevChild(forward)


def named(widget: _Named, name: str) -> _Named:
    """The widget, with a name for those who don't see what stands beside it."""
    widget.setAccessibleName(name)
    return widget


def _blocks(root: QWidget, parent: QWidget, kept: QWidget | None) -> list[_Block]:
    """All below `parent`, with their places in `root`."""
    blocks: list[_Block] = []
    for child in parent.children():
        if not isinstance(child, QWidget) or child.isWindow() or not child.isVisibleTo(root):
            continue
        if isinstance(child, QScrollArea) and child.widget() is not None:
            inner = stops_of(child.widget(), kept)
            # text alone is scrolled by the area itself
            blocks.append(_Block(_place(child, root), inner or ([child] if _is_stop(child) else [])))
            continue
        if child is kept or _is_stop(child):
            blocks.append(_Block(_place(child, root), [child]))
        blocks += _blocks(root, child, kept)
    return [block for block in blocks if block.stops]


def _is_stop(widget: QWidget) -> bool:
    if not widget.isEnabled() or widget.focusProxy() is not None:
        return False
    group = widget.group() if isinstance(widget, QAbstractButton) else None
    if group is not None and not group.exclusive():
        return True  # once one of a group had the focus, Qt lets Tab pass over the others
    rivals = _rivals(widget)
    if not rivals:
        return bool(int(widget.focusPolicy()) & int(Qt.FocusPolicy.TabFocus))
    # of buttons of which one is chosen, that one; arrows go to the others
    fit = [one for one in rivals if one.isEnabled() and one.isVisibleTo(one.window())]
    return widget is next((one for one in fit if one.isChecked()), next(iter(fit), None))


def _rivals(widget: QWidget) -> list[QAbstractButton]:
    """The buttons of which one is chosen, with this one among them; none for any other widget."""
    if not isinstance(widget, QAbstractButton) or not widget.isCheckable():
        return []
    group = widget.group()
    if group is not None:
        return list(group.buttons()) if group.exclusive() else []
    parent = widget.parentWidget()
    if not widget.autoExclusive() or parent is None:
        return []
    near = parent.findChildren(QAbstractButton, options=Qt.FindChildOption.FindDirectChildrenOnly)
    return [one for one in near if one.autoExclusive() and one.isCheckable() and one.group() is None]


def _place(widget: QWidget, root: QWidget) -> QRect:
    """Of a box with a title, the title: what is in it comes behind."""
    size = widget.size()
    if isinstance(widget, QGroupBox):
        size.setHeight(min(size.height(), widget.fontMetrics().height()))
    return QRect(widget.mapTo(root, QPoint(0, 0)), size)


def _ordered(blocks: list[_Block]) -> list[_Block]:
    """Row by row, and in a row from the left; what begins in a row and has its middle in it belongs to it."""
    left = sorted(blocks, key=lambda block: (block.place.top(), block.place.left()))
    ordered: list[_Block] = []
    while left:
        end = left[0].place.bottom()
        row = [block for block in left if block.place.center().y() <= end]
        ordered += sorted(row, key=lambda block: (block.place.left(), block.place.top()))
        left = [block for block in left if block.place.center().y() > end]
    return ordered
