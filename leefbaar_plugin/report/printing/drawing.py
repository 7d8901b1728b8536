# SPDX-License-Identifier: GPL-2.0-or-later
"""Drawings: the panel's own charts, tables, and a legend of classes, which every level of the map shares.

A drawing paints itself on anything: as SVG it is a picture that stays without the plugin, of which renderers turn the
letters into shapes; on the page of a PDF its letters are letters.
"""

from __future__ import annotations

import base64
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import accumulate

from qgis.PyQt.QtCore import QBuffer, QIODevice, QPointF, QRect, QRectF, QSize
from qgis.PyQt.QtGui import QColor, QFont, QImage, QPainter, QPen
from qgis.PyQt.QtSvg import QSvgGenerator

from ...charts.painting.chart import Chart
from ...charts.painting.lettering import LEFT, RIGHT, FontMeasures, Lettering
from ...layers.styles import ClassStyle
from ..tables import TextTable

_LETTERS = 12
"""Height of letters in pixels, whatever the window's are: pictures of a report look the same on every machine."""
_INK, _GREY, _LINE = "#1a1a1a", "#555555", "#b8b8b8"
_SWATCH, _ROW, _LEGEND, _BETWEEN, _GAP, _ROOMY = 22, 20, 188, 8, 4, 400


def lettering() -> Lettering:
    """The letters of a report's pictures."""
    return Lettering(_font())


def _font() -> QFont:
    font = QFont()
    font.setPixelSize(_LETTERS)
    return font


@dataclass(frozen=True)
class Drawing:
    """A picture of so many pixels with a title, and what paints it with its upper left corner at 0, 0."""

    width: int
    height: int
    title: str
    paint: Callable[[QPainter], None]

    def svg(self) -> bytes:
        """The drawing as SVG."""
        buffer = QBuffer()
        buffer.open(QIODevice.OpenModeFlag.WriteOnly)
        generator = QSvgGenerator()
        generator.setOutputDevice(buffer)
        generator.setSize(QSize(self.width, self.height))
        generator.setViewBox(QRect(0, 0, self.width, self.height))
        generator.setTitle(self.title)
        painter = QPainter(generator)
        self.paint(painter)
        painter.end()
        return bytes(buffer.data())

    def source(self) -> str:
        """The drawing as the source of a picture in a layout."""
        return as_source(self.svg())

    def image(self, scale: float) -> QImage:
        """The drawing on white, so many times finer than on screen."""
        image = QImage(QSize(self.width, self.height) * scale, QImage.Format.Format_RGB32)
        image.fill(QColor("#ffffff"))
        painter = QPainter(image)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.TextAntialiasing)
        painter.scale(scale, scale)
        self.paint(painter)
        painter.end()
        return image

    def paint_in(self, painter: QPainter, box: QRectF) -> None:
        """Paint as large as fits in a box, against its upper left corner."""
        scale = min(box.width() / max(self.width, 1), box.height() / max(self.height, 1))
        painter.save()
        painter.translate(box.topLeft())
        painter.scale(scale, scale)
        self.paint(painter)
        painter.restore()


def as_source(svg: bytes) -> str:
    """A picture as the source of an item of a layout."""
    return "base64:" + base64.b64encode(svg).decode()


def chart_drawing(chart: Chart, width: int) -> Drawing:
    """A chart on paper, `width` pixels wide and as high as it needs, with its letters as letters."""
    chart.setFont(_font())
    height = round(chart.preferred_height(width))
    box = QRectF(0, 0, width, height)
    return Drawing(width, height, chart.name(), lambda painter: chart.paint_to(painter, box))


def table_drawing(table: TextTable, width: int) -> Drawing:
    """A table: title, heads, a line below each row; figures stand at the right of their columns."""
    letters = lettering()
    cell, bold = (letters.normal, letters.small_bold) if width >= _ROOMY else (letters.small, letters.small_bold)
    edges = _edges(table, width, cell, bold)
    titles = letters.normal.wrapped(table.title, width)
    heads = [bold.wrapped(head, end - start - _GAP) for head, (start, end) in zip(table.heads, edges, strict=True)]
    top = len(titles) * letters.normal.height + 4
    below = top + max(len(head) for head in heads) * bold.height + 4
    height = round(below + len(table.rows) * _ROW + 2)

    def paint(painter: QPainter) -> None:
        for at, line in enumerate(titles):
            box = QRectF(0, at * letters.normal.height, width, letters.normal.height)
            letters.normal.draw(painter, box, line, QColor(_GREY))
        for column, head in enumerate(heads):
            for at, line in enumerate(head):
                y = below - 2 - (len(head) - at) * bold.height
                start, end = edges[column]
                bold.draw(painter, QRectF(start, y, end - start, bold.height), line, _ink(), RIGHT)
        for at, row in enumerate(table.rows):
            y = below + at * _ROW
            painter.setPen(QPen(QColor(_LINE), 0.7))
            painter.drawLine(QPointF(0, y), QPointF(width, y))
            for column, text in enumerate(row):
                start, end = edges[column]
                box = QRectF(start, y, end - start, _ROW)
                cell.draw(painter, box, text, _ink(), RIGHT if column else LEFT)

    return Drawing(width, height, table.title, paint)


def _edges(table: TextTable, width: int, cell: FontMeasures, bold: FontMeasures) -> list[tuple[float, float]]:
    """Where columns start and end: each has the room that its figures and the words of its head need, and a like share
    of what is left.
    """
    needed = [max(map(cell.width, column)) for column in zip(*table.rows, strict=True)]
    words = [max(map(bold.width, head.split() or [""])) for head in table.heads]
    needed = [max(figures, word) + _GAP for figures, word in zip(needed, words, strict=True)]
    needed[0] += _BETWEEN - _GAP
    spare = max(width - sum(needed), 0.0) / (len(needed) - 1)
    ends = list(accumulate(one + (spare if at else 0.0) for at, one in enumerate(needed)))
    return list(zip([0.0, *ends[:-1]], ends, strict=True))


def _ink() -> QColor:
    return QColor(_INK)


def legend_drawing(title: str, classes: Sequence[ClassStyle]) -> Drawing:
    """Swatches with their labels, the first class on top; as wide as the longest asks for."""
    letters = lettering()
    widest = max(letters.normal.width(one.label) for one in classes) + _SWATCH + _BETWEEN
    width = round(max(_LEGEND, widest + 2))
    titles = letters.bold.wrapped(title, width)
    top = len(titles) * letters.bold.height + 6
    height = round(top + len(classes) * _ROW)

    def paint(painter: QPainter) -> None:
        for at, line in enumerate(titles):
            box = QRectF(0, at * letters.bold.height, width, letters.bold.height)
            letters.bold.draw(painter, box, line, QColor(_INK))
        for at, one in enumerate(classes):
            y = top + at * _ROW
            painter.setPen(QPen(QColor(_GREY), 0.7))
            painter.setBrush(QColor(one.colour))
            painter.drawRect(QRectF(0.5, y + 2, _SWATCH, _ROW - 5))
            box = QRectF(_SWATCH + _BETWEEN, y, width - _SWATCH - _BETWEEN, _ROW - 1)
            letters.normal.draw(painter, box, one.label, QColor(_INK))

    return Drawing(width, height, title, paint)
