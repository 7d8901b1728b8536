# SPDX-License-Identifier: GPL-2.0-or-later
"""The page "Find" by mouse and keyboard: a rule, another value, another list, one area on the map, why it was found."""

from __future__ import annotations

import re
import time
from pathlib import Path
from typing import Any

import pytest

from tests.desktop import steps
from tests.desktop.desktop import REPOSITORY, Desktop

pytestmark = pytest.mark.desktop

WATERWEG = REPOSITORY.parent / "shared" / "data" / "demo" / "waterweg"
PRESSURE = "Structureel onder druk"
PAGE = "plugin.dock.tabs.findChild(QWidget, 'LeefbaarometerPage_find').page"
ANSWERED = (
    f"(page := {PAGE}).outcome is not None and not plugin.background.is_running('find') and not page._timer.isActive()"
)


def listed(desktop: Desktop) -> list[str]:
    """Names in the list, in the order that is shown."""
    look = "rows = widget('LeefbaarometerFindTable').model()\n"
    return desktop.eval(look + "[rows.index(row, 0).data() for row in range(rows.rowCount())]")


def text(desktop: Desktop, name: str) -> str:
    """What a label reads, without its markup."""
    shown = desktop.eval(f"QTextDocumentFragment.fromHtml(widget('LeefbaarometerFind{name}').text()).toPlainText()")
    return " ".join(shown.split())


def facts(desktop: Desktop) -> dict[str, Any]:
    """The extent of the map, and that of the area the user is at."""
    return desktop.eval(
        f"page = {PAGE}\n"
        "place = page.list.table.current_place()\n"
        "shape = QgsGeometry(); shape.fromWkb(page.outcome.findings.areas.wkb[place])\n"
        "box = shape.boundingBox()\n"
        "dict(inside=canvas.extent().contains(box), ratio=canvas.extent().width() / box.width())"
    )


def test_find_change_zoom_and_read(desktop: Desktop, tmp_path: Path) -> None:
    files = [path for path in sorted(WATERWEG.glob("*")) if path.suffix in (".zip", ".gpkg")]
    steps.import_files(desktop, files or steps.copy_data(tmp_path), tmp_path / "pakket")
    steps.open_page(desktop, "find")
    desktop.wait(ANSWERED)

    # the rule, written out
    desktop.choose("LeefbaarometerFindRule", PRESSURE)
    desktop.wait(f"{ANSWERED} and page.outcome.findings.rule.id == 'structureel_onder_druk'")
    before = listed(desktop)
    assert len(before) >= 2
    assert text(desktop, "Number") == str(len(before))
    assert "250 huishoudens" in text(desktop, "Text")
    desktop.screenshot("find-rule")

    # another value, typed: another list, and the count says so
    desktop.click("LeefbaarometerFindValues")
    least = desktop.eval(
        f"page = {PAGE}\nsorted(page.outcome.findings.judgement.values['size'][page.outcome.findings.places()])"
    )
    wanted = round(least[len(least) // 2]) + 1
    desktop.fill("LeefbaarometerRule_households", str(wanted))
    desktop.key("Tab")
    desktop.wait(f"{ANSWERED} and page.outcome.findings.rule.parameter('households').value == {wanted}")
    after = listed(desktop)
    assert 0 < len(after) < len(before)
    assert after == before[: len(after)]  # in order of the households
    assert text(desktop, "Number") == str(len(after))
    assert text(desktop, "Change") == f"{len(before) - len(after)} minder dan eerst"
    assert f"{wanted:,}".replace(",", ".") in text(desktop, "Text")
    desktop.screenshot("find-changed")
    desktop.click("LeefbaarometerFindValues")

    # one of them, by keyboard: on the map, and why it was found
    desktop.click_text(after[0], within="LeefbaarometerFindTable")
    desktop.key("Down")
    desktop.key("Return")
    desktop.settle()
    desktop.wait(f"canvas.extent().width() < 20_000 and {PAGE}.list.table.current_place() >= 0")
    seen = facts(desktop)
    assert seen["inside"]
    assert seen["ratio"] < 20
    chosen = after[min(1, len(after) - 1)]
    assert text(desktop, "Area").startswith(chosen)
    why = text(desktop, "Why")
    for part in ("Omvang", "Ernst", "Duur"):
        assert part in why
    assert len(re.findall("✓", why)) == 3
    assert f"vereist ten minste {wanted:,}".replace(",", ".") in why
    desktop.screenshot("find-why")

    # back to the file's values, and the result as a layer that lasts
    desktop.click("LeefbaarometerFindReset")
    desktop.wait(f"{ANSWERED} and not any(one.is_changed for one in page.outcome.findings.rule.parameters)")
    assert listed(desktop) == before
    desktop.click("LeefbaarometerFindLayer")
    found = "'layername=gevonden' in l.source()"
    desktop.wait(f"any({found} for l in project.mapLayers().values())")
    layer = desktop.eval(
        f"layer = [l for l in project.mapLayers().values() if {found}][0]\n"
        "[layer.name(), layer.featureCount(), layer.source().split('|')[0], layer.metadata().abstract()]"
    )
    assert layer[0].startswith(PRESSURE)
    assert layer[1] == len(before)
    assert Path(layer[2]).is_file()
    assert "250 huishoudens" in layer[3]
    time.sleep(0.3)
    desktop.screenshot("find-layer")
    assert 0 < desktop.eval("plugin.dock.width()") <= 400
    assert desktop.errors() == []
