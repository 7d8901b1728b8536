# SPDX-License-Identifier: GPL-2.0-or-later
"""Cells of a sheet of XLSX or ODS as they are typed: a number stays a number.

GDAL makes texts of a whole column as soon as it holds a title or a remark; a cell 1.234 can't be told from a text
1.234 then, and they may differ by a factor of a thousand.
"""

from __future__ import annotations

import re
import zipfile
import zlib
from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path, PurePosixPath

from osgeo import gdal

from ...engine.errors import InputError
from .written_numbers import Cell

SHEETS = {".xlsx", ".xlsm", ".ods"}
MOST_CELLS = 5_000_000
"""Of one table: all buurten of the country with 350 columns."""
MOST_COLUMNS = 16_384
_LARGEST_PART = 200 * 1024**2
_ROWS_AT_ONCE = 500
_ELEMENT, _TEXT, _ATTRIBUTE = 0, 1, 2
_DATE_FORMATS = {*range(14, 23), *range(27, 37), 45, 46, 47, *range(50, 59)}
_NO_DATE = re.compile(r'"[^"]*"|\\.|\[[^\]]*\]|_.|\*.')
_LETTERS = re.compile(r"[A-Z]{1,3}")
_BEGINNING = datetime(1899, 12, 30)
_LAST_DAY = 2_958_465
_DAMAGE = (zipfile.BadZipFile, zlib.error, OSError, EOFError, NotImplementedError, ValueError, KeyError, RuntimeError)
_UNKNOWN_ENTITY = re.compile(rb"&(?!#|lt;|gt;|amp;|quot;|apos;)")
"""GDAL ends a text where it meets one."""
_GROUPING = re.compile(rb"</?table:table-(?:header-rows|row-group|rows)\b[^>]*>")

Node = list


def sheet_names(path: Path) -> list[str]:
    """Names of the sheets of a file, in its order; InputError when it can't be read."""
    return list(_Book(path).names())


def read_sheet(path: Path, name: str) -> list[list[Cell]]:
    """Rows of a sheet, each up to its last cell that holds something: text without padding, number or None.

    Dates are texts. InputError when the file is damaged, protected by a password, or too large.
    """
    return _Book(path).rows(name)


class _Book:
    """A workbook, of which the parts are read when they're asked for."""

    def __init__(self, path: Path) -> None:
        gdal.UseExceptions()
        self._path = path
        self._open_document = path.suffix.lower() == ".ods"

    def names(self) -> dict[str, str]:
        """Part of the file by name of the sheet (of ODS: always the same)."""
        try:
            with zipfile.ZipFile(self._path) as archive:
                return self._names(archive)
        except _DAMAGE as problem:
            raise self._unreadable(problem) from problem

    def rows(self, name: str) -> list[list[Cell]]:
        """The rows of one sheet."""
        try:
            with zipfile.ZipFile(self._path) as archive:
                parts = self._names(archive)
                if name not in parts:
                    raise InputError("{file} has no sheet or layer {layer}.", file=self._path.name, layer=name)
                if self._open_document:
                    read = _open_document_rows(_table(self._part(archive, "content.xml"), list(parts).index(name)))
                else:
                    texts, dates = self._texts(archive), self._dates(archive)
                    read = _excel_rows(self._part(archive, parts[name]), texts, dates)
                return self._limited(read)
        except _DAMAGE as problem:
            raise self._unreadable(problem) from problem

    def _unreadable(self, problem: Exception) -> InputError:
        with self._path.open("rb") as file:
            if file.read(4) == b"\xd0\xcf\x11\xe0":
                return InputError(
                    "{file} is protected by a password, or saved in an old form of Excel. Save it as XLSX or CSV "
                    "without a password.",
                    file=self._path.name,
                )
        reason = str(problem).rstrip(".")
        return InputError("{file} can't be read as a table: {problem}.", file=self._path.name, problem=reason)

    def _limited(self, rows: Iterator[list[Cell]]) -> list[list[Cell]]:
        read, cells = [], 0
        for row in rows:
            while row and (row[-1] is None or row[-1] == ""):
                row.pop()
            cells += len(row)
            if cells > MOST_CELLS or len(row) > MOST_COLUMNS:
                raise InputError("{file} is too large for a table of areas.", file=self._path.name)
            read.append(row)
        return read

    def _part(self, archive: zipfile.ZipFile, name: str) -> bytes:
        if archive.getinfo(name).file_size > _LARGEST_PART:
            raise InputError("{file} is too large for a table of areas.", file=self._path.name)
        return archive.read(name)

    def _names(self, archive: zipfile.ZipFile) -> dict[str, str]:
        if self._open_document:
            content = self._part(archive, "content.xml")
            starts = re.findall(rb"<table:table\s[^>]*>", content)
            heads = [_parsed(start.rstrip(b"/>") + b"/>") for start in starts]
            return {_attributes(head).get("table:name", ""): "content.xml" for head in heads}
        related = _parsed(self._part(archive, "xl/_rels/workbook.xml.rels"))
        targets = {one.get("Id"): one.get("Target", "") for one in map(_attributes, _named(related, "Relationship"))}
        book = _parsed(self._part(archive, "xl/workbook.xml"))
        found = {}
        for sheet in (_attributes(one) for one in _named(book, "sheet")):
            identity = next((value for key, value in sheet.items() if key.endswith(":id")), "")
            target = targets.get(identity, "")
            found[sheet.get("name", "")] = str(PurePosixPath("xl") / target).removeprefix("/")
        return found

    def _texts(self, archive: zipfile.ZipFile) -> list[str]:
        """The texts that cells of XLSX refer to by number."""
        name = "xl/sharedStrings.xml"
        if name not in archive.namelist():
            return []
        content = self._part(archive, name)
        return [_text_of(item) for piece in _pieces(content, b"sst", b"si") for item in _named(piece, "si")]

    def _dates(self, archive: zipfile.ZipFile) -> set[int]:
        """Numbers of the styles of XLSX that show a number as date or time."""
        name = "xl/styles.xml"
        if name not in archive.namelist():
            return set()
        styles = _parsed(self._part(archive, name))
        own = {one.get("numFmtId"): one.get("formatCode", "") for one in map(_attributes, _named(styles, "numFmt"))}
        kinds = [form for group in _named(styles, "cellXfs") for form in _named(group, "xf")]
        found = set()
        for number, form in enumerate(map(_attributes, kinds)):
            identity = form.get("numFmtId", "0")
            shape = _NO_DATE.sub("", own.get(identity, "")).lower()
            if (identity.isdigit() and int(identity) in _DATE_FORMATS and identity not in own) or (
                shape != "general" and set(shape) & set("dmyhs")
            ):
                found.add(number)
        return found


def _parsed(content: bytes) -> Node:
    """The outermost element of a part; RuntimeError or UnicodeError when it is damaged."""
    if _UNKNOWN_ENTITY.search(content):
        raise ValueError("entity")
    tree = gdal.ParseXMLString(content.decode("utf-8-sig"))
    elements = [tree] if tree and tree[1] else [one for one in (tree or [])[2:] if one[0] == _ELEMENT]
    for one in elements:
        if one[0] == _ELEMENT and not one[1].startswith("?"):
            return one
    raise ValueError("no XML")


def _pieces(content: bytes, outer: bytes, inner: bytes) -> Iterator[Node]:
    """An element in pieces of some hundred of its inner ones, so that a large sheet takes little memory.

    All that stands in it is parsed, so that damage anywhere is noticed.
    """
    opening = re.search(rb"<((?:\w+:)?)" + outer + rb"\b[^>]*>", content)
    if opening is None:
        raise ValueError(f"no {outer.decode()}")
    if opening.group().endswith(b"/>"):
        return
    closing = content.rfind(b"</" + opening[1] + outer)
    if closing < 0:
        raise ValueError(f"no end of {outer.decode()}")
    _parsed(content[: opening.end()] + content[closing:])
    head, tail = b"<" + opening[1] + outer + b">", b"</" + opening[1] + outer + b">"
    end = b"</" + opening[1] + inner
    begin = opening.end()
    while begin < closing:
        at = begin
        for _ in range(_ROWS_AT_ONCE):
            found = content.find(end, at, closing)
            if found < 0:
                at = closing
                break
            at = content.find(b">", found) + 1
        yield _parsed(head + content[begin:at] + tail)
        begin = at


def _attributes(node: Node) -> dict[str, str]:
    return {one[1]: one[2][1] if len(one) > 2 else "" for one in node[2:] if one[0] == _ATTRIBUTE}


def _named(node: Node, name: str) -> Iterator[Node]:
    """Elements of a name, whatever its prefix, anywhere within; not within each other."""
    for one in node[2:]:
        if one[0] == _ELEMENT:
            if one[1].rpartition(":")[2] == name:
                yield one
            else:
                yield from _named(one, name)


def _text_of(node: Node) -> str:
    """The text within an element; not that of how it is pronounced."""
    parts = []
    for one in node[2:]:
        if one[0] == _TEXT:
            parts.append(one[1])
        elif one[0] == _ELEMENT and one[1].rpartition(":")[2] not in ("rPh", "annotation"):
            parts.append(_text_of(one))
    return "".join(parts)


def _excel_rows(content: bytes, texts: list[str], dates: set[int]) -> Iterator[list[Cell]]:
    place = 0
    for piece in _pieces(content, b"sheetData", b"row"):
        for row in _named(piece, "row"):
            number = int(_attributes(row).get("r", place + 1))
            if not place < number <= 1_048_576:
                raise ValueError(f"row {number}")
            for _ in range(number - place - 1):
                yield []
            place = number
            cells: list[Cell] = []
            for cell in _named(row, "c"):
                about = _attributes(cell)
                letters = _LETTERS.match(about.get("r", ""))
                column = _column(letters.group()) if letters else len(cells)
                if not len(cells) <= column < MOST_COLUMNS:
                    raise ValueError(f"cell {about.get('r')}")
                cells += [None] * (column - len(cells))
                cells.append(_excel_cell(cell, about, texts, dates))
            yield cells


def _column(letters: str) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - ord("A") + 1
    return number - 1


def _excel_cell(cell: Node, about: dict[str, str], texts: list[str], dates: set[int]) -> Cell:
    kind = about.get("t", "n")
    if kind == "inlineStr":
        return "".join(_text_of(one) for one in _named(cell, "is")).strip()
    value = "".join(_text_of(one) for one in _named(cell, "v")).strip()
    if not value:
        return None
    if kind == "s":
        place = int(value)
        if not 0 <= place < len(texts):
            raise ValueError(f"text {value}")
        return texts[place].strip()
    if kind == "n":
        number = float(value)
        return _date(number) if int(about.get("s") or 0) in dates else number
    return float(value) if kind == "b" else value


def _date(days: float) -> Cell:
    """A date as text, for no sum can be made of it."""
    if not 0 <= days <= _LAST_DAY:
        return days
    moment = _BEGINNING + timedelta(days=days)
    return moment.strftime("%H:%M:%S") if days < 1 else moment.isoformat(" ").removesuffix(" 00:00:00")


def _table(content: bytes, number: int) -> bytes:
    """The part of content.xml that is one table, with its rows side by side."""
    starts = [found.start() for found in re.finditer(rb"<table:table\s", content)]
    opening = re.compile(rb"<table:table\s[^>]*>").match(content, starts[number])
    if opening is not None and opening.group().endswith(b"/>"):
        return b""
    end = content.find(b"</table:table>", starts[number])
    if end < 0:
        raise ValueError("no end of a table")
    return _GROUPING.sub(b"", content[starts[number] : end + len(b"</table:table>")])


def _open_document_rows(content: bytes) -> Iterator[list[Cell]]:
    blank = 0
    for piece in _pieces(content, b"table", b"table-row") if content else ():
        for row in _named(piece, "table-row"):
            cells = _open_document_cells(row)
            times = int(_attributes(row).get("table:number-rows-repeated", 1))
            if not any(cell not in (None, "") for cell in cells):
                blank += times  # a sheet ends in a million of these
                continue
            if times < 1 or (blank + times) > 1_048_576:
                raise ValueError(f"{times} rows")
            for _ in range(blank):
                yield []
            blank = 0
            for _ in range(times):
                yield list(cells)


def _open_document_cells(row: Node) -> list[Cell]:
    cells: list[Cell] = []
    blank = 0
    for cell in row[2:]:
        if cell[0] != _ELEMENT or cell[1].rpartition(":")[2] not in ("table-cell", "covered-table-cell"):
            continue
        about = _attributes(cell)
        value, times = _open_document_cell(cell, about), int(about.get("table:number-columns-repeated", 1))
        if value in (None, ""):
            blank += times
            continue
        if times < 1 or len(cells) + blank + times > MOST_COLUMNS:
            raise ValueError(f"{times} columns")
        cells += [None] * blank + [value] * times
        blank = 0
    return cells


def _open_document_cell(cell: Node, about: dict[str, str]) -> Cell:
    kind = about.get("office:value-type", "")
    if kind in ("float", "currency", "percentage"):
        return float(about["office:value"])
    if kind in ("date", "time", "boolean"):
        return about.get(f"office:{kind}-value", "")
    return " ".join(_text_of(one).strip() for one in _named(cell, "p")).strip() or None
