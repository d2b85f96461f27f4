"""The wording of claims and relations, the same in every view."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from argmap.model import ArgumentMap, Claim, Relation, RelationKind
from argmap.model.paragraph import Paragraph
from argmap.model.text import one_line, part_of_line, shortened
from argmap.views.rows import Row, Span, spaced
from argmap.views.theme import Glyphs, kind_style


def claim_spans(claim: Claim, *, voice: bool = False, again: bool = False) -> list[Span]:
    """Return a claim on one line: headline, id, place and, if asked for, voice.

    A long headline is cut if the claim is shown ``again``.
    """
    headline = shortened(claim.headline) if again else one_line(claim.headline)
    style = kind_style(claim.kind)
    if claim.implicit:
        style = "implicit"
    spans: list[Span | None] = [
        (headline, style),
        (f" {one_line(claim.id)}", "id"),
        (f"[{one_line(claim.place)}]" if claim.at else "", "quiet"),
        ("(unsaid)" if claim.implicit else "", "quiet"),
        (f"<{one_line(claim.voice)}>" if voice and claim.voice else "", "quiet"),
    ]
    return spaced(*spans)


def glyph_span(relation: Relation, glyphs: Glyphs, *, on_step: bool = False) -> Span:
    """Return the sign of a relation; supporting a step has a sign of its own."""
    is_backing = on_step and relation.kind is RelationKind.SUPPORTS
    sign = glyphs.backing if is_backing else glyphs.relations[relation.kind]
    return sign, str(relation.kind)


def scheme_span(relation: Relation, *, again: bool = False) -> Span | None:
    """Return the scheme of a step in parentheses, shortened ``again``; None where it has none."""
    if not relation.scheme:
        return None
    scheme = shortened(relation.scheme) if again else one_line(relation.scheme)
    return f"({scheme})", "quiet"


def short_scheme_span(relation: Relation) -> Span | None:
    """Return the scheme of a step in few words, for a row that is full already."""
    if not relation.scheme:
        return None
    scheme = one_line(relation.scheme)
    start = "argument from "
    if scheme.casefold().startswith(start):
        scheme = scheme[len(start) :]
    return f"({shortened(scheme, 40)})", "quiet"


def weight_span(relation: Relation) -> Span | None:
    """Return the weight of a step; None where the map gives none."""
    return None if relation.weight is None else (f"(weight {relation.weight:g})", "quiet")


def raises_span(relation: Relation) -> Span | None:
    """Return the critical question that a relation raises; None where it raises none."""
    if relation.raises is None:
        return None
    return f"[raises {one_line(str(relation.raises))}]", "quiet"


def listed(names: Iterable[str], *, last: str = "and") -> str:
    """Return ``a``, ``a and b`` or ``a, b and c``."""
    names = list(names)
    return f" {last} ".join([", ".join(names[:-1]), names[-1]] if names[1:] else names)


def step_words(relation: Relation) -> str:
    """Return ``the step from a and b to c``; of many premises, the first and their number."""
    names = list(relation.premises)
    if len(names) > _NAMED_AT_MOST:
        names = [names[0], f"{len(names) - 1:,} others"]
    return f"the step from {one_line(listed(names))} to {one_line(relation.target)}"


_NAMED_AT_MOST = 2  # premises


def others(relation: Relation, claim_id: str) -> str:
    """Return ``with a and b`` for the premises linked to one; empty if there are none."""
    names = [premise for premise in relation.premises if premise != claim_id]
    return f"with {one_line(listed(names))}" if relation.is_linked else ""


def counted(number: int, noun: str) -> str:
    """Return ``1 chain``, ``3 chains``, ``1,000 chains``."""
    return f"{number:,} {noun}" + ("" if number == 1 else "s")


def unit_of(argument_map: ArgumentMap) -> str:
    """Return what the places of the claims count, or ``place`` if the map does not say."""
    source = argument_map.source
    return one_line((source.unit if source else None) or "place")


def paragraph_row(paragraph: Paragraph, marked: Marked, glyphs: Glyphs) -> Row:
    """Return a paragraph after its number, with the words marked that claims quote."""
    head = f"[{paragraph.number}] "
    return Row(marked_spans(paragraph.text, marked, glyphs), head, " " * len(head))


Marked = Sequence[tuple[int, int]]


def marked_spans(text: str, marked: Marked, glyphs: Glyphs) -> list[Span]:
    """Return a text with signs around its words from one character to another."""
    spans: list[Span] = []
    at = 0
    before, after = glyphs.quoted
    for start, end in marked:
        words = one_line(text[start:end])
        spans += [(part_of_line(text[at:start]), ""), (f"{before}{words}{after}", "quoted")]
        at = end
    spans.append((part_of_line(text[at:]).rstrip(), ""))
    return [span for span in spans if span[0]]
