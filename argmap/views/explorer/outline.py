"""The tree that the explorer shows: each branch is filled in when it is opened.

The lines and their marks are those of ``argmap.analysis.tree``. What stands
under a claim is open in one place at a time, so opening everything comes to an
end, and where the claim is met again the mark says that it is already shown.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Collection, Iterator

from argmap.analysis.tree import Mark, TreeLine, Walk
from argmap.model import ArgumentMap, Claim, Relation


class Entry:
    """A line of the outline: where it hangs, what voice holds there, and what is open under it.

    ``shows_own`` is whether what hangs from its node is open here, and
    ``shows_steps`` the same of what bears on the relation it stands for.
    ``is_circle`` is whether its claim or relation stands above it already,
    ``is_step_circle`` whether it is the relation.
    """

    __slots__ = (
        "above",
        "children",
        "is_circle",
        "is_step_circle",
        "line",
        "parent",
        "shows_own",
        "shows_steps",
    )

    def __init__(
        self, line: TreeLine, parent: Entry | None = None, path: Collection[str] = ()
    ) -> None:
        """Take a line, closed; ``path`` has the ids above it."""
        self.line = line
        self.parent = parent
        self.is_step_circle = line.relation is not None and line.relation.id in path
        is_met = isinstance(line.node, Claim) and line.node.id in path
        self.is_circle = self.is_step_circle or is_met
        self.above: str | None = None if parent is None else parent.voice
        self.children: list[Entry] = []
        self.shows_own = False
        self.shows_steps = False

    @property
    def voice(self) -> str | None:
        """The voice that holds for what hangs from the line."""
        node = self.line.node
        return (node.voice if isinstance(node, Claim) else None) or self.above

    @property
    def key(self) -> tuple[str, str | None, bool]:
        """What tells it from those beside it."""
        relation = self.line.relation
        return self.line.node.id, relation.id if relation else None, self.line.on_step

    def ancestry(self) -> Iterator[Entry]:
        """Yield the line itself and those above it, up to the top."""
        entry: Entry | None = self
        while entry is not None:
            yield entry
            entry = entry.parent

    @property
    def claim(self) -> Claim | None:
        """Its claim, or for a line of linked premises the claim that the line hangs from."""
        nodes = (entry.line.node for entry in self.ancestry())
        return next((node for node in nodes if isinstance(node, Claim)), None)


class Outline:
    """The lines that are open, in ``rows``, and how to open and close more of them.

    Of the whole map, or of the tree under ``start``; ``inverted`` goes from a
    claim to what it bears on. ``filled`` counts the lines ever made.
    """

    def __init__(
        self, argument_map: ArgumentMap, start: str | None = None, *, inverted: bool = False
    ) -> None:
        """Begin with the top lines alone; UnknownNameError for an unknown ``start``."""
        self.map = argument_map
        self.start = start
        self.inverted = inverted
        self._walk = Walk(argument_map, inverted=inverted)
        tops = self._walk.tops() if start is None else iter([argument_map.claim(start)])
        lines = (TreeLine(claim, None, 0, is_last=True) for claim in tops)
        self.tops = [Entry(line) for line in lines]
        self.rows: list[Entry] = list(self.tops)
        self.filled = len(self.tops)
        # Where what hangs from a claim or relation is open.
        self._open_at: dict[str, Entry] = {}

    def mark(self, entry: Entry) -> Mark | None:
        """Return the mark of a line as it stands: more to open, shown elsewhere, or a circle."""
        if self._hides_steps(entry):
            return Mark.CUT
        if entry.is_circle:
            return Mark.CYCLE
        if entry.shows_own or not self._walk.under_claim(entry.line):
            return None
        return Mark.CUT if entry.line.node.id not in self._open_at else Mark.SHOWN

    def elsewhere(self, entry: Entry) -> Entry | None:
        """Return where what hangs from a line is shown instead, if it is."""
        if entry.is_circle:
            return next((e for e in entry.ancestry() if e is not entry and _same(e, entry)), None)
        found = self._open_at.get(entry.line.node.id)
        return None if found is entry else found

    def open(self, entry: Entry) -> int:
        """Open a visible line as far as it can be, and return how many lines that adds."""
        before = self._size(entry)
        at = self.rows.index(entry)
        self._fill(entry, _path(entry))
        self.rows[at + 1 : at + 1 + before] = entry.children
        return len(entry.children) - before

    def close(self, entry: Entry) -> None:
        """Close a visible line and all that is open under it."""
        at = self.rows.index(entry)
        size = self._size(entry)
        for hidden in (entry, *self.rows[at + 1 : at + 1 + size]):
            self._forget(hidden)
        del self.rows[at + 1 : at + 1 + size]
        entry.children = []

    def open_all(self, entry: Entry, limit: int) -> bool:
        """Open all that stands under a line, until ``limit`` lines are made; whether it is all."""
        made = self.filled + limit
        pending = [entry]
        while pending and self.filled < made:
            found = pending.pop()
            if self.mark(found) is Mark.CUT:
                self._fill(found, _path(found))
            pending += found.children[::-1]
        self._refresh_rows()
        return not pending

    def reveal(self, claim_id: str) -> Entry | None:
        """Open what is needed to show a claim, and return its line; None where no way leads there.

        The way goes up from the claim to the nearest line that is open or a top.
        """
        found = self._way(claim_id)
        if found is None:
            return None
        entry, way = found
        path = _path(entry)
        for node, relation in way:
            self._fill(entry, path)
            below = _child(entry, relation)
            if below is not None and node != relation.id and below.line.node is relation:
                path |= _ids(below)
                self._fill(below, path)
                below = next((e for e in below.children if e.line.node.id == node), None)
            if below is None:
                self._refresh_rows()
                return None
            entry = below
            path |= _ids(entry)
        self._refresh_rows()
        return entry

    def open_as(self, other: Outline, place: Entry | None) -> Entry | None:
        """Open what is open in another outline, as far as it is here too.

        Return the line here that is ``place`` there, or that it hung from; None for neither.
        """
        wanted = set() if place is None else set(place.ancestry())
        found: Entry | None = None
        pending = _pairs(other.tops, self.tops)
        while pending:
            theirs, ours = pending.pop()
            if theirs in wanted and (found is None or found.line.depth < ours.line.depth):
                found = ours
            if theirs.children:
                self._fill(ours, _path(ours))
                pending += _pairs(theirs.children, ours.children)
        self._refresh_rows()
        return found

    def _hides_steps(self, entry: Entry) -> bool:
        if entry.shows_steps or entry.is_step_circle:
            return False
        return bool(self._walk.under_step(entry.line))

    def _size(self, entry: Entry) -> int:
        """Return how many lines are open under one."""
        size = 0
        pending = list(entry.children)
        while pending:
            size += 1
            pending += pending.pop().children
        return size

    def _fill(self, entry: Entry, path: set[str]) -> None:
        """Make the lines under one that can be opened; ``path`` has the ids down to it."""
        node = entry.line.node.id
        steps, own = [], []
        if self._hides_steps(entry):
            steps = self._walk.under_step(entry.line)
            entry.shows_steps = True
        if not entry.shows_own and not entry.is_circle and node not in self._open_at:
            own = self._walk.under_claim(entry.line)
            entry.shows_own = bool(own)
            if own:
                self._open_at[node] = entry
        made = [Entry(line, entry, path) for line in (*steps, *own)]
        if made:
            made[-1].line = made[-1].line._replace(is_last=True)
            for earlier in entry.children[-1:]:
                earlier.line = earlier.line._replace(is_last=False)
        entry.children += made
        self.filled += len(made)

    def _forget(self, entry: Entry) -> None:
        if entry.shows_own:
            del self._open_at[entry.line.node.id]
        entry.shows_own = entry.shows_steps = False

    def _refresh_rows(self) -> None:
        rows = []
        pending = self.tops[::-1]
        while pending:
            entry = pending.pop()
            rows.append(entry)
            pending += entry.children[::-1]
        self.rows = rows

    def _way(self, claim_id: str) -> tuple[Entry, list[tuple[str, Relation]]] | None:
        """Return a line to start from, and the nodes to a claim with how each bears on the last."""
        tops = {entry.line.node.id: entry for entry in self.tops}
        before: dict[str, tuple[str, Relation] | None] = {claim_id: None}
        queue = deque([claim_id])
        while queue:
            node = queue.popleft()
            start = self._open_at.get(node) or tops.get(node)
            if start is not None:
                way = []
                while (step := before[node]) is not None:
                    way.append(step)
                    node = step[0]
                return start, way
            for above, relation in self._above(node):
                if above not in before:
                    before[above] = (node, relation)
                    queue.append(above)
        return None

    def _above(self, node: str) -> Iterator[tuple[str, Relation]]:
        """Yield what a claim or relation hangs from in a tree that is not inverted."""
        if self.inverted:
            return
        if node in self.map.relations:
            relation = self.map.relations[node]
            yield relation.target, relation
            return
        for relation in self.map.outgoing(node):
            is_back = relation.kind.is_symmetric and relation.target == node
            yield (relation.premises[0] if is_back else relation.target), relation


def _pairs(theirs: list[Entry], ours: list[Entry]) -> list[tuple[Entry, Entry]]:
    """Return the lines that are in both, the last first."""
    here = {entry.key: entry for entry in ours}
    return [(entry, here[entry.key]) for entry in reversed(theirs) if entry.key in here]


def _same(above: Entry, entry: Entry) -> bool:
    if entry.is_step_circle:
        return above.line.relation is entry.line.relation
    return above.line.node is entry.line.node


def _child(entry: Entry, relation: Relation) -> Entry | None:
    return next((e for e in entry.children if e.line.relation is relation), None)


def _ids(entry: Entry) -> set[str]:
    """Return the ids that, met again under a line, make a circle."""
    line = entry.line
    ids = {line.node.id} if isinstance(line.node, Claim) else set()
    if line.relation is not None:
        ids.add(line.relation.id)
    return ids


def _path(entry: Entry) -> set[str]:
    return {name for above in entry.ancestry() for name in _ids(above)}
