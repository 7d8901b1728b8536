# SPDX-License-Identifier: GPL-2.0-or-later
"""The built plugin, and the tools of .ci as modules."""

from __future__ import annotations

import importlib.util
import shutil
import sys
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path
from types import ModuleType

import pytest

REPOSITORY = Path(__file__).resolve().parents[2]


def load_tool(name: str) -> ModuleType:
    """A script of .ci as a module."""
    spec = importlib.util.spec_from_file_location(f"ci_{name}", REPOSITORY / ".ci" / f"{name}.py")
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="session")
def tool() -> Callable[[str], ModuleType]:
    return load_tool


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The plugin's zip, built now from the sources."""
    package = load_tool("package")
    if not any(map(shutil.which, package.LRELEASE)):
        pytest.fail("lrelease is missing: run .ci/setup package")
    output = tmp_path_factory.mktemp("build")
    package.build(REPOSITORY, output)
    return output / "leefbaar_plugin.zip"


@pytest.fixture
def archive(built: Path) -> Iterator[zipfile.ZipFile]:
    with zipfile.ZipFile(built) as opened:
        yield opened
