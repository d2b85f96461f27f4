"""The tests themselves: where they stand."""

from __future__ import annotations

from pathlib import Path

import pytest
from support import ROOT

UNIT, PACKAGE = ROOT / "tests" / "unit", ROOT / "argmap"
FILES = sorted(path.relative_to(UNIT) for path in UNIT.rglob("test_*.py"))


def modules(folder: Path) -> set[str]:
    """Return the names of the modules and folders in a folder of the package, and its own."""
    entries = [entry for entry in folder.iterdir() if entry.is_dir() or entry.suffix == ".py"]
    return {folder.name, *(entry.stem.removeprefix("_") for entry in entries)}


@pytest.mark.parametrize("path", FILES, ids=str)
def test_a_unit_test_is_found_where_its_module_is(path: Path) -> None:
    """``_x.py`` in a folder is tested by ``test_x.py`` in the folder of that name."""
    folder = PACKAGE / path.parent
    assert folder.is_dir(), f"there is no {folder.relative_to(ROOT)} for tests/unit/{path}"
    name = path.stem.removeprefix("test_")
    assert name.endswith("_laws") or name in modules(folder), (
        f"there is no module {name} in {folder.relative_to(ROOT)}: name tests/unit/{path} after "
        "the module that it tests, or with _laws at the end where it tests several"
    )
