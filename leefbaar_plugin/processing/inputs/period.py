# SPDX-License-Identifier: GPL-2.0-or-later
"""Years of algorithms: lists of them, and the two of a period, with what is said about them."""

from __future__ import annotations

from typing import Any

from qgis.core import QgsProcessingContext, QgsProcessingFeedback, QgsProcessingParameterNumber

from ...analysis.change.development import require_period, years_without_dimensions
from ...engine.errors import InputError
from ...pack.pack import Pack
from ...translation import tr
from ..algorithm import LeefbaarometerAlgorithm
from .open_data import shown_since, shown_year

YEARS, BASE, SINCE, UNTIL = "YEARS", "BASE", "SINCE", "UNTIL"
_ALL = "all"


def add_period_parameters(algorithm: LeefbaarometerAlgorithm) -> None:
    """First year, and last year (the newest when left out); in a dialog those that are shown."""
    whole = QgsProcessingParameterNumber.Type.Integer
    algorithm.addParameter(QgsProcessingParameterNumber(SINCE, tr("First year"), whole, shown_since()))
    label = tr("Last year (newest when empty)")
    algorithm.addParameter(QgsProcessingParameterNumber(UNTIL, label, whole, shown_year(), optional=True))


def period(
    algorithm: LeefbaarometerAlgorithm, parameters: dict[str, Any], context: QgsProcessingContext, pack: Pack
) -> tuple[int, int]:
    """Both years; InputError when they are the same, PackError for a year the pack doesn't have."""
    since = algorithm.parameterAsInt(parameters, SINCE, context)
    given = parameters.get(UNTIL)
    until = pack.years[-1] if given in (None, "") else algorithm.parameterAsInt(parameters, UNTIL, context)
    return require_period(pack, since, until)


def tell_dimensions(pack: Pack, years: tuple[int, int], feedback: QgsProcessingFeedback) -> None:
    """Warn of years that have a total only."""
    for year in years_without_dimensions(pack, years):
        feedback.pushWarning(
            tr(
                "{year} has no dimensions, only a total score: contributions and the dimension that explains most are "
                "empty."
            ).format(year=year)
        )


def parse_years(text: str, pack: Pack) -> tuple[int, ...]:
    """Years out of a text like '2014, 2024' or 'all'; the newest when empty. InputError for what is no year."""
    words = [word for word in text.replace(";", ",").replace(" ", ",").split(",") if word]
    if not words:
        return (pack.years[-1],)
    if [word.casefold() for word in words] == [_ALL]:
        return pack.years
    wrong = [word for word in words if not word.isdecimal()]
    if wrong:
        raise InputError("“{text}” is no year; expected are years like 2014, 2024, or “all”.", text=wrong[0])
    return tuple(sorted({pack.require_year(int(word)) for word in words}))
