# SPDX-License-Identifier: GPL-2.0-or-later
"""Ranks put into words: a line for the card of an area, its tip, and a sentence for the paragraph."""

from __future__ import annotations

from collections.abc import Mapping

from ..analysis.ranks import AreaRank, Rank
from ..translation import tr, trn
from . import formats
from .weights import weight_name

_NEARLY_ALL = 0.995


def rank_lines(found: AreaRank, names: Mapping[str, str]) -> tuple[str, str]:
    """Where the score stands, the own gemeente first: 'Lower than 93 % of the dwellings of Rotterdam', and the rest.

    `names` are those of the references, as they stand in a sentence.
    """
    pieces = [_compared(rank, names, first=at == 0) for at, rank in enumerate(found.ranks)]
    first = pieces[0] if pieces else ""
    behind = pieces[1:]
    if found.among is not None:
        text = trn("rank {place} of {count} buurt", "rank {place} of {count} buurten", found.among.count)
        behind.append(text.format(place=formats.count(found.among.place), count=formats.count(found.among.count)))
    rest = " · ".join(behind)
    return (first, rest) if first else (rest[:1].upper() + rest[1:], "")


def rank_tip() -> str:
    """What a rank says, and what it doesn't."""
    return tr(
        "The share of the dwellings that stand in squares with a higher or a lower score. The score of an area is a "
        "mean, and a mean lies nearer the middle than single squares do. So among squares an area seldom stands at the "
        "very end; its rank among the buurten, which are means too, compares like with like (1 is the highest). Below "
        "the smallest number of dwellings there is no rank."
    )


def rank_sentence(found: AreaRank, names: Mapping[str, str]) -> str:
    """The same as sentences, plain; '' when nothing is known."""
    sentences = []
    for at, rank in enumerate(found.ranks):
        values = {"share": _share(max(rank.lower, rank.higher)), "weight": weight_name(rank.weight)}
        values["name"] = names.get(rank.reference, rank.reference)
        is_lower = rank.higher >= rank.lower
        if at:
            text = (
                tr("For {name} it is lower than {share}.") if is_lower else tr("For {name} it is higher than {share}.")
            )
        else:
            text = (
                tr("The score is lower than that of the squares with {share} of the {weight} of {name}.")
                if is_lower
                else tr("The score is higher than that of the squares with {share} of the {weight} of {name}.")
            )
        sentences.append(text.format(**values))
    if found.among is not None:
        text = trn(
            "Beside the {count} buurt of its gemeente it would have rank {place}, 1 being the highest.",
            "Among the {count} buurten of its gemeente it would have rank {place}, 1 being the highest.",
            found.among.count,
        )
        values = {"count": formats.count(found.among.count), "place": formats.count(found.among.place)}
        sentences.append(text.format(**values))
    return " ".join(sentences)


def _compared(rank: Rank, names: Mapping[str, str], first: bool) -> str:
    is_lower = rank.higher >= rank.lower
    if first:
        text = (
            tr("Lower than {share} of the {weight} of {name}")
            if is_lower
            else tr("Higher than {share} of the {weight} of {name}")
        )
    else:
        text = tr("lower than {share} of {name}") if is_lower else tr("higher than {share} of {name}")
    share = _share(max(rank.lower, rank.higher))
    return text.format(share=share, weight=weight_name(rank.weight), name=names.get(rank.reference, rank.reference))


def _share(fraction: float) -> str:
    """A whole percentage; nearly all isn't all."""
    nearly_all = _NEARLY_ALL <= fraction < 1.0
    number = formats.number(min(100 * fraction, 99.9), 1) if nearly_all else formats.number(100 * fraction, 0)
    return f"{number}{formats.NO_BREAK}%"
