"""Maps to edit, and pages in a browser.

Pages are as the command writes them, open in the real Chromium. Each is watched
while a test uses it: a word in its console, a request for anything but the page
itself, or a breach of its policy fails the test.
"""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
import yaml
from support import MAPS, ROOT, argmap
from support.edits import COMMENTED
from support.replacing import OLD
from support.typed import TEXT

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page
    from support.visiting import Visit

    Written = Callable[[str, Path], Path]

# A plain run leaves these tests out, and does not need what they import.
collect_ignore = [] if find_spec("playwright") else ["browser"]


@pytest.fixture
def pool(tmp_path: Path) -> Path:
    """Return a map file with comments and many manners of writing, to be edited."""
    path = tmp_path / "pool.yaml"
    path.write_text(COMMENTED, encoding="utf-8")
    return path


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Go to a folder with one map."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "map.yaml").write_text(TEXT, encoding="utf-8")
    return tmp_path


@pytest.fixture
def map_file(tmp_path: Path) -> Path:
    """Return a map in a folder of its own."""
    path = tmp_path / "folder" / "map.yaml"
    path.parent.mkdir()
    path.write_text(OLD, encoding="utf-8")
    return path


@pytest.fixture(scope="module")
def plain() -> Any:
    """Return the bundled map as PyYAML reads it."""
    path = ROOT / "data" / "cognitive-community.yaml"
    return yaml.safe_load(path.read_text(encoding="utf-8"))


_WATCH = """
window.breaches = [];
addEventListener("securitypolicyviolation", (event) => breaches.push(event.violatedDirective));
addEventListener("DOMContentLoaded", () => {
    window.rowsAtStart = document.querySelectorAll("[data-line]").length;
});
"""


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Run Chromium for all tests."""
    from playwright.sync_api import sync_playwright

    path = shutil.which("chromium") or shutil.which("chromium-browser")
    if path is None:
        pytest.fail("there is no chromium; apt-get install chromium")
    with sync_playwright() as driver:
        chromium = driver.chromium.launch(executable_path=path)
        yield chromium
        chromium.close()


@pytest.fixture(scope="session")
def written(tmp_path_factory: pytest.TempPathFactory) -> Written:
    """Return a function that writes the page of some words of ``argmap export``, once."""
    folder = tmp_path_factory.mktemp("pages")
    made: dict[tuple[str, Path], Path] = {}

    def write(words: str, cwd: Path) -> Path:
        if (words, cwd) not in made:
            target = folder / f"{len(made)}.html"
            result = argmap("export", *words.split(), "-o", str(target), cwd=cwd)
            assert result.status == 0, result.err
            made[words, cwd] = target
        return made[words, cwd]

    return write


@pytest.fixture
def visit(browser: Browser, written: Written) -> Iterator[Visit]:
    """Return a function that opens a page, and watches it until the test is over."""
    noises: list[str] = []
    pages: list[Page] = []

    def open_page(
        words: str = "",
        address: str = "",
        *,
        width: int = 1280,
        is_dark: bool = False,
        folder: Path = MAPS,
    ) -> Page:
        page = browser.new_page(
            viewport={"width": width, "height": 800},
            has_touch=width < 500,
            color_scheme="dark" if is_dark else "light",
        )
        page.add_init_script(_WATCH)
        page.set_default_timeout(5000)
        page.on("console", lambda message: noises.append(f"{message.type}: {message.text}"))
        page.on("pageerror", lambda error: noises.append(str(error)))
        page.on("request", lambda request: noises.append(request.url.partition("#")[0]))
        page.goto(written(words, folder).as_uri() + address)
        pages.append(page)
        return page

    yield open_page
    for page in pages:
        assert page.evaluate("breaches") == []
        page.context.close()
    assert set(noises) <= {page.url.partition("#")[0] for page in pages}
