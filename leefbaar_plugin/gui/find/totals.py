# SPDX-License-Identifier: GPL-2.0-or-later
"""Who lives in the areas found, in sentences: all, in the lowest classes, in how many gemeenten; and against a year."""

from __future__ import annotations

from ...analysis.signals.found_summary import FoundSummary
from ...analysis.signals.found_totals import Against, Counts, FoundPlaces
from ...engine.squares.weights import DWELLINGS, HOUSEHOLDS, INHABITANTS
from ...translation import tr
from ...words import formats
from ...words.weights import counted_weight, weight_name

_COUNTED = (HOUSEHOLDS, DWELLINGS)
"""What the ministry counts in squares of the lowest classes."""


def within_lines(summary: FoundSummary) -> list[str]:
    """Inhabitants, households and dwellings of the areas found; those in squares weak or lower; where the areas lie."""
    totals = summary.totals
    if not totals.all_:
        return [where] if (where := _where(summary.places)) else []
    lines = [tr("In them: {numbers}").format(numbers=_numbers(totals.all_))]
    low, lowest = (_numbers(one, _COUNTED) for one in (totals.low, totals.lowest))
    if low:
        lines.append(tr("In squares weak or lower (1 to 4): {numbers}").format(numbers=low))
        lines.append(tr("In squares insufficient or lower (1 to 3): {numbers}").format(numbers=lowest))
    where = _where(summary.places)
    return [*lines, where] if where else lines


def against_lines(found: Against) -> list[str]:
    """Numbers found then, now and both; the dwellings weak or lower in them and in their gemeenten, with the change."""
    then, now = found.years
    values = {"then": then, "now": now, "before": formats.count(found.then), "after": formats.count(found.now)}
    lines = [tr("Found in {then}: {before}; in {now}: {after}.").format(**values)]
    if found.both is not None:
        lines[0] = tr("Found in {then}: {before}; in {now}: {after}; in both: {both}.").format(
            both=formats.count(found.both), **values
        )
    for kind in (DWELLINGS, HOUSEHOLDS, INHABITANTS):
        if kind not in found.within[0].low:
            continue
        of_areas = tr("In them, weak or lower: {before} and {after} {weight} ({change}).")
        lines.append(_change(of_areas, found.within[0].low[kind], found.within[1].low[kind], kind))
        of_whole = tr("In the same gemeenten as a whole, weak or lower: {before} and {after} {weight} ({change}).")
        lines.append(_change(of_whole, found.whole[0].low[kind], found.whole[1].low[kind], kind))
        break
    if found.parts:
        text = tr("Gemeenten that aren't whole in these data are left out of that: {count}.")
        lines.append(text.format(count=formats.count(found.parts)))
    if found.waterbed:
        lines.append(
            tr("Fewer dwellings under pressure in the areas, more in their gemeenten: look at the neighbours.")
        )
    lines.append(tr("The counts are of one year; what changes is the class of squares."))
    return lines


def _change(text: str, before: float, after: float, kind: str) -> str:
    return text.format(
        before=formats.count(before),
        after=formats.count(after),
        weight=weight_name(kind),
        change=formats.number(round(after) - round(before), 0, signed=True),
    )


def _numbers(counts: Counts, kinds: tuple[str, ...] = ()) -> str:
    shown = [(kind, count) for kind, count in counts.items() if not kinds or kind in kinds]
    return " · ".join(counted_weight(count, kind) for kind, count in shown)


def _where(places: FoundPlaces) -> str:
    """In how many gemeenten, wijken and buurten; '' where that isn't known."""
    if places.gemeenten is None:
        return ""
    values = {"gemeenten": formats.count(places.gemeenten)}
    if places.buurten is not None:
        text = tr("Gemeenten: {gemeenten}; wijken: {wijken}; buurten: {buurten}")
        return text.format(wijken=formats.count(places.wijken), buurten=formats.count(places.buurten), **values)
    if places.wijken is not None:
        return tr("Gemeenten: {gemeenten}; wijken: {wijken}").format(wijken=formats.count(places.wijken), **values)
    return tr("Gemeenten: {gemeenten}").format(**values)
