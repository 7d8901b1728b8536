# SPDX-License-Identifier: GPL-2.0-or-later
"""Weights put into words: every text that differs by kind of weight stands here, one row for all kinds."""

from __future__ import annotations

from ..engine.squares.weights import DWELLINGS, EQUAL, HOUSEHOLDS, INHABITANTS, POINTS
from ..translation import tr, trn
from . import formats


def weight_name(weight: str, count: int = 2) -> str:
    """Name of a kind of weight: as a plural, of one as a singular; "" where nothing is weighed."""
    if not weight:
        return ""
    if count == 1:
        singular = {
            DWELLINGS: tr("dwelling"),
            HOUSEHOLDS: tr("household"),
            INHABITANTS: tr("inhabitant"),
            EQUAL: tr("inhabited square"),
            POINTS: tr("own dwelling"),
        }
        return singular[weight]
    names = {
        DWELLINGS: tr("dwellings"),
        HOUSEHOLDS: tr("households"),
        INHABITANTS: tr("inhabitants"),
        EQUAL: tr("inhabited squares"),
        POINTS: tr("own dwellings"),
    }
    return names[weight]


def weight_title(weight: str) -> str:
    """What a weight counts, as the head of a column; "" where nothing is weighed."""
    names = {
        DWELLINGS: tr("Dwellings"),
        HOUSEHOLDS: tr("Households"),
        INHABITANTS: tr("Inhabitants"),
        EQUAL: tr("Squares, each alike"),
        POINTS: tr("Own dwellings"),
    }
    return names[weight] if weight else ""


def low_sentence(weight: str, share: str, class_name: str) -> str:
    """Which part of the weight is in squares of a class or lower; the sentence has no full stop yet."""
    sentences = {
        DWELLINGS: tr("Of the dwellings, {share} is in a square that scores {class_name} or lower"),
        HOUSEHOLDS: tr("Of the households, {share} lives in a square that scores {class_name} or lower"),
        INHABITANTS: tr("Of the inhabitants, {share} lives in a square that scores {class_name} or lower"),
        EQUAL: tr("Of the inhabited squares, {share} scores {class_name} or lower"),
        POINTS: tr("Of the own dwellings, {share} is in a square that scores {class_name} or lower"),
    }
    return sentences[weight].format(share=share, class_name=class_name)


def counted_weight(count: float, weight: str) -> str:
    """So many of what is weighed: '1 dwelling', '12,345 dwellings'."""
    return f"{formats.count(count)} {weight_name(weight, round(count))}"


def missing_sentence(weight: str, imputed: int, persons: str, constant: str) -> str:
    """What counts where the number itself isn't known, in this many squares; "" where every square weighs the same."""
    sentences = {
        DWELLINGS: tr(
            "Without a number of dwellings ({squares}) that of households counts, else inhabitants divided by "
            "{persons}, else {constant}."
        ),
        HOUSEHOLDS: tr(
            "Without a number of households ({squares}) that of dwellings counts, else inhabitants divided by "
            "{persons}, else {constant}."
        ),
        INHABITANTS: tr(
            "Without a number of inhabitants ({squares}) households times {persons} count, else dwellings times "
            "{persons}, else {constant}."
        ),
        EQUAL: "",
        POINTS: tr("Where no own dwellings are known ({squares}) the published dwellings count."),
    }
    squares = trn("{count} square here", "{count} squares here", imputed).format(count=formats.count(imputed))
    return sentences[weight].format(squares=squares, persons=persons, constant=constant)
