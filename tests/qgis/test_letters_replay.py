# SPDX-License-Identifier: GPL-2.0-or-later
"""Every figure of section 7 of the domain file, made by one command on a small generated country and by pandas.

`python -m tests.letters` does the same on a larger one and writes tests/letters/LETTERS.md.
"""

from __future__ import annotations

import pytest

from leefbaar_plugin.analysis.signals.letters import load_letters
from tests.benchmarks.national import generate
from tests.letters.__main__ import PAGE, codes, replay
from tests.letters.page import row
from tests.letters.running import Runner


@pytest.fixture(scope="module")
def outcomes(provider, tmp_path_factory):
    folder = tmp_path_factory.mktemp("letters")
    files = generate(folder / "files", 6000, 5, buurten=1600, gemeenten=codes(), areas=50)
    return replay(Runner(), files, folder / "pack", folder)


def test_every_figure_is_what_pandas_makes_of_it(outcomes):
    assert [row(one) for one in outcomes if not one.same] == []
    assert len(outcomes) == 33 and all(one.made for one in outcomes)


def test_no_figure_of_section_7_is_left_out(outcomes):
    assert list(dict.fromkeys(one.figure.number for one in outcomes)) == [str(number) for number in range(1, 16)]
    assert {letter for one in outcomes for letter in one.figure.letters} == set(load_letters())


def test_something_is_there_to_compare(outcomes):
    """A rule that finds nothing on either side would be the same as one that finds nothing at all."""
    by_what = {one.figure.what: one.made for one in outcomes}
    assert by_what["structureel onder druk, 2024"]["households_1_4"] > 0
    assert by_what["ongunstige buurt"]["areas"] > 0 and by_what["early warning"]["areas"] > 0
    assert by_what["change with change"]["N"] > 500


def test_the_page_has_every_figure_with_its_command(outcomes):
    page = PAGE.read_text("utf-8")
    assert "Official data needed" in page
    for one in outcomes:
        line = row(one)
        assert line[line.index("`qgis_process") :] in page and f"| {one.figure.what} |" in page
        assert f"| {one.figure.published} |" in page
