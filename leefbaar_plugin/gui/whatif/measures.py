# SPDX-License-Identifier: GPL-2.0-or-later
"""Measures of any kind, on the area or on squares that are selected on the map, and the list of those of a scenario."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from qgis.core import QgsProject, QgsVectorLayer
from qgis.PyQt.QtCore import QEvent, QLocale, Qt, pyqtSignal
from qgis.PyQt.QtGui import QEnterEvent
from qgis.PyQt.QtWidgets import (
    QComboBox,
    QDoubleSpinBox,
    QGridLayout,
    QHBoxLayout,
    QListWidget,
    QToolButton,
    QWidget,
)

from ...analysis.scenarios.document import GEMEENTE, LARGEST_CHANGE, ScenarioStep, Target
from ...charts.painting.tinted_icon import tinted_icon
from ...engine.model import ScoreModel
from ...engine.models.scenarios import (
    ADD,
    DWELLINGS_ADD,
    DWELLINGS_MOVE,
    DWELLINGS_TIMES,
    ON_DIMENSION,
    SET,
    TOWARD,
)
from ...pack.files.resources import resource_path
from ...plain_text import PlainLabel, as_tip
from ...translation import tr, trn
from ...words import formats
from ...words.wording import theme_name
from ..widgets.elided_buttons import ElidedPush
from ..widgets.wheel_guard import WheelGuard

_SQUARE_FIELD = "grid_id"
_ROWS = 4
AREA, SELECTED = "area", "selected"


def selected_squares(project: QgsProject) -> tuple[str, ...]:
    """Codes of the squares that are selected in the layers of the project, each once."""
    found: dict[str, None] = {}
    for layer in project.mapLayers().values():
        if isinstance(layer, QgsVectorLayer) and layer.fields().lookupField(_SQUARE_FIELD) >= 0:
            for feature in layer.selectedFeatures():
                code = feature[_SQUARE_FIELD]
                if isinstance(code, str):
                    found[code] = None
    return tuple(found)


class MeasureEditor(QWidget):
    """A form for one measure. `made` carries the step; it asks `target` for the area, and `others` for the others."""

    made = pyqtSignal(object)

    def __init__(self, project: QgsProject, guard: WheelGuard, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._project = project
        self.target: Callable[[], Target | None] = lambda: None
        self.others: Callable[[], list[Target]] = list
        self.kind = self._combo("LeefbaarometerMeasureKind", tr("Measure"), guard)
        for kind, text in _kind_names():
            self.kind.addItem(text, kind)
        self.dimension = self._combo("LeefbaarometerMeasureDimension", tr("Dimension"), guard)
        self.amount = QDoubleSpinBox(self)
        self.amount.setObjectName("LeefbaarometerMeasureAmount")
        self.amount.setAccessibleName(tr("Amount"))
        self.amount.setLocale(QLocale())
        guard.guard(self.amount)
        self.error = QDoubleSpinBox(self)
        self.error.setObjectName("LeefbaarometerMeasureError")
        self.error.setAccessibleName(tr("Standard error"))
        self.error.setToolTip(as_tip(tr("Standard error of the points, where a fitted surrogate estimated them")))
        self.error.setDecimals(3)
        self.error.setPrefix("± ")
        self.error.setRange(0.0, LARGEST_CHANGE)
        self.error.setSingleStep(0.01)
        self.error.setLocale(QLocale())
        guard.guard(self.error)
        self.on = self._combo("LeefbaarometerMeasureOn", tr("On"), guard)
        self.to = self._combo("LeefbaarometerMeasureTo", tr("Moved to"), guard)
        self.to_label = PlainLabel(tr("to"), self)
        self.add = ElidedPush(tr("Add measure"), self)
        self.add.setObjectName("LeefbaarometerMeasureAdd")
        self._build()
        self.kind.currentIndexChanged.connect(lambda _at: self._show_kind())
        self.add.clicked.connect(lambda _checked=False: self._make())
        self._show_kind()

    def _combo(self, name: str, title: str, guard: WheelGuard) -> QComboBox:
        combo = QComboBox(self)
        combo.setObjectName(name)
        combo.setAccessibleName(title)
        combo.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        combo.setMinimumContentsLength(6)
        guard.guard(combo)
        return combo

    def _build(self) -> None:
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(4)
        grid.addWidget(self.kind, 0, 0, 1, 2)
        grid.addWidget(self.dimension, 0, 2, 1, 2)
        grid.addWidget(self.amount, 1, 0)
        grid.addWidget(self.on, 1, 1, 1, 3)
        grid.addWidget(self.to_label, 2, 0, Qt.AlignmentFlag.AlignRight)
        grid.addWidget(self.to, 2, 1, 1, 3)
        grid.addWidget(self.error, 3, 0)
        grid.addWidget(self.add, 3, 2, 1, 2)
        for column in (1, 2, 3):
            grid.setColumnStretch(column, 1)

    def show_model(self, model: ScoreModel) -> None:
        """Dimensions to choose from."""
        wanted = [(theme.id, theme_name(model, theme)) for theme in model.dimensions]
        if wanted != [
            (self.dimension.itemData(at), self.dimension.itemText(at)) for at in range(self.dimension.count())
        ]:
            self.dimension.clear()
            for theme, name in wanted:
                self.dimension.addItem(name, theme)

    def show_targets(self) -> None:
        """What a measure can be on: the area, and the squares that are selected now."""
        target, squares, chosen = self.target(), selected_squares(self._project), self.on.currentData()
        self.on.clear()
        if target is not None:
            self.on.addItem(tr("on {area}").format(area=target.name or tr("the area")), AREA)
        text = trn("on {count} selected square", "on {count} selected squares", len(squares))
        text = text.format(count=formats.count(len(squares)))
        if squares:
            self.on.addItem(text, SELECTED)
        self.on.setCurrentIndex(max(self.on.findData(chosen), 0))
        self.on.setToolTip(as_tip(tr("Select squares on the map (the layer of squares) to change only those")))
        others = [one.name for one in self.others()]
        if others != [self.to.itemText(at) for at in range(self.to.count())]:
            self.to.clear()
            self.to.addItems(others)
        self.add.setEnabled(self.on.count() > 0 and (self.kind.currentData() != DWELLINGS_MOVE or bool(others)))

    def enterEvent(self, event: QEnterEvent | QEvent | None) -> None:
        """Look again at what is selected on the map."""
        self.show_targets()
        super().enterEvent(event)

    def _show_kind(self) -> None:
        kind = self.kind.currentData()
        self.dimension.setVisible(kind in ON_DIMENSION)
        self.error.setVisible(kind in (ADD, SET))
        for widget in (self.to, self.to_label):
            widget.setVisible(kind == DWELLINGS_MOVE)
        decimals, low, high, step, value = _RANGES[kind]
        self.amount.setDecimals(decimals)
        self.amount.setRange(low, high)
        self.amount.setSingleStep(step)
        self.amount.setValue(value)
        self.show_targets()

    def _make(self) -> None:
        kind = self.kind.currentData()
        target = self.target() if self.on.currentData() == AREA else Target(squares=selected_squares(self._project))
        if target is None or (target.outline is None and not target.squares):
            self.show_targets()
            return
        others = self.others()
        destination = others[self.to.currentIndex()] if kind == DWELLINGS_MOVE and others else None
        dimension = self.dimension.currentData() if kind in ON_DIMENSION else ""
        error = self.error.value() if kind in (ADD, SET) else 0.0
        self.made.emit(ScenarioStep(kind, target, self.amount.value(), dimension, GEMEENTE, destination, error))


_RANGES = {
    ADD: (2, -LARGEST_CHANGE, LARGEST_CHANGE, 0.01, 0.05),
    SET: (2, -LARGEST_CHANGE, LARGEST_CHANGE, 0.01, 0.0),
    TOWARD: (2, 0.0, 1.0, 0.1, 0.5),
    DWELLINGS_ADD: (0, -1e6, 1e6, 10.0, 100.0),
    DWELLINGS_TIMES: (2, 0.0, 100.0, 0.1, 1.1),
    DWELLINGS_MOVE: (0, 0.0, 1e6, 10.0, 100.0),
}


def _kind_names() -> list[tuple[str, str]]:
    return [
        (DWELLINGS_ADD, tr("dwellings more or fewer")),
        (DWELLINGS_TIMES, tr("dwellings times")),
        (DWELLINGS_MOVE, tr("move dwellings")),
        (ADD, tr("add points")),
        (SET, tr("set a dimension to")),
        (TOWARD, tr("part of the way to the gemeente")),
    ]


def measure_sentence(model: ScoreModel, step: ScenarioStep) -> str:
    """A measure in words."""
    names = {theme.id: theme_name(model, theme) for theme in model.dimensions}
    on = step.target.name or tr("the area")
    if step.target.squares:
        count = len(step.target.squares)
        on = trn("{count} square", "{count} squares", count).format(count=formats.count(count))
    to = step.destination.name if step.destination is not None else ""
    added = trn("{count} dwelling on {on}", "{count} dwellings on {on}", step.amount)
    moved = trn("{moved} dwelling from {on} to {to}", "{moved} dwellings from {on} to {to}", step.amount)
    texts = {
        ADD: tr("{dimension} {signed} on {on}"),
        SET: tr("{dimension} set to {signed} on {on}"),
        TOWARD: tr("{dimension} {share} of the way to the gemeente on {on}"),
        DWELLINGS_ADD: added,
        DWELLINGS_TIMES: tr("dwellings × {factor} on {on}"),
        DWELLINGS_MOVE: moved,
    }
    if step.error:
        texts[step.kind] += tr(" (± {error})").format(error=formats.score(step.error))
    return texts[step.kind].format(
        dimension=names.get(step.dimension, step.dimension),
        signed=formats.signed_score(step.amount),
        share=formats.percentage(step.amount) if step.kind == TOWARD else "",
        count=formats.number(step.amount, 0, signed=True),
        moved=formats.count(step.amount),
        factor=formats.number(step.amount, 2),
        on=on,
        to=to,
    )


class MeasureList(QWidget):
    """The measures of a scenario in their order, which counts. `changed` carries the steps as they should be."""

    changed = pyqtSignal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._steps: tuple[ScenarioStep, ...] = ()
        self.list = QListWidget(self)
        self.list.setObjectName("LeefbaarometerMeasures")
        self.list.setAccessibleName(tr("Measures, in order"))
        self.list.setMaximumHeight(round(self.fontMetrics().height() * 1.4 * _ROWS))
        self.up, self.down, self.remove = (
            self._button(icon, text)
            for icon, text in (("up", tr("Earlier")), ("down", tr("Later")), ("delete", tr("Remove")))
        )
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.list, 1)
        buttons = QGridLayout()
        for at, button in enumerate((self.up, self.down, self.remove)):
            buttons.addWidget(button, at, 0)
        row.addLayout(buttons)
        self.up.clicked.connect(lambda _checked=False: self._move(-1))
        self.down.clicked.connect(lambda _checked=False: self._move(1))
        self.remove.clicked.connect(lambda _checked=False: self._remove())
        self.list.currentRowChanged.connect(lambda _row: self._show_buttons())

    def _button(self, icon: str, text: str) -> QToolButton:
        button = QToolButton(self)
        button.setObjectName(f"LeefbaarometerMeasure_{icon}")
        button.setIcon(tinted_icon(resource_path("icons", f"{icon}.svg"), self.palette()))
        button.setToolTip(as_tip(text))
        button.setAccessibleName(text)
        button.setAutoRaise(True)
        button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        return button

    def show_steps(self, model: ScoreModel, steps: Sequence[ScenarioStep]) -> None:
        """Show the measures."""
        at, self._steps = self.list.currentRow(), tuple(steps)
        self.list.clear()
        for number, step in enumerate(steps, start=1):
            self.list.addItem(f"{number}. {measure_sentence(model, step)}")
        self.list.setCurrentRow(min(at, len(self._steps) - 1))
        self.setVisible(bool(self._steps))
        self._show_buttons()

    def _show_buttons(self) -> None:
        at = self.list.currentRow()
        self.remove.setEnabled(at >= 0)
        self.up.setEnabled(at > 0)
        self.down.setEnabled(0 <= at < len(self._steps) - 1)

    def _move(self, by: int) -> None:
        at, steps = self.list.currentRow(), list(self._steps)
        if 0 <= at < len(steps) and 0 <= at + by < len(steps):
            steps[at], steps[at + by] = steps[at + by], steps[at]
            self.changed.emit(tuple(steps))
            self.list.setCurrentRow(at + by)

    def _remove(self) -> None:
        at = self.list.currentRow()
        if at >= 0:
            self.changed.emit((*self._steps[:at], *self._steps[at + 1 :]))
