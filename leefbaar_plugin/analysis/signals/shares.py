# SPDX-License-Identifier: GPL-2.0-or-later
"""The share that a rule compares areas with: that of the country where the pack knows it, else of the pack."""

from __future__ import annotations

from ...engine.model import Names
from ...engine.signals.evidence import Evidence
from ...engine.signals.square_conditions import SquareCondition
from ...pack.pack import Pack
from ...pack.references.groups import COUNTRY
from ..references.references import is_whole_country
from .findings import Note
from .rule_words import LANGUAGES, number, words

_DECIMALS = 2
_CLASS, _DIMENSION = "class", "dimension"


class CountryShares:
    """What a pack keeps of the country, in one year, as shares of its dwellings."""

    def __init__(self, pack: Pack, year: int) -> None:
        self._pack, self._year = pack, year

    def of(self, condition: SquareCondition, weight: str) -> float | None:
        """Share (0-1) of the country's weight in squares that satisfy a condition.

        None in a pack that holds the country itself, by another weight than was kept, for a condition on anything else
        than a class in the year, and where nothing is kept.
        """
        national = self._pack.national
        if national is None or is_whole_country(self._pack) or weight != national.weight:
            return None
        place, arguments = national.place(COUNTRY), condition.arguments
        if place is None or condition.kind not in (_CLASS, _DIMENSION):
            return None
        model = self._pack.model
        theme = model.total.id if condition.kind == _CLASS else str(arguments["dimension"])
        shares = national.class_shares(theme, self._year, len(model.total_classification.classes))[place]
        found = float(shares[int(arguments.get("lowest", 1)) - 1 : int(arguments["highest"])].sum())
        return None if found != found else found


def share_note(evidence: Evidence, condition: SquareCondition, weight: str, pack: Pack) -> Note:
    """Which share areas are compared with, and how large it is."""
    share, of_country = evidence.share_everywhere(condition, weight)
    kind = "share_of_country" if of_country or is_whole_country(pack) else "share_of_pack"
    said: Names = {one: number(100 * share, _DECIMALS, one, trim=False) for one in LANGUAGES}
    kinds: Names = {one: words(one)["weights"][weight] for one in LANGUAGES}
    return Note(kind, {"year": evidence.squares.year, "share": said, "weight": kinds})
