# SPDX-License-Identifier: GPL-2.0-or-later
"""No algorithm takes a first year that doesn't lie before its last year, whether it looks at it or not."""

from __future__ import annotations

import pytest
from qgis.core import QgsProcessingException

from .conftest import areas_layer
from .test_algorithms_relate import table  # noqa: F401  fixture

AREA = "POLYGON((86000 436000, 86900 436000, 86900 436900, 86000 436900, 86000 436000))"
HERE = "TEMPORARY_OUTPUT"
PERIODS = {
    # algorithm: the parameters of the first and the last year, and what else is asked
    "development": [("SINCE", "UNTIL", {"AREAS": AREA})],
    "transitions": [("SINCE", "UNTIL", {"OWN": "Schiedam"})],
    "reported": [("SINCE", "YEAR", {"AREAS": AREA, "FIGURE": number}) for number in (0, 1, 5, 9)],
    "findsignals": [
        ("SINCE", "YEAR", {"RULE_ID": "stijgers"}),
        ("SINCE", "YEAR", {"RULE_ID": "ongunstige_buurt"}),
        ("AGAINST", "YEAR", {"RULE_ID": "ongunstige_buurt", "SUMMARY": HERE}),
    ],
    "clusters": [("SINCE", "YEAR", {"CONDITION": 2})],
    "relate": [("SINCE", "YEAR", {"TABLE": "table", "VALUE_FIELD": "aandeel"})],
}
FIRST = {"SINCE", "AGAINST"}
RUNS = [(name, *one) for name, runs in PERIODS.items() for one in runs]


def test_every_algorithm_with_a_first_year_is_here(provider):
    found = {
        (one.name(), parameter.name())
        for one in provider.algorithms()
        for parameter in one.parameterDefinitions()
        if parameter.name() in FIRST
    }
    assert found == {(name, first) for name, first, *_rest in RUNS}


@pytest.mark.parametrize(("name", "first", "last", "more"), RUNS)
def test_a_first_year_that_lies_after_the_last_is_refused(run, schiedam_folder, table, name, first, last, more):  # noqa: F811
    def ask(since, until):
        given = {key: areas_layer(AREA) if key == "AREAS" else value for key, value in more.items()}
        given |= {"TABLE": table} if "TABLE" in given else {}
        if name == "reported" and given["FIGURE"] == 5:  # of groups
            del given["AREAS"]
            given["OWN"] = "Schiedam"
        return run(name, PACK=schiedam_folder, OUTPUT=HERE, **given, **{first: since, last: until})

    for since, until in ((2024, 2014), (2014, 2014)):
        with pytest.raises(QgsProcessingException, match=r"has to lie before 2014|lies after the last|are both 2014"):
            ask(since, until)
    assert ask(2014, 2024)["OUTPUT"] is not None
