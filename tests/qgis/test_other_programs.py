# SPDX-License-Identifier: GPL-2.0-or-later
"""What other programs make of what is handed over: LibreOffice in Dutch, cell by cell; and axe in a browser.

Skips what isn't there: `soffice`, `chromium`, and axe-core's `axe.min.js`, of which AXE_CORE tells the place.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from html import unescape
from pathlib import Path

import pytest
from lxml import etree
from shapely.geometry import box

from .conftest import areas_layer, rows

PLAN, PARK = box(86_030, 436_020, 86_610, 436_570), box(86_330, 436_020, 87_000, 436_570)
SEA = box(0, 400_000, 9, 400_009)
OFFICE, TABLE = "urn:oasis:names:tc:opendocument:xmlns:office:1.0", "urn:oasis:names:tc:opendocument:xmlns:table:1.0"
TEXT = "urn:oasis:names:tc:opendocument:xmlns:text:1.0"
DUTCH = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema"
 xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><item oor:path="/org.openoffice.Setup/L10N">
<prop oor:name="ooSetupSystemLocale" oor:op="fuse"><value>nl-NL</value></prop></item></oor:items>
"""
AXE = """<script>AXE</script><script>
axe.run(document, {resultTypes: ["violations", "passes"]}).then(function (found) {
  document.documentElement.innerHTML = "<body><pre id='found'></pre></body>";
  document.getElementById("found").textContent = "@@" + JSON.stringify(found.violations.map(function (one) {
    return one.id + ": " + one.nodes.map(function (node) { return node.html; }).join(" | ");
  })) + "@@" + found.passes.length;
});</script></body>"""


@pytest.fixture(scope="module")
def convert(tmp_path_factory):
    """Converts files with LibreOffice, in a profile of its own that is Dutch."""
    program = shutil.which("soffice")
    if program is None:
        pytest.skip("needs LibreOffice (soffice)")
    profile = tmp_path_factory.mktemp("office")
    (profile / "user").mkdir()
    (profile / "user" / "registrymodifications.xcu").write_text(DUTCH)

    def converted(path: Path, ending: str, *options: str) -> Path:
        order = [program, "--headless", f"-env:UserInstallation={profile.as_uri()}", *options]
        made = path.parent / f"{path.stem}.{ending}"
        subprocess.run(
            [*order, "--convert-to", ending, "--outdir", str(path.parent), str(path)],
            check=True, timeout=180, capture_output=True,
        )  # fmt: skip
        assert made.is_file(), made
        return made

    return converted


@pytest.fixture
def layer():
    found = areas_layer(PLAN.wkt, PARK.wkt, SEA.wkt)
    names = {1: "=SUM(A1) & <b>één</b>", 2: "BU06060001", 3: "Zee"}
    found.dataProvider().changeAttributeValues({fid: {0: name} for fid, name in names.items()})
    return found


@pytest.fixture
def figures(run, schiedam_folder, layer):
    made = run("aggregateareas", PACK=schiedam_folder, AREAS=layer, YEARS="all", OUTPUT="TEMPORARY_OUTPUT")["OUTPUT"]
    return {(row["name"], row["year"]): row for row in rows(made)}


def sheets_of(path: Path) -> dict[str, list[list[tuple[object, str]]]]:
    """Cells of a flat OpenDocument by sheet: the value (a number, or text), and what is shown."""
    made = {}
    for sheet in etree.parse(path, etree.XMLParser(huge_tree=True)).iter(f"{{{TABLE}}}table"):
        body = []
        for row in sheet.iter(f"{{{TABLE}}}table-row"):
            cells: list[tuple[object, str]] = []
            for cell in row.iter(f"{{{TABLE}}}table-cell"):
                shown = "\n".join("".join(part.itertext()) for part in cell.iter(f"{{{TEXT}}}p"))
                number = cell.get(f"{{{OFFICE}}}value")
                times = int(cell.get(f"{{{TABLE}}}number-columns-repeated", 1))
                cells += [(shown if number is None else float(number), shown)] * min(times, 60)
            while cells and cells[-1] == ("", ""):
                cells.pop()
            if cells:
                body.append(cells)
        made[sheet.get(f"{{{TABLE}}}name")] = body
    return made


def by_head(body):
    """Rows as dictionaries of cells by the head of the column."""
    head = [shown for _value, shown in body[0]]
    return [dict(zip(head, [*row, *[("", "")] * len(head)], strict=False)) for row in body[1:]]


def check_areas(found, figures, columns):
    """Numbers are numbers with all their digits, shown with a comma; text is text; nothing for no value."""
    for row in found:
        name = str(row["Area"][1]).removeprefix("'")
        of = figures[name, 2024]
        for title, key in columns.items():
            value, shown = row[title]
            if of[key] is None:
                assert (value, shown) == ("", ""), (name, title)
            else:
                assert isinstance(value, float) and value == pytest.approx(float(of[key]), rel=1e-9), (name, title)
                assert "." not in shown, (name, title, shown)
        if of["lbm"] is not None:
            assert "," in row["Total score"][1]


COLUMNS = {
    "Total score": "lbm",
    "Class": "class",
    "Deviation from the reference": "afw",
    "Physical environment": "fys",
    "Nuisance and unsafety": "onv",
    "Social cohesion": "soc",
    "Amenities": "vrz",
    "Housing stock": "won",
    "Squares": "squares",
}


@pytest.mark.parametrize("ending", ["xlsx", "ods"])
def test_workbook_in_dutch(run, convert, schiedam_folder, layer, figures, tmp_path, ending):
    path = tmp_path / f"cijfers.{ending}"
    run("export", PACK=schiedam_folder, AREAS=layer, OUTPUT=path)
    sheets = sheets_of(convert(path, "fods"))
    assert list(sheets)[:5] == ["Areas", "Classes", "Dimensions", "Trend", "Change"]
    found = by_head(sheets["Areas"])
    assert [row["Area"][0] for row in found] == ["=SUM(A1) & <b>één</b>", "BU06060001", "Zee"]
    assert set(COLUMNS) <= set(found[0])
    check_areas(found, figures, COLUMNS)
    trend = by_head(sheets["Trend"])
    years = [int(head) for head in trend[0] if head.isdigit()]
    assert len(years) == 9
    for row in trend[:2]:
        for year in years:
            assert row[str(year)][0] == pytest.approx(figures[row["Area"][0], year]["lbm"], rel=1e-9)
    classes = by_head(sheets["Classes"])
    assert len(classes) == 3 * 9
    for row in classes[:18]:
        of = figures[row["Area"][0], int(row["Year"][0])]
        for number in range(1, 10):
            (share,) = [value for head, (value, _shown) in row.items() if head.startswith(f"{number} ")]
            assert share == pytest.approx(of[f"share_{number}"], abs=1e-12)
    assert sum(map(len, sheets["Dimensions"])) > 0


def test_csv_in_dutch(run, convert, schiedam_folder, layer, figures, tmp_path):
    """As LibreOffice opens it with its own settings: the language of the user decides what a comma is."""
    path = tmp_path / "cijfers.csv"
    run("export", PACK=schiedam_folder, AREAS=layer, YEARS="2024", CSV_STYLE=1, OUTPUT=path)
    semicolon_unicode = "--infilter=Text - txt - csv (StarCalc):59,34,76,1"
    (body,) = sheets_of(convert(path, "fods", semicolon_unicode)).values()
    found = by_head(body[:4])
    assert len(found) == 3
    check_areas(found, figures, COLUMNS)
    words = [shown for row in body[4:] for _value, shown in row]
    assert "Dwellings" in words and any("causal" in one for one in words)


def test_document_in_dutch(run, convert, schiedam_folder, layer, figures, tmp_path, dutch):
    path = tmp_path / "rapport.odt"
    run("report", PACK=schiedam_folder, AREAS=layer, OUTPUT=path)
    assert convert(path, "pdf").read_bytes().startswith(b"%PDF")
    tables = list(sheets_of(convert(path, "fodt")).values())
    assert len(tables) == 2
    for body, name in zip(tables, ("=SUM(A1) & <b>één</b>", "BU06060001"), strict=True):
        years = [int(shown) for _value, shown in body[0][1:]]
        score = [shown for _value, shown in body[1][1:]]
        assert score == [f"{figures[name, year]['lbm']:.2f}" for year in years]


def test_page_has_nothing_that_axe_finds(run, schiedam_folder, layer, tmp_path, dutch):
    """Headings, names, contrast, tables, landmarks: the rules of axe-core, in a browser without window."""
    program = shutil.which("chromium") or shutil.which("google-chrome")
    axe = Path(os.environ.get("AXE_CORE", "node_modules/axe-core/axe.min.js"))
    if program is None or not axe.is_file():
        pytest.skip("needs chromium, and axe-core's axe.min.js at AXE_CORE")
    path = tmp_path / "cijfers.html"
    run("export", PACK=schiedam_folder, AREAS=layer, OUTPUT=path)
    page = path.read_text(encoding="utf-8")
    assert page.count("</body>") == 1
    tried = tmp_path / "axe.html"
    script = AXE.replace("AXE", axe.read_text(encoding="utf-8"), 1)
    tried.write_text(page.replace("</body>", script), encoding="utf-8")
    options = ["--headless", "--no-sandbox", "--disable-gpu", "--dump-dom", "--virtual-time-budget=20000"]
    order = [program, *options, f"--user-data-dir={tmp_path / 'browser'}", tried.as_uri()]
    told = subprocess.run(order, check=True, timeout=120, capture_output=True, text=True).stdout
    assert told.count("@@") == 2, told[:500]
    _before, found, passed = unescape(told).split("@@")
    assert json.loads(found) == []
    assert int(passed.split("<")[0]) > 15  # rules that had something to look at
