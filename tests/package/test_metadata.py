# SPDX-License-Identifier: GPL-2.0-or-later
"""metadata.txt as the plugin site and QGIS read it."""

from __future__ import annotations

import configparser
import re
from urllib.parse import urlparse
from xml.dom import minidom

import pytest

NAME = "leefbaar_plugin"
REQUIRED = """
    name qgisMinimumVersion qgisMaximumVersion description about version author email tracker repository homepage
    license tags category icon hasProcessingProvider
""".split()


@pytest.fixture
def general(archive) -> dict[str, str]:
    parser = configparser.ConfigParser()  # with interpolation, as QGIS does: a stray % is an error
    parser.optionxform = str
    parser.read_string(archive.read(f"{NAME}/metadata.txt").decode("utf-8"))
    return dict(parser.items("general"))


@pytest.mark.parametrize("field", REQUIRED)
def test_field_is_there(general, field):
    assert general[field].strip()


def test_versions(general):
    assert re.fullmatch(r"\d+\.\d+\.\d+", general["version"])
    assert general["qgisMinimumVersion"] == "3.40"
    assert general["qgisMaximumVersion"] == "4.99"


def test_about_states_the_country_and_the_data(general):
    about = general["about"]
    assert "For the Netherlands only" in about
    assert "No data are bundled other than" in about
    assert len(general["description"]) <= 255


def test_addresses(general):
    for field in ("tracker", "repository", "homepage"):
        address = urlparse(general[field])
        assert address.scheme == "https" and address.netloc, field
    assert general["tracker"] != general["repository"]


def test_author_and_licence(general):
    assert "/" not in general["author"]
    assert re.fullmatch(r"[^@\s]+@[^@\s]+", general["email"])
    assert general["license"] == "GPL-2.0-or-later"


def test_kind_of_plugin(general):
    assert general["hasProcessingProvider"] == "yes"
    assert general["category"] == "Vector"
    assert general["server"] == general["deprecated"] == "False"


def test_icon_is_in_the_zip_and_is_svg(archive, general):
    root = minidom.parseString(archive.read(f"{NAME}/{general['icon']}")).documentElement
    assert root.tagName == "svg"
    assert len(root.getElementsByTagName("rect")) == 9


def test_licence_is_the_gpl_version_2(archive):
    text = archive.read(f"{NAME}/LICENSE").decode("utf-8")
    assert "GNU GENERAL PUBLIC LICENSE" in text and "Version 2, June 1991" in text
    assert "END OF TERMS AND CONDITIONS" in text


def test_changelog_begins_with_this_version(archive, general):
    text = archive.read(f"{NAME}/CHANGELOG.md").decode("utf-8")
    assert re.findall(r"^## \[([^\]]+)\]", text, re.MULTILINE)[0] == general["version"]
