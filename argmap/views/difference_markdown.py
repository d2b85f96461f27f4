"""The difference of two maps as Markdown for a pull request."""

from __future__ import annotations

from collections.abc import Iterator

from argmap.analysis.comparing.difference import ClaimChange, Consequence, Difference, FieldChange
from argmap.analysis.comparing.rewording import Part, Piece, reworded
from argmap.model import Claim, Relation
from argmap.views.difference import (
    ONLY_NUMBERS,
    SETS,
    UNMOVED,
    by_claim,
    claims_heading,
    consequence_words,
    is_prose,
    relations_heading,
    renumbered_words,
    sentence,
    value_text,
)
from argmap.views.markdown import code, escaped

_ELEMENTS = {Part.OLD: "del", Part.NEW: "ins"}


def difference_markdown(difference: Difference) -> Iterator[str]:
    """Yield the lines of a difference in Markdown; texts in it are escaped."""
    renumbered = renumbered_words(difference)
    if difference.is_empty:
        yield f"The maps say the same; {renumbered}." if renumbered else "The maps say the same."
        return
    for number, (heading, lines) in enumerate(_sections(difference)):
        if number:
            yield ""
        yield f"#### {heading}"
        yield ""
        yield from lines


def _sections(difference: Difference) -> Iterator[tuple[str, list[str]]]:
    if difference.facts:
        yield "The map", [f"- {_field(change)}" for change in difference.facts]
    lines = [f"- **Removed** {_claim(claim)}" for claim in difference.claims_removed]
    lines += [f"- **Added** {_claim(claim)}" for claim in difference.claims_added]
    for claim in difference.claims_changed:
        lines += [f"- **{'Renamed' if claim.is_renamed else 'Changed'}** {_changed_claim(claim)}"]
        lines += [f"  - {_field(change)}" for change in claim.fields]
    if lines:
        yield claims_heading(difference), lines
    lines = [f"- **Removed** {_relation(step)}" for step in difference.relations_removed]
    lines += [f"- **Added** {_relation(step)}" for step in difference.relations_added]
    for relation in difference.relations_changed:
        lines += [f"- **Changed** {_relation(relation.new)}"]
        lines += [f"  - {_field(change)}" for change in relation.fields]
    if lines:
        yield relations_heading(difference), lines
    renumbered = renumbered_words(difference)
    if renumbered:
        yield renumbered, [ONLY_NUMBERS]
    lines = [f"- {_consequence(each)}" for each in by_claim(difference.consequences)]
    yield "What it means", lines or [UNMOVED]


def _claim(claim: Claim) -> str:
    details = (claim.place and f"[{claim.place}]", claim.voice, claim.implicit and "implicit")
    given = ", ".join(escaped(str(detail)) for detail in details if detail)
    return f"{code(claim.id)}: {escaped(claim.text)}" + (f" ({given})" if given else "")


def _changed_claim(change: ClaimChange) -> str:
    name = code(change.new.id)
    if change.is_renamed:
        name = f"{code(change.old.id)} → {name}"
    return f"{name}: {escaped(change.new.headline)}"


def _relation(relation: Relation) -> str:
    subject, verb, target = sentence(relation)
    given = [] if relation.has_default_id else [code(relation.id)]
    given += [escaped(relation.scheme)] if relation.scheme else []
    given += [f"weight {relation.weight:g}"] if relation.weight is not None else []
    given += [escaped(f"raises {relation.raises}")] if relation.raises else []
    return f"{escaped(subject)} *{verb}* {escaped(target)}" + (
        f" ({'; '.join(given)})" if given else ""
    )


def _field(change: FieldChange) -> str:
    name, old, new = escaped(change.field), change.old, change.new
    if change.field in SETS:
        gone = [Piece(Part.OLD, value_text(each)) for each in old if each not in set(new)]
        come = [Piece(Part.NEW, value_text(each)) for each in new if each not in set(old)]
        return f"{name}: {' '.join(map(_piece, [*gone, *come]))}"
    before, after = value_text(old), value_text(new)
    if before and after and not is_prose(change.field):
        return f"{name}: {escaped(before)} → {escaped(after)}"
    return f"{name}: {''.join(map(_piece, reworded(before, after)))}"


def _piece(piece: Piece) -> str:
    if piece.part is Part.BOTH:
        return escaped(piece.text, strip=False)
    element = _ELEMENTS[piece.part]
    return f"<{element}>{escaped(piece.text, strip=False)}</{element}>"


def _consequence(consequences: list[Consequence]) -> str:
    claim = consequences[0].claim
    words = ", ".join(consequence_words(each, "→") for each in consequences)
    return f"{code(claim.id)} {words}: {escaped(claim.headline)}"
