# SPDX-License-Identifier: GPL-2.0-or-later
"""The card of a feature as HTML with expressions: class on its colour, score, five bars; for map tips and forms."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from html import escape

from ...engine.model import ScoreModel, in_language
from ...translation import language, tr
from ..styles import FALL, RISE, ClassStyle, Palette, classes_of, html_of

_NO_COLOUR = "#b9bdc1"
_BLOCK, _MOST_BLOCKS = 0.025, 14
"""Score of one block of a bar, and the most of them."""
_ENDS = ("", "_result", "_until")
"""What the figures of a result may end in, the first that is there."""


def quoted(text: str) -> str:
    """A text as a string of an expression."""
    return "'" + text.replace("'", "''") + "'"


def class_line(styles: Sequence[ClassStyle], number: str) -> str:
    """Colour, number and name of a class, for the expression of its number; words where there is none."""
    names = ", ".join(quoted(style.label) for style in styles)
    colours = ", ".join(quoted(style.colour) for style in styles)
    none = quoted(escape(tr("no class")))
    named = f"with_variable('k', {number}, if(@k > 0, array_get(array({names}), @k - 1), {none}))"
    chip = f"with_variable('k', {number}, if(@k > 0, array_get(array({colours}), @k - 1), '{_NO_COLOUR}'))"
    return f'<span style="background-color:[% {chip} %]">&nbsp;&nbsp;&nbsp;</span> [% {named} %]'


def number_of(value: str, signed: bool) -> str:
    """Expression for a score or a difference as text: two decimals, the sign of a difference, words for none."""
    sign = "case when round(@x, 2) > 0 then '+' when round(@x, 2) < 0 then '−' else '' end || " if signed else ""
    shown = f"{sign}format_number(abs(@x), 2)"
    return f"with_variable('x', {value}, coalesce({shown}, {quoted(tr('no value'))}))"


def bars(rows: Sequence[tuple[str, str]]) -> str:
    """Figures around zero as bars: what each is called, and the expression of its value."""
    made = []
    for name, value in rows:
        bar = f"rpad('', min({_MOST_BLOCKS}, round(abs(@d) / {_BLOCK})), '█')"
        below, above = (f"[% with_variable('d', {value}, if(@d {sign} 0, {bar}, '')) %]" for sign in "<>")
        made.append(
            f'<tr><td>{escape(name)}</td><td align="right"><font color="{FALL}">{below}</font></td>'
            f'<td><font color="{RISE}">{above}</font></td><td align="right">[% {number_of(value, True)} %]</td></tr>'
        )
    return f'<table style="font: inherit">{"".join(made)}</table>' if made else ""


def own_area_card(model: ScoreModel, palette: Palette, name: str) -> str:
    """The card of an area of the user's own, from the data that are open; its name alone without them.

    The functions are asked by their text, so that QGIS without the plugin shows the name and no formula.
    """
    styles = classes_of(model.total_classification, palette.colours, language())
    number, score = asked("lbm_class(@geometry)"), asked("lbm_score(@geometry)")
    rows = [
        (in_language(theme.name, language()), asked(f"lbm_score(@geometry, NULL, {quoted(theme.id)})"))
        for theme in model.dimensions
    ]
    total = escape(in_language(model.total.name, language()))
    warning = asked("lbm_warning(@geometry)")
    return (
        f"<b>[% {html_of(name)} %]</b><br>{class_line(styles, number)}<br>{total} [% {number_of(score, False)} %]"
        f"<br>[% coalesce({warning}, '') %]{bars(rows)}"
    )


def asked(expression: str) -> str:
    """An expression that may call functions of the plugin; NULL where they aren't known or can't answer."""
    return f"try(eval({quoted(expression)}), NULL)"


def result_card(
    model: ScoreModel, styles: Sequence[ClassStyle], number: str, fields: Collection[str], heading: str
) -> str:
    """The card of a row of a result: its name (field `heading`), year, class (field `number`), score, five bars.

    '' for a field that there isn't.
    """
    parts = [f"<b>[% {html_of(heading)} %]</b>" if heading else "", _period(fields)]
    parts.append(class_line(styles, f'"{number}"') if number else "")
    score = next((name for end in _ENDS if (name := f"{model.total.id}{end}") in fields), "")
    for name, signed in ((score, False), ("score", False), ("change", True)):
        if name in fields:
            title = in_language(model.total.name, language()) if name == score else _words()[name]()
            parts.append(f"{escape(title)} [% {number_of(quoted_field(name), signed)} %]")
    parts += [f"[% {html_of(name)} %]" for name in ("warning", "why") if name in fields]
    return "<br>".join(part for part in parts if part) + bars(_dimensions(model, fields))


def quoted_field(name: str) -> str:
    """A field in an expression, NULL when the layer lost it."""
    return f"attribute({quoted(name)})"


def _words() -> dict[str, Callable[[], str]]:
    return {"score": lambda: tr("score"), "change": lambda: tr("change")}


def _period(fields: Collection[str]) -> str:
    if "until" in fields and "since" in fields:
        return '[% concat("since", \'–\', "until") %]'
    return "[% coalesce(\"year\", '') %]" if "year" in fields else ""


def _dimensions(model: ScoreModel, fields: Collection[str]) -> list[tuple[str, str]]:
    """Names and expressions of the dimensions that a result has, or of their changes."""
    for form in ("{}", "{}_result", "change_{}"):
        names = [form.format(theme.id) for theme in model.dimensions]
        if set(names) <= set(fields):
            titles = [in_language(theme.name, language()) for theme in model.dimensions]
            if form.startswith("change"):
                titles = [tr("change of {theme}").format(theme=title) for title in titles]
            return list(zip(titles, map(quoted_field, names), strict=True))
    return []
