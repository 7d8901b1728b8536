# SPDX-License-Identifier: GPL-2.0-or-later
"""Three tasks on a stranger's path in Dutch at 1366 x 768, from the moment the demonstration is open, clicks counted.

1. A first area of one's own, 1 click: the button of the empty page, "Midden van de kaart" (click 1).
2. How a buurt stands in its gemeente, 1 click: the search box (click 1), `lbm` and the name are typed, Enter. As an own
   area, one more: "Maak er een eigen gebied van" (click 2).
3. Which buurten are structurally under pressure, and why, 3 clicks: the page Vinden (click 1), its list of rules
   (click 2), "Structureel onder druk" (click 3). The buurten stand there, the first of them is chosen, and below the
   list stands why it was found: three conditions, each with its value and what the rule asks. Without another click
   Tab and the arrow keys go to the next of them, and the reasons go along.
"""

from __future__ import annotations

import re
import sqlite3

import pandas as pd
import pytest

from tests.desktop import steps
from tests.desktop.desktop import Desktop
from tests.desktop.test_citizens import RESULTS
from tests.desktop.test_find import ANSWERED, PRESSURE, listed, text
from tests.unit.test_layouts import tables_in

pytestmark = pytest.mark.desktop

NAME = "Natuurkundigenbuurt"


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


def search(desktop: Desktop, name: str) -> None:
    """Click the search box, type, Enter."""
    desktop.click("iface.mainWindow().findChild(QWidget, 'LocatorWidget').findChild(QLineEdit)")
    desktop.type("lbm " + name)
    desktop.wait(f"{RESULTS}.model() is not None and {RESULTS}.model().rowCount() > 1")
    desktop.eval(f"view = {RESULTS}")
    hits = "[view.model().index(row, 0) for row in range(view.model().rowCount())]"
    desktop.wait(f"any(str(one.data()).strip().startswith({name!r}) for one in {hits})")
    desktop.key("Return")
    shown = "widget('LeefbaarometerPlaceName')"
    desktop.wait(f"{shown}.isVisible() and {name!r} in {shown}.text()")
    desktop.settle()


def test_a_first_area_of_ones_own(desktop: Desktop, clicks: list[object]) -> None:
    desktop.click("LeefbaarometerFirstBuurt")
    desktop.wait("len(plugin.areas.names()) == 1 and plugin.areas.figures() is not None")
    assert len(clicks) == 1
    scores = {f"{score:.2f}".replace(".", ",") for score in buurten()["lbm"].dropna()}
    assert steps.shown(desktop)["score"] in scores
    desktop.screenshot("clicks-own-area")
    assert desktop.errors() == []


def test_how_a_buurt_stands_in_its_gemeente(desktop: Desktop, clicks: list[object]) -> None:
    search(desktop, NAME)
    assert len(clicks) == 1
    table = buurten()
    (score,) = table.loc[table["bu_naam"] == NAME, "lbm"]
    assert desktop.eval("widget('LeefbaarometerScore').text()") == f"{score:.2f}".replace(".", ",")
    labels = desktop.eval("[one.text() for one in plugin.dock.findChildren(QLabel) if one.isVisible()]")
    shown = " ".join(labels).replace("\u00a0", " ")
    told = re.search(r"rang (\d+) van (\d+) buurten", shown)
    folder = desktop.eval("str(plugin.session.pack.folder)")
    with sqlite3.connect(f"file:{folder}/areas.gpkg?mode=ro", uri=True) as file:
        ranked = [code for (code,) in file.execute("SELECT code FROM buurt WHERE inhabitants >= 100")]
    known = table.loc[table.index.isin(ranked), "lbm"].dropna()  # the ministry leaves the smaller ones out
    assert told is not None, shown
    assert [int(one) for one in told.groups()] == [int((known > score).sum()) + 1, len(known)]
    assert re.search(r"dan \d+ % van de woningen van Schiedam", shown)
    desktop.screenshot("clicks-buurt")
    desktop.click("LeefbaarometerPlaceTake")
    desktop.wait("len(plugin.areas.names()) == 1")
    assert len(clicks) == 2 and desktop.errors() == []


def in_view(desktop: Desktop, name: str) -> bool:
    """Whether the whole of a widget is seen, without scrolling."""
    look = f"(part := widget({name!r})).isVisible() and part.visibleRegion().boundingRect() == part.rect()"
    return bool(desktop.eval(look))


def test_what_is_under_pressure_and_why(desktop: Desktop, clicks: list[object]) -> None:
    steps.open_page(desktop, "find")
    desktop.wait(ANSWERED)
    desktop.choose("LeefbaarometerFindRule", PRESSURE)
    desktop.wait(f"{ANSWERED} and page.outcome.findings.rule.id == 'structureel_onder_druk'")
    desktop.settle()
    found = listed(desktop)
    assert len(clicks) == 3 and len(found) > 1
    assert text(desktop, "Area").startswith(found[0])
    assert told(desktop) == ["Omvang", "Ernst", "Duur"]
    assert in_view(desktop, "LeefbaarometerFindArea") and in_view(desktop, "LeefbaarometerFindShort")
    assert "Waarom gevonden: ✓ Omvang:" in text(desktop, "Short")
    desktop.screenshot("clicks-pressure")
    # by keyboard to the list, and down: the reasons follow
    for _ in range(12):
        if desktop.eval("widget('LeefbaarometerFindTable').hasFocus()"):
            break
        desktop.key("Tab")
    desktop.key("Down")
    desktop.settle()
    assert text(desktop, "Area").startswith(found[1]) and told(desktop) == ["Omvang", "Ernst", "Duur"]
    assert len(clicks) == 3 and desktop.errors() == []


def told(desktop: Desktop) -> list[str]:
    """The conditions that are met, of those that are told."""
    short = re.findall(r"✓ (\w+): \d", text(desktop, "Short"))
    assert short == re.findall(r"✓ (\w+)", text(desktop, "Why")), "in short and in full"
    return short
