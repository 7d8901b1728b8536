# SPDX-License-Identifier: GPL-2.0-or-later
"""What the table of figures puts on the clipboard."""

from __future__ import annotations

import pytest

from leefbaar_plugin.gui.widgets.figure_model import FigureColumn, FigureModel

pytestmark = pytest.mark.usefixtures("dutch_numbers")


def test_a_copy_has_titles_in_full_shares_in_percent_and_more_decimals(qgis_app):
    model = FigureModel()
    model.show_columns(
        (
            FigureColumn("Name", "Name of the area", "", "text", ["West\nside", "East"]),
            FigureColumn("S", "Score 2024", "", "score", [4.0567891, None]),
            FigureColumn("≤4", "Part in classes 1 to 4", "", "share", [0.12345, float("nan")]),
            FigureColumn("N", "Dwellings", "", "count", [12345.6, 0.0]),
            FigureColumn("Cl.", "Class", "", "class", [2, None], ("#000000",) * 2, ("very bad", "bad")),
        )
    )
    assert model.table_text() == (
        "Name of the area\tScore 2024\tPart in classes 1 to 4 (%)\tDwellings\tClass\n"
        "West side\t4,0568\t12,3\t12346\tbad\n"
        "East\t\t\t0\t\n"
    )
