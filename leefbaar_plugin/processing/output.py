# SPDX-License-Identifier: GPL-2.0-or-later
"""The layer an algorithm writes: whole, or not there at all."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
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
    QgsWkbTypes,
)

from ..engine.errors import CancelledError, InputError
from ..translation import tr

OUTPUT = "OUTPUT"
_LOOK_EVERY = 500
_WRITABLE_VECTOR = gdal.OF_UPDATE | gdal.OF_VECTOR


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


def write_layer(run: Run, form: LayerForm, features: Iterable[QgsFeature], count: int, begin: float = 0.0) -> str:
    """Write `count` features to OUTPUT and return where that is; progress runs from `begin` (percent) to 100.

    When the user cancels, or a feature can't be stored (a full disk), what was written is taken away again: CancelledError
    or InputError. Nothing is opened, and so nothing overwritten, when the user cancelled before.
    """
    stop_if_cancelled(run.feedback)
    sink, destination = opened(run, form)
    try:
        for number, feature in enumerate(features):
            if number % _LOOK_EVERY == 0:
                run.feedback.setProgress(begin + (100 - begin) * number / max(count, 1))
                stop_if_cancelled(run.feedback)
            if not sink.addFeature(feature, QgsFeatureSink.Flag.FastInsert):
                raise InputError(
                    "{file} can't be written: {problem}.", file=destination, problem=sink.lastError() or "?"
                )
        if not sink.flushBuffer():
            raise InputError("{file} can't be written: {problem}.", file=destination, problem=sink.lastError() or "?")
    except (CancelledError, InputError):
        del sink
        _discard(destination, run)
        raise
    return destination


def opened(run: Run, form: LayerForm) -> tuple[QgsFeatureSink, str]:
    """The sink of OUTPUT and where it writes; QgsProcessingException when it can't be made."""
    # a primary key of the input comes back for every year, so the output has to make its own
    flags = QgsFeatureSink.SinkFlag.RegeneratePrimaryKey
    sink, destination = run.algorithm.parameterAsSink(
        run.parameters, OUTPUT, run.context, form.fields, form.geometry, form.crs, flags
    )
    if sink is None:
        raise QgsProcessingException(run.algorithm.invalidSinkError(run.parameters, OUTPUT))
    return sink, destination


def _discard(destination: str, run: Run) -> None:
    """Take a half-written output away: the layer in memory, the table in its file, or the file with all its parts."""
    store = run.context.temporaryLayerStore()
    if store.mapLayer(destination) is not None:
        store.removeMapLayer(destination)
        return
    parts = QgsProviderRegistry.instance().decodeUri("ogr", destination)
    path, name = str(parts.get("path") or destination), parts.get("layerName")
    gdal.UseExceptions()
    try:
        dataset = gdal.OpenEx(path, _WRITABLE_VECTOR)
        names = [dataset.GetLayer(at).GetName() for at in range(dataset.GetLayerCount())]
        if name in names and len(names) > 1:
            dataset.DeleteLayer(names.index(name))
        else:
            driver = dataset.GetDriver()
            del dataset
            driver.Delete(path)
    except RuntimeError as problem:
        run.feedback.pushWarning(
            tr("{file} is incomplete and can't be removed: {problem}.").format(file=destination, problem=problem)
        )
