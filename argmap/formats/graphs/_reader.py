"""The graph in a file to a map: the reverse of ``attributed_graph``.

The file may have been edited since: laid out in an editor, extended by hand, or changed
by a script. What a map cannot represent is counted as lost; what is missing, such as
the verb of an edge, is an error.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from argmap.documents.field_values import is_id
from argmap.documents.fields import VERBS
from argmap.documents.unfit import UnfitError
from argmap.formats._builder import MapBuilder, ask
from argmap.formats._vocabulary import unknown_relation
from argmap.formats.graphs._graph import (
    Edge,
    Graph,
    Node,
    Place,
    is_given,
    read_head,
    read_number,
)
from argmap.formats.graphs._words import UnknownWord, Words, with_known_names
from argmap.model import ArgumentMap, Relation, RelationKind, Source
from argmap.model.argument_map import BrokenMapError
from argmap.model.losses import Losses
from argmap.model.relation import default_id

_ALL_VERBS = ", ".join(VERBS)
_ROLES = ("whole", "premise", "conclusion")
_SILENT_EACH = 3  # edges without a verb that are reported one by one where no edge has any


def from_attributed(graph: Graph, losses: Losses) -> ArgumentMap:
    """Return the map of a graph; raises InvalidMapError with its errors."""
    return _Reader(graph, losses).read()


@dataclass(eq=False)
class _Step:
    """A relation in the making: from a junction and its edges, or from one edge."""

    place: Place
    is_junction: bool
    name: str | None = None  # the id it should have
    verb: str | None = None
    unknown: UnknownWord | None = None  # where its verb should be
    premises: list[str] = field(default_factory=list)
    targets: list[str] = field(default_factory=list)
    remarks: dict[str, Any] = field(default_factory=dict)


class _Reader:
    """Reads one graph."""

    def __init__(self, graph: Graph, losses: Losses) -> None:
        self.graph = graph
        self.error = graph.error
        self.near = graph.diagnostics.near
        self.losses = losses
        self.words = Words(graph)
        self.builder = MapBuilder(graph.file, losses)
        self.ids: dict[str, str] = {}  # in the map, by the name of the node
        self.junctions: dict[str, _Step] = {}
        self.places: dict[str, Place] = {}
        self.undirected: set[Place] = set()
        self.incomplete: set[str] = set()  # junctions of edges with errors

    def read(self) -> ArgumentMap:
        head = read_head(self.graph)
        self.builder.voices.update(head.voices)
        for node in self.graph.nodes:
            self.node(with_known_names(node))
        by_number = sorted(self.graph.edges, key=lambda edge: (edge.order is None, edge.order or 0))
        found = [step for edge in by_number if (step := self.edge(with_known_names(edge)))]
        steps = list(dict.fromkeys(found))  # in the order of their first edges
        for name, step in self.junctions.items():
            self.check_ends(name, step)
        self.check_verbs(steps)
        self.graph.diagnostics.raise_any()
        self.relate(steps)
        return self.build(head.title, head.source)

    # Nodes.

    def node(self, node: Node) -> None:
        """Read a claim or a junction."""
        if node.name in self.ids or node.name in self.junctions:
            self.error(node.place, "duplicate-id", f"the node '{node.name}' is there twice")
            return
        what = self.words.text(node, "node")
        if what is None:
            what = "claim" if self.words.text(node, "verb") is None else "relation"
        if what == "relation":
            self.junction(node)
        else:
            if what != "claim":
                message = f"a node is a claim or a relation, not '{what}'"
                hint = self.near(what, ("claim", "relation"))
                self.error(node.place, "bad-node", message, hint, "node")
            self.claim(node)

    def claim(self, node: Node) -> None:
        fields = self.words.claim(node)
        if "voice" in fields:
            voice = fields["voice"]  # its id, or what describes it
            fields["voice"] = voice if is_id(voice) else self.builder.voice(voice)
        self.ids[node.name] = self.builder.claim(node.id, **fields)
        self.places[self.ids[node.name]] = node.place

    def junction(self, node: Node) -> None:
        said = self.words.relation(node)
        step = _Step(node.place, True, said.name or node.id or None, said.verb, said.unknown)
        self.junctions[node.name] = step
        self.remark(step, node)

    def remark(self, step: _Step, part: Node | Edge) -> None:
        """Read scheme, note and weight, which a junction and its edges may repeat."""
        found = {name: self.words.value(part, name) for name in ("scheme", "note")}
        found["weight"] = self.weight(part)
        for name, value in found.items():
            if value is not None and step.remarks.setdefault(name, value) != value:
                self.graph.lose(name, value)

    def weight(self, part: Node | Edge) -> float | None:
        """Return the weight of a relation; one of another kind, as in other graphs, is lost."""
        given = part.attributes.get("weight")
        try:
            return read_number(given) if is_given(given) else None
        except UnfitError:
            self.graph.lose("weight", given)
            return None

    # Edges.

    def edge(self, edge: Edge) -> _Step | None:
        """Read an edge; return the relation it belongs to, or None after an error."""
        said = self.words.relation(edge)
        verb = said.verb
        is_fit = self.has_both_ends(edge) and self.has_direction(edge, verb)
        step = self.step(edge) if is_fit else None
        if step is None:
            self.incomplete.update((edge.source, edge.target))
            return None
        step.name = step.name or said.name
        step.verb = step.verb or verb
        step.unknown = step.unknown or said.unknown
        self.remark(step, edge)
        if verb and verb != step.verb:
            message = f"this edge says '{verb}', but its relation '{step.verb}' elsewhere"
            self.error(edge.place, "two-verbs", message, "say the same at both", said.key)
        return step

    def has_both_ends(self, edge: Edge) -> bool:
        ends = {"source": edge.source, "target": edge.target}
        unknown = {
            attribute: name
            for attribute, name in ends.items()
            if name not in self.ids and name not in self.junctions
        }
        for attribute, name in unknown.items():
            message, hint = f"there is no node '{name}'", self.near(name, self.ids, self.junctions)
            self.error(edge.place, "dangling-id", message, hint, attribute)
        return not unknown

    def step(self, edge: Edge) -> _Step | None:
        """Return the relation that an edge is a part of, with the ends of the edge added."""
        role = (self.words.text(edge, "role") or "").casefold()
        start, end = self.junctions.get(edge.source), self.junctions.get(edge.target)
        if start and role in {"", "conclusion"}:
            start.targets.append(edge.target)
            return start
        if end and not start and role == "premise":
            end.premises.append(edge.source)
            return end
        if not start and role in {"", "whole"}:
            return _Step(edge.place, False, premises=[edge.source], targets=[edge.target])
        message, hint = f"there is no role '{role}'", f"it is one of: {', '.join(_ROLES)}"
        if role in _ROLES:
            message = f"the role '{role}' does not fit the ends of this edge"
            hint = "a premise leads to the node of a relation, a conclusion starts from it"
        self.error(edge.place, "bad-role", message, hint, "role")
        return None

    def has_direction(self, edge: Edge, verb: str | None) -> bool:
        """Return whether an edge has a direction, or needs none."""
        if edge.is_directed:
            return True
        for end in (edge.source, edge.target):
            if verb is None and end in self.junctions:
                verb = self.junctions[end].verb
        if verb not in VERBS or VERBS[verb].is_symmetric:
            return True
        place = edge.place if self.graph.undirected is None else self.graph.undirected
        if place not in self.undirected:
            self.undirected.add(place)
            message = f"this edge has no direction: it is unknown what {verb} what"
            self.error(place, "undirected", message, "write it as a directed graph")
        return False

    # Relations.

    def check_ends(self, name: str, step: _Step) -> None:
        if name in self.incomplete:
            return
        if not step.premises:
            message = f"the relation '{name}' has no premise"
            hint = "draw an edge to it from a claim, with the role premise"
            self.error(step.place, "missing-end", message, hint)
        if len(step.targets) != 1:
            how_many = "two targets" if step.targets else "no target"
            message = f"the relation '{name}' has {how_many}"
            hint = "an edge leads from it to its one target"
            self.error(step.place, "missing-end", message, hint)

    def check_verbs(self, steps: list[_Step]) -> None:
        silent = [step for step in steps if step.verb is None]
        hint = f"give it the attribute verb: {_ALL_VERBS}"
        if len(silent) == len(steps) > _SILENT_EACH and not any(step.unknown for step in silent):
            message = f"none of the {len(steps):,} edges here says what it does to its target"
            self.error(silent[0].place, "missing-verb", message, hint)
            return
        for step in silent:
            if step.unknown:
                place, key, word = step.unknown
                self.error(place, *unknown_relation(word), key)
                continue
            message = "this relation does not say what it does to its target"
            if not step.is_junction:
                ends = f"'{step.premises[0]}' to '{step.targets[0]}'"
                message = f"the edge from {ends} does not say what it does"
                if step.targets[0] in self.junctions:
                    hint = "give it the role premise, or the verb undercuts or supports"
            self.error(step.place, "missing-verb", message, hint)

    def relate(self, steps: list[_Step]) -> None:
        """Add the relations in order, once all targets have their ids."""
        names: dict[_Step, str] = {}
        for name, step in self.junctions.items():
            self.ids[name] = names[step] = self.reserve(step.name or name, step)
        relations = {}
        for step in steps:
            premises = tuple(dict.fromkeys(self.ids[name] for name in step.premises))
            target = self.ids[step.targets[0]]
            if not step.is_junction:
                names[step] = self.reserve(step.name or default_id(premises, target), step)
            kind = VERBS[step.verb or ""]
            relations[names[step]] = Relation(names[step], kind, premises, target, **step.remarks)
        self.builder.relations = relations
        ask(self.builder.claims, relations.values())

    def reserve(self, wanted: str, step: _Step) -> str:
        name = self.builder.new_id(wanted)
        self.builder.relations[name] = Relation(name, RelationKind.SUPPORTS, (), "")
        self.places[name] = step.place
        return name

    def build(self, title: str | None, source: Source | None) -> ArgumentMap:
        ids = (*self.builder.claims, *self.builder.relations)
        self.builder.find_offsets = lambda: {
            name: self.graph.offset(self.places[name], None) for name in ids
        }
        try:
            result = self.builder.build(title=title, source=source)
        except BrokenMapError as error:
            for fault in error.faults:
                self.error(self.places[fault.owner.id], fault.code, fault.message, fault.hint)
        self.graph.diagnostics.raise_any()
        return result
