# SPDX-License-Identifier: GPL-2.0-or-later
"""Opening data: the import dialog, the demonstration, a pack that moved, the check against the published scores."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import Any

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsCsException,
    QgsMapLayer,
    QgsRectangle,
    QgsReferencedRectangle,
)
from qgis.PyQt.QtCore import QObject, QThread, pyqtSignal
from qgis.PyQt.QtWidgets import QFileDialog

from ... import settings
from ...engine.errors import LeefbaarError, shortened
from ...layers.making import make_layers
from ...layers.project.pack_groups import pack_folders
from ...layers.tree import group_title
from ...pack.check import check_pack
from ...pack.files.disk import is_folder
from ...pack.files.progress import part
from ...pack.importing.importer import ImportResult, import_edition
from ...pack.importing.weight_fit import weight_fits
from ...pack.official_changes import change_checks
from ...pack.pack import Pack, open_pack
from ...pack.reading.inspection import inspect
from ...translation import tr, translated_error
from ...words.check import check_lines
from ..citizens.help_key import HelpKey
from ..drawing.areas import Areas
from ..later import later
from ..messages import Messages, log
from ..session import Session
from ..work import Background
from .import_dialog import ImportDialog
from .import_preview import demonstration_paths, suggested_folder
from .import_report import give_word, log_lines, needs_word, question, title_of
from .known_packs import KnownPacks, pack_in
from .packs_dialog import PacksDialog
from .score_check import say_checked

_RD = "EPSG:28992"
_HELP = "importing"
"""Page of the help about importing: what the dialog asks, and what the check of an import means."""
_SEEN = 0.1
"""Part of the map's width or height from which a pack is large enough to see."""
_ZOOM_AFTER = 300
"""Milliseconds: QGIS sets an extent of its own after the first layer."""


class Opening(QObject):
    """Brings data into the session, and says what it found; `opened` is emitted when the dock is to be seen.

    `help_wanted` carries the page of the help that is asked for.
    """

    opened = pyqtSignal()
    help_wanted = pyqtSignal(str)

    def __init__(
        self,
        iface: Any,
        session: Session,
        areas: Areas,
        background: Background,
        messages: Messages,
        known: KnownPacks | None = None,
    ) -> None:
        super().__init__()
        self._iface = iface
        self.session = session
        self.areas = areas
        self.background = background
        self.messages = messages
        self.dialog: ImportDialog | None = None
        self.known = known or KnownPacks(background, self)
        self.packs_dialog: PacksDialog | None = None
        session.pack_changed.connect(self._prepare)
        session.pack_changed.connect(self._note_opened)
        session.pack_missing.connect(self._say_missing)
        self._missing = ""

    def open_import(self, paths: list[str]) -> None:
        """Show the import dialog, with files that were dropped."""
        if self.dialog is None:
            dialog = ImportDialog(self.background, self.messages, self._iface.mainWindow())
            dialog.imported.connect(self._open_imported)
            dialog.finished.connect(self.close)
            for asked in (dialog.help_wanted, HelpKey(dialog).wanted):
                asked.connect(partial(self.help_wanted.emit, _HELP))
            self.dialog = dialog
        self.dialog.show()
        self.dialog.raise_()
        if paths:
            self.dialog.add_paths(paths)

    def close(self) -> None:
        """Take the import dialog away."""
        if self.dialog is not None:
            self.dialog.deleteLater()
            self.dialog = None

    def close_all(self) -> None:
        """Take both dialogs away."""
        self.close()
        self.close_list()

    def open_demonstration(self) -> None:
        """Import the demonstration data, or open them when that was done before."""
        folder = settings.load().folder / "data"

        def work(progress: Callable[[float], bool]) -> ImportResult:
            found = inspect(demonstration_paths())
            return import_edition(found, suggested_folder(found, [], folder), progress=progress)

        title = tr("Leefbaarometer: importing the demonstration data")
        self.background.start("import", title, work, self._open_imported, self.messages.error, of_project=False)

    def _open_imported(self, result: ImportResult) -> None:
        give_word(result.folder, result.info)  # the dialog asked for it, if it was needed
        self.open_pack(result.folder, lambda: self._say_imported(result))

    def _say_imported(self, result: ImportResult) -> None:
        if result.already_there:
            self.messages.info(tr("These data were already there; nothing was imported again."))
            return
        lines = check_lines(result.info)
        log_lines(lines)
        text = title_of(result.info)
        if any(line.warns for line in lines):
            self.messages.warn(" ".join([text, *(line.text for line in lines if line.warns)]))
        elif not result.info["squares"] or self.areas.names():
            self.messages.info(text)
        else:
            self.messages.info(text, tr("Draw a first area"), self.areas.draw)

    def open_pack(self, folder: str | Path, then: Callable[[], object] | None = None, beside: bool = False) -> None:
        """Open a pack and make its layers in the background, and show them; then go on.

        It takes the place of the pack that is open, or with `beside` comes into the project as a second one.
        """
        main = QThread.currentThread()

        def work(_progress: object) -> tuple[Pack, dict[str, QgsMapLayer]]:
            pack = open_pack(pack_in(Path(folder)))
            return pack, make_layers(pack, main)

        def done(found: tuple[Pack, dict[str, QgsMapLayer]]) -> None:
            if needs_word(found[0].folder, found[0].info):
                self._ask_word(found[0], partial(self.open_pack, folder, then, beside))
                return
            before, seen = self.session.pack, self._is_seen(found[0])
            self.session.show_pack(*found, partial(shown, before, seen), beside)

        def shown(before: Pack | None, seen: bool) -> None:
            self.opened.emit()
            if not seen:
                later(self, self._zoom_to_pack, _ZOOM_AFTER)
            if then is not None:
                then()
            elif before is not None and not beside:
                self._say_replaced(before)

        self.background.start("open", tr("Leefbaarometer: opening the data"), work, done, self.messages.error)

    def _ask_word(self, pack: Pack, go_on: Callable[[], object]) -> None:
        """Ask whether to open a pack of which the scores are off; what its check found stands in the log."""
        log_lines(check_lines(pack.info))

        def opened() -> None:
            give_word(pack.folder, pack.info)
            go_on()

        self.messages.warn(question(pack.info), tr("Open anyway"), opened)

    def _say_replaced(self, before: Pack) -> None:
        """Say which pack gave way to another, and offer to show both."""
        now = self.session.pack
        if now is None or before.folder == now.folder or before.folder in pack_folders(self.session.project).values():
            return
        text = tr("{name} is shown now, in the place of {other}.").format(
            name=group_title(now), other=group_title(before)
        )
        self.messages.info(text, tr("Show both"), partial(self._show_both, before.folder, now.folder))

    def _show_both(self, before: Path, now: Path) -> None:
        """Bring a pack that gave way back as a second one; the panel stays with the one that is open."""
        self.open_pack(before, partial(self.open_pack, now), beside=True)

    def open_dropped(self, folders: Sequence[str]) -> None:
        """Open packs whose folders were dropped: the first in the place of what is open, the others beside it."""
        first, *rest = dict.fromkeys(folders)
        self.open_pack(first, partial(self._open_beside, rest) if rest else None)

    def _open_beside(self, folders: Sequence[str]) -> None:
        first, *rest = folders
        self.open_pack(first, partial(self._open_beside, rest) if rest else lambda: None, beside=True)

    # Known packs

    def choose_pack(self) -> None:
        """Show the list of known packs."""
        if self.packs_dialog is None:
            dialog = PacksDialog(self.known, self.session, self._iface.mainWindow())
            dialog.wanted.connect(lambda folder, beside: self.open_pack(folder, beside=beside))
            dialog.other_wanted.connect(self.point_to_pack)
            dialog.moved.connect(self.locate_pack)
            dialog.finished.connect(self.close_list)
            self.packs_dialog = dialog
        self.packs_dialog.show()
        self.packs_dialog.raise_()
        self.packs_dialog.activateWindow()

    def close_list(self) -> None:
        """Take the list of packs away."""
        if self.packs_dialog is not None:
            self.packs_dialog.deleteLater()
            self.packs_dialog = None

    def locate_pack(self, folder: str) -> None:
        """Ask where a known pack went, and open it there."""
        path = Path(folder)
        start = next((str(one) for one in path.parents if one != one.parent and is_folder(one)), "")
        title = tr("Where is {name} now?").format(name=path.name)
        found = QFileDialog.getExistingDirectory(self._iface.mainWindow(), title, start)
        if found:
            self.open_pack(found, partial(self.known.forget, folder))

    def _note_opened(self) -> None:
        """Keep the pack that was opened in the list of known ones."""
        pack = self.session.pack
        if pack is None:
            self.known.look()
            return
        try:
            self.known.note(pack.folder)
        except (ValueError, OSError) as problem:  # it went while it was opened
            log(str(problem))

    def _prepare(self) -> None:
        """Make the first area of a large pack as quick as the next ones."""
        if self.session.pack is not None and self.session.pack.grid is not None:
            measurer = self.session.measurer
            self.background.start(
                "prepare",
                tr("Leefbaarometer: preparing the squares"),
                lambda _progress: measurer.prepare(),
                lambda _result: None,
                self.messages.error,
            )

    def _say_missing(self, folder: str, problem: LeefbaarError) -> None:
        log(folder)
        self._missing = folder
        text = tr("The project uses the data pack {folder}, which can't be opened.").format(
            folder=shortened(Path(folder).name)
        )
        if is_folder(folder):  # it is there, so the reason says more
            text = translated_error(problem)
        self.messages.warn(text, tr("Point to the data…"), self.point_to_pack)

    def point_to_pack(self) -> None:
        """Ask where a data pack is, and open it."""
        folder = QFileDialog.getExistingDirectory(self._iface.mainWindow(), tr("Folder of the data pack"))
        if folder:
            moved = self._missing if self._missing and not is_folder(self._missing) else ""
            self.open_pack(folder, partial(self.known.forget, moved) if moved else None)
            self._missing = ""

    # Map

    def _is_seen(self, pack: Pack) -> bool:
        """Whether the map, with layers in it, shows part of a pack large enough to see; its extent then stays."""
        canvas = self._iface.mapCanvas()
        if not canvas.layers() or pack.grid is None:
            return False
        settings = canvas.mapSettings()
        project = self.session.project
        transform = QgsCoordinateTransform(settings.destinationCrs(), QgsCoordinateReferenceSystem(_RD), project)
        try:
            extent = transform.transformBoundingBox(settings.visibleExtent())
        except QgsCsException:  # far from the Netherlands
            return False
        shared = extent.intersect(QgsRectangle(*pack.grid.extent))
        return not shared.isEmpty() and max(shared.width() / extent.width(), shared.height() / extent.height()) > _SEEN

    def _zoom_to_pack(self) -> None:
        pack = self.session.pack
        if pack is None or pack.grid is None:
            return
        self._zoom(QgsRectangle(*pack.grid.extent))

    def zoom_to_area(self) -> None:
        """Show the current area."""
        geometry = self.areas.geometry()
        if geometry is not None:
            self._zoom(geometry.boundingBox())

    def _zoom(self, extent: QgsRectangle) -> None:
        canvas = self._iface.mapCanvas()
        canvas.setReferencedExtent(_in_rd(extent))
        canvas.zoomByFactor(1.05)
        canvas.refresh()

    # Check

    def check_scores(self) -> None:
        """Recompute all squares and years in the background, and say how they compare with what was published."""
        pack = self.session.pack
        if pack is None or pack.published is None:
            self.messages.warn(tr("Open data with squares first."), tr("Import data…"), lambda: self.open_import([]))
            return
        self.background.start(
            "check",
            tr("Leefbaarometer: recomputing scores"),
            lambda progress: (check_pack(pack, part(progress, 0.0, 0.8)), weight_fits(pack), change_checks(pack)),
            partial(say_checked, self.messages, pack.model),
            self.messages.error,
        )


def _in_rd(extent: QgsRectangle) -> QgsReferencedRectangle:
    return QgsReferencedRectangle(extent, QgsCoordinateReferenceSystem(_RD))
