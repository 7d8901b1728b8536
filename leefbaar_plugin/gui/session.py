# SPDX-License-Identifier: GPL-2.0-or-later
"""What is open and shown: pack, theme, year and level; remembered in the project."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from functools import partial
from pathlib import Path

from qgis.core import QgsMapLayer, QgsProject
from qgis.PyQt.QtCore import QObject, pyqtSignal

from .. import settings
from ..analysis import derived
from ..analysis.derived import CHANGE
from ..analysis.measure import Measurer, Recipe
from ..engine.errors import LeefbaarError
from ..engine.model import ScoreModel, Theme, in_language
from ..layers import tree
from ..layers.choices import AUTOMATIC
from ..layers.making import make_layers
from ..layers.project import pack_groups
from ..layers.project.ownership import adopt
from ..layers.styles import Palette, load_palette
from ..layers.views import SITUATION, VIEWS, View
from ..pack.pack import Pack, open_pack
from ..translation import language
from .later import later

_SCOPE = "leefbaarometer"


class Session(QObject):
    """State shared by dock, dialogs and tools.

    `pack_changed` is sent when another pack is open or none, `view_changed` when theme, year or level changed,
    `recipe_changed` when the settings changed how areas are measured, `pack_missing` with the folder when the
    project's pack can't be opened.
    """

    pack_changed = pyqtSignal()
    view_changed = pyqtSignal()
    recipe_changed = pyqtSignal()
    pack_missing = pyqtSignal(str, object)

    def __init__(self, project: QgsProject, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.project = project
        self.pack: Pack | None = None
        self.is_restoring = False
        """Whether a project is coming back: `view_changed` follows `pack_changed`, so figures can wait for it."""
        self.year = 0
        self._wished_year = 0
        self.level = AUTOMATIC
        self.kind = SITUATION
        self._since = 0
        self._theme_id = ""
        self._measurer: Measurer | None = None
        self._palette: tuple[str, Palette] | None = None
        project.readProject.connect(self.restore)
        project.writeProject.connect(self._remember_pack)
        project.cleared.connect(self._cleared)

    def disconnect_project(self) -> None:
        """Stop listening to the project, and with what is being shown step by step."""
        self.pack = None
        self.project.readProject.disconnect(self.restore)
        self.project.writeProject.disconnect(self._remember_pack)
        self.project.cleared.disconnect(self._cleared)

    @property
    def model(self) -> ScoreModel:
        """The model of the open pack; LeefbaarError when none is open."""
        return self._require_pack().model

    @property
    def theme(self) -> Theme:
        """The theme that is shown."""
        themes = {theme.id: theme for theme in self.model.themes}
        return themes.get(self._theme_id, self.model.total)

    @property
    def recipe(self) -> Recipe:
        """How areas are measured by the settings."""
        now = settings.load()
        return Recipe(now.weight, now.rule, now.fill_rule, now.imputation)

    @property
    def measurer(self) -> Measurer:
        """Measures areas in the open pack by the settings."""
        if self._measurer is None:
            self._measurer = Measurer(self._require_pack(), self.recipe)
        return self._measurer

    @property
    def palette(self) -> Palette:
        """The colours of the settings."""
        chosen = settings.load().palette
        if self._palette is None or self._palette[0] != chosen:
            self._palette = chosen, load_palette(chosen)
        return self._palette[1]

    @property
    def since(self) -> int:
        """First year of a development: the chosen one while it lies before the year shown, else the one before that."""
        earlier = self.earlier_years()
        if not earlier:
            return 0
        return self._since if self._since in earlier else earlier[-1]

    @property
    def view(self) -> View:
        """What the map shows, with what was computed for it when that is there."""
        return self.view_of(self.year)

    def view_of(self, year: int) -> View:
        """The same view of another year; a development keeps its first year when that lies before."""
        pack, now = self._require_pack(), settings.load()
        since = self.since
        if year != self.year:
            earlier = [one for one in self.years_with_theme() if one < year]
            since = since if since in earlier else (earlier or [0])[-1]
        view = View(self.theme, year, self.kind, since, None, now.smallest_dwellings, now.smallest_inhabitants)
        if view.wanted is None:
            return view
        return replace(view, parts=derived.find(now.folder, pack, view.wanted, self.recipe))

    def can_show(self, kind: str) -> bool:
        """Whether the open data and the theme have what a view needs: two years, or gemeenten and what lies in them."""
        if self.pack is None:
            return False
        if kind == CHANGE:
            return len(self.years_with_theme()) > 1
        return kind == SITUATION or ("gemeente" in self.pack.levels and self.pack.grid is not None)

    def set_kind(self, kind: str) -> None:
        """Show the situation, the development, or the deviation from the own gemeente."""
        self.kind = kind if self.can_show(kind) else SITUATION
        self._require_available_year()
        self._apply()

    def set_since(self, year: int) -> None:
        """Show the development from another year."""
        self._since = year
        self._apply()

    def open_pack(self, folder: str | Path) -> None:
        """Open a pack, add its layers, and show its newest year; LeefbaarError when it can't be opened."""
        pack = open_pack(folder)
        for _ in self._showing(pack, make_layers(pack)):
            continue

    def show_pack(
        self, pack: Pack, layers: Mapping[str, QgsMapLayer], then: Callable[[], object], beside: bool = False
    ) -> None:
        """The same with a pack and layers that were made before, one step a turn of the event loop; then go on.

        With `beside` the pack that was open keeps its layers, and this one gets a group of its own.
        """
        steps = self._showing(pack, layers, beside)
        next(steps)
        later(self, partial(self._turn, pack, steps, then))

    def _turn(self, pack: Pack, steps: Iterator[None], then: Callable[[], object]) -> None:
        if self.pack is not pack:  # another was opened since the last turn, or the project closed
            return
        if next(steps, self) is self:
            then()
        else:
            later(self, partial(self._turn, pack, steps, then))

    def _showing(self, pack: Pack, layers: Mapping[str, QgsMapLayer], beside: bool = False) -> Iterator[None]:
        pack_groups.choose_group(self.project, pack.folder, beside)
        self._set_pack(pack)
        yield
        shown = tree.shown_levels(layers, pack, self.view, self.level)
        for level, layer in layers.items():  # styled before anything of them is drawn
            tree.style(layer, level, pack, self.palette, self.view, shown)
        yield
        yield from tree.adding(self.project, pack, layers)
        pack_groups.keep_folder(self.project, pack.folder)
        self._apply()

    def close_pack(self) -> None:
        """Close the open pack, which is found to be damaged; the project still knows where it is."""
        self._set_pack(None)

    def set_theme(self, theme_id: str) -> None:
        """Show another theme; a year that doesn't have it gives way to the newest that does."""
        self._theme_id = theme_id
        self._require_available_year()
        self._apply()

    def set_year(self, year: int) -> None:
        """Show another year."""
        self.year = self._wished_year = year
        self._apply()

    def set_level(self, level: str) -> None:
        """Show one level, or the level by zoom."""
        self.level = level
        self._apply()

    def refresh_map(self) -> None:
        """Style the layers again, with what was computed in the meantime."""
        self._apply()

    def available_years(self) -> tuple[int, ...]:
        """Years that can be shown: those in which the theme has scores, for a development but the first."""
        years = self.years_with_theme()
        return years[1:] if self.kind == CHANGE and len(years) > 1 else years

    def earlier_years(self) -> tuple[int, ...]:
        """Years from which a development to the year shown can begin."""
        return tuple(year for year in self.years_with_theme() if year < self.year)

    def _require_available_year(self) -> None:
        if self.pack is not None and self.year not in self.available_years():
            self.year = self.available_years()[-1]

    def years_with_theme(self) -> tuple[int, ...]:
        """Years in which the theme has scores."""
        return self.years_of(self.theme.id)

    def years_of(self, theme_id: str) -> tuple[int, ...]:
        """Years in which a theme has scores."""
        pack = self._require_pack()
        if theme_id == pack.model.total.id:
            return pack.years
        with_dimensions = pack.info.get("years_with_dimensions")
        if with_dimensions is None:
            return tuple(year for year in pack.years if year not in pack.model.years_without_dimensions)
        return tuple(with_dimensions)

    def show_situation(self, theme_id: str, year: int) -> None:
        """Show the situation of a theme in a year that has it."""
        self._theme_id, self.year, self.kind = theme_id, year, SITUATION
        self._wished_year = year
        self._apply()

    def settings_changed(self) -> None:
        """Take over changed settings: colours of the layers and the way areas are measured."""
        self._measurer = None
        if self.pack is not None:
            self._apply()
        self.recipe_changed.emit()

    def source_line(self) -> str:
        """The source line of the settings, else of the model, with the edition filled in."""
        line = settings.load().source_line or in_language(self.model.source_line, language())
        return line.replace("{edition}", self._require_pack().edition)

    def _require_pack(self) -> Pack:
        if self.pack is None:
            raise LeefbaarError("No data are open yet.")
        return self.pack

    def _set_pack(self, pack: Pack | None) -> None:
        self.pack = pack
        self._measurer = None
        if pack is not None:
            # what another pack has to do without comes back with the next one that has it
            self.year = next((one for one in (self._wished_year, self.year) if one in pack.years), pack.years[-1])
            self.kind = self.kind if self.kind in VIEWS and self.can_show(self.kind) else SITUATION
            self._require_available_year()
        self.pack_changed.emit()

    def _apply(self, restored: bool = False) -> None:
        """Style the layers, remember the view in the project, and tell everybody."""
        if self.pack is None:
            return
        tree.show(self.project, self.pack, self.theme, self.year, self.level, self.palette, self.view, restored)
        self._remember_pack()
        self.project.writeEntry(_SCOPE, "theme", self.theme.id)
        self.project.writeEntry(_SCOPE, "year", self.year)
        self.project.writeEntry(_SCOPE, "level", self.level)
        self.project.writeEntry(_SCOPE, "view", self.kind)
        self.project.writeEntry(_SCOPE, "since", self._since)
        self.view_changed.emit()

    def _remember_pack(self, _document: object = None) -> None:
        """Note the folder in the project; again when it is saved, for only then a relative path is known."""
        if self.pack is not None:
            self.project.writeEntry(_SCOPE, "pack", self.project.writePath(str(self.pack.folder)))
        pack_groups.keep_folders(self.project)

    def restore(self) -> None:
        """Come back with the project that is open, with nothing when it knows no pack."""
        stored, there = self.project.readEntry(_SCOPE, "pack", "")
        adopt(self.project, Path(self.project.readPath(stored)) if stored else None)
        if not there or not stored:
            self._set_pack(None)
            return
        self._theme_id = self.project.readEntry(_SCOPE, "theme", "")[0]
        self.level = self.project.readEntry(_SCOPE, "level", AUTOMATIC)[0]
        self.year = self._wished_year = self.project.readNumEntry(_SCOPE, "year", 0)[0]
        self.kind = self.project.readEntry(_SCOPE, "view", SITUATION)[0]
        self._since = self.project.readNumEntry(_SCOPE, "since", 0)[0]
        folder = self.project.readPath(stored)
        self.is_restoring = True
        try:
            self._set_pack(open_pack(folder))
        except LeefbaarError as problem:
            self.is_restoring = False
            self._set_pack(None)
            self.pack_missing.emit(folder, problem)
            return
        self.is_restoring = False
        tree.leave_out_others(self.project, self._require_pack())
        if not tree.our_layers(self.project):
            tree.add_pack(self.project, self._require_pack())
        pack_groups.keep_folder(self.project, self._require_pack().folder)
        self._apply(restored=True)

    def _cleared(self) -> None:
        self._theme_id, self.year, self._wished_year, self.level = "", 0, 0, AUTOMATIC
        self.kind, self._since = SITUATION, 0
        self._set_pack(None)
