# SPDX-License-Identifier: GPL-2.0-or-later
"""A layout as PDF or PNG: letters as letters, title and language set, and the recipe attached to the PDF.

QGIS sets neither language nor attachments; both are appended as an incremental update (ISO 32000-1, 7.5.6), which
leaves every byte that QGIS wrote where it is.
"""

from __future__ import annotations

import re
import zlib
from collections.abc import Sequence
from pathlib import Path

from qgis.core import QgsLayoutExporter, QgsMapLayer, QgsPrintLayout, QgsProject

from ...engine.errors import WriteError
from ...pack.files.disk import beside
from ..content import AreaReport
from ..recipe import KEY
from ..steps import Steps
from .pages import page_steps
from .template import Template

_PICTURE_DPI = 200.0
_ATTACHED = f"{KEY}.json"


def pdf_steps(
    path: Path,
    project: QgsProject,
    title: str,
    template: Template,
    areas: Sequence[AreaReport],
    layers: Sequence[QgsMapLayer],
    language: str,
    recipe: str,
) -> Steps[None]:
    """Write areas as PDF, whole or not at all, in steps; WriteError when it can't be written."""
    with beside(path) as written:
        yield from page_steps(written, project, title, template, areas, layers)
        written.write_bytes(completed(written.read_bytes(), title, language, recipe))


def write_picture(layout: QgsPrintLayout, path: Path, page: int = 0) -> None:
    """Write a page of a layout as PNG; WriteError when it can't be written."""
    with beside(path) as written:
        image = QgsLayoutExporter(layout).renderPageToImage(page, dpi=_PICTURE_DPI)
        if image.isNull() or not image.save(str(written), "PNG"):
            raise _failed(path)


def _failed(path: Path) -> WriteError:
    return WriteError("{file} can't be written: is it open in another program, or the disk full?", file=path.name)


def completed(pdf: bytes, title: str, language: str, recipe: str) -> bytes:
    """A PDF with title, language and an attached recipe; as it was when it isn't built as QGIS builds them."""
    trailer = pdf.rfind(b"trailer")
    root = re.search(rb"/Root\s+(\d+)\s+0\s+R", pdf[trailer:]) if trailer >= 0 else None
    size = re.search(rb"/Size\s+(\d+)", pdf[trailer:]) if trailer >= 0 else None
    start = re.findall(rb"startxref\s+(\d+)", pdf)
    catalog = re.findall(rb"(?:^|\n)%d 0 obj\s*<<(.*?)>>\s*endobj" % int(root[1]), pdf, re.S) if root else []
    if not (root and size and start and catalog):
        return pdf
    first = int(size[1])
    stream = zlib.compress(recipe.encode())
    inner = re.sub(rb"/(Lang|ViewerPreferences)\b\s*(\([^)]*\)|<<.*?>>|\d+ 0 R)", b"", catalog[-1]).strip()
    objects = {
        int(root[1]): b"<< %s /Lang (%s) /ViewerPreferences << /DisplayDocTitle true >> /Names << /EmbeddedFiles "
        b"<< /Names [ (%s) %d 0 R ] >> >> >>" % (inner, language.encode(), _ATTACHED.encode(), first + 1),
        first: b"<< /Title %s /Creator (QGIS, leefbaar_plugin) >>" % _text(title),
        first + 1: b"<< /Type /Filespec /F (%s) /UF (%s) /EF << /F %d 0 R >> >>"
        % (_ATTACHED.encode(), _ATTACHED.encode(), first + 2),
        first + 2: b"<< /Type /EmbeddedFile /Subtype /application#2Fjson /Filter /FlateDecode /Length %d >>\n"
        b"stream\n%s\nendstream" % (len(stream), stream),
    }
    written, places = bytearray(pdf if pdf.endswith(b"\n") else pdf + b"\n"), {}
    for number, body in objects.items():
        places[number] = len(written)
        written += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    table = len(written)
    written += b"xref\n"
    for number, place in sorted(places.items()):
        written += b"%d 1\n%010d 00000 n \n" % (number, place)
    written += b"trailer\n<< /Size %d /Root %d 0 R /Info %d 0 R /Prev %d >>\nstartxref\n%d\n%%%%EOF\n" % (
        first + 3, int(root[1]), first, int(start[-1]), table
    )  # fmt: skip
    return bytes(written)


def attached_recipe(pdf: bytes) -> str | None:
    """The recipe that a PDF of ours carries; None for another PDF."""
    places = list(re.finditer(rb"/Type /EmbeddedFile[^\n]*/Length (\d+) >>\nstream\n", pdf))
    if not places or _ATTACHED.encode() not in pdf:
        return None
    start = places[-1].end()
    try:
        return zlib.decompress(pdf[start : start + int(places[-1][1])]).decode()
    except (zlib.error, UnicodeDecodeError):
        return None


def _text(text: str) -> bytes:
    """A text string of PDF: UTF-16 with its mark, in hexadecimal."""
    return b"<FEFF" + text.encode("utf-16-be").hex().upper().encode() + b">"
