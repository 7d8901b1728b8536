# SPDX-License-Identifier: GPL-2.0-or-later
"""The average that a rule compares totals with: that of the country where the pack knows it, else of the pack."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from ...engine.areas.coverings import everything
from ...engine.model import Names
from ...pack.references.groups import COUNTRY, load_groups
from ..measure import Measurer
from ..references.references import is_whole_country
from .rule_words import LANGUAGES, number, words

_DECIMALS = 4


@dataclass(frozen=True)
class Average:
    """The mean total of a year, in score units, weighed by `weight`; `of_country` tells whose it is."""

    value: float
    of_country: bool
    weight: str

    def named(self) -> Names:
        """Whose it is and what it is, by language."""
        whose = {one: load_groups().country[one] if self.of_country else words(one)["the_pack"] for one in LANGUAGES}
        return {one: f"{whose[one]} {said}" for one, said in self.said().items()}

    def said(self) -> Names:
        """The number in words, by language."""
        return {one: number(self.value, _DECIMALS, one, trim=False) for one in LANGUAGES}


def average_of(measurer: Measurer, year: int) -> Average | None:
    """The average of a year; None where no square has a score in it.

    What the pack keeps of the country was weighed by dwellings at the import; in a pack of the country, and in one that
    keeps nothing of it, all squares are weighed by the recipe of the measurer.
    """
    pack = measurer.pack
    kept = None if is_whole_country(pack) or pack.national is None else pack.national
    place = None if kept is None else kept.place(COUNTRY)
    if kept is not None and place is not None:
        value, weight = float(kept.scores(pack.model, (year,)).total[place, 0]), kept.weight
        if not np.isnan(value):
            return Average(value, True, weight)
    scores = measurer.scores(everything(len(pack.require_squares()[0])), (year,))
    value = float(scores.total[0, 0])
    return None if np.isnan(value) else Average(value, is_whole_country(pack), scores.weight)
