"""What an argument map is. Pure: nothing here reads, writes or prints."""

from __future__ import annotations

from argmap.model.argument_map import ArgumentMap, Source
from argmap.model.claim import Claim, Passage
from argmap.model.diagnostic import Diagnostic, InvalidMapError
from argmap.model.location import Location, SourceText
from argmap.model.relation import Relation, RelationKind

__all__ = [
    "ArgumentMap",
    "Claim",
    "Diagnostic",
    "InvalidMapError",
    "Location",
    "Passage",
    "Relation",
    "RelationKind",
    "Source",
    "SourceText",
]
