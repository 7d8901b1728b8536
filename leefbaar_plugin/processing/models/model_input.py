# SPDX-License-Identifier: GPL-2.0-or-later
"""What the algorithms of indicator models share: level or squares, figures from a table, places as features."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsFeature,
    QgsGeometry,
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingParameterEnum,
    QgsProcessingParameterNumber,
    QgsRectangle,
    QgsWkbTypes,
)

from ...analysis.cautions import cautions_of_sums, few_columns
from ...analysis.measure import Measurer, Recipe
from ...analysis.models.places import ModelPlaces, joined_figures, places_of
from ...analysis.relations.joined_table import JoinedTable
from ...engine.model import in_language
from ...engine.models.indicators import Figures
from ...engine.squares.grid import SQUARE
from ...engine.squares.weights import EQUAL
from ...layers.fields import fields_of
from ...pack.files.resources import load_model
from ...pack.pack import Pack
from ...pack.reading.scores import GRID
from ...pack.tables.area_codes import LEVELS
from ...settings import load
from ...translation import language, tr, trn
from ..algorithm import LeefbaarometerAlgorithm
from ..inputs.polygons import polygon_of
from ..inputs.table_input import CODE_FIELD, field_from, table_from
from ..output import LayerForm, Run, write_layer

LEVEL, BLOCK, REPORT = "LEVEL", "BLOCK", "REPORT"
MODEL_LEVELS = (*LEVELS, GRID)
_MOST_NAMED = 10


@dataclass(frozen=True, eq=False)
class ModelInput:
    """Places with what is published, figures of them, and how the table was joined."""

    pack: Pack
    places: ModelPlaces
    figures: Figures
    joined: JoinedTable

    @property
    def dimensions(self) -> list[str]:
        """Ids of the dimensions, in the order of the model."""
        return [theme.id for theme in self.pack.model.dimensions]


class ModelAlgorithm(LeefbaarometerAlgorithm):
    """Base of the algorithms that put figures of a table beside published dimensions."""

    def add_level_parameter(self) -> None:
        """A level of official areas, or the squares."""
        model = load_model("lbm3")
        names = [in_language(model.level(level).name, language()) for level in MODEL_LEVELS]
        self.addParameter(QgsProcessingParameterEnum(LEVEL, tr("Level"), names, defaultValue=0))

    def block_parameter(self, size: float) -> QgsProcessingParameterNumber:
        """The size of the spatial blocks that are held out."""
        real = QgsProcessingParameterNumber.Type.Double
        return QgsProcessingParameterNumber(BLOCK, tr("Size of the blocks held out (m)"), real, size, minValue=1)

    def input(
        self,
        parameters: dict[str, Any],
        context: QgsProcessingContext,
        feedback: QgsProcessingFeedback,
        columns: Sequence[str],
    ) -> ModelInput:
        """Read table and places and join them; says how many codes belong to none."""
        pack = self.pack(parameters, context)
        table = table_from(self, parameters, context)
        level = MODEL_LEVELS[self.parameterAsEnum(parameters, LEVEL, context)]
        now = load()
        measurer = None
        if pack.grid is not None:
            measurer = Measurer(pack, Recipe(now.weight, now.rule, now.fill_rule, now.imputation))
        places = places_of(pack, measurer, level, self.year(parameters, context, pack))
        figures, joined = joined_figures(places, table, field_from(self, parameters, CODE_FIELD, context), columns)
        if joined.unmatched:
            text = trn(
                "{count} code belongs to no place: {example}.",
                "{count} codes belong to no place, for example {example}.",
                len(joined.unmatched),
            )
            example = ", ".join(joined.unmatched[:_MOST_NAMED])
            feedback.pushWarning(text.format(count=len(joined.unmatched), example=example))
        return ModelInput(pack, places, figures, joined)


def write_places(run: Run, found: ModelInput, columns: Mapping[str, list[Any]], begin: float) -> str:
    """Write a feature per place that has a row in the table."""
    rows = [at for at, row in enumerate(found.joined.row.tolist()) if row >= 0]
    places = found.places
    known = places.weight_kind != EQUAL  # without counts every place is as large as every other
    sizes = [size if known and size == size else None for size in places.weight.tolist()]
    cautions = places.told or cautions_of_sums(sizes, places.weight_kind)
    told = few_columns(cautions, load().limits, language())
    columns = {**columns, **told}
    rd = QgsCoordinateReferenceSystem("EPSG:28992")
    form = LayerForm(fields_of(columns), QgsWkbTypes.Type.MultiPolygon, rd)

    def features() -> Iterator[QgsFeature]:
        for at in rows:
            made = QgsFeature(form.fields)
            made.setGeometry(_outline(found.places, at))
            made.setAttributes([values[at] for values in columns.values()])
            yield made

    return write_layer(run, form, features(), len(rows), begin)


def _outline(places: ModelPlaces, at: int) -> QgsGeometry:
    if places.level == GRID:
        half = SQUARE / 2.0
        x, y = float(places.x[at]), float(places.y[at])
        square = QgsGeometry.fromRect(QgsRectangle(x - half, y - half, x + half, y + half))
        square.convertToMultiType()
        return square
    wkb = places.wkb[at]
    return polygon_of(wkb) if wkb else QgsGeometry()
