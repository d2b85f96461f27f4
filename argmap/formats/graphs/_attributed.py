"""A map as the attributed networkx graph that graph files are written from."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any

from argmap.documents.fields import CLAIM_FIELDS
from argmap.model import ArgumentMap, Claim, Relation
from argmap.model.figure import LONGEST, Role, figure
from argmap.model.losses import Losses
from argmap.model.plain import plain_claim

if TYPE_CHECKING:
    import networkx as nx

# Not in XML 1.0 (section 2.2); or a carriage return, which a parser may change; or a
# control character that is allowed, but has effects in a terminal.
_NOT_XML = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")


_AS_JSON = ("tags", "quote", "citations", "source", "voices")
KEPT = frozenset(
    {*CLAIM_FIELDS, "id", "relation id", "scheme", "note", "relation weight"}
    | {"title", "source", "voices"}
)
"""The fields of a map that its attributed graph has (see ``Losses.add_fields``)."""

_ESCAPED = (
    "character that XML cannot represent, written as an escape",
    "characters that XML cannot represent, written as escapes",
)


def attributed_graph(argument_map: ArgumentMap) -> nx.MultiDiGraph[str]:
    """Return the figure of a map as a networkx MultiDiGraph with plain attributes.

    Nodes are claims (``node`` is ``claim``, with ``label``, ``text`` and the other
    fields that are given; ``labelled`` where the claim has a label that equals its
    text) and junctions (``node`` is ``relation``, with ``verb``, ``scheme``, ``note`` and
    ``weight``, and ``relation`` for an id that is too long for the name of a node). Edges
    are keyed by number and have ``relation`` (its id, or the name of its node),
    ``verb``, ``role``, ``weight`` and, where they are short, ``scheme`` and ``note``;
    ``label``, which programs draw, is the verb, unless the edge only leads to a junction.
    ``at`` is text such as ``1, 4-5``; ``tags``, ``quote`` and ``citations`` are JSON lists;
    the graph has ``title``, and ``source`` and ``voices`` as JSON.
    """
    import networkx as nx

    graph: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    graph.graph.update(_head(argument_map))
    parts = figure(argument_map)
    for claim in parts.claims:
        graph.add_node(claim.id, **_claim_attributes(claim))
    names = parts.names
    for relation in parts.junctions:
        attributes = {"node": "relation", "label": "", **_relation_attributes(relation)}
        if names[relation.id] != relation.id:
            attributes["relation"] = relation.id
        graph.add_node(names[relation.id], **attributes)
    for number, edge in enumerate(parts.edges):
        attributes = _relation_attributes(edge.relation, is_part=edge.role is not Role.WHOLE)
        name = names.get(edge.relation.id, edge.relation.id)
        attributes |= {"relation": name, "role": str(edge.role)}
        if edge.role is not Role.PREMISE:
            attributes["label"] = attributes["verb"]
        graph.add_edge(names[edge.source], names[edge.target], key=str(number), **attributes)
    return graph


def _head(argument_map: ArgumentMap) -> dict[str, str]:
    source = argument_map.source._asdict() if argument_map.source else {}
    given = {key: value for key, value in source.items() if value is not None}
    head = {
        "title": argument_map.title,
        "source": _json(given) if given else None,
        "voices": _json(argument_map.voices) if argument_map.voices else None,
    }
    return {key: value for key, value in head.items() if value is not None}


def _claim_attributes(claim: Claim) -> dict[str, Any]:
    plain = plain_claim(claim)
    fields = claim._asdict()
    del fields["id"]
    fields |= {
        "label": claim.headline,
        "labelled": claim.label == claim.text or None,
        "at": claim.place or None,
        "implicit": claim.implicit or None,
        **{key: _json(plain[key]) if key in plain else None for key in _LISTS},
        "standard": plain.get("standard"),
    }
    given = {key: value for key, value in fields.items() if value is not None}
    return {"node": "claim"} | given


def _relation_attributes(relation: Relation, *, is_part: bool = False) -> dict[str, Any]:
    """Return the attributes of a relation; a part of one leaves out long texts."""
    attributes: dict[str, Any] = {"verb": str(relation.kind)}
    for key in ("scheme", "note"):
        value = getattr(relation, key)
        if value is not None and not (is_part and len(value) > LONGEST):
            attributes[key] = value
    if relation.weight is not None:
        attributes["weight"] = relation.weight
    return attributes


_LISTS = ("tags", "quote", "citations")


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)


def escape_what_xml_lacks(graph: nx.MultiDiGraph[str], losses: Losses) -> nx.MultiDiGraph[str]:
    """Return the graph with characters that XML 1.0 cannot represent as ``\\u0000``.

    They are counted once in each text, however often the graph repeats it. In JSON, such an
    escape is the character itself, and nothing is lost.
    """
    import networkx as nx

    counted: set[str] = set()

    def escaped(value: Any, key: str = "") -> Any:
        if not isinstance(value, str):
            return value
        text, number = _NOT_XML.subn(lambda found: f"\\u{ord(found.group()):04x}", value)
        if key not in _AS_JSON and value not in counted:
            counted.add(value)
            losses.add(_ESCAPED[0], number, _ESCAPED[1])
        return text

    owners = [attributes for _, attributes in graph.nodes(data=True)]
    owners += [attributes for _, _, attributes in graph.edges(data=True)]
    for attributes in (*owners, graph.graph):
        attributes.update({key: escaped(value, key) for key, value in attributes.items()})
    names: dict[str, str] = {}
    taken = set(graph)
    for node in graph:
        name = escaped(node)
        while name != node and name in taken:  # it must not become another node
            name += "_"
        taken.add(name)
        names[node] = name
    relabelled: nx.MultiDiGraph[str] = nx.relabel_nodes(graph, names)
    return relabelled
