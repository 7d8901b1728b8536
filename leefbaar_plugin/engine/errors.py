# SPDX-License-Identifier: GPL-2.0-or-later
"""Errors that carry a sentence for the user: an English template, translated where it is shown."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TypeGuard

_LONGEST = 400


class LeefbaarError(Exception):
    """A failure with a sentence for the user.

    `template` is the English source string with `{named}` places, `values` fills them; the interface translates the
    template first and fills it afterwards, so that one sentence serves every language. A value may be a mapping of
    names by language, such as {"en": "weak", "nl": "zwak"}.
    """

    def __init__(self, template: str, **values: object) -> None:
        super().__init__(template, values)
        self.template = template
        self.values = values

    def __str__(self) -> str:
        shown = {key: value["en"] if is_names(value) else value for key, value in self.values.items()}
        return self.template.format(**{key: shortened(value) for key, value in shown.items()})

    def entry(self) -> dict[str, object]:
        """Template and values for a JSON file, of an error among the values too; names by language stay so."""
        return {"template": self.template, "values": {key: _plain(value) for key, value in self.values.items()}}


def _plain(value: object) -> object:
    if isinstance(value, LeefbaarError):
        return value.entry()
    return dict(value) if is_names(value) else shortened(value)


def is_names(value: object) -> TypeGuard[Mapping[str, str]]:
    """Whether a value of a sentence is names by language; anything else is shown as its text."""
    return isinstance(value, Mapping) and "en" in value and all(isinstance(name, str) for name in value.values())


def shortened(value: object) -> object:
    """A value of a sentence; of a very long text, such as the path of a file may be, its beginning and end.

    What is no sign of any writing, as in names of files of another system, becomes a question mark: Qt takes none.
    """
    if isinstance(value, int | float):
        return value
    text = str(value).encode("utf-8", "replace").decode("utf-8")
    if len(text) <= _LONGEST:
        return text
    return f"{text[: _LONGEST // 2]} … {text[-_LONGEST // 2 :]}"


class InputError(LeefbaarError):
    """A file, geometry or parameter that was handed in can't be used."""


class WriteError(InputError):
    """A file can't be written."""


class ModelError(LeefbaarError):
    """A model file of the plugin doesn't hold what it should."""


class PackError(LeefbaarError):
    """A data pack is missing, damaged or of another format."""


class CancelledError(LeefbaarError):
    """The user cancelled; nothing was left behind."""


class LibraryError(LeefbaarError):
    """A Python library is missing, or can't be loaded."""
