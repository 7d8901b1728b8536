#!/usr/bin/python3
# SPDX-License-Identifier: GPL-2.0-or-later
"""Makes the README's pictures anew, on the real QGIS in Dutch: `make screenshots`, after `make demo`.

Small PNGs with a palette, in tests/desktop/pictures; they aren't part of the zip.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from tests.desktop import steps  # noqa: E402
from tests.desktop.desktop import Desktop  # noqa: E402

TARGET = ROOT / "tests" / "desktop" / "pictures"
ARRANGED = "iface.mainWindow().findChild(QDockWidget, 'Layers').width() >= 240"
"""The panels have their widths, a second after the start."""
PROJECT = ROOT / "build" / "demo" / "demo.qgz"
LARGEST = 100_000
"""Bytes a picture may take in the repository."""
COLOURS = (128, 96, 64, 48, 32)
EXTENT = (84_400, 436_000, 88_400, 438_300)
CORNERS = [(86_560, 436_560), (87_060, 436_420), (87_330, 436_700), (87_160, 437_230), (86_700, 437_080)]


def small(picture: Path, name: str) -> None:
    """Store a picture with as many colours as fit; OSError when even the fewest don't."""
    target = TARGET / f"{name}.png"
    TARGET.mkdir(parents=True, exist_ok=True)
    for colours in COLOURS:
        command = ["convert", picture, "-strip", "+dither", "-colors", str(colours), "-define"]
        command += ["png:compression-level=9", f"PNG8:{target}"]
        subprocess.run(command, check=True)
        if target.stat().st_size < LARGEST:
            print(f"{target.relative_to(ROOT)}: {target.stat().st_size / 1000:.0f} kB, {colours} colours")
            return
    raise OSError(f"{target} is too large")


def import_dialog(desktop: Desktop) -> None:
    """The dialog once it knows what the files on a stick hold."""
    stick = Path(tempfile.gettempdir()) / "usb-stick"
    stick.mkdir(exist_ok=True)
    files = [Path(shutil.copy(steps.DEMONSTRATION / name, stick)) for name in (*steps.FILES, "demonstration.json")]
    steps.choose_files(desktop, files)
    desktop.fill("LeefbaarometerTarget", "G:/Leefbaarometer/lbm3-2024-schiedam-demo")
    desktop.move((5, 5))
    small(desktop.grab("LeefbaarometerImportDialog", "readme-import"), "import")
    shutil.rmtree(stick)
    desktop.key("Escape")
    desktop.wait("plugin.opening.dialog is None")


def drawing(desktop: Desktop) -> None:
    """The demonstration data, an area just drawn, its figures, and another theme and year."""
    steps.open_demonstration(desktop)
    steps.close_messages(desktop)
    desktop.set_extent(*EXTENT)
    steps.draw_area(desktop, CORNERS)
    desktop.fill("plugin.dock.page.names.lineEdit()", "Centrumplan")
    desktop.key("Return")
    desktop.click("mActionPan")
    desktop.move((5, 5))
    small(desktop.screenshot("readme-area"), "area")
    small(desktop.grab("plugin.dock.page", "readme-figures"), "figures")
    steps.choose_theme(desktop, "onv")
    steps.choose_year(desktop, 2014)
    desktop.move((5, 5))
    small(desktop.screenshot("readme-theme"), "theme")


def finding(desktop: Desktop) -> None:
    """Buurten by a rule, and one of them on the map."""
    steps.choose_theme(desktop, "lbm")
    steps.choose_year(desktop, 2024)
    steps.open_page(desktop, "find")
    desktop.wait(
        "widget('LeefbaarometerFindTable') is not None and widget('LeefbaarometerFindTable').model().rowCount() > 0"
    )
    desktop.eval("widget('LeefbaarometerFindTable').selectRow(0)")
    desktop.settle()
    desktop.move((5, 5))
    small(desktop.screenshot("readme-find"), "find")
    steps.open_page(desktop, "area")


def reopened(desktop: Desktop) -> None:
    """The project of `make demo`."""
    desktop.restart(PROJECT)
    desktop.wait(f"plugin.session.pack is not None and {ARRANGED}")
    steps.close_messages(desktop)
    desktop.settle()
    small(desktop.screenshot("readme-demo"), "demo")


def main() -> int:
    """Make all pictures."""
    if not PROJECT.is_file() or not steps.PLUGIN_ZIP.is_file():
        print("run make demo and make package first", file=sys.stderr)
        return 1
    with Desktop(locale="nl", plugin_zip=steps.PLUGIN_ZIP) as desktop:
        desktop.wait(ARRANGED)
        import_dialog(desktop)
        drawing(desktop)
        finding(desktop)
        reopened(desktop)
        errors = steps.tracebacks(desktop)
    print("\n".join(errors), end="")
    return 1 if errors else 0


if __name__ == "__main__":
    sys.exit(main())
