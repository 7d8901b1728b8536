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
    QgsLayoutItem,
    QgsLayoutItemLabel,
    QgsLayoutItemMap,
    QgsLayoutItemPage,
    QgsLayoutItemPicture,
    QgsLayoutItemScaleBar,
    QgsLayoutItemShape,
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
    item = label(layout, "lbm_class", "[% @lbm_class %]", box, 12, bold=True)
    item.setHAlign(Qt.AlignmentFlag.AlignHCenter)
    item.setVAlign(Qt.AlignmentFlag.AlignVCenter)
    item.setBackgroundEnabled(True)
    item.setFrameEnabled(True)
    properties = item.dataDefinedProperties()
    properties.setProperty(PROPERTY.BackgroundColor, QgsProperty.fromExpression("@lbm_class_colour"))
    item.setDataDefinedProperties(properties)


def the_map(layout: QgsPrintLayout, box: Box) -> None:
    """Map, scale bar and north arrow."""
    item = QgsLayoutItemMap(layout)
    item.setFrameEnabled(True)
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


def rule(layout: QgsPrintLayout, box: Box) -> None:
    """A thin line below the head."""
    item = QgsLayoutItemShape(layout)
    item.setShapeType(QgsLayoutItemShape.Shape.Rectangle)
    place(layout, item, "", box)


def foot(layout: QgsPrintLayout, page: int, y: float, width: float) -> None:
    """Source, caveat and page number."""
    text = "[% @lbm_source %]\n[% @lbm_caveat %]"
    label(layout, "lbm_source", text, Box(page, 14, y, width - 22, 13), 7, colour=GREY)
    number = label(layout, "lbm_page", "[% @layout_page %] / [% @layout_numpages %]", Box(page, width - 6, y, 20, 5), 7)
    number.setHAlign(Qt.AlignmentFlag.AlignRight)


def portrait(layout: QgsPrintLayout) -> None:
    """A4 upright: what it is and where; why it is so and how it was made."""
    label(layout, "lbm_title", "[% @lbm_title %]", Box(0, 14, 12, 150, 17), 20, bold=True)
    picture(layout, "lbm_logo", Box(0, 168, 12, 28, 15))
    label(layout, "lbm_subtitle", "[% @lbm_subtitle %]", Box(0, 14, 30, 182, 5), 9, colour=GREY)
    label(layout, "lbm_score", "[% @lbm_score %]", Box(0, 14, 37, 42, 14), 30, bold=True)
    chip(layout, Box(0, 58, 40, 52, 9))
    label(layout, "lbm_rank", "[% @lbm_rank %]", Box(0, 114, 39, 82, 12), 9)
    label(layout, "lbm_warning", "[% @lbm_warning %]", Box(0, 14, 53, 182, 9), 9, bold=True, colour="#8a5a00")
    picture(layout, "lbm_class_bar", Box(0, 14, 61, 182, 28))
    the_map(layout, Box(0, 14, 92, 138, 118))
    picture(layout, "lbm_legend", Box(0, 155, 92, 41, 50))
    label(layout, "lbm_text", "[% @lbm_text %]", Box(0, 14, 213, 182, 62), 9)
    foot(layout, 0, 279, 196 - 14)
    label(layout, "lbm_head", "[% @lbm_title %]", Box(1, 14, 12, 182, 9), 12, bold=True)
    picture(layout, "lbm_profile", Box(1, 14, 22, 89, 58))
    picture(layout, "lbm_steps", Box(1, 107, 22, 89, 58))
    picture(layout, "lbm_trend", Box(1, 14, 82, 182, 80))
    label(layout, "lbm_change", "[% @lbm_change %]", Box(1, 14, 166, 182, 22), 9)
    label(layout, "lbm_basis", "[% @lbm_basis %]", Box(1, 14, 190, 182, 12), 9)
    label(layout, "lbm_method", "[% @lbm_method %]", Box(1, 14, 204, 182, 72), 8, colour=GREY)
    foot(layout, 1, 279, 196 - 14)


def landscape(layout: QgsPrintLayout) -> None:
    """A4 on its side: the map at the left, the figures at the right."""
    label(layout, "lbm_title", "[% @lbm_title %]", Box(0, 14, 10, 235, 14), 20, bold=True)
    picture(layout, "lbm_logo", Box(0, 255, 10, 28, 14))
    label(layout, "lbm_subtitle", "[% @lbm_subtitle %]", Box(0, 14, 25, 269, 5), 9, colour=GREY)
    the_map(layout, Box(0, 14, 33, 150, 156))
    label(layout, "lbm_score", "[% @lbm_score %]", Box(0, 168, 33, 42, 14), 30, bold=True)
    chip(layout, Box(0, 212, 36, 55, 9))
    label(layout, "lbm_rank", "[% @lbm_rank %]", Box(0, 168, 49, 115, 9), 9)
    label(layout, "lbm_warning", "[% @lbm_warning %]", Box(0, 168, 59, 115, 9), 8, bold=True, colour="#8a5a00")
    picture(layout, "lbm_class_bar", Box(0, 168, 69, 115, 17))
    label(layout, "lbm_text", "[% @lbm_text %]", Box(0, 168, 88, 115, 60), 8)
    picture(layout, "lbm_legend", Box(0, 168, 150, 45, 40))
    foot(layout, 0, 193, 283 - 14)
    label(layout, "lbm_head", "[% @lbm_title %]", Box(1, 14, 10, 269, 9), 12, bold=True)
    picture(layout, "lbm_profile", Box(1, 14, 22, 88, 62))
    picture(layout, "lbm_steps", Box(1, 106, 22, 88, 62))
    picture(layout, "lbm_trend", Box(1, 14, 88, 180, 68))
    label(layout, "lbm_change", "[% @lbm_change %]", Box(1, 14, 160, 180, 16), 9)
    label(layout, "lbm_basis", "[% @lbm_basis %]", Box(1, 14, 178, 180, 12), 9)
    label(layout, "lbm_method", "[% @lbm_method %]", Box(1, 200, 22, 83, 166), 8, colour=GREY)
    foot(layout, 1, 193, 283 - 14)


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
        for _ in range(2):
            page = QgsLayoutItemPage(layout)
            page.setPageSize("A4", way)
            layout.pageCollection().addPage(page)
        build(layout)
        layout.saveAsTemplate(str(FOLDER / f"{name}.qpt"), QgsReadWriteContext())
    print("written:", FOLDER)


if __name__ == "__main__":
    main()
