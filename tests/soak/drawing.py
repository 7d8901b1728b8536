# SPDX-License-Identifier: GPL-2.0-or-later
"""A QGIS that draws or saves without end, to be killed; and the next one: `python -m tests.soak.drawing WHAT FOLDER`.

`draw` adds areas to a saved project, `loose` to one that was never saved, `save` saves under two names in turn; each
says what is done when it is done. `next`, of several folders, starts as a user does after a crash, and says what it
finds as JSON.
"""

from __future__ import annotations

import itertools
import json
import os
import sys
from pathlib import Path

from leefbaar_plugin.gui.importing.leftovers import tidy
from tests.builders import square_wkt
from tests.soak.headless import Headless


def main() -> None:
    """Do one of these."""
    what, folder = sys.argv[1], Path(sys.argv[2])
    answers = os.fdopen(os.dup(1), "w", buffering=1)
    os.dup2(2, 1)
    qgis = Headless(folder / ("next" if what == "next" else "qgis"))
    if what == "next":
        for other in map(Path, sys.argv[2:]):
            answers.write(json.dumps(found_by(qgis, other)) + "\n")
    else:
        from qgis.core import QgsGeometry

        qgis.plugin.session.open_pack(folder.parent / "pack")
        if what != "loose":
            qgis.project.write(str(folder / "p.qgs"))
        answers.write("ready\n")
        for number in itertools.count(1):
            shape = QgsGeometry.fromWkt(square_wkt(850 + number % 10, 4360 + number % 3))
            if not qgis.plugin.areas.add([(f"area {number}", shape)]):
                answers.write(f"refused: {qgis.said()}\n")
                continue
            qgis.rest(quiet=0.0)
            if what == "save":
                done = qgis.project.write(str(folder / ("p.qgs" if number % 2 else "q.qgs")))
                qgis.rest(quiet=0.0)
                if not done:
                    continue
            answers.write(f"{number}\n")
    answers.flush()
    os._exit(0)


def found_by(qgis: Headless, folder: Path) -> dict[str, object]:
    """What the next QGIS finds: areas by project, numbers of areas that it offers to take back, and all files there."""
    data = folder / "qgis" / "data"
    os.environ["LEEFBAAROMETER_DATA_FOLDER"] = str(data)
    qgis.problems.clear()
    qgis.close()
    tidy(qgis.plugin.background)  # as at the start, but of this data folder
    qgis.rest()
    projects: dict[str, object] = {}
    offered = {one.path.name: one.number for one in qgis.plugin.areas.keeping.waiting()}
    for path in sorted(folder.glob("*.qgs")):
        opened = qgis.project.read(str(path))
        qgis.rest(quiet=0.05)
        projects[path.name] = sorted(qgis.plugin.areas.names().values()) if opened else None
        offered |= {one.path.name: one.number for one in qgis.plugin.areas.keeping.waiting()}
        qgis.close()
    return {
        "projects": projects,
        "problems": list(qgis.problems),
        "files": left_in(folder),
        "loose": left_in(data),
        "offered": offered,
    }


def left_in(folder: Path) -> list[str]:
    """Names of files, and of what is hidden; but for a journal that the killed program had only just begun.

    SQLite passes over one that is empty or not yet valid (a zero in front), and removes it with the next change.
    """
    found = [path for path in folder.glob("*") if path.is_file() or path.name.startswith(".")]
    return sorted(path.name for path in found if not (path.name.endswith("-journal") and _is_begun(path)))


def _is_begun(journal: Path) -> bool:
    with journal.open("rb") as file:
        return file.read(1) in (b"", b"\0")


if __name__ == "__main__":
    main()
