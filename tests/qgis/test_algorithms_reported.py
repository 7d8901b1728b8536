# SPDX-License-Identifier: GPL-2.0-or-later
"""`leefbaarometer:reported`: every figure of the letters as the data room gives it, and which letter it follows."""

from __future__ import annotations

import pytest
from qgis.core import QgsProcessingException

from leefbaar_plugin.analysis.groups.area_groups import own_groups
from leefbaar_plugin.analysis.groups.group_figures import cover_areas, cover_groups
from leefbaar_plugin.analysis.measure import Measurer
from leefbaar_plugin.analysis.reported.question import ReportedQuestion, all_squares, reported_columns
from leefbaar_plugin.analysis.signals.letters import load_reported

from .conftest import Recorder, areas_layer, rows

REPORTED_AREA = "POLYGON((86000 436000, 88000 436000, 88000 438000, 86000 438000, 86000 436000))"


@pytest.mark.parametrize("number", range(10))
def test_figures_of_the_letters(run, schiedam, schiedam_folder, number):
    figure = list(load_reported())[number]
    layer, given = areas_layer(REPORTED_AREA), {"PACK": schiedam_folder, "FIGURE": number, "OUTPUT": "TEMPORARY_OUTPUT"}
    recorder = Recorder()
    if figure == "groups":
        made = run("reported", recorder, OWN="Schiedam", SINCE=2014, **given)["OUTPUT"]
        covered = cover_groups(Measurer(schiedam), own_groups(schiedam, "Schiedam"))
    else:
        more = {"SINCE": 2014} if figure == "themes" else {}
        made = run("reported", recorder, AREAS=layer, GROUP_FIELD="name", **more, **given)["OUTPUT"]
        wkb = [bytes(feature.geometry().asWkb()) for feature in layer.getFeatures()]
        covered = cover_areas(Measurer(schiedam), wkb, ["a1"])
    expected = reported_columns(covered, ReportedQuestion(figure, 2014, 2024), "en")
    got = rows(made)
    assert list(got[0]) == list(expected)
    for name, values in expected.items():
        assert [row[name] for row in got] == values, name
    assert any("letter" in text and load_reported()[figure].text["en"] in text for text in recorder.infos)


@pytest.mark.parametrize("number", range(10))
def test_a_year_since_that_cannot_be_is_refused_by_every_figure(run, schiedam_folder, number):
    given = {"PACK": schiedam_folder, "FIGURE": number, "OUTPUT": "TEMPORARY_OUTPUT"}
    for since in (2013, 2024):
        with pytest.raises(QgsProcessingException, match=str(since)):
            run("reported", OWN="Schiedam", SINCE=since, **given)


def test_without_areas_the_figures_are_of_all_squares(run, schiedam, schiedam_folder):
    given = {"PACK": schiedam_folder, "OUTPUT": "TEMPORARY_OUTPUT"}
    made = rows(run("reported", FIGURE=1, **given)["OUTPUT"])
    expected = reported_columns(all_squares(Measurer(schiedam)), ReportedQuestion("sums", 2014, 2024), "en")
    assert [row["dwellings_1_4"] for row in made] == expected["dwellings_1_4"]
    assert {row["group_name"] for row in made} == {"all squares of the data pack"}
    highest = [rows(run("reported", FIGURE=4, HIGHEST=one, **given)["OUTPUT"])[4]["share"] for one in (3, 5)]
    assert highest[0] < highest[1] < 1
