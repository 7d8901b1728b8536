# SPDX-License-Identifier: GPL-2.0-or-later
"""A relation put into words, the same in the log of the algorithm and in the dock; always: association, no cause."""

from __future__ import annotations

import math

from ..analysis.relations import joined_table as joining
from ..analysis.relations import relations as relating
from ..analysis.relations.relations import BY_GROUP, TableRelation
from ..engine.model import in_language
from ..engine.relations import cross_table as crossing
from ..engine.relations.autocorrelation import Moran
from ..engine.relations.cross_table import Cut
from ..engine.relations.turning_point import TurningPoint
from ..layers.marks import count_sentence
from ..pack.references.groups import REST, load_groups
from ..pack.tables import user_table as reading
from ..pack.tables.user_table import NumberNote
from ..settings import load
from ..translation import language, tr, trn
from . import formats
from .change import left_out_sentence
from .coefficients import SURE, correlation_words, p_words, slope_number
from .spatial import by_chance, slope_words, spatial_words, turn_by_chance
from .weights import weight_name


def association() -> str:
    """The sentence that goes with every figure."""
    return tr(
        "Association, no cause: areas differ in much more than these two figures, and the Leefbaarometer is partly "
        "made from figures like this one. What is really the case needs local research."
    )


def quadrant_names() -> tuple[str, str, str, str]:
    """Names of the four quadrants, score first."""
    return (
        tr("low score, low value"),
        tr("low score, high value"),
        tr("high score, low value"),
        tr("high score, high value"),
    )


def region_name(found: TableRelation, region: str) -> str:
    """Name of a gemeente or of a group of them."""
    if found.choice.region != BY_GROUP:
        return region
    groups = load_groups()
    names = {group.id: group.name for group in groups.groups} | {REST: groups.rest}
    return in_language(names[region], language()) if region in names else region


def weight_words(found: TableRelation) -> str:
    """What the areas are weighted by; "" without a weight."""
    if found.choice.weight_column:
        return found.choice.weight_column
    return weight_name(found.choice.weight)


def correlations(found: TableRelation) -> list[str]:
    """All coefficients of all areas, a line each."""
    one, sure = found.relation, found.choice.question.confidence
    lines = [
        correlation_words(tr("Pearson"), one.pearson, sure),
        correlation_words(tr("Spearman (ranks)"), one.spearman, sure),
    ]
    if one.weighted_pearson is not None and one.weighted_spearman is not None:
        weight = weight_words(found)
        for name, weighted in ((tr("Pearson"), one.weighted_pearson), (tr("Spearman (ranks)"), one.weighted_spearman)):
            label = tr("{name}, weighted by {weight}").format(name=name, weight=weight)
            lines.append(correlation_words(label, weighted, sure))
    return [*lines, *slope_words(found), *spatial_words(found)]


def direction(found: TableRelation) -> str:
    """What the coefficient says, in one sentence."""
    one = found.relation.weighted_pearson or found.relation.pearson
    if not math.isfinite(one.low):
        return tr("There are too few areas with both figures to say anything.")
    if by_chance(found):
        return tr(
            "The association can't be told from chance: neighbouring areas resemble each other in both figures, and so "
            "many unrelated figures would go together as much."
        )
    if one.low <= 0.0 <= one.high:
        return tr("No straight-line association is shown: the interval contains 0.")
    values = {"column": found.choice.value_column}
    if one.value > 0:
        return tr("Areas with a higher {column} have a higher score on average.").format(**values)
    return tr("Areas with a higher {column} have a lower score on average.").format(**values)


def cut_words(cut: Cut, decimals: int) -> str:
    """Where low ends."""
    texts = {
        crossing.MEDIAN: tr("low: at most the median {value}"),
        crossing.LOWEST_FIFTH: tr("low: the lowest fifth, at most {value}"),
        crossing.HIGHEST_FIFTH: tr("high: the highest fifth, from {value}"),
        crossing.BOUND: tr("low: below {value}"),
    }
    return texts[cut.kind].format(value=formats.number(cut.at, decimals))


def decimals_for(extent: float) -> int:
    """Decimals with which values that differ this much are told apart."""
    return min(max(3 - math.ceil(math.log10(extent)), 0), 6) if extent > 0 and math.isfinite(extent) else 1


def value_decimals(found: TableRelation) -> int:
    """Decimals for the values of the table."""
    values = found.value[found.relation.used]
    return decimals_for(float(values.max() - values.min())) if len(values) else 1


def turning_point_words(found: TableRelation) -> list[str]:
    """Where the slope changes, or that this isn't shown."""
    point = found.relation.turning_point
    if point is None:
        return [tr("Turning point: too few areas, or too few different values, to look for one.")]
    decimals = value_decimals(found)
    values = {"at": formats.number(point.at, decimals), "p": p_words(point.p)}
    if turn_by_chance(found):
        text = tr(
            "Turning point: {at} can't be told from chance ({p}; among neighbours that resemble each other {spatial})."
        )
        near = point.among_neighbours
        return [text.format(**values, spatial=p_words(near.p) if near is not None else "")]
    if point.p >= SURE:
        text = tr("Turning point: none is shown. Two segments fit no better than a straight line ({p}); best at {at}.")
        return [text.format(**values)]
    values |= {
        "confidence": formats.number(100 * found.choice.question.confidence, 0),
        "before": slope_number(point.slope_before),
        "after": slope_number(point.slope_after),
    }
    near = point.among_neighbours or point
    values |= {
        "low": formats.number(near.low, decimals),
        "high": formats.number(near.high, decimals),
        "p": p_words(near.p),
    }
    text = tr(
        "Turning point at {at} ({confidence} % interval {low} to {high}): up to there the score changes by {before} "
        "per unit, beyond it by {after}; better than a straight line ({p})."
    )
    return [text.format(**values), *_open_end(near)]


def _open_end(point: TurningPoint) -> list[str]:
    if not (point.low_open or point.high_open):
        return []
    return [tr("The interval reaches the end of the range searched, so that its end isn't known.")]


def moran_words(found: TableRelation) -> list[str]:
    """Whether neighbours resemble each other, for both figures; nothing when it wasn't asked for."""
    one = found.relation
    if one.moran_score is None or one.moran_value is None:
        return []
    lines = []
    for name, moran in ((tr("score"), one.moran_score), (found.choice.value_column, one.moran_value)):
        lines.append(_moran(name, moran))
    both = (one.moran_score, one.moran_value)
    if all(math.isfinite(moran.p) for moran in both) and not all(moran.resembling for moran in both):
        lines.append(tr("Neighbours aren't shown to resemble each other in both figures: the plain intervals hold."))
    return lines


def _moran(name: str, moran: Moran) -> str:
    text = tr("Moran's I of {name}: {value} (without any pattern {expected}; {p}; n = {n}).")
    if not math.isfinite(moran.p):
        return tr("Moran's I of {name}: too few areas with neighbours (n = {n}).").format(name=name, n=moran.n)
    return text.format(
        name=name,
        value=formats.number(moran.value, 2),
        expected=formats.number(moran.expected, 3),
        p=p_words(moran.p),
        n=moran.n,
    )


def note_words(note: NumberNote) -> str:
    """What was done with the table, or which areas weren't used."""
    values = dict(note.values)
    count = int(str(values.get("count", 0)))
    if note.kind == relating.PARTS:
        return left_out_sentence(count, str(values["names"]))
    texts = {
        reading.SKIPPED: tr("Lines above the header that were passed over: {count}."),
        reading.UNEVEN: tr("Rows with more or fewer cells than the header, which were read from the left: {count}."),
        reading.COMMA: tr("{column}: numbers with a decimal comma."),
        reading.THOUSANDS: tr("{column}: the sign between groups of three digits was taken for thousands."),
        reading.UNSURE: tr(
            "{column}: “{text}” was taken for {value}. If it isn't, write the numbers without a sign between thousands."
        ),
        reading.SECRET: tr("{column}: values that are secret or not published ({codes}), and so no numbers: {count}."),
        reading.NOT_A_NUMBER: tr("{column}: cells without a number ({examples}): {count}."),
        joining.GUESSED: tr("The codes were found in column {column}."),
        joining.OF_YEAR: tr("The rows of {year} were used: {count}."),
        joining.NO_CODE: tr("Rows without a code: {count}."),
        joining.PREFIXED: tr("Codes without BU, WK or GM before them, to which it was added: {count}."),
        joining.PADDED: tr("Codes that had lost their leading zeros, which were put back: {count}."),
        joining.NO_ROW: tr("Areas of the data without a row in the table: {count}."),
        joining.OTHER_LEVEL: tr("Codes of another level, which weren't used: {count}."),
        joining.DUPLICATE: trn(
            "{count} code stands there more than once ({examples}); the first row with a number counts. Does the table "
            "hold several years?",
            "{count} codes stand there more than once ({examples}); the first row with a number counts. Does the table "
            "hold several years?",
            count,
        ),
        relating.MEASURED: tr("The scores were computed from the squares, weighted by {weight}."),
        relating.MEASURED_SOME: trn(
            "Of {count} area no score is published; it was computed from the squares, weighted by {weight}.",
            "Of {count} areas no score is published; theirs was computed from the squares, weighted by {weight}.",
            count,
        ),
        relating.SCORE_CHANGE: tr("The score is its change from {since} to {until}; the class is that of {until}."),
        relating.VALUE_CHANGE: tr("The figure is its change: minus the column {before}."),
        relating.NO_SCORE: tr("Areas of the table without a score: {count}."),
        relating.NO_NUMBER: tr("Areas of the table without a number: {count}."),
        relating.NO_WEIGHT: tr("Areas of the table without a weight, which weren't used: {count}."),
    }
    if note.kind in (relating.MEASURED, relating.MEASURED_SOME):
        values["weight"] = weight_name(str(values["weight"]))
    return texts[note.kind].format(**values)


def mark_words(found: TableRelation) -> str:
    """How many areas of the table are small, have few dwellings or little of their surface scored; "" for none."""
    now = load()
    return count_sentence(
        found.marks.told(found.told, now.limits).where(found.joined.row >= 0), now.smallest_inhabitants
    )


def unmatched_words(found: TableRelation) -> str:
    """How many codes belong to no area, before their list; "" when all do."""
    count = len(found.joined.unmatched)
    if not count:
        return ""
    text = trn(
        "{count} code belongs to no area with a score (an old or unscored area, or outside the data):",
        "{count} codes belong to no area with a score (old or unscored areas, or outside the data):",
        count,
    )
    return text.format(count=count)


def cross_table_words(found: TableRelation) -> list[str]:
    """The four quadrants, a line each, and how they were cut."""
    table = found.relation.table
    if table is None:
        return []
    lines = [
        tr("Score {score_cut}; {column} {value_cut}.").format(
            score_cut=cut_words(table.score_cut, 2),
            column=found.choice.value_column,
            value_cut=cut_words(table.value_cut, value_decimals(found)),
        )
    ]
    cells = zip(quadrant_names(), table.areas.ravel(), table.share.ravel(), table.expected.ravel(), strict=True)
    for name, areas, share, expected in cells:
        lines.append(
            trn(
                "{name}: {areas} area, {share} % (without any association {expected} %).",
                "{name}: {areas} areas, {share} % (without any association {expected} %).",
                areas,
            ).format(
                name=name, areas=areas, share=formats.number(100 * share, 1), expected=formats.number(100 * expected, 1)
            )
        )
    return lines


def region_words(found: TableRelation) -> list[str]:
    """The coefficients by region."""
    sure = found.choice.question.confidence
    lines = []
    for one in found.relation.regions:
        name = region_name(found, one.region)
        lines.append(correlation_words(tr("{region}, Pearson").format(region=name), one.pearson, sure))
        lines.append(correlation_words(tr("{region}, Spearman").format(region=name), one.spearman, sure))
    return lines


def report_lines(found: TableRelation, edition: str) -> list[str]:
    """The whole in plain text: figures, what was done with the table, codes without an area, caveat and source."""
    model = found.model
    title = trn(
        "{theme} in {year} beside {column} of {file}: {n} area with both figures.",
        "{theme} in {year} beside {column} of {file}: {n} areas with both figures.",
        found.relation.n,
    ).format(
        theme=in_language(found.theme.name, language()),
        year=found.choice.year,
        column=found.choice.value_column,
        file=found.joined.table.label,
        n=found.relation.n,
    )
    lines = [title, direction(found), *correlations(found), *region_words(found)]
    lines += [*cross_table_words(found), *turning_point_words(found), *moran_words(found)]
    lines += [note_words(note) for note in found.notes]
    lines += [text for text in [mark_words(found)] if text]
    if found.joined.unmatched:
        lines += [unmatched_words(found), ", ".join(found.joined.unmatched)]
    if found.joined.other_level:
        lines += [tr("Codes of another level:"), ", ".join(found.joined.other_level)]
    source = in_language(model.source_line, language()).format(edition=edition)
    return [*lines, association(), in_language(model.caveat, language()), source]
