# SPDX-License-Identifier: GPL-2.0-or-later
"""The tabs of the pages under Qt 6: the same tests as under Qt 5."""

from __future__ import annotations

from tests.qgis.test_page_tabs import *  # noqa: F403
