# SPDX-License-Identifier: GPL-2.0-or-later
"""A monitor of areas of a pack: each against its gemeente and the country over the years, and all of them as one."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from ...engine.areas.aggregation import AreaScores
from ...engine.areas.coverings import chosen, merged, stacked
from ...engine.change.monitor import NO_CITY, Monitor, monitor
from ...pack.files.progress import Progress, report, silent
from ...pack.official import GEMEENTE, LevelAreas
from ...pack.official_scores import OfficialArea, official_scores
from ...pack.pack import Pack
from ...pack.references.reference_sets import gemeente_id
from ..comparison import union_of
from ..marks import Marks, marks_of
from ..references.everywhere import Everywhere, everywhere
from ..references.references import References
from ..same_squares import SAME, scores_on
from ..whereabouts import GemeentePart


@dataclass(frozen=True, eq=False)
class Monitored:
    """Areas and, in the last row, all of them together, with every place counted once.

    `gemeenten` holds by area the gemeenten it lies in, the one it is set against first; `outlines` those of all rows
    (WKB in EPSG:28992, made valid); `left_out` int64 [rows] the squares that lack a score in one of the years;
    `repaired` and `empty` are places of areas (from 0); `marks` tell of all rows which are small official areas;
    `country` is what they are set against beyond their gemeenten.
    """

    monitor: Monitor
    gemeenten: tuple[tuple[GemeentePart, ...], ...]
    outlines: list[bytes]
    left_out: NDArray[np.int64]
    squares: str
    repaired: list[int]
    empty: list[int]
    marks: Marks
    country: Everywhere


def monitor_areas(
    references: References,
    areas: Sequence[bytes | None],
    years: Sequence[int],
    base: int,
    squares: str = SAME,
    progress: Progress = silent,
    known: Sequence[OfficialArea | None] | None = None,
    said: Sequence[Collection[str]] = (),
) -> Monitored:
    """Follow areas (WKB in EPSG:28992) over some years, to which `base` is added.

    `known` are the official areas that they are, where that isn't to be told by their outlines and what is `said` of
    them (`OfficialScores.recognise`).
    Raises InputError for an area that is no polygon, PackError for a year the pack doesn't have.
    """
    measurer = references.measurer
    for year in (*years, base):
        measurer.pack.require_year(year)
    compared = tuple(sorted({*years, base}))
    references.prepare()
    report(progress, 0.4)
    valid, coverage = measurer.cover(areas)
    gemeenten = tuple(references.gemeenten_of(valid.wkb))
    report(progress, 0.6)
    own = _official(measurer.pack, valid.wkb, known, said)
    # of an official area that is there in part the set would hold a slice
    whole_ones = [wkb for wkb, one in zip(valid.wkb, own, strict=True) if one is None or not one.is_part]
    union = union_of(whole_ones, measurer.recipe.fill_rule)
    report(progress, 0.8)
    _union, whole = measurer.cover([union])
    on = scores_on(measurer, stacked([coverage, whole]), compared, squares)
    published = official_scores(measurer.pack)
    official = [*own, *published.recognise([union])]
    scores = published.over(on.scores, official)
    city, row = _cities(references, gemeenten, compared, squares)
    country = everywhere(references, compared, squares)
    made = monitor(measurer.pack.model, scores, city, row, country.scores, base)
    report(progress, 1.0)
    outlines, marks = [*valid.wkb, union], marks_of(measurer.pack, official)
    return Monitored(made, gemeenten, outlines, on.left_out, squares, valid.repaired, valid.empty, marks, country)


def _official(
    pack: Pack,
    areas: Sequence[bytes],
    known: Sequence[OfficialArea | None] | None,
    said: Sequence[Collection[str]],
) -> list[OfficialArea | None]:
    """The official areas that areas are: those that are `known`, else by their outlines."""
    if known and None not in known:
        return list(known)
    by_outline = official_scores(pack).recognise(areas, said)
    return [one or other for one, other in zip(known or [None] * len(areas), by_outline, strict=True)]


def _cities(
    references: References, gemeenten: Sequence[Sequence[GemeentePart]], years: tuple[int, ...], squares: str
) -> tuple[AreaScores, NDArray[np.int64]]:
    """Figures of the own gemeente of every area, where the pack holds all of it, and behind them of these together."""
    own = [parts[0].code if parts and references.measures(gemeente_id(parts[0].code)) else "" for parts in gemeenten]
    codes = sorted(set(own) - {""})
    place = {code: at for at, code in enumerate(codes)}
    row = np.array([place[code] if code else NO_CITY for code in own] + [len(codes)], np.int64)
    coverage = references.squares_of([gemeente_id(code) for code in codes])
    together = merged(coverage, range(len(codes))) if codes else chosen(coverage, [])
    if not codes:
        row[-1] = NO_CITY
    on = scores_on(references.measurer, stacked([coverage, together]), years, squares)
    published = official_scores(references.measurer.pack)
    alone = published.of_codes(GEMEENTE, codes)
    return published.over(on.scores, [*alone, alone[0] if len(codes) == 1 else None]), row


def with_codes(areas: LevelAreas, codes: Sequence[str]) -> tuple[LevelAreas, list[str]]:
    """The areas with these codes, in their order, and the codes that none has; all areas when no code is given."""
    if not codes:
        return areas, []
    place = {code.casefold(): at for at, code in enumerate(areas.code)}
    asked = dict.fromkeys(code.strip().casefold() for code in codes if code.strip())
    lacking = [
        code for code in dict.fromkeys(one.strip() for one in codes if one.strip()) if code.casefold() not in place
    ]
    return areas.where([place[code] for code in asked if code in place]), lacking
