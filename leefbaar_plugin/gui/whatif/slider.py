# SPDX-License-Identifier: GPL-2.0-or-later
"""A dimension that can be moved: its name, a slider with where it is now and where the gemeente is, and a field."""

from __future__ import annotations

from dataclasses import dataclass

from qgis.PyQt.QtCore import QObject, QPointF, Qt, pyqtSignal
from qgis.PyQt.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPalette, QPen, QPolygonF, QValidator
from qgis.PyQt.QtWidgets import QDoubleSpinBox, QGridLayout, QSizePolicy, QSlider, QStyle, QStyleOptionSlider, QWidget

from ...plain_text import as_tip
from ...translation import tr
from ...words import formats
from ..pages import scaled
from ..widgets.elided import ElidedLabel
from ..widgets.wheel_guard import WheelGuard

STEPS = 100
"""Steps of a slider in one score unit: 0.01 each."""
_REACH = 50
_BEYOND = 25
_PAGE = 5
_LABEL, _SLIDER = 78, 40


@dataclass(frozen=True)
class MovedDimension:
    """A dimension of an area: its contribution now, the points added to it, and the gemeente's; NaN without any."""

    base: float
    added: float
    gemeente: float

    @property
    def value(self) -> float:
        """The contribution with the points."""
        return self.base + self.added

    @property
    def can_go_toward(self) -> bool:
        """Whether both are known."""
        return formats.has_value(self.base) and formats.has_value(self.gemeente)


class ContributionSlider(QSlider):
    """Steps of 0.01; a thick tick is the situation now, a triangle the gemeente. `back` is sent by Delete."""

    back = pyqtSignal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.setSingleStep(1)
        self.setPageStep(_PAGE)
        self.setMinimumWidth(_SLIDER)
        self._now = self._gemeente = float("nan")

    def show_marks(self, now: float, gemeente: float) -> None:
        """Where the situation now and the gemeente are, in steps; NaN for no mark."""
        self._now, self._gemeente = now, gemeente
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Delete and Backspace go back to the situation now."""
        if event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.back.emit()
            return
        super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The marks, and the change as a coloured piece, under the slider as the style draws it."""
        if formats.has_value(self._now):
            self._paint_marks()
        super().paintEvent(event)

    def _paint_marks(self) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ink = self.palette().color(QPalette.ColorRole.WindowText)
        middle, now = self.height() / 2.0, self._place(self._now)
        half = min(middle - 2.0, 8.0)
        painter.setPen(QPen(ink, 2.5))
        painter.drawLine(QPointF(now, middle - half), QPointF(now, middle + half))
        if formats.has_value(self._gemeente):
            at, foot = self._place(self._gemeente), self.height() - 1.0
            painter.setPen(QPen(ink, 1.0))
            painter.drawPolygon(QPolygonF([QPointF(at, foot - 6.0), QPointF(at - 4.0, foot), QPointF(at + 4.0, foot)]))
        painter.end()

    def _place(self, step: float) -> float:
        """Pixels from the left of a step: where the middle of the handle would be."""
        option = QStyleOptionSlider()
        self.initStyleOption(option)
        handle = self.style().pixelMetric(QStyle.PixelMetric.PM_SliderLength, option, self)
        within = self.width() - handle
        reach = max(self.maximum() - self.minimum(), 1)
        part = min(max((step - self.minimum()) / reach, 0.0), 1.0)
        return handle / 2.0 + part * within


class ContributionBox(QDoubleSpinBox):
    """A field for a contribution, written as everywhere: its sign, a true minus, two decimals."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setDecimals(2)
        self.setSingleStep(1.0 / STEPS)
        self.setKeyboardTracking(False)
        self.setAlignment(Qt.AlignmentFlag.AlignRight)

    def textFromValue(self, value: float) -> str:  # noqa: N802  Qt's name
        """As it is shown."""
        return formats.number(value, 2, self.locale(), signed=True)

    def valueFromText(self, text: str) -> float:  # noqa: N802  Qt's name
        """What was typed, with any minus."""
        return float(super().valueFromText(_typed(text)))

    def validate(self, text: str, place: int) -> tuple[QValidator.State, str, int]:
        """Whether it is a number so far."""
        return super().validate(_typed(text), place)[0], text, place


class DimensionRow(QObject):
    """Label, slider and field of one dimension. `moved` carries points to add, and whether the slider was held already.

    What is done while it is held is one change.
    """

    moved = pyqtSignal(float, bool)

    def __init__(self, name: str, note: str, guard: WheelGuard, parent: QWidget) -> None:
        super().__init__(parent)
        self.name = name
        self.label = _Name(parent)
        self.label.setFixedWidth(scaled(parent, _LABEL))
        self.slider = ContributionSlider(parent)
        self.box = ContributionBox(parent)
        tip = tr("Double click: back to the situation now")
        self.label.set_texts("", name, "\n".join(part for part in (name, note, tip) if part))
        for field in (self.slider, self.box):
            field.setAccessibleName(name)
        self.box.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        guard.guard(self.slider, self.box)
        self.shown = MovedDimension(float("nan"), 0.0, float("nan"))
        self._held = False
        self.label.back.connect(self._back)
        self.slider.back.connect(self._back)
        self.slider.sliderPressed.connect(self._pressed)
        self.slider.valueChanged.connect(self._slid)
        self.box.valueChanged.connect(lambda value: self._wanted(round(value * STEPS), False))

    def add_to(self, grid: QGridLayout, row: int) -> None:
        """Put the three into a row of a grid."""
        for column, widget in enumerate((self.label, self.slider, self.box)):
            grid.addWidget(widget, row, column)

    def remove(self) -> None:
        """Take the three away."""
        for one in (self.label, self.slider, self.box, self):
            one.deleteLater()

    def show_moved(self, shown: MovedDimension) -> None:
        """Show where the dimension is now and in the scenario."""
        if shown == self.shown:
            return
        self.shown = shown
        there = formats.has_value(shown.base)
        for widget in (self.slider, self.box):
            widget.setEnabled(there)
            widget.blockSignals(True)
        now = _steps(shown.base) if there else 0
        value = _steps(shown.value) if there else 0
        low, high = min(-_REACH, now - _BEYOND, value), max(_REACH, now + _BEYOND, value)
        self.slider.setRange(low, high)
        self.slider.setValue(value)
        self.box.setRange(low / STEPS, high / STEPS)
        self.box.setValue(value / STEPS)
        for widget in (self.slider, self.box):
            widget.blockSignals(False)
        self.slider.show_marks(shown.base * STEPS, shown.gemeente * STEPS)
        self.slider.setToolTip(as_tip(self._tip() if there else ""))
        strong = self.name if shown.added else ""
        self.label.set_texts(strong, "" if strong else self.name)

    def _tip(self) -> str:
        shown = self.shown
        lines = [tr("now {value}").format(value=formats.signed_score(shown.base))]
        if shown.added:
            text = tr("in this example {value} ({added})")
            added = formats.signed_score(shown.added)
            lines.append(text.format(value=formats.signed_score(shown.value), added=added))
        if formats.has_value(shown.gemeente):
            lines.append(tr("gemeente {value}").format(value=formats.signed_score(shown.gemeente)))
        return "\n".join(lines)

    def _pressed(self) -> None:
        self._held = False

    def _slid(self, value: int) -> None:
        held, self._held = self._held, self.slider.isSliderDown()
        self._wanted(value, held and self._held)

    def _wanted(self, value: int, held: bool) -> None:
        """So many steps: whole hundredths are added to what is shown of the situation now."""
        self.moved.emit((value - _steps(self.shown.base)) / STEPS, held)

    def _back(self) -> None:
        if formats.has_value(self.shown.base) and self.slider.isEnabled():
            self.moved.emit(0.0, False)


class _Name(ElidedLabel):
    """Sends `back` when it is clicked twice."""

    back = pyqtSignal()
    _said = ""

    def set_texts(self, strong: str, rest: str = "", tip: str = "") -> None:
        """Show the name; the tip stays until there is another."""
        self._said = tip or self._said
        super().set_texts(strong, rest, self._said)

    def mouseDoubleClickEvent(self, _event: QMouseEvent) -> None:
        """Back to the situation now."""
        self.back.emit()


def _steps(value: float) -> int:
    """Steps as they are shown: a half goes away from zero, as a number that is written does."""
    return round(float(f"{value:.2f}") * STEPS)


def _typed(text: str) -> str:
    return text.replace(formats.MINUS, "-").replace("+", "").strip()
