# SPDX-License-Identifier: GPL-2.0-or-later
"""The page in QGIS's Options: every setting with its explanation, its certainty, and who fixed it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

from qgis.gui import QgsFileWidget, QgsOptionsPageWidget
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtWidgets import (
    QComboBox,
    QDoubleSpinBox,
    QFormLayout,
    QGroupBox,
    QLabel,
    QLineEdit,
    QScrollArea,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from ... import settings
from ...analysis.glossary import certainty, explain, glossary
from ...engine.choices import EVEN_ODD, FILL_RULES, RULES
from ...engine.model import in_language
from ...engine.squares.weights import KINDS
from ...layers.styles import class_labels, load_palette
from ...pack.files.resources import load_model, read_json
from ...plain_text import PlainLabel, as_tip
from ...settings import CSV_DUTCH, CSV_STYLES, ENVIRONMENT_PREFIX, Settings
from ...translation import language, tr
from ...words.weights import weight_name
from ...words.wording import rule_name
from ..session import Session
from ..widgets.elided import ElidedCombo
from ..widgets.tab_order import named
from .names import PAGE
from .palette_preview import PalettePreview

_MODEL = "lbm3"
_NUMBERS = {
    # least, most, decimals
    "persons_per_dwelling": (0.1, 10.0, 2),
    "dwellings_if_unknown": (0.0, 1000.0, 1),
    "smallest_dwellings": (0.0, 100_000.0, 0),
    "smallest_coverage": (0.0, 100.0, 0),
    "smallest_inhabitants": (0.0, 100_000.0, 0),
}
_TERMS = {"smallest_dwellings": "small_numbers", "smallest_coverage": "coverage", "smallest_inhabitants": "small_area"}
"""Term of the glossary that explains a setting, where it has another id."""


@dataclass(frozen=True)
class _Group:
    title: str
    names: tuple[str, ...]


class OptionsPage(QgsOptionsPageWidget):
    """All settings. `apply` stores them, and the session takes them over when something changed."""

    def __init__(self, session: Session | None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(PAGE)
        self._session = session
        self._before = settings.load()
        self.fields: dict[str, QWidget] = {}
        labels = tuple(class_labels(load_model(_MODEL), language()))
        self.preview = PalettePreview(labels, self)
        self.preview.setObjectName("LeefbaarometerPalettePreview")
        content = QWidget(self)
        column = QVBoxLayout(content)
        for group in self._groups():
            column.addWidget(self._group(group))
        column.addWidget(self._marks())
        column.addStretch(1)
        scroll = QScrollArea(self)
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QScrollArea.Shape.NoFrame)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidget(content)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(scroll)
        self.show_settings(self._before)

    def apply(self) -> None:
        """Store the settings, and use them at once; called by QGIS when OK is pressed."""
        now = self.settings()
        settings.save(now)
        if settings.load() != self._before:
            self._before = settings.load()
            if self._session is not None:  # else nothing is shown that could change
                self._session.settings_changed()

    def helpKey(self) -> str:
        """No page in QGIS's own manual."""
        return ""

    def settings(self) -> Settings:
        """The settings as the page shows them."""
        values: dict[str, Any] = {}
        for name, field in self.fields.items():
            if isinstance(field, QComboBox):
                values[name] = field.currentData()
            elif isinstance(field, QDoubleSpinBox):
                values[name] = field.value()
            elif isinstance(field, QgsFileWidget):
                values[name] = field.filePath().strip()
            elif isinstance(field, QLineEdit):
                values[name] = field.text().strip()
        # what the page rounds is no change of the user's
        kept = {name: value for name, value in values.items() if value != self._shown.get(name)}
        return replace(self._before, **kept)

    def show_settings(self, shown: Settings) -> None:
        """Fill the page."""
        for name, field in self.fields.items():
            value = getattr(shown, name)
            if isinstance(field, QComboBox):
                field.setCurrentIndex(max(field.findData(value), 0))
            elif isinstance(field, QDoubleSpinBox):
                field.setValue(value)
            elif isinstance(field, QgsFileWidget):
                field.setFilePath(value)
            elif isinstance(field, QLineEdit):
                field.setText(value)
        self._before = shown
        self._shown: dict[str, Any] = {}
        self._shown = {name: getattr(self.settings(), name) for name in self.fields}
        self._show_palette()

    # Parts of the page

    @staticmethod
    def _groups() -> tuple[_Group, ...]:
        return (
            _Group(tr("Data"), ("data_folder",)),
            _Group(
                tr("Measuring areas"),
                (
                    "weight",
                    "rule",
                    "fill_rule",
                    "persons_per_dwelling",
                    "dwellings_if_unknown",
                    "smallest_dwellings",
                    "smallest_coverage",
                    "smallest_inhabitants",
                ),
            ),
            _Group(tr("Map and charts"), ("palette",)),
            _Group(tr("Output"), ("csv_style", "source_line", "report_folder")),
        )

    def _group(self, group: _Group) -> QGroupBox:
        box = QGroupBox(group.title, self)
        form = QFormLayout(box)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.ExpandingFieldsGrow)
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        for name in group.names:
            field = self._field(name)
            self.fields[name] = field
            field.setObjectName(f"LeefbaarometerOption_{name}")
            term = _TERMS.get(name, name)
            tip = explain(term, language())
            label = PlainLabel(self._label(name, certainty(glossary()[term], language())), box)
            label.setBuddy(field)
            for widget in (label, field):
                widget.setToolTip(as_tip(tip))
            form.addRow(label, field)
            if name == "palette":
                form.addRow("", self.preview)
            if settings.is_fixed(name):
                field.setEnabled(False)
                text = tr("Fixed by the administrator, with {variable}")
                note = PlainLabel(text.format(variable=ENVIRONMENT_PREFIX + name.upper()), box)
                note.setObjectName(f"LeefbaarometerFixed_{name}")
                note.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
                form.addRow("", note)
        return box

    def _field(self, name: str) -> QWidget:
        if name in ("data_folder", "report_folder"):
            folder = QgsFileWidget(self)
            folder.setStorageMode(QgsFileWidget.StorageMode.GetDirectory)
            for part in folder.findChildren((QLineEdit, QToolButton)):
                named(part, self._label(name, ""))
            folder.lineEdit().setPlaceholderText(str(Settings().folder) if name == "data_folder" else "")
            return folder
        if name == "source_line":
            line = QLineEdit(self)
            line.setPlaceholderText(in_language(load_model(_MODEL).source_line, language()))
            return line
        if name in _NUMBERS:
            least, most, decimals = _NUMBERS[name]
            number = QDoubleSpinBox(self)
            number.setRange(least, most)
            number.setDecimals(decimals)
            number.setSingleStep(10**-decimals if decimals < 2 else 0.1)
            return number
        choice = ElidedCombo(self)
        for value, text in _choices(name):
            choice.addItem(text, value)
        if name == "palette":
            choice.currentIndexChanged.connect(lambda _index: self._show_palette())
        return choice

    @staticmethod
    def _label(name: str, mark: str) -> str:
        texts = {
            "data_folder": tr("Data folder"),
            "weight": tr("Weight of a square"),
            "rule": tr("Squares on the border"),
            "fill_rule": tr("Outline that crosses itself"),
            "persons_per_dwelling": tr("Persons per dwelling"),
            "dwellings_if_unknown": tr("Dwellings when nothing is known"),
            "smallest_dwellings": tr("Warn below this number of dwellings"),
            "smallest_coverage": tr("Warn below this part of the surface with scored squares (%)"),
            "smallest_inhabitants": tr("Mark official areas below this number of inhabitants"),
            "palette": tr("Colours of the classes"),
            "csv_style": tr("CSV files"),
            "source_line": tr("Source line"),
            "report_folder": tr("House style of reports"),
        }
        return f"{texts[name]} ({mark})" if mark else texts[name]

    def _marks(self) -> QLabel:
        label = PlainLabel(explain("certainty", language()), self)
        label.setObjectName("LeefbaarometerMarks")
        label.setWordWrap(True)
        return label

    def _show_palette(self) -> None:
        field = self.fields.get("palette")
        if isinstance(field, QComboBox):
            self.preview.set_colours(load_palette(field.currentData()).colours)


def _choices(name: str) -> list[tuple[str, str]]:
    """Values of a setting with a choice, and how they are called."""
    if name == "weight":
        return [(kind, weight_name(kind).capitalize()) for kind in KINDS]
    if name == "rule":
        return [(rule, rule_name(rule).capitalize()) for rule in RULES]
    if name == "fill_rule":
        names = {rule: tr("Even-odd") if rule == EVEN_ODD else tr("Non-zero") for rule in FILL_RULES}
        return list(names.items())
    if name == "csv_style":
        dutch, other = tr("Dutch: semicolon, decimal comma"), tr("International: comma, decimal point")
        return [(style, dutch if style == CSV_DUTCH else other) for style in CSV_STYLES]
    entries = read_json("model", "palettes.json")["palettes"]
    return [(entry["id"], in_language(entry["name"], language()).capitalize()) for entry in entries]
