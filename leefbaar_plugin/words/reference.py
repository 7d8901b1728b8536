# SPDX-License-Identifier: GPL-2.0-or-later
"""What areas are set against, in words: the same in the panel and in the log of an algorithm."""

from __future__ import annotations

from collections.abc import Sequence

from ..analysis.groups.area_groups import AreaGroup
from ..analysis.references.everywhere import Everywhere
from ..engine.model import in_language
from ..pack.parts import shortened
from ..pack.references.kept_references import PUBLISHED
from ..translation import language, tr, trn
from .weights import weight_name


def country_name(country: Everywhere) -> str:
    """What stands for the country, within a sentence."""
    return tr("the country") if country.is_country else tr("all squares of the data")


def country_sentence(country: Everywhere) -> str:
    """Where the figures of the country come from; "" where all its squares are in the data."""
    if not country.is_country:
        return tr("These data aren't the whole country; “country” stands for all their squares.")
    if country.kept == PUBLISHED:
        return tr(
            "The country is the mean of the published scores of its gemeenten, weighed by their households; of shares "
            "per class nothing is known."
        )
    if country.kept:
        text = tr(
            "The figures of the country were kept at the import, from all its squares, by {weight}; its shares per "
            "class are of the squares that each year has."
        )
        return text.format(weight=weight_name(country.weight))
    return ""


def kept_groups_sentence(groups: Sequence[AreaGroup]) -> str:
    """Of which groups the figures were kept at the import; "" for none."""
    if not groups:
        return ""
    names = shortened([in_language(group.name, language()) for group in groups])
    text = trn(
        "The data don't hold all squares of {names}; its figures were kept at the import.",
        "The data don't hold all squares of {names}; their figures were kept at the import.",
        len(groups),
    )
    return text.format(names=names)
