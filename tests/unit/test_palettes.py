# SPDX-License-Identifier: GPL-2.0-or-later
"""The class colours: readable text on each, and a range that people with a colour deficiency can order.

The simulation is that of Machado, Oliveira and Fernandes (2009), severity 1.0, on linear RGB; distances are
CIEDE2000 (Sharma, Wu and Dalal 2005) in CIELAB under D65.
"""

from __future__ import annotations

import itertools
import json
import re
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray

from leefbaar_plugin.charts.painting.contrast import BLACK, WHITE, contrast, luminance, text_colour

Array = NDArray[np.float64]

FILE = Path(__file__).resolve().parents[2] / "resources" / "model" / "palettes.json"
CLASSES = 9
MIDDLE = 4
# Wanted of every vision. A difference of about 2 is just seen side by side; on a map squares lie apart.
ADJACENT = 9.0
OTHERS = 15.0
LIGHTNESS_STEP = 8.0
SIDE_STEP = 8.0

VISIONS: dict[str, Array] = {
    "normal": np.eye(3),
    "protanopia": np.array(
        [[0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216], [-0.003882, -0.048116, 1.051998]]
    ),
    "deuteranopia": np.array(
        [[0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413], [-0.011820, 0.042940, 0.968881]]
    ),
    "tritanopia": np.array(
        [[1.255528, -0.076749, -0.178779], [-0.078411, 0.930809, 0.147602], [0.004733, 0.691367, 0.303900]]
    ),
}
TO_XYZ = np.array(
    [[0.4124564, 0.3575761, 0.1804375], [0.2126729, 0.7151522, 0.0721750], [0.0193339, 0.1191920, 0.9503041]]
)

PALETTES = {palette["id"]: palette for palette in json.loads(FILE.read_text(encoding="utf-8"))["palettes"]}


def linear_rgb(colours: list[str]) -> Array:
    """Linear RGB [n, 3] of hex colours."""
    coded = np.array([[int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)] for colour in colours])
    return np.where(coded <= 0.04045, coded / 12.92, ((coded + 0.055) / 1.055) ** 2.4)


def seen(colours: list[str], vision: str) -> Array:
    """CIELAB [n, 3] of the colours as that vision sees them."""
    rgb = np.clip(linear_rgb(colours) @ VISIONS[vision].T, 0, 1)
    ratio = rgb @ TO_XYZ.T / TO_XYZ.sum(axis=1)
    f = np.where(ratio > 216 / 24389, np.cbrt(ratio), (24389 / 27 * ratio + 16) / 116)
    return np.stack([116 * f[:, 1] - 16, 500 * (f[:, 0] - f[:, 1]), 200 * (f[:, 1] - f[:, 2])], axis=1)


def difference(first: Array, second: Array) -> float:
    """CIEDE2000 of two CIELAB colours [3]."""
    mean_chroma = (np.hypot(*first[1:]) + np.hypot(*second[1:])) / 2
    stretch = 1.5 - 0.5 * np.sqrt(mean_chroma**7 / (mean_chroma**7 + 25.0**7))
    (a1, b1), (a2, b2) = (first[1] * stretch, first[2]), (second[1] * stretch, second[2])
    chroma1, chroma2 = np.hypot(a1, b1), np.hypot(a2, b2)
    hue1, hue2 = np.degrees(np.arctan2(b1, a1)) % 360, np.degrees(np.arctan2(b2, a2)) % 360
    grey = chroma1 * chroma2 == 0
    turn = 0.0 if grey else (hue2 - hue1 + 180) % 360 - 180
    d_light, d_chroma = second[0] - first[0], chroma2 - chroma1
    d_hue = 2 * np.sqrt(chroma1 * chroma2) * np.sin(np.radians(turn / 2))
    light, chroma = (first[0] + second[0]) / 2, (chroma1 + chroma2) / 2
    hue = hue1 + hue2 if grey else (hue1 + turn / 2) % 360
    t = (
        1
        - 0.17 * np.cos(np.radians(hue - 30))
        + 0.24 * np.cos(np.radians(2 * hue))
        + 0.32 * np.cos(np.radians(3 * hue + 6))
        - 0.20 * np.cos(np.radians(4 * hue - 63))
    )
    s_light = 1 + 0.015 * (light - 50) ** 2 / np.sqrt(20 + (light - 50) ** 2)
    s_chroma, s_hue = 1 + 0.045 * chroma, 1 + 0.015 * chroma * t
    rotation = -np.sin(np.radians(60 * np.exp(-(((hue - 275) / 25) ** 2)))) * (
        2 * np.sqrt(chroma**7 / (chroma**7 + 25.0**7))
    )
    light_term, chroma_term, hue_term = d_light / s_light, d_chroma / s_chroma, d_hue / s_hue
    return float(np.sqrt(light_term**2 + chroma_term**2 + hue_term**2 + rotation * chroma_term * hue_term))


def distances(colours: list[str], vision: str) -> dict[str, float]:
    """Smallest difference of neighbours, smallest of the other pairs, and that of the two ends."""
    lab = seen(colours, vision)
    pairs = {(i, j): difference(lab[i], lab[j]) for i, j in itertools.combinations(range(len(colours)), 2)}
    return {
        "adjacent": min(value for (i, j), value in pairs.items() if j == i + 1),
        "others": min(value for (i, j), value in pairs.items() if j > i + 1),
        "ends": pairs[0, len(colours) - 1],
    }


def order_faults(colours: list[str], vision: str) -> list[str]:
    """Why the range can't be put in order by eye; empty when it can.

    It is read as a V: from class 5, the lightest, each side darkens class by class, and the sides are told apart
    by their place on the line in the a*b* plane that runs from the high end to the low end.
    """
    lab = seen(colours, vision)
    faults = [
        f"lightness {i + 1}-{j + 1}"
        for i, j in itertools.pairwise(range(CLASSES))
        if (lab[j, 0] - lab[i, 0] if j <= MIDDLE else lab[i, 0] - lab[j, 0]) < LIGHTNESS_STEP
    ]
    axis = lab[0, 1:] - lab[-1, 1:]
    place = lab[:, 1:] @ axis / np.linalg.norm(axis)
    if place[:MIDDLE].min() - place[MIDDLE] < SIDE_STEP:
        faults.append("low side against the middle")
    if place[MIDDLE] - place[MIDDLE + 1 :].max() < SIDE_STEP:
        faults.append("high side against the middle")
    return faults


def test_the_difference_formula_gives_the_published_test_values() -> None:
    # Sharma, Wu, Dalal (2005), table 1, pairs 1, 7, 14, 17 and 25.
    published = [
        ((50, 2.6772, -79.7751), (50, 0, -82.7485), 2.0425),
        ((50, 0, 0), (50, -1, 2), 2.3669),
        ((50, 2.49, -0.001), (50, -2.49, 0.0011), 7.2195),
        ((50, 2.5, 0), (73, 25, -18), 27.1492),
        ((60.2574, -34.0099, 36.2677), (60.4626, -34.1751, 39.4387), 1.2644),
    ]
    for first, second, expected in published:
        assert difference(np.array(first, float), np.array(second, float)) == pytest.approx(expected, abs=1e-4)


def test_lab_of_known_colours() -> None:
    lab = seen(["#FFFFFF", "#FF0000", "#000000"], "normal")
    np.testing.assert_allclose(lab[0], [100, 0, 0], atol=0.02)
    np.testing.assert_allclose(lab[1], [53.24, 80.09, 67.20], atol=0.02)
    np.testing.assert_allclose(lab[2], [0, 0, 0], atol=0.02)


@pytest.mark.parametrize("vision", [name for name in VISIONS if name != "normal"])
def test_the_simulation_keeps_grey_grey(vision: str) -> None:
    np.testing.assert_allclose(VISIONS[vision].sum(axis=1), 1, atol=1e-5)


def test_the_file_is_complete() -> None:
    content = json.loads(FILE.read_text(encoding="utf-8"))
    assert content["format"] == 1
    assert content["default"] in PALETTES
    assert list(PALETTES) == ["own", "legend20"]
    for palette in PALETTES.values():
        assert set(palette["name"]) == set(palette["note"]) == {"nl", "en"}
        assert all(palette["name"].values()) and palette["source"] and palette["certainty"]
        assert len(palette["classes"]) == len(set(palette["classes"])) == CLASSES
        assert all(re.fullmatch(r"#[0-9A-F]{6}", colour) for colour in [*palette["classes"], palette["no_value"]])
        assert palette["uninhabited"] is None, "uninhabited squares are transparent"


@pytest.mark.parametrize("palette_id", PALETTES)
def test_text_on_a_chip_reaches_the_wcag_limit(palette_id: str) -> None:
    for colour in PALETTES[palette_id]["classes"]:
        assert text_colour(colour) in (BLACK, WHITE)
        assert contrast(text_colour(colour), colour) >= 4.5, colour


def test_contrast_of_known_pairs() -> None:
    assert contrast(BLACK, WHITE) == pytest.approx(21)
    assert contrast("#777777", WHITE) == pytest.approx(4.48, abs=0.005)
    assert text_colour("#FFFFBE") == BLACK and text_colour("#263D00") == WHITE
    with pytest.raises(ValueError):
        luminance("orange")


@pytest.mark.parametrize("vision", VISIONS)
def test_own_classes_are_told_apart(vision: str) -> None:
    found = distances(PALETTES["own"]["classes"], vision)
    assert found["adjacent"] >= ADJACENT
    assert found["others"] >= OTHERS
    assert found["ends"] >= OTHERS


@pytest.mark.parametrize("vision", VISIONS)
def test_own_classes_are_in_an_order_the_eye_can_follow(vision: str) -> None:
    assert order_faults(PALETTES["own"]["classes"], vision) == []


@pytest.mark.parametrize("vision", VISIONS)
def test_two_classes_exchanged_are_noticed(vision: str) -> None:
    for i in range(CLASSES - 1):
        colours = list(PALETTES["own"]["classes"])
        colours[i], colours[i + 1] = colours[i + 1], colours[i]
        assert order_faults(colours, vision), f"{i + 1} and {i + 2} exchanged"


def test_the_own_range_runs_from_orange_to_green_through_a_light_middle() -> None:
    lab = seen(PALETTES["own"]["classes"], "normal")
    hue = np.degrees(np.arctan2(lab[:, 2], lab[:, 1])) % 360
    assert all(30 <= value <= 80 for value in hue[:MIDDLE])
    assert all(150 <= value <= 200 for value in hue[MIDDLE + 1 :])
    assert lab[MIDDLE, 0] >= 95 and lab[MIDDLE, 0] == lab[:, 0].max()


@pytest.mark.parametrize("palette_id", PALETTES)
@pytest.mark.parametrize("vision", VISIONS)
def test_the_figures_stated_in_the_file_are_the_figures(palette_id: str, vision: str) -> None:
    palette = PALETTES[palette_id]
    assert palette["distances"][vision] == pytest.approx(distances(palette["classes"], vision), abs=0.06)


@pytest.mark.parametrize("palette_id", PALETTES)
def test_the_promise_colour_blind_safe_is_what_was_measured(palette_id: str) -> None:
    palette = PALETTES[palette_id]
    measured = [distances(palette["classes"], vision) for vision in VISIONS]
    safe = all(found["adjacent"] >= ADJACENT and found["others"] >= OTHERS for found in measured)
    assert palette["colour_blind_safe"] is safe


def test_the_old_legend_fails_and_where() -> None:
    """Kept as an alternative because people know it; this states what it costs them."""
    colours = PALETTES["legend20"]["classes"]
    assert distances(colours, "protanopia")["adjacent"] < 2, "4 and 5 are the same colour"
    lab = seen(colours, "deuteranopia")
    assert difference(lab[2], lab[6]) < 4, "onvoldoende (3) looks like goed (7)"
    assert difference(lab[0], lab[8]) < 4, "zeer onvoldoende (1) looks like uitstekend (9)"
    assert order_faults(colours, "deuteranopia") and order_faults(colours, "protanopia")
