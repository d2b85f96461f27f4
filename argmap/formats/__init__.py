"""Reading and writing maps. One format a file; this folder is the list of formats.

A module ``x`` here is the format ``x`` (``node_link`` is ``node-link``). It has

``SUMMARY``
    what it is, in a few words;
``SUFFIXES``
    the file name endings it is told by, the usual one first;
``generate_x(argument_map, losses) -> str``
    the map as text, what it cannot carry being counted in ``losses``;
``parse_x(source) -> ArgumentMap``
    the reverse, where the format can be read.

Both are pure. ``load``, ``loads``, ``dumps`` and ``save`` wrap them.
"""

from __future__ import annotations

from functools import cache
from importlib import import_module
from pathlib import Path
from typing import Any

from argmap.errors import ArgmapError, UnknownNameError
from argmap.formats._files import decode, read_bytes, write_text
from argmap.formats._losses import Losses
from argmap.model import ArgumentMap, SourceText

__all__ = [
    "Losses",
    "dumps",
    "format_of",
    "format_to_write",
    "load",
    "load_bytes",
    "loads",
    "names",
    "save",
    "summary",
    "write_text",
]

BUNDLED = "cognitive-community.yaml"


@cache
def names() -> tuple[str, ...]:
    """Return the names of all formats, sorted."""
    files = Path(__file__).parent.glob("[!_]*.py")
    return tuple(sorted(file.stem.replace("_", "-") for file in files))


def summary(name: str) -> str:
    """Return in a few words what a format is."""
    return str(_module(name).SUMMARY)


def suffixes(name: str) -> tuple[str, ...]:
    """Return the file name endings of a format, the usual one first."""
    return tuple(_module(name).SUFFIXES)


def format_of(path: str | Path) -> str | None:
    """Return the format whose suffix ends a file name, the longest first; None for no known one."""
    name = Path(path).name.lower()
    if name.endswith((".yaml", ".yml")):  # told without looking at every format
        return "yaml"
    found = [(len(end), f) for f in names() for end in suffixes(f) if name.endswith(end)]
    return max(found)[1] if found else None


def format_to_write(path: str | Path) -> str:
    """Return the format that a file name asks for; raises ArgmapError where it tells none."""
    told = format_of(path)
    if told is None:
        known = ", ".join(end for name in names() for end in suffixes(name)[:1])
        raise ArgmapError(f"'{path}' has no suffix that tells a format", f"known: {known}")
    return told


def bundled_path() -> Path:
    """Return where the map is that every command works on when no other is named."""
    package = Path(__file__).parent.parent
    installed = package / "data" / BUNDLED
    return installed if installed.exists() else package.parent / "data" / BUNDLED


def load(path: str | Path | None = None) -> ArgumentMap:
    """Read a map file; the bundled map when no path is given.

    Raises ArgmapError for a file that cannot be read, and InvalidMapError,
    which is one, with every mistake in a file that is not a valid map.
    """
    chosen = bundled_path() if path is None else path
    return load_bytes(read_bytes(chosen), str(chosen))


def load_bytes(data: bytes, name: str) -> ArgumentMap:
    """Read a map from the content of a file, telling its format from ``name`` and itself."""
    source = decode(data, name)
    return _parse(source, format_of(name) or _sniffed(source))


def loads(text: str, format: str = "yaml", name: str = "<text>") -> ArgumentMap:
    """Read a map from text in a format; ``name`` stands in messages for the file."""
    try:
        text.encode()
    except UnicodeEncodeError as error:
        raise ArgmapError(f"{name}: half of a surrogate pair at character {error.start}") from None
    return _parse(SourceText(text.removeprefix("\ufeff"), name), format)


def dumps(argument_map: ArgumentMap, format: str = "yaml", losses: Losses | None = None) -> str:
    """Return a map as text in a format; the same map gives the same text.

    What the format cannot carry is counted in ``losses``.
    """
    generate = _function("generate", format)
    if generate is None:
        raise ArgmapError(f"argmap reads {format} but does not write it")
    return str(generate(argument_map, Losses() if losses is None else losses))


def save(argument_map: ArgumentMap, path: str | Path, format: str | None = None) -> Losses:
    """Write a map to a file, whole or not at all, and return what could not be carried.

    The format is told from the suffix when none is given.
    """
    losses = Losses()
    write_text(path, dumps(argument_map, format or format_to_write(path), losses))
    return losses


def _parse(source: SourceText, name: str) -> ArgumentMap:
    parse = _function("parse", name)
    if parse is None:
        readable = [other for other in names() if _function("parse", other)]
        message = f"argmap writes {name} but does not read it"
        raise ArgmapError(message, f"it reads {', '.join(readable)}")
    import gc

    # Nothing built here is a cycle, and looking for some takes most of the time.
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        result: ArgumentMap = parse(source)
    finally:
        if was_enabled:
            gc.enable()
    return result


def _sniffed(source: SourceText) -> str:
    return "json" if source.text.lstrip()[:1] in {"{", "["} else "yaml"


def _module(name: str) -> Any:
    if name not in names():
        raise UnknownNameError("format", name, names())
    return import_module(f"argmap.formats.{name.replace('-', '_')}")


def _function(verb: str, name: str) -> Any:
    return getattr(_module(name), f"{verb}_{name.replace('-', '_')}", None)
