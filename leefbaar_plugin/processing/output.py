# SPDX-License-Identifier: GPL-2.0-or-later
"""The layer an algorithm writes: whole, or not there at all."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

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
    QgsProviderRegistry,
    QgsVectorFileWriter,
    QgsWkbTypes,
)

from ..engine.errors import CancelledError, InputError
from ..translation import tr

OUTPUT = "OUTPUT"
_LOOK_EVERY = 500


@dataclass(frozen=True)
class LayerForm:
    """What the features of a layer look like."""

    fields: QgsFields
    geometry: QgsWkbTypes.Type
    crs: QgsCoordinateReferenceSystem


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
    CancelledError or InputError. Nothing is opened, and so nothing overwritten, when the user cancelled before.
    """
    stop_if_cancelled(run.feedback)
    sink, destination = opened(run, form, output)
    try:
        try:
            written = 0
            for written, feature in enumerate(features, start=1):
                if written % _LOOK_EVERY == 1:
                    run.feedback.setProgress(begin + (100 - begin) * (written - 1) / max(count, 1))
                    stop_if_cancelled(run.feedback)
                if not sink.addFeature(feature, QgsFeatureSink.Flag.FastInsert):
                    raise InputError("{file} can't be written: {problem}.", file=destination, problem=sink.lastError())
        finally:
            del sink  # closes the file, so that it can be read, or removed
        path, layer = _place(destination)
        if Path(path).exists():  # no layer in memory, no database
            require_features(path, layer, written)
    except (CancelledError, InputError):
        discard(destination, run)
        raise
    return destination


def require_features(path: str, layer: str | None, count: int) -> None:
    """InputError unless the file can be read and its layer holds `count` features.

    On a full disk QGIS may find out when it closes the file, and keeps that to itself.
    """
    gdal.UseExceptions()
    try:
        dataset = gdal.OpenEx(path, gdal.OF_VECTOR)
        found = dataset.GetLayerByName(layer) if layer else dataset.GetLayer(0)
        stored = found.GetFeatureCount() if found is not None else 0
    except RuntimeError:
        stored = -1
    if stored != count:
        raise InputError("{file} is incomplete; is the disk full? Nothing was left behind.", file=path)


def _place(destination: str) -> tuple[str, str | None]:
    """Path of the file and, when it may hold other layers too, the layer."""
    parts = QgsProviderRegistry.instance().decodeUri("ogr", destination)
    return str(parts.get("path") or destination), parts.get("layerName") or None


def opened(run: Run, form: LayerForm, output: str = OUTPUT) -> tuple[QgsFeatureSink, str]:
    """The sink of `output` and where it writes; QgsProcessingException when it can't be made."""
    # a primary key of the input comes back for every year, so the output has to make its own
    flags = QgsFeatureSink.SinkFlag.RegeneratePrimaryKey
    sink, destination = run.algorithm.parameterAsSink(
        run.parameters, output, run.context, form.fields, form.geometry, form.crs, flags
    )
    if sink is None:
        raise QgsProcessingException(run.algorithm.invalidSinkError(run.parameters, output))
    return sink, destination


def discard(destination: str, run: Run) -> None:
    """Take a half-written output away: the layer in memory, the table in its file, or the file with all its parts."""
    store = run.context.temporaryLayerStore()
    if store.mapLayer(destination) is not None:
        store.removeMapLayer(destination)
        return
    path, layer = _place(destination)
    gdal.UseExceptions()
    try:
        if layer is None or not _drop(path, layer):
            # by its ending, because what is in the file can't be relied on any more
            gdal.GetDriverByName(QgsVectorFileWriter.driverForExtension(Path(path).suffix)).Delete(path)
    except RuntimeError as problem:
        run.feedback.pushWarning(
            tr("{file} is incomplete and can't be removed: {problem}.").format(file=destination, problem=problem)
        )


def _drop(path: str, layer: str) -> bool:
    """Take a layer out of a file that holds others; False when it is the only one."""
    dataset = gdal.OpenEx(path, gdal.OF_UPDATE | gdal.OF_VECTOR)
    names = [dataset.GetLayer(at).GetName() for at in range(dataset.GetLayerCount())]
    if names == [layer]:
        return False
    if layer in names:
        dataset.DeleteLayer(names.index(layer))
    return True
