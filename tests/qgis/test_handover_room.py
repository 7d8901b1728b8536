# SPDX-License-Identifier: GPL-2.0-or-later
"""The row below the page Hand over: the button that makes the files is whole, whatever the room and the letters."""

from __future__ import annotations

import pytest
from qgis.PyQt.QtWidgets import QPushButton, QWidget

from .test_handover_page import choose, desk, page  # noqa: F401


@pytest.mark.parametrize("pixels", [11, 19])
@pytest.mark.parametrize("width", [330, 380])
def test_the_button_that_makes_is_whole(page, qtbot, pixels, width):  # noqa: F811
    choose(page, ".pdf", ".xlsx")
    row = page.action_row
    row.setParent(None)
    qtbot.addWidget(row)
    for widget in (row, *row.findChildren(QWidget)):
        font = widget.font()
        font.setPixelSize(pixels)
        widget.setFont(font)
    row.resize(width, row.sizeHint().height())
    row.show()
    make = row.findChild(QPushButton, "LeefbaarometerHandoverMake")
    assert make.text() == "Make 2 files" and row.width() == width
    assert make.width() >= make.sizeHint().width()
    for name in ("Editions", "Preview"):
        button = row.findChild(QWidget, f"LeefbaarometerHandover{name}")
        assert button.width() >= button.minimumSizeHint().width() and row.rect().contains(button.geometry())
