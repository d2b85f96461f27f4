"""Naming files of another kind: for what they look like, and what to do with them.

To add a kind, add a line to ``KINDS`` in the module where it belongs: its name, what to
do, and the signs by which it is recognised. A test asks for a sample of it.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable
from difflib import get_close_matches

from argmap.documents.fields import TOP_KEYS
from argmap.formats._foreign import _arguments, _binary, _data, _texts
from argmap.formats._foreign._content import Content, Kind
from argmap.model.text import shortened

__all__ = ["BINARY", "CERTAIN", "LIKELY", "Content", "Kind", "first_fitting", "is_ours", "looks"]

CERTAIN: tuple[Kind, ...] = (
    *_binary.KINDS,
    *_arguments.KINDS,
    *_data.KINDS,
    *_texts.CERTAIN,
)
LIKELY: tuple[Kind, ...] = _texts.LIKELY

BINARY = "binary data"
"""What a content looks like that is no text."""

_CLOSE = 0.82  # how alike a key and its misspelling are
_KEYS_NAMED = 8
_LONGEST_KEY = 30  # characters


def first_fitting(kinds: Iterable[Kind], content: Content) -> Kind | None:
    """Return the first of some kinds that fits a content, or None."""
    return next((kind for kind in kinds if kind.fits(content)), None)


def is_ours(content: Content) -> bool:
    """Return whether a text is meant to be a map of argmap's own format, with errors in it.

    It has the key ``argmap``, or claims by id, or no other keys than a map.
    """
    found = {key: known for key in content.keys[:100] if (known := _known(key))}
    if "argmap" in found.values():
        return True
    claims = [key for key, known in found.items() if known == "claims"]
    if any(isinstance(content.member(key), dict) for key in claims):
        return True
    return bool(found) and len(found) == len(content.keys)


def _known(key: str) -> str | None:
    close = get_close_matches(key.casefold()[:_LONGEST_KEY], TOP_KEYS, 1, _CLOSE)
    return close[0] if close else None


def looks(content: Content) -> tuple[str, str]:
    """Return what a content of no known kind looks like, and what more there is to say of it.

    That is what it has outermost, or what to do.
    """
    if _CONTROL.search(content.head) or (content.data and not content.text):
        return BINARY, "a map is text: name another file"
    if content.xml_root:
        return "XML of another kind", f"its root element is <{_short(content.xml_root)}>"
    syntax = "JSON" if content.is_json else "YAML"
    if content.keys and _is_data(content):
        return f"{syntax} of another kind", f"its outermost keys are {_listed(content.keys)}"
    if content.row:
        return f"a list in {syntax}", f"the keys of its first item are {_listed(content.row)}"
    return "plain text", "write its claims as a map (argmap new begins one)"


_CONTROL = re.compile(r"[\0-\x08\x0e-\x19\x1c-\x1f]")


def _is_data(content: Content) -> bool:
    """Return whether there are keys, and not only words before colons in what people write."""
    if content.is_json:
        return isinstance(content.value, dict) or content.value is None
    is_sentence = any(key.count(" ") > 1 for key in content.keys)
    if content.value is None:
        return content.is_mostly_keys and content.begins_with_key and not is_sentence
    is_flat = isinstance(content.value, dict) and not any(
        isinstance(value, dict | list) for value in content.value.values()
    )
    return isinstance(content.value, dict) and not (is_flat and is_sentence)


def _listed(found: Collection[str]) -> str:
    named = ", ".join(_short(key) for key in list(found)[:_KEYS_NAMED])
    more = len(found) - _KEYS_NAMED
    return f"{named} and {more:,} more" if more > 0 else named


def _short(key: str) -> str:
    return shortened(key, _LONGEST_KEY)
