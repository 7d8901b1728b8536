# SPDX-License-Identifier: GPL-2.0-or-later
"""What the list of references says of those that a pack keeps: squares of the files, or published scores alone."""

from __future__ import annotations

import pytest
import shapely
from qgis.core import QgsProject

from leefbaar_plugin.gui.drawing.areas import Areas
from leefbaar_plugin.gui.references import ReferenceBook
from leefbaar_plugin.gui.session import Session
from leefbaar_plugin.gui.work import Background
from leefbaar_plugin.pack.references.groups import COUNTRY, REST
from leefbaar_plugin.pack.references.reference_sets import gemeente_id
from tests.unit.small_country import country, files, import_files, part  # noqa: F401  fixtures

from .test_compare import _Interface

SQUARES = "All its squares in the files of the import, by dwellings."
PUBLISHED = (
    "The published scores of its gemeenten, weighed by their households. Their squares aren't in the files, so there "
    "are no shares per class."
)


@pytest.fixture
def tips_of(qgis_new_project):
    """What gives the tip of every reference of a pack, by id."""
    project = QgsProject.instance()
    session, background = Session(project), Background()
    areas = Areas(session, _Interface())

    def tips(pack):
        session.open_pack(pack.folder)
        book = ReferenceBook(session, areas, background)
        return {one.id: one.tip for one in book.choices(None) if not one.is_heading}

    yield tips
    background.cancel_all()
    areas.disconnect_project()
    session.disconnect_project()
    project.clear()


def test_of_squares(tips_of, part):  # noqa: F811
    """The pack of one gemeente keeps all others, made of all squares of the files."""
    tips = tips_of(part)
    for reference in (COUNTRY, REST, "g4", "g40", "east"):
        assert tips[reference].endswith(SQUARES), reference


def test_of_published_scores(tips_of, files, country, tmp_path):  # noqa: F811
    """Files with the squares of one gemeente and the published rows of all."""
    code = files.codes[4]
    middles = files.rows["grid_id"].drop_duplicates()
    x, y = (middles.str[a:b].astype(int).to_numpy() * 100.0 + 50 for a, b in ((1, 5), (6, 10)))
    own = set(middles[shapely.contains_xy(files.outlines[code], x, y)])
    (tmp_path / "files").mkdir()
    files.rows[files.rows["grid_id"].isin(own)].to_csv(tmp_path / "files" / "grid.csv", index=False, na_rep="NA")
    files.gemeenten.to_csv(tmp_path / "files" / "gemeenten.csv", index=False, na_rep="NA")
    paths = [tmp_path / "files", files.made.geometry_zip, files.made.counts_gpkg]
    tips = tips_of(import_files(paths, tmp_path / "pack", gemeenten=[code]))
    for reference in (COUNTRY, REST, "g4", "g40", "east", gemeente_id(files.codes[0])):
        assert tips[reference].endswith(PUBLISHED), reference
    assert tips[gemeente_id(code)] == SQUARES
