# SPDX-License-Identifier: GPL-2.0-or-later
"""Columns of the tables of surroundings and of a monitor, as algorithms and the dock write them."""

from __future__ import annotations

from typing import Any

from ...engine.areas.aggregation import AreaScores
from ...engine.areas.pressure import share_up_to, under_pressure, weight_up_to
from ...engine.change.monitor import NO_CITY
from ...engine.change.waterbed import ASSOCIATIONS, COMPARISONS
from ...engine.choices import SMALLEST_INHABITANTS, CautionLimits
from ...engine.model import ScoreModel, in_language
from ...pack.references.groups import ALL_SQUARES, COUNTRY, load_groups
from ..cautions import caution_columns
from ..marks import mark_columns
from ..measure import area_columns, basis_columns, plain
from ..references.everywhere import Everywhere
from ..whereabouts import GemeentePart
from .development_tables import own_class_column
from .monitor import Monitored
from .waterbed import Surrounded

Columns = dict[str, list[Any]]
_UP_TO = (3, 4, 5)
"""Insufficient or lower, weak or lower (under pressure), sufficient or lower."""
AREA, SET = "area", "set"
PACK = "pack"
"""What stands for the country where it isn't known: all squares of the pack."""


def surroundings_columns(
    model: ScoreModel, found: Surrounded, year: int, language: str, limits: CautionLimits | None = None
) -> Columns:
    """A row per zone of every area, in the order of `Surrounded.scores`, for one year; None for no value.

    `change_1_4` is the weight in the unfavourable classes minus that in the year `since`, `expected_1_4` what it'd be
    had its share gone as in the comparison; both None up to that year, and so is `association`.
    """
    bed, at = found.waterbed, found.scores.years.index(year)
    zones = [zone for of_area in found.zones for zone in of_area]
    each = len(found.question.rings) + 2
    columns: Columns = {
        "zone": [zone.kind for zone in zones],
        "inner": [zone.inner for zone in zones],
        "outer": [zone.outer for zone in zones],
        "gemeenten": [names_of(parts) for parts in found.gemeenten for _zone in range(each)],
    }
    columns |= area_columns(model, found.scores, year, language)
    columns |= _pressure(model, found.scores, at)
    columns["since"] = [found.question.since] * len(zones)
    columns["change_1_4"] = plain(bed.change[:, :, at].ravel())
    columns["expected_1_4"] = plain(bed.expected[:, :, at].ravel())
    columns["comparison"] = [COMPARISONS[number] or None for number in bed.comparison.repeat(each).tolist()]
    said = bed.association[:, at].repeat(each).tolist()
    columns["association"] = [ASSOCIATIONS[number] if number >= 0 else None for number in said]
    columns["left_out"] = found.left_out.tolist()
    columns |= basis_columns(found.scores, at)
    columns |= _country_columns(found.country, len(zones))
    return columns | caution_columns(found.scores, at, limits or CautionLimits(), language)


def monitor_columns(
    model: ScoreModel,
    found: Monitored,
    year: int,
    language: str,
    small: float = SMALLEST_INHABITANTS,
    limits: CautionLimits | None = None,
) -> Columns:
    """A row per area and one for the set as a whole, for one year; None for no value.

    Official areas with fewer inhabitants than `small` are marked. Differences are the area minus its gemeente or the
    country, changes the year minus the base year. Columns country_… are of the country, or of all squares of the
    pack where it isn't known; reference_… are the same, and reference_name says what they are of.
    """
    made = found.monitor
    at, first = made.scores.years.index(year), [parts[0] if parts else None for parts in found.gemeenten]
    columns: Columns = {
        "kind": [AREA] * made.areas + [SET],
        "gemeente": [part.code if part else None for part in first] + [None],
        "gemeente_name": [part.name if part else None for part in first] + [_cities_of(found)],
        "gemeente_part": [part.weight if part else None for part in first] + [None],
    }
    columns |= area_columns(model, made.scores, year, language)
    columns |= _pressure(model, made.scores, at)
    columns["rank"] = [rank or None for rank in made.rank[:, at].tolist()]
    columns["base"] = [made.base] * len(made.city_row)
    columns["change"] = plain(made.change[:, at, 0])
    columns["change_class"] = [number or None for number in made.change_class[:, at].tolist()]
    for number, theme in enumerate(model.dimensions, start=1):
        columns[f"change_{theme.id}"] = plain(made.change[:, at, number])
    columns["gemeente_lbm"] = plain(made.city_total[:, at])
    columns["gemeente_diff"] = plain(made.difference_city[:, at])
    columns["gemeente_share_1_4"] = plain(made.city_pressure[:, at])
    columns["country_lbm"] = plain(made.country_total[:, at])
    columns["country_diff"] = plain(made.difference_country[:, at])
    columns["country_share_1_4"] = plain(made.country_pressure[:, at])
    columns["square_set"] = [found.squares] * len(made.city_row)
    columns["left_out"] = found.left_out.tolist()
    columns |= basis_columns(made.scores, at)
    columns["gemeente_surface"] = [part.surface if part else None for part in first] + [None]
    columns |= mark_columns(found.marks, small)
    columns |= _country_columns(found.country, len(made.city_row))
    reference = load_groups().country if found.country.is_country else ALL_SQUARES
    columns["own_calculation"] = own_class_column(model, columns["change_class"])
    columns["reference_name"] = [in_language(reference, language)] * len(made.city_row)
    for name in ("lbm", "diff", "share_1_4"):
        columns[f"reference_{name}"] = list(columns[f"country_{name}"])
    return columns | caution_columns(made.scores, at, limits or CautionLimits(), language)


def _country_columns(country: Everywhere, rows: int) -> Columns:
    """Whether “country” is the country, and what its squares were weighed by."""
    return {
        "country_is": [COUNTRY if country.is_country else PACK] * rows,
        "country_weight": [country.weight] * rows,
    }


def names_of(parts: tuple[GemeentePart, ...]) -> str | None:
    """Names of the gemeenten of an area, its own first; None without any."""
    return ", ".join(part.name for part in parts) or None


def _cities_of(found: Monitored) -> str | None:
    """Names of the gemeenten that the set as a whole is set against."""
    rows = zip(found.gemeenten, found.monitor.city_row.tolist(), strict=False)
    return ", ".join(sorted({parts[0].name for parts, row in rows if row != NO_CITY})) or None


def _pressure(model: ScoreModel, scores: AreaScores, at: int) -> Columns:
    """Weight in the lowest classes, and the share of it in the unfavourable ones, for the year at a place."""
    columns = {f"weight_1_{highest}": plain(weight_up_to(scores, highest)[:, at]) for highest in _UP_TO}
    columns["share_1_4"] = plain(share_up_to(scores, under_pressure(model))[:, at])
    return columns
