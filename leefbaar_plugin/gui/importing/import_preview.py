# SPDX-License-Identifier: GPL-2.0-or-later
"""What an import is told beforehand: the files in words, and a name for the folder."""

from __future__ import annotations

import re
from pathlib import Path

from ...data.reading.inspection import Inspection
from ...data.reading.scores import GRID
from ...data.resources import resource_path
from ...engine.model import in_language
from ...translation import language, tr, translated_error
from .. import formats
from ..plain_text import escaped
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
        text = tr("{number} squares") if found.squares_exact else tr("about {number} squares")
        lines.append(text.format(number=formats.count(found.squares)))
    lines += [_change(found, level.id) for level in found.model.levels if level.id in found.developments]
    names = [in_language(found.model.level(level).name, language()) for level in found.outlines]
    if names:
        lines.append(tr("outlines of {levels}").format(levels=", ".join(names)))
    if found.counts is not None:
        lines.append(tr("dwellings, households and inhabitants per square (CBS)"))
    elif GRID in found.years:
        lines.append(WARNING + without_counts())
    lines += [translated_error(fault) for fault in (*found.remarks, *found.unused)]
    return "<br>".join([*head, *map(escaped, lines)])


def without_counts() -> str:
    """What it does to the figures that there are no counts of squares."""
    return tr(
        "There are no CBS squares among the files. Every square then weighs the same, the full and the nearly empty "
        "alike. Scores of areas differ from the published ones, in a wijk by some 0.02. Shares are of squares, not of "
        "dwellings. Numbers of dwellings and inhabitants are missing. Add cbs_vk100_….gpkg to prevent that."
    )


def _change(found: Inspection, level: str) -> str:
    name = in_language(found.model.level(level).name, language())
    pairs = len(found.periods[level])
    if not pairs:
        return tr("change of {level}").format(level=name)
    text = (
        tr("change of {level}, {number} pair of years")
        if pairs == 1
        else tr("change of {level}, {number} pairs of years")
    )
    return text.format(level=name, number=formats.count(pairs))


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
