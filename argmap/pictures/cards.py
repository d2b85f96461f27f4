"""A claim as a card: the label of its node, in the HTML-like language of Graphviz.

The edge at the side has a grey for the claim's kind, and the card one for its status;
below the text stand, in small letters, the kind, the place in the source, and the voice.
"""

from __future__ import annotations

from collections.abc import Iterable
from math import sqrt

from argmap.model import Claim
from argmap.model.text import one_line
from argmap.pictures.colours import COLOURS, Colours
from argmap.pictures.picture import Picture, Tone
from argmap.pictures.verdicts import room_for_verdict, verdict
from argmap.pictures.words import BOLD, cell, font, lines_markup, paragraph, table, width, wrapped

HEADLINE, BODY, SMALL = 11.0, 10.0, 8.0  # sizes of letters, in points
_NARROWEST, _WIDEST = 150.0, 480.0  # of the text on a card, in points
_USUAL = 190.0
_LEAST_BESIDE = 75.0  # for small letters beside what a semantics says of a claim


def card(claim: Claim, picture: Picture) -> str:
    """Return the label of a claim's node."""
    colours, tone = COLOURS[picture.theme], picture.tone(claim.id)
    room = _room(claim, picture)
    inner = table(
        "".join(f"<tr>{row}</tr>" for row in _rows(claim, picture, room)),
        cellpadding=2,
        border=0,
    )
    edge = colours.edge(claim.kind)
    side = "" if edge is None else cell("", width=7, bgcolor=colours.toned(edge, tone))
    status = picture.outcome.statuses.get(claim.id) if picture.outcome else None
    return table(
        f"<tr>{side}{cell(inner, cellpadding=4, align='left')}</tr>",
        border=_border(claim, tone),
        color=colours.toned(_frame(claim, colours, tone), tone),
        bgcolor=colours.toned(colours.fill(status), tone),
        style="dashed" if claim.implicit else None,
    )


def _room(claim: Claim, picture: Picture) -> float:
    """Return the width of the text of a card, in points: a long text is wider, not just higher."""
    least = max(_NARROWEST, room_for_verdict(claim, picture) + _LEAST_BESIDE)
    needed = width(one_line(claim.text), BODY)
    headline = width(one_line(claim.label or ""), HEADLINE) * BOLD
    if max(needed, headline) < _USUAL:
        return max(needed, headline, least)
    return min(max(_USUAL, least, sqrt(needed * 28)), _WIDEST)


def _border(claim: Claim, tone: Tone) -> int:
    return 1 + (claim.kind == "thesis") + (tone is Tone.LIT)


def _frame(claim: Claim, colours: Colours, tone: Tone) -> str:
    return colours.ink if claim.kind == "thesis" or tone is Tone.LIT else colours.frame


def _rows(claim: Claim, picture: Picture, room: float) -> list[str]:
    """Return the rows of a card: headline, text, and small letters below them."""
    colours, tone = COLOURS[picture.theme], picture.tone(claim.id)
    ink, quiet = (colours.toned(each, tone) for each in (colours.ink, colours.quiet))
    rows = []
    if claim.label:
        rows.append(paragraph(claim.label, room, HEADLINE, ink, "b"))
    if claim.label != claim.text:
        rows.append(paragraph(claim.text, room, BODY, ink, "i" if claim.implicit else None))
    said = verdict(claim, picture)
    below = [claim.kind, claim.place and f"[{claim.place}]", claim.voice]
    below += ["implicit"] if claim.implicit else []
    left_out = picture.left_out.get(claim.id, 0)
    below += [f"+{left_out:,}"] if left_out else []
    small = [part for part in below if part]
    if small or said:
        left_room = room - room_for_verdict(claim, picture)
        left = font(lines_markup(_packed(small, left_room)), SMALL, quiet)
        left = cell(left if small else "", width=round(left_room), align="left", valign="bottom")
        rows.append(left + cell(said, align="right", valign="bottom") if said else left)
    return rows


def _packed(parts: Iterable[str], room: float) -> list[str]:
    """Return lines of small letters with dots between the parts, each whole where it fits."""
    lines: list[str] = []
    for part in parts:
        longer = f"{lines[-1]} · {part}" if lines else part
        if lines and width(one_line(longer), SMALL) <= room:
            lines[-1] = longer
        else:
            lines += wrapped(part, room, SMALL)
    return lines
