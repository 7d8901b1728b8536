# SPDX-License-Identifier: GPL-2.0-or-later
"""Rows of the areas layer: new areas with name, date and place, written to the file at once."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from qgis.core import NULL, QgsFeature, QgsFeatureRequest, QgsGeometry, QgsRectangle, QgsVectorLayer
from qgis.PyQt.QtCore import QDateTime

from ...engine.errors import InputError
from ...translation import tr
from .area_file import file_of
from .area_order import NAME, POSITION, next_place, ordered_names, place_of, require_position, unfiltered
from .area_patience import hurried
from .area_shape import fit_to_store
from .area_together import require_turn, saved_together

CREATED = "created"


def outlines(layer: QgsVectorLayer, fids: Iterable[int] | None, within: QgsRectangle | None) -> dict[int, QgsGeometry]:
    """Geometries of some areas (None: all), or of those whose box meets `within`, by feature id."""
    request = QgsFeatureRequest().setNoAttributes()
    if fids is not None:
        request.setFilterFids(list(fids))
    if within is not None:
        request.setFilterRect(within)
    return {one.id(): one.geometry() for one in layer.getFeatures(request) if one.hasGeometry()}


def show_all(layer: QgsVectorLayer) -> None:
    """Show all rows of the file again; edit mode stays as it was."""
    was_editing = layer.isEditable()
    if was_editing:  # QGIS changes no filter while a layer is edited; all edits are stored
        layer.commitChanges()
    layer.setSubsetString("")
    if was_editing:
        layer.startEditing()


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
    require_turn(layer)
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
    if saved_together(layer):
        return _in_buffer(layer, features)
    with hurried(layer):
        done, added = layer.dataProvider().addFeatures(list(features))
    if not done:
        problem = layer.dataProvider().lastError() or "?"
        raise InputError("The areas can't be stored in {file}: {problem}.", file=file_of(layer), problem=problem)
    layer.updateExtents()
    layer.triggerRepaint()
    layer.reload()
    return [feature.id() for feature in added]


def _in_buffer(layer: QgsVectorLayer, features: Sequence[QgsFeature]) -> list[int]:
    """The same among the edits that the user stores."""
    layer.beginEditCommand(tr("Add areas"))
    if not all(layer.addFeature(feature) for feature in features):
        layer.destroyEditCommand()  # none of them, rather than some
        refused = InputError("QGIS refuses the edit")
        raise InputError("The areas can't be stored in {file}: {problem}.", file=file_of(layer), problem=refused)
    layer.endEditCommand()
    return [feature.id() for feature in features]


def fill_new(layer: QgsVectorLayer, fids: Iterable[int]) -> None:
    """Give new features of the edit buffer name, date and place where they have none, as an edit of its own.

    QGIS dies when a change comes on its stack before the feature that it is of, and Undo and Redo follow.
    """
    makes: dict[str, Callable[[int], object]] = {
        NAME: lambda fid: next_name(layer, fid),
        CREATED: lambda _fid: QDateTime.currentDateTime(),
        POSITION: lambda _fid: next_place(layer),
    }
    places = [(at, make) for name, make in makes.items() if (at := layer.fields().indexOf(name)) >= 0]
    features = [feature for feature in map(layer.getFeature, fids) if feature.isValid()]
    missing = [(one.id(), at, make) for one in features for at, make in places if not one[at]]
    if missing:
        layer.beginEditCommand(layer.undoStack().undoText())
        for fid, at, make in missing:
            layer.changeAttributeValue(fid, at, make(fid))
        layer.endEditCommand()


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
