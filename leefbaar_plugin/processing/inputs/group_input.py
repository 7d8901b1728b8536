# SPDX-License-Identifier: GPL-2.0-or-later
"""What algorithms over groups share: ready-made groups of gemeenten, own ones as text, and those of a layer."""

from __future__ import annotations

from typing import Any

from qgis.core import (
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingParameterBoolean,
    QgsProcessingParameterEnum,
    QgsProcessingParameterField,
    QgsProcessingParameterString,
    QgsVariantUtils,
)

from ...analysis.groups.area_groups import CITIES, GROUP_KINDS, AreaGroup, groups_of, own_groups
from ...analysis.groups.group_figures import (
    CoveredGroups,
    complete_groups,
    cover_areas,
    cover_groups,
    require_counts,
    together,
)
from ...analysis.measure import Measurer
from ...analysis.references.references import is_whole_country
from ...engine.errors import InputError
from ...engine.model import in_language
from ...pack.pack import Pack
from ...translation import language, tr
from ...words.group_kinds import group_kind_names
from ...words.reference import kept_groups_sentence
from ...words.weights import weight_name
from ..algorithm import advanced
from .area_input import AREAS, AreasAlgorithm, tell_parts

GROUPS, OWN, GROUP_FIELD, INCOMPLETE = "GROUPS", "OWN", "GROUP_FIELD", "INCOMPLETE"
_MOST_NAMED = 8


class GroupsAlgorithm(AreasAlgorithm):
    """Base of algorithms over groups of gemeenten or of areas."""

    def add_group_parameters(self) -> None:
        """Ready-made groups, own groups, groups of a layer of areas."""
        labels = list(group_kind_names().values())
        self.addParameter(
            QgsProcessingParameterEnum(GROUPS, tr("Groups of gemeenten"), labels, allowMultiple=True, optional=True)
        )
        own = tr("Own groups, like: Name: Schiedam; GM0622 | Second: Maassluis")
        self.addParameter(QgsProcessingParameterString(OWN, own, optional=True))
        self.add_areas_parameter(optional=True)
        field = tr("Group of an area (field; empty: all areas are one group)")
        self.addParameter(QgsProcessingParameterField(GROUP_FIELD, field, None, AREAS, optional=True))

    def add_incomplete_parameter(self) -> None:
        """Whether groups count of which the pack holds some gemeenten only."""
        label = tr("Also groups of which the data hold a part of the gemeenten")
        self.addParameter(advanced(QgsProcessingParameterBoolean(INCOMPLETE, label, defaultValue=False)))

    def covered(
        self,
        parameters: dict[str, Any],
        context: QgsProcessingContext,
        feedback: QgsProcessingFeedback,
        pack: Pack,
        kept: bool = False,
    ) -> CoveredGroups:
        """The groups that were chosen, with their squares; G4 and G40 when nothing was chosen.

        With `kept`, what was kept at the import stands for ready-made groups that the pack doesn't hold. InputError for
        unknown gemeenten and when no group is left, PackError without counts of the weight.
        """
        measurer = Measurer(pack, self.recipe(parameters, context))
        require_counts(pack, measurer.recipe.weight)
        own = self.parameterAsString(parameters, OWN, context).strip()
        of_layer = parameters.get(AREAS) not in (None, "")
        # without a value QGIS would give the first choice
        given = parameters.get(GROUPS) not in (None, "", [])
        kinds = [GROUP_KINDS[at] for at in self.parameterAsEnums(parameters, GROUPS, context)] if given else []
        if not kinds and not own and not of_layer:
            kinds = [CITIES]
        weight = measurer.weights.kind if kept else ""
        groups = [group for kind in kinds for group in groups_of(pack, kind, weight)]
        wanted = self._ready_made(parameters, context, feedback, groups) if kinds else []
        _tell_kept(pack, wanted, weight, feedback)
        wanted += own_groups(pack, own) if own else []
        parts = [cover_groups(measurer, wanted)] if wanted else []
        if of_layer:
            _source, areas = self.read_areas(parameters, context, feedback)
            field = self.parameterAsString(parameters, GROUP_FIELD, context)
            keys = [group_name(feature[field]) if field else tr("all areas") for feature in areas.features]
            parts.append(cover_areas(measurer, areas.wkb, keys))
        found = together(parts)
        tell_parts(found.left_out, feedback)
        return found

    def _ready_made(
        self,
        parameters: dict[str, Any],
        context: QgsProcessingContext,
        feedback: QgsProcessingFeedback,
        groups: list[AreaGroup],
    ) -> list[AreaGroup]:
        if self.parameterAsBool(parameters, INCOMPLETE, context):
            return groups
        whole, parts = complete_groups(groups)
        named = ", ".join(in_language(group.name, language()) for group in parts[:_MOST_NAMED])
        named += " …" if len(parts) > _MOST_NAMED else ""
        if not whole:
            raise InputError(
                "The data pack holds no group of this kind with all its gemeenten, only parts of: {groups}. Choose own "
                "groups or every gemeente, or allow groups in part.",
                groups=named or "-",
            )
        if parts:
            text = tr("Left out, because the data hold a part of their gemeenten only: {groups}.")
            feedback.pushWarning(text.format(groups=named))
        return whole


def _tell_kept(pack: Pack, groups: list[AreaGroup], weight: str, feedback: QgsProcessingFeedback) -> None:
    """Say of which groups the figures were kept at the import, and why others weren't taken from there."""
    text = kept_groups_sentence([group for group in groups if group.kept])
    if text:
        feedback.pushInfo(text)
    if weight and pack.national is not None and pack.national.weight != weight and not is_whole_country(pack):
        text = tr("What the data keep of the rest of the country is by {kept}, so its shares by {weight} aren't known.")
        feedback.pushInfo(text.format(kept=weight_name(pack.national.weight), weight=weight_name(weight)))


def group_name(value: Any) -> str:
    """The group of an area by the value of its field; NULL and empty text are one group, with a name of its own."""
    text = "" if QgsVariantUtils.isNull(value) else str(value).strip()
    return text or tr("no group")
