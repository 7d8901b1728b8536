# SPDX-License-Identifier: GPL-2.0-or-later
"""Marks on the lines of a trend: every line has its own shape, so that colour is not the only difference."""

from __future__ import annotations

from qgis.PyQt.QtCore import QPointF, QRectF
from qgis.PyQt.QtGui import QColor, QPainter, QPen

from .painting.colours import ChartColours

_FIRST = 3.5
_OTHER = 2.9


def paint_mark(painter: QPainter, centre: QPointF, index: int, colour: QColor, colours: ChartColours) -> None:
    """Mark of the line with this index: circle, square, diamond, triangle, triangle on its top, open circle."""
    size = _OTHER if index else _FIRST
    painter.setPen(QPen(colours.ground, 1.0))
    painter.setBrush(colour)
    shape = index % 6
    if shape == 1:
        painter.drawRect(QRectF(centre.x() - size, centre.y() - size, 2 * size, 2 * size))
    elif shape in (2, 3, 4):
        painter.drawPolygon([centre + QPointF(x * size, y * size) for x, y in _POLYGONS[shape]])
    else:
        if shape == 5:
            painter.setPen(QPen(colour, 1.2))
            painter.setBrush(colours.ground)
        painter.drawEllipse(centre, size, size)


def paint_missing(painter: QPainter, centre: QPointF, colours: ChartColours) -> None:
    """Mark on the axis of a year without figures."""
    painter.setPen(QPen(colours.muted, 1.2))
    painter.setBrush(colours.ground)
    painter.drawEllipse(centre, 3.0, 3.0)


_POLYGONS = {
    2: ((0, -1.45), (1.45, 0), (0, 1.45), (-1.45, 0)),
    3: ((0, -1.5), (1.4, 1.0), (-1.4, 1.0)),
    4: ((0, 1.5), (1.4, -1.0), (-1.4, -1.0)),
}
