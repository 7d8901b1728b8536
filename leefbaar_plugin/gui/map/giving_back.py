# SPDX-License-Identifier: GPL-2.0-or-later
"""A layer of ours that the user removed is offered back, for without it the panel has no map."""

from __future__ import annotations

from qgis.PyQt.QtCore import QObject
from qgis.PyQt.QtWidgets import QAction

from ...layers import tree
from ...layers.project.ownership import current_pack, recorded
from ...translation import tr
from ..later import later
from ..messages import Messages
from ..session import Session


class GivingBack(QObject):
    """Follows what is removed from the project. `action` brings it back, and is there only while something lacks."""

    def __init__(self, session: Session, messages: Messages) -> None:
        super().__init__()
        self._session, self._messages = session, messages
        self.action = QAction(tr("Show the map again"), self)
        self.action.setToolTip(tr("Put the layers that were removed back in the project"))
        self.action.triggered.connect(lambda _checked=False: self.give_back())
        self.action.setVisible(False)
        session.project.layersWillBeRemoved.connect(self._follow)
        session.view_changed.connect(self._look)

    def disconnect_project(self) -> None:
        """Follow no longer."""
        self._session.project.layersWillBeRemoved.disconnect(self._follow)
        self._session.view_changed.disconnect(self._look)
        self.deleteLater()

    def _follow(self, ids: list[str]) -> None:
        project, pack = self._session.project, self._session.pack
        gone = {one for one in recorded(project, current_pack(project)) if one in ids}
        if gone and pack is not None:
            # what we remove ourselves is forgotten right after it
            later(self, lambda: self._offer(gone, pack))

    def _offer(self, gone: set[str], pack: object) -> None:
        project = self._session.project
        removed = gone & set(recorded(project, current_pack(project)))
        if self._session.pack is not pack or not removed:
            return
        self._look()
        text = tr("Layers of the map were removed: {count}.").format(count=len(removed))
        self._messages.info(text, tr("Show the map again"), self.give_back)

    def _look(self) -> None:
        self.action.setVisible(bool(self._lacking()))

    def _lacking(self) -> set[str]:
        """Levels of the open data of which the project has no layer any more."""
        project, pack = self._session.project, self._session.pack
        if pack is None:
            return set()
        return set(recorded(project, current_pack(project)).values()) - set(tree.our_layers(project))

    def give_back(self) -> None:
        """Put the layers that lack in the project again."""
        pack = self._session.pack
        if pack is not None and self._lacking():
            tree.add_pack(self._session.project, pack)
            self._session.refresh_map()
