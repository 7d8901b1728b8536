# SPDX-License-Identifier: GPL-2.0-or-later
"""JSON from elsewhere, by one door: with limits, and meaning one thing only.

Python's own reader takes NaN and Infinity, makes 1e999 infinite, keeps the last of two entries of one name, and goes
as deep and as far as the memory does; a file that was cut, joined or written by hand can have any of these.
"""

from __future__ import annotations

import json
import math
import re
from pathlib import Path
from typing import Any

from ...engine.errors import LeefbaarError

DEEPEST = 40
"""Lists and entries within each other; what we write has some ten."""
MOST_DIGITS = 18
"""Of a whole number; more than fit in 64 bits are no number of anything here."""
LARGEST = 200 * 1024**2
"""Bytes that are read when the caller knows no smaller limit."""
_HALF_A_SIGN = re.compile(r"\\u[dD][89a-fA-F]")


class JsonError(LeefbaarError, ValueError):
    """Text isn't JSON as we take it. The sentence has no full stop: it goes behind the name of the file."""


def parsed_file(path: Path, largest: int = LARGEST) -> Any:
    """What a JSON file holds; JsonError for anything else, of which no more than `largest` bytes are read.

    OSError when it can't be read.
    """
    with path.open("rb") as file:
        return parsed_bytes(file.read(largest + 1), largest)


def parsed_bytes(content: bytes, largest: int = LARGEST) -> Any:
    """The same of bytes, in UTF-8 with or without its mark; JsonError."""
    if len(content) > largest:
        size = f"{largest // 10**6} MB" if largest >= 10**6 else f"{largest // 1000} kB"
        raise JsonError("it is larger than {size}", size=size)
    try:
        return parsed(content.decode("utf-8-sig"))
    except UnicodeDecodeError as problem:
        raise JsonError("it is no text") from problem


def parsed(text: str) -> Any:
    """The value that JSON text means; JsonError when it is none, nested without end, or means nothing certain."""
    try:
        found = json.loads(
            text,
            object_pairs_hook=_entries,
            parse_constant=_no_number,
            parse_float=_fraction,
            parse_int=_whole,
        )
    except RecursionError as problem:
        raise JsonError("it is nested too deeply") from problem
    except JsonError:
        raise
    except ValueError as problem:
        raise JsonError("it is no JSON: {problem}", problem=problem) from problem
    _require_depth(found)
    if _HALF_A_SIGN.search(text):
        _require_whole_signs(found)
    return found


def require_json(content: bytes) -> None:
    """JsonError unless bytes are one document of JSON; takes little more memory than its text.

    NaN and Infinity are left to who reads the values: other programs write them for none.
    """
    try:
        json.loads(content.decode("utf-8-sig"), object_pairs_hook=_nothing, parse_float=_nothing, parse_int=_nothing)
    except UnicodeDecodeError as problem:
        raise JsonError("it is no text") from problem
    except RecursionError as problem:
        raise JsonError("it is nested too deeply") from problem
    except JsonError:
        raise
    except ValueError as problem:
        raise JsonError("it is no JSON: {problem}", problem=problem) from problem


def _nothing(found: str | list[tuple[str, Any]]) -> None:
    if isinstance(found, list):
        _entries(found)


def _entries(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) < len(pairs):
        names = [name for name, _ in pairs]
        twice = next(name for at, name in enumerate(names) if name in names[:at])
        raise JsonError("it has entry “{entry}” twice", entry=twice)
    return found


def _no_number(text: str) -> float:
    raise JsonError("{text} is no number", text=text)


def _fraction(text: str) -> float:
    number = float(text)
    if not math.isfinite(number):
        raise JsonError("{text} is no number", text=text)
    return number


def _whole(text: str) -> int:
    if len(text.lstrip("-")) > MOST_DIGITS:
        raise JsonError("{text} is no number", text=text)
    return int(text)


def _require_depth(found: Any) -> None:
    level = [found]
    for _ in range(DEEPEST):
        level = [value for one in level if isinstance(one, dict | list) for value in _values(one)]
        if not level:
            return
    raise JsonError("it is nested too deeply")


def _require_whole_signs(found: Any) -> None:
    """JsonError for half a sign, which can be neither shown nor written again."""
    try:
        json.dumps(found, ensure_ascii=False).encode()
    except UnicodeEncodeError as problem:
        raise JsonError("it is no text") from problem


def _values(one: dict[str, Any] | list[Any]) -> list[Any]:
    return list(one.values()) if isinstance(one, dict) else one
