# SPDX-License-Identifier: GPL-2.0-or-later
"""Where the score of an area stands: in its gemeente, in G4, G40 or the other gemeenten, and in the country.

A rank is the share of the dwellings (or of what else squares are weighed by) in squares with a lower, and with a higher
score. The score of an area is a mean, and a mean lies nearer the middle than single squares do: among squares, an area
seldom stands at the very end. Beside it stands its place among the buurten of its gemeente, which are means as well.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from ..engine.areas.aggregation import AreaScores
from ..engine.areas.figures import AreaFigures
from ..engine.choices import SMALLEST_INHABITANTS
from ..pack.files.progress import Progress, silent
from ..pack.inhabitants import inhabitants_of
from ..pack.official import read_index, read_level
from ..pack.pack import Pack
from ..pack.parts import whole_gemeenten
from ..pack.references.groups import COUNTRY, REST, load_groups
from ..pack.references.reference_sets import gemeente_id
from .measure import level_scores, plain
from .references.references import References, Standing

_BUURT = "buurt"
_KEPT, _LAST = "ranks of buurten", "buurten of the last gemeente"
_SAME = 1e-9
Floats = NDArray[np.float64]


@dataclass(frozen=True)
class Rank:
    """Shares (0-1) of the weight of a reference, of this kind, in squares with a lower and with a higher score."""

    reference: str
    lower: float
    higher: float
    weight: str


@dataclass(frozen=True)
class BuurtPlace:
    """Place of a score among the `count` buurten with a score of a gemeente, 1 for the highest."""

    place: int
    count: int


@dataclass(frozen=True)
class AreaRank:
    """Where a score of a theme stands in a year: in its gemeente first, then its group of gemeenten, then the country.

    Only in what is known; `gemeente` is the code of the own gemeente, "" for none.
    """

    theme: str
    year: int
    gemeente: str
    ranks: tuple[Rank, ...]
    among: BuurtPlace | None


def group_of(code: str) -> str:
    """Id of the group of gemeenten that a gemeente belongs to; `REST` for one in no group."""
    return next((group.id for group in load_groups().groups if code in group.codes), REST)


def rank_of(
    references: References,
    figures: AreaFigures,
    gemeente: str,
    theme: str,
    smallest: float,
    inhabitants: float = SMALLEST_INHABITANTS,
) -> AreaRank | None:
    """Where one area stands, in the year of its figures, with a theme; `gemeente` is the code of its own, "" for none.

    Buurten of fewer `inhabitants` aren't among those of the gemeente. None before the references are prepared, for an
    area of fewer dwellings than `smallest`, and for one without a score or of which the pack holds a part only.
    """
    is_total = theme == references.measurer.pack.model.total.id
    value = figures.deviation if is_total else figures.dimensions[theme]
    if value is None or figures.unfavourable is None or figures.weight_sum < smallest or not references.is_ready:
        return None
    values = np.array([value])
    ranks = []
    groups = [gemeente_id(gemeente), group_of(gemeente)] if gemeente else []
    for reference in [*groups, COUNTRY]:
        found = references.standing(reference, theme, figures.year, values)
        if found is not None and not np.isnan(found.lower[0]):
            ranks.append(Rank(reference, float(found.lower[0]), float(found.higher[0]), found.weight))
    place, count = _among_buurten(references.measurer.pack, values, [gemeente], theme, figures.year, inhabitants)
    among = BuurtPlace(int(place[0]), int(count[0])) if count[0] else None
    return AreaRank(theme, figures.year, gemeente, tuple(ranks), among) if ranks or among else None


def rank_columns(
    references: References,
    scores: AreaScores,
    gemeenten: Sequence[str],
    year: int,
    smallest: float,
    inhabitants: float = SMALLEST_INHABITANTS,
    dimension: str = "",
) -> dict[str, list[Any]]:
    """Columns of a table: ranks of the total of areas in a year, or of a dimension; None for what isn't known or too
    small.

    rank_gemeente, rank_g4, rank_g40 and rank_country are the shares (0-1) of the weight in squares with a higher score;
    rank_buurten and buurten the place among the buurten of the gemeente with as many `inhabitants`, and their number.
    `gemeenten` are the codes of the own gemeenten of the areas, "" for none.
    """
    model, at = references.measurer.pack.model, scores.years.index(year)
    theme, shown = model.total.id, scores.deviation[:, at]
    if dimension:
        theme, shown = dimension, scores.dimensions[:, at, [one.id for one in model.dimensions].index(dimension)]
    small = (scores.weight_sum[:, at] < smallest) | np.isnan(scores.class_shares[:, at, 0])
    values = np.where(small, np.nan, shown)
    own = np.array(gemeenten, object)
    in_gemeente = np.full(len(values), np.nan)
    for code in sorted(set(gemeenten) - {""}):
        here = np.flatnonzero(own == code)
        in_gemeente[here] = _higher(references.standing(gemeente_id(code), theme, year, values[here]), len(here))
    columns: dict[str, list[Any]] = {"rank_gemeente": plain(in_gemeente)}
    for reference in (*(group.id for group in load_groups().groups), COUNTRY):
        found = references.standing(reference, theme, year, values)
        columns[f"rank_{reference}"] = plain(_higher(found, len(values)))
    place, count = _among_buurten(references.measurer.pack, values, gemeenten, theme, year, inhabitants)
    columns["rank_buurten"] = [int(one) or None for one in place]
    columns["buurten"] = [int(one) or None for one in count]
    return columns


def in_gemeente(
    references: References,
    scores: AreaScores,
    outlines: Sequence[bytes | None],
    year: int,
    smallest: float,
    dimension: str = "",
) -> list[float | None]:
    """Share (0-1) of the weight of the own gemeente of areas in squares with a higher score, None where it isn't known.

    Rows of the scores behind those with an outline (WKB in EPSG:28992) have none.
    """
    gemeenten = [parts[0].code if parts else "" for parts in references.gemeenten_of(outlines)]
    gemeenten += [""] * (len(scores.total) - len(gemeenten))
    return list(rank_columns(references, scores, gemeenten, year, smallest, dimension=dimension)["rank_gemeente"])


def _higher(found: Standing | None, count: int) -> Floats:
    return np.full(count, np.nan) if found is None else found.higher


def _among_buurten(
    pack: Pack, values: Floats, gemeenten: Sequence[str], theme: str, year: int, inhabitants: float
) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Place of values among the buurten of their gemeenten, 1 for the highest, and the number of those; 0 for none."""
    place, count = np.zeros((2, len(values)), np.int64)
    own = np.array(gemeenten, object)
    for code in sorted(set(gemeenten) - {""}):
        buurten = _buurten(pack, code, theme, year, inhabitants)
        here = np.flatnonzero((own == code) & ~np.isnan(values))
        if len(buurten):
            place[here] = 1 + len(buurten) - np.searchsorted(buurten, values[here] + _SAME, side="right")
            count[here] = len(buurten)
    return place, count


def _buurten(pack: Pack, gemeente: str, theme: str, year: int, inhabitants: float) -> Floats:
    """Scores of the buurten of a gemeente, ascending; none when the pack doesn't hold it as a whole.

    Buurten that are too small to be shown alone, or to be drawn, aren't among them.
    """
    if gemeente not in whole_gemeenten(pack) or _BUURT not in pack.levels:
        return np.zeros(0)
    codes, values, living = _all_buurten(pack)
    key, last = (gemeente, theme, year, inhabitants), pack.kept.get(_LAST)
    if last is None or last[0] != key:
        themes = [one.id for one in pack.model.themes]
        there = (codes == gemeente) & ~(living < inhabitants)  # an unknown number is no small one
        found = values[there, pack.years.index(year), themes.index(theme)]
        last = pack.kept[_LAST] = key, np.sort(found[~np.isnan(found)])
    ascending: Floats = last[1]
    return ascending


def _all_buurten(pack: Pack) -> tuple[NDArray[Any], Floats, Floats]:
    """Codes of the gemeenten of all buurten, their values (float64 [buurten, years, themes], the deviation for the
    total) and inhabitants; kept while the pack is open.
    """
    known: tuple[NDArray[Any], Floats, Floats] | None = pack.kept.get(_KEPT)
    if known is None:
        areas = read_level(pack, _BUURT, outlines=False)
        scores = level_scores(pack, areas)
        values = np.concatenate((scores.deviation[..., None], scores.dimensions), axis=-1)
        values[np.isnan(read_index(pack, _BUURT).box[:, 0])] = np.nan
        known = np.array(areas.gemeente, object), values, inhabitants_of(pack, _BUURT)
        pack.kept[_KEPT] = known
    return known


def prepared(references: References, progress: Progress = silent) -> References:
    """References prepared, in whichever thread this is, after what the first rank among buurten would wait for.

    PackError as `References.prepare`.
    """
    pack = references.measurer.pack
    if _BUURT in pack.levels:
        _all_buurten(pack)
    return references.prepare(progress)
