# SPDX-License-Identifier: GPL-2.0-or-later
"""The sentences of one area's change, word for word: rose, fell or stayed, by a theme, with and without shares."""

from __future__ import annotations

from dataclasses import replace
from types import SimpleNamespace

import numpy as np
import pytest

from leefbaar_plugin.analysis.change.change_view import OneChange, ThemeChange
from leefbaar_plugin.analysis.marks import Marks
from leefbaar_plugin.pack.files.resources import load_model
from leefbaar_plugin.words.change import change_sentences, list_sentences

NB, MINUS = "\u00a0", "\u2212"
CHANGE = OneChange(
    name="Plan",
    since=2014,
    until=2024,
    before=4.0,
    after=4.25,
    after_class=8,
    total=0.25,
    contributions={"fys": 0.05, "onv": 0.2, "soc": 0.0, "vrz": 0.0, "won": 0.0},
    reference=0.0,
    change_class=8,
    own_class=True,
    explains="onv",
    worse=0.1,
    same=0.3,
    better=0.6,
    squares=12,
    weight_sum=400.0,
    weight="dwellings",
    published=False,
)
THEME = ThemeChange("onv", -0.25, 2, True, 0.5, 0.25, 0.25)
SHARES = (
    f"Of the dwellings, 60.0{NB}% is in squares that got better, 30.0{NB}% in squares that stayed the same and "
    f"10.0{NB}% in squares that got worse."
)
OF_THEME = (
    f"Of the dwellings, 25.0{NB}% is in squares that got better, 25.0{NB}% in squares that stayed the same and "
    f"50.0{NB}% in squares that got worse."
)


@pytest.fixture
def told(qgis_app):
    model = load_model("lbm3")
    return lambda one, theme=None, smallest=10.0: change_sentences(model, one, smallest, theme)


def test_of_the_total(told):
    first, explained, shares = told(CHANGE)
    assert first.startswith("Between 2014 and 2024 the score of Plan rose from 4.00 to 4.25 (+0.25): class 8, ")
    assert "contributed most to that (+0.20)" in explained and shares == SHARES
    fell = replace(CHANGE, total=-0.25, before=4.25, after=4.0, change_class=2)
    assert told(fell)[0].startswith(
        f"Between 2014 and 2024 the score of Plan fell from 4.25 to 4.00 ({MINUS}0.25): class 2, "
    )
    stayed = replace(CHANGE, total=0.0, after=4.0, change_class=5, explains="")
    assert told(stayed)[0].startswith(
        "Between 2014 and 2024 the score of Plan stayed about the same: from 4.00 to 4.00"
    )
    assert len(told(stayed)) == 2 and told(replace(CHANGE, total=None)) == [
        "Plan has no score in both 2014 and 2024, so its change isn't known."
    ]


def test_of_a_theme_its_own_shares_are_told_and_those_of_the_total_are_not(told):
    first, shares, total, explained = told(CHANGE, THEME)
    assert first.startswith("Between 2014 and 2024 “") and f"of Plan went down ({MINUS}0.25): class 2, " in first
    assert shares == OF_THEME and "the score of Plan rose" in total and "contributed most" in explained
    assert SHARES not in told(CHANGE, THEME)
    without = replace(THEME, worse=None, same=None, better=None)
    assert told(CHANGE, without) == [first, total, explained]
    up = replace(THEME, value=0.25, change_class=8)
    assert "of Plan went up (+0.25): class 8, " in told(CHANGE, up)[0]
    assert "stayed about the same" in told(CHANGE, replace(THEME, value=0.0, change_class=5))[0]


def test_few_dwellings_from_both_sides(told):
    few = "These are few dwellings (9.9), so read the figures with care."
    assert told(replace(CHANGE, weight_sum=9.9))[-1] == few
    assert "few" not in told(replace(CHANGE, weight_sum=10.0))[-1]


def test_without_dimensions_it_says_so(told):
    bare = replace(CHANGE, explains="", contributions=dict.fromkeys(CHANGE.contributions))
    assert told(bare)[1] == "Without dimensions in both years it can't be told which of them contributed."


def told_of(totals, inhabitants=None, left_out=()):
    """The sentences on areas a, b, c ... with these changes of the total."""
    model, count = load_model("lbm3"), len(totals)
    themes = np.full((count, 1 + len(model.dimensions)), np.nan)
    themes[:, 0] = totals
    classes = model.development_classification.classify(themes)
    found = SimpleNamespace(change=SimpleNamespace(themes=themes), classes=classes)
    none = np.zeros(count, bool)
    marks = Marks(none, none, np.full(count, np.nan) if inhabitants is None else np.array(inhabitants), True)
    changes = SimpleNamespace(found=found, left_out=left_out)
    names = tuple("abcdef"[:count])
    return list_sentences(
        SimpleNamespace(model=model, since=2014, until=2024, names=names, changes=changes, marks=marks), 100.0
    )


@pytest.mark.parametrize(
    ("totals", "directions", "most"),
    [
        ([0.2, -0.3, 0.0], (1, 1, 1), f"a went up most (+0.20); b went down most ({MINUS}0.30)."),
        ([0.2, 0.3, 0.1], (3, 0, 0), "b went up most (+0.30), c least (+0.10)."),
        ([0.2, 0.0, np.nan], (1, 1, 0), "a went up most (+0.20), b least (0.00)."),
        ([-0.2, -0.1, -0.3], (0, 0, 3), f"c went down most ({MINUS}0.30), b least ({MINUS}0.10)."),
        ([-0.2, 0.0], (0, 1, 1), f"a went down most ({MINUS}0.20), b least (0.00)."),
    ],
)
def test_which_went_up_and_down_most(qgis_app, totals, directions, most):
    better, same, worse = directions
    counted, said = told_of(totals)
    assert counted == (
        f"Of {better + same + worse} areas with a score in 2014 and 2024, {better} got better, {same} stayed the same "
        f"and {worse} got worse."
    )
    assert said == most


def test_lists_of_one_and_of_none(qgis_app):
    assert told_of([np.nan, np.nan]) == ["No area has a score in both 2014 and 2024."]
    (alone,) = told_of([0.2])
    assert alone.startswith("Of 1 area") and "most" not in alone


def test_few_inhabitants_from_both_sides(qgis_app):
    sentence = told_of([0.2, 0.3, 0.1], [99.0, 100.0, np.nan])[-1]
    assert sentence.endswith("Areas with fewer than 100 inhabitants: 1.")
    assert len(told_of([0.2, 0.3], [100.0, 101.0])) == 2
