"""Every colour and sign that argmap prints."""

from __future__ import annotations

from typing import NamedTuple

from argmap.analysis.tree import Mark
from argmap.model import RelationKind, Status

# Rich styles by purpose. Colour is never the only sign of anything, and hue in a map is for
# what speaks for and against alone.
STYLES = {
    "heading": "bold",
    "quiet": "dim",
    "id": "dim",
    "guide": "dim",
    "mark": "dim",
    "lit": "bold",
    "quoted": "underline",
    "implicit": "italic",
    "heading implicit": "bold italic",
    "quiet implicit": "dim italic",
    "error": "bold red",
    "warning": "bold yellow",
    "hint": "bold cyan",
    "supports": "green",
    "attacks": "red",
    "undercuts": "red",
    "contradicts": "red",
    "restates": "",
    "in": "",
    "out": "bold",
    "undecided": "bold",
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


class BracketGlyphs(NamedTuple):
    """The signs of a bracket: its corners, what joins a premise to it, its side."""

    first: str
    middle: str
    last: str
    side: str


class Glyphs(NamedTuple):
    """The signs of one character set.

    ``brackets`` are those of linked premises that support, and of others. ``thread`` is
    what leads past a row to the next one that hangs from the same claim. ``quoted`` stand
    around words of a source that a claim quotes.
    """

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
    brackets: tuple[BracketGlyphs, BracketGlyphs]
    thread: str
    quoted: tuple[str, str]
    is_ascii: bool

    def bracket(self, kind: RelationKind) -> BracketGlyphs:
        """Return the signs of the bracket of linked premises: of support, or of others."""
        return self.brackets[kind is not RelationKind.SUPPORTS]


UNICODE = Glyphs(
    relations={
        RelationKind.SUPPORTS: "▲",
        RelationKind.ATTACKS: "▼",
        RelationKind.UNDERCUTS: "⊘",
        RelationKind.CONTRADICTS: "↯",
        RelationKind.RESTATES: "≡",
        RelationKind.ANSWERS: "?",
    },
    backing="△",
    linked="&",
    marks={
        Mark.SHOWN: "↗",
        Mark.CYCLE: "↻",
        Mark.CUT: "…",
        Mark.CONTINUES: "↓",
        Mark.LIMIT: "(-)",
    },
    statuses={Status.IN: "●", Status.OUT: "○", Status.UNDECIDED: "◐"},
    branch="├─ ",
    last="└─ ",
    bar="│  ",
    gap="   ",
    arrow="→",
    brackets=(BracketGlyphs("┏", "┣", "┗", "┃"), BracketGlyphs("╔", "╠", "╚", "║")),
    thread="│",
    quoted=("⟨", "⟩"),
    is_ascii=False,
)

ASCII = Glyphs(
    relations={
        RelationKind.SUPPORTS: "+",
        RelationKind.ATTACKS: "-",
        RelationKind.UNDERCUTS: "x",
        RelationKind.CONTRADICTS: "!",
        RelationKind.RESTATES: "=",
        RelationKind.ANSWERS: "?",
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
    brackets=(BracketGlyphs("/", "|", "\\", "|"), BracketGlyphs("[", "[", "[", "[")),
    thread=":",
    quoted=("<<", ">>"),
    is_ascii=True,
)

MARK_MEANINGS = {
    Mark.SHOWN: "stands elsewhere",
    Mark.CYCLE: "a cycle: stands above",
    Mark.CUT: "more below",
    Mark.CONTINUES: "goes on below",
    Mark.LIMIT: "cut off: --limit shows more",
}
