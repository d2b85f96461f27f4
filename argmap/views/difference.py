"""The difference of two maps, as rows and as plain data."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from typing import Any

from argmap.analysis.comparing.consequences import Effect
from argmap.analysis.comparing.difference import (
    ClaimChange,
    Consequence,
    Difference,
    FieldChange,
    RelationChange,
)
from argmap.analysis.comparing.rewording import Part, reworded
from argmap.documents.yaml_scalars import flow
from argmap.model import (
    Citation,
    Claim,
    Expectation,
    Passage,
    Raised,
    Relation,
    RelationKind,
    Scheme,
)
from argmap.model.citing import described
from argmap.model.claim import UNORDERED
from argmap.model.plain import (
    plain_citation,
    plain_claim,
    plain_place,
    plain_raised,
    plain_relation,
    plain_scheme,
)
from argmap.model.text import one_line
from argmap.views.phrases import counted, listed
from argmap.views.rows import BLANK, Row, Span, spaced
from argmap.views.theme import Glyphs, kind_style

ADDED, REMOVED, CHANGED = "+ ", "- ", "~ "
_STYLES = {ADDED: "added", REMOVED: "removed", CHANGED: "changed"}
_PAD = " " * 2
_MARKS = {Part.OLD: ("[-", "-]", "removed"), Part.NEW: ("{+", "+}", "added")}
_SAID = {
    Effect.GONE: "is gone",
    Effect.NEW: "is new",
    Effect.LOST_SUPPORT: "lost its last support",
    Effect.GAINED_SUPPORT: "gained its first support",
    Effect.LOST_ATTACKER: "lost its last attacker",
    Effect.GAINED_ATTACKER: "gained its first attacker",
    Effect.OPENED: "is open now: no answer stands",
    Effect.ANSWERED: "is answered now",
    Effect.ANSWERED_OTHERWISE: "is answered otherwise now",
}
PROSE = frozenset({"text", "label", "note", "title"})  # fields compared word by word
SETS = frozenset({*UNORDERED, "premises"})
ONLY_NUMBERS = "Only their numbers differ, and these say nothing of them."
UNMOVED = "Nothing for the theses: none lost its last support or attacker, no status changed."


def difference_rows(difference: Difference, glyphs: Glyphs) -> Iterator[Row]:
    """Yield the differences of the map itself, its claims and its relations, and what they mean."""
    first = True
    for heading, rows in _sections(difference, glyphs):
        if not first:
            yield BLANK
        yield Row([(heading, "heading")])
        yield from rows
        first = False


def _sections(difference: Difference, glyphs: Glyphs) -> Iterator[tuple[str, list[Row]]]:
    if difference.facts:
        width = max(len(one_line(change.field)) for change in difference.facts)
        yield "The map", [_field_row(fact, glyphs, _PAD, width) for fact in difference.facts]
    rows = [_whole(REMOVED, claim_line(claim)) for claim in difference.claims_removed]
    rows += [_whole(ADDED, claim_line(claim)) for claim in difference.claims_added]
    for claim in difference.claims_changed:
        rows += _changed(_changed_claim(claim, glyphs), claim.fields, glyphs)
    if rows:
        yield claims_heading(difference), rows
    rows = [_whole(REMOVED, relation_line(step)) for step in difference.relations_removed]
    rows += [_whole(ADDED, relation_line(step)) for step in difference.relations_added]
    for relation in difference.relations_changed:
        rows += _changed(relation_line(relation.new), relation.fields, glyphs)
    if rows:
        yield relations_heading(difference), rows
    renumbered = renumbered_words(difference)
    if renumbered:
        yield renumbered, [Row([(ONLY_NUMBERS, "quiet")], _PAD, _PAD)]
    rows = [_consequence(each, glyphs) for each in by_claim(difference.consequences)]
    yield "What it means", rows or [Row([(UNMOVED, "quiet")], _PAD, _PAD)]


def renumbered_words(difference: Difference) -> str:
    """Return how many claims and relations are renumbered; empty where none is."""
    parts = (
        (len(difference.claims_renumbered), "claim"),
        (len(difference.relations_renumbered), "relation"),
    )
    return ", ".join(f"{counted(number, what)} renumbered" for number, what in parts if number)


def claims_heading(difference: Difference) -> str:
    """Return how many claims were removed, added and changed."""
    parts = difference.claims_removed, difference.claims_added, difference.claims_changed
    return _heading("Claims", *parts)


def relations_heading(difference: Difference) -> str:
    """Return how many relations were removed, added and changed."""
    parts = difference.relations_removed, difference.relations_added, difference.relations_changed
    return _heading("Relations", *parts)


def _heading(what: str, *parts: Sequence[object]) -> str:
    named = zip(parts, ("removed", "added", "changed"), strict=True)
    return f"{what}: " + ", ".join(f"{len(part):,} {name}" for part, name in named if part)


def _whole(sign: str, spans: list[Span]) -> Row:
    return Row([(sign, _STYLES[sign]), *spans], "", " " * 4)


def _changed(spans: list[Span], fields: tuple[FieldChange, ...], glyphs: Glyphs) -> Iterator[Row]:
    yield _whole(CHANGED, spans)
    yield from (_field_row(change, glyphs, " " * 4) for change in fields)


def claim_line(claim: Claim) -> list[Span]:
    """Return a claim on one line: id, text, place and voice."""
    return spaced(
        (one_line(claim.id), "id"),
        (one_line(claim.text), kind_style(claim.kind)),
        (f"[{one_line(claim.place)}]" if claim.at else "", "quiet"),
        ("(unsaid)" if claim.implicit else "", "quiet"),
        (f"<{one_line(claim.voice)}>" if claim.voice else "", "quiet"),
        by=_PAD,
    )


def _changed_claim(change: ClaimChange, glyphs: Glyphs) -> list[Span]:
    """Return the id, with the old one if it changed, and the headline unless a field shows it."""
    renamed = [(one_line(change.old.id), "id"), (f" {glyphs.arrow} ", "quiet")]
    shown = {field.field for field in change.fields}
    has_headline = "label" if change.new.label else "text"
    headline = "" if has_headline in shown else one_line(change.new.headline)
    spans = spaced((one_line(change.new.id), "id"), (headline, "quiet"), by=_PAD)
    return [*(renamed if change.is_renamed else []), *spans]


def sentence(relation: Relation) -> tuple[str, str, str]:
    """Return premises, verb and target of a relation, as in a sentence."""
    verb = str(relation.kind)
    if relation.is_linked:
        verb = f"together {verb.removesuffix('s')}"
    if relation.kind is RelationKind.UNDERCUTS:
        verb += " the step"
    return one_line(listed(relation.premises)), verb, one_line(relation.target)


def relation_line(relation: Relation) -> list[Span]:
    """Return a relation as a sentence, with its scheme, and its id unless it is the default."""
    subject, verb, target = sentence(relation)
    given = [] if relation.has_default_id else [one_line(relation.id)]
    given += [one_line(relation.scheme)] if relation.scheme else []
    given += [f"weight {relation.weight:g}"] if relation.weight is not None else []
    given += [f"raises {one_line(str(relation.raises))}"] if relation.raises else []
    return spaced(
        (subject, "id"),
        (verb, str(relation.kind)),
        (target, "id"),
        (f"({'; '.join(given)})" if given else "", "quiet"),
    )


def _field_row(change: FieldChange, glyphs: Glyphs, indent: str, width: int = 8) -> Row:
    name = f"{one_line(change.field):{width}}  "
    return Row([(name, "quiet"), *_values(change, glyphs)], indent, indent + " " * len(name))


def _values(change: FieldChange, glyphs: Glyphs) -> list[Span]:
    """Return the change of a field: by words, by members, or old and new value."""
    old, new = change.old, change.new
    if change.field in SETS:
        gone = [_marked(Part.OLD, value_text(each)) for each in old if each not in set(new)]
        come = [_marked(Part.NEW, value_text(each)) for each in new if each not in set(old)]
        return spaced(*gone, *come)
    before, after = value_text(old), value_text(new)
    if not before or not after:
        return [_marked(Part.OLD, before) if before else _marked(Part.NEW, after)]
    if is_prose(change.field):
        pieces = reworded(before, after)
        return [(p.text, "") if p.part is Part.BOTH else _marked(*p) for p in pieces]
    return [(before, "removed"), (f" {glyphs.arrow} ", "quiet"), (after, "added")]


def is_prose(field: str) -> bool:
    """Return whether a field is compared word by word."""
    return field in PROSE or field.startswith(("voices.", "schemes.", "ignore.", "source.title"))


def _marked(part: Part, text: str) -> Span:
    before, after, style = _MARKS[part]
    return f"{before}{text}{after}", style


def value_text(value: Any) -> str:
    """Return the value of a field on one line; empty for none."""
    if value is None or isinstance(value, bool):
        return "" if value is None else "yes" if value else "no"
    if isinstance(value, Expectation):
        wanted = str(value.status) if value.status is not None else f"{value.strength:g}"
        return wanted if value.tolerance is None else f"{wanted} ± {value.tolerance:g}"
    if isinstance(value, Scheme):
        return one_line(flow(plain_scheme(value)))
    if isinstance(value, Citation):
        return described(value)
    if isinstance(value, tuple) and not isinstance(value, Passage | Raised):
        return ", ".join(map(value_text, value))
    return f"{value:g}" if isinstance(value, float) else one_line(str(value))


def consequence_words(consequence: Consequence, arrow: str) -> str:
    """Return what changed for a claim, to print after its id."""
    if consequence.effect is Effect.STATUS:
        return f"{consequence.old} {arrow} {consequence.new}"
    return _SAID[consequence.effect]


def by_claim(consequences: Iterable[Consequence]) -> Iterator[list[Consequence]]:
    """Yield the consequences for each claim."""
    for _, each in groupby(consequences, lambda consequence: consequence.claim.id):
        yield list(each)


def _consequence(consequences: list[Consequence], glyphs: Glyphs) -> Row:
    claim = consequences[0].claim
    words = [
        (consequence_words(each, glyphs.arrow), str(each.new or "heading")) for each in consequences
    ]
    headline = (one_line(claim.headline), "quiet")
    row = [(one_line(claim.id), "id"), (_PAD, ""), *spaced(*words, by=", "), (_PAD, ""), headline]
    return Row(row, _PAD, " " * 4)


def difference_data(difference: Difference) -> dict[str, Any]:
    """Return a difference as plain data.

    ``same`` is a boolean. ``map`` lists fields with ``old`` and ``new``;
    ``claims`` and ``relations`` have ``removed``, ``added`` (each in full, as a
    map file has it), ``changed`` (``id``, ``old_id`` and ``fields``) and
    ``renumbered`` (how many differ in nothing but an id that is a number);
    ``consequences`` lists claim, thesis (a boolean) and effect, and for a
    status ``old`` and ``new``. A value is null if a side has none.
    """
    return {
        "same": difference.is_empty,
        "map": [_field_data(change) for change in difference.facts],
        "claims": {
            "removed": [_claim_data(claim) for claim in difference.claims_removed],
            "added": [_claim_data(claim) for claim in difference.claims_added],
            "changed": [_change_data(change) for change in difference.claims_changed],
            "renumbered": len(difference.claims_renumbered),
        },
        "relations": {
            "removed": [plain_relation(step) for step in difference.relations_removed],
            "added": [plain_relation(step) for step in difference.relations_added],
            "changed": [_change_data(change) for change in difference.relations_changed],
            "renumbered": len(difference.relations_renumbered),
        },
        "consequences": [_consequence_data(each) for each in difference.consequences],
    }


def _claim_data(claim: Claim) -> dict[str, Any]:
    return {"id": claim.id, **plain_claim(claim)}


def _change_data(change: ClaimChange | RelationChange) -> dict[str, Any]:
    fields = [_field_data(field) for field in change.fields]
    return {"id": change.new.id, "old_id": change.old.id, "fields": fields}


def _field_data(change: FieldChange) -> dict[str, Any]:
    data = {"field": change.field, "old": plain_value(change.old), "new": plain_value(change.new)}
    if is_prose(change.field) and change.old and change.new:
        pieces = reworded(change.old, change.new)
        data["words"] = [[str(piece.part.value), piece.text] for piece in pieces]
    return data


def plain_value(value: Any) -> Any:
    """Return the value of a field as plain data."""
    if isinstance(value, Expectation):
        wanted = value.strength if value.status is None else str(value.status)
        return wanted if value.tolerance is None else [wanted, value.tolerance]
    if isinstance(value, Raised):
        return plain_raised(value)
    if isinstance(value, Scheme):
        return plain_scheme(value)
    if isinstance(value, Passage):
        return plain_place(value)
    if isinstance(value, Citation):
        return plain_citation(value)
    return [plain_value(each) for each in value] if isinstance(value, tuple) else value


def _consequence_data(consequence: Consequence) -> dict[str, Any]:
    data: dict[str, Any] = {
        "claim": consequence.claim.id,
        "thesis": consequence.is_thesis,
        "effect": str(consequence.effect),
    }
    if consequence.effect is Effect.STATUS:
        data |= {"old": str(consequence.old), "new": str(consequence.new)}
    return data
