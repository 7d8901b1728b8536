# SPDX-License-Identifier: GPL-2.0-or-later
"""Clicking on through years and themes, faster than the map can be drawn."""

from __future__ import annotations

import random

import pytest

from tests.desktop import steps
from tests.desktop.desktop import Desktop

pytestmark = pytest.mark.desktop


def test_the_map_follows_to_the_last_choice(desktop: Desktop) -> None:
    """A hundred and more keys, none waited for: QGIS is alive (see tests/qgis/test_restyling.py) and shows the last."""
    steps.open_demonstration(desktop)
    steps.choose_year(desktop, 2014)
    chance = random.Random(1)
    for _ in range(12):
        desktop.key(*(chance.choice(["Left", "Right"]) for _ in range(12)))
    desktop.settle()
    year = desktop.eval("plugin.session.year")
    assert year in (2002, 2008, 2012, 2014, 2016, 2018, 2020, 2022, 2024)
    fields = desktop.eval(
        "[layer.renderer().classAttribute() for layer in QgsProject.instance().mapLayers().values()"
        " if hasattr(layer.renderer(), 'classAttribute') and 'class_' in layer.renderer().classAttribute()]"
    )
    assert len(fields) >= 3 and all(field == f'"class_lbm_{year}"' for field in fields)
    assert desktop.errors() == []
