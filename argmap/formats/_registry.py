"""The formats there are: each a module of this folder, found when it is asked for."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from importlib import import_module
from inspect import signature
from pathlib import Path
from typing import Any

from argmap.documents.sample import Sample
from argmap.errors import UnknownNameError


@cache
def names() -> tuple[str, ...]:
    """Return the names of all formats, sorted."""
    return tuple(sorted(_modules()))


@cache
def _modules() -> dict[str, str]:
    """Return the module of each format: a file, the ``format.py`` of a folder, or a file there."""
    package = __package__
    found = {file.stem: f"{package}.{file.stem}" for file in _public(Path(__file__).parent)}
    for folder in Path(__file__).parent.glob("[!_]*/"):
        home = f"{package}.{folder.name}"
        if (folder / "format.py").exists():
            found[folder.name] = f"{home}.format"
        else:
            found |= {file.stem: f"{home}.{file.stem}" for file in _public(folder)}
    return {stem.replace("_", "-"): module for stem, module in found.items()}


def _public(folder: Path) -> Iterator[Path]:
    return folder.glob("[!_]*.py")


@cache
def readable() -> tuple[str, ...]:
    """Return the names of the formats that argmap reads, sorted."""
    return tuple(name for name in names() if function("parse", name))


@cache
def writable() -> tuple[str, ...]:
    """Return the names of the formats that argmap writes as text, sorted."""
    return tuple(name for name in names() if function("generate", name))


@cache
def drawable() -> tuple[str, ...]:
    """Return the names of the formats that are pictures, which argmap draws, sorted."""
    return tuple(name for name in names() if function("draw", name))


@cache
def tabular() -> tuple[str, ...]:
    """Return the names of the formats that have tables, of which one may be written alone."""
    return tuple(name for name in writable() if _takes_table(function("generate", name)))


def _takes_table(generate: Any) -> bool:
    return "table" in signature(generate).parameters


def summary(name: str) -> str:
    """Return in a few words what a format is."""
    return str(_module(name).SUMMARY)


def suffixes(name: str) -> tuple[str, ...]:
    """Return the file name endings that are a format's own, the usual one first."""
    return tuple(_module(name).SUFFIXES)


def shared_suffixes(name: str) -> tuple[str, ...]:
    """Return the endings that a format has in common with others, such as ``.json``."""
    return tuple(getattr(_module(name), "SHARED_SUFFIXES", ()))


def beside_suffix(name: str) -> str | None:
    """Return the suffix of the file that a format reads with a map, or None."""
    suffix: str | None = getattr(_module(name), "BESIDE", None)
    return suffix


def is_free_text(name: str) -> bool:
    """Return whether any text may be one of a format, so that the others are asked before."""
    return bool(getattr(_module(name), "IS_FREE_TEXT", False))


def is_binary(name: str) -> bool:
    """Return whether what is written in a format is no text, so nothing for a terminal."""
    return bool(getattr(_module(name), "IS_BINARY", False))


def is_page(name: str) -> bool:
    """Return whether a format holds a map of any size, with a picture where one can be drawn."""
    return bool(getattr(_module(name), "IS_PAGE", False))


def recognises(name: str, sample: Sample) -> bool | None:
    """Return whether a text looks like a format; None where the format cannot tell."""
    ask = function("recognises", name)
    return None if ask is None else bool(ask(sample))


def function(verb: str, name: str) -> Any:
    """Return ``parse_x``, ``generate_x``, ``draw_x`` or ``recognises_x`` of a format, or None.

    Raises UnknownNameError for a format that is not there.
    """
    return getattr(_module(name), f"{verb}_{name.replace('-', '_')}", None)


def _module(name: str) -> Any:
    if name not in names():
        raise UnknownNameError("format", name, names())
    return import_module(_modules()[name])
