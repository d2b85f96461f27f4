"""A picture in the language of Graphviz: what is drawn, and how it is laid out.

Edges run from target to premise and have their heads at their tails, so that
what bears on nothing further is in the first rank, level with its like. Names
are our own, ``c1`` and ``r1``: those of a map could be keywords or patterns.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from argmap.analysis.figure import Edge, Figure, Role, figure
from argmap.formats._pictures.cards import SMALL, card
from argmap.formats._pictures.colours import COLOURS
from argmap.formats._pictures.folding import LEVEL, Folding, folding
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


_TRIED = 300  # claims, at the most, in a map that is laid out in several ways


class Source(NamedTuple):
    """A picture as Graphviz reads it, and what its names stand for.

    ``texts`` are ways to lay it out: that which fits a page best is to be taken. ``claims`` and ``relations`` have the ids of a map by the names that the
    groups of an SVG have; several parts may belong to one relation.
    """

    texts: tuple[str, ...]
    claims: dict[str, str]
    relations: dict[str, str]


def source(argument_map: ArgumentMap, picture: Picture) -> Source:
    """Return a map as digraphs to be laid out by ``dot``."""
    parts = figure(argument_map)
    names = {claim.id: f"c{number}" for number, claim in enumerate(parts.claims, 1)}
    names |= {step.id: f"r{number}" for number, step in enumerate(parts.junctions, 1)}
    head = [
        "digraph map {",
        *_settings(argument_map, picture),
        *_nodes(argument_map, parts, picture, names),
    ]
    texts = tuple(
        "\n".join([*head, *_edges(argument_map, parts, picture, names, folds), "}\n"])
        for folds in _foldings(argument_map, picture)
    )
    claims = {names[claim.id]: claim.id for claim in parts.claims}
    relations = {names[step.id]: step.id for step in parts.junctions}
    relations |= {f"e{number}": edge.relation.id for number, edge in enumerate(parts.edges, 1)}
    return Source(texts, claims, relations)


def _foldings(argument_map: ArgumentMap, picture: Picture) -> Iterator[Folding]:
    """Yield the ways to fold a map that are to be tried; of a big one, what should be better."""
    folded = folding(argument_map, picture)
    flat = folded._replace(spans={})
    if len(argument_map.claims) > _TRIED or not folded.spans:
        yield folded if folded.is_tree else flat
    else:
        yield from (flat, folded)


def _settings(argument_map: ArgumentMap, picture: Picture) -> Iterator[str]:
    colours = COLOURS[picture.theme]
    title = head(argument_map, picture)
    label = f"label=<{title}> labelloc=t labeljust=l" if title else ""
    yield (
        f'graph [rankdir={_RANKDIR[picture.direction]} bgcolor="{colours.page}" pad=0.3 margin=0 '
        f'nodesep=0.22 ranksep=0.24 newrank=true fontname=Helvetica outputorder=nodesfirst {label}]'
    )
    yield "node [shape=plain fontname=Helvetica]"
    yield "edge [arrowsize=0.8 penwidth=1.5]"


def _nodes(argument_map, parts: Figure, picture: Picture, names: dict[str, str]) -> Iterator[str]:
    is_top=lambda c: c.kind=="thesis" and argument_map.is_root(c.id)
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
    if picture.group is None:
        theses = [names[claim.id] for claim in parts.claims if is_top(claim)]
        yield f"{{rank=min; {'; '.join(theses)}}}" if theses else ""
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
    argument_map: ArgumentMap, parts: Figure, picture: Picture, names: dict[str, str],folds:Folding
) -> Iterator[str]:
    for lower, (upper, ranks) in folds.below.items():
        yield f"{names[upper]} -> {names[lower]} [style=invis minlen={ranks}]"
    for number, edge in enumerate(parts.edges, 1):
        upper, lower = edge.target, edge.source
        if edge.relation.kind.is_symmetric and argument_map.is_root(lower):
            upper, lower = lower, upper  # what bears on nothing further goes on top
        ends = f"{names[upper]} -> {names[lower]}"
        is_short = edge.role is not Role.WHOLE or edge.target in argument_map.relations
        length = 1 if is_short else LEVEL
        if edge.role is not Role.PREMISE:
            length += folds.spans.get(edge.relation.id, 0)
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
