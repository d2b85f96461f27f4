"""An AIF graph as an ArgumentMap."""

from __future__ import annotations

from collections import Counter
from typing import Any

from argmap.documents.fields import CLAIM_FIELDS
from argmap.formats._builder import MapBuilder
from argmap.formats._entries import Entries
from argmap.formats.aif.graph import AifGraph, Node
from argmap.formats.aif.speakers import SPOKEN, Speakers
from argmap.formats.aif.steps import LAYOUT, NAMES, PASSED, PREFERRED, TIMES, Steps
from argmap.model import ArgumentMap, FileText
from argmap.model.losses import Losses

_CLAIM_KEYS = {key: field for key, field in CLAIM_FIELDS.items() if key != "text"}
_TOP_PASSED = frozenset({"nodes", "edges", "locutions", "participants"})


def map_of(graph: AifGraph, file: FileText, losses: Losses) -> ArgumentMap:
    """Return the map of a graph; what it cannot represent is counted in ``losses``."""
    return _Reader(graph, file, losses).read()


class _Reader:
    """Makes a map of one graph."""

    def __init__(self, graph: AifGraph, file: FileText, losses: Losses) -> None:
        self.graph = graph
        self.losses = losses
        self.entries = Entries(losses)
        self.builder = MapBuilder(file, losses)

    def read(self) -> ArgumentMap:
        """Return the map."""
        head = self._head()
        nodes = [node for node in self.graph.nodes if node.type == "I"]
        names = {node: self.builder.reserve(node.id) for node in nodes}
        steps = Steps(self.graph, self.builder, names)
        speakers = Speakers(self.graph)
        for node in nodes:
            self._claim(node, names[node], speakers, steps)
        steps.add(self.entries)
        speakers.count_losses(self.losses)
        self.entries.count()
        self._count_layout()
        self._count_others()
        origins = {name: node.index for node, name in names.items()}
        origins |= {name: node.index for name, node in steps.nodes.items()}
        self.builder.find_offsets = lambda: self.graph.offsets(origins)
        return self.builder.build(**head)

    def _head(self) -> dict[str, Any]:
        """Return title and source and read the voices, which argmap has written."""
        top = dict(self.graph.top)
        source = self.entries.source(top)
        self.builder.voices.update(self.entries.voices(top, only_ids=True))
        return {"title": self.entries.title(top, "entry", _TOP_PASSED), "source": source}

    def _claim(self, node: Node, name: str, speakers: Speakers, steps: Steps) -> None:
        fields = self.entries.read(node.body, _CLAIM_KEYS, "claim entry", PASSED)
        speaker = speakers.of(node, is_known="voice" in fields)
        if speaker is not None:
            fields["voice"] = self.builder.voice(speaker)
        preferred = [f"{PREFERRED}{other}" for other in steps.preferences.get(node, ())]
        fields["tags"] = (*fields.get("tags", ()), *preferred)
        if not node.text.strip():
            self.losses.add("claim without a text", 1, "claims without a text")
        self.builder.claim(node.id, node.text, reserved=name, **fields)

    def _count_layout(self) -> None:
        """Count timestamps and coordinates, one for each node that has any."""
        bodies = [node.body for node in self.graph.nodes]
        timed = sum(not TIMES.isdisjoint(body) for body in bodies)
        placed = sum(not LAYOUT.isdisjoint(body) for body in bodies)
        self.losses.add("timestamp", timed)
        self.losses.add("place in a drawing", placed, "places in a drawing")

    def _count_others(self) -> None:
        """Count the edges and nodes that have no meaning in a map."""
        claims = {node for node in self.graph.nodes if node.type == "I"}
        between = sum(target in claims for node in claims for target in node.targets)
        one = "edge between claims, without a meaning"
        self.losses.add(one, between, "edges between claims, without a meaning")
        known = {"I", *NAMES, *SPOKEN}
        others = Counter(node.type for node in self.graph.nodes if node.type not in known)
        for number, (type_, count) in enumerate(others.items()):
            what = f"of the type “{type_[:20]}”" if type_ else "without a type"
            what = what if number < len(known) else "of another type"
            self.losses.add(f"node {what}", count, f"nodes {what}")
