# SPDX-License-Identifier: GPL-2.0-or-later
"""The items of a layout get the values of one area for good: texts, colours, pictures, and what its maps show."""

from __future__ import annotations

from collections.abc import Sequence

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsExpression,
    QgsExpressionContext,
    QgsExpressionContextScope,
    QgsExpressionContextUtils,
    QgsGeometry,
    QgsLayoutItem,
    QgsLayoutItemLabel,
    QgsLayoutItemMap,
    QgsLayoutItemPicture,
    QgsLayoutItemScaleBar,
    QgsLayoutObject,
    QgsMapLayer,
    QgsProperty,
    QgsRectangle,
)
from qgis.PyQt.QtGui import QColor

from ..content import AreaReport
from .flow import breakable

RD = "EPSG:28992"
SHOWN = "lbm_area"
"""Variable of a map that holds the name of its area, of which the outline is thicker than those of others."""
_OURS = "@lbm_"
_MARGIN, _LEAST_EXTENT = 1.35, 400.0
_LONG_TITLE, _LONGER_TITLE = 45, 90
_TITLE = "lbm_title"


def fill(items: Sequence[QgsLayoutItem], area: AreaReport, layers: Sequence[QgsMapLayer]) -> list[QgsLayoutItem]:
    """Give the items of one area its values; what has no value on it goes, and the others are returned."""
    maps = [item for item in items if isinstance(item, QgsLayoutItemMap)]
    for item in maps:
        _show_map(item, area, layers)
    scope = QgsExpressionContextScope()
    for name, value in area.values.items():
        scope.setVariable(name, value)
    left = []
    for item in items:
        context = item.createExpressionContext()
        context.appendScope(QgsExpressionContextScope(scope))  # the context takes it
        used = _fill_properties(item, context, area)
        if isinstance(item, QgsLayoutItemLabel) and _OURS in item.text():
            whole = item.text()
            text = QgsExpression.replaceExpressionText(whole, context)
            item.setText(_as_letters(text))
            if _TITLE in whole:
                _shrink(item)
            item.setText(_as_letters(breakable(item, text)))
            if used and item.hasBackground():
                _write_in(item, area.values["lbm_class_ink"])
            used |= not item.text().strip()
        if maps:
            _link(item, _nearest(item, maps))
        if used and isinstance(item, QgsLayoutItemPicture | QgsLayoutItemLabel) and _is_empty(item):
            item.layout().removeLayoutItem(item)
        else:
            left.append(item)
    return left


def _fill_properties(item: QgsLayoutItem, context: QgsExpressionContext, area: AreaReport) -> bool:
    """Put values in the place of expressions that use ours; whether there were any."""
    found = False
    properties = item.dataDefinedProperties()
    for key in properties.propertyKeys():
        wanted = properties.property(key)
        if _OURS not in wanted.expressionString():
            continue
        found = True
        value = QgsExpression(wanted.expressionString()).evaluate(context)
        if isinstance(item, QgsLayoutItemPicture) and key == QgsLayoutObject.DataDefinedProperty.PictureSource:
            properties.setProperty(key, QgsProperty())
            kind = QgsLayoutItemPicture.Format.FormatUnknown
            if str(value or "").startswith("base64:"):
                kind = QgsLayoutItemPicture.Format.FormatSVG
            item.setPicturePath(str(value or ""), kind)
        else:
            properties.setProperty(key, QgsProperty.fromValue(value))
    if found:
        item.setDataDefinedProperties(properties)
        item.refreshDataDefinedProperty()
    return found


def _is_empty(item: QgsLayoutItem) -> bool:
    return not (item.picturePath() if isinstance(item, QgsLayoutItemPicture) else item.text().strip())


def _as_letters(text: str) -> str:
    """Text in which a label finds no expression to evaluate: a name may read like one."""
    return text.replace("[%", "[%'['%]%")


def _shrink(label: QgsLayoutItemLabel) -> None:
    """A long name gets smaller letters, and wraps."""
    length = len(label.currentText())
    if length > _LONG_TITLE:
        text = label.textFormat()
        text.setSize(text.size() * (0.55 if length > _LONGER_TITLE else 0.75))
        label.setTextFormat(text)


def _write_in(label: QgsLayoutItemLabel, colour: str) -> None:
    """Letters that can be read on the colour of a class."""
    text = label.textFormat()
    text.setColor(QColor(colour))
    label.setTextFormat(text)


def _show_map(item: QgsLayoutItemMap, area: AreaReport, layers: Sequence[QgsMapLayer]) -> None:
    QgsExpressionContextUtils.setLayoutItemVariable(item, SHOWN, area.name)
    item.setCrs(QgsCoordinateReferenceSystem(RD))
    item.setLayers(list(layers))
    item.setKeepLayerSet(True)
    item.zoomToExtent(extent_of(area))


def extent_of(area: AreaReport) -> QgsRectangle:
    """What a map shows: the area with some of its surroundings."""
    geometry = QgsGeometry()
    geometry.fromWkb(area.outline)
    box = QgsRectangle(geometry.boundingBox())
    box.scale(_MARGIN)
    if max(box.width(), box.height()) < _LEAST_EXTENT:
        box.grow((_LEAST_EXTENT - max(box.width(), box.height())) / 2)
    return box


def _nearest(item: QgsLayoutItem, maps: Sequence[QgsLayoutItemMap]) -> QgsLayoutItemMap:
    """The map of the item's own page, or the first one of its area."""
    return next((one for one in maps if one.page() == item.page()), maps[0])


def _link(item: QgsLayoutItem, chosen: QgsLayoutItemMap) -> None:
    if isinstance(item, QgsLayoutItemScaleBar):
        item.setLinkedMap(chosen)
        item.applyDefaultSize()
    elif isinstance(item, QgsLayoutItemPicture) and item.linkedMap() is not None:
        item.setLinkedMap(chosen)
