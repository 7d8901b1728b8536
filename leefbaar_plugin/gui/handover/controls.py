# SPDX-License-Identifier: GPL-2.0-or-later
"""The controls of the page Hand over: for which areas, in which files, where to, in which house style."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from qgis.core import QgsProject
from qgis.PyQt.QtCore import Qt, pyqtSignal
from qgis.PyQt.QtWidgets import (
    QButtonGroup,
    QComboBox,
    QGridLayout,
    QHBoxLayout,
    QLineEdit,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from ... import settings
from ...plain_text import PlainLabel
from ...report.printing.template import LANDSCAPE, PORTRAIT, Template, own_template, templates_in
from ...translation import tr
from ..widgets.elided import ElidedCombo
from ..widgets.elided_buttons import ElidedCheck, ElidedRadio
from .choices import COMPARED, CURRENT, EVERY, FOUND, SELECTED
from .making import CSV, GEOJSON, GPKG, HTML, ODT, PDF, PNG, XLSX, ZIP

_SCOPE, _KEY = "leefbaarometer", "handover"
_KINDS = (PDF, ODT, HTML, XLSX, CSV, GPKG, GEOJSON, PNG, ZIP)
_AT_FIRST = f"{PDF} {XLSX}"
_LOGOS = ("logo.svg", "logo.png", "logo.jpg")


class Controls(QWidget):
    """What was chosen; `changed` is sent after every choice, and every choice is kept with the project."""

    changed = pyqtSignal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.current = ElidedRadio(parent=self)
        self.current.setObjectName("LeefbaarometerHandoverCurrent")
        self.every = ElidedRadio(parent=self)
        self.every.setObjectName("LeefbaarometerHandoverAll")
        self._which = QButtonGroup(self)
        self.choices = {CURRENT: self.current, EVERY: self.every}
        for key in (FOUND, COMPARED, SELECTED):
            self.choices[key] = ElidedRadio(parent=self)
            self.choices[key].setObjectName(f"LeefbaarometerHandover_{key}")
        for button in self.choices.values():
            self._which.addButton(button)
        self.current.setChecked(True)
        self.ticks = {kind: ElidedCheck(text, self) for kind, text in self._texts().items()}
        for kind, tick in self.ticks.items():
            tick.setObjectName(f"LeefbaarometerHandover_{kind[1:]}")
        self.csv = ElidedCombo(self)
        self.csv.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.csv.setMinimumContentsLength(6)
        self.csv.addItem(tr("Dutch  ;  1,23"), settings.CSV_DUTCH)
        self.csv.addItem(tr("international  ,  1.23"), settings.CSV_INTERNATIONAL)
        self.csv.setAccessibleName(tr("How the CSV is written"))
        self.folder = QLineEdit(self)
        self.folder.setObjectName("LeefbaarometerHandoverFolder")
        self.folder.setClearButtonEnabled(True)
        self.folder.setAccessibleName(tr("Folder for the files"))
        self.browse = QToolButton(self)
        self.browse.setText("…")
        self.browse.setAccessibleName(tr("Choose a folder"))
        self.style = QComboBox(self)
        self.style.setObjectName("LeefbaarometerHandoverStyle")
        self._templates: list[Template] = []
        self._build()
        self._restore()
        self._project = QgsProject.instance()
        self._project.readProject.connect(self._restore)
        self._which.buttonClicked.connect(lambda _button: self._chosen())
        for tick in self.ticks.values():
            tick.clicked.connect(lambda _checked: self._chosen())
        for combo in (self.csv, self.style):
            combo.activated.connect(lambda _at: self._chosen())
        self.folder.textChanged.connect(lambda _text: self.changed.emit())

    @staticmethod
    def _texts() -> dict[str, str]:
        texts = (
            tr("Report, PDF"),
            tr("Document, ODT"),
            tr("Web page, HTML"),
            tr("Tables, Excel"),
            tr("Table, CSV"),
            tr("GeoPackage"),
            tr("GeoJSON"),
            tr("First page, PNG"),
            tr("For a colleague, zip"),
        )
        return dict(zip(_KINDS, texts, strict=True))

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(heading(tr("2  For which areas"), self))
        for button in self.choices.values():
            column.addWidget(button)
        column.addWidget(heading(tr("3  In what"), self))
        notes = (
            tr("A4, 2 pages for each area"),
            tr("to edit in Word or LibreOffice"),
            tr("opens in any browser"),
            tr("figures and how they were made"),
            "",
            tr("outlines with figures"),
            tr("for the web, WGS 84"),
            tr("map and score"),
            tr("project, areas, data and these files"),
        )
        grid = QGridLayout()
        grid.setColumnStretch(1, 1)
        for at, (kind, note) in enumerate(zip(_KINDS, notes, strict=True)):
            grid.addWidget(self.ticks[kind], at, 0)
            beside = self.csv if kind == CSV else _note(note, self)
            grid.addWidget(beside, at, 1)
        column.addLayout(grid)
        column.addWidget(heading(tr("4  Where to"), self))
        row = QHBoxLayout()
        row.addWidget(self.folder, 1)
        row.addWidget(self.browse)
        column.addLayout(row)
        row = QHBoxLayout()
        label = PlainLabel(tr("House style"), self)
        label.setBuddy(self.style)
        row.addWidget(label)
        row.addWidget(self.style, 1)
        column.addLayout(row)

    def disconnect_project(self) -> None:
        """Follow the project no longer."""
        self._project.readProject.disconnect(self._restore)

    # What was chosen

    def kinds(self) -> list[str]:
        """Endings of the files that are ticked."""
        return [kind for kind, tick in self.ticks.items() if tick.isChecked()]

    def which(self) -> str:
        """Key of the areas that are wanted."""
        return next((key for key, button in self.choices.items() if button.isChecked()), CURRENT)

    def csv_style(self) -> str:
        """How a CSV is written."""
        return str(self.csv.currentData())

    def template(self) -> Template:
        """The layout template that is chosen."""
        at = self.style.currentIndex()
        return self._templates[at] if 0 <= at < len(self._templates) else own_template(PORTRAIT)

    def logo(self) -> str:
        """The logo that lies beside the templates; "" for none."""
        folder = settings.load().report_folder
        return next((str(Path(folder) / one) for one in _LOGOS if folder and (Path(folder) / one).is_file()), "")

    def show_others(self, counts: Mapping[str, int]) -> None:
        """Offer areas of other pages, those there are."""
        texts = {
            FOUND: tr("the list of Find ({count})"),
            COMPARED: tr("the chosen rows of Compare ({count})"),
            SELECTED: tr("what is selected in the active layer ({count})"),
        }
        for key, text in texts.items():
            button = self.choices[key]
            button.setText(text.format(count=counts.get(key, 0)))
            button.setVisible(counts.get(key, 0) > 0)
            if button.isChecked() and not counts.get(key, 0):
                self.current.setChecked(True)

    def show_state(self, current: str, count: int, folder: Path, templates: str) -> None:
        """Name the areas, and offer the templates of a folder."""
        self.current.setText(current.replace("&", "&&") or tr("the current area"))
        self.current.setEnabled(bool(current))
        self.every.setText(tr("all own areas ({count})").format(count=count))
        self.every.setEnabled(count > 1)
        if self.which() in (CURRENT, EVERY) and (count <= 1 or not current):
            (self.current if current else self.every).setChecked(True)
        self.folder.setPlaceholderText(str(folder))
        names = {PORTRAIT: tr("own, portrait"), LANDSCAPE: tr("own, landscape")}
        offered = [own_template(PORTRAIT), own_template(LANDSCAPE), *templates_in(templates)]
        if offered != self._templates:
            kept = self.style.currentText()
            self._templates = offered
            self.style.clear()
            self.style.addItems([names.get(one.name, one.name) for one in offered])
            self.style.setCurrentIndex(max(self.style.findText(kept or self._kept("style", "")), 0))

    # What is kept

    def _chosen(self) -> None:
        project = QgsProject.instance()
        for name, value in (
            ("kinds", " ".join(self.kinds())),
            ("which", self.which()),
            ("csv", self.csv_style()),
            ("style", self.style.currentText()),
        ):
            if self._kept(name, "") != value:
                project.writeEntry(_SCOPE, f"{_KEY}/{name}", value)
        self.changed.emit()

    def _restore(self, _document: object = None) -> None:
        kinds = self._kept("kinds", _AT_FIRST).split()
        for kind, tick in self.ticks.items():
            tick.setChecked(kind in kinds)
        self.choices.get(self._kept("which", CURRENT), self.current).setChecked(True)
        at = self.csv.findData(self._kept("csv", settings.load().csv_style))
        self.csv.setCurrentIndex(max(at, 0))
        self.style.setCurrentIndex(max(self.style.findText(self._kept("style", "")), 0))

    @staticmethod
    def _kept(name: str, otherwise: str) -> str:
        return str(QgsProject.instance().readEntry(_SCOPE, f"{_KEY}/{name}", otherwise)[0])


def _note(text: str, parent: QWidget) -> PlainLabel:
    """What a kind of file is good for, at the right; it wraps where there is little room."""
    label = PlainLabel(text, parent)
    label.setWordWrap(True)
    label.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
    return label


def heading(text: str, parent: QWidget) -> PlainLabel:
    """A bold line above a part of the page."""
    label = PlainLabel(text, parent)
    font = label.font()
    font.setBold(True)
    label.setFont(font)
    label.setContentsMargins(0, 4, 0, 0)
    return label
