# SPDX-License-Identifier: GPL-2.0-or-later
"""One's own weights per dimension and another reference: a score beside the official one, never in its place."""

from __future__ import annotations

import json

from qgis.core import QgsProject
from qgis.PyQt.QtCore import QLocale, pyqtSignal
from qgis.PyQt.QtWidgets import QDoubleSpinBox, QGridLayout, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from ...analysis.references.reference import Reference
from ...analysis.scenarios.weighing import LEAST, MOST, Weighing
from ...engine.model import ScoreModel
from ...engine.models.scenarios import ScenarioOutcome
from ...plain_text import PlainLabel
from ...translation import language, tr
from ...words import formats
from ...words.wording import theme_name
from ..widgets.reference_choice import ReferenceChoice, ReferenceEntry
from ..widgets.wheel_guard import WheelGuard

_SCOPE, _KEY = "leefbaarometer", "whatif/weighing"
OFFICIAL = "official"


class OwnWeights(QWidget):
    """A factor per dimension, a reference, and what they give. `changed` is sent when the user takes another."""

    changed = pyqtSignal()

    def __init__(self, project: QgsProject, guard: WheelGuard, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._project, self._guard = project, guard
        self.boxes: dict[str, QDoubleSpinBox] = {}
        self._grid = QGridLayout()
        self._grid.setSpacing(4)
        self._grid.setColumnStretch(0, 1)
        self._of_model: ScoreModel | None = None
        self.reference = ReferenceChoice(self)
        self.reference.setObjectName("LeefbaarometerOwnReference")
        self.reference.setAccessibleName(tr("Reference of one's own weights"))
        guard.guard(self.reference)
        self.said = PlainLabel(self)
        self.said.setObjectName("LeefbaarometerOwnWeights")
        self.said.setWordWrap(True)
        self.back = QPushButton(tr("All × 1"), self)
        self.back.setObjectName("LeefbaarometerOwnWeightsBack")
        row = QHBoxLayout()
        label = PlainLabel(tr("against"), self)
        label.setBuddy(self.reference)
        row.addWidget(label)
        row.addWidget(self.reference, 1)
        row.addWidget(self.back)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(self._grid)
        column.addLayout(row)
        column.addWidget(self.said)
        self._chosen, self._factors = OFFICIAL, dict[str, float]()
        self.reference.chosen.connect(self._choose)
        self.back.clicked.connect(lambda _checked=False: self._reset())

    @property
    def chosen(self) -> str:
        """Id of the reference; `OFFICIAL` for that of the model."""
        return self._chosen

    def restore(self) -> None:
        """Come back with the project that is open."""
        try:
            found = json.loads(str(self._project.readEntry(_SCOPE, _KEY, "")[0]) or "{}")
            self._chosen = str(found.get("reference", OFFICIAL))
            factors = {str(name): float(value) for name, value in dict(found.get("factors", {})).items()}
            self._factors = {name: value for name, value in factors.items() if LEAST <= value <= MOST}
        except (ValueError, TypeError, AttributeError):
            self._chosen, self._factors = OFFICIAL, {}
        self._fill()

    def show_model(self, model: ScoreModel) -> None:
        """A row per dimension."""
        if self._of_model is model:
            return
        self._of_model = model
        while self._grid.count():
            self._grid.takeAt(0).widget().deleteLater()
        self.boxes = {}
        for at, theme in enumerate(model.dimensions):
            name = theme_name(model, theme)
            box = QDoubleSpinBox(self)
            box.setObjectName(f"LeefbaarometerFactor_{theme.id}")
            box.setAccessibleName(name)
            box.setRange(LEAST, MOST)
            box.setSingleStep(0.1)
            box.setPrefix("× ")
            box.setLocale(QLocale())
            box.setKeyboardTracking(False)
            self._guard.guard(box)
            box.valueChanged.connect(lambda _value: self._take())
            self._grid.addWidget(PlainLabel(name, self), at, 0)
            self._grid.addWidget(box, at, 1)
            self.boxes[theme.id] = box
        self._fill()

    def show_references(self, choices: list[ReferenceEntry]) -> None:
        """References to choose from, the official one first."""
        official = ReferenceEntry(
            OFFICIAL, tr("official reference"), tr("That of the Leefbaarometer, the same for every year")
        )
        self.reference.show_choices([official, *choices], self._chosen)

    def weighing(self, reference: Reference | None) -> Weighing:
        """The factors, against the reference that was chosen (None: the official one)."""
        factors = {theme: box.value() for theme, box in self.boxes.items()}
        if reference is None or reference.figures.total is None:
            return Weighing(factors)
        of_reference = {name: value for name, value in reference.figures.dimensions.items() if value is not None}
        return Weighing(factors, reference.figures.total, of_reference)

    def show_outcome(self, model: ScoreModel, own: ScenarioOutcome, official: float, is_scenario: bool) -> None:
        """What the factors give beside the official score."""
        if not formats.has_value(own.total):
            self.said.setText(tr("Without dimensions there are no weights of one's own."))
            return
        text = tr("By your own weights {own} (class {number}, {class_name}); officially {official}. Own calculation.")
        if is_scenario:
            text = tr(
                "By your own weights, in this example, {own} (class {number}, {class_name}); by the official ones "
                "{official}. Own calculation."
            )
        name = model.total_classification.name(own.class_number, language())
        self.said.setText(
            text.format(
                own=formats.score(own.total),
                number=own.class_number,
                class_name=name,
                official=formats.score(official),
            )
        )

    def _fill(self) -> None:
        for theme, box in self.boxes.items():
            box.blockSignals(True)
            box.setValue(self._factors.get(theme, 1.0))
            box.blockSignals(False)

    def _choose(self, reference: str) -> None:
        self._chosen = reference
        self._keep()

    def _take(self) -> None:
        self._factors = {theme: box.value() for theme, box in self.boxes.items() if box.value() != 1.0}
        self._keep()

    def _reset(self) -> None:
        self._factors, self._chosen = {}, OFFICIAL
        self._fill()
        self.reference.setCurrentIndex(0)
        self._keep()

    def _keep(self) -> None:
        text = json.dumps({"reference": self._chosen, "factors": self._factors})
        self._project.writeEntry(_SCOPE, _KEY, text)
        self.changed.emit()
