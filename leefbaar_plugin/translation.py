# SPDX-License-Identifier: GPL-2.0-or-later
"""The language of the interface: English sources, one Qt context, translations from a compiled `.qm` file."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from pathlib import Path

from qgis.core import QgsSettings
from qgis.PyQt.QtCore import QCoreApplication, QLocale, QTranslator

from .engine.errors import LeefbaarError, is_names, shortened
from .engine.names import in_language

CONTEXT = "Leefbaarometer"
PACKAGE = Path(__file__).resolve().parent
_PLACE = re.compile(r"\{(\w+)\}")


def tr(text: str) -> str:
    """The translation of a source string; `text` is a constant, values come in by `.format` afterwards."""
    return QCoreApplication.translate(CONTEXT, text)


def trn(one: str, many: str, n: float) -> str:
    """The translation of a sentence that counts `n` of something: both forms are constants, the translation has forms
    of its own (Qt's numerus forms).

    The number comes in by `.format` afterwards, as all values do: Qt's own `%n` would write 12345 without separators.
    What is written as 1 is one.
    """
    text = QCoreApplication.translate(CONTEXT, many, None, round(abs(n)))
    return one if text == many and round(abs(n)) == 1 else text


def mark(text: str) -> str:
    """The text itself: marks a constant of a table for translation, to be shown later through `translated`."""
    return text


def translated(text: str) -> str:
    """The translation of a text that was marked with `mark`, or that is the template of an error."""
    return QCoreApplication.translate(CONTEXT, text)


def translated_error(error: BaseException) -> str:
    """The sentence of an error in the user's language; of an error that isn't ours, its own text."""
    if not isinstance(error, LeefbaarError):
        return str(error) or type(error).__name__
    return translated(error.template).format(**{name: _shown(value) for name, value in error.values.items()})


def translated_entry(entry: Mapping[str, object]) -> str:
    """The sentence of an error that was stored as an entry of a JSON file (`LeefbaarError.entry`).

    What a place holds is put in as it is: the file may come from anywhere, so its text is no format.
    """
    values = entry.get("values")
    known = values if isinstance(values, Mapping) else {}
    return _PLACE.sub(lambda place: _stored(known.get(place.group(1), "")), translated(str(entry.get("template", ""))))


def _stored(value: object) -> str:
    if not isinstance(value, Mapping):
        return str(value)
    return translated_entry(value) if "template" in value else str(value.get(language(), value.get("en", "")))


def _shown(value: object) -> object:
    """A value of an error: an error behind it as its sentence, names by language as the one that fits."""
    if isinstance(value, BaseException):
        return translated_error(value)
    return in_language(value, language()) if is_names(value) else shortened(value)


def interface_locale() -> str:
    """The locale QGIS shows itself in, as `nl` or `nl_NL`: the user's choice, else the system's."""
    settings = QgsSettings()
    if settings.value("locale/overrideFlag", False, type=bool):
        chosen = settings.value("locale/userLocale", "", type=str)
        if chosen:
            return chosen
    return QLocale.system().name()


@cache
def language() -> str:
    """Language of names that come from data files, as two letters: nl in a Dutch interface, else en.

    Asked a hundred times for one area, so kept; QGIS has to be started again for another language.
    """
    return "nl" if interface_locale().lower().startswith("nl") else "en"


def sentence(text: str) -> str:
    """The text with its first letter raised; names in it keep theirs."""
    return text[:1].upper() + text[1:]


def translation_file(locale: str, package: Path = PACKAGE) -> Path | None:
    """The compiled translation for a locale, or None when there is none (English among them).

    In the zip it stands in the package, in the repository in the staged build.
    """
    names = dict.fromkeys([locale, locale.split("_", maxsplit=1)[0]])
    folders = (package / "i18n", package.parent / "build" / package.name / "i18n")
    for name in names:
        for folder in folders:
            path = folder / f"{package.name}_{name}.qm"
            if path.is_file():
                return path
    return None


class Translator:
    """Our translation within the application, from `install` until `remove`."""

    def __init__(self) -> None:
        self._translator: QTranslator | None = None

    def install(self, locale: str | None = None) -> bool:
        """Install the translation for a locale (default: the one of QGIS); False when it stays English."""
        self.remove()
        language.cache_clear()
        path = translation_file(locale or interface_locale())
        translator = QTranslator()
        if path is None or not translator.load(str(path)):
            return False
        self._translator = translator
        return QCoreApplication.installTranslator(translator)

    def remove(self) -> None:
        """Take the translation out of the application; fine when there is none."""
        if self._translator is not None:
            QCoreApplication.removeTranslator(self._translator)
            self._translator = None
