# SPDX-License-Identifier: GPL-2.0-or-later
"""Numbers as people read them: scores with two decimals, percentages with one, thousands separated, by locale.

Every function takes `locale`, by default the one QGIS runs in, and shows no value (None, NaN, infinite) as an en dash.
QGIS leaves out the separator of thousands unless a user asks for it in its options; ours is always there.
"""

from __future__ import annotations

import math
from datetime import date

from qgis.PyQt.QtCore import QDate, QLocale

from ..translation import tr

NO_VALUE = "–"
MINUS = "−"
NO_BREAK = "\u00a0"
_HECTARE = 10_000.0
_NOTHING = 1e-6
"""Smaller than the digits in which scores are published: what is left of sums that come out at nothing."""
_last: list[QLocale] = []
"""The locale that was asked for last, and what was made of it: a hundred numbers are written at a time."""


def has_value(value: float | None) -> bool:
    """True when there is a finite number to show."""
    return value is not None and math.isfinite(value)


def spoken(text: str) -> str:
    """The text of a cell for a screen reader, which says nothing, or "dash", where there is no value."""
    return tr("no value") if text == NO_VALUE else text


def number(value: float | None, decimals: int, locale: QLocale | None = None, *, signed: bool = False) -> str:
    """Number with so many decimals, the locale's separators and a true minus; with `signed` also a plus.

    What rounds to zero carries no sign.
    """
    if value is None or not math.isfinite(value):
        return NO_VALUE
    digits = with_separators(locale).toString(abs(float(value)), "f", decimals)
    if round(abs(value), decimals) == 0:
        return digits
    if value < 0:
        return MINUS + digits
    return "+" + digits if signed else digits


def with_separators(locale: QLocale | None = None) -> QLocale:
    """The locale with its separator of thousands, whatever the options of QGIS say."""
    asked = QLocale() if locale is None else locale
    if _last and _last[0] == asked and _last[0].numberOptions() == asked.numberOptions():
        return _last[1]
    used = QLocale(asked)
    used.setNumberOptions(used.numberOptions() & ~QLocale.NumberOption.OmitGroupSeparator)
    _last[:] = [QLocale(asked), used]
    return used


def score(value: float | None, locale: QLocale | None = None) -> str:
    """Score in score units, two decimals: '4.12'."""
    return number(value, 2, locale)


def signed_score(value: float | None, locale: QLocale | None = None, decimals: int = 2) -> str:
    """Deviation, contribution or change in score units with its sign: '+0.08'.

    What would be written as 0.00 and isn't nothing is less than 0.01: '< 0.01'.
    """
    if is_hidden(value, decimals):
        return "<" + NO_BREAK + number(10.0**-decimals, decimals, locale)
    return number(value, decimals, locale, signed=True)


def difference(value: float, locale: QLocale | None = None, decimals: int = 2) -> str:
    """Size of a difference within a sentence: '0.08', or 'less than 0.01' where that would be 0.00."""
    if round(abs(value), decimals) == 0:
        return tr("less than {limit}").format(limit=number(10.0**-decimals, decimals, locale))
    return number(abs(value), decimals, locale)


def signed_difference(value: float | None, locale: QLocale | None = None) -> str:
    """A deviation, contribution or change within a sentence: '+0.08', or 'less than 0.01' where that would be 0.00."""
    return difference(value or 0.0, locale) if is_hidden(value) else signed_score(value, locale)


def is_hidden(value: float | None, decimals: int = 2) -> bool:
    """Whether so many decimals show nothing of a value that isn't 0."""
    return value is not None and abs(value) > _NOTHING and round(abs(value), decimals) == 0


def decimals_between(*pairs: tuple[float | None, float | None]) -> int:
    """Decimals of scores of which differences are told as well: a third where two would contradict one of them.

    From 4.07 to 4.04 can be a change of -0.04, which 4.074 and 4.036 don't deny.
    """
    for before, after in pairs:
        if before is None or after is None or not (has_value(before) and has_value(after)):
            continue
        shown = round(round(after, 2) - round(before, 2), 2)
        if shown != round(after - before, 2):
            return 3
    return 2


def ends(before: float | None, after: float | None, locale: QLocale | None = None) -> tuple[str, str]:
    """Two scores beside their difference, with as many decimals as `decimals_between` asks for."""
    decimals = decimals_between((before, after))
    return number(before, decimals, locale), number(after, decimals, locale)


def digits(value: float | None, most: int, locale: QLocale | None = None) -> str:
    """Number with so many digits that count, for a log: '0.01234', '1.2e-07'."""
    if value is None or not math.isfinite(value):
        return NO_VALUE
    text = with_separators(locale).toString(abs(float(value)), "g", most)
    return MINUS + text if value < 0 else text


def percentage(fraction: float | None, locale: QLocale | None = None) -> str:
    """Fraction (0-1) as a percentage with one decimal: '23.4 %'."""
    if not has_value(fraction):
        return NO_VALUE
    return number(100.0 * float(fraction or 0.0), 1, locale) + NO_BREAK + "%"


def count(value: float | None, locale: QLocale | None = None) -> str:
    """Whole number with thousands separator: '12,345'."""
    return number(value, 0, locale)


def area(square_metres: float | None, locale: QLocale | None = None) -> str:
    """Surface in hectares, one decimal below 100 ha: '12.3 ha', '1,234 ha'; in square metres below 0.1 ha: '324 m²'."""
    if square_metres is None or not has_value(square_metres):
        return NO_VALUE
    if 0 < square_metres < _HECTARE / 10:
        return number(square_metres, 0, locale) + NO_BREAK + "m²"
    hectares = square_metres / _HECTARE
    return number(hectares, 1 if abs(hectares) < 99.95 else 0, locale) + NO_BREAK + "ha"


def plain(value: float | None, decimals: int, locale: QLocale | None = None) -> str:
    """Number for a spreadsheet: the locale's decimal sign, no separators, a hyphen as minus; '' for no value."""
    if value is None or not math.isfinite(value):
        return ""
    used = QLocale(QLocale() if locale is None else locale)
    used.setNumberOptions(QLocale.NumberOption.OmitGroupSeparator)
    digits = used.toString(abs(float(value)), "f", decimals)
    return "-" + digits if value < 0 and round(abs(value), decimals) != 0 else digits


def day(value: date, locale: QLocale | None = None) -> str:
    """A date in words: 30 November 2026."""
    return str((locale or QLocale()).toString(QDate(value.year, value.month, value.day), "d MMMM yyyy"))
