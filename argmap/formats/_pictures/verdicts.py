"""What a semantics says of a claim, as it stands on its card: a sign, a word, a bar."""

from __future__ import annotations

from argmap.formats._pictures.colours import COLOURS
from argmap.formats._pictures.picture import Picture
from argmap.formats._pictures.words import cell, font, table
from argmap.model import Claim, Status

_SIZE = 9.0  # of its letters, in points
_ROOM = 86.0  # how long it is at the most, in points
_WORD_ROOM = 50.0  # how long the word is that may be with it
_BAR, _THICK = 40, 5  # how long the bar of full strength is, and how thick, in points

SIGNS = {Status.IN: "●", Status.OUT: "○", Status.UNDECIDED: "◐"}


def room_for_verdict(claim: Claim, picture: Picture) -> float:
    """Return how long at the most what is said of a claim is, in points; 0 where nothing is."""
    if picture.outcome is None:
        return 0.0
    return _ROOM + (_WORD_ROOM if picture.fiat(claim.id) else 0.0)


def verdict(claim: Claim, picture: Picture) -> str:
    """Return the markup of what is said of a claim; empty where nothing is."""
    outcome = picture.outcome
    if outcome is None:
        return ""
    colours, tone = COLOURS[picture.theme], picture.tone(claim.id)
    if outcome.is_gradual:
        return _strength(outcome.strengths[claim.id], picture, claim.id)
    status = outcome.statuses.get(claim.id)
    if status is None:
        return ""
    word = str(status)
    if status is Status.UNDECIDED and outcome.has_several and claim.id in outcome.in_some:
        word = "in some only"
    if fiat := picture.fiat(claim.id):
        word = f"{word} · {fiat}"
    colour = colours.toned(colours.statuses[status], tone)
    return font(f"<b>{SIGNS[status]} {word}</b>", _SIZE, colour)


def _strength(strength: float | None, picture: Picture, name: str) -> str:
    colours, tone = COLOURS[picture.theme], picture.tone(name)
    ink = colours.toned(colours.ink, tone)
    if strength is None:
        return font("<b>unsettled</b>", _SIZE, ink)
    full = round(strength * _BAR)
    parts = [(full, ink), (_BAR - full, colours.toned(colours.card, tone))]
    bar = "".join(
        cell("", width=length, height=_THICK, fixedsize="true", bgcolor=colour)
        for length, colour in parts
        if length
    )
    # Of a fixed size: it would be as high as what stands beside it.
    size = {"fixedsize": "true", "width": _BAR + 2, "height": _THICK + 2}
    frame = table(f"<tr>{bar}</tr>", border=1, color=ink, **size)
    number = cell(font(f"<b>{strength:.4f}</b>", _SIZE, ink))
    fiat = picture.fiat(name)
    word = cell(font(f"<b>{fiat}</b>", _SIZE, ink)) if fiat else ""
    return table(f"<tr>{word}{cell(frame)}{number}</tr>", cellspacing=3)
