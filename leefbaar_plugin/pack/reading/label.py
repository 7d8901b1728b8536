# SPDX-License-Identifier: GPL-2.0-or-later
"""The label of demonstration data: a small file beside them that says what they are."""

from __future__ import annotations

from ...engine.errors import InputError
from ..files.json_text import parsed_bytes
from .sources import Source

LABEL_FILE = "demonstration.json"
"""A file of this name beside the data says that they are demonstration data, and how to call them."""
_LARGEST_LABEL = 64 * 1024
_LONGEST_NAME = 10_000


def read_label(source: Source) -> dict[str, str]:
    """Name of demonstration data by language, from the label file with them; InputError when it can't be read."""
    try:
        with source.reading() as file:
            content = parsed_bytes(file.read(_LARGEST_LABEL + 1), _LARGEST_LABEL)
    except (OSError, ValueError) as problem:
        raise InputError("{file} can't be read: {problem}.", file=source.label, problem=problem) from problem
    if not isinstance(content, dict) or not all(map(_is_name, content.values())):
        raise InputError(
            "{file} isn't what it should be: names by language of at most {most} letters, such as {example}.",
            file=source.label,
            most=_LONGEST_NAME,
            example='{"en": "demonstration"}',
        )
    return content


def _is_name(text: object) -> bool:
    return isinstance(text, str) and len(text) <= _LONGEST_NAME
