"""Naming files of another kind: for what they look like, and what to do with them.

To add a kind, add a line to ``KINDS`` in the module where it belongs: its name, what to
do, and the signs by which it is recognised. A test asks for a sample of it.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from difflib import get_close_matches

from argmap.documents.fields import TOP_KEYS
from argmap.formats._foreign import _arguments, _binary, _data, _texts
from argmap.formats._foreign._content import Content, Kind
from argmap.model.text import shortened

__all__ = ["CERTAIN", "LIKELY", "Content", "Kind", "first_fitting", "is_ours", "looks"]

CERTAIN: tuple[Kind, ...] = (
    *_binary.KINDS,
    *_arguments.KINDS,
    *_data.KINDS,
    *_texts.CERTAIN,
)
LIKELY: tuple[Kind, ...] = _texts.LIKELY

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


def looks(content: Content) -> tuple[str, str | None]:
    """Return what a content of no known kind looks like, and its outermost keys in words."""
    if "\0" in content.head or (content.data and not content.text):
        return "binary data", None
    if content.xml_root:
        return "XML of another kind", f"its root element is <{_short(content.xml_root)}>"
    syntax = "JSON" if content.is_json else "YAML"
    is_data = isinstance(content.value, dict) or (content.value is None and content.is_mostly_keys)
    if is_data and content.keys:
        return f"{syntax} of another kind", f"its outermost keys are {_listed(content.keys)}"
    if content.row:
        return f"a list in {syntax}", f"the keys of its first item are {_listed(content.row)}"
    return "plain text", None


def _listed(found: Collection[str]) -> str:
    named = ", ".join(_short(key) for key in list(found)[:_KEYS_NAMED])
    more = len(found) - _KEYS_NAMED
    return f"{named} and {more:,} more" if more > 0 else named


def _short(key: str) -> str:
    return shortened(key, _LONGEST_KEY)
