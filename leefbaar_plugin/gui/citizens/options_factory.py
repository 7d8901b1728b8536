# SPDX-License-Identifier: GPL-2.0-or-later
"""Our place in QGIS's Options; the page itself is made when they are opened."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qgis.gui import QgsOptionsPageWidget, QgsOptionsWidgetFactory
from qgis.PyQt.QtGui import QIcon
from qgis.PyQt.QtWidgets import QWidget

from ...pack.files.resources import resource_path

if TYPE_CHECKING:
    from ..session import Session


class OptionsFactory(QgsOptionsWidgetFactory):
    """Makes the page when QGIS opens its options. `session` takes changes over; None while no data were ever open."""

    def __init__(self, session: Session | None = None) -> None:
        super().__init__()
        self.session = session
        self.setTitle("Leefbaarometer")
        self.setIcon(QIcon(str(resource_path("icons", "leefbaarometer.svg"))))

    def icon(self) -> QIcon:
        """Icon in the list of pages."""
        return QIcon(str(resource_path("icons", "leefbaarometer.svg")))

    def createWidget(self, parent: QWidget | None = None) -> QgsOptionsPageWidget:
        """A page; called by QGIS."""
        from .options import OptionsPage

        return OptionsPage(self.session, parent)
