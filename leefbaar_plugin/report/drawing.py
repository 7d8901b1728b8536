# SPDX-License-Identifier: GPL-2.0-or-later
"""The panel's own charts as vector pictures; and a legend of classes, which every level of the map shares."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from qgis.PyQt.QtCore import QBuffer, QIODevice, QRect, QRectF, QSize
from qgis.PyQt.QtGui import QPainter
from qgis.PyQt.QtSvg import QSvgGenerator

from ..charts.painting.chart import Chart
from ..layers.styles import ClassStyle

_SWATCH, _ROW, _LEGEND = 16, 22, 260


def svg_of(chart: Chart, width: int) -> bytes:
    """A chart on paper, `width` pixels wide and as high as it needs, with its letters as letters."""
    height = round(chart.preferred_height(width))
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    generator = QSvgGenerator()
    generator.setOutputDevice(buffer)
    generator.setSize(QSize(width, height))
    generator.setViewBox(QRect(0, 0, width, height))
    generator.setTitle(chart.name())
    painter = QPainter(generator)
    chart.paint_to(painter, QRectF(0, 0, width, height))
    painter.end()
    return bytes(buffer.data())


def legend_svg(title: str, classes: Sequence[ClassStyle]) -> bytes:
    """Swatches with their labels, the first class on top."""
    rows = [f'<text x="0" y="16" font-size="14" font-weight="bold">{escape(title)}</text>']
    for at, one in enumerate(classes):
        y = 26 + at * _ROW
        rows.append(
            f'<rect x="0.5" y="{y}.5" width="{_SWATCH + 6}" height="{_SWATCH}" fill="{one.colour}" stroke="#555555"/>'
            f'<text x="32" y="{y + 13}" font-size="13">{escape(one.label)}</text>'
        )
    height = 32 + len(classes) * _ROW
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{_LEGEND}" height="{height}" '
        f'viewBox="0 0 {_LEGEND} {height}" font-family="sans-serif" fill="#1a1a1a">{"".join(rows)}</svg>'
    ).encode()
