# SPDX-License-Identifier: GPL-2.0-or-later
"""The user's own dwellings in an import: a file of points, and which of its points count."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from qgis.PyQt.QtCore import QTimer
from qgis.PyQt.QtWidgets import (
    QComboBox,
    QDialogButtonBox,
    QFileDialog,
    QFormLayout,
    QHBoxLayout,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from ...engine.errors import CancelledError
from ...pack.files.progress import Progress
from ...pack.reading.inspection import Inspection, inspect
from ...pack.reading.points import PointChoice, add_points, point_layer
from ...plain_text import PlainLabel
from ...translation import tr
from ..messages import sentence_of
from ..widgets.tab_order import OrderedDialog, named
from ..work import Background
from .import_report import quiet_button

_SUBJECT = "own points"
_LATER = 300
"""Milliseconds of rest in typing after which a file is looked at."""


@dataclass(frozen=True)
class OwnPoints:
    """A file of points, and what the user says of it."""

    path: str
    choice: PointChoice


def inspect_with(paths: Sequence[str], points: OwnPoints | None, progress: Progress) -> Inspection:
    """What files hold, with the user's own points among it; InputError when one can't be read."""
    found = inspect(paths, progress)
    if points is not None:
        add_points(found, points.path, points.choice)
    return found


class OwnPointsDialog(OrderedDialog):
    """Asks for the file and its columns; `given` is what was answered, None for no points of one's own.

    A file is opened in the background: one of a whole country takes its time.
    """

    def __init__(self, parent: QWidget | None, background: Background, before: OwnPoints | None, folder: str) -> None:
        super().__init__(parent)
        self._background = background
        self._wanted = before.choice if before is not None else PointChoice()
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(_LATER)
        self._later.timeout.connect(self._open)
        self.setObjectName("LeefbaarometerOwnPoints")
        self.setWindowTitle(tr("Own dwellings"))
        self._folder = folder
        self.given = before
        column = QVBoxLayout(self)
        about = tr(
            "Points of dwellings, such as verblijfsobjecten of the BAG, as a weight beside those of CBS. Without a "
            "filter those with a residential use count, or all where the file doesn't tell."
        )
        told = PlainLabel(about, self)
        told.setWordWrap(True)
        column.addWidget(told)
        self.path = named(QLineEdit(self), tr("File with points"))
        self.path.setObjectName("LeefbaarometerPointsFile")
        self.browse = quiet_button(tr("Browse…"), "LeefbaarometerBrowsePoints", self._browse)
        row = QHBoxLayout()
        row.addWidget(self.path, 1)
        row.addWidget(self.browse)
        form = QFormLayout()
        form.addRow(tr("File with points"), row)
        self.filter = QLineEdit(self)
        self.filter.setPlaceholderText("gebruiksdoel = 'woonfunctie'")
        form.addRow(tr("Filter (SQL)"), self.filter)
        self.number, self.built = QComboBox(self), QComboBox(self)
        form.addRow(tr("Column with the number"), self.number)
        form.addRow(tr("Column with the year built"), self.built)
        column.addLayout(form)
        self.status = PlainLabel(self)
        self.status.setWordWrap(True)
        column.addWidget(self.status)
        buttons = QDialogButtonBox(self)
        self.accept_button = buttons.addButton(QDialogButtonBox.StandardButton.Ok)
        buttons.addButton(QDialogButtonBox.StandardButton.Cancel)
        self.remove = buttons.addButton(tr("No own dwellings"), QDialogButtonBox.ButtonRole.ResetRole)
        self.remove.setEnabled(before is not None)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        self.remove.clicked.connect(self._none)
        column.addWidget(buttons)
        self.path.textChanged.connect(lambda _text: self._look())
        self.resize(520, self.sizeHint().height())
        self.filter.setText(self._wanted.condition)
        self.path.setText(before.path if before is not None else "")
        self._look()

    def _browse(self) -> None:
        kinds = tr("Points") + " (*.gpkg *.shp *.geojson *.json *.fgb)"
        path, _ = QFileDialog.getOpenFileName(self, tr("File with points"), self._folder, kinds)
        if path:
            self.path.setText(path)

    def _look(self) -> None:
        """The file is another one: its columns aren't known yet."""
        self._show_columns((), "")
        self._later.start()

    def _open(self) -> None:
        path = self.path.text().strip()
        if not path:
            return
        self.status.setText(tr("Looking what the files hold…"))
        self._background.start(
            _SUBJECT,
            tr("Leefbaarometer: looking through files"),
            lambda _progress: point_layer(path, Path(path).name).fields,
            lambda fields: self._show_columns(fields, ""),
            self._failed,
            of_project=False,
        )

    def _failed(self, problem: BaseException) -> None:
        if not isinstance(problem, CancelledError):
            self._show_columns((), sentence_of(problem))

    def _show_columns(self, fields: Sequence[str], problem: str) -> None:
        """Offer the columns of the file, or say why it can't be used."""
        wanted = ((self.number, self._wanted.number), (self.built, self._wanted.built))
        names = (tr("recognised by its name, else one each"), tr("recognised by its name"))
        for (box, name), none in zip(wanted, names, strict=True):
            box.clear()
            box.addItem(none, "")
            for field in fields:
                box.addItem(field, field)
            box.setCurrentIndex(max(box.findData(name), 0))
        self.status.setText(problem)
        self.accept_button.setEnabled(bool(fields))

    def done(self, result: int) -> None:
        """Wait for nothing any more."""
        self._later.stop()
        self._background.cancel(_SUBJECT)
        super().done(result)

    def accept(self) -> None:
        """Keep the answer."""
        choice = PointChoice(self.filter.text().strip(), self.number.currentData(), self.built.currentData())
        self.given = OwnPoints(self.path.text().strip(), choice)
        super().accept()

    def _none(self) -> None:
        self.given = None
        super().accept()
