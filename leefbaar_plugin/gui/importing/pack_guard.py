# SPDX-License-Identifier: GPL-2.0-or-later
"""Looks after the open pack in the background: is it whole?"""

from __future__ import annotations

import zlib
from collections.abc import Callable

from qgis.core import QgsSettings
from qgis.PyQt.QtCore import QObject

from ...engine.errors import CancelledError
from ...pack.check import require_whole
from ...pack.files.progress import Progress
from ...pack.pack import Pack
from ...translation import tr, translated_error
from ..messages import Messages
from ..session import Session
from ..work import Background

_WHOLE = "leefbaarometer/whole/{:08x}"
"""Setting with the state in which the files of a pack were found whole on this computer."""


class PackGuard(QObject):
    """Compares a large pack with what was written, and closes it when it isn't; a small one was when it was opened.

    `import_data` opens the import dialog.
    """

    def __init__(
        self, session: Session, background: Background, messages: Messages, import_data: Callable[[], object]
    ) -> None:
        super().__init__()
        self._session = session
        self._background = background
        self._messages = messages
        self._import_data = import_data
        session.pack_changed.connect(self._look)

    def _look(self) -> None:
        pack = self._session.pack
        self._background.cancel("whole")
        if pack is None or pack.mapped is None or _is_known(pack):
            return

        def work(progress: Progress) -> str:
            state = pack.state()
            require_whole(pack, progress)
            return state

        self._background.start(
            "whole",
            tr("Leefbaarometer: comparing the data with what was written"),
            work,
            lambda state: QgsSettings().setValue(_key(pack), state),
            lambda problem: self._say(pack, problem),
        )

    def _say(self, pack: Pack, problem: BaseException) -> None:
        if isinstance(problem, CancelledError):
            return
        if pack is self._session.pack:
            self._session.close_pack()
        self._messages.warn(translated_error(problem), tr("Import data…"), self._import_data)


def _is_known(pack: Pack) -> bool:
    try:
        return bool(QgsSettings().value(_key(pack), "", type=str) == pack.state())
    except OSError:
        return False


def _key(pack: Pack) -> str:
    return _WHOLE.format(zlib.crc32(str(pack.folder).encode()))
