# SPDX-License-Identifier: GPL-2.0-or-later
"""One figure of the letters for some groups of areas, as a table: what panel and algorithm ask."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from ...engine.areas.coverage import Coverage
from ...engine.areas.coverings import chosen, everything
from ...engine.choices import CautionLimits
from ...engine.errors import InputError
from ...engine.model import in_language
from ...pack.files.progress import Progress, part, silent
from ...pack.references.groups import COUNTRY
from ..cautions import BARE, Caution, cautions_of, few_columns
from ..groups.area_groups import AreaGroup
from ..groups.group_figures import CoveredGroups, group_paths
from ..groups.group_tables import path_columns
from ..measure import Measurer
from ..references.references import name_of_all
from ..signals.letters import load_reported
from .against import HIGHEST, against_columns
from .groups import cautions_of_dimensions, dimension_columns
from .movers import moved, moved_columns
from .pressure import buurt_columns, concentration_columns, sums_columns
from .spread import spread_columns
from .themes import theme_columns

MOVERS, SUMS, CONCENTRATION, BUURTEN, AGAINST, GROUPS, SPREAD, PATHS_FIRST, PATHS_LAST, THEMES = (
    "movers",
    "sums",
    "concentration",
    "buurten",
    "against",
    "groups",
    "spread",
    "paths_first",
    "paths_last",
    "themes",
)
Columns = dict[str, list[Any]]


@dataclass(frozen=True)
class ReportedQuestion:
    """Which figure (an id of `load_reported`), of which years, and the highest class that counts against liveability.

    `since` plays a role in `GROUPS` and `THEMES`; `until` in that, in `BUURTEN` and in `AGAINST`.
    """

    figure: str
    since: int
    until: int
    highest: int = HIGHEST
    limits: CautionLimits = field(default_factory=CautionLimits)


def all_squares(measurer: Measurer) -> CoveredGroups:
    """All squares of the pack as one group, called the country where they are."""
    pack = measurer.pack
    name = name_of_all(pack)
    coverage = everything(len(pack.require_squares()[0]))
    return CoveredGroups(measurer, (AreaGroup(COUNTRY, name, ()),), coverage, (None,))


def reported_columns(
    covered: CoveredGroups, question: ReportedQuestion, language: str, progress: Progress = silent
) -> Columns:
    """The table of a figure: columns group and group_name, then those of the figure; rows of a group after each other.

    InputError for a figure that isn't known or can't be made, PackError for an absent year.
    """
    figure, measurer = question.figure, covered.measurer
    if figure not in load_reported():
        raise InputError("Figure {figure} isn't one of {figures}.", figure=figure, figures=", ".join(load_reported()))
    if figure == GROUPS:
        columns = dimension_columns(covered, question.since, question.until, language)
        told = cautions_of_dimensions(covered, question.since, question.until)
        bare = {BARE: [one.bare if one.squares else None for one in told]}
        return columns | few_columns(told, question.limits, language) | bare
    if figure == THEMES:
        return theme_columns(measurer, question.since, question.until)
    if figure == BUURTEN:
        return buurt_columns(measurer, question.until, language, question.limits)
    if figure in (PATHS_FIRST, PATHS_LAST):
        years = measurer.pack.years
        paths = group_paths(covered, years[0] if figure == PATHS_FIRST else years[-1])
        return _paths(path_columns(measurer.pack.model, covered, paths, language, question.limits))
    make = _OF_AREA[figure]
    tables: list[Columns] = []
    count = len(covered.groups)
    for row, group in enumerate(covered.groups):
        own = chosen(covered.coverage, [row])
        name = in_language(group.name, language)
        table = make(measurer, own, question, name, language, part(progress, row / count, (row + 1) / count))
        size = len(next(iter(table.values())))
        few = few_columns(_told(measurer, own, table, question, size), question.limits, language)
        tables.append({"group": [group.id] * size, "group_name": [name] * size, **table, **few})
    return {name: [value for table in tables for value in table[name]] for name in tables[0]}


def _told(measurer: Measurer, own: Coverage, table: Columns, question: ReportedQuestion, size: int) -> list[Caution]:
    """What has to be told of every row of an area's table: of its year, else of the last of its period or question."""
    scores = measurer.scores(own)
    years = table.get("year") or table.get("until") or [question.until] * size
    return [replace(cautions_of(scores, scores.years.index(year))[0], bare=0) for year in years]


def _paths(columns: Columns) -> Columns:
    """Paths by a class in one year: `last_class` and `until` are that class and year, whichever year it is."""
    columns["in_class"], columns["in_class_name"] = columns.pop("last_class"), columns.pop("last_class_name")
    columns["in_year"] = columns.pop("until")
    return columns


_Make = Callable[[Measurer, Coverage, ReportedQuestion, str, str, Progress], Columns]


def _spread(
    measurer: Measurer, area: Coverage, _asked: ReportedQuestion, name: str, _said: str, _done: Progress
) -> Columns:
    columns = spread_columns(measurer, area, [name])
    del columns["name"]
    return columns


_OF_AREA: Mapping[str, _Make] = {
    MOVERS: lambda measurer, area, _asked, _name, _said, done: moved_columns(moved(measurer, area, (), done)),
    SUMS: lambda measurer, area, _asked, _name, _said, _done: sums_columns(measurer, area),
    CONCENTRATION: lambda measurer, area, _asked, _name, said, _done: concentration_columns(measurer, area, said),
    AGAINST: lambda measurer, area, asked, _name, said, _done: against_columns(
        measurer, area, asked.until, said, asked.highest
    ),
    SPREAD: _spread,
}
