"""The look of the lines of relations, as attributes of Graphviz."""

from __future__ import annotations

from typing import NamedTuple

from argmap.model import RelationKind


class Look(NamedTuple):
    """How a line is drawn; ``tip`` and ``rear`` are its heads at the target and at the premise."""

    style: str
    tip: str | None = None
    rear: str | None = None
    width: float = 1.5


LOOKS = {
    RelationKind.SUPPORTS: Look("solid", "normal"),
    RelationKind.ATTACKS: Look("dashed", "vee"),
    RelationKind.UNDERCUTS: Look("dotted", "tee"),
    RelationKind.CONTRADICTS: Look("dashed", "vee", "vee"),
    RelationKind.RESTATES: Look("solid", width=2.6),
    RelationKind.ANSWERS: Look("dotted", "odot"),
}


def line_look(
    kind: RelationKind, colour: str, *, tail: str | None, head: str | None, more: float = 0.0
) -> str:
    """Return the attributes of an edge for a relation of a kind, with these heads at its ends.

    ``more`` is how many points it is wider than usual.
    """
    look = LOOKS[kind]
    given = [f"arrowtail={tail}"] * bool(tail) + [f"arrowhead={head}"] * bool(head)
    side = "both" if tail and head else "back" if tail else "forward" if head else "none"
    style = f"style={look.style}" if look.style != "solid" else ""
    words = [f"dir={side}", *given, style, f'color="{colour}"', f"penwidth={look.width + more:g}"]
    return " ".join(filter(None, words))
