# SPDX-License-Identifier: GPL-2.0-or-later
"""A small label with the number and the name of a class, in its colour."""

from __future__ import annotations

from dataclasses import dataclass

from qgis.PyQt.QtCore import QRectF, QSize
from qgis.PyQt.QtGui import QColor, QPainter, QPen
from qgis.PyQt.QtWidgets import QSizePolicy, QWidget

from ..translation import tr
from .painting.chart import MARGIN, Cell, Chart, ChartPart, Number, lines
from .painting.colours import ChartColours
from .painting.contrast import text_colour
from .painting.lettering import CENTRE

_PADDING = 9.0
_HEIGHT, _LOW = 1.5, 1.15
_LEAST = 40


@dataclass(frozen=True)
class ClassChipData:
    """Class number and name, its colour '#RRGGBB', and what more to say; `certain` False puts a mark behind it."""

    number: int
    name: str
    colour: str
    note: str = ""
    certain: bool = True


class ClassChip(Chart):
    """Rounded label such as '6 · ruim voldoende'; its text is black or white, whichever reads best."""

    def __init__(self, parent: QWidget | None = None, low: bool = False) -> None:
        super().__init__(parent)
        self._height = _LOW if low else _HEIGHT
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self._data: ClassChipData | None = None
        self._data_changed()

    def set_data(self, data: ClassChipData | None) -> None:
        """Shows this class; None shows nothing."""
        self._data = data
        self._data_changed()

    def empty_text(self) -> str:
        """Nothing: without a class there is no label."""
        return ""

    def text(self) -> str:
        """What the label reads; '' without a class."""
        if self._data is None:
            return ""
        written = f"{self._data.number} · {self._data.name}"
        return written if self._data.certain else written + " ?"

    def name(self) -> str:
        """'Class' and the label."""
        return tr("Class {class_name}").format(class_name=self.text()) if self._data else tr("No class")

    def table(self) -> tuple[tuple[Cell, ...], ...]:
        """Class number and name."""
        if self._data is None:
            return ()
        return (tr("Class"), tr("Name")), (Number(self._data.number, 0), self._data.name)

    def preferred_height(self, width: float) -> float:
        """One line with room around it."""
        return 2 * MARGIN + round(self.lettering().normal.height * self._height)

    def sizeHint(self) -> QSize:
        """As wide as the text."""
        width = self.lettering().normal.width(self.text()) + 2 * (_PADDING + MARGIN) + 1.0
        return QSize(round(width) if self._data else 0, round(self.preferred_height(width)))

    def minimumSizeHint(self) -> QSize:
        """The number at least."""
        return QSize(min(_LEAST, self.sizeHint().width()), self.sizeHint().height())

    def hasHeightForWidth(self) -> bool:
        """False: one line."""
        return False

    def parts(self, box: QRectF) -> tuple[ChartPart, ...]:
        """The label as a whole."""
        if self._data is None:
            return ()
        doubt = "" if self._data.certain else tr("The score lies where the bound of the class is not exactly known.")
        return (ChartPart(box, lines((self.name(), doubt, self._data.note))),)

    def _paint(self, painter: QPainter, box: QRectF, colours: ChartColours, marked: int) -> None:
        if self._data is None:
            return
        place = box.adjusted(0.5, 0.5, -0.5, -0.5)
        painter.setPen(QPen(colours.line, 1.0))
        painter.setBrush(QColor(self._data.colour))
        painter.drawRoundedRect(place, place.height() / 2.0, place.height() / 2.0)
        ink = QColor(text_colour(self._data.colour))
        inside = box.adjusted(_PADDING, 0, -_PADDING, 0)
        self.lettering().normal.draw(painter, inside, self.text(), ink, CENTRE)
