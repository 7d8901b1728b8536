# SPDX-License-Identifier: GPL-2.0-or-later
"""The files that were made, with buttons to open each and to show its folder."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from qgis.PyQt.QtCore import QUrl
from qgis.PyQt.QtGui import QDesktopServices
from qgis.PyQt.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from ...translation import tr
from ...words import formats
from ..widgets.elided import ElidedLabel


class MadeFiles(QVBoxLayout):
    """A line that says where and how long, and a row for every file; empty until something was made."""

    def __init__(self, page: QWidget) -> None:
        super().__init__()
        self._page = page

    def clear(self) -> None:
        """Take the rows away."""
        while self.count():
            widget = self.takeAt(0).widget()
            if widget is not None:
                widget.deleteLater()

    def tell(self, written: Sequence[Path], seconds: float) -> QWidget | None:
        """Show what was written; returns the first line, to bring into view."""
        self.clear()
        if not written:
            return None
        folder = written[0].parent
        text = tr("Made in {seconds} s, in {folder}:").format(seconds=formats.number(seconds, 1), folder=folder.name)
        told = ElidedLabel(self._page)
        told.set_texts("", text, str(folder))
        self.addWidget(told)
        for path in written:
            self.addWidget(self._row(path))
        return told

    def _row(self, path: Path) -> QWidget:
        line = QWidget(self._page)
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        name = ElidedLabel(line)
        name.set_texts("", path.name, str(path))
        row.addWidget(name, 1)
        for text, target in ((tr("Open"), path), (tr("Show in folder"), path.parent)):
            button = QPushButton(text, line)
            button.setAccessibleName(f"{text}: {path.name}")
            button.clicked.connect(partial(_open, target))
            row.addWidget(button)
        return line


def _open(path: Path, _checked: bool = False) -> None:
    if path.exists():
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))
