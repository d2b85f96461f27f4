"""The map format as a JSON Schema, made from the tables of ``fields``.

A schema sees a parsed document and one value at a time. ``NOT_SAID`` lists the rules
of the reader that it cannot express; otherwise it accepts and rejects the same
documents.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from argmap.documents.field_values import (
    NOT_IN_ID,
    Field,
    Reader,
    read_date,
    read_id,
    read_text,
    read_weight,
)
from argmap.documents.fields import (
    CITATION_FIELDS,
    CLAIM_FIELDS,
    CLAIM_KEYS,
    IGNORE_FIELD,
    QUESTION_FIELDS,
    RAISED_FIELDS,
    RELATION_FIELDS,
    RELATION_KEYS,
    SCHEME_FIELDS,
    SOURCE_FIELDS,
    STANDARD_CODES,
    STATUS_FIELDS,
    STRENGTH_FIELDS,
    VERSION,
)
from argmap.documents.places import PLACE_PATTERN
from argmap.model import RelationKind, Standard
from argmap.model.scheme import WEIGHINGS

Schema = dict[str, Any]

DIALECT = "https://json-schema.org/draft/2020-12/schema"

NOT_SAID: dict[str, str] = {
    "dangling-id": "an id that a relation or expect names must be there",
    "duplicate-id": "the ids of claims and relations all differ, also those that are not written",
    "premise-is-relation": "a relation starts from claims alone",
    "undercuts-claim": "only a relation can be undercut",
    "answers-claim": "only a question is answered",
    "expected-is-question": "nothing is expected of a question",
    "cannot-raise": "only undercuts and attacks raise a critical question",
    "ambiguous-step": "an attack on a premise of several steps says of which it raises a question",
    "no-step": "a critical question is of a step that the relation bears on",
    "unknown-role": "a critical question attacks a role of its own scheme",
    "target-is-relation": "only undercuts and supports may point at a relation",
    "self-relation": "no claim contradicts or restates itself",
    "expected-is-relation": "what is expected is expected of claims",
    "duplicate-key": "no key is given twice",
    "syntax": "the text is YAML or JSON to begin with",
    "duplicate-premise": "a premise is named once, however it is spelled: 1 and '1' are one",
    "duplicate-expectation": "one semantics expects one thing of a claim",
    "out-of-range": "a range such as 4-5 runs forwards",
    "version": "the version is not written 1.0",
    "wrong-type": "a year is not written 1859.0",
    "bad-id": "an id is not left empty in YAML, where null may be an id",
}
"""The rules that the schema cannot express, by the codes of their errors.

Those from ``duplicate-premise`` on it expresses, except in the case that is named.
"""

# Python and JavaScript define white space differently; this means the same in both.
_NOT_BLANK = r"[^\s\x1c-\x1f\x85]|\ufeff"
_ID: Schema = {
    "type": ["string", "number", "boolean", "null"],
    "minLength": 1,
    "not": {"type": "string", "pattern": NOT_IN_ID.pattern},
}
_PLACE: Schema = {
    "type": ["number", "string"],
    "minimum": 0,
    "maximum": 999_999_999,
    # In some validators, $ alone also matches before a line end.
    "pattern": rf"{PLACE_PATTERN}(?!\n)",
}
_TEXT: Schema = {"type": "string", "pattern": _NOT_BLANK}


def json_schema(qualitative: Iterable[str], gradual: Iterable[str]) -> Schema:
    """Return the JSON Schema (2020-12) of a map file, as plain data with descriptions.

    A map may say what it expects of these semantics, by name.
    """
    return {
        "$schema": DIALECT,
        "title": "Argument map",
        "description": "Claims, and the relations by which they support or attack one another.",
        "$comment": f"Rules that no schema can say: {'; '.join(NOT_SAID.values())}.",
        "type": "object",
        "properties": {**_top(), "expect": _expect(qualitative, gradual)},
        "required": ["argmap"],
        "additionalProperties": False,
        "$defs": {
            "text": {"description": "Text that is not blank.", **_TEXT},
            "id": {"description": "A name without white space or control characters.", **_ID},
            "name": {key: _ID[key] for key in ("minLength", "not")},
            "place": {"description": 'Units of the source, 3 or "4-5", or a name, II.4.', **_PLACE},
            "score": {"type": "number", "minimum": 0, "maximum": 1},
            "claim": _claim(),
            "relation": _relation(),
            "citation": {
                "description": "Evidence from elsewhere: a text, or its parts.",
                **_short(CITATION_FIELDS),
                "minProperties": 1,
            },
            "question": {
                "description": "A critical question: its text, or its parts.",
                **_short(QUESTION_FIELDS),
            },
            "scheme": _optional("A pattern that steps follow.", _object(SCHEME_FIELDS)),
            "statuses": _statuses(),
            "strengths": _strengths(),
        },
    }


def _top() -> Schema:
    return {
        "argmap": {"description": "The version of the format.", "const": VERSION},
        "title": {"description": "What the map is about.", **_ref("text")},
        "source": _optional("The text that the map reconstructs.", _object(SOURCE_FIELDS)),
        "voices": _by_id("Who speaks: names, each with who that is.", _ref("text")),
        "schemes": _by_id("Schemes of the map's own, by id.", _ref("scheme")),
        "ignore": {"description": IGNORE_FIELD.meaning, **_FORMS[IGNORE_FIELD.read]},
        "claims": _by_id("The claims: ids, each with its text or fields.", _ref("claim")),
        "relations": {
            "description": "What bears on what. Each reads as a sentence: from a, supports b.",
            "type": ["array", "null"],
            "items": _ref("relation"),
        },
    }


def _expect(qualitative: Iterable[str], gradual: Iterable[str]) -> Schema:
    meaning = "What should come out when the map is evaluated, by semantics."
    by_semantics: Schema = dict.fromkeys(qualitative, _ref("statuses"))
    # Where tolerances differ, there is a list of such mappings.
    by_semantics |= dict.fromkeys(gradual, _or_list(_strengths(), "strengths"))
    body = {"type": "object", "properties": by_semantics, "additionalProperties": False}
    return _optional(meaning, body)


def _claim() -> Schema:
    """Return the schema of a claim, which may be written as its text alone."""
    return {
        "description": "A statement that can be supported or attacked: its text, or its fields.",
        **_short(CLAIM_KEYS),
    }


def _relation() -> Schema:
    kinds = tuple(RelationKind)
    one_premise = {"properties": {"from": {"maxItems": 1}}}
    between_two = [kind for kind in kinds if kind.is_symmetric or kind is RelationKind.ANSWERS]
    single = dict.fromkeys(map(str, between_two), one_premise)
    return {
        "description": "A link from one or several linked premises to one target.",
        **_object(RELATION_KEYS),
        "oneOf": [{"required": [str(kind)]} for kind in kinds],
        "dependentSchemas": single,
    }


def _statuses() -> Schema:
    one_or_more = {**_or_list(_ID, "id"), "uniqueItems": True}
    body = {
        key: {"description": field.meaning, **one_or_more} for key, field in STATUS_FIELDS.items()
    }
    meaning = "The claims that should be in, out and undecided."
    return _optional(meaning, {"type": "object", "properties": body, "additionalProperties": False})


def _strengths() -> Schema:
    described = "How strong claims should be; a list where tolerances differ."
    schema = {"description": described, **_object(STRENGTH_FIELDS)}
    meaning, form = STRENGTH_FIELDS["strengths"].meaning, _FORMS[STRENGTH_FIELDS["strengths"].read]
    schema["properties"]["strengths"] = _optional(
        meaning, {"type": "object", "additionalProperties": form}
    )
    return schema


def _object(fields: Mapping[str, Field]) -> Schema:
    """Return the schema of a mapping with these fields and no others."""
    properties = {
        key: {"description": field.meaning, **_FORMS[field.read]} for key, field in fields.items()
    }
    required = [key for key, field in fields.items() if field.required]
    schema: Schema = {"type": "object", "properties": properties, "additionalProperties": False}
    return {**schema, "required": required} if required else schema


def _short(fields: Mapping[str, Field]) -> Schema:
    """Return the schema of a mapping with these fields, or of its text alone."""
    return {**_object(fields), "type": ["object", "string"], "pattern": _NOT_BLANK}


def _by_id(meaning: str, value: Schema) -> Schema:
    body = {"type": "object", "propertyNames": _ref("name"), "additionalProperties": value}
    return _optional(meaning, body)


def _optional(meaning: str, body: Schema) -> Schema:
    """Return the schema of a mapping that may be left empty."""
    return {"description": meaning, **body, "type": [body["type"], "null"]}


def _or_list(form: Schema, name: str) -> Schema:
    """Return the schema of one value, or of a list of what ``name`` defines.

    Without ``anyOf``, so that messages of validators are about the value that is
    there, not that it matches neither alternative.
    """
    types: Iterable[str] = [form["type"]] if isinstance(form["type"], str) else form["type"]
    return {**form, "type": [*types, "array"], "items": _ref(name)}


def _ref(name: str) -> Schema:
    return {"$ref": f"#/$defs/{name}"}


# By the function that reads a field: a new one needs its schema here.
_FORMS: dict[Reader, Schema] = {
    read_text: _ref("text"),
    read_date: {"type": ["integer", "string"], "pattern": _NOT_BLANK},
    read_id: _ref("id"),
    read_weight: _ref("score"),
    CLAIM_FIELDS["at"].read: _or_list(_PLACE, "place"),
    CLAIM_FIELDS["tags"].read: _or_list(_TEXT, "text"),
    CLAIM_FIELDS["quote"].read: _or_list(_TEXT, "text"),
    SCHEME_FIELDS["names"].read: _or_list(_TEXT, "text"),
    IGNORE_FIELD.read: {
        "type": "object",
        "propertyNames": _ref("name"),
        "additionalProperties": _ref("text"),
    },
    CLAIM_FIELDS["implicit"].read: {"type": "boolean"},
    CLAIM_FIELDS["choose"].read: {"enum": ["one"]},
    CLAIM_FIELDS["standard"].read: {"enum": [*map(str, Standard), *STANDARD_CODES]},
    SCHEME_FIELDS["weighing"].read: {"enum": [*WEIGHINGS]},
    SCHEME_FIELDS["premises"].read: {
        "type": "object",
        "propertyNames": _ref("name"),
        "additionalProperties": _ref("text"),
    },
    SCHEME_FIELDS["questions"].read: {
        "type": "object",
        "propertyNames": _ref("name"),
        "additionalProperties": _ref("question"),
    },
    CLAIM_FIELDS["citations"].read: {},
    RELATION_FIELDS["raises"].read: {},
    RELATION_FIELDS["from"].read: {**_or_list(_ID, "id"), "minItems": 1, "uniqueItems": True},
}
# Forms that are made of others.
_FORMS[RELATION_FIELDS["raises"].read] |= {
    **_ID,
    **_object(RAISED_FIELDS),
    "type": [*_ID["type"], "object"],
}
_FORMS[CLAIM_FIELDS["citations"].read] |= _or_list(
    {**_short(CITATION_FIELDS), "minProperties": 1}, "citation"
)
