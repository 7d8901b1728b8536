# SPDX-License-Identifier: GPL-2.0-or-later
"""What an import is told beforehand: the files in words, and a name for the folder."""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path

from ...engine.model import in_language
from ...pack.files.resources import resource_path
from ...pack.outlines.unions import united_from
from ...pack.reading.inspection import Inspection
from ...pack.reading.scores import GRID
from ...plain_text import escaped
from ...translation import language, tr, translated_error, trn
from ...words import formats
from ...words.check import no_counts_words
from .import_report import WARNING


def describe(found: Inspection) -> str:
    """What the files hold, as lines of rich text."""
    edition = tr("edition {edition}").format(edition=found.edition)
    head = [f"<b>{escaped(f'{in_language(found.model.name, language())}, {edition}')}</b>"]
    if found.demonstration:
        head.append(f"<i>{escaped(in_language(found.demonstration, language()))}</i>")
    lines = []
    for level in found.levels:
        years = found.years[level]
        name = in_language(found.model.level(level).name, language())
        lines.append(f"{name}: {', '.join(map(str, years))}")
    if GRID in found.years:
        text = trn("about {number} square", "about {number} squares", found.squares)
        if found.squares_exact:
            text = trn("{number} square", "{number} squares", found.squares)
        lines.append(text.format(number=formats.count(found.squares)))
    lines += _changes(found)
    if found.outlines:
        lines.append(tr("outlines of {levels}").format(levels=_names(found, found.outlines)))
    lines += _undrawn(found)
    if found.counts is not None:
        lines.append(tr("dwellings, households and inhabitants per square (CBS)"))
    elif GRID in found.years:
        lines.append(WARNING + tr("no CBS squares: every square will weigh the same"))
    if found.points is not None:
        text = tr("points of dwellings of your own ({file}): {count}")
        file, features = found.points[1].label, found.points[1].features
        lines.append(text.format(file=file, count=formats.count(features)))
    lines += [translated_error(fault) for fault in (*found.remarks, *found.unused)]
    return "<br>".join([*head, *map(escaped, lines)])


def without_counts(found: Inspection) -> str:
    """What it does to the figures that there are no counts of squares; "" when there are, or no squares."""
    if found.counts is not None or GRID not in found.years:
        return ""
    return WARNING + no_counts_words()


def _names(found: Inspection, levels: Iterable[str]) -> str:
    return ", ".join(in_language(found.model.level(level).name, language()) for level in levels)


def _changes(found: Inspection) -> list[str]:
    """What is told of the files with change; levels with as many pairs of years together."""
    by_pairs: dict[int, list[str]] = {}
    for level in found.model.levels:
        if level.id in found.developments:
            by_pairs.setdefault(len(found.periods[level.id]), []).append(level.id)
    lines = []
    for pairs, levels in by_pairs.items():
        text = trn("change of {levels}, {number} pair of years", "change of {levels}, {number} pairs of years", pairs)
        if not pairs:
            text = tr("change of {levels}")
        lines.append(text.format(levels=_names(found, levels), number=formats.count(pairs)))
    if GRID in found.developments:
        lines.append(tr("The file with the change of squares isn't read: it follows from their scores."))
    return lines


def _undrawn(found: Inspection) -> list[str]:
    """What becomes of levels that have scores and no outlines."""
    drawn = {*found.outlines, *(() if not found.services else found.levels)}
    undrawn = [level for level in found.levels if level != GRID and level not in drawn]
    made = [level for level in undrawn if united_from(level) in drawn]
    lines = []
    for level in made:
        text = tr("no outlines of {level}: they are united from those of {parts}")
        lines.append(text.format(level=_names(found, [level]), parts=_names(found, [united_from(level)])))
    rest = [level for level in undrawn if level not in made]
    if rest:
        text = tr("no outlines of {levels}: not on the map, but in tables, relations and the search box")
        lines.append(text.format(levels=_names(found, rest)))
    return lines


def suggested_folder(found: Inspection, chosen: list[str], parent: Path) -> Path:
    """A folder named for model, edition and gemeenten."""
    names = dict(found.gemeenten)
    listed = chosen or (list(names) if len(names) <= 3 else [])
    words = [found.model.id, found.edition, *(names.get(code) or code for code in listed[:3])]
    if len(listed) > 3:
        words.append(f"+{len(listed) - 3}")
    if found.demonstration:
        words.append("demo")
    return parent / re.sub(r"[^\w+-]+", "-", "-".join(words).casefold()).strip("-")


def demonstration_paths() -> list[Path]:
    """The demonstration data that come with the plugin."""
    return [resource_path("demo", "schiedam")]
