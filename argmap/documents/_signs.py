"""Signs that look like others, or like none, and that no format means."""

from __future__ import annotations

import re
import unicodedata

from argmap.documents.document import Slip

ODD_SPACE = "\u00a0\u1680\u2000-\u200f\u202f\u205f\u2060\u3000\ufeff"
SMART_QUOTES = "“”„‟‘’‚«»「」"
CONFLICT = re.compile(r"(?:<{7}|={7}|>{7}|\|{7})(?=[ \n]|\Z)")
CONFLICT_TRAP = (
    "a conflict of git is not resolved",
    "choose one side, and delete the lines <<<<<<<, ======= and >>>>>>>",
)
WIDE_COLON, WIDE_COMMA = "：﹕︓꞉", "，、﹐︐"


def named(character: str) -> str:
    """Return what a character that looks like a space, or like nothing, is called."""
    name = unicodedata.name(character, "character").lower().replace("zero width", "zero-width")
    return f"{name} (U+{ord(character):04X})"


def wide(offset: int, sign: str, meant: str) -> Slip:
    """Return the slip of a sign as wide as a letter of Chinese in the place of another."""
    message = f"{sign} (U+{ord(sign):04X}) stands where '{meant}' should"
    return Slip(offset, message, f"write '{meant}' with a space after it")


def is_opening(before: str) -> bool:
    """Return whether a quote that closes a text looks like the opening one of the next."""
    return before.rstrip().endswith((",", ":", "[", "{"))
