# SPDX-License-Identifier: GPL-2.0-or-later
"""OpenDocument text as Qt writes it, finished: real headings, styles, alternative texts, language, and the recipe.

Qt writes paragraphs, tables and pictures; no headings, no styles and no description. What it wrote stays as it is but
for those; the recipe lies in the file as `leefbaarometer_recipe.json`, where other programs leave it alone.
"""

from __future__ import annotations

import re
import zipfile
from collections.abc import Mapping
from dataclasses import dataclass
from html import escape
from pathlib import Path

from qgis.PyQt.QtGui import QTextDocument, QTextDocumentWriter

from ..engine.errors import WriteError
from ..pack.files.disk import beside
from ..pack.files.resources import resource_path
from .recipe import KEY

ATTACHED = f"{KEY}.json"
_LARGEST = 200 * 1024**2
_MARKS = "\ue000\ue001\ue002\ue003\ue004"
"""Signs for private use, in front of a heading of that level until the headings are made."""
_UNMARKED = dict.fromkeys(map(ord, _MARKS))
_CONTENT, _MANIFEST = "content.xml", "META-INF/manifest.xml"
_PARAGRAPH = re.compile(
    r'<text:p text:style-name="[^"]*">\s*<text:span[^>]*>([\ue001-\ue004])([^<]*)</text:span>\s*</text:p>'
)
_TABLE = re.compile(r"(<table:table table:style-name=.*?)(<table:table-row>.*?</table:table-row>)", re.S)
_FRAME = re.compile(r'(<draw:frame draw:name="([^"]+)".*?)(\s*</draw:frame>)', re.S)

_PLACE = re.compile(r'<draw:frame draw:name="([^"]+)"[^>]*>\s*<draw:image [^>]*?xlink:href="([^"]+)"')
"""Name of a picture, and its file."""


def heading(text: str, level: int) -> str:
    """A text that becomes a heading of a level (1 to 4)."""
    return _MARKS[level] + " ".join(unmarked(text).split())


def unmarked(text: str) -> str:
    """A text that becomes no heading, whatever a user wrote in a name."""
    return text.translate(_UNMARKED)


@dataclass(frozen=True)
class Picture:
    """A picture of a document: its PNG, and what it shows in words."""

    png: bytes
    description: str


def write_odt(
    path: Path, text: QTextDocument, pictures: Mapping[str, Picture], title: str, language: str, recipe: str
) -> None:
    """Write a document, whole or not at all; the pictures come in the places of those with their names in the text.

    WriteError when it can't be written.
    """
    with beside(path) as written:
        raw = written.with_suffix(".raw")
        writer = QTextDocumentWriter(str(raw), b"odf")
        if not writer.write(text):
            raise WriteError(
                "{file} can't be written: is it open in another program, or the disk full?", file=path.name
            )
        _finish(raw, written, pictures, title, language, recipe)
        raw.unlink()


def attached(path: Path) -> str:
    """The recipe in a document; "" when it has none or is no document."""
    try:
        with zipfile.ZipFile(path) as archive:
            if ATTACHED not in archive.namelist() or archive.getinfo(ATTACHED).file_size > _LARGEST:
                return ""
            return archive.read(ATTACHED).decode("utf-8")
    except (OSError, zipfile.BadZipFile, NotImplementedError, RuntimeError, UnicodeDecodeError):
        return ""


def _finish(raw: Path, written: Path, pictures: Mapping[str, Picture], title: str, language: str, recipe: str) -> None:
    tongue, _, country = language.partition("-")
    styles = resource_path("report", "styles.xml").read_text(encoding="utf-8")
    added = {
        "styles.xml": styles.replace("@language@", tongue).replace("@country@", country),
        "meta.xml": _META.format(title=escape(title), language=language),
        ATTACHED: recipe,
    }
    with zipfile.ZipFile(raw) as source, zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as target:
        text = source.read(_CONTENT).decode("utf-8")
        places = {where: pictures[name].png for name, where in _PLACE.findall(text) if name in pictures}
        for entry in source.infolist():
            data = places.get(entry.filename) or source.read(entry)
            if entry.filename == _CONTENT:
                data = _content(text, pictures).encode("utf-8")
            elif entry.filename == _MANIFEST:
                data = _manifest(data.decode("utf-8"), added).encode("utf-8")
            packed = entry.filename == "mimetype" or entry.filename in places
            target.writestr(entry.filename, data, zipfile.ZIP_STORED if packed else zipfile.ZIP_DEFLATED)
        for name, body in added.items():
            target.writestr(name, body)


def _content(text: str, pictures: Mapping[str, Picture]) -> str:
    def as_heading(found: re.Match[str]) -> str:
        level = _MARKS.index(found[1])
        name = f"Heading_20_{level}"
        return f'<text:h text:style-name="{name}" text:outline-level="{level}">{found[2]}</text:h>'

    def with_title(found: re.Match[str]) -> str:
        said = escape(pictures[found[2]].description) if found[2] in pictures else ""
        return f"{found[1]}<svg:title>{said}</svg:title>{found[3]}"

    text = text.replace("<style:table-properties ", '<style:table-properties style:may-break-between-rows="false" ')
    text = _PARAGRAPH.sub(as_heading, text)
    text = _TABLE.sub(r"\1<table:table-header-rows>\2</table:table-header-rows>", text)
    return _FRAME.sub(with_title, text)


def _manifest(text: str, added: Mapping[str, str]) -> str:
    kinds = {".xml": "text/xml", ".json": "application/json"}
    rows = "".join(
        f' <manifest:file-entry manifest:media-type="{kinds[Path(name).suffix]}" manifest:full-path="{name}"/>\n'
        for name in added
    )
    return text.replace("</manifest:manifest>", f"{rows}</manifest:manifest>")


_META = """<?xml version="1.0" encoding="UTF-8"?>
<office:document-meta xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" \
xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:meta="urn:oasis:names:tc:opendocument:xmlns:meta:1.0" \
office:version="1.2"><office:meta><meta:generator>QGIS, leefbaar_plugin</meta:generator><dc:title>{title}</dc:title>\
<dc:language>{language}</dc:language></office:meta></office:document-meta>
"""
