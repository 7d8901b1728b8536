# SPDX-License-Identifier: GPL-2.0-or-later
"""Make a buffer or rings around the current area, as areas of their own."""

from __future__ import annotations

from dataclasses import dataclass

from qgis.core import QgsGeometry, QgsSettings
from qgis.PyQt.QtCore import pyqtSignal
from qgis.PyQt.QtWidgets import (
    QDialogButtonBox,
    QFormLayout,
    QLineEdit,
    QRadioButton,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from ...analysis.change.surroundings import DEFAULT_RINGS, Ring, parse_rings
from ...engine.choices import EVEN_ODD
from ...engine.errors import LeefbaarError
from ...layers.areas.area_geometry import buffered, ring
from ...plain_text import PlainLabel
from ...translation import tr, translated_error
from ...words import formats
from ..widgets.tab_order import OrderedDialog

_RINGS, _DISTANCE = "leefbaarometer/last_rings", "leefbaarometer/last_buffer"
_DEFAULT_DISTANCE = 100
_FARTHEST, _STEP = 10_000, 25


@dataclass(frozen=True)
class Surroundings:
    """What is asked for: a buffer of so many metres, or rings."""

    distance: float | None
    rings: tuple[Ring, ...]

    def areas(self, name: str, area: QgsGeometry, fill_rule: str = EVEN_ODD) -> list[tuple[str, QgsGeometry]]:
        """The areas, with names made from that of the area they surround; InputError when nothing is left."""
        if self.distance is not None:
            signed = formats.number(self.distance, 0, signed=True)
            return [
                (
                    tr("{name}, {distance} m").format(name=name, distance=signed),
                    buffered(area, self.distance, fill_rule),
                )
            ]
        return [(_ring_name(name, inner, outer), ring(area, inner, outer, fill_rule)) for inner, outer in self.rings]


def _ring_name(name: str, inner: float, outer: float) -> str:
    bounds = (formats.number(metres, 0 if metres == int(metres) else 1) for metres in (inner, outer))
    return tr("{name}, {inner}–{outer} m").format(name=name, **dict(zip(("inner", "outer"), bounds, strict=True)))


class SurroundingsDialog(OrderedDialog):
    """Sends `wanted` with the `Surroundings`; stays open beside the map."""

    wanted = pyqtSignal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("LeefbaarometerSurroundingsDialog")
        self.setWindowTitle(tr("Buffer and rings"))
        stored = QgsSettings()
        self.title = PlainLabel(self)
        self.title.setWordWrap(True)
        self.as_rings = QRadioButton(tr("&Rings (m)"), self)
        self.rings = QLineEdit(stored.value(_RINGS, DEFAULT_RINGS, type=str), self)
        self.rings.setToolTip(tr("One area per ring, without the area itself: 0-250, 250-500"))
        self.rings.setAccessibleName(tr("Rings (m)"))
        self.as_buffer = QRadioButton(tr("&Buffer (m)"), self)
        self.distance = QSpinBox(self)
        self.distance.setRange(-_FARTHEST, _FARTHEST)
        self.distance.setSingleStep(_STEP)
        self.distance.setValue(stored.value(_DISTANCE, _DEFAULT_DISTANCE, type=int))
        self.distance.setToolTip(tr("The area with its outline moved outwards; negative: inwards"))
        self.distance.setAccessibleName(tr("Buffer (m)"))
        self.problem = PlainLabel(self)
        self.problem.setWordWrap(True)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        self.add = buttons.addButton(tr("&Add"), QDialogButtonBox.ButtonRole.ApplyRole)
        self.add.setObjectName("LeefbaarometerAddSurroundings")
        self.add.setDefault(True)
        self.enter_from_fields = True
        form = QFormLayout()
        form.addRow(self.as_rings, self.rings)
        form.addRow(self.as_buffer, self.distance)
        column = QVBoxLayout(self)
        column.addWidget(self.title)
        column.addLayout(form)
        column.addWidget(self.problem)
        column.addWidget(buttons)
        self.as_rings.setChecked(True)
        self.add.clicked.connect(self._ask)
        buttons.rejected.connect(self.reject)
        self.rings.textEdited.connect(lambda: self.as_rings.setChecked(True))
        self.distance.valueChanged.connect(lambda: self.as_buffer.setChecked(True))
        for signal in (self.rings.textChanged, self.distance.valueChanged, self.as_rings.toggled):
            signal.connect(self._check)
        self._check()

    def set_area(self, name: str) -> None:
        """Say which area it is about; "" for none."""
        self.title.setText(tr("Around {name}").format(name=name) if name else tr("Choose or draw an area first."))
        self._there = bool(name)
        self._check()

    _there = False

    def asked(self) -> Surroundings:
        """What the fields say; InputError when they say nothing that can be made."""
        if self.as_rings.isChecked():
            return Surroundings(None, tuple(parse_rings(self.rings.text())))
        return Surroundings(float(self.distance.value()), ())

    def _check(self, *_what: object) -> None:
        problem = ""
        try:
            asked = self.asked()
        except LeefbaarError as error:
            problem = translated_error(error)
        else:
            problem = tr("Give a distance.") if asked.distance == 0 else ""
        self.problem.setText(problem)
        self.problem.setVisible(bool(problem))
        self.add.setEnabled(self._there and not problem)

    def _ask(self) -> None:
        stored = QgsSettings()
        stored.setValue(_RINGS, self.rings.text())
        stored.setValue(_DISTANCE, self.distance.value())
        self.wanted.emit(self.asked())
