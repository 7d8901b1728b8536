# SPDX-License-Identifier: GPL-2.0-or-later
"""Nothing wrong gets in silently: every fault in every kind of file, near the top and far beyond any sample.

Each is refused with its file, place and what was expected, or told; never is a figure made of it.
"""

from __future__ import annotations

import functools
import itertools
import json
from datetime import datetime

import numpy as np
import pytest

from leefbaar_plugin.engine.errors import InputError
from leefbaar_plugin.engine.squares.weights import weigh
from leefbaar_plugin.pack.importing.importer import import_edition
from leefbaar_plugin.pack.reading import plausibility
from leefbaar_plugin.pack.reading.inspection import inspect
from leefbaar_plugin.words.check import check_lines
from tests.builders import DIMENSIONS, GRID_HEADER, SHARED, score_row, service_feature, square_id, write_vector

ROWS = 70_000  # more than pandas reads at once and than a block has
NEAR, FAR = 1, ROWS - 1
POSTCODES = 9_000
YEARS = (2002, 2008, 2012, 2014, 2016, 2018, 2020, 2022, 2024)
WITHOUT = (2002, 2008, 2012, 2016)
VALUES = ("lbm", "afw", *DIMENSIONS)
WIDE_HEADER = ("GBD", "RLBRMTR12", "RLBWON12", "RLBBEV12", "RLBVRZ12", "RLBVEI12", "RLBFYS12", "KL12")


def line_of(cells):
    return ",".join("NA" if cell is None else str(cell) for cell in cells)


@functools.cache
def lines_of(kind, rows=None):
    """Header and rows of a good file of a kind, as text; of postcode areas all that there can be."""
    if kind == "wide":
        row = [0.25, 0.05, 0.05, 0.05, 0.05, 0.05, 9]
        codes = (f"{1000 + at}" for at in range(rows or POSTCODES))
        return [line_of(WIDE_HEADER), *(line_of([code, *row]) for code in codes)]
    areas = ((at, year) for at in itertools.count() for year in YEARS)
    made = []
    for at, year in itertools.islice(areas, ROWS):
        code = [square_id(500 + at % 900, 3000 + at // 900)] if kind == "grid" else [f"BU{at:08d}", f"Buurt {at}"]
        made.append(line_of(score_row(code, year, at % 97, year not in WITHOUT)))
    header = GRID_HEADER if kind == "grid" else ("bu_code", "bu_naam", *GRID_HEADER[1:])
    return [line_of(header), *made]


def place(kind, at):
    """A row of a file of a kind, the last one (or as far from it) where there aren't so many."""
    return at if kind != "wide" or at < POSTCODES else at - ROWS + POSTCODES


KINDS = {"grid": "grids.csv", "buurt": "buurten.csv", "wide": "PC4DIMENSIE.csv"}


@pytest.fixture
def write(edition):
    """A good file of a kind in which some rows are changed by a function of their cells."""

    def to_file(kind, changes=(), above=(), lines=None, below=()):
        made = list(lines_of(kind) if lines is None else lines)
        columns = made[0].split(",")
        for at, change in changes:
            cells = dict(zip(columns, made[at + 1].split(","), strict=True))
            made[at + 1] = change(cells)
        path = edition.folder / KINDS[kind]
        path.write_text("\n".join([*above, *made, *below]) + "\n", encoding="utf-8")
        return path

    yield to_file
    for path in edition.folder.glob("*.csv"):
        path.unlink()  # some 8 MB each


def changed(**values):
    """The row with other cells."""

    def change(cells):
        assert values.keys() <= cells.keys()
        return ",".join({**cells, **values}.values())

    return change


def value_column(kind):
    return "RLBRMTR12" if kind == "wide" else "afw"


# --- rows that are too long or too short ------------------------------------------------------------------------------


def decimal_comma(cells):
    """The second number with a decimal comma, which makes two cells of it."""
    texts = list(cells.values())
    return ",".join([*texts[:-3], "4,15", *texts[-2:]])


UNEVEN = {
    "too many": (lambda cells: ",".join(cells.values()) + ",9", 1),
    "too few": (lambda cells: ",".join(list(cells.values())[:-1]), -1),
    "far too few": (lambda cells: next(iter(cells.values())), None),
    "a decimal comma": (decimal_comma, 1),
    "a delimiter lost": (lambda cells: ",".join(cells.values()).replace(",", "", 1), -1),
    "a code in two": (lambda cells: ",".join(cells.values()).replace("0", "0,", 1), 1),
}


@pytest.mark.parametrize("at", [NEAR, FAR])
@pytest.mark.parametrize("fault", UNEVEN)
@pytest.mark.parametrize("kind", KINDS)
def test_a_row_that_is_too_long_or_too_short(refused, write, kind, fault, at):
    at = place(kind, at)
    change, more = UNEVEN[fault]
    width = lines_of(kind)[0].count(",") + 1
    found = 1 if more is None else width + more
    columns = "1 column" if found == 1 else f"{found} columns"
    said = f"{KINDS[kind]}, line {at + 2}: {columns} where {width} were expected."
    assert refused([write(kind, [(at, change)])]) == said


@pytest.mark.parametrize("name", ["decimal-comma-in-row", "one-column-lost", "short-row-101", "short-row-300"])
def test_rows_of_bug_reports(refused, name):
    path = SHARED / "cases" / "30-uneven-rows" / f"rowlen-{name}.csv"
    if not path.is_file():
        pytest.skip("../shared/data isn't there")
    line, found = {
        "decimal-comma-in-row": (255, 10),
        "one-column-lost": (253, 8),
        "short-row-101": (101, 5),
        "short-row-300": (300, 5),
    }[name]
    assert refused([path]) == f"rowlen-{name}.csv, line {line}: {found} columns where 9 were expected."


# --- values that no score can have ------------------------------------------------------------------------------------


@pytest.mark.parametrize("at", [NEAR, FAR])
@pytest.mark.parametrize("text", ["-2.001", "2.5", "9e13"])
@pytest.mark.parametrize("kind", KINDS)
def test_a_deviation_that_cannot_be(refused, write, kind, text, at):
    at = place(kind, at)
    column = value_column(kind)
    said = f"{KINDS[kind]}, line {at + 2}: column {column} holds “{text}”; expected is a number from -2 to 2."
    assert refused([write(kind, [(at, changed(**{column: text}))])]).startswith(said)


@pytest.mark.parametrize("at", [NEAR, FAR])
@pytest.mark.parametrize(
    ("column", "text", "limits"),
    [("lbm", "1.9", "2 to 6"), ("lbm", "6.1", "2 to 6"), ("won", "-3.5", "-2 to 2"), ("fys", "2.2", "-2 to 2")],
)
@pytest.mark.parametrize("kind", ["grid", "buurt"])
def test_another_value_that_cannot_be(refused, write, kind, column, text, limits, at):
    said = f"{KINDS[kind]}, line {at + 2}: column {column} holds “{text}”; expected is a number from {limits}."
    assert refused([write(kind, [(at, changed(**{column: text}))])]) == said


LOST = "Its decimal point or comma was probably lost."


@pytest.mark.parametrize("at", [NEAR, FAR])
@pytest.mark.parametrize(("kind", "column"), [("grid", "lbm"), ("buurt", "lbm"), ("wide", "RLBRMTR12")])
@pytest.mark.parametrize("text", ["4102", "53", "-153", "410226485114369"])
def test_a_decimal_point_that_was_lost(refused, write, kind, column, text, at):
    at = place(kind, at)
    limits = "-2 to 2" if kind == "wide" else "2 to 6"
    said = f"{KINDS[kind]}, line {at + 2}: column {column} holds “{text}”; expected is a number from {limits}. {LOST}"
    assert refused([write(kind, [(at, changed(**{column: text}))])]) == said


def test_a_table_of_2_0_after_excel(refused):
    path = SHARED / "cases" / "16-excel-thousands-lbm2" / "PC4LBR_excel.csv"
    if not path.is_file():
        pytest.skip("../shared/data isn't there")
    said = f"PC4LBR_excel.csv, line 2: column RLBRMTR12 holds “53”; expected is a number from -2 to 2. {LOST}"
    assert refused([path]) == said


@pytest.mark.parametrize("at", [NEAR, FAR])
@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("text", ["inf", "veel", "4,1", "\u00a00.05", "\u22120.05", "٣"])
def test_what_is_no_number(refused, write, kind, text, at):
    at = place(kind, at)
    column = value_column(kind)
    cell = f'"{text}"'
    said = f"{KINDS[kind]}, line {at + 2}: column {column} holds “{text}” where a number was expected."
    assert refused([write(kind, [(at, changed(**{column: cell}))])]) == said


@pytest.mark.parametrize("at", [NEAR, FAR])
@pytest.mark.parametrize("number", ["10", "7.5", "-1"])
def test_a_class_that_is_none(refused, write, number, at):
    at = place("wide", at)
    said = f"PC4DIMENSIE.csv, line {at + 2}: column KL12 holds “{number}”; expected is a class from 1 to 9."
    assert refused([write("wide", [(at, changed(KL12=number))])]) == said


def test_a_class_of_change_that_is_none(refused, write):
    lines = [line_of([*WIDE_HEADER, "VKL1214"]), *(f"{row},4" for row in lines_of("wide")[1:100])]
    said = "PC4DIMENSIE.csv, line 52: column VKL1214 holds “8”; expected is a class from 1 to 7."
    assert refused([write("wide", [(50, changed(VKL1214="8"))], lines=lines)]) == said


# --- years ------------------------------------------------------------------------------------------------------------


MEASURED = "Leefbaarometer 3.0 has 2002, 2008, 2012, 2014, 2016, 2018, 2020, 2022, 2024."


@pytest.mark.parametrize("at", [NEAR, FAR])
@pytest.mark.parametrize("year", [2000, 2006, 2013, 2023, 2098])
@pytest.mark.parametrize("kind", ["grid", "buurt"])
def test_a_year_without_a_measurement(refused, write, kind, year, at):
    said = f"{KINDS[kind]}, line {at + 2}: there is no measurement of {year}; {MEASURED}"
    assert refused([write(kind, [(at, changed(jaar=str(year)))])]) == said


@pytest.mark.parametrize("kind", ["grid", "buurt"])
def test_a_year_that_came_after_this_version_is_told(make_pack, write, monkeypatch, kind):
    class Later(datetime):
        @classmethod
        def now(cls, zone):
            return datetime(2029, 1, 1, tzinfo=zone)

    monkeypatch.setattr(plausibility, "datetime", Later)
    lines = [line.replace(",2024,", ",2028,") for line in lines_of(kind)[:91]]
    pack = make_pack([write(kind, lines=lines)])
    assert pack.edition == "2028" and pack.years[-2:] == (2022, 2028)
    assert [remark["values"] for remark in pack.info["remarks"]] == [{"known": 2024, "years": "2028"}]


@pytest.mark.parametrize("year", ["99", "10", "20"])
def test_a_column_of_a_year_without_a_measurement(refused, write, year):
    lines = [line_of([*WIDE_HEADER, f"RLBRMTR{year}"]), "1011,0.25,0.05,0.05,0.05,0.05,0.05,9,0.1"]
    said = refused([write("wide", lines=lines)])
    assert said.startswith(f"PC4DIMENSIE.csv, column RLBRMTR{year}: there is no measurement of 20{year}; ")
    assert said.endswith("Leefbaarometer 2.0 has 2002, 2008, 2012, 2014, 2016, 2018.")


# --- areas that stand there twice, or have no code --------------------------------------------------------------------


@pytest.mark.parametrize("at", [NEAR, FAR])
@pytest.mark.parametrize("kind", KINDS)
def test_several_rows_of_one_area(refused, write, kind, at):
    """As in a table with a row per type of home, or one that was pasted under itself."""
    at = place(kind, at)
    again = lines_of(kind)[1 + 9]
    code, year = again.split(",")[0], "2002"
    said = refused([write(kind, [(at, lambda _cells: again)])])
    assert said.startswith(f"{KINDS[kind]}, line {max(at + 2, 11)}: {code} {'' if kind == 'wide' else f'in {year} '}")
    assert "stands there twice" in said


@pytest.mark.parametrize("at", [NEAR, FAR])
@pytest.mark.parametrize("kind", KINDS)
def test_a_row_without_a_code(refused, write, kind, at):
    at = place(kind, at)
    column = lines_of(kind)[0].split(",")[0]
    said = refused([write(kind, [(at, changed(**{column: ""}))])])
    assert said.startswith(f"{KINDS[kind]}, line {at + 2}: ") and "expected is " in said


CODES = {
    "grid": ["NA", "BU06060001", "e0974n4514", "E974N4514", "Centrum"],
    "buurt": ["NA", "WK060600", "GM0606", "bu06060001", "BU0606001", "BU060600011", "06060001", "Centrum", "0"],
    "wide": ["NA", "BU06060001", "311", "31111", "3111 AB", "0311", "Centrum"],
}


@pytest.mark.parametrize("at", [NEAR, FAR])
@pytest.mark.parametrize(("kind", "text"), [(kind, text) for kind, texts in CODES.items() for text in texts])
def test_a_code_of_another_form(refused, write, kind, text, at):
    """Of another level, cut off, without its zeros, or a name: it would become an area of its own."""
    at, column = place(kind, at), lines_of(kind)[0].split(",")[0]
    said = refused([write(kind, [(at, changed(**{column: text}))])])
    if kind == "grid":
        assert said == f"grids.csv, line {at + 2}: “{text}” is no square; expected is a code like E0974N4514."
    else:
        example = "BU06060001" if kind == "buurt" else "3111"
        where = f"{KINDS[kind]}, line {at + 2}: column {column}"
        assert said == f"{where} holds “{text}”; expected is a code like {example}."


@pytest.mark.parametrize("code", ["BU03630000", "BU0363AD08", "BU19030000"])
def test_codes_that_the_ministry_writes(make_pack, write, code):
    rows = lines_of("buurt")[:19]
    pack = make_pack([write("buurt", lines=[row.replace("BU00000001", code) for row in rows])])
    assert pack.info["levels"]["buurt"]["areas"] == 2


@pytest.mark.parametrize("at", [NEAR, FAR - 1])
def test_a_code_without_the_end_of_its_quote(refused, write, at):
    """The next row goes into the code, and what is left has as many cells as any row."""
    at = place("wide", at)
    lines = [line.replace(line.split(",")[0], f'"{line.split(",")[0]}"', 1) for line in lines_of("wide")]
    lines[at + 1] = lines[at + 1].replace('",', ",", 1)
    said = refused([write("wide", lines=lines)])
    code = lines[at + 1].split(",")[0].strip('"')
    assert said.startswith(f"PC4DIMENSIE.csv, line {at + 3}: column GBD holds “{code},0.25,")
    assert said.endswith("”; expected is a code like 3111.")


# --- what stands above and below the table ----------------------------------------------------------------------------


TITLES = {
    "a title": ["Scores van de Leefbaarometer"],
    "a title as wide as the table": ["Scores, meting 2024,,,,,,,,"],
    "a title, a blank line and a date": ["Scores, Schiedam, 2024", "", "afgedrukt: 30-11-2024"],
    "a title in quotes": ['"Scores, van ons"', ""],
}


@pytest.mark.parametrize("title", TITLES)
@pytest.mark.parametrize("kind", KINDS)
def test_a_title_above_the_table_is_told(make_pack, refused, write, kind, title):
    above, lines = TITLES[title], lines_of(kind)[:91]
    plain = make_pack([write(kind, lines=lines)], "plain")
    assert plain.info["remarks"] == []
    pack = make_pack([write(kind, lines=lines, above=above)], "titled")
    (remark,) = pack.info["remarks"]
    assert remark["values"] == {"file": KINDS[kind], "expected": 1, "line": len(above) + 1}
    assert pack.info["squares"] == plain.info["squares"] and pack.info["levels"] == plain.info["levels"]
    if kind == "grid":
        assert np.array_equal(pack.published.total, plain.published.total)
    said = refused([write(kind, [(50, changed(**{value_column(kind): "77"}))], lines=lines, above=above)])
    assert said.startswith(f"{KINDS[kind]}, line {52 + len(above)}: ")


@pytest.mark.parametrize("kind", KINDS)
def test_a_title_that_nobody_can_tell_the_end_of(refused, write, kind):
    said = refused([write(kind, lines=lines_of(kind)[:91], above=['Scores van "Schiedam', "meting 2024"])])
    assert said.startswith(f"No scores were found in {KINDS[kind]}; expected is a table with columns ")


@pytest.mark.parametrize("kind", KINDS)
def test_a_note_below_the_table(refused, write, kind):
    width = lines_of(kind)[0].count(",") + 1
    said = f"{KINDS[kind]}, line {len(lines_of(kind)) + 1}: 1 column where {width} were expected."
    assert refused([write(kind, below=["Bron: ministerie"])]) == said


@pytest.mark.parametrize("kind", KINDS)
def test_a_column_that_stands_there_twice(refused, write, kind):
    """Several numbers per area and year: which of them is meant, nobody knows."""
    column = value_column(kind)
    lines = [f"{line},{column.swapcase() if not at else 0.1}" for at, line in enumerate(lines_of(kind)[:91])]
    assert (
        refused([write(kind, lines=lines)]) == f"{KINDS[kind]}, line 1: column {column.swapcase()} stands there twice."
    )


# --- files that were cut off ------------------------------------------------------------------------------------------


@pytest.mark.parametrize("kind", KINDS)
def test_a_file_as_long_as_a_sheet_of_excel(refused, write, kind):
    """65,536 rows: what Excel of before 2007 holds; 1,048,576 is tried with rows alone, in test_row_check."""
    lines = lines_of(kind, 65_535)[:65_536]
    said = (
        f"{KINDS[kind]} ends at line 65536, the last one that Excel can hold. It is most likely cut off. "
        "Use the file as it was downloaded."
    )
    assert refused([write(kind, lines=lines)]) == said


@pytest.mark.parametrize("kind", KINDS)
def test_a_file_cut_off_in_a_row(refused, edition, write, kind):
    path = write(kind)
    path.write_bytes(path.read_bytes()[:-25])
    said = refused([path])
    assert said.startswith(f"{KINDS[kind]} is cut off: its last line has ")


# --- the other levels of areas ----------------------------------------------------------------------------------------

LEVELS = {"wijk": ("wk_code", "wk_naam"), "gemeente": ("gm_code", "gm_naam"), "pc4": ("PC4",)}
LEVEL_FAULTS = {
    "a code of another level": (
        lambda cells: ",".join(["ZZ12", *list(cells.values())[1:]]),
        "holds “ZZ12”; expected is a code like {example}.",
    ),
    "a row too long": (lambda cells: ",".join([*cells.values(), "9"]), "{more} columns where {width} were expected."),
    "a row too short": (
        lambda cells: ",".join(list(cells.values())[1:]),
        "{less} columns where {width} were expected.",
    ),
    "a decimal comma": (decimal_comma, "{more} columns where {width} were expected."),
    "a value that can't be": (changed(won="-2.5"), "column won holds “-2.5”; expected is a number from -2 to 2."),
    "a lost point": (changed(lbm="4102"), f"column lbm holds “4102”; expected is a number from 2 to 6. {LOST}"),
    "no number": (changed(afw="veel"), "column afw holds “veel” where a number was expected."),
    "no measurement": (changed(jaar="2023"), f"there is no measurement of 2023; {MEASURED}"),
    "twice": (None, "stands there twice"),
    "no code": (lambda cells: ",".join(["", *list(cells.values())[1:]]), "expected is the code of an area."),
}


@pytest.mark.parametrize("at", [NEAR, 2_999])
@pytest.mark.parametrize("fault", LEVEL_FAULTS)
@pytest.mark.parametrize("level", LEVELS)
def test_a_fault_in_another_level(refused, edition, level, fault, at):
    columns = (*LEVELS[level], *GRID_HEADER[1:])
    rows = []
    for number in range(334):
        code = [f"{1000 + number}"] if level == "pc4" else [f"{columns[0][:2].upper()}{number:06d}", f"Naam {number}"]
        if level == "gemeente":
            code[0] = f"GM{number:04d}"
        rows += [line_of(score_row(code, year, number % 97, year not in WITHOUT)) for year in YEARS]
    change, said = LEVEL_FAULTS[fault]
    rows[at] = rows[18] if change is None else change(dict(zip(columns, rows[at].split(","), strict=True)))
    path = edition.folder / f"scores {level}.csv"
    path.write_text("\n".join([line_of(columns), *rows]) + "\n", encoding="utf-8")
    width = len(columns)
    found = refused([path])
    assert found.startswith(f"scores {level}.csv, line {max(at, 18) + 2 if change is None else at + 2}: ")
    example = {"wijk": "WK060600", "gemeente": "GM0606", "pc4": "3111"}[level]
    assert said.format(width=width, more=width + 1, less=width - 1, example=example) in found


# --- counts of squares ------------------------------------------------------------------------------------------------

COUNTS = ("aantal_woningen", "aantal_part_huishoudens", "aantal_inwoners")
MANY = 1_500


@pytest.fixture
def counts(edition):
    """A GeoPackage of counts, the squares of the edition first, with some values changed by feature and column."""

    def to_file(changes=(), fields=COUNTS, kind=int):
        columns = dict.fromkeys(fields, kind)
        rows = [{"crs28992res100m": square_id(850 + at % 12, 4360 + at // 12)} for at in range(MANY)]
        for at, row in enumerate(rows):
            row.update({name: kind(5 + at % 40) for name in fields})
        for at, name, value in changes:
            rows[at][name] = value
            if name in columns:
                columns[name] = type(value)
        edition.grid_csv()
        path = edition.folder / "cbs.gpkg"
        path.unlink(missing_ok=True)
        write_vector(path, "vierkant", [(row, None) for row in rows], fields={"crs28992res100m": str, **columns})
        return [edition.folder]

    return to_file


@pytest.mark.parametrize("at", [0, MANY - 1])
@pytest.mark.parametrize("name", COUNTS)
@pytest.mark.parametrize("value", [10**9, -1, -99999, -99996, -5.5, 1e300, 4.102, 12.5])
def test_a_count_that_cannot_be(refused, counts, name, value, at):
    high = 20000 if name == "aantal_inwoners" else 5000
    assert refused(counts([(at, name, value)])) == (
        f"cbs.gpkg, feature {at + 1}: column {name} holds “{value:.15g}”; expected is a whole number from 0 to "
        f"{high}, or -99995, -99997 for none."
    )


@pytest.mark.parametrize("at", [0, MANY - 1])
@pytest.mark.parametrize("name", COUNTS)
@pytest.mark.parametrize("text", ["veel", "4,5", "1.250,0"])
def test_a_count_that_is_no_number(refused, counts, name, text, at):
    assert refused(counts([(at, name, text)])) == (
        f"cbs.gpkg, feature {at + 1}: column {name} holds “{text}” where a number was expected."
    )


@pytest.mark.parametrize("at", [0, MANY - 1])
@pytest.mark.parametrize("name", COUNTS)
def test_thousands_as_text_that_lost_their_scale(refused, counts, name, at):
    """Excel's 1.250 is a thousand and more; read as a number it would be one and a quarter."""
    said = refused(counts([(at, name, "1.250")]))
    assert said.startswith(
        f"cbs.gpkg, feature {at + 1}: column {name} holds “1.25”; expected is a whole number from 0 "
    )


@pytest.mark.parametrize("at", [0, MANY - 1])
@pytest.mark.parametrize("code", ["", "E85N4360", "0850 4360", "BU06060101"])
def test_counts_of_what_is_no_square(refused, counts, code, at):
    assert refused(counts([(at, "crs28992res100m", code)])) == (
        f"cbs.gpkg, feature {at + 1}: “{code}” is no square; expected is a code like E0974N4514."
    )


@pytest.mark.parametrize("first", [0, MANY - 2])
def test_a_square_counted_twice(refused, counts, first):
    code = square_id(850 + first % 12, 4360 + first // 12)
    said = f"cbs.gpkg, feature {MANY}: square {code} stands there twice (first as feature {first + 1})."
    assert refused(counts([(MANY - 1, "crs28992res100m", code)])) == said


def test_known_codes_are_no_numbers(make_pack, counts):
    pack = make_pack(counts([(0, COUNTS[0], -99997), (1, COUNTS[0], -99995), (2, COUNTS[1], -99997)]))
    assert np.isnan(pack.counts.dwellings).sum() == 2 and np.isnan(pack.counts.households).sum() == 1
    assert pack.info["remarks"] == []


@pytest.mark.parametrize(("homes", "each"), [(10, "0.50"), (1, "5.09")])
def test_columns_of_counts_that_were_mixed_up_are_told(make_pack, counts, homes, each):
    """More dwellings than inhabitants, or a tenth of them: each value is one that can be, and all together can't."""
    many = [(at, COUNTS[0], homes * (2 + at % 8)) for at in range(MANY)]
    people = [(at, COUNTS[2], 5 * (2 + at % 8) + (homes == 1 and at % 2)) for at in range(MANY)]
    (told,) = remarks_of(make_pack(counts([*many, *people])))
    assert told == (
        f"cbs.gpkg: dwellings and inhabitants don't fit each other: {each} inhabitants each, on average. Expected is a "
        "number from 1 to 5. Columns were probably mixed up."
    )


def test_no_counts_are_told_at_the_end_too(make_pack, edition):
    info = make_pack([edition.grid_csv()]).info
    told = [line.text for line in check_lines(info) if line.warns]
    assert len(told) == 1 and told[0].startswith("There are no CBS squares among the files. Every square then weighs ")
    edition.counts_gpkg()
    counted = make_pack([edition.folder], "counted").info
    assert not any(line.warns for line in check_lines(counted))


def test_counts_of_another_part_of_the_country(refused, edition, counts):
    paths = counts()
    edition.grid_csv(rows=[score_row([square_id(1200, 5000 + at)], 2024, at) for at in range(9)])
    assert refused(paths) == (
        f"cbs.gpkg: none of its squares ({MANY}) is one of those that have scores (9). It is of another part of the "
        "country."
    )


def remarks_of(pack):
    """Sentences in pack.json, in English."""
    found = []
    for remark in pack.info["remarks"]:
        values = {key: value["en"] if isinstance(value, dict) else value for key, value in remark["values"].items()}
        found.append(remark["template"].format(**values))
    return found


@pytest.mark.parametrize(
    ("fields", "kind", "lacking"),
    [
        (COUNTS[1:], "households", "dwellings"),
        (COUNTS[2:], "inhabitants", "dwellings, households"),
        (COUNTS[:1], "dwellings", "households, inhabitants"),
        (COUNTS[::2], "dwellings", "households"),
    ],
)
def test_kinds_of_counts_that_lack_are_told(make_pack, counts, fields, kind, lacking):
    pack = make_pack(counts(fields=fields))
    assert remarks_of(pack) == [f"cbs.gpkg has no {lacking} of the squares with scores. Areas are weighed by {kind}."]
    assert weigh(pack.counts, len(pack.grid)).kind == kind


def test_counts_that_are_secret_for_all_squares_are_told(make_pack, counts):
    pack = make_pack(counts([(at, COUNTS[0], -99997) for at in range(MANY)]))
    assert remarks_of(pack) == [
        "cbs.gpkg has no dwellings of the squares with scores. Areas are weighed by households."
    ]
    pack = make_pack(counts([(at, name, -99997) for at in range(MANY) for name in COUNTS]), "none")
    assert remarks_of(pack) == [
        "cbs.gpkg has no dwellings, households, inhabitants of the squares with scores. Every square weighs the same."
    ]


def test_counts_of_few_squares_are_told(make_pack, counts):
    pack = make_pack(counts([(at, "crs28992res100m", square_id(1200, 5000 + at)) for at in range(30)]))
    assert remarks_of(pack) == ["cbs.gpkg has counts of 18 of the 48 squares with scores; the others are estimated."]


# --- change between years ---------------------------------------------------------------------------------------------

CHANGE_HEADER = ("bu_code", "bu_naam", "jaar_van", "jaar_naar", "lbm", *DIMENSIONS)
PAIRS = tuple(itertools.combinations(YEARS, 2))


@functools.cache
def change_lines():
    areas = ((at, *pair) for at in itertools.count() for pair in PAIRS)
    made = [
        line_of([f"BU{at:08d}", "Buurt", since, until, 0.05, 0.01, 0.01, 0.01, 0.01, 0.01])
        for at, since, until in itertools.islice(areas, ROWS)
    ]
    return [line_of(CHANGE_HEADER), *made]


@pytest.fixture
def complaint(edition, tmp_path, write):
    """What is said of a file of change in which one row is changed: the import is refused, or goes on without it."""

    def of(at, change):
        lines = list(change_lines())
        lines[at + 1] = change(dict(zip(CHANGE_HEADER, lines[at + 1].split(","), strict=True)))
        (edition.folder / "ontwikkeling.csv").write_text("\n".join(lines) + "\n", encoding="utf-8")
        write("buurt", lines=lines_of("buurt")[:91])
        try:
            found = inspect([edition.folder])
            import_edition(found, tmp_path / "pack")
        except InputError as problem:
            return str(problem)
        assert not found.developments
        return "; ".join(map(str, found.unused)).removeprefix("ontwikkeling.csv isn't used. ")

    return of


CHANGE_FAULTS = {
    "too many": (lambda cells: ",".join(cells.values()) + ",9", "11 columns where 10 were expected."),
    "too few": (lambda cells: ",".join(list(cells.values())[:-1]), "9 columns where 10 were expected."),
    "a decimal comma": (decimal_comma, "11 columns where 10 were expected."),
    "a change that can't be": (
        changed(lbm="2.5"),
        "column lbm holds “2.5”; expected is a number from -2 to 2.",
    ),
    "a lost point": (changed(won="53"), f"column won holds “53”; expected is a number from -2 to 2. {LOST}"),
    "no number": (changed(soc="veel"), "column soc holds “veel” where a number was expected."),
    "no measurement": (changed(jaar_van="2001"), f"there is no measurement of 2001; {MEASURED}"),
    "no code": (changed(bu_code=""), "column bu_code is empty; expected is the code of an area."),
    "a code of another level": (
        changed(bu_code="WK060600"),
        "column bu_code holds “WK060600”; expected is a code like BU06060001.",
    ),
}


@pytest.mark.parametrize("at", [NEAR, FAR])
@pytest.mark.parametrize("fault", CHANGE_FAULTS)
def test_a_fault_in_a_file_of_change(complaint, fault, at):
    change, said = CHANGE_FAULTS[fault]
    found = complaint(at, change)
    assert found.startswith(f"ontwikkeling.csv, line {at + 2}") and found.endswith(said)


# --- features of the web service --------------------------------------------------------------------------------------


@pytest.fixture
def service(edition):
    """A GeoJSON of the service with many buurten, in which one value of a feature is another; texts stay texts."""

    def to_file(at, **values):
        features = []
        for number in range(400):
            made = service_feature("buurt", f"BU{number:08d}", 2024, number)
            made.update(values if number == at else {})
            shape = {"type": "Polygon", "coordinates": [[[4.0, 52], [4.01, 52], [4.01, 52.01], [4, 52.01], [4, 52]]]}
            features.append({"type": "Feature", "properties": made, "geometry": shape})
        path = edition.folder / "buurt.geojson"
        path.write_text(json.dumps({"type": "FeatureCollection", "features": features}), encoding="utf-8")
        return path

    return to_file


SERVICE_FAULTS = {
    "a deviation that can't be": (
        {"afw": 2.5},
        "feature “{id}”: column afw holds “2.5”; expected is a number from -2 to 2.",
    ),
    "a lost point": ({"won": 53}, "feature “{id}”: column won holds “53”; expected is a number from -2 to 2. " + LOST),
    "a number as text": ({"fys": "0,12"}, "feature “{id}”: column fys holds “0,12” where a number was expected."),
    "a class that is none": ({"kscore": 10}, "feature “{id}” has a class that isn't from 1 to 9."),
    "a year without a measurement": ({"year": "2023"}, "feature “{id}”: there is no measurement of 2023; " + MEASURED),
    "no year": ({"year": "20240"}, "feature “{id}” has no year; expected is a number like 2024."),
    "a level that is none": (
        {"scale": "straat"},
        "column scale holds “straat”; expected is one of grid, buurt, wijk, gemeente, pc4.",
    ),
}


@pytest.mark.parametrize("at", [NEAR, 399])
@pytest.mark.parametrize("fault", SERVICE_FAULTS)
def test_a_fault_in_features_of_the_service(refused, service, fault, at):
    values, said = SERVICE_FAULTS[fault]
    found = refused([service(at, **values)])
    assert found.startswith("buurt.geojson") and found.endswith(said.format(id=f"BU{at:08d}"))


@pytest.mark.parametrize("at", [NEAR, 399])
def test_features_of_the_service_without_or_with_another_s_code(refused, service, at):
    assert "column id is empty; expected is the code of an area." in refused([service(at, id="")])
    said = "buurt.geojson: a feature has the id “WK060600”; expected is a code like BU06060001."
    assert refused([service(at, id="WK060600")]) == said
    other = "BU00000100"
    assert refused([service(at, id=other)]) == f"buurt.geojson: {other} in 2024 stands there twice."


@pytest.mark.parametrize("missing", ["won", "year"])
def test_features_of_the_service_that_lack_a_column(refused, edition, service, missing):
    path = service(0)
    path.write_text(path.read_text(encoding="utf-8").replace(f'"{missing}": ', f'"x{missing}": '), encoding="utf-8")
    expected = "id, scale, year, afw, fys, onv, soc, vrz, won"
    assert refused([path]) == f"buurt.geojson lacks the column(s) {missing}; expected are {expected}."
