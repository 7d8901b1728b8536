# SPDX-License-Identifier: GPL-2.0-or-later
"""`leefbaarometer:development`: change of areas between two years, and of the groups they make."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import numpy as np
from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsFeature,
    QgsFields,
    QgsProcessing,
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingParameterFeatureSink,
    QgsProcessingParameterField,
    QgsWkbTypes,
)

from ...analysis.cautions import few_columns
from ...analysis.change.area_changes import (
    AreaChanges,
    GroupChanges,
    changes_of_covered,
    changes_of_groups,
    changes_of_level,
)
from ...analysis.change.development_tables import (
    area_part_columns,
    cautions_of_groups,
    certain_columns,
    change_cautions,
    change_columns,
    end_columns,
    group_columns,
    source_columns,
)
from ...analysis.marks import mark_columns, marks_of
from ...analysis.measure import Measurer
from ...engine.change.development import is_own_calculation
from ...engine.errors import InputError
from ...engine.model import in_language
from ...layers.fields import beside, fields_of
from ...pack.files.resources import load_model
from ...pack.official import GEMEENTE, LevelAreas, read_level
from ...pack.official_scores import official_scores
from ...pack.pack import Pack
from ...pack.parts import whole_areas
from ...settings import load
from ...translation import language, tr
from ..inputs.area_input import (
    AREAS,
    AreaInput,
    AreasAlgorithm,
    parts_among,
    tell_areas,
    tell_outlines,
    tell_parts,
    tell_small,
    tell_weight,
    words_of,
)
from ..inputs.group_input import group_name
from ..inputs.period import add_period_parameters, period, tell_dimensions
from ..inputs.polygons import polygon_of
from ..output import OUTPUT, LayerForm, Run, stop_if_cancelled, write_layer
from ..tables import write_beside

GROUP_FIELD, WEIGHT_SINCE, WEIGHT_UNTIL = "GROUP_FIELD", "WEIGHT_SINCE", "WEIGHT_UNTIL"
GROUPS = "GROUPS"
_MEASURED_AT = 80


class DevelopmentOfAreas(AreasAlgorithm):
    """Change, class, contributions, shares that got better or worse, and the decomposition of groups."""

    id_ = "development"

    def title(self) -> str:
        """Translated name."""
        return tr("Development of areas")

    def initAlgorithm(self, _configuration: dict[str, Any] | None = None) -> None:
        """Declare parameters and outputs; called by QGIS."""
        self.add_pack_parameter()
        self.add_areas_parameter(optional=True)
        self.add_level_parameter()
        add_period_parameters(self)
        self._add_field(GROUP_FIELD, tr("Group of an area (field; empty: all areas are one group)"))
        number = QgsProcessingParameterField.DataType.Numeric
        self._add_field(WEIGHT_SINCE, tr("Weight of an area in the first year (field)"), number)
        self._add_field(WEIGHT_UNTIL, tr("Weight of an area in the last year (field)"), number)
        self.add_recipe_parameters()
        kinds = QgsProcessing.SourceType.TypeVectorPolygon, QgsProcessing.SourceType.TypeVector
        self.addParameter(QgsProcessingParameterFeatureSink(OUTPUT, tr("Development of areas"), kinds[0]))
        self.addParameter(
            QgsProcessingParameterFeatureSink(
                GROUPS, tr("Development of groups"), kinds[1], optional=True, createByDefault=False
            )
        )

    def _add_field(
        self,
        name: str,
        label: str,
        kind: QgsProcessingParameterField.DataType = QgsProcessingParameterField.DataType.Any,
    ) -> None:
        self.addParameter(QgsProcessingParameterField(name, label, None, AREAS, kind, optional=True))

    def compute(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> dict[str, Any]:
        """Compare both years, then write a feature per area, and a row per group when asked for."""
        pack = self.pack(parameters, context)
        since, until = period(self, parameters, context, pack)
        tell_dimensions(pack, (since, until), feedback)
        of_layer = parameters.get(AREAS) not in (None, "")
        measurer = Measurer(pack, self.recipe(parameters, context)) if pack.grid is not None or of_layer else None
        if measurer is not None:
            tell_weight(measurer, feedback)
        if of_layer and measurer is not None:
            areas, changes = self._of_layer(parameters, context, feedback, measurer, since, until)
            keys, weights = self._groups(parameters, context, areas)
        else:
            level = self.level(parameters, context)
            changes, areas = _of_level(pack, level, since, until, measurer)
            keys, weights = _official_groups(level, changes.areas), None
            tell_parts(changes.left_out, feedback)
            tell_outlines(pack, level, feedback)
        tell_small(marks_of(pack, changes.official), feedback)
        feedback.setProgress(_MEASURED_AT / 2)
        stop_if_cancelled(feedback)
        groups = None
        if measurer is not None and changes.coverage is not None and len(changes):
            groups = changes_of_groups(
                measurer, changes.coverage, keys, since, until, weights, official=changes.official
            )
        elif parameters.get(GROUPS) not in (None, ""):
            feedback.pushWarning(
                tr("Without squares the change of a group can't be taken apart; its table is left out.")
            )
        if is_own_calculation(pack.model, pack.model.total.id) and changes.own_class.any():
            feedback.pushInfo(tr("The classes of change are an own calculation: the ministry's bounds aren't public."))
        return self._write(Run(self, parameters, context, feedback), pack, areas, changes, groups)

    def _of_layer(
        self,
        parameters: dict[str, Any],
        context: QgsProcessingContext,
        feedback: QgsProcessingFeedback,
        measurer: Measurer,
        since: int,
        until: int,
    ) -> tuple[AreaInput, AreaChanges]:
        _source, areas = self.read_areas(parameters, context, feedback)
        valid, coverage = measurer.cover(areas.wkb)
        said = [words_of(feature) for feature in areas.features]
        official = official_scores(measurer.pack).recognise(valid.wkb, said)
        changes = changes_of_covered(measurer, coverage, since, until, official)
        squares, parts = changes.found.squares.tolist(), parts_among(measurer.pack, areas.wkb)
        tell_areas(areas.features, valid.repaired, valid.empty, squares, feedback, parts=parts)
        return areas, changes

    def _groups(
        self, parameters: dict[str, Any], context: QgsProcessingContext, areas: AreaInput
    ) -> tuple[list[str], np.ndarray | None]:
        """Group of every area as text, and weights of the areas in both years, None without fields for them."""
        field = self.parameterAsString(parameters, GROUP_FIELD, context)
        keys = [group_name(feature[field]) if field else tr("all areas") for feature in areas.features]
        names = [self.parameterAsString(parameters, name, context) for name in (WEIGHT_SINCE, WEIGHT_UNTIL)]
        if not any(names):
            return keys, None
        if not all(names):
            raise InputError("Weights of areas are needed for both years, or for none.")
        rows = [[_number(feature[name]) for name in names] for feature in areas.features]
        return keys, np.array(rows, float).reshape(-1, 2)

    def _write(
        self, run: Run, pack: Pack, areas: AreaInput, changes: AreaChanges, groups: GroupChanges | None
    ) -> dict[str, Any]:
        rule = self.recipe(run.parameters, run.context).rule
        columns = change_columns(pack.model, changes, rule, language())
        columns |= area_part_columns(pack.model, groups, len(changes))
        columns |= end_columns(pack.model, changes, language()) | source_columns(changes)
        columns |= mark_columns(marks_of(pack, changes.official), load().smallest_inhabitants)
        columns |= change_cautions(changes, language(), load().limits) | certain_columns(changes)
        crs = QgsCoordinateReferenceSystem("EPSG:28992")
        form = LayerForm(beside(areas.fields, fields_of(columns)), QgsWkbTypes.Type.MultiPolygon, crs)
        table = group_columns(pack.model, groups, language()) if groups is not None else None
        if table is not None and groups is not None:
            table |= few_columns(cautions_of_groups(changes, groups), load().limits, language())
        features = _features(form.fields, areas, list(zip(*columns.values(), strict=True)))
        return write_beside(
            run, table, GROUPS, lambda: write_layer(run, form, features, len(areas.features), _MEASURED_AT)
        )


def _of_level(
    pack: Pack, level: str, since: int, until: int, measurer: Measurer | None
) -> tuple[AreaChanges, AreaInput]:
    """Change of the areas of a level, and the areas as features with the fields code and name."""
    name = in_language(load_model("lbm3").level(level).name, language())
    if level not in pack.known_levels:
        raise InputError("The data have no areas of level {level}.", level=name)
    changes = changes_of_level(pack, level, since, until, measurer)
    known = changes.areas if changes.areas is not None and measurer is not None else None
    shapes = known or whole_areas(pack, read_level(pack, level))[0]
    fields = fields_of(["code", "name"])
    features = []
    for number, row in enumerate(zip(shapes.code, shapes.name, strict=True), start=1):
        feature = QgsFeature(fields, number)
        feature.setAttributes(list(row))
        features.append(feature)
    return changes, AreaInput(fields, features, list(shapes.wkb))


def _official_groups(level: str, areas: LevelAreas | None) -> list[str]:
    """Buurten and wijken by gemeente; gemeenten and postcode areas all together."""
    if areas is None:
        return []
    if level == GEMEENTE or not any(areas.gemeente):
        return [tr("all areas")] * len(areas)
    return areas.gemeente


def _features(fields: QgsFields, areas: AreaInput, rows: list[tuple[Any, ...]]) -> Iterator[QgsFeature]:
    for feature, wkb, row in zip(areas.features, areas.wkb, rows, strict=True):
        made = QgsFeature(fields)
        if wkb:
            made.setGeometry(polygon_of(wkb))
        made.setAttributes(feature.attributes() + list(row))
        yield made


def _number(value: Any) -> float:
    try:
        return float(value)
    except (TypeError, ValueError):
        return float("nan")
