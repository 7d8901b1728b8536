# SPDX-License-Identifier: GPL-2.0-or-later
"""The line that names what the figures of a page are about: the chosen theme, with its year or period."""

from __future__ import annotations

from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtWidgets import QWidget

from ..engine.model import in_language
from ..translation import language, sentence, tr
from .session import Session
from .widgets.elided import ElidedLabel


class ThemeLine(ElidedLabel):
    """Follows the session once it is told to."""

    def __init__(self, session: Session, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent, muted=True)
        self.setObjectName(name)
        self.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self._session = session

    def show_theme(self, period: str) -> None:
        """Name the theme; beside a dimension, that the total stands there too."""
        session = self._session
        if session.pack is None:
            self.set_texts("")
            return
        text = tr("{theme} {year}").format(theme=sentence(in_language(session.theme.name, language())), year=period)
        if session.theme.id != session.model.total.id:
            text = tr("{theme}, the total beside it").format(theme=text)
        self.set_texts("", text)
