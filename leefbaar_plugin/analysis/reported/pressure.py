# SPDX-License-Identifier: GPL-2.0-or-later
"""Who lives in the lowest classes: sums per year, which part of them lives in a set of areas, and by class of buurt.

Letters of December 2015 (half of the residents of class 1-3 lived in the set), 14 April 2022 and 2026. The counts are
those of one year, so what changes from year to year is the class of squares.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import numpy as np

from ...engine.areas.coverage import Coverage
from ...engine.areas.coverings import everything
from ...engine.choices import CautionLimits
from ...engine.model import in_language
from ...engine.squares.weights import INHABITANTS
from ...pack.official import read_level
from ...pack.official_scores import official_scores
from ..cautions import cautions_of, few_columns, together
from ..marks import marks_of
from ..measure import Measurer
from ..references.references import name_of_all
from ..signals.found_totals import totals_of

BUURT = "buurt"
Columns = dict[str, list[Any]]


def sums_columns(measurer: Measurer, coverage: Coverage) -> Columns:
    """A row per year: by kind of count (inhabitants, households, dwellings) the number in squares with a score, in
    classes 1 to 4 and 1 to 3, and the change of these since the measurement before. The counts are of one year.
    """
    years = measurer.pack.years
    totals = [totals_of(measurer, coverage, year) for year in years]
    columns: Columns = {"year": list(years)}
    for kind in totals[0].all_:
        columns[kind] = [one.all_[kind] for one in totals]
        for ending, counts in (("1_4", [one.low for one in totals]), ("1_3", [one.lowest for one in totals])):
            values = [one[kind] for one in counts]
            columns[f"{kind}_{ending}"] = list(values)
            columns[f"change_{kind}_{ending}"] = [None, *np.diff(values).tolist()]
    return columns


def concentration_columns(measurer: Measurer, coverage: Coverage, language: str = "en") -> Columns:
    """A row per year: residents of classes 1 to 3 and 1 to 4 in the area, of all squares of the pack, and the part
    (0-1) of all of them that lives in the area; None without any; reference_name is what all squares are.
    """
    pack = measurer.pack
    whole = everything(len(pack.require_squares()[0]))
    columns: Columns = {"year": list(pack.years)}
    inside = [totals_of(measurer, coverage, year) for year in pack.years]
    all_ = [totals_of(measurer, whole, year) for year in pack.years]
    for ending, of in (("1_3", lambda one: one.lowest), ("1_4", lambda one: one.low)):
        here = [of(one).get(INHABITANTS) for one in inside]
        everywhere = [of(one).get(INHABITANTS) for one in all_]
        columns[f"inhabitants_{ending}"], columns[f"whole_inhabitants_{ending}"] = here, everywhere
        columns[f"part_{ending}"] = [
            part / total if total else None for part, total in zip(here, everywhere, strict=True)
        ]
    columns["reference_name"] = [in_language(name_of_all(pack), language)] * len(pack.years)
    return columns


def buurt_columns(measurer: Measurer, year: int, language: str = "en", limits: CautionLimits | None = None) -> Columns:
    """A row per class, and one (class None) for no class: the buurten of the pack with it, their residents, and the
    part (0-1) of all residents; few, low_coverage and warning by their dwellings (or what weighs).

    The class is the published one if there is any. PackError when the pack has no buurten.
    """
    pack = measurer.pack
    pack.require_year(year)
    areas = read_level(pack, BUURT)
    published = official_scores(pack)
    official = published.of_codes(BUURT, areas.code)
    measured = measurer.scores(measurer.cover_official(areas), (year,))
    scores = published.over(measured, official)
    classes = scores.classes[:, 0].astype(np.int64)
    residents = marks_of(pack, official).inhabitants
    size = len(pack.model.total_classification.classes) + 1
    counted = np.bincount(classes, np.nan_to_num(residents), size)
    order = [*range(1, size), 0]
    total = counted.sum()
    cautions = [replace(one, bare=0) for one in cautions_of(measured, 0)]
    told = [
        together((cautions[at] for at in np.flatnonzero(classes == number).tolist()), measurer.weights.kind)
        for number in order
    ]
    name = pack.model.total_classification.name
    return {
        "year": [year] * size,
        "class": [number or None for number in order],
        "buurten": np.bincount(classes, minlength=size)[order].tolist(),
        "inhabitants": counted[order].tolist(),
        "part_of_all": [value / total if total else None for value in counted[order].tolist()],
        **few_columns(told, limits or CautionLimits(), language),
        "class_name": [name(number, language) if number else None for number in order],
    }
