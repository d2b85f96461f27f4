"""Frames around claims that share something: which these are, and how they are drawn.

Graphviz lets lines run over the title of a cluster, and clusters touch. So the
frame that is drawn is a little smaller than the cluster, and its title is a tag
on its upper edge, in front of the lines.
"""

from __future__ import annotations

from collections.abc import Iterator

from argmap.model import ArgumentMap, Claim, Relation
from argmap.model.figure import Figure
from argmap.pictures.colours import COLOURS
from argmap.pictures.layout import Layout
from argmap.pictures.picture import Grouping, Picture, Tone
from argmap.pictures.words import cell, evenly_wrapped, stacked, table

FRAME_ROOM = 16  # points, between claims and the edge of their cluster
TAG = "t"  # names of titles begin with it
_SMALLER = 5.0  # points, the frame than the cluster
_SIZE = 13.0  # of the letters of a title, in points
_ROOM = 340.0  # how wide a title may be, in points
_INDENT = 10.0  # points, from the corner to the title
_CORNER = 24  # points, at the least, from the title to the other corner


Groups = dict[str | None, list[Claim | Relation]]


def groups(argument_map: ArgumentMap, parts: Figure, grouping: Grouping | None) -> Groups:
    """Return claims and junctions by the title of their frame; None has those without one.

    A junction is in the frame of its target, if one of its premises is, too;
    else in that of its premises, if they share one.
    """
    found: Groups = {}
    unit = (argument_map.source.unit if argument_map.source else None) or "place"
    own = {claim.id: _title(claim, grouping, unit) for claim in parts.claims}
    for claim in parts.claims:
        found.setdefault(own[claim.id], []).append(claim)
    for relation in parts.junctions:
        around = {own[premise] for premise in relation.premises}
        target = own.get(_conclusion(argument_map, relation))
        if target not in around:
            target = around.pop() if len(around) == 1 else None
        found.setdefault(target, []).append(relation)
    return found


def _conclusion(argument_map: ArgumentMap, relation: Relation) -> str:
    """Return the claim that targets of targets lead to; empty where they lead to none."""
    seen: set[str] = set()
    target = relation.target
    while target in argument_map.relations and target not in seen:
        seen.add(target)
        target = argument_map.relations[target].target
    return target


def _title(claim: Claim, grouping: Grouping | None, unit: str) -> str | None:
    if grouping is Grouping.VOICE:
        return claim.voice
    if grouping is Grouping.KIND:
        return claim.kind
    if grouping is Grouping.SECTION and claim.at:
        first = claim.at[0]
        return first if isinstance(first, str) else f"{unit} {first.first}"
    return None


def frame_label(title: str) -> str:
    """Return a frame's title, as ``frame_title`` has it, with the room that its cluster needs."""
    return table(f"<tr>{cell(title)}{cell('', width=_CORNER)}</tr>")


def frame_title(title: str, picture: Picture, tone: Tone) -> str:
    """Return the title of a frame as markup, wrapped where it is long."""
    colours = COLOURS[picture.theme]
    lines = evenly_wrapped(title, _ROOM, _SIZE)
    return stacked(lines, _SIZE, colours.toned(colours.quiet, tone), "b")


def framed(layout: Layout, frames: dict[str, str], picture: Picture) -> Iterator[str]:
    """Yield the statements that make frames with tags of clusters, in a digraph with places."""
    ground = COLOURS[picture.theme].ground
    for number, (cluster, title) in enumerate(frames.items(), 1):
        box, label = layout.frames[cluster], layout.titles[cluster]
        left, bottom, right = box.left + _SMALLER, box.bottom + _SMALLER, box.right - _SMALLER
        top = box.top - _SMALLER - label.height / 2
        bounds = f"{left:.2f},{bottom:.2f},{right:.2f},{top:.2f}"
        yield f'subgraph "{cluster}" {{ graph [label="" bb="{bounds}"] }}'
        x = left + _INDENT + (label.width - _CORNER) / 2
        tag = table(f"<tr>{cell(title)}</tr>", bgcolor=ground, cellpadding=2)
        name = f"{TAG}{number}"
        yield f'{name} [id={name} label=<{tag}> pos="{x:.2f},{top:.2f}"]'
