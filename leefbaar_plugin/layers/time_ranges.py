# SPDX-License-Identifier: GPL-2.0-or-later
"""The years of measurement as temporal ranges, and our layers in the range of the year they show."""

from __future__ import annotations

from collections.abc import Iterable

from qgis.core import (
    Qgis,
    QgsDateTimeRange,
    QgsMapLayer,
    QgsRasterLayer,
    QgsRasterLayerTemporalProperties,
    QgsVectorLayer,
)
from qgis.PyQt.QtCore import QDate, QDateTime, Qt, QTime


def range_of(year: int) -> QgsDateTimeRange:
    """The year from its first moment until that of the next year, which isn't in it."""
    return QgsDateTimeRange(_start(year), _start(year + 1), True, False)


def span_of(years: Iterable[int]) -> QgsDateTimeRange:
    """From the first year to the end of the last."""
    years = list(years)
    return QgsDateTimeRange(_start(min(years)), _start(max(years) + 1), True, False)


def year_of(shown: QgsDateTimeRange) -> int | None:
    """The year in which a range begins; None for one without a beginning."""
    return shown.begin().date().year() if shown.begin().isValid() else None


def set_year(layers: Iterable[QgsMapLayer], year: int) -> None:
    """Give layers the range of the year they show."""
    for layer in layers:
        properties = layer.temporalProperties()
        if isinstance(layer, QgsVectorLayer):
            properties.setMode(Qgis.VectorTemporalMode.FixedTemporalRange)
        elif isinstance(layer, QgsRasterLayer):
            properties.setMode(QgsRasterLayerTemporalProperties.TemporalMode.ModeFixedTemporalRange)
        properties.setFixedTemporalRange(range_of(year))
        properties.setIsActive(True)


def clear(layers: Iterable[QgsMapLayer]) -> None:
    """Take layers out of time, so that they show whatever moment a map is in."""
    for layer in layers:
        layer.temporalProperties().setIsActive(False)


def _start(year: int) -> QDateTime:
    return QDateTime(QDate(year, 1, 1), QTime(0, 0), Qt.TimeSpec.UTC)
