# SPDX-License-Identifier: GPL-2.0-or-later
"""The bar at the top of the dock: theme and year of everything that is shown, and the button of the map."""

from __future__ import annotations

from qgis.core import QgsVectorLayer
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtWidgets import QAction, QVBoxLayout, QWidget

from ...analysis.derived import CHANGE
from ...charts.theme_bar import ThemeBar, ThemeChoice
from ...charts.year_axis import YearAxis, YearTick
from ...engine.model import Theme, in_language
from ...layers.choices import AUTOMATIC
from ...layers.level_names import level_name, own_outlines
from ...layers.tree import LEVELS, has_figures, our_layers
from ...layers.views import fits
from ...pack.files.resources import resource_path
from ...translation import language, sentence, tr
from ...words.paragraph import listed
from ..session import Session
from .map_button import MapButton


class ViewBar(QWidget):
    """Theme buttons, and years at their true distance; `map_button` stands beside the title. In step with the session.

    `show_since` tells that a page is about a change, so that the axis shows its first year.
    """

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._is_about_change = False
        self.themes = ThemeBar(self)
        self.themes.setObjectName("LeefbaarometerThemes")
        self.years = YearAxis(self)
        self.years.setObjectName("LeefbaarometerYears")
        self.map_button = MapButton(session, self)
        panel = self.panel = self.map_button.panel
        self.views, self.levels, self.note, self.player = panel.views, panel.levels, panel.note, panel.player
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(self.themes)
        column.addWidget(self.years)
        self.themes.theme_changed.connect(session.set_theme)
        self.years.year_changed.connect(session.set_year)
        self.years.since_changed.connect(session.set_since)
        self.levels.activated.connect(self._choose_level)
        session.pack_changed.connect(self._fill)
        session.view_changed.connect(self._follow)
        self._fill()

    def add_action(self, action: QAction) -> None:
        """Put a button for an action behind the button of the map."""
        self.panel.add_action(action)

    def show_since(self, wanted: bool) -> None:
        """Show the first year of a change on the axis, also while the map shows a situation."""
        if wanted != self._is_about_change:
            self._is_about_change = wanted
            self._show_years()

    def _fill(self) -> None:
        pack = self._session.pack
        self.setVisible(pack is not None)
        self.map_button.setVisible(pack is not None)
        if pack is None:
            self.panel.hide()
            self.player.stop()
            return
        choices = [self._choice(theme) for theme in pack.model.themes]
        self.themes.set_themes(tuple(choices), self._session.theme.id)
        self._follow()

    @staticmethod
    def _choice(theme: Theme) -> ThemeChoice:
        icon = resource_path("icons", f"{theme.id}.svg")
        if not icon.is_file():
            icon = resource_path("icons", "lbm.svg")
        short, name, note = (in_language(text, language()) for text in (theme.short, theme.name, theme.note))
        return ThemeChoice(theme.id, short, name, note, icon)

    def _follow(self) -> None:
        session = self._session
        if session.pack is None:
            return
        self.themes.set_theme(session.theme.id)
        self.views.follow()
        self.player.follow()
        self._show_years()
        self._show_levels()
        self.map_button.show_state(self.levels.currentText())

    def _show_years(self) -> None:
        session = self._session
        if session.pack is None:
            return
        available, with_theme = session.available_years(), session.years_with_theme()
        missing = tr("The dimensions aren't published for this year.")
        first = tr("There is no earlier year to compare with.")
        notes = {year: first if year in with_theme else missing for year in session.pack.years if year not in available}
        ticks = tuple(
            YearTick(year, year not in notes, notes.get(year, ""), year in with_theme) for year in session.pack.years
        )
        is_change = session.kind == CHANGE or self._is_about_change
        self.years.set_ticks(ticks, session.year, session.since or None if is_change else None)

    def _show_levels(self) -> None:
        session = self._session
        pack = session.pack
        if pack is None:
            return
        self.levels.clear()
        self.levels.addItem(tr("By zoom"), AUTOMATIC)
        known = {level.id for level in session.model.levels}  # until they are replaced, layers are those of other data
        present = {level: layer for level, layer in our_layers(session.project).items() if level in known}
        for level in LEVELS:
            if level in present:
                self.levels.addItem(sentence(level_name(pack, level)), level)
                tip = own_outlines(pack, level)
                self.levels.setItemData(self.levels.count() - 1, tip, Qt.ItemDataRole.ToolTipRole)
        self.levels.setCurrentIndex(max(self.levels.findData(session.level), 0))
        empty = [level for level in LEVELS if level in present and self._is_empty(level, present[level])]
        names = listed([in_language(session.model.level(level).name, language()) for level in empty])
        text = tr("These data hold no scores of {levels} in {year}.")
        text = text.format(levels=names, year=session.view.period)
        if not fits(session.view, session.level) and session.level != AUTOMATIC:
            empty, text = [session.level], tr("A gemeente isn't compared with itself; choose a finer map level.")
        self.note.setText(text)
        self.note.setVisible(bool(empty))

    def _is_empty(self, level: str, layer: object) -> bool:
        """Whether a layer that is shown has no scores of the theme in the year, so that the map stays white."""
        session = self._session
        if session.level not in (AUTOMATIC, level) or not isinstance(layer, QgsVectorLayer) or not layer.isValid():
            return False
        pack, view = session.pack, session.view
        return pack is not None and fits(view, level) and not has_figures(layer, level, pack, view)

    def _choose_level(self, index: int) -> None:
        self._session.set_level(self.levels.itemData(index))
