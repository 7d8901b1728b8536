# SPDX-License-Identifier: GPL-2.0-or-later
"""`leefbaarometer:gridlayer`: the squares as a styled layer, vector or raster, that keeps its style."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
from qgis.core import (
    QgsCoordinateTransformContext,
    QgsFeatureSink,
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingParameterEnum,
    QgsProcessingParameterFileDestination,
    QgsProcessingUtils,
    QgsRasterLayer,
    QgsVectorFileWriter,
    QgsVectorLayer,
)

from ...analysis.cautions import cautions_of_sums, few_columns
from ...analysis.measure import square_columns
from ...engine.errors import InputError, WriteError
from ...engine.model import Theme, in_language
from ...engine.squares.grid import decode_square_ids
from ...engine.squares.weights import DWELLINGS
from ...layers.attributes.results import metadata_of
from ...layers.styles import layer_title, load_palette, style_raster
from ...pack.files.disk import beside, is_there
from ...pack.files.raster import write_classes
from ...pack.files.resources import load_model
from ...pack.pack import Pack
from ...pack.reading.scores import GRID
from ...settings import load
from ...translation import language, tr, translated_error
from ..algorithm import LeefbaarometerAlgorithm, progress_of
from ..dressing import dress, is_step, keep, origin_of, say_unsaved
from ..output import OUTPUT, SCHEME, require_features, stop_if_cancelled
from .squares import square_features, square_form

THEME, AS = "THEME", "AS"
VECTOR, RASTER = 0, 1
_ENDINGS = {VECTOR: ".gpkg", RASTER: ".tif"}
_LAYER = "squares"
_MEMORY = "memory:"
_STYLE = ".qml"
_LOOK_EVERY = 500


class GridLayer(LeefbaarometerAlgorithm):
    """Write the squares of one theme and year, and load them styled."""

    id_ = "gridlayer"

    def title(self) -> str:
        """Translated name."""
        return tr("Layer of squares by class")

    def initAlgorithm(self, _configuration: dict[str, Any] | None = None) -> None:
        """Declare parameters and outputs; called by QGIS."""
        self.add_pack_parameter()
        themes = [in_language(theme.name, language()) for theme in load_model("lbm3").themes]
        self.addParameter(QgsProcessingParameterEnum(THEME, tr("Theme"), themes, defaultValue=0))
        self.add_year_parameter()
        kinds = [tr("vector (GeoPackage)"), tr("raster (GeoTIFF)")]
        self.addParameter(QgsProcessingParameterEnum(AS, tr("Kind of layer"), kinds, defaultValue=VECTOR))
        self.addParameter(
            QgsProcessingParameterFileDestination(OUTPUT, tr("Squares"), "GeoPackage (*.gpkg);;GeoTIFF (*.tif)")
        )

    def compute(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> dict[str, Any]:
        """Write, style and hand over for loading."""
        pack = self.pack(parameters, context)
        year = self.year(parameters, context, pack)
        theme = pack.model.themes[self.parameterAsEnum(parameters, THEME, context)]
        kind = self.parameterAsEnum(parameters, AS, context)
        theme_name = in_language(theme.name, language())
        columns = square_columns(pack, year, language())
        if not any(columns[_field(pack, theme)]):
            raise InputError("There are no scores of {theme} in {year}.", theme=theme_name, year=year)
        if kind == VECTOR:
            columns |= few_columns(cautions_of_sums(columns["dwellings"], DWELLINGS), load().limits, language())
        stop_if_cancelled(feedback)
        path = self._path(parameters, context, kind)
        write, shown = (_write_vector, _shown_vector) if kind == VECTOR else (_write_raster, _shown_raster)
        with beside(path) as written:
            write(written, pack, theme, columns, feedback)
        layer = shown(path, pack, theme, year)
        if isinstance(layer, QgsRasterLayer):
            say_unsaved(_style_beside(layer, path), feedback)
        if is_step(feedback):
            return {OUTPUT: str(path)}
        context.temporaryLayerStore().addMapLayer(layer)
        details = QgsProcessingContext.LayerDetails(layer.name(), context.project(), OUTPUT)
        details.forceName = True
        context.addLayerToLoadOnCompletion(layer.id(), details)
        return {OUTPUT: str(path)}

    def _path(self, parameters: dict[str, Any], context: QgsProcessingContext, kind: int) -> Path:
        """Where to write, with the ending of the kind; an existing file is replaced, as everywhere in Processing.

        A layer in memory (`memory:`), which can't be a raster, is a temporary file.
        """
        text = self.parameterAsFileOutput(parameters, OUTPUT, context)
        if text.startswith(_MEMORY):
            return Path(QgsProcessingUtils.generateTempFilename(_LAYER + _ENDINGS[kind], context))
        if SCHEME.match(text):
            raise InputError(
                "Squares go into a file that ends in {ending}, not into {text}.", ending=_ENDINGS[kind], text=text
            )
        path = given = Path(text)
        if given.suffix.lower() != _ENDINGS[kind]:
            stem = given.stem if given.suffix.lower() in _ENDINGS.values() else given.name
            path = given.with_name(stem + _ENDINGS[kind])
            if is_there(path):  # replacing that file wasn't asked for
                raise InputError(
                    "{file} already exists. Choose another name, ending in {ending}.", file=path, ending=_ENDINGS[kind]
                )
        return path


def _field(pack: Pack, theme: Theme) -> str:
    """The column with the classes of a theme."""
    return "class" if theme is pack.model.total else f"class_{theme.id}"


def _write_vector(
    path: Path, pack: Pack, theme: Theme, columns: dict[str, list[Any]], feedback: QgsProcessingFeedback
) -> None:
    _write_squares(path, columns, feedback)
    require_features(str(path), _LAYER, len(columns["grid_id"]))
    keep(_shown_vector(path, pack, theme, columns["year"][0]), theme.id, feedback)


def _shown_vector(path: Path, pack: Pack, theme: Theme, year: int) -> QgsVectorLayer:
    layer = QgsVectorLayer(f"{path}|layername={_LAYER}", _name(pack, theme, year), "ogr")
    dress(layer, pack, layer.name(), tr("Layer of squares by class"), number=_field(pack, theme))
    return layer


def _name(pack: Pack, theme: Theme, year: int) -> str:
    return layer_title(in_language(pack.model.level(GRID).name, language()), in_language(theme.name, language()), year)


def _write_squares(path: Path, columns: dict[str, list[Any]], feedback: QgsProcessingFeedback) -> None:
    form = square_form(columns)
    options = QgsVectorFileWriter.SaveVectorOptions()
    options.driverName, options.layerName = "GPKG", _LAYER
    writer = QgsVectorFileWriter.create(
        str(path), form.fields, form.geometry, form.crs, QgsCoordinateTransformContext(), options
    )
    try:
        for number, feature in enumerate(square_features(form.fields, columns)):
            if number % _LOOK_EVERY == 0:
                feedback.setProgress(100 * number / len(columns["grid_id"]))
                stop_if_cancelled(feedback)
            if not writer.addFeature(feature, QgsFeatureSink.Flag.FastInsert):
                raise InputError("{file} can't be written: {problem}.", file=path, problem=writer.errorMessage())
    finally:
        del writer  # closes the file, so that it can be read, or removed


def _write_raster(
    path: Path, pack: Pack, theme: Theme, columns: dict[str, list[Any]], feedback: QgsProcessingFeedback
) -> None:
    grid, _, _ = pack.require_squares()
    column, row, _valid = decode_square_ids(np.array(columns["grid_id"], "S10"))
    classes = np.zeros((len(grid), 1), np.int8)
    classes[grid.find(column, row), 0] = [value or 0 for value in columns[_field(pack, theme)]]
    write_classes(path, grid, classes, [f"{theme.id} {columns['year'][0]}"], progress_of(feedback))


def _style_beside(layer: QgsRasterLayer, path: Path) -> str:
    """Keep the style of a raster in a file beside it, where QGIS looks for it; the problem if that fails."""
    try:
        with beside(path.with_suffix(_STYLE)) as written:
            problem, saved = layer.saveNamedStyle(str(written))
    except WriteError as failure:
        return translated_error(failure)
    return "" if saved else str(problem)


def _shown_raster(path: Path, pack: Pack, theme: Theme, year: int) -> QgsRasterLayer:
    layer = QgsRasterLayer(str(path), _name(pack, theme, year))
    style_raster(layer, pack.model, load_palette(load().palette), language(), 1)
    origin = origin_of(pack, layer.name(), tr("Layer of squares by class"), load().source_line)
    layer.setMetadata(metadata_of(origin))
    layer.serverProperties().setAttribution(origin.source)
    return layer
