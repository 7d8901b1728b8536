# SPDX-License-Identifier: GPL-2.0-or-later
"""Trend and profiles of up to six areas, one under the other, with one picture of both to copy."""

from __future__ import annotations

import math
from collections.abc import Sequence

from qgis.PyQt.QtCore import QRectF, QSize
from qgis.PyQt.QtGui import QColor, QImage, QPainter
from qgis.PyQt.QtWidgets import QApplication, QVBoxLayout, QWidget

from ...charts.figure_data import Named, trend_data
from ...charts.painting.chart import LEAST_WIDTH
from ...charts.painting.colours import PAPER
from ...charts.profile_dots import DotsData, DotSeries, ProfileDots
from ...charts.trend import TrendChart
from ...engine.model import ScoreModel, Theme, in_language
from ...layers.styles import Palette
from ...plain_text import PlainLabel
from ...translation import language, tr, trn

_SCALE = 2.0
_GAP = 8


class ComparePictures(QWidget):
    """The two charts, and a line that says when more areas were selected than can be told apart."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.trend = TrendChart(self)
        self.profiles = ProfileDots(self)
        self.note = PlainLabel(self)
        self.note.setWordWrap(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        for widget in (self.note, self.trend, self.profiles):
            column.addWidget(widget)

    def show_areas(
        self,
        model: ScoreModel,
        theme: Theme,
        palette: Palette,
        areas: Sequence[Named],
        references: Sequence[Named],
        left_out: int,
    ) -> None:
        """Show these areas against references; `left_out` is the number that was selected on top of them."""
        self.trend.set_data(trend_data(model, theme, areas, references, palette) if areas else None)
        self.profiles.set_data(_dots(model, [*areas, *references]) if areas else None)
        text = trn(
            "The pictures show {shown} areas; {left_out} more is selected.",
            "The pictures show {shown} areas; {left_out} more are selected.",
            left_out,
        )
        self.note.setText(text.format(shown=len(areas), left_out=left_out))
        self.note.setVisible(left_out > 0)

    def picture(self) -> QImage:
        """Both charts on white, one under the other."""
        charts = [chart for chart in (self.trend, self.profiles) if chart.table()]
        width = max(self.width(), LEAST_WIDTH)
        heights = [math.ceil(chart.preferred_height(width)) for chart in charts]
        size = QSize(width, max(sum(heights) + _GAP * max(len(charts) - 1, 0), 1))
        image = QImage(size * _SCALE, QImage.Format.Format_ARGB32_Premultiplied)
        image.setDevicePixelRatio(_SCALE)
        image.fill(QColor(PAPER))
        painter = QPainter(image)
        top = 0
        for chart, height in zip(charts, heights, strict=True):
            chart.paint_to(painter, QRectF(0, top, width, height))
            top += height + _GAP
        painter.end()
        return image

    def copy(self) -> None:
        """Put the picture on the clipboard."""
        QApplication.clipboard().setImage(self.picture())


def _dots(model: ScoreModel, named: Sequence[Named]) -> DotsData:
    year = named[0][1].year
    labels = tuple(in_language(theme.name, language()) for theme in model.dimensions)
    series = tuple(
        DotSeries(
            name,
            tuple(
                math.nan if value is None else value
                for value in (figures.dimensions[theme.id] for theme in model.dimensions)
            ),
        )
        for name, figures in named
    )
    return DotsData(tr("Dimensions {year}, deviation from the reference").format(year=year), labels, series)
