# SPDX-License-Identifier: GPL-2.0-or-later
"""Three tasks on a stranger's path in Dutch at 1366 x 768, with the clicks counted.

1. A first area of one's own, from the map: *Lees een plek*, a click on a buurt, *Eigen gebied*.
2. How a buurt stands in its gemeente: *Lees een plek*, a click on it.
3. Which buurten are structurally under pressure and why: *Vinden*, the first of the list.
"""

from __future__ import annotations

import re

import pandas as pd
import pytest
import shapely

from tests.desktop import steps
from tests.desktop.desktop import Desktop
from tests.desktop.test_find import ANSWERED, listed, text
from tests.unit.test_layouts import tables_in

pytestmark = pytest.mark.desktop

PLACE = (87_700, 437_350)
IN_VIEW = (83900, 435700, 87600 + 1200, 438500)


@pytest.fixture
def clicks(desktop: Desktop, monkeypatch: pytest.MonkeyPatch) -> list[object]:
    """The demonstration is open; what is clicked from then on."""
    steps.open_demonstration(desktop)
    made: list[object] = []
    click = desktop.click
    monkeypatch.setattr(
        desktop, "click", lambda target, *given, **more: (made.append(target), click(target, *given, **more))
    )
    return made


def buurten() -> pd.DataFrame:
    """Scores of the buurten of 2024, as published."""
    table = tables_in(steps.DEMONSTRATION)["buurt"]
    return table[table["jaar"] == 2024].set_index("bu_code")


def read_the_place(desktop: Desktop) -> str:
    """Click the tool and the map, not more; returns the name that is shown."""
    desktop.click("LeefbaarometerReadPlace")
    desktop.map_click(*PLACE)
    desktop.wait("widget('LeefbaarometerPlaceName').isVisible()")
    desktop.settle()
    return str(desktop.eval("widget('LeefbaarometerPlaceName').text()"))


def test_a_first_area_of_ones_own(desktop: Desktop, clicks: list[object]) -> None:
    read_the_place(desktop)
    desktop.click("LeefbaarometerPlaceTake")
    desktop.wait("len(plugin.areas.names()) == 1 and plugin.areas.figures() is not None")
    assert len(clicks) <= 4
    area = shapely.from_wkt(desktop.eval("plugin.areas.geometry().asWkt(3)"))
    assert area.contains(shapely.Point(*PLACE))
    assert steps.shown(desktop)["score"]
    desktop.screenshot("clicks-own-area")
    assert desktop.errors() == []


def test_how_a_buurt_stands_in_its_gemeente(desktop: Desktop, clicks: list[object]) -> None:
    name = read_the_place(desktop)
    assert len(clicks) <= 2
    table = buurten()
    (row,) = [one for one in table.itertuples() if one.bu_naam in name]
    assert desktop.eval("widget('LeefbaarometerScore').text()") == f"{row.lbm:.2f}".replace(".", ",")
    shown = " ".join(
        desktop.eval("[one.text() for one in plugin.dock.findChildren(QLabel) if one.isVisible()]")
    ).replace("\u00a0", " ")
    rank, of = map(int, re.search(r"rang (\d+) van (\d+) buurten", shown).groups())
    known = table["lbm"].dropna()
    assert rank == int((known > row.lbm).sum()) + 1 and of == len(known)
    assert re.search(r"dan \d+ % van de woningen van Schiedam", shown)
    desktop.screenshot("clicks-buurt")
    assert desktop.errors() == []


def test_what_is_under_pressure_and_why(desktop: Desktop, clicks: list[object]) -> None:
    steps.open_page(desktop, "find")
    desktop.wait(ANSWERED)
    assert desktop.eval("page.outcome.findings.rule.id") == "structureel_onder_druk"
    found = listed(desktop)
    desktop.click_text(found[0], within="LeefbaarometerFindTable")
    desktop.settle()
    assert len(clicks) <= 3
    why = text(desktop, "Why")
    assert all(part in why for part in ("Omvang", "Ernst", "Duur")) and why.count("✓") == 3
    assert text(desktop, "Area").startswith(found[0])
    desktop.screenshot("clicks-pressure")
    assert desktop.errors() == []
