# SPDX-License-Identifier: GPL-2.0-or-later
"""The values of a rule to change: a row for each, with what it rests on; those that were changed stand out."""

from __future__ import annotations

from functools import partial
from typing import Any

from qgis.PyQt.QtCore import Qt, pyqtSignal
from qgis.PyQt.QtGui import QColor, QIcon, QPixmap
from qgis.PyQt.QtWidgets import QComboBox, QDoubleSpinBox, QGridLayout, QLabel, QSizePolicy, QSpinBox, QWidget

from ...analysis.signals.rule_words import mark_name, parameter_value, unit_name
from ...analysis.signals.rules import CHOICE, PERCENT, WHOLE_UNITS, Parameter, Rule, Value
from ...engine.model import in_language
from ...layers.styles import Palette
from ...pack.files.resources import load_model
from ...plain_text import PlainLabel, as_tip, caption
from ...translation import language, sentence, tr
from ...words import formats
from ..widgets.elided import ElidedCombo
from ..widgets.wheel_guard import WheelGuard

_CLASS = "class"
_DECIMALS = {"score": 4, PERCENT: 2, "times": 2}
_STEPS = {"score": 0.01, PERCENT: 5.0, "times": 0.1}
_SMALL = 0.88
_COLOUR = 12
_NARROW, _WIDE = 90, 160
"""Widths of an editor: the least, and what shows the name of a class."""

Editor = Any
"""A combo box of choices or classes, or a spin box."""


class ParameterRows(QWidget):
    """Rows for the parameters of a rule. `edited` carries the id of a parameter and its new value."""

    edited = pyqtSignal(str, object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rule_id, self._palette = "", ""
        self._rows: dict[str, tuple[QLabel, Editor, QLabel]] = {}
        self._guard = WheelGuard(self)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(6)
        self._grid.setVerticalSpacing(3)
        self._grid.setColumnStretch(0, 2)
        self._grid.setColumnStretch(1, 3)

    def show_rule(self, rule: Rule, palette: Palette) -> None:
        """Show the values of a rule; the rows stay while it is the same one, so that the focus does too."""
        if (rule.id, palette.id) != (self._rule_id, self._palette) or list(self._rows) != list(rule.values):
            self._rebuild(rule, palette)
        for parameter in rule.parameters:
            self._update(parameter)

    def editor(self, parameter_id: str) -> Editor:
        """What a value is changed in."""
        return self._rows[parameter_id][1]

    def mark(self, parameter_id: str) -> QLabel:
        """The word that says what a value rests on."""
        return self._rows[parameter_id][2]

    def _rebuild(self, rule: Rule, palette: Palette) -> None:
        for row in self._rows.values():
            for widget in row:
                self._grid.removeWidget(widget)
                widget.hide()
                widget.deleteLater()
        self._rows.clear()
        self._rule_id, self._palette = rule.id, palette.id
        for number, parameter in enumerate(rule.parameters):
            label = PlainLabel(caption(sentence(in_language(parameter.label, language()))), self)
            label.setWordWrap(True)
            editor = self._editor(parameter, palette)
            label.setBuddy(editor)
            mark = PlainLabel(self)
            font = mark.font()
            font.setPointSizeF(font.pointSizeF() * _SMALL)
            mark.setFont(font)
            for column, widget in enumerate((label, editor, mark)):
                self._grid.addWidget(widget, number, column, Qt.AlignmentFlag.AlignVCenter)
            self._rows[parameter.id] = label, editor, mark

    def _editor(self, parameter: Parameter, palette: Palette) -> Editor:
        changed = partial(self.edited.emit, parameter.id)
        if parameter.unit in (CHOICE, _CLASS):
            editor = _choices(self, parameter, palette)
            editor.activated.connect(lambda at, combo=editor: changed(combo.itemData(at)))
        else:
            editor = QSpinBox(self) if parameter.unit in WHOLE_UNITS else _Decimals(self)
            _set_up(editor, parameter)
            editor.valueChanged.connect(changed)
        editor.setObjectName(f"LeefbaarometerRule_{parameter.id}")
        editor.setAccessibleName(in_language(parameter.label, language()))
        self._guard.guard(editor)
        editor.setMinimumWidth(_NARROW)
        editor.setMaximumWidth(_WIDE)
        editor.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        return editor

    def _update(self, parameter: Parameter) -> None:
        label, editor, mark = self._rows[parameter.id]
        editor.blockSignals(True)
        if isinstance(editor, QComboBox):
            editor.setCurrentIndex(editor.findData(_plain(parameter, parameter.value)))
        elif editor.value() != parameter.value:
            editor.setValue(_plain(parameter, parameter.value))
        editor.blockSignals(False)
        font = label.font()
        font.setBold(parameter.is_changed)
        label.setFont(font)
        known = mark_name(parameter.mark, language())
        mark.setText(tr("changed") if parameter.is_changed else known)
        tip = tip_of(parameter)
        for widget in (label, editor, mark):
            widget.setToolTip(as_tip(tip))
        editor.setAccessibleDescription(tip)


def tip_of(parameter: Parameter) -> str:
    """What the value of a rule's file is, what it rests on, and where it comes from."""
    said = language()
    unit = unit_name(parameter.unit, said)
    value = parameter_value(parameter, said, parameter.default)
    if parameter.unit not in (CHOICE, _CLASS, PERCENT) and unit:
        value = f"{value} {unit}"
    text = tr("In the rule: {value} ({mark}: {source}).")
    return text.format(
        value=value, mark=mark_name(parameter.mark, said), source=in_language(parameter.source, said).rstrip(".")
    )


def _plain(parameter: Parameter, value: Value) -> Value:
    if parameter.unit == CHOICE:
        return str(value)
    return round(float(value)) if parameter.unit in WHOLE_UNITS else float(value)


def _choices(parent: QWidget, parameter: Parameter, palette: Palette) -> QComboBox:
    """The options of a choice, or the classes with number, name and colour."""
    combo = ElidedCombo(parent)
    combo.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
    combo.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    combo.setMinimumContentsLength(6)
    if parameter.unit == CHOICE:
        for option in parameter.options:
            combo.addItem(in_language(option.name, language()), option.value)
        return combo
    classes = load_model("lbm3").total_classification
    for number in range(round(parameter.minimum or 1), round(parameter.maximum or len(classes.classes)) + 1):
        picture = QPixmap(_COLOUR, _COLOUR)
        picture.fill(QColor(palette.colours[number - 1]))
        combo.addItem(QIcon(picture), f"{number} · {classes.name(number, language())}", number)
    combo.view().setMinimumWidth(combo.view().sizeHintForColumn(0) + _COLOUR)
    return combo


def _set_up(editor: QSpinBox | QDoubleSpinBox, parameter: Parameter) -> None:
    """Range, decimals, step and unit; a unit that the label names already isn't said twice."""
    if isinstance(editor, QDoubleSpinBox):
        editor.setDecimals(max(_DECIMALS.get(parameter.unit, 2), _decimals_of(parameter.default)))
        editor.setSingleStep(_STEPS.get(parameter.unit, 1.0))
        editor.setRange(parameter.minimum or 0.0, parameter.maximum or 0.0)
    else:
        editor.setStepType(QSpinBox.StepType.AdaptiveDecimalStepType)
        editor.setRange(round(parameter.minimum or 0), round(parameter.maximum or 0))
    editor.setLocale(formats.with_separators())
    editor.setGroupSeparatorShown(True)
    unit, said = unit_name(parameter.unit, language()), in_language(parameter.label, language())
    if unit and unit.casefold() not in said.casefold():
        editor.setSuffix(f" {unit}")
    editor.setAlignment(Qt.AlignmentFlag.AlignRight)


def _decimals_of(value: Value) -> int:
    """Decimals that a number is written with."""
    return len(f"{float(value):.10f}".rstrip("0").partition(".")[2])


class _Decimals(QDoubleSpinBox):
    """Shows no more decimals than the value has."""

    def textFromValue(self, value: float) -> str:  # noqa: N802  Qt's name
        text = str(super().textFromValue(value))
        point = str(self.locale().decimalPoint())
        return text.rstrip("0").removesuffix(point) if point in text else text
