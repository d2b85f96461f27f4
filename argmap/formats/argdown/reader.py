"""The content of an Argdown text to an ArgumentMap."""

from __future__ import annotations

from typing import Any

from argmap.documents.document import value_of
from argmap.documents.field_values import Field, as_id, read_id
from argmap.documents.fields import CLAIM_FIELDS, RELATION_FIELDS
from argmap.documents.unfit import UnfitError
from argmap.formats._builder import MapBuilder, slug
from argmap.formats._entries import Entries
from argmap.formats.argdown.document import (
    ArgdownDocument,
    Argument,
    Link,
    Statement,
    Step,
    is_structured,
)
from argmap.formats.argdown.relations import Relations
from argmap.model import ArgumentMap, FileText, RelationKind
from argmap.model.claim import QUESTION
from argmap.model.losses import Losses

_ID = {"id": Field(read_id, "An id.")}
_CLAIM_DATA = _ID | {key: field for key, field in CLAIM_FIELDS.items() if key != "text"}
_SIGN = (
    "sign of structure in a text, read as text",
    "signs of structure in texts, read as text",
)
_STEP_DATA = {key: RELATION_FIELDS[key] for key in ("id", "scheme", "note", "weight")}


def map_of(document: ArgdownDocument, file: FileText, losses: Losses) -> ArgumentMap:
    """Return the map of a document; what it cannot represent is counted in ``losses``."""
    return _Reader(document, file, losses).read()


class _Reader:
    """Makes a map of one document."""

    def __init__(self, document: ArgdownDocument, file: FileText, losses: Losses) -> None:
        document.links = [_answering(link) for link in document.links]
        self.document = document
        self.losses = losses
        self.entries = Entries(losses)
        self.builder = MapBuilder(file, losses)
        self.junctions = _junctions(document)

    def read(self) -> ArgumentMap:
        """Return the map."""
        head = self._front_matter()
        model = self.document.front_matter.get("model")
        is_strict = isinstance(model, dict) and value_of(model.get("mode")) == "strict"
        claims = self._add_claims()
        relations = Relations(self.builder, claims, is_strict=is_strict)
        self._reserve_steps(relations)
        merged = set(self.junctions.values())
        for number, link in enumerate(self.document.links):
            if isinstance(link, Step):
                junction = self.junctions.get(link)
                relations.add_step(number, link, junction, **self._step_fields(link))
            elif link not in merged:
                relations.add_link(number, link)
        relations.finish()
        self._count_losses()
        find, known = self.document.find_offset, self.builder.offsets
        if find is not None:
            self.builder.find_offsets = lambda: {name: find(at) for name, at in known.items()}
        return self.builder.build(**head)

    def _front_matter(self) -> dict[str, Any]:
        """Return title and source and read the voices, where they are like those of a map file."""
        matter = {k: v for k, v in self.document.front_matter.items() if k != "model"}
        model = self.document.front_matter.get("model")
        if isinstance(model, dict):
            self.entries.read(model, {}, "model entry", {"mode"})
        for name, text in self.entries.voices(matter).items():
            voice = as_id(name) or "voice"
            self.losses.add("voice of the same id", int(voice in self.builder.voices))
            self.builder.voices[voice] = text
        source = self.entries.source(matter)
        return {"title": self.entries.title(matter, "front matter entry"), "source": source}

    def _add_claims(self) -> dict[Statement, str]:
        """Add a claim for each statement, and for each argument without a structure."""
        dropped = {step.conclusion for step in self.junctions}
        nodes = [n for n in self.document.nodes if n not in dropped and not is_structured(n)]
        fields = {node: self.entries.read(node.data, _CLAIM_DATA, "data entry") for node in nodes}
        reserved: dict[Statement, str] = {}
        for node in nodes:  # given ids come before those made from titles
            given = fields[node].pop("id", None)
            if given is not None:
                reserved[node] = self.builder.reserve(given)
        return {
            node: self.builder.claim(
                slug(node.title or ""),
                next(iter(node.wordings), node.title or ""),
                reserved=reserved.get(node),
                offset=node.offset,
                **_claim_fields(node, fields[node]),
            )
            for node in nodes
        }

    def _reserve_steps(self, relations: Relations) -> None:
        """Reserve ids for the last steps of arguments with titles, which may be targets."""
        for node in self.document.nodes:
            if isinstance(node, Argument) and node.steps:
                wanted = _id_of(node) or ("argument" if node.title else "")
                if wanted:
                    relations.steps[node.steps[-1]] = self.builder.reserve(wanted)

    def _step_fields(self, step: Step) -> dict[str, Any]:
        """Return the scheme, the note and the weight of the relation that a step is."""
        self.entries.read(step.data, {}, "inference entry", {"uses"})
        argument = step.argument
        if step is not argument.steps[-1]:
            return {"scheme": _scheme(step.rules), "note": None, "weight": None}
        data = dict(argument.data)
        if step in self.junctions:
            del data["relation"]
        fields = self.entries.read(data, _STEP_DATA, "data entry")
        self.losses.add(
            "tag of an argument with premises",
            len(argument.tags),
            "tags of arguments with premises",
        )
        notes = [*argument.texts, *([fields["note"]] if "note" in fields else [])]
        return {
            "scheme": fields.get("scheme") or _scheme(step.rules),
            "note": "\n".join(notes) or None,
            "weight": fields.get("weight"),
        }

    def _count_losses(self) -> None:
        self.losses.add("comment", self.document.comments, is_minor=True)
        for (one, many), number in self.document.lost.items():
            self.losses.add(one, number, many)
        for sign, number in self.document.signs.items():
            one, many = _SIGN
            self.losses.add(one, number, many, name=sign)
        if self.document.prose:
            number = len(self.document.prose)
            paragraphs = "1 paragraph" if number == 1 else f"{number:,} paragraphs"
            is_read = "is read as a claim" if number == 1 else "are read as claims"
            self.losses.notes.append(f"{paragraphs} without title and relation {is_read}")


def _id_of(argument: Argument) -> str:
    """Return the given id of an argument, or else one made from its title, or an empty text."""
    try:
        return read_id(argument.data["id"]) if "id" in argument.data else slug(argument.title or "")
    except UnfitError:
        return slug(argument.title or "")


def _claim_fields(node: Statement, given: dict[str, Any]) -> dict[str, Any]:
    """Return the fields of the claim of a node, including those given in its data."""
    fields = dict(given)
    title = node.title or ""
    if slug(title) != title:  # otherwise the title is the id
        fields.setdefault("label", title)
    if isinstance(node, Argument):
        fields.setdefault("kind", "argument")
    others = [f"Also: {text}" for text in node.wordings[1:]]
    if others:
        note = fields.get("note")
        fields["note"] = "\n".join([*([note] if note else []), *others])
    section = [f"section: {node.section}"] if node.section else []
    fields["tags"] = (*dict.fromkeys([*node.tags, *section]), *fields.get("tags", ()))
    return fields


def _junctions(document: ArgdownDocument) -> dict[Step, Link]:
    """Return the steps that form one relation with the relation of their conclusion.

    Argdown has no attack by several premises and none that can be undercut. Instead,
    argmap writes an argument with ``relation: attacks`` in its data, from the premises
    to a conclusion without a title, which attacks the target.
    """
    outgoing: dict[Statement, list[Link]] = {}
    for link in document.links:
        if isinstance(link, Link):
            outgoing.setdefault(link.source, []).append(link)
    found: dict[Step, Link] = {}
    for argument in document.nodes:
        if not isinstance(argument, Argument) or len(argument.steps) != 1 or argument in outgoing:
            continue
        (step,) = argument.steps
        conclusion = step.conclusion
        links = outgoing.get(conclusion, []) if conclusion else []
        said = value_of(argument.data.get("relation"))
        if conclusion and not conclusion.title and len(links) == 1 and links[0].verb == said:
            found[step] = links[0]
    return found


def _answering(link: Link | Step) -> Link | Step:
    """Return a support of a question as what answers it: no reason can be given for one."""
    if isinstance(link, Step) or link.verb is not RelationKind.SUPPORTS:
        return link
    target = link.target
    is_asked = isinstance(target, Statement) and value_of(target.data.get("kind")) == QUESTION
    return link._replace(verb=RelationKind.ANSWERS) if is_asked else link


def _scheme(rules: str) -> str | None:
    """Return the scheme that inference rules name, by argmap's name for it where it is known."""
    from argmap.analysis.schemes.catalogue import canonical_name

    return canonical_name(rules) if rules else None
