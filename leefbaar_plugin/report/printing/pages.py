# SPDX-License-Identifier: GPL-2.0-or-later
"""The pages of a report as PDF: one small layout per area, page after page, so that many areas cost time and room by
their number, and between two pages windows can be looked after.

Pages look as QGIS exports a layout of all areas, but that the letters of our drawings are letters.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path

from qgis.core import (
    Qgis,
    QgsLayoutExporter,
    QgsLayoutItem,
    QgsLayoutItemLabel,
    QgsLayoutItemPicture,
    QgsLayoutRenderContext,
    QgsLayoutUtils,
    QgsMapLayer,
    QgsPrintLayout,
    QgsProject,
    QgsProperty,
    QgsVectorSimplifyMethod,
)
from qgis.PyQt.QtCore import QMarginsF, QRectF, QSizeF, Qt
from qgis.PyQt.QtGui import QPageLayout, QPageSize, QPainter, QPdfWriter

from ...engine.errors import WriteError
from ..content import AreaReport
from ..steps import Steps, part_of
from .drawing import Drawing, as_source
from .flow import wrapped
from .layout import laid_out
from .template import Template, in_pieces, read_template

DPI = 300
_PAGE = re.compile(r"@layout_page\b")
_PAGES = re.compile(r"@layout_numpages\b")
_THRESHOLD = 0.1
"""Pixels that lines are simplified by, as by QGIS's own export."""
_MM = 25.4


def page_steps(
    path: Path,
    project: QgsProject,
    title: str,
    template: Template,
    areas: Sequence[AreaReport],
    layers: Sequence[QgsMapLayer],
) -> Steps[None]:
    """Write all areas to a PDF, a few steps for each; WriteError when the disk refuses."""
    pieces = in_pieces(read_template(template))
    sketched = [_sketched(area) for area in areas]

    def laid(area: AreaReport, layers: Sequence[QgsMapLayer], fraction: float) -> Steps[QgsPrintLayout]:
        return part_of(laid_out(project, title, template, pieces, [area], layers), fraction, fraction)

    counts = yield from _page_counts(sketched, partial(laid, layers=[], fraction=0.0))
    book = _PdfPages(path, title)
    done, whole = 0, sum(counts)
    try:
        for area, sketch, count in zip(areas, sketched, counts, strict=True):
            layout = yield from laid(sketch, layers, done / whole)
            _number(layout, done, whole)
            drawn = _taken_out(layout, area, sketch)
            for page in range(count):
                book.add(layout, page, drawn.get(page, ()))
                done += 1
                yield done / whole
            if len(areas) == 1:
                book.close()
                QgsLayoutExporter(layout).georeferenceOutput(str(path), None, QRectF(), DPI)
    finally:
        book.close()


def _sketched(area: AreaReport) -> AreaReport:
    """An area with empty pictures of the size of our drawings, which are drawn on the pages themselves."""
    empty = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {} {}"><title>{}</title></svg>'
    values = {
        name: as_source(empty.format(one.width, one.height, name).encode()) for name, one in area.drawings.items()
    }
    return replace(area, values={**area.values, **values})


def _page_counts(areas: Sequence[AreaReport], laid: Callable[[AreaReport], Steps[QgsPrintLayout]]) -> Steps[list[int]]:
    """Number of pages of each area. What an area lacks decides on it, so that few have to be laid out to know."""
    known: dict[frozenset[str], int] = {}
    counts = []
    for area in areas:
        lacking = frozenset(name for name, value in area.values.items() if not value)
        if lacking not in known:
            layout = yield from laid(area)
            known[lacking] = layout.pageCollection().pageCount()
        counts.append(known[lacking])
    return counts


class _PdfPages:
    """A PDF that pages of layouts are added to."""

    def __init__(self, path: Path, title: str) -> None:
        self._name = path.name
        self._writer: QPdfWriter | None = QPdfWriter(str(path))
        self._writer.setResolution(DPI)
        self._writer.setTitle(title)
        self._painter = QPainter()

    def add(self, layout: QgsPrintLayout, page: int, drawn: Sequence[tuple[Drawing, QRectF]]) -> None:
        """One page of a layout, with our drawings (in its units) on it."""
        context = layout.renderContext()
        context.setDpi(DPI)
        context.setTextRenderFormat(Qgis.TextRenderFormat.AlwaysText)
        context.setFlag(QgsLayoutRenderContext.Flag.FlagUseAdvancedEffects, True)
        context.setSimplifyMethod(_simplified())
        self._begin(layout, page)
        QgsLayoutExporter(layout).renderPage(self._painter, page)
        dots = _millimetres(layout) * DPI / _MM
        for drawing, box in drawn:
            place = QRectF(box.x() * dots, box.y() * dots, box.width() * dots, box.height() * dots)
            drawing.paint_in(self._painter, place)

    def close(self) -> None:
        """Write what is left."""
        if self._painter.isActive():
            self._painter.end()
        self._writer = None

    def _begin(self, layout: QgsPrintLayout, page: int) -> None:
        size = layout.pageCollection().page(page).rect()
        per = _millimetres(layout)
        kind = QPageSize(QSizeF(size.width() * per, size.height() * per), QPageSize.Unit.Millimeter)
        form = QPageLayout(kind, QPageLayout.Orientation.Portrait, QMarginsF(0, 0, 0, 0))
        form.setMode(QPageLayout.Mode.FullPageMode)
        writer = self._writer
        if writer is None or not writer.setPageLayout(form):
            raise self._failed()
        if not (writer.newPage() if self._painter.isActive() else self._painter.begin(writer)):
            raise self._failed()

    def _failed(self) -> WriteError:
        return WriteError("{file} can't be written: is it open in another program, or the disk full?", file=self._name)


def _millimetres(layout: QgsPrintLayout) -> float:
    """How many make a unit of a layout."""
    return float(layout.convertFromLayoutUnits(1.0, Qgis.LayoutUnit.Millimeters).length())


def _simplified() -> QgsVectorSimplifyMethod:
    method = QgsVectorSimplifyMethod()
    method.setSimplifyHints(QgsVectorSimplifyMethod.SimplifyHint.GeometrySimplification)
    method.setForceLocalOptimization(True)
    method.setSimplifyAlgorithm(QgsVectorSimplifyMethod.SimplifyAlgorithm.SnappedToGridGlobal)
    method.setThreshold(_THRESHOLD)
    return method


def _number(layout: QgsPrintLayout, before: int, whole: int) -> None:
    """Numbers of pages count those of all areas."""

    def counted(text: str) -> str:
        return _PAGES.sub(str(whole), _PAGE.sub(f"(@layout_page + {before})", text))

    for item in layout.items():
        if not isinstance(item, QgsLayoutItem):
            continue
        if isinstance(item, QgsLayoutItemLabel) and "@layout_" in item.text():
            item.setText(counted(item.text()))
        properties = item.dataDefinedProperties()
        for key in properties.propertyKeys():
            expression = properties.property(key).expressionString()
            if "@layout_" in expression:
                properties.setProperty(key, QgsProperty.fromExpression(counted(expression)))
                item.setDataDefinedProperties(properties)


def _taken_out(
    layout: QgsPrintLayout, area: AreaReport, sketch: AreaReport
) -> Mapping[int, list[tuple[Drawing, QRectF]]]:
    """Our drawings by page with their places, taken out of their items; and long texts in rows.

    QGIS breaks a long text into rows by trying all of it for each word: rows that fit already are drawn at once.
    """
    names = {sketch.values[name]: name for name in area.drawings}
    found: dict[int, list[tuple[Drawing, QRectF]]] = {}
    context = QgsLayoutUtils.createRenderContextForLayout(layout, None)
    for item in layout.items():
        if isinstance(item, QgsLayoutItemPicture) and item.picturePath() in names:
            name = names[item.picturePath()]
            if _as_is(item):
                place, size = item.pagePos(), item.rect()
                box = QRectF(place.x(), place.y(), size.width(), size.height())
                found.setdefault(item.page(), []).append((area.drawings[name], box))
                item.setPicturePath("")
            else:
                item.setPicturePath(area.values[name], QgsLayoutItemPicture.Format.FormatSVG)
        elif isinstance(item, QgsLayoutItemLabel) and _is_plain(item):
            item.setText("\n".join(wrapped(item, context)))
    return found


def _is_plain(item: QgsLayoutItemLabel) -> bool:
    """Whether a label holds letters only, at the left: none to evaluate, no markup."""
    left = item.hAlign() == Qt.AlignmentFlag.AlignLeft
    letters = item.mode() == QgsLayoutItemLabel.Mode.ModeFont and not item.textFormat().allowHtmlFormatting()
    return left and letters and "[%" not in item.text()


def _as_is(item: QgsLayoutItemPicture) -> bool:
    """Whether a picture is shown whole against the upper left corner, with nothing done to it."""
    whole = item.resizeMode() == QgsLayoutItemPicture.ResizeMode.Zoom
    corner = item.pictureAnchor() == QgsLayoutItem.ReferencePoint.UpperLeft
    turned = item.pictureRotation() or item.itemRotation() or item.itemOpacity() < 1.0
    return whole and corner and not turned and item.isVisible()
