# SPDX-License-Identifier: GPL-2.0-or-later
"""Differences of a scenario on the map: drawn over it while that is wanted, or as a layer with what made it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
from qgis.core import QgsCoordinateReferenceSystem, QgsGeometry, QgsRectangle, QgsWkbTypes
from qgis.gui import QgsRubberBand
from qgis.PyQt.QtGui import QColor

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
_LEAST = 5e-7
"""Score units; less is the rounding of a sum."""


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
        at, before, after = measurer.changed(measures)
        with np.errstate(invalid="ignore"):
            moved = np.abs(after - before) > _LEAST
        at, change = at[moved], (after - before)[moved]
        numbers = pack.model.development_classification.classify(change)
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
            squares = at[numbers == number]
            corners = zip((grid.column[squares] * SQUARE).tolist(), (grid.row[squares] * SQUARE).tolist(), strict=True)
            boxes = [QgsGeometry.fromRect(QgsRectangle(x, y, x + SQUARE, y + SQUARE)) for x, y in corners]
            band.setToGeometry(QgsGeometry.collectGeometry(boxes), QgsCoordinateReferenceSystem(_RD))
            self._bands.append(band)
        return len(at)


def difference_layer(
    measurer: ScenarioMeasurer, name: str, steps: Sequence[Any], measures: Sequence[Measure]
) -> LayerResult | None:
    """The squares that measures change as a layer, with what made it; None when there are none."""
    columns = square_columns(measurer, measures, language())
    if not columns["grid_id"]:
        return None
    grid = measurer.measurer.pack.require_squares()[0]
    at = measurer.changed(measures)[0]
    method = tr(
        "Worked example, not a forecast. Scenario “{name}”, {year}, edition {edition}; weight: {weight}; squares on "
        "the border: {rule}. Measures: {measures}"
    ).format(
        name=name,
        year=measurer.year,
        edition=measurer.measurer.pack.edition,
        weight=weight_name(measurer.measurer.weights.kind),
        rule=rule_name(measurer.measurer.rule),
        measures=measures_text(tuple(steps)),
    )
    outlines = list(square_polygons(grid.column[at], grid.row[at]))
    columns = {"name": columns["grid_id"], **columns}
    return LayerResult(tr("What if: {name}").format(name=name), outlines, columns, method, by_change=True)
