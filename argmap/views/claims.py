"""Claims: one in full, or many as a table, tab-separated lines or plain data."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any

from argmap.analysis.outline import outline
from argmap.model import ArgumentMap, Claim
from argmap.model.paragraph import CountedText
from argmap.model.plain import plain_claim, plain_relation
from argmap.model.text import one_line, paragraphs
from argmap.views.outline import Look, RowPrinter
from argmap.views.phrases import counted, paragraph_row, unit_of
from argmap.views.rows import BLANK, INDENT, Row, Span, spaced, table_with_head
from argmap.views.theme import STYLES, Glyphs, kind_style

if TYPE_CHECKING:
    from rich.table import Table


def claim_data(argument_map: ArgumentMap, claim: Claim) -> dict[str, Any]:
    """Return a claim as plain data: id, the fields it has, and the numbers of its relations.

    ``relations_in`` counts those to it and ``relations_out`` those from it;
    ``contradicts`` and ``restates`` count in both.
    """
    return {
        "id": claim.id,
        **plain_claim(claim),
        "relations_in": len(argument_map.incoming(claim.id)),
        "relations_out": len(argument_map.outgoing(claim.id)),
    }


def full_claim_data(
    argument_map: ArgumentMap, claim: Claim, text: CountedText | None = None
) -> dict[str, Any]:
    """Return ``claim_data`` with the relations themselves, as ``incoming`` and ``outgoing``.

    With a source text, also the ``passages`` it cites: number and text.
    """
    data = {
        **claim_data(argument_map, claim),
        "incoming": [plain_relation(r) for r in argument_map.incoming(claim.id)],
        "outgoing": [plain_relation(r) for r in argument_map.outgoing(claim.id)],
    }
    if text is not None:
        from argmap.analysis.provenance import passages

        found = passages(claim, text)
        data["passages"] = [{"number": each.number, "text": each.text} for each in found]
    return data


def tab_separated(claims: Iterable[Claim]) -> Iterator[str]:
    """Yield id, kind, voice, place and text of each claim on a line, separated by tabs."""
    for claim in claims:
        fields = (claim.id, claim.kind or "", claim.voice or "", claim.place, claim.text)
        yield "\t".join(map(one_line, fields))


def claim_table(claims: Iterable[Claim], glyphs: Glyphs) -> Table:
    """Return a Rich table of claims, each text in full."""
    from rich.text import Text

    table = table_with_head(glyphs)
    quiet = STYLES["quiet"]
    table.add_column("Claim", style=STYLES["id"], overflow="fold", max_width=26)
    table.add_column("Kind", max_width=10, overflow="fold")
    table.add_column("Voice", style=quiet, max_width=16, overflow="fold")
    table.add_column("At", style=quiet, max_width=12, overflow="fold")
    table.add_column("Text", overflow="fold")
    for claim in claims:
        kind = Text(one_line(claim.kind or ""), STYLES.get(kind_style(claim.kind), ""))
        text = Text(one_line(claim.text), STYLES["implicit"] if claim.implicit else "")
        cells = (claim.id, claim.voice or "", claim.place)
        name, voice, place = (Text(one_line(cell)) for cell in cells)
        table.add_row(name, kind, voice, place, text)
    return table


def claim_rows(
    argument_map: ArgumentMap,
    claim: Claim,
    look: Look,
    text: CountedText | None = None,
    *,
    place: str | None = None,
    with_relations: bool = True,
) -> Iterator[Row]:
    """Yield a claim in full: text, voice, place, what bears on it and what it bears on.

    ``look`` is that of the rows of other claims. With a source text, the passages it cites
    are included. ``place`` is its location in the map's file (None: as file:line:column;
    empty: not shown). Without ``with_relations`` what it is related to is left out.
    """
    if claim.label:
        yield Row([(one_line(claim.label), kind_style(claim.kind) or "heading")])
    for line in paragraphs(claim.text):
        yield Row([(line, "")])
    yield BLANK
    if place is None and claim.id in argument_map.locations:
        place = one_line(str(argument_map.locations[claim.id]))
    for name, value in (*_facts(argument_map, claim), *([("file", place)] if place else [])):
        yield fact_row(name, [(value, "id" if name == "id" else "")])
    if text is not None:
        yield from _passages(claim, text)
    sides = ((False, "Bears on it"), (True, "It bears on")) if with_relations else ()
    for inverted, heading in sides:
        yield from _around(argument_map, claim, look, heading, inverted=inverted)


def fact_row(name: str, value: list[Span]) -> Row:
    """Return a value after its name."""
    return Row(value, f"{name:9}  ", " " * 11)


def _passages(claim: Claim, text: CountedText) -> Iterator[Row]:
    from argmap.analysis.provenance import passages

    yield BLANK
    found = list(passages(claim, text))
    nowhere = "" if found else "nothing in this text" if claim.at else "no place is given"
    yield Row(spaced(("In the source", "heading"), (nowhere, "quiet"), by="  "))
    yield from map(paragraph_row, found)


def _facts(argument_map: ArgumentMap, claim: Claim) -> Iterator[tuple[str, str]]:
    yield "id", one_line(claim.id)
    kind = one_line(claim.kind or "")
    implicit = "implicit: the source leaves it unsaid" if claim.implicit else ""
    if kind or implicit:
        yield "kind", "; ".join(part for part in (kind, implicit) if part)
    if claim.voice:
        parts = (claim.voice, argument_map.voices.get(claim.voice))
        yield "voice", ": ".join(one_line(part) for part in parts if part)
    if claim.at:
        source = argument_map.source
        title = f" of “{one_line(source.title)}”" if source and source.title else ""
        yield "at", f"{one_line(claim.place_by(unit_of(argument_map)))}{title}"
    if claim.weight is not None:
        yield "weight", f"{claim.weight:g}"
    if claim.assumed is not None:
        yield "assumed", "yes" if claim.assumed else "no: it needs support"
    if claim.tags:
        yield "tags", ", ".join(map(one_line, claim.tags))
    if claim.note:
        yield "note", " ".join(paragraphs(claim.note))


def _around(
    argument_map: ArgumentMap, claim: Claim, look: Look, heading: str, *, inverted: bool
) -> Iterator[Row]:
    yield BLANK
    outlined = outline(
        argument_map, starts=[claim.id], depth=1, inverted=inverted, short_at_most=None
    )
    # Only what is next to the claim, without a mark that there is more below.
    rows = tuple(row._replace(mark=None) for row in outlined.rows)
    relations = {row.relation.id: row.relation for row in rows if row.relation}
    if not relations:
        yield Row(spaced((heading, "heading"), ("nothing in this map", "quiet"), by="  "))
        return
    number = counted(len(relations), "relation")
    yield Row(spaced((heading, "heading"), (number, "quiet"), by="  "))
    printer = RowPrinter(outlined._replace(rows=rows), look._replace(is_inverted=inverted), {})
    list(printer.details(0))  # the voices of the others are named where they differ
    for place in range(1, len(rows)):
        yield printer.row(place)
        yield from printer.details(place)
    for relation in relations.values():
        if relation.note:
            about = f"{one_line(relation.id)}: "
            note = " ".join(paragraphs(relation.note))
            yield Row([(about, "id"), (note, "quiet")], INDENT, INDENT)
