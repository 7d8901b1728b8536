# SPDX-License-Identifier: GPL-2.0-or-later
"""Names and order of the user's own areas, from fields that users may rename, delete or fill as they like."""

from __future__ import annotations

import math
from collections.abc import Sequence

from qgis.core import NULL, QgsFeature, QgsFeatureRequest, QgsField, QgsVectorDataProvider, QgsVectorLayer
from qgis.PyQt.QtCore import QMetaType

from ...translation import tr

NAME, POSITION = "name", "position"


def position_field() -> QgsField:
    """The field that holds the place of an area, from 1."""
    return QgsField(POSITION, QMetaType.Type.Int)


def name_of(feature: QgsFeature) -> str:
    """Name of an area; its number when it has none, or when the field was taken away."""
    at = feature.fields().indexOf(NAME)
    name = feature.attribute(at) if at >= 0 else NULL
    text = "" if name is None or name == NULL else str(name).strip()
    return text or tr("Area {number}").format(number=abs(feature.id()))


def place_of(feature: QgsFeature) -> float | None:
    """Place of an area; None when it has none."""
    at = feature.fields().indexOf(POSITION)
    try:
        place = float(feature.attribute(at)) if at >= 0 else math.nan
    except (TypeError, ValueError):
        return None
    return place if math.isfinite(place) else None


def ordered_names(layer: QgsVectorLayer) -> dict[int, str]:
    """Names of all areas by feature id, in their order; those without a place (older files) last, as stored."""
    found = sorted((_key(feature), feature.id(), name_of(feature)) for feature in _rows(layer))
    return {fid: name for _, fid, name in found}


def _rows(layer: QgsVectorLayer) -> list[QgsFeature]:
    """Names and places only."""
    request = QgsFeatureRequest().setFlags(QgsFeatureRequest.Flag.NoGeometry)
    wanted = [name for name in (NAME, POSITION) if layer.fields().indexOf(name) >= 0]
    request.setSubsetOfAttributes(wanted, layer.fields())
    return list(layer.getFeatures(request))


def _key(feature: QgsFeature) -> tuple[bool, float]:
    place = place_of(feature)
    return (True, _stored(feature)) if place is None else (False, place)


def _stored(feature: QgsFeature) -> float:
    """Place among those without one: as stored; what isn't stored yet (negative ids that count down) comes last."""
    fid = feature.id()
    return float(fid) if fid >= 0 else 1e18 - fid


def unfiltered(layer: QgsVectorLayer) -> QgsVectorLayer:
    """The layer itself, or while a filter hides rows of it, all rows of its file."""
    if not layer.subsetString():
        return layer
    whole = QgsVectorLayer("|".join(layer.source().split("|")[:2]), "", "ogr")
    return whole if whole.isValid() else layer


def next_place(layer: QgsVectorLayer) -> int:
    """The place behind all others, those behind a filter included."""
    places = [place_of(feature) for feature in _rows(unfiltered(layer))]
    return max(int(max((place for place in places if place is not None), default=0)), len(places)) + 1


def require_position(layer: QgsVectorLayer) -> bool:
    """Add the field to a file that hasn't got it, and number its areas as they stood; False when that can't be done."""
    if layer.fields().indexOf(POSITION) < 0:
        provider = layer.dataProvider()
        able = provider.capabilities() & QgsVectorDataProvider.Capability.AddAttributes
        if not able or not provider.addAttributes([position_field()]):
            return False
        layer.updateFields()
        whole = unfiltered(layer)
        at = whole.dataProvider().fieldNameIndex(POSITION)
        places = {fid: {at: place} for place, fid in enumerate(ordered_names(whole), start=1)}
        return bool(whole.dataProvider().changeAttributeValues(places)) if places else True
    return True


def renumbered(layer: QgsVectorLayer, order: Sequence[int]) -> dict[int, int]:
    """New places by feature id, of the areas that don't have theirs in this order.

    Places are 1, 2 ...; while a filter hides others, those that are shown change places among themselves.
    """
    now = {feature.id(): place_of(feature) for feature in _rows(layer)}
    places = list(range(1, len(order) + 1))
    if layer.subsetString():
        behind = {place_of(feature) for feature in _rows(unfiltered(layer)) if feature.id() not in now}
        own = sorted({int(place) for place in now.values() if place is not None and place not in behind})
        free = next_place(layer)
        places = [*own, *range(free, free + len(order) - len(own))]
    return {fid: at for fid, at in zip(order, places, strict=True) if now.get(fid) != at}


def moved(order: Sequence[int], fid: int, steps: int) -> list[int]:
    """The order with one area so many places further down (or up: negative), and no further than the ends."""
    rest = [one for one in order if one != fid]
    at = min(max(list(order).index(fid) + steps, 0), len(rest))
    return [*rest[:at], fid, *rest[at:]]


def behind(order: Sequence[int], after: int, fids: Sequence[int]) -> list[int]:
    """The order with some areas right behind another, or last when that one isn't in it."""
    rest = [one for one in order if one not in fids]
    at = rest.index(after) + 1 if after in rest else len(rest)
    return [*rest[:at], *fids, *rest[at:]]


def beside(order: Sequence[int], fid: int) -> int | None:
    """The area after this one in the list, else the one before it, None when it is alone."""
    at = list(order).index(fid)
    return next(iter([*order[at + 1 : at + 2], *order[:at][-1:]]), None)
