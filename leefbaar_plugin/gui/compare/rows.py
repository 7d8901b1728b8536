# SPDX-License-Identifier: GPL-2.0-or-later
"""The rows of the table of areas, each against its reference, with the figures of the chosen theme."""

from __future__ import annotations

from dataclasses import replace

from ... import settings
from ...analysis.cautions import cautions_of
from ...analysis.comparison import Compared, difference
from ...analysis.references.reference import Reference
from ...analysis.theme_figures import ThemeFigures, theme_figures, unfavourable_shares
from ...engine.areas.figures import AreaFigures
from ...layers.marks import mark_sentence, marked
from ...pack.official import GEMEENTE
from ...pack.parts import shortened
from ...translation import tr
from ...words.change import left_out_sentence
from ..references import NOTHING, ReferenceBook
from ..session import Session
from .model import UNION, ComparedRow


def rows_of(
    session: Session, book: ReferenceBook, compared: Compared, wanted: str
) -> tuple[list[ComparedRow], dict[int, Reference]]:
    """The areas, each with its difference, and below them all together; and the reference of each by feature id.

    `wanted` is the id of what to compare with.
    """
    year, common = session.year, common_reference(session, book, wanted)
    references = _references(book, compared, year, wanted, common)
    rows, now = [], settings.load()
    small, told = now.smallest_inhabitants, cautions_of(compared.scores, compared.scores.years.index(year))
    marks = compared.marks.told(told, now.limits)
    theme, model = session.theme.id, compared.model
    dimension = theme if theme != model.total.id else ""
    ranks = book.ranks(compared.scores, [area.wkb for area in compared.areas], year, dimension)
    shown = _of_theme(session, compared, year)
    for place, (area, reference) in enumerate(zip(compared.areas, references, strict=True)):
        name = tr("{name} (guest)").format(name=area.name) if area.is_guest else area.name
        row = _row(area.fid, marked(name, marks, place, small), compared.figures(place, year), shown[place], reference)
        note, is_part = mark_sentence(marks, place, small), bool(marks.part[place])
        rows.append(replace(row, note=note, rank=ranks[place], is_part=is_part))
    if sum(not area.is_guest for area in compared.areas) > 1:
        together = _row(UNION, tr("all together"), compared.union(year), shown[-1], common)
        whole = zip(compared.areas, marks.part, strict=False)
        parts = [area.name for area, part in whole if part and not area.is_guest]
        rows.append(replace(together, note=left_out_sentence(len(parts), shortened(parts)) if parts else ""))
    fids = [area.fid for area in compared.areas]
    return rows, {fid: one for fid, one in zip(fids, references, strict=True) if one is not None}


def common_reference(session: Session, book: ReferenceBook, wanted: str) -> Reference | None:
    """The reference that is the same for all areas; None when each has its own gemeente."""
    return None if wanted in (GEMEENTE, NOTHING) else book.reference(wanted, None, session.year)


def _references(
    book: ReferenceBook, compared: Compared, year: int, wanted: str, common: Reference | None
) -> list[Reference | None]:
    """The reference of every area: its own gemeente, or the same for all."""
    if wanted != GEMEENTE:
        return [common] * len(compared.areas)
    parts = book.gemeenten_of([area.wkb for area in compared.areas])
    return [book.gemeente(found[0].code, year) if found else None for found in parts]


def _of_theme(session: Session, compared: Compared, year: int) -> list[ThemeFigures]:
    """Figures of the chosen theme of all rows, the union last."""
    model, theme = compared.model, session.theme.id
    rows = range(len(compared.areas) + 1)
    found = [theme_figures(model, compared.figures(row, year), theme) for row in rows]
    if theme == model.total.id or compared.coverage is None:
        return found
    low = unfavourable_shares(session.measurer, compared.coverage, theme, year)
    return [replace(one, unfavourable=share) for one, share in zip(found, low, strict=True)]


def _row(fid: int, name: str, figures: AreaFigures, shown: ThemeFigures, reference: Reference | None) -> ComparedRow:
    gap = difference(figures, reference.figures, shown.theme) if reference is not None else None
    return ComparedRow(fid, name, figures, shown, gap, reference.name if reference is not None else "")
