"""The SVG of Graphviz, made accessible: for screen readers, search and highlighting.

The groups of Graphviz are put together anew: only elements and attributes that
are listed here get into the result, each claim and each relation is one group,
and all have titles and roles (https://www.w3.org/TR/graphics-aria-1.0/).
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple
from xml.etree import ElementTree as ET

from argmap.model import ArgumentMap
from argmap.model.text import one_line
from argmap.pictures.captions import (
    claim_attributes,
    claim_caption,
    described,
    relation_attributes,
    relation_caption,
)
from argmap.pictures.digraphs import Digraphs
from argmap.pictures.finishing import HEAD
from argmap.pictures.frames import TAG
from argmap.pictures.picture import Picture
from argmap.pictures.words import is_right_to_left

_NAMESPACE = "http://www.w3.org/2000/svg"
_SHAPES = frozenset({"path", "polygon", "polyline", "ellipse", "text"})
_PAINT = ("fill", "stroke", "stroke-width", "stroke-dasharray")
_GEOMETRY = ("d", "points", "cx", "cy", "rx", "ry", "x", "y")
_LETTERS = ("text-anchor", "font-size", "font-weight", "font-style")
_ATTRIBUTES = frozenset((*_PAINT, *_GEOMETRY, *_LETTERS))
_FONTS = "Helvetica, Arial, 'Liberation Sans', 'DejaVu Sans', sans-serif"


def accessible(
    svg: bytes, digraphs: Digraphs, argument_map: ArgumentMap, picture: Picture, *, has_size: bool
) -> str:
    """Return the SVG element of a picture, ``svg`` being what Graphviz has drawn.

    ``svg_element`` describes it; with ``has_size`` it has a width and a height.
    """
    drawn = ET.fromstring(svg)  # noqa: S314 it comes from Graphviz
    whole = next(child for child in drawn if _tag(child) == "g")
    root = _root(drawn, argument_map, picture, has_size=has_size)
    inside = ET.SubElement(
        root, "g", {"transform": whole.get("transform", ""), "font-family": _FONTS}
    )
    ground = next(child for child in whole if _tag(child) in _SHAPES)
    inside.append(_clean(ground, {"class": "ground"}))
    groups = _parts(whole, digraphs)
    for frame in groups.frames:
        ET.SubElement(inside, "g", {"class": "frame"}).extend(map(_clean, frame))
    for number, relation in enumerate(argument_map.relations.values(), 1):
        attributes = relation_attributes(number, relation, picture)
        caption = relation_caption(relation)
        inside.append(_group(attributes, caption, groups.relations[relation.id]))
    for tag in groups.tags:
        ET.SubElement(inside, "g", {"class": "frame-title"}).extend(map(_clean, tag))
    for number, claim in enumerate(argument_map.claims.values(), 1):
        attributes = claim_attributes(number, claim, picture)
        inside.append(_group(attributes, claim_caption(claim), groups.claims[claim.id]))
    if groups.head:
        ET.SubElement(inside, "g", {"class": "head"}).extend(map(_clean, groups.head))
    ET.indent(root, " ")
    return ET.tostring(root, encoding="unicode")


class _Parts(NamedTuple):
    """The shapes of frames, of their titles, of title and legend, and of what has an id."""

    frames: list[list[ET.Element]]
    tags: list[list[ET.Element]]
    head: list[ET.Element]
    claims: dict[str, list[ET.Element]]
    relations: dict[str, list[ET.Element]]


def _parts(whole: ET.Element, digraphs: Digraphs) -> _Parts:
    """Return the shapes that Graphviz has drawn by what they belong to."""
    parts = _Parts([], [], [], {}, {})
    for group in whole:
        if _tag(group) != "g":
            continue
        name = group.get("id", "")
        shapes = list(_shapes(group))
        if name in digraphs.claims:
            parts.claims.setdefault(digraphs.claims[name], []).extend(shapes)
        elif name in digraphs.relations:
            parts.relations.setdefault(digraphs.relations[name], []).extend(shapes)
        elif name.startswith(HEAD):
            parts.head.extend(shapes)
        elif name.startswith(TAG):
            parts.tags.append(shapes)
        else:
            parts.frames.append(shapes)
    return parts


def _shapes(group: ET.Element) -> Iterator[ET.Element]:
    return (each for each in group.iter() if _tag(each) in _SHAPES)


def _tag(element: ET.Element) -> str:
    return str(element.tag).rpartition("}")[2]


def _clean(shape: ET.Element, more: dict[str, str] | None = None) -> ET.Element:
    """Return a shape with none but the listed attributes, and ``more``."""
    kept = {name: value for name, value in shape.attrib.items() if name in _ATTRIBUTES}
    if shape.text and is_right_to_left(shape.text):
        # A line of such a script starts at its right end.
        turned = {"start": "end", "end": "start"}
        anchor = kept.get("text-anchor", "start")
        kept |= {"direction": "rtl", "text-anchor": turned.get(anchor, anchor)}
    copy = ET.Element(_tag(shape), {**(more or {}), **kept})
    copy.text = shape.text
    return copy


def _root(
    drawn: ET.Element, argument_map: ArgumentMap, picture: Picture, *, has_size: bool
) -> ET.Element:
    attributes = {
        "xmlns": _NAMESPACE,
        "class": "argmap",
        "viewBox": drawn.get("viewBox", ""),
        "role": "graphics-document document",
        "aria-roledescription": "argument map",
        "aria-labelledby": "picture-title picture-description",
    }
    if has_size:
        attributes |= {side: drawn.get(side, "") for side in ("width", "height")}
    root = ET.Element("svg", attributes)
    title = ET.SubElement(root, "title", {"id": "picture-title"})
    title.text = one_line(argument_map.title or "An argument map")
    description = ET.SubElement(root, "desc", {"id": "picture-description"})
    description.text = described(argument_map, picture, "cards")
    return root


def _group(attributes: dict[str, str], title: str, shapes: list[ET.Element]) -> ET.Element:
    group = ET.Element("g", attributes)
    ET.SubElement(group, "title").text = title
    group.extend(map(_clean, shapes))
    return group
