"""The tree that the explorer shows, each branch of which is built when it is opened.

The lines and their marks are those of ``argmap.analysis.tree``. What bears on a
claim is open in one place at a time, so that opening everything ends; elsewhere
the claim is marked as already shown.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator

from argmap.analysis.tree import Mark, TreeLine, Walk
from argmap.explorer.entry import Entry, child_by, ids_of, is_met_at, pairs, path_to
from argmap.model import ArgumentMap, Relation


class Outline:
    """The open lines, in ``rows``, and how to open and close them.

    They are those of the whole map or of the tree under ``start``; ``inverted``
    goes from a claim to what it bears on. ``filled`` counts the lines ever made.
    """

    def __init__(
        self, argument_map: ArgumentMap, start: str | None = None, *, inverted: bool = False
    ) -> None:
        """Start with the top lines; raises UnknownNameError for an unknown ``start``."""
        self.map = argument_map
        self.start = start
        self.inverted = inverted
        self._walk = Walk(argument_map, inverted=inverted)
        tops = self._walk.tops() if start is None else iter([argument_map.claim(start)])
        lines = (TreeLine(claim, None, 0, is_last=True) for claim in tops)
        self.tops = [Entry(line) for line in lines]
        self.rows: list[Entry] = list(self.tops)
        self.filled = len(self.tops)
        # By id, the line under which a claim or relation is open.
        self._open_at: dict[str, Entry] = {}

    def mark(self, entry: Entry) -> Mark | None:
        """Return the mark of a line: more to open, shown elsewhere, or a cycle."""
        if self._hides_steps(entry):
            return Mark.CUT
        if entry.is_cycle:
            return Mark.CYCLE
        if entry.shows_own or not self._walk.under_claim(entry.line):
            return None
        return Mark.CUT if entry.line.node.id not in self._open_at else Mark.SHOWN

    def elsewhere(self, entry: Entry) -> Entry | None:
        """Return the line where the children of a line are shown instead, if any."""
        if entry.is_cycle:
            return next(
                (e for e in entry.ancestry() if e is not entry and is_met_at(e, entry)), None
            )
        found = self._open_at.get(entry.line.node.id)
        return None if found is entry else found

    def open(self, entry: Entry) -> int:
        """Open a visible line, and return how many lines that adds."""
        at = self.rows.index(entry) + 1
        before = self._below(entry)
        self._fill(entry, path_to(entry))
        below = self._below(entry)
        self.rows[at : at + len(before)] = below
        return len(below) - len(before)

    def close(self, entry: Entry) -> None:
        """Close a visible line and all that is open under it."""
        at = self.rows.index(entry) + 1
        below = self._below(entry)
        for hidden in (entry, *below):
            self._forget(hidden)
        del self.rows[at : at + len(below)]
        entry.children = []

    def open_all(self, entry: Entry, limit: int) -> bool:
        """Open all under a line, at most ``limit`` lines; return whether that is all."""
        made = self.filled + limit
        path = set() if entry.parent is None else path_to(entry.parent)
        pending: list[Entry | set[str]] = [entry]
        while pending and self.filled < made:
            found = pending.pop()
            if isinstance(found, set):  # the ids of a line that is finished
                path -= found
                continue
            pending.append(self._enter(found, path))
            pending += found.children[::-1]
        self._refresh_rows()
        return not any(isinstance(left, Entry) for left in pending)

    def reveal(self, claim_id: str) -> Entry | None:
        """Open what is needed to show a claim, and return its line; None if it cannot be reached.

        The path goes up from the claim to the nearest line that is open or a top.
        """
        found = self._way(claim_id)
        if found is None:
            return None
        entry, way = found
        path = path_to(entry)
        for node, relation in way:
            if node == relation.id and entry.line.relation is relation:
                continue  # the line is for its claim and for this relation
            self._fill(entry, path)
            below = child_by(entry, relation)
            if below is not None and node != relation.id and below.line.node is relation:
                path |= ids_of(below)
                self._fill(below, path)
                below = next((e for e in below.children if e.line.node.id == node), None)
            if below is None:
                self._refresh_rows()
                return None
            entry = below
            path |= ids_of(entry)
        self._refresh_rows()
        return entry

    def open_as(self, other: Outline, place: Entry | None) -> Entry | None:
        """Open what is open in another outline, as far as it exists here.

        Return the line for ``place``, or for its nearest ancestor; None for neither.
        """
        wanted = set() if place is None else set(place.ancestry())
        found: Entry | None = None
        path: set[str] = set()
        pending: list[tuple[Entry, Entry] | set[str]] = [*pairs(other.tops, self.tops)]
        while pending:
            pair = pending.pop()
            if isinstance(pair, set):
                path -= pair
                continue
            theirs, ours = pair
            if theirs in wanted and (found is None or found.line.depth < ours.line.depth):
                found = ours
            if theirs.shows_own or theirs.shows_steps:
                own, steps = theirs.shows_own, theirs.shows_steps
                pending.append(self._enter(ours, path, with_own=own, with_steps=steps))
                pending += pairs(theirs.children, ours.children)
        self._refresh_rows()
        return found

    def _enter(
        self, entry: Entry, path: set[str], *, with_own: bool = True, with_steps: bool = True
    ) -> set[str]:
        """Open a line below ``path``, and return the ids it adds to the path."""
        entering = ids_of(entry) - path
        path |= entering
        self._make(entry, path, with_own=with_own, with_steps=with_steps)
        return entering

    def _hides_steps(self, entry: Entry) -> bool:
        if entry.shows_steps or entry.is_step_cycle:
            return False
        return bool(self._walk.under_step(entry.line))

    def _below(self, entry: Entry) -> list[Entry]:
        """Return the open lines under a line, in order."""
        rows = []
        pending = entry.children[::-1]
        while pending:
            below = pending.pop()
            rows.append(below)
            pending += below.children[::-1]
        return rows

    def _fill(self, entry: Entry, path: set[str]) -> list[Entry]:
        """Make and return the lines under a line; ``path`` has the ids down to it.

        A relation on several lines, such as one with linked premises, is opened whole.
        """
        made = self._make(entry, path)
        for each in made:
            if isinstance(each.line.node, Relation):
                self._make(each, path | ids_of(each), with_steps=False)
        return made

    def _make(
        self, entry: Entry, path: set[str], *, with_own: bool = True, with_steps: bool = True
    ) -> list[Entry]:
        node = entry.line.node.id
        steps, own = [], []
        if with_steps and self._hides_steps(entry):
            steps = self._walk.under_step(entry.line)
            entry.shows_steps = True
        is_open = entry.shows_own or entry.is_cycle or node in self._open_at
        if with_own and not is_open:
            own = self._walk.under_claim(entry.line)
            entry.shows_own = True
            self._open_at[node] = entry
        before, after = ([Entry(line, entry, path) for line in each] for each in (steps, own))
        entry.children = [*before, *entry.children, *after]  # steps first, whenever opened
        for child in entry.children:
            child.line = child.line._replace(is_last=child is entry.children[-1])
        self.filled += len(before) + len(after)
        return before + after

    def _forget(self, entry: Entry) -> None:
        if entry.shows_own:
            del self._open_at[entry.line.node.id]
        entry.shows_own = entry.shows_steps = False

    def _refresh_rows(self) -> None:
        self.rows = [row for top in self.tops for row in (top, *self._below(top))]

    def _way(self, claim_id: str) -> tuple[Entry, list[tuple[str, Relation]]] | None:
        """Return a line to start from, and the steps from it to a claim: nodes and relations."""
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
        """Yield the nodes that a claim or relation is under in a tree that is not inverted."""
        if self.inverted:
            return
        if node in self.map.relations:
            relation = self.map.relations[node]
            yield relation.target, relation
            if relation.kind.is_symmetric:
                yield relation.premises[0], relation
            return
        for relation in self.map.outgoing(node):
            is_back = relation.kind.is_symmetric and relation.target == node
            yield (relation.premises[0] if is_back else relation.target), relation
