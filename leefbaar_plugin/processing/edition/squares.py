# SPDX-License-Identifier: GPL-2.0-or-later
"""The squares of a pack as features, one per square that has a score."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from qgis.core import QgsCoordinateReferenceSystem, QgsFeature, QgsFields, QgsGeometry, QgsRectangle, QgsWkbTypes

from ...engine.squares.grid import SQUARE
from ...layers.fields import fields_of
from ..output import LayerForm

Columns = Mapping[str, Sequence[Any]]
"""A table of squares by column name, `grid_id` the first, as `analysis.measure.square_columns` makes it."""


def square_form(columns: Columns) -> LayerForm:
    """Form of a layer of squares with these columns."""
    return LayerForm(fields_of(columns), QgsWkbTypes.Type.Polygon, QgsCoordinateReferenceSystem("EPSG:28992"))


def square_features(fields: QgsFields, columns: Columns) -> Iterator[QgsFeature]:
    """A feature per square, with its 100 x 100 m in EPSG:28992."""
    for row in zip(*columns.values(), strict=True):
        feature = QgsFeature(fields)
        x, y = int(row[0][1:5]) * SQUARE, int(row[0][6:]) * SQUARE
        feature.setGeometry(QgsGeometry.fromRect(QgsRectangle(x, y, x + SQUARE, y + SQUARE)))
        feature.setAttributes(list(row))
        yield feature
