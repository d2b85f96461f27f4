"""The rows of an outline, each open or closed: what the tree of the explorer shows.

A row is named by its index in the outline. Rows under a closed one are out of sight;
the heads of blocks are always in sight.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator
from itertools import islice, pairwise

from argmap.analysis.outline import Form, Row, outline
from argmap.analysis.tree import Mark
from argmap.model import ArgumentMap, Claim, Relation

Key = tuple[str, str | None, bool]


class Branches:
    """The outline of a map or, inverted, of what the claim ``start`` bears on.

    ``shown`` has the rows in sight, in order.
    """

    def __init__(self, argument_map: ArgumentMap, start: str | None = None) -> None:
        """Start with all rows closed; raises UnknownNameError for an unknown ``start``."""
        self.map = argument_map
        self.start = start
        starts = () if start is None else (argument_map.claim(start).id,)
        self.outline = outline(argument_map, starts=starts, inverted=start is not None)
        self.rows = self.outline.rows
        self._open: set[int] = set()
        self._uses = self._first_uses()
        self.shown: list[int] = []
        self._show()

    def is_branch(self, index: int) -> bool:
        """Return whether anything hangs under a row."""
        return self.rows[index].end > index + 1

    def is_open(self, index: int) -> bool:
        """Return whether what hangs under a row is in sight."""
        return index in self._open

    def hidden(self, index: int) -> int:
        """Return how many rows there are under a closed one; 0 if it is open or has none."""
        return 0 if self.is_open(index) else self.rows[index].end - index - 1

    def children(self, index: int) -> Iterator[int]:
        """Yield the rows right under a row."""
        child, end = index + 1, self.rows[index].end
        while child < end:
            yield child
            child = self.rows[child].end

    def position(self, index: int) -> int:
        """Return where in ``shown`` a row is or, out of sight, the row that it is under."""
        at = bisect_left(self.shown, index)
        return at if self.shown[at : at + 1] == [index] else max(at - 1, 0)

    def open(self, index: int) -> None:
        """Open a row."""
        if self.is_branch(index):
            self._open.add(index)
            self._show()

    def close(self, index: int) -> None:
        """Close a row and all under it."""
        self._open.difference_update(range(index, self.rows[index].end))
        self._show()

    def open_all(self, index: int) -> None:
        """Open a row and all under it."""
        below = range(index, self.rows[index].end)
        self._open.update(each for each in below if self.is_branch(each))
        self._show()

    def fill(self, height: int) -> None:
        """Close all rows, then open them level by level as long as ``height`` of them suffice."""
        self._open.clear()
        self._show()
        level, room = self.shown, height - len(self.shown)
        while level and room > 0:
            below: list[int] = []
            for index in level:
                children = list(islice(self.children(index), room + 1))
                if children and len(children) <= room:
                    self._open.add(index)
                    room -= len(children)
                    below += children
            level = below
        self._show()

    def reveal(self, index: int) -> None:
        """Open the rows above a row."""
        self._open.update(each for each in self.above(index) if each != index)
        self._show()

    def above(self, index: int) -> Iterator[int]:
        """Yield a row and those above it, up to the head of its block."""
        at: int | None = index
        while at is not None:
            yield at
            at = self.rows[at].parent

    def way(self, index: int) -> list[int]:
        """Return a row and those it bears on, up to a thesis or to what bears on nothing else.

        From the head of any other block the way goes on where its claim is used first.
        """
        way: dict[int, None] = {}
        at: int | None = index
        while at is not None and at not in way:
            way[at] = None
            parent = self.rows[at].parent
            at = self._uses.get(at) if parent is None else parent
        return list(way)

    def along(self, nodes: Iterable[Claim | Relation]) -> list[int]:
        """Return the rows of a chain: where its claims stand, and where they are used in it.

        A step that the chain bears on is at its premises.
        """
        nodes = list(nodes)
        names = {node.id for node in nodes}
        steps = {
            step.id
            for before, step in pairwise(nodes)
            if isinstance(before, Relation) and isinstance(step, Relation)
        }
        full = (self.outline.row_of.get(node.id) for node in nodes)
        found = {at for at in full if at is not None}
        for at, row in enumerate(self.rows):
            name = row.relation.id if row.relation is not None else ""
            if name in steps or (name in names and row.node.id in names):
                found.add(at)
        return sorted(found)

    def elsewhere(self, index: int) -> int | None:
        """Return the full row of the claim of a short one; None for any other row."""
        row = self.rows[index]
        return self.outline.row_of.get(row.node.id) if row.form is Form.SHORT else None

    def step(self, index: int) -> Relation | None:
        """Return the relation that that of a row is on; None if it is on a claim."""
        row = self.rows[index]
        if row.relation is None or not row.on_step:
            return None
        return self.map.relations[row.relation.target]

    def claim(self, index: int) -> Claim:
        """Return the claim of a row; of a step the claim that is above it, or its premise."""
        nodes = (self.rows[each].node for each in self.above(index))
        return next(node for node in nodes if isinstance(node, Claim))

    def open_as(self, other: Branches, index: int | None) -> int:
        """Open what is open in another outline, as far as it is here.

        Return the row here for one there, or for the nearest above it; 0 for neither.
        """
        here: dict[Key, int] = {}
        for at, row in enumerate(self.rows):
            here.setdefault(key_of(row), at)
        opened = (here.get(key_of(other.rows[each])) for each in other._open)
        self._open = {at for at in opened if at is not None and self.is_branch(at)}
        above = () if index is None else other.above(index)
        found = next((here[k] for at in above if (k := key_of(other.rows[at])) in here), 0)
        if self.rows:
            self.reveal(found)
        return found

    def _show(self) -> None:
        shown, at = [], 0
        while at < len(self.rows):
            shown.append(at)
            at = at + 1 if at in self._open else self.rows[at].end
        self.shown = shown

    def _first_uses(self) -> dict[int, int]:
        """Return, for the head of a block, the row where its claim bears on another first.

        A thesis, and the claim that an inverted outline starts from, is the end of a way.
        """
        uses: dict[int, int] = {}
        for link in self.outline.links:
            node = self.rows[link.source].node
            is_end = node.id == self.start or (isinstance(node, Claim) and node.kind == "thesis")
            if not is_end and not link.relation.kind.is_symmetric:
                uses.setdefault(link.source, link.at)
        for at, row in enumerate(self.rows):
            if row.mark is Mark.CONTINUES:
                uses.setdefault(self.outline.row_of[row.node.id], at)
        return uses


def key_of(row: Row) -> Key:
    """Return what identifies a row in its outline, and in that of another version of the map."""
    relation = row.relation.id if row.relation and row.form is not Form.FULL else None
    return row.node.id, relation, row.form is Form.MORE
