# SPDX-License-Identifier: GPL-2.0-or-later
"""The plugin's places in QGIS beyond dock and menu: expressions, search box, options, help, shortcuts."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

from qgis.core import (
    QgsGeometry,
    QgsVectorLayer,
    QgsWkbTypes,
)
from qgis.PyQt.QtWidgets import QAction, QWidget

from ...data.official import buurt_near
from ...engine.errors import InputError, LeefbaarError
from ...layers.projection import ToRd
from ...layers.tree import our_layers
from ...translation import tr
from ..drawing.areas import Areas
from ..messages import Messages
from ..plain_text import as_tip
from ..session import Session
from .expressions import Expressions
from .help import INDEX, HelpDialog, HelpKey
from .locator import PREFIX, AreaFilter
from .options import PAGE, OptionsFactory


class Integration:
    """Registers with QGIS from `register` until `unregister`, which undoes it in reverse order."""

    def __init__(self, iface: Any, session: Session, areas: Areas, messages: Messages) -> None:
        self._iface = iface
        self._session = session
        self._areas = areas
        self._messages = messages
        self._undo: list[Callable[[], object]] = []
        self._help: HelpDialog | None = None
        self._with_squares: list[tuple[QAction, str]] = []

    def register(self) -> None:
        """Register expression functions, search box and options page."""
        expressions = Expressions(self._session)
        expressions.register()
        self._undo.append(expressions.unregister)
        options = OptionsFactory(self._session)
        self._iface.registerOptionsWidgetFactory(options)
        self._undo.append(lambda: self._iface.unregisterOptionsWidgetFactory(options))
        search = AreaFilter(self._session, self._areas, self._iface, self._messages.error)
        self._iface.registerLocatorFilter(search)
        # that also deletes the filter
        self._undo.append(lambda: self._iface.deregisterLocatorFilter(search))
        self._session.pack_changed.connect(self._enable)
        self._undo.append(lambda: self._session.pack_changed.disconnect(self._enable))

    def unregister(self) -> None:
        """Undo every registration, the last first."""
        while self._undo:
            self._undo.pop()()
        self._with_squares.clear()
        if self._help is not None:
            self._help.deleteLater()
            self._help = None

    def add_action(self, action: QAction, keys: str = "", squares: bool = False) -> None:
        """Let users choose a shortcut for an action (`keys` until they do); with `squares` it works only with these."""
        self._iface.registerMainWindowAction(action, keys)
        self._undo.append(lambda: self._iface.unregisterMainWindowAction(action))
        if squares:
            self._with_squares.append((action, action.toolTip()))
            self._enable()

    def add_help_key(self, widget: QWidget) -> None:
        """Open the help on F1 in a widget."""
        key = HelpKey(widget)
        key.wanted.connect(self.open_help)
        self._undo.append(key.deleteLater)

    def _enable(self) -> None:
        """Actions that need squares say why they don't work without."""
        pack = self._session.pack
        ready = pack is not None and pack.grid is not None
        for action, tip in self._with_squares:
            action.setEnabled(ready)
            action.setToolTip(as_tip(tip if ready else tip + "\n" + tr("Open data with squares first.")))

    # What buttons and actions ask for

    def open_help(self, page: str = INDEX, term: str = "") -> None:
        """Show the help at a page, and at a term of the glossary."""
        if self._help is None:
            self._help = HelpDialog(self._iface.mainWindow())
        if page != INDEX or not self._help.isVisible():
            self._help.open_page(page, term)
        self._help.show()
        self._help.raise_()
        self._help.activateWindow()

    def open_options(self) -> None:
        """Show our page in QGIS's options."""
        self._iface.showOptionsDialog(self._iface.mainWindow(), PAGE)

    def search(self) -> None:
        """Go to QGIS's search box, at our search."""
        self._iface.locatorSearch(f"{PREFIX} ")

    def take_selected(self) -> None:
        """Take the selected polygons of the active layer over as areas; when there are none, help to select some."""
        layer = self._iface.activeLayer()
        if _is_polygons(layer) and layer is not self._areas.layer and not layer.selectedFeatureCount():
            text = tr("No polygon of layer {layer} is selected. Select one or more first.").format(layer=layer.name())
            self._messages.warn(text, tr("Select on the map"), partial(self._select_in, layer.id()))
            return
        buurten = our_layers(self._session.project).get("buurt")
        if buurten is not None and not _is_polygons(layer):
            text = tr("Choose a layer with polygons in the layer panel first.")
            self._messages.warn(text, tr("Select buurten"), partial(self._select_in, buurten.id()))
            return
        self._areas.take_selected(layer)

    def _select_in(self, layer_id: str) -> None:
        layer = self._session.project.mapLayer(layer_id)
        if layer is None:  # gone since the message appeared
            return
        node = self._session.project.layerTreeRoot().findLayer(layer)
        if node is not None:
            node.setItemVisibilityCheckedParentRecursive(True)
        self._iface.setActiveLayer(layer)
        self._iface.actionSelect().trigger()

    def take_buurt(self) -> None:
        """Take the buurt in the middle of the map over as an area."""
        pack = self._session.pack
        if pack is None:
            return
        settings, context = self._iface.mapCanvas().mapSettings(), self._session.project.transformContext()
        centre = QgsGeometry.fromPointXY(settings.visibleExtent().center())
        try:
            middle = ToRd(settings.destinationCrs(), context, "").geometry(centre).asPoint()
            found = buurt_near(pack, middle.x(), middle.y())
        except InputError:  # the map shows another part of the world, or no coordinate system
            found = None
        except LeefbaarError as problem:
            self._messages.error(problem)
            return
        if found is None:
            self._messages.warn(tr("There is no buurt of these data in the middle of the map. Move the map a little."))
            return
        name, outline = found
        geometry = QgsGeometry()
        geometry.fromWkb(outline)
        self._areas.add([(name, geometry)])


def _is_polygons(layer: object) -> bool:
    return isinstance(layer, QgsVectorLayer) and layer.geometryType() == QgsWkbTypes.GeometryType.PolygonGeometry
