"""The one walk that turns a map into a tree; every tree anywhere is drawn from it.

A map is a graph: it shares claims, and has cycles and several roots. The walk
yields lines in the order they are printed, without recursion, so that neither a
cycle nor a chain of a hundred thousand claims stops it.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Collection, Iterable, Iterator, Sequence
from enum import Enum
from typing import NamedTuple

from argmap.model import ArgumentMap, Claim, Relation, RelationKind


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


class _Spot(NamedTuple):
    """A place in the tree, ``level`` relations deep, before its mark is known."""

    node: Claim | Relation
    relation: Relation | None = None
    on_step: bool = False
    level: int = 0


class _Pending(NamedTuple):
    """A branch to continue later, and the ids above it."""

    spot: _Spot
    path: frozenset[str]


class Walk:
    """A walk over a map, and its options.

    ``kinds`` are the relations to follow (None: all); ``depth`` is how many
    relations deep to go (None: to the end); ``inverted`` goes from a claim to
    its targets; without ``dedupe`` a shared subtree is shown each time; a branch
    deeper than ``max_indent`` (at least 2) continues as a tree of its own.
    """

    def __init__(
        self,
        argument_map: ArgumentMap,
        *,
        kinds: Collection[RelationKind] | None = None,
        depth: int | None = None,
        inverted: bool = False,
        dedupe: bool = True,
        max_indent: int = 64,
    ) -> None:
        """Take the map and the options; see the class."""
        self._map = argument_map
        self._kinds = frozenset(RelationKind if kinds is None else kinds)
        self._depth = depth
        self._inverted = inverted
        self._dedupe = dedupe
        self._max_indent = max(max_indent, 2)
        # At how many levels each node was expanded, the fewest first seen.
        self._expanded: dict[str, int] = {}
        self._given: set[str] = set()  # the nodes that had a line

    def lines(self, claim_ids: Sequence[str] = ()) -> Iterator[TreeLine]:
        """Yield the lines of the trees of ``claim_ids``, or of the whole map.

        The whole map starts at its roots, theses first, and covers every
        claim; with only some ``kinds``, every claim that those connect.
        """
        for claim_id in claim_ids:
            yield from self._tree(self._map.claims[claim_id])
        if not claim_ids:
            for claim in self.tops():
                yield from self._tree(claim)

    def tops(self) -> Iterator[Claim]:
        """Yield the tops of the trees of the whole map.

        They are the roots in order of interest, then one claim for each part without a root.
        What only restates another claim is under that one.
        """
        claims = list(self._map.claims.values())
        if len(self._kinds) < len(RelationKind):
            claims = [claim for claim in claims if self._is_connected(claim)]
        ordered = sorted(claims, key=self._rank)
        tops = [claim for claim in ordered if self._is_top(claim)]
        covered: set[str] = set()
        for claim in tops:
            self._cover(claim, covered)
            yield claim
        for claim in ordered:
            if claim.id not in covered:
                self._cover(claim, covered)
                yield claim

    def under_claim(self, line: TreeLine) -> list[TreeLine]:
        """Return the lines under the node of a line, whatever is shown elsewhere.

        For a tree that is opened branch by branch: none has a mark or ``is_last``.
        """
        return [_lone(spot, line) for spot in self._own(_Spot(line.node, line.relation))]

    def under_step(self, line: TreeLine) -> list[TreeLine]:
        """Return the lines whose target is the relation of a line, as ``under_claim`` does."""
        return [_lone(spot, line) for spot in self._on_step(_Spot(line.node, line.relation))]

    def _cover(self, claim: Claim, covered: set[str]) -> None:
        """Add to ``covered`` every claim that the tree of ``claim`` shows, however deep."""
        pending = [_Spot(claim)]
        while pending:
            spot = pending.pop()
            is_new = spot.node.id not in covered
            if spot.relation is not None and spot.relation.id not in covered:
                covered.add(spot.relation.id)
                pending += self._on_step(spot)
            if is_new:
                covered.add(spot.node.id)
                pending += self._own(spot)

    def _rank(self, claim: Claim) -> tuple[bool, bool]:
        return claim.kind != "thesis", not self._own(_Spot(claim))

    def _is_connected(self, claim: Claim) -> bool:
        around = self._map.incoming(claim.id) + self._map.outgoing(claim.id)
        return any(relation.kind in self._kinds for relation in around)

    def _is_top(self, claim: Claim) -> bool:
        is_restated = RelationKind.RESTATES in self._kinds
        same = self._map.same_as(claim.id) if is_restated else (claim.id,)
        return claim.id == same[0] and not any(map(self._leads_further, same))

    def _leads_further(self, claim_id: str) -> bool:
        onward = self._map.incoming if self._inverted else self._map.outgoing
        relations = (r for r in onward(claim_id) if r.kind in self._kinds)
        return not all(relation.kind.is_symmetric for relation in relations)

    def _tree(self, claim: Claim) -> Iterator[TreeLine]:
        pending = deque([_Pending(_Spot(claim), frozenset())])
        while pending:
            start = pending.popleft()
            continued = start.spot.level > 0
            for line in self._branch(start, pending):
                yield line._replace(continued=continued and line.depth == 0)

    def _branch(self, start: _Pending, pending: deque[_Pending]) -> Iterator[TreeLine]:
        """Yield the lines from ``start`` down; put branches that are too deep into ``pending``."""
        on_path = set(start.path)
        # Each frame: the spots still to show (last first), and the ids to leave after them.
        frames: list[tuple[list[_Spot], set[str]]] = [([start.spot], set())]
        while frames:
            spots, leaving = frames[-1]
            if not spots:
                frames.pop()
                on_path -= leaving
                continue
            spot = spots.pop()
            depth = len(frames) - 1
            mark, below = self._under(spot, on_path)
            if below and depth >= self._max_indent and mark is None:
                mark, below = Mark.CONTINUES, []
                # Deduplicated, a cycle ends at what is shown; otherwise it takes the path.
                path = frozenset() if self._dedupe else frozenset(on_path)
                pending.append(_Pending(spot, path))
                self._expanded.pop(spot.node.id, None)
            line = TreeLine(spot.node, spot.relation, depth, not spots, spot.on_step, mark)
            yield line._replace(again=spot.node.id in self._given)
            self._given.add(spot.node.id)
            if below:
                entering = _ids(spot) - on_path
                on_path |= entering
                levels = [under._replace(level=_level(under, spot)) for under in below]
                frames.append((levels[::-1], entering))

    def _under(self, spot: _Spot, on_path: set[str]) -> tuple[Mark | None, list[_Spot]]:
        """Return the mark of a spot and what is to be shown under it."""
        if spot.relation is not None and spot.relation.id in on_path:
            return Mark.CYCLE, []
        own, on_step = self._own(spot), self._on_step(spot)
        is_cut = self._depth is not None and spot.level >= self._depth
        if is_cut and isinstance(spot.node, Relation):
            # One relation, on several lines; a step that it undercuts or backs is another.
            claims = [under for under in own if isinstance(under.node, Claim)]
            return (Mark.CUT if on_step or len(claims) < len(own) else None), claims
        if is_cut:
            return (Mark.CUT if own or on_step else None), []
        if spot.node.id in on_path and isinstance(spot.node, Claim):
            return Mark.CYCLE, on_step
        shown_at = self._expanded.get(spot.node.id)
        if self._dedupe and shown_at is not None and shown_at <= self._limiting(spot.level):
            return (Mark.SHOWN if own else None), on_step
        self._expanded[spot.node.id] = self._limiting(spot.level)
        return None, on_step + own

    def _limiting(self, level: int) -> int:
        """Return the level as far as it limits what is shown under a node."""
        return 0 if self._depth is None else level

    def _own(self, spot: _Spot) -> list[_Spot]:
        """Return what leads to the node of a spot (inverted: where it leads)."""
        node = spot.node
        if isinstance(node, Relation):
            if self._inverted:
                others = node.premises if node.kind.is_symmetric else ()  # it leads there as well
                ends = [self._target(node, None)]
                return ends + [_Spot(self._map.claims[premise], node) for premise in others]
            premises = [_Spot(self._map.claims[premise]) for premise in node.premises]
            return premises if node.is_linked else []
        around = self._map.outgoing if self._inverted else self._map.incoming
        towards = self._target if self._inverted else self._premise
        return [
            towards(relation, node)
            for relation in around(node.id)
            if relation.kind in self._kinds and relation is not spot.relation
        ]

    def _on_step(self, spot: _Spot) -> list[_Spot]:
        """Return what undercuts or backs the relation of a spot."""
        if spot.relation is None or self._inverted:
            return []
        return [
            self._premise(relation, None)._replace(on_step=True)
            for relation in self._map.incoming(spot.relation.id)
            if relation.kind in self._kinds
        ]

    def _premise(self, relation: Relation, seen_from: Claim | None) -> _Spot:
        if relation.is_linked:
            return _Spot(relation, relation)
        premise = relation.premises[0]
        if seen_from is not None and premise == seen_from.id and relation.kind.is_symmetric:
            premise = relation.target
        return _Spot(self._map.claims[premise], relation)

    def _target(self, relation: Relation, seen_from: Claim | None) -> _Spot:
        target = relation.target
        if seen_from is not None and target == seen_from.id and relation.kind.is_symmetric:
            target = relation.premises[0]
        node = self._map.claims.get(target) or self._map.relations[target]
        return _Spot(node, relation)


def limited(lines: Iterable[TreeLine], most: int) -> Iterator[TreeLine]:
    """Yield up to ``most`` lines; where there are more, the last says so by its mark."""
    before: TreeLine | None = None
    for number, line in enumerate(lines):
        if before is not None:
            yield before._replace(mark=Mark.LIMIT) if number == most else before
        if number == most:
            return
        before = line
    if before is not None:
        yield before


def _lone(spot: _Spot, above: TreeLine) -> TreeLine:
    return TreeLine(spot.node, spot.relation, above.depth + 1, is_last=False, on_step=spot.on_step)


def _level(spot: _Spot, above: _Spot) -> int:
    """Return how deep a spot is: a relation shares its level with its premises, or its target."""
    is_further = isinstance(above.node, Claim) or isinstance(spot.node, Relation)
    return above.level + (spot.on_step or is_further)


def _ids(spot: _Spot) -> set[str]:
    """Return the ids that close a cycle when they come again further down."""
    ids = {spot.node.id} if isinstance(spot.node, Claim) else set()
    if spot.relation is not None:
        ids.add(spot.relation.id)
    return ids
