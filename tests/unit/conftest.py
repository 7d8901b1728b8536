# SPDX-License-Identifier: GPL-2.0-or-later
"""Fixtures of the tests without QGIS."""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from leefbaar_plugin.engine.errors import LeefbaarError
from leefbaar_plugin.engine.model import ScoreModel
from leefbaar_plugin.pack.files.resources import load_model
from leefbaar_plugin.pack.importing.importer import ImportResult, import_edition
from leefbaar_plugin.pack.pack import Pack, open_pack
from leefbaar_plugin.pack.reading.inspection import inspect
from tests.builders import SHARED, Edition


@pytest.fixture(scope="session", autouse=True)
def _let_go_before_qgis_ends() -> Iterator[None]:
    """What tests kept of GDAL in tracebacks must not be let go after QGIS has closed GDAL."""
    yield
    gc.collect()


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder with official data; the test skips without it."""
    if not (SHARED / "official").is_dir():
        pytest.skip("../shared/data isn't there")
    return SHARED


@pytest.fixture(scope="session")
def lbm3() -> ScoreModel:
    return load_model("lbm3")


@pytest.fixture(scope="session")
def lbm2() -> ScoreModel:
    return load_model("lbm2")


@pytest.fixture
def edition(tmp_path: Path) -> Edition:
    """A small made-up edition; its files are written by its methods."""
    folder = tmp_path / "files"
    folder.mkdir()
    return Edition(folder)


@pytest.fixture
def make_pack(tmp_path: Path) -> Callable[..., Pack]:
    """Import files into a pack and open it."""

    def make(paths: list[Path], name: str = "pack", **choice: object) -> Pack:
        return open_pack(import_edition(inspect(paths), tmp_path / name, **choice).folder)

    return make


@pytest.fixture
def refused(tmp_path: Path) -> Callable[..., str]:
    """The sentence with which an import is refused; nothing may stay behind."""

    def refuse(paths: list[Path], **choice: object) -> str:
        target = tmp_path / "refused" / "pack"
        target.parent.mkdir(exist_ok=True)

        def run() -> ImportResult:
            return import_edition(inspect(paths), target, **choice)

        with pytest.raises(LeefbaarError) as caught:
            run()
        assert list(target.parent.iterdir()) == []
        sentence = str(caught.value)
        assert "{" not in sentence.replace("{a}", "")
        return sentence

    return refuse
