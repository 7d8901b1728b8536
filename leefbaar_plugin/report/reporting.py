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
from .document import make_document
from .files import recipe_of
from .handover import Handover, report_title
from .odt import write_odt
from .printing.layout import Template, make_layout
from .printing.pdf import write_pdf, write_picture

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
    require_report(path)
    if not areas:
        raise InputError("There are no areas to report on.")
    spoken = _LANGUAGES.get(language(), language())
    recipe = json.dumps(recipe_of(found), ensure_ascii=False, separators=(",", ":"))
    if path.suffix.lower() == DOCUMENT:
        made = make_document(report_title(found), areas, layers, project, progress)
        write_odt(path, made.text, made.described, report_title(found), spoken, recipe)
        return
    layout = make_layout(project, report_title(found), template, areas, layers, progress)
    if path.suffix.lower() == ".png":
        write_picture(layout, path)
        return
    write_pdf(layout, path, report_title(found), spoken, recipe)
