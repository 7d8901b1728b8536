# SPDX-License-Identifier: GPL-2.0-or-later
"""Our one-colour icons in the text colour of the window."""

from __future__ import annotations

from pathlib import Path

from qgis.PyQt.QtCore import QByteArray, QRectF, Qt
from qgis.PyQt.QtGui import QColor, QIcon, QImage, QPainter, QPalette, QPixmap
from qgis.PyQt.QtSvg import QSvgRenderer

from .mixing import mixed

INK = "#7A838C"
_SIZES = (16, 20, 24, 32, 40, 48, 64)


def tinted_icon(path: Path, palette: QPalette) -> QIcon:
    """Icon of an SVG drawn in `INK`, with that colour replaced by the palette's; empty when there is no such file.

    Untinted the icon reads on light and on dark; tinted it is as strong as the text beside it.
    """
    icon = QIcon()
    if not path.is_file():
        return icon
    drawing = path.read_text(encoding="utf-8")
    text, ground = palette.color(QPalette.ColorRole.WindowText), palette.color(QPalette.ColorRole.Window)
    if ground.alpha() < 255:  # in a scroll area of QGIS's dark themes
        ground = palette.color(QPalette.ColorRole.Base)
    for mode, strength in ((QIcon.Mode.Normal, 0.85), (QIcon.Mode.Disabled, 0.4)):
        colour = mixed(text, ground, strength)
        renderer = QSvgRenderer(QByteArray(drawing.replace(INK, colour.name()).encode("utf-8")))
        for size in _SIZES:
            icon.addPixmap(_rendered(renderer, size), mode)
    return icon


def _rendered(renderer: QSvgRenderer, size: int) -> QPixmap:
    image = QImage(size, size, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(QColor(Qt.GlobalColor.transparent))
    painter = QPainter(image)
    renderer.render(painter, QRectF(0, 0, size, size))
    painter.end()
    return QPixmap.fromImage(image)
