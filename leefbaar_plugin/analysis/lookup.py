# SPDX-License-Identifier: GPL-2.0-or-later
"""One figure of one area at a time, as expressions ask for it: an area is measured once for all that is asked of it."""

from __future__ import annotations

import hashlib
import re
from collections import OrderedDict
from threading import Lock

import numpy as np

from ..engine.areas.aggregation import AreaScores
from ..engine.areas.figures import AreaFigures, figures_of
from ..engine.choices import CautionLimits
from ..engine.errors import InputError
from ..engine.model import ScoreModel, Theme
from .cautions import Caution, cautions_of
from .measure import Measurer

_KEPT = 64
Said = frozenset[str]
NOTHING_SAID: Said = frozenset()
_NUMBER = re.compile(r"[+-]?\d+(\.0*)?")
_OR_LOWER = (" or lower", " of lager", " or worse", " of slechter")
_UNFAVOURABLE = {"unfavourable", "ongunstig"}


class Lookup:
    """Figures by one measurer, with the year that holds when none is asked; may be used by several threads at once.

    `said` are words that an area is called by, its code among them, as of `OfficialScores.recognise`.
    """

    def __init__(
        self, measurer: Measurer, year: int, limits: CautionLimits | None = None, language: str = "nl"
    ) -> None:
        self.measurer = measurer
        self.year = year
        self.limits, self.language = limits or CautionLimits(), language
        self.model: ScoreModel = measurer.pack.model
        self._measured: OrderedDict[tuple[bytes, frozenset[str]], AreaScores] = OrderedDict()
        self._lock = Lock()

    def of_year(self, year: int) -> Lookup:
        """The same with another year by default; what was measured stays."""
        other = Lookup(self.measurer, year, self.limits, self.language)
        other._measured, other._lock = self._measured, self._lock
        return other

    def score(self, wkb: bytes, year: object = None, theme: object = None, said: Said = NOTHING_SAID) -> float | None:
        """Score of an area (WKB in EPSG:28992): total, deviation or contribution; None for no value.

        `year` and `theme` as in `year_of` and `theme_of`; InputError or PackError for what isn't known.
        """
        return _value(self._figures(wkb, year, said), self.theme_of(theme), self.model)

    def class_number(
        self, wkb: bytes, year: object = None, theme: object = None, said: Said = NOTHING_SAID
    ) -> int | None:
        """Class 1-9 of an area: of the total score, or of a dimension or the deviation on the scale of deviations."""
        asked = self.theme_of(theme)
        figures = self._figures(wkb, year, said)
        if asked.id == self.model.total.id:
            return figures.class_number or None
        scale = self.model.deviation_classification
        if scale is None:
            raise InputError(
                "{model} has classes of the total score only, none of {theme}.", model=self.model.id, theme=asked.id
            )
        if asked.id in figures.dimension_classes:
            return figures.dimension_classes[asked.id] or None
        return None if figures.deviation is None else int(scale.classify(np.array([figures.deviation]))[0])

    def share(self, wkb: bytes, year: object = None, classes: object = None, said: Said = NOTHING_SAID) -> float | None:
        """Part of the weight (0-1) in squares of some classes, as in `classes_of`; None for no value."""
        asked = self.classes_of(classes)
        shares = [self._figures(wkb, year, said).shares[number - 1] for number in asked]
        return None if None in shares else sum(share or 0.0 for share in shares)

    def few(self, wkb: bytes, year: object = None, _which: object = None, said: Said = NOTHING_SAID) -> bool | None:
        """Whether an area has fewer dwellings than the least of the limits; None without a scored square."""
        return self._caution(wkb, year, said).few(self.limits)

    def warning(self, wkb: bytes, year: object = None, _which: object = None, said: Said = NOTHING_SAID) -> str:
        """What has to be told beside the figures of an area, in words; '' for nothing."""
        return self._caution(wkb, year, said).words(self.limits, self.language)

    def _caution(self, wkb: bytes, year: object, said: Said) -> Caution:
        at = self.measurer.pack.years.index(self.year_of(year))
        return cautions_of(self._scores(wkb, said), at)[0]

    def year_of(self, year: object) -> int:
        """A year that is asked for, as number or text; the one by default for None."""
        if year is None or year == "":
            return self.year
        text = str(year).strip()
        if not _NUMBER.fullmatch(text):
            years = ", ".join(map(str, self.measurer.pack.years))
            raise InputError("“{year}” is no year; the data have {years}.", year=text, years=years)
        return self.measurer.pack.require_year(int(float(text)))

    def theme_of(self, theme: object) -> Theme:
        """A theme that is asked for by id or by name in any language; the total for None. InputError for another."""
        if theme is None or theme == "":
            return self.model.total
        text = str(theme).strip().casefold()
        themes = (self.model.total, self.model.deviation, *self.model.dimensions)
        for one in themes:
            names = (one.id, *one.name.values(), *one.short.values())
            if text in (name.casefold() for name in names):
                return one
        raise InputError(
            "There is no theme “{theme}”; there are {themes}.",
            theme=str(theme),
            themes=", ".join(one.id for one in themes),
        )

    def classes_of(self, classes: object) -> tuple[int, ...]:
        """Class numbers that are asked for: a number, a name, a name with “or lower”, or “unfavourable” (None).

        Names may be Dutch or English. InputError for what is none of these.
        """
        if classes is None or classes == "":
            return tuple(sorted(self.model.unfavourable_classes))
        text = " ".join(str(classes).casefold().split())
        if text in _UNFAVOURABLE:
            return tuple(sorted(self.model.unfavourable_classes))
        ending = next((one for one in _OR_LOWER if text.endswith(one)), "")
        number = self._class_of(text.removesuffix(ending))
        if number is None:
            raise InputError(
                "There is no class “{name}”; give a number from 1 to {last}, a name, or a name with “or lower”.",
                name=str(classes),
                last=len(self.model.total_classification.classes),
            )
        return tuple(range(1, number + 1)) if ending else (number,)

    def _class_of(self, text: str) -> int | None:
        for entry in self.model.total_classification.classes:
            if text in (name.casefold() for name in entry.name.values()):
                return entry.number
            if _NUMBER.fullmatch(text) and int(float(text)) == entry.number:
                return entry.number
        return None

    def _figures(self, wkb: bytes, year: object, said: Said) -> AreaFigures:
        return figures_of(self.model, self._scores(wkb, said), 0, self.year_of(year))

    def _scores(self, wkb: bytes, said: Said) -> AreaScores:
        """Figures in all years, from memory when the area was measured a moment ago."""
        key = hashlib.blake2b(wkb, digest_size=16).digest(), said
        with self._lock:
            if key in self._measured:
                self._measured.move_to_end(key)
                return self._measured[key]
        scores = self.measurer.measure([wkb], None, [said]).scores
        with self._lock:
            self._measured[key] = scores
            while len(self._measured) > _KEPT:
                self._measured.popitem(last=False)
        return scores


def _value(figures: AreaFigures, theme: Theme, model: ScoreModel) -> float | None:
    if theme.id == model.total.id:
        return figures.total
    if theme.id == model.deviation.id:
        return figures.deviation
    return figures.dimensions[theme.id]
