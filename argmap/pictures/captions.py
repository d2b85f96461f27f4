"""What the parts of an SVG are called: for screen readers, and where the pointer rests."""

from __future__ import annotations

from argmap.model import KINDS, ArgumentMap, Claim, Relation
from argmap.model.text import one_line
from argmap.pictures.picture import Picture, Tone

_SYMBOL = "graphics-symbol img"  # https://www.w3.org/TR/graphics-aria-1.0/


def described(argument_map: ArgumentMap, picture: Picture, shown_as: str) -> str:
    """Return in words what a picture shows, its claims shown as cards, for instance."""
    claims, relations = len(argument_map.claims), len(argument_map.relations)
    said = f"Claims as {shown_as}, {claims:,} of them, and {relations:,} relations between them."
    if picture.claims_of_whole:
        said += f" It is a part of a map of {picture.claims_of_whole:,} claims."
    return said


def claim_attributes(number: int, claim: Claim, picture: Picture) -> dict[str, str]:
    """Return the attributes of the group of a claim, the nth of the map."""
    classes = ["claim"]
    classes += [claim.kind] if claim.kind in KINDS else []
    classes += ["implicit"] if claim.implicit else []
    return {
        "class": _classes(classes, picture.tone(claim.id)),
        "id": f"picture-claim-{number}",
        "data-claim": one_line(claim.id),
        "role": _SYMBOL,
    }


def claim_caption(claim: Claim) -> str:
    """Return a claim as its id and its full text."""
    return f"{one_line(claim.id)}: {one_line(claim.text)}"


def relation_attributes(number: int, relation: Relation, picture: Picture) -> dict[str, str]:
    """Return the attributes of the group of a relation, the nth of the map."""
    return {
        "class": _classes(["relation", relation.kind], picture.tone(relation.id)),
        "id": f"picture-relation-{number}",
        "data-relation": one_line(relation.id),
        "data-premises": " ".join(map(one_line, relation.premises)),
        "data-target": one_line(relation.target),
        "role": _SYMBOL,
    }


def relation_caption(relation: Relation) -> str:
    """Return a relation as a sentence, with its scheme, its weight and what question it raises."""
    reasons = one_line(" and ".join(relation.premises))
    verb = str(relation.kind)
    if relation.is_linked:
        verb = f"together {verb.removesuffix('s')}"
    scheme = f" ({one_line(relation.scheme)})" if relation.scheme else ""
    raises = f" [raises {one_line(str(relation.raises))}]" if relation.raises else ""
    weight = "" if relation.weight is None else f" (weight {relation.weight:g})"
    return f"{reasons} {verb} {one_line(relation.target)}{scheme}{weight}{raises}"


def _classes(classes: list[str], tone: Tone) -> str:
    return " ".join([*classes, *([] if tone is Tone.PLAIN else [tone])])
