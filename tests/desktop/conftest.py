# SPDX-License-Identifier: GPL-2.0-or-later
"""Fixtures of the desktop tests: ``desktop_factory(**options)`` starts a QGIS that is gone after the test."""

from __future__ import annotations

import contextlib
import re
import sys
from collections.abc import Callable, Generator, Iterator
from pathlib import Path
from typing import Any

import pytest

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from tests.desktop import steps
from tests.desktop.desktop import Desktop
from tests.desktop.session import missing_tools

FAILED = pytest.StashKey[bool]()


@pytest.hookimpl(hookwrapper=True)
def pytest_runtest_makereport(item: pytest.Item) -> Generator[None, Any, None]:
    """Remember a failure, so that the fixture keeps a picture of it."""
    report = (yield).get_result()
    if report.failed:
        item.stash[FAILED] = True


@pytest.fixture
def desktop_factory(request: pytest.FixtureRequest, tmp_path: Path) -> Generator[Callable[..., Desktop], None, None]:
    """``desktop_factory(locale="nl", ...)``: a running Desktop, ended with the test; a failure leaves a picture."""
    if missing_tools():
        pytest.skip(f"needs {', '.join(missing_tools())}: run .ci/setup desktop")
    running: list[Desktop] = []
    with contextlib.ExitStack() as stack:

        def make(**options: Any) -> Desktop:
            options.setdefault("work", tmp_path / f"desktop{len(running)}")
            desktop = stack.enter_context(Desktop(**options))
            running.append(desktop)
            return desktop

        yield make
        if request.node.stash.get(FAILED, False):
            for number, desktop in enumerate(running):
                name = re.sub(r"\W+", "-", request.node.name).strip("-")
                with contextlib.suppress(Exception):  # a picture that fails must not hide why the test failed
                    print("picture:", desktop.screenshot(f"failed-{name}-{number}", settle=False))
                    print("\n".join(desktop.errors()))


@pytest.fixture
def desktop(desktop_factory: Callable[..., Desktop]) -> Iterator[Desktop]:
    """QGIS with the plugin, in Dutch; no test may leave a traceback."""
    running = desktop_factory(plugin_zip=steps.PLUGIN_ZIP)
    yield running
    assert steps.tracebacks(running) == []
