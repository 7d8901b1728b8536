# SPDX-License-Identifier: GPL-2.0-or-later
"""Marks of official areas in lists and on the map: few inhabitants, an unknown number, or a part of the area."""

from __future__ import annotations

from qgis.core import QgsVectorLayer

from ..analysis.cautions import caution_words
from ..analysis.marks import Marks
from ..pack.pack import Pack
from ..pack.reading.scores import GRID
from ..translation import language, tr, trn
from .views import View, hatched_below

SMALL, UNKNOWN = "⚠", "⚠?"
_NO_BREAK = "\u00a0"
_LOWEST = "lowest values of layers"


def mark_of(marks: Marks, row: int, below: float) -> str:
    """The sign behind the name of an area; "" for none."""
    if marks.caution(row) is not None:
        return SMALL
    if not marks.official[row]:
        return ""
    if marks.part[row] or marks.inhabitants[row] < below:
        return SMALL
    return UNKNOWN if marks.unknown()[row] else ""


def marked(name: str, marks: Marks, row: int, below: float) -> str:
    """The name of an area with its sign."""
    sign = mark_of(marks, row, below)
    return f"{name}{_NO_BREAK}{sign}" if sign else name


def with_sign(name: str, wanted: bool) -> str:
    """A name, with the sign behind it where a warning goes with its figures."""
    return f"{name}{_NO_BREAK}{SMALL}" if wanted else name


def mark_sentence(marks: Marks, row: int, below: float) -> str:
    """What the sign means; "" without one."""
    caution = marks.caution(row)
    told = "" if caution is None else caution.words(marks.limits, language())
    own = _official_sentence(marks, row, below)
    return " ".join(text for text in (own, f"{told[:1].upper()}{told[1:]}." if told else "") if text)


def _official_sentence(marks: Marks, row: int, below: float) -> str:
    """What has to be told of an official area; "" for nothing."""
    if not marks.official[row]:
        return ""
    values = {"number": f"{below:g}"}
    if marks.part[row]:
        return tr("These data hold a part of this area only. Only its published score holds for the whole area.")
    if marks.inhabitants[row] < below:
        count = round(float(marks.inhabitants[row]))
        text = trn(
            "Small area: {count} inhabitant, fewer than {number}. Better not show it by itself.",
            "Small area: {count} inhabitants, fewer than {number}. Better not show it by itself.",
            count,
        )
        return text.format(count=count, **values)
    if marks.unknown()[row]:
        return tr("The number of inhabitants of this area isn't known here; it may be below {number}.").format(**values)
    return ""


def short_note(marks: Marks, row: int, below: float) -> str:
    """What the sign means, in a few words for a list of names; "" without one."""
    sign = mark_of(marks, row, below)
    if not sign:
        return ""
    if marks.part[row]:
        return tr("{sign} a part of it in these data").format(sign=sign)
    if sign == UNKNOWN:
        return tr("{sign} number of inhabitants not known").format(sign=sign)
    text = trn("{sign} fewer than {number} inhabitant", "{sign} fewer than {number} inhabitants", below)
    return text.format(sign=sign, number=f"{below:g}")


def count_sentence(marks: Marks, below: float) -> str:
    """How many of some areas bear a sign; "" when none does."""
    few = int(marks.small(below).sum())
    unknown = int(marks.unknown().sum())
    sentences = []
    if few:
        text = trn(
            "{sign} Areas with fewer than {number} inhabitant: {count}.",
            "{sign} Areas with fewer than {number} inhabitants: {count}.",
            below,
        )
        sentences.append(text.format(sign=SMALL, number=f"{below:g}", count=few))
    if unknown:
        text = tr("{sign} Areas of which the number of inhabitants isn't known: {count}.")
        sentences.append(text.format(sign=UNKNOWN, count=unknown))
    sentences += _caution_sentences(marks)
    return " ".join(sentences)


def _caution_sentences(marks: Marks) -> list[str]:
    """How many areas have few dwellings, and how many little of their surface covered."""
    few = [one for one in marks.cautions if one.few(marks.limits)]
    bare = [one for one in marks.cautions if one.low_coverage(marks.limits)]
    sentences = []
    if few:
        weight = caution_words(language())["weights"].get(few[0].weight, "")
        text = tr("{sign} Areas with fewer than {number} {weight}: {count}.")
        sentences.append(text.format(sign=SMALL, number=f"{marks.limits.dwellings:g}", weight=weight, count=len(few)))
    if bare:
        text = tr("{sign} Areas of which less than {share} of the surface has scored squares: {count}.")
        share = f"{100 * marks.limits.coverage:g}{_NO_BREAK}%"
        sentences.append(text.format(sign=SMALL, share=share, count=len(bare)))
    return sentences


def few_of(layer: QgsVectorLayer, level: str, pack: Pack, view: View) -> tuple[str, str]:
    """Expression for what is hatched in a layer, "" for nothing, and what it means."""
    count, least, text = hatched_below(view, level)
    at = layer.fields().indexOf(count)
    if at < 0 or least <= 0:
        return "", text
    if level != GRID:  # most levels have no such areas, and no entry in the legend
        lowest = _lowest(layer, at, pack)
        if not isinstance(lowest, int | float) or lowest >= least:
            return "", text
    return f'"{count}" < {least:g}', text


def _lowest(layer: QgsVectorLayer, field: int, pack: Pack) -> object:
    """The lowest value of a field, looked up once while a pack is open: all features are read for it."""
    known: dict[tuple[str, int], object] = pack.kept.setdefault(_LOWEST, {})
    key = layer.source(), field  # with the user's filter
    if key not in known:
        known[key] = layer.minimumValue(field)
    return known[key]
