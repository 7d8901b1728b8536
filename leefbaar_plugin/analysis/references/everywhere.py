# SPDX-License-Identifier: GPL-2.0-or-later
"""What areas and their gemeenten are set against: the country, or all squares of the pack where it isn't known.

A pack of a part of the country has the country from what the import kept of it (`Pack.national`). That was weighed by
dwellings, whatever the recipe; its means are there on the squares with a score in all years too, its class shares on
those of each year alone.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, fields, replace
from typing import Any

import numpy as np

from ...engine.areas.aggregation import AreaScores
from ...engine.model import ScoreModel
from ...engine.squares.weights import HOUSEHOLDS
from ...pack.references.groups import COUNTRY
from ...pack.references.kept_references import PUBLISHED, SQUARES, KeptReferences
from ..same_squares import SAME, scores_on
from .references import DATA, References, is_whole_country


@dataclass(frozen=True, eq=False)
class Everywhere:
    """Figures of one area in `scores`, which is the reference `COUNTRY` or `DATA`.

    `kept` is the basis of what the pack keeps of the country (`SQUARES`, `PUBLISHED`), "" where it is measured.
    """

    reference: str
    scores: AreaScores
    kept: str = ""

    @property
    def is_country(self) -> bool:
        """Whether it is the country."""
        return self.reference == COUNTRY

    @property
    def weight(self) -> str:
        """What its means were weighed by: published scores of gemeenten by their households."""
        return HOUSEHOLDS if self.kept == PUBLISHED else self.scores.weight


def everywhere(
    references: References, years: tuple[int, ...], squares: str = SAME, with_shares: bool = False
) -> Everywhere:
    """The country in some years, else all squares of the pack, on the same squares in all years or on each year's own.

    `with_shares` asks for class shares: the country is that only where these are known. PackError for an absent year.
    """
    pack = references.measurer.pack
    whole = is_whole_country(pack)
    national = None if whole else pack.national
    place = None if national is None else national.place(COUNTRY)
    if national is not None and place is not None and (national.has_squares(COUNTRY) or not with_shares):
        basis = national.sets[place].basis
        scores = kept_rows(national, pack.model, [place], years, squares == SAME and basis == SQUARES)
        if not np.isnan(scores.total).all():
            return Everywhere(COUNTRY, scores, basis)
    scores = scores_on(references.measurer, references.squares_of([COUNTRY]), years, squares).scores
    return Everywhere(COUNTRY if whole else DATA, scores)


def kept_rows(
    national: KeptReferences, model: ScoreModel, places: Sequence[int], years: tuple[int, ...], same: bool = False
) -> AreaScores:
    """Figures of kept sets by their places; with `same` the means are those on the squares scored in all years."""
    scores = national.scores(model, years, same)
    if same:
        scores = replace(scores, class_shares=national.scores(model, years).class_shares)
    rows: dict[str, Any] = {one.name: getattr(scores, one.name) for one in fields(scores)}
    rows = {name: value[list(places)] for name, value in rows.items() if isinstance(value, np.ndarray)}
    return replace(scores, **rows)


def with_rows(scores: AreaScores, at: Sequence[int], others: AreaScores) -> AreaScores:
    """The figures with other ones in the rows `at`; what these are measured as isn't known."""
    taken: dict[str, Any] = {}
    for one in fields(scores):
        mine, theirs = getattr(scores, one.name), getattr(others, one.name)
        if isinstance(mine, np.ndarray) and isinstance(theirs, np.ndarray):
            taken[one.name] = mine.copy()
            taken[one.name][list(at)] = theirs
    if scores.uncertain is not None and others.uncertain is None:  # that wasn't kept
        taken["uncertain"] = scores.uncertain.copy()
        taken["uncertain"][list(at)] = np.nan
    made = replace(scores, **taken)
    if scores.measured is None:
        return made
    total = scores.measured.total.copy()
    total[list(at)] = np.nan
    return replace(made, measured=replace(scores.measured, total=total))
