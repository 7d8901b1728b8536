# SPDX-License-Identifier: GPL-2.0-or-later
"""Attacks on tables of users: text in all dialects, sheets, databases; judged by openpyxl and by simple reading."""

from __future__ import annotations

import csv
import io
import random
import re
import warnings
import zipfile
from pathlib import Path

import numpy as np
from openpyxl import Workbook, load_workbook
from osgeo import ogr

from leefbaar_plugin.analysis.relations.joined_table import guess_code_column, join
from leefbaar_plugin.pack.official import read_level
from leefbaar_plugin.pack.tables.user_table import UserTable, layers_of, read_user_table
from tests.builders import Edition
from tests.soak import mutate, oracle
from tests.soak.inputs import Attack, Judged
from tests.soak.outcome import HELD, TOLD, WRONG

HEADER = ("buurtcode", "naam", "aandeel", "aantal")
_PLAIN = re.compile(r"-?[0-9]{1,3}([.,][0-9]{1,2})?")
"""Numbers that can mean one thing only."""


def rows() -> list[tuple[str, str, float, int]]:
    """A share and a count for each buurt, and for some that the pack lacks."""
    codes = [(code, name) for code, name, _ in Edition.BUURTEN] + [(f"BU0003{n:04d}", f"é {n}") for n in range(30)]
    return [(code, name, n * 1.25 + 0.5, 1000 + 37 * n) for n, (code, name) in enumerate(codes)]


class TextTable(Attack):
    """CSV as Excel, R and people write it."""

    kind = "user tables: text"

    def once(self, chance: random.Random, folder: Path) -> Judged:
        """A damaged table, read, joined and compared with a simple reading."""
        delimiter = chance.choice((";", ",", "\t"))
        comma = delimiter == ";"

        def cell(value: object) -> str:
            text = str(value)
            return text.replace(".", ",") if comma and isinstance(value, float) else text

        lines = [delimiter.join(HEADER), *(delimiter.join(map(cell, row)) for row in rows())]
        if chance.random() < 0.3:
            lines.insert(0, "Kerncijfers 2024")
        content = "\r\n".join([*lines, ""]).encode(chance.choice(("utf-8", "utf-8-sig", "latin-1")))
        path = folder / chance.choice(("t.csv", "t.txt", "t.tsv"))
        path.write_bytes(mutate.text_table(content, chance, delimiter.encode()))
        table = read_user_table(path)
        used(self, table)
        return _as_simply_read(table, path.read_bytes(), delimiter)


def used(attack: Attack, table: UserTable) -> None:
    """All that the plugin does with a table: numbers, codes, joining."""
    known = {level: read_level(attack.pack, level, outlines=False).code for level in attack.pack.levels}
    names = table.number_columns()
    level, code, _ = guess_code_column(table, known)
    if level:
        join(table, code, level, known[level], names[0] if names else "")


def _as_simply_read(table: UserTable, content: bytes, delimiter: str) -> Judged:
    """Numbers that can mean one thing only are that, in rows with as many cells as the header."""
    text = content.decode("utf-8-sig", "replace")
    try:
        lines = [row for row in csv.reader(io.StringIO(text, newline=""), delimiter=delimiter) if any(row)]
    except csv.Error:
        return TOLD, ""
    at = next((n for n, row in enumerate(lines) if [one.strip() for one in row] == list(table.columns)), None)
    told = any(note.kind for note in table.notes)
    if at is None:
        return TOLD if told else HELD, ""
    body = [row for row in lines[at + 1 :] if any(cell.strip() for cell in row)]
    if len(body) != len(table):
        return WRONG, f"{len(table)} rows of {len(body)}"
    for place, name in enumerate(table.columns):
        found = table.numbers(name)
        plain = [cell.strip() for row in body for cell in row[place : place + 1] if _PLAIN.fullmatch(cell.strip())]
        if {sign for cell in plain for sign in ".," if sign in cell} == {".", ","}:
            if not found.notes:
                return WRONG, f"{name} has numbers of two dialects, and nothing is said"
            told = True
            continue  # those of the other dialect are told as no numbers
        for row, value in zip(body, found.values.tolist(), strict=True):
            cell = row[place].strip() if place < len(row) else ""
            if _PLAIN.fullmatch(cell) and not oracle.same([value], [float(cell.replace(",", "."))]):
                return WRONG, f"{name}: {cell!r} was read as {value}"
        told = told or bool(found.notes)
    return TOLD if told else HELD, ""


class Sheet(Attack):
    """XLSX and ODS, damaged as files and inside."""

    kind = "user tables: sheets"

    def prepare(self, folder: Path) -> None:
        """A workbook with a cover sheet and a title, and the same rows as ODS."""
        super().prepare(folder)
        book = Workbook()
        book.active.append(["Gemeente"])
        sheet = book.create_sheet("cijfers")
        for row in ([["Kerncijfers"]], [[]], [list(HEADER)], [list(row) for row in rows()]):
            for cells in row:
                sheet.append(cells)
        self.xlsx, self.ods = folder.with_name("t.xlsx"), folder.with_name("t.ods")
        book.save(self.xlsx)
        made = ogr.GetDriverByName("ODS").CreateDataSource(str(self.ods))
        layer = made.CreateLayer("cijfers")
        for name, kind in zip(HEADER, (ogr.OFTString, ogr.OFTString, ogr.OFTReal, ogr.OFTInteger)):
            layer.CreateField(ogr.FieldDefn(name, kind))
        for row in rows():
            feature = ogr.Feature(layer.GetLayerDefn())
            for at, value in enumerate(row):
                feature.SetField(at, value)
            layer.CreateFeature(feature)
        del feature, layer, made

    def once(self, chance: random.Random, folder: Path) -> Judged:
        """The file damaged, or the parts in it."""
        given = chance.choice((self.xlsx, self.ods))
        path = folder / given.name
        path.write_bytes(_damaged(given.read_bytes(), chance))
        layers_of(path)
        table = read_user_table(path)
        used(self, table)
        if path.suffix == ".xlsx":
            return _as_openpyxl(table, path)
        return _as_written(table)


def _damaged(content: bytes, chance: random.Random) -> bytes:
    if chance.random() < 0.4:
        return mutate.archive(content, chance)
    with zipfile.ZipFile(io.BytesIO(content)) as given:
        members = {info.filename: given.read(info) for info in given.infolist()}
    parts = [name for name in members if name.endswith((".xml", ".rels"))]
    likely = [name for name in parts if "sheet" in name or "content" in name or "shared" in name]
    name = chance.choice(likely if chance.random() < 0.8 and likely else parts)
    members[name] = mutate.bytes_of(members[name], chance)
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as target:
        for one, inner in members.items():
            target.writestr(one, inner)
    return made.getvalue()


def _as_openpyxl(table: UserTable, path: Path) -> Judged:
    """Numbers in the columns of the table are those that openpyxl reads, in the same order."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            book = load_workbook(path, data_only=True)
            name = table.label.rpartition(" › ")[2]
            sheet = book[name] if name in book.sheetnames else book.worksheets[0]
            cells = [list(row) for row in sheet.iter_rows(values_only=True)]
        except Exception:  # what it can't read, it can't judge
            return _as_written(table)
    filled = [row for row in cells if any(cell not in (None, "") for cell in row)]
    body = filled[len(filled) - len(table) :]
    for place, column in enumerate(table.columns):
        values = table.numbers(column).values.tolist()
        if len(body) != len(values):  # of a damaged sheet openpyxl makes out fewer rows, so it can't judge
            return _as_written(table)
        for row, value in zip(body, values, strict=True):
            cell = row[place] if place < len(row) else None
            if isinstance(cell, int | float) and not isinstance(cell, bool) and np.isfinite(cell):
                coded = float(cell) <= -99990
                if not coded and not oracle.same([value], [float(cell)], 1e-6):
                    return WRONG, f"{column}: {cell!r} was read as {value}"
    return HELD, ""


def _as_written(table: UserTable) -> Judged:
    """Numbers in rows whose code is whole are those that were written, or a damaged file would have been accepted."""
    if not {"buurtcode", "aandeel"} <= set(table.columns):
        return TOLD, "other columns"
    known = {row[0]: row for row in rows()}
    shares = table.numbers("aandeel").values.tolist()
    for code, value in zip(table.column("buurtcode"), shares, strict=True):
        row = known.get(str(code))
        if row is not None and value == value and abs(value - row[2]) > 1e-9 and abs(value / row[2]) in (1000, 0.001):
            return WRONG, f"{code}: {value}, written was {row[2]}"
    return HELD, ""


class MapTable(Attack):
    """Tables in GeoPackages, shapefiles and dBase files."""

    kind = "user tables: databases"

    def prepare(self, folder: Path) -> None:
        """The same rows in three formats."""
        super().prepare(folder)
        self.paths = []
        for ending, driver in ((".gpkg", "GPKG"), (".dbf", "ESRI Shapefile"), (".geojson", "GeoJSON"), (".kml", "KML")):
            path = folder.with_name(f"t{ending}")
            made = ogr.GetDriverByName(driver).CreateDataSource(str(path))
            layer = made.CreateLayer("t", geom_type=ogr.wkbNone if ending in (".gpkg", ".dbf") else ogr.wkbPoint)
            for name, kind in zip(HEADER, (ogr.OFTString, ogr.OFTString, ogr.OFTReal, ogr.OFTInteger)):
                layer.CreateField(ogr.FieldDefn(name[:10], kind))
            for row in rows():
                feature = ogr.Feature(layer.GetLayerDefn())
                for at, value in enumerate(row):
                    feature.SetField(at, value)
                if ending in (".geojson", ".kml"):
                    feature.SetGeometry(ogr.CreateGeometryFromWkt("POINT (4 52)"))
                layer.CreateFeature(feature)
            del feature, layer, made
            self.paths.append(path)

    def once(self, chance: random.Random, folder: Path) -> Judged:
        """The file damaged."""
        given = chance.choice(self.paths)
        path = folder / given.name
        path.write_bytes(mutate.bytes_of(given.read_bytes(), chance))
        for layer in layers_of(path):
            used(self, read_user_table(path, layer))
        return HELD, ""
