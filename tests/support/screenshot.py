"""Take the picture of a page in the README: ``python tests/support/screenshot.py``."""

from __future__ import annotations

import tempfile
from pathlib import Path
from shutil import which

from playwright.sync_api import sync_playwright

from support import argmap

PATH = Path(__file__).parent.parent / "snapshots" / "page.png"


def take() -> None:
    """Write the picture of the bundled map in Chromium, with one claim in full."""
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as drivers:
        page = Path(folder) / "page.html"
        argmap("export", "-q", "-o", str(page))
        browser = drivers.chromium.launch(executable_path=which("chromium"), args=["--no-sandbox"])
        tab = browser.new_page(viewport={"width": 1200, "height": 720})
        tab.goto(f"{page.as_uri()}#no-alliance")
        tab.wait_for_load_state("networkidle")
        tab.screenshot(path=PATH)


if __name__ == "__main__":
    take()
