"""Random discussions, as Kialo exports them."""

from __future__ import annotations

from dataclasses import dataclass, field

from hypothesis import strategies as st

from argmap import ArgumentMap, loads

WORDS = ("river", "bridge", "ferry", "toll", "winter", "bus", "school", "market", "lamp", "fish")
TEXTS = tuple(f"The {one} needs the {other}." for one in WORDS for other in WORDS if one != other)


@dataclass
class Node:
    """A claim of a discussion, and what stands under it."""

    text: str
    side: str = "Pro"
    below: list[Node] = field(default_factory=list)

    def every(self) -> list[Node]:
        """Return it and all claims below it."""
        found = [self]
        for node in found:  # the list grows while it is walked
            found += node.below
        return found

    def lines(self, number: str = "1.") -> list[str]:
        """Return the lines of an export, from this number on."""
        side = f" {self.side}:" if number != "1." else ""
        found = [f"{number}{side} {self.text}"]
        for place, node in enumerate(self.below, start=1):
            found += node.lines(f"{number}{place}.")
        return found

    def read(self) -> ArgumentMap:
        """Return the map of the discussion."""
        return loads("\n".join(["Discussion Title: T", "", *self.lines()]) + "\n", "kialo")


@st.composite
def discussions(draw: st.DrawFn, texts: st.SearchStrategy[list[str]]) -> Node:
    """Draw a discussion with these texts."""
    first, *others = draw(texts)
    top = Node(first)
    nodes = [top]
    for text in others:
        above = draw(st.sampled_from(nodes))
        nodes.append(Node(text, draw(st.sampled_from(("Pro", "Con")))))
        above.below.insert(draw(st.integers(0, len(above.below))), nodes[-1])
    return top
