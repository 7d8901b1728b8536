# SPDX-License-Identifier: GPL-2.0-or-later
"""The rank of an area in words: the line of the card, its sentences and its tip."""

from __future__ import annotations

from leefbaar_plugin.analysis.ranks import AreaRank, BuurtPlace, Rank
from leefbaar_plugin.words.rank import rank_lines, rank_sentence, rank_tip

NAMES = {"gemeente:GM0599": "Rotterdam", "g4": "the G4", "country": "the Netherlands"}
NB = "\u00a0"


def found(higher, among=None, weight="dwellings"):
    ranks = [Rank(name, 1 - share, share, weight) for name, share in zip(NAMES, higher)]
    return AreaRank("lbm", 2024, "GM0599", tuple(ranks), among)


def test_the_line_says_what_the_design_says():
    assert rank_lines(found((0.931, 0.908, 0.972)), NAMES) == (
        f"Lower than 93{NB}% of the dwellings of Rotterdam",
        f"lower than 91{NB}% of the G4 · lower than 97{NB}% of the Netherlands",
    )
    line = rank_lines(found((0.4, 0.62, 0.9997), BuurtPlace(12, 77)), NAMES)
    assert line == (
        f"Higher than 60{NB}% of the dwellings of Rotterdam",
        f"lower than 62{NB}% of the G4 · lower than 99.9{NB}% of the Netherlands · rank 12 of 77 buurten",
    )
    assert rank_lines(AreaRank("lbm", 2024, "", (), BuurtPlace(1, 5)), NAMES) == ("Rank 1 of 5 buurten", "")
    assert rank_lines(found((1.0,)), NAMES)[0].startswith(f"Lower than 100{NB}%")


def test_the_sentences_and_the_tip():
    text = rank_sentence(found((0.93, 0.2), BuurtPlace(62, 77), "households"), NAMES)
    assert text == (
        f"The score is lower than that of the squares with 93{NB}% of the households of Rotterdam. For the G4 it is "
        f"higher than 80{NB}%. Among the 77 buurten of its gemeente it would have rank 62, 1 being the highest."
    )
    assert "nearer the middle" in rank_tip()


def test_the_very_middle_is_lower_than_one_half():
    line, rest = rank_lines(found((0.5, 0.5)), NAMES)
    assert (line, rest) == (f"Lower than 50{NB}% of the dwellings of Rotterdam", f"lower than 50{NB}% of the G4")
    assert rank_sentence(found((0.5, 0.5)), NAMES) == (
        f"The score is lower than that of the squares with 50{NB}% of the dwellings of Rotterdam. "
        f"For the G4 it is lower than 50{NB}%."
    )
    assert rank_lines(found((0.499, 0.501)), NAMES)[0].startswith("Higher than")
