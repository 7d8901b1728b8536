# SPDX-License-Identifier: GPL-2.0-or-later
"""Settings: default, QGIS settings, environment, in rising order; what can't be read is passed over."""

from __future__ import annotations

from dataclasses import fields, replace
from pathlib import Path

import pytest
from qgis.core import QgsSettings

from leefbaar_plugin import settings
from leefbaar_plugin.settings import ENVIRONMENT_PREFIX, PREFIX, Settings

VALUES = {
    "data_folder": "/data/leefbaarometer",
    "weight": "households",
    "rule": "centre",
    "fill_rule": "non-zero",
    "persons_per_dwelling": 2.4,
    "dwellings_if_unknown": 3.0,
    "smallest_dwellings": 25.0,
    "smallest_coverage": 40.0,
    "smallest_inhabitants": 150.0,
    "palette": "lbm2",
    "csv_style": "international",
    "source_line": "Bron: {edition}",
    "report_folder": "/huisstijl",
}
NUMBERS = [
    "persons_per_dwelling",
    "dwellings_if_unknown",
    "smallest_dwellings",
    "smallest_coverage",
    "smallest_inhabitants",
]


@pytest.fixture(autouse=True)
def _clean(qgis_app):
    QgsSettings().remove(PREFIX)
    yield
    QgsSettings().remove(PREFIX)


def test_every_setting_has_a_test_value():
    assert set(VALUES) == {entry.name for entry in fields(Settings)}


def test_defaults():
    assert settings.load() == Settings()
    assert Settings().weight == "dwellings" and Settings().rule == "share" and Settings().fill_rule == "even-odd"
    assert Settings().imputation.persons_per_dwelling == 2.1 and Settings().smallest_dwellings == 10
    assert Settings().smallest_inhabitants == 100


@pytest.mark.parametrize("name", VALUES)
def test_stored_setting(name):
    settings.save(replace(Settings(), **{name: VALUES[name]}))
    assert QgsSettings().contains(PREFIX + name)
    assert settings.load() == replace(Settings(), **{name: VALUES[name]})


@pytest.mark.parametrize("name", VALUES)
def test_environment_goes_before(name, monkeypatch):
    other = {"palette": "other"}.get(name, getattr(Settings(), name))
    QgsSettings().setValue(PREFIX + name, other)
    monkeypatch.setenv(ENVIRONMENT_PREFIX + name.upper(), str(VALUES[name]))
    assert getattr(settings.load(), name) == VALUES[name]
    assert settings.is_fixed(name) and not any(settings.is_fixed(one) for one in VALUES if one != name)


def test_default_is_removed_from_the_store():
    settings.save(Settings(**VALUES))
    assert settings.load() == Settings(**VALUES)
    settings.save(Settings())
    assert not any(QgsSettings().contains(PREFIX + name) for name in VALUES)
    assert settings.load() == Settings()


def test_fixed_setting_isnt_stored(monkeypatch):
    monkeypatch.setenv(ENVIRONMENT_PREFIX + "WEIGHT", "inhabitants")
    settings.save(replace(Settings(), weight="households", rule="centre"))
    assert not QgsSettings().contains(PREFIX + "weight")
    monkeypatch.delenv(ENVIRONMENT_PREFIX + "WEIGHT")
    assert settings.load() == replace(Settings(), rule="centre")


@pytest.mark.parametrize("name", NUMBERS)
@pytest.mark.parametrize("text", ["veel", "", "2,1", "1e999x"])
def test_text_that_is_no_number(name, text, monkeypatch):
    monkeypatch.setenv(ENVIRONMENT_PREFIX + name.upper(), text)
    assert settings.load() == Settings()
    QgsSettings().setValue(PREFIX + name, 5.5)
    assert getattr(settings.load(), name) == 5.5, "a wrong environment value doesn't hide a good stored one"


@pytest.mark.parametrize("name", NUMBERS)
@pytest.mark.parametrize("text", ["nan", "inf", "-1"])
def test_number_that_cant_be(name, text, monkeypatch):
    monkeypatch.setenv(ENVIRONMENT_PREFIX + name.upper(), text)
    assert settings.load() == Settings()


def test_no_household_has_no_people(monkeypatch):
    monkeypatch.setenv(ENVIRONMENT_PREFIX + "PERSONS_PER_DWELLING", "0")
    assert settings.load().persons_per_dwelling == 2.1


@pytest.mark.parametrize("name", ["weight", "rule", "fill_rule", "csv_style"])
@pytest.mark.parametrize("text", ["nonsense", ""])
def test_choice_that_doesnt_exist(name, text, monkeypatch):
    monkeypatch.setenv(ENVIRONMENT_PREFIX + name.upper(), text)
    assert settings.load() == Settings()


def test_folder_is_local_and_not_in_the_profile(monkeypatch, tmp_path):
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    assert Settings().folder == tmp_path / "leefbaarometer"
    monkeypatch.delenv("XDG_DATA_HOME")
    monkeypatch.setenv("HOME", "/home/somebody")
    assert Settings().folder == Path("/home/somebody/.local/share/leefbaarometer")
    assert replace(Settings(), data_folder="~/lbm").folder == Path("/home/somebody/lbm")


def test_folder_on_windows(monkeypatch):
    """Of all places that Qt knows, the one that is %LOCALAPPDATA% there, not %APPDATA%, and no program's own."""
    asked = []

    class Paths(settings.QStandardPaths):
        @staticmethod
        def writableLocation(kind):
            asked.append(kind)
            return "C:/Users/Jan/AppData/Local"

    monkeypatch.setattr(settings, "QStandardPaths", Paths)
    assert Settings().folder == Path("C:/Users/Jan/AppData/Local/leefbaarometer")
    assert asked == [settings.QStandardPaths.StandardLocation.GenericDataLocation]


def profiles(monkeypatch, running, *made):
    """A running profile and folders that are there."""
    for folder in made:
        folder.mkdir(parents=True)
    application = type("Application", (), {"qgisSettingsDirPath": staticmethod(lambda: f"{running}/")})
    monkeypatch.setattr(settings, "QgsApplication", application)


@pytest.mark.parametrize(("now", "then"), [("QGIS4", "QGIS3"), ("QGIS3", "QGIS4"), ("QGIS3", "QGIS3")])
def test_what_lies_in_profiles_is_found(monkeypatch, tmp_path, now, then):
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "local"))
    running, other = tmp_path / "QGIS" / now / "profiles" / "default", tmp_path / "QGIS" / then / "profiles" / "werk"
    profiles(monkeypatch, running, running / "leefbaarometer", other / "leefbaarometer", other.parent / "third")
    assert Settings().folders == [
        tmp_path / "local" / "leefbaarometer",
        running / "leefbaarometer",
        other / "leefbaarometer",
    ]


def test_profiles_in_a_place_of_their_own(monkeypatch, tmp_path):
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "local"))
    running, stranger = tmp_path / "mine" / "profiles" / "default", tmp_path / "QGIS3" / "profiles" / "default"
    profiles(monkeypatch, running, running, stranger / "leefbaarometer", running.parent / "b" / "leefbaarometer")
    assert Settings().folders == [tmp_path / "local" / "leefbaarometer", running.parent / "b" / "leefbaarometer"]


def test_a_chosen_folder_comes_first_and_stands_there_once(monkeypatch, tmp_path):
    running = tmp_path / "QGIS" / "QGIS3" / "profiles" / "default"
    profiles(monkeypatch, running, running / "leefbaarometer")
    chosen = Settings(data_folder=str(running / "leefbaarometer"))
    assert chosen.folders == [running / "leefbaarometer"]
    assert Settings(data_folder="/elsewhere").folders == [Path("/elsewhere"), running / "leefbaarometer"]


def test_profiles_that_cant_be_looked_at_are_passed_over(monkeypatch, tmp_path):
    profiles(monkeypatch, tmp_path / "profiles" / "default", tmp_path / "profiles" / "default" / "leefbaarometer")

    def gone(*_arguments, **_named):
        raise OSError("the network path was not found")

    monkeypatch.setattr(Path, "is_dir", gone)
    assert settings.earlier_folders() == []


def test_settings_reach_the_algorithms(run, schiedam_folder, monkeypatch):
    from .conftest import official, rows

    def weights():
        made = run("aggregateareas", PACK=schiedam_folder, AREAS=official(schiedam_folder), OUTPUT="TEMPORARY_OUTPUT")
        return sum(row["weight_sum"] for row in rows(made["OUTPUT"])), sum(
            row["imputed"] for row in rows(made["OUTPUT"])
        )

    before, imputed = weights()
    assert imputed > 0
    monkeypatch.setenv(ENVIRONMENT_PREFIX + "PERSONS_PER_DWELLING", "1.0")
    monkeypatch.setenv(ENVIRONMENT_PREFIX + "DWELLINGS_IF_UNKNOWN", "50")
    after, still = weights()
    assert after > before and still == imputed


def test_held_settings_are_read_once_and_let_go():
    stored = QgsSettings()
    stored.setValue("leefbaarometer/smallest_dwellings", 7)
    with settings.held():
        assert settings.load().smallest_dwellings == 7
        stored.setValue("leefbaarometer/smallest_dwellings", 9)
        with settings.held():
            assert settings.load().smallest_dwellings == 7
        assert settings.load().smallest_dwellings == 7
    assert settings.load().smallest_dwellings == 9
    with pytest.raises(ZeroDivisionError), settings.held():
        raise ZeroDivisionError
    stored.setValue("leefbaarometer/smallest_dwellings", 11)
    assert settings.load().smallest_dwellings == 11
    stored.remove("leefbaarometer/smallest_dwellings")
