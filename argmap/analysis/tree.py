"""The lines of a tree, as a proof has them, and the marks of what they leave out."""

from __future__ import annotations

from enum import Enum
from typing import NamedTuple

from argmap.model import Claim, Relation


class Mark(Enum):
    """Why a line does not show all that stands under it."""

    SHOWN = "shown"  # what stands under the claim is shown elsewhere
    CYCLE = "cycle"  # the claim is one of those above
    CUT = "cut"  # deeper than was asked for
    CONTINUES = "continues"  # too deep to indent: continues in a tree of its own, below
    LIMIT = "limit"  # the last line of as many as were asked for


class TreeLine(NamedTuple):
    """One line of a tree.

    ``node`` is a claim, or a relation whose several premises follow under it
    (when walking down) or whose target does (when inverted). ``relation`` joins
    it to the line that it is under: None at the top, and for the single premises
    under a linked relation. ``on_step`` says that its target is the relation of
    that line, not the claim. ``depth`` counts indents from 0;
    ``is_last`` says that no sibling follows; ``continued`` marks the top of a
    tree that began further up; ``again`` says that the node has had a line before.
    """

    node: Claim | Relation
    relation: Relation | None
    depth: int
    is_last: bool
    on_step: bool = False
    mark: Mark | None = None
    continued: bool = False
    again: bool = False
