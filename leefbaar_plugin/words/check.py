# SPDX-License-Identifier: GPL-2.0-or-later
"""What an import or a check found, in sentences: the same in the dialog, in the log and in Processing."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from ..engine.model import ScoreModel
from ..engine.names import in_language
from ..pack.files.resources import load_model
from ..pack.importing.import_checks import (
    FIT,
    REMARKS,
    change_checks_of,
    checks_of,
    is_above,
    is_change_above,
    overview,
    without_scores,
)
from ..pack.official_changes import ENTRY as CHANGES
from ..pack.official_changes import LOST
from ..translation import language, sentence, tr, translated_entry, trn
from . import formats
from .weights import weight_name

_WITHOUT = 0.1
"""Part of the areas that may be so small, or so empty, that they have no score or hold the middle of no square."""
_FINE, _COARSE = 6, 4
"""Decimals of differences from published scores: of the same score, and of means of squares."""


@dataclass(frozen=True)
class CheckLine:
    """A sentence; `warns` tells that something isn't as it should be."""

    text: str
    warns: bool = False


def check_lines(info: Mapping[str, Any]) -> list[CheckLine]:
    """What the check of an import found, from its pack.json; nothing is left out."""
    model = load_model(info["model"])
    lines = []
    for level, checked in checks_of(info).items():
        lines += _level_lines(model, level, checked)
    for level, (without, areas) in without_scores(info).items():
        text = tr("{level}: {number} of {areas} with an outline have no score.").format(
            level=sentence(level_name(model, level)), number=formats.number(without, 0), areas=formats.number(areas, 0)
        )
        lines.append(CheckLine(text, without > _WITHOUT * areas))
    for level, checked in change_checks_of(info).items():
        lines.append(change_line(model, level, checked))
        lost = _lost_changes(info[CHANGES][level].get(LOST, {}))
        if lost:
            lines[-1] = CheckLine(f"{lines[-1].text} {lost}", True)
    for level, fit in (info.get(FIT) or {}).items():
        lines += fit_lines(model, level, fit)
    if info.get("squares") and info.get("counts") is None and info.get("points") is None:
        lines.append(CheckLine(no_counts_words(), True))
    if info.get("points") is not None:
        lines.append(CheckLine(points_words(info["points"])))
    return lines + [CheckLine(translated_entry(remark), True) for remark in info.get(REMARKS) or ()]


def no_counts_words() -> str:
    """What it does to the figures that there are no counts of squares."""
    return tr(
        "There are no CBS squares among the files. Every square then weighs the same, the full and the nearly empty "
        "alike. Scores of areas differ from the published ones, in a wijk by some 0.02. Shares are of squares, not of "
        "dwellings. Numbers of dwellings and inhabitants are missing. Add cbs_vk100_….gpkg to prevent that."
    )


def points_words(points: Mapping[str, Any]) -> str:
    """How many dwellings of the user's own there are, and which points don't count."""
    dwellings, squares, gemeenten = points["dwellings"], points["known"], len(points.get("gemeenten", ()))
    pieces = (
        (trn("{number} own dwelling", "{number} own dwellings", dwellings), dwellings),
        (trn("in {number} square", "in {number} squares", squares), squares),
        (trn("of {number} gemeente", "of {number} gemeenten", gemeenten), gemeenten),
    )
    said = " ".join(piece.format(number=formats.number(number, 0)) for piece, number in pieces)
    texts = [f"{points['source']}: {said}."]
    names = {
        "use": tr("without residential use: {number}"),
        "status": tr("by their status: {number}"),
        "later": tr("built later: {number}"),
        "twice": tr("there twice: {number}"),
    }
    left_out = points.get("left_out", {})
    parts = [text.format(number=formats.number(left_out[why], 0)) for why, text in names.items() if left_out.get(why)]
    if parts:
        texts.append(tr("Points left out: {parts}.").format(parts="; ".join(parts)))
    return " ".join(texts)


def above_words(info: Mapping[str, Any]) -> str:
    """Why the user is asked before the pack is opened."""
    model, seen = load_model(info["model"]), overview(info)
    texts = []
    if seen.above:
        text = tr("The scores of {levels} differ more from the published ones than rounding explains.")
        texts.append(text.format(levels=", ".join(level_name(model, level) for level in seen.above)))
    if seen.changes_above:
        text = tr("The published change of {levels} contradicts the published scores.")
        texts.append(text.format(levels=", ".join(level_name(model, level) for level in seen.changes_above)))
    if seen.mixed:
        text = tr("Dimensions of the squares and of {levels} seem to be mixed up.")
        texts.append(text.format(levels=", ".join(level_name(model, level) for level in seen.mixed)))
    return " ".join([*texts, tr("Look at the files first.")])


def change_line(model: ScoreModel, level: str, checked: Mapping[str, Any]) -> CheckLine:
    """How the published change of a level compares with the difference of its published scores."""
    name, above = sentence(level_name(model, level)), is_change_above(checked)
    texts = []
    if checked["compared"]:
        text = trn(
            "{level}: {compared} published change held against the difference of the published scores; largest "
            "difference {difference}.",
            "{level}: {compared} published changes held against the difference of the published scores; largest "
            "difference {difference}.",
            checked["compared"],
        )
        difference = formats.difference(checked["max_difference"], decimals=_FINE) + _change_place(checked)
        texts.append(text.format(level=name, compared=formats.number(checked["compared"], 0), difference=difference))
    else:
        texts.append(tr("{level}: no published change could be held against published scores.").format(level=name))
    if checked["differing"]:
        text = trn("{number} change differs.", "{number} changes differ.", checked["differing"])
        text = text.format(number=formats.number(checked["differing"], 0))
        texts.append(text + " " + tr("The published change is shown, not our own difference."))
    if checked["not_adding_up"]:
        text = trn(
            "In {rows} row the dimensions don't add up to the published change of the total.",
            "In {rows} rows the dimensions don't add up to the published change of the total.",
            checked["not_adding_up"],
        )
        texts.append(text.format(rows=formats.number(checked["not_adding_up"], 0)))
    if checked["without_scores"]:
        text = tr("Of {number} the scores of a year are missing; there the published change is taken.")
        texts.append(text.format(number=formats.number(checked["without_scores"], 0)))
    return CheckLine(" ".join(texts), above)


def _lost_changes(lost: Mapping[str, Any]) -> str:
    """What rows of change lack, and areas that nothing else tells of; in packs of before it was counted, nothing."""
    texts = []
    without, partly, unknown = (lost.get(name, 0) for name in ("without_change", "partly_missing", "unknown_areas"))
    if without:
        text = trn(
            "{number} row holds no change of the total; there our own difference is taken.",
            "{number} rows hold no change of the total; there our own difference is taken.",
            without,
        )
        texts.append(text.format(number=formats.number(without, 0)))
    if partly:
        text = trn("{number} row lacks a dimension.", "{number} rows lack a dimension.", partly)
        texts.append(text.format(number=formats.number(partly, 0)))
    if unknown:
        text = trn(
            "Of {number} area there are neither scores nor outlines; its change was left out.",
            "Of {number} areas there are neither scores nor outlines; their change was left out.",
            unknown,
        )
        texts.append(text.format(number=formats.number(unknown, 0)))
    return " ".join(texts)


def level_name(model: ScoreModel, level: str) -> str:
    """Name of a level in the language of the interface."""
    return in_language(model.level(level).name, language())


def fit_lines(model: ScoreModel, level: str, fit: Mapping[str, Any]) -> list[CheckLine]:
    """How squares and the published scores of a level agree: `fit_words`, and what is amiss."""
    without = fit.get("without", 0)
    lines = [CheckLine(fit_words(model, level, fit), without > _WITHOUT * (fit["areas"] + without))]
    return lines + [CheckLine(_mixed_words(model, level, pair), True) for pair in fit.get("mixed") or ()]


def fit_words(model: ScoreModel, level: str, fit: Mapping[str, Any]) -> str:
    """Which weights of squares come closest to the published scores of a level, and how close each comes."""
    weights = fit["weights"]
    best = weights[fit["best"]]
    text = trn(
        "{level}, {year}: {areas} published score ({area}) beside the mean of its squares. Weighed by {weight} that "
        "comes closest: {rms} off.",
        "{level}, {year}: {areas} published scores beside the means of their squares. Weighed by {weight} they come "
        "closest: {rms} off (root mean square), at most {largest} ({area}).",
        fit["areas"],
    )
    text = text.format(
        level=sentence(level_name(model, level)),
        year=fit["year"],
        weight=weight_name(fit["best"]),
        areas=formats.number(fit["areas"], 0),
        rms=formats.difference(best["rms"], decimals=_COARSE),
        largest=formats.difference(abs(best["largest"]), decimals=_COARSE),
        area=_area(best["area"]),
    )
    others = [
        tr("{weight} {rms}, at most {largest}").format(
            weight=weight_name(kind),
            rms=formats.difference(one["rms"], decimals=_COARSE),
            largest=formats.difference(abs(one["largest"]), decimals=_COARSE),
        )
        for kind, one in weights.items()
        if kind != fit["best"]
    ]
    if not others:
        text += " " + tr("Without counts no other weights can be tried.")
    else:
        text += " " + tr("Weighed otherwise: {weights}.").format(weights="; ".join(others))
    if fit.get("without"):
        lacking = trn(
            "{number} area with a published score has no square with one.",
            "{number} areas with a published score have no square with one.",
            fit["without"],
        )
        text += " " + lacking.format(number=formats.number(fit["without"], 0))
    return text


def _mixed_words(model: ScoreModel, level: str, pair: Sequence[str]) -> str:
    """That a dimension of the squares is published as another one of a level."""
    names = {theme.id: in_language(theme.name, language()) for theme in model.themes}
    return tr(
        "{level}: what the file of squares calls “{first}” is what their own file calls “{second}”. Columns were "
        "probably mixed up."
    ).format(
        level=sentence(level_name(model, level)), first=names.get(pair[0], pair[0]), second=names.get(pair[1], pair[1])
    )


def _level_lines(model: ScoreModel, level: str, checked: Mapping[str, Any]) -> list[CheckLine]:
    name = sentence(level_name(model, level))
    texts = [
        trn(
            "{level}: {compared} score recomputed; difference from the published one {difference}.",
            "{level}: {compared} scores recomputed; largest difference from the published ones {difference}.",
            checked["compared"],
        ).format(
            level=name,
            compared=formats.number(checked["compared"], 0),
            difference=formats.difference(checked["max_difference"], decimals=_FINE) + _place(checked),
        )
    ]
    differ, wrong, lost = checked["class_differences"], checked["not_adding_up"], checked.get("without_score", 0)
    partly = checked.get("partly_missing", 0)
    if differ:
        text = trn("{number} class differs.", "{number} classes differ.", differ)
        texts.append(text.format(number=formats.number(differ, 0)))
    if wrong:
        text = trn(
            "In {rows} row the contributions don't add up to the published deviation.",
            "In {rows} rows the contributions don't add up to the published deviation.",
            wrong,
        )
        texts.append(text.format(rows=formats.number(wrong, 0)))
    if partly:
        text = trn("{number} row lacks a dimension.", "{number} rows lack a dimension.", partly)
        texts.append(text.format(number=formats.number(partly, 0)))
    half = checked.get("half_missing", 0)
    if half:
        text = trn(
            "{number} row lacks the total or the deviation, which was computed from the other.",
            "{number} rows lack the total or the deviation, which was computed from the other.",
            half,
        )
        texts.append(text.format(number=formats.number(half, 0)))
    if lost:
        text = trn(
            "{number} row holds no score and was left out.", "{number} rows hold no score and were left out.", lost
        )
        texts.append(text.format(number=formats.number(lost, 0)))
    return [CheckLine(" ".join(texts), bool(lost or partly or half) or is_above(checked, model.tolerance))]


def _place(checked: Mapping[str, Any]) -> str:
    """Where the largest difference is, when there is one to speak of."""
    where = checked.get("farthest")
    if not where or checked["max_difference"] < 10.0**-_FINE:
        return ""
    return f" ({where[0]}, {where[1]})"


def _change_place(checked: Mapping[str, Any]) -> str:
    where = checked.get("farthest")
    if not where or checked["max_difference"] < 10.0**-_FINE:
        return ""
    return f" ({where[0]}, {where[1]}–{where[2]})"


def _area(area: object) -> str:
    code, name = area if isinstance(area, list | tuple) and len(area) == 2 else (area, "")
    return f"{name}, {code}" if name and name != code else str(code)
