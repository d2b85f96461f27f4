"""The verdict of a semantics on a claim, as its card shows it: a sign, a word, a bar."""

from __future__ import annotations

from argmap.model import Claim, Status
from argmap.pictures.colours import COLOURS
from argmap.pictures.picture import Picture
from argmap.pictures.words import BOLD, cell, font, table, width

_SIZE = 9.0  # of its letters, in points
_BESIDE = 6.0  # points, between it and what stands beside it
_NUMBER = "0.0000"
_BAR, _THICK = 40, 5  # how long the bar of full strength is, and how thick, in points

SIGNS = {Status.IN: "●", Status.OUT: "○", Status.UNDECIDED: "◐"}


def room_for_verdict(claim: Claim, picture: Picture) -> float:
    """Return the width of the verdict on a claim, in points; 0 where there is none."""
    if picture.outcome and picture.outcome.is_gradual and not claim.is_question:
        words = f"{picture.fixed(claim.id) or ''}{_NUMBER}"
        return width(words, _SIZE) * BOLD + _BAR + 3 * _BESIDE
    words = _status_words(claim, picture)
    return width(words, _SIZE) * BOLD + _BESIDE if words else 0.0


def verdict(claim: Claim, picture: Picture) -> str:
    """Return the markup of the verdict on a claim; empty where there is none."""
    outcome = picture.outcome
    if outcome and outcome.is_gradual and not claim.is_question:
        return _strength(outcome.strengths[claim.id], picture, claim.id)
    words = _status_words(claim, picture)
    if outcome is None or not words:
        return ""
    colours = COLOURS[picture.theme]
    return font(f"<b>{words}</b>", _SIZE, colours.toned(colours.ink, picture.tone(claim.id)))


def _status_words(claim: Claim, picture: Picture) -> str:
    """Return the sign and the word for the status of a claim; empty where it has none."""
    outcome = picture.outcome
    status = outcome.statuses.get(claim.id) if outcome else None
    if outcome is None or status is None:
        return ""
    word = str(status)
    if status is Status.UNDECIDED and outcome.has_several and claim.id in outcome.in_some:
        word = "in some only"
    if fixed := picture.fixed(claim.id):
        word = f"{word} · {fixed}"
    return f"{SIGNS[status]} {word}"


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
    fixed = picture.fixed(name)
    word = cell(font(f"<b>{fixed}</b>", _SIZE, ink)) if fixed else ""
    return table(f"<tr>{word}{cell(frame)}{number}</tr>", cellspacing=3)
