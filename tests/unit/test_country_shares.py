# SPDX-License-Identifier: GPL-2.0-or-later
"""The rule "a dimension counts against" compares with the country in a pack of one gemeente too: against pandas."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from leefbaar_plugin.analysis.measure import Measurer
from leefbaar_plugin.analysis.signals.finder import SignalFinder
from leefbaar_plugin.analysis.signals.rule_set import load_rule, with_parameters
from leefbaar_plugin.analysis.signals.shares import CountryShares
from leefbaar_plugin.engine.signals.square_conditions import SquareCondition
from tests.unit.small_country import expected

pytest_plugins = ("tests.unit.small_country",)

YEAR = 2024
BOUNDS = (-0.235179, -0.156786, -0.078393, -0.0391965)
"""Of classes 1 to 4 of a dimension."""


def share_of(files, squares, codes, dimension, highest):
    """Share of the dwellings in squares of at most this class of a dimension, by pandas."""
    frame = expected(files, squares, codes, YEAR, dimension)
    return frame.loc[frame["value"] < BOUNDS[highest - 1], "weight"].sum() / frame["weight"].sum()


def against(pack, dimension, highest):
    rule = with_parameters(load_rule("dimensie_tegen"), {"dimension": dimension, "highest": highest})
    return SignalFinder(Measurer(pack)).find(rule, "buurt", YEAR)


@pytest.mark.parametrize(("dimension", "highest"), [("won", 4), ("onv", 4), ("fys", 4)])
def test_a_part_compares_as_the_whole_does(files, country, squares, part, whole, dimension, highest):
    one, all_ = (against(pack, dimension, highest) for pack in (part, whole))
    place = {code: at for at, code in enumerate(all_.areas.code)}
    own = [at for at, code in enumerate(one.areas.code) if code[2:6] == files.codes[4][2:6]]
    same = [place[one.areas.code[at]] for at in own]
    for name in ("share", "times_pack"):
        got, wanted = one.judgement.values[name][own], all_.judgement.values[name][same]
        np.testing.assert_allclose(got, wanted, rtol=2e-3, atol=1e-9, equal_nan=True)
    everywhere = share_of(files, squares, None, dimension, highest)
    of_part = share_of(files, squares, [files.codes[4]], dimension, highest)
    assert everywhere > 0 and abs(of_part / everywhere - 1) > 0.02, "else the test shows nothing"
    for found in (one, all_):
        (said,) = [note for note in found.notes if note.id.startswith("share_of")]
        shown = f"{100 * everywhere:.2f}"
        assert said.text("en") == (
            f"The share that areas are compared with is that of the Netherlands in {YEAR}: {shown} % of the dwellings."
        )
        assert f"in {YEAR}: {shown.replace('.', ',')} % van de woningen" in said.text("nl")


def test_what_the_country_is_asked(files, squares, part, whole):
    shares = CountryShares(part, YEAR)
    condition = SquareCondition("dimension", {"dimension": "won", "highest": 4})
    assert shares.of(condition, "dwellings") == pytest.approx(share_of(files, squares, None, "won", 4), abs=2e-5)
    frame = expected(files, squares, None, YEAR, "lbm")
    total = frame["value"] + 4.10226485114369
    low = frame.loc[(total >= 3.8208) & (total < 3.9993), "weight"].sum() / frame["weight"].sum()
    by_class = SquareCondition("class", {"lowest": 4, "highest": 5})
    assert shares.of(by_class, "dwellings") == pytest.approx(low, abs=2e-5)
    assert shares.of(condition, "households") is None, "kept by dwellings"
    assert shares.of(SquareCondition("change_class", {"lowest": 1, "highest": 4}), "dwellings") is None
    assert CountryShares(whole, YEAR).of(condition, "dwellings") is None, "it measures itself"
    assert CountryShares(part, 2002).of(condition, "dwellings") is None, "no dimensions in that year"
    nothing = replace(part, info={**part.info, "files": [one for one in part.info["files"] if "references" not in one]})
    assert CountryShares(nothing, YEAR).of(condition, "dwellings") is None
    found = against(nothing, "won", 4)
    (said,) = [note for note in found.notes if note.id.startswith("share_of")]
    assert "of this data pack" in said.text("en") and "niet heel Nederland" in said.text("nl")
