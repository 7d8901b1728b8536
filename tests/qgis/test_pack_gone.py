# SPDX-License-Identifier: GPL-2.0-or-later
"""The share with an open pack goes away: whatever is clicked afterwards, no traceback reaches the user."""

from __future__ import annotations

import shutil

import pytest
from qgis.core import QgsGeometry, QgsProject

from .test_mangled_projects import Desk, desk  # noqa: F401

AREA = QgsGeometry.fromWkt("MultiPolygon (((86100 437000, 87000 436900, 87100 436300, 86200 436200, 86100 437000)))")
PAGES = ["area", "compare", "change", "find", "whatif", "relate", "handover"]


def moved(metres: float) -> QgsGeometry:
    """The area so much to the north."""
    shape = QgsGeometry(AREA)
    shape.translate(0, metres)
    return shape


@pytest.fixture
def gone(desk: Desk, schiedam_folder, tmp_path):  # noqa: F811
    """The demonstration data are open, with an area, and their folder is taken away."""
    folder = shutil.copytree(schiedam_folder, tmp_path / "pack")
    desk.plugin.session.open_pack(folder)
    desk.plugin.areas.add([("gebied", AREA)])
    desk.rest()
    assert desk.plugin.areas.figures().has_score and desk.problems == []
    shutil.rmtree(folder)
    return desk


@pytest.mark.parametrize("page", range(len(PAGES)), ids=PAGES)
def test_clicks_after_the_pack_went_away(gone: Desk, page: int):
    plugin = gone.plugin
    plugin.dock.tabs.setCurrentIndex(page)
    gone.rest()
    for theme in ("soc", "lbm"):
        plugin.session.set_theme(theme)
        gone.rest()
    for year in reversed(plugin.session.pack.years):
        plugin.session.set_year(year)
        gone.rest()
    for level in ("buurt", "gemeente", "grid", "auto"):
        plugin.session.set_level(level)
        gone.rest()
    plugin.areas.add([("nog een", moved(300))])
    gone.rest()
    plugin.areas.set_sketch(moved(600))
    gone.rest()
    plugin.areas.set_sketch(None)
    gone.rest()
    plugin.opening.check_scores()
    gone.rest()
    assert QgsProject.instance().mapLayers()
    assert "\n".join(gone.problems) == ""
