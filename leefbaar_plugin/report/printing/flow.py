# SPDX-License-Identifier: GPL-2.0-or-later
"""Closes up the pages of a report: labels get the height of their text, what is below follows, none lies over another.

Only in templates whose layout has the custom property `lbm_flow`, as those that come along have; a template made from
one keeps it. An item without content leaves no gap, and a page on which nothing is left of an area but its name goes.
"""

from __future__ import annotations

import base64
import re
from collections.abc import Sequence
from dataclasses import dataclass

from qgis.core import (
    Qgis,
    QgsLayout,
    QgsLayoutItem,
    QgsLayoutItemLabel,
    QgsLayoutItemPicture,
    QgsLayoutPoint,
    QgsLayoutSize,
    QgsLayoutUtils,
    QgsRenderContext,
    QgsTextRenderer,
)
from qgis.PyQt.QtGui import QFontMetricsF

FLOW = "lbm_flow"
_FOOT = ("lbm_source", "lbm_page", "lbm_foot")
_SCALE_BAR = "lbm_scale_bar"
_MAP, _ON_MAP = "lbm_map", ("lbm_north", _SCALE_BAR)
"""A map, and what lies on it and goes along."""
_GAP = 5.0
"""Millimetres that stay between items at most."""
_ABOVE_FOOT, _SPARE, _GROWS = 3.0, 0.6, 0.5
_ROUNDED = 1e-6
_CAUTIOUS = 0.975
"""Letters are a little wider or narrower where a page is drawn than where it is measured."""
_LEAST_WIDTH = 20.0
"""Millimetres of a label from which long words in it are broken."""
_LONG_WORDS = re.compile(r"\S{16,}")
_SIGNS = "_-/.,+&"
_FINER = 10.0
"""Letters are measured so many times larger, as QGIS does."""
_SCALES = (1.0, 0.96, 0.92, 0.88, 0.84, 0.8, 0.76)
_HEAD = 2_000
"""Letters of a picture that hold its size; a multiple of four."""
_VIEW_BOX = re.compile(rb'viewBox="0 0 (\d+) (\d+)"')
_SHRINKS = ("lbm_text", "lbm_change", "lbm_basis", "lbm_method", "lbm_warning")


@dataclass
class _Placed:
    """An item in millimetres on its page: where the template has it, and how high its content is."""

    item: QgsLayoutItem
    left: float
    top: float
    right: float
    bottom: float
    height: float
    moved_to: float = 0.0

    @property
    def end(self) -> float:
        """Where its content ends."""
        return self.moved_to + self.height

    def is_above(self, other: _Placed) -> bool:
        """Whether it stands above another item, in the same column."""
        return self.bottom <= other.top + 0.1 and self.left < other.right - 0.1 and other.left < self.right - 0.1


def flows(layout: QgsLayout) -> bool:
    """Whether the template of a layout asks for it."""
    return str(layout.customProperty(FLOW, "")).lower() in {"true", "1"}


def close_up(items: Sequence[QgsLayoutItem]) -> None:
    """Move the items of one area up or down, page by page; long texts get smaller letters where the foot is near."""
    for page in sorted({item.page() for item in items}):
        of_page = [item for item in items if item.page() == page]
        foot = min((one.pagePos().y() for one in of_page if one.id() in _FOOT), default=1e9) - _ABOVE_FOOT
        sizes = {item.id(): item.textFormat().size() for item in of_page if item.id() in _SHRINKS}
        for scale in _SCALES:
            _set_sizes(of_page, sizes, scale)
            placed = _flowed([item for item in of_page if item.id() not in (*_FOOT, *_ON_MAP)])
            _cut_map(placed, foot, alone=scale != _SCALES[-1])
            if all(one.end <= foot + _ROUNDED for one in placed):
                break
        _grow_map(placed, foot)
        _move(placed, [item for item in of_page if item.id() in _ON_MAP], page)


def _set_sizes(items: Sequence[QgsLayoutItem], sizes: dict[str, float], scale: float) -> None:
    for item in items:
        if item.id() in sizes and scale != 1.0:
            letters = item.textFormat()
            letters.setSize(sizes[item.id()] * scale)
            item.setTextFormat(letters)


def _flowed(items: Sequence[QgsLayoutItem]) -> list[_Placed]:
    """Every item below what stands above it, as far as in the template but no further than the gap."""
    placed = sorted((_placed(item) for item in items), key=lambda one: (one.top, one.left))
    for at, one in enumerate(placed):
        above = [other for other in placed[:at] if other.is_above(one)]
        ends = [other.end + min(one.top - other.bottom, _GAP) for other in above]
        one.moved_to = max(ends, default=one.top)
    return placed


def _placed(item: QgsLayoutItem) -> _Placed:
    place, size = item.pagePos(), item.rect()
    height = size.height()
    if isinstance(item, QgsLayoutItemLabel) and not item.frameEnabled():
        height = text_height(item)
    elif isinstance(item, QgsLayoutItemPicture) and item.picturePath().startswith("base64:"):
        height = min(_picture_height(item), height)
    return _Placed(item, place.x(), place.y(), place.x() + size.width(), place.y() + size.height(), height, place.y())


def _cut_map(placed: Sequence[_Placed], foot: float, alone: bool) -> None:
    """Make a map lower where it, or what stands below it, gets into the foot; `alone` where nothing stands below it."""
    chosen = next((one for one in placed if one.item.id() == _MAP), None)
    if chosen is None:
        return
    below = [one for one in placed if chosen.is_above(one)]
    over = min(max(one.end for one in (chosen, *below)) - foot, chosen.height * _GROWS)
    if over > 0 and not (alone and below):
        chosen.height -= over
        for one in below:
            one.moved_to -= over


def _grow_map(placed: Sequence[_Placed], foot: float) -> None:
    """Give a map the room that is left above the foot; what stands below it goes down as far."""
    chosen = next((one for one in placed if one.item.id() == _MAP), None)
    if chosen is None:
        return
    below = [one for one in placed if chosen.is_above(one)]
    free = min(foot - max(one.end for one in (chosen, *below)), chosen.height * _GROWS)
    if free > 0:
        chosen.height += free
        for one in below:
            one.moved_to += free


def text_height(label: QgsLayoutItemLabel) -> float:
    """Height in millimetres of a label's text, wrapped at its width."""
    context = QgsLayoutUtils.createRenderContextForLayout(label.layout(), None)
    rows = ["x"] * len(wrapped(label, context))  # QGIS measures rows that it needn't wrap in no time
    high = QgsTextRenderer.textHeight(context, label.textFormat(), rows, Qgis.TextLayoutMode.Rectangle)
    return float(high) / context.scaleFactor() + 2 * label.marginY() + _SPARE


def wrapped(label: QgsLayoutItemLabel, context: QgsRenderContext) -> list[str]:
    """The text of a label in rows that fit, broken between words as QGIS does, a little sooner."""
    metrics = QFontMetricsF(label.textFormat().scaledFont(context, _FINER))
    across = (label.rect().width() - 2 * label.marginX()) * context.scaleFactor() * _CAUTIOUS * _FINER
    rows: list[str] = []
    for line in label.currentText().split("\n"):
        words = line.split(" ")
        row = words[0]
        for word in words[1:]:
            longer = f"{row} {word}"
            if metrics.horizontalAdvance(longer) <= across:
                row = longer
            else:
                rows.append(row)
                row = word
        rows.append(row)
    return rows


def breakable(label: QgsLayoutItemLabel, text: str) -> str:
    """A text for a label in which words that are wider than it have spaces where they can be broken: QGIS breaks at
    spaces alone, and cuts the rest off.
    """
    if label.rect().width() < _LEAST_WIDTH or not _LONG_WORDS.search(text):
        return text
    context = QgsLayoutUtils.createRenderContextForLayout(label.layout(), None)
    metrics = QFontMetricsF(label.textFormat().scaledFont(context, _FINER))
    across = (label.rect().width() - 2 * label.marginX()) * context.scaleFactor() * _CAUTIOUS * _FINER
    return _LONG_WORDS.sub(lambda found: " ".join(_pieces(found[0], metrics, across)), text)


def _pieces(word: str, metrics: QFontMetricsF, across: float) -> list[str]:
    """A word in pieces that fit, broken behind a sign where one is near enough."""
    pieces = []
    while len(word) > 1 and metrics.horizontalAdvance(word) > across:
        fits = next(
            at for at in range(len(word) - 1, 0, -1) if at == 1 or metrics.horizontalAdvance(word[:at]) <= across
        )
        sign = max(word.rfind(sign, 0, fits) for sign in _SIGNS) + 1
        cut = sign if sign > fits / 2 else fits
        pieces.append(word[:cut])
        word = word[cut:]
    return [*pieces, word]


def _picture_height(item: QgsLayoutItemPicture) -> float:
    """Height in millimetres of a drawing of ours, as wide as its item."""
    head = base64.b64decode(item.picturePath().removeprefix("base64:")[:_HEAD])
    box = _VIEW_BOX.search(head)
    return float(item.rect().width()) * float(box[2]) / max(float(box[1]), 1.0) if box else float(item.rect().height())


def _move(placed: Sequence[_Placed], on_map: Sequence[QgsLayoutItem], page: int) -> None:
    for one in placed:
        one.item.attemptResize(QgsLayoutSize(one.right - one.left, one.height))
        one.item.attemptMove(QgsLayoutPoint(one.left, one.moved_to), False, False, page)
        if one.item.id() == _MAP:
            for other in on_map:
                shifted = QgsLayoutPoint(other.pagePos().x(), other.pagePos().y() + one.moved_to - one.top)
                if other.id() == _SCALE_BAR:
                    shifted.setY(shifted.y() + one.height - (one.bottom - one.top))
                other.attemptMove(shifted, False, False, page)
