"""Values that keys may hold, and how each is read.

A reader takes a value of a document and returns it as a value of the model, or raises
``UnfitError``.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Mapping
from typing import Any, NamedTuple

from argmap.documents.document import as_written, value_of, what
from argmap.documents.unfit import UnfitError
from argmap.suggestions import did_you_mean

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
    raise UnfitError("wrong-type", f"must be text, not {what(value)}", text_hint(value))


def text_hint(value: Any) -> str:
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


def read_boolean(value: Any) -> bool:
    """Return a truth value, which is written true or false."""
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


def items(read: Reader) -> Reader:
    """Return a reader of one value or a list of them, as a tuple."""

    def read_items(value: Any) -> tuple[Any, ...]:
        if not isinstance(value, list):
            return (read(value),)
        found, wrong = [], []
        for index, item in enumerate(value):
            try:
                found.append(read(item))
            except UnfitError as unfit:
                unfit.path = (index, *unfit.path)
                wrong.append(unfit)
        if wrong:
            wrong[0].others = wrong[1:]
            raise wrong[0]
        return tuple(found)

    return read_items


def read_one_of_several(value: Any) -> str:
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


def one_of(words: Collection[str], others: Mapping[str, str] | None = None) -> Reader:
    """Return a reader of one of some words; ``others`` are spellings that stand for some."""
    spellings = {word: word for word in words} | dict(others or {})

    def read_word(value: Any) -> str:
        written = read_text(value)
        found = spellings.get(written)
        if found is None:
            near = "-".join(written.casefold().split())
            hint = f"write {near}" if near in words else did_you_mean(written, tuple(words)) or None
            raise UnfitError("unknown-word", f"must be {_alternatives(words)}", hint)
        return found

    return read_word


def _alternatives(words: Collection[str]) -> str:
    *most, last = words
    return f"{', '.join(most)} or {last}" if most else last


def parts(value: Any, known: Mapping[str, Field], such_as: str) -> dict[str, Any]:
    """Return the parts of a value that is a mapping with keys of its own."""
    if not isinstance(value, dict):
        raise UnfitError("wrong-type", f"must be a text or a mapping, not {what(value)}", such_as)
    found: dict[str, Any] = {}
    wrong: list[UnfitError] = []
    for key, part in value.items():
        if key not in known:
            hint = did_you_mean(key, tuple(known)) or f"known here: {', '.join(known)}"
            wrong.append(UnfitError("unknown-key", f"has an unknown key '{key}'", hint, (key,)))
            continue
        try:
            found[key] = known[key].read(part)
        except UnfitError as unfit:
            if unfit.code != "bad-id":
                unfit.message = f"has a {key} that {unfit.message}"
            unfit.path = (key, *unfit.path)
            wrong.append(unfit)
    missing = [key for key, field in known.items() if field.required and key not in value]
    wrong += [UnfitError("missing-key", f"lacks the key '{key}'", such_as) for key in missing]
    if wrong:
        wrong[0].others = wrong[1:]
        raise wrong[0]
    return found


def by_name(value: Any, read: Reader) -> tuple[tuple[str, Any], ...]:
    """Return the entries of a mapping of names to what ``read`` reads."""
    if not isinstance(value, dict):
        raise UnfitError("wrong-type", f"must be a mapping, not {what(value)}")
    found: list[tuple[str, Any]] = []
    wrong: list[UnfitError] = []
    for name, part in value.items():
        try:
            found.append((read_id(name), read(part)))
        except UnfitError as unfit:
            if unfit.code != "bad-id":
                unfit.message = f"has '{name}', which {unfit.message}"
            unfit.path = (name, *unfit.path)
            wrong.append(unfit)
    if wrong:
        wrong[0].others = wrong[1:]
        raise wrong[0]
    return tuple(found)
