# SPDX-License-Identifier: GPL-2.0-or-later
"""The layers an algorithm wrote, made as good as the panel's: colours, titles, form, tip, years, source, and a name."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from qgis.core import (
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingMultiStepFeedback,
    QgsProcessingParameterFeatureSink,
    QgsProviderRegistry,
    QgsVectorLayer,
)

from .. import settings
from ..engine.model import in_language
from ..layers.attributes.results import Provenance, dress_result, layer_name, period_of
from ..layers.styles import load_palette
from ..layers.views import few_dwellings
from ..pack.pack import Pack
from ..translation import language, tr

if TYPE_CHECKING:
    from .algorithm import LeefbaarometerAlgorithm

_KEEPS_STYLE, _LONGEST_STYLE = ".gpkg", 30


def dress_outputs(
    algorithm: LeefbaarometerAlgorithm,
    results: dict[str, Any],
    context: QgsProcessingContext,
    feedback: QgsProcessingFeedback,
) -> None:
    """Dress every layer and table that a run wrote; one that QGIS opens afterwards gets its name, too."""
    pack = algorithm.read_pack
    if pack is None:
        return
    for definition in algorithm.destinationParameterDefinitions():
        place = results.get(definition.name())
        if isinstance(definition, QgsProcessingParameterFeatureSink) and isinstance(place, str) and place:
            layer = context.temporaryLayerStore().mapLayer(place) or opened(place)
            if isinstance(layer, QgsVectorLayer) and layer.isValid():
                name = layer_name(definition.description(), algorithm.subject, period_of(layer))
                dress(layer, pack, name, algorithm.displayName(), algorithm.written.get(definition.name()))
                keep(layer, name, feedback)
                if context.willLoadLayerOnCompletion(place):
                    _hand_over(layer, place, name, context, is_step(feedback))


def _hand_over(layer: QgsVectorLayer, place: str, name: str, context: QgsProcessingContext, step: bool) -> None:
    """Have QGIS show this layer, for the years in time of a file are lost when it is opened; and call it so."""
    if context.temporaryLayerStore().mapLayer(layer.id()) is None:
        context.temporaryLayerStore().addMapLayer(layer)
    if not step:
        details = context.layerToLoadOnCompletionDetails(place)
        details.name, details.forceName = name, True


def is_step(feedback: QgsProcessingFeedback) -> bool:
    """Whether a run is a step of a model or a row of a batch, which names its layers itself."""
    return isinstance(feedback, QgsProcessingMultiStepFeedback)


def dress(
    layer: QgsVectorLayer,
    pack: Pack,
    name: str,
    made_by: str,
    titles: Mapping[str, str] | None = None,
    number: str = "",
) -> None:
    """Dress one layer.

    `titles` are those of its fields that are ours (default: all that are called so), `number` is the field of the class
    to colour by, where that isn't the total's.
    """
    now = settings.load()
    origin = origin_of(pack, name, made_by, now.source_line)
    few = few_dwellings(now.smallest_dwellings)
    dress_result(layer, pack.model, load_palette(now.palette), origin, titles, number, few)


def keep(layer: QgsVectorLayer, name: str, feedback: QgsProcessingFeedback) -> None:
    """Keep how a layer looks in its file, where that can be; in one that holds other layers nothing is added."""
    registry = QgsProviderRegistry.instance()
    if layer.providerType() != "ogr":
        return
    path = str(registry.decodeUri("ogr", layer.source()).get("path") or "")
    if Path(path).suffix.lower() != _KEEPS_STYLE:
        return
    tables = [one.name() for one in registry.querySublayers(path)]
    if len(tables) != 1:
        return
    say_unsaved(str(layer.saveStyleToDatabase(name[:_LONGEST_STYLE], "", True, "")), feedback)
    registry.saveLayerMetadata("ogr", f"{path}|layername={tables[0]}", layer.metadata())


def say_unsaved(problem: str, feedback: QgsProcessingFeedback) -> None:
    """Warn when the style isn't kept with the file, so that the layer has its colours now, but not next time."""
    if problem:
        feedback.pushWarning(tr("The style couldn't be saved with the layer: {problem}.").format(problem=problem))


def origin_of(pack: Pack, title: str, made_by: str, source_line: str) -> Provenance:
    """What a layer was made of: algorithm, model and edition, and the caveat; and the source to name."""
    model = pack.model
    source = (source_line or in_language(model.source_line, language())).replace("{edition}", pack.edition)
    about = f"{made_by}. {in_language(model.name, language())}, {pack.edition}. {in_language(model.caveat, language())}"
    return Provenance(title, about, source)


def opened(place: str) -> QgsVectorLayer | None:
    """The layer in a file; None for one that can't be opened."""
    layer = QgsVectorLayer(place, "", "ogr")
    return layer if layer.isValid() else None
