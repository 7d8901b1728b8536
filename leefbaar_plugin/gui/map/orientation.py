# SPDX-License-Identifier: GPL-2.0-or-later
"""The switch for borders and names on the map."""

from __future__ import annotations

from qgis.PyQt.QtCore import QObject
from qgis.PyQt.QtWidgets import QAction, QApplication

from ...charts.painting.tinted_icon import tinted_icon
from ...layers import orientation
from ...pack.files.resources import resource_path
from ...translation import tr
from ..session import Session


class Orientation(QObject):
    """`action` shows and hides borders and names; they come with data that are opened, unless the user said no."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self.action = QAction(tr("Borders and names"), self)
        self.action.setToolTip(tr("Borders of buurten over the squares, and names of gemeenten, wijken and buurten"))
        self.action.setIcon(tinted_icon(resource_path("icons", "borders.svg"), QApplication.palette()))
        self.action.setCheckable(True)
        self.action.toggled.connect(self._switch)
        session.view_changed.connect(self.follow)

    def disconnect_session(self) -> None:
        """Follow no longer."""
        self._session.view_changed.disconnect(self.follow)
        self.deleteLater()

    def opened(self) -> None:
        """Data were opened: show them with borders and names."""
        pack, project = self._session.pack, self._session.project
        if pack is not None and orientation.is_wanted(project):
            orientation.show(project, pack)
        self.follow()

    def follow(self) -> None:
        """Say whether they are there; the user can take the layers away by hand as well."""
        there = bool(orientation.orientation_layers(self._session.project))
        if there != self.action.isChecked():
            self.action.blockSignals(True)
            self.action.setChecked(there)
            self.action.blockSignals(False)

    def _switch(self, wanted: bool) -> None:
        pack, project = self._session.pack, self._session.project
        orientation.want(project, wanted)
        if wanted and pack is not None:
            orientation.show(project, pack)
        else:
            orientation.hide(project)
