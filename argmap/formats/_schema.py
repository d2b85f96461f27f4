"""A document to an ArgumentMap: the map format, version 1.

What each key may hold is in the ``…_FIELDS`` tables. A reader takes a value
and returns it as the model has it, or raises ``_Unfit``; every mistake is
collected, so that one run reports them all.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from typing import Any, NamedTuple

from argmap.errors import did_you_mean
from argmap.formats._document import Document, Literal, Path, Places, fail
from argmap.model import (
    ArgumentMap,
    Claim,
    Diagnostic,
    InvalidMapError,
    Location,
    Passage,
    Relation,
    RelationKind,
    Source,
)
from argmap.model.argument_map import BrokenMapError
from argmap.model.integrity import Fault, faults
from argmap.model.relation import default_id

VERSION = 1

Reader = Callable[[Any], Any]

_NOT_IN_ID = re.compile(r"[\s\x00-\x1f\x7f-\x9f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]")
_RANGE = re.compile(r"([0-9]{1,9})-([0-9]{1,9})")


class _Unfit(Exception):
    """A value that does not fit: its code, why, a hint, and where inside the value."""

    def __init__(self, code: str, message: str, hint: str | None = None, path: Path = ()) -> None:
        super().__init__(message)
        self.code = code
        self.message = message
        self.hint = hint
        self.path = path


class Field(NamedTuple):
    """What a key of the format holds: how to read it, and what it means."""

    read: Reader
    meaning: str
    required: bool = False


def _what(value: Any) -> str:
    """Name the type of a value as a person would."""
    if isinstance(value, Literal):
        value = value.value
    if value is None:
        return "nothing"
    names = {str: "text", bool: "a true/false value", list: "a list", dict: "a mapping"}
    return next((name for kind, name in names.items() if isinstance(value, kind)), "a number")


def _text(value: Any) -> str:
    if type(value) is str:
        if value and not value.isspace():
            return value
        raise _Unfit("empty-text", "must not be empty")
    hint = None
    if isinstance(value, Literal) and value.value is not None:
        hint = f'to mean the text, put it in quotes: "{value.written}"'
    raise _Unfit("wrong-type", f"must be text, not {_what(value)}", hint)


def _id(value: Any) -> str:
    if type(value) is not str:
        value = _as_written(value)
    if value and not _NOT_IN_ID.search(value):
        return str(value)
    if not value:
        raise _Unfit("bad-id", "an id must not be empty")
    hint = f"'{'-'.join(_NOT_IN_ID.sub(' ', value).split())}' would do"
    message = "an id must not have white space or control characters"
    raise _Unfit("bad-id", message, hint)


def _as_written(value: Any) -> str:
    if isinstance(value, Literal):
        return value.written
    if isinstance(value, str):
        return value
    raise _Unfit("wrong-type", f"must be an id, not {_what(value)}")


def _boolean(value: Any) -> bool:
    if isinstance(value, Literal):
        value = value.value
    if isinstance(value, bool):
        return value
    raise _Unfit("wrong-type", f"must be true or false, not {_what(value)}")


def _weight(value: Any) -> float:
    number = value.value if isinstance(value, Literal) else value
    if isinstance(number, bool) or not isinstance(number, int | float):
        raise _Unfit("wrong-type", f"must be a number from 0 to 1, not {_what(value)}")
    if not 0 <= number <= 1:
        raise _Unfit("out-of-range", f"must be from 0 to 1, not {value.written}")
    return float(number)


def _passage(value: Any) -> Passage:
    if isinstance(value, Literal):
        number = value.value
        if type(number) is int and 0 <= number < 10**9:
            return Passage(number, number)
    elif isinstance(value, str):
        if found := _RANGE.fullmatch(value):
            passage = Passage(int(found[1]), int(found[2]))
            if passage.first <= passage.last:
                return passage
            raise _Unfit("out-of-range", f"the range {value} runs backwards")
        if value.isascii() and value.isdigit():
            return Passage(int(value[:9]), int(value[:9]))
    message = f"must be a whole number or a range of two, not {_what(value)}"
    raise _Unfit("wrong-type", message, 'such as 3, "4-5" or [1, "4-5"]')


def _items(read: Reader) -> Reader:
    """Return a reader of one value or a list of them, as a tuple."""

    def read_items(value: Any) -> tuple[Any, ...]:
        if not isinstance(value, list):
            return (read(value),)
        items = []
        for index, item in enumerate(value):
            try:
                items.append(read(item))
            except _Unfit as unfit:
                unfit.path = (index, *unfit.path)
                raise
        return tuple(items)

    return read_items


def _premises(value: Any) -> tuple[str, ...]:
    if type(value) is str:
        return (_id(value),)
    premises: tuple[str, ...] = _items(_id)(value)
    if not premises:
        raise _Unfit("empty-list", "must name at least one claim")
    return premises


CLAIM_FIELDS: dict[str, Field] = {
    "text": Field(_text, "The statement, in one sentence.", required=True),
    "label": Field(_text, "A short headline for trees and pictures."),
    "kind": Field(_text, "Any word; thesis, theory, premise, evidence, … are styled."),
    "voice": Field(_id, "Who puts the claim forward: a key of voices."),
    "at": Field(_items(_passage), 'Where it stands in the source: 3, "4-5" or a list.'),
    "weight": Field(_weight, "The base score for evaluation, from 0 to 1."),
    "implicit": Field(_boolean, "Whether the source leaves it unsaid but needs it."),
    "tags": Field(_items(_text), "Words to find it by."),
    "note": Field(_text, "A remark of whoever made the map."),
}

RELATION_FIELDS: dict[str, Field] = {
    "from": Field(_premises, "The premise, or the list of linked premises.", required=True),
    **{str(kind): Field(_id, f"The target it {kind}.") for kind in RelationKind},
    "id": Field(_id, "Its name, where premise/target will not do."),
    "scheme": Field(_text, "The argumentation scheme it follows."),
}

SOURCE_FIELDS: dict[str, Field] = {
    "title": Field(_text, "The title of the text."),
    "author": Field(_text, "Who wrote it."),
    "publisher": Field(_text, "Where it appeared."),
    "date": Field(_text, "When, such as 2024-05-02."),
    "url": Field(_text, "Where it can be read."),
    "unit": Field(_text, "What the at of a claim counts, such as paragraph."),
}

_VERBS = {str(kind): kind for kind in RelationKind}
_TOP = ("argmap", "title", "source", "voices", "claims", "relations")


def read_map(document: Document) -> ArgumentMap:
    """Return the map a document holds, or raise InvalidMapError with all its mistakes."""
    if not isinstance(document.value, dict):
        message = f"a map is a mapping of keys, not {_what(document.value)}"
        fail(document.source, document.places.offset((), key=False), "wrong-type", message, _FIRST_LINE)
    return _MapReader(document).read()


_FIRST_LINE = "begin with: argmap: 1"


class _MapReader:
    """Reads one document, collecting what is wrong with it."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.problems = list(document.problems)
        self.relation_indexes: list[int] = []  # of each relation read, in the file's list
        self.unread: set[str] = set()  # ids of relations that could not be read

    def read(self) -> ArgumentMap:
        """Return the map, or raise InvalidMapError."""
        body = self.document.value
        self._check_version(body)
        self._check_keys((), body, _TOP)
        title = self._field((), body, "title", _text)
        source = self._source(body)
        voices = self._voices(body)
        claims = self._claims(self._mapping(("claims",), body))
        relations = self._relations(body.get("relations", []))
        try:
            result = ArgumentMap(claims, relations, title=title, source=source, voices=voices)
        except BrokenMapError:
            by_id = {claim.id: claim for claim in claims}
            where = {id(r): i for r, i in zip(relations, self.relation_indexes, strict=True)}
            for fault in faults(by_id, relations, self.unread):
                self._add_fault(fault, where[id(fault.owner)])
        if self.problems:
            raise InvalidMapError(self.problems, self.document.source)
        result.locations = Locations(self.document, result)
        return result

    def _problem(
        self, path: Path, code: str, message: str, hint: str | None = None, *, key: bool = False
    ) -> None:
        location = self.document.source.location(self.document.places.offset(path, key=key))
        self.problems.append(Diagnostic(code, message, location, hint))

    def _check_version(self, body: dict[str, Any]) -> None:
        if "argmap" not in body:
            message = "the key 'argmap' with the format version is missing"
            self._problem((), "missing-key", message, _FIRST_LINE)
            return
        version = body["argmap"]
        if not isinstance(version, Literal) or version.value != VERSION:
            written = version.written if isinstance(version, Literal) else _what(version)
            message = f"this argmap reads format version {VERSION}, not {written}"
            self._problem(("argmap",), "version", message)

    def _check_keys(self, path: Path, body: dict[str, Any], known: tuple[str, ...]) -> None:
        for key in body:
            if key not in known:
                self._unknown_key((*path, key), known)

    def _unknown_key(self, path: Path, known: tuple[str, ...]) -> None:
        key = str(path[-1])
        hint = did_you_mean(key, known)
        if key == "<<":
            hint = "merge keys are not part of YAML 1.2"
        hint = hint or f"known here: {', '.join(known)}"
        self._problem(path, "unknown-key", f"unknown key '{key}'", hint, key=True)

    def _field(self, path: Path, body: dict[str, Any], key: str, read: Reader) -> Any:
        """Return ``body[key]`` as ``read`` gives it, or None where it is missing or unfit."""
        if key not in body:
            return None
        try:
            return read(body[key])
        except _Unfit as unfit:
            message = f"{key} {unfit.message}" if unfit.code != "bad-id" else unfit.message
            self._problem((*path, key, *unfit.path), unfit.code, message, unfit.hint)
            return None

    def _mapping(self, path: Path, body: dict[str, Any]) -> dict[str, Any]:
        """Return the mapping under the last key of ``path``; empty where there is none."""
        value = body.get(str(path[-1]))
        if isinstance(value, dict):
            return value
        if value is not None and not _is_nothing(value):
            message = f"{path[-1]} must be a mapping, not {_what(value)}"
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
        return {name: self._field(("voices",), voices, name, _text) for name in voices}

    def _check_id(self, path: Path) -> None:
        try:
            _id(path[-1])
        except _Unfit as unfit:
            self._problem(path, unfit.code, unfit.message, unfit.hint, key=True)

    def _claims(self, body: dict[str, Any]) -> list[Claim]:
        claims = []
        bad_id = _NOT_IN_ID.search
        for claim_id, value in body.items():
            if not claim_id or bad_id(claim_id):
                self._check_id(("claims", claim_id))
            if isinstance(value, dict):
                fields = self._fields(("claims", claim_id), value, CLAIM_FIELDS)
                fields.setdefault("text", "")
                claims.append(Claim(claim_id, **fields))
            else:
                # The short form, the text alone; on a mistake the id still counts.
                text = self._field(("claims",), body, claim_id, _claim_text)
                claims.append(Claim(claim_id, text or ""))
        return claims

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
            except _Unfit:
                self._field(path, body, key, field.read)  # reports it
        for key in _REQUIRED[id(known)]:
            if key not in body:
                message = f"the key '{key}' is missing"
                self._problem(path, "missing-key", message, key=isinstance(path[-1], str))
        return fields

    def _relations(self, body: Any) -> list[Relation]:
        if isinstance(body, Literal) and body.value is None:
            body = []
        if not isinstance(body, list):
            message = f"relations must be a list, not {_what(body)}"
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
            message = f"a relation must be a mapping, not {_what(value)}"
            hint = "such as: {from: a-premise, supports: a-claim}"
            self._problem(path, "wrong-type", message, hint)
            return None
        fields = self._fields(path, value, RELATION_FIELDS)
        verbs = [key for key in value if key in _VERBS]
        if len(verbs) != 1:
            self._wrong_verbs(path, verbs)
        elif "from" in fields and verbs[0] in fields:
            premises, target = fields["from"], fields[verbs[0]]
            relation_id = fields.get("id") or default_id(premises, target)
            kind = _VERBS[verbs[0]]
            return Relation(relation_id, kind, premises, target, fields.get("scheme"))
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

    def _add_fault(self, fault: Fault, index: int) -> None:
        path: Path = ("relations", index)
        relation = fault.owner
        field = fault.field
        if isinstance(relation, Relation) and field == "target":
            field = str(relation.kind)
        body = self.document.value["relations"][index]
        if field in body:
            path = (*path, field)
            if fault.index is not None and isinstance(body[field], list):
                path = (*path, fault.index)
        self._problem(path, fault.code, fault.message, fault.hint)


_FIRST_LINE = "begin with: argmap: 1"
_REQUIRED = {
    id(fields): tuple(key for key, field in fields.items() if field.required)
    for fields in (CLAIM_FIELDS, RELATION_FIELDS)
}


def _is_nothing(value: Any) -> bool:
    return isinstance(value, Literal) and value.value is None


def _claim_text(value: Any) -> str:
    if not isinstance(value, list) and not _is_nothing(value):
        return _text(value)
    raise _Unfit("wrong-type", f"must be a text or a mapping with a text, not {_what(value)}")


class Locations(Mapping[str, Location]):
    """Where each claim and relation of a map stands in its file, by id."""

    def __init__(self, document: Document, argument_map: ArgumentMap) -> None:
        """Take the places that are at hand; leave finding others until they are asked for."""
        self._source = document.source
        self._ids = (tuple(argument_map.claims), tuple(argument_map.relations))
        self._places: Places | None = document.places
        self._known: dict[str, int] = {}
        if document.places.at_hand:
            self._find()

    def _find(self) -> dict[str, int]:
        if self._places is not None:
            for ids, key in zip(self._ids, ("claims", "relations"), strict=True):
                if ids:
                    self._known.update(zip(ids, self._places.entries(key), strict=True))
            self._places = None
        return self._known

    def __getitem__(self, key: str) -> Location:
        """Return the place of a claim or relation; KeyError for an unknown id."""
        return self._source.location(self._find()[key])

    def __iter__(self) -> Iterator[str]:
        """Yield the ids of claims, then of relations."""
        return iter(self._find())

    def __len__(self) -> int:
        """Return how many claims and relations there are."""
        return sum(map(len, self._ids))
