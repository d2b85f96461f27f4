"""Every colour and sign that argmap prints."""

from __future__ import annotations

from typing import NamedTuple

from argmap.analysis.tree import Mark
from argmap.model import RelationKind, Status

# Rich styles by purpose. Colour is never the only sign of anything.
STYLES = {
    "heading": "bold",
    "quiet": "dim",
    "id": "cyan",
    "guide": "dim",
    "mark": "magenta",
    "implicit": "italic",
    "error": "bold red",
    "warning": "bold yellow",
    "hint": "bold cyan",
    "supports": "green",
    "attacks": "red",
    "undercuts": "magenta",
    "contradicts": "red",
    "restates": "blue",
    "in": "green",
    "out": "red",
    "undecided": "yellow",
    "added": "green",
    "removed": "red",
    "changed": "yellow",
    "kind:thesis": "bold",  # no kind has a hue: that is for support and attack
    "kind:context": "dim",
}


def kind_style(kind: str | None) -> str:
    """Return the name of the style for claims of a kind; empty if it has none."""
    name = f"kind:{kind}"
    return name if name in STYLES else ""


class Glyphs(NamedTuple):
    """The signs of one character set."""

    relations: dict[RelationKind, str]
    backing: str  # support for a relation rather than for a claim
    linked: str
    marks: dict[Mark, str]
    statuses: dict[Status, str]
    branch: str
    last: str
    bar: str
    gap: str
    arrow: str
    is_ascii: bool


UNICODE = Glyphs(
    relations={
        RelationKind.SUPPORTS: "▲",
        RelationKind.ATTACKS: "▼",
        RelationKind.UNDERCUTS: "⊘",
        RelationKind.CONTRADICTS: "↯",
        RelationKind.RESTATES: "≡",
    },
    backing="△",
    linked="&",
    marks={
        Mark.SHOWN: "(*)",
        Mark.CYCLE: "(↻)",
        Mark.CUT: "(…)",
        Mark.CONTINUES: "(↓)",
        Mark.LIMIT: "(-)",
    },
    statuses={Status.IN: "●", Status.OUT: "○", Status.UNDECIDED: "◐"},
    branch="├─ ",
    last="└─ ",
    bar="│  ",
    gap="   ",
    arrow="→",
    is_ascii=False,
)

ASCII = Glyphs(
    relations={
        RelationKind.SUPPORTS: "+",
        RelationKind.ATTACKS: "-",
        RelationKind.UNDERCUTS: "x",
        RelationKind.CONTRADICTS: "><",
        RelationKind.RESTATES: "=",
    },
    backing="^",
    linked="&",
    marks={
        Mark.SHOWN: "(*)",
        Mark.CYCLE: "(@)",
        Mark.CUT: "(...)",
        Mark.CONTINUES: "(v)",
        Mark.LIMIT: "(-)",
    },
    statuses={Status.IN: "(in)", Status.OUT: "(out)", Status.UNDECIDED: "(?)"},
    branch="|-- ",
    last="`-- ",
    bar="|   ",
    gap="    ",
    arrow="->",
    is_ascii=True,
)

MARK_MEANINGS = {
    Mark.SHOWN: "already shown",
    Mark.CYCLE: "a cycle: shown above",
    Mark.CUT: "more below",
    Mark.CONTINUES: "continued further down",
    Mark.LIMIT: "cut off: --limit shows more",
}
