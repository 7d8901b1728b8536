# SPDX-License-Identifier: GPL-2.0-or-later
"""The ministry's letters to parliament: when they were sent, on which measurement, and what each demands of a rule."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType
from typing import Any, TypeVar

from ...engine.errors import ModelError
from ...engine.model import Names, in_language
from ...pack.files.resources import read_json

_Entry = TypeVar("_Entry")


@dataclass(frozen=True)
class Letter:
    """A letter: its date by language, the measurement that it is about, and the id of that measurement's model."""

    id: str
    date: Names
    measurement: int
    model: str


@dataclass(frozen=True)
class Demand:
    """What letters demand, in our own words by language; `letters` are ids of `load_letters`.

    A condition of the rule follows it, or `told_in` says by language where the answer stands, or `left_out` why there
    is none.
    """

    id: str
    letters: tuple[str, ...]
    text: Names
    told_in: Names | None = None
    left_out: Names | None = None


@cache
def load_letters() -> Mapping[str, Letter]:
    """The letters by id, the oldest first; ModelError when their file is wrong."""
    return _entries(
        "letters",
        lambda name, one: Letter(name, dict(one["date"]), int(one["measurement"]), str(one["model"])),
    )


@dataclass(frozen=True)
class Reported:
    """A figure that letters report: its title, what it is, in our own words by language, and the ids of the letters.

    `short` is the title where there is little room.
    """

    id: str
    letters: tuple[str, ...]
    title: Names
    text: Names
    short: Names


@cache
def load_reported() -> Mapping[str, Reported]:
    """The figures of `data.reported` by id, in the order that is shown; ModelError when their file is wrong."""
    return _entries(
        "figures",
        lambda name, one: Reported(
            name, tuple(one["letters"]), dict(one["title"]), dict(one["text"]), dict(one["short"])
        ),
    )


def _entries(part: str, made: Callable[[str, Mapping[str, Any]], _Entry]) -> Mapping[str, _Entry]:
    try:
        return MappingProxyType(
            {name: made(name, one) for name, one in read_json("model", "letters.json")[part].items()}
        )
    except (KeyError, TypeError, ValueError, AttributeError) as problem:
        raise ModelError("A model file lacks an entry or has a wrong one: {problem}.", problem=problem) from problem


def dates_of(letters: Sequence[str], language: str, between: str) -> str:
    """Dates of some letters, with `between` before the last of them."""
    dates = [in_language(load_letters()[one].date, language) for one in letters]
    return between.join([", ".join(dates[:-1]), dates[-1]]) if len(dates) > 1 else "".join(dates)
