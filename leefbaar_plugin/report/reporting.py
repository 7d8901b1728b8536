# SPDX-License-Identifier: GPL-2.0-or-later
"""A report as a file: PDF or document (ODT) with all areas, or PNG of the first page."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path

from qgis.core import QgsMapLayer, QgsProject

from ..engine.errors import InputError
from ..pack.files.progress import Progress, silent
from ..translation import language
from .content import AreaReport
from .document import document_steps
from .files import recipe_of
from .handover import Handover, report_title
from .odt import write_odt
from .printing.layout import layout_steps
from .printing.pdf import pdf_steps, write_picture
from .printing.template import Template
from .steps import Steps, all_steps

DOCUMENT = ".odt"
REPORTS = (".pdf", DOCUMENT, ".png")
_LANGUAGES = {"nl": "nl-NL", "en": "en-GB"}


def require_report(path: Path) -> None:
    """InputError for a file of which the ending is no report's."""
    if path.suffix.lower() not in REPORTS:
        raise InputError("{file}: the ending must be one of {known}.", file=path.name, known=", ".join(REPORTS))


def write_report(
    path: Path,
    project: QgsProject,
    found: Handover,
    areas: Sequence[AreaReport],
    template: Template,
    layers: Sequence[QgsMapLayer],
    progress: Progress = silent,
) -> None:
    """Write a report by its ending, whole or not at all. `project` holds the layers of the maps.

    InputError for another ending, for no areas, or a template that can't be read; WriteError when the disk refuses.
    """
    all_steps(report_steps(path, project, found, areas, template, layers), progress)


def report_steps(
    path: Path,
    project: QgsProject,
    found: Handover,
    areas: Sequence[AreaReport],
    template: Template,
    layers: Sequence[QgsMapLayer],
) -> Steps[None]:
    """The same in steps, some for each area."""
    require_report(path)
    if not areas:
        raise InputError("There are no areas to report on.")
    spoken, title = _LANGUAGES.get(language(), language()), report_title(found)
    recipe = json.dumps(recipe_of(found), ensure_ascii=False, separators=(",", ":"))
    ending = path.suffix.lower()
    if ending == DOCUMENT:
        made = yield from document_steps(title, areas, layers, project)
        write_odt(path, made.text, made.pictures, title, spoken, recipe)
    elif ending == ".png":
        # one page shows the first area
        layout = yield from layout_steps(project, title, template, areas[:1], layers)
        write_picture(layout, path)
    else:
        yield from pdf_steps(path, project, title, template, areas, layers, spoken, recipe)
