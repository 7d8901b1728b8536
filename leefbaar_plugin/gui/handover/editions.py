# SPDX-License-Identifier: GPL-2.0-or-later
"""The button that measures all own areas with another edition too, and lists the figures that differ."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from qgis.PyQt.QtWidgets import QFileDialog, QMenu, QToolButton, QWidget

from ... import settings
from ...pack.files.disk import make_folder
from ...pack.files.progress import Progress
from ...pack.pack import open_pack
from ...report.editions import Editions, compare_editions, write_editions
from ...report.handover import HandedArea
from ...report.replay import Replay, recipe_in, replay, replay_lines
from ...translation import tr
from ..importing.known_packs import KnownPack
from ..messages import Messages
from ..session import Session
from ..widgets.elided import ElidedButton
from ..work import Background
from .making import XLSX, file_names

_SUBJECT = "editions"


class EditionsButton(ElidedButton):
    """Offers the packs that are known beside the one that is open; `areas` and `folder` tell of what and where to."""

    def __init__(self, session: Session, background: Background, messages: Messages, parent: QWidget) -> None:
        super().__init__(parent)
        self._session, self._background, self._messages = session, background, messages
        self.packs: Callable[[], Sequence[KnownPack]] = list
        self.areas: Callable[[], Sequence[HandedArea]] = list
        self.folder: Callable[[], Path] = Path
        self.told: Callable[[list[Path]], None] = lambda _paths: None
        self.setObjectName("LeefbaarometerHandoverEditions")
        self.setText(tr("Other edition"))
        self.setToolTip(tr("Measure all own areas with another data pack too, and list the figures that differ"))
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        menu = QMenu(self)
        menu.aboutToShow.connect(partial(self._fill, menu))
        self.setMenu(menu)

    def _fill(self, menu: QMenu) -> None:
        menu.clear()
        pack = self._session.pack
        others = [one for one in self.packs() if pack is not None and one.path != pack.folder]
        for one in others:
            menu.addAction(f"{one.title()} · {one.about()}", partial(self.compare, one.path))
        if not others:
            menu.addAction(tr("No other data pack is known: open or import one")).setEnabled(False)
        menu.addSeparator()
        again = menu.addAction(tr("Check an output that was made before…"), self.choose_output)
        again.setObjectName("LeefbaarometerHandoverAgain")
        again.setEnabled(pack is not None)

    def compare(self, folder: Path) -> None:
        """Measure in the background, write the list, and say how much differs."""
        areas, now, measurer = list(self.areas()), settings.load(), self._session.measurer
        if not areas:
            self._messages.warn(tr("There are no areas yet: draw one, or take over official areas."))
            return
        (path,) = file_names(tr("other edition"), self._session.year, [XLSX], self.folder())

        def work(progress: Progress) -> Editions:
            found = compare_editions(
                open_pack(folder), measurer.pack, areas, measurer.recipe, now.smallest_dwellings, progress
            )
            make_folder(path.parent)
            write_editions(path, found, now.source_line)
            return found

        def done(found: Editions) -> None:
            self._messages.info(" ".join(replay_lines(found.found)))
            self.told([path])

        title = tr("Leefbaarometer: comparing editions")
        self._background.start(_SUBJECT, title, work, done, self._messages.error)

    def choose_output(self) -> None:
        """Ask for a file that this plugin made, and measure it again."""
        title, kinds = tr("Output that holds a recipe"), "*.pdf *.odt *.xlsx *.ods *.gpkg *.geojson"
        path, _filter = QFileDialog.getOpenFileName(self, title, str(self.folder()), f"{title} ({kinds})")
        if path:
            self.again(Path(path))

    def again(self, output: Path) -> None:
        """Measure the areas of an output again with the open data, say how much differs, and list that."""
        now, pack = settings.load(), self._session.measurer.pack
        (path,) = file_names(tr("{name} again").format(name=output.stem), self._session.year, [XLSX], self.folder())

        def work(progress: Progress) -> Replay:
            found = replay(recipe_in(output), pack, now.smallest_dwellings, progress)
            if not found.identical:
                make_folder(path.parent)
                write_editions(path, Editions(found.recipe.edition, pack.edition, found), now.source_line)
            return found

        def done(found: Replay) -> None:
            self._messages.info(" ".join(replay_lines(found)))
            if not found.identical:
                self.told([path])

        title = tr("Leefbaarometer: making an output again")
        self._background.start(_SUBJECT, title, work, done, self._messages.error)
