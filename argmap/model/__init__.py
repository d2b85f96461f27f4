"""What an argument map is. Pure: nothing here reads, writes or prints.

``argument_map`` has the map, of ``claim`` and ``relation``; ``integrity`` the rules that
hold between them; ``location`` and ``diagnostic`` places and errors in files; ``plain``
a map as plain data, ``figure`` as nodes and edges, ``losses`` what a format cannot
represent; ``numbering`` ids that only count; ``text`` escapes what is shown. May import
``errors`` and ``suggestions`` alone. Begin with ``argument_map``.
"""

from __future__ import annotations

from argmap.model.argument_map import ArgumentMap, Source
from argmap.model.claim import KINDS, Citation, Claim, Passage, Place, Standard
from argmap.model.diagnostic import Diagnostic, InvalidMapError
from argmap.model.expectation import DEFAULT_TOLERANCE, Expectation
from argmap.model.ignored import Ignored
from argmap.model.location import FileText, Location
from argmap.model.relation import Raised, Relation, RelationKind
from argmap.model.scheme import CriticalQuestion, Scheme
from argmap.model.status import Status

__all__ = [
    "DEFAULT_TOLERANCE",
    "KINDS",
    "ArgumentMap",
    "Citation",
    "Claim",
    "CriticalQuestion",
    "Diagnostic",
    "Expectation",
    "FileText",
    "Ignored",
    "InvalidMapError",
    "Location",
    "Passage",
    "Place",
    "Raised",
    "Relation",
    "RelationKind",
    "Scheme",
    "Source",
    "Standard",
    "Status",
]
