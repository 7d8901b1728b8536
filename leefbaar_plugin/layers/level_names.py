# SPDX-License-Identifier: GPL-2.0-or-later
"""Names of levels of a pack, with a mark where the outlines weren't published but made by us."""

from __future__ import annotations

from ..engine.model import in_language
from ..pack.pack import Pack
from ..translation import language, tr


def level_name(pack: Pack, level: str) -> str:
    """Name of a level in the user's language, marked when its outlines are our own."""
    return marked(pack, level, in_language(pack.model.level(level).name, language()))


def marked(pack: Pack, level: str, name: str) -> str:
    """A name of a level, marked when its outlines are our own."""
    return tr("{level} (own outlines)").format(level=name) if pack.made_of(level) else name


def own_outlines(pack: Pack, level: str) -> str:
    """What the mark means, as a sentence; "" for outlines as published."""
    parts = pack.made_of(level)
    if not parts:
        return ""
    text = tr("The data hold no outlines of level {level}: they are made here, as unions of level {parts}.")
    names = (in_language(pack.model.level(one).name, language()) for one in (level, parts))
    return text.format(**dict(zip(("level", "parts"), names, strict=True)))
