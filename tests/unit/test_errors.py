# SPDX-License-Identifier: GPL-2.0-or-later
"""Sentences of errors without an interface: English, with English names."""

from __future__ import annotations

from leefbaar_plugin.engine.errors import InputError


def test_names_by_language():
    error = InputError("Rule “{rule}” needs {times}.", rule={"en": "weak", "nl": "zwak"}, times=3)
    assert str(error) == "Rule “weak” needs 3."
