"""A Markdown outline (CommonMark), to paste into a document."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from argmap.analysis.tree import Mark
from argmap.model import ArgumentMap, Citation, Claim, Relation, RelationKind
from argmap.model.citing import described, link, quoted
from argmap.model.losses import Losses
from argmap.model.text import one_line, shortened

if TYPE_CHECKING:
    from argmap.analysis.outline import Outline, Row

SUMMARY = "a Markdown outline"
SUFFIXES = (".md", ".markdown")


def generate_markdown(argument_map: ArgumentMap, losses: Losses) -> str:
    """Return the map as nested lists, theses first and each shared part once."""
    losses.add_fields(argument_map, _WRITTEN)
    if _unit(argument_map) and not any(c.passages for c in argument_map.claims.values()):
        losses.add("unit of source places", plural="units of source places")
    return "\n".join(_lines(argument_map)) + "\n"


_WRITTEN = frozenset(
    {"title", "source", "text", "label", "voice", "at", "implicit", "scheme"}
    | {"raises", "quote", "citations", "relation weight"}  # of all fields
)
_MAX_INDENT = 12  # levels of list that renderers and readers still follow
_VERBS = {
    RelationKind.SUPPORTS: "Supported by",
    RelationKind.ATTACKS: "Attacked by",
    RelationKind.UNDERCUTS: "Step undercut by",
    RelationKind.CONTRADICTS: "Contradicts",
    RelationKind.RESTATES: "Restates",
    RelationKind.ANSWERS: "Answered by",
}
_MARKS = {
    Mark.SHOWN: "(see elsewhere)",
    Mark.CYCLE: "(see above: a cycle)",
    Mark.CONTINUES: "(continued below)",
}
_ENDS = ("?", "!", ".", "…", "？", "！", "。")
# Markup anywhere in a line of CommonMark or GitHub's Markdown, and list markers at its
# start.
_MARKUP = re.compile(r"[\\`*_{}\[\]<>#|~&$]|:(?=\w+:|//)|(?i:(?<=www)\.)|^[-+](?=\s)")
_NUMBERED = re.compile(r"^(\d+)([.)])(?=\s)")


def _lines(argument_map: ArgumentMap) -> Iterator[str]:
    if argument_map.title:
        yield f"# {_text(argument_map.title)}"
        yield ""
    source = argument_map.source
    if source is not None:
        parts = (source.author, source.title, source.publisher, source.date, source.url)
        described = ", ".join(part for part in parts if part)
        if described:
            yield f"Source: {_text(described)}"
            yield ""
    # Imported here, so that listing the formats does not wait for it.
    from argmap.analysis.outline import outline

    unit = _unit(argument_map)
    outlined = outline(argument_map, deepest=_MAX_INDENT // 2, short_at_most=None)
    notes = _Footnotes()
    for level, words in _items(outlined, unit, notes):
        yield "  " * level + "- " + " ".join(words)
    yield from notes.lines()


class _Footnotes:
    """The citations of claims, numbered from 1 in the order they are first cited."""

    def __init__(self) -> None:
        self._numbers: dict[Citation, int] = {}

    def marks(self, citations: Iterable[Citation]) -> str:
        """Return the marks of citations: ``[^1][^2]``."""
        numbers = self._numbers
        return "".join(f"[^{numbers.setdefault(each, len(numbers) + 1)}]" for each in citations)

    def lines(self) -> Iterator[str]:
        """Yield the notes, after a blank line; only an address of the web or a DOI is a link."""
        if self._numbers:
            yield ""
        for citation, number in self._numbers.items():
            address = link(citation.url)
            words = _text(described(citation, with_url=address is None))
            yield f"[^{number}]: " + ", ".join(filter(None, (words, address and f"<{address}>")))


def _items(
    outlined: Outline, unit: str | None, notes: _Footnotes
) -> Iterator[tuple[int, list[str]]]:
    """Yield the items of nested lists: how deep each is, and its words.

    Linked premises are a level deeper than their relation, which has an item of its own.
    """
    from argmap.analysis.outline import Join

    continued = {block.first for block in outlined.blocks if block.continued}
    levels: list[int] = []
    of_step: dict[str, int] = {}  # the levels of relations with linked premises
    for number, row in enumerate(outlined.rows):
        relation = row.relation
        level = 0 if row.parent is None else levels[row.parent] + 1
        if relation is not None:
            level = of_step.get(relation.target, level - 1) + 1 if row.on_step else level
            if row.join is Join.FIRST:
                yield level, [*_verb(relation, on_step=row.on_step), "linked premises"]
                of_step[relation.id] = level
            if row.join is not Join.LONE:
                level = of_step[relation.id] + 1
        levels.append(level)
        yield level, list(_words(row, unit, notes, is_continued=number in continued))


def _unit(argument_map: ArgumentMap) -> str | None:
    """Return what the numbers of source places count."""
    return argument_map.source.unit if argument_map.source else None


def _words(row: Row, unit: str | None, notes: _Footnotes, *, is_continued: bool) -> Iterator[str]:
    from argmap.analysis.outline import Form, Join

    if is_continued:
        yield "(continued)"
    if row.relation is not None and row.join is Join.LONE:
        yield from _verb(row.relation, on_step=row.on_step)
    if isinstance(row.node, Claim):
        yield from _claim(row.node, unit, again=row.form is Form.SHORT)
        if row.form is Form.FULL and row.node.quote:
            yield _text(quoted(row.node.quote))
        if row.form is Form.FULL and row.node.citations:
            yield notes.marks(row.node.citations)
    if row.mark is not None:
        yield _MARKS[row.mark]


def _verb(relation: Relation, *, on_step: bool) -> Iterator[str]:
    is_backing = on_step and relation.kind is RelationKind.SUPPORTS
    verb = "Step backed by" if is_backing else _VERBS[relation.kind]
    scheme = f" ({_text(relation.scheme)})" if relation.scheme else ""
    raises = f" (raises {_text(str(relation.raises))})" if relation.raises else ""
    weight = "" if relation.weight is None else f" (weight {relation.weight:g})"
    yield f"{verb}{scheme}{weight}{raises}:"


def _claim(claim: Claim, unit: str | None, *, again: bool) -> Iterator[str]:
    """Yield the words of a claim, shortened where it is shown ``again``."""
    if claim.is_question and not again:
        yield "Question:"
    if claim.label:
        label = _text(shortened(claim.label) if again else claim.label)
        yield f"**{label}**" if label.endswith(_ENDS) else f"**{label}.**"
    yield _text(shortened(claim.text) if again else claim.text)
    place = claim.place_by(unit) if unit else f"[{claim.place}]"
    details = (claim.at and place, claim.voice, claim.implicit and "implicit")
    given = ", ".join(_text(str(detail)) for detail in details if detail)
    if given:
        yield f"({given})"


def _text(text: str) -> str:
    """Return untrusted text with all markup of Markdown and HTML escaped."""
    return _NUMBERED.sub(r"\1\\\2", _MARKUP.sub(r"\\\g<0>", one_line(text)))
