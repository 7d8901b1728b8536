# SPDX-License-Identifier: GPL-2.0-or-later
"""What the plugin looks for when it starts: remains of imports that were killed, and areas that no project may know."""

from __future__ import annotations

from collections.abc import Callable

from ... import settings
from ...data.leftovers import remove_leftovers
from ...data.progress import Progress
from ...layers.homes import AREAS_ENDING
from ...translation import tr
from ..drawing.areas_folders import areas_folders
from ..messages import log
from ..work import Background


def tidy(background: Background) -> None:
    """Remove the remains; in the background, for it may be much."""
    folder = settings.load().folder / "data"

    background.start(
        "tidy",
        tr("Leefbaarometer: removing remains of imports"),
        lambda _progress: remove_leftovers(folder),
        lambda gone: log(f"removed {gone} remains of imports") if gone else None,
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
