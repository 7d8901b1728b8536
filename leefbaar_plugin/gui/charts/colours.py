# SPDX-License-Identifier: GPL-2.0-or-later
"""The quiet colours of a chart, mixed from the palette of the window, so that light and dark both work."""

from __future__ import annotations

from dataclasses import dataclass

from qgis.PyQt.QtGui import QColor, QPalette

from .contrast import contrast

RISE = "#1C8277"
FALL = "#C24E00"
PAPER = "#FFFFFF"
# Lines after the first, which has the text colour; told apart by their marks as well.
SERIES = ("#2F6DB5", "#8A5FA8", "#8F6A1E", "#5A6B77", "#B0416B")
_PAPER_INK = "#1B1B1B"
_PAPER_ACCENT = "#2F6DB5"
_LINE_CONTRAST = 3.0


def mixed(first: QColor, second: QColor, share: float) -> QColor:
    """Colour with `share` (0-1) of the first over the second; opaque."""
    rest = 1.0 - share
    return QColor(
        round(first.red() * share + second.red() * rest),
        round(first.green() * share + second.green() * rest),
        round(first.blue() * share + second.blue() * rest),
    )


def readable(colour: QColor, ground: QColor, text: QColor) -> QColor:
    """The colour, moved towards the text colour until a thin line of it stands out from the ground (3 : 1)."""
    for step in range(10):
        candidate = mixed(text, colour, step / 10.0)
        if contrast(candidate.name(), ground.name()) >= _LINE_CONTRAST:
            return candidate
    return text


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
    def of(cls, palette: QPalette, group: QPalette.ColorGroup = QPalette.ColorGroup.Active) -> ChartColours:
        """Colours for a window with this palette, in this state."""
        ground = palette.color(group, QPalette.ColorRole.Window)
        text = palette.color(group, QPalette.ColorRole.WindowText)
        return cls(
            ground=ground,
            text=text,
            muted=mixed(text, ground, 0.70),
            line=mixed(text, ground, 0.45),
            grid=mixed(text, ground, 0.14),
            shade=mixed(text, ground, 0.07),
            accent=palette.color(group, QPalette.ColorRole.Highlight),
        )
