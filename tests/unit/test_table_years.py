# SPDX-License-Identifier: GPL-2.0-or-later
"""A long table, with a row per area and year: which year counts is asked, never guessed."""

from __future__ import annotations

import numpy as np
import pytest

from leefbaar_plugin.analysis.relations.joined_table import DUPLICATE, OF_YEAR, join, years_of
from leefbaar_plugin.analysis.relations.table_years import year_of
from leefbaar_plugin.engine.errors import InputError
from leefbaar_plugin.pack.tables.user_table import table_of

CODES = ["BU03630000", "BU03630001"]


def long_table(years, name="jaar"):
    cells = [(code, year, 10.0 * at + place) for at, year in enumerate(years) for place, code in enumerate(CODES)]
    codes, when, values = (list(column) for column in zip(*cells, strict=True))
    return table_of("t", {"buurtcode": codes, name: when, "x": values})


@pytest.mark.parametrize(
    ("years", "name"),
    [
        ([2020, 2022], "jaar"),
        (["2020", "2022"], "Periode"),
        (["2020JJ00", "2022JJ00"], "Perioden"),
        (["2020-12-31", "2022-12-31"], "peildatum"),
        ([2020.0, 2022.0], "van wanneer"),
    ],
)
def test_the_year_is_asked(years, name):
    table = long_table(years, name)
    assert years_of(table, "buurtcode", "buurt") == (2020, 2022)
    with pytest.raises(InputError, match=f"several years per area, in column {name}: 2020, 2022"):
        join(table, "buurtcode", "buurt", CODES, "x")
    with pytest.raises(InputError, match="2020, 2022"):
        join(table, "buurtcode", "buurt", CODES, "x", 2021)
    for year, wanted in ((2020, [0.0, 1.0]), (2022, [10.0, 11.0])):
        joined = join(table, "buurtcode", "buurt", CODES, "x", year)
        assert joined.numbers("x")[0].tolist() == wanted
        kinds = {note.kind: note.values for note in joined.notes}
        assert kinds[OF_YEAR] == {"year": year, "count": 2} and DUPLICATE not in kinds


def test_an_area_without_that_year_has_no_figure():
    table = table_of("t", {"code": [CODES[0], CODES[0], CODES[1]], "jaar": [2020, 2022, 2020], "x": [1.0, 2.0, 3.0]})
    values, _ = join(table, "code", "buurt", CODES, "x", 2022).numbers("x")
    assert values[0] == 2.0 and np.isnan(values[1])


def test_a_table_of_one_year_asks_nothing():
    table = long_table([2020])
    assert years_of(table, "buurtcode", "buurt") == ()
    assert join(table, "buurtcode", "buurt", CODES, "x").row.tolist() == [0, 1]
    with pytest.raises(InputError, match="doesn't hold several years"):
        join(table, "buurtcode", "buurt", CODES, "x", 2020)
    twice = table_of("t", {"code": [CODES[0], CODES[0]], "jaar": [2020, 2020], "x": [1.0, 2.0]})
    assert any(note.kind == DUPLICATE for note in join(twice, "code", "buurt", CODES, "x").notes)


def test_figures_are_no_years():
    """A column of figures such as dwellings isn't taken for years when some aren't."""
    table = table_of("t", {"code": [CODES[0], CODES[0], CODES[1]], "x": [1990.0, 2005.0, 350.0]})
    assert years_of(table, "code", "buurt") == ()
    assert [year_of(cell) for cell in ("2020", "20201", "1850", 2020.5, None, "jaar 2020", "2020MM01")] == [
        2020,
        0,
        0,
        0,
        0,
        0,
        2020,
    ]
