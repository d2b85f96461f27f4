"""What each key of the map format may hold, and how it is read.

A reader takes a value of a document and returns it as a value of the model, or raises
``UnfitError``.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any, NamedTuple

from argmap.documents.document import as_written, is_nothing, value_of, what
from argmap.documents.places import read_place
from argmap.documents.unfit import UnfitError
from argmap.model import Ignored, RelationKind, Status
from argmap.suggestions import did_you_mean

VERSION = 1
TOP_KEYS = ("argmap", "title", "source", "voices", "ignore", "claims", "relations", "expect")

Reader = Callable[[Any], Any]

NOT_IN_ID = re.compile(r"[\s\x00-\x1f\x7f-\x9f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]")


class Field(NamedTuple):
    """A key of the format: the reader of its values, and what they mean."""

    read: Reader
    meaning: str
    required: bool = False


def is_id(name: str) -> bool:
    """Return whether a name is an id: not empty, without white space and control characters."""
    return bool(name) and not NOT_IN_ID.search(name)


def as_id(name: str) -> str:
    """Return a name as an id, with hyphens for the characters that an id cannot have."""
    return name if is_id(name) else "-".join(NOT_IN_ID.sub(" ", name).split())


def read_text(value: Any) -> str:
    """Return a text that is not blank."""
    if type(value) is str:
        if value and not value.isspace():
            return value
        raise UnfitError("empty-text", "must not be empty")
    hint = None
    if isinstance(value_of(value), bool | int | float):
        hint = f'to mean the text, put it in quotes: "{as_written(value)}"'
    raise UnfitError("wrong-type", f"must be text, not {what(value)}", hint)


def read_id(value: Any) -> str:
    """Return an id: a scalar as it is spelled, without white space or control characters."""
    if type(value) is not str:
        if isinstance(value, list | dict):
            raise UnfitError("wrong-type", f"must be an id, not {what(value)}")
        value = as_written(value)
    if is_id(value):
        return str(value)
    if not value:
        raise UnfitError("bad-id", "an id must not be empty")
    message = "an id must not have white space or control characters"
    raise UnfitError("bad-id", message, f"'{as_id(value)}' would do")


def _boolean(value: Any) -> bool:
    boolean = value_of(value)
    if isinstance(boolean, bool):
        return boolean
    raise UnfitError("wrong-type", f"must be true or false, not {what(value)}")


def read_weight(value: Any) -> float:
    """Return a number in [0, 1]."""
    number = value_of(value)
    if isinstance(number, bool) or not isinstance(number, int | float):
        raise UnfitError("wrong-type", f"must be a number from 0 to 1, not {what(value)}")
    if not 0 <= number <= 1:
        raise UnfitError("out-of-range", f"must be from 0 to 1, not {as_written(value)}")
    return float(number)


def _items(read: Reader) -> Reader:
    """Return a reader of one value or a list of them, as a tuple."""

    def read_items(value: Any) -> tuple[Any, ...]:
        if not isinstance(value, list):
            return (read(value),)
        items, wrong = [], []
        for index, item in enumerate(value):
            try:
                items.append(read(item))
            except UnfitError as unfit:
                unfit.path = (index, *unfit.path)
                wrong.append(unfit)
        if wrong:
            wrong[0].others = wrong[1:]
            raise wrong[0]
        return tuple(items)

    return read_items


def _premises(value: Any) -> tuple[str, ...]:
    if type(value) is str:
        return (read_id(value),)
    premises: tuple[str, ...] = _items(read_id)(value)
    if not premises:
        raise UnfitError("empty-list", "must name at least one claim")
    return premises


def _ignored(value: Any) -> tuple[Ignored, ...]:
    """Read a mapping of rules to reasons; the caller adds the owner."""
    if not isinstance(value, dict):
        hint = "such as: {island: it is context only}"
        raise UnfitError("wrong-type", f"must be a mapping, not {what(value)}", hint)
    found, wrong = [], []
    for rule, reason in value.items():
        try:
            found.append(Ignored(read_id(rule), read_text(reason)))
        except UnfitError as unfit:
            if unfit.code != "bad-id":
                unfit.message = f"of '{rule}' needs a reason, which {unfit.message}"
            unfit.path = (rule,)
            wrong.append(unfit)
    if wrong:
        wrong[0].others = wrong[1:]
        raise wrong[0]
    return tuple(found)


CLAIM_FIELDS: dict[str, Field] = {
    "text": Field(read_text, "The statement, in one sentence.", required=True),
    "label": Field(read_text, "A short headline for trees and pictures."),
    "kind": Field(read_text, "Any word; thesis, theory, premise, evidence, … are styled."),
    "voice": Field(read_id, "Who puts the claim forward: a key of voices."),
    "at": Field(_items(read_place), 'Where it stands in the source: 3, "4-5", II.4 or a list.'),
    "weight": Field(read_weight, "The base score for evaluation, from 0 to 1."),
    "implicit": Field(_boolean, "Whether the source leaves it unsaid but needs it."),
    "tags": Field(_items(read_text), "Words to find it by."),
    "note": Field(read_text, "A remark of whoever made the map."),
    "assumed": Field(_boolean, "Whether it may stand without support; absent: by its place."),
}

VERBS = {str(kind): kind for kind in RelationKind}

RELATION_FIELDS: dict[str, Field] = {
    "from": Field(_premises, "The premise, or the list of linked premises.", required=True),
    **{verb: Field(read_id, f"The target it {verb}.") for verb in VERBS},
    "id": Field(read_id, "Its name, where premise/target will not do."),
    "scheme": Field(read_text, "The argumentation scheme it follows."),
    "note": Field(read_text, "A remark of whoever made the map."),
}

# A key of a claim, a relation and the map, which the model has in one place.
IGNORE_FIELD = Field(_ignored, "Rules of argmap check that are wrong here, each with the reason.")

CLAIM_KEYS = {**CLAIM_FIELDS, "ignore": IGNORE_FIELD}
RELATION_KEYS = {**RELATION_FIELDS, "ignore": IGNORE_FIELD}

SOURCE_FIELDS: dict[str, Field] = {
    "title": Field(read_text, "The title of the text."),
    "author": Field(read_text, "Who wrote it."),
    "publisher": Field(read_text, "Where it appeared."),
    "date": Field(read_text, "When, such as 2024-05-02."),
    "url": Field(read_text, "Where it can be read."),
    "unit": Field(read_text, "What the at of a claim counts, such as paragraph."),
}


# Keys under a qualitative semantics in ``expect``: each holds one id or a list of them.
STATUS_FIELDS: dict[str, Field] = {
    str(Status.IN): Field(read_id, "The claims that should be in."),
    str(Status.OUT): Field(read_id, "The claims that should be out."),
    str(Status.UNDECIDED): Field(read_id, "The claims that should be neither."),
}

# Keys under a gradual semantics in ``expect``: strengths are a mapping of ids to numbers.
STRENGTH_FIELDS: dict[str, Field] = {
    "strengths": Field(read_weight, "How strong each claim should be, from 0 to 1.", required=True),
    "tolerance": Field(read_weight, "How far off that may be, from 0 to 1; absent: 0.000001."),
}


def unknown_key_hint(key: str, known: tuple[str, ...]) -> str:
    """Return the hint for a key that is not known."""
    if key == "<<":
        return "merge keys are not part of YAML 1.2"
    return did_you_mean(key, known) or f"known here: {', '.join(known)}"


def read_claim_text(value: Any) -> str:
    """Return the text of a claim that is written in short, as its text alone."""
    if not isinstance(value, list) and not is_nothing(value):
        return read_text(value)
    raise UnfitError("wrong-type", f"must be a text or a mapping with a text, not {what(value)}")
