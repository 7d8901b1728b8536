# SPDX-License-Identifier: GPL-2.0-or-later
"""A mouse that rests on a square of the area on the map tells how much of the square counts."""

from __future__ import annotations

import sqlite3

import pytest

from tests.desktop import steps
from tests.desktop.desktop import Desktop

pytestmark = pytest.mark.desktop

WEST, SOUTH = 87_130.0, 437_000.0
"""Corner of the area: of its first column of squares, 70 of the 100 metres lie in it."""
SQUARE = "E0871N4371"


def dwellings() -> float:
    """The dwellings in the square, as its file has them."""
    (path,) = steps.DEMONSTRATION.glob("cbs_*.gpkg")
    asked = "SELECT aantal_woningen FROM vierkant_100m_2024 WHERE crs28992res100m = ?"
    with sqlite3.connect(path) as connection:
        return float(connection.execute(asked, (SQUARE,)).fetchone()[0])


def test_the_tip_of_a_square_on_the_border(desktop: Desktop) -> None:
    steps.open_demonstration(desktop)
    east, north = WEST + 470, SOUTH + 300
    corners = ((WEST, SOUTH), (east, SOUTH), (east, north), (WEST, north), (WEST, SOUTH))
    wkt = f"Polygon(({','.join(f'{x} {y}' for x, y in corners)}))"
    desktop.eval(f"plugin.areas.add([('Proef', QgsGeometry.fromWkt({wkt!r}))])")
    desktop.set_extent(WEST - 500, SOUTH - 300, WEST + 1000, SOUTH + 700)
    desktop.settle()
    desktop.map_move(87_250, 437_150)
    desktop.map_move(87_160, 437_150)
    first, second, *_class = desktop.wait("QToolTip.isVisible() and QToolTip.text()", 5).splitlines()
    desktop.screenshot("square-share", settle=False)
    assert first == f"{SQUARE}: 70,0\u00a0% telt mee in Proef"
    counted = f"{0.7 * dwellings():.1f}".replace(".", ",")
    assert second == f"{dwellings():.0f} woningen, meegeteld: {counted}"
    desktop.map_move(86_900, 436_850)
    desktop.wait("not QToolTip.isVisible()", 5)
    assert desktop.errors() == []
