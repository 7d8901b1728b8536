# SPDX-License-Identifier: GPL-2.0-or-later
"""Gemeenten by the names that people call them by."""

from __future__ import annotations

import pytest

from leefbaar_plugin.analysis.groups import area_groups

NAMES = {"GM0518": "'s-Gravenhage", "GM0796": "'s-Hertogenbosch", "GM0606": "Schiedam"}


@pytest.mark.parametrize(
    ("written", "codes"),
    [
        ("Den Haag", ("GM0518",)),
        ("den bosch; Schiedam", ("GM0796", "GM0606")),
        ("'s-Gravenhage; gm0796", ("GM0518", "GM0796")),
    ],
)
def test_cities_with_two_names(monkeypatch, written, codes):
    monkeypatch.setattr(area_groups, "gemeenten_of", lambda _pack: NAMES)
    (group,) = area_groups.own_groups(None, f"Zuid: {written}")
    assert (group.id, group.codes) == ("Zuid", codes)
