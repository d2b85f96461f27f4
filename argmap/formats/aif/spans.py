"""The words of the source that are marked in an annotated text, as OVA has it.

The text is HTML in which ``<span class="highlighted" id="node12">`` marks the words that node
12 is made of, a claim or a locution. It stands under ``text``, itself or as its ``txt``, or
under ``analysis`` as its ``txt``.
"""

from __future__ import annotations

import re
from typing import Any

from argmap.documents.html_spans import spans
from argmap.formats.aif.graph import AifGraph, Node

_NODE = re.compile(r"node[-_]?(\S+)", re.IGNORECASE)


def quotes(graph: AifGraph) -> dict[Node, tuple[str, ...]]:
    """Return the words that are marked for claims, or for what was said to put them forward."""
    html = next(filter(None, map(_html, (graph.top.get("text"), graph.top.get("analysis")))), "")
    nodes = {node.id: node for node in graph.nodes} if html else {}
    found: dict[Node, dict[str, None]] = {}
    for name, words in spans(html):
        match = _NODE.fullmatch(name)
        node = nodes.get(match[1]) if match else None
        for claim in () if node is None else _claims(node):
            found.setdefault(claim, {})[words] = None
    return {claim: tuple(words) for claim, words in found.items()}


def _html(value: Any) -> str:
    text = value.get("txt") if isinstance(value, dict) else value
    return text if isinstance(text, str) else ""


def _claims(node: Node) -> list[Node]:
    """Return a claim, or the claims that a locution puts forward."""
    if node.type == "L":
        illocutions = (each for each in node.targets if each.type == "YA")
        return [claim for each in illocutions for claim in each.targets if claim.type == "I"]
    return [node] if node.type == "I" else []
