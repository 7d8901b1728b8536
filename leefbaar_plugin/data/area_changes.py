# SPDX-License-Identifier: GPL-2.0-or-later
"""Change of areas between two years, of a layer or of an official level, and of the groups they make.

Everything here is pure and may run in another thread. An official area has the difference of its published scores where
both years are published; other areas have the mean change of the squares with a score in both years.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from ..engine.coverage import Coverage, cover
from ..engine.decomposition import Decomposition, decompose, grouped
from ..engine.development import AreaDevelopment, Development, explaining, is_own_calculation
from ..engine.errors import InputError, PackError
from ..engine.rings import decode_polygons
from .areas import change_class_column
from .development import covered_development, require_period, square_scores
from .geometry import EMPTY_POLYGON
from .measure import Measurer
from .official import LevelAreas, read_level
from .pack import Pack

Floats = NDArray[np.float64]
NO_WEIGHT = ""
GIVEN = "given"
"""Kinds of weight beside those of `engine.weights`: none, and weights of the areas that the user gave."""


@dataclass(frozen=True, eq=False)
class AreaChanges:
    """Change of areas.

    `found` holds change, classes and shares; `explains` int8 [areas] the place of the dimension that explains most, -1
    for none; `published` bool [areas] whether the change is the difference of published scores; `own_class` bool
    [areas] whether the class of the total is our own calculation. `areas` are the official areas, None for those of a
    layer; `coverage` their squares, None for a pack without squares (then `found.shares` is NaN, `found.squares` 0).
    """

    found: AreaDevelopment
    explains: NDArray[np.int8]
    published: NDArray[np.bool_]
    own_class: NDArray[np.bool_]
    coverage: Coverage | None
    areas: LevelAreas | None = None

    def __len__(self) -> int:
        return len(self.explains)


@dataclass(frozen=True, eq=False)
class GroupChanges:
    """Change of groups of areas, decomposed: by theme id the total and every dimension.

    `names` are the groups, `group` int64 [areas] the place of every area's own. `weight` is the kind of weight.
    """

    since: int
    until: int
    names: tuple[str, ...]
    group: NDArray[np.int64]
    themes: dict[str, Decomposition]
    weight: str

    def of(self, theme_id: str) -> Decomposition:
        """The decomposition of one theme."""
        return self.themes[theme_id]


def changes_of(measurer: Measurer, areas: Sequence[bytes | None], since: int, until: int) -> AreaChanges:
    """Change of areas given as WKB in EPSG:28992.

    InputError for an area that is no polygon or for one year twice, PackError for a year the pack doesn't have.
    """
    require_period(measurer.pack, since, until)
    _valid, coverage = measurer.cover(areas)
    return changes_of_covered(measurer, coverage, since, until)


def changes_of_covered(measurer: Measurer, coverage: Coverage, since: int, until: int) -> AreaChanges:
    """Change of areas of which the squares are known; raises as `changes_of` does."""
    model = measurer.pack.model
    require_period(measurer.pack, since, until)
    found = covered_development(measurer, coverage, since, until)
    nothing = np.zeros(len(coverage), bool)
    own = nothing | is_own_calculation(model, model.total.id)
    return AreaChanges(found, explaining(model, found.change, found.classes[:, 0]), nothing, own, coverage)


def changes_of_level(
    pack: Pack, level: str, since: int, until: int, measurer: Measurer | None = None, known: AreaChanges | None = None
) -> AreaChanges:
    """Change of all areas of an official level.

    Without a `measurer` (of this pack), or in a pack without squares, only published scores count, and nothing is known
    of squares and shares. `known` is an earlier result of the same level and measurer: its squares are used again.
    PackError when the pack lacks the level or a year or has no scores of it, InputError for one year twice.
    """
    require_period(pack, since, until)
    if level not in pack.levels:
        raise PackError("The data have no {level} with outlines.", level=level)
    model = pack.model
    coverage = known.coverage if known is not None else None
    use_squares = measurer is not None and pack.grid is not None
    areas, change, stated = _published(pack, level, since, until, use_squares and coverage is None)
    found = _nothing_known(len(areas), len(model.themes), since, until)
    if measurer is not None and pack.grid is not None:
        if coverage is None:
            outlines = [wkb or EMPTY_POLYGON for wkb in areas.wkb]  # the import made them valid
            coverage = cover(pack.grid, decode_polygons(outlines), measurer.recipe.rule)
        found = covered_development(measurer, coverage, since, until)
    published = ~np.isnan(change[:, 0])
    change = np.where(published[:, None], change, found.change.themes)
    if np.isnan(change[:, 0]).all() and not stated.any():
        raise PackError(
            "No area of level {level} has a score in both {since} and {until}.", level=level, since=since, until=until
        )
    reference = model.reference_of((since, until))
    development = Development(since, until, change[:, 0], change[:, 1:], float(reference[1] - reference[0]))
    classes = model.development_classification.classify(change)
    classes[:, 0] = np.where(stated > 0, stated, classes[:, 0])
    own = (stated == 0) & is_own_calculation(model, model.total.id)
    found = replace(found, change=development, classes=classes)
    return AreaChanges(found, explaining(model, development, classes[:, 0]), published, own, coverage, areas)


def _published(
    pack: Pack, level: str, since: int, until: int, outlines: bool
) -> tuple[LevelAreas, Floats, NDArray[np.int8]]:
    """Areas of a level, the change of their published scores (float64 [areas, themes]) and published class of it (0 for
    none).
    """
    names = [f"{theme.id}_{year}" for theme in pack.model.themes for year in (since, until)]
    stated = change_class_column(since, until)
    areas = read_level(pack, level, [*names, stated], outlines)
    values = np.stack([areas.values[name] for name in names], axis=1).reshape(len(areas), -1, 2)
    return areas, values[..., 1] - values[..., 0], np.nan_to_num(areas.values[stated]).astype(np.int8)


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
) -> GroupChanges:
    """Change of groups of areas, taken apart as `engine.decomposition` says; for some themes (default: all).

    `keys` names the group of every area: the same text is the same group. `area_weights` float64 [areas, 2] are weights
    of the areas in both years, where the user has them. Raises as `changes_of` does.
    """
    if len(keys) != len(coverage):
        raise InputError("There are {areas} areas and groups for {keys}.", areas=len(coverage), keys=len(keys))
    pack = measurer.pack
    require_period(pack, since, until)
    names = tuple(dict.fromkeys(keys))
    place = {name: at for at, name in enumerate(names)}
    group = np.array([place[key] for key in keys], np.int64)
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
    return GroupChanges(since, until, names, group, found, weights.kind if area_weights is None else GIVEN)
