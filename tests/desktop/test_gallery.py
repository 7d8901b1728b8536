# SPDX-License-Identifier: GPL-2.0-or-later
"""Pictures of every page and dialog, to be looked at: languages, sizes, light and dark, 200 %; no text is cut off."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.desktop import steps
from tests.desktop.desktop import Desktop
from tests.desktop.gallery import Gallery

pytestmark = pytest.mark.desktop


@pytest.mark.parametrize(
    ("locale", "size", "dark", "scale"),
    [
        ("nl", (1366, 768), False, 1.0),
        ("en", (1920, 1080), True, 1.0),
        ("nl", (2732, 1536), True, 2.0),  # at 200 % as much room as 1366 x 768
    ],
)
def test_gallery(
    desktop_factory: Callable[..., Desktop], locale: str, size: tuple[int, int], dark: bool, scale: float
) -> None:
    """A walk past everything; buttons and labels of ours have the room that their texts need."""
    desktop = desktop_factory(plugin_zip=steps.PLUGIN_ZIP, locale=locale, size=size, dark=dark, scale=scale)
    prefix = f"gallery-{locale}-{size[0]}-{'dark' if dark else 'light'}-{scale * 100:.0f}"
    gallery = Gallery(desktop, prefix)
    gallery.walk()
    assert gallery.number >= 17
    assert sorted(set(gallery.wrong)) == []
    assert desktop.errors() == []
