# SPDX-License-Identifier: GPL-2.0-or-later
"""Layout templates: those that come along, and those of an organisation's own."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from qgis.core import QgsLayoutItemRegistry
from qgis.PyQt.QtXml import QDomDocument, QDomElement

from ...engine.errors import InputError
from ...pack.files.resources import resource_path

PORTRAIT, LANDSCAPE = "portrait", "landscape"
TEMPLATE_ENDING = ".qpt"
_ITEM, _TABLE = "LayoutItem", "LayoutMultiFrame"
_AT_ONCE = 9
"""Items that are loaded at once; more hold the interface for long."""


@dataclass(frozen=True)
class Template:
    """A layout template: its name for people, and its file."""

    name: str
    path: Path


def own_template(orientation: str) -> Template:
    """The template that comes along."""
    return Template(orientation, resource_path("report", orientation + TEMPLATE_ENDING))


def templates_in(folder: str) -> list[Template]:
    """Templates of an organisation's own, by name; none without a folder or when it can't be read."""
    if not folder:
        return []
    try:
        found = sorted(Path(folder).glob("*" + TEMPLATE_ENDING))
    except OSError:
        return []
    return [Template(path.stem, path) for path in found]


def read_template(template: Template) -> QDomDocument:
    """Its XML; InputError when the file is no template."""
    document = QDomDocument()
    try:
        text = template.path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as problem:
        raise no_template(template) from problem
    document.setContent(text)
    if document.documentElement().tagName() != "Layout":
        raise no_template(template)
    return document


def in_pieces(document: QDomDocument) -> tuple[QDomDocument, ...]:
    """A template in pieces to load one after the other, of some items each."""
    root = document.documentElement()
    items = [one for one in _children(root) if one.tagName() == _ITEM]
    group = str(int(QgsLayoutItemRegistry.ItemType.LayoutGroup))  # what is grouped is loaded together
    together = any(one.attribute("type") == group for one in items)
    if together or any(one.tagName() == _TABLE for one in _children(root)):
        return (document,)
    pieces = [document]
    for at in range(_AT_ONCE, len(items), _AT_ONCE):
        piece = QDomDocument()
        piece.appendChild(piece.importNode(root, False))
        for item in items[at : at + _AT_ONCE]:
            piece.documentElement().appendChild(piece.importNode(item, True))
            root.removeChild(item)
        pieces.append(piece)
    return tuple(pieces)


def _children(root: QDomElement) -> list[QDomElement]:
    found = root.childNodes()
    return [found.at(at).toElement() for at in range(found.count())]


def no_template(template: Template) -> InputError:
    """What is said of a template that can't be used."""
    return InputError("{file} is no layout template of QGIS that can be used.", file=template.path.name)
