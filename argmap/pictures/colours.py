"""The colours of every format that has some, and what a picture makes of them by its theme.

Hue is for the polarity of relations alone: kinds of claim and statuses are greys. The
colours of relations stay apart for the colour-blind (after Okabe and Ito 2008);
line style and arrow head say the same without colour. All are ``#rrggbb``:
Graphviz takes nothing else for a colour in every output.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from argmap.model import KINDS, RelationKind, Status
from argmap.pictures.picture import Theme, Tone

LINES = {
    RelationKind.SUPPORTS: "#00795c",
    RelationKind.ATTACKS: "#c24e00",
    RelationKind.UNDERCUTS: "#b0306a",
    RelationKind.CONTRADICTS: "#c24e00",
    RelationKind.RESTATES: "#767676",
    RelationKind.ANSWERS: "#767676",
}
# How dark the edge of a card is by kind, from 0 for the card to 1 for the ink.
_EDGES = dict(zip(KINDS, (1.0, 0.7, 0.5, 0.35, 0.28, 0.21, 0.14, 0.12), strict=True))
_OTHER_EDGE = 0.1  # of a kind that a map has of its own


class Colours(NamedTuple):
    """What a theme paints with.

    ``tints`` are the colours of cards by status, ``pale`` is the ground of what speaks
    against the theses.
    """

    ground: str
    card: str
    ink: str
    quiet: str
    frame: str
    lines: Mapping[RelationKind, str]
    tints: Mapping[Status, str]
    pale: str

    def fill(self, status: Status | None) -> str:
        """Return the colour of a card for a claim with a status, or with none."""
        return self.tints[status] if status else self.card

    def edge(self, kind: str | None) -> str | None:
        """Return the grey at the side of a card for a kind; None where a claim has none."""
        return mixed(self.ink, self.card, _EDGES.get(kind, _OTHER_EDGE)) if kind else None

    def toned(self, colour: str, tone: Tone) -> str:
        """Return a colour as it is, or faded into the ground where a part is dimmed."""
        return mixed(colour, self.ground, 0.38) if tone is Tone.DIMMED else colour


def mixed(first: str, second: str, share: float) -> str:
    """Return a colour between two, with this share in [0, 1] of the first."""
    pairs = ((int(first[at : at + 2], 16), int(second[at : at + 2], 16)) for at in (1, 3, 5))
    return "#" + "".join(f"{round(one * share + other * (1 - share)):02x}" for one, other in pairs)


FILLS = {kind: mixed("#000000", "#ffffff", edge / 4) for kind, edge in _EDGES.items()}
"""Greys for the boxes of kinds where these have no edge: in DOT, Mermaid and yEd."""


def _tints(card: str, sunk: str) -> dict[Status, str]:
    """Return the colours of cards by status; what is out sinks into the ground."""
    return {Status.IN: card, Status.UNDECIDED: mixed(sunk, card, 0.45), Status.OUT: sunk}


COLOURS = {
    Theme.LIGHT: Colours(
        ground="#ffffff",
        card="#ffffff",
        ink="#1a1a1a",
        quiet="#595959",
        frame="#8a8a8a",
        lines=LINES,
        tints=_tints("#ffffff", "#dedede"),
        pale="#fdf0e4",
    ),
    Theme.DARK: Colours(
        ground="#16181d",
        card="#2f333d",
        ink="#f2f2f2",
        quiet="#b8bcc4",
        frame="#6b717d",
        lines={kind: mixed(colour, "#ffffff", 0.5) for kind, colour in LINES.items()},
        tints=_tints("#2f333d", "#1a1d23"),
        pale="#2f241c",
    ),
    Theme.PRINT: Colours(
        ground="#ffffff",
        card="#ffffff",
        ink="#000000",
        quiet="#000000",
        frame="#000000",
        lines=dict.fromkeys(RelationKind, "#000000"),
        tints=_tints("#ffffff", "#e3e3e3"),
        pale="#ebebeb",
    ),
}
