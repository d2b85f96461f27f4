"""A document to an ArgumentMap: the map format, version 1.

Every mistake is collected, so that one run reports them all.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from argmap.documents.document import Document, Path, as_written, fail, is_nothing, value_of, what
from argmap.documents.fields import (
    CLAIM_KEYS,
    IGNORE_FIELD,
    NOT_IN_ID,
    RELATION_KEYS,
    SOURCE_FIELDS,
    TOP_KEYS,
    VERSION,
    Field,
    Reader,
    UnfitError,
    read_claim_text,
    read_id,
    read_text,
    unknown_key_hint,
)
from argmap.documents.locations import of_document, of_expectations, of_parts
from argmap.formats.native._expectations import ExpectationReader
from argmap.model import (
    ArgumentMap,
    Claim,
    Diagnostic,
    Ignored,
    InvalidMapError,
    Relation,
    RelationKind,
    Source,
)
from argmap.model.argument_map import BrokenMapError
from argmap.model.integrity import Fault, faults
from argmap.model.relation import default_id

_VERBS = {str(kind): kind for kind in RelationKind}


def read_map(document: Document) -> ArgumentMap:
    """Return the map a document holds, or raise InvalidMapError with all its mistakes."""
    if not isinstance(document.value, dict):
        message = f"a map is a mapping of keys, not {what(document.value)}"
        fail(
            document.file,
            document.places.offset((), key=False),
            "wrong-type",
            message,
            _FIRST_LINE,
        )
    return _MapReader(document).read()


class _MapReader:
    """Reads one document, collecting what is wrong with it."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.problems = list(document.problems)
        self.relation_indexes: list[int] = []  # of each relation read, in the file's list
        self.ignored: list[Ignored] = []
        self.unread: set[str] = set()  # ids of relations that could not be read

    def read(self) -> ArgumentMap:
        """Return the map, or raise InvalidMapError."""
        body = self.document.value
        self._check_version(body)
        self._check_keys((), body, TOP_KEYS)
        title = self._field((), body, "title", read_text)
        source = self._source(body)
        voices = self._voices(body)
        self.ignored += self._field((), body, "ignore", IGNORE_FIELD.read) or ()
        claims = self._claims(self._mapping(("claims",), body))
        relations = self._relations(body.get("relations", []))
        expected = ExpectationReader(self.document, self.problems)
        expected.read(body.get("expect"))
        try:
            result = ArgumentMap(
                claims,
                relations,
                title=title,
                source=source,
                voices=voices,
                expectations=expected.found,
                ignored=() if self.problems else self.ignored,
            )
        except BrokenMapError:
            self._add_faults(claims, relations, expected)
        if self.problems:
            raise InvalidMapError(self.problems, self.document.file)
        result.locations = of_document(self.document, result)
        result.part_locations = of_parts(self.document, result)
        if expected.found:
            result.expectation_locations = of_expectations(self.document, expected.paths())
        return result

    def _problem(
        self, path: Path, code: str, message: str, hint: str | None = None, *, key: bool = False
    ) -> None:
        location = self.document.file.location(self.document.places.offset(path, key=key))
        self.problems.append(Diagnostic(code, message, location, hint))

    def _check_version(self, body: dict[str, Any]) -> None:
        if "argmap" not in body:
            message = "the key 'argmap' with the format version is missing"
            self._problem((), "missing-key", message, _FIRST_LINE)
            return
        version = body["argmap"]
        if type(value_of(version)) is not int or value_of(version) != VERSION:
            is_scalar = not isinstance(version, list | dict)
            written = as_written(version) if is_scalar else what(version)
            message = f"this argmap reads format version {VERSION}, not {written}"
            self._problem(("argmap",), "version", message)

    def _check_keys(self, path: Path, body: dict[str, Any], known: tuple[str, ...]) -> None:
        for key in body:
            if key not in known:
                self._unknown_key((*path, key), known)

    def _unknown_key(self, path: Path, known: tuple[str, ...]) -> None:
        key = str(path[-1])
        hint = unknown_key_hint(key, known)
        self._problem(path, "unknown-key", f"unknown key '{key}'", hint, key=True)

    def _field(self, path: Path, body: dict[str, Any], key: str, read: Reader) -> Any:
        """Return ``body[key]`` as ``read`` gives it, or None where it is missing or unfit."""
        if key not in body:
            return None
        try:
            return read(body[key])
        except UnfitError as unfit:
            for each in (unfit, *unfit.others):
                message = f"{key} {each.message}" if each.code != "bad-id" else each.message
                self._problem((*path, key, *each.path), each.code, message, each.hint)
            return None

    def _mapping(self, path: Path, body: dict[str, Any]) -> dict[str, Any]:
        """Return the mapping under the last key of ``path``; empty where there is none."""
        value = body.get(str(path[-1]))
        if isinstance(value, dict):
            return value
        if not is_nothing(value):
            message = f"{path[-1]} must be a mapping, not {what(value)}"
            self._problem(path, "wrong-type", message)
        return {}

    def _source(self, body: dict[str, Any]) -> Source | None:
        found = self._mapping(("source",), body)
        self._check_keys(("source",), found, tuple(SOURCE_FIELDS))
        values = {
            key: self._field(("source",), found, key, field.read)
            for key, field in SOURCE_FIELDS.items()
        }
        return Source(**values) if found else None

    def _voices(self, body: dict[str, Any]) -> dict[str, str]:
        voices = self._mapping(("voices",), body)
        for name in voices:
            self._check_id(("voices", name))
        return {name: self._field(("voices",), voices, name, read_text) for name in voices}

    def _check_id(self, path: Path) -> None:
        try:
            read_id(path[-1])
        except UnfitError as unfit:
            self._problem(path, unfit.code, unfit.message, unfit.hint, key=True)

    def _claims(self, body: dict[str, Any]) -> list[Claim]:
        claims = []
        bad_id = NOT_IN_ID.search
        for claim_id, value in body.items():
            if not claim_id or bad_id(claim_id):
                self._check_id(("claims", claim_id))
            if isinstance(value, dict):
                fields = self._fields(("claims", claim_id), value, CLAIM_KEYS)
                fields.setdefault("text", "")
                if "ignore" in fields:
                    self._ignore(claim_id, fields.pop("ignore"))
                claims.append(Claim(claim_id, **fields))
            else:
                # The short form, the text alone; on a mistake the id still counts.
                text = self._field(("claims",), body, claim_id, read_claim_text)
                claims.append(Claim(claim_id, text or ""))
        return claims

    def _ignore(self, owner: str, ignored: tuple[Ignored, ...]) -> None:
        self.ignored += (each._replace(owner=owner) for each in ignored)

    def _fields(
        self, path: Path, body: dict[str, Any], known: Mapping[str, Field]
    ) -> dict[str, Any]:
        """Return the readable fields of a claim or relation, reporting the others."""
        fields: dict[str, Any] = {}
        for key, value in body.items():
            field = known.get(key)
            if field is None:
                self._unknown_key((*path, key), tuple(known))
                continue
            try:
                fields[key] = field[0](value)
            except UnfitError:
                self._field(path, body, key, field.read)  # reports it
        for key in _REQUIRED[id(known)]:
            if key not in body:
                message = f"the key '{key}' is missing"
                self._problem(path, "missing-key", message, key=isinstance(path[-1], str))
        return fields

    def _relations(self, body: Any) -> list[Relation]:
        if is_nothing(body):
            body = []
        if not isinstance(body, list):
            message = f"relations must be a list, not {what(body)}"
            self._problem(("relations",), "wrong-type", message, "start each one with '- '")
            return []
        relations = []
        for index, value in enumerate(body):
            relation = self._relation(index, value)
            if relation is not None:
                relations.append(relation)
                self.relation_indexes.append(index)
        return relations

    def _relation(self, index: int, value: Any) -> Relation | None:
        path = ("relations", index)
        if not isinstance(value, dict):
            message = f"a relation must be a mapping, not {what(value)}"
            hint = "such as: {from: a-premise, supports: a-claim}"
            self._problem(path, "wrong-type", message, hint)
            return None
        fields = self._fields(path, value, RELATION_KEYS)
        verbs = [key for key in value if key in _VERBS]
        if len(verbs) != 1:
            self._wrong_verbs(path, verbs)
        elif "from" in fields and verbs[0] in fields:
            premises, target = fields["from"], fields[verbs[0]]
            relation_id = fields.get("id") or default_id(premises, target)
            kind = _VERBS[verbs[0]]
            scheme, note = fields.get("scheme"), fields.get("note")
            self._ignore(relation_id, fields.get("ignore", ()))
            return Relation(relation_id, kind, premises, target, scheme, note)
        if "id" in fields:
            self.unread.add(fields["id"])
        return None

    def _wrong_verbs(self, path: Path, verbs: list[str]) -> None:
        known = ", ".join(_VERBS)
        if not verbs:
            message = "this relation does not say what it does to its target"
            self._problem(path, "missing-key", message, f"give it one of: {known}")
            return
        for verb in verbs[1:]:
            message = f"'{verb}' beside '{verbs[0]}': a relation has one verb and one target"
            self._problem((*path, verb), "two-verbs", message, "write two relations", key=True)

    def _add_faults(
        self, claims: list[Claim], relations: list[Relation], expected: ExpectationReader
    ) -> None:
        by_id = {claim.id: claim for claim in claims}
        where = {id(r): i for r, i in zip(relations, self.relation_indexes, strict=True)}
        for fault in faults(by_id, relations, self.unread):
            self._add_fault(fault, where[id(fault.owner)])
        expected.check(by_id, {relation.id: relation for relation in relations}, self.unread)

    def _add_fault(self, fault: Fault, index: int) -> None:
        path: Path = ("relations", index)
        relation = fault.owner
        field = fault.field
        if isinstance(relation, Relation) and field == "target":
            field = str(relation.kind)
        body = self.document.value["relations"][index]
        if field in body:
            path = (*path, field)
            if fault.part is not None and isinstance(body[field], list):
                path = (*path, fault.part)
        self._problem(path, fault.code, fault.message, fault.hint)


_FIRST_LINE = "begin with: argmap: 1"
_REQUIRED = {
    id(fields): tuple(key for key, field in fields.items() if field.required)
    for fields in (CLAIM_KEYS, RELATION_KEYS)
}
