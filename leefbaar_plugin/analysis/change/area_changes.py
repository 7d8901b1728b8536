# SPDX-License-Identifier: GPL-2.0-or-later
"""Change of areas between two years, of a layer or of an official level, and of the groups they make.

Everything here is pure and may run in another thread. An official area has its published change where there is one,
else the difference of its published scores where both years are published; other areas have the mean change of the
squares with a score in both years.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from ...engine.areas.aggregation import nothing_measured
from ...engine.areas.coverage import Coverage
from ...engine.areas.coverings import emptied
from ...engine.change.decomposition import Decomposition, decompose, grouped
from ...engine.change.development import AreaDevelopment, Development, explaining, is_own_calculation
from ...engine.errors import InputError, PackError
from ...engine.model import ScoreModel
from ...pack.official import LevelAreas, read_level
from ...pack.official_changes import change_classes, published_changes
from ...pack.official_scores import OfficialArea, official_scores
from ...pack.pack import Pack
from ...pack.parts import whole_places
from ..measure import Measurer
from .development import change_and_ends, require_period, square_scores

Floats = NDArray[np.float64]
NO_WEIGHT = ""
GIVEN = "given"
"""Kinds of weight beside those of `engine.squares.weights`: none, and weights of the areas that the user gave."""


@dataclass(frozen=True, eq=False)
class EndScores:
    """Scores at both ends of a change: `total` float64, `classes` int8, `published` and `certain` (whether the class
    is) bool, each [areas, 2].

    A score that is published is that one; others are the mean of the squares with a score in both years.
    """

    total: Floats
    classes: NDArray[np.int8]
    published: NDArray[np.bool_]
    certain: NDArray[np.bool_]


@dataclass(frozen=True, eq=False)
class AreaChanges:
    """Change of areas.

    `found` holds change, classes and shares; `explains` int8 [areas] the place of the dimension that explains most, -1
    for none; `published` bool [areas] whether the change is a published one or the difference of published scores,
    `stated` bool [areas] whether it is a published one; `own_class` bool [areas] whether the class of the total is our
    own calculation; `scores` are the score and class in both years. `official` are the official areas that they are;
    `areas` all of a level, None for those of a layer, and `left_out` the names of its areas of which the pack holds a
    part; `coverage` their squares, None for a pack without squares (then `found.shares` is NaN, `found.squares` 0).
    `whole` int64 [areas] are the places of the areas in their level, where they are of one.
    """

    found: AreaDevelopment
    explains: NDArray[np.int8]
    published: NDArray[np.bool_]
    stated: NDArray[np.bool_]
    own_class: NDArray[np.bool_]
    scores: EndScores
    coverage: Coverage | None
    official: tuple[OfficialArea | None, ...]
    areas: LevelAreas | None = None
    left_out: tuple[str, ...] = ()
    whole: NDArray[np.int64] | None = None

    def __len__(self) -> int:
        return len(self.explains)


@dataclass(frozen=True, eq=False)
class GroupChanges:
    """Change of groups of areas, decomposed: by theme id the total and every dimension.

    `names` are the groups, `group` int64 [areas] the place of every area's own. `weight` is the kind of weight.
    `left_out` bool [areas] are official areas of which the pack holds a part: they don't count in their group.
    """

    since: int
    until: int
    names: tuple[str, ...]
    group: NDArray[np.int64]
    themes: dict[str, Decomposition]
    weight: str
    left_out: NDArray[np.bool_]

    def of(self, theme_id: str) -> Decomposition:
        """The decomposition of one theme."""
        return self.themes[theme_id]


def changes_of(measurer: Measurer, areas: Sequence[bytes | None], since: int, until: int) -> AreaChanges:
    """Change of areas given as WKB in EPSG:28992.

    InputError for an area that is no polygon or for one year twice, PackError for a year the pack doesn't have.
    """
    require_period(measurer.pack, since, until)
    valid, coverage = measurer.cover(areas)
    return changes_of_covered(measurer, coverage, since, until, official_scores(measurer.pack).recognise(valid.wkb))


def changes_of_covered(
    measurer: Measurer,
    coverage: Coverage,
    since: int,
    until: int,
    official: Sequence[OfficialArea | None] | None = None,
) -> AreaChanges:
    """Change of areas of which are known the squares, and the official area that they are; raises as `changes_of`."""
    pack, model = measurer.pack, measurer.pack.model
    require_period(pack, since, until)
    found, on_squares = change_and_ends(measurer, coverage, since, until)
    official = official or [None] * len(coverage)
    published = _PublishedChange.nothing(len(coverage), len(model.themes))
    for level in {area.level for area in official if area is not None}:
        of_level = _published(pack, level, since, until)
        row, place = np.array([(n, a.place) for n, a in enumerate(official) if a is not None and a.level == level]).T
        published.take(row, of_level, place)
    ends = _end_scores(pack, official, since, until, on_squares)
    part = np.array([area is not None and area.is_part for area in official], bool)
    return _combined(model, _without(found, part), published, ends, coverage, official)


def changes_of_level(
    pack: Pack, level: str, since: int, until: int, measurer: Measurer | None = None, known: AreaChanges | None = None
) -> AreaChanges:
    """Change of all areas of an official level that are whole in the pack.

    Without a `measurer` (of this pack), or in a pack without squares, only published scores count, and nothing is known
    of squares and shares. `known` is an earlier result of the same level and measurer: its squares are used again.
    PackError when the pack lacks the level or a year or has no scores of it, InputError for one year twice.
    """
    require_period(pack, since, until)
    if level not in pack.known_levels:
        raise PackError("The data have no {level}.", level=level)
    if level not in pack.levels:
        measurer = None  # nothing is known of the place of these areas
    model = pack.model
    if known is not None and known.areas is not None and known.whole is not None:
        areas, whole, left_out, coverage = known.areas, known.whole, known.left_out, known.coverage
    else:
        areas = read_level(pack, level, outlines=measurer is not None)
        places, names = whole_places(pack, areas)
        whole, left_out = np.array(places, np.int64), tuple(names)
        areas = areas.where(places) if names else areas
        coverage = measurer.cover_official(areas) if measurer is not None else None
    published = _published(pack, level, since, until).where(whole)
    official = known.official if known is not None else official_scores(pack).of_codes(level, areas.code)
    found, on_squares = _nothing_known(len(areas), len(model.themes), since, until), None
    if measurer is not None and coverage is not None:
        found, on_squares = change_and_ends(measurer, coverage, since, until)
    ends = _end_scores(pack, official, since, until, on_squares)
    made = _combined(model, found, published, ends, coverage, official, areas)
    if np.isnan(made.found.change.total).all() and not published.classes.any():
        raise PackError(
            "No area of level {level} has a score in both {since} and {until}.", level=level, since=since, until=until
        )
    return replace(made, left_out=left_out, whole=whole)


@dataclass(frozen=True, eq=False)
class _PublishedChange:
    """What is published of the change of areas: float64 [areas, themes], NaN for none; whether the change itself is
    (bool [areas]), or scores of both years; and the class of the change, int8 [areas], 0 for none.
    """

    change: Floats
    stated: NDArray[np.bool_]
    classes: NDArray[np.int8]

    @classmethod
    def nothing(cls, areas: int, themes: int) -> _PublishedChange:
        """Nothing is published."""
        return cls(np.full((areas, themes), np.nan), np.zeros(areas, bool), np.zeros(areas, np.int8))

    def where(self, places: NDArray[np.int64]) -> _PublishedChange:
        """Of some areas, by place."""
        return _PublishedChange(self.change[places], self.stated[places], self.classes[places])

    def take(self, rows: NDArray[np.integer], other: _PublishedChange, places: NDArray[np.integer]) -> None:
        """Fill rows with what is at places of the other."""
        self.change[rows], self.stated[rows] = other.change[places], other.stated[places]
        self.classes[rows] = other.classes[places]


def _combined(
    model: ScoreModel,
    found: AreaDevelopment,
    over: _PublishedChange,
    ends: EndScores,
    coverage: Coverage | None,
    official: Sequence[OfficialArea | None],
    areas: LevelAreas | None = None,
) -> AreaChanges:
    """Changes of the squares, with what is published over them."""
    since, until = found.change.since, found.change.until
    published = ~np.isnan(over.change[:, 0])
    change = np.where(published[:, None], over.change, found.change.themes)
    reference = model.reference_of((since, until))
    development = Development(since, until, change[:, 0], change[:, 1:], float(reference[1] - reference[0]))
    classes = np.where(published[:, None], model.development_classification.classify(change), found.classes)
    classes[:, 0] = np.where(over.classes > 0, over.classes, classes[:, 0])
    own = (over.classes == 0) & is_own_calculation(model, model.total.id)
    found = replace(found, change=development, classes=classes)
    explains = explaining(model, development, classes[:, 0])
    ends = _completed(model, ends, over)
    return AreaChanges(found, explains, published, over.stated, own, ends, coverage, tuple(official), areas)


def _completed(model: ScoreModel, ends: EndScores, over: _PublishedChange) -> EndScores:
    """Where the change is published and the score of one year is, the other score is what follows from them."""
    total, classes, certain = ends.total.copy(), ends.classes.copy(), ends.certain.copy()
    for end, other, sign in ((0, 1, -1.0), (1, 0, 1.0)):
        lacking = np.flatnonzero(over.stated & ~ends.published[:, end] & ends.published[:, other])
        total[lacking, end] = total[lacking, other] + sign * over.change[lacking, 0]
        classes[lacking, end] = model.total_classification.classify(total[lacking, end])
        certain[lacking, end] = model.total_classification.certain(total[lacking, end])
    return replace(ends, total=total, classes=classes, certain=certain)


def _without(found: AreaDevelopment, part: NDArray[np.bool_]) -> AreaDevelopment:
    """Changes without those of official areas of which the squares are a part only."""
    if not part.any():
        return found
    change = np.where(part[:, None], np.nan, found.change.themes)
    development = replace(found.change, total=change[:, 0], contributions=change[:, 1:])
    shares = np.where(part[:, None, None], np.nan, found.shares)
    classes = np.where(part[:, None], 0, found.classes).astype(np.int8)
    return replace(found, change=development, shares=shares, classes=classes)


def _end_scores(
    pack: Pack,
    official: Sequence[OfficialArea | None],
    since: int,
    until: int,
    total: Floats | None,
) -> EndScores:
    """Scores in both years: published, else `total`, those on the squares with a score in both."""
    model, years = pack.model, (since, until)
    scores = nothing_measured(model, len(official), years)
    if total is not None:
        scale = model.total_classification
        scores = replace(scores, total=total, classes=scale.classify(total), certain=scale.certain(total))
    scores = official_scores(pack).over(scores, official)
    return EndScores(scores.total, scores.classes, scores.is_published, scores.certain)


def _published(pack: Pack, level: str, since: int, until: int) -> _PublishedChange:
    """Change of all areas of a level as published, else the difference of their published scores."""
    change, classes = official_scores(pack).differences(level, since, until), change_classes(pack, level, since, until)
    as_published = published_changes(pack, level, since, until)
    if as_published is None:
        return _PublishedChange(change, np.zeros(len(change), bool), classes)
    change = np.where(np.isnan(as_published), change, as_published)
    return _PublishedChange(change, ~np.isnan(as_published[:, 0]), classes)


def _nothing_known(areas: int, themes: int, since: int, until: int) -> AreaDevelopment:
    """The change of areas of which no squares are known."""
    nothing = np.full((areas, themes), np.nan)
    return AreaDevelopment(
        Development(since, until, nothing[:, 0], nothing[:, 1:], 0.0),
        np.zeros((areas, themes), np.int8),
        np.full((areas, themes, 3), np.nan),
        np.zeros(areas, np.int64),
        np.zeros(areas),
        NO_WEIGHT,
    )


def changes_of_groups(
    measurer: Measurer,
    coverage: Coverage,
    keys: Sequence[str],
    since: int,
    until: int,
    area_weights: Floats | None = None,
    themes: Sequence[str] | None = None,
    official: Sequence[OfficialArea | None] = (),
) -> GroupChanges:
    """Change of groups of areas, taken apart as `engine.change.decomposition` says; for some themes (default: all).

    `keys` names the group of every area: the same text is the same group. `area_weights` float64 [areas, 2] are weights
    of the areas in both years, where the user has them. `official` are the official areas that they are: those of which
    the pack holds a part don't count. Raises as `changes_of` does.
    """
    if len(keys) != len(coverage):
        raise InputError("There are {areas} areas and groups for {keys}.", areas=len(coverage), keys=len(keys))
    pack = measurer.pack
    require_period(pack, since, until)
    names = tuple(dict.fromkeys(keys))
    place = {name: at for at, name in enumerate(names)}
    group = np.array([place[key] for key in keys], np.int64)
    left_out = np.zeros(len(keys), bool)
    left_out[: len(official)] = [one is not None and one.is_part for one in official]
    coverage = emptied(coverage, left_out) if left_out.any() else coverage
    square, at = np.unique(coverage.square, return_inverse=True)
    part = Coverage(coverage.offset, at.astype(np.int64), coverage.share, coverage.surface)
    areas = grouped(part, group, len(names))
    scores, weights = square_scores(pack, (since, until), square), measurer.weights
    by_theme = {pack.model.total.id: scores.total}
    by_theme |= {theme.id: scores.contributions[..., number] for number, theme in enumerate(pack.model.dimensions)}
    found = {
        theme: decompose(by_theme[theme][:, 0], by_theme[theme][:, 1], areas, weights.value[square], area_weights)
        for theme in themes or by_theme
    }
    kind = weights.kind if area_weights is None else GIVEN
    return GroupChanges(since, until, names, group, found, kind, left_out)
