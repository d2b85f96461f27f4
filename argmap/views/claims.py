"""Claims: one in full, or many as a table, tab-separated lines or plain data."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

from argmap.model import ArgumentMap, Claim
from argmap.model.citing import described, quoted
from argmap.model.paragraph import CountedText, Paragraph
from argmap.model.plain import plain_claim, plain_relation
from argmap.model.text import one_line, paragraphs
from argmap.views.phrases import counted, paragraph_row, unit_of
from argmap.views.rows import BLANK, INDENT, Row, Span, Wrapped, spaced, table_with_head, width_of
from argmap.views.theme import STYLES, Glyphs, kind_style

if TYPE_CHECKING:
    from rich.console import RenderableType

    from argmap.analysis.quoting.quotations import Marks
    from argmap.views.outline import Look


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

    With a source text, also the ``passages`` it cites or quotes: number, text and quotes, of
    which each has the start and end in the text.
    """
    data = {
        **claim_data(argument_map, claim),
        "incoming": [plain_relation(r) for r in argument_map.incoming(claim.id)],
        "outgoing": [plain_relation(r) for r in argument_map.outgoing(claim.id)],
    }
    if text is not None:
        found, marked = _in_source(argument_map, claim, text)
        data["passages"] = [
            {
                "number": each.number,
                "text": each.text,
                "quotes": [{"start": a, "end": b} for a, b in marked.get(each.number, ())],
            }
            for each in found
        ]
    return data


def tab_separated(claims: Iterable[Claim]) -> Iterator[str]:
    """Yield id, kind, voice, place and text of each claim on a line, separated by tabs."""
    for claim in claims:
        fields = (claim.id, claim.kind or "", claim.voice or "", claim.place, claim.text)
        yield "\t".join(map(one_line, fields))


class _Cells(NamedTuple):
    """What a list shows of a claim."""

    claim: str
    id: str
    kind: str
    voice: str
    at: str


_TABLE_FROM = 100  # columns from which sentences wrap in a table


def claim_list(claims: Iterable[Claim], glyphs: Glyphs, width: int | None) -> RenderableType:
    """Return claims as a Rich renderable: a table of labels, or of texts where there are none.

    Where a narrow terminal has no room for that, each is two lines, the first cut.
    """
    rows = [(_cells(claim), _style(claim)) for claim in claims]
    widths = [
        max(map(width_of, column), default=0)
        for column in zip(*(row for row, _ in rows), strict=True)
    ]
    needed = sum(wide + _GAP for wide in widths if wide) - _GAP
    if width is not None and width < min(_TABLE_FROM, needed):
        return Wrapped(_stacked(rows, widths, glyphs, width))
    return _table(rows, widths, glyphs)


_GAP = 2


def _cells(claim: Claim) -> _Cells:
    kind = ", ".join(filter(None, (claim.kind, "unsaid" if claim.implicit else "")))
    cells = (claim.headline, claim.id, kind, claim.voice or "", claim.place)
    return _Cells(*map(one_line, cells))


def _style(claim: Claim) -> str:
    return "implicit" if claim.implicit else "heading" if claim.kind == "thesis" else ""


def _stacked(
    rows: Iterable[tuple[_Cells, str]], widths: Sequence[int], glyphs: Glyphs, width: int
) -> Iterator[Row]:
    """Yield the claim, and below it all else that fits, in columns."""
    from argmap.views.columns import cut

    for cells, style in rows:
        yield Row([(cut(cells.claim, width, glyphs), style)])
        about = _GAP * " "
        for cell, wide in zip(cells[1:], widths[1:], strict=True):
            if cell and width_of(about) + width_of(cell) <= width:
                about += cell
            about += " " * (wide - width_of(cell) + _GAP) if wide else ""
        yield Row([(cut(about.rstrip(), width, glyphs), "quiet")])


def _table(
    rows: Iterable[tuple[_Cells, str]], widths: Sequence[int], glyphs: Glyphs
) -> RenderableType:
    """Return a table; what no claim has, has no column."""
    from rich.text import Text

    table = table_with_head(glyphs, padding=(0, _GAP - 1, 0, 0))
    shown = [number for number, wide in enumerate(widths) if wide]
    for number in shown:
        name, style, most = _COLUMNS[number]
        table.add_column(name, style=style, overflow="fold", max_width=most)
    for cells, style in rows:
        first = Text(cells.claim, STYLES.get(style, style))
        table.add_row(first, *(Text(cells[number]) for number in shown if number))
    return table


_COLUMNS = (
    *(("Claim", "", None), ("Id", STYLES["id"], 26), ("Kind", "", 17)),
    *(("Voice", STYLES["quiet"], 17), ("At", STYLES["quiet"], 12)),
)


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
        yield from _passages(argument_map, claim, text, look.glyphs)
    sides = ((False, "Bears on it"), (True, "It bears on")) if with_relations else ()
    for inverted, heading in sides:
        yield from _around(argument_map, claim, look, heading, inverted=inverted)


def fact_row(name: str, value: list[Span]) -> Row:
    """Return a value after its name."""
    return Row(value, f"{name:9}  ", " " * 11)


def _in_source(
    argument_map: ArgumentMap, claim: Claim, text: CountedText
) -> tuple[list[Paragraph], Marks]:
    """Return the passages that a claim cites or that have its quotes, and where these stand."""
    from argmap.analysis.provenance import passages
    from argmap.analysis.quoting.quotations import marks, quotations

    marked = marks(quotations(argument_map, text, of=claim))
    numbers = {each.number for each in passages(claim, text)}.union(marked)
    return [each for each in text.paragraphs.values() if each.number in numbers], marked


def _passages(
    argument_map: ArgumentMap, claim: Claim, text: CountedText, glyphs: Glyphs
) -> Iterator[Row]:
    """Yield what the source says at the places of a claim, with its quotes marked."""
    yield BLANK
    found, marked = _in_source(argument_map, claim, text)
    nowhere = "" if found else "nothing in this text" if claim.at else "no place is given"
    yield Row(spaced(("In the source", "heading"), (nowhere, "quiet"), by="  "))
    for each in found:
        yield paragraph_row(each, marked.get(each.number, ()), glyphs)


def _facts(argument_map: ArgumentMap, claim: Claim) -> Iterator[tuple[str, str]]:
    yield from _origin(argument_map, claim)
    yield from _remarks(claim)


def _origin(argument_map: ArgumentMap, claim: Claim) -> Iterator[tuple[str, str]]:
    """Yield what a claim is, and where it is from."""
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
    if claim.quote:
        yield "quote", quoted(claim.quote)


def _remarks(claim: Claim) -> Iterator[tuple[str, str]]:
    """Yield what counts in an evaluation, and what is remarked."""
    yield from _weighed(claim)
    if claim.tags:
        yield "tags", ", ".join(map(one_line, claim.tags))
    if claim.note:
        yield "note", " ".join(paragraphs(claim.note))
    for number, citation in enumerate(claim.citations):
        yield "" if number else "cites", described(citation)


def _weighed(claim: Claim) -> Iterator[tuple[str, str]]:
    """Yield what counts in an evaluation."""
    if claim.weight is not None:
        yield "weight", f"{claim.weight:g}"
    if claim.standard is not None:
        from argmap.analysis.balancing.weighing import in_words

        yield "standard", f"{claim.standard}: {in_words(claim.standard)}"
    if claim.assumed is not None:
        yield "assumed", "yes" if claim.assumed else "no: it needs support"
    if claim.choose is not None:
        yield "choose", f"{claim.choose}: its answers exclude one another"


def _around(
    argument_map: ArgumentMap, claim: Claim, look: Look, heading: str, *, inverted: bool
) -> Iterator[Row]:
    yield BLANK
    from argmap.analysis.outline import outline
    from argmap.views.outline import RowPrinter

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
