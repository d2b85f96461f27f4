"""A note on characters that no font of this machine has."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import suppress
from itertools import islice
from unicodedata import category

from argmap.errors import ArgmapError
from argmap.pictures.graphviz import without_font

_NAMED_AT_MOST = 5
_UNSEEN = frozenset({"Cc", "Cf", "Cs", "Zl", "Zp", "Zs"})  # categories that need no font
_SELECTORS = range(0xFE00, 0xFE10)  # which choose among the forms of the character before
_RESULTS = {
    "svg": "a reader without such a font sees boxes in their place",
    "png": "it shows boxes in their place",
    "pdf": "it shows boxes in their place",
}


def font_notes(text: str, format: str, ask: Callable[[str], str] | None = None) -> Iterator[str]:
    """Yield a sentence where a picture, drawn from a text, has characters that no font has.

    ``ask`` says which characters no font has, that of Graphviz by default. None where that
    cannot be told. A map in plain ASCII is not looked into: every font
    has it.
    """
    seen = "".join(character for character in sorted(set(text)) if _is_seen(character))
    missing = ""
    if seen:
        with suppress(ArgmapError):
            missing = (ask or without_font)(seen)
    if missing:
        some = ", ".join(f"{each} U+{ord(each):04X}" for each in islice(missing, _NAMED_AT_MOST))
        more = ", …" if len(missing) > _NAMED_AT_MOST else ""
        plural = "s" if len(missing) > 1 else ""
        yield (
            f"no font here has {len(missing):,} character{plural} of the {format} ({some}{more}): "
            f"{_RESULTS[format]}; install a font that has them, such as one of Noto"
        )


def _is_seen(character: str) -> bool:
    is_plain = character.isascii() or ord(character) in _SELECTORS
    return not is_plain and category(character) not in _UNSEEN
