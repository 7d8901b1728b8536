# SPDX-License-Identifier: GPL-2.0-or-later
"""One colour between two."""

from __future__ import annotations

from qgis.PyQt.QtGui import QColor


def mixed(first: QColor, second: QColor, share: float) -> QColor:
    """Colour with `share` (0-1) of the first over the second; opaque."""
    rest = 1.0 - share
    return QColor(
        round(first.red() * share + second.red() * rest),
        round(first.green() * share + second.green() * rest),
        round(first.blue() * share + second.blue() * rest),
    )
