#!/usr/bin/python3
# SPDX-License-Identifier: GPL-2.0-or-later
"""Makes the layout templates of the report anew: resources/report/portrait.qpt and landscape.qpt."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from qgis.core import (
    Qgis,
    QgsApplication,
    QgsFillSymbol,
    QgsLayoutItem,
    QgsLayoutItemLabel,
    QgsLayoutItemMap,
    QgsLayoutItemPage,
    QgsLayoutItemPicture,
    QgsLayoutItemScaleBar,
    QgsLayoutItemShape,
    QgsLayoutMeasurement,
    QgsLayoutObject,
    QgsLayoutPoint,
    QgsLayoutSize,
    QgsPrintLayout,
    QgsProject,
    QgsProperty,
    QgsReadWriteContext,
    QgsTextFormat,
    QgsUnitTypes,
)
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtGui import QColor, QFont

FOLDER = Path(__file__).resolve().parents[1] / "resources" / "report"
INK, GREY = "#1a1a1a", "#555555"
PROPERTY = QgsLayoutObject.DataDefinedProperty


@dataclass(frozen=True)
class Box:
    """A place on a page, in millimetres."""

    page: int
    x: float
    y: float
    width: float
    height: float


def place(layout: QgsPrintLayout, item: QgsLayoutItem, name: str, box: Box) -> None:
    """Add an item at its place."""
    item.setId(name)
    layout.addLayoutItem(item)
    item.attemptResize(QgsLayoutSize(box.width, box.height))
    item.attemptMove(QgsLayoutPoint(box.x, box.y), True, False, box.page)


def label(
    layout: QgsPrintLayout, name: str, text: str, box: Box, size: float, bold: bool = False, colour: str = INK
) -> QgsLayoutItemLabel:
    """A label with the fonts of the report."""
    item = QgsLayoutItemLabel(layout)
    font = QFont("Open Sans")
    font.setStyleHint(QFont.StyleHint.SansSerif)
    font.setBold(bold)
    style = QgsTextFormat()
    style.setFont(font)
    style.setSize(size)
    style.setSizeUnit(QgsUnitTypes.RenderUnit.RenderPoints)
    style.setColor(QColor(colour))
    item.setTextFormat(style)
    item.setText(text)
    item.setMarginX(0)
    item.setMarginY(0)
    place(layout, item, name, box)
    return item


def picture(layout: QgsPrintLayout, name: str, box: Box) -> QgsLayoutItemPicture:
    """A picture of which the source is the variable of its name."""
    item = QgsLayoutItemPicture(layout)
    item.setResizeMode(QgsLayoutItemPicture.ResizeMode.Zoom)
    item.setPictureAnchor(QgsLayoutItem.ReferencePoint.UpperLeft)
    properties = item.dataDefinedProperties()
    properties.setProperty(PROPERTY.PictureSource, QgsProperty.fromExpression(f"@{name}"))
    item.setDataDefinedProperties(properties)
    place(layout, item, name, box)
    return item


def chip(layout: QgsPrintLayout, box: Box) -> None:
    """The class on its colour."""
    item = label(layout, "lbm_class", "[% @lbm_class %]", box, 11.5, bold=True)
    item.setHAlign(Qt.AlignmentFlag.AlignHCenter)
    item.setVAlign(Qt.AlignmentFlag.AlignVCenter)
    item.setBackgroundEnabled(True)
    item.setFrameEnabled(True)
    item.setFrameStrokeWidth(QgsLayoutMeasurement(0.2))
    properties = item.dataDefinedProperties()
    properties.setProperty(PROPERTY.BackgroundColor, QgsProperty.fromExpression("@lbm_class_colour"))
    item.setDataDefinedProperties(properties)


def the_map(layout: QgsPrintLayout, box: Box) -> None:
    """Map, scale bar and north arrow."""
    item = QgsLayoutItemMap(layout)
    item.setFrameEnabled(True)
    item.setFrameStrokeWidth(QgsLayoutMeasurement(0.2))
    place(layout, item, "lbm_map", box)
    arrow = QgsLayoutItemPicture(layout)
    arrow.setPicturePath(":/images/north_arrows/layout_default_north_arrow.svg")
    arrow.setLinkedMap(item)
    place(layout, arrow, "lbm_north", Box(box.page, box.x + box.width - 13, box.y + 3, 10, 12))
    bar = QgsLayoutItemScaleBar(layout)
    bar.setStyle("Single Box")
    bar.setLinkedMap(item)
    bar.setUnits(QgsUnitTypes.DistanceUnit.DistanceMeters)
    bar.setUnitLabel("m")
    bar.setSegmentSizeMode(Qgis.ScaleBarSegmentSizeMode.FitWidth)
    bar.setMinimumBarWidth(25)
    bar.setMaximumBarWidth(45)
    bar.setNumberOfSegments(2)
    bar.setNumberOfSegmentsLeft(0)
    bar.setHeight(2)
    text = bar.textFormat()
    text.setSize(8)
    bar.setTextFormat(text)
    bar.setBackgroundEnabled(True)
    bar.setBackgroundColor(QColor(255, 255, 255, 200))
    place(layout, bar, "lbm_scale_bar", Box(box.page, box.x + 2, box.y + box.height - 13, 50, 11))


def rule(layout: QgsPrintLayout, name: str, box: Box, colour: str = INK) -> None:
    """A line, as high as its box."""
    item = QgsLayoutItemShape(layout)
    item.setShapeType(QgsLayoutItemShape.Shape.Rectangle)
    fill = {"color": colour, "style": "solid", "outline_style": "no"}
    item.setSymbol(QgsFillSymbol.createSimple(fill))
    place(layout, item, name, box)


def warning(layout: QgsPrintLayout, box: Box) -> None:
    """What makes the figures less than they look, on a ground of its own."""
    item = label(layout, "lbm_warning", "[% @lbm_warning %]", box, 8.5, bold=True, colour="#5a3a00")
    item.setBackgroundEnabled(True)
    item.setBackgroundColor(QColor("#fff4d6"))
    item.setMarginX(2)
    item.setMarginY(1.2)


def head(layout: QgsPrintLayout, y: float, left: float, width: float, logo_width: float) -> None:
    """Name, what it is of, logo, and a line below."""
    label(layout, "lbm_title", "[% @lbm_title %]", Box(0, left, y, width - logo_width - 5, 9), 20, bold=True)
    picture(layout, "lbm_logo", Box(0, left + width - logo_width, y, logo_width, 14))
    subtitle = Box(0, left, y + 10, width - logo_width - 5, 5)
    label(layout, "lbm_subtitle", "[% @lbm_subtitle %]", subtitle, 9, colour=GREY)
    rule(layout, "lbm_rule", Box(0, left, y + 17, width, 0.6))


def next_head(layout: QgsPrintLayout, y: float, left: float, width: float) -> None:
    """Name and a line on the second page."""
    label(layout, "lbm_head", "[% @lbm_title %]", Box(1, left, y, width, 6), 11, bold=True)
    rule(layout, "lbm_rule", Box(1, left, y + 7, width, 0.3))


def foot(layout: QgsPrintLayout, page: int, y: float, left: float, width: float) -> None:
    """Source, caveat and page number below a thin line."""
    rule(layout, "lbm_foot", Box(page, left, y, width, 0.2), "#b8b8b8")
    text = "[% @lbm_source %]\n[% @lbm_caveat %]"
    label(layout, "lbm_source", text, Box(page, left, y + 1.5, width - 22, 12), 7, colour=GREY)
    where = Box(page, left + width - 20, y + 1.5, 20, 5)
    number = label(layout, "lbm_page", "[% @layout_page %] / [% @layout_numpages %]", where, 7, colour=GREY)
    number.setHAlign(Qt.AlignmentFlag.AlignRight)


def portrait(layout: QgsPrintLayout) -> None:
    """A4 upright: what it is and where; why it is so and how it was made."""
    head(layout, 14, 15, 180, 32)
    label(layout, "lbm_score", "[% @lbm_score %]", Box(0, 15, 35, 38, 12), 30, bold=True)
    chip(layout, Box(0, 54, 37, 54, 8.5))
    label(layout, "lbm_line", "[% @lbm_line %]", Box(0, 54, 47, 62, 4), 7.5, colour=GREY)
    label(layout, "lbm_rank", "[% @lbm_rank %]", Box(0, 113, 37, 82, 12), 9)
    warning(layout, Box(0, 15, 54, 180, 7))
    picture(layout, "lbm_class_bar", Box(0, 15, 64, 180, 24))
    the_map(layout, Box(0, 15, 91, 132, 108))
    picture(layout, "lbm_legend", Box(0, 151, 91, 44, 60))
    label(layout, "lbm_key", "[% @lbm_key %]", Box(0, 151, 155, 44, 20), 8.5)
    label(layout, "lbm_text", "[% @lbm_text %]", Box(0, 15, 203, 180, 60), 9.5)
    foot(layout, 0, 280, 15, 180)
    next_head(layout, 14, 15, 180)
    picture(layout, "lbm_profile", Box(1, 15, 26, 88, 48))
    picture(layout, "lbm_steps", Box(1, 107, 26, 88, 48))
    picture(layout, "lbm_trend", Box(1, 15, 78, 180, 60))
    label(layout, "lbm_change", "[% @lbm_change %]", Box(1, 15, 142, 180, 18), 9)
    picture(layout, "lbm_table", Box(1, 15, 164, 180, 60))
    picture(layout, "lbm_rings", Box(1, 15, 228, 180, 60))
    label(layout, "lbm_basis", "[% @lbm_basis %]", Box(1, 15, 293, 180, 8), 7.5, colour=GREY)
    label(layout, "lbm_method", "[% @lbm_method %]", Box(1, 15, 303, 180, 30), 7.5, colour=GREY)
    foot(layout, 1, 280, 15, 180)


def landscape(layout: QgsPrintLayout) -> None:
    """A4 on its side: the map at the left, the figures at the right."""
    head(layout, 10, 14, 269, 32)
    the_map(layout, Box(0, 14, 31, 148, 157))
    label(layout, "lbm_score", "[% @lbm_score %]", Box(0, 168, 31, 38, 12), 30, bold=True)
    chip(layout, Box(0, 208, 32, 56, 8.5))
    label(layout, "lbm_line", "[% @lbm_line %]", Box(0, 208, 42, 75, 4), 7.5, colour=GREY)
    label(layout, "lbm_rank", "[% @lbm_rank %]", Box(0, 168, 49, 115, 9), 9)
    warning(layout, Box(0, 168, 60, 115, 7))
    picture(layout, "lbm_class_bar_narrow", Box(0, 168, 70, 115, 24))
    label(layout, "lbm_text", "[% @lbm_text %]", Box(0, 168, 96, 115, 40), 8.5)
    picture(layout, "lbm_legend", Box(0, 168, 140, 44, 60))
    label(layout, "lbm_key", "[% @lbm_key %]", Box(0, 225, 140, 58, 20), 8.5)
    foot(layout, 0, 193, 14, 269)
    next_head(layout, 10, 14, 269)
    picture(layout, "lbm_profile", Box(1, 14, 21, 88, 48))
    picture(layout, "lbm_steps", Box(1, 106, 21, 88, 48))
    picture(layout, "lbm_trend", Box(1, 14, 72, 180, 60))
    picture(layout, "lbm_table", Box(1, 14, 136, 180, 60))
    label(layout, "lbm_change", "[% @lbm_change %]", Box(1, 202, 21, 81, 30), 9)
    picture(layout, "lbm_rings_narrow", Box(1, 202, 55, 81, 60))
    label(layout, "lbm_basis", "[% @lbm_basis %]", Box(1, 202, 119, 81, 12), 7.5, colour=GREY)
    label(layout, "lbm_method", "[% @lbm_method %]", Box(1, 202, 134, 81, 40), 7.5, colour=GREY)
    foot(layout, 1, 193, 14, 269)


def main() -> None:
    """Write both."""
    application = QgsApplication([], True)
    application.initQgis()
    FOLDER.mkdir(exist_ok=True)
    project = QgsProject()
    for name, build, way in (
        ("portrait", portrait, QgsLayoutItemPage.Orientation.Portrait),
        ("landscape", landscape, QgsLayoutItemPage.Orientation.Landscape),
    ):
        layout = QgsPrintLayout(project)
        layout.setName(f"leefbaarometer {name}")
        layout.setCustomProperty("lbm_flow", "true")
        for _ in range(2):
            page = QgsLayoutItemPage(layout)
            page.setPageSize("A4", way)
            layout.pageCollection().addPage(page)
        build(layout)
        layout.saveAsTemplate(str(FOLDER / f"{name}.qpt"), QgsReadWriteContext())
    print("written:", FOLDER)


if __name__ == "__main__":
    main()
