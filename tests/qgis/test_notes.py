# SPDX-License-Identifier: GPL-2.0-or-later
"""The small labels of the card: a sentence goes on on the next line, unless it is asked to stay on one."""

from __future__ import annotations

from qgis.PyQt.QtWidgets import QWidget

from leefbaar_plugin.gui.area.notes import small_label

LONG = "A sentence that is a good deal longer than the panel is wide, so that it takes more lines than one. " * 2


def test_a_long_sentence_is_shown_whole(qgis_app, qtbot):
    parent = QWidget()
    qtbot.addWidget(parent)
    wrapped, whole = small_label(parent, "A"), small_label(parent, "B", wrap=False)
    for label in (wrapped, whole):
        label.setText(LONG)
    assert wrapped.heightForWidth(300) > 2 * wrapped.fontMetrics().height()
    assert whole.sizeHint().width() > 600 and whole.sizeHint().height() < 2 * whole.fontMetrics().height()
