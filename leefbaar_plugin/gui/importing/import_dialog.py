# SPDX-License-Identifier: GPL-2.0-or-later
"""The import dialog: choose files, see what they hold, choose gemeenten, import with progress and Cancel."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial
from pathlib import Path

from qgis.core import Qgis, QgsSettings
from qgis.PyQt.QtCore import Qt, pyqtSignal
from qgis.PyQt.QtWidgets import (
    QDialogButtonBox,
    QDoubleSpinBox,
    QFileDialog,
    QFormLayout,
    QGroupBox,
    QHBoxLayout,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QProgressBar,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from ... import settings
from ...engine.errors import CancelledError, LeefbaarError, LibraryError
from ...pack.importing.importer import ImportResult, import_edition
from ...pack.reading.inspection import Inspection
from ...plain_text import MarkupLabel, PlainLabel, as_tip, escaped
from ...translation import tr, translated_error
from ..messages import Messages, log, sentence_of
from ..widgets.tab_order import OrderedDialog, named
from ..work import Background
from .import_preview import describe, suggested_folder, without_counts
from .import_report import ImportReport, needs_word, question, quiet_button, scrolling
from .own_points import OwnPoints, OwnPointsDialog, inspect_with

_SUBJECT = "import"
_FOLDER = "leefbaarometer/import_folder"
_LARGEST_MARGIN = 100_000


class ImportDialog(OrderedDialog):
    """Not modal; tells what the check of an import found. `imported` carries the result of one that is to be opened."""

    imported = pyqtSignal(object)
    help_wanted = pyqtSignal()

    def __init__(self, background: Background, messages: Messages, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("LeefbaarometerImportDialog")
        self.setWindowTitle(tr("Import Leefbaarometer data"))
        self._background = background
        self._messages = messages
        self._found: Inspection | None = None
        self._result: ImportResult | None = None
        self._points: OwnPoints | None = None
        self._build()
        background.progressed.connect(self._show_progress)
        self._show_state()

    def _build(self) -> None:
        column = QVBoxLayout(self)
        self._pages = QStackedWidget(self)
        self._pages.addWidget(self._choosing_page())
        self.report = ImportReport(self)
        self._pages.addWidget(self.report)
        column.addWidget(self._pages, 1)
        self.progress = QProgressBar(self)
        self.progress.setVisible(False)
        column.addWidget(self.progress)
        self.status = PlainLabel(self)
        self.status.setObjectName("LeefbaarometerImportStatus")
        self.status.setWordWrap(True)
        column.addWidget(self.status)
        buttons = QDialogButtonBox(self)
        self.start = buttons.addButton(tr("Import"), QDialogButtonBox.ButtonRole.AcceptRole)
        self.start.setObjectName("LeefbaarometerImportStart")
        self.cancel = buttons.addButton(tr("Cancel"), QDialogButtonBox.ButtonRole.RejectRole)
        self.start.clicked.connect(self._go_on)
        self.cancel.clicked.connect(self.reject)
        buttons.addButton(QDialogButtonBox.StandardButton.Help)
        buttons.helpRequested.connect(self.help_wanted)
        column.addWidget(buttons)
        self.resize(720, 560)

    def _choosing_page(self) -> QWidget:
        page = QWidget(self)
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._files_box())
        middle = QHBoxLayout()
        middle.addWidget(self._preview_box(), 1)
        middle.addWidget(self._choice_box(), 1)
        column.addLayout(middle, 1)
        column.addLayout(self._target_row())
        return page

    def _files_box(self) -> QWidget:
        box = QGroupBox(tr("Files from the Leefbaarometer and CBS"), self)
        row = QHBoxLayout(box)
        self.files = named(QListWidget(box), tr("Files from the Leefbaarometer and CBS"))
        self.files.setObjectName("LeefbaarometerImportFiles")
        self.files.setMaximumHeight(110)
        self.files.setAlternatingRowColors(True)
        self.files.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        self.files.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        row.addWidget(self.files, 1)
        buttons = QVBoxLayout()
        self.add_files_button = quiet_button(tr("Add files…"), "LeefbaarometerAddFiles", self._choose_files)
        self.add_folder_button = quiet_button(tr("Add a folder…"), "LeefbaarometerAddFolder", self._choose_folder)
        self.remove_button = quiet_button(tr("Remove"), "LeefbaarometerRemoveFiles", self._remove)
        self.points_button = quiet_button(tr("Own dwellings…"), "LeefbaarometerOwnDwellings", self._choose_points)
        for button in (self.add_files_button, self.add_folder_button, self.remove_button, self.points_button):
            buttons.addWidget(button)
        buttons.addStretch(1)
        row.addLayout(buttons)
        return box

    def _preview_box(self) -> QWidget:
        box = QGroupBox(tr("What they hold"), self)
        column = QVBoxLayout(box)
        text = tr("Add a zip, a folder or files; this shows what is in them before anything is done.")
        self.preview = MarkupLabel(box)
        self.preview.setText(escaped(text))
        self.preview.setObjectName("LeefbaarometerPreview")
        self.preview.setWordWrap(True)
        self.preview.setAlignment(Qt.AlignmentFlag.AlignTop)
        column.addWidget(named(scrolling(self.preview, box), tr("What they hold")), 1)
        return box

    def _choice_box(self) -> QWidget:
        box = QGroupBox(tr("Gemeenten to import"), self)
        column = QVBoxLayout(box)
        self.search = named(QLineEdit(box), tr("Search a gemeente"))
        self.search.setPlaceholderText(tr("Search a gemeente"))
        self.search.setClearButtonEnabled(True)
        self.gemeenten = named(QListWidget(box), tr("Gemeenten to import"))
        self.gemeenten.setObjectName("LeefbaarometerGemeenten")
        self.choice = PlainLabel(box)
        self.margin = QDoubleSpinBox(box)
        self.margin.setRange(0, _LARGEST_MARGIN)
        self.margin.setDecimals(0)
        self.margin.setSingleStep(500)
        self.margin.setSuffix(" m")
        self.margin.setEnabled(False)
        form = QFormLayout()
        form.addRow(tr("Margin around them"), self.margin)
        column.addWidget(self.search)
        column.addWidget(self.gemeenten, 1)
        column.addWidget(self.choice)
        column.addLayout(form)
        self.search.textChanged.connect(self._filter)
        self.gemeenten.itemChanged.connect(self._choice_changed)
        return box

    def _target_row(self) -> QFormLayout:
        form = QFormLayout()
        row = QHBoxLayout()
        self.target = named(QLineEdit(self), tr("Data pack (new folder)"))
        self.target.setObjectName("LeefbaarometerTarget")
        self.browse = quiet_button(tr("Browse…"), "LeefbaarometerBrowseTarget", self._choose_target)
        row.addWidget(self.target, 1)
        row.addWidget(self.browse)
        form.addRow(tr("Data pack (new folder)"), row)
        return form

    # Files

    def add_paths(self, paths: Iterable[str | Path]) -> None:
        """Add files or folders, and look what they hold."""
        listed = {self.files.item(row).text() for row in range(self.files.count())}
        for path in paths:
            if str(path) not in listed:
                item = QListWidgetItem(str(path))
                item.setToolTip(as_tip(str(path)))
                self.files.addItem(item)
        self._inspect()

    def _paths(self) -> list[str]:
        return [self.files.item(row).text() for row in range(self.files.count())]

    def _choose_files(self) -> None:
        kinds = tr("Leefbaarometer data") + " (*.zip *.csv *.gpkg *.shp *.geojson *.json)"
        paths, _ = QFileDialog.getOpenFileNames(self, tr("Add files"), self._last_folder(), kinds)
        self._remember(paths)
        self.add_paths(paths)

    def _choose_folder(self) -> None:
        path = QFileDialog.getExistingDirectory(self, tr("Add a folder"), self._last_folder())
        self._remember([path] if path else [])
        self.add_paths([path] if path else [])

    @staticmethod
    def _last_folder() -> str:
        return QgsSettings().value(_FOLDER, "", type=str)

    @staticmethod
    def _remember(paths: list[str]) -> None:
        if paths:
            QgsSettings().setValue(_FOLDER, str(Path(paths[0]).parent))

    def _remove(self) -> None:
        for item in self.files.selectedItems() or [self.files.item(self.files.count() - 1)]:
            self.files.takeItem(self.files.row(item))
        self._inspect()

    def _choose_points(self) -> None:
        asked = OwnPointsDialog(self, self._background, self._points, self._last_folder())
        if asked.exec() and asked.given != self._points:
            self._points = asked.given
            self._inspect()

    def _inspect(self) -> None:
        self._found = self._result = None
        paths, points = self._paths(), self._points
        if not paths:
            self._background.cancel(_SUBJECT)
            self.status.setText("")
            self._show_state()
            return
        self.status.setText(tr("Looking what the files hold…"))
        title = tr("Leefbaarometer: looking through files")
        look = partial(inspect_with, paths, points)
        self._background.start(_SUBJECT, title, look, self._inspected, self._not_inspected, False)
        self._show_state()

    def _inspected(self, found: Inspection) -> None:
        self._found = found
        self.status.setText(without_counts(found))
        self.preview.setText(describe(found))
        self.gemeenten.blockSignals(True)
        self.gemeenten.clear()
        for code, name in found.gemeenten:
            item = QListWidgetItem(name or code)
            item.setData(Qt.ItemDataRole.UserRole, code)
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            item.setCheckState(Qt.CheckState.Unchecked)
            self.gemeenten.addItem(item)
        self.gemeenten.blockSignals(False)
        self._choice_changed()
        self._show_state()

    def _not_inspected(self, problem: BaseException) -> None:
        self.preview.setText("")
        self.status.setText("" if isinstance(problem, CancelledError) else self._told(problem))
        self._show_state()

    def _told(self, problem: BaseException) -> str:
        """The sentence of an error of ours; what needs diagnostics or the log goes to the message bar too."""
        if isinstance(problem, LibraryError | ImportError) or not isinstance(problem, LeefbaarError):
            self._messages.error(problem)
        else:  # told here, so not in the message bar behind this dialog too
            log(translated_error(problem), Qgis.MessageLevel.Warning)
        return sentence_of(problem)

    # Choice and target

    def _chosen(self) -> list[str]:
        items = (self.gemeenten.item(row) for row in range(self.gemeenten.count()))
        return [i.data(Qt.ItemDataRole.UserRole) for i in items if i.checkState() == Qt.CheckState.Checked]

    def _filter(self, text: str) -> None:
        for row in range(self.gemeenten.count()):
            item = self.gemeenten.item(row)
            item.setHidden(text.casefold() not in item.text().casefold())

    def _choice_changed(self) -> None:
        chosen = self._chosen()
        text = tr("{number} chosen") if chosen else tr("None ticked: everything is imported.")
        self.choice.setText(text.format(number=len(chosen)))
        self.margin.setEnabled(bool(chosen))
        if self._found is not None:
            self.target.setText(str(suggested_folder(self._found, chosen, settings.load().folder / "data")))

    def _choose_target(self) -> None:
        path = QFileDialog.getExistingDirectory(self, tr("Folder in which the data pack is made"), self.target.text())
        if path:
            self.target.setText(str(Path(path) / Path(self.target.text()).name))

    def _go_on(self) -> None:
        """Import; or, once that is done, open what is off all the same."""
        if self._result is None:
            self._import()
        else:
            self.accept()
            self.imported.emit(self._result)

    def _import(self) -> None:
        found, target = self._found, self.target.text().strip()
        if found is None or not target:
            return
        chosen, margin = self._chosen(), self.margin.value() if self._chosen() else 0.0
        self.status.setText(tr("Importing…"))
        self.progress.setValue(0)
        self._background.start(
            _SUBJECT,
            tr("Leefbaarometer: importing edition {edition}").format(edition=found.edition),
            lambda progress: import_edition(found, target, chosen, margin, progress),
            self._imported,
            self._not_imported,
            of_project=False,
        )
        self._show_state()

    def _imported(self, result: ImportResult) -> None:
        asks = needs_word(result.folder, result.info)
        if result.already_there and not asks:  # it was told when it was imported
            self._show_state()
            self.accept()
            self.imported.emit(result)
            return
        self._result = result
        self.report.tell(result.info)
        self.status.setText(question(result.info) + " " + tr("The data aren't opened yet.") if asks else "")
        self._show_state()
        if not asks:
            self.imported.emit(result)

    def _not_imported(self, problem: BaseException) -> None:
        self._show_state()
        self.status.setText(self._told(problem))

    def _show_progress(self, subject: str, percent: float) -> None:
        if subject == _SUBJECT:
            self.progress.setValue(round(percent))

    def _show_state(self) -> None:
        running, result = self._background.is_running(_SUBJECT), self._result
        self._pages.setCurrentIndex(0 if result is None else 1)
        self.progress.setVisible(running)
        self.start.setText(tr("Import") if result is None else tr("Open anyway"))
        self.start.setVisible(result is None or needs_word(result.folder, result.info))
        self.start.setEnabled(self._found is not None and not running)
        self.cancel.setText(tr("Cancel") if result is None else tr("Close"))
        self.remove_button.setEnabled(self.files.count() > 0 and not running)
        choices = (self.gemeenten, self.search, self.target, self.browse)
        for widget in (self.add_files_button, self.add_folder_button, self.points_button, *choices):
            widget.setEnabled(not running)

    def reject(self) -> None:
        """Cancel what runs; with nothing running, close."""
        if self._background.is_running(_SUBJECT):
            self._background.cancel(_SUBJECT)
            self.status.setText(tr("Cancelling…"))
        else:
            super().reject()
