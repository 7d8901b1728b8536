# SPDX-License-Identifier: GPL-2.0-or-later
"""What the report on a table says of its four quadrants, against numbers counted by hand."""

from __future__ import annotations

from types import SimpleNamespace

import numpy as np
import pytest

from leefbaar_plugin.engine.relations.cross_table import BOUND, MEDIAN, cross, cut_of
from leefbaar_plugin.words.relation import cross_table_words

SCORE = np.array([3.5, 3.9, 4.0, 4.1, 4.3, 4.4, 4.6, 4.9])
VALUE = np.array([10.0, 30.0, 20.0, 40.0, 50.0, 25.0, 60.0, 80.0])


@pytest.fixture
def lines(qgis_app):
    """The sentences on these eight areas: scores low below 4.0, values low up to the median of 35."""

    def of(weight):
        table = cross(SCORE, VALUE, weight, cut_of(SCORE, BOUND, 4.0), cut_of(VALUE, MEDIAN))
        relation = SimpleNamespace(table=table, used=np.ones(len(VALUE), bool))
        return cross_table_words(
            SimpleNamespace(relation=relation, value=VALUE, choice=SimpleNamespace(value_column="rent"))
        )

    return of


def test_every_area_once(lines):
    # two low scores, both with a low value; of six high ones two
    assert lines(None) == [
        "Score low: below 4.00; rent low: at most the median 35.0.",
        "low score, low value: 2 areas, 25.0 % (without any association 12.5 %).",
        "low score, high value: 0 areas, 0.0 % (without any association 12.5 %).",
        "high score, low value: 2 areas, 25.0 % (without any association 37.5 %).",
        "high score, high value: 4 areas, 50.0 % (without any association 37.5 %).",
    ]


def test_by_dwellings(lines):
    weight = np.array([100.0, 100.0, 50.0, 200.0, 100.0, 50.0, 200.0, 200.0])  # 200, 0, 100, 700 of 1,000
    assert [line.partition("areas, ")[2] for line in lines(weight)[1:]] == [
        "20.0 % (without any association 6.0 %).",
        "0.0 % (without any association 14.0 %).",
        "10.0 % (without any association 24.0 %).",
        "70.0 % (without any association 56.0 %).",
    ]


def test_without_a_table(qgis_app):
    assert cross_table_words(SimpleNamespace(relation=SimpleNamespace(table=None))) == []
