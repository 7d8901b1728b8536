# SPDX-License-Identifier: GPL-2.0-or-later
"""What has to be known beside a figure: warnings with a sign and a colour, and quieter information on one line."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from qgis.PyQt.QtCore import QRectF, Qt, pyqtSignal
from qgis.PyQt.QtGui import QColor, QPainter, QPaintEvent
from qgis.PyQt.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from ...charts.painting.colours import ground_of
from ...charts.painting.contrast import luminance
from ...charts.painting.mixing import mixed
from ...plain_text import MarkupLabel, PlainLabel, as_tip, escaped
from ...translation import tr, trn
from ..widgets.elided import ElidedLabel

SIGN, INFO = "⚠", "ℹ"
AMBER = "#B26A00"
_SHARE, _DARK_SHARE = 0.22, 0.38
_MOST = 3
_BAR = 4
_DARK = 0.18


@dataclass(frozen=True)
class Warned:
    """A warning: what stands in bold, what comes behind it, and why (the tip)."""

    strong: str
    rest: str = ""
    tip: str = ""

    @property
    def text(self) -> str:
        """The whole sentence."""
        return f"{self.strong}{self.rest}"


class WarningRow(QWidget):
    """One warning: an amber row with a bar and a triangle at the left. `clicked` is sent by a click."""

    clicked = pyqtSignal()

    def __init__(self, warned: Warned, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setToolTip(as_tip(warned.tip or warned.text))
        self.setAccessibleName(f"{tr('Warning')}: {warned.text}")
        sign = PlainLabel(SIGN, self)
        said = MarkupLabel(self)
        said.setText(f"<b>{escaped(warned.strong)}</b>{escaped(warned.rest)}")
        said.setWordWrap(True)
        said.setTextInteractionFlags(Qt.TextInteractionFlag.NoTextInteraction)
        row = QHBoxLayout(self)
        row.setContentsMargins(_BAR + 5, 3, 4, 3)
        row.setSpacing(6)
        row.addWidget(sign, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(said, 1)

    def mouseReleaseEvent(self, _event: object) -> None:
        """A click."""
        self.clicked.emit()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The ground, a tint of amber that the text can be read on, and the bar."""
        painter = QPainter(self)
        ground = ground_of(self)
        dark = luminance(ground.name()) < _DARK
        painter.fillRect(self.rect(), mixed(QColor(AMBER), ground, _DARK_SHARE if dark else _SHARE))
        painter.fillRect(QRectF(0, 0, _BAR, self.height()), QColor(AMBER))
        painter.end()


class Notes(QWidget):
    """Warnings, each on a row of its own, and information together on one line."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._warned: tuple[Warned, ...] = ()
        self._unfolded = False
        self._rows = QVBoxLayout()
        self._rows.setSpacing(2)
        self.infos = ElidedLabel(self, muted=True)
        self.infos.setObjectName("LeefbaarometerNotes")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addLayout(self._rows)
        column.addWidget(self.infos)

    def text(self) -> str:
        """All warnings, one a line."""
        return "\n".join(warned.text for warned in self._warned)

    def show_notes(self, warned: Sequence[Warned], infos: Sequence[str]) -> None:
        """Show these; of more than three warnings the last row tells how many more there are, until it is clicked."""
        if tuple(warned) != self._warned:
            self._warned, self._unfolded = tuple(warned), False
            self._fill()
        self.infos.set_texts("", f"{INFO} {' · '.join(infos)}" if infos else "", tip="\n".join(infos))
        self.infos.setVisible(bool(infos))
        self.setVisible(bool(warned or infos))

    def rows(self) -> list[WarningRow]:
        """The rows that are there."""
        found = [self._rows.itemAt(at).widget() for at in range(self._rows.count())]
        return [row for row in found if isinstance(row, WarningRow)]

    def _fill(self) -> None:
        while self._rows.count():
            widget = self._rows.takeAt(0).widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        shown = list(self._warned)
        folded = len(shown) > _MOST and not self._unfolded
        if folded:
            rest = shown[_MOST - 1 :]
            more = Warned(
                trn("{count} more warning", "{count} more warnings", len(rest)).format(count=len(rest)),
                " ▾",
                "\n".join(one.text for one in rest),
            )
            shown = [*shown[: _MOST - 1], more]
        for warned in shown:
            row = WarningRow(warned, self)
            if folded and warned is shown[-1]:
                row.setCursor(Qt.CursorShape.PointingHandCursor)
                row.clicked.connect(self._unfold)
            self._rows.addWidget(row)

    def _unfold(self) -> None:
        self._unfolded = True
        self._fill()


def small_label(parent: QWidget, name: str, wrap: bool = True) -> QLabel:
    """A label in small print that can be selected."""
    label = PlainLabel(parent)
    label.setObjectName(name)
    label.setWordWrap(wrap)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    font = label.font()
    font.setPointSizeF(font.pointSizeF() * 0.88)
    label.setFont(font)
    return label
