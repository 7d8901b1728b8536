# SPDX-License-Identifier: GPL-2.0-or-later
"""README.md keeps up with the code: settings, rooms, algorithms, links and pictures."""

from __future__ import annotations

import dataclasses
import re
from pathlib import Path

import pytest

from leefbaar_plugin import settings
from leefbaar_plugin.processing.provider import ALGORITHMS

REPOSITORY = Path(__file__).resolve().parents[2]
TEXT = (REPOSITORY / "README.md").read_text(encoding="utf-8")
PICTURES = sorted((REPOSITORY / "tests" / "desktop" / "pictures").iterdir())
LARGEST_PICTURE = 100_000


@pytest.mark.parametrize("field", dataclasses.fields(settings.Settings), ids=lambda field: field.name)
def test_setting_is_described(field):
    variable = settings.ENVIRONMENT_PREFIX + field.name.upper()
    (line,) = [line for line in TEXT.splitlines() if line.startswith(f"| `{settings.PREFIX}{field.name}` |")]
    assert f"| `{variable}` |" in line
    if field.default:
        assert f"| `{field.default}` |" in line


def test_no_setting_too_many():
    named = set(re.findall(rf"`{settings.ENVIRONMENT_PREFIX}([A-Z_]+)`", TEXT))
    assert named == {field.name.upper() for field in dataclasses.fields(settings.Settings)}


def test_rooms_are_listed():
    package = REPOSITORY / "leefbaar_plugin"
    rooms = {f"{path.parent.relative_to(package).as_posix()}/" for path in package.rglob("__init__.py")} - {"./"}
    listed = set(re.findall(r"`([a-z_/]+/)`", (package / "README.md").read_text(encoding="utf-8")))
    assert rooms - listed == set()
    assert {room for room in listed if not (package / room).is_dir() and not (REPOSITORY / room).is_dir()} <= {".ci/"}


def test_algorithms_are_listed():
    for algorithm in ALGORITHMS:
        assert f"`leefbaarometer:{algorithm.id_}`" in TEXT


def test_links_and_pictures_are_there():
    targets = re.findall(r"\]\(([^)#]+)\)", TEXT) + re.findall(r'src="([^"]+)"', TEXT)
    assert len(targets) > 8
    missing = [target for target in targets if "://" not in target and not (REPOSITORY / target).is_file()]
    assert missing == []


def test_headings_of_the_contents_are_there():
    headings = {
        re.sub(r"[^\w -]", "", line[3:].lower()).replace(" ", "-") for line in TEXT.splitlines() if line[:3] == "## "
    }
    assert set(re.findall(r"\]\(#([\w-]+)\)", TEXT)) == headings


def test_targets_of_make_are_there():
    makefile = (REPOSITORY / "Makefile").read_text(encoding="utf-8")
    for target in set(re.findall(r"`make ([a-z-]+)", TEXT)):
        assert re.search(rf"^{target}:", makefile, re.MULTILINE), target


@pytest.mark.parametrize("picture", PICTURES, ids=lambda picture: picture.name)
def test_picture_is_small_and_shown(picture):
    assert picture.stat().st_size < LARGEST_PICTURE
    assert picture.relative_to(REPOSITORY).as_posix() in TEXT
