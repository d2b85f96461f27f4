"""argmap: read, question and convert argument maps.

The names in ``__all__`` are the public API; each is imported when it is first
used, so that ``import argmap`` costs nothing.

    >>> from argmap import load
    >>> argument_map = load()  # the bundled map; or load("debate.yaml")
    >>> argument_map.claims["cognitive-community"].kind
    'thesis'
"""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from argmap.analysis.chains import Chain, chains
    from argmap.errors import ArgmapError
    from argmap.formats import Losses, dumps, load, loads, save
    from argmap.model import (
        ArgumentMap,
        Claim,
        Diagnostic,
        InvalidMapError,
        Location,
        Passage,
        Relation,
        RelationKind,
        Source,
    )

__version__ = "0.1.0"

_HOMES = {
    "ArgmapError": "argmap.errors",
    "ArgumentMap": "argmap.model",
    "Chain": "argmap.analysis.chains",
    "Claim": "argmap.model",
    "Diagnostic": "argmap.model",
    "InvalidMapError": "argmap.model",
    "Location": "argmap.model",
    "Losses": "argmap.formats",
    "Passage": "argmap.model",
    "Relation": "argmap.model",
    "RelationKind": "argmap.model",
    "Source": "argmap.model",
    "chains": "argmap.analysis.chains",
    "dumps": "argmap.formats",
    "load": "argmap.formats",
    "loads": "argmap.formats",
    "save": "argmap.formats",
}

__all__ = [
    "ArgmapError",
    "ArgumentMap",
    "Chain",
    "Claim",
    "Diagnostic",
    "InvalidMapError",
    "Location",
    "Losses",
    "Passage",
    "Relation",
    "RelationKind",
    "Source",
    "__version__",
    "chains",
    "dumps",
    "load",
    "loads",
    "save",
]


def __getattr__(name: str) -> object:
    """Import a public name from the module that defines it (PEP 562)."""
    if name not in _HOMES:
        message = f"module 'argmap' has no attribute {name!r}"
        raise AttributeError(message)
    from importlib import import_module

    value: object = getattr(import_module(_HOMES[name]), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return __all__
