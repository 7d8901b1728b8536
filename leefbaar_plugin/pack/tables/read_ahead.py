# SPDX-License-Identifier: GPL-2.0-or-later
"""Reading ahead: a second thread unpacks the archive, and looks at what it holds, while the first one parses."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from queue import Empty, Full, Queue
from threading import Event, Thread
from typing import IO

_BLOCK = 1024 * 1024
_AHEAD = 4
_PATIENCE = 0.1


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
        self._blocks: Queue[bytes | BaseException] = Queue(_AHEAD)
        self._ended = Event()
        self._rest = b""
        self._thread = Thread(target=self._fetch, name="leefbaarometer-read-ahead", daemon=True)
        self._thread.start()

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
            if self._ended.is_set():
                return b""
            block = self._blocks.get()
            if isinstance(block, BaseException):
                self._ended.set()
                raise block
            if not block:
                self._ended.set()
            self._rest = block
        part, self._rest = self._rest[:size], self._rest[size:]
        return part

    def close(self) -> None:
        """Stop the thread and close the file."""
        self._ended.set()
        while self._thread.is_alive():
            try:
                self._blocks.get(timeout=_PATIENCE)
            except Empty:
                continue
        self._file.close()

    def _fetch(self) -> None:
        try:
            while not self._ended.is_set():
                block = self._file.read(_BLOCK)
                if self._look is not None:
                    self._look(block)
                self._put(self._in_utf8(block))
                if not block:
                    return
        except Exception as problem:  # noqa: BLE001  it belongs to the thread that reads
            self._put(problem)

    def _in_utf8(self, block: bytes) -> bytes:
        if self._encoding.startswith("utf-8"):
            return block
        return block.decode(self._encoding).encode()  # an encoding of one byte a letter: blocks end anywhere

    def _put(self, block: bytes | BaseException) -> None:
        while not self._ended.is_set():
            try:
                self._blocks.put(block, timeout=_PATIENCE)
            except Full:
                continue
            return
