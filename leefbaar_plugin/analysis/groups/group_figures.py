# SPDX-License-Identifier: GPL-2.0-or-later
"""Figures of groups: class shares by year, transitions between classes, paths by class. For any thread.

The squares of groups are found once (`cover_groups`); figures for other years then take a fraction of a second. Groups
of gemeenten are put together as in `data.references`, so that G4 here is G4 in a comparison.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ...engine.areas.aggregation import AreaScores
from ...engine.areas.coverage import Coverage
from ...engine.areas.coverings import chosen, everything, merged, stacked
from ...engine.change.paths import Paths, follow
from ...engine.change.transitions import Transitions, transitions
from ...engine.errors import InputError, PackError
from ...engine.squares.weights import DWELLINGS, HOUSEHOLDS, POINTS
from ...pack.files.progress import Progress, report, silent
from ...pack.official import GEMEENTE, read_level
from ...pack.official_scores import OfficialArea, official_scores
from ...pack.pack import Pack
from ...pack.parts import shortened
from ...pack.references.groups import COUNTRY
from ..change.development import require_period
from ..measure import Measurer
from ..references.everywhere import kept_rows, with_rows
from ..references.references import has_counts
from .area_groups import AreaGroup

MEASURED = "pack"
"""What a group is known by whose squares the pack holds."""


@dataclass(frozen=True, eq=False)
class CoveredGroups:
    """Groups and their squares: row n of the figures is `groups[n]`; `official` is the official area that it is.

    `left_out` are the names of official areas that belong to a group and don't count: the pack holds a part of them.
    """

    measurer: Measurer
    groups: tuple[AreaGroup, ...]
    coverage: Coverage
    official: tuple[OfficialArea | None, ...]
    left_out: tuple[str, ...] = ()


def require_counts(pack: Pack, weight: str) -> None:
    """PackError when a pack has no counts of this kind of weight, so that there are no dwellings to give shares of."""
    if has_counts(pack, weight):
        return
    if weight == DWELLINGS:
        raise PackError(
            "The data pack has no counts of dwellings. Import the CBS squares too, or choose another weight."
        )
    if weight == HOUSEHOLDS:
        raise PackError(
            "The data pack has no counts of households. Import the CBS squares too, or choose another weight."
        )
    if weight == POINTS:
        raise PackError("The data pack has no own dwellings. Import a file of them too, or choose another weight.")
    raise PackError("The data pack has no counts of inhabitants. Import the CBS squares too, or choose another weight.")


def complete_groups(groups: Sequence[AreaGroup]) -> tuple[list[AreaGroup], list[AreaGroup]]:
    """The groups of which the pack holds all gemeenten, and the others."""
    return [group for group in groups if group.complete], [group for group in groups if not group.complete]


def cover_groups(measurer: Measurer, groups: Sequence[AreaGroup], progress: Progress = silent) -> CoveredGroups:
    """Find the squares of groups of gemeenten, no square for more than 1 in a group.

    InputError without groups or for a gemeente the pack doesn't have, PackError when outlines can't be read.
    """
    if not groups:
        raise InputError("There are no groups to give figures of.")
    wanted = {code for group in groups for code in group.codes}  # none of groups that were kept
    areas = read_level(measurer.pack, GEMEENTE)
    areas = areas.where([at for at, code in enumerate(areas.code) if code in wanted and areas.wkb[at] is not None])
    lacking = sorted(wanted - set(areas.code))
    if lacking:
        raise InputError("These gemeenten have no outline in the data pack: {names}.", names=", ".join(lacking))
    report(progress, 0.1)
    coverage = measurer.cover_official(areas)
    report(progress, 0.6)
    place = {code: at for at, code in enumerate(areas.code)}
    grid, _, _ = measurer.pack.require_squares()
    parts = []
    for group in groups:
        rows = [place[code] for code in group.codes]
        if group.id == COUNTRY and not rows and not group.kept:
            parts.append(everything(len(grid)))
        else:
            parts.append(chosen(coverage, rows) if len(rows) == 1 else merged(coverage, rows))
    report(progress, 1.0)
    known = official_scores(measurer.pack)
    official = [known.of_codes(GEMEENTE, group.codes)[0] if len(group.codes) == 1 else None for group in groups]
    return CoveredGroups(measurer, tuple(groups), stacked(parts), tuple(official))


def cover_areas(measurer: Measurer, areas: Sequence[bytes | None], keys: Sequence[str]) -> CoveredGroups:
    """Groups made of areas given as WKB in EPSG:28992: those with the same text in `keys` are one group.

    Official areas of which the pack holds a part only are left out: their slice isn't what the group has there. Raises
    as `Measurer.measure` does, InputError without areas and when none is left.
    """
    if not areas:
        raise InputError("There are no groups to give figures of.")
    valid, coverage = measurer.cover(areas)
    known = official_scores(measurer.pack).recognise(valid.wkb)
    places: dict[str, list[int]] = {}
    left_out = [area.name or area.code for area in known if area is not None and area.is_part]
    for at, (key, area) in enumerate(zip(keys, known, strict=True)):
        if area is None or not area.is_part:
            places.setdefault(key, []).append(at)
    if not places:
        raise InputError(
            "The data hold a part only of these areas ({names}), so that nothing can be counted in them.",
            names=shortened(left_out),
        )
    groups = tuple(AreaGroup(key, {"en": key}, ()) for key in places)
    whole = stacked([merged(coverage, rows) for rows in places.values()])
    official = tuple(known[rows[0]] if len(rows) == 1 else None for rows in places.values())
    return CoveredGroups(measurer, groups, whole, official, tuple(left_out))


def together(parts: Sequence[CoveredGroups]) -> CoveredGroups:
    """Groups found by the same measurer after each other, as one; InputError without any."""
    if not parts:
        raise InputError("There are no groups to give figures of.")
    groups = tuple(group for part in parts for group in part.groups)
    official = tuple(area for part in parts for area in part.official)
    left_out = tuple(name for part in parts for name in part.left_out)
    return CoveredGroups(parts[0].measurer, groups, stacked([part.coverage for part in parts]), official, left_out)


def group_scores(covered: CoveredGroups, years: tuple[int, ...] | None = None) -> AreaScores:
    """Scores, class shares and sums of every group in some years (default: all); PackError for an absent year.

    A group that is one official area has the score that is published, one that was kept the figures that were.
    """
    measurer = covered.measurer
    scores = official_scores(measurer.pack).over(measurer.scores(covered.coverage, years), covered.official)
    kept = [(row, group.kept) for row, group in enumerate(covered.groups) if group.kept]
    national = measurer.pack.national
    if not kept or national is None:
        return scores
    places = [place for _row, name in kept if (place := national.place(name)) is not None]
    return with_rows(
        scores, [row for row, _name in kept], kept_rows(national, measurer.pack.model, places, scores.years)
    )


def basis_of(covered: CoveredGroups) -> list[str]:
    """What every group is known by: `MEASURED`, or the basis of what was kept (`SQUARES`, `PUBLISHED`)."""
    national = covered.measurer.pack.national
    found = []
    for group in covered.groups:
        place = national.place(group.kept) if group.kept and national is not None else None
        found.append(MEASURED if place is None or national is None else national.sets[place].basis)
    return found


def group_transitions(covered: CoveredGroups, since: int, until: int) -> Transitions:
    """Transitions between the classes of two years; InputError for one year twice, PackError for an absent year."""
    measurer = covered.measurer
    pack = measurer.pack
    require_period(pack, since, until)
    _, _, matrix = pack.require_squares()
    classes = len(pack.model.total_classification.classes)
    return transitions(matrix, covered.coverage, measurer.weights.value, since, until, classes)


def group_paths(covered: CoveredGroups, until: int | None = None) -> Paths:
    """Paths of the squares by their class in `until` (default: the newest year); PackError for an absent year."""
    measurer = covered.measurer
    pack = measurer.pack
    _, _, matrix = pack.require_squares()
    year = pack.require_year(until)
    return follow(pack.model, matrix, covered.coverage, measurer.weights, year, measurer.rule)
