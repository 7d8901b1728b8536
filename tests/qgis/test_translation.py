# SPDX-License-Identifier: GPL-2.0-or-later
"""The Dutch translation is found in both layouts, installed for QGIS's locale, and taken out again."""

from __future__ import annotations

import shutil
import subprocess

import pytest
from qgis.core import QgsSettings

from leefbaar_plugin import translation
from leefbaar_plugin.engine.errors import InputError, PackError

SOURCE, TEMPLATE = "A test sentence.", "{file} is wrong: {reason}"
TS = f"""<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="nl" sourcelanguage="en"><context><name>Leefbaarometer</name>
<message><source>{SOURCE}</source><translation>Een proefzin.</translation></message>
<message><source>{TEMPLATE}</source><translation>{{reason}} in {{file}}</translation></message>
</context></TS>
"""


@pytest.fixture(params=["zip", "repository"])
def package(request, tmp_path):
    """A package folder with a compiled translation, as in the zip or beside a staged build; the path has accents."""
    root = tmp_path / "een máp"
    package = root / "leefbaar_plugin"
    folder = (package if request.param == "zip" else root / "build" / "leefbaar_plugin") / "i18n"
    folder.mkdir(parents=True)
    package.mkdir(exist_ok=True)
    (tmp_path / "nl.ts").write_text(TS)
    program = shutil.which("/usr/lib/qt5/bin/lrelease") or shutil.which("lrelease")
    assert program, "lrelease is missing: run .ci/setup package"
    subprocess.run(
        [program, "-silent", tmp_path / "nl.ts", "-qm", folder / "leefbaar_plugin_nl.qm"], check=True, timeout=60
    )
    return package


@pytest.fixture
def translator(package, monkeypatch):
    """A translator that finds the test's translation; removed at the end."""
    find = translation.translation_file
    monkeypatch.setattr(translation, "translation_file", lambda locale: find(locale, package))
    translator = translation.Translator()
    yield translator
    translator.remove()


@pytest.mark.parametrize("locale", ["nl", "nl_NL", "nl_BE"])
def test_dutch_is_installed_and_removed(qgis_app, translator, locale):
    assert translation.tr(SOURCE) == SOURCE
    assert translator.install(locale)
    assert translation.tr(SOURCE) == "Een proefzin."
    assert translation.tr("Not translated") == "Not translated"
    translator.remove()
    assert translation.tr(SOURCE) == SOURCE
    translator.remove()


@pytest.mark.parametrize("locale", ["en", "en_US", "de_DE", "C"])
def test_other_languages_stay_english(qgis_app, translator, locale):
    assert not translator.install(locale)
    assert translation.tr(SOURCE) == SOURCE


def test_installing_twice_leaves_one(qgis_app, translator):
    assert translator.install("nl") and translator.install("nl_NL")
    translator.remove()
    assert translation.tr(SOURCE) == SOURCE


def test_locale_of_qgis_is_taken(qgis_app, monkeypatch):
    monkeypatch.setattr(translation.QLocale, "system", lambda: translation.QLocale("fr_FR"))
    settings = QgsSettings()
    before = {key: settings.value(key) for key in ("locale/overrideFlag", "locale/userLocale")}
    try:
        settings.setValue("locale/userLocale", "nl")
        settings.setValue("locale/overrideFlag", True)
        assert translation.interface_locale() == "nl"
        settings.setValue("locale/overrideFlag", False)
        assert translation.interface_locale() == "fr_FR"
    finally:
        for key, value in before.items():
            settings.remove(key) if value is None else settings.setValue(key, value)


def test_errors_are_translated_with_their_values(qgis_app, translator, monkeypatch):
    error = InputError(TEMPLATE, file="a.csv", reason=PackError(SOURCE))
    assert translation.translated_error(error) == "a.csv is wrong: A test sentence."
    translator.install("nl")
    assert translation.translated_error(error) == "Een proefzin. in a.csv"
    named = InputError(TEMPLATE, file={"en": "weak", "nl": "zwak"}, reason="?")
    monkeypatch.setattr(translation, "language", lambda: "nl")
    assert translation.translated_error(named) == "? in zwak"
    assert translation.translated_error(OSError("disk full")) == "disk full"
    assert translation.translated_error(KeyError()) == "KeyError"
