"""What is wrong with a line of YAML that is no entry, or not one of those around it."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import NamedTuple

from argmap.documents._signs import ODD_SPACE, WIDE_COLON, named, wide
from argmap.documents._yaml_values import Trap, indentation, line_end, second_colon
from argmap.documents.fields import NO_SENTENCES, TOP_KEYS
from argmap.model.text import shortened

_WIDE_COLON = re.compile(f"[{WIDE_COLON}]")
_ODD_AFTER_COLON = re.compile(f":([{ODD_SPACE}])")
_TIGHT_COLON = re.compile(r"[^\s:\"'{\[]+:(?=[^\s:/])")
_EQUALS = re.compile(r"[\w-]+[ \t]*(=)[ \t]")
_COMMENT = re.compile(r"//|/\*|--+(?=[ \t])|;|<!--")  # as other languages have it
_FIRST_KEY = re.compile(r"[ \t-]*([\w-]+)[ \t]*:[ \t]")
STEPS = (2, 4)  # spaces by which most people indent
_FINISHED = tuple(".!?…\"')]")


class Level(NamedTuple):
    """A list or mapping that is open: its indentation, and where it begins."""

    indent: int
    is_list: bool
    offset: int


def too_far(text: str, start: int, indent: int, usual: int) -> Trap:
    """Return the trap of an entry at ``start`` that is indented more than the one above."""
    content = text[start : line_end(text, start)]
    colon = content.find(": ") if ": " in content else len(content.rstrip()) - 1
    key = content[:colon].strip()
    if not content.startswith("- ") and " " in key and key[0] not in "\"'":
        return second_colon(text, start, start + colon)
    message = f"'{shortened(key.removeprefix('- '), 40)}:' is indented by {indent} spaces"
    message += f", and the entry above by {usual}"
    hint = f"indent it by {usual}; or, if it goes on with the text above, put that in quotes"
    return Trap(start, message, hint)


def no_dash(offset: int) -> Trap:
    """Return the trap of an item of a list that begins at ``offset`` without its dash."""
    return Trap(offset, "the '- ' that begins an item of a list is missing", "begin with '- '")


def lone_key(offset: int) -> Trap:
    """Return the trap of a key in the column of the dashes of a list."""
    message = "a key stands where the next '- ' of the list should"
    return Trap(offset, message, "begin the item with '- ', or indent the key as those above it")


def odd_level(text: str, levels: list[Level], given: int, at: int) -> tuple[Level, int] | None:
    """Return which of the last levels is wrong, not the entry at ``at`` with the column given.

    Besides the level returns the column that its entries should have.

    ``levels`` are those that are open above it, the innermost last. A level is wrong
    whose entries are fewer than those in this column from here on; of as few, one that
    is not indented as people do where this column is. The outermost keys never are.
    """
    found = []
    for outer, level in pairwise(levels[-3:]):
        parent = max(outer.indent, 0)
        # The keys of an item are to the right of its dash, which is what may be wrong.
        column = given - (levels[-1].indent - level.indent) * level.is_list
        below = 1
        for line in _lines(text[at:]):
            if line.strip() and indentation(line) <= parent:
                break
            below += indentation(line) == column
        entries = _lines(text[level.offset : at])
        above = 1 + sum(indentation(line) == level.indent for line in entries)
        is_usual = column - parent in STEPS and level.indent - parent not in STEPS
        if below > above or (below == above and is_usual):
            found.append((not is_usual, above, -level.indent, level, column))
    return min(found)[3:] if found else None


def uneven(offset: int, indent: int, usual: int) -> Trap:
    """Return the trap of an entry at an offset that is indented unlike its neighbours."""
    message = f"this entry is indented by {indent} spaces, and its neighbours by {usual}"
    return Trap(offset, message, f"indent it by {usual}")


def unindented(text: str, start: int, indent: int) -> Trap | None:
    """Return the trap of a key above an offset that is no key of the map and not indented.

    ``indent`` is that of the entry at the offset.
    """
    keys = [*re.finditer(r"^([^\s#:][^\n:]*):", text[:start], re.MULTILINE)]
    if not keys or keys[-1][1].strip("\"'") in TOP_KEYS:
        return None
    return uneven(keys[-1].start(), 0, indent)


def _lines(text: str) -> list[str]:
    """Return the lines of a text but for the first."""
    return text.split("\n")[1:]


def keyless(text: str, at: int, *, after_text: bool) -> Trap:
    """Return the trap of a line that should be an entry, and has no colon after its key.

    ``after_text`` is whether it may be meant to go on with the text above.
    """
    line = text[at : line_end(text, at)]
    wrong = _wrong_sign(line, at)
    if wrong:
        return wrong
    tight = _TIGHT_COLON.match(line)
    if tight:
        hint = f"write '{tight[0]} ' with a space"
        return Trap(at + tight.end(), "a space is missing after ':'", hint)
    above = text[:at].rstrip()
    key = _FIRST_KEY.match(above, above.rfind("\n") + 1)
    is_text = after_text and not (key and key[1] in NO_SENTENCES)
    if is_text and " " in line.strip() and not above.endswith(_FINISHED):
        hint = "indent it further than the key above; or put ':' after a key"
        return Trap(at, "the text of the line above goes on at the wrong indentation", hint)
    word = line.split(" ", 1)[0].rstrip(" \t.,;-=>|")
    hint = "put ': ' here; or, if the line goes on with the text above, indent it further"
    return Trap(at + len(word), f"a ':' is missing after '{shortened(word, 40)}'", hint)


def _wrong_sign(line: str, at: int) -> Trap | None:
    """Return the trap of a sign of another language in a line at an offset."""
    comment = _COMMENT.match(line)
    if comment:
        message = f"'{comment[0]}' begins no comment in YAML"
        return Trap(at, message, "begin a comment with '# '")
    sign, odd = _WIDE_COLON.search(line), _ODD_AFTER_COLON.search(line)
    equals = _EQUALS.match(line)
    if sign:
        return Trap(*wide(at + sign.start(), sign[0], ":")[:3])
    if odd:
        message = f"a {named(odd[1])} stands after the ':'"
        return Trap(at + odd.start(1), message, "replace it by a space")
    if equals:
        return Trap(at + equals.start(1), "a key has ':' after it, not '='", "write ': '")
    return None
