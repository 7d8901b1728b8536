# SPDX-License-Identifier: GPL-2.0-or-later
"""The edition of a set of files: one for all of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...engine.errors import InputError

if TYPE_CHECKING:
    from .inspection import Inspection


def require_one_edition(found: Inspection) -> None:
    """Raise InputError when the newest years of the levels aren't one and the same."""
    newest = {level: max(years) for level, years in found.years.items()}
    newest |= {f"{level} (ontwikkeling)": max(until for _, until in of) for level, of in found.periods.items() if of}
    if len(set(newest.values())) > 1:
        listed = ", ".join(f"{level} {year}" for level, year in newest.items())
        raise InputError("The files are of different editions ({editions}). Import them one by one.", editions=listed)


def remark_on_years(found: Inspection) -> None:
    """Remark on years that are newer than the model knows."""
    newer = {year for years in found.years.values() for year in years if year > found.model.years[-1]}
    if newer:
        found.remarks.append(
            InputError(
                "This version of the plugin knows the measurements up to {known}; the files hold {years}. They are "
                "taken as they are.",
                known=found.model.years[-1],
                years=", ".join(map(str, sorted(newer))),
            )
        )
