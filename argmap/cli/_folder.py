"""The maps in a folder."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path

from argmap.documents.files import is_folder
from argmap.errors import ArgmapError


def maps_named(names: Sequence[str]) -> list[str]:
    """Return the files that are named, each once, and those in named folders that look like maps.

    Raises ArgmapError for a folder that has none.
    """
    files: list[str] = []
    for name in names:
        if not is_folder(name):
            files.append(name)
            continue
        found = maps_below(name)
        if not found:
            raise ArgmapError(f"no file in '{name}' looks like a map", "see argmap formats")
        files += found
    once: dict[str, str] = {}
    for file in files:
        once.setdefault(os.path.normpath(file), file)
    return list(once.values())


def maps_below(folder: str) -> list[str]:
    """Return the files anywhere below a folder that look like maps, sorted.

    The suffix decides where no other kind of file has it; for others, such as
    .json, the content does. Hidden files are skipped.
    """
    from argmap.formats import readable, shared_suffixes, suffixes

    own = {end for name in readable() for end in suffixes(name)} - _COMMON
    common = {end for name in readable() for end in shared_suffixes(name)} | _COMMON
    found = []
    for path in sorted(Path(folder).rglob("*")):
        name = path.name.lower()
        is_hidden = any(part.startswith(".") for part in path.relative_to(folder).parts)
        if is_hidden or not path.is_file():
            continue
        if name.endswith(tuple(own)) or (name.endswith(tuple(common)) and _looks_like_map(path)):
            found.append(str(path))
    return found


_OWN = (".json", ".yaml", ".yml")
_COMMON = {*_OWN, ".csv", ".xml", ".txt"}


def _looks_like_map(path: Path) -> bool:
    """Return whether a file says that it is a map, though it may be broken, or looks like one."""
    from argmap.cli._inputs import says_it_is_map
    from argmap.documents.files import decode, read_bytes
    from argmap.documents.sample import Sample
    from argmap.formats import detect, recognises

    try:
        data = read_bytes(path)
        if path.name.lower().endswith(_OWN) and says_it_is_map(data):
            return True
        text = decode(data, str(path)).text
        is_recognised = recognises(detect(text, path), Sample(text))
    except ArgmapError:
        return False
    return is_recognised is not False
