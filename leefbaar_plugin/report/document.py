# SPDX-License-Identifier: GPL-2.0-or-later
"""The report as a document to edit: headings, paragraphs, pictures and tables of every area, as OpenDocument text."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsExpressionContext,
    QgsExpressionContextScope,
    QgsExpressionContextUtils,
    QgsMapLayer,
    QgsMapRendererSequentialJob,
    QgsMapSettings,
    QgsProject,
)
from qgis.PyQt.QtCore import QBuffer, QIODevice, QSize, Qt, QUrl
from qgis.PyQt.QtGui import (
    QBrush,
    QColor,
    QFont,
    QImage,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFrameFormat,
    QTextImageFormat,
    QTextLength,
    QTextTable,
    QTextTableFormat,
)

from ..translation import tr
from .content import AreaReport
from .odt import Picture, heading, unmarked
from .printing.filling import RD, SHOWN, extent_of
from .steps import Steps, part_of
from .tables import TextTable

_FONT = "Arial"
_WIDTH = 482.0
"""Points between the margins of A4."""
_MAP_HEIGHT, _FINER, _MAP_DPI = 250.0, 3.0, 200
_TEXT, _SMALL, _BIG = 10.0, 8.0, 24.0
_QUICK = 70
"""Takes little more than half the time for a PNG that is a sixth larger."""
_GREY, _LINE = "#555555", "#b8b8b8"
_PLACE = QImage(1, 1, QImage.Format.Format_Mono)
"""Stands for a picture until the document is written."""


@dataclass
class Document:
    """The text, with a place for each picture, and the pictures by their names there."""

    text: QTextDocument
    pictures: dict[str, Picture] = field(default_factory=dict)


def document_steps(
    title: str, areas: Sequence[AreaReport], layers: Sequence[QgsMapLayer], project: QgsProject
) -> Steps[Document]:
    """All areas one after the other, a step for each picture. For the thread of the interface, for maps are drawn."""
    writer = _Writer()
    if len(areas) > 1:
        writer.write(heading(title, 1))
    for at, area in enumerate(areas):
        values = {name: unmarked(value) for name, value in area.values.items()}
        cleaned = replace(area, name=unmarked(area.name), values=values)
        steps = _area(writer, cleaned, _map(cleaned, layers, project), 2 if len(areas) > 1 else 1)
        yield from part_of(steps, at / len(areas), (at + 1) / len(areas))
    return writer.made


class _Writer:
    """Writes at the end of a document."""

    def __init__(self) -> None:
        self.made = Document(QTextDocument())
        self.made.text.setDefaultFont(QFont(_FONT, round(_TEXT)))
        self._cursor = QTextCursor(self.made.text)
        self._first = True

    def write(self, text: str, size: float = _TEXT, bold: bool = False, colour: str = "", ground: str = "") -> None:
        """A paragraph; a line break in the text begins another one."""
        for line in text.split("\n"):
            self._paragraph()
            self._cursor.insertText(line, _letters(size, bold, colour, ground))

    def go_on(self, text: str, size: float, bold: bool, colour: str, ground: str) -> None:
        """More of the same paragraph, in other letters."""
        self._cursor.insertText(text, _letters(size, bold, colour, ground))

    def picture(self, image: QImage, width: float, description: str) -> None:
        """A picture so many points wide, in a paragraph of its own."""
        name = f"lbm{len(self.made.pictures) + 1}.png"
        self.made.text.addResource(int(QTextDocument.ResourceType.ImageResource), QUrl(name), _PLACE)
        self.made.pictures[name] = Picture(_as_png(image), description)
        self._paragraph()
        shown = QTextImageFormat()
        shown.setName(name)
        # the writer takes pixels for three quarters of a point
        shown.setWidth(width / 0.75)
        shown.setHeight(width / 0.75 * image.height() / max(image.width(), 1))
        self._cursor.insertImage(shown)

    def table(self, table: TextTable) -> None:
        """A table with its heads; figures at the right."""
        form = QTextTableFormat()
        form.setBorder(0.5)
        form.setBorderStyle(QTextFrameFormat.BorderStyle.BorderStyle_Solid)
        form.setBorderBrush(QBrush(QColor(_LINE)))
        form.setCellPadding(2)
        form.setCellSpacing(0)
        form.setHeaderRowCount(1)
        first = 110.0
        others = (_WIDTH - first) / (len(table.heads) - 1)
        fixed = QTextLength.Type.FixedLength
        form.setWidth(QTextLength(fixed, _WIDTH))
        form.setColumnWidthConstraints(
            [QTextLength(fixed, first if at == 0 else others) for at in range(len(table.heads))]
        )
        made = self._cursor.insertTable(len(table.rows) + 1, len(table.heads), form)
        for row, cells in enumerate((table.heads, *table.rows)):
            _fill_row(made, row, cells)
        self._cursor.movePosition(QTextCursor.MoveOperation.End)
        self._first = True  # what comes next fills the paragraph behind the table

    def _paragraph(self) -> None:
        form = QTextBlockFormat()
        form.setBottomMargin(4)
        form.setTopMargin(6 if self._first else 0)
        if self._first:
            self._cursor.setBlockFormat(form)
        else:
            self._cursor.insertBlock(form)
        self._first = False


def _as_png(image: QImage) -> bytes:
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG", _QUICK)
    return bytes(buffer.data())


def _fill_row(table: QTextTable, row: int, cells: Sequence[str]) -> None:
    for column, text in enumerate(cells):
        cursor = table.cellAt(row, column).firstCursorPosition()
        form = QTextBlockFormat()
        form.setAlignment(Qt.AlignmentFlag.AlignRight if column else Qt.AlignmentFlag.AlignLeft)
        cursor.setBlockFormat(form)
        cursor.insertText(text, _letters(_SMALL, bold=row == 0))


def _letters(size: float, bold: bool = False, colour: str = "", ground: str = "") -> QTextCharFormat:
    form = QTextCharFormat()
    form.setFont(QFont(_FONT))
    form.setFontPointSize(size)
    if bold:
        form.setFontWeight(QFont.Weight.Bold)
    if colour:
        form.setForeground(QBrush(QColor(colour)))
    if ground:
        form.setBackground(QBrush(QColor(ground)))
    return form


def _area(writer: _Writer, area: AreaReport, shown: QImage, level: int) -> Steps[None]:
    values = area.values
    writer.write(heading(area.name, level))
    writer.write(values["lbm_subtitle"], _SMALL, colour=_GREY)
    writer.write(values["lbm_score"] + ("   " if values["lbm_score"] else ""), _BIG, bold=True)
    chip = f"\u00a0{values['lbm_class']}\u00a0"
    writer.go_on(chip, 12.0, True, values["lbm_class_ink"], values["lbm_class_colour"])
    if values["lbm_warning"]:
        writer.write(values["lbm_warning"], bold=True, colour="#5a3a00", ground="#fff4d6")
    for name in ("lbm_line", "lbm_rank", "lbm_key"):
        if values[name]:
            writer.write(values[name].replace("\n", " · "))
    writer.write(values["lbm_text"])
    yield 0.2
    _picture(writer, area, "lbm_class_bar", _WIDTH)
    yield 0.3
    writer.write(heading(tr("Map"), level + 1))
    writer.picture(shown, _WIDTH, tr("Map of {name} with the classes").format(name=area.name))
    yield 0.5
    if not values["lbm_score"]:
        _end(writer, area)
        return
    _picture(writer, area, "lbm_legend", 120.0)
    writer.write(heading(tr("Dimensions"), level + 1))
    for at, name in enumerate(("lbm_profile", "lbm_steps")):
        yield 0.6 + 0.1 * at
        _picture(writer, area, name, 260.0)
    yield 0.8
    writer.write(heading(tr("Course and change"), level + 1))
    _picture(writer, area, "lbm_trend", _WIDTH)
    yield 0.9
    writer.write(values["lbm_change"])
    for table in area.tables:
        writer.write(heading(table.title, level + 2))
        writer.table(table)
    _end(writer, area)


def _end(writer: _Writer, area: AreaReport) -> None:
    values = area.values
    method = "\n".join(filter(None, (values["lbm_basis"], values["lbm_method"])))
    writer.write("\n".join(filter(None, (method, values["lbm_source"], values["lbm_caveat"]))), _SMALL, colour=_GREY)


def _picture(writer: _Writer, area: AreaReport, name: str, width: float) -> None:
    titles = {
        "lbm_class_bar": tr("Share per class of {name}"),
        "lbm_legend": tr("Legend of the map of {name}"),
        "lbm_profile": tr("Contributions of the dimensions, {name}"),
        "lbm_steps": tr("From the reference to the score, {name}"),
        "lbm_trend": tr("Total score over the years, {name}"),
    }
    if name in area.drawings:
        image = area.drawings[name].image(_FINER)
        writer.picture(image, width, titles[name].format(name=area.name))


def _map(area: AreaReport, layers: Sequence[QgsMapLayer], project: QgsProject) -> QImage:
    settings = QgsMapSettings()
    settings.setLayers(list(layers))
    settings.setDestinationCrs(QgsCoordinateReferenceSystem(RD))
    settings.setTransformContext(project.transformContext())
    settings.setOutputDpi(_MAP_DPI)
    settings.setOutputSize(QSize(round(_WIDTH / 72 * _MAP_DPI), round(_MAP_HEIGHT / 72 * _MAP_DPI)))
    settings.setExtent(extent_of(area))
    settings.setBackgroundColor(QColor("#ffffff"))
    scope = QgsExpressionContextScope()
    scope.setVariable(SHOWN, area.name)
    context = QgsExpressionContext()
    context.appendScope(QgsExpressionContextUtils.globalScope())
    context.appendScope(QgsExpressionContextScope(scope))  # the context takes it
    settings.setExpressionContext(context)
    job = QgsMapRendererSequentialJob(settings)
    job.start()
    job.waitForFinished()
    return job.renderedImage()
