# SPDX-License-Identifier: GPL-2.0-or-later
"""Sentences of errors without an interface: English, with English names."""

from __future__ import annotations

import json

import pytest

from leefbaar_plugin.engine.errors import InputError
from leefbaar_plugin.translation import translated_error


def test_names_by_language():
    error = InputError("Rule “{rule}” needs {times}.", rule={"en": "weak", "nl": "zwak"}, times=3)
    assert str(error) == "Rule “weak” needs 3."


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        ({}, "{}"),
        ({"nl": "zwak"}, "{'nl': 'zwak'}"),
        ({"en": 3}, "{'en': 3}"),
        (["{rule}"], "['{rule}']"),
        ("a\ud800b.csv", "a?b.csv"),
        ("x" * 5000, "x" * 200 + " … " + "x" * 200),
    ],
)
def test_any_value_has_a_sentence(value, shown):
    """What a file holds where a text was expected, and names of files that are no text."""
    error = InputError("“{rule}” is wrong.", rule=value)
    assert str(error) == f"“{shown}” is wrong." and translated_error(error) == str(error)
    assert json.loads(json.dumps(error.entry()))["values"]["rule"] == shown
    str(error).encode()
