"""A document to an ArgumentMap: the map format, version 1."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Any

from argmap.analysis.schemes.numbers import with_named_questions
from argmap.documents.document import (
    Document,
    Path,
    as_written,
    is_nothing,
    is_scalar,
    what,
)
from argmap.documents.field_values import NOT_IN_ID, Field, Reader, read_id, read_text
from argmap.documents.fields import (
    CLAIM_KEYS,
    IGNORE_FIELD,
    RELATION_KEYS,
    SOURCE_FIELDS,
    VERBS,
    read_claim_text,
    read_scheme,
)
from argmap.documents.locations import of_document, of_expectations, of_parts
from argmap.documents.unfit import UnfitError
from argmap.documents.yaml_scalars import flow
from argmap.formats.native._expectations import ExpectationReader
from argmap.formats.native._places import PlaceReader, read_version, relation_hint
from argmap.model import ArgumentMap, Claim, Ignored, Relation, Scheme, Source
from argmap.model.argument_map import BrokenMapError
from argmap.model.integrity import Fault, faults
from argmap.model.relation import default_id


def read_map(document: Document) -> ArgumentMap:
    """Return the map in a document; raises InvalidMapError with its errors."""
    if not isinstance(document.value, dict):
        document.fail(f"a map is a mapping of keys, not {what(document.value)}", _FIRST_LINE)
    return _MapReader(document).read()


class _MapReader(PlaceReader):
    """Reads one document."""

    def __init__(self, document: Document) -> None:
        super().__init__(document)
        self.relation_indexes: list[int] = []  # of each valid relation, in the list of the file
        self.ignored: list[Ignored] = []
        self.unread: set[str] = set()  # ids of relations with errors
        # How the default ids of others with errors begin, and how they may end.
        self.unnamed: list[tuple[str, tuple[str, ...]]] = []

    def read(self) -> ArgumentMap:
        body = self.document.value
        self._check_version(body, self.top_keys(body))
        title = self._field((), body, "title", read_text)
        source = self._source(body)
        voices = self._voices(body)
        schemes = self._schemes(body)
        self.ignored += self._field((), body, "ignore", IGNORE_FIELD.read) or ()
        claims = self._claims(self.claims_given(body.get("claims")))
        relations = self._relations(body.get("relations", []))
        if any(each.raises and each.raises.question.isdigit() for each in relations):
            relations = with_named_questions(relations, schemes)
        expected = ExpectationReader(self.document)
        expected.read(body.get("expect"))
        try:
            result = ArgumentMap(
                claims,
                relations,
                title=title,
                source=source,
                voices=voices,
                schemes=schemes,
                expectations=expected.found,
                ignored=() if self.diagnostics.count else self.ignored,
            )
        except BrokenMapError:
            if self.are_claims_read:  # or else no name is that of anything
                self._add_faults(claims, relations, expected)
        self.diagnostics.raise_any()
        result.locations = of_document(self.document, result)
        result.part_locations = of_parts(self.document, result)
        if expected.found:
            result.expectation_locations = of_expectations(self.document, expected.paths())
        return result

    def _check_version(self, body: dict[str, Any], meant: Collection[str]) -> None:
        if "argmap" not in body:
            message = "the key 'argmap' with the format version is missing"
            if "argmap" not in meant:
                self.error((), "missing-key", message, _FIRST_LINE)
            return
        try:
            read_version(body["argmap"])
        except UnfitError as unfit:
            if not self.is_spoilt(("argmap",), body["argmap"], read_version, unfit.code):
                self.error(("argmap",), unfit.code, unfit.message, unfit.hint)

    def _field(self, path: Path, body: dict[str, Any], key: str, read: Reader) -> Any:
        """Return ``body[key]`` as ``read`` gives it, or None where it is missing or unfit."""
        return self.fitting((*path, key), key, body[key], read) if key in body else None

    def _source(self, body: dict[str, Any]) -> Source | None:
        found = self.mapping(("source",), body.get("source"), "such as: source: {title: Its title}")
        misread = self.unknown_keys(("source",), found, SOURCE_FIELDS)
        values = {
            key: self._field(("source",), found, key, field.read)
            for key, field in SOURCE_FIELDS.items()
            if key not in misread
        }
        return Source(**values) if found else None

    def _voices(self, body: dict[str, Any]) -> dict[str, str]:
        hint = "such as: voices: {author: Who that is}"
        voices = self.by_name(("voices",), self.mapping(("voices",), body.get("voices"), hint))
        for name in voices:
            self._check_id(("voices", name))
        return {name: self._field(("voices",), voices, name, read_text) for name in voices}

    def _schemes(self, body: dict[str, Any]) -> list[Scheme]:
        hint = "such as: schemes: {own-scheme: {conclusion: What follows}}"
        schemes = self.by_name(("schemes",), self.mapping(("schemes",), body.get("schemes"), hint))
        for name in schemes:
            self._check_id(("schemes", name))
        found = ((name, self._field(("schemes",), schemes, name, read_scheme)) for name in schemes)
        return [Scheme(name, **(fields or {})) for name, fields in found]

    def _check_id(self, path: Path) -> None:
        try:
            read_id(path[-1])
        except UnfitError as unfit:
            if self.is_spoilt(path, path[-1], read_id, unfit.code, key=True):
                return
            self.error(path, unfit.code, unfit.message, unfit.hint, key=True)

    def _claims(self, body: dict[str, Any]) -> list[Claim]:
        claims = [Claim(name, "") for name in self.lost_claims]
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
                # The short form, the text alone; even after an error the id counts.
                text = self._field(("claims",), body, claim_id, read_claim_text)
                claims.append(Claim(claim_id, text or ""))
        return claims

    def _ignore(self, owner: str, ignored: tuple[Ignored, ...]) -> None:
        self.ignored += (each._replace(owner=owner) for each in ignored)

    def _fields(
        self, path: Path, body: dict[str, Any], known: Mapping[str, Field]
    ) -> dict[str, Any]:
        """Return the valid fields of a claim or relation, and report the others."""
        fields: dict[str, Any] = {}
        unfit: list[str] = []
        for key, value in body.items():
            field = known.get(key)
            if field is not None:
                try:
                    fields[key] = field[0](value)
                except UnfitError:
                    unfit.append(key)
        handled: Collection[str] = ()
        if len(fields) < len(body):
            handled = self._wrong_keys(path, body, known, unfit)
        for key in _REQUIRED[id(known)]:
            if key not in body and key not in handled:
                message = f"the key '{key}' is missing"
                self.error(path, "missing-key", message, key=isinstance(path[-1], str))
        if known is RELATION_KEYS:
            self._check_verbs(path, [key for key in body if key in VERBS], handled)
        return fields

    def _wrong_keys(
        self, path: Path, body: dict[str, Any], known: Mapping[str, Field], unfit: list[str]
    ) -> Collection[str]:
        """Report unknown keys and ``unfit`` values; return keys that need no other report."""
        missing = [key for key in _REQUIRED[id(known)] if key not in body]
        if known is RELATION_KEYS and VERBS.keys().isdisjoint(body):
            missing.append(next(iter(VERBS)))
        handled = self.unknown_keys(path, body, known, unfit, missing)
        for key in unfit:
            if key not in handled:
                self._unfit((*path, key), body, known[key])
        return handled

    def _unfit(self, path: Path, body: dict[str, Any], field: Field) -> None:
        """Report a value that its key may not hold."""
        key, read = str(path[-1]), field.read
        targets = body[key]
        if key in VERBS and isinstance(targets, list) and all(map(is_scalar, targets)):
            is_one = "from" in body and is_scalar(body["from"])
            premise = flow(as_written(body["from"])) if is_one else "…"
            each = [f"- {{from: {premise}, {key}: {flow(as_written(t))}}}" for t in targets[:2]]
            more = " and so on" if targets[2:] else ""
            message = f"{key} must be an id, not a list"
            hint = f"write a relation for each: {' and '.join(each)}{more}"
            self.error(path, "wrong-type", message, hint)
        else:
            self.fitting(path, key, body[key], read)

    def _relations(self, body: Any) -> list[Relation]:
        if is_nothing(body):
            body = []
        if not isinstance(body, list):
            message = f"relations must be a list, not {what(body)}"
            hint = "start each one with '- ', such as: - {from: a-premise, supports: a-claim}"
            self.error(("relations",), "wrong-type", message, hint)
            return []
        relations = []
        halves = self.halves(body)
        for index, value in enumerate(body):
            if index in halves:
                continue
            relation = self._relation(index, value)
            if relation is not None:
                relations.append(relation)
                self.relation_indexes.append(index)
        return relations

    def _relation(self, index: int, value: Any) -> Relation | None:
        path = ("relations", index)
        if not isinstance(value, dict):
            message = f"a relation must be a mapping, not {what(value)}"
            self.error(path, "wrong-type", message, relation_hint(value))
            return None
        if self.is_keyless(path, value):
            self.unnamed.append(("", ("",)))
            return None
        fields = self._fields(path, value, RELATION_KEYS)
        verbs = [key for key in value if key in VERBS]
        if len(verbs) == 1 and "from" in fields and verbs[0] in fields:
            premises, target = fields["from"], fields[verbs[0]]
            relation_id = fields.get("id") or default_id(premises, target)
            kind = VERBS[verbs[0]]
            self._ignore(relation_id, fields.get("ignore", ()))
            get = fields.get
            return Relation(
                relation_id,
                kind,
                premises,
                target,
                get("scheme"),
                get("note"),
                get("weight"),
                get("raises"),
            )
        if "id" in fields:
            self.unread.add(fields["id"])
        else:
            start = default_id(fields["from"], "") if "from" in fields else ""
            targets = tuple(f"/{fields[verb]}" for verb in verbs if verb in fields) or ("",)
            self.unnamed.append((start, targets))
        return None

    def _check_verbs(self, path: Path, verbs: list[str], handled: Collection[str]) -> None:
        known = ", ".join(VERBS)
        if not verbs and not any(verb in handled for verb in VERBS):
            message = "this relation does not say what it does to its target"
            self.error(path, "missing-key", message, f"give it one of: {known}")
            return
        for verb in verbs[1:]:
            message = f"'{verb}' beside '{verbs[0]}': a relation has one verb and one target"
            self.error((*path, verb), "two-verbs", message, "write two relations", key=True)

    def _add_faults(
        self, claims: list[Claim], relations: list[Relation], expected: ExpectationReader
    ) -> None:
        by_id = {claim.id: claim for claim in claims}
        where = {id(r): i for r, i in zip(relations, self.relation_indexes, strict=True)}
        for fault in faults(by_id, relations, self.unread):
            if fault.code == "dangling-id" and self._may_be_unread(_missing_id(fault)):
                continue
            self._add_fault(fault, where[id(fault.owner)])
        expected.check(by_id, {relation.id: relation for relation in relations}, self.unread)

    def _may_be_unread(self, name: str) -> bool:
        """Return whether a name may be the default id of a relation with errors."""
        is_any = len(self.unnamed) > _COMPARED_AT_MOST
        return "/" in name and (
            is_any
            or any(name.startswith(start) and name.endswith(ends) for start, ends in self.unnamed)
        )

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
        self.error(path, fault.code, fault.message, fault.hint)


def _missing_id(fault: Fault) -> str:
    """Return the id in a relation that is that of nothing in the map."""
    relation = fault.owner
    if not isinstance(relation, Relation):
        return ""
    if fault.field == "raises":
        return (relation.raises and relation.raises.step) or ""
    return relation.target if fault.part is None else relation.premises[fault.part]


_COMPARED_AT_MOST = 100  # ids that relations with errors may have
_FIRST_LINE = "begin with: argmap: 1"
_REQUIRED = {
    id(fields): tuple(key for key, field in fields.items() if field.required)
    for fields in (CLAIM_KEYS, RELATION_KEYS)
}
