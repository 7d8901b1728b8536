# SPDX-License-Identifier: GPL-2.0-or-later
"""The page Hand over: areas as report, web page, workbook, CSV, GeoPackage or map picture, in a folder of choice."""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path
from typing import Any

from qgis.core import QgsPrintLayout, QgsProject
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtGui import QShowEvent
from qgis.PyQt.QtWidgets import QFileDialog, QHBoxLayout, QProgressBar, QPushButton, QToolButton, QVBoxLayout, QWidget

from ... import settings
from ...analysis.references.references import References
from ...engine.errors import CancelledError
from ...layers.styles import load_palette
from ...plain_text import PlainLabel
from ...report.handover import HandedArea, gather, with_rings
from ...report.packing import Packed, cut_lines, pack_project
from ...translation import tr, translated_error, trn
from ..drawing.areas import Areas
from ..later import later
from ..messages import Messages
from ..pages import Page, scroll_to
from ..session import Session
from ..widgets.elided import ElidedButton
from ..work import Background
from .choices import EVERY, AreaChoices, Source
from .controls import Controls, heading
from .editions import EditionsButton
from .made import MadeFiles
from .making import ZIP, Gathered, HandOver, file_names, gather_and_write
from .options import ReportOptions
from .painting import Painter, Style

_SUBJECT = "handover"
_SCROLL_AFTER = 80


class HandoverPage(Page):
    """Asks what to hand over, makes it in the background as far as QGIS allows, and tells what was made."""

    def __init__(
        self,
        session: Session,
        areas: Areas,
        background: Background,
        messages: Messages,
        iface: Any,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._session, self._areas = session, areas
        self._background, self._messages, self._iface = background, messages, iface
        self._began = 0.0
        self._painter = Painter(_SUBJECT, session, background, messages, iface, self)
        self.choices = AreaChoices(areas, iface)
        self.what = PlainLabel(self)
        self.what.setWordWrap(True)
        self.change = QToolButton(self)
        self.change.setObjectName("LeefbaarometerHandoverChange")
        self.change.setText(tr("Change…"))
        self.change.setCheckable(True)
        self.change.setAutoRaise(True)
        self.options = ReportOptions(self)
        self.options.setVisible(False)
        self.controls = Controls(self)
        self.names = PlainLabel(self)
        self.names.setWordWrap(True)
        self.made = MadeFiles(self)
        self.progress = QProgressBar(self)
        self.progress.setTextVisible(False)
        self.progress.setFixedHeight(8)
        self.preview = ElidedButton(self)
        self.preview.setText(tr("Preview"))
        self.preview.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.preview.setObjectName("LeefbaarometerHandoverPreview")
        self.preview.setToolTip(tr("Open the report as a layout of QGIS, to look at it and to edit it"))
        self.make = QPushButton(self)
        self.make.setObjectName("LeefbaarometerHandoverMake")
        self.editions = EditionsButton(session, background, messages, self)
        self._build()
        self._connect()
        self.refresh()

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 4, 0, 0)
        column.setSpacing(6)
        row = QHBoxLayout()
        row.addWidget(heading(tr("1  What"), self), 1)
        row.addWidget(self.change)
        column.addLayout(row)
        column.addWidget(self.what)
        column.addWidget(self.options)
        column.addWidget(self.controls)
        column.addWidget(self.names)
        column.addWidget(self.progress)
        column.addLayout(self.made)
        column.addStretch(1)
        self.editions.areas, self.editions.folder = partial(self.choices.of, EVERY), self._folder
        self.editions.told = self._tell
        self.action_row.add(self.editions, icon="pack")
        self.action_row.add(self.preview, at_end=True, icon="report")
        self.action_row.add(self.make, at_end=True)

    def _connect(self) -> None:
        self.controls.changed.connect(self.refresh)
        self.change.toggled.connect(self.options.setVisible)
        self.options.changed.connect(self.refresh)
        QgsProject.instance().readProject.connect(self._restore)
        self.controls.browse.clicked.connect(lambda _checked=False: self._choose_folder())
        self.make.clicked.connect(lambda _checked=False: self._make_or_cancel())
        self.preview.clicked.connect(lambda _checked=False: self._preview())
        for signal in (self._session.pack_changed, self._session.view_changed, self._areas.list_changed):
            signal.connect(lambda *_: self.refresh())
        self._areas.current_changed.connect(lambda *_: self.refresh())
        self._background.progressed.connect(self._show_progress)

    def disconnect_project(self) -> None:
        """Follow the project no longer."""
        self.controls.disconnect_project()
        self._painter.disconnect_project()
        QgsProject.instance().readProject.disconnect(self._restore)

    def _restore(self, _document: object = None) -> None:
        self.options.restore()

    def use_others(self, others: Mapping[str, Source]) -> None:
        """Offer areas of other pages, by the key of the choice."""
        self.choices.others.update(others)

    def showEvent(self, event: QShowEvent | None) -> None:
        """Bring up to date what changed meanwhile."""
        super().showEvent(event)
        self.refresh()

    def refresh(self) -> None:
        """Show what would be made now."""
        if not self.isVisible():
            return
        pack = self._session.pack
        there = pack is not None and pack.grid is not None
        names = self._areas.names()
        current = names.get(self._areas.current, "") if self._areas.current is not None else ""
        self.controls.show_others(self.choices.counts() if there else {})
        self.controls.show_state(current, len(names), self._folder(), settings.load().report_folder)
        wanted = self._wanted_areas() if there else []
        self.options.show_years(self._every_year())
        years = self._years()
        if there and years:
            text = tr("Total score {year} with its dimensions, course {first}–{last}, compared with the own gemeente.")
            said = text.format(year=self._year(), first=years[0], last=self._year())
            rings, problem = self.options.rings.text().strip(), self.options.problem()
            if rings:
                said += " " + (
                    translated_error(problem) if problem else tr("With rings: {rings} m.").format(rings=rings)
                )
            self.what.setText(said)
        running = self._background.is_running(_SUBJECT)
        files = self._files(wanted) if wanted else []
        kinds = self.controls.kinds()
        if not wanted:
            self.names.setText(tr("There are no areas yet: draw one, or take over official areas."))
        elif not kinds:
            self.names.setText(tr("Tick what should be made."))
        else:
            self.names.setText(tr("Will be made: {files}.").format(files=", ".join(path.name for path in files)))
        self.progress.setVisible(running)
        self.make.setText(tr("Cancel") if running else _count_text(len(files)))
        fits = self.options.problem() is None
        self.make.setEnabled(running or (bool(files) and fits))
        self.preview.setEnabled(bool(wanted) and fits and not running)

    # What is wanted

    def _year(self) -> int:
        return self._session.year

    def _every_year(self) -> tuple[int, ...]:
        pack = self._session.pack
        return tuple(year for year in pack.years if year <= self._year()) if pack is not None else ()

    def _years(self) -> tuple[int, ...]:
        return self.options.years(self._every_year())

    def _wanted_areas(self) -> list[HandedArea]:
        return self.choices.of(self.controls.which())

    def _folder(self) -> Path:
        typed = self.controls.folder.text().strip()
        if typed:
            return Path(typed)
        home = QgsProject.instance().homePath()
        return Path(home) if home else settings.load().folder

    def _files(self, areas: list[HandedArea]) -> list[Path]:
        kinds = self.controls.kinds()
        title = trn("{count} area", "{count} areas", len(areas)).format(count=len(areas))
        if len(areas) == 1:
            title = areas[0].name
        return file_names(title, self._year(), kinds, self._folder()) if kinds else []

    def _choose_folder(self) -> None:
        found = QFileDialog.getExistingDirectory(self, tr("Folder for the files"), str(self._folder()))
        if found:
            self.controls.folder.setText(found)

    # Making

    def _make_or_cancel(self) -> None:
        if self._background.is_running(_SUBJECT):
            self._background.cancel(_SUBJECT)
            self.refresh()
            return
        areas = self._wanted_areas()
        files = self._files(areas) if areas else []
        folder = self._folder()
        try:
            folder.mkdir(parents=True, exist_ok=True)
        except OSError:
            self._messages.warn(tr("The folder {folder} can't be made. Choose another one.").format(folder=folder))
            return
        if any(path.suffix == ZIP for path in files) and not self._is_saved():
            return
        rings = self.options.wanted_rings()
        wanted = HandOver(areas, self._years(), tuple(files), self.controls.csv_style(), rings)
        self._began = time.monotonic()
        self.made.clear()
        now, measurer = settings.load(), self._session.measurer
        palette = load_palette(now.palette)
        work = partial(gather_and_write, measurer, References(measurer), wanted, now, palette)
        title = tr("Leefbaarometer: making files")
        self._background.start(_SUBJECT, title, work, partial(self._paint, wanted), self._failed)
        self.refresh()

    def _is_saved(self) -> bool:
        """Whether the project can be packed as it was saved; asks to save it else."""
        project = QgsProject.instance()
        if project.fileName() and not project.isDirty() and project.projectStorage() is None:
            return True
        text = tr("Save the project first: it is packed as it was saved.")
        self._messages.warn(text, tr("Save the project"), self._iface.actionSaveProject().trigger)
        return False

    def _paint(self, wanted: HandOver, gathered: Gathered) -> None:
        """The files that QGIS paints, after those that were written in the background."""
        before = list(gathered.written)
        if not wanted.painted:
            self._painted(wanted, before)
            return

        def done(written: list[Path]) -> None:
            self._painted(wanted, [*before, *written])

        def failed(problem: BaseException, written: list[Path]) -> None:
            self._tell([*before, *written])
            self._failed(problem)

        self._painter.files(wanted.painted, gathered, self._style(), done, failed)
        self.refresh()

    def _painted(self, wanted: HandOver, written: list[Path]) -> None:
        self._tell(written)
        if wanted.packed is not None:
            self._pack(wanted.packed, written)
        self.refresh()

    def _style(self) -> Style:
        return Style(self.controls.template(), self.controls.logo())

    def _pack(self, target: Path, written: list[Path]) -> None:
        """The project with all that it needs, and the files just made, for a colleague."""
        project = Path(QgsProject.instance().absoluteFilePath())

        def done(packed: Packed) -> None:
            self._tell([*written, target])
            if packed.cut:
                self._messages.info(" ".join(cut_lines(packed.cut)))
            if packed.lacking:
                text = tr("Not there, so not packed: {file}.")
                self._messages.warn(text.format(file=", ".join(packed.lacking)))
            self.refresh()

        title = tr("Leefbaarometer: packing the project")
        work = partial(pack_project, project, target, written)
        self._background.start(_SUBJECT, title, work, done, self._failed)

    def _preview(self) -> None:
        areas = self._wanted_areas()
        measurer = self._session.measurer
        smallest = settings.load().smallest_dwellings
        years, rings = self._years(), self.options.wanted_rings()

        def work(progress: Callable[[float], bool]) -> Gathered:
            references = References(measurer).prepare()
            found = with_rings(gather(measurer, areas, years, smallest, progress), references, rings)
            return Gathered(found, references, ())

        title = tr("Leefbaarometer: making the preview")
        self._background.start(_SUBJECT, title, work, self._lay_out, self._failed)
        self.refresh()

    def _lay_out(self, gathered: Gathered) -> None:
        """Put a layout into the project, and open it for editing."""
        self._painter.layout(gathered, self._style(), self._show_layout, self._failed)
        self.refresh()

    def _show_layout(self, layout: QgsPrintLayout) -> None:
        QgsProject.instance().layoutManager().addLayout(layout)
        self._iface.openLayoutDesigner(layout)
        self.refresh()

    def _failed(self, problem: BaseException) -> None:
        if not isinstance(problem, CancelledError):
            self._messages.error(problem)
        self.refresh()

    def _show_progress(self, subject: str, percent: float) -> None:
        if subject == _SUBJECT:
            self.progress.setValue(round(percent))

    def _tell(self, written: list[Path]) -> None:
        told = self.made.tell(written, time.monotonic() - self._began)
        if told is not None:
            later(told, partial(scroll_to, told), _SCROLL_AFTER)


def _count_text(count: int) -> str:
    return trn("Make {count} file", "Make {count} files", count).format(count=count)
