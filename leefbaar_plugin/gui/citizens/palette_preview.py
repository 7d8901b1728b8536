# SPDX-License-Identifier: GPL-2.0-or-later
"""The nine class colours of a palette with their numbers, as they will be on the map."""

from __future__ import annotations

from qgis.PyQt.QtCore import QEvent, QRectF, QSize, Qt
from qgis.PyQt.QtGui import QColor, QHelpEvent, QPainter, QPaintEvent
from qgis.PyQt.QtWidgets import QSizePolicy, QToolTip, QWidget

from ...charts.painting.contrast import text_colour
from ...plain_text import as_tip
from ...translation import tr

_LINES = 1.9
_NARROWEST = 2.2


class PalettePreview(QWidget):
    """A row of numbered boxes; the name of a class appears under the cursor."""

    def __init__(self, names: tuple[str, ...], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._names = names
        self._colours: tuple[str, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_colours(self, colours: tuple[str, ...]) -> None:
        """Show these colours (#rrggbb), the lowest class first."""
        self._colours = colours
        listed = ", ".join(f"{name} {colour}" for name, colour in zip(self._names, colours, strict=True))
        self.setAccessibleName(tr("Colours of the classes"))
        self.setAccessibleDescription(listed)
        self.update()

    def sizeHint(self) -> QSize:
        """Nine boxes of about two lines."""
        height = self.fontMetrics().height()
        return QSize(round(_NARROWEST * height * max(len(self._names), 1)), round(_LINES * height))

    def boxes(self) -> list[QRectF]:
        """Where the boxes are, the lowest class first."""
        width = self.width() / max(len(self._colours), 1)
        return [QRectF(place * width, 0, width, self.height()) for place in range(len(self._colours))]

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the boxes; called by Qt."""
        painter = QPainter(self)
        for number, (box, colour) in enumerate(zip(self.boxes(), self._colours, strict=True), start=1):
            painter.fillRect(box, QColor(colour))
            painter.setPen(QColor(text_colour(colour)))
            painter.drawText(box, int(Qt.AlignmentFlag.AlignCenter), str(number))
        painter.end()

    def event(self, event: QEvent) -> bool:
        """Show the name of the class under the cursor; called by Qt."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            for name, box in zip(self._names, self.boxes(), strict=False):
                if box.contains(event.pos().x(), event.pos().y()):
                    QToolTip.showText(event.globalPos(), as_tip(name), self)
                    return True
        return super().event(event)
