"""Why a text is not JSON, in the words of whoever wrote it.

A parser reports where it could not go on. The usual causes are tried in turn.
"""

from __future__ import annotations

import re

from argmap.documents._signs import (
    CONFLICT,
    CONFLICT_TRAP,
    ODD_SPACE,
    SMART_QUOTES,
    WIDE_COLON,
    WIDE_COMMA,
    is_opening,
    named,
    wide,
)
from argmap.documents.document import Slip
from argmap.model.text import shortened

_TOKEN = re.compile(r'"(?:[^"\\\n]|\\.)*+("?)|[\[\]{}]')
_ODD = re.compile(f"[{ODD_SPACE}]")
_WORD = re.compile(r"[^\W\d][\w-]*")
_COMMENT = re.compile(r"//|/\*|#")
_OF_NUMBER = re.compile(r"[-+.\w]")
_CLOSER = {"{": "}", "[": "]"}
_CONSTANTS = {"true": "true", "false": "false", "none": "null", "null": "null", "undefined": "null"}


def cause(text: str, error: int, problem: str) -> Slip | None:
    """Return why the parser of Python stopped at an offset, with a message of its own.

    None where it is none of the usual causes.
    """
    stop = _Stop(text, error, problem)
    return next(filter(None, (each(stop) for each in _CAUSES)), None)


class _Stop:
    """Where the parser stopped, and what is open there.

    ``sign`` is the character there, empty at the end; ``before`` the end of what stands
    before it; ``openers`` are the offsets of open brackets, ``quote`` that of an open quote.
    """

    def __init__(self, text: str, at: int, problem: str) -> None:
        self.text = text
        self.at = at
        self.problem = problem
        self.sign = text[at : at + 1]
        self.before = len(text[:at].rstrip())
        self.openers: list[int] = []
        self.quote = at if problem.startswith("Unterminated") else None
        self.last_quoted = -1  # where the last text in quotes begins
        for token in _TOKEN.finditer(text, 0, at):
            if token[0] in _CLOSER:
                self.openers.append(token.start())
            elif token[0] in _CLOSER.values():
                del self.openers[-1:]
            else:
                self.last_quoted = token.start()
                self.quote = self.quote if token[1] else token.start()

    def missing(self) -> str | None:
        """Return the sign that the parser wants, ',' or ':'; None where it wants another."""
        return next((each for each in ",:" if f"'{each}' delimiter" in self.problem), None)


def _sign(stop: _Stop) -> Slip | None:
    """Look for a character that nobody means to write."""
    sign = stop.sign
    if _ODD.match(sign):
        return Slip(stop.at, f"there is a {named(sign)} outside of quotes", "write a common space")
    if CONFLICT.match(stop.text, stop.at):
        return Slip(stop.at, *CONFLICT_TRAP)
    if "escape" in stop.problem:
        return Slip(stop.at, "a backslash begins an escape", "write \\\\ for a backslash")
    if "control character" in stop.problem and sign not in {"\n", "\r"}:
        return Slip(stop.at, "a control character stands in quotes", f"write \\u{ord(sign):04x}")
    if _COMMENT.match(stop.text, stop.at):
        return Slip(stop.at, "JSON has no comments", "take it out, or write the map as YAML")
    return None


def _quote(stop: _Stop) -> Slip | None:
    """Look for a quote that is none, is not closed, or is closed early."""
    if stop.sign == "'" or (stop.sign and stop.sign in SMART_QUOTES):
        return Slip(stop.at, f"{stop.sign} is none of JSON's quotes", 'write "')
    opened = stop.quote
    if opened is None and stop.missing() and stop.text[stop.at - 1 : stop.at] == '"':
        if is_opening(stop.text[stop.last_quoted + 1 : stop.at - 1]):
            opened = stop.last_quoted
        elif stop.sign.isalnum():
            hint = 'write \\" for a quote in a text'
            return Slip(stop.at - 1, "the quote is closed here, and the text goes on", hint)
    if opened is None:
        return None
    return Slip(opened, "the quote is opened here and never closed", 'put another " where it ends')


def _bracket(stop: _Stop) -> Slip | None:
    """Look for a comma before a bracket, and a bracket that is not closed, or closed twice."""
    text, closers = stop.text, set(_CLOSER.values())
    comma = stop.at if "trailing comma" in stop.problem else stop.before - 1
    if text[comma : comma + 1] == "," and text[comma + 1 :].lstrip()[:1] in closers:
        return Slip(comma, "a comma follows the last of several", "take it out")
    if not stop.openers and stop.sign in closers:
        return Slip(stop.at, f"there is a '{stop.sign}' too many", "take it out")
    if not stop.openers:
        return None
    opener = stop.openers[-1]
    closer = _CLOSER[text[opener]]
    if stop.sign and (stop.sign not in closers or stop.sign == closer):
        return None
    how = f"not closed before '{stop.sign}'" if stop.sign else "never closed"
    message = f"the '{text[opener]}' is opened here and {how}"
    return Slip(opener, message, f"put '{closer}' where it ends")


def _separator(stop: _Stop) -> Slip | None:
    """Look for a comma or colon that is missing, or is another sign."""
    if stop.problem.startswith("Extra data"):
        hint = "put all of it in the outermost { }, or take the rest out"
        return Slip(stop.at, "the map ends before this", hint)
    meant = stop.missing()
    if meant is None or _is_number(stop):
        return None
    if stop.sign and stop.sign in WIDE_COLON + WIDE_COMMA:
        return wide(stop.at, stop.sign, meant)
    if stop.sign == "=":
        return Slip(stop.at, "a key has ':' after it, not '='", "write ':'")
    if stop.sign == ":":
        hint = "put '{' before the keys of a mapping, and ',' between entries"
        return Slip(stop.at, "this entry has a ':' before", hint)
    # Where the next thing is in another line, the end of the one before is to be mended.
    at = stop.at if "\n" not in stop.text[stop.before : stop.at] else stop.before
    return Slip(at, f"a '{meant}' is missing here", f"write '{meant}'")


def _is_number(stop: _Stop) -> bool:
    """Return whether the parser stopped in a number."""
    return stop.before == stop.at and stop.text[stop.at - 1 : stop.at].isdigit()


def _word(stop: _Stop) -> Slip | None:
    """Look for a number of another language, and a value or key without quotes."""
    if stop.sign in {"+", ".", "-"} or _is_number(stop):
        at = stop.at
        while at and _OF_NUMBER.match(stop.text[at - 1]):
            at -= 1
        hint = "begin with a digit, without '+' and leading zeros"
        return Slip(at, "this is no number of JSON", hint)
    word = _WORD.match(stop.text, stop.at)
    if word is None:
        return None
    constant = _CONSTANTS.get(word[0].casefold())
    if "property name" in stop.problem:
        return Slip(
            stop.at, "a key has to be in double quotes", f'write "{shortened(word[0], 40)}"'
        )
    if constant:
        return Slip(stop.at, f"JSON has no {word[0]}", f"write {constant}")
    return Slip(stop.at, "text has to be in double quotes", f'write "{shortened(word[0], 40)} …"')


_CAUSES = (_sign, _quote, _bracket, _separator, _word)
