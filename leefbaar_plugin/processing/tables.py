# SPDX-License-Identifier: GPL-2.0-or-later
"""Tables without geometry as outputs, and a table beside a layer: both whole, or neither there."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

from qgis.core import QgsCoordinateReferenceSystem, QgsFeature, QgsWkbTypes

from ..engine.errors import LeefbaarError
from ..layers.fields import fields_of
from .output import OUTPUT, LayerForm, Run, discard, write_layer

Columns = Mapping[str, Sequence[Any]]


def write_table(run: Run, columns: Columns, begin: float = 0.0, output: str = OUTPUT) -> str:
    """Write a table, a column per name, and return where it is; raises as `write_layer` does."""
    form = LayerForm(fields_of(columns), QgsWkbTypes.Type.NoGeometry, QgsCoordinateReferenceSystem())
    rows = list(zip(*columns.values(), strict=True))
    return write_layer(run, form, _features(form, rows), len(rows), begin, output)


def write_beside(run: Run, columns: Columns | None, output: str, write: Callable[[], str]) -> dict[str, str]:
    """Write what OUTPUT is by `write`, and a table to `output` when it is asked for and there are columns.

    When the second of them can't be written, or the user cancels, the first is taken away again.
    """
    if columns is None or run.parameters.get(output) in (None, ""):
        return {OUTPUT: write()}
    beside = write_table(run, columns, output=output)
    try:
        return {OUTPUT: write(), output: beside}
    except LeefbaarError:
        discard(beside, run)
        raise


def _features(form: LayerForm, rows: Sequence[Sequence[Any]]) -> Iterator[QgsFeature]:
    for row in rows:
        made = QgsFeature(form.fields)
        made.setAttributes(list(row))
        yield made
