# SPDX-License-Identifier: GPL-2.0-or-later
"""What a report says of each area: the variables `@lbm_…` of a template, as texts and as vector pictures.

A template of an organisation's own uses the same names; `VARIABLES` tells what each holds.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np

from ..analysis.cautions import BARE_SQUARES, LOW_COVERAGE, NO_WEIGHT
from ..analysis.ranks import AreaRank, rank_of
from ..analysis.references.reference import Reference
from ..analysis.references.references import References
from ..analysis.theme_figures import theme_figures
from ..engine.areas.figures import AreaFigures, figures_of
from ..engine.model import ScoreModel, in_language
from ..layers.styles import Palette, classes_of
from ..pack.files.progress import Progress, silent
from ..pack.references.reference_sets import gemeente_id
from ..translation import language, sentence, tr, trn
from ..words import formats
from ..words.paragraph import ParagraphSubject, paragraph
from ..words.rank import rank_lines, rank_sentence
from ..words.weights import counted_weight, weight_name
from ..words.wording import distance_line, method_line
from .handover import Handover
from .printing.area_pictures import NARROWEST, WIDE, charts, class_colours
from .printing.drawing import Drawing, legend_drawing, table_drawing
from .sheets import method_lines
from .steps import Steps, all_steps
from .tables import TextTable, rings_table, years_table

VARIABLES = (
    "lbm_title", "lbm_subtitle", "lbm_score", "lbm_class", "lbm_class_colour", "lbm_class_ink", "lbm_line",
    "lbm_rank", "lbm_warning", "lbm_text", "lbm_change", "lbm_basis", "lbm_method", "lbm_source", "lbm_caveat",
    "lbm_key", "lbm_date", "lbm_page_of", "lbm_class_bar", "lbm_class_bar_narrow", "lbm_profile", "lbm_steps",
    "lbm_trend", "lbm_table", "lbm_rings", "lbm_rings_narrow", "lbm_legend", "lbm_logo",
)  # fmt: skip
DRAWN = ("lbm_class_bar", "lbm_class_bar_narrow", "lbm_profile", "lbm_steps", "lbm_trend", "lbm_table", "lbm_rings",
         "lbm_rings_narrow", "lbm_legend")  # fmt: skip
"""Variables that hold a picture drawn by us."""
_TABLES = {"lbm_table": WIDE, "lbm_rings": WIDE, "lbm_rings_narrow": NARROWEST}


@dataclass(frozen=True)
class AreaReport:
    """One area of a report: name, outline (WKB in EPSG:28992), the values of the variables by name, its tables, and
    what the pictures among the values were drawn from, by variable.
    """

    name: str
    outline: bytes
    values: Mapping[str, str]
    tables: tuple[TextTable, ...] = ()
    drawings: Mapping[str, Drawing] = field(default_factory=dict)


@dataclass(frozen=True)
class _Compared:
    """What an area is compared with: its gemeente, and its rank with the names in it; None and "" where unknown."""

    reference: Reference | None
    rank: AreaRank | None
    names: Mapping[str, str]
    where: str


def contents(
    found: Handover,
    references: References,
    palette: Palette,
    source_line: str = "",
    logo: str = "",
    progress: Progress = silent,
    legend: Drawing | None = None,
) -> list[AreaReport]:
    """The values of every area; `legend` of another map than that of the total.

    `references` are prepared. For the thread of the interface, for charts are painted.
    """
    return all_steps(content_steps(found, references, palette, source_line, logo, legend), progress)


def content_steps(
    found: Handover,
    references: References,
    palette: Palette,
    source_line: str = "",
    logo: str = "",
    legend: Drawing | None = None,
) -> Steps[list[AreaReport]]:
    """The same in steps, one per area."""
    model = found.measurer.pack.model
    legend = legend or legend_drawing(
        sentence(in_language(model.total.name, language())),
        classes_of(model.total_classification, palette.colours, language()),
    )
    given = {"lbm_legend": legend.source(), "lbm_logo": logo}
    everyone = references.gemeenten_of([area.outline for area in found.areas])
    made = []
    for at, area in enumerate(found.areas):
        figures = figures_of(model, found.scores, at, found.year)
        compared = _compared(found, references, figures, everyone[at])
        drawings = charts(found, area.name, figures, compared.reference, palette)
        tables = _tables(found, at, figures)
        for variable, width in _TABLES.items():
            table = tables.get(variable.removesuffix("_narrow"))
            if table is not None:
                drawings[variable] = table_drawing(table, width)
        values = _texts(found, area.name, at, figures, compared, source_line) | class_colours(figures, palette)
        values |= dict.fromkeys(DRAWN, "") | {variable: one.source() for variable, one in drawings.items()} | given
        drawings["lbm_legend"] = legend
        made.append(AreaReport(area.name, area.outline, values, tuple(tables.values()), drawings))
        yield (at + 1) / len(found.areas)
    return made


def _tables(found: Handover, at: int, figures: AreaFigures) -> dict[str, TextTable]:
    """Tables of an area with a score by their variables: of several years, and of rings where asked for."""
    tables = {}
    if figures.has_score and len(found.years) > 1:
        tables["lbm_table"] = years_table(found, at)
    if figures.has_score and found.around is not None:
        tables["lbm_rings"] = rings_table(found.around, at)
    return tables


def _compared(found: Handover, references: References, figures: AreaFigures, parts: Sequence) -> _Compared:
    if not parts:
        return _Compared(None, None, {}, "")
    own = parts[0]
    of_gemeente = references.figures(gemeente_id(own.code), found.year)
    name = tr("gemeente {name}").format(name=own.name)
    reference = Reference(gemeente_id(own.code), own.name, name, of_gemeente) if of_gemeente else None
    rank = rank_of(references, figures, own.code, found.measurer.pack.model.total.id, found.smallest)
    names = {gemeente_id(own.code): own.name}
    ranks = tuple(one for one in rank.ranks if one.reference in names) if rank is not None else ()
    if rank is not None:
        rank = AreaRank(rank.theme, rank.year, rank.gemeente, ranks, rank.among) if ranks or rank.among else None
    return _Compared(reference, rank, names, ", ".join(part.name for part in parts))


def _texts(
    found: Handover, name: str, at: int, figures: AreaFigures, compared: _Compared, source_line: str
) -> dict[str, str]:
    pack, model = found.measurer.pack, found.measurer.pack.model
    lines = method_lines(found, source_line)
    date = formats.day(found.made.date())
    about = [in_language(model.name, language()), tr("edition {edition}").format(edition=pack.edition)]
    reference = compared.reference
    ranked = rank_sentence(compared.rank, compared.names) if compared.rank is not None else ""
    subject = ParagraphSubject(
        model,
        name,
        figures,
        found.smallest,
        reference.name if reference is not None else "",
        reference.figures if reference is not None else None,
        ranked,
    )
    caveat = in_language(model.caveat, language())
    source = next(how for what, how in lines if what == tr("Source"))
    number = figures.class_number
    method = "\n".join(f"{what}: {how}" for what, how in lines if how not in (source, caveat))
    text = paragraph(subject).removesuffix(caveat).strip()
    return {
        "lbm_title": name,
        "lbm_subtitle": " · ".join([*about, *([compared.where] if compared.where else []), date]),
        "lbm_score": formats.score(figures.total) if figures.has_score else "",
        "lbm_class": f"{number} · {model.total_classification.name(number, language())}" if number else tr("no score"),
        "lbm_line": _distances(model, figures) if figures.has_score else "",
        "lbm_rank": "\n".join(filter(None, rank_lines(compared.rank, compared.names))) if compared.rank else "",
        "lbm_warning": _warning(found, at, figures),
        # nothing else is told of an area without a score: its method needs no page of its own
        "lbm_text": text if figures.has_score else f"{text}\n\n{method}",
        "lbm_change": _change(found, at, model),
        "lbm_basis": method_line(figures, model, pack.edition) if figures.has_score else "",
        "lbm_key": _key_figures(figures) if figures.has_score else "",
        "lbm_method": method if figures.has_score else "",
        "lbm_source": source,
        "lbm_caveat": caveat,
        "lbm_date": date,
        "lbm_page_of": f"{at + 1} / {len(found.areas)}" if len(found.areas) > 1 else "",
    }


def _distances(model: ScoreModel, figures: AreaFigures) -> str:
    """How far the next classes are, a line each."""
    return distance_line(theme_figures(model, figures, model.total.id)).replace(" · ", "\n")


def _key_figures(figures: AreaFigures) -> str:
    """What the score was computed from, a line each."""
    squares = trn("{squares} square", "{squares} squares", figures.squares)
    lines = [
        counted_weight(figures.weight_sum, figures.weight),
        squares.format(squares=formats.count(figures.squares)),
        formats.area(figures.surface),
        tr("{covered} of it with a score").format(covered=formats.percentage(figures.covered)),
    ]
    return "\n".join(lines)


def _warning(found: Handover, at: int, figures: AreaFigures) -> str:
    """All that makes the figures less than they look."""
    texts = []
    label = found.measurer.pack.info.get("demonstration")
    if label:
        texts.append(sentence(in_language(label, language())) + ".")
    if figures.has_score and found.few(at):
        text = tr("Small numbers: {count} {weight} only. Read the figures with care.")
        count = round(figures.weight_sum)
        texts.append(text.format(count=formats.count(count), weight=weight_name(figures.weight, count)))
    if told := found.caution(at, LOW_COVERAGE, BARE_SQUARES, NO_WEIGHT):
        texts.append(f"{told}.")
    if at in found.repaired:
        texts.append(tr("The outline crosses itself; it was repaired to measure it."))
    if figures.has_score and not figures.certain:
        texts.append(tr("The class is uncertain: the score lies within the uncertainty of a bound."))
    return " ".join(texts)


def _change(found: Handover, at: int, model: ScoreModel) -> str:
    """The change from the first to the last year on the same squares, with what each dimension gave to it."""
    if len(found.years) < 2:
        return ""
    scores = found.same.scores
    total = float(scores.total[at, -1] - scores.total[at, 0])
    if total != total:
        return ""
    published = bool(scores.is_published[at].all())
    texts = [_total_change(model, found.since, found.year, total, published)]
    explained = found.explained.scores
    since = explained.years[0]
    parts = explained.dimensions[at, -1] - explained.dimensions[at, 0]
    known = [
        f"{in_language(theme.name, language())} {formats.number(float(part), 3, signed=True)}"
        for theme, part in zip(model.dimensions, parts, strict=True)
        if part == part
    ]
    if known and since < found.year:
        if since != found.since:
            change = float(explained.total[at, -1] - explained.total[at, 0])
            texts.append(_total_change(model, since, found.year, change, bool(explained.is_published[at].all())))
        text = tr("Since {year} by dimension: {parts}.")
        texts.append(text.format(year=since, parts=", ".join(known)))
    return "\n".join(texts)


def _total_change(model: ScoreModel, since: int, until: int, change: float, published: bool) -> str:
    number = int(model.development_classification.classify(np.array([change]))[0])
    text = (
        tr("Change {since}–{until} of the published scores: {change}, {name} (own class bounds).")
        if published
        else tr("Change {since}–{until}, on the same squares: {change}, {name} (own class bounds).")
    )
    return text.format(
        since=since,
        until=until,
        change=formats.number(change, 3, signed=True),
        name=in_language(model.development_classification.classes[number - 1].name, language()),
    )
