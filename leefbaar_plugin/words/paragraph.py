# SPDX-License-Identifier: GPL-2.0-or-later
"""The figures of an area as a paragraph that a planner could have written: plain sentences, made from the figures."""

from __future__ import annotations

from dataclasses import dataclass

from ..analysis.findings import KeyFacts, find
from ..analysis.theme_figures import ThemeFigures, classification_of
from ..engine.areas.figures import AreaFigures
from ..engine.model import ScoreModel, in_language
from ..engine.squares.weights import EQUAL
from ..translation import language, tr, trn
from . import formats
from .weights import counted_weight, low_sentence, weight_name


@dataclass(frozen=True)
class ParagraphSubject:
    """What the paragraph is about: the area's name and figures, and a reference as it stands in a sentence.

    `smallest` is the count below which figures carry a warning, `rank` what is said of where it stands, `theme` the
    figures of the theme that is shown.
    """

    model: ScoreModel
    name: str
    figures: AreaFigures
    smallest: float
    reference_name: str = ""
    reference: AreaFigures | None = None
    rank: str = ""
    theme: ThemeFigures | None = None


def paragraph(subject: ParagraphSubject) -> str:
    """All that is worth saying about the area in its year, the caveat last; or why it has no score."""
    caveat = in_language(subject.model.caveat, language())
    if not subject.figures.has_score:
        return _no_score(subject)
    found = find(subject.model, subject.figures, subject.reference)
    sentences = [
        _theme(subject),
        *_score(subject, found),
        *_compared(subject, found),
        subject.rank,
        _dimensions(subject, found),
        _shares(subject),
        *_changed(subject, found),
        *_counts(subject),
        caveat,
    ]
    return " ".join(sentence for sentence in sentences if sentence)


def _no_score(subject: ParagraphSubject) -> str:
    figures = subject.figures
    years = [year for year, value in zip(figures.years, figures.trend, strict=True) if value is not None]
    if years:
        text = tr("{name} has no score in {year}, but it has in {years}.")
        return text.format(name=subject.name, year=figures.year, years=listed([str(year) for year in years]))
    if figures.squares:
        return tr("The squares of {name} have no weight, so it has no score.").format(name=subject.name)
    text = tr("{name} lies outside the squares with a score in these data, so it has no score.")
    return text.format(name=subject.name)


def _theme(subject: ParagraphSubject) -> str:
    """Of a dimension that is shown: its contribution and class, before all that is said of the total."""
    shown, model = subject.theme, subject.model
    if shown is None or shown.theme == model.total.id:
        return ""
    values = {"dimension": _theme_name(model, shown.theme), "name": subject.name, "year": subject.figures.year}
    if shown.value is None:
        return tr("“{dimension}” wasn't published for {year}.").format(**values)
    classes = classification_of(model, shown.theme)
    values["value"] = formats.signed_difference(shown.value)
    if classes is None or not shown.class_number:
        text = tr("In {year}, “{dimension}” contributes {value} to the score of {name}.")
        return text.format(**values)
    text = tr(
        "In {year}, “{dimension}” contributes {value} to the score of {name}; as a dimension that is class {number} "
        "({class_name})."
    )
    return text.format(number=shown.class_number, class_name=classes.name(shown.class_number, language()), **values)


def _score(subject: ParagraphSubject, found: KeyFacts) -> list[str]:
    figures, model, decimals = subject.figures, subject.model, _decimals(subject, found)
    first = tr("In {year}, {name} has a score of {score}, which is class {number} ({class_name}).").format(
        year=figures.year,
        name=subject.name,
        score=formats.number(figures.total, decimals),
        number=figures.class_number,
        class_name=_class_name(model, figures.class_number),
    )
    values = {"reference": formats.number(model.reference(figures.year), decimals)}
    gap = figures.deviation or 0.0
    if _is_zero(gap):
        second = tr("That equals the fixed reference of {reference}.").format(**values)
    elif gap > 0:
        second = tr("That is {distance} above the fixed reference of {reference}.").format(
            distance=formats.difference(gap), **values
        )
    else:
        second = tr("That is {distance} below the fixed reference of {reference}.").format(
            distance=formats.difference(gap), **values
        )
    return [first, second, _bound(subject, found), published_sentence(figures)]


def _decimals(subject: ParagraphSubject, found: KeyFacts) -> int:
    """Decimals of all scores of the paragraph: a third where two would contradict a difference that it tells."""
    total = subject.figures.total
    pairs: list[tuple[float | None, float | None]] = [(subject.model.reference(subject.figures.year), total)]
    if subject.reference is not None:
        pairs.append((subject.reference.total, total))
    if found.change is not None:
        pairs.append((found.change.before, found.change.after))
    return formats.decimals_between(*pairs)


def published_sentence(figures: AreaFigures) -> str:
    """That the score is published for the area, and what its squares give; "" for a measured one."""
    if not figures.published:
        return ""
    if figures.measured is None:
        return tr("That is the score that is published for this area.")
    text = tr("That is the score that is published for this area; its squares give {measured}.")
    return text.format(measured=formats.number(figures.measured, 3))


def _bound(subject: ParagraphSubject, found: KeyFacts) -> str:
    """How far the nearest class is; or that the class is uncertain, because the bound itself is."""
    if found.bound_above is None:
        return ""
    values = {"number": found.other_class, "class_name": _class_name(subject.model, found.other_class)}
    if not subject.figures.certain:
        text = tr(
            "The bound between two classes isn't known exactly here: it may also be class {number} ({class_name})."
        )
        return text.format(**values)
    text = (
        tr("Class {number} ({class_name}) begins {distance} higher.")
        if found.bound_above
        else tr("The bound with class {number} ({class_name}) lies {distance} lower.")
    )
    return text.format(distance=formats.difference(found.bound_distance), **values)


def _compared(subject: ParagraphSubject, found: KeyFacts) -> list[str]:
    other = subject.reference
    if other is None:
        return []
    values = {"reference": subject.reference_name, "year": subject.figures.year}
    if found.difference is None:
        return [tr("For {reference} there is no score in {year}.").format(**values)]
    values["score"] = formats.number(other.total, _decimals(subject, found))
    if found.is_equal:
        return [tr("For {reference} the score is {score}; this area doesn't differ from it.").format(**values)]
    values["distance"] = formats.difference(found.difference)
    text = (
        tr("For {reference} the score is {score}; this area is {distance} above it.")
        if found.difference > 0
        else tr("For {reference} the score is {score}; this area is {distance} below it.")
    )
    sentences = [text.format(**values)]
    if found.stands_out is not None:
        theme, value = found.stands_out
        text = tr("The difference is largest in “{dimension}” ({value}).")
        sentences.append(
            text.format(dimension=_theme_name(subject.model, theme), value=formats.signed_difference(value))
        )
    return sentences


def _dimensions(subject: ParagraphSubject, found: KeyFacts) -> str:
    if found.best is None or found.worst is None:
        return tr("No dimensions were published for {year}.").format(year=subject.figures.year)
    text = tr(
        "Of the five dimensions, “{best}” turns out best ({best_value} against the reference) and “{worst}” worst "
        "({worst_value})."
    )
    return text.format(
        best=_theme_name(subject.model, found.best[0]),
        best_value=formats.signed_difference(found.best[1]),
        worst=_theme_name(subject.model, found.worst[0]),
        worst_value=formats.signed_difference(found.worst[1]),
    )


def _shares(subject: ParagraphSubject) -> str:
    figures, other = subject.figures, subject.reference
    if figures.unfavourable is None:
        return ""
    name = _class_name(subject.model, max(subject.model.unfavourable_classes))
    text = low_sentence(figures.weight, formats.percentage(figures.unfavourable), name)
    if other is None or other.unfavourable is None:
        return text + "."
    text += tr("; for {reference} that is {share}.")
    return text.format(reference=subject.reference_name, share=formats.percentage(other.unfavourable))


def _changed(subject: ParagraphSubject, found: KeyFacts) -> list[str]:
    change, decimals = found.change, _decimals(subject, found)
    if change is None:
        return []
    values = {
        "first": change.first,
        "change": formats.signed_difference(change.after - change.before),
        "distance": formats.difference(change.after - change.before),
        "before": formats.number(change.before, decimals),
        "after": formats.number(change.after, decimals),
    }
    if change.is_none:
        return [tr("Compared with {first} the score has hardly changed ({change}).").format(**values)]
    rose = change.after > change.before
    if change.class_before == change.class_after:
        text = (
            tr("Since {first} the score has risen by {distance}, from {before} to {after}; the class stayed the same.")
            if rose
            else tr(
                "Since {first} the score has fallen by {distance}, from {before} to {after}; the class stayed the same."
            )
        )
    else:
        text = (
            tr(
                "Since {first} the score has risen by {distance}, from {before} (class {number}, {class_name}) to "
                "{after}."
            )
            if rose
            else tr(
                "Since {first} the score has fallen by {distance}, from {before} (class {number}, {class_name}) to "
                "{after}."
            )
        )
        values |= {"number": change.class_before, "class_name": _class_name(subject.model, change.class_before)}
    sentences = [text.format(**values)]
    if change.theme:
        text = tr("The dimension “{dimension}” contributed most to that ({value}).")
        value = formats.signed_difference(change.contribution)
        sentences.append(text.format(dimension=_theme_name(subject.model, change.theme), value=value))
    return sentences


def _counts(subject: ParagraphSubject) -> list[str]:
    figures = subject.figures
    if figures.unfavourable is None:
        return []
    values = {
        "weight": weight_name(figures.weight),
        "counted": counted_weight(figures.weight_sum, figures.weight),
        "squares": formats.count(figures.squares),
        "imputed": formats.count(figures.imputed),
        "share": formats.percentage(figures.covered),
        "least": formats.number(subject.smallest, 0),
    }
    if figures.weight == EQUAL:
        text = trn(
            "The figures are about one inhabited square; {share} of the surface lies in it.",
            "The figures are about {squares} inhabited squares; {share} of the surface lies in scored squares.",
            figures.squares,
        )
    else:
        text = trn(
            "The figures are about {counted} in one square; {share} of the surface lies in it.",
            "The figures are about {counted} in {squares} squares; {share} of the surface lies in scored squares.",
            figures.squares,
        )
    sentences = [text.format(**values)]
    if figures.weight_sum < subject.smallest:
        sentences.append(tr("That is fewer than {least}, so read the figures with care.").format(**values))
    if figures.imputed and figures.weight != EQUAL:
        text = trn(
            "The number of {weight} in it was estimated.",
            "For {imputed} of the {squares} squares the number of {weight} was estimated.",
            figures.squares,
        )
        sentences.append(text.format(**values))
    return sentences


def listed(texts: list[str]) -> str:
    """Texts as a list in a sentence: 'a, b and c'."""
    if len(texts) < 2:
        return "".join(texts)
    return tr("{texts} and {last}").format(texts=", ".join(texts[:-1]), last=texts[-1])


def _is_zero(value: float) -> bool:
    return round(abs(value), 2) == 0


def _class_name(model: ScoreModel, number: int) -> str:
    return model.total_classification.name(number, language())


def _theme_name(model: ScoreModel, theme_id: str) -> str:
    return next(in_language(theme.name, language()) for theme in model.dimensions if theme.id == theme_id)
