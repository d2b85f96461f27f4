"""What each key of the map format may hold, and how it is read.

A reader takes a value of a document and returns it as a value of the model, or raises
``UnfitError``.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection
from typing import Any, NamedTuple

from argmap.documents.document import as_written, is_nothing, value_of, what
from argmap.documents.places import read_place
from argmap.documents.unfit import UnfitError
from argmap.model import KINDS, Ignored, RelationKind, Status
from argmap.suggestions import did_you_mean

VERSION = 1
TOP_KEYS = ("argmap", "title", "source", "voices", "ignore", "claims", "relations", "expect")

Reader = Callable[[Any], Any]

NUMBER_PART = re.compile(r"[0-9]{1,9}")
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
    raise UnfitError("wrong-type", f"must be text, not {what(value)}", _text_hint(value))


def _text_hint(value: Any) -> str:
    """Return what to write where something is meant as text that is read as none."""
    if isinstance(value, list | dict):
        is_list = isinstance(value, list)
        sign = "begins with '[' or '- '" if is_list else "has ': ' in it, or begins with '{',"
        return f"write one text; text that {sign} has to be in quotes"
    if not as_written(value):
        return "write a text, or leave the key out"
    return f'to mean the text, put it in quotes: "{as_written(value)}"'


def read_date(value: Any) -> str:
    """Return a date, which is a text; a year may be a number, and is taken as it is spelled."""
    return as_written(value) if type(value_of(value)) is int else read_text(value)


def read_id(value: Any) -> str:
    """Return an id: a scalar as it is spelled, without white space or control characters."""
    if type(value) is not str:
        if isinstance(value, list | dict):
            hint = "write one id" if isinstance(value, list) else "write the id alone"
            raise UnfitError("wrong-type", f"must be an id, not {what(value)}", hint)
        value = as_written(value)
    if is_id(value):
        return str(value)
    if not value:
        raise UnfitError("bad-id", "an id must not be empty", "write an id, such as: a-claim")
    raise UnfitError("bad-id", _BAD_ID, f"'{as_id(value)}' would do")


_BAD_ID = "an id must not have white space or control characters"


def _boolean(value: Any) -> bool:
    boolean = value_of(value)
    if isinstance(boolean, bool):
        return boolean
    word = as_written(value).casefold() if isinstance(value, str) else ""
    meant = next((m for m, words in _TRUTHS.items() if word in words), "true or false")
    message = f"must be true or false, not {what(value)}"
    raise UnfitError("wrong-type", message, f"write {meant}, without quotes")


# YAML 1.2 has only true and false; older versions and other programs have these.
_TRUTHS = {"true": ("true", "yes", "y", "on"), "false": ("false", "no", "n", "off")}


def read_weight(value: Any) -> float:
    """Return a number in [0, 1]."""
    number = value_of(value)
    if isinstance(number, bool) or not isinstance(number, int | float):
        message = f"must be a number from 0 to 1, not {what(value)}"
        raise UnfitError("wrong-type", message, _number_hint(value))
    if not 0 <= number <= 1:
        hint = f"write {number / 100:g} for {number:g} %" if 10 <= number <= 100 else None
        raise UnfitError("out-of-range", f"must be from 0 to 1, not {as_written(value)}", hint)
    return float(number)


def _number_hint(value: Any) -> str | None:
    """Return what to write for a number that has quotes, a comma, or is a percentage."""
    found = _NUMBER.fullmatch(value) if isinstance(value, str) else None
    if found is None:
        return None
    number = float(f"{found[1]}.{found[2] or 0}") / (100 if found[3] else 1)
    return f"write {number:g}, without quotes" if number <= 1 else None


_NUMBER = re.compile(r"\s*([0-9]{1,9})(?:[.,]([0-9]{1,9}))?\s*(%?)\s*")


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


def _read_one_of_several(value: Any) -> str:
    """Return an id where there may be a list of them, and several may be written as one text."""
    if type(value) is str and not is_id(value):
        names = list(filter(None, _BETWEEN_IDS.split(value.strip("[]() "))))
        if len(names) > 1 and all(map(is_id, names)):
            several = f"several ids in brackets: [{', '.join(names)}]"
            is_one = names == value.split()
            hint = f"'{as_id(value)}' would do, or {several}" if is_one else f"write {several}"
            raise UnfitError("bad-id", _BAD_ID, hint)
    return read_id(value)


_BETWEEN_IDS = re.compile(r"\s*[,;&]\s*|\s+(?:and|\+)\s+|\s+")


def _premises(value: Any) -> tuple[str, ...]:
    premises: tuple[str, ...] = _items(_read_one_of_several)(value)
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
    "kind": Field(read_text, f"Any word; usual: {', '.join(KINDS)}."),
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
    "date": Field(read_date, "When, such as 2024-05-02."),
    "url": Field(read_text, "Where it can be read."),
    "unit": Field(read_text, "What the at of a claim counts, such as paragraph."),
}


# Keys whose values are ids, numbers or truth values; nobody writes a sentence there.
NO_SENTENCES = frozenset(
    {"argmap", "at", "weight", "implicit", "assumed", "voice", "from", "id", "url", *VERBS}
)

# Keys under a qualitative semantics in ``expect``: each holds one id or a list of them.
STATUS_FIELDS: dict[str, Field] = {
    str(Status.IN): Field(_read_one_of_several, "The claims that should be in."),
    str(Status.OUT): Field(_read_one_of_several, "The claims that should be out."),
    str(Status.UNDECIDED): Field(_read_one_of_several, "The claims that should be neither."),
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
    if key == "id" and "text" in known:
        return "the id of a claim is the key that the claim stands under"
    if is_relation_key(key, known):
        return "relations stand under 'relations', such as: - {from: a-premise, supports: a-claim}"
    return did_you_mean(key, known) or f"known here: {', '.join(known)}"


def is_relation_key(key: str, known: Collection[str]) -> bool:
    """Return whether a key among those of a claim is one of a relation."""
    return "text" in known and key in {"relations", *RELATION_KEYS} - {"id", *known}


def read_claim_text(value: Any) -> str:
    """Return the text of a claim that is written in short, as its text alone."""
    if not isinstance(value, list) and not is_nothing(value):
        return read_text(value)
    message = f"must be a text or a mapping with a text, not {what(value)}"
    hint = _text_hint(value)
    if isinstance(value, list) and any(isinstance(item, dict) for item in value):
        hint = "write its keys in lines without '- ', or in braces: {text: …}"
    raise UnfitError("wrong-type", message, hint)
