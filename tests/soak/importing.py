# SPDX-License-Identifier: GPL-2.0-or-later
"""An import in a process of its own, to be met by others or killed."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.soak.team import ROOT

_PROGRAM = """
import sys
from leefbaar_plugin.pack.importing.importer import import_edition
from leefbaar_plugin.pack.reading.inspection import inspect
from leefbaar_plugin.engine.errors import LeefbaarError
files, target, gemeente = sys.argv[1:4]
found = inspect([files])
print("ready", flush=True)
try:
    made = import_edition(found, target, [gemeente] if gemeente else [])
    print("there" if made.already_there else "made", flush=True)
except LeefbaarError as problem:
    print("refused:", problem, flush=True)
"""


@contextmanager
def importing(files: Path, target: Path, gemeente: str = "", **environment: str) -> Iterator[subprocess.Popen[str]]:
    """An import that has read the headers, and goes on; killed at the end of the block."""
    one = subprocess.Popen(
        [sys.executable, "-c", _PROGRAM, str(files), str(target), gemeente],
        cwd=ROOT,
        env=os.environ | {"PYTHONFAULTHANDLER": "1"} | environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )
    try:
        assert one.stdout is not None
        first = one.stdout.readline()
        if first != "ready\n":
            raise RuntimeError(first + one.stdout.read())
        yield one
    finally:
        one.kill()
        one.wait()


def told(one: subprocess.Popen[str]) -> str:
    """What an import says in the end."""
    said = one.communicate(timeout=120)[0].strip()
    return said if one.returncode >= 0 else f"{said} (ended by signal {-one.returncode})"
