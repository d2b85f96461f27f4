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
    from argmap.analysis.checks import check_map
    from argmap.analysis.comparing.difference import compare
    from argmap.analysis.evaluation.cruxes import Crux, Cruxes, cruxes
    from argmap.analysis.evaluation.evaluation import Outcome, evaluate
    from argmap.analysis.evaluation.expectations import check_expectations
    from argmap.analysis.evaluation.explanation import Explanation, why
    from argmap.analysis.merging.merge import merge
    from argmap.analysis.statistics import statistics
    from argmap.errors import ArgmapError
    from argmap.formats import Losses, draw, dumps, load, loads, save
    from argmap.model import (
        ArgumentMap,
        Claim,
        Diagnostic,
        Expectation,
        Ignored,
        InvalidMapError,
        Location,
        Passage,
        Relation,
        RelationKind,
        Source,
        Status,
    )

__version__ = "0.1.0"

_HOMES = {
    "ArgmapError": "argmap.errors",
    "ArgumentMap": "argmap.model",
    "Chain": "argmap.analysis.chains",
    "Claim": "argmap.model",
    "Crux": "argmap.analysis.evaluation.cruxes",
    "Cruxes": "argmap.analysis.evaluation.cruxes",
    "Diagnostic": "argmap.model",
    "Expectation": "argmap.model",
    "Explanation": "argmap.analysis.evaluation.explanation",
    "Ignored": "argmap.model",
    "InvalidMapError": "argmap.model",
    "Location": "argmap.model",
    "Losses": "argmap.formats",
    "Outcome": "argmap.analysis.evaluation.evaluation",
    "Passage": "argmap.model",
    "Relation": "argmap.model",
    "RelationKind": "argmap.model",
    "Source": "argmap.model",
    "Status": "argmap.model",
    "chains": "argmap.analysis.chains",
    "check_expectations": "argmap.analysis.evaluation.expectations",
    "check_map": "argmap.analysis.checks",
    "compare": "argmap.analysis.comparing.difference",
    "cruxes": "argmap.analysis.evaluation.cruxes",
    "draw": "argmap.formats",
    "dumps": "argmap.formats",
    "evaluate": "argmap.analysis.evaluation.evaluation",
    "load": "argmap.formats",
    "loads": "argmap.formats",
    "merge": "argmap.analysis.merging.merge",
    "save": "argmap.formats",
    "statistics": "argmap.analysis.statistics",
    "why": "argmap.analysis.evaluation.explanation",
}

__all__ = [
    "ArgmapError",
    "ArgumentMap",
    "Chain",
    "Claim",
    "Crux",
    "Cruxes",
    "Diagnostic",
    "Expectation",
    "Explanation",
    "Ignored",
    "InvalidMapError",
    "Location",
    "Losses",
    "Outcome",
    "Passage",
    "Relation",
    "RelationKind",
    "Source",
    "Status",
    "__version__",
    "chains",
    "check_expectations",
    "check_map",
    "compare",
    "cruxes",
    "draw",
    "dumps",
    "evaluate",
    "load",
    "loads",
    "merge",
    "save",
    "statistics",
    "why",
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
