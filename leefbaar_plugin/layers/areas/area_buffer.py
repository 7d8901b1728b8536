# SPDX-License-Identifier: GPL-2.0-or-later
"""What is in the edit buffer of the areas layer: what can't be stored is taken out of it, so that the rest can."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial

from qgis.core import NULL, QgsFeature, QgsFeatureRequest, QgsGeometry, QgsVectorLayer

from ...engine.errors import InputError
from .area_order import name_of
from .area_shape import problem_of

Edit = Callable[[], object]


def take_out_unfit(layer: QgsVectorLayer) -> list[InputError]:
    """Take back outlines that can't be areas and numbers of rows that somebody typed; returns what to say of them."""
    buffer = layer.editBuffer()
    if buffer is None:
        return []
    said: list[InputError] = []
    for fid, feature in list(buffer.addedFeatures().items()):
        problem = problem_of(feature.geometry(), name_of(feature))
        if problem is not None:
            said.append(problem)
            layer.deleteFeature(fid)
    for fid, geometry in list(buffer.changedGeometries().items()):
        stored = _stored(layer, fid)
        problem = problem_of(geometry, name_of(stored))
        if problem is not None and stored.hasGeometry():
            said.append(problem)
            layer.changeGeometry(fid, stored.geometry())
    return [*said, *_number_again(layer)]


def _number_again(layer: QgsVectorLayer) -> list[InputError]:
    """Rows keep the number that the file gave them: it can't be changed, and a new one must not be taken."""
    keys, buffer = layer.dataProvider().pkAttributeIndexes(), layer.editBuffer()
    said: list[InputError] = []
    for fid, values in list(buffer.changedAttributeValues().items()):
        for key in keys:
            if key in values and values[key] != fid:
                stored = _stored(layer, fid)
                layer.changeAttributeValue(fid, key, stored.attribute(key))
                field = layer.fields().at(key).name()
                said.append(
                    InputError(
                        "“{name}” keeps its {field}, which numbers the rows of the file.",
                        name=name_of(stored),
                        field=field,
                    )
                )
    if keys:
        taken = {feature.id() for feature in _rows(layer)}
        for fid, feature in list(buffer.addedFeatures().items()):
            if fid < 0 and feature.attribute(keys[0]) in taken:  # else it is in the file, by a transaction
                layer.changeAttributeValue(fid, keys[0], NULL)
    return said


def store_singly(layer: QgsVectorLayer) -> list[InputError]:
    """Store each edit of the buffer by itself, after storing all failed; those that can't are dropped, and told of.

    The layer stays in edit mode, with nothing left to store.
    """
    edits = list(_edits(layer))
    layer.rollBack(False)
    said = []
    for name, edit in edits:
        edit()
        if not layer.commitChanges(False):
            said.append(
                InputError(
                    "“{name}” can't be stored as it is: {problem}. Other edits are stored.",
                    name=name,
                    problem=reasons(layer),
                )
            )
            layer.rollBack(False)
    return said


def _edits(layer: QgsVectorLayer) -> Iterator[tuple[str, Edit]]:
    """Name of what is edited, and how to do it again."""
    buffer = layer.editBuffer()
    for field in buffer.addedAttributes():
        yield field.name(), partial(layer.addAttribute, field)
    changed, shapes = buffer.changedAttributeValues(), buffer.changedGeometries()
    for fid in [*changed, *(one for one in shapes if one not in changed)]:
        name = name_of(_stored(layer, fid))
        for at, value in changed.get(fid, {}).items():
            yield name, partial(layer.changeAttributeValue, fid, at, value)
        if fid in shapes:
            yield name, partial(layer.changeGeometry, fid, QgsGeometry(shapes[fid]))
    for fid in buffer.deletedFeatureIds():
        yield name_of(_stored(layer, fid)), partial(layer.deleteFeature, fid)
    for feature in buffer.addedFeatures().values():
        yield name_of(feature), partial(layer.addFeature, QgsFeature(feature))


def reasons(layer: QgsVectorLayer) -> str:
    """Why the last storing failed, as the file's driver says it; without the numbers that only it knows."""
    texts = [text for text in layer.commitErrors() if not text.startswith(("SUCCESS", "ERROR: "))]
    problem = (texts or layer.commitErrors() or ["?"])[-1]
    return str(problem).strip().removeprefix("Provider errors:").strip().rstrip(".") or "?"


def _stored(layer: QgsVectorLayer, fid: int) -> QgsFeature:
    """A row as it is in the file; an invalid feature when it isn't there any more."""
    return next(iter(layer.dataProvider().getFeatures(QgsFeatureRequest(fid))), QgsFeature(layer.fields(), fid))


def _rows(layer: QgsVectorLayer) -> Iterator[QgsFeature]:
    request = QgsFeatureRequest().setFlags(QgsFeatureRequest.Flag.NoGeometry).setNoAttributes()
    return iter(layer.dataProvider().getFeatures(request))
