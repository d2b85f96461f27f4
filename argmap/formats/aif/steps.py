"""The S-nodes of an AIF graph, as relations of a map."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from argmap.documents.fields import RELATION_FIELDS
from argmap.formats._builder import MapBuilder
from argmap.formats._entries import Entries
from argmap.formats.aif.answering import RELATED, replies
from argmap.formats.aif.forces import Force, forces_on
from argmap.formats.aif.graph import AifGraph, Node
from argmap.formats.aif.keys import ID_KEYS, LAYOUT, TIMES
from argmap.model import RelationKind

KINDS = {
    "RA": RelationKind.SUPPORTS,
    "CA": RelationKind.ATTACKS,
    "MA": RelationKind.RESTATES,
}
# Texts of S-nodes that are not schemes.
DEFAULTS = frozenset(
    {"", "ra", "ca", "ma", "pa", "inference", "conflict", "rephrase", "preference"}
    | {f"default {word}" for word in ("inference", "conflict", "rephrase", "preference")}
)
PREFERRED = "preferred to "  # the start of a tag, before an id
MIRROR = "mirrors"  # argmap's key for the second half of a contradiction

NAMES = {
    "RA": ("inference", "inferences"),
    "CA": ("conflict", "conflicts"),
    "MA": ("rephrase", "rephrases"),
    "PA": ("preference", "preferences"),
}
_KEYS = {key: RELATION_FIELDS[key] for key in ("scheme", "note", "weight")}
AS_WRITTEN = "schemeAsWritten"  # argmap's key for a scheme that is not called as AIFdb calls it
RELATION = "relationID"  # argmap's key for an id that is too long for a nodeID
PASSED = frozenset({*ID_KEYS, "text", "type"}) | TIMES | LAYOUT  # read elsewhere
# What leads from these to a step is no premise of it: it is said of it, or bears on it.
_NO_PREMISES = frozenset({"YA", "TA", *NAMES})
_ENDS_AT_MOST = 400  # premises times targets of one S-node
_TAGS_AT_MOST = 1000  # of one preference


# As the builder of maps counts them.
_RESTATES_ITSELF = "claim that restates itself"
_RESTATE_THEMSELVES = "claims that restate themselves"


class _Part(NamedTuple):
    """A relation of an S-node, which has one for each target."""

    kind: RelationKind
    premises: tuple[Node, ...]
    target: Node


class Steps:
    """Finds the relations of each S-node; ``preferences`` are ids, by the preferred claim."""

    def __init__(self, graph: AifGraph, builder: MapBuilder, claims: dict[Node, str]) -> None:
        """Take the ids of all claims."""
        self.graph = graph
        self.losses = builder.losses
        self.claims = claims
        self.ids: dict[Node, str] = {}  # of the first relation of each S-node
        self.nodes: dict[str, Node] = {}  # by the id of their relation
        self.preferences: dict[Node, list[str]] = {}
        self._builder = builder
        self._steps = [node for node in graph.nodes if node.type in KINDS]
        self._mirrors = self._contradictions()
        self._drop_incomplete()
        self._read_preferences()

    def _premises(self, node: Node) -> list[Node]:
        return [source for source in node.sources if source in self.claims]

    def _contradictions(self) -> dict[Node, Node]:
        """Return each CA node that is the second half of a contradiction, with the first."""
        by_id = {node.id: node for node in self._steps if node.type == "CA"}
        found: dict[Node, Node] = {}
        for node in by_id.values():
            first = by_id.get(str(node.body.get(MIRROR)))
            if first is None or first is node or MIRROR in first.body:
                continue
            premises, targets = _from(first), [*first.targets]
            is_mirror = premises == [*node.targets] and targets == _from(node)
            if is_mirror and len(premises) == len(targets) == 1 and premises != targets:
                found[node] = first
        return found

    def _drop_incomplete(self) -> None:
        """Drop and count the S-nodes that say less in a map, or nothing, than in the file."""
        steps = [node for node in self._steps if node not in self._mirrors]
        live = set(steps)
        lost = [node for node in steps if self._is_incomplete(node, live)]
        ends = {node: len(self._targets(node, live)) for node in steps}
        dropped = set(lost)
        while lost:
            for source in lost.pop().sources:
                if source in live and source not in dropped and source.type != "MA":
                    ends[source] -= 1
                    if not ends[source]:
                        self._count(source, "on a step that is left out")
                        dropped.add(source)
                        lost.append(source)
        self._live = live - dropped
        self._steps = [node for node in steps if node in self._live]
        for node in self._steps:
            self._count_unfit(node, live)

    def _is_incomplete(self, node: Node, steps: set[Node]) -> bool:
        """Return whether an S-node has to be left out, and count why."""
        premises, targets = self._premises(node), self._targets(node, steps)
        foreign = [source.type for source in _from(node) if source not in self.claims]
        if foreign:
            # Without it the step would say that the others carry it alone.
            self._count(node, "with a premise that is no claim", *foreign)
        elif not premises:
            self._count(node, "without a premise")
        elif not node.targets:
            self._count(node, "without a target")
        elif forces_on(node) == {Force.ASKS}:
            self._count(node, "that is asked, not asserted")
        elif not targets:
            types = [target.type for target in node.targets]
            self._count(node, "on what cannot be its target", *types)
        elif node.type == "MA":
            if len({*premises, *targets}) > 1:
                return False
            self.losses.add(_RESTATES_ITSELF, 1, _RESTATE_THEMSELVES)
        elif len(targets) * len(premises) > _ENDS_AT_MOST:
            self._count(node, "among too many claims")  # each target is a relation of its own
        else:
            return False
        return True

    def _count_unfit(self, node: Node, steps: set[Node]) -> None:
        """Count the edges of an S-node that the relations it becomes do not have."""
        targets = self._targets(node, steps)
        if node.type == "MA":
            itself = len({*targets}.intersection(self._premises(node)))
            self.losses.add(_RESTATES_ITSELF, itself, _RESTATE_THEMSELVES)
        possible = set(targets)
        for target in node.targets:
            if target not in possible:
                one = "edge of a step to what cannot be its target"
                self.losses.add(one, 1, one.replace("edge", "edges"), name=target.type or None)
            elif target in steps and target not in self._live:
                one = "edge of a step to one that is left out"
                self.losses.add(one, 1, one.replace("edge", "edges"))

    def _targets(self, node: Node, steps: set[Node]) -> list[Node]:
        """Return the valid targets of an S-node: claims and, unless it restates, steps."""
        is_on_steps = node.type != "MA"
        return [t for t in node.targets if t in self.claims or (is_on_steps and t in steps)]

    def _count(self, node: Node, lack: str, *types: str) -> None:
        """Count an S-node that is left out; ``types`` are those of the nodes it is left out for."""
        one, many = NAMES[node.type]
        name = " and ".join(dict.fromkeys(filter(None, types)))
        self.losses.add(f"{one} {lack}", 1, f"{many} {lack}", name=name or None)

    def _read_preferences(self) -> None:
        for node in self.graph.nodes:
            if node.type != "PA":
                continue
            ends = [source for source in node.sources if source.type != "YA"], [*node.targets]
            preferred, others = ([end for end in each if end in self.claims] for each in ends)
            if not preferred or not others or (preferred, others) != ends:
                self._count(node, "that is not between claims")
            elif len(preferred) * len(others) > _TAGS_AT_MOST:
                self._count(node, "among too many claims")
            else:
                for claim in preferred:
                    known = self.preferences.setdefault(claim, [])
                    known += (self.claims[other] for other in others)
                named = node.text.strip().casefold() not in DEFAULTS
                self.losses.add("scheme of a preference", int(named), "schemes of preferences")

    def add(self, entries: Entries) -> None:
        """Add every relation to the map, in the order of the nodes."""
        contradicting = set(self._mirrors.values())
        parts = {node: self._parts(node, is_both=node in contradicting) for node in self._steps}
        names = {
            node: [self._builder.reserve(_wanted(node)) for _ in parts[node]]
            for node in self._steps
        }
        self.ids = {node: names[node][0] for node in self._steps}
        for node in self._steps:
            fields = entries.read(
                node.body,
                _KEYS,
                "relation entry",
                PASSED | {MIRROR, RELATION, AS_WRITTEN, RELATED},
            )
            scheme = _scheme(node, fields.get("scheme"))
            if len(parts[node]) > 1 and any(source in self.ids for source in node.sources):
                one = "relation on a step with several targets, kept on the first"
                self.losses.add(one, 1, one.replace("relation", "relations"))
            for name, part in zip(names[node], parts[node], strict=True):
                premises = tuple(self.claims[premise] for premise in part.premises)
                target = self.claims.get(part.target) or self.ids[part.target]
                kind = part.kind
                if kind is RelationKind.RESTATES:
                    kind, premises, target = self._restating(node, premises, target)
                self._builder.relation(
                    kind,
                    premises,
                    target,
                    reserved=name,
                    scheme=scheme,
                    note=fields.get("note"),
                    weight=fields.get("weight"),
                )
                self.nodes[name] = node

    def _restating(
        self, node: Node, premises: tuple[str, ...], target: str
    ) -> tuple[RelationKind, tuple[str, ...], str]:
        """Return kind, premises and target of a rephrase: that of a question answers it."""
        asked = [self._builder.claims[name].is_question for name in (*premises, target)]
        said = node.body.get(RELATED)
        if said == RelationKind.RESTATES or (said != RelationKind.ANSWERS and asked[0] is asked[1]):
            return RelationKind.RESTATES, premises, target
        if asked[0] and not asked[1]:
            return RelationKind.ANSWERS, (target,), premises[0]
        kind = RelationKind.ANSWERS if asked[1] else RelationKind.RESTATES
        return kind, premises, target

    def add_replies(self) -> Iterator[Node]:
        """Add what replies in a dialogue answer; yield the transitions that say so."""
        claims, builder = self.claims, self._builder
        known = {
            (relation.premises[0], relation.target)
            for relation in builder.relations.values()
            if relation.kind is RelationKind.ANSWERS
        }

        def is_question(node: Node) -> bool:
            return node in claims and builder.claims[claims[node]].is_question

        for transition, answer, question in replies(self.graph, is_question):
            pair = claims[answer], claims[question]
            if pair not in known:
                known.add(pair)
                name = builder.relation(
                    RelationKind.ANSWERS, pair[:1], pair[1], wanted=transition.id
                )
                if name is not None:
                    self.nodes[name] = transition
            yield transition

    def _parts(self, node: Node, *, is_both: bool) -> list[_Part]:
        """Return the relations of an S-node: one for each target, and more for a restatement."""
        premises = tuple(self._premises(node))
        targets = self._targets(node, self._live)
        if node.type == "MA":
            # Restating is transitive, so not every pair needs a relation.
            pairs = [(premise, targets[0]) for premise in premises]
            pairs += [(premises[0], target) for target in targets[1:]]
            return [_Part(KINDS["MA"], (one,), other) for one, other in pairs if one is not other]
        kind = RelationKind.CONTRADICTS if is_both else KINDS[node.type]
        on_step = RelationKind.SUPPORTS if node.type == "RA" else RelationKind.UNDERCUTS
        return [_Part(kind if t in self.claims else on_step, premises, t) for t in targets]


def _from(node: Node) -> list[Node]:
    """Return what an S-node starts from, as it is drawn."""
    return [source for source in node.sources if source.type not in _NO_PREMISES]


def _wanted(node: Node) -> str:
    """Return the id that the relation of an S-node should have."""
    given = node.body.get(RELATION)
    return given if isinstance(given, str) and given.strip() else node.id


def _scheme(node: Node, given: str | None) -> str | None:
    """Return the scheme of an S-node, by argmap's name for it where it is known.

    A number means one only to the tool that wrote it.
    """
    for name in (given, node.text):
        if (
            name
            and name.strip().casefold() not in DEFAULTS
            and not (name is given and name.strip().isdigit())
        ):
            return _own_name(name, node.body.get(AS_WRITTEN))
    return None


def _own_name(name: str, written: object) -> str:
    """Return a scheme as a map had it before, or else by the name that argmap has for it."""
    from argmap.analysis.schemes.catalogue import canonical_name, foreign_name

    if isinstance(written, str) and foreign_name(written) == name:
        return written
    return canonical_name(name)
