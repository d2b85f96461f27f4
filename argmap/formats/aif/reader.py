"""An AIF graph as an ArgumentMap."""

from __future__ import annotations

from typing import Any

from argmap.documents.fields import CLAIM_FIELDS
from argmap.formats._builder import MapBuilder
from argmap.formats._entries import Entries
from argmap.formats.aif.answering import is_asked
from argmap.formats.aif.counting import count_layout, count_others
from argmap.formats.aif.forces import Force, forces_on
from argmap.formats.aif.graph import AifGraph, Node
from argmap.formats.aif.keys import DRAWING, LISTS
from argmap.formats.aif.spans import quotes
from argmap.formats.aif.speakers import Speakers
from argmap.formats.aif.steps import PASSED, PREFERRED, Steps
from argmap.model import ArgumentMap, FileText
from argmap.model.claim import QUESTION
from argmap.model.losses import Losses

_CLAIM_KEYS = {key: field for key, field in CLAIM_FIELDS.items() if key != "text"}


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
        self.quotes: dict[Node, tuple[str, ...]] = {}

    def read(self) -> ArgumentMap:
        """Return the map."""
        head = self._head()
        nodes = [node for node in self.graph.nodes if node.type == "I"]
        names = {node: self.builder.reserve(node.id) for node in nodes}
        steps = Steps(self.graph, self.builder, names)
        speakers = Speakers(self.graph)
        self.quotes = quotes(self.graph)
        for node in nodes:
            self._claim(node, names[node], speakers, steps)
        steps.add(self.entries)
        for transition in steps.add_replies():
            speakers.represent(transition)
        speakers.count_losses(self.losses)
        count_others(self.graph, self.entries, self.losses)
        count_layout(self.graph, self.losses)
        origins = {name: node.index for node, name in names.items()}
        origins |= {name: node.index for name, node in steps.nodes.items()}
        self.builder.find_offsets = lambda: self.graph.offsets(origins)
        return self.builder.build(**head)

    def _head(self) -> dict[str, Any]:
        """Return title and source and read the voices, which argmap has written."""
        top = dict(self.graph.top)
        source = self.entries.source(top)
        self.builder.voices.update(self.entries.voices(top, only_ids=True))
        return {"title": self.entries.title(top, "entry", {*LISTS, DRAWING}), "source": source}

    def _claim(self, node: Node, name: str, speakers: Speakers, steps: Steps) -> None:
        fields = self.entries.read(node.body, _CLAIM_KEYS, "claim entry", PASSED)
        speaker = speakers.of(node, is_known="voice" in fields, is_asked=is_asked(node))
        if "voice" not in fields:
            fields = self._unasserted(node) | fields
            if speaker is not None:
                fields["voice"] = self.builder.voice(speaker)
        if node in self.quotes:
            fields.setdefault("quote", self.quotes[node])
        preferred = [f"{PREFERRED}{other}" for other in steps.preferences.get(node, ())]
        fields["tags"] = (*fields.get("tags", ()), *preferred)
        if not node.text.strip():
            self.losses.add("claim without a text", 1, "claims without a text")
        self.builder.claim(node.id, node.text, reserved=name, **fields)

    def _unasserted(self, node: Node) -> dict[str, Any]:
        """Return what marks a claim that is talked of and that nobody asserts."""
        forces = forces_on(node)
        if not forces or Force.ASSERTS in forces:
            return {}
        if is_asked(node):
            return {"kind": QUESTION}
        if Force.ASKS in forces:  # and it is part of an argument
            what = "question, kept as a claim that is not assumed"
            plural = "questions, kept as claims that are not assumed"
        else:
            what = "claim that nobody asserts, kept as one that is not assumed"
            plural = "claims that nobody asserts, kept as ones that are not assumed"
        self.losses.add(what, 1, plural, name=node.id)
        return {"assumed": False}
