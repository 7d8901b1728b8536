# SPDX-License-Identifier: GPL-2.0-or-later
"""The demonstration data as an earlier edition would have them."""

from __future__ import annotations

import csv
import zipfile
from pathlib import Path

DEMONSTRATION = Path(__file__).resolve().parents[1] / "resources" / "demo" / "schiedam"


def release_until(year: int, folder: Path) -> Path:
    """Fill a folder with the files of scores up to a year, without what tells the change; returns it."""
    with zipfile.ZipFile(next(DEMONSTRATION.glob("open-data*.zip"))) as archive:
        for name in archive.namelist():
            if name.endswith(".csv") and "__MACOSX" not in name:
                header, *rows = archive.read(name).decode("utf-8-sig").splitlines()
                columns = [column.strip('"') for column in header.split(",")]
                if "jaar" in columns:
                    at = columns.index("jaar")
                    kept = [row for row in csv.reader(rows) if int(row[at]) <= year]
                    with (folder / Path(name).name).open("w", newline="") as file:
                        csv.writer(file).writerows([columns, *kept])
    return folder
