# SPDX-License-Identifier: GPL-2.0-or-later
"""Names of files that are handed over: plain, short, the same for all kinds, and never those of what is there."""

from __future__ import annotations

from pathlib import Path

import pytest

from leefbaar_plugin.gui.handover.making import file_names


@pytest.mark.parametrize(
    ("title", "stem"),
    [
        ("Plan Tarwewijk", "plan_tarwewijk_2024"),
        ("Súdwest-Fryslân & co", "sudwest_fryslan_co_2024"),
        ("../../etc/passwd", "etc_passwd_2024"),
        ("", "leefbaarometer_2024"),
        ("  ???  ", "leefbaarometer_2024"),
        ("x" * 500, "x" * 40 + "_2024"),
        ("CON", "con_2024"),
    ],
)
def test_names_are_plain(tmp_path: Path, title: str, stem: str) -> None:
    assert file_names(title, 2024, [".pdf", ".csv"], tmp_path) == [tmp_path / f"{stem}.pdf", tmp_path / f"{stem}.csv"]


def test_what_is_there_stays(tmp_path: Path) -> None:
    (tmp_path / "a_2024.csv").touch()
    assert [one.name for one in file_names("A", 2024, [".pdf", ".csv"], tmp_path)] == ["a_2024_2.pdf", "a_2024_2.csv"]
    assert [one.name for one in file_names("A", 2024, [".pdf"], tmp_path)] == ["a_2024.pdf"]
    (tmp_path / "a_2024_2.pdf").touch()
    assert [one.name for one in file_names("A", 2024, [".csv", ".pdf"], tmp_path)] == ["a_2024_3.csv", "a_2024_3.pdf"]
