"""The elements of an argumentation graph, and the references between them.

``seg`` edges lead from segments (``edu``) to joints and ADUs; all others are relations
between ADUs, or ``add`` a premise to one.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from typing import NamedTuple

from argmap.documents.diagnostics import Diagnostics
from argmap.documents.document import fail
from argmap.documents.field_values import is_id
from argmap.documents.xml_document import Element, value_offset
from argmap.model import FileText, RelationKind
from argmap.suggestions import did_you_mean

VOICES = {"pro": "The proponent", "opp": "The opponent"}
_KINDS = {
    "sup": RelationKind.SUPPORTS,
    "exa": RelationKind.SUPPORTS,
    "reb": RelationKind.ATTACKS,
    "und": RelationKind.UNDERCUTS,
}
_TYPES = ("seg", *_KINDS, "add")
_ON_EDGES = {
    "und": "to attack a claim, use the type reb",
    "add": "to support a claim, use the type sup",
}
_MAY_GROW_BY = 1_000_000  # characters, of all claims over ten times the whole file


def is_implicit(edu: Element) -> bool:
    """Return whether a segment is unsaid in the source."""
    return edu.attributes.get("implicit", "").strip().lower() in {"true", "1", "yes"}


class Step(NamedTuple):
    """A relation, under the id of its edge."""

    edge: Element
    kind: RelationKind
    premises: tuple[str, ...]
    target: str


class Graph:
    """The elements of a graph by id, and the errors found in it so far."""

    def __init__(self, file: FileText, root: Element) -> None:
        """Collect the elements below ``root``."""
        self.file = file
        self.root = root
        self.diagnostics = Diagnostics(file)
        edges = [(edge, self.type_of(edge, _TYPES)) for edge in root.named("edge")]
        self.edus = self.by_id(root.named("edu"))
        self.joints = self.by_id(root.named("joint"), self.edus)
        self.adus = self.by_id(root.named("adu"), self.joints)
        for adu in self.adus.values():
            self.type_of(adu, tuple(VOICES))
        self.segmenting = [edge for edge, kind in edges if kind == "seg"]
        self.steps = self.by_id((edge for edge, kind in edges if kind in _TYPES[1:]), self.adus)
        self.unread = {edge.attributes.get("id") for edge, kind in edges if kind is None}
        self.tagged = {
            "edu": self.edus,
            "joint": self.joints,
            "adu": self.adus,
            "edge": self.steps,
        }
        self.owners = {
            "an <edu>": self.edus,
            "a <joint>": self.joints,
            "an <adu>": self.adus,
            "an <edge>": self.steps,
            "an <edge> of type seg": {edge.attributes.get("id") for edge in self.segmenting},
        }
        self.joined: dict[str, str | None] = {}  # the relation of each edge

    def about(self, key: str) -> str | None:
        """Return an attribute of the root in words; None where it is missing or blank."""
        words = self.root.attributes.get(key, "").strip()
        return (words.replace("_", " ") if key == "topic_id" else words) or None

    def wrong(
        self, element: Element, key: str | None, code: str, message: str, hint: str | None = None
    ) -> None:
        """Add an error at the value of an attribute, or at the element."""
        offset = value_offset(self.file, element, key) if key else element.offset
        self.diagnostics.add(offset, code, message, hint)

    def attribute(self, element: Element, key: str) -> str | None:
        """Return a required attribute; None where it is missing, which is an error."""
        value = element.attributes.get(key)
        if not value:
            self.wrong(element, None, "missing-key", f"this <{element.tag}> has no {key}")
        return value or None

    def type_of(self, element: Element, known: tuple[str, ...]) -> str | None:
        """Return the type of an edge or ADU; None where it is unknown, which is an error."""
        kind = self.attribute(element, "type")
        if kind is None or kind in known:
            return kind
        hint = did_you_mean(kind, known) or f"known here: {', '.join(known)}"
        message = f"there is no type '{kind}' of an <{element.tag}>"
        self.wrong(element, "type", "unknown-type", message, hint)
        return None

    def by_id(
        self, elements: Iterable[Element], others: Collection[str] = ()
    ) -> dict[str, Element]:
        """Return elements by id; those without a unique, valid id are errors."""
        found: dict[str, Element] = {}
        for element in elements:
            name = self.attribute(element, "id")
            if name is None:
                continue
            if not is_id(name):
                message = "an id must not have white space or control characters"
                self.wrong(element, "id", "bad-id", message)
            elif name in found or name in others:
                self.wrong(element, "id", "duplicate-id", f"the id '{name}' is used twice")
            found.setdefault(name, element)
        return found

    def end(self, edge: Element, key: str, *tags: str) -> str | None:
        """Return the id at an end of an edge; None where no element with these tags has it."""
        name = self.attribute(edge, key)
        known = [self.tagged[tag] for tag in tags]
        if name is None or any(name in some for some in known):
            return name
        if name in self.unread:
            return None  # an error already
        wanted = " or ".join(f"<{tag}>" for tag in tags)
        other = next((what for what, ids in self.owners.items() if name in ids), None)
        if other is None:
            near = self.diagnostics.near(name, *known)
            self.wrong(edge, key, "dangling-id", f"there is no {wanted} '{name}'", near)
        else:
            hint = _ON_EDGES.get(edge.attributes["type"]) if key == "trg" else None
            message = f"'{name}' is the id of {other}; here it must be {wanted}"
            self.wrong(edge, key, "wrong-type", message, hint)
        return None

    def segments(self) -> dict[str, list[Element]]:
        """Return the segments of each ADU, in the order of the file."""
        parts: dict[str, list[str]] = {name: [] for name in (*self.joints, *self.adus)}
        for edge in self.segmenting:
            part = self.end(edge, "src", "edu", "joint")
            wholes = ("adu",) if part in self.joints else ("joint", "adu")
            whole = self.end(edge, "trg", *wholes)
            if part is not None and whole is not None:
                parts[whole].append(part)
        order = {name: number for number, name in enumerate(self.edus)}
        room = 10 * len(self.file.text) + _MAY_GROW_BY
        found: dict[str, list[Element]] = {}
        for name, adu in self.adus.items():
            edus: set[str] = set()
            for part in parts[name]:
                some = parts[part] if part in self.joints else [part]
                edus.update(some)
                room -= sum(len(self.edus[edu].text) + 20 for edu in some)
                if room < 0:
                    message = "the claims of this file would be much longer than it is"
                    fail(self.file, adu.offset, "text-expansion", message)
            found[name] = [self.edus[edu] for edu in sorted(edus, key=order.__getitem__)]
        return found

    def relations(self) -> list[Step]:
        """Return the relations, each with the premises that ``add`` edges give it."""
        premises: dict[str, list[str]] = {name: [] for name in self.steps}
        for name, edge in self.steps.items():
            premise, relation = self.end(edge, "src", "adu"), self.relation_of(name)
            if premise is not None and relation is not None:
                # The premise of the edge itself comes first, wherever it is in the file.
                place = 0 if relation == name else len(premises[relation])
                premises[relation].insert(place, premise)
        found = []
        for name, edge in self.steps.items():
            kind = _KINDS.get(edge.attributes["type"])
            if kind is None:
                continue
            is_undercut = kind is RelationKind.UNDERCUTS
            target = self.end(edge, "trg", *(() if is_undercut else ("adu",)), "edge")
            if target in self.steps:
                target = self.relation_of(target)
                kind = RelationKind.UNDERCUTS if kind.is_against else kind
            if target is not None:
                found.append(Step(edge, kind, tuple(premises[name]), target))
        return found

    def relation_of(self, name: str) -> str | None:
        """Return the relation that an edge is, or adds to; None after an error."""
        path: dict[str, None] = {}
        at: str | None = name
        while at is not None and at not in self.joined:
            edge = self.steps[at]
            if edge.attributes["type"] != "add":
                self.joined[at] = at
                break
            self.joined[at] = None
            path[at] = None
            at = self.end(edge, "trg", "edge")
            if at in path:
                message = f"'{name}' adds to no relation, but to itself by way of others"
                self.wrong(edge, "trg", "cycle", message)
        relation = None if at is None else self.joined[at]
        self.joined.update(dict.fromkeys(path, relation))
        return relation
