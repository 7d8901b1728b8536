# SPDX-License-Identifier: GPL-2.0-or-later
"""The charts under Qt 6: the same tests as under Qt 5."""

from __future__ import annotations

from qgis.PyQt.QtCore import PYQT_VERSION_STR

from tests.qgis.test_charts import *  # noqa: F403
from tests.qgis.test_charts import _english_numbers  # noqa: F401


def test_this_is_qt_6():
    assert PYQT_VERSION_STR.startswith("6.")
