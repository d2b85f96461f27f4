"""An ArgumentMap as an AIF graph."""

from __future__ import annotations

from collections.abc import Iterator
from html import unescape
from typing import Any

from argmap.analysis.schemes.catalogue import canonical_name, foreign_name
from argmap.formats.aif.answering import RELATED
from argmap.formats.aif.steps import AS_WRITTEN, DEFAULTS, MIRROR, PREFERRED, RELATION
from argmap.model import ArgumentMap, Claim, Relation, RelationKind
from argmap.model.figure import LONGEST, short_names
from argmap.model.losses import Losses
from argmap.model.plain import plain_claim, plain_map
from argmap.model.text import shortened

_TYPES = {
    RelationKind.SUPPORTS: ("RA", "Default Inference"),
    RelationKind.ATTACKS: ("CA", "Default Conflict"),
    RelationKind.UNDERCUTS: ("CA", "Default Conflict"),
    RelationKind.CONTRADICTS: ("CA", "Default Conflict"),
    RelationKind.RESTATES: ("MA", "Default Rephrase"),
    RelationKind.ANSWERS: ("MA", "Default Rephrase"),
}


def aif_data(argument_map: ArgumentMap, losses: Losses) -> dict[str, Any]:
    """Return a map as the data of an AIF JSON file.

    Fields that AIF does not have are in nodes under the keys of the map format. A
    contradiction is two conflicts; a voice is a participant with a locution for each of
    its claims.
    """
    return _Writer(argument_map, losses).data()


class _Writer:
    """Writes one map."""

    def __init__(self, argument_map: ArgumentMap, losses: Losses) -> None:
        self.map = argument_map
        self.losses = losses
        self.names = short_names(argument_map, argument_map.relations)
        self.taken = {*argument_map.claims, *argument_map.relations, *self.names.values()}
        self.nodes: list[dict[str, Any]] = []
        self.edges: list[dict[str, Any]] = []
        self.locutions: list[dict[str, Any]] = []

    def data(self) -> dict[str, Any]:
        """Return the data."""
        head = plain_map(self.map)
        preferences = {c.id: list(self._preferred(c)) for c in self.map.claims.values()}
        for claim in self.map.claims.values():
            self._claim(claim, preferences[claim.id])
        for relation in self.map.relations.values():
            self._relation(relation)
        for claim_id, others in preferences.items():
            for other in others:
                name = self._node("PA", "Default Preference", f"{claim_id}>{other}")
                self._edge(claim_id, name)
                self._edge(name, other)
        participants = self._speakers()
        given = {key: head[key] for key in ("title", "source", "voices") if key in head}
        return given | {
            "nodes": self.nodes,
            "edges": self.edges,
            "locutions": self.locutions,
            "participants": participants,
        }

    def _new_id(self, wanted: str) -> str:
        number, name = 1, wanted
        while name in self.taken:
            number += 1
            name = f"{wanted}-{number}"
        self.taken.add(name)
        return name

    def _node(self, type_: str, text: str, wanted: str, **fields: Any) -> str:
        name = self._new_id(wanted)
        self.nodes.append({"nodeID": name, "text": _text(text), "type": type_, **fields})
        return name

    def _edge(self, source: str, target: str) -> None:
        number = str(len(self.edges) + 1)
        self.edges.append({"edgeID": number, "fromID": source, "toID": target, "formEdgeID": None})

    def _preferred(self, claim: Claim) -> Iterator[str]:
        """Yield the claims to which a claim is preferred by its last tags."""
        found: list[str] = []
        for tag in reversed(claim.tags):
            other = tag.removeprefix(PREFERRED)
            if other == tag or other not in self.map.claims or other in found:
                break
            found.append(other)
        yield from reversed(found)

    def _claim(self, claim: Claim, preferred: list[str]) -> None:
        fields = plain_claim(claim)
        del fields["text"]
        tags = claim.tags[: len(claim.tags) - len(preferred)]
        fields = {key: value for key, value in fields.items() if key != "tags"}
        if tags:
            fields["tags"] = list(tags)
        self.nodes.append({"nodeID": claim.id, "text": _text(claim.text), "type": "I", **fields})

    def _relation(self, relation: Relation) -> None:
        type_, text = _TYPES[relation.kind]
        said = {"note": relation.note, "weight": relation.weight}
        fields = {key: value for key, value in said.items() if value is not None}
        if relation.scheme is not None:
            text = foreign_name(relation.scheme)
            if canonical_name(text) != relation.scheme:
                fields[AS_WRITTEN] = relation.scheme
            is_default = text.strip().casefold() in DEFAULTS
            one = "scheme that AIF takes for none"
            self.losses.add(one, int(is_default), "schemes that AIF takes for none")
        if self._would_mislead(relation):
            fields[RELATED] = str(relation.kind)
        name = self.names[relation.id]
        if name != relation.id:
            fields[RELATION] = relation.id
        node = {"nodeID": name, "text": _text(text), "type": type_, **fields}
        self.nodes.append(node)
        for premise in relation.premises:
            self._edge(premise, name)
        self._edge(name, self.names.get(relation.target, relation.target))
        if relation.kind is RelationKind.CONTRADICTS:
            mirror = self._node(type_, text, f"{name}-back", **{MIRROR: name})
            self._edge(relation.target, mirror)
            self._edge(mirror, relation.premises[0])

    def _would_mislead(self, relation: Relation) -> bool:
        """Return whether a rephrase would be read as an answer, or an answer as none."""
        is_asked = self.map.claims[relation.premises[0]].is_question
        if relation.kind is RelationKind.RESTATES:
            return is_asked is not self.map.claims[relation.target].is_question
        return relation.kind is RelationKind.ANSWERS and is_asked

    def _speakers(self) -> list[dict[str, Any]]:
        """Add a locution for each claim that has a voice; return the participants."""
        numbers: dict[str, int] = {}
        for claim in self.map.claims.values():
            if claim.voice is None:
                continue
            name = shortened(self.map.voices.get(claim.voice, claim.voice), LONGEST)
            person = numbers.setdefault(claim.voice, len(numbers) + 1)
            locution = self._node("L", f"{name} : {claim.text}", f"{claim.id}-said")
            force = "Pure Questioning" if claim.kind == "question" else "Asserting"
            illocution = self._node("YA", force, f"{claim.id}-asserted")
            self._edge(locution, illocution)
            self._edge(illocution, claim.id)
            self.locutions.append({"nodeID": locution, "personID": person})
        return [
            {
                "participantID": n,
                "firstname": "",
                "surname": _text(self.map.voices.get(voice, voice)),
            }
            for voice, n in numbers.items()
        ]


def _text(text: str) -> str:
    """Return a text from which resolving HTML entities, as readers of AIF do, gives it back."""
    return text if unescape(text) == text else text.replace("&", "&amp;")
