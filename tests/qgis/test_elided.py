# SPDX-License-Identifier: GPL-2.0-or-later
"""A label with a part in bold: both parts are painted, one behind the other."""

from __future__ import annotations

import numpy as np
import pytest
from qgis.PyQt.QtGui import QFontMetrics, QImage

from leefbaar_plugin.gui.widgets.elided import ElidedLabel


def ink(label) -> np.ndarray:
    """Which columns of pixels hold something dark."""
    image = label.grab().toImage().convertToFormat(QImage.Format.Format_Grayscale8)
    bits = image.constBits().asarray(image.sizeInBytes())
    pixels = np.asarray(bits, np.uint8).reshape(image.height(), image.bytesPerLine())[:, : image.width()]
    return (pixels < 128).any(axis=0)


@pytest.mark.parametrize(("strong", "rest"), [("HHHH", "HHHH"), ("H", "HHHHHHHH"), ("HHHHHHHH", "H")])
def test_the_rest_stands_behind_the_bold_part(qgis_app, qtbot, strong, rest):
    label = ElidedLabel()
    qtbot.addWidget(label)
    label.setStyleSheet("background: white; color: black")
    label.set_texts(strong, rest)
    label.resize(300, 30)
    wide = QFontMetrics(label._bold()).horizontalAdvance(strong)
    end = wide + QFontMetrics(label.font()).horizontalAdvance(rest)
    dark = np.flatnonzero(ink(label))
    assert dark.min() < wide / len(strong) and end - wide / len(strong) <= dark.max() <= end + 4
    assert ((dark > wide) & (dark < end)).any()
