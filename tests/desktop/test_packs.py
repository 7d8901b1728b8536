# SPDX-License-Identifier: GPL-2.0-or-later
"""Packs by mouse: files dropped on the window, two editions, the list of known packs, one beside the other, a folder
dropped.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.demo_edition import release_until
from tests.desktop import steps
from tests.desktop.desktop import Desktop

pytestmark = pytest.mark.desktop

AREA = [(86050, 436850), (86600, 436900), (86650, 436300), (86000, 436350)]
IN_VIEW = (83900, 435700, 87600, 437300)
GROUPS = "[group.name() for group in project.layerTreeRoot().children() if group.nodeType() == 0]"
LATER, EARLIER = "Leefbaarometer 3.0 – 2024 – Schiedam", "Leefbaarometer 3.0 – 2022 – Schiedam"
STATE = "(plugin.session.theme.id, plugin.session.year, list(plugin.areas.names().values()))"
LIST = "widget('LeefbaarometerPackList')"


def import_dropped(desktop: Desktop, files: list[Path], pack: Path) -> tuple[str, str]:
    """Drop files, import what the dialog makes of them; returns its preview and its last word before the start."""
    desktop.drop(*files)
    desktop.wait("plugin.opening.dialog is not None and plugin.opening.dialog.start.isEnabled()", 30)
    dialog = "plugin.opening.dialog"
    told = desktop.eval(f"{dialog}.preview.text()"), desktop.eval(f"{dialog}.status.text()")
    desktop.screenshot(f"packs-dropped-{pack.name}")
    desktop.fill("LeefbaarometerTarget", str(pack))
    desktop.click("LeefbaarometerImportStart")
    return told


def extent(desktop: Desktop) -> tuple[float, ...]:
    box = desktop.eval("(e := canvas.extent()).xMinimum(), e.yMinimum(), e.xMaximum(), e.yMaximum()")
    return tuple(round(one) for one in box)


def row_of(desktop: Desktop, edition: str) -> None:
    """Click the pack of an edition in the list."""
    place = (
        f"next({LIST}.visualItemRect({LIST}.topLevelItem(at)).center() for at in range({LIST}.topLevelItemCount()) "
        f"if {LIST}.topLevelItem(at).text(1) == {edition!r})"
    )
    desktop.click(f"{LIST}.viewport().mapToGlobal({place})")


def test_two_editions_by_dropping_and_by_the_list(desktop: Desktop, tmp_path: Path) -> None:
    files = steps.copy_data(tmp_path)
    preview, last = import_dropped(desktop, files, tmp_path / "pakket 2024")
    assert "CBS" in preview
    assert last == ""
    steps.close_report(desktop)
    steps.wait_for_map(desktop)
    steps.choose_theme(desktop, "soc")
    steps.choose_year(desktop, 2014)
    desktop.wait("plugin.session.year == 2014")
    desktop.set_extent(*IN_VIEW)
    steps.draw_area(desktop, AREA)
    before, seen = desktop.eval(STATE), extent(desktop)
    assert before[:2] == ["soc", 2014] and len(before[2]) == 1

    edition = tmp_path / "meting 2022"
    edition.mkdir()
    earlier = [*sorted(release_until(2022, edition).iterdir()), files[1]]
    preview, last = import_dropped(desktop, earlier, tmp_path / "pakket 2022")
    assert "editie 2022" in preview
    assert "woningen" in last or "vierkant" in last  # every square weighs the same, said before it starts
    steps.close_report(desktop)
    desktop.wait("plugin.session.pack.edition == '2022'", 30)
    desktop.settle()
    desktop.screenshot("packs-replaced")
    assert desktop.eval(GROUPS) == [EARLIER]
    assert desktop.eval(STATE) == before and extent(desktop) == seen

    desktop.eval("QTimer.singleShot(0, plugin.menu.actions['open'].trigger)")
    desktop.wait(f"{LIST} is not None and {LIST}.isVisible()", 20)
    columns = f"[[{LIST}.topLevelItem(at).text(c) for c in (0, 1)] for at in range({LIST}.topLevelItemCount())]"
    listed = desktop.eval(columns)
    assert [one[1] for one in listed if "Schiedam" in one[0]][:2] == ["3.0 · 2022", "3.0 · 2024"]
    row_of(desktop, "3.0 · 2024")
    desktop.screenshot("packs-list")
    desktop.click("LeefbaarometerPackBeside")
    desktop.wait("plugin.session.pack.edition == '2024'", 30)
    desktop.settle()
    desktop.screenshot("packs-beside")
    assert sorted(desktop.eval(GROUPS)) == [EARLIER, LATER]
    assert desktop.eval("[layer.name() for layer in project.mapLayers().values() if not layer.isValid()]") == []
    assert desktop.eval(STATE) == before and extent(desktop) == seen

    desktop.drop(tmp_path / "pakket 2022")
    desktop.wait("plugin.session.pack.edition == '2022'", 30)
    desktop.settle()
    assert sorted(desktop.eval(GROUPS)) == [EARLIER, LATER]
    assert desktop.eval(STATE) == before and extent(desktop) == seen
    desktop.screenshot("packs-dropped")
    assert desktop.errors() == []
