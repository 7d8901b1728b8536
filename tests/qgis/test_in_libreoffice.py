# SPDX-License-Identifier: GPL-2.0-or-later
"""Workbook, CSV and document as LibreOffice reads them with a Dutch locale, cell by cell; skips where it isn't."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

import pytest
from lxml import etree
from shapely.geometry import box

from leefbaar_plugin.analysis.measure import Measurer
from leefbaar_plugin.report.handover import HandedArea, gather
from leefbaar_plugin.report.sheets import SHARE, TEXT, WHOLE, YES, all_sheets
from leefbaar_plugin.report.tables import years_table

from .conftest import areas_layer

SOFFICE = shutil.which("soffice")
pytestmark = pytest.mark.skipif(SOFFICE is None, reason="needs LibreOffice")
AREAS = {
    "=SUM(A1) & één": box(86_030, 436_020, 86_610, 436_570),
    "0012": box(86_330, 436_020, 87_000, 436_570),
    "Zee": box(0, 400_000, 9, 400_009),
}
DUTCH = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema">
<item oor:path="/org.openoffice.Setup/L10N"><prop oor:name="ooSetupSystemLocale" oor:op="fuse">
<value>nl-NL</value></prop>
</item></oor:items>
"""
_SPACES = {
    "office": "urn:oasis:names:tc:opendocument:xmlns:office:1.0",
    "table": "urn:oasis:names:tc:opendocument:xmlns:table:1.0",
    "text": "urn:oasis:names:tc:opendocument:xmlns:text:1.0",
    "draw": "urn:oasis:names:tc:opendocument:xmlns:drawing:1.0",
}


@pytest.fixture(scope="module")
def office(tmp_path_factory):
    """Converts a file as LibreOffice reads it, with a Dutch locale; returns the XML of the flat document."""
    profile = tmp_path_factory.mktemp("office")
    (profile / "user").mkdir()
    (profile / "user" / "registrymodifications.xcu").write_text(DUTCH, encoding="utf-8")

    def convert(path: Path, kind: str, *options: str):
        command = [str(SOFFICE), f"-env:UserInstallation={profile.as_uri()}", "--headless", *options]
        environment = {name: value for name, value in os.environ.items() if not name.startswith(("QT_", "PYTHON"))}
        subprocess.run(
            [*command, "--convert-to", kind, "--outdir", str(path.parent / "gelezen"), str(path)],
            check=True, capture_output=True, timeout=180, env=environment,
        )  # fmt: skip
        return etree.parse(str(path.parent / "gelezen" / f"{path.stem}.{kind.partition(':')[0]}"))

    return convert


def q(prefix: str, name: str) -> str:
    return f"{{{_SPACES[prefix]}}}{name}"


def cells_of(table) -> list[list[tuple[str | None, str, str]]]:
    """Rows of a table: kind, value and shown text of every cell; repeated ones as often as they stand there."""
    made = []
    for row in table.iter(q("table", "table-row")):
        cells = []
        for cell in row:
            if cell.tag != q("table", "table-cell"):
                continue
            shown = "\n".join("".join(part.itertext()) for part in cell.iter(q("text", "p")))
            kind = cell.get(q("office", "value-type"))
            value = cell.get(q("office", "value")) or cell.get(q("office", "boolean-value")) or ""
            repeated = min(int(cell.get(q("table", "number-columns-repeated"), "1")), 60)
            cells += [(kind, value, shown)] * repeated
        while cells and cells[-1] == (None, "", ""):
            cells.pop()
        made += [cells] * min(int(row.get(q("table", "number-rows-repeated"), "1")), 3)
    while made and not made[-1]:
        made.pop()
    return made


def dutch(value: float) -> str:
    return f"{value:.10f}".rstrip("0").rstrip(".").replace(".", ",")


@pytest.fixture
def found(schiedam):
    areas = [HandedArea(name, shape.wkb) for name, shape in AREAS.items()]
    return gather(Measurer(schiedam), areas, schiedam.years, 10.0)


@pytest.fixture
def layer():
    made = areas_layer(*(shape.wkt for shape in AREAS.values()))
    made.dataProvider().changeAttributeValues({at: {0: name} for at, name in enumerate(AREAS, start=1)})
    return made


def compare(sheet, rows, marked: str = "") -> int:
    """Every cell of a sheet: figures are figures, codes and names are text, what isn't known is empty."""
    assert [cell[2] for cell in rows[0]] == [column.title for column in sheet.columns]
    compared = 0
    for expected, cells in zip(sheet.rows, rows[1:], strict=False):
        cells = cells + [(None, "", "")] * (len(expected) - len(cells))
        for column, value, (kind, stored, shown) in zip(sheet.columns, expected, cells, strict=True):
            compared += 1
            if value is None:
                assert (kind, shown) == (None, ""), column.title
            elif column.kind == TEXT:
                assert kind == "string" and shown in (value, marked + value), column.title
            elif column.kind == YES:
                assert (stored in ("true", "1")) is value or shown in (
                    "ja" if value else "nee",
                    "yes" if value else "no",
                )
            else:
                assert kind in ("float", "percentage") and float(stored) == pytest.approx(value, rel=1e-9), column.title
                assert "." not in shown.replace(".000", ""), shown
                if column.kind == WHOLE:
                    assert shown.replace(".", "") == str(value)
    return compared


def test_workbook(run, office, found, layer, schiedam_folder, tmp_path):
    path = tmp_path / "cijfers.xlsx"
    run("export", PACK=schiedam_folder, AREAS=layer, OUTPUT=path)
    tables = {one.get(q("table", "name")): one for one in office(path, "fods").iter(q("table", "table"))}
    sheets = all_sheets(found)
    assert [*tables][: len(sheets)] == [sheet.name for sheet in sheets]
    compared = 0
    for sheet in sheets:
        rows = cells_of(tables[sheet.name])
        assert len(rows) == len(sheet.rows) + 1, sheet.name
        compared += compare(sheet, rows)
    assert compared > 600
    assert "Method" in tables
    assert any(column.kind == SHARE for column in sheets[1].columns)


@pytest.mark.parametrize(("style", "given"), [(1, "59,34,76,1,,1043"), (2, "44,34,76,1,,2057")])
def test_csv(run, office, found, layer, schiedam_folder, tmp_path, style, given):
    """The Dutch file with Dutch settings, as a double click has them, and the international one with its own."""
    path = tmp_path / "cijfers.csv"
    run("export", PACK=schiedam_folder, AREAS=layer, CSV_STYLE=style, OUTPUT=path)
    (table,) = office(path, "fods", f"--infilter=Text - txt - csv (StarCalc):{given}").iter(q("table", "table"))
    rows = cells_of(table)
    sheet = all_sheets(found)[0]
    (name,) = [column for column in sheet.columns if column.title == "Area"]
    expected = dict(zip(("'=SUM(A1) & één", "12", "Zee"), range(3), strict=True))
    assert name.values == list(AREAS)
    for shown, at in expected.items():
        cells = rows[at + 1]
        assert cells[0][2].lstrip("'") == shown.lstrip("'") or cells[0][2] == "0012"
        for place, column in enumerate(sheet.columns[1:], start=1):
            value = column.values[at]
            kind, stored, text = cells[place] if place < len(cells) else (None, "", "")
            if value is None:
                assert text == ""
            elif isinstance(value, bool):
                assert text == ("yes" if value else "no")
            elif isinstance(value, int | float):
                assert kind == "float" and float(stored) == pytest.approx(value, rel=1e-8), column.title


def test_document(run, office, found, layer, schiedam_folder, tmp_path):
    path = tmp_path / "rapport.odt"
    run("report", PACK=schiedam_folder, AREAS=layer, OUTPUT=path)
    tree = office(path, "fodt")
    heads = [
        ("".join(one.itertext()).strip(), one.get(q("text", "outline-level"))) for one in tree.iter(q("text", "h"))
    ]
    assert [name for name, of in heads if of == "2"] == list(AREAS) and heads[0][1] == "1"
    tables = list(tree.iter(q("table", "table")))
    assert len(tables) == 2  # the sea has no figures
    for at, table in enumerate(tables):
        expected = years_table(found, at)
        shown = [[text for _kind, _value, text in row] for row in cells_of(table)]
        assert [tuple(row) for row in shown] == [expected.heads, *expected.rows]
    images = [one for one in tree.iter(q("draw", "image")) if len("".join(one.itertext())) > 1000]
    assert len(images) == 2 * 6 + 1
