# SPDX-License-Identifier: GPL-2.0-or-later
"""The plugin's places in QGIS beyond dock and menu: expressions, search box, options, help, shortcuts."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from qgis.PyQt.QtWidgets import QAction, QWidget

from ...plain_text import as_tip
from ...translation import tr
from .expressions import Expressions
from .help_key import INDEX, HelpKey
from .names import PAGE, PREFIX
from .options_factory import OptionsFactory

if TYPE_CHECKING:
    from ..drawing.areas import Areas
    from ..messages import Messages
    from ..session import Session
    from .help import HelpDialog


class Integration:
    """Registers with QGIS from `register` until `unregister`, which undoes it in reverse order.

    What needs data comes with `follow`, and is read then: it takes too long for QGIS's start.
    """

    def __init__(self, iface: Any) -> None:
        self._iface = iface
        self._session: Session | None = None
        self._undo: list[Callable[[], object]] = []
        self._help: HelpDialog | None = None
        self._with_squares: list[tuple[QAction, str]] = []

    def register(self) -> None:
        """Register expression functions and options page."""
        self.expressions = Expressions()
        self.expressions.register()
        self._undo.append(self.expressions.unregister)
        self.options = OptionsFactory()
        self._iface.registerOptionsWidgetFactory(self.options)
        self._undo.append(lambda: self._iface.unregisterOptionsWidgetFactory(self.options))

    def follow(
        self, session: Session, areas: Areas, messages: Messages, opened: Callable[[str, int, str], None] | None = None
    ) -> None:
        """Register the search box; functions, options and actions follow the data that are open.

        `opened` gets what is chosen in the search box: level, feature id and code.
        """
        from .locator import AreaFilter

        self._session = session
        self.options.session = session
        self.expressions.follow(session)
        search = AreaFilter(session, areas, self._iface, messages.error, opened)
        self._iface.registerLocatorFilter(search)
        # that also deletes the filter
        self._undo.append(lambda: self._iface.deregisterLocatorFilter(search))
        session.pack_changed.connect(self._enable)
        self._undo.append(lambda: session.pack_changed.disconnect(self._enable))
        self._enable()

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
        pack = self._session.pack if self._session is not None else None
        ready = pack is not None and pack.grid is not None
        for action, tip in self._with_squares:
            action.setEnabled(ready)
            action.setToolTip(as_tip(tip if ready else tip + "\n" + tr("Open data with squares first.")))

    # What buttons and actions ask for

    def open_help(self, page: str = INDEX, term: str = "") -> None:
        """Show the help at a page, and at a term of the glossary."""
        if self._help is None:
            from .help import HelpDialog

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
