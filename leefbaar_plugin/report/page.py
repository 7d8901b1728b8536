# SPDX-License-Identifier: GPL-2.0-or-later
"""The HTML companion: one file without script or address elsewhere, with headings, tables and described pictures."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from html import escape

from qgis.PyQt.QtCore import QLocale

from ..analysis.cautions import BARE_SQUARES, LOW_COVERAGE, NO_WEIGHT
from ..engine.model import in_language
from ..layers.styles import Palette
from ..translation import language, tr, trn
from ..words import formats
from ..words.weights import weight_name, weight_title
from .handover import Handover, report_title
from .printing.pictures import NARROW, WIDTH, class_bar, profile, trend
from .sheets import change_sheet, method_lines

_STYLE = """
:root { color-scheme: light; }
body { font: 1rem/1.5 sans-serif; color: #1a1a1a; background: #fff; margin: 0 auto; max-width: 46rem; padding: 1rem; }
h1 { font-size: 1.6rem; } h2 { font-size: 1.35rem; border-top: 2px solid #1a1a1a; padding-top: .75rem; }
h3 { font-size: 1.05rem; margin-bottom: .25rem; }
h1, h2, h3, td, th, p { overflow-wrap: break-word; hyphens: auto; }
figure { margin: .5rem 0 1rem; } svg { width: 100%; height: auto; } figure .small { display: none; }
.scroll { overflow-x: auto; } table { border-collapse: collapse; width: 100%; font-size: .95rem; }
th, td { text-align: left; padding: .25rem .5rem; border-bottom: 1px solid #767676; vertical-align: top; }
td.number, th.number { text-align: right; font-variant-numeric: tabular-nums; }
.score { font-size: 2.2rem; font-weight: bold; } .chip { border: 2px solid; border-radius: 1rem; padding: .1rem .7rem; }
.warning { border-left: .4rem solid #8a5a00; background: #fff4d6; padding: .4rem .7rem; }
nav ol { columns: 2 14rem; }
@media (max-width: 30rem) { figure .large { display: none; } figure .small { display: block; }
  th, td { padding: .25rem .25rem; } h1 { font-size: 1.4rem; } table { font-size: .85rem; } }
@media print { body { max-width: none; padding: 0; } section { break-inside: avoid-page; } nav { display: none; } }
"""

_LABEL = 'aria-label="{}"'


def html_page(found: Handover, palette: Palette, source_line: str = "") -> str:
    """The page of all areas; every figure of a picture stands in a table below it."""
    model = found.measurer.pack.model
    title = report_title(found)
    parts = [f"<h1>{escape(title)}</h1>"]
    if found.measurer.pack.info.get("demonstration"):
        label = in_language(found.measurer.pack.info["demonstration"], language())
        parts.append(f'<p class="warning">{escape(label)}</p>')
    if len(found.areas) > 1:
        links = "".join(f'<li><a href="#a{at}">{escape(a.name)}</a></li>' for at, a in enumerate(found.areas, 1))
        parts.append(f'<nav aria-label="{escape(tr("Areas"))}"><ol>{links}</ol></nav>')
    parts += [_area(found, at, palette) for at in range(len(found.areas))]
    rows = "".join(
        f'<tr><th scope="row">{escape(what)}</th><td>{escape(how)}</td></tr>'
        for what, how in method_lines(found, source_line)
    )
    parts.append(f"<section><h2>{escape(tr('Method'))}</h2><table>{rows}</table></section>")
    caveat = escape(in_language(model.caveat, language()))
    return (
        f'<!DOCTYPE html>\n<html lang="{language()}"><head><meta charset="utf-8">'
        f'<meta name="viewport" content="width=device-width, initial-scale=1"><title>{escape(title)}</title>'
        f"<style>{_STYLE}</style></head><body><main>{''.join(parts)}<p>{caveat}</p></main></body></html>\n"
    )


def _area(found: Handover, at: int, palette: Palette) -> str:
    scores, model = found.scores, found.measurer.pack.model
    number = int(scores.classes[at, -1])
    head = f'<section id="a{at + 1}"><h2>{escape(found.areas[at].name)}</h2>'
    if not number:
        outside = tr("No score: the area lies outside the squares with a score.")
        return head + f"<p>{escape(found.caution(at, NO_WEIGHT) or outside)}</p></section>"
    name = in_language(model.total_classification.classes[number - 1].name, language())
    text = tr("{theme} {year}").format(theme=in_language(model.total.name, language()), year=found.year)
    colour = palette.colours[number - 1]
    chip = f'<span class="chip" style="border-color:{colour}">{number} · {escape(name)}</span>'
    parts = [head, f'<p><span class="score">{_score(scores.total[at, -1])}</span> {chip} {escape(text)}</p>']
    if found.few(at):
        warning = tr("Small numbers: {count} {weight} only. Read the figures with care.")
        count = round(float(scores.weight_sum[at, -1]))
        said = warning.format(count=_number(count, 0), weight=weight_name(scores.weight, count))
        parts.append(f'<p class="warning">{escape(said)}</p>')
    if told := found.caution(at, LOW_COVERAGE, BARE_SQUARES):
        parts.append(f'<p class="warning">{escape(told)}</p>')
    parts += [_shares(found, at, palette), _dimensions(found, at), _years(found, at)]
    if len(found.years) > 1:
        parts.append(_change(found, at))
    squares, weighed = int(scores.squares[at, -1]), float(scores.weight_sum[at, -1])
    basis = trn(
        "{squares} square, {count} {weight}; {covered} of the surface has a score.",
        "{squares} squares, {count} {weight}; {covered} of the surface has a score.",
        squares,
    ).format(
        squares=squares,
        count=_number(weighed, 0),
        weight=weight_name(scores.weight, round(weighed)),
        covered=_percent(scores.covered[at, -1]),
    )
    return "".join([*parts, f"<p>{escape(basis)}</p></section>"])


def _shares(found: Handover, at: int, palette: Palette) -> str:
    scores, model = found.scores, found.measurer.pack.model
    labels = [f"{c.number} · {in_language(c.name, language())}" for c in model.total_classification.classes]
    shares = [float(value) for value in scores.class_shares[at, -1]]
    title = tr("{weight} per class").format(weight=weight_title(scores.weight))
    low = sum(shares[number - 1] for number in model.unfavourable_classes)
    rows = [(label, _percent(share)) for label, share in zip(labels, shares, strict=True)]
    rows.append((tr("Classes 1 to 4 together"), _percent(low)))
    return _figure(
        found.areas[at].name,
        title,
        _both(partial(class_bar, shares, labels, palette.colours, title)),
        (tr("Class"), tr("Share")),
        rows,
    )


def _dimensions(found: Handover, at: int) -> str:
    scores, model = found.scores, found.measurer.pack.model
    values = [float(v) if v == v else None for v in scores.dimensions[at, -1]]
    names = [in_language(theme.name, language()) for theme in model.dimensions]
    title = tr("Contributions to the deviation, {year}").format(year=found.year)
    if all(value is None for value in values):
        text = tr("The dimensions of {year} aren't published.").format(year=found.year)
        return f"<h3>{escape(title)}</h3><p>{escape(text)}</p>"
    numbers = [_signed(value) for value in values]
    rows = [*zip(names, numbers, strict=True), (tr("Deviation"), _signed(scores.deviation[at, -1]))]
    return _figure(
        found.areas[at].name,
        title,
        _both(partial(profile, values, names, numbers, title)),
        (tr("Dimension"), tr("Contribution")),
        rows,
    )


def _years(found: Handover, at: int) -> str:
    values = [float(v) if v == v else None for v in found.scores.total[at]]
    numbers = [_score(value) for value in values]
    title = tr("Total score over the years")
    rows = [(str(year), number) for year, number in zip(found.years, numbers, strict=True)]
    return _figure(
        found.areas[at].name,
        title,
        _both(partial(trend, found.years, values, numbers, title)),
        (tr("Year"), tr("Score")),
        rows,
    )


def _change(found: Handover, at: int) -> str:
    sheet = change_sheet(found)
    title = tr("Change from {since} to {year}, on the same squares (own calculation)")
    cells = [(column.title, _change_cell(column.kind, column.values[at])) for column in sheet.columns[3:]]
    rows = [(name, text) for name, text in cells if text]  # dimensions of some years aren't published
    heads = (tr("What"), tr("Change"))
    return _figure(found.areas[at].name, title.format(since=found.since, year=found.year), "", heads, rows)


def _change_cell(kind: str, value: object) -> str:
    if isinstance(value, float):
        return _signed(value, 3)
    return "" if value is None else str(value)


def _both(paint: Callable[[int], str]) -> str:
    """A picture for a page and one for a narrow screen, of which the style shows one; "" without a picture."""
    made = (("large", paint(WIDTH)), ("small", paint(NARROW)))
    return "".join(f'<div class="{name}">{picture}</div>' for name, picture in made if picture)


def _figure(area: str, title: str, picture: str, heads: tuple[str, str], rows: Sequence[tuple[str, str]]) -> str:
    """A picture of an area with the table of its figures below it."""
    body = "".join(
        f'<tr><th scope="row">{escape(name)}</th><td class="number">{escape(value)}</td></tr>' for name, value in rows
    )
    table = (
        f'<div class="scroll" tabindex="0" role="region" aria-label="{escape(f"{area}: {title}")}"><table><thead><tr>'
        f'<th scope="col">{escape(heads[0])}</th><th scope="col" class="number">{escape(heads[1])}</th></tr></thead>'
        f"<tbody>{body}</tbody></table></div>"
    )
    shown = picture.replace(_LABEL.format(escape(title)), _LABEL.format(escape(f"{area}: {title}")))
    return f"<h3>{escape(title)}</h3>" + (f"<figure>{shown}</figure>" if shown else "") + table


def _number(value: float, decimals: int) -> str:
    return QLocale(language()).toString(float(value), "f", decimals) if value == value else ""


def _score(value: float | None) -> str:
    return tr("no score") if value is None or value != value else _number(value, 2)


def _signed(value: float | None, decimals: int = 2) -> str:
    if value is None or value != value:
        return ""
    return formats.signed_score(value, QLocale(language()), decimals)


def _percent(value: float) -> str:
    return f"{_number(value * 100, 1)} %" if value == value else ""
