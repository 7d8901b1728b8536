# SPDX-License-Identifier: GPL-2.0-or-later
"""Many areas at once, written to their file by a thread of its own: all of them, or none when the user cancels."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

from osgeo import gdal, ogr
from qgis.core import QgsGeometry
from qgis.PyQt.QtCore import QDateTime, Qt

from ...engine.errors import InputError
from ...pack.files.progress import Progress, report
from .area_file import LAYER, require_free
from .area_order import NAME, POSITION
from .area_rows import CREATED
from .area_shape import fit_to_store

_LOOK_EVERY = 20
_TAKE_TURN = "UPDATE gpkg_contents SET identifier = identifier WHERE 0"
"""Changes nothing, but from here on nobody else writes: what is read now is what is written behind."""
_SHAPED = 0.5
"""Part of the work that is done when all outlines are known to be fit."""


def write_areas(path: Path, areas: Sequence[tuple[str, QgsGeometry]], progress: Progress) -> list[int]:
    """Store areas (name, geometry in EPSG:28992) behind those that a file has; returns their feature ids.

    InputError when one can't be an area or the file can't be written, CancelledError when the user cancelled; then
    none is stored.
    """
    shaped = []
    for number, (name, area) in enumerate(areas):
        if number % _LOOK_EVERY == 0:
            report(progress, _SHAPED * number / len(areas))
        shaped.append((name, bytes(fit_to_store(area, name).asWkb())))
    require_free(path)
    gdal.UseExceptions()
    try:
        source = gdal.OpenEx(str(path), gdal.OF_VECTOR | gdal.OF_UPDATE)
        layer = source.GetLayerByName(LAYER)
        source.StartTransaction()
        try:
            source.ExecuteSQL(_TAKE_TURN)
            fids = _written(layer, shaped, _last_place(layer), progress)
            source.CommitTransaction()
            with suppress(RuntimeError):  # the file's own triggers: another program that wrote made them again already
                layer.SyncToDisk()
        except BaseException:
            source.RollbackTransaction()
            raise
        finally:
            del layer, source
    except (RuntimeError, AttributeError) as problem:
        raise InputError("The areas can't be stored in {file}: {problem}.", file=path, problem=problem) from problem
    return fids


def _written(layer: ogr.Layer, shaped: Sequence[tuple[str, bytes]], last: int, progress: Progress) -> list[int]:
    definition = layer.GetLayerDefn()
    has = {name: definition.GetFieldIndex(name) >= 0 for name in (NAME, CREATED, POSITION)}
    now = QDateTime.currentDateTime().toString(Qt.DateFormat.ISODate)
    fids = []
    for number, (name, wkb) in enumerate(shaped):
        if number % _LOOK_EVERY == 0:
            report(progress, _SHAPED + (1 - _SHAPED) * number / len(shaped))
        feature = ogr.Feature(definition)
        for field, value in ((NAME, name), (CREATED, now), (POSITION, last + number + 1)):
            if has[field]:
                feature.SetField(field, value)
        feature.SetGeometry(ogr.CreateGeometryFromWkb(wkb))
        layer.CreateFeature(feature)
        fids.append(int(feature.GetFID()))
    return fids


def _last_place(layer: ogr.Layer) -> int:
    """The highest place, and no less than the number of rows: older files have none."""
    if layer.GetLayerDefn().GetFieldIndex(POSITION) < 0:
        return 0
    places = [feature.GetFieldAsInteger(POSITION) for feature in layer]
    layer.ResetReading()
    return max([*places, len(places)])
