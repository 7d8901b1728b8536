# SPDX-License-Identifier: GPL-2.0-or-later
"""What a rule file says of the letters: their demands, and which of these each condition follows. Own rules may say
nothing of it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Protocol

from ...engine.errors import ModelError
from .letters import Demand, load_letters
from .rules import MARKS


class Reader(Protocol):
    """What reads a rule file, and knows the sentences for what is wrong in it."""

    demands: tuple[Demand, ...]

    def wrong(self, entry: str, expected: str | ModelError) -> ModelError:
        """The error of a wrong entry."""

    def entry(self, holder: Mapping[str, Any], name: str) -> Any:
        """An entry that has to be there."""

    def list_of(self, holder: Mapping[str, Any], name: str) -> list[Any]:
        """An entry that is a list."""

    def one_of(self, value: Any, name: str, allowed: Sequence[str]) -> str:
        """A text out of some."""

    def names(self, holder: Mapping[str, Any], name: str, empty: bool = False) -> dict[str, str]:
        """A text in both languages."""


def demands_of(reader: Reader, document: Mapping[str, Any]) -> tuple[Demand, ...]:
    """The demands of the letters that a rule's file lists; ModelError naming what is wrong."""
    if "demands" not in document:
        return ()
    found = [_demand(reader, entry) for entry in reader.list_of(document, "demands")]
    if len({one.id for one in found}) != len(found):
        raise reader.wrong("demands", ModelError("unique ids"))
    return tuple(found)


def followed(reader: Reader, entry: Mapping[str, Any], at: str) -> tuple[tuple[str, ...], str, dict[str, str] | None]:
    """Demands that a condition follows, what it rests on ('' when its file doesn't say), and what an own one is."""
    known = [one.id for one in reader.demands]
    follows = reader.list_of(entry, "follows") if "follows" in entry else []
    mark = entry.get("mark")
    return (
        tuple(reader.one_of(one, f"{at}.follows", known) for one in follows),
        "" if mark is None else reader.one_of(mark, f"{at}.mark", MARKS),
        reader.names(entry, "own") if entry.get("own") is not None else None,
    )


def _demand(reader: Reader, entry: Any) -> Demand:
    own_id = reader.entry(entry, "id")
    if not isinstance(own_id, str):
        raise reader.wrong("demands", ModelError("a text"))
    at = f"demands.{own_id}"
    letters = [reader.one_of(one, f"{at}.letters", list(load_letters())) for one in reader.list_of(entry, "letters")]
    if not letters:
        raise reader.wrong(f"{at}.letters", ", ".join(load_letters()))
    told, left_out = (
        reader.names(entry, name) if entry.get(name) is not None else None for name in ("told_in", "left_out")
    )
    return Demand(own_id, tuple(letters), reader.names(entry, "text"), told, left_out)
