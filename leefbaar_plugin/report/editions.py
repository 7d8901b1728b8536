# SPDX-License-Identifier: GPL-2.0-or-later
"""What another edition changes in the own areas: all of them measured with both, and the figures that differ."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from ..analysis.measure import Measurer, Recipe
from ..engine.errors import InputError
from ..engine.model import in_language
from ..pack.files.progress import Progress, part, silent
from ..pack.pack import Pack
from ..translation import language, sentence, tr
from ..words.weights import weight_title
from .files import recipe_of, write_sheets
from .handover import HandedArea, gather
from .recipe import read_recipe
from .replay import Replay, replay
from .sheets import SCORE, TEXT, WHOLE, Sheet, SheetColumn, method_lines


@dataclass(frozen=True)
class Editions:
    """The edition that the figures were of, the one they are of now, and what came out."""

    before: str
    now: str
    found: Replay


def compare_editions(
    before: Pack, now: Pack, areas: Sequence[HandedArea], recipe: Recipe, smallest: float, progress: Progress = silent
) -> Editions:
    """Measure areas with an earlier pack, and again with another one; InputError for packs of two models."""
    if before.model.id != now.model.id:
        raise InputError(
            "The output is of {then} and the data pack of {now}; their scores can't be compared.",
            then=before.model.id,
            now=now.model.id,
        )
    then = gather(Measurer(before, recipe), areas, before.years, smallest, part(progress, 0.0, 0.5))
    kept = read_recipe(json.dumps(recipe_of(then)), before.folder.name)
    found = replay(kept, now, smallest, part(progress, 0.5, 1.0))
    return Editions(before.edition, now.edition, found)


def differences_sheet(found: Replay) -> Sheet:
    """One row per figure that differs: of which area and year, then, now, and the difference."""
    rows, model = found.differences, found.found.measurer.pack.model
    names = {theme.id: sentence(in_language(theme.name, language())) for theme in model.themes}
    names |= {"weight_sum": weight_title(found.found.scores.weight), "squares": tr("Squares")}
    lacking = [one.then is None or one.now is None for one in rows]
    columns = [
        SheetColumn(tr("Area"), TEXT, [one.area for one in rows]),
        SheetColumn(tr("Year"), WHOLE, [one.year for one in rows]),
        SheetColumn(tr("Figure"), TEXT, [names.get(one.figure, one.figure) for one in rows]),
        SheetColumn(tr("Then"), SCORE, [one.then for one in rows]),
        SheetColumn(tr("Now"), SCORE, [one.now for one in rows]),
        SheetColumn(
            tr("Difference"),
            SCORE,
            [None if none else (one.now or 0.0) - (one.then or 0.0) for one, none in zip(rows, lacking, strict=True)],
        ),
    ]
    return Sheet(tr("Differences"), columns)


def write_editions(path: Path, editions: Editions, source_line: str = "") -> None:
    """The list as a workbook with its method and reasons, whole or not at all."""
    reasons = [(tr("Different now"), reason) for reason in editions.found.reasons]
    lines = [*reasons, *method_lines(editions.found.found, source_line)]
    write_sheets(path, [differences_sheet(editions.found)], lines)
