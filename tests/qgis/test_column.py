# SPDX-License-Identifier: GPL-2.0-or-later
"""A column of a table: how a value of each kind stands in a cell and in a copy, and what its head says."""

from __future__ import annotations

import pytest
from qgis.PyQt.QtCore import Qt

from leefbaar_plugin.gui.widgets.column import (
    CLASS,
    COUNT,
    SCORE,
    SHARE,
    SIGNED,
    SIGNED_COUNT,
    TEXT,
    Column,
    alignment,
    copied,
    copied_heads,
    head,
    written,
)

NO_BREAK, MINUS = "\u00a0", "\u2212"


pytestmark = pytest.mark.usefixtures("dutch_numbers")


@pytest.mark.parametrize(
    ("value", "kind", "cell", "copy"),
    [
        ("West  of\nthe canal", TEXT, "West  of\nthe canal", "West of the canal"),
        (4.0567891, SCORE, "4,06", "4,0568"),
        (-0.0567891, SIGNED, f"{MINUS}0,06", "-0,0568"),
        (0.0567891, SIGNED, "+0,06", "0,0568"),
        (0.12345, SHARE, f"12,3{NO_BREAK}%", "12,3"),
        (1.0, SHARE, f"100,0{NO_BREAK}%", "100,0"),
        (12345.6, COUNT, "12.346", "12346"),
        (-12345.6, SIGNED_COUNT, f"{MINUS}12.346", "-12346"),
        (12.0, SIGNED_COUNT, "+12", "12"),
        (7, CLASS, "7", "7"),
        *((nothing, kind, "–", "") for nothing in (None, float("nan"), "") for kind in (TEXT, SCORE, SHARE, CLASS)),
    ],
)
def test_a_value_in_a_cell_and_in_a_copy(value, kind, cell, copy):
    assert written(value, kind) == cell and copied(value, kind) == copy


def test_heads():
    columns = [Column("Short", "In full", "What it <means>", kind) for kind in (TEXT, SHARE, COUNT)]
    assert copied_heads(columns) == "In full\tIn full (%)\tIn full"
    assert head(columns[0], Qt.ItemDataRole.DisplayRole) == "Short"
    assert head(columns[0], Qt.ItemDataRole.AccessibleTextRole) == "What it <means>"
    assert "What it &lt;means&gt;" in head(columns[0], Qt.ItemDataRole.ToolTipRole)
    assert head(columns[0], Qt.ItemDataRole.DecorationRole) is None


@pytest.mark.parametrize("kind", [TEXT, CLASS, SCORE, SIGNED, SHARE, COUNT, SIGNED_COUNT])
def test_numbers_end_at_the_right(kind):
    side = Qt.AlignmentFlag.AlignLeft if kind in (TEXT, CLASS) else Qt.AlignmentFlag.AlignRight
    assert alignment(kind) == int(side | Qt.AlignmentFlag.AlignVCenter)
