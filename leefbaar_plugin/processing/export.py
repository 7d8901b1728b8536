# SPDX-License-Identifier: GPL-2.0-or-later
"""`leefbaarometer:export`: figures of areas as a workbook, CSV, GeoPackage or GeoJSON, with method and recipe."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from qgis.core import (
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingParameterEnum,
    QgsProcessingParameterField,
    QgsProcessingParameterFileDestination,
)

from ..data.measure import Measurer
from ..layers.styles import load_palette
from ..report.files import write_handover
from ..report.handover import HandedArea, gather
from ..settings import load
from ..translation import tr
from .algorithm import advanced, progress_of
from .area_input import AREAS, AreaInput, AreasAlgorithm, parts_among, tell_areas, tell_weight
from .output import OUTPUT, stop_if_cancelled
from .period import YEARS, parse_years
from .table_input import field_from

NAME_FIELD, CSV_STYLE = "NAME_FIELD", "CSV_STYLE"
DUTCH, INTERNATIONAL = "nl", "international"
FILTERS = "Excel (*.xlsx);;OpenDocument (*.ods);;CSV (*.csv);;GeoPackage (*.gpkg);;GeoJSON (*.geojson);;HTML (*.html)"
_NAMES = ("name", "naam", "label", "code")


class ExportAreas(AreasAlgorithm):
    """Hand over figures of areas in one file that says how they were made."""

    id_ = "export"

    def title(self) -> str:
        """Translated name."""
        return tr("Hand over figures of areas")

    def initAlgorithm(self, _configuration: dict[str, Any] | None = None) -> None:
        """Declare parameters and outputs; called by QGIS."""
        self.add_pack_parameter()
        self.add_areas_parameter()
        label = tr("Field with the names (looked for when empty)")
        self.addParameter(QgsProcessingParameterField(NAME_FIELD, label, parentLayerParameterName=AREAS, optional=True))
        self.add_years_parameter(tr("Years: separated by , or “all” (all when empty)"))
        self.add_recipe_parameters(hidden=True)
        dutch, international = tr("Dutch: semicolon, decimal comma"), tr("International: comma, decimal point")
        styles = [tr("as in the settings"), dutch, international]
        self.addParameter(advanced(QgsProcessingParameterEnum(CSV_STYLE, tr("CSV files"), styles, defaultValue=0)))
        self.addParameter(QgsProcessingParameterFileDestination(OUTPUT, tr("File"), FILTERS))

    def compute(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> dict[str, Any]:
        """Measure the areas and write the file."""
        path = Path(self.parameterAsFileOutput(parameters, OUTPUT, context))
        _source, read = self.read_areas(parameters, context, feedback)
        pack = self.pack(parameters, context)
        measurer = Measurer(pack, self.recipe(parameters, context))
        tell_weight(measurer, feedback)
        text = self.listed(parameters, YEARS, context)
        years = parse_years(text, pack) if text.strip() else pack.years
        named = field_from(self, parameters, NAME_FIELD, context) or _guessed(read)
        there = [at for at, wkb in enumerate(read.wkb) if wkb is not None]
        areas = [HandedArea(_name(read, at, named), read.wkb[at] or b"") for at in there]
        now = load()
        found = gather(measurer, areas, years, now.smallest_dwellings, progress_of(feedback))
        stop_if_cancelled(feedback)
        features = [read.features[at] for at in there]
        squares, parts = found.scores.squares.max(axis=1).tolist(), parts_among(pack, [read.wkb[at] for at in there])
        tell_areas(features, found.repaired, [], squares, feedback, parts=parts)
        lacking = len(read.wkb) - len(there)
        if lacking:
            feedback.pushWarning(tr("Features without an outline that are left out: {count}.").format(count=lacking))
        style = (now.csv_style, DUTCH, INTERNATIONAL)[self.parameterAsEnum(parameters, CSV_STYLE, context)]
        write_handover(path, found, load_palette(now.palette), style == DUTCH, now.source_line)
        return {OUTPUT: str(path)}


def _guessed(read: AreaInput) -> str:
    """A field that looks like the one with the names; "" without one."""
    known = {name.casefold(): name for name in read.fields.names()}
    return next((known[name] for name in _NAMES if name in known), "")


def _name(read: AreaInput, at: int, field: str) -> str:
    value = read.features[at][field] if field else None
    text = "" if value is None else str(value).strip()
    return text if text and text != "NULL" else tr("Area {number}").format(number=at + 1)
