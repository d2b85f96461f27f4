"""A line of the outline, and its relations to other lines."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from argmap.analysis.tree import TreeLine
from argmap.model import Claim, Relation


class Entry:
    """A line of the outline: its parent, the voice that applies above it, and its children.

    ``shows_own`` is whether what bears on its node is open here, ``shows_steps``
    whether what bears on its relation is. ``is_cycle`` is whether its claim or
    relation is above it already, ``is_step_cycle`` whether its relation is.
    """

    __slots__ = (
        "above",
        "children",
        "is_cycle",
        "is_step_cycle",
        "line",
        "parent",
        "shows_own",
        "shows_steps",
    )

    def __init__(
        self, line: TreeLine, parent: Entry | None = None, path: Collection[str] = ()
    ) -> None:
        """Take a line, which is closed; ``path`` has the ids above it."""
        self.line = line
        self.parent = parent
        self.is_step_cycle = line.relation is not None and line.relation.id in path
        is_met = isinstance(line.node, Claim) and line.node.id in path
        self.is_cycle = self.is_step_cycle or is_met
        self.above: str | None = None if parent is None else parent.voice
        self.children: list[Entry] = []
        self.shows_own = False
        self.shows_steps = False

    @property
    def voice(self) -> str | None:
        """The voice that applies below the line."""
        node = self.line.node
        return (node.voice if isinstance(node, Claim) else None) or self.above

    @property
    def key(self) -> tuple[str, str | None, bool]:
        """Identifies the line among its siblings."""
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
        """Its claim, or for linked premises the claim they bear on."""
        nodes = (entry.line.node for entry in self.ancestry())
        return next((node for node in nodes if isinstance(node, Claim)), None)


def pairs(theirs: list[Entry], ours: list[Entry]) -> list[tuple[Entry, Entry]]:
    """Return the pairs of lines with the same key, last to first."""
    here = {entry.key: entry for entry in ours}
    return [(entry, here[entry.key]) for entry in reversed(theirs) if entry.key in here]


def is_met_at(above: Entry, entry: Entry) -> bool:
    """Return whether a line closes a cycle that starts at ``above``."""
    if entry.is_step_cycle:
        return above.line.relation is entry.line.relation
    return above.line.node is entry.line.node


def child_by(entry: Entry, relation: Relation) -> Entry | None:
    """Return the child of a line by a relation; None if it is not open."""
    return next((e for e in entry.children if e.line.relation is relation), None)


def ids_of(entry: Entry) -> set[str]:
    """Return the ids that close a cycle if they occur again under a line."""
    line = entry.line
    ids = {line.node.id} if isinstance(line.node, Claim) else set()
    if line.relation is not None:
        ids.add(line.relation.id)
    return ids


def path_to(entry: Entry) -> set[str]:
    """Return the ids of a line and of all above it."""
    return {name for above in entry.ancestry() for name in ids_of(above)}
