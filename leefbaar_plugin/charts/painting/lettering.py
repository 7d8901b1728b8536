# SPDX-License-Identifier: GPL-2.0-or-later
"""Type in a chart: fonts made from the widget's own, measured in logical pixels, and text drawn with them."""

from __future__ import annotations

from qgis.PyQt.QtCore import QPointF, QRectF, Qt
from qgis.PyQt.QtGui import QColor, QFont, QFontInfo, QFontMetricsF, QPainter

_SMALL = 0.88
_MOST = 400
"""Texts of which a font remembers the width."""

LEFT = Qt.AlignmentFlag.AlignLeft
RIGHT = Qt.AlignmentFlag.AlignRight
CENTRE = Qt.AlignmentFlag.AlignHCenter


class FontMeasures:
    """One font with its measures; sizes are in pixels, so that they don't depend on the device painted on."""

    def __init__(self, font: QFont) -> None:
        self.font = font
        metrics = QFontMetricsF(font)
        self._metrics = metrics
        self._widths: dict[str, float] = {}
        self.height = metrics.height()
        self.ascent = metrics.ascent()

    def width(self, text: str) -> float:
        """Width of the text; remembered, for most of it stands in the next picture too."""
        known = self._widths.get(text)
        if known is None:
            if len(self._widths) >= _MOST:
                self._widths.clear()
            known = self._widths[text] = float(self._metrics.horizontalAdvance(text))
        return known

    def elided(self, text: str, width: float) -> str:
        """The text, or its beginning with an ellipsis when it does not fit."""
        if self.width(text) <= width:
            return text
        return str(self._metrics.elidedText(text, Qt.TextElideMode.ElideRight, max(width, 0.0)))

    def wrapped(self, text: str, width: float) -> tuple[str, ...]:
        """The text in lines that fit, broken between words; a word that is too long keeps a line of its own."""
        rows: list[str] = []
        for word in text.split(" "):
            if rows and self.width(f"{rows[-1]} {word}") <= width:
                rows[-1] = f"{rows[-1]} {word}"
            else:
                rows.append(word)
        return tuple(rows)

    def draw(
        self,
        painter: QPainter,
        box: QRectF,
        text: str,
        colour: QColor,
        side: Qt.AlignmentFlag = LEFT,
    ) -> None:
        """Draws one line in the box, in its vertical middle, against a side, shortened to fit."""
        shown = self.elided(text, box.width() + 0.5)
        free = box.width() - self.width(shown)
        x = box.left() + (free if side == RIGHT else free / 2.0 if side == CENTRE else 0.0)
        y = box.center().y() - self.height / 2.0 + self.ascent
        painter.setFont(self.font)
        painter.setPen(colour)
        painter.drawText(QPointF(x, y), shown)


class Lettering:
    """The fonts of a chart: normal, small, and both in bold."""

    def __init__(self, font: QFont) -> None:
        size = max(QFontInfo(font).pixelSize(), 8)
        self.normal = FontMeasures(_sized(font, size))
        self.bold = FontMeasures(_sized(font, size, bold=True))
        small = max(round(size * _SMALL), 8)
        self.small = FontMeasures(_sized(font, small))
        self.small_bold = FontMeasures(_sized(font, small, bold=True))

    def fitting(self, text: str, width: float) -> FontMeasures:
        """Normal, or small where normal does not fit."""
        return self.normal if self.normal.width(text) <= width + 0.5 else self.small


def _sized(font: QFont, pixels: int, *, bold: bool = False) -> QFont:
    sized = QFont(font)
    sized.setPixelSize(pixels)
    sized.setBold(bold)
    return sized
