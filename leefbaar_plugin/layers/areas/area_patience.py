# SPDX-License-Identifier: GPL-2.0-or-later
"""How long QGIS stands still for a file that another program is writing.

GDAL waits five seconds, for each statement of a storing anew, and offers no setting that holds: where SpatiaLite is
loaded it sets the same time again after all options were read. So the connection that QGIS writes through is told so
itself, as a transaction of QGIS that is never begun lets us.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from qgis.core import QgsTransaction, QgsVectorLayer

from .area_file import file_of

_MILLISECONDS = 250
"""Of each of the five or six statements that a storing begins with."""


def hurry(layer: QgsVectorLayer, *_signal: object) -> None:
    """Let QGIS give up soon when another program keeps a layer from being stored, which is in edit mode."""
    transaction = QgsTransaction.create(str(file_of(layer)), "ogr")
    if transaction is not None:
        transaction.executeSql(f"PRAGMA busy_timeout={_MILLISECONDS}")


@contextmanager
def hurried(layer: QgsVectorLayer) -> Iterator[None]:
    """What is written meanwhile, past the edit mode, doesn't wait long for another program."""
    provider = layer.dataProvider()
    entered = provider.enterUpdateMode()
    hurry(layer)
    try:
        yield
    finally:
        if entered:
            provider.leaveUpdateMode()
