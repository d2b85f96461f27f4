"""Kinds of files that other programs for arguments and graphs write."""

from __future__ import annotations

import json

from argmap.formats._foreign._content import (
    Content,
    Kind,
    begins,
    items,
    keys,
    kind,
    root,
    rows,
)
from argmap.formats._vocabulary import RELATION_WORDS

_NO_MAP = "it has no claims to be read: name a map"
_AS_AIF = "convert it to AIF JSON, which argmap reads"
_AS_GRAPH = "if its nodes are claims, save it as GraphML or node-link JSON, which argmap reads"
_AS_OUTLINE = "its outline says neither pro nor con: write it as Argdown"
_AS_CSV = "save it as CSV with the columns id, text, relation, target"
_SIDES = RELATION_WORDS.keys() | {"thesis"}
_FRAMEWORK = "write it as TGF or APX, which argmap reads"
_NOT_READ = "argmap writes such files and does not read them: name the map it was made from"


def _is_arguebuf(content: Content) -> bool:
    return all(isinstance(content.member(key), dict) for key in ("nodes", "edges"))


def _is_json_graph(content: Content) -> bool:
    graph = content.member("graph")
    return isinstance(graph, dict) and {"nodes", "edges"} <= graph.keys()


def _is_sadface(content: Content) -> bool:
    nodes = content.member("nodes")
    found = nodes if isinstance(nodes, list) else []
    return "edges" in content.keys and any(
        isinstance(node, dict) and node.get("type") in {"atom", "scheme"} for node in found
    )


def _is_gsn(content: Content) -> bool:
    parts = content.value.values() if isinstance(content.value, dict) else ()
    return any(
        isinstance(part, dict) and not part.keys().isdisjoint({"supportedBy", "inContextOf"})
        for part in parts
    )


def _is_scraped(content: Content) -> bool:
    """Return whether the first row has a claim and its place in a tree, and one has its side."""
    found = {key.casefold().replace("_", ""): key for key in content.row}
    sides = [found[name] for name in _SIDE_KEYS if name in found]
    return (
        not found.keys().isdisjoint({"text", "content", "claim", "claimtext", "body"})
        and not found.keys().isdisjoint(_PLACE_KEYS)
        and any(
            str(row.get(key)).casefold() in _SIDES
            for row in content.value[:100]
            if isinstance(row, dict)
            for key in sides
        )
    )


_PLACE_KEYS = frozenset(
    {"index", "id", "parent", "parentid", "level", "depth", "tree", "location", "number"}
)
_SIDE_KEYS = ("stance", "relation", "polarity", "side", "type", "procon", "pro", "label")


def _are_objects(content: Content) -> bool:
    """Return whether each of the first lines is a JSON object of its own."""
    found = [line for line in content.head.splitlines() if line.strip()][:3]
    try:
        # The last line of the head may be cut off.
        values = [json.loads(line) for line in (found[:2] if len(found) > 2 else found)]
    except (ValueError, RecursionError):
        return False
    return len(values) > 1 and all(isinstance(value, dict) for value in values)


def _is_args_me(content: Content) -> bool:
    arguments = content.member("arguments")
    return isinstance(arguments, list) and items("arguments", "premises", "conclusion")(content)


def _is_graph(content: Content) -> bool:
    """Return whether there are nodes and edges, in a text without errors.

    One with errors may be in a format that argmap reads.
    """
    is_whole = content.json_value is not None or content.begins_with_key
    return (is_whole and keys("nodes", some="edges links")(content)) or _is_json_graph(content)


KINDS: tuple[Kind, ...] = (
    kind(
        "JSON Lines",
        "make it one JSON object with claims and relations, or a CSV file with the columns "
        "id, text, relation, target",
        _are_objects,
    ),
    kind(
        "a graph of arguebuf in JSON",
        "save it as AIF with arguebuf (arguebuf.dump.file, in the format AIF)",
        _is_arguebuf,
    ),
    kind("a SADFace document", _AS_AIF, _is_sadface),
    kind("a corpus of args.me", _AS_CSV, _is_args_me),
    kind(
        "the data of a Kialo discussion in JSON",
        "export the discussion from Kialo as text",
        keys("discussion", "claims"),
        keys("claims", "locations"),
    ),
    kind(
        "rows of claims in JSON, as scrapers of Kialo write them",
        "export the discussion from Kialo as text, or save the rows as CSV with the columns "
        "id, text, relation, target",
        _is_scraped,
    ),
    kind(
        "an abstract framework in JSON",
        _FRAMEWORK,
        keys("arguments", some="attacks defeats attack_relations"),
    ),
    kind("an assurance case in GSN (YAML)", "write its goals as claims of a map", _is_gsn),
    kind(
        "LKIF, of Carneades 2",
        "Carneades 4 imports it and exports YAML, which argmap reads",
        root("lkif"),
    ),
    kind(
        "CAF, of Carneades 3",
        "Carneades 4 imports it and exports YAML, which argmap reads",
        root("caf"),
    ),
    kind("AML, of Araucaria", _AS_AIF, root("ARG")),
    kind("a map of Rationale", "write it as Argdown", root("rationale", "Rationale", "rtnl")),
    kind("a map of Compendium", _AS_GRAPH, root("model", within="<view")),
    kind("a map of XMind in XML", _AS_OUTLINE, root("xmap-content")),
    kind("a map of FreeMind", _AS_OUTLINE, root("map", within="<node")),
    kind("an OPML outline", _AS_OUTLINE, root("opml")),
    kind("a drawing of draw.io", _AS_GRAPH, root("mxfile", "mxGraphModel")),
    kind("a map of MindMup", _AS_OUTLINE, keys("ideas", some="formatVersion attr id")),
    kind("an Obsidian canvas", _AS_GRAPH, items("nodes", "id", "x", "y", "width", "height")),
    kind("a drawing of Excalidraw", _AS_GRAPH, keys("elements", "appState")),
    kind("an ABA framework", _FRAMEWORK, begins(r"(#.*\n\s*)*p aba \d")),
    kind(
        "an abstract dialectical framework",
        _FRAMEWORK,
        begins(r"(%.*\n\s*)*(s|statement)\(\w+\)\s*\."),
    ),
    kind("a formula in DIMACS", _NO_MAP, begins(r"(c\b.*\n\s*)*p w?cnf \d")),
    kind(
        "JSON-LD",
        _AS_AIF,
        keys("@context"),
        keys("@graph"),
        keys("@id", "@type"),
        *(rows(key) for key in ("@context", "@id", "@type")),
    ),
    kind(
        "RDF",
        _AS_AIF,
        root("RDF", "Ontology"),
        begins(r"@prefix\s|@base\s|prefix\s+\w*:\s*<|<https?:[^>\s]*>\s+<https?:[^>\s]*>"),
    ),
    kind("a graph in JSON", _AS_GRAPH, _is_graph),
    kind("a graph in XGMML or GXL", _AS_GRAPH, root("graph", "gxl")),
    kind("a graph in GDF", _AS_GRAPH, begins(r"nodedef\s*>")),
    kind("a graph in GML", _AS_GRAPH, begins(r"((#|creator|version).*\n\s*)*graph\s*\[")),
    kind("a graph of Pajek", _AS_GRAPH, begins(r"\*(vertices|network)\b")),
    kind(
        "a graph in DOT",
        _NOT_READ,
        begins(r"((//|#).*\n\s*|/\*.*?\*/\s*)*(strict\s+)?(di)?graph\s*(\w+|\"[^\"\n]*\")?\s*\{"),
    ),
    kind(
        "a diagram of Mermaid",
        _NOT_READ,
        begins(
            r"(---\n(.*\n)*?---\s*)?(%%.*\n\s*)*(graph|flowchart|flowchart-elk)"
            r"([ \t]+(tb|td|bt|lr|rl)\b|[ \t]*;?\n.*(--|==|-\.))"
        ),
        begins(
            r"(---\n(.*\n)*?---\s*)?(%%.*\n\s*)*(sequenceDiagram|classDiagram|stateDiagram"
            r"|erDiagram|mindmap|gitGraph|quadrantChart|requirementDiagram|((gantt|journey|timeline"
            r"|pie)([ \t]+(title|showData)\b|[ \t]*\n\s*(title|section|dateFormat|\")))).*"
        ),
    ),
    kind("a diagram of PlantUML", _AS_GRAPH, begins(r"@start\w+")),
)
