"""DOT, the language of Graphviz (https://graphviz.org/doc/info/lang.html)."""

from __future__ import annotations

from collections.abc import Iterator
from textwrap import wrap

from argmap.model import ArgumentMap, Claim, RelationKind
from argmap.model.figure import LONGEST, Edge, Role, figure
from argmap.model.losses import Losses
from argmap.model.text import one_line, shortened
from argmap.pictures.colours import FILLS, LINES

SUMMARY = "DOT, for Graphviz"
SUFFIXES = (".dot", ".gv")

_WIDTH = 30  # of a label, in characters

_STYLES = {
    RelationKind.SUPPORTS: "arrowhead=normal",
    RelationKind.ATTACKS: "arrowhead=vee, style=dashed",
    RelationKind.UNDERCUTS: "arrowhead=tee, style=dotted",
    RelationKind.CONTRADICTS: "dir=both, arrowhead=vee, arrowtail=vee, style=dashed",
    RelationKind.RESTATES: "dir=none, style=bold",
    RelationKind.ANSWERS: "arrowhead=odot, style=dotted",
}


def generate_dot(argument_map: ArgumentMap, losses: Losses) -> str:
    """Return the map as a digraph with theses on top and the full texts in tooltips."""
    losses.add_fields(argument_map, _WRITTEN)
    return "\n".join(_lines(argument_map)) + "\n"


_WRITTEN = frozenset(
    {"title", "id", "relation id", "text", "label", "kind", "voice", "at", "implicit", "scheme"}
    | {"relation weight"}
)


def _lines(argument_map: ArgumentMap) -> Iterator[str]:
    parts = figure(argument_map)
    yield "digraph argmap {"
    if argument_map.title:
        yield f"  label={_text(argument_map.title)}; labelloc=t; fontsize=18;"
    yield '  graph [rankdir=BT, fontname="Helvetica", charset="UTF-8"];'
    yield (
        '  node [shape=box, style="rounded,filled", fillcolor="#ffffff", fontname="Helvetica", '
        'fontsize=11, margin="0.14,0.08"];'
    )
    yield '  edge [fontname="Helvetica", fontsize=9];'
    for claim in parts.claims:
        yield f"  {_id(claim.id)} [{', '.join(_claim(claim))}];"
    for relation in parts.junctions:
        tooltip = _tooltip(f"{relation.scheme or relation.kind} ({relation.id})")
        name = _id(parts.names[relation.id])
        yield f'  {name} [shape=point, width=0.08, label="", tooltip={tooltip}];'
    for edge in parts.edges:
        ends = f"{_id(parts.names[edge.source])} -> {_id(parts.names[edge.target])}"
        yield f"  {ends} [{', '.join(_edge(edge))}];"
    yield "}"


def _claim(claim: Claim) -> Iterator[str]:
    below = " · ".join(part for part in (claim.place and f"[{claim.place}]", claim.voice) if part)
    lines = [*wrap(one_line(claim.headline), _WIDTH), *([below] if below else [])]
    yield f"label={_text(*lines)}"
    yield f"tooltip={_tooltip(claim.text)}"
    if claim.kind:
        yield f"class={_text(claim.kind)}"
        if claim.kind in FILLS:
            yield f'fillcolor="{FILLS[claim.kind]}"'
        if claim.kind == "thesis":
            yield "penwidth=2"
    if claim.implicit:
        yield 'style="rounded,filled,dashed"'


def _edge(edge: Edge) -> Iterator[str]:
    relation = edge.relation
    yield f'color="{LINES[relation.kind]}", {_STYLES[relation.kind]}'
    if edge.role is Role.PREMISE and not relation.kind.is_symmetric:
        yield "dir=none"  # a relation has one arrow head, at its target
    if relation.weight is not None and edge.role is not Role.PREMISE:
        yield f'label="{relation.weight:g}"'
    about = relation.scheme or relation.id
    if edge.role is not Role.WHOLE:  # its junction says it in full
        about = shortened(about, LONGEST)
    yield f"tooltip={_tooltip(f'{relation.kind}: {about}')}"


def _id(name: str) -> str:
    """Quote an id; a backslash is doubled, or it could escape the closing quote."""
    return '"' + name.replace("\\", "\\\\").replace('"', '\\"') + '"'


def _text(*lines: str) -> str:
    """Quote lines of untrusted text: nothing in them is an escape, an entity or HTML."""
    return _id("\n".join(one_line(line).replace("&", "&amp;") for line in lines)).replace(
        "\n", "\\n"
    )


def _tooltip(text: str) -> str:
    """Quote untrusted text for a tooltip, in which Graphviz resolves escapes twice."""
    return _text(text).replace("\\\\", "\\" * 4)
