#!/usr/bin/python3
# SPDX-License-Identifier: GPL-2.0-or-later
"""Writes what the algorithms declare, a file for each language, for the package: QGIS lists them from there first.

    .ci/algorithms.py ROOT OUTPUT [TRANSLATION.qm ...]

.ci/package.py runs it. English is always written, the others are those of the compiled translations.
"""

from __future__ import annotations

import json
import os
import sys
import tempfile
from pathlib import Path
from typing import Any


def declared(language: str, translation: Path | None) -> str:
    """The file of a language, as text."""
    from qgis.core import QgsSettings
    from qgis.PyQt.QtCore import QCoreApplication, QTranslator

    from leefbaar_plugin.processing.announced import as_declared
    from leefbaar_plugin.processing.provider import ALGORITHMS
    from leefbaar_plugin.translation import language as names

    settings = QgsSettings()
    settings.setValue("locale/overrideFlag", True)
    settings.setValue("locale/userLocale", language)
    translator = QTranslator()
    if translation is not None and not translator.load(str(translation)):
        raise SystemExit(f"algorithms: {translation} can't be read")
    QCoreApplication.installTranslator(translator)
    names.cache_clear()
    made = [as_declared(kind().create()) for kind in ALGORITHMS]
    QCoreApplication.removeTranslator(translator)
    return json.dumps(made, indent=1, ensure_ascii=False, default=plain, sort_keys=True) + "\n"


def plain(value: Any) -> Any:
    """A value of a parameter as JSON has it: no value as null, enums as numbers."""
    from qgis.core import NULL

    return None if value == NULL else int(value)


def main(root: Path, output: Path, translations: list[Path]) -> None:
    """Start QGIS without a window, and write."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    sys.dont_write_bytecode = True
    sys.path.insert(0, str(root))
    with tempfile.TemporaryDirectory(prefix="leefbaar-algorithms-") as profile:
        os.environ["QGIS_CUSTOM_CONFIG_PATH"] = os.environ["XDG_DATA_HOME"] = profile
        os.environ.setdefault("XDG_RUNTIME_DIR", profile)
        from qgis.core import QgsApplication

        application = QgsApplication([], False)
        application.initQgis()
        for path in (None, *translations):
            language = "en" if path is None else path.stem.rpartition("_")[2]
            (output / f"{language}.json").write_text(declared(language, path), encoding="utf-8")
        application.exitQgis()


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]), [Path(path) for path in sys.argv[3:]])
