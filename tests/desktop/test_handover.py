# SPDX-License-Identifier: GPL-2.0-or-later
"""Handing over by mouse, in Dutch: every kind of file of an area just drawn; twice; the layout to edit; and a colleague
who drops the packed project on QGIS.
"""

from __future__ import annotations

import zipfile
from pathlib import Path

import openpyxl
import pypdf
import pytest
import shapely

from leefbaar_plugin.pack.importing.importer import import_edition
from leefbaar_plugin.pack.reading.inspection import inspect
from tests.demo_edition import release_until
from tests.desktop import steps
from tests.desktop.desktop import Desktop
from tests.desktop.reference import Reference

pytestmark = pytest.mark.desktop

AREA = [(86100, 437000), (87000, 436900), (87100, 436300), (86200, 436200)]
PAGE = "plugin.dock.tabs.findChild(QWidget, 'LeefbaarometerPage_handover').page"
KINDS = ("csv", "geojson", "gpkg", "html", "odt", "pdf", "png", "xlsx")


def made(desktop: Desktop, count: int) -> None:
    """Click Make, and wait until so many files are listed."""
    desktop.click("LeefbaarometerHandoverMake")
    desktop.wait(f"{PAGE}.made.count() == {count + 1} and {PAGE}.made.itemAt(1) is not None", 90)


def test_hand_over_by_mouse(desktop: Desktop, tmp_path: Path) -> None:
    """From a drawn area to files that another program reads; a second time nothing is written over."""
    steps.open_demonstration(desktop)
    desktop.set_extent(83900, 435700, 87600, 437300)
    steps.draw_area(desktop, AREA)
    score = steps.shown(desktop)["score"]
    desktop.click("LeefbaarometerToHandover_area")
    desktop.wait("widget('LeefbaarometerPage_handover').isVisible()")
    folder = tmp_path / "uit voer é"
    desktop.click("LeefbaarometerHandoverChange")
    desktop.fill("LeefbaarometerHandoverRings", "250, 500")
    desktop.screenshot("handover-options")
    desktop.click("LeefbaarometerHandoverChange")
    desktop.fill("LeefbaarometerHandoverFolder", str(folder))
    for kind in KINDS:
        if kind not in ("pdf", "xlsx"):  # ticked at first
            desktop.click(f"LeefbaarometerHandover_{kind}")
    names = desktop.wait(f"{PAGE}.names.text()")
    assert all(f"gebied_1_2024.{kind}" in names for kind in KINDS), names
    assert desktop.eval(f"{PAGE}.make.text()") == "8 bestanden maken"
    desktop.screenshot("handover-before")
    made(desktop, len(KINDS))
    desktop.screenshot("handover-made")
    assert sorted(path.name for path in folder.iterdir()) == [f"gebied_1_2024.{kind}" for kind in KINDS]
    book = pypdf.PdfReader(folder / "gebied_1_2024.pdf")
    words = [" ".join(page.extract_text().split()) for page in book.pages]
    assert len(words) == 2 and words[0].startswith("Gebied 1") and score in words[0]
    assert book.trailer["/Root"]["/Lang"] == "nl-NL" and "Bron: Leefbaarometer" in words[0]
    assert f";2024;{score[:3]}" in (folder / "gebied_1_2024.csv").read_text(encoding="utf-8-sig")
    with zipfile.ZipFile(folder / "gebied_1_2024.odt") as archive:
        written = archive.read("content.xml").decode()
    assert score in written and "Gebied 1" in written and "250–500 m" in written
    rows = list(openpyxl.load_workbook(folder / "gebied_1_2024.xlsx")["Gebieden"].iter_rows(values_only=True))
    assert rows[1][0] == "Gebied 1" and f"{rows[1][2]:.2f}".replace(".", ",") == score

    made(desktop, len(KINDS))
    desktop.wait(f"'gebied_1_2024_3' in {PAGE}.names.text()", 60)
    assert len(list(folder.iterdir())) == 2 * len(KINDS)

    desktop.click("LeefbaarometerHandoverPreview")
    desktop.wait("len(project.layoutManager().layouts()) == 1 and iface.openLayoutDesigners()", 60)
    desktop.screenshot("handover-layout")
    desktop.eval("[designer.close() for designer in iface.openLayoutDesigners()]")
    assert desktop.errors() == []


def test_a_colleague_opens_it_by_dropping(desktop: Desktop, tmp_path: Path) -> None:
    """A saved project packed with its workbook by mouse; dropped elsewhere, it is the same."""
    steps.open_demonstration(desktop)
    desktop.set_extent(83900, 435700, 87600, 437300)
    steps.draw_area(desktop, AREA)
    score = steps.shown(desktop)["score"]
    home, there = tmp_path / "mijn werk", tmp_path / "collega"
    for folder in (home, there):
        folder.mkdir()
    desktop.eval(f"project.write({str(home / 'plan.qgz')!r})")
    desktop.click("LeefbaarometerToHandover_area")
    desktop.wait("widget('LeefbaarometerPage_handover').isVisible()")
    desktop.fill("LeefbaarometerHandoverFolder", str(tmp_path / "uit"))
    desktop.click("LeefbaarometerHandover_pdf")
    desktop.click("LeefbaarometerHandover_zip")
    desktop.eval("project.write()")
    made(desktop, 2)
    desktop.screenshot("handover-packed")
    packed = tmp_path / "uit" / "gebied_1_2024.zip"
    elsewhere = packed.replace(there / "van een collega.zip")
    desktop.eval("project.clear()")
    desktop.drop(elsewhere)
    desktop.wait(f"project.fileName().startswith({str(there)!r})", 60)
    desktop.wait("plugin.session.pack is not None", 60)
    desktop.wait("plugin.areas.figures() is not None and plugin.areas.figures().has_score", 60)
    desktop.screenshot("handover-received")
    assert steps.shown(desktop)["score"] == score
    assert desktop.eval("[layer.name() for layer in project.mapLayers().values() if not layer.isValid()]") == []
    sources = desktop.eval("[layer.source() for layer in project.mapLayers().values()]")
    assert all(source.startswith(str(there)) for source in sources), sources
    assert desktop.errors() == []

    desktop.eval("project.clear()")
    steps.close_messages(desktop)
    desktop.menu("Vector", "Leefbaarometer", steps.action_text(desktop, "received"))
    desktop.file_dialog(elsewhere)
    desktop.wait(f"project.fileName() == {str(there / 'plan-2' / 'plan.qgz')!r}", 60)
    desktop.wait("plugin.areas.figures() is not None and plugin.areas.figures().has_score", 60)
    assert steps.shown(desktop)["score"] == score
    assert desktop.errors() == []


def equal_mean(reference: Reference, area: shapely.Geometry, year: int) -> float:
    """The mean of the squares of an area by their surface inside it, each alike."""
    rows, inside = reference._inside(area, year)
    return float((inside * rows.lbm).sum() / inside.sum())


def test_other_edition_and_an_output_again(desktop: Desktop, tmp_path: Path) -> None:
    """By mouse: the list of what an edition without counts of dwellings gave; and a report measured again, twice."""
    edition = tmp_path / "meting 2022"
    edition.mkdir()
    release_until(2022, edition)
    earlier = import_edition(inspect([edition, steps.DEMONSTRATION / steps.FILES[1]]), tmp_path / "pakket 2022").folder
    later = import_edition(inspect([steps.DEMONSTRATION]), tmp_path / "pakket 2024").folder
    for folder, year in ((earlier, "2022"), (later, "2024")):
        desktop.drop(folder)
        desktop.wait(f"plugin.session.pack is not None and plugin.session.pack.edition == {year!r}", 40)
        desktop.settle()
    steps.choose_year(desktop, 2024)
    desktop.wait("plugin.session.year == 2024", 10)
    desktop.set_extent(83900, 435700, 87600, 437300)
    steps.draw_area(desktop, AREA)
    outline = shapely.from_wkt(desktop.eval("plugin.areas.geometries()[plugin.areas.current].asWkt()"))
    desktop.click("LeefbaarometerToHandover_area")
    desktop.wait("widget('LeefbaarometerPage_handover').isVisible()")
    folder = tmp_path / "uit"
    desktop.fill("LeefbaarometerHandoverFolder", str(folder))
    made(desktop, 2)
    button = "widget('LeefbaarometerHandoverEditions')"
    desktop.click("LeefbaarometerHandoverEditions")
    desktop.wait(f"{button}.menu().isVisible()")
    desktop.screenshot("handover-editions")
    desktop.click(f"next(one for one in {button}.menu().actions() if '2022' in one.text())")
    desktop.wait(f"{PAGE}.made.count() == 2", 60)
    (path,) = folder.glob("*editie*.xlsx")
    rows = list(openpyxl.load_workbook(path)["Verschillen"].iter_rows(values_only=True))
    reference = Reference(*(steps.DEMONSTRATION / name for name in steps.FILES))
    totals = {row[1]: row[3:] for row in rows[1:] if row[2] == "Totaalscore"}
    assert sorted(totals) == [2002, 2008, 2012, 2014, 2016, 2018, 2020, 2022]
    for year, (then, now, difference) in totals.items():
        assert then == pytest.approx(equal_mean(reference, outline, year), abs=1e-6)
        assert now == pytest.approx(reference.measured(outline, year), abs=1e-6)
        assert difference == pytest.approx(now - then, abs=1e-9)

    for name in ("gebied_1_2024.pdf", "gebied_1_2024.xlsx"):
        steps.close_messages(desktop)
        desktop.click("LeefbaarometerHandoverEditions")
        desktop.wait(f"{button}.menu().isVisible()")
        desktop.click(f"next(a for a in {button}.menu().actions() if a.objectName() == 'LeefbaarometerHandoverAgain')")
        desktop.file_dialog(folder / name)
        desktop.wait("any('cijfers van 1 gebied zijn gelijk' in i.text() for i in iface.messageBar().items())", 40)
    desktop.screenshot("handover-again")
    assert desktop.errors() == []
