"""argmap: read, question and convert argument maps.

The names in ``__all__`` are the public API; each is imported when it is first
used, so that ``import argmap`` costs nothing.

    >>> from argmap import load
    >>> argument_map = load()  # the bundled map; or load("debate.yaml")
    >>> argument_map.claims["cognitive-community"].kind
    'thesis'

The packages, from the command line down; each imports those below it alone, and
its docstring says where to begin:

    cli          options and commands, one command a module
    explorer     the map in a terminal application
    views        values to rows of styled text, or to plain data
    editing      a map file changed in place
    formats      one format a module or folder, read, written or drawn
    pictures     maps drawn as pictures
    analysis     answers about a map: trees, chains, statuses, differences, checks
    documents    files, and texts with places
    model        what a map is: claims, relations, diagnostics
"""

from __future__ import annotations

__version__ = "0.1.0"


def _modules() -> dict[str, str]:
    """Return the module of each public name: the stub beside this file lists them (SPEC 1)."""
    import re
    from importlib.resources import files

    stub = files(__name__).joinpath("__init__.pyi").read_text("utf-8")
    imports = re.findall(r"^from (\S+) import (\([^)]*\)|.*)$", stub, re.MULTILINE)
    return {name: module for module, names in imports for name in re.findall(r"as (\w+)", names)}


def __getattr__(name: str) -> object:
    """Import a public name from the module that defines it (PEP 562)."""
    from importlib import import_module

    modules = _modules()
    if name == "__all__":
        value: object = __dir__()
    elif name in modules:
        value = getattr(import_module(modules[name]), name)
    else:
        message = f"module 'argmap' has no attribute {name!r}"
        raise AttributeError(message)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted([*_modules(), "__version__"])
