# SPDX-License-Identifier: GPL-2.0-or-later
"""Change, waterbed and monitor in plain sentences, made from the figures; always an association, never a cause."""

from __future__ import annotations

import numpy as np

from ..analysis.change.change_view import ChangeView, OneChange, ThemeChange
from ..analysis.change.monitor import Monitored
from ..analysis.change.waterbed import AREA as AREA_ZONE
from ..analysis.change.waterbed import REST as REST_ZONE
from ..analysis.change.waterbed import Surrounded, Zone
from ..engine.change.development import neutral_class
from ..engine.change.waterbed import (
    ASSOCIATIONS,
    COMPARISONS,
    FALL_ELSEWHERE,
    FITS,
    NO_FALL,
    NO_RISE,
    REST,
    RISE_ELSEWHERE,
    SMALL,
)
from ..engine.model import ScoreModel, in_language
from ..engine.squares.weights import EQUAL
from ..layers.marks import count_sentence
from ..pack.parts import shortened
from ..translation import language, tr, trn
from . import formats
from .reference import country_name
from .weights import weight_name


def zone_names(found: Surrounded, area: int) -> list[str]:
    """Names of the zones of an area."""
    return [_zone_name(zone) for zone in found.zones[area]]


def _zone_name(zone: Zone) -> str:
    if zone.kind == AREA_ZONE:
        return tr("area")
    if zone.kind == REST_ZONE:
        return tr("rest of the gemeente")
    ends = (zone.inner or 0.0, zone.outer or 0.0)
    inner, outer = (formats.number(metres, 0 if metres == int(metres) else 1) for metres in ends)
    return tr("{inner}–{outer} m").format(inner=inner, outer=outer)


def change_sentences(model: ScoreModel, one: OneChange, smallest: float, theme: ThemeChange | None = None) -> list[str]:
    """The change of one area: from and to, its class, what explains it, for how many, how it was made.

    With a `theme` that is a dimension, first that of the dimension.
    """
    if one.total is None:
        text = tr("{name} has no score in both {since} and {until}, so its change isn't known.")
        return [text.format(name=one.name, since=one.since, until=one.until)]
    shares = one.worse, one.same, one.better
    sentences = []
    if theme is not None and theme.theme != model.total.id:
        shares = theme.worse, theme.same, theme.better
        sentences += _theme_went(model, one, theme)
        sentences += [_shares(one.weight, *shares)] if shares[0] is not None else []
        shares = None, None, None
    sentences.append(_went(model, one))
    if one.explains:
        text = tr("“{dimension}” contributed most to that ({value}).")
        value = formats.signed_difference(one.contributions[one.explains])
        sentences.append(text.format(dimension=theme_name(model, one.explains), value=value))
    elif any(value is None for value in one.contributions.values()):
        text = tr("Without dimensions in both years it can't be told which of them contributed.")
        sentences.append(text)
    if shares[0] is not None:
        sentences.append(_shares(one.weight, *shares))
    if one.weight and one.weight_sum < smallest and one.squares:
        text = tr("These are few {weight} ({count}), so read the figures with care.")
        sentences.append(text.format(weight=weight_name(one.weight), count=formats.number(one.weight_sum, 1)))
    return sentences


def _theme_went(model: ScoreModel, one: OneChange, theme: ThemeChange) -> list[str]:
    if theme.value is None or not theme.change_class:
        return []
    values = {
        "theme": theme_name(model, theme.theme),
        "name": one.name,
        "since": one.since,
        "until": one.until,
        "change": formats.signed_difference(theme.value),
        "number": theme.change_class,
        "class_name": model.development_classification.name(theme.change_class, language()),
    }
    if theme.change_class == neutral_class(model.development_classification):
        text = tr("Between {since} and {until} “{theme}” of {name} stayed about the same ({change}).")
    elif theme.value > 0:
        text = tr("Between {since} and {until} “{theme}” of {name} went up ({change}): class {number}, {class_name}.")
    else:
        text = tr("Between {since} and {until} “{theme}” of {name} went down ({change}): class {number}, {class_name}.")
    return [text.format(**values)]


def _went(model: ScoreModel, one: OneChange) -> str:
    before, after = formats.ends(one.before, one.after)
    values = {
        "name": one.name,
        "since": one.since,
        "until": one.until,
        "change": formats.signed_difference(one.total),
        "before": before,
        "after": after,
        "number": one.change_class,
        "class_name": model.development_classification.name(one.change_class, language()),
    }
    if one.change_class == neutral_class(model.development_classification):
        text = tr(
            "Between {since} and {until} the score of {name} stayed about the same: from {before} to {after} "
            "({change})."
        )
    elif (one.total or 0.0) > 0:
        text = tr(
            "Between {since} and {until} the score of {name} rose from {before} to {after} ({change}): class "
            "{number}, {class_name}."
        )
    else:
        text = tr(
            "Between {since} and {until} the score of {name} fell from {before} to {after} ({change}): class "
            "{number}, {class_name}."
        )
    return text.format(**values)


def _shares(weight: str, worse: float | None, same: float | None, better: float | None) -> str:
    text = tr(
        "Of the {weight}, {better} is in squares that got better, {same} in squares that stayed the same and {worse} "
        "in squares that got worse."
    )
    if weight == EQUAL:
        text = tr("Of the squares, {better} got better, {same} stayed the same and {worse} got worse.")
    shares = {"better": better, "same": same, "worse": worse}
    written = {name: formats.percentage(share) for name, share in shares.items()}
    return text.format(weight=weight_name(weight), **written)


def list_sentences(view: ChangeView, small: float, theme: str = "") -> list[str]:
    """How many areas rose, stayed the same and fell, which of them most, and which have to be read with care.

    Of the total, or of the dimension that `theme` is.
    """
    themes = [one.id for one in view.model.themes]
    place = themes.index(theme) if theme else 0
    total = view.changes.found.change.themes[:, place]
    known = np.flatnonzero(~np.isnan(total))
    if not len(known):
        return [tr("No area has a score in both {since} and {until}.").format(since=view.since, until=view.until)]
    classes = view.changes.found.classes[known, place]
    middle = neutral_class(view.model.development_classification)
    rose, same, fell = (int(one.sum()) for one in (classes > middle, classes == middle, classes < middle))
    sentences = [_directions(view, len(known), rose, same, fell)]
    if len(known) > 1:
        best, worst = int(known[total[known].argmax()]), int(known[total[known].argmin()])
        if total[worst] >= 0:
            text = tr("{best} went up most ({rise}), {worst} least ({fall}).")
        elif total[best] <= 0:
            text = tr("{worst} went down most ({fall}), {best} least ({rise}).")
        else:
            text = tr("{best} went up most ({rise}); {worst} went down most ({fall}).")
        values = {
            "rise": formats.signed_difference(float(total[best])),
            "fall": formats.signed_difference(float(total[worst])),
        }
        sentences.append(text.format(best=view.names[best], worst=view.names[worst], **values))
    left_out = view.changes.left_out
    if left_out:
        sentences.append(left_out_sentence(len(left_out), shortened(left_out)))
    return [*sentences, count_sentence(view.marks, small)] if count_sentence(view.marks, small) else sentences


def _directions(view: ChangeView, count: int, rose: int, same: int, fell: int) -> str:
    """How many of so many areas went which way; every number rules the form of its own verb."""
    text = trn(
        "Of {count} area with a score in {since} and {until}, {better}, {alike} and {worse}.",
        "Of {count} areas with a score in {since} and {until}, {better}, {alike} and {worse}.",
        count,
    )
    parts = {
        "better": (trn("{number} got better", "{number} got better", rose), rose),
        "alike": (trn("{number} stayed the same", "{number} stayed the same", same), same),
        "worse": (trn("{number} got worse", "{number} got worse", fell), fell),
    }
    said = {name: part.format(number=formats.count(number)) for name, (part, number) in parts.items()}
    return text.format(count=formats.count(count), since=view.since, until=view.until, **said)


def left_out_sentence(count: int, names: str) -> str:
    """That official areas don't count, because the data hold a part of them only."""
    text = trn(
        "Left out, because the data hold a part of it only: {count} area ({names}).",
        "Left out, because the data hold a part of them only: {count} areas ({names}).",
        count,
    )
    return text.format(count=formats.count(count), names=names)


def basis_sentences(one: OneChange) -> list[str]:
    """How the figures were made, and what of it is our own calculation."""
    if one.stated:
        sentences = [tr("The change is as published.")]
    elif one.published:
        sentences = [tr("The change is the difference of the published scores.")]
    else:
        text = trn(
            "The change is that of {squares} square with a score in both years.",
            "The change is the mean over {squares} squares with a score in both years, weighted by {weight}.",
            one.squares,
        )
        sentences = [text.format(squares=formats.count(one.squares), weight=weight_name(one.weight or EQUAL))]
    if one.own_class:
        sentences.append(tr("The class of change is an own calculation: the ministry's bounds for it aren't public."))
    return sentences


def association_sentences(name: str, found: Surrounded, year: int) -> list[str]:
    """The waterbed question for the first area of `found`, from its base year to `year`."""
    bed, at = found.waterbed, found.scores.years.index(year)
    if year <= bed.since:
        return [tr("Choose a period to compare.")]
    said = ASSOCIATIONS[int(bed.association[0, at])]
    weight = weight_name(found.scores.weight)
    if said == SMALL:
        text = tr(
            "In {name} or around it there are too few {weight} with a score (fewer than {least}) to say anything."
        )
        return [text.format(name=name, weight=weight, least=formats.number(bed.smallest, 0))]
    values = {
        "name": name,
        "since": bed.since,
        "year": year,
        "weight": weight,
        "area": formats.number(float(bed.change[0, 0, at]), 0, signed=True),
        "rings": formats.number(float(bed.rings[2, 0, at]), 0, signed=True),
        "expected_area": formats.number(float(bed.expected[0, 0, at]), 0, signed=True),
        "expected_rings": formats.number(float(bed.rings[3, 0, at]), 0, signed=True),
        "comparison": comparison_name(found, 0),
    }
    text = tr(
        "Between {since} and {year} the number of {weight} under pressure (weak or lower) changed by {area} in {name} "
        "and by {rings} around it. Had they followed {comparison}, that would have been {expected_area} and "
        "{expected_rings}."
    )
    # what is said is said of changes of at least so many: a smaller one may stand in the sentence before
    return [text.format(**values), _meaning()[said].format(least=formats.number(max(bed.smallest, 1.0), 0))]


def comparison_name(found: Surrounded, area: int) -> str:
    """What an area and its rings are set against, within a sentence."""
    rest = COMPARISONS[int(found.waterbed.comparison[area])] == REST
    return tr("the rest of the gemeente") if rest else country_name(found.country)


def _meaning() -> dict[str, str]:
    return {
        NO_FALL: tr(
            "In the area the number didn't fall by {least} or more, so there is no decrease that could have moved to "
            "its surroundings."
        ),
        FALL_ELSEWHERE: tr(
            "The decrease is less than {least} beyond what it was elsewhere, so there is no sign of a waterbed."
        ),
        NO_RISE: tr("Around it the number didn't grow by {least} or more, so there is no sign of a waterbed."),
        RISE_ELSEWHERE: tr(
            "The growth around it is less than {least} beyond what it was elsewhere, so there is no sign of a waterbed."
        ),
        FITS: tr(
            "Less in the area and more around it, both more than elsewhere: that goes with a waterbed. It is an "
            "association; it doesn't show that anything or anybody moved."
        ),
    }


def monitor_sentences(found: Monitored, year: int, country: str) -> list[str]:
    """How the set as a whole stands against gemeente and `country`, and how that changed since the base year."""
    made = found.monitor
    years, at, first = made.scores.years, made.scores.years.index(year), made.scores.years.index(made.base)
    total = made.scores.total[-1]
    if np.isnan(total[at]):
        return [tr("The areas have no score in {year}.").format(year=year)]
    text = trn(
        "The area scores {score} in {year}, {change} since {base}.",
        "Together the {count} areas score {score} in {year}, {change} since {base}.",
        made.areas,
    )
    sentences = [
        text.format(
            count=made.areas,
            score=formats.score(float(total[at])),
            year=year,
            change=formats.signed_difference(float(total[at] - total[first])),
            base=years[first],
        )
    ]
    for gap, name in ((made.difference_city[-1], tr("their gemeenten")), (made.difference_country[-1], country)):
        if not np.isnan(gap[[at, first]]).any():
            text = tr("Against {reference} the difference went from {before} to {after}.")
            values = {
                "before": formats.signed_difference(float(gap[first])),
                "after": formats.signed_difference(float(gap[at])),
            }
            sentences.append(text.format(reference=name, **values))
    sentences.append(tr("These figures are measured from squares; published scores can differ slightly."))
    if made.scores.squares[-1].any() and found.left_out[-1]:
        text = tr("Squares without a score in every year are left out: {count}.")
        sentences.append(text.format(count=formats.count(int(found.left_out[-1]))))
    return sentences


def caveat(model: ScoreModel) -> str:
    """The caveat of the model."""
    return in_language(model.caveat, language())


def theme_name(model: ScoreModel, theme_id: str) -> str:
    """Name of a theme."""
    return next(in_language(theme.name, language()) for theme in model.themes if theme.id == theme_id)
