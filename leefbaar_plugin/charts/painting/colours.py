# SPDX-License-Identifier: GPL-2.0-or-later
"""The quiet colours of a chart, mixed from the palette of the window, so that light and dark both work."""

from __future__ import annotations

from dataclasses import dataclass

from qgis.PyQt.QtGui import QColor, QPalette
from qgis.PyQt.QtWidgets import QWidget

from ...layers import styles
from .contrast import contrast, luminance
from .mixing import mixed

RISE, FALL = styles.RISE, styles.FALL
PAPER = "#FFFFFF"
# Lines after the first, which has the text colour; told apart by their marks as well.
SERIES = ("#2F6DB5", "#8A5FA8", "#8F6A1E", "#5A6B77", "#B0416B")
_PAPER_INK = "#1B1B1B"
_PAPER_ACCENT = "#2F6DB5"
_LINE_CONTRAST = 3.0
_DARK_LINE_CONTRAST = 4.5
"""On a dark ground, for there the tints of the classes come nearer to a line."""
_TEXT_CONTRAST = 4.5
_DARK = 0.18
_MUTED = (0.70, 0.80, 0.90)


def readable(colour: QColor, ground: QColor, text: QColor) -> QColor:
    """The colour, made lighter or darker in its own hue until a thin line of it stands out from the ground."""
    dark = luminance(ground.name()) < _DARK
    least = _DARK_LINE_CONTRAST if dark else _LINE_CONTRAST
    hue, saturation, lightness, _ = colour.getHslF()
    for step in range(10):
        share = step / 10.0
        moved = lightness + (1.0 - lightness) * share if dark else lightness * (1.0 - share)
        candidate = QColor.fromHslF(max(hue, 0.0), saturation, moved) if step else colour
        if contrast(candidate.name(), ground.name()) >= least:
            return candidate
    return text


def ground_of(widget: QWidget) -> QColor:
    """The colour a widget stands on: its own, else that of the first parent with one.

    QGIS's dark themes make what lies in a scroll area transparent, so that its palette says black.
    """
    place: QWidget | None = widget
    while place is not None:
        ground = place.palette().color(QPalette.ColorRole.Window)
        if ground.alpha() == 255:
            return ground
        place = place.parentWidget()
    return widget.palette().color(QPalette.ColorRole.Base)


def paper_palette() -> QPalette:
    """Palette for pictures on white paper: reports and the clipboard."""
    palette = QPalette(QColor(PAPER))
    for role, colour in (
        (QPalette.ColorRole.Window, PAPER),
        (QPalette.ColorRole.Base, PAPER),
        (QPalette.ColorRole.WindowText, _PAPER_INK),
        (QPalette.ColorRole.Text, _PAPER_INK),
        (QPalette.ColorRole.Highlight, _PAPER_ACCENT),
    ):
        palette.setColor(role, QColor(colour))
    return palette


def _muted(text: QColor, ground: QColor) -> QColor:
    """A quieter text colour that can still be read (4.5 : 1)."""
    for share in _MUTED:
        candidate = mixed(text, ground, share)
        if contrast(candidate.name(), ground.name()) >= _TEXT_CONTRAST:
            return candidate
    return text


@dataclass(frozen=True)
class ChartColours:
    """Colours by their task in a picture."""

    ground: QColor
    text: QColor
    muted: QColor
    line: QColor
    grid: QColor
    shade: QColor
    accent: QColor

    def series(self, index: int, colour: str = "") -> QColor:
        """Colour of a line: the one asked for, else by its place; always strong enough for this ground."""
        if not colour and index == 0:
            return self.text
        return readable(QColor(colour or SERIES[(index - 1) % len(SERIES)]), self.ground, self.text)

    @classmethod
    def of(
        cls,
        palette: QPalette,
        group: QPalette.ColorGroup = QPalette.ColorGroup.Active,
        ground: QColor | None = None,
    ) -> ChartColours:
        """Colours for a window with this palette, in this state; `ground` where the palette doesn't know it."""
        ground = ground or palette.color(group, QPalette.ColorRole.Window)
        text = palette.color(group, QPalette.ColorRole.WindowText)
        return cls(
            ground=ground,
            text=text,
            muted=_muted(text, ground),
            line=mixed(text, ground, 0.45),
            grid=mixed(text, ground, 0.14),
            shade=mixed(text, ground, 0.07),
            accent=palette.color(group, QPalette.ColorRole.Highlight),
        )
