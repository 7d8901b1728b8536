# SPDX-License-Identifier: GPL-2.0-or-later
"""The areas of the page of change as a layer, with every figure that the algorithm writes."""

from __future__ import annotations

from typing import Any

from ... import settings
from ...analysis.change.change_view import OWN, ChangeView
from ...analysis.change.development_tables import change_cautions, change_columns, source_columns
from ...translation import language, tr
from ..result_layers import LayerResult, method_of
from ..session import Session


def result_of(session: Session, view: ChangeView, name: str) -> LayerResult:
    """What becomes the layer; `name` says of which areas."""
    columns: dict[str, Any] = {} if view.subject == OWN else {"code": list(view.keys)}
    columns |= {"name": list(view.names)}
    columns |= change_columns(session.model, view.changes, session.recipe.rule, language())
    columns |= source_columns(view.changes) | change_cautions(view.changes, language(), settings.load().limits)
    title = tr("Change {since}–{until}").format(since=view.since, until=view.until)
    return LayerResult(f"{title} – {name}", view.outlines, columns, method_of(session), True)
