# SPDX-License-Identifier: GPL-2.0-or-later
"""A print layout of some areas: a template filled once per area, page after page, with nothing in it that needs us.

A template is any QGIS layout template. Where a label or a property of an item uses a variable `@lbm_…`, it gets its
value for good, so that the layout reads the same without the plugin and every word can be edited. Maps show the area,
scale bars and north arrows follow the map of their own pages.
"""

from __future__ import annotations

from collections.abc import Sequence

from qgis.core import (
    QgsFeature,
    QgsFillSymbol,
    QgsGeometry,
    QgsLayoutItem,
    QgsLayoutItemMap,
    QgsLayoutItemPage,
    QgsLayoutPoint,
    QgsLayoutSize,
    QgsMapLayer,
    QgsPrintLayout,
    QgsProject,
    QgsReadWriteContext,
    QgsSingleSymbolRenderer,
    QgsSymbolLayer,
    QgsVectorLayer,
)
from qgis.PyQt.QtXml import QDomDocument

from ...layers.styles import lasting
from ...translation import tr
from ..content import AreaReport
from ..handover import HandedArea
from ..steps import Steps
from .filling import RD, SHOWN, extent_of, fill
from .flow import close_up, flows
from .template import Template, no_template, read_template

_ON_EVERY_PAGE = ("lbm_head", "lbm_source", "lbm_page", "lbm_logo", "lbm_rule", "lbm_foot")


def layout_steps(
    project: QgsProject, name: str, template: Template, areas: Sequence[AreaReport], layers: Sequence[QgsMapLayer]
) -> Steps[QgsPrintLayout]:
    """A layout of all areas, in no layout manager, in steps, some for each area. `layers` are drawn on every map, the
    first on top.

    InputError when the template can't be read or has no page.
    """
    return (yield from laid_out(project, name, template, (read_template(template),), areas, layers))


def laid_out(
    project: QgsProject,
    name: str,
    template: Template,
    pieces: Sequence[QDomDocument],
    areas: Sequence[AreaReport],
    layers: Sequence[QgsMapLayer],
) -> Steps[QgsPrintLayout]:
    """The same of a template that was read, in pieces for a layout that isn't edited: its list of items is another."""
    layout = QgsPrintLayout(project)
    layout.undoStack().blockCommands(True)  # each would keep a copy of all items
    context = QgsReadWriteContext()
    context.setPathResolver(project.pathResolver())
    collection = layout.pageCollection()
    sizes: list[QgsLayoutSize] = []
    for number, area in enumerate(areas):
        fraction = number / len(areas)
        items: list[QgsLayoutItem] = []
        first = collection.pageCount() if number else 0
        for piece in pieces:
            if sizes:
                more = layout.addItemsFromXml(piece.documentElement(), piece, context)
                for item in more:  # QGIS puts them above those that are there
                    item.setZValue(item.zValue() - sum(not isinstance(one, QgsLayoutItemPage) for one in items))
                items += more
            else:
                items, loaded = layout.loadFromTemplate(piece, context, True)
                layout.setName(name)
                sizes = [collection.page(at).pageSize() for at in range(collection.pageCount())]
                if not loaded or not sizes:
                    raise no_template(template)
            yield fraction
        left = fill([item for item in items if not isinstance(item, QgsLayoutItemPage)], area, layers)
        yield fraction
        closes_up = flows(layout)
        kept = _kept_pages(layout, left, len(sizes)) if closes_up else list(range(len(sizes)))
        _put_on_pages(layout, left, first, [(page, sizes[page]) for page in kept])
        if closes_up:
            close_up(left)
            for item in left:
                if isinstance(item, QgsLayoutItemMap):
                    item.zoomToExtent(extent_of(area))
        yield (number + 1) / len(areas)
    layout.undoStack().blockCommands(False)
    return layout


def _kept_pages(layout: QgsPrintLayout, items: list[QgsLayoutItem], count: int) -> list[int]:
    """Pages of the template that an area needs: not those, but for the first, that hold no more than its name and the
    foot, of which the items are removed.
    """
    kept = [0]
    for page in range(1, count):
        of_page = [item for item in items if item.page() == page]
        if all(item.id() in _ON_EVERY_PAGE for item in of_page):
            for item in of_page:
                items.remove(item)
                layout.removeLayoutItem(item)
        else:
            kept.append(page)
    return kept


def _put_on_pages(layout: QgsPrintLayout, items: Sequence[QgsLayoutItem], first: int, kept: Sequence) -> None:
    """Move items from the template's pages (number and size of those that are kept) to pages behind the `first`."""
    collection = layout.pageCollection()
    numbers = [page for page, _size in kept]
    if not first and collection.pageCount() == len(kept):
        return
    where = [(item, item.pagePos(), item.page()) for item in items if item.parentGroup() is None]
    for page in reversed(range(0 if first else collection.pageCount())):
        if page not in numbers:
            collection.deletePage(page)
    for _page, size in kept if first else ():
        sheet = QgsLayoutItemPage(layout)
        sheet.setPageSize(size)
        collection.addPage(sheet)
    for item, position, page in where:
        corner = QgsLayoutPoint(position.x(), position.y(), layout.units())
        item.attemptMove(corner, False, False, first + numbers.index(page))


def outline_layer(areas: Sequence[HandedArea]) -> QgsVectorLayer:
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
        width = lasting(f'if("name" = @{SHOWN}, {own}, {other})')
        line.setDataDefinedProperty(QgsSymbolLayer.Property.StrokeWidth, width)
    layer.setRenderer(QgsSingleSymbolRenderer(symbol))
    return layer
