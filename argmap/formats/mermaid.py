"""A Mermaid flowchart, which GitHub, GitLab and many editors draw (https://mermaid.js.org)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from argmap.model import ArgumentMap, Claim, RelationKind
from argmap.model.figure import Edge, Figure, Role, figure
from argmap.model.losses import Losses
from argmap.model.text import one_line
from argmap.pictures.colours import FILLS, LINES

SUMMARY = "a Mermaid flowchart, for GitHub and Markdown"
SUFFIXES = (".mmd", ".mermaid")

_ARROWS = {
    RelationKind.SUPPORTS: "-->",
    RelationKind.ATTACKS: "-.->",
    RelationKind.UNDERCUTS: "-.-x",
    RelationKind.CONTRADICTS: "<-.->",
    RelationKind.RESTATES: "---",
    RelationKind.ANSWERS: "-.-o",
}


def generate_mermaid(argument_map: ArgumentMap, losses: Losses) -> str:
    """Return the map as a flowchart with theses on top, showing labels instead of texts.

    The ``notes`` of ``losses`` say so where it is more than Mermaid draws by default.
    """
    losses.add_fields(argument_map, _WRITTEN)
    claims = argument_map.claims.values()
    labels = sum(claim.text != claim.headline for claim in claims)
    losses.add("text replaced by its label", labels, "texts replaced by their labels")
    # A kind is shown by its colour, and not every kind has one.
    plain = sum(claim.kind is not None and claim.kind not in FILLS for claim in claims)
    losses.add("kind of a claim", plain, "kinds of claims")
    parts = figure(argument_map)
    text = "\n".join(_lines(argument_map, parts)) + "\n"
    losses.notes.extend(_size_notes(len(parts.edges), text))
    return text


_MOST_EDGES, _LONGEST = 500, 50_000  # maxEdges and maxTextSize, which GitHub leaves as they are


def _size_notes(edges: int, text: str) -> Iterator[str]:
    """Yield a sentence where a flowchart exceeds the limits of Mermaid."""
    length = len(text.encode("utf-16-le")) // 2  # as JavaScript counts
    sizes = (("edges", edges, _MOST_EDGES), ("characters", length, _LONGEST))
    over = [f"{n:,} {what} of at most {most:,}" for what, n, most in sizes if n > most]
    if over:
        yield (
            "GitHub will not draw this, as by default Mermaid does not: it has "
            f"{' and '.join(over)}; write the part around a claim: argmap export CLAIM -f mermaid"
        )


_WRITTEN = frozenset({"title", "text", "label", "kind", "at"})


def _lines(argument_map: ArgumentMap, parts: Figure) -> Iterator[str]:
    # Ids cannot be used as names: some are keywords or operators of Mermaid.
    names = {claim.id: f"c{number}" for number, claim in enumerate(parts.claims, 1)}
    names |= {relation.id: f"r{number}" for number, relation in enumerate(parts.junctions, 1)}
    if argument_map.title:
        yield from ("---", f'title: "{_title(argument_map.title)}"', "---")
    yield "flowchart BT"
    for claim in parts.claims:
        yield f'  {names[claim.id]}["{_label(claim)}"]'
    for relation in parts.junctions:
        yield f"  {names[relation.id]}(( ))"
    for edge in parts.edges:
        arrow = f"{_arrow(edge)}|{edge.relation.kind}|" if _is_named(edge) else _arrow(edge)
        yield f"  {names[edge.source]} {arrow} {names[edge.target]}"
    yield from _styles(parts.claims, parts.edges, names)


def _label(claim: Claim) -> str:
    place = f" [{claim.place}]" if claim.place else ""
    return _text(claim.headline + place)


def _arrow(edge: Edge) -> str:
    is_inner = edge.role is Role.PREMISE and not edge.relation.kind.is_symmetric
    return "---" if is_inner else _ARROWS[edge.relation.kind]


def _is_named(edge: Edge) -> bool:
    return edge.role is not Role.PREMISE and edge.relation.kind is not RelationKind.SUPPORTS


def _styles(claims: list[Claim], edges: list[Edge], names: dict[str, str]) -> Iterator[str]:
    for kind, fill in FILLS.items():
        members = [names[claim.id] for claim in claims if claim.kind == kind]
        if members:
            width = ",stroke-width:2px" if kind == "thesis" else ""
            yield f"  classDef {kind} fill:{fill},color:#000,stroke:#333{width}"
            yield f"  class {','.join(members)} {kind}"
    for kind, colour in LINES.items():
        numbers = [str(n) for n, edge in enumerate(edges) if edge.relation.kind is kind]
        if numbers:
            yield f"  linkStyle {','.join(numbers)} stroke:{colour}"


# All but letters, digits and a few signs. Also ``:`` (``fa:…`` is an icon, ``style…:…``
# a statement), and what older versions read as Markdown.
_SPECIAL = re.compile(r"[^\w \-.,!?()/·–—’“”]|_|^-|(?<=\bwww)\.")
_LIST_START = re.compile(r"^(\d+)([.)])(?=\s|$)")
_UNSAFE_IN_TITLE = re.compile(r"[^\w \-.,!?()/\[\]·–—’“”＆＜＞]")


def _text(text: str) -> str:
    """Return untrusted text as the content of a quoted label, its signs as entities."""
    line = _SPECIAL.sub(lambda found: f"#{ord(found.group())};", one_line(text))
    # A label that starts like a list item is an error in Mermaid.
    return _LIST_START.sub(lambda found: f"{found[1]}#{ord(found[2])};", line)


def _title(text: str) -> str:
    """Return untrusted text as the content of a quoted YAML scalar in the front matter.

    Mermaid cannot show ``&``, ``<`` and ``>`` there: full-width forms replace them.
    """
    line = one_line(text).translate(str.maketrans("&<>", "＆＜＞"))
    return _UNSAFE_IN_TITLE.sub(lambda found: f"\\U{ord(found.group()):08x}", line)
