# SPDX-License-Identifier: GPL-2.0-or-later
"""The stand-in without a library, also without a desktop; tests/package/test_load.py has it in the real QGIS."""

from __future__ import annotations

import pytest

from leefbaar_plugin.unavailable import UnavailablePlugin


@pytest.mark.parametrize(
    ("missing", "sentence"),
    [
        ("pandas", "needs the Python library pandas"),
        ("leefbaar_plugin.data.pack", "is incomplete: leefbaar_plugin.data.pack is missing"),
    ],
)
def test_says_what_is_missing(missing, sentence):
    stub = UnavailablePlugin(None, ImportError("gone", name=missing))
    assert sentence in stub.explanation() and f"missing: {missing} " in stub.diagnostics()


def test_unloads_without_desktop():
    stub = UnavailablePlugin(None, ImportError("gone", name="pandas"))
    stub.initProcessing()
    stub.unload()
