"""A picture in the language of Graphviz: what is drawn, and how it is laid out.

Edges run from target to premise and have their heads at their tails, so that
what bears on nothing further is in the first rank, level with its like. Names
are our own, ``c1`` and ``r1``: those of a map could be keywords or patterns.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from math import sqrt
from typing import NamedTuple

from argmap.analysis.figure import Edge, Figure, Role, figure
from argmap.formats._pictures.cards import SMALL, card
from argmap.formats._pictures.colours import COLOURS
from argmap.formats._pictures.legend import head
from argmap.formats._pictures.picture import Direction, Grouping, Picture, Tone
from argmap.formats._pictures.words import font, markup
from argmap.model import ArgumentMap, Claim, RelationKind

_RANKDIR = {
    Direction.UP: "TB",
    Direction.DOWN: "BT",
    Direction.LEFT: "LR",
    Direction.RIGHT: "RL",
}
_LINES = {
    RelationKind.SUPPORTS: "dir=back arrowtail=normal",
    RelationKind.ATTACKS: "dir=back arrowtail=vee style=dashed",
    RelationKind.UNDERCUTS: "dir=back arrowtail=tee style=dotted",
    RelationKind.CONTRADICTS: "dir=both arrowtail=vee arrowhead=vee style=dashed",
    RelationKind.RESTATES: "dir=none",
}
_FEW = 3  # claims under one that stand side by side; more are set in several rows


class Source(NamedTuple):
    """A picture as Graphviz reads it, and what its names stand for.

    ``claims`` and ``relations`` have the ids of a map by the names that the
    groups of an SVG have; several parts may belong to one relation.
    """

    text: str
    claims: dict[str, str]
    relations: dict[str, str]


def source(argument_map: ArgumentMap, picture: Picture) -> Source:
    """Return a map as a digraph to be laid out by ``dot``."""
    parts = figure(argument_map)
    names = {claim.id: f"c{number}" for number, claim in enumerate(parts.claims, 1)}
    names |= {step.id: f"r{number}" for number, step in enumerate(parts.junctions, 1)}
    lines = [
        "digraph map {",
        *_settings(argument_map, picture),
        *_nodes(parts, picture, names),
        *_edges(argument_map, parts, picture, names),
        "}",
    ]
    claims = {names[claim.id]: claim.id for claim in parts.claims}
    relations = {names[step.id]: step.id for step in parts.junctions}
    relations |= {f"e{number}": edge.relation.id for number, edge in enumerate(parts.edges, 1)}
    return Source("\n".join(lines) + "\n", claims, relations)


def _settings(argument_map: ArgumentMap, picture: Picture) -> Iterator[str]:
    colours = COLOURS[picture.theme]
    title = head(argument_map, picture)
    label = f"label=<{title}> labelloc=t labeljust=l" if title else ""
    yield (
        f'graph [rankdir={_RANKDIR[picture.direction]} bgcolor="{colours.page}" pad=0.3 '
        f'nodesep=0.22 ranksep=0.24 newrank=true fontname=Helvetica outputorder=nodesfirst {label}]'
    )
    yield "node [shape=plain fontname=Helvetica]"
    yield "edge [arrowsize=0.8 penwidth=1.5]"


def _nodes(parts: Figure, picture: Picture, names: dict[str, str]) -> Iterator[str]:
    for title, claims in _groups(parts.claims, picture.group):
        if title is not None:
            colours = COLOURS[picture.theme]
            label = font(f"<b>{markup(title)}</b>", SMALL + 1, colours.quiet)
            yield f'subgraph "cluster_{names[claims[0].id]}" {{'
            yield f'graph [label=<{label}> labeljust=l color="{colours.frame}" style=rounded margin=10]'
        for claim in claims:
            yield f"{names[claim.id]} [id={names[claim.id]} label=<{card(claim, picture)}>]"
        if title is not None:
            yield "}"
    for step in parts.junctions:
        name = names[step.id]
        size = 0.1 if step.is_linked else 0.05
        colours = COLOURS[picture.theme]
        colour = colours.toned(colours.lines[step.kind], picture.tone(step.id))
        yield (
            f'{name} [id={name} label="" shape=circle style=filled fixedsize=true width={size} '
            f'color="{colour}" fillcolor="{colour}"]'
        )


def _groups(
    claims: list[Claim], grouping: Grouping | None
) -> Iterable[tuple[str | None, list[Claim]]]:
    """Return the claims that are framed together, with the title of their frame, None for none."""
    groups: dict[str | None, list[Claim]] = {}
    for claim in claims:
        groups.setdefault(_group(claim, grouping), []).append(claim)
    return groups.items()


def _group(claim: Claim, grouping: Grouping | None) -> str | None:
    if grouping is Grouping.VOICE:
        return claim.voice
    if grouping is Grouping.KIND:
        return claim.kind
    if grouping is Grouping.SECTION and claim.at:
        return f"[{claim.at[0].first}]"
    return None


def _edges(
    argument_map: ArgumentMap, parts: Figure, picture: Picture, names: dict[str, str]
) -> Iterator[str]:
    lengths = _lengths(argument_map, parts, picture)
    for number, edge in enumerate(parts.edges, 1):
        ends = f"{names[edge.target]} -> {names[edge.source]}"
        length = lengths.get(edge.relation.id, 2) if edge.role is Role.WHOLE else 1
        yield f"{ends} [id=e{number} minlen={length} {_line(edge, picture)}]"


def _line(edge: Edge, picture: Picture) -> str:
    """Return what an edge looks like."""
    colours, relation = COLOURS[picture.theme], edge.relation
    tone = picture.tone(relation.id)
    look = _LINES[relation.kind]
    if edge.role is Role.PREMISE and not relation.kind.is_symmetric:
        look = look.replace("dir=back", "dir=none")  # one arrow head a relation, at its far end
    colour = colours.toned(colours.lines[relation.kind], tone)
    width = 2.6 if relation.kind is RelationKind.RESTATES else 1.5
    width += 1.2 if tone is Tone.LIT else 0
    return f'{look} color="{colour}" penwidth={width:g}'


def _lengths(argument_map: ArgumentMap, parts: Figure, picture: Picture) -> dict[str, int]:
    """Return by relation how many ranks it spans, where many claims stand under one.

    Those of them that lead no further down are set in about as many rows as
    columns: in one rank they would make the picture wider than any page.
    """
    under: dict[str, list[str]] = {}
    for edge in parts.edges:
        if edge.role is Role.WHOLE and _is_leaf(argument_map, edge.source):
            under.setdefault(edge.target, []).append(edge.relation.id)
    lengths = {}
    for relations in under.values():
        if len(relations) > _FEW:
            rows = round(sqrt(len(relations)))
            lengths.update({name: 2 + 2 * (at % rows) for at, name in enumerate(relations)})
    return lengths


def _is_leaf(argument_map: ArgumentMap, claim_id: str) -> bool:
    return len(argument_map.outgoing(claim_id)) == 1 and not argument_map.incoming(claim_id)
