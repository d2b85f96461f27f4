"""The maps that come with argmap."""

from __future__ import annotations

from pathlib import Path

DEFAULT = "cognitive-community"
"""The name of the map that commands use when no other is named."""

_NO_MAPS = frozenset({"schemes"})  # what else is in the folder


def bundled_path(name: str = DEFAULT) -> Path:
    """Return the path of a map that comes with argmap; by default, the one used for no other."""
    return _folder() / f"{name}.yaml"


def bundled_names() -> tuple[str, ...]:
    """Return the names of the maps that come with argmap, the default first."""
    found = {path.stem for path in _folder().glob("*.yaml")} - _NO_MAPS
    return DEFAULT, *sorted(found - {DEFAULT})


def bundled_name(path: str | Path) -> str | None:
    """Return the name of a map that comes with argmap by its path; None for other files."""
    name = Path(path).stem
    return name if Path(path) == bundled_path(name) and name not in _NO_MAPS else None


def _folder() -> Path:
    package = Path(__file__).parent.parent
    installed = package / "data"
    return installed if installed.exists() else package.parent / "data"
