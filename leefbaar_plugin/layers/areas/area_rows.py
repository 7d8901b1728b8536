# SPDX-License-Identifier: GPL-2.0-or-later
"""Rows of the areas layer: new areas with name, date and place, written to the file at once."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from qgis.core import NULL, QgsFeature, QgsGeometry, QgsVectorLayer
from qgis.PyQt.QtCore import QDateTime

from ...engine.errors import InputError
from ...translation import tr
from .area_file import file_of, require_free
from .area_order import NAME, POSITION, next_place, ordered_names, place_of, require_position, unfiltered
from .area_patience import hurried
from .area_shape import fit_to_store

CREATED = "created"


def all_names(layer: QgsVectorLayer) -> set[str]:
    """Names of all areas, those that a filter hides included."""
    return {*ordered_names(layer).values(), *ordered_names(unfiltered(layer)).values()}


def next_name(layer: QgsVectorLayer, nameless: int | None = None) -> str:
    """A name for a new area (`nameless` in the layer already) that no other has: Area 1, Area 2 ..."""
    shown = ordered_names(layer)
    taken = {name for fid, name in shown.items() if fid != nameless}
    if layer.subsetString():
        taken |= set(ordered_names(unfiltered(layer)).values())
    number = 1
    while (name := tr("Area {number}").format(number=number)) in taken:
        number += 1
    return name


def free_name(name: str, taken: Iterable[str]) -> str:
    """The name itself, or with the lowest number behind it that makes it one that isn't taken."""
    names = set(taken)
    number, free = 1, name
    while free in names:
        number += 1
        free = f"{name} ({number})"
    return free


def with_free_names(areas: Iterable[tuple[str, QgsGeometry]], taken: Iterable[str]) -> list[tuple[str, QgsGeometry]]:
    """The areas, each under a name that none before it and none of `taken` has."""
    names, made = set(taken), []
    for name, geometry in areas:
        made.append((free_name(name, names), geometry))
        names.add(made[-1][0])
    return made


def add_areas(layer: QgsVectorLayer, areas: Iterable[tuple[str, QgsGeometry]]) -> list[int]:
    """Store areas (name, geometry in EPSG:28992) at once, behind the others; returns their feature ids.

    InputError when that fails; then none is stored.
    """
    shaped = [(name, fit_to_store(area, name)) for name, area in areas]
    require_free(file_of(layer))
    place = next_place(layer) if require_position(layer) else None
    now = QDateTime.currentDateTime()
    features = []
    for number, (name, shape) in enumerate(shaped):
        values = {NAME: name, CREATED: now, POSITION: place + number if place is not None else NULL}
        features.append(new_feature(layer, values, shape))
    fids = store_features(layer, features)
    if place is not None:
        _step_behind(layer, fids, place)
    return fids


def _step_behind(layer: QgsVectorLayer, fids: Sequence[int], place: int) -> None:
    """Others may have been stored at the same places since these were given: by a thread of ours, or another QGIS."""
    own, whole = set(fids), unfiltered(layer)
    others = {place_of(feature) for feature in whole.getFeatures() if feature.id() not in own}
    if others.isdisjoint(range(place, place + len(fids))):
        return
    at, free = whole.dataProvider().fieldNameIndex(POSITION), next_place(layer)
    with hurried(layer):
        layer.dataProvider().changeAttributeValues({fid: {at: free + number} for number, fid in enumerate(fids)})


def new_feature(layer: QgsVectorLayer, values: dict[str, object], shape: QgsGeometry) -> QgsFeature:
    """A feature for the file, with those values for which it has a field."""
    fields = layer.dataProvider().fields()
    feature = QgsFeature(fields)
    for name, value in values.items():
        if fields.indexOf(name) >= 0:
            feature[name] = value
    feature.setGeometry(shape)
    return feature


def store_features(layer: QgsVectorLayer, features: Sequence[QgsFeature]) -> list[int]:
    """Write features to the file of the layer; returns their ids. InputError when that fails, and none is stored."""
    with hurried(layer):
        done, added = layer.dataProvider().addFeatures(list(features))
    if not done:
        problem = layer.dataProvider().lastError() or "?"
        raise InputError("The areas can't be stored in {file}: {problem}.", file=file_of(layer), problem=problem)
    layer.updateExtents()
    layer.triggerRepaint()
    layer.reload()
    return [feature.id() for feature in added]


def fill_new(layer: QgsVectorLayer, fid: int) -> None:
    """Give a new feature of the edit buffer name, date and place where it has none."""
    feature = layer.getFeature(fid)
    missing: dict[str, Callable[[], object]] = {
        NAME: lambda: next_name(layer, fid),
        CREATED: QDateTime.currentDateTime,
        POSITION: lambda: next_place(layer),
    }
    for name, value in missing.items():
        at = layer.fields().indexOf(name)
        if at >= 0 and not feature[at]:
            layer.changeAttributeValue(fid, at, value())


def require_field(layer: QgsVectorLayer, name: str) -> int:
    """Index of a field that an edit needs; InputError when the user renamed it or took it away."""
    at = int(layer.fields().indexOf(name))
    if at < 0:
        raise InputError(
            "Layer {layer} has no field “{field}” any more. Add it again in the layer's properties first.",
            layer=layer.name(),
            field=name,
        )
    return at
