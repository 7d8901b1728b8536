# SPDX-License-Identifier: GPL-2.0-or-later
"""Names that are markup, templates or endless, and what of them a user sees in a window."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from qgis.core import QgsLayerTreeModel
from qgis.PyQt.QtCore import QAbstractItemModel, QAbstractListModel, QModelIndex, Qt
from qgis.PyQt.QtGui import QStandardItemModel, QTextDocument
from qgis.PyQt.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAction,
    QComboBox,
    QGroupBox,
    QHeaderView,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QTabBar,
    QTextEdit,
    QWidget,
)

BEGIN, END = "Qq", "Zz"
"""Around every hostile name, so that one that lost a part is found out."""
PICTURE = "file:///dev/shm/none/leak.png"
KINDS = {
    "image": f'<img src="{PICTURE}">',
    "open tag": "<b",
    "less and and": "<50 & klein &amp; &lt;i&gt;",
    "template": "{0} {name} {year!r:>9} {} %s %1",
    "lines": "een\ntwee",
    "endless": "x" * 5000,
    "markup": "<h1>kop</h1><a href='http://example.org'>hier</a><br><table><tr><td>",
    "quotes": "'\"`[% 1+1 %]\\",
}


EVERYTHING, ENDLESS = "everything", "endless"
ALL_AT_ONCE = " ".join(
    KINDS[one] for one in ("template", "less and and", "lines", "quotes", "image", "markup", "open tag")
)


def name_of(kind: str, who: str) -> str:
    """A hostile name of something, which `who` tells; what is numbered has the kinds in turn."""
    if who[-1].isdigit():
        kind = list(KINDS)[int(who[-1]) % len(KINDS)]
    return f"{BEGIN}{who}{ALL_AT_ONCE if kind == EVERYTHING else KINDS[kind]}{END}"


def as_seen(text: str) -> str:
    """Text as people compare it: blanks of any kind are one."""
    return " ".join(text.replace("\u2028", " ").replace("\u200b", "").split())


def rendered(text: str) -> str:
    """What Qt shows of a text that it takes for rich text."""
    document = QTextDocument()
    document.setHtml(text)
    return document.toPlainText()


def plain_or_rich(text: str) -> str:
    """What Qt shows of a text that it looks at before it decides."""
    return rendered(text) if Qt.mightBeRichText(text) else text


def without_keys(text: str) -> str:
    """What stands on a button: && is an ampersand, & stands before a key."""
    return text.replace("&&", "\0").replace("&", "").replace("\0", "&")


def texts_of(widget: QWidget) -> Iterator[tuple[str, str]]:
    """Everything that a widget shows or tells, with where it is."""
    yield "tip", plain_or_rich(widget.toolTip())
    yield "what's this", plain_or_rich(widget.whatsThis())
    yield "title", widget.windowTitle()
    if isinstance(widget, QLabel):
        kind = widget.textFormat()
        text = widget.text()
        if kind == Qt.TextFormat.PlainText:
            yield "label", without_keys(text) if widget.buddy() is not None else text
        else:
            yield "label", rendered(text) if kind == Qt.TextFormat.RichText else plain_or_rich(text)
    elif isinstance(widget, QAbstractButton):
        yield "button", without_keys(widget.text())
    elif isinstance(widget, QGroupBox):
        yield "box", without_keys(widget.title())
    elif isinstance(widget, QLineEdit):
        yield "field", widget.text()
        yield "placeholder", widget.placeholderText()
    elif isinstance(widget, QTextEdit | QPlainTextEdit):
        yield "text", widget.toPlainText()
    elif isinstance(widget, QTabBar):
        for at in range(widget.count()):
            yield "tab", without_keys(widget.tabText(at))
            yield "tip", plain_or_rich(widget.tabToolTip(at))
    if isinstance(widget, QComboBox):
        yield from texts_of_model(widget.model())
    elif isinstance(widget, QHeaderView):
        yield from texts_of_header(widget)
    elif isinstance(widget, QAbstractItemView) and widget.model() is not None:
        yield from texts_of_model(widget.model())
    for action in widget.actions():
        yield from texts_of_action(action)


def texts_of_action(action: QAction) -> Iterator[tuple[str, str]]:
    """Text and tip of a menu's entry."""
    yield "action", without_keys(action.text())
    yield "tip", plain_or_rich(action.toolTip())


def texts_of_model(model: QAbstractItemModel, parent: QModelIndex | None = None) -> Iterator[tuple[str, str]]:
    """Texts and tips of all cells."""
    parent = QModelIndex() if parent is None else parent
    columns = 1 if isinstance(model, QAbstractListModel) else model.columnCount(parent)
    for row in range(model.rowCount(parent)):
        for column in range(columns):
            index = model.index(row, column, parent)
            yield "cell", str(index.data(Qt.ItemDataRole.DisplayRole) or "")
            yield "tip", plain_or_rich(str(index.data(Qt.ItemDataRole.ToolTipRole) or ""))
            if column == 0 and isinstance(model, QgsLayerTreeModel | QStandardItemModel):
                yield from texts_of_model(model, index)


def texts_of_header(header: QHeaderView) -> Iterator[tuple[str, str]]:
    """Titles and tips of columns."""
    for at in range(header.count() if header.model() is not None else 0):
        yield "heading", str(header.model().headerData(at, header.orientation()) or "")
        tip = header.model().headerData(at, header.orientation(), Qt.ItemDataRole.ToolTipRole)
        yield "tip", plain_or_rich(str(tip or ""))


def mangled(text: str, names: Iterable[str]) -> list[str]:
    """Hostile names that a text holds only in part, or as an image; empty when it shows all of them whole.

    One that is cut off by "…" for want of room is whole as far as it goes.
    """
    seen, wanted, problems = as_seen(text), [as_seen(name) for name in names], []
    at = seen.find(BEGIN)
    while at >= 0:
        rest = seen[at:]
        cut = rest[: rest.find("…")].rstrip() if "…" in rest else None
        if not any(rest.startswith(name) or (cut and name.startswith(cut)) for name in wanted):
            problems.append(f"not whole: {rest[:200]!r}")
        at = seen.find(BEGIN, at + 1)
    if "\ufffc" in text:
        problems.append(f"an image: {seen[:300]!r}")
    return problems
