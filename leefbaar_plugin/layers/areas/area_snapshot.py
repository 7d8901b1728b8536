# SPDX-License-Identifier: GPL-2.0-or-later
"""Areas as they were at one moment, by the names of their fields: fields may come and go in between."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from qgis.core import NULL, QgsFeature, QgsFeatureRequest, QgsFields, QgsGeometry, QgsVectorLayer

from .area_order import unfiltered


@dataclass(frozen=True)
class Snapshot:
    """An area (`whole`), or what an edit changed of it: values by field, and the outline as WKB (None for none).

    `has_outline` is False where the outline isn't part of it.
    """

    values: dict[str, Any]
    outline: bytes | None
    has_outline: bool = True
    whole: bool = True


State = dict[int, Snapshot]
Change = dict[int, "Snapshot | None"]
"""By feature id; None for an area that isn't there."""


def read_state(layer: QgsVectorLayer) -> State:
    """All areas of a layer as they are in its file: no joined or calculated values, and what a filter hides as well."""
    whole = unfiltered(layer)
    own = _own_fields(whole)
    names = [whole.fields().at(at).name() for at in own]
    found = whole.getFeatures(QgsFeatureRequest().setSubsetOfAttributes(own))
    return {feature.id(): _snapshot(feature, names) for feature in found}


def snapshot_of(layer: QgsVectorLayer, feature: QgsFeature) -> Snapshot:
    """One feature of a layer."""
    return _snapshot(feature, [layer.fields().at(at).name() for at in _own_fields(layer)])


def _own_fields(layer: QgsVectorLayer) -> list[int]:
    """Fields of the file, but for the number of the row."""
    fields, keys = layer.fields(), layer.dataProvider().pkAttributeIndexes()
    origins = QgsFields.FieldOrigin.OriginProvider, QgsFields.FieldOrigin.OriginEdit
    return [at for at in range(fields.count()) if fields.fieldOrigin(at) in origins and at not in keys]


def _snapshot(feature: QgsFeature, names: list[str]) -> Snapshot:
    values = {name: feature.attribute(name) for name in names}
    return Snapshot(values, bytes(feature.geometry().asWkb()) if feature.hasGeometry() else None)


def difference(before: State, after: State) -> tuple[Change, Change]:
    """What is to be known of each area that differs: as it was, and as it is.

    Of an area that is in both, only what changed; fields that are in one of them only are left alone.
    """
    was: Change = {}
    now: Change = {}
    for fid in {**before, **after}:
        one, other = before.get(fid), after.get(fid)
        if one is None or other is None:
            was[fid], now[fid] = one, other
            continue
        names = [name for name in one.values if name in other.values and one.values[name] != other.values[name]]
        moved = one.outline != other.outline
        if names or moved:
            was[fid], now[fid] = (_part(snapshot, names, moved) for snapshot in (one, other))
    return was, now


def _part(snapshot: Snapshot, names: list[str], outline: bool) -> Snapshot:
    values = {name: snapshot.values[name] for name in names}
    return Snapshot(values, snapshot.outline if outline else None, outline, whole=False)


def applied(state: State, change: Change) -> State:
    """The state after a change; a part of an area that isn't there any more changes nothing."""
    made = dict(state)
    for fid, part in change.items():
        there = made.get(fid)
        if part is None:
            made.pop(fid, None)
        elif there is None:
            if part.whole:
                made[fid] = part
        else:
            outline = part.outline if part.has_outline else there.outline
            made[fid] = Snapshot({**there.values, **part.values}, outline)
    return made


def is_lost(state: State, change: Change) -> bool:
    """Whether a change is of an area that isn't there any more."""
    return any(part is not None and not part.whole and fid not in state for fid, part in change.items())


def write_difference(layer: QgsVectorLayer, now: State, wanted: State) -> list[int]:
    """Bring the edit buffer of a layer from one state to another; returns the areas of which that failed."""
    failed = []
    was, will = difference(now, wanted)
    for fid, part in will.items():
        if part is None:
            done = layer.deleteFeature(fid)
        elif was[fid] is None:
            done = layer.addFeature(feature_of(layer, part, fid))
        else:
            done = _change(layer, fid, part)
        if not done:
            failed.append(fid)
    return failed


def feature_of(layer: QgsVectorLayer, snapshot: Snapshot, fid: int | None = None) -> QgsFeature:
    """A feature for the layer as it is now, under its own number when `fid` is given."""
    feature = QgsFeature(layer.fields())
    for name, value in snapshot.values.items():
        at = layer.fields().indexOf(name)
        if at >= 0:
            feature.setAttribute(at, value)
    for key in layer.dataProvider().pkAttributeIndexes():
        feature.setAttribute(key, fid if fid is not None else NULL)
    if snapshot.outline is not None:
        feature.setGeometry(_geometry(snapshot.outline))
    return feature


def _change(layer: QgsVectorLayer, fid: int, part: Snapshot) -> bool:
    done = True
    if part.has_outline:
        done = layer.changeGeometry(fid, _geometry(part.outline) if part.outline is not None else QgsGeometry())
    for name, value in part.values.items():
        at = layer.fields().indexOf(name)
        done = (at < 0 or layer.changeAttributeValue(fid, at, value)) and done
    return done


def _geometry(wkb: bytes) -> QgsGeometry:
    made = QgsGeometry()
    made.fromWkb(wkb)
    return made
