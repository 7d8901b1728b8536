# SPDX-License-Identifier: GPL-2.0-or-later
"""Which text colour can be read on which ground: WCAG 2.1 luminance and contrast, on hex colours, without Qt."""

from __future__ import annotations

BLACK = "#000000"
WHITE = "#FFFFFF"


def channels(colour: str) -> tuple[int, int, int]:
    """Red, green and blue (0-255) of '#RRGGBB'; ValueError when it is not such a colour."""
    digits = colour.removeprefix("#")
    if len(digits) != 6 or not colour.startswith("#"):
        raise ValueError(colour)
    return int(digits[0:2], 16), int(digits[2:4], 16), int(digits[4:6], 16)


def luminance(colour: str) -> float:
    """Relative luminance, 0 (black) to 1 (white); WCAG 2.1, definition of relative luminance."""

    def linear(channel: int) -> float:
        value = channel / 255.0
        return value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4

    red, green, blue = channels(colour)
    return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue)


def contrast(first: str, second: str) -> float:
    """Contrast ratio of two colours, 1 to 21; WCAG 2.1, definition of contrast ratio."""
    light, dark = sorted((luminance(first), luminance(second)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def text_colour(ground: str) -> str:
    """Black or white, whichever reads best on the ground; at least 4.58 : 1 on any colour."""
    return max((BLACK, WHITE), key=lambda ink: contrast(ink, ground))
