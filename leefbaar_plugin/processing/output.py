# SPDX-License-Identifier: GPL-2.0-or-later
"""The layer an algorithm writes: whole, or not there at all."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Protocol, runtime_checkable

from osgeo import gdal
from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsFeature,
    QgsFeatureSink,
    QgsFields,
    QgsProcessingAlgorithm,
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingFeedback,
    QgsProcessingOutputLayerDefinition,
    QgsProviderRegistry,
    QgsVectorFileWriter,
    QgsWkbTypes,
)

from ..engine.errors import CancelledError, InputError
from ..layers.fields import is_titled, titles_of
from ..pack.files.disk import belongings, is_file, patiently, remove
from ..translation import tr

OUTPUT = "OUTPUT"
TEMPORARY = "TEMPORARY_OUTPUT"
_LOOK_EVERY = 500
SCHEME = re.compile(r"\w{2,}:")
"""Before a database or a layer in memory; a drive has one letter."""
_COUNTED = {".gpkg", ".shp", ".fgb", ".geojson", ".json", ".kml", ".gml", ".csv", ".xlsx", ".ods", ".sqlite", ".tab"}
"""Formats of which GDAL reads as many features as it wrote."""
_COUNT_IN_HEADER = {".fgb"}


@dataclass(frozen=True)
class LayerForm:
    """What the features of a layer look like."""

    fields: QgsFields
    geometry: QgsWkbTypes.Type
    crs: QgsCoordinateReferenceSystem


@runtime_checkable
class Noting(Protocol):
    """An algorithm that notes which fields of its outputs are ours, and their titles."""

    written: dict[str, dict[str, str]]


@dataclass(frozen=True)
class Run:
    """One run of an algorithm, as Processing hands it over."""

    algorithm: QgsProcessingAlgorithm
    parameters: dict[str, Any]
    context: QgsProcessingContext
    feedback: QgsProcessingFeedback


def stop_if_cancelled(feedback: QgsProcessingFeedback) -> None:
    """CancelledError when the user cancelled."""
    if feedback.isCanceled():
        raise CancelledError("Cancelled; nothing was left behind.")


def write_layer(
    run: Run, form: LayerForm, features: Iterable[QgsFeature], count: int, begin: float = 0.0, output: str = OUTPUT
) -> str:
    """Write `count` features to `output` and return where that is; progress runs from `begin` (percent) to 100.

    When the user cancels, or a feature can't be stored (a full disk), what was written is taken away again:
    CancelledError or InputError. Nothing is opened, and so nothing overwritten, when the user cancelled before. What a
    format can't hold (features without outline) is left out and told.
    """
    stop_if_cancelled(run.feedback)
    sink, destination = opened(run, form, output)
    if isinstance(run.algorithm, Noting):
        run.algorithm.written[output] = titles_of(form.fields)
    written = without = lost = 0
    try:
        try:
            for written, feature in enumerate(features, start=1):
                if written % _LOOK_EVERY == 1:
                    run.feedback.setProgress(begin + (100 - begin) * (written - 1) / max(count, 1))
                    stop_if_cancelled(run.feedback)
                bare = not feature.hasGeometry()
                without += bare
                if sink.addFeature(feature, QgsFeatureSink.Flag.FastInsert):
                    continue
                if not bare:
                    raise InputError("{file} can't be written: {problem}.", file=destination, problem=sink.lastError())
                lost += 1  # as MapInfo files refuse them
        finally:
            del sink  # closes the file, so that it can be read, or removed
        path, layer = _place(destination)
        if is_file(path):  # no layer in memory, no database
            lost = _missing(path, layer, written, without)
    except (CancelledError, InputError):
        discard(destination, run)
        raise
    if lost:
        text = tr("{file} can't hold features without an outline; {count} were left out.")
        run.feedback.pushWarning(text.format(file=Path(destination).name, count=lost))
    return destination


def require_features(path: str, layer: str | None, count: int) -> None:
    """InputError unless the file can be read and its layer holds `count` features.

    On a full disk QGIS may find out when it closes the file, and keeps that to itself.
    """
    if _stored(path, layer) != count:
        raise _incomplete(path)


def _missing(path: str, layer: str | None, count: int, without: int) -> int:
    """How many of the features without outline aren't in the file, which has to hold all others; else InputError.

    Of a format that GDAL only writes, or numbers otherwise, nothing can be told but that it isn't empty.
    """
    if Path(path).suffix.lower() not in _COUNTED:
        if not Path(path).stat().st_size:
            raise _incomplete(path)
        return 0
    stored = _stored(path, layer)
    if not count - without <= stored <= count:
        raise _incomplete(path)
    return count - stored


def _incomplete(path: str) -> InputError:
    return InputError("{file} is incomplete; is the disk full? Nothing was left behind.", file=path)


def _stored(path: str, layer: str | None) -> int:
    """Number of features that can be read; -1 when the file is damaged."""
    gdal.UseExceptions()
    try:
        dataset = gdal.OpenEx(path, gdal.OF_VECTOR)
        found = dataset.GetLayerByName(layer) if layer else dataset.GetLayer(0)
        if found is None:
            return 0
        if Path(path).suffix.lower() in _COUNT_IN_HEADER:  # which was written before the features
            return sum(1 for _feature in found)
        return int(found.GetFeatureCount())
    except RuntimeError:
        return -1


def _place(destination: str) -> tuple[str, str | None]:
    """Path of the file and, when it may hold other layers too, the layer."""
    parts = QgsProviderRegistry.instance().decodeUri("ogr", destination)
    return str(parts.get("path") or destination), parts.get("layerName") or None


def opened(run: Run, form: LayerForm, output: str = OUTPUT) -> tuple[QgsFeatureSink, str]:
    """The sink of `output` and where it writes; QgsProcessingException when it can't be made, which leaves no file.

    What belonged to a file that is overwritten goes with it.
    """
    target = _target(run, output)
    before = _stamp(target)
    if target is not None and before is not None and os.access(target, os.W_OK):
        for one in belongings(target):
            with suppress(OSError):
                patiently(one.unlink, missing_ok=True)
    # a primary key of the input comes back for every year, so the output has to make its own
    flags = QgsFeatureSink.SinkFlag.RegeneratePrimaryKey
    try:
        sink, destination = run.algorithm.parameterAsSink(
            run.parameters, output, run.context, _plain(form.fields), form.geometry, form.crs, flags
        )
    except QgsProcessingException:
        if target is not None and _stamp(target) != before:
            with suppress(OSError):
                remove(target)
        raise
    if sink is None:
        raise QgsProcessingException(run.algorithm.invalidSinkError(run.parameters, output))
    return sink, destination


def _plain(fields: QgsFields) -> QgsFields:
    """The same fields without titles of ours: QGIS warns of each that a layer in memory can't keep."""
    plain = QgsFields()
    for field in fields:
        if is_titled(field):
            field.setAlias("")
            field.setComment("")
        plain.append(field)
    return plain


def _target(run: Run, output: str) -> Path | None:
    """The file that is asked for; None for a layer in memory, a temporary file or a database."""
    given = run.parameters.get(output)
    if isinstance(given, QgsProcessingOutputLayerDefinition):
        given = given.sink.valueAsString(run.context.expressionContext())[0]
    if not isinstance(given, str) or given == TEMPORARY or SCHEME.match(given):
        return None
    return Path(given)


def _stamp(path: Path | None) -> tuple[int, int] | None:
    if path is None or not is_file(path):
        return None
    state = path.stat()
    return state.st_mtime_ns, state.st_ino


def discard(destination: str, run: Run) -> None:
    """Take a half-written output away: the layer in memory, the table in its file, or the file with all its parts."""
    store = run.context.temporaryLayerStore()
    if store.mapLayer(destination) is not None:
        store.removeMapLayer(destination)
        return
    path, layer = _place(destination)
    if layer is not None and _drop(path, layer):
        return
    gdal.UseExceptions()
    with suppress(RuntimeError, AttributeError):  # of several files, a driver knows best; not every one can
        # by its ending, because what is in the file can't be relied on any more
        gdal.GetDriverByName(QgsVectorFileWriter.driverForExtension(Path(path).suffix)).Delete(path)
    try:
        remove(Path(path))
    except OSError as problem:
        run.feedback.pushWarning(
            tr("{file} is incomplete and can't be removed: {problem}.").format(file=destination, problem=problem)
        )


def _drop(path: str, layer: str) -> bool:
    """Take a layer out of a file that holds others; False when it is the only one, or the file can't be read."""
    gdal.UseExceptions()
    try:
        dataset = gdal.OpenEx(path, gdal.OF_UPDATE | gdal.OF_VECTOR)
        names = [dataset.GetLayer(at).GetName() for at in range(dataset.GetLayerCount())]
        if layer in names and len(names) > 1:
            dataset.DeleteLayer(names.index(layer))
    except RuntimeError:
        return False
    return names != [layer]
