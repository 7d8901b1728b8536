# SPDX-License-Identifier: GPL-2.0-or-later
"""Figures into files: workbook (XLSX, ODS), CSV, GeoPackage, GeoJSON, HTML; each whole or not at all, with its method.

What a file of the kind can't hold is left out of it and never made up: a CSV has one table, and map files have the
figures of the newest year beside every outline.
"""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from osgeo import gdal, ogr, osr

from ..engine.errors import InputError, WriteError
from ..layers.styles import Palette
from ..pack.files.disk import beside, is_file
from ..pack.outlines.projection import spatial_reference
from ..translation import tr
from .handover import Handover, figures_by_year
from .page import html_page
from .printing.dressing import dress
from .recipe import KEY, recipe_json
from .sheets import SCORE, SHARE, TEXT, WHOLE, YES, Sheet, SheetColumn, all_sheets, areas_sheet, method_lines

gdal.UseExceptions()
WORKBOOKS = {".xlsx": "XLSX", ".ods": "ODS"}
CSV_FILES, MAP_FILES = {".csv"}, {".gpkg": "GPKG", ".geojson": "GeoJSON"}
PAGES = {".html"}
ENDINGS = (*WORKBOOKS, *CSV_FILES, *MAP_FILES, *PAGES)
_CELL = 30_000
"""Letters of a recipe in one cell: a workbook's cell holds 32,767."""
_FORBIDDEN = str.maketrans("[]:*?/\\", "       ")
_OGR = {WHOLE: ogr.OFTInteger64, SCORE: ogr.OFTReal, SHARE: ogr.OFTReal, YES: ogr.OFTInteger}
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def write_handover(
    path: Path, found: Handover, palette: Palette, dutch_csv: bool = True, source_line: str = ""
) -> None:
    """Write one file of the kind its ending names; an existing one is replaced when the new one is whole.

    InputError for an ending that isn't known; WriteError when the disk refuses or another program holds the file.
    """
    ending = path.suffix.lower()
    if ending not in ENDINGS:
        raise InputError("{file}: the ending must be one of {known}.", file=path.name, known=", ".join(sorted(ENDINGS)))
    recipe = json.dumps(recipe_of(found), ensure_ascii=False, separators=(",", ":"))
    method = method_lines(found, source_line)
    try:
        with beside(path) as written:
            if ending in WORKBOOKS:
                _write_workbook(written, all_sheets(found), method, recipe, WORKBOOKS[ending])
            elif ending in CSV_FILES:
                _write_csv(written, areas_sheet(found), method, dutch_csv)
            elif ending in PAGES:
                written.write_text(html_page(found, palette, source_line), encoding="utf-8")
            elif ending == ".gpkg":
                _write_geopackage(written, found, method, recipe)
                dress(written, tr("Areas"), found, palette, method)
            else:
                _write_geojson(written, found, method, recipe)
    except WriteError as problem:
        if is_file(path):
            raise WriteError(
                "{file} can't be replaced: is it open in another program? Close it there, or choose another name; it "
                "was left as it is.",
                file=path,
            ) from problem
        raise
    except RuntimeError as problem:  # GDAL's own
        raise WriteError("{file} can't be written: {problem}.", file=path.name, problem=problem) from problem


def recipe_of(found: Handover) -> dict[str, Any]:
    """The recipe of what is handed over."""
    date = found.made.isoformat(timespec="seconds")
    measurer = found.measurer
    areas = figures_by_year(found)
    rings = found.around.question.rings if found.around is not None else ()
    return recipe_json(measurer.pack, measurer.recipe, found.years, areas, found.version, date, rings)


def write_sheets(path: Path, sheets: Sequence[Sheet], method: Sequence[tuple[str, str]]) -> None:
    """Write sheets of their own and their method as a workbook, whole or not at all; WriteError when it can't be."""
    try:
        with beside(path) as written:
            _write_workbook(written, sheets, method, "", WORKBOOKS[".xlsx"])
    except RuntimeError as problem:  # GDAL's own
        raise WriteError("{file} can't be written: {problem}.", file=path.name, problem=problem) from problem


def _write_workbook(
    path: Path, sheets: Sequence[Sheet], method: Sequence[tuple[str, str]], recipe: str, driver: str
) -> None:
    dataset = ogr.GetDriverByName(driver).CreateDataSource(str(path))
    for sheet in sheets:
        _add_sheet(dataset, sheet)
    about = [
        SheetColumn(tr("What"), "text", [a for a, _ in method]),
        SheetColumn(tr("How"), "text", [b for _, b in method]),
    ]
    _add_sheet(dataset, Sheet(tr("Method"), about))
    if recipe:
        parts = [recipe[at : at + _CELL] for at in range(0, len(recipe), _CELL)]
        _add_sheet(dataset, Sheet(KEY, [SheetColumn(KEY, TEXT, parts)]))
    del dataset  # writes the file


def _add_sheet(dataset: ogr.DataSource, sheet: Sheet) -> None:
    layer = dataset.CreateLayer(sheet.name.translate(_FORBIDDEN)[:31], geom_type=ogr.wkbNone)
    _add_fields(layer, sheet.columns)
    definition = layer.GetLayerDefn()
    for row in sheet.rows:
        feature = ogr.Feature(definition)
        for at, value in enumerate(row):
            if value is not None:
                feature.SetField(at, int(value) if isinstance(value, bool) else value)
        layer.CreateFeature(feature)


def _add_fields(layer: ogr.Layer, columns: Sequence[SheetColumn]) -> None:
    for column in columns:
        field = ogr.FieldDefn(column.title, _OGR.get(column.kind, ogr.OFTString))
        if column.kind == YES:
            field.SetSubType(ogr.OFSTBoolean)
        layer.CreateField(field)


def _write_csv(path: Path, sheet: Sheet, method: Sequence[tuple[str, str]], dutch: bool) -> None:
    """One table; below it, after an empty line, the method. Dutch: semicolon, decimal comma, BOM for Excel."""
    text = io.StringIO()
    writer = csv.writer(text, delimiter=";" if dutch else ",", lineterminator="\r\n")
    writer.writerow([column.title for column in sheet.columns])
    for row in sheet.rows:
        writer.writerow([_cell(value, dutch) for value in row])
    writer.writerow([])
    writer.writerows(method)
    path.write_bytes(text.getvalue().encode("utf-8-sig" if dutch else "utf-8"))


def _cell(value: Any, dutch: bool) -> str:
    """A cell of a CSV: numbers with all their digits, text that no spreadsheet takes for a formula."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return tr("yes") if value else tr("no")
    if isinstance(value, float):
        text = f"{value:.10g}"
        return text.replace(".", ",") if dutch else text
    text = str(value)
    return f"'{text}" if text.startswith(_FORMULA) and not isinstance(value, int) else text


def _map_layer(
    dataset: ogr.DataSource,
    name: str,
    found: Handover,
    reference: osr.SpatialReference,
    way: osr.CoordinateTransformation | None,
) -> ogr.Layer:
    """The areas with their figures of the newest year."""
    sheet = areas_sheet(found)
    layer = dataset.CreateLayer(name, reference, ogr.wkbMultiPolygon)
    _add_fields(layer, sheet.columns)
    definition = layer.GetLayerDefn()
    for row, area in zip(sheet.rows, found.areas, strict=True):
        feature = ogr.Feature(definition)
        for at, value in enumerate(row):
            if value is not None:
                feature.SetField(at, int(value) if isinstance(value, bool) else value)
        geometry = ogr.ForceToMultiPolygon(ogr.CreateGeometryFromWkb(area.outline))
        if way is not None:
            geometry.Transform(way)
        feature.SetGeometryDirectly(geometry)
        layer.CreateFeature(feature)
    return layer


def _write_geopackage(path: Path, found: Handover, method: Sequence[tuple[str, str]], recipe: str) -> None:
    dataset = ogr.GetDriverByName("GPKG").CreateDataSource(str(path))
    layer = _map_layer(dataset, tr("Areas"), found, spatial_reference(), None)
    layer.SetMetadataItem("DESCRIPTION", "\n".join(f"{what}: {how}" for what, how in method))
    layer.SetMetadataItem(KEY, recipe)
    for sheet in all_sheets(found)[1:]:
        _add_sheet(dataset, sheet)
    del layer, dataset


def _write_geojson(path: Path, found: Handover, method: Sequence[tuple[str, str]], recipe: str) -> None:
    """Features in WGS84, as the standard wants it, with the method and the recipe beside them."""
    reference = osr.SpatialReference()
    reference.ImportFromEPSG(4326)
    reference.SetAxisMappingStrategy(osr.OAMS_TRADITIONAL_GIS_ORDER)
    way = osr.CoordinateTransformation(spatial_reference(), reference)
    memory = ogr.GetDriverByName("Memory").CreateDataSource("")
    layer = _map_layer(memory, "areas", found, reference, way)
    features = [json.loads(feature.ExportToJson()) for feature in layer]
    document = {
        "type": "FeatureCollection",
        "name": tr("Areas"),
        "method": dict(method),
        KEY: json.loads(recipe),
        "features": features,
    }
    path.write_text(json.dumps(document, ensure_ascii=False), encoding="utf-8")
