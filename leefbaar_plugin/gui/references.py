# SPDX-License-Identifier: GPL-2.0-or-later
"""The references of the open pack in the interface: measured once, in the background when the pack is large."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

from qgis.PyQt.QtCore import QObject, pyqtSignal

from .. import settings
from ..analysis.measure import Measurer, Recipe
from ..analysis.ranks import AreaRank, in_gemeente, prepared, rank_of
from ..analysis.references import references
from ..analysis.references.reference import Reference
from ..analysis.references.reference_options import ReferenceOption, known_gemeenten, options
from ..analysis.references.references import DATA, References
from ..analysis.same_squares import trend_on_same
from ..analysis.whereabouts import GemeentePart
from ..engine.areas.aggregation import AreaScores
from ..engine.areas.figures import AreaFigures, figures_of
from ..engine.errors import LeefbaarError
from ..engine.model import in_language
from ..pack.official import GEMEENTE
from ..pack.outlines.repair import takes_long
from ..pack.pack import Pack
from ..pack.references.groups import COUNTRY, REST, load_groups
from ..pack.references.kept_references import PUBLISHED
from ..pack.references.reference_sets import gemeente_id
from ..translation import language, tr, translated_error, trn
from ..words import formats
from ..words.weights import weight_name
from .drawing.areas import Areas
from .messages import log
from .session import Session
from .widgets.reference_choice import ReferenceEntry
from .work import Background

NOTHING = ""
_OWN = "area:"
_LARGEST_AT_ONCE = 20_000
"""Squares of a pack whose references are measured at once, in some hundredths of a second."""
_KEPT = 4
_SUBJECT = "references"


class ReferenceBook(QObject):
    """Gives choices of references and their figures; `changed` is sent when there are others or they are ready."""

    changed = pyqtSignal()

    def __init__(self, session: Session, areas: Areas, background: Background, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._areas = areas
        self._background = background
        self._current: References | None = None
        self._kept: dict[Recipe, References] = {}
        self._measurers: dict[Recipe, Measurer] = {}
        self._given_up: Recipe | None = None
        self._listed: tuple[Pack, tuple[list[ReferenceOption], list[ReferenceOption], list[ReferenceEntry]]] | None = (
            None
        )
        session.pack_changed.connect(self._forget)
        session.recipe_changed.connect(self.changed)

    def measurer_of(self, weight: str) -> Measurer:
        """Measurer by the recipe of the session, but with another weight."""
        usual = self._session.measurer
        recipe = replace(usual.recipe, weight=weight)
        if recipe == usual.recipe:
            return usual
        found = self._measurers.get(recipe)
        if found is None or found.pack is not usual.pack:
            self._trim(self._measurers)
            found = self._measurers[recipe] = Measurer(usual.pack, recipe)
        return found

    def has_counts(self, weight: str) -> bool:
        """Whether the data have counts of this kind (always, of squares)."""
        return references.has_counts(self._require_pack(), weight)

    def choices(self, outline: bytes | None, without: int | None = None) -> list[ReferenceEntry]:
        """All references for an area (WKB in EPSG:28992, None for none in particular), own areas but one among them."""
        pack = self._session.pack
        if pack is None or pack.grid is None:
            return []
        groups, parts, gemeenten = self._of_pack(pack)
        own = [
            ReferenceEntry(f"{_OWN}{fid}", name, tr("Another area of yours"))
            for fid, name in self._areas.names().items()
            if fid != without
        ]
        found = [ReferenceEntry(NOTHING, tr("no comparison")), *self._gemeenten(outline)]
        found += [*(self._choice(option) for option in groups), *own]
        if parts:
            heading = ReferenceEntry("", tr("Parts of the country"), is_heading=True)
            found += [heading, *(self._choice(option) for option in parts)]
        return [*found, *gemeenten]

    def _of_pack(self, pack: Pack) -> tuple[list[ReferenceOption], list[ReferenceOption], list[ReferenceEntry]]:
        """Country and groups, parts of the country, and the list of gemeenten under its heading.

        Found once for a pack, for choices are asked for with every move of a sketch.
        """
        if self._listed is None or self._listed[0] is not pack:
            groups = {COUNTRY, DATA, REST, *(group.id for group in load_groups().groups)}
            found = options(pack)
            known = known_gemeenten(pack)
            named = [ReferenceEntry(gemeente_id(code), name, self._tip(gemeente_id(code))) for code, name in known]
            listed = [ReferenceEntry("", tr("Gemeenten"), is_heading=True), *named] if len(named) > 1 else []
            first = [option for option in found if option.id in groups]
            self._listed = pack, (first, [option for option in found if option.id not in groups], listed)
        return self._listed[1]

    def reference(self, wanted: str, outline: bytes | None, year: int) -> Reference | None:
        """A reference by the id of its choice, for an area; None when there is none, or it is still being measured."""
        if self._session.pack is None or self._session.pack.grid is None or not wanted:
            return None
        if wanted.startswith(_OWN):
            return self._own(wanted, year)
        ready = self._ready()
        if ready is None:
            return None
        if wanted == GEMEENTE:
            parts = ready.gemeenten_of([outline])[0]
            if not parts:
                return None
            wanted = gemeente_id(parts[0].code)
        figures = ready.figures(wanted, year)
        return None if figures is None else Reference(wanted, *self._names(wanted), figures)

    def on_same_squares(self, reference: Reference) -> AreaFigures | None:
        """Figures of a reference on the squares with a score in all years; None while it is being measured."""
        year = reference.figures.year
        if not reference.id.startswith(_OWN):
            ready = self._ready()
            return ready.figures_on_same(reference.id, year) if ready is not None else None
        fid = int(reference.id.removeprefix(_OWN))
        geometry = self._areas.geometries([fid]).get(fid)
        if geometry is None:
            return None
        measurer = self._session.measurer
        said = [(self._areas.names().get(fid, ""),)]
        scores = trend_on_same(measurer, [bytes(geometry.asWkb())], None, said).scores
        return figures_of(measurer.pack.model, scores, 0, year)

    def gemeente(self, code: str, year: int) -> Reference | None:
        """The gemeente with this code; None when the data don't have it, or while it is being measured."""
        return self.reference(gemeente_id(code), None, year)

    def country(self, year: int) -> Reference | None:
        """The whole country; None when neither the squares are, nor what the pack keeps, or while it is measured."""
        pack = self._session.pack
        if pack is None or pack.grid is None:
            return None
        kept = pack.national is not None and pack.national.place(COUNTRY) is not None
        return self.reference(COUNTRY, None, year) if kept or references.is_whole_country(pack) else None

    def rank(self, figures: AreaFigures, outline: bytes | None, theme: str) -> tuple[AreaRank, dict[str, str]] | None:
        """Where an area stands with a theme, and the names of what it stands among; None while that isn't known."""
        ready = self._ready() if self._session.pack is not None and self._session.pack.grid is not None else None
        if ready is None:
            return None
        parts = ready.gemeenten_of([outline])[0]
        limits, own = settings.load(), parts[0].code if parts else ""
        found = rank_of(ready, figures, own, theme, limits.smallest_dwellings, limits.smallest_inhabitants)
        if found is None:
            return None
        names = {gemeente_id(parts[0].code): parts[0].name} if parts else {}
        others = [rank.reference for rank in found.ranks if rank.reference not in names]
        return found, names | {reference: self._names(reference)[1] for reference in others}

    def ranks(
        self, scores: AreaScores, outlines: list[bytes | None], year: int, dimension: str = ""
    ) -> list[float | None]:
        """Ranks of areas in their gemeenten, as `ranks.in_gemeente`; None while they aren't known."""
        ready, smallest = self._ready(), settings.load().smallest_dwellings
        return in_gemeente(ready, scores, outlines, year, smallest, dimension) if ready else [None] * len(scores.total)

    def gemeenten_of(self, outlines: list[bytes | None]) -> list[tuple[GemeentePart, ...]]:
        """The gemeenten of several areas at once; empty while they are being measured."""
        ready = self._ready()
        return ready.gemeenten_of(outlines) if ready is not None else [() for _ in outlines]

    def _gemeenten(self, outline: bytes | None) -> list[ReferenceEntry]:
        label = tr("own gemeente")
        pack = self._session.pack
        if pack is None or GEMEENTE not in pack.levels:
            return [ReferenceEntry(GEMEENTE, label, reason=tr("these data have no outlines of gemeenten"))]
        ready = self._ready()
        if ready is None:
            return [ReferenceEntry(GEMEENTE, label, reason=self._why_not_ready())]
        if outline is None:
            return [ReferenceEntry(GEMEENTE, label, tr("Every area against the gemeente that it lies in"))]
        parts = ready.gemeenten_of([outline])[0]
        if not parts:
            return [ReferenceEntry(GEMEENTE, label, reason=tr("the area lies in no gemeente of these data"))]
        found = []
        for place, part in enumerate(parts):
            tip = tr("The area lies in this gemeente") if len(parts) == 1 else _part_tip(part)
            wanted = gemeente_id(part.code)
            reason = "" if ready.has(wanted) else tr("these data hold a part of this gemeente only")
            name = tr("gemeente {name}").format(name=part.name)
            found.append(ReferenceEntry(wanted if place else GEMEENTE, name, tip, reason))
        return found

    def _choice(self, option: ReferenceOption) -> ReferenceEntry:
        name, note = in_language(option.name, language()), in_language(option.note, language())
        not_ready = "" if self._ready() is not None else self._why_not_ready()
        if option.basis:
            return ReferenceEntry(option.id, name, " ".join(filter(None, (note, self._tip(option.id)))), not_ready)
        if option.id in (COUNTRY, DATA):
            if option.id == COUNTRY and references.is_whole_country(self._require_pack()):
                return ReferenceEntry(COUNTRY, name, tr("All squares with a score"), not_ready)
            tip = trn(
                "These data aren't the whole country: all squares of {count} gemeente",
                "These data aren't the whole country: all squares of {count} gemeenten",
                option.present,
            )
            return ReferenceEntry(option.id, _all_squares(), tip.format(count=option.present), not_ready)
        if option.available:
            return ReferenceEntry(option.id, name, note, not_ready)
        if option.members:
            text = tr("{present} of {members} gemeenten in these data")
            return ReferenceEntry(option.id, name, note, text.format(present=option.present, members=option.members))
        return ReferenceEntry(option.id, name, note, tr("these data aren't the whole country"))

    def _tip(self, reference: str) -> str:
        """What a reference that the pack keeps was made of; "" for one it measures itself."""
        national = self._require_pack().national
        place = national.place(reference) if national is not None else None
        if national is None or place is None:
            return ""
        if national.sets[place].basis == PUBLISHED:
            return tr(
                "The published scores of its gemeenten, weighed by their households. Their squares aren't in the "
                "files, so there are no shares per class."
            )
        return tr("All its squares in the files of the import, by {weight}.").format(
            weight=weight_name(national.weight)
        )

    def _own(self, wanted: str, year: int) -> Reference | None:
        fid = int(wanted.removeprefix(_OWN))
        geometry = self._areas.geometries([fid]).get(fid)
        measurer = self._session.measurer
        if geometry is None or takes_long(bytes(geometry.asWkb()), measurer.recipe.fill_rule):  # its own turn comes
            return None
        name = self._areas.names().get(fid, "")
        scores = measurer.measure([bytes(geometry.asWkb())], None, [(name,)]).scores
        return Reference(wanted, name, name, figures_of(measurer.pack.model, scores, 0, year))

    def _names(self, wanted: str) -> tuple[str, str]:
        """Label for a legend, and the name within a sentence."""
        pack = self._require_pack()
        if wanted.startswith(GEMEENTE):
            code = wanted.removeprefix(gemeente_id(""))
            name = dict(known_gemeenten(pack)).get(code, code)
            return tr("gemeente {name}").format(name=name), tr("the gemeente of {name}").format(name=name)
        option = next(option for option in options(pack) if option.id == wanted)
        if wanted == DATA or (wanted == COUNTRY and not option.basis and not references.is_whole_country(pack)):
            return _all_squares(), tr("all squares of these data together")
        label = in_language(option.name, language())
        if wanted == REST:
            return label, tr("the other gemeenten")
        is_group = any(group.id == wanted for group in load_groups().groups)
        return label, tr("the {group}").format(group=label) if is_group else label

    def of_session(self) -> References:
        """The references by the recipe of the session, ready or not; `prepare` may run in another thread."""
        measurer = self._session.measurer
        current = self._current
        if current is None or current.measurer is not measurer:
            current = self._kept.get(measurer.recipe)
            if current is None or current.measurer.pack is not measurer.pack:
                current = References(measurer)
            self._current = current
        return current

    def _ready(self) -> References | None:
        """The references by the recipe of the session; starts measuring them when that wasn't done."""
        current = self.of_session()
        if not current.is_ready and self._given_up != current.measurer.recipe:
            self._prepare(current)
        return current if current.is_ready else None

    def _why_not_ready(self) -> str:
        given_up = self._given_up is not None and self._given_up == self._session.measurer.recipe
        return tr("could not be measured; see the log") if given_up else tr("being measured")

    def _prepare(self, wanted: References) -> None:
        if self._background.is_running(_SUBJECT):
            return
        recipe = wanted.measurer.recipe
        if len(wanted.measurer.pack.require_squares()[0]) <= _LARGEST_AT_ONCE:
            try:
                self._keep(wanted.prepare())
            except LeefbaarError as problem:
                self._give_up(recipe, problem)
            return
        title = tr("Leefbaarometer: measuring gemeenten and country")
        failed = partial(self._failed, wanted)
        self._background.start(_SUBJECT, title, partial(prepared, wanted), self._take, failed)

    def _take(self, prepared: References) -> None:
        if self._session.pack is prepared.measurer.pack:
            self._keep(prepared)
        self.changed.emit()  # what was asked for meanwhile by another recipe starts now

    def _keep(self, prepared: References) -> None:
        self._trim(self._kept)
        self._kept[prepared.measurer.recipe] = prepared

    def _failed(self, wanted: References, problem: BaseException) -> None:
        if self._session.pack is wanted.measurer.pack:
            self._give_up(wanted.measurer.recipe, problem)
        self.changed.emit()

    def _give_up(self, recipe: Recipe, problem: BaseException) -> None:
        """Don't try again with these data, whether it failed or the user cancelled it."""
        self._given_up = recipe
        log(translated_error(problem))

    @staticmethod
    def _trim(kept: dict) -> None:
        while len(kept) >= _KEPT:
            del kept[next(iter(kept))]

    def _forget(self) -> None:
        self._background.cancel(_SUBJECT)
        self._current = self._given_up = self._listed = None
        self._kept.clear()
        self._measurers.clear()
        self.changed.emit()

    def _require_pack(self) -> Pack:
        return self._session.pack or self._session.measurer.pack


def _all_squares() -> str:
    return tr("all squares of these data")


def _part_tip(part: GemeentePart) -> str:
    surface = formats.percentage(part.surface)
    if part.weight is None:
        return tr("{surface} of the area's surface lies in this gemeente").format(surface=surface)
    text = tr("{surface} of the area's surface and {weight} of its weight lie in this gemeente")
    return text.format(surface=surface, weight=formats.percentage(part.weight))
