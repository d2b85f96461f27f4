"""A picture as digraphs for Graphviz: what is drawn, and how it is laid out.

Edges run from target to premise and have their heads at their tails, so that
roots are in the first rank, all of them level. Names are our own, ``c1`` and
``r1``: those of a map could be keywords or patterns.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from argmap.model import ArgumentMap, Claim, Relation
from argmap.model.figure import Edge, Figure, Role, figure
from argmap.pictures.cards import card
from argmap.pictures.colours import COLOURS
from argmap.pictures.compacting import LEVEL, Compaction, compacted
from argmap.pictures.frames import FRAME_ROOM, Groups, frame_label, frame_title, groups
from argmap.pictures.layout import CLAIM, POINTS
from argmap.pictures.looks import LOOKS, line_look
from argmap.pictures.picture import Direction, Picture, Tone

_RANKDIR = {
    Direction.UP: "TB",
    Direction.DOWN: "BT",
    Direction.LEFT: "LR",
    Direction.RIGHT: "RL",
}

_TRIED = 500  # claims and relations, at the most, in a map that is laid out in several ways
_EASY = 600  # claims and relations, at the most, in a map that is laid out with full effort
_DENSE = 1.5  # relations a claim, from which on routing lines around cards takes minutes
# Ranks that go up: Graphviz keeps the room for a title at the end opposite to where it is asked to.
_ROOM_FOR_TITLE = {Direction.DOWN: " labelloc=b"}
PAD = 21.6  # points, from the edge of a picture to what is drawn
_LOOP = " tailport=ne headport=se"  # or it would be too small to be seen
# Not nslimit, but where lines are many: cards would stand far apart.
_QUICK = "nslimit1=1 mclimit=0.3"
_HASTY = "nslimit=0.1 nslimit1=0.1 mclimit=0.1 splines=line"


class Digraphs(NamedTuple):
    """A picture in the language of Graphviz, and what its names stand for.

    ``texts`` are ways to lay it out, the preferred first, of which the best is
    to be chosen. ``claims`` and ``relations`` have ids by the names of nodes and
    edges; several of these may belong to one relation. ``frames`` has the titles
    of frames, as markup, by the names of their clusters.
    """

    texts: tuple[str, ...]
    claims: dict[str, str]
    relations: dict[str, str]
    frames: dict[str, str]


class _Way(NamedTuple):
    """How a map is compacted, and the attributes of its ranks."""

    compaction: Compaction
    ranking: str = ""


def digraphs(argument_map: ArgumentMap, picture: Picture) -> Digraphs:
    """Return a map as digraphs to be laid out by ``dot``."""
    parts = figure(argument_map)
    names = {claim.id: f"{CLAIM}{number}" for number, claim in enumerate(parts.claims, 1)}
    names |= {step.id: f"r{number}" for number, step in enumerate(parts.junctions, 1)}
    grouped = groups(argument_map, parts, picture.group)
    frames = {
        _cluster(members, names): frame_title(title, picture, _tone(members, picture))
        for title, members in grouped.items()
        if title is not None
    }
    nodes = list(_nodes(grouped, frames, picture, names))
    nodes += _top_rank(argument_map, parts, names)
    texts = []
    for way in _ways(argument_map, picture, is_framed=bool(frames)):
        edges = _edges(argument_map, parts, picture, names, way.compaction)
        head = ("digraph map {", *_settings(argument_map, picture, way))
        texts.append("\n".join([*head, *nodes, *edges, "}\n"]))
    claims = {names[claim.id]: claim.id for claim in parts.claims}
    relations = {names[step.id]: step.id for step in parts.junctions}
    relations |= {f"e{number}": edge.relation.id for number, edge in enumerate(parts.edges, 1)}
    return Digraphs(tuple(texts), claims, relations, frames)


def _ways(argument_map: ArgumentMap, picture: Picture, *, is_framed: bool) -> list[_Way]:
    """Return the ways to lay out a map that are to be tried, the preferred first.

    Of a big map it is the one that should be best. Frames keep their own shape;
    where all are ranked together, lines are shorter, but may run behind cards.
    """
    usual = compacted(argument_map, picture)
    flat = usual._replace(spans={})
    is_big = len(argument_map.claims) + len(argument_map.relations) > _TRIED
    if is_framed:
        ways = [_Way(flat, "newrank=true"), _Way(flat)]
        return ways[:1] if is_big else ways
    if is_big:
        return [_Way(usual if usual.is_tree else flat)]
    narrow = compacted(argument_map, picture, share=0.6)
    tops_too = compacted(argument_map, picture, tops_too=True)
    ways = []
    for compaction in (flat, usual, narrow, tops_too):
        if _Way(compaction) not in ways:
            ways.append(_Way(compaction))
    return ways


def _settings(argument_map: ArgumentMap, picture: Picture, way: _Way) -> Iterator[str]:
    colours = COLOURS[picture.theme]
    size = len(argument_map.claims) + len(argument_map.relations)
    effort = ""
    if size > _EASY:
        is_dense = len(argument_map.relations) > _DENSE * len(argument_map.claims)
        effort = _HASTY if is_dense else _QUICK
    yield (
        f'graph [rankdir={_RANKDIR[picture.direction]} bgcolor="{colours.ground}" margin=0 '
        f"pad={PAD / POINTS:.2f} nodesep=0.22 ranksep=0.24 fontname=Helvetica "
        f"outputorder=edgesfirst {way.ranking} {effort}]"
    )
    yield 'node [shape=plain fontname=Helvetica label=""]'
    yield "edge [arrowsize=0.8 penwidth=1.5]"


def _cluster(members: Sequence[Claim | Relation], names: dict[str, str]) -> str:
    """Return the name of the cluster that some claims and junctions are framed by."""
    return f"cluster_{names[members[0].id]}"


def _tone(members: Sequence[Claim | Relation], picture: Picture) -> Tone:
    return picture.tone_around(member.id for member in members)


def _nodes(
    grouped: Groups, frames: dict[str, str], picture: Picture, names: dict[str, str]
) -> Iterator[str]:
    """Yield nodes, in clusters where they are framed; ``frames`` has the titles of these."""
    for title, members in grouped.items():
        nodes = [_node(member, names[member.id], picture) for member in members]
        if title is not None:
            cluster, colours = _cluster(members, names), COLOURS[picture.theme]
            colour = colours.toned(colours.frame, _tone(members, picture))
            look = f'color="{colour}" style=rounded penwidth=1'
            look += _ROOM_FOR_TITLE.get(picture.direction, "")
            label = f"label=<{frame_label(frames[cluster])}> labeljust=l"
            settings = f"graph [{label} margin={FRAME_ROOM} {look}]"
            nodes = [f'subgraph "{cluster}" {{', settings, *nodes, "}"]
        yield from nodes


def _top_rank(argument_map: ArgumentMap, parts: Figure, names: dict[str, str]) -> Iterator[str]:
    theses = [c for c in parts.claims if c.kind == "thesis" and argument_map.is_root(c.id)]
    if theses:
        yield f"{{rank=min; {'; '.join(names[claim.id] for claim in theses)}}}"


def _node(member: Claim | Relation, name: str, picture: Picture) -> str:
    if isinstance(member, Claim):
        return f"{name} [id={name} label=<{card(member, picture)}>]"
    colours = COLOURS[picture.theme]
    colour = colours.toned(colours.lines[member.kind], picture.tone(member.id))
    size = 0.1 if member.is_linked else 0.05
    return (
        f"{name} [id={name} shape=circle style=filled fixedsize=true width={size} "
        f'color="{colour}" fillcolor="{colour}"]'
    )


def _edges(
    argument_map: ArgumentMap,
    parts: Figure,
    picture: Picture,
    names: dict[str, str],
    compaction: Compaction,
) -> Iterator[str]:
    for lower, (upper, ranks) in compaction.below.items():
        yield f"{names[upper]} -> {names[lower]} [style=invis minlen={ranks}]"
    for number, edge in enumerate(parts.edges, 1):
        upper, lower = edge.target, edge.source
        is_turned = edge.relation.kind.is_symmetric and _is_top(argument_map, lower)
        if is_turned:
            upper, lower = lower, upper
        ends = f"{names[upper]} -> {names[lower]}"
        is_short = edge.role is not Role.WHOLE or edge.target in argument_map.relations
        length = 1 if is_short else LEVEL
        if edge.role is not Role.PREMISE:
            length += compaction.spans.get(edge.relation.id, 0)
        line = _line(edge, picture, is_turned=is_turned)
        line += _LOOP if upper == lower else ""
        yield f"{ends} [id=e{number} minlen={length} {line}]"


def _is_top(argument_map: ArgumentMap, name: str) -> bool:
    """Return whether a name is that of a root, which goes on top."""
    return name in argument_map.claims and argument_map.is_root(name)


def _line(edge: Edge, picture: Picture, *, is_turned: bool) -> str:
    """Return what an edge, which runs from target to premise unless turned, looks like."""
    colours, relation = COLOURS[picture.theme], edge.relation
    look, tone = LOOKS[relation.kind], picture.tone(relation.id)
    if edge.role is Role.PREMISE and tone is Tone.LIT:
        tone = picture.tone(edge.source)  # of linked premises one alone may be in a chain
    tail = None if edge.role is Role.PREMISE else look.tip
    head = None if edge.role is Role.CONCLUSION else look.rear
    return line_look(
        relation.kind,
        colours.toned(colours.lines[relation.kind], tone),
        tail=head if is_turned else tail,
        head=tail if is_turned else head,
        more=1.2 if tone is Tone.LIT else 0.0,
    )
