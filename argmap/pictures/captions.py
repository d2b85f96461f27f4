"""What the parts of an SVG are called: for screen readers, and where the pointer rests."""

from __future__ import annotations

from argmap.model import Claim, Relation
from argmap.model.text import one_line
from argmap.pictures.picture import Tone


def claim_caption(claim: Claim) -> str:
    """Return a claim as its id and its full text."""
    return f"{one_line(claim.id)}: {one_line(claim.text)}"


def relation_caption(relation: Relation) -> str:
    """Return a relation as a sentence, with its scheme."""
    reasons = one_line(" and ".join(relation.premises))
    verb = str(relation.kind)
    if relation.is_linked:
        verb = f"together {verb.removesuffix('s')}"
    scheme = f" ({one_line(relation.scheme)})" if relation.scheme else ""
    return f"{reasons} {verb} {one_line(relation.target)}{scheme}"


def classes(names: list[str], tone: Tone) -> str:
    """Return the classes of a part, with how much it stands out."""
    return " ".join([*names, *([] if tone is Tone.PLAIN else [tone])])
