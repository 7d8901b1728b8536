# SPDX-License-Identifier: GPL-2.0-or-later
"""Tables of users: where the header stands, what a cell holds, and numbers that are never off by a thousand."""

from __future__ import annotations

import random
import zipfile
from datetime import date, time
from pathlib import Path

import numpy as np
import pandas as pd
import pytest
from openpyxl import Workbook
from osgeo import ogr

from leefbaar_plugin.engine.errors import InputError
from leefbaar_plugin.pack.tables import sheets, user_table
from leefbaar_plugin.pack.tables.user_table import layers_of, read_user_table, table_of
from leefbaar_plugin.pack.tables.written_numbers import UNSURE

BODY = [[f"BU0606{number:04d}", f"Buurt {number}", 10.5 + number] for number in range(12)]
HEADER = ["buurtcode", "naam", "aandeel sociale huur"]
TITLE = "Sociale huur per buurt, 1 januari 2024"


def values(table, name):
    return [None if np.isnan(one) else one for one in table.numbers(name).values.tolist()]


def kinds(table):
    return [note.kind for note in table.notes]


def workbook(path: Path, **of_sheet) -> Path:
    book = Workbook()
    book.remove(book.active)
    for name, rows in of_sheet.items():
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append(row)
    book.save(path)
    return path


def open_document(path: Path, rows: str, before: str = "") -> Path:
    """An ODS whose sheet has these rows, to the letter."""
    spaces = " ".join(
        f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"' for name in ("office", "table", "text")
    )
    content = (
        f'<?xml version="1.0" encoding="UTF-8"?><office:document-content {spaces}><office:body><office:spreadsheet>'
        f'{before}<table:table table:name="cijfers">{rows}</table:table></office:spreadsheet></office:body>'
        "</office:document-content>"
    )
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        archive.writestr("content.xml", content)
    return path


def ods_row(*cells, times: int = 1) -> str:
    written = ""
    for cell in cells:
        if cell is None:
            written += "<table:table-cell/>"
        elif isinstance(cell, str):
            written += f'<table:table-cell office:value-type="string"><text:p>{cell}</text:p></table:table-cell>'
        else:
            shown = str(cell).replace(".", ",")
            written += f'<table:table-cell office:value-type="float" office:value="{cell}"><text:p>{shown}</text:p>'
            written += "</table:table-cell>"
    return f'<table:table-row table:number-rows-repeated="{times}">{written}</table:table-row>'


# Where the header stands


def csv_of(path: Path, rows, delimiter=";") -> Path:
    texts = [["" if cell is None else str(cell).replace(".", ",") for cell in row] for row in rows]
    path.write_text("".join(delimiter.join(row) + "\r\n" for row in texts))
    return path


ABOVE = {
    "title": [[TITLE], []],
    "title as wide as the table": [[TITLE, None, None], [None, None, None]],
    "what it is about": [[TITLE], ["Datum", "1 januari", None], []],
    "nothing": [],
}


@pytest.mark.parametrize("above", ABOVE.values(), ids=ABOVE.keys())
@pytest.mark.parametrize("kind", ["csv", "xlsx", "ods"])
def test_lines_above_the_header(tmp_path, kind, above):
    rows = [*above, HEADER, *BODY, ["Bron: gemeente"]]
    path = tmp_path / f"tabel.{kind}"
    if kind == "csv":
        csv_of(path, rows)
    elif kind == "xlsx":
        workbook(path, Blad1=rows)
    else:
        open_document(path, "".join(ods_row(*row) for row in rows))
    table = read_user_table(path)
    assert list(table.columns) == HEADER
    assert table.number_columns() == [HEADER[2]]
    assert values(table, HEADER[2]) == [row[2] for row in BODY] + [None]
    skipped = sum(any(row) for row in above)
    assert [note.values["count"] for note in table.notes if note.kind == user_table.SKIPPED] == [skipped][: bool(above)]


def test_columns_without_a_name(tmp_path):
    unnamed = workbook(tmp_path / "index.xlsx", data=[[None, "code", "x"], [0, "BU1", 1.5], [1, "BU2", 2.5]])
    assert list(read_user_table(unnamed).columns) == ["column 1", "code", "x"]
    trailing = csv_of(tmp_path / "eind.csv", [["code", "x", ""], ["BU1", "1", ""], ["BU2", "2", "let op"]])
    assert list(read_user_table(trailing).columns) == ["code", "x", "column 3"]
    empty = csv_of(tmp_path / "leeg.csv", [["code", "x", ""], ["BU1", "1", ""], ["BU2", "2", ""]])
    assert list(read_user_table(empty).columns) == ["code", "x"]
    years = workbook(tmp_path / "jaren.xlsx", data=[["code", 2022, 2024], ["BU1", 1, 2], ["BU2", 3, 4]])
    assert list(read_user_table(years).columns) == ["code", "2022", "2024"]
    two = csv_of(tmp_path / "twee.csv", [["", "x"], ["BU1", "1"], ["BU2", "2"]])
    assert list(read_user_table(two).columns) == ["column 1", "x"]


def test_cover_sheets_go_unread(tmp_path):
    cover = [["Gemeente Schiedam"], ["Versie", 2], ["Pagina's", 14]]
    about = [["veld", "uitleg"], ["x", "aandeel"], ["y", "aantal"]]
    data = [["code", "x"], ["BU06060001", 1.5], ["BU06060002", 2.5]]
    path = workbook(tmp_path / "map.xlsx", Voorblad=cover, Uitleg=about, Cijfers=data)
    assert layers_of(path) == ["Voorblad", "Uitleg", "Cijfers"]
    table = read_user_table(path)
    assert table.label == "map.xlsx › Cijfers" and values(table, "x") == [1.5, 2.5]
    assert values(read_user_table(path, "Voorblad"), "2") == [14]  # as asked


def test_no_codes_but_figures_go_before_words(tmp_path):
    about = [["veld", "uitleg"], ["x", "aandeel"], ["y", "aantal"]]
    path = workbook(tmp_path / "map.xlsx", Uitleg=about, Cijfers=[["naam", "x"], ["Kop", 1.5], ["Haven", 2.5]])
    assert list(read_user_table(path).columns) == ["naam", "x"]
    words = workbook(tmp_path / "woorden.xlsx", Uitleg=about)
    assert list(read_user_table(words).columns) == ["veld", "uitleg"]


# What a cell holds


def test_a_number_stays_what_it_is(tmp_path):
    """1.234 as a number isn't 1234, although a remark stands in its column; as a text among amounts it is."""
    rows = [
        ["code", "x", "y"],
        ["BU06060001", 1.234, "1.234"],
        ["BU06060002", 5, "5"],
        ["BU06060003", "volgt", "volgt"],
    ]
    expected = {"x": [1.234, 5.0, None], "y": [1234.0, 5.0, None]}
    path = workbook(tmp_path / "a.xlsx", data=rows)
    other = open_document(tmp_path / "a.ods", "".join(ods_row(*row) for row in rows))
    for table in (read_user_table(path), read_user_table(other)):
        assert {name: values(table, name) for name in expected} == expected


def test_dates_and_times_are_no_figures(tmp_path):
    book = Workbook()
    book.active.append(["code", "peildatum", "tijd", "x", "deel"])
    book.active.append(["BU06060001", date(2024, 1, 1), time(12, 30), 45292, 0.5])
    book.active.append(["BU06060002", date(2023, 1, 1), time(13, 30), 45293, 0.75])
    for row in (2, 3):
        book.active.cell(row, 5).number_format = "0.0%"
        book.active.cell(row, 4).number_format = '[Red]#,##0 "dagen"'
    book.save(tmp_path / "data.xlsx")
    table = read_user_table(tmp_path / "data.xlsx")
    assert table.number_columns() == ["x", "deel"]
    assert table.column("peildatum") == ["2024-01-01", "2023-01-01"]
    assert table.column("tijd") == ["12:30:00", "13:30:00"]
    assert values(table, "x") == [45292, 45293] and values(table, "deel") == [0.5, 0.75]


def test_sheets_as_pandas_reads_them(tmp_path):
    """Shared texts, gaps, blanks and errors: cell by cell as openpyxl has them."""
    rows = [
        [f"BU{number:08d}", number / 7, f"é & <{number}>", None if number % 3 else number] for number in range(1500)
    ]
    path = tmp_path / "groot.xlsx"
    pd.DataFrame(rows, columns=["code", "x", "naam", "soms"]).to_excel(path, index=False)
    judged = pd.read_excel(path)
    table = read_user_table(path)
    assert table.column("naam") == judged["naam"].tolist()
    assert np.array_equal(table.numbers("x").values, judged["x"].to_numpy())
    assert np.array_equal(table.numbers("soms").values, judged["soms"].to_numpy(), equal_nan=True)


def test_repeated_rows_and_cells_of_open_documents(tmp_path):
    gap = '<table:table-row table:number-rows-repeated="3"><table:table-cell table:number-columns-repeated="9"/>'
    end = gap.replace('"3"', '"1048000"').replace('"9"', '"16384"')
    twice = '<table:table-cell table:number-columns-repeated="2" office:value-type="float" office:value="7"/>'
    rows = f"<table:table-header-rows>{ods_row('code', 'x', 'y')}</table:table-header-rows>"
    code = '<table:table-cell office:value-type="string"><text:p>BU0606<text:span>0001</text:span></text:p>'
    code += "</table:table-cell>"
    rows += f"<table:table-row>{code}{twice}</table:table-row>{gap}</table:table-row>"
    rows += ods_row("BU06060002", 1.5, None, times=2) + f"{end}</table:table-row>"
    table = read_user_table(open_document(tmp_path / "herhaald.ods", rows))
    assert table.column("code") == ["BU06060001", "BU06060002", "BU06060002"]
    assert values(table, "x") == [7, 1.5, 1.5] and values(table, "y") == [7, None, None]


@pytest.mark.parametrize(
    "rows",
    [
        ods_row("a", "b") + ods_row("x", 1.0, times=4_000_000),
        ods_row("a", "b") + '<table:table-row><table:table-cell office:value-type="float"/></table:table-row>',
        ods_row("a", "b") + "<table:table-row><table:table-cell></table:table-row>",
        ods_row("a", "b") + ods_row("12&foo;3", 5.0),
    ],
    ids=["millions of rows", "a number without value", "a cell without end", "an unknown sign"],
)
def test_damaged_open_documents(tmp_path, rows):
    with pytest.raises(InputError, match=r"x\.ods can't be read as a table"):
        read_user_table(open_document(tmp_path / "x.ods", rows))


def test_a_cell_far_to_the_right(tmp_path, monkeypatch):
    monkeypatch.setattr(user_table, "MOST_CELLS", 20)
    rows = [["code", "x"], *([f"BU{n:08d}", n] for n in range(8)), ["BU00000009", 9, *[None] * 20, "weg"]]
    table = read_user_table(workbook(tmp_path / "ver.xlsx", data=rows))
    assert list(table.columns) == ["code", "x"] and len(table) == 9
    assert [(note.kind, note.values["count"]) for note in table.notes] == [(user_table.UNEVEN, 1)]


# Numbers


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (["€ 250.000", "€ 310.000", "€ 95.500"], [250000, 310000, 95500]),
        (["250.000 €", "310.000 €", "95.500"], [250000, 310000, 95500]),
        (["EUR 1.250,50", "€1.000", "euro 12"], [1250.5, 1000, 12]),
        (["€ 250,-", "€ 1.250,--", "€ 99,="], [250, 1250, 99]),
        (["-€ 5,50", "€ -5", "– 2,5"], [-5.5, -5, -2.5]),
        (["+0,5", "+1,2", "+3,4"], [0.5, 1.2, 3.4]),
        (["12\u202f345", "1\u202f200", "900"], [12345, 1200, 900]),
        (["12\u2009345,5", "1 200,25", "900"], [12345.5, 1200.25, 900]),
        (["1'234.5", "12’000"], [1234.5, 12000]),
        (["1 234,567", "1,234"], [1234.567, 1.234]),
        (["1.234.567", "12.500"], [1234567, 12500]),
        (["1,234,567", "12,500"], [1234567, 12500]),
        (["(1.234)", "5"], [-1234, 5]),
        (["2023 2024", "12 3", "5"], [None, None, 5]),
        (["5,", "7.", "8"], [None, None, 8]),
        (["1e400", "--5", "+-5", "€€5", "5 €/m2", "4"], [None, None, None, None, None, 4]),
        ([" " * 5000 + "x", "-" + " " * 5000 + "x", "4"], [None, None, 4]),
    ],
)
def test_written_numbers(lines, expected):
    assert values(table_of("t", {"x": lines}), "x") == expected


def table_with(tmp_path, delimiter, cells, **columns):
    """A table of codes, a column x, and more columns."""
    path = tmp_path / "t.csv"
    rows = [["code", "x", *columns]] + [
        ["BU1", cell, *(values[at] for values in columns.values())] for at, cell in enumerate(cells)
    ]
    path.write_text("\n".join(delimiter.join(row) for row in rows))
    return read_user_table(path)


@pytest.mark.parametrize("delimiter", [";", "\t"])
@pytest.mark.parametrize(
    ("cells", "whole"),
    [(["250.000", "95.500"], "250000"), (["1.234", "", "2.345"], "1234"), (["-1,234", "2,345"], "-1234")],
)
def test_what_may_be_a_factor_thousand_off_is_refused_by_name(tmp_path, delimiter, cells, whole):
    table = table_with(tmp_path, delimiter, cells)
    with pytest.raises(InputError) as caught:
        table.figures("x")
    said = str(caught.value)
    assert "Column x of t.csv" in said and f"“{cells[0]}”" in said and f"({whole})" in said
    assert f"({cells[0]}0)" in said and table.number_columns() == ["x"]  # it can still be chosen, and is then refused


@pytest.mark.parametrize(
    ("delimiter", "cells", "more", "expected"),
    [
        (";", ["1.234", "2.5"], {}, [1.234, 2.5]),  # another row tells
        (";", ["1.234", "12.345,6"], {}, [1234, 12345.6]),
        (";", ["1.2340", "2.345"], {}, [1.234, 2.345]),
        (";", ["1.234", "985"], {}, [1234, 985]),
        (";", ["€ 1.234", "€ 2.345"], {}, [1234, 2345]),
        (";", ["0.234", "1.234"], {}, [0.234, 1.234]),
        (";", ["1.234", "2.345"], {"y": ["1,5", "2,5"]}, [1234, 2345]),  # another column tells
        ("\t", ["1.234", "2.345"], {"y": ["1.5", "2.5"]}, [1.234, 2.345]),
    ],
)
def test_what_the_rest_of_the_file_tells_is_read(tmp_path, delimiter, cells, more, expected):
    assert table_with(tmp_path, delimiter, cells, **more).figures("x").values.tolist() == expected


def test_where_commas_part_the_cells_a_point_is_of_decimals_and_said(tmp_path):
    found = table_with(tmp_path, ",", ["250.000", "95.500"]).figures("x")
    assert found.values.tolist() == [250, 95.5]
    assert [(note.kind, note.values["text"], note.values["value"]) for note in found.notes] == [
        (UNSURE, "250.000", "250")
    ]


def test_numbers_of_a_sheet_are_numbers():
    assert table_of("t", {"x": [1.234, 2.345]}).figures("x").values.tolist() == [1.234, 2.345]
    with pytest.raises(InputError, match="can be decimals or thousands"):
        table_of("t", {"x": ["1.234", "2.345"]}).figures("x")


def test_other_columns_tell_what_a_point_is():
    dutch = table_of("t", {"x": ["1.234", "5.678"], "y": ["1,5", "2,25"]})
    assert values(dutch, "x") == [1234, 5678]
    english = table_of("t", {"x": ["1.234", "5.678"], "y": ["1.5", "2.25"]})
    assert values(english, "x") == [1.234, 5.678]


# Limits and damage


def test_one_endless_line(tmp_path):
    path = tmp_path / "breed.csv"
    path.write_text("a;" * 20_000 + "\n" + "1;" * 20_000)
    with pytest.raises(InputError, match="too large"):
        read_user_table(path)
    path.write_text("a;b\n" + "1" * 200_000 + ";2\n")
    with pytest.raises(InputError, match=r"breed\.csv can't be read"):
        read_user_table(path)


def test_too_many_cells(tmp_path, monkeypatch):
    monkeypatch.setattr(sheets, "MOST_CELLS", 100)
    monkeypatch.setattr(user_table, "MOST_CELLS", 100)
    rows = [["code", "x"], *([f"BU{n:08d}", str(n)] for n in range(60))]
    for path in (csv_of(tmp_path / "t.csv", rows), workbook(tmp_path / "t.xlsx", data=rows)):
        with pytest.raises(InputError, match="too large"):
            read_user_table(path)
    made = ogr.GetDriverByName("GPKG").CreateDataSource(str(tmp_path / "t.gpkg"))
    layer = made.CreateLayer("t", geom_type=ogr.wkbNone)
    layer.CreateField(ogr.FieldDefn("code", ogr.OFTString))
    for _ in range(120):
        layer.CreateFeature(ogr.Feature(layer.GetLayerDefn()))
    del layer, made
    with pytest.raises(InputError, match="too large"):
        read_user_table(tmp_path / "t.gpkg")


def test_no_file_of_that_name(tmp_path):
    for name in ("weg.csv", "a" * 5000 + ".xlsx", "nul\0.ods"):
        with pytest.raises(InputError, match="isn't there"):
            read_user_table(tmp_path / name)
    with pytest.raises(InputError, match="isn't there"):
        read_user_table(tmp_path)


def test_protected_by_a_password(tmp_path):
    path = tmp_path / "geheim.xlsx"
    path.write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(4096))
    with pytest.raises(InputError, match=r"geheim\.xlsx is protected by a password"):
        read_user_table(path)


@pytest.mark.parametrize("kind", ["csv", "xlsx", "ods", "gpkg", "dbf"])
def test_damage_ends_in_a_sentence(tmp_path, kind):
    """Whatever a damaged table does: it is read, or a sentence names its file. `make soak` does many thousands."""
    path = tmp_path / f"t.{kind}"
    rows = [HEADER, *BODY]
    if kind == "csv":
        csv_of(path, rows)
    elif kind == "xlsx":
        workbook(path, Blad=rows)
    elif kind == "ods":
        open_document(path, "".join(ods_row(*row) for row in rows))
    else:
        driver = "GPKG" if kind == "gpkg" else "ESRI Shapefile"
        made = ogr.GetDriverByName(driver).CreateDataSource(str(path))
        layer = made.CreateLayer("t", geom_type=ogr.wkbNone)
        layer.CreateField(ogr.FieldDefn("code", ogr.OFTString))
        layer.CreateField(ogr.FieldDefn("x", ogr.OFTReal))
        for code, _name, number in BODY:
            feature = ogr.Feature(layer.GetLayerDefn())
            feature.SetField("code", code)
            feature.SetField("x", number)
            layer.CreateFeature(feature)
        del feature, layer, made
    content, chance = path.read_bytes(), random.Random(9)
    sentences = []
    for _ in range(60):
        damaged = bytearray(content)
        for _ in range(chance.choice((1, 3, 30))):
            damaged[chance.randrange(len(damaged))] = chance.randrange(256)
        path.write_bytes(damaged[: chance.choice((len(damaged), chance.randrange(len(damaged))))])
        try:
            table = read_user_table(path)
            table.number_columns()
        except InputError as problem:
            sentences.append(str(problem))
    assert sentences and all(path.name in sentence for sentence in sentences)


@pytest.mark.parametrize("content", ["1;" * 300_000, "a" * 600_000, "code;waarde\nBU06060001;3\n" + "x" * 600_000])
def test_a_line_that_goes_on_and_on(tmp_path, content):
    """Told before it fills the memory; a line just short enough is read as ever."""
    path = tmp_path / "cijfers.csv"
    path.write_text(content, encoding="utf-8")
    with pytest.raises(InputError) as caught:
        read_user_table(path)
    line = content.count("\n") + 1
    assert str(caught.value) == f"cijfers.csv, line {line}: this line is too long for a table of areas."
    names = ";".join(f"kolom{number:05d}" for number in range(10_000))
    values = ";".join(map(str, range(10_000)))
    path.write_text(f"code;{names}\nBU06060001;{values}\n", encoding="utf-8")
    assert read_user_table(path).column("kolom09999") == ["9999"]
