# SPDX-License-Identifier: GPL-2.0-or-later
"""The table of figures under Qt 6: cells, order and what is copied."""

from __future__ import annotations

import pytest
from qgis.PyQt.QtCore import QLocale, Qt
from qgis.PyQt.QtWidgets import QApplication

from leefbaar_plugin.gui.widgets.column import CLASS, COUNT, SIGNED, TEXT
from leefbaar_plugin.gui.widgets.figure_model import FigureColumn
from leefbaar_plugin.gui.widgets.figure_table import FigureTable

COLUMNS = (
    FigureColumn("Area", "Name of the area", "", TEXT, ["Zuid", "Noord", "Oost"]),
    FigureColumn("Change", "Change of the score", "", SIGNED, [0.126, None, -0.5]),
    FigureColumn("Dwellings", "Dwellings", "", COUNT, [1200, 80, 15]),
    FigureColumn("Class", "Class", "", CLASS, [7, None, 2], colours=["#aa0000"] * 9, names=list("abcdefghi")),
)


@pytest.fixture
def table(qtbot):
    before = QLocale()
    QLocale.setDefault(QLocale("en_GB"))
    made = FigureTable("figures", "Figures")
    qtbot.addWidget(made)
    made.show_columns(COLUMNS)
    yield made
    QLocale.setDefault(before)


def cells(table, column):
    model = table.view.model()
    return [model.index(row, column).data() for row in range(model.rowCount())]


def test_cells(table):
    assert cells(table, 0) == ["Zuid", "Noord", "Oost"]
    assert cells(table, 1)[::2] == ["+0.13", "\u22120.50"] and cells(table, 2) == ["1,200", "80", "15"]


def test_no_value_comes_last_both_ways(table):
    for order, names in (
        (Qt.SortOrder.AscendingOrder, "Oost Zuid Noord"),
        (Qt.SortOrder.DescendingOrder, "Zuid Oost Noord"),
    ):
        table.view.sortByColumn(1, order)
        assert cells(table, 0) == names.split()


def test_copy(table, qtbot):
    table.show()
    table.copy()
    copied = QApplication.clipboard().text().splitlines()
    assert copied[0].split("\t")[:3] == ["Name of the area", "Change of the score", "Dwellings"]
    assert [line.split("\t")[0] for line in copied[1:4]] == ["Zuid", "Noord", "Oost"]
