# SPDX-License-Identifier: GPL-2.0-or-later
"""Handing over by mouse: a report, a workbook and a table of an area just drawn, twice; and the layout to edit."""

from __future__ import annotations

from pathlib import Path

import pypdf
import pytest

from tests.desktop import steps
from tests.desktop.desktop import Desktop

pytestmark = pytest.mark.desktop

AREA = [(86100, 437000), (87000, 436900), (87100, 436300), (86200, 436200)]
PAGE = "plugin.dock.tabs.findChild(QWidget, 'LeefbaarometerPage_handover').page"


def test_hand_over_by_mouse(desktop: Desktop, tmp_path: Path) -> None:
    """From a drawn area to files that another program reads; a second time nothing is written over."""
    steps.open_demonstration(desktop)
    desktop.set_extent(83900, 435700, 87600, 437300)
    steps.draw_area(desktop, AREA)
    score = steps.shown(desktop)["score"]
    desktop.click("LeefbaarometerToHandover_area")
    desktop.wait("widget('LeefbaarometerPage_handover').isVisible()")
    folder = tmp_path / "uit voer é"
    desktop.fill("LeefbaarometerHandoverFolder", str(folder))
    desktop.click("LeefbaarometerHandover_csv")
    names = desktop.wait(f"{PAGE}.names.text()")
    assert all(name in names for name in ("gebied_1_2024.pdf", "gebied_1_2024.xlsx", "gebied_1_2024.csv")), names
    assert desktop.eval(f"{PAGE}.make.text()") == "3 bestanden maken"
    desktop.screenshot("handover-before")
    desktop.click("LeefbaarometerHandoverMake")
    desktop.wait(f"{PAGE}.made.count() == 4", 60)
    desktop.screenshot("handover-made")
    assert sorted(path.name for path in folder.iterdir()) == [
        "gebied_1_2024.csv",
        "gebied_1_2024.pdf",
        "gebied_1_2024.xlsx",
    ]
    book = pypdf.PdfReader(folder / "gebied_1_2024.pdf")
    words = [" ".join(page.extract_text().split()) for page in book.pages]
    assert len(words) == 2 and words[0].startswith("Gebied 1") and score in words[0]
    assert book.trailer["/Root"]["/Lang"] == "nl-NL" and "Bron: Leefbaarometer" in words[0]
    assert f";2024;{score[:3]}" in (folder / "gebied_1_2024.csv").read_text(encoding="utf-8-sig")

    desktop.click("LeefbaarometerHandoverMake")
    desktop.wait(f"{PAGE}.made.count() == 4 and 'gebied_1_2024_3' in {PAGE}.names.text()", 60)
    assert len(list(folder.iterdir())) == 6

    desktop.click("LeefbaarometerHandoverPreview")
    desktop.wait("len(project.layoutManager().layouts()) == 1 and iface.openLayoutDesigners()", 60)
    desktop.screenshot("handover-layout")
    desktop.eval("[designer.close() for designer in iface.openLayoutDesigners()]")
    assert desktop.errors() == []
