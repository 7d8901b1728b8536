# SPDX-License-Identifier: GPL-2.0-or-later
"""Reading ahead: other threads unpack an archive, look at what it holds, and parse, while the first one goes on."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from queue import Empty, Full, Queue
from threading import Event, Thread
from typing import IO, Generic, TypeVar

_BLOCK = 1024 * 1024
_AHEAD = 4
_PATIENCE = 0.1

T = TypeVar("T")


class Ahead(Generic[T]):
    """The items of an iterator in their order, of which another thread makes up to `depth` ahead; a context.

    What the iterator raises is raised where its item would have come.
    """

    def __init__(self, items: Iterator[T], depth: int) -> None:
        self._items = items
        # an item, or alone what was raised instead of one
        self._made: Queue[tuple[T] | BaseException] = Queue(depth)
        self._ended = Event()
        self._thread = Thread(target=self._make, name="leefbaarometer-read-ahead", daemon=True)
        self._thread.start()

    def __enter__(self) -> Ahead[T]:
        return self

    def __exit__(self, *_about: object) -> None:
        self.close()

    def __iter__(self) -> Iterator[T]:
        return self

    def __next__(self) -> T:
        if self._ended.is_set():
            raise StopIteration
        made = self._made.get()
        if isinstance(made, tuple):
            return made[0]
        self._ended.set()
        raise made

    def close(self) -> None:
        """Stop the thread."""
        self._ended.set()
        while self._thread.is_alive():
            try:
                self._made.get(timeout=_PATIENCE)
            except Empty:
                continue

    def _make(self) -> None:
        try:
            while not self._ended.is_set():
                self._put((next(self._items),))
        except Exception as problem:  # noqa: BLE001  it belongs to the thread that takes the items
            self._put(problem)

    def _put(self, made: tuple[T] | BaseException) -> None:
        while not self._ended.is_set():
            try:
                self._made.put(made, timeout=_PATIENCE)
            except Full:
                continue
            return


class ReadAhead:
    """A file to read from front to back, whose content another thread fetches up to a few megabytes ahead.

    `read` may return fewer bytes than asked for; an error of the thread is raised by `read`. `look` is called in the
    thread with every block, and an empty one at the end, and may raise; `encoding` is brought to UTF-8. It is no `io`
    class on purpose: pandas would decode the bytes of one only to encode them again.
    """

    def __init__(self, file: IO[bytes], look: Callable[[bytes], object] | None = None, encoding: str = "utf-8") -> None:
        self._file = file
        self._look = look
        self._encoding = encoding
        self._rest = b""
        self._blocks = Ahead(self._fetched(), _AHEAD)

    def __enter__(self) -> ReadAhead:
        return self

    def __exit__(self, *_about: object) -> None:
        self.close()

    def __iter__(self) -> Iterator[bytes]:
        while block := self.read(_BLOCK):
            yield block

    def read(self, size: int = _BLOCK) -> bytes:
        """At most `size` bytes; none at the end."""
        if not self._rest:
            self._rest = next(self._blocks, b"")
        part, self._rest = self._rest[:size], self._rest[size:]
        return part

    def close(self) -> None:
        """Stop the thread and close the file."""
        self._blocks.close()
        self._file.close()

    def _fetched(self) -> Iterator[bytes]:
        while True:
            block = self._file.read(_BLOCK)
            if self._look is not None:
                self._look(block)
            if not block:
                return
            yield self._in_utf8(block)

    def _in_utf8(self, block: bytes) -> bytes:
        if self._encoding.startswith("utf-8"):
            return block
        # an encoding of one byte a letter: blocks end anywhere
        return block.decode(self._encoding, "replace").encode()
