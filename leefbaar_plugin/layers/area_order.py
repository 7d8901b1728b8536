# SPDX-License-Identifier: GPL-2.0-or-later
"""The order of the user's own areas: a number in the GeoPackage that list, table and report follow."""

from __future__ import annotations

from collections.abc import Sequence

from qgis.core import NULL, QgsFeature, QgsFeatureRequest, QgsField, QgsVectorDataProvider, QgsVectorLayer
from qgis.PyQt.QtCore import QMetaType

NAME, POSITION = "name", "position"


def position_field() -> QgsField:
    """The field that holds the place of an area, from 1."""
    return QgsField(POSITION, QMetaType.Type.Int)


def ordered_names(layer: QgsVectorLayer) -> dict[int, str]:
    """Names of all areas by feature id, in their order; those without a place (older files) last, as stored."""
    request = QgsFeatureRequest().setFlags(QgsFeatureRequest.Flag.NoGeometry)
    wanted = [name for name in (NAME, POSITION) if layer.fields().indexOf(name) >= 0]
    request.setSubsetOfAttributes(wanted, layer.fields())
    found = sorted((_key(feature), feature.id(), str(feature[NAME] or "")) for feature in layer.getFeatures(request))
    return {fid: name for _, fid, name in found}


def _key(feature: QgsFeature) -> tuple[bool, float]:
    place = feature[POSITION] if feature.fields().indexOf(POSITION) >= 0 else None
    return (True, _stored(feature)) if place is None or place == NULL else (False, float(place))


def _stored(feature: QgsFeature) -> float:
    """Place among those without one: as stored; what isn't stored yet (negative ids that count down) comes last."""
    fid = feature.id()
    return float(fid) if fid >= 0 else 1e18 - fid


def require_position(layer: QgsVectorLayer) -> bool:
    """Add the field to a file that hasn't got it, and number its areas as they stood; False when that can't be done."""
    if layer.fields().indexOf(POSITION) < 0:
        provider = layer.dataProvider()
        able = provider.capabilities() & QgsVectorDataProvider.Capability.AddAttributes
        if not able or not provider.addAttributes([position_field()]):
            return False
        layer.updateFields()
    return True


def renumbered(layer: QgsVectorLayer, order: Sequence[int]) -> dict[int, int]:
    """Places 1, 2 ... by feature id, of the areas that don't have theirs in this order."""
    request = QgsFeatureRequest().setFlags(QgsFeatureRequest.Flag.NoGeometry)
    place = {fid: at for at, fid in enumerate(order, start=1)}
    now = {feature.id(): feature[POSITION] for feature in layer.getFeatures(request)}
    return {fid: at for fid, at in place.items() if now.get(fid, NULL) != at}


def moved(order: Sequence[int], fid: int, steps: int) -> list[int]:
    """The order with one area so many places further down (or up: negative), and no further than the ends."""
    rest = [one for one in order if one != fid]
    at = min(max(list(order).index(fid) + steps, 0), len(rest))
    return [*rest[:at], fid, *rest[at:]]


def beside(order: Sequence[int], fid: int) -> int | None:
    """The area after this one in the list, else the one before it, None when it is alone."""
    at = list(order).index(fid)
    return next(iter([*order[at + 1 : at + 2], *order[:at][-1:]]), None)
