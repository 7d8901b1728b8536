# SPDX-License-Identifier: GPL-2.0-or-later
"""Several files of the web service as one: it gives a layer in pages, and municipalities keep one per province."""

from __future__ import annotations

import numpy as np

from ...engine.errors import InputError
from ...engine.squares.grid import encode_square_ids, row_major_order
from .scores import LevelScores, SquareScores
from .vectors import Outlines


def join_levels(first: LevelScores, second: LevelScores) -> LevelScores:
    """Scores of one level out of two files; InputError when an area stands in both."""
    twice = set(first.code) & set(second.code)
    if twice:
        raise InputError("{area} stands in two of the files.", area=min(twice))
    scores = first.scores.followed_by(second.scores)
    without = first.without_score + second.without_score
    return LevelScores(first.level, first.code + second.code, first.name + second.name, scores, without_score=without)


def join_outlines(first: Outlines, second: Outlines) -> Outlines:
    """Outlines of one level out of two files."""
    return Outlines(
        first.level,
        first.code + second.code,
        first.name + second.name,
        first.wkb + second.wkb,
        first.repaired + second.repaired,
    )


def join_squares(first: SquareScores, second: SquareScores) -> SquareScores:
    """Squares out of two files, in row-major order; InputError when a square stands in both."""
    column = np.concatenate((first.column, second.column))
    row = np.concatenate((first.row, second.row))
    order = row_major_order(column, row)
    column, row = column[order], row[order]
    twice = np.flatnonzero((np.diff(column) == 0) & (np.diff(row) == 0))[:1]
    if len(twice):
        raise InputError("{area} stands in two of the files.", area=encode_square_ids(column[twice], row[twice])[0])
    scores = first.scores.followed_by(second.scores).of_areas(order)
    return SquareScores(column, row, scores, first.without_score + second.without_score)
