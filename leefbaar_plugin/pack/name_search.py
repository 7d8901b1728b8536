# SPDX-License-Identifier: GPL-2.0-or-later
"""Names that are searched without regard to case, accents and the order of words."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from typing import Protocol, TypeVar

ELSEWHERE = 0.2


class Searchable(Protocol):
    """What can be found: its folded name, and that with all else by which it can be found."""

    @property
    def folded(self) -> str:
        """Name for searching."""

    @property
    def searched(self) -> str:
        """Name, gemeente and code for searching."""


Found = TypeVar("Found", bound=Searchable)


def folded(text: str) -> str:
    """Text without case and accents, single spaces, straight quotes."""
    if text.isascii():  # nearly all names, and there is nothing to fold but case
        return " ".join(text.casefold().split())
    plain = unicodedata.normalize("NFKD", text.replace("’", "'")).casefold()
    return " ".join("".join(sign for sign in plain if not unicodedata.combining(sign)).split())


def search(names: Iterable[Found], text: str) -> Iterator[tuple[Found, float]]:
    """Areas whose name, or code, holds every word of `text` (the gemeente may give a word), with a score 0-1.

    A name that is the text scores highest, then one that begins with it, then one with a word that does.
    """
    wanted = folded(text)
    words = wanted.split()
    for area in names:
        if words and all(word in area.searched for word in words):
            yield area, match(area.folded, wanted)


def found_in(areas: Sequence[Searchable], text: str) -> list[int]:
    """Places (from 0) of the areas that `search` would find, in their order; of all without words."""
    words = folded(text).split()
    return [at for at, area in enumerate(areas) if all(word in area.searched for word in words)]


def match(name: str, wanted: str) -> float:
    """How well a folded name fits a folded text: 1 the same, 0.8 begins with it, 0.6 a word does, 0.4 holds its words.

    `ELSEWHERE` when some word isn't in the name, but in the name of the gemeente or in the code.
    """
    if name == wanted:
        return 1.0
    if name.startswith(wanted):
        return 0.8
    if f" {wanted}" in f" {name.replace('-', ' ')}":
        return 0.6
    return 0.4 if all(word in name for word in wanted.split()) else ELSEWHERE
