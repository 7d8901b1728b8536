# SPDX-License-Identifier: GPL-2.0-or-later
"""Charts as SVG for a page that opens anywhere: class bar, profile and trend; every figure stands in the text, too."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape
from itertools import pairwise

from qgis.PyQt.QtGui import QColor

WIDTH, NARROW = 640, 320
"""Pixels of a picture for a page, and of the same for a telephone; letters are as large in both."""
_BAR, _ROW, _HIGH_ROW = 44, 30, 46
_LABELS = 210
_LIGHT_FROM = 0.55
_LEAST_LABEL = 34
"""Width in pixels from which a part of the bar has room for its number."""


def class_bar(
    shares: Sequence[float | None], labels: Sequence[str], colours: Sequence[str], title: str, across: int = WIDTH
) -> str:
    """One stacked bar of the classes; the number of a class stands in its part where there is room."""
    parts, x = [], 0.0
    for number, (share, label, colour) in enumerate(zip(shares, labels, colours, strict=True), start=1):
        width = (share or 0.0) * across
        if width <= 0:
            continue
        parts.append(
            f'<rect x="{x:.1f}" y="0" width="{width:.1f}" height="{_BAR}" fill="{colour}" stroke="#444" '
            f'stroke-width="0.5"><title>{escape(label)}: {share:.1%}</title></rect>'
        )
        if width >= _LEAST_LABEL:
            parts.append(_text(x + width / 2, _BAR / 2 + 5, str(number), _ink(colour), "middle"))
        x += width
    return _picture(across, _BAR, title, parts)


def profile(
    values: Sequence[float | None], names: Sequence[str], numbers: Sequence[str], title: str, across: int = WIDTH
) -> str:
    """Bars around zero, one per dimension; side, sign and number say the same as the colour.

    Where there is little room, name and number stand above their bar.
    """
    limit = max([abs(value) for value in values if value is not None] + [0.05]) * 1.05
    narrow = across < WIDTH
    left, right, row = (0, across, _HIGH_ROW) if narrow else (_LABELS, across - 70, _ROW)
    middle, half = (left + right) / 2, (right - left) / 2
    parts = [f'<line x1="{middle}" y1="0" x2="{middle}" y2="{row * len(values)}" stroke="#444"/>']
    for at, (value, name, number) in enumerate(zip(values, names, numbers, strict=True)):
        y = at * row
        if narrow:  # the line of zero stays out of the letters
            parts.append(f'<rect x="0" y="{y}" width="{across}" height="24" fill="#ffffff"/>')
        parts.append(_text(0, y + 20, name, "#1a1a1a", "start"))
        parts.append(_text(across, y + 20, number, "#1a1a1a", "end"))
        if value is None:
            continue
        width = abs(value) / limit * half
        x = middle if value >= 0 else middle - width
        colour = "#1C8277" if value >= 0 else "#C24E00"
        top = y + 26 if narrow else y + 7
        parts.append(f'<rect x="{x:.1f}" y="{top}" width="{max(width, 1.0):.1f}" height="16" fill="{colour}"/>')
    return _picture(across, row * len(values), title, parts)


def trend(
    years: Sequence[int], values: Sequence[float | None], numbers: Sequence[str], title: str, across: int = WIDTH
) -> str:
    """The score on a true time axis; a year without a score leaves a gap. Where there is little room, three years are
    named.
    """
    height, left, right, top, bottom = 220, 24, across - 24, 28, 180
    known = [value for value in values if value is not None]
    if not known:
        return ""
    low, high = min(known) - 0.05, max(known) + 0.05
    span = max(years[-1] - years[0], 1)
    place = {
        year: (left + (year - years[0]) / span * (right - left), bottom - (value - low) / (high - low) * (bottom - top))
        for year, value in zip(years, values, strict=True)
        if value is not None
    }
    parts = [f'<line x1="{left}" y1="{bottom}" x2="{right}" y2="{bottom}" stroke="#444"/>']
    for first, second in pairwise(years):
        if first in place and second in place:
            (x1, y1), (x2, y2) = place[first], place[second]
            parts.append(
                f'<line x1="{x1:.1f}" y1="{y1:.1f}" x2="{x2:.1f}" y2="{y2:.1f}" stroke="#1a1a1a" stroke-width="2"/>'
            )
    named = set(years) if across >= WIDTH else {years[0], years[len(years) // 2], years[-1]}
    for year, number in zip(years, numbers, strict=True):
        x = left + (year - years[0]) / span * (right - left)
        if year in named:
            parts.append(_text(x, bottom + 22, str(year), "#1a1a1a", "middle", 12))
        if year in place:
            y = place[year][1]
            parts.append(f'<circle cx="{x:.1f}" cy="{y:.1f}" r="4" fill="#1a1a1a"/>')
            if year in named:
                parts.append(_text(x, y - 9, number, "#1a1a1a", "middle", 12))
    return _picture(across, height, title, parts)


def _picture(across: int, height: float, title: str, parts: Sequence[str]) -> str:
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {across} {height}" role="img" '
        f'aria-label="{escape(title)}" font-family="sans-serif">{"".join(parts)}</svg>'
    )


def _text(x: float, y: float, text: str, colour: str, anchor: str, size: int = 14) -> str:
    return (
        f'<text x="{x:.1f}" y="{y:.1f}" fill="{colour}" text-anchor="{anchor}" font-size="{size}">{escape(text)}</text>'
    )


def _ink(colour: str) -> str:
    return "#000000" if QColor(colour).lightnessF() > _LIGHT_FROM else "#ffffff"
