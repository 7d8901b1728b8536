# SPDX-License-Identifier: GPL-2.0-or-later
"""Terms of the glossary as tooltips, so that hovering explains what a figure is called; and "Copied" as one."""

from __future__ import annotations

import html

from qgis.PyQt.QtWidgets import QToolTip, QWidget

from ...analysis.glossary import glossary
from ...engine.model import in_language
from ...translation import language, sentence, tr

_SHOWN = 1500
"""Milliseconds that "Copied" stays."""


def terms_tip(*terms: str) -> str:
    """Names and explanations of terms, by their ids in the glossary, as rich text; KeyError for one there isn't."""
    found = [glossary()[term] for term in terms]
    paragraphs = [
        f"<p><b>{html.escape(sentence(in_language(term.name, language())))}</b><br>"
        f"{html.escape(in_language(term.text, language()))}</p>"
        for term in found
    ]
    return "<qt>" + "".join(paragraphs) + "</qt>"


def explain_by_terms(widget: QWidget, *terms: str) -> None:
    """Explain a widget when it is hovered, by these terms of the glossary."""
    widget.setToolTip(terms_tip(*terms))


def say_copied(widget: QWidget) -> None:
    """Say beside a widget that what it copies is on the clipboard."""
    QToolTip.showText(widget.mapToGlobal(widget.rect().bottomLeft()), tr("Copied"), widget, widget.rect(), _SHOWN)
