# SPDX-License-Identifier: GPL-2.0-or-later
"""What algorithms share that hand over figures of a layer of areas: their parameters, and the figures gathered."""

from __future__ import annotations

from typing import Any

from qgis.core import QgsProcessingContext, QgsProcessingFeedback, QgsProcessingParameterField

from ...analysis.measure import Measurer
from ...report.handover import HandedArea, Handover, gather
from ...settings import load
from ...translation import tr
from ..algorithm import progress_of
from ..inputs.area_input import AREAS, AreaInput, AreasAlgorithm, parts_among, tell_areas, tell_weight
from ..inputs.period import YEARS, parse_years
from ..inputs.table_input import field_from
from ..output import stop_if_cancelled

NAME_FIELD = "NAME_FIELD"
_NAMES = ("name", "naam", "label", "code")


class HandingAlgorithm(AreasAlgorithm):
    """Hands over figures of areas by their names, in some years."""

    def add_handing_parameters(self) -> None:
        """Declare data pack, areas, their names, years, and how is measured."""
        self.add_pack_parameter()
        self.add_areas_parameter()
        label = tr("Field with the names (looked for when empty)")
        self.addParameter(QgsProcessingParameterField(NAME_FIELD, label, parentLayerParameterName=AREAS, optional=True))
        self.add_years_parameter(tr("Years: separated by , or “all” (all when empty)"))
        self.add_recipe_parameters(hidden=True)

    def handed(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> Handover:
        """Measure the areas of the layer, and tell what was left out or repaired."""
        _source, read = self.read_areas(parameters, context, feedback)
        pack = self.pack(parameters, context)
        measurer = Measurer(pack, self.recipe(parameters, context))
        tell_weight(measurer, feedback)
        text = self.listed(parameters, YEARS, context)
        years = parse_years(text, pack) if text.strip() else pack.years
        named = field_from(self, parameters, NAME_FIELD, context) or _guessed(read)
        there = [at for at, wkb in enumerate(read.wkb) if wkb is not None]
        areas = [HandedArea(_name(read, at, named), read.wkb[at] or b"") for at in there]
        found = gather(measurer, areas, years, load().smallest_dwellings, progress_of(feedback))
        stop_if_cancelled(feedback)
        features = [read.features[at] for at in there]
        squares, parts = found.scores.squares.max(axis=1).tolist(), parts_among(pack, [read.wkb[at] for at in there])
        tell_areas(features, found.repaired, [], squares, feedback, parts=parts)
        lacking = len(read.wkb) - len(there)
        if lacking:
            feedback.pushWarning(tr("Features without an outline that are left out: {count}.").format(count=lacking))
        return found


def _guessed(read: AreaInput) -> str:
    """A field that looks like the one with the names; "" without one."""
    known = {name.casefold(): name for name in read.fields.names()}
    return next((known[name] for name in _NAMES if name in known), "")


def _name(read: AreaInput, at: int, field: str) -> str:
    value = read.features[at][field] if field else None
    text = "" if value is None else str(value).strip()
    return text if text and text != "NULL" else tr("Area {number}").format(number=at + 1)
