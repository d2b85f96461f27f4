"""The maps in a folder."""

from __future__ import annotations

import os
import re
from collections.abc import Sequence
from pathlib import Path

from argmap.documents.files import is_folder
from argmap.errors import ArgmapError


def maps_named(names: Sequence[str]) -> list[str]:
    """Return the files that arguments name, each once; of a folder those that look like maps.

    Raises ArgmapError where a folder has none.
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
    """Return the files in a folder, and in those below it, that look like maps, sorted.

    A suffix that no other kind of file has is enough; of the others, such as
    .json, the content has to be that of a map. Hidden files are passed over.
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


_COMMON = {".json", ".yaml", ".yml", ".csv", ".xml", ".txt"}


def _looks_like_map(path: Path) -> bool:
    from argmap.documents.files import decode, read_bytes
    from argmap.documents.sample import Sample
    from argmap.formats import detect, recognises

    try:
        text = decode(read_bytes(path), str(path)).text
        is_recognised = recognises(detect(text, path), Sample(text))
    except ArgmapError:
        return False
    return is_recognised is not False


def may_be_map(data: bytes, name: str) -> bool:
    """Return whether a file is worth reading as a map; YAML and JSON only with the key argmap."""
    from argmap.documents.files import decode
    from argmap.documents.sample import Sample
    from argmap.formats import recognises

    if not name.lower().endswith((".json", ".yaml", ".yml")):
        return True
    try:
        sample = Sample(decode(data, name).text)
    except ArgmapError:
        return False
    # JSON with a mistake in it shows no keys.
    begins = re.match(r'\s*\{\s*"?argmap"?\s*:', sample.text) is not None
    return begins or any(recognises(each, sample) for each in ("json", "yaml"))
