# SPDX-License-Identifier: GPL-2.0-or-later
"""Several changes, followed by one look at what they made."""

from __future__ import annotations

from collections.abc import Callable


class Hold:
    """`with hold:` puts off what `then` does until the end of the block; `bool(hold)` tells whether one runs."""

    def __init__(self, then: Callable[[], object]) -> None:
        self._then = then
        self._depth = 0

    def __bool__(self) -> bool:
        return self._depth > 0

    def __enter__(self) -> None:
        self._depth += 1

    def __exit__(self, *_about: object) -> None:
        self._depth -= 1
        if not self._depth:
            self._then()
