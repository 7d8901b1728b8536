# SPDX-License-Identifier: GPL-2.0-or-later
"""Which views the open data have what they need for."""

from __future__ import annotations

from qgis.core import QgsProject

from leefbaar_plugin.analysis.derived import CHANGE
from leefbaar_plugin.gui.session import Session
from leefbaar_plugin.layers.views import SITUATION
from leefbaar_plugin.pack.importing.importer import import_edition
from leefbaar_plugin.pack.reading.inspection import inspect
from tests.builders import Edition


def session_of(tmp_path, rows) -> Session:
    edition = Edition(tmp_path)
    paths = [edition.grid_csv(rows=rows(edition.grid_rows())), edition.grid_gpkg(), edition.counts_gpkg()]
    made = Session(QgsProject())
    made.open_pack(import_edition(inspect(paths), tmp_path / "pack").folder)
    return made


def test_a_development_takes_two_years(qgis_app, tmp_path):
    one = session_of(tmp_path, lambda rows: [row for row in rows if row[1] == 2024])
    assert one.pack.years == (2024,) and one.can_show(SITUATION) and not one.can_show(CHANGE)
    one.set_kind(CHANGE)
    assert one.kind == SITUATION


def test_two_years_do_and_without_gemeenten_nothing_is_compared_with_them(qgis_app, tmp_path):
    two = session_of(tmp_path, list)
    assert two.can_show(SITUATION) and two.can_show(CHANGE) and not two.can_show("gemeente")
    two.set_kind(CHANGE)
    assert two.kind == CHANGE
