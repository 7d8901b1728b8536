# SPDX-License-Identifier: GPL-2.0-or-later
"""Text tables as editions, municipalities and spreadsheets write them: all give the same scores."""

from __future__ import annotations

import numpy as np
import pytest

from leefbaar_plugin.engine.errors import InputError
from leefbaar_plugin.pack.files.resources import load_model
from leefbaar_plugin.pack.reading.inspection import inspect
from leefbaar_plugin.pack.reading.scores import read_level, recognise
from leefbaar_plugin.pack.reading.sources import find_sources
from leefbaar_plugin.pack.reading.squares import read_squares_apart
from leefbaar_plugin.pack.tables import tables
from leefbaar_plugin.pack.tables.tables import locate, read_table, sniff
from tests.builders import DIMENSIONS, GRID_HEADER, REFERENCE, score_row, square_id, table, write_zip

MODEL = load_model("lbm3")
AREAS = [
    ("BU00010000", "Súdwest-Fryslân", 1),
    ("BU00010001", '\'s-Gravenhage "Zuid"', 2),
    ("BU00020002", "Één; twee", 3),
]
HEADER = ("bu_code", "bu_naam", *GRID_HEADER[1:])
ROWS = [
    score_row([code, name.replace('"', '""')], year, seed * year, dimensions=year != 2016)
    for code, name, seed in AREAS
    for year in (2016, 2024)
]


@pytest.fixture
def read(tmp_path):
    """Scores of the areas in a table with this content."""

    def from_content(content, name="scores.csv"):
        path = tmp_path / name
        path.write_bytes(content)
        (source,) = find_sources([path])
        found = recognise(sniff(source), MODEL)
        return read_squares_apart(found)[0] if found.level.id == "grid" else read_level(found)

    return from_content


@pytest.fixture
def expected(read):
    return read(table(HEADER, ROWS))


def assert_same(one, other, rtol=0.0):
    assert one.code == other.code and one.scores.years == other.scores.years
    for name in ("total", "deviation", "contributions"):
        assert np.allclose(getattr(one.scores, name), getattr(other.scores, name), rtol=rtol, atol=0, equal_nan=True)


def test_plain(expected):
    assert expected.code == [code for code, _, _ in AREAS] and expected.name == [name for _, name, _ in AREAS]
    assert expected.scores.years == (2016, 2024)
    assert expected.scores.total[1, 1] == pytest.approx(ROWS[3][3], rel=1e-15)
    assert expected.scores.contributions[1, 1].tolist() == pytest.approx(ROWS[3][5:], rel=1e-15)
    assert np.isnan(expected.scores.contributions[:, 0]).all() and not np.isnan(expected.scores.total).any()


STYLES = {
    "semicolon and decimal comma": {"delimiter": ";", "decimal": ","},
    "semicolon and point": {"delimiter": ";"},
    "tabs": {"delimiter": "\t"},
    "tabs and decimal comma": {"delimiter": "\t", "decimal": ","},
    "BOM": {"encoding": "utf-8-sig"},
    "Latin-1": {"encoding": "latin-1"},
    "Windows": {"encoding": "cp1252"},
    "CRLF": {"newline": "\r\n"},
    "CR": {"newline": "\r"},
    "empty for missing": {"missing": ""},
    "quoted empty": {"missing": '""'},
    "quoted NA": {"missing": '"NA"'},
    "#N/B of a Dutch Excel": {"missing": "#N/B"},
    "sep= line": {"delimiter": ";", "decimal": ",", "first_line": "sep=;", "newline": "\r\n"},
    "SEP= line with BOM": {"delimiter": ";", "first_line": "SEP=;", "encoding": "utf-8-sig"},
    "blank first line": {"first_line": " "},
    "all at once": {"delimiter": ";", "decimal": ",", "newline": "\r\n", "encoding": "latin-1", "missing": ""},
}


@pytest.mark.parametrize("style", STYLES)
def test_every_way_of_writing_gives_the_same(read, expected, style):
    found = read(table(HEADER, ROWS, **STYLES[style]))
    assert_same(found, expected)
    assert found.name == expected.name


@pytest.mark.parametrize("delimiter", [",", "\t"])
def test_unquoted(read, expected, delimiter):
    rows = [[code, "plain", *rest] for code, _, *rest in ROWS]
    assert_same(read(table(HEADER, rows, quoted=False, delimiter=delimiter)), expected)


def test_decimal_comma_between_commas_in_quotes(read, expected):
    rows = [
        [cell if isinstance(cell, str) or cell is None else str(cell).replace(".", ",") for cell in row] for row in ROWS
    ]
    assert_same(read(table(HEADER, rows)), expected)


def test_any_order_of_columns_any_case_and_columns_of_no_use(read, expected):
    header = (
        "won",
        "Opmerking",
        "JAAR",
        "vrz",
        " soc ",
        "ONV",
        "fys",
        "afw",
        "leeg",
        "lbm",
        "bu_naam",
        "Bu_Code",
        "gm_code",
    )
    rows = [
        [won, 'van ons; "zelf"'.replace('"', '""'), year, vrz, soc, onv, fys, afw, None, lbm, name, code, "GM0001"]
        for code, name, year, lbm, afw, fys, onv, soc, vrz, won in ROWS
    ]
    assert_same(read(table(header, rows)), expected)
    assert_same(read(table(header, rows, delimiter=";", decimal=",")), expected)


def test_any_order_of_rows(read, expected):
    order = np.random.default_rng(1).permutation(len(ROWS))
    assert_same(read(table(HEADER, [ROWS[at] for at in order])), expected)


@pytest.mark.parametrize("year", ["2024", "2024.0", " 2024", "2.024e3"])
def test_year_as_text_or_with_decimals(read, expected, year):
    rows = [[code, name, year if jaar == 2024 else jaar, *rest] for code, name, jaar, *rest in ROWS]
    assert_same(read(table(HEADER, rows)), expected)


def test_year_with_a_decimal_comma(read, expected):
    rows = [[code, name, float(jaar), *rest] for code, name, jaar, *rest in ROWS]
    assert_same(read(table(HEADER, rows, delimiter=";", decimal=",")), expected)


def test_blank_lines_and_rows_of_delimiters_at_the_end(read, expected):
    content = table(HEADER, ROWS, delimiter=";", decimal=",").replace(b"\n", b"\n\n", 3)
    assert_same(read(content + b"  \n" + b";" * 9 + b"\n" + b";" * 9 + b"\n\n"), expected)


def test_no_line_end_at_the_end(read, expected):
    content = table(HEADER, ROWS)
    assert_same(read(content.rstrip(b"\n")), expected)
    one = table(HEADER, ROWS[1:2], delimiter=";", decimal=",").rstrip(b"\n")
    assert read(one).scores.total[0, 0] == pytest.approx(ROWS[1][3])


def test_negative_zero_and_exponents(read):
    rows = [["BU00010000", "A", 2024, REFERENCE, "-0.0", "1e-05", "-1E-5", "+0.5", "-.25", "-.25"]]
    scores = read(table(HEADER, rows, quoted=False)).scores
    assert scores.contributions[0, 0].tolist() == [1e-5, -1e-5, 0.5, -0.25, -0.25]


@pytest.mark.parametrize("quoted", [True, False])
@pytest.mark.parametrize("level", ["grid", "wijk", "gemeente", "pc4"])
def test_tables_of_every_level(read, level, quoted):
    code = {"grid": square_id(850, 4360), "wijk": "WK000100", "gemeente": "GM0001", "pc4": "1011"}[level]
    names = {"wijk": ("wk_code", "wk_naam"), "gemeente": ("gm_code", "gm_naam"), "pc4": ("PC4",), "grid": ("grid_id",)}
    header = (*names[level], *GRID_HEADER[1:])
    row = score_row([code, "naam"][: len(names[level])], 2024, 5)
    found = read(table(header, [row], quoted=quoted))
    if level == "grid":
        assert (found.column.tolist(), found.row.tolist()) == ([850], [4360])
    else:
        assert (found.level.id, found.code) == (level, [code])
    assert found.scores.total[0, 0] == row[-7]


def test_the_finest_level_is_what_a_table_is_about(read):
    header = ("gm_code", "wk_code", "bu_code", *GRID_HEADER[1:])
    assert read(table(header, [score_row(["GM0001", "WK000100", "BU00010000"], 2024, 1)])).level.id == "buurt"


def test_classes_in_a_table_are_kept(read):
    header = (*HEADER, "kscore", "kfys")
    rows = [[*ROWS[1], 3, 9], [*ROWS[3], None, 0]]
    scores = read(table(header, rows)).scores
    assert scores.classes["kscore"].tolist() == [[3], [0]] and scores.classes["kfys"].tolist() == [[9], [0]]


# --- what is wrong is said with file, line, column and expectation ----------------------------------------------------


def complaint(read, content, name="scores.csv"):
    with pytest.raises(InputError) as caught:
        read(content, name)
    return str(caught.value)


def changed(row, column, value, **style):
    rows = [list(r) for r in ROWS]
    rows[row][HEADER.index(column)] = value
    return table(HEADER, rows, **style)


@pytest.mark.parametrize("text", ["n.v.t.", "4,1", "1.234,5", "4 1", "0x10", "1_0", "inf", "-Infinity", "4.1.2"])
@pytest.mark.parametrize("column", ["lbm", "won"])
def test_text_in_a_number(read, text, column):
    said = complaint(read, changed(3, column, text))
    assert said == f"scores.csv, line 5: column {column} holds “{text}” where a number was expected."


def test_a_point_among_decimal_commas(read):
    said = complaint(read, changed(3, "lbm", "4.10", delimiter=";", decimal=","))
    assert said == "scores.csv, line 5: column lbm holds “4.10” where a number was expected."


def test_lines_are_counted_with_blank_ones_and_line_ends_inside_quotes(read):
    content = changed(3, "lbm", "veel", first_line="sep=,", newline="\r\n")
    content = content.replace(b"\r\n", b"\r\n\r\n", 2).replace("Súdwest".encode(), "Súd\r\nwest".encode())
    # sep, blank, header, blank, then two rows of two lines each, one of one, and the bad one
    lines = content.decode().split("\r\n")
    at = next(number for number, line in enumerate(lines, 1) if "veel" in line)
    assert complaint(read, content) == f"scores.csv, line {at}: column lbm holds “veel” where a number was expected."


def test_a_text_in_the_second_chunk(read, monkeypatch):
    monkeypatch.setattr(tables, "_ROWS_AT_ONCE", 2)
    assert "line 7: column soc holds “x”" in complaint(read, changed(5, "soc", "x"))
    assert "line 6: “2024.5” is no year; expected is a number like 2024." in complaint(read, changed(4, "jaar", 2024.5))
    assert "line 7: column bu_code is empty" in complaint(read, changed(5, "bu_code", ""))


@pytest.mark.parametrize("year", ["NA", "", "24", "20240", "2024.5", "-2024", "3e5"])
def test_what_is_no_year(read, year):
    said = complaint(read, changed(3, "jaar", year))
    assert said == f"scores.csv, line 5: “{year}” is no year; expected is a number like 2024."


@pytest.mark.parametrize("year", ["jaar", "twintig", "1/1/2024"])
def test_a_year_that_is_text(read, year):
    assert f"line 5: column jaar holds “{year}” where a number was expected" in complaint(
        read, changed(3, "jaar", year)
    )


@pytest.mark.parametrize("number", [10, -1, 3.5, 300])
def test_what_is_no_class(read, number):
    rows = [[*row, 5] for row in ROWS]
    rows[2][-1] = number
    said = complaint(read, table((*HEADER, "kscore"), rows))
    assert said == f"scores.csv, line 4: column kscore holds “{number}”; expected is a class from 1 to 9."


@pytest.mark.parametrize("missing", ["jaar", "lbm", "afw", "won"])
def test_missing_columns_are_named_with_those_expected(read, missing):
    at = HEADER.index(missing)
    content = table([*HEADER[:at], *HEADER[at + 1 :]], [[*row[:at], *row[at + 1 :]] for row in ROWS])
    said = complaint(read, content)
    assert said == (
        f"scores.csv lacks the column(s) {missing}; expected are bu_code, jaar, lbm, afw, {', '.join(DIMENSIONS)}."
    )


def test_rows_that_are_longer_or_shorter(read):
    longer = table(HEADER, ROWS).replace(b"\n", b",9\n", 4).replace(b'won",9', b'won"', 1)
    assert complaint(read, longer) == "scores.csv, line 2: 11 columns where 10 were expected."
    shorter = changed(2, "won", None, missing="").replace(b",\n", b"\n", 4)
    assert "9 columns where 10 were expected" in complaint(read, shorter)


def test_decimal_commas_without_quotes_between_commas(read):
    """They'd be taken for more columns, and the scores for whole numbers."""
    content = table(GRID_HEADER, [score_row([square_id(850, 4360)], 2024, 3)], decimal=",")
    assert complaint(read, content) == "scores.csv, line 2: 16 columns where 9 were expected."


def test_cut_off_in_the_last_line(read):
    content = table(HEADER, ROWS)
    said = complaint(read, content[:-60])
    assert said.startswith("scores.csv") and "columns where 10 were expected" in said
    long = table(HEADER, [[f"BU{at:08d}", "x", *ROWS[1][2:]] for at in range(900)])
    said = complaint(read, long[:-60])
    assert said.startswith("scores.csv is cut off: its last line has ") and "columns where 10" in said


def test_a_quote_that_has_no_end(read):
    long = [[f"BU{at:08d}", "x" * 300, *ROWS[1][2:]] for at in range(700)]
    content = table(HEADER, long).replace(b'"BU00000005","x', b'"BU00000005,""x', 1)
    assert complaint(read, content).startswith("scores.csv")


@pytest.mark.parametrize("content", [b"", b"\n\n", b"  \r\n ", b"\xef\xbb\xbf"])
def test_empty(read, content):
    assert complaint(read, content) == "scores.csv is empty."


def test_header_only(read):
    for content in (table(HEADER, []), table(HEADER, [], first_line="sep=,"), table(HEADER, []).rstrip(b"\n")):
        assert complaint(read, content) == "scores.csv has a header and no rows."
    assert complaint(read, table(GRID_HEADER, [])) == "scores.csv has a header and no rows."
    assert complaint(read, table(HEADER, []) + b",,,,,,,,,\n") == "scores.csv has a header and no rows."


def test_binary_with_the_name_of_a_table(read):
    assert complaint(read, b"PK\0\0\0\1\2") == "scores.csv is no text, although its name says so."
    assert "no text" in complaint(read, table(HEADER, ROWS).decode().encode("utf-16"))


def test_latin_1_beyond_the_sample(read, monkeypatch, expected):
    """Encoding is decided on all of any file with names, however far in the first accent stands."""
    rows = [[*row[:1], "e" * 3000, *row[2:]] for row in ROWS] + [["BU99990000", "Oudewater é", *ROWS[1][2:]]]
    many = [[f"BU1{at:07d}", "e" * 2000, *ROWS[1][2:]] for at in range(60)] + rows
    assert read(table(HEADER, many, encoding="latin-1")).name[-1] == "Oudewater é"


def test_accent_as_the_last_byte(read):
    header = ("lbm", "bu_code", "jaar", "afw", *DIMENSIONS, "bu_naam")
    row = [4.1, "BU00010000", 2024, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, "Café"]
    content = table(header, [row], quoted=False, encoding="latin-1")
    assert read(content.rstrip(b"\n")).name == ["Café"]


def test_the_same_in_an_archive(read, expected, tmp_path):
    path = write_zip(tmp_path / "a.zip", {"map/scores.csv": table(HEADER, ROWS)})
    (source,) = find_sources([path])
    assert source.label == "a.zip › scores.csv"
    assert_same(read_level(recognise(sniff(source), MODEL)), expected)


def test_locate_finds_row_and_cells(tmp_path):
    path = tmp_path / "a.csv"
    path.write_bytes(b'a,b\n\n1,"x\ny"\n \n2,z\n')
    found = sniff(find_sources([path])[0])
    assert locate(found, 0) == (4, {"a": "1", "b": "x\ny"}) and locate(found, 1) == (6, {"a": "2", "b": "z"})
    assert locate(found, 2) == (0, {})
    assert [len(frame) for frame in read_table(found, ["b"], ["a"])] == [2]


def test_squares_of_a_table_sorted_by_year(tmp_path, monkeypatch):
    """The first rows hold one year only; the others come further down."""
    monkeypatch.setattr(tables, "_ROWS_AT_ONCE", 40)
    monkeypatch.setattr("leefbaar_plugin.pack.reading.years._SAMPLE_BYTES", 2000)
    rows = [score_row([square_id(850 + at, 4360)], year, at) for year in (2002, 2022, 2024) for at in range(60)]
    path = tmp_path / "grids.csv"
    path.write_bytes(table(GRID_HEADER, rows))
    found = inspect([path])
    assert found.years["grid"] == (2002, 2022, 2024) and found.edition == "2024"
    assert found.squares == pytest.approx(60, rel=0.1)
    path.write_bytes(table(GRID_HEADER, sorted(rows, key=lambda row: row[0])))
    assert inspect([path]).years["grid"] == (2002, 2022, 2024)
