# SPDX-License-Identifier: GPL-2.0-or-later
"""The page in QGIS's Options: stores, takes effect at once, and shows what an administrator fixed."""

from __future__ import annotations

from dataclasses import fields, replace

import pytest
from qgis.core import QgsProject, QgsSettings
from qgis.PyQt.QtWidgets import QComboBox, QLabel

from leefbaar_plugin import settings
from leefbaar_plugin.analysis.glossary import explain, glossary
from leefbaar_plugin.gui.citizens.options import OptionsPage
from leefbaar_plugin.gui.citizens.options_factory import OptionsFactory
from leefbaar_plugin.gui.session import Session
from leefbaar_plugin.layers.styles import load_palette
from leefbaar_plugin.settings import ENVIRONMENT_PREFIX, PREFIX, Settings

OTHER = {
    "data_folder": "/data/leefbaarometer",
    "weight": "households",
    "rule": "centre",
    "fill_rule": "non-zero",
    "persons_per_dwelling": 2.4,
    "dwellings_if_unknown": 3.0,
    "smallest_dwellings": 25.0,
    "smallest_coverage": 40.0,
    "palette": "legend20",
    "csv_style": "international",
    "source_line": "Bron: {edition}",
    "report_folder": "/huisstijl",
}


@pytest.fixture(autouse=True)
def _clean(qgis_app):
    QgsSettings().remove(PREFIX)
    yield
    QgsSettings().remove(PREFIX)


@pytest.fixture
def session(qgis_app):
    made = Session(QgsProject.instance())
    yield made
    made.disconnect_project()


@pytest.fixture
def page(session, qtbot):
    made = OptionsPage(session)
    qtbot.addWidget(made)
    return made


def fill(page, name, value):
    """Change a field as a user does."""
    field = page.fields[name]
    if isinstance(field, QComboBox):
        field.setCurrentIndex(field.findData(value))
    elif hasattr(field, "setFilePath"):
        field.setFilePath(value)
    elif hasattr(field, "setValue"):
        field.setValue(value)
    else:
        field.setText(value)


def test_every_setting_stands_on_the_page(page):
    assert page.fields.keys() == {entry.name for entry in fields(Settings)}


def test_page_shows_what_holds(session, qtbot):
    stored = Settings(**OTHER)
    settings.save(stored)
    made = OptionsPage(session)
    qtbot.addWidget(made)
    assert made.settings() == stored
    assert made.fields["weight"].currentData() == "households"


@pytest.mark.parametrize("name", OTHER)
def test_change_is_stored_and_told_once(page, session, name, qtbot):
    fill(page, name, OTHER[name])
    with qtbot.waitSignal(session.recipe_changed, timeout=1000):
        page.apply()
    assert settings.load() == replace(Settings(), **{name: OTHER[name]})
    with qtbot.assertNotEmitted(session.recipe_changed):
        page.apply()


def test_nothing_changed_stores_nothing(page, session, qtbot):
    with qtbot.assertNotEmitted(session.recipe_changed):
        page.apply()
    assert not any(QgsSettings().contains(PREFIX + entry.name) for entry in fields(Settings))


def test_number_finer_than_the_page_shows_stays(session, qtbot):
    settings.save(replace(Settings(), persons_per_dwelling=2.1234))
    made = OptionsPage(session)
    qtbot.addWidget(made)
    fill(made, "weight", "equal")
    made.apply()
    assert settings.load() == replace(Settings(), persons_per_dwelling=2.1234, weight="equal")


def test_fixed_by_the_administrator(session, qtbot, monkeypatch):
    monkeypatch.setenv(ENVIRONMENT_PREFIX + "WEIGHT", "inhabitants")
    made = OptionsPage(session)
    qtbot.addWidget(made)
    assert not made.fields["weight"].isEnabled() and made.fields["weight"].currentData() == "inhabitants"
    note = made.findChild(QLabel, "LeefbaarometerFixed_weight")
    assert "LEEFBAAROMETER_WEIGHT" in note.text()
    assert made.findChild(QLabel, "LeefbaarometerFixed_rule") is None and made.fields["rule"].isEnabled()
    fill(made, "rule", "centre")
    made.apply()
    assert not QgsSettings().contains(PREFIX + "weight")
    assert settings.load() == replace(Settings(), weight="inhabitants", rule="centre")


def test_terms_and_marks(page):
    texts = {label.buddy().objectName(): label.text() for label in page.findChildren(QLabel) if label.buddy()}
    assert texts["LeefbaarometerOption_persons_per_dwelling"].endswith(" (inferred)")
    assert texts["LeefbaarometerOption_dwellings_if_unknown"].endswith(" (unknown)")
    assert texts["LeefbaarometerOption_palette"].endswith(" (unknown)")
    assert not any("[" in text for text in texts.values())
    assert page.findChild(QLabel, "LeefbaarometerMarks").text() == explain("certainty", "en")
    for name, field in page.fields.items():
        terms = {"smallest_dwellings": "small_numbers", "smallest_inhabitants": "small_area"}
        term = {**terms, "smallest_coverage": "coverage"}.get(name, name)
        assert glossary()[term].text["en"] in field.toolTip()


def test_dutch_page(dutch, session, qtbot):
    made = OptionsPage(session)
    qtbot.addWidget(made)
    assert explain("weight", "nl") in made.fields["weight"].toolTip()


@pytest.mark.parametrize("palette", ["own", "legend20"])
def test_preview_is_painted_in_the_colours(page, palette):
    fill(page, "palette", palette)
    picture = page.preview.grab().toImage()
    colours = load_palette(palette).colours
    seen = [picture.pixelColor(int(box.left()) + 3, 3).name().upper() for box in page.preview.boxes()]
    assert seen == [colour.upper() for colour in colours] and len(seen) == 9
    assert colours[0] in page.preview.accessibleDescription()


def test_settings_reach_the_map_and_the_figures(session, schiedam_folder, qtbot):
    session.project.clear()
    session.open_pack(schiedam_folder)
    page = OptionsPage(session)
    qtbot.addWidget(page)
    measurer = session.measurer
    fill(page, "palette", "legend20")
    fill(page, "weight", "equal")
    page.apply()
    assert session.palette.id == "legend20"
    assert session.measurer is not measurer and session.measurer.recipe.weight == "equal"
    session.project.clear()


def test_factory(session, qtbot):
    factory = OptionsFactory(session)
    made = factory.createWidget(None)
    qtbot.addWidget(made)
    assert factory.title() == "Leefbaarometer" and isinstance(made, OptionsPage)
    assert not factory.icon().isNull()
