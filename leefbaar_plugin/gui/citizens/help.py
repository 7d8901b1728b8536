# SPDX-License-Identifier: GPL-2.0-or-later
"""Help that works offline: pages of `resources/help` and the glossary, in the language of the interface."""

from __future__ import annotations

from html import escape
from pathlib import Path

from qgis.gui import QgsGui
from qgis.PyQt.QtCore import QTimer, QUrl
from qgis.PyQt.QtGui import QTextCharFormat, QTextCursor, QTextDocument
from qgis.PyQt.QtWidgets import (
    QDialogButtonBox,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QTextBrowser,
    QVBoxLayout,
    QWidget,
)

from ...analysis.glossary import Term, certainty, glossary
from ...engine.model import in_language
from ...pack.files.resources import resource_path
from ...pack.name_search import folded
from ...translation import language, mark, tr, translated, trn
from ..widgets.tab_order import OrderedDialog, named
from .help_key import INDEX

GLOSSARY = "glossary"
_TITLED = {
    "aggregateareas": mark("Figures of areas"),
    "gridlayer": mark("Layer of squares by class"),
    "importedition": mark("Import an edition"),
    "recomputescores": mark("Recompute scores of squares"),
}
_SIZE = (760, 620)


class HelpDialog(OrderedDialog):
    """The help window: pages, the way back, and a search through the glossary. It stays open beside the work."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("LeefbaarometerHelp")
        self.setWindowTitle(tr("Leefbaarometer: help"))
        self.browser = named(Pages(self), tr("Help"))
        self.browser.setObjectName("LeefbaarometerHelpText")
        self.search = QLineEdit(self)
        self.search.setObjectName("LeefbaarometerHelpSearch")
        self.search.setPlaceholderText(tr("Search the glossary…"))
        self.search.setClearButtonEnabled(True)
        self.search.setAccessibleName(tr("Search the glossary"))
        self.back = QPushButton(tr("Back"), self)
        buttons = [QPushButton(tr("Contents"), self), QPushButton(tr("Glossary"), self)]
        row = QHBoxLayout()
        for button in (self.back, *buttons):
            button.setAutoDefault(False)
            row.addWidget(button)
        row.addWidget(self.search, 1)
        close = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        column = QVBoxLayout(self)
        column.addLayout(row)
        column.addWidget(self.browser, 1)
        column.addWidget(close)
        self.resize(*_SIZE)
        QgsGui.enableAutoGeometryRestore(self)
        self.back.setEnabled(False)
        self.back.clicked.connect(self.browser.backward)
        self.browser.backwardAvailable.connect(self.back.setEnabled)
        buttons[0].clicked.connect(lambda: self.open_page(INDEX))
        buttons[1].clicked.connect(lambda: self.open_page(GLOSSARY))
        self.search.textChanged.connect(self._search)
        close.rejected.connect(self.close)
        self.open_page(INDEX)

    def open_page(self, page: str, term: str = "") -> None:
        """Show a page, at a term when it is the glossary."""
        self.search.clear()
        self.browser.go(QUrl(f"{page}#{term}" if term else page))

    def _search(self, text: str) -> None:
        if text.strip():
            self.browser.setHtml(glossary_html(language(), text))
        else:
            self.browser.reload()


class Pages(QTextBrowser):
    """A browser of our pages only: what isn't one of them stays closed, so that nothing ever asks for the network."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setOpenLinks(False)
        self.anchorClicked.connect(self.go)
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.timeout.connect(lambda: self.scrollToAnchor(self.source().fragment()))

    def go(self, url: QUrl) -> None:
        """Show a page of ours, at the fragment of the address; an address of anything else does nothing."""
        page = url.path() or self.source().path()
        if url.scheme() or not (page == GLOSSARY or page_path(page, language())):
            return
        fragment = url.fragment()
        self.setSource(QUrl(f"{page}#{fragment}" if fragment else page))
        if fragment:  # once more when the page has its size
            self._later.start()

    def loadResource(self, _kind: int, url: QUrl) -> str | None:
        """The content of a page; nothing for anything else."""
        return page_html(url.path().rsplit("/", maxsplit=1)[-1], language()) or None


def page_path(page: str, language_id: str) -> Path | None:
    """File of a page in a language, else in English; None when there is no such page."""
    for folder in (language_id, "en"):
        path = resource_path("help", folder, f"{page}.md")
        if page.isidentifier() and path.is_file():
            return path
    return None


def page_html(page: str, language_id: str) -> str:
    """A page as HTML."""
    if page == GLOSSARY:
        return glossary_html(language_id)
    path = page_path(page, language_id)
    if path is None:
        return ""
    text = path.read_text(encoding="utf-8")
    if page in _TITLED:
        text = f"# {translated(_TITLED[page])}\n\n{text}"
    return as_html(text)


def as_html(markdown: str) -> str:
    """Markdown as HTML, as Qt reads it; a list item that begins in bold would be bold throughout."""
    document = QTextDocument()
    document.setMarkdown(markdown)
    block = document.begin()
    while block.isValid():
        if not block.blockFormat().headingLevel():
            QTextCursor(block).setBlockCharFormat(QTextCharFormat())
        block = block.next()
    return document.toHtml()


def glossary_html(language_id: str, wanted: str = "") -> str:
    """The glossary, or the terms in which all words of `wanted` occur; those with it in their name come first."""
    terms = list(glossary().values())
    words = folded(wanted).split()
    if words:
        found = [term for term in terms if all(word in _searched(term, language_id) for word in words)]
        named = [term for term in found if words[0] in folded(in_language(term.name, language_id))]
        ordered = named + [term for term in found if term not in named]
        title = trn("Glossary: {count} term with “{text}”", "Glossary: {count} terms with “{text}”", len(found))
        title = title.format(count=len(found), text=wanted.strip())
        return f"<h1>{escape(title)}</h1>" + "".join(_entry(term, language_id) for term in ordered)
    classes = [term for term in terms if term.id.startswith("class_")]
    themes = [term for term in terms if term.id.startswith("theme_")]
    others = [term for term in terms if term not in classes and term not in themes]
    others.sort(key=lambda term: folded(in_language(term.name, language_id)))
    pieces = [f"<h1>{tr('Glossary')}</h1><p>{escape(in_language(glossary()['certainty'].text, language_id))}</p>"]
    for title, group in ((tr("Terms"), others), (tr("Themes"), themes), (tr("Classes"), classes)):
        pieces.append(f"<h2>{title}</h2>" + "".join(_entry(term, language_id) for term in group))
    return "".join(pieces)


def _searched(term: Term, language_id: str) -> str:
    return folded(f"{in_language(term.name, language_id)} {in_language(term.text, language_id)}")


def _entry(term: Term, language_id: str) -> str:
    name = escape(in_language(term.name, language_id))
    how_certain = certainty(term, language_id)
    mark = f" <small>({escape(how_certain)})</small>" if how_certain else ""
    others = [
        f'<a href="{GLOSSARY}#{other}">{escape(in_language(glossary()[other].name, language_id))}</a>'
        for other in term.related
    ]
    related = f"<br><small>{tr('See also:')} {', '.join(others)}</small>" if others else ""
    text = escape(in_language(term.text, language_id))
    return f'<h3><a name="{term.id}"></a>{name}{mark}</h3><p>{text}{related}</p>'
