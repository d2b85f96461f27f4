"""A source text with the claims beside the paragraphs they cite."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

from argmap.analysis.provenance import Placed, placed
from argmap.analysis.quoting.quotations import Marks, Quotation, marks, quotations
from argmap.model import ArgumentMap, Claim, Passage
from argmap.model.claim import place_order
from argmap.model.paragraph import CountedText
from argmap.model.plain import plain_place, plain_relation
from argmap.model.text import one_line
from argmap.views.phrases import counted, glyph_span, listed, marked_spans, paragraph_row
from argmap.views.rows import BLANK, INDENT, Row, Span, Wrapped, spaced
from argmap.views.theme import STYLES, Glyphs, kind_style

if TYPE_CHECKING:
    from rich.table import Table

_WIDE = 72  # columns, from which on claims stand beside the text rather than under it
_WIDEST = 120  # columns; longer lines are hard to read


class Reading(NamedTuple):
    """A map by the paragraphs of its source, with their text if it is given.

    ``margin`` has the claims by paragraph and by the name of a place, ``elsewhere`` the rest;
    ``quotations`` where the quotes of claims stand in the text.
    """

    map: ArgumentMap
    text: CountedText | None
    margin: Mapping[int | str, list[Placed]]
    elsewhere: list[Claim]
    quotations: Sequence[Quotation] = ()

    @property
    def marks(self) -> Marks:
        """The words of the text that claims quote."""
        return marks(self.quotations)

    @property
    def numbers(self) -> Iterable[int]:
        """The numbers of the paragraphs of the text, or else of those that claims cite."""
        if self.text is not None:
            return self.text.paragraphs
        return sorted(place for place in self.margin if isinstance(place, int))

    @property
    def names(self) -> list[str]:
        """The names of the places that claims cite by name."""
        return sorted((name for name in self.margin if isinstance(name, str)), key=place_order)


def reading(argument_map: ArgumentMap, text: CountedText | None) -> Reading:
    """Return a map by the paragraphs of its source text, if one is given.

    A claim without a place stands where its first quote does.
    """
    margin, elsewhere = placed(argument_map, text)
    if text is None:
        return Reading(argument_map, text, margin, elsewhere)
    found = tuple(quotations(argument_map, text))
    spots = {each.claim.id: each.spots[0] for each in reversed(found) if each.spots}
    for claim in elsewhere:
        if not claim.at and claim.id in spots:  # its quote says where it stands
            passage = spots[claim.id].passages[0]
            margin.setdefault(passage.first, []).append(Placed(claim, passage))
    elsewhere = [claim for claim in elsewhere if claim.at or claim.id not in spots]
    return Reading(argument_map, text, margin, elsewhere, found)


def reading_data(what: Reading) -> dict[str, Any]:
    """Return ``{"paragraphs": […], "places": [{"name", "claims"}], "elsewhere": [ids]}``.

    A paragraph has number, claims and, with a source text, text and quotes: claim, start and
    end (of its text, in characters). A claim has id, text, at (the place that cites the
    paragraph) and outgoing, the relations from it.
    """
    quoted = _quoted(what)
    paragraphs = [
        {
            "number": number,
            **({"text": what.text.paragraphs[number].text} if what.text else {}),
            **({"quotes": quoted.get(number, [])} if what.text else {}),
            "claims": _claims_data(what, number),
        }
        for number in what.numbers
    ]
    places = [{"name": name, "claims": _claims_data(what, name)} for name in what.names]
    elsewhere = [claim.id for claim in what.elsewhere]
    return {"paragraphs": paragraphs, "places": places, "elsewhere": elsewhere}


def _quoted(what: Reading) -> dict[int, list[dict[str, Any]]]:
    """Return by paragraph the words that are quoted: by which claim, from where to where."""
    found: dict[int, list[dict[str, Any]]] = {}
    for each in what.quotations:
        for number, start, end in (span for spot in each.spots for span in spot.spans):
            quote = {"claim": each.claim.id, "start": start, "end": end}
            found.setdefault(number, []).append(quote)
    return found


def _claims_data(what: Reading, place: int | str) -> list[dict[str, Any]]:
    return [_placed_data(what.map, each) for each in what.margin.get(place, ())]


def _placed_data(argument_map: ArgumentMap, each: Placed) -> dict[str, Any]:
    claim = each.claim
    return {
        "id": claim.id,
        "text": claim.text,
        "at": plain_place(each.place),
        "outgoing": [plain_relation(relation) for relation in argument_map.outgoing(claim.id)],
    }


def reading_rows(what: Reading, glyphs: Glyphs) -> Iterator[Row]:
    """Yield each paragraph with its claims indented under it, then claims without a paragraph."""
    marked = what.marks
    for number in what.numbers:
        if what.text:
            yield paragraph_row(what.text.paragraphs[number], marked.get(number, ()), glyphs)
        else:
            yield _head(number)
        yield from _claim_rows(what, number, glyphs)
    yield from _elsewhere(what, glyphs)


def _head(place: int | str) -> Row:
    return Row([(f"[{one_line(str(place))}]", "heading")])


def _claim_rows(what: Reading, place: int | str, glyphs: Glyphs) -> Iterator[Row]:
    for each in what.margin.get(place, ()):
        yield from _rows_of(what.map, each.claim, glyphs, each, INDENT)
    yield BLANK


def _rows_of(
    argument_map: ArgumentMap, claim: Claim, glyphs: Glyphs, place: Placed | None, indent: str
) -> Iterator[Row]:
    """Yield a claim and, indented under it, what it bears on."""
    yield Row(_claim_spans(claim, place), indent, indent)
    under = indent + " " * 2
    for spans in _bears(argument_map, claim, glyphs):
        yield Row(spans, under, under + " " * 2)


def _claim_spans(claim: Claim, place: Placed | None) -> list[Span]:
    """Return headline and id, and the passage if it is more than one paragraph."""
    passage = place.place if place and isinstance(place.place, Passage) else None
    is_range = passage is not None and passage.first != passage.last
    return spaced(
        (one_line(claim.headline), "implicit" if claim.implicit else kind_style(claim.kind)),
        (f" {one_line(claim.id)}", "id"),
        (f"[{passage}]" if is_range else "", "quiet"),
    )


def _bears(argument_map: ArgumentMap, claim: Claim, glyphs: Glyphs) -> Iterator[list[Span]]:
    """Yield the sign and the other end of each relation from a claim, without duplicates."""
    found: dict[tuple[Span, str], None] = {}
    for relation in argument_map.outgoing(claim.id):
        is_far = relation.kind.is_symmetric and claim.id == relation.target
        far = relation.premises[0] if is_far else relation.target
        on_step = relation.target in argument_map.relations
        found[glyph_span(relation, glyphs, on_step=on_step), far] = None
    for sign, far in found:
        label = _label(argument_map, far, glyphs)
        yield [sign, (" ", ""), *spaced((label, ""), (one_line(far), "id"), by="  ")]


def _label(argument_map: ArgumentMap, name: str, glyphs: Glyphs) -> str:
    """Return the label of a claim, or those of the ends of a step; empty where one has none."""
    relation = argument_map.relations.get(name)
    if relation is None:
        return one_line(argument_map.claims[name].label or "")
    ends = [argument_map.claims.get(end) for end in (*relation.premises, relation.target)]
    *premises, target = [one_line(end.label or "") if end else "" for end in ends]
    return f"{listed(premises)} {glyphs.arrow} {target}" if all((*premises, target)) else ""


def _elsewhere(what: Reading, glyphs: Glyphs) -> Iterator[Row]:
    """Yield the claims at places with names, then those at no place."""
    for name in what.names:
        yield _head(name)
        yield from _claim_rows(what, name, glyphs)
    if what.elsewhere:
        heading = "At no place of the source" if what.text is None else "At no place of this text"
        number = counted(len(what.elsewhere), "claim")
        yield Row(spaced((heading, "heading"), (number, "quiet"), by="  "))
        for claim in what.elsewhere:
            yield from _rows_of(what.map, claim, glyphs, None, INDENT)


def is_wide(width: int) -> bool:
    """Return whether ``width`` columns are enough for ``reading_table``."""
    return width >= _WIDE


def reading_table(what: Reading, glyphs: Glyphs, width: int) -> Table:
    """Return a Rich table of a text with its claims in the margin, at most ``width`` columns wide.

    Claims without a paragraph are not in it: see ``rest_rows``.
    """
    from rich.table import Table
    from rich.text import Text

    table = Table(box=None, show_header=False, pad_edge=False, padding=(0, 2, 1, 0))
    table.width = min(width, _WIDEST)
    table.add_column(style=STYLES["quiet"], justify="right", no_wrap=True)
    table.add_column(ratio=5, overflow="fold")
    table.add_column(ratio=4)
    marked = what.marks
    for number in what.numbers:
        text = what.text.paragraphs[number].text if what.text else ""
        spans = marked_spans(text, marked.get(number, ()), glyphs)
        words = Text.assemble(*((words, STYLES.get(style, style)) for words, style in spans))
        table.add_row(f"[{number}]", words, Wrapped(_margin(what, number, glyphs)))
    return table


def _margin(what: Reading, number: int, glyphs: Glyphs) -> Iterator[Row]:
    for each in what.margin.get(number, ()):
        yield from _rows_of(what.map, each.claim, glyphs, each, "")


def rest_rows(what: Reading, glyphs: Glyphs) -> Iterator[Row]:
    """Yield the claims without a paragraph, if any, after a blank row."""
    if what.names or what.elsewhere:
        yield from (BLANK, *_elsewhere(what, glyphs))


def summary(what: Reading, glyphs: Glyphs) -> str:
    """Return a sentence on how paragraphs were counted, how many have no claim, and quotes."""
    if what.text is None:
        return "this is the map alone; --source FILE shows it beside the text"
    numbers = what.text.paragraphs
    bare = sum(number not in what.margin for number in numbers)
    number = counted(len(numbers), what.text.unit)
    said = f"{number}, counted {what.text.how}; {bare or 'none'} without a claim"
    nowhere = sum(not each.spots for each in what.quotations)
    if len(what.quotations) > nowhere:
        said += f"; {'…'.join(glyphs.quoted)} words that claims quote"
    if nowhere:
        said += f"; {counted(nowhere, 'quote')} nowhere: argmap check --source says more"
    return said
