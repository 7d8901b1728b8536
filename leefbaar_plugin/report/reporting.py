# SPDX-License-Identifier: GPL-2.0-or-later
"""A report as a file: PDF with all areas, or PNG of the first page."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path

from qgis.core import QgsMapLayer, QgsProject

from ..engine.errors import InputError
from ..pack.files.progress import Progress, silent
from ..translation import language
from .content import AreaReport
from .files import recipe_of
from .handover import Handover, report_title
from .layout import Template, make_layout
from .pdf import write_pdf, write_picture

REPORTS = (".pdf", ".png")
_LANGUAGES = {"nl": "nl-NL", "en": "en-GB"}


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
    if path.suffix.lower() not in REPORTS:
        raise InputError("{file}: the ending must be one of {known}.", file=path.name, known=", ".join(REPORTS))
    if not areas:
        raise InputError("There are no areas to report on.")
    layout = make_layout(project, report_title(found), template, areas, layers, progress)
    if path.suffix.lower() == ".png":
        write_picture(layout, path)
        return
    recipe = json.dumps(recipe_of(found), ensure_ascii=False, separators=(",", ":"))
    write_pdf(layout, path, report_title(found), _LANGUAGES.get(language(), language()), recipe)
