"""The colours of every format that has some, and what a picture makes of them by its theme.

Those of relations stay apart for the colour-blind (after Okabe and Ito 2008);
line style and arrow head say the same without colour. All are ``#rrggbb``:
Graphviz takes nothing else for a colour in every output.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from argmap.model import RelationKind, Status
from argmap.pictures.picture import Theme, Tone

LINES = {
    RelationKind.SUPPORTS: "#00795c",
    RelationKind.ATTACKS: "#c24e00",
    RelationKind.UNDERCUTS: "#b0306a",
    RelationKind.CONTRADICTS: "#c24e00",
    RelationKind.RESTATES: "#767676",
}
FILLS = {
    "thesis": "#f5d66b",
    "theory": "#d5c3e8",
    "premise": "#c9def2",
    "evidence": "#cbe4c3",
    "concession": "#f6d9c6",
    "context": "#e6e6e6",
}
_NEUTRAL = "#d9d9d9"  # the hue of a kind that has none of its own
_GREYS = ("#000000", "#4d4d4d", "#808080", "#b3b3b3", "#cccccc", "#e6e6e6")  # of bands on paper


class Colours(NamedTuple):
    """What a theme paints with.

    ``bands`` are by kind, with that of all other kinds under None; ``tint`` is
    how much of its hue a card has, None for none; ``pale`` is the ground of what speaks
    against the theses.
    """

    ground: str
    card: str
    ink: str
    quiet: str
    frame: str
    lines: Mapping[RelationKind, str]
    statuses: Mapping[Status, str]
    bands: Mapping[str | None, str]
    tint: float | None
    pale: str

    def fill(self, kind: str | None) -> str:
        """Return the colour of a card for a claim of a kind."""
        if self.tint is None or kind is None:
            return self.card
        return mixed(FILLS.get(kind, _NEUTRAL), self.card, self.tint)

    def band(self, kind: str | None) -> str | None:
        """Return the colour of the band at the side of a card; None where there is no band."""
        return self.bands.get(kind, self.bands[None]) if kind else None

    def toned(self, colour: str, tone: Tone) -> str:
        """Return a colour as it is, or faded into the ground where a part is dimmed."""
        return mixed(colour, self.ground, 0.38) if tone is Tone.DIMMED else colour


def mixed(first: str, second: str, share: float) -> str:
    """Return a colour between two, with this share in [0, 1] of the first."""
    pairs = ((int(first[at : at + 2], 16), int(second[at : at + 2], 16)) for at in (1, 3, 5))
    return "#" + "".join(f"{round(one * share + other * (1 - share)):02x}" for one, other in pairs)


_BANDS: dict[str | None, str] = {
    kind: mixed(hue, "#555555", 0.8) for kind, hue in (*FILLS.items(), (None, _NEUTRAL))
}
_STATUSES = {Status.IN: "#005a8f", Status.OUT: "#a84300", Status.UNDECIDED: "#5f5f5f"}

COLOURS = {
    Theme.LIGHT: Colours(
        ground="#ffffff",
        card="#ffffff",
        ink="#1a1a1a",
        quiet="#595959",
        frame="#8a8a8a",
        lines=LINES,
        statuses=_STATUSES,
        bands=_BANDS,
        tint=0.35,
        pale="#fdf0e4",
    ),
    Theme.DARK: Colours(
        ground="#16181d",
        card="#23262e",
        ink="#f2f2f2",
        quiet="#b8bcc4",
        frame="#6b717d",
        lines={kind: mixed(colour, "#ffffff", 0.5) for kind, colour in LINES.items()},
        statuses={kind: mixed(colour, "#ffffff", 0.45) for kind, colour in _STATUSES.items()},
        bands=_BANDS,
        tint=0.18,
        pale="#2f241c",
    ),
    Theme.PRINT: Colours(
        ground="#ffffff",
        card="#ffffff",
        ink="#000000",
        quiet="#000000",
        frame="#000000",
        lines=dict.fromkeys(RelationKind, "#000000"),
        statuses=dict.fromkeys(Status, "#000000"),
        bands={**dict(zip(FILLS, _GREYS, strict=True)), None: "#f2f2f2"},
        tint=None,
        pale="#ebebeb",
    ),
}
