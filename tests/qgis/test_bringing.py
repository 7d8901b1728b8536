# SPDX-License-Identifier: GPL-2.0-or-later
"""Whether a project on the disk names a file: that is looked up before the file is thrown away or moved."""

from __future__ import annotations

import pytest
from qgis.core import QgsProject, QgsVectorLayer

from leefbaar_plugin.layers.project.bringing import knows

from .conftest import areas_layer


@pytest.mark.parametrize("ending", ["qgs", "qgz"])
@pytest.mark.parametrize("name", ["gebieden.gpkg", "wijk & buurt.gpkg", "één < twee.gpkg"])
def test_a_file_is_named_or_not(qgis_app, run, schiedam_folder, tmp_path, ending, name):
    made = run(
        "aggregateareas",
        PACK=schiedam_folder,
        AREAS=areas_layer("POLYGON((0 0, 1 0, 1 1, 0 0))"),
        OUTPUT=tmp_path / name,
    )
    project = QgsProject()
    project.addMapLayer(QgsVectorLayer(str(tmp_path / name), "mine", "ogr"))
    assert made["OUTPUT"] and project.write(str(tmp_path / f"p.{ending}"))
    assert knows(project, name) and not knows(project, "other.gpkg") and not knows(project, f"x{name}")
    project.clear()


def test_a_project_that_was_never_saved_names_nothing(qgis_app):
    assert not knows(QgsProject(), "gebieden.gpkg")
