# SPDX-License-Identifier: GPL-2.0-or-later
"""Differences of a scenario on the map: drawn over it while that is wanted, or as a layer with what made it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
from qgis.core import QgsCoordinateReferenceSystem, QgsGeometry, QgsRectangle, QgsWkbTypes
from qgis.gui import QgsRubberBand
from qgis.PyQt.QtGui import QColor

from ... import settings
from ...analysis.derived import CHANGE
from ...analysis.scenarios.effects import ScenarioMeasurer, square_columns
from ...analysis.scenarios.told import measures_text
from ...engine.models.scenarios import Measure
from ...engine.squares.grid import SQUARE
from ...layers.styles import Palette
from ...layers.views import View, class_styles
from ...pack.files.geopackage import square_polygons
from ...translation import language, tr
from ...words.weights import weight_name
from ...words.wording import rule_name
from ..result_layers import LayerResult

_RD = "EPSG:28992"
_OPACITY = 190


class DifferenceBands:
    """Squares over the map, coloured by how much they change; nothing of the project is touched."""

    def __init__(self, canvas: Any) -> None:
        self._canvas = canvas
        self._bands: list[QgsRubberBand] = []

    def clear(self) -> None:
        """Take them away."""
        for band in self._bands:
            self._canvas.scene().removeItem(band)
        self._bands = []

    def show(self, measurer: ScenarioMeasurer, measures: Sequence[Measure], palette: Palette) -> int:
        """Draw the squares that change; returns how many there are."""
        self.clear()
        if self._canvas is None:
            return 0
        pack = measurer.measurer.pack
        grid = pack.require_squares()[0]
        found = measurer.changed(measures).moved
        numbers = pack.model.development_classification.classify(found.change)
        colours = {
            one.number: one.colour for one in class_styles(pack.model, View(pack.model.total, 0, CHANGE), palette)
        }
        for number in np.unique(numbers).tolist():
            band = QgsRubberBand(self._canvas, QgsWkbTypes.GeometryType.PolygonGeometry)
            colour = QColor(colours.get(number, "#888888"))
            band.setStrokeColor(colour.darker(140))
            colour.setAlpha(_OPACITY)
            band.setFillColor(colour)
            band.setWidth(1)
            squares = found.square[numbers == number]
            corners = zip((grid.column[squares] * SQUARE).tolist(), (grid.row[squares] * SQUARE).tolist(), strict=True)
            boxes = [QgsGeometry.fromRect(QgsRectangle(x, y, x + SQUARE, y + SQUARE)) for x, y in corners]
            band.setToGeometry(QgsGeometry.collectGeometry(boxes), QgsCoordinateReferenceSystem(_RD))
            self._bands.append(band)
        return len(found.square)


def difference_layer(
    measurer: ScenarioMeasurer, name: str, steps: Sequence[Any], measures: Sequence[Measure]
) -> LayerResult | None:
    """The squares that measures change as a layer, with what made it; None when there are none."""
    pack, found = measurer.measurer.pack, measurer.changed(measures).moved
    if not len(found.square):
        return None
    grid = pack.require_squares()[0]
    columns = square_columns(pack, found, language(), settings.load().limits)
    method = tr(
        "Worked example, not a forecast. Scenario “{name}”, {year}, edition {edition}; weight: {weight}; squares on "
        "the border: {rule}. Measures: {measures}"
    ).format(
        name=name,
        year=measurer.year,
        edition=pack.edition,
        weight=weight_name(measurer.measurer.weights.kind),
        rule=rule_name(measurer.measurer.rule),
        measures=measures_text(tuple(steps)),
    )
    outlines = list(square_polygons(grid.column[found.square], grid.row[found.square]))
    columns = {"name": columns["grid_id"], **columns}
    return LayerResult(tr("What if: {name}").format(name=name), outlines, columns, method, by_change=True)
