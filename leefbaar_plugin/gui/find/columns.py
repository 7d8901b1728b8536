# SPDX-License-Identifier: GPL-2.0-or-later
"""The columns of the list of areas that were found."""

from __future__ import annotations

from ...analysis.signals.findings import Findings
from ...analysis.signals.rule_words import fill, places_of, unit_name
from ...analysis.signals.rules import PERCENT, RuleCondition
from ...engine.model import Theme, in_language
from ...translation import language, sentence, tr
from ...words import formats
from ..widgets import column
from ..widgets.column import NamedColumn

NAME, GEMEENTE, THEME, SCORE, CLASS, VALUE, EXPLAINS = (
    "name",
    "gemeente",
    "theme",
    "score",
    "class",
    "value",
    "explains",
)
COLUMNS = (NAME, GEMEENTE, THEME, SCORE, CLASS, VALUE, EXPLAINS)
_ELLIPSIS = "…"


def value_text(value: float, unit: str) -> str:
    """The value of a condition by locale, as short as a column asks for."""
    if unit == PERCENT:
        return formats.percentage(value)
    return formats.number(value, 2 if unit in ("score", "times") else 0, signed=unit == "score")


def condition_text(findings: Findings, condition: RuleCondition) -> str:
    """What a condition measures, without a value."""
    places = places_of(findings.rule, language(), findings.year, findings.since)
    return fill(in_language(condition.text, language()), {**places, "value": _ELLIPSIS})


def columns_of(findings: Findings, theme: Theme | None = None) -> tuple[NamedColumn, ...]:
    """The columns; of a `theme` that is a dimension, its contribution stands beside the total score."""
    first = findings.rule.conditions[0]
    unit = tr("Part") if first.unit == PERCENT else sentence(unit_name(first.unit, language()))
    score = tr("Total score {year}").format(year=findings.year)
    number = tr("Class {year}").format(year=findings.year)
    explains = tr("The dimension that explains most of it")
    short, long = (in_language(theme.short, language()), _tip(theme, findings.year)) if theme is not None else ("", "")
    return (
        _column(NAME, tr("Area"), tr("Name of the area")),
        _column(GEMEENTE, tr("Gemeente"), tr("Gemeente")),
        _column(THEME, short, long, column.SIGNED),
        _column(SCORE, tr("Score") if theme is None else tr("Total"), score, column.SCORE),
        _column(CLASS, tr("Class"), number, column.CLASS),
        _column(VALUE, unit, condition_text(findings, first), column.COUNT),
        _column(EXPLAINS, tr("Mostly"), explains),
    )


def _column(name: str, title: str, tip: str, kind: str = column.TEXT) -> NamedColumn:
    return NamedColumn(title, tip, tip, kind, name)


def _tip(theme: Theme, year: int) -> str:
    text = tr("{theme}, deviation from the reference in {year}")
    return text.format(theme=sentence(in_language(theme.name, language())), year=year)
