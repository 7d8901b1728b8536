# SPDX-License-Identifier: GPL-2.0-or-later
"""What the ready-made kinds of groups of gemeenten are called, and which groups have no list here."""

from __future__ import annotations

from ..analysis.groups.area_groups import CITIES, GEMEENTEN
from ..pack.references.partitions import COROP, COROP_PLUS, PROVINCE, URBANITY
from ..translation import tr


def group_kind_names() -> dict[str, str]:
    """Translated names by kind, in the order of `GROUP_KINDS`."""
    return {
        CITIES: tr("country, G4, G40 and the others"),
        URBANITY: tr("classes of urbanity"),
        PROVINCE: tr("provinces"),
        GEMEENTEN: tr("every gemeente"),
        COROP: tr("COROP regions"),
        COROP_PLUS: tr("COROP-plus regions"),
    }


def unlisted_groups() -> str:
    """That shrink regions and the areas of the NPLV have to come from the user, as a sentence."""
    return tr(
        "The plugin has no list of shrink regions, and no borders of the twenty areas of the NPLV: give them as areas "
        "of your own."
    )
