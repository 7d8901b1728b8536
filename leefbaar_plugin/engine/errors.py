# SPDX-License-Identifier: GPL-2.0-or-later
"""Errors that carry a sentence for the user: an English template, translated where it is shown."""

from __future__ import annotations

from collections.abc import Mapping

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
        names = {key: value["en"] for key, value in self.values.items() if isinstance(value, Mapping)}
        return self.template.format(**{key: shortened(value) for key, value in {**self.values, **names}.items()})

    def entry(self) -> dict[str, object]:
        """Template and values for a JSON file, of an error among the values too; names by language stay so."""
        return {"template": self.template, "values": {key: _plain(value) for key, value in self.values.items()}}


def _plain(value: object) -> object:
    if isinstance(value, LeefbaarError):
        return value.entry()
    if isinstance(value, Mapping):
        return {str(key): str(name) for key, name in value.items()}
    return shortened(value)


def shortened(value: object) -> object:
    """A value of a sentence; of a very long text, such as the path of a file may be, its beginning and end."""
    text = value if isinstance(value, int | float) else str(value)
    if not isinstance(text, str) or len(text) <= _LONGEST:
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
