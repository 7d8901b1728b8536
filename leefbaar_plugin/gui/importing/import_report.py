# SPDX-License-Identifier: GPL-2.0-or-later
"""What the check of an import found, and the user's word for opening data that are off."""

from __future__ import annotations

import zlib
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from qgis.core import Qgis, QgsSettings
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtWidgets import QFrame, QPushButton, QScrollArea, QWidget

from ...pack.importing.import_checks import overview
from ...plain_text import MarkupLabel, escaped
from ...translation import tr, trn
from ...words import formats
from ...words.check import CheckLine, above_words, check_lines
from ..messages import log

_WORD = "leefbaarometer/opened_anyway/{:08x}"
"""Setting that says that the user wants a pack opened although its scores are off."""
WARNING = "⚠ "
"""Before a sentence that tells of something amiss."""


class ImportReport(QScrollArea):
    """The report, shown in the import dialog when an import is done."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.text = MarkupLabel(self)
        self.text.setObjectName("LeefbaarometerImportReport")
        self.text.setWordWrap(True)
        self.text.setMargin(8)
        self.text.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.setWidget(self.text)

    def tell(self, info: Mapping[str, Any]) -> None:
        """Show all that was found."""
        title = f"<b>{escaped(title_of(info))}</b>"
        lines = [f"<p>{WARNING if line.warns else ''}{escaped(line.text)}</p>" for line in check_lines(info)]
        self.text.setText(title + "".join(lines))


def scrolling(label: QWidget, parent: QWidget) -> QScrollArea:
    """A label that scrolls when it holds more than fits."""
    area = QScrollArea(parent)
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setWidget(label)
    return area


def title_of(info: Mapping[str, Any]) -> str:
    """What was imported, in a sentence."""
    if not info["squares"]:
        return tr("Imported: tables without squares, edition {edition}.").format(edition=info["edition"])
    text = trn(
        "Imported: {squares} square, edition {edition}.",
        "Imported: {squares} squares, edition {edition}.",
        info["squares"],
    )
    return text.format(squares=formats.count(info["squares"]), edition=info["edition"])


def log_lines(lines: list[CheckLine]) -> None:
    """Write what was found in the log tab."""
    for line in lines:
        log(line.text, Qgis.MessageLevel.Warning if line.warns else Qgis.MessageLevel.Info)


def needs_word(folder: Path, info: Mapping[str, Any]) -> bool:
    """Whether the user has to be asked before a pack is opened: its scores are off, and they haven't said yet."""
    return overview(info).needs_word and not QgsSettings().value(_key(folder, info), False, type=bool)


def give_word(folder: Path, info: Mapping[str, Any]) -> None:
    """Remember that the user wants a pack opened."""
    if overview(info).needs_word:
        QgsSettings().setValue(_key(folder, info), True)


def question(info: Mapping[str, Any]) -> str:
    """Why the user is asked."""
    return above_words(info)


def _key(folder: Path, info: Mapping[str, Any]) -> str:
    return _WORD.format(zlib.crc32(f"{folder.resolve()} {info.get('created')}".encode()))


def quiet_button(text: str, name: str, slot: Callable[[], object]) -> QPushButton:
    """A button that Enter in another field doesn't press."""
    button = QPushButton(text)
    button.setObjectName(name)
    button.setAutoDefault(False)
    button.clicked.connect(slot)
    return button
