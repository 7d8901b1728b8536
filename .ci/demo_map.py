# SPDX-License-Identifier: GPL-2.0-or-later
"""The map of `make demo`: squares in class colours, the drawn areas over them, legend, source and caveat."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from qgis.core import (
    Qgis,
    QgsBasicNumericFormat,
    QgsCoordinateReferenceSystem,
    QgsFillSymbol,
    QgsLayoutExporter,
    QgsLayoutItemLabel,
    QgsLayoutItemLegend,
    QgsLayoutItemMap,
    QgsLayoutItemScaleBar,
    QgsLayoutPoint,
    QgsLayoutSize,
    QgsLegendStyle,
    QgsPalLayerSettings,
    QgsPrintLayout,
    QgsProject,
    QgsRectangle,
    QgsSingleSymbolRenderer,
    QgsTextBufferSettings,
    QgsTextFormat,
    QgsVectorLayer,
    QgsVectorLayerSimpleLabeling,
)
from qgis.PyQt.QtGui import QColor, QFont

_DPI = 130
_MARGIN = 8.0
_MAP = (190.0, 172.0)
"""Millimetres, of an A4 page on its side (297 x 210)."""
_AROUND = 350.0
"""Metres of map around the squares."""
_METHOD = (
    "Gemiddelde van de vierkanten, gewogen naar woningen; een vierkant op de rand telt voor zijn deel binnen het "
    "gebied. Gemaakt op {:%d-%m-%Y}."
)
_LABEL = """ "name" || '\n' || format_number("lbm", 2, 'nl') || ' · ' || "class" || ' ' || "class_name" """


def draw_map(results: Path, target: Path, notes: list[tuple[str, str]]) -> None:
    """Write the map as a PNG; `notes` are the lines below it, (what, text)."""
    layers = _layers(results)
    project = QgsProject()
    project.setCrs(QgsCoordinateReferenceSystem("EPSG:28992"))
    project.addMapLayers(list(layers.values()))
    layout = QgsPrintLayout(project)
    layout.initializeDefaults()
    about = dict(notes)
    _text(
        layout, f"Leefbaarometer {about['edition']}: totaalscore van getekende gebieden", 14, True, (_MARGIN, 6, 281, 8)
    )
    _text(layout, about["data"], 9, False, (_MARGIN, 13.5, 281, 6))
    view = QgsLayoutItemMap(layout)
    layout.addLayoutItem(view)
    view.attemptMove(QgsLayoutPoint(_MARGIN, 20))
    view.attemptResize(QgsLayoutSize(*_MAP))
    view.setLayers([layers["areas"], layers["buurten"], layers["squares"]])
    extent = QgsRectangle(layers["squares"].extent())
    extent.grow(_AROUND)
    view.zoomToExtent(extent)
    view.setFrameEnabled(True)
    _legend(layout, view, layers)
    _scale_bar(layout, view)
    below = "\n".join((about["source"], _METHOD.format(date.today()), about["caveat"]))
    _text(layout, below, 7.5, False, (_MARGIN, 193.5, 281, 14))
    settings = QgsLayoutExporter.ImageExportSettings()
    settings.dpi = _DPI
    done = QgsLayoutExporter(layout).exportToImage(str(target), settings)
    if done != QgsLayoutExporter.ExportResult.Success:
        raise OSError(f"{target} can't be written")


def _layers(results: Path) -> dict[str, QgsVectorLayer]:
    """Squares in their own style; buurten as thin lines; areas as thick outlines with name, score and class."""
    layers = {}
    for name, title in (("squares", "vierkanten van 100 m"), ("buurten", "buurt"), ("areas", "getekend gebied")):
        layers[name] = QgsVectorLayer(f"{results}|layername={name}", title, "ogr")
    for name, colour, width in (("buurten", "130,130,130,255", "0.15"), ("areas", "20,20,20,255", "0.9")):
        symbol = QgsFillSymbol.createSimple({"style": "no", "outline_color": colour, "outline_width": width})
        layers[name].setRenderer(QgsSingleSymbolRenderer(symbol))
    label = QgsPalLayerSettings()
    label.fieldName, label.isExpression = _LABEL, True
    label.placement = QgsPalLayerSettings.Placement.OutsidePolygons
    label.placementSettings().setOverlapHandling(Qgis.LabelOverlapHandling.AllowOverlapIfRequired)
    around = QgsTextBufferSettings()
    around.setEnabled(True)
    around.setSize(0.8)
    form = _format(9, True)
    form.setBuffer(around)
    label.setFormat(form)
    layers["areas"].setLabeling(QgsVectorLayerSimpleLabeling(label))
    layers["areas"].setLabelsEnabled(True)
    return layers


def _format(size: float, bold: bool) -> QgsTextFormat:
    form = QgsTextFormat()
    font = QFont()
    font.setBold(bold)
    form.setFont(font)
    form.setSize(size)
    form.setColor(QColor("black"))
    return form


def _text(layout: QgsPrintLayout, text: str, size: float, bold: bool, box: tuple[float, float, float, float]) -> None:
    """A label; `box` is left, top, width and height in millimetres."""
    item = QgsLayoutItemLabel(layout)
    item.setText(text)
    item.setTextFormat(_format(size, bold))
    layout.addLayoutItem(item)
    item.attemptMove(QgsLayoutPoint(*box[:2]))
    item.attemptResize(QgsLayoutSize(*box[2:]))


def _legend(layout: QgsPrintLayout, view: QgsLayoutItemMap, layers: dict[str, QgsVectorLayer]) -> None:
    legend = QgsLayoutItemLegend(layout)
    legend.setLinkedMap(view)
    legend.setAutoUpdateModel(False)
    root = legend.model().rootGroup()
    root.clear()
    for name in ("areas", "buurten", "squares"):
        root.addLayer(layers[name])
    for part in (QgsLegendStyle.Style.Subgroup, QgsLegendStyle.Style.SymbolLabel):
        legend.rstyle(part).setTextFormat(_format(9, part == QgsLegendStyle.Style.Subgroup))
    layout.addLayoutItem(legend)
    legend.attemptMove(QgsLayoutPoint(_MARGIN + _MAP[0] + 4, 20))


def _scale_bar(layout: QgsPrintLayout, view: QgsLayoutItemMap) -> None:
    bar = QgsLayoutItemScaleBar(layout)
    bar.setStyle("Single Box")
    bar.setLinkedMap(view)
    bar.applyDefaultSize()
    numbers = QgsBasicNumericFormat()
    numbers.setShowThousandsSeparator(False)  # it would be an English one on a Dutch map
    bar.setNumericFormat(numbers)
    bar.setTextFormat(_format(9, False))
    layout.addLayoutItem(bar)
    bar.attemptMove(QgsLayoutPoint(_MARGIN + _MAP[0] + 4, 178))
