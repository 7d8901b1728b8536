# SPDX-License-Identifier: GPL-2.0-or-later
"""What the plugin looks for at its start: remains of programs that were killed, areas that no project may know."""

from __future__ import annotations

from collections.abc import Callable

from qgis.core import QgsProject

from ... import settings
from ...layers.project.homes import AREAS_ENDING, RESULTS, home_of
from ...pack.files.disk import HALF_WRITTEN, remove_left_behind
from ...pack.files.progress import Progress
from ...pack.importing.leftovers import remove_leftovers
from ...translation import tr
from ..drawing.areas_folders import areas_folders
from ..messages import log
from ..work import Background


def tidy(background: Background, _document: object = None) -> None:
    """Remove the remains: half imports, and half files where areas and results lie, beside the project too.

    In the background, for it may be much.
    """
    packs, home = settings.load().folder / "data", home_of(QgsProject.instance())
    places = [place for folder in areas_folders() for place in (folder, folder / RESULTS)]
    if home is not None and home.folder is not None:
        places.append(home.folder)

    def work(_progress: Progress) -> int:
        halves = sum(remove_left_behind(place, ".*", HALF_WRITTEN) for place in dict.fromkeys(places))
        return halves + remove_leftovers(packs)

    background.start(
        "tidy",
        tr("Leefbaarometer: removing remains of imports"),
        work,
        lambda gone: log(f"removed {gone} remains of programs that were ended") if gone else None,
        lambda problem: log(str(problem)),
        of_project=False,
    )


def look_for_areas(background: Background, found: Callable[[], None]) -> None:
    """Call `found` when files of areas lie in the data folders, so that it is looked whether they wait for the user."""
    folders = areas_folders()

    def work(_progress: Progress) -> bool:
        return any(next(folder.glob(f"*{AREAS_ENDING}*.gpkg"), None) is not None for folder in folders)

    background.start(
        "areas at start",
        tr("Leefbaarometer: looking for areas to bring back"),
        work,
        lambda there: found() if there else None,
        lambda problem: log(str(problem)),
        of_project=False,
    )
