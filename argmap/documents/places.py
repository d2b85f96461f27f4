"""Where claims stand in the source, as ``at`` has it: numbers, ranges, or a place's own name.

A number or range is one however it is typed: ``4-5``, ``4 – 5``. A name is any other text
on one line, of at most 100 characters, without commas and semicolons, which separate
places, and without a dash or white space at its ends.
"""

from __future__ import annotations

import re
from typing import Any

from argmap.documents.document import as_written, value_of, what
from argmap.documents.unfit import UnfitError
from argmap.model import Passage, Place

_LAST_UNIT = 999_999_999
_LONGEST_NAME = 100  # characters; what is longer is rather a quotation

_DASHES = r"\-\u2010-\u2015\u2212"  # between numbers, as people type them and as in print
_CONTROLS = r"\x00-\x1f\x7f-\x9f\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff"
_END = rf"[^,;{_CONTROLS}{_DASHES}\s]"
_PLACE = rf"{_END}(?:[^,;{_CONTROLS}]{{0,{_LONGEST_NAME - 2}}}{_END})?"
_RANGE = rf"[0-9]+(?:\s*[{_DASHES}]\s*[0-9]+)?"
_RANGES = rf"{_RANGE}(?:\s+{_RANGE})+"
_BEYOND = rf"(?:[0-9]+\s*[{_DASHES}]\s*)?[0-9]{{10,}}(?:\s*[{_DASHES}]\s*[0-9]+)?"

PLACE_PATTERN = rf"^(?!(?:{_RANGES}|{_BEYOND})$){_PLACE}$"
"""What a place looks like as text, for Python and JavaScript; a range may run backwards."""

_BETWEEN_PLACES = re.compile(r"[,;\r\n]")
_SUCH_AS = 'such as 3, "4-5", II.4 or [1, "4-5", II.4]'
_SEVERAL = "must be one place, not several in one text"


def read_place(value: Any) -> Place:
    """Return a place; a number with a fraction is a name, as it is spelled: ``1.10``.

    Raises UnfitError for what is no place.
    """
    number = value_of(value)
    if isinstance(number, str):
        return _place_in(number)
    is_number = isinstance(number, int | float) and not isinstance(number, bool)
    if is_number and number > _LAST_UNIT:  # infinite where it has very many digits
        raise UnfitError("out-of-range", f"must be at most {_LAST_UNIT:,}")
    if is_number and number >= 0:
        return Passage(number, number) if type(number) is int else _place_in(as_written(value))
    named = as_written(value) if is_number else what(value)
    message = f"must be a whole number, a range or a place's name, not {named}"
    raise UnfitError("wrong-type", message, _SUCH_AS)


def read_places(text: str) -> tuple[Place, ...]:
    """Return the places in a text such as ``1, 4-5, II.4``; raises UnfitError for others.

    Semicolons and line ends separate places too, and blanks do between numbers and ranges.
    """
    parts: list[str] = []
    for part in filter(None, map(str.strip, _BETWEEN_PLACES.split(text))):
        parts += re.findall(_RANGE, part) if re.fullmatch(_RANGES, part) else [part]
    if not parts:
        raise UnfitError("wrong-type", "must name a place", _SUCH_AS)
    return tuple(map(_place_in, parts))


def _place_in(text: str) -> Place:
    if re.fullmatch(_PLACE, text) is None:
        raise UnfitError("wrong-type", _fault(text), _SUCH_AS)
    if re.fullmatch(_RANGES, text):
        raise UnfitError("wrong-type", _SEVERAL, _SUCH_AS)
    if re.fullmatch(_BEYOND, text):
        raise UnfitError("wrong-type", f"must be at most {_LAST_UNIT:,}")
    if re.fullmatch(_RANGE, text) is None:
        return text
    numbers = list(map(int, re.findall("[0-9]+", text)))
    first, last = numbers[0], numbers[-1]
    if first > last:
        message = f"has the range {first}-{last}, which runs backwards"
        raise UnfitError("out-of-range", message, f"write {last}-{first}")
    return Passage(first, last)


def _fault(text: str) -> str:
    """Return why a text is no place."""
    if not text.strip():
        return "must not be empty"
    if _BETWEEN_PLACES.search(text.strip()):
        return _SEVERAL
    if re.search(f"[{_CONTROLS}]", text):
        return "must be on one line, without control characters"
    if len(text) > _LONGEST_NAME:
        return f"must be the name of a place, of at most {_LONGEST_NAME} characters"
    return "must not begin or end with a dash or white space"
