# SPDX-License-Identifier: GPL-2.0-or-later
"""A print layout of some areas: a template filled once per area, page after page, with nothing in it that needs us.

A template is any QGIS layout template. Where a label or a property of an item uses a variable `@lbm_…`, it gets its
value for good, so that the layout reads the same without the plugin and every word can be edited. Maps show the area,
scale bars and north arrows follow the map of their own pages.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsExpression,
    QgsExpressionContext,
    QgsExpressionContextScope,
    QgsExpressionContextUtils,
    QgsFeature,
    QgsFillSymbol,
    QgsGeometry,
    QgsLayoutItem,
    QgsLayoutItemLabel,
    QgsLayoutItemMap,
    QgsLayoutItemPage,
    QgsLayoutItemPicture,
    QgsLayoutItemScaleBar,
    QgsLayoutObject,
    QgsLayoutPoint,
    QgsMapLayer,
    QgsPrintLayout,
    QgsProject,
    QgsProperty,
    QgsReadWriteContext,
    QgsRectangle,
    QgsSingleSymbolRenderer,
    QgsSymbolLayer,
    QgsVectorLayer,
)
from qgis.PyQt.QtGui import QColor
from qgis.PyQt.QtXml import QDomDocument

from ...engine.errors import InputError
from ...pack.files.progress import Progress, report, silent
from ...pack.files.resources import resource_path
from ...translation import tr
from ..content import AreaReport
from .flow import close_up, flows

PORTRAIT, LANDSCAPE = "portrait", "landscape"
TEMPLATE_ENDING = ".qpt"
_OURS = "@lbm_"
RD = "EPSG:28992"
_MARGIN, _LEAST_EXTENT = 1.35, 400.0
_LONG_TITLE, _LONGER_TITLE = 45, 90
_TITLE = "lbm_title"
_ON_EVERY_PAGE = ("lbm_head", "lbm_source", "lbm_page", "lbm_logo", "lbm_rule", "lbm_foot")
SHOWN = "lbm_area"
"""Variable of a map that holds the name of its area, of which the outline is thicker than those of others."""


@dataclass(frozen=True)
class Template:
    """A layout template: its name for people, and its file."""

    name: str
    path: Path


def own_template(orientation: str) -> Template:
    """The template that comes along."""
    return Template(orientation, resource_path("report", orientation + TEMPLATE_ENDING))


def templates_in(folder: str) -> list[Template]:
    """Templates of an organisation's own, by name; none without a folder or when it can't be read."""
    if not folder:
        return []
    try:
        found = sorted(Path(folder).glob("*" + TEMPLATE_ENDING))
    except OSError:
        return []
    return [Template(path.stem, path) for path in found]


def make_layout(
    project: QgsProject,
    name: str,
    template: Template,
    areas: Sequence[AreaReport],
    layers: Sequence[QgsMapLayer],
    progress: Progress = silent,
) -> QgsPrintLayout:
    """A layout of all areas, in no layout manager. `layers` are drawn on every map, the first on top.

    InputError when the template can't be read or has no page.
    """
    document = _read(template)
    layout = QgsPrintLayout(project)
    layout.setName(name)
    context = QgsReadWriteContext()
    context.setPathResolver(project.pathResolver())
    items, loaded = layout.loadFromTemplate(document, context, True)
    layout.setName(name)
    collection = layout.pageCollection()
    if not loaded or not collection.pageCount():
        raise _no_template(template)
    sizes = [collection.page(at).pageSize() for at in range(collection.pageCount())]
    closes_up = flows(layout)
    for number, area in enumerate(areas):
        if number:
            items = _next_pages(layout, document, context, sizes, collection.pageCount())
        left = _fill([item for item in items if not isinstance(item, QgsLayoutItemPage)], area, layers)
        if closes_up:
            _drop_bare_pages(layout, left)
            close_up(left)
            for item in left:
                if isinstance(item, QgsLayoutItemMap):
                    item.zoomToExtent(extent_of(area))
        report(progress, (number + 1) / len(areas))
    layout.refresh()
    return layout


def _drop_bare_pages(layout: QgsPrintLayout, items: list[QgsLayoutItem]) -> None:
    """Remove pages, but the first of an area, that hold no more than the name of the area and the foot."""
    pages = sorted({item.page() for item in items})
    for page in reversed(pages[1:]):
        of_page = [item for item in items if item.page() == page]
        if all(item.id() in _ON_EVERY_PAGE for item in of_page):
            for item in of_page:
                items.remove(item)
                layout.removeLayoutItem(item)
            layout.pageCollection().deletePage(page)


def outline_layer(areas: Sequence[AreaReport]) -> QgsVectorLayer:
    """The outlines of the areas: a dark line with a light one under it, and no fill."""
    layer = QgsVectorLayer(f"MultiPolygon?crs={RD}&field=name:string", tr("Areas"), "memory")
    rows = []
    for area in areas:
        geometry = QgsGeometry()
        geometry.fromWkb(area.outline)
        geometry.convertToMultiType()
        feature = QgsFeature(layer.fields())
        feature.setAttributes([area.name])
        feature.setGeometry(geometry)
        rows.append(feature)
    layer.dataProvider().addFeatures(rows)
    layer.updateExtents()
    symbol = QgsFillSymbol.createSimple({"style": "no", "outline_color": "#ffffff", "outline_width": "1.4"})
    dark = QgsFillSymbol.createSimple({"style": "no", "outline_color": "#1a1a1a", "outline_width": "0.7"})
    symbol.appendSymbolLayer(dark.symbolLayer(0).clone())
    for line, (own, other) in zip(symbol.symbolLayers(), ((1.6, 0.7), (0.8, 0.25)), strict=True):
        width = QgsProperty.fromExpression(f'if("name" = @{SHOWN}, {own}, {other})')
        line.setDataDefinedProperty(QgsSymbolLayer.Property.StrokeWidth, width)
    layer.setRenderer(QgsSingleSymbolRenderer(symbol))
    return layer


def _read(template: Template) -> QDomDocument:
    document = QDomDocument()
    try:
        text = template.path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as problem:
        raise _no_template(template) from problem
    document.setContent(text)
    if document.documentElement().tagName() != "Layout":
        raise _no_template(template)
    return document


def _no_template(template: Template) -> InputError:
    return InputError("{file} is no layout template of QGIS that can be used.", file=template.path.name)


def _next_pages(
    layout: QgsPrintLayout, document: QDomDocument, context: QgsReadWriteContext, sizes: Sequence, first: int
) -> list[QgsLayoutItem]:
    """The items of the template once more, on pages of their own behind the `first` that there are."""
    collection = layout.pageCollection()
    for size in sizes:
        page = QgsLayoutItemPage(layout)
        page.setPageSize(size)
        collection.addPage(page)
    items = layout.addItemsFromXml(document.documentElement(), document, context)
    placed = [item for item in items if item.parentGroup() is None and not isinstance(item, QgsLayoutItemPage)]
    where = [(item, item.pagePos(), item.page()) for item in placed]
    for item, position, page in where:
        corner = QgsLayoutPoint(position.x(), position.y(), layout.units())
        item.attemptMove(corner, False, False, page + first)
    return items


def _fill(items: Sequence[QgsLayoutItem], area: AreaReport, layers: Sequence[QgsMapLayer]) -> list[QgsLayoutItem]:
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
            item.setText(_as_letters(QgsExpression.replaceExpressionText(whole, context)))
            if _TITLE in whole:
                _shrink(item)
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
