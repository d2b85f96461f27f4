"""A Markdown outline (CommonMark), to paste into a document."""

from __future__ import annotations

import re
from collections.abc import Iterator

from argmap.analysis.tree import Mark, TreeLine, Walk
from argmap.model import ArgumentMap, Claim, Relation, RelationKind
from argmap.model.losses import Losses
from argmap.model.text import one_line, shortened

SUMMARY = "a Markdown outline"
SUFFIXES = (".md", ".markdown")


def generate_markdown(argument_map: ArgumentMap, losses: Losses) -> str:
    """Return the map as nested lists, theses first and each shared part once."""
    losses.add_fields(argument_map, _WRITTEN)
    return "\n".join(_lines(argument_map)) + "\n"


_WRITTEN = frozenset({"title", "voice", "at", "implicit", "scheme", "source"})
_MAX_INDENT = 12  # levels of list that renderers and readers still follow
_VERBS = {
    RelationKind.SUPPORTS: "Supported by",
    RelationKind.ATTACKS: "Attacked by",
    RelationKind.UNDERCUTS: "Step undercut by",
    RelationKind.CONTRADICTS: "Contradicts",
    RelationKind.RESTATES: "Restates",
}
_MARKS = {
    Mark.SHOWN: "(see elsewhere)",
    Mark.CYCLE: "(see above: a cycle)",
    Mark.CONTINUES: "(continued below)",
}
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
        yield f"Source: {_text(', '.join(part for part in parts if part))}"
        yield ""
    for line in Walk(argument_map, max_indent=_MAX_INDENT).lines():
        yield "  " * line.depth + "- " + " ".join(_words(line))


def _words(line: TreeLine) -> Iterator[str]:
    if line.continued:
        yield "(continued)"
    if line.relation is not None:
        is_backing = line.on_step and line.relation.kind is RelationKind.SUPPORTS
        yield ("Step backed by" if is_backing else _VERBS[line.relation.kind]) + ":"
    if isinstance(line.node, Relation):
        yield from _relation(line.node)
    else:
        yield from _claim(line.node, again=line.again)
    if line.mark is not None:
        yield _MARKS[line.mark]


def _relation(relation: Relation) -> Iterator[str]:
    yield "linked premises"
    if relation.scheme:
        yield f"({_text(relation.scheme)})"


def _claim(claim: Claim, *, again: bool) -> Iterator[str]:
    """Yield the words of a claim, shortened where it is shown ``again``."""
    if claim.label:
        yield f"**{_text(shortened(claim.label) if again else claim.label)}.**"
    yield _text(shortened(claim.text) if again else claim.text)
    details = (claim.place and f"[{claim.place}]", claim.voice, claim.implicit and "implicit")
    given = ", ".join(_text(str(detail)) for detail in details if detail)
    if given:
        yield f"({given})"


def _text(text: str) -> str:
    """Return untrusted text with all markup of Markdown and HTML escaped."""
    return _NUMBERED.sub(r"\1\\\2", _MARKUP.sub(r"\\\g<0>", one_line(text)))
