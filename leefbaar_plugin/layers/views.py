# SPDX-License-Identifier: GPL-2.0-or-later
"""What the map shows of a theme: the situation of a year, its development, or the deviation from the own gemeente.

Every view ends in classes of the model, so one function builds its legend, one its expression on the fields of a vector
layer, and one its title.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from html import escape

from ..analysis.derived import CHANGE, OWN_GEMEENTE, Parts, WantedMap, classification_of
from ..engine.change.development import is_own_calculation, neutral_class
from ..engine.model import Classification, ScoreModel, Theme, in_language
from ..pack.official_scores import INHABITANTS_FIELD
from ..pack.pack import Pack
from ..pack.reading.scores import GRID
from ..pack.square_gemeenten import GEMEENTE_FIELD
from ..translation import language, tr, trn
from .attributes.cards import bars, class_line, number_of, quoted
from .level_names import level_name, own_outlines
from .styles import ClassStyle, Palette, class_field, classes_of, html_of

SITUATION = "situation"
VIEWS = (SITUATION, CHANGE, OWN_GEMEENTE)
NEUTRAL = "#F4F3EE"
"""For no change, in a palette whose middle class isn't neutral."""
_WITH_NEUTRAL_MIDDLE = {"own"}
_DIGITS_OF_GEMEENTE = {"buurt": 'substr("code", 3, 4)', "wijk": 'substr("code", 3, 4)'}


@dataclass(frozen=True)
class View:
    """A view of a theme in a year; `since` is the first year of a development.

    `parts` are what had to be computed for it, None while it isn't there yet. Squares of fewer dwellings than
    `smallest_dwellings` are hatched, and official areas of fewer inhabitants than `smallest_inhabitants`.
    """

    theme: Theme
    year: int
    kind: str = SITUATION
    since: int = 0
    parts: Parts | None = field(default=None, compare=False)
    smallest_dwellings: float = 0.0
    smallest_inhabitants: float = 0.0

    @property
    def wanted(self) -> WantedMap | None:
        """The computed map this view needs; None for the situation."""
        if self.kind == SITUATION:
            return None
        return WantedMap(self.kind, self.theme.id, self.year, self.since if self.kind == CHANGE else 0)

    @property
    def period(self) -> str:
        """The year, or the first and the last one: '2014–2024'."""
        return f"{self.since}–{self.year}" if self.kind == CHANGE else str(self.year)


def own_calculation(model: ScoreModel, view: View) -> bool:
    """Whether the classes of a view were published by nobody, so that legend and tooltip must say so."""
    if view.kind == CHANGE:
        return is_own_calculation(model, view.theme.id)
    return view.kind == OWN_GEMEENTE


def class_styles(model: ScoreModel, view: View, palette: Palette) -> list[ClassStyle]:
    """Number, label and colour of the classes of a view, from the lowest."""
    if view.kind == SITUATION:
        return classes_of(model.total_classification, palette.colours, language())
    classification = classification_of(model, view.kind)
    styles = classes_of(classification, _colours_around_zero(classification, palette), language())
    if view.kind == CHANGE:
        return styles
    names = _deviation_names()
    if len(names) != len(styles):
        return styles
    return [
        ClassStyle(style.number, f"{style.number} · {name}", style.colour)
        for style, name in zip(styles, names, strict=True)
    ]


def _colours_around_zero(classification: Classification, palette: Palette) -> tuple[str, ...]:
    """Colours of classes around no change: those of the palette, its middle neutral, its ends left out for fewer."""
    classes, colours = len(classification.classes), list(palette.colours)
    middle = len(colours) // 2
    if palette.id not in _WITH_NEUTRAL_MIDDLE:
        colours[middle] = NEUTRAL
    first = max(middle - neutral_class(classification) + 1, 0)
    return tuple(colours[first : first + classes])


def _deviation_names() -> tuple[str, ...]:
    return (
        tr("very far below the gemeente"),
        tr("far below the gemeente"),
        tr("below the gemeente"),
        tr("a little below the gemeente"),
        tr("about as the gemeente"),
        tr("a little above the gemeente"),
        tr("above the gemeente"),
        tr("far above the gemeente"),
        tr("very far above the gemeente"),
    )


def value_expression(view: View, level: str) -> str:
    """Expression on the fields of a vector layer for the value of a view, NULL for none."""
    shown = f'"{view.theme.id}_{view.year}"'
    if view.kind == SITUATION:
        return shown
    if view.kind == CHANGE:
        return f'{shown} - "{view.theme.id}_{view.since}"'
    values = view.parts.gemeenten if view.parts is not None else {}
    digits = {code[2:6]: value for code, value in values.items()}
    entries = ", ".join(f"'{code}', {value!r}" for code, value in digits.items())
    code = _DIGITS_OF_GEMEENTE.get(level, f'substr("{GEMEENTE_FIELD}", 3, 4)')
    return f"{shown} - map_get(map({entries}), {code})" if entries else "NULL"


def class_expression(model: ScoreModel, view: View, level: str) -> str:
    """Expression on the fields of a vector layer for the class number of a view; 0 or NULL for none.

    A value at a bound belongs to the higher class, as in `Classification.classify`.
    """
    if view.kind == SITUATION:
        return f'"{class_field(view.theme, view.year)}"'
    bounds = classification_of(model, view.kind).bounds.tolist()
    if view.kind == CHANGE:  # a difference of two fields is reckoned quicker than it is remembered
        change = value_expression(view, level)
        cases = (f"WHEN {change} >= {bounds[at]!r} THEN {at + 2}" for at in reversed(range(len(bounds))))
        return f"CASE {' '.join(cases)} WHEN {change} IS NOT NULL THEN 1 END"
    above = " + ".join(f"(@v >= {bound!r})" for bound in bounds)
    return f"with_variable('v', {value_expression(view, level)}, 1 + {above})"


def needed_fields(view: View, level: str) -> tuple[str, ...]:
    """Fields a vector layer must have to show a view."""
    if view.kind == SITUATION:
        return (class_field(view.theme, view.year),)
    if view.kind == CHANGE:
        return (f"{view.theme.id}_{view.year}", f"{view.theme.id}_{view.since}")
    return (f"{view.theme.id}_{view.year}", "code" if level in _DIGITS_OF_GEMEENTE else GEMEENTE_FIELD)


def fits(view: View, level: str) -> bool:
    """Whether a view says something of a level: a gemeente doesn't deviate from itself."""
    return view.kind != OWN_GEMEENTE or level in {GRID, *_DIGITS_OF_GEMEENTE}


def view_name(kind: str) -> str:
    """Name of a view in titles."""
    return {
        SITUATION: tr("situation"),
        CHANGE: tr("development"),
        OWN_GEMEENTE: tr("deviation from the own gemeente"),
    }[kind]


def few_dwellings(below: float) -> str:
    """What hatching means."""
    return trn("fewer than {number} dwelling", "fewer than {number} dwellings", below).format(number=f"{below:g}")


def hatched_below(view: View, level: str) -> tuple[str, float, str]:
    """What is hatched in a level: below how much of which field, and what that means."""
    if level == GRID:
        return "dwellings", view.smallest_dwellings, few_dwellings(view.smallest_dwellings)
    below = view.smallest_inhabitants
    text = trn("fewer than {number} inhabitant", "fewer than {number} inhabitants", below).format(number=f"{below:g}")
    return INHABITANTS_FIELD, below, text


def layer_name(pack: Pack, level: str, view: View) -> str:
    """Name of a layer, which is the title of its legend: level, theme, year or period, view, and 'own calculation'."""
    parts = [
        level_name(pack, level),
        in_language(view.theme.name, language()),
        view.period,
        view_name(view.kind),
    ]
    if own_calculation(pack.model, view):
        parts.append(tr("own calculation"))
    return " – ".join(parts)


def map_tip(pack: Pack, level: str, view: View, palette: Palette) -> str:
    """A card with the name, value and class of what is under the cursor."""
    name = f"[% {html_of('grid_id' if level == GRID else 'name')} %]"
    styles = class_styles(pack.model, view, palette)
    number, value = class_expression(pack.model, view, level), value_expression(view, level)
    shown = number_of(value, view.kind != SITUATION or view.theme.id != pack.model.total.id)
    label = tr("score") if view.kind == SITUATION else view_name(view.kind)
    own = "<br><i>" + tr("own calculation") + "</i>" if own_calculation(pack.model, view) else ""
    own += f"<br><i>{escape(own_outlines(pack, level))}</i>" if pack.made_of(level) else ""
    count, least, text = hatched_below(view, level)
    few = f"[% if(coalesce(attribute('{count}'), 1e9) < {least:g}, {quoted('<br>' + text)}, '') %]" if least > 0 else ""
    return (
        f"<b>{name}</b><br>{in_language(view.theme.name, language())}, {view.period}<br>"
        f"{class_line(styles, number)}<br>{label} [% {shown} %]{own}{few}{_bars(pack.model, view)}"
    )


def _bars(model: ScoreModel, view: View) -> str:
    """The five dimensions of what is under the cursor, or their changes, as bars; without any where there are none."""
    if view.kind == OWN_GEMEENTE:
        return ""
    rows = []
    for theme in model.dimensions:
        value = f"attribute('{theme.id}_{view.year}')"
        if view.kind == CHANGE:
            value += f" - attribute('{theme.id}_{view.since}')"
        rows.append((in_language(theme.name, language()), value))
    return bars(rows)
