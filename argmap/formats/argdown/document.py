"""The content of an Argdown text: statements, arguments, and the relations between them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from argmap.model import RelationKind


@dataclass(eq=False, slots=True)
class Statement:
    """All statements with one title, or one without; ``texts`` are the different wordings."""

    title: str | None
    offset: int
    section: str | None = None
    texts: dict[str, None] = field(default_factory=dict)
    tags: dict[str, None] = field(default_factory=dict)
    data: dict[str, Any] = field(default_factory=dict)
    canonical: str | None = None  # the wording that its data mark as canonical

    @property
    def wordings(self) -> list[str]:
        """The different wordings, first the canonical one, or else the last."""
        first = self.canonical or next(reversed(self.texts), None)
        others = [text for text in self.texts if text != first]
        return others if first is None else [first, *others]

    def say(self, text: str, *, is_canonical: bool = False) -> None:
        """Add a wording, or move it to the end."""
        self.texts.pop(text, None)
        self.texts[text] = None
        if is_canonical:
            self.canonical = text


@dataclass(eq=False, slots=True)
class Argument(Statement):
    """An argument: ``texts`` are descriptions, ``steps`` are its premise-conclusion structure.

    ``numbered`` has the statements of that structure by their numbers or labels.
    """

    steps: list[Step] = field(default_factory=list)
    numbered: dict[str, Statement] = field(default_factory=dict)


@dataclass(eq=False, slots=True)
class Step:
    """An inference: from premises to a conclusion, by rules; ``conclusion`` is None until read."""

    argument: Argument
    premises: list[Statement]
    rules: str
    offset: int
    data: dict[str, Any] = field(default_factory=dict)
    conclusion: Statement | None = None


Node = Statement | Step


class Link(NamedTuple):
    """A relation of a kind, from ``source`` to ``target``."""

    verb: RelationKind
    source: Statement
    target: Node
    offset: int


@dataclass(eq=False, slots=True)
class ArgdownDocument:
    """The content of a text: ``nodes`` and ``links`` are in the order of first mention.

    ``find_offset`` returns the offset of what the nodes and links have as one, if it is none.
    """

    front_matter: dict[str, Any] = field(default_factory=dict)
    nodes: list[Statement] = field(default_factory=list)
    links: list[Link | Step] = field(default_factory=list)
    find_offset: Callable[[int], int] | None = None
    comments: int = 0
    signs: Counter[str] = field(default_factory=Counter)  # of structure, in texts
    prose: set[Statement] = field(default_factory=set)  # without a title or a relation
    lost: Counter[tuple[str, str]] = field(default_factory=Counter)  # one and many of a kind


def is_structured(node: Node) -> bool:
    """Return whether a node is an argument with a premise-conclusion structure."""
    return isinstance(node, Argument) and bool(node.steps)


def conclusion_of(node: Statement) -> Statement:
    """Return the conclusion of a structured argument; any other node is returned as it is."""
    if isinstance(node, Argument) and node.steps:
        conclusion = node.steps[-1].conclusion
        return node if conclusion is None else conclusion
    return node
