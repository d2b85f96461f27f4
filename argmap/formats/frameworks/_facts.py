"""The facts of an APX text, however they are laid out, and their errors."""

from __future__ import annotations

import re

from argmap.documents.document import fail
from argmap.formats._vocabulary import RELATION_WORDS
from argmap.formats.frameworks._framework import FrameworkReader
from argmap.model import ArgumentMap, FileText
from argmap.model.losses import Losses

Term = tuple[str, int]  # a name between brackets, and its offset

# The usual form of facts; others are read token by token.
_USUAL = re.compile(
    r"\s*+(?:arg\s*+\(\s*+(\w++)\s*+\)|att\s*+\(\s*+(\w++)\s*+,\s*+(\w++)\s*+\))\s*+\."
)
_SPACE = re.compile(r"\s++")
_LINE_REST = re.compile(r"[^\r\n]*+")
_PREDICATE = re.compile(r"-?[a-z_][A-Za-z0-9_]*+")
# A full stop within brackets belongs to a name, as in 1.5, unless another follows, as
# in 1..5, which means five arguments.
_TERM = re.compile(
    r'"(?P<quoted>(?:[^"\\\r\n]|\\[^\r\n])*+)"|(?:[^\s(),;"%.]|\.(?=[^\s().,;"%]))++|[(),]'
)
_ESCAPE = re.compile(r"\\(.)")
_KINDS = {
    word: RELATION_WORDS[word]
    for word in ("att", "attack", "attacks", "sup", "support", "supports")
}
_ARGUMENTS = ("arg", "argument")
_SIZES = {**dict.fromkeys(_ARGUMENTS, 1), **dict.fromkeys(_KINDS, 2)}
_SHAPES = "a fact looks like: arg(a). or att(a,b)."
_QUOTES = 'put a name with a blank or such a sign in quotes: arg("a b").'
_SIGNS = {"(", ")", ","}
_OTHERS_AT_MOST = 10  # predicates to count by name


class FactReader:
    """Reads one text, fact by fact."""

    def __init__(self, file: FileText, losses: Losses) -> None:
        """Take the text; ``losses`` counts what a map cannot represent."""
        self._file = file
        self._text = file.text
        self._losses = losses
        self._framework = FrameworkReader(file, losses)
        self._framework.hint = "declare it with a fact: arg(…)."
        self._framework.is_set = True  # a fact given twice is given once
        self._diagnostics = self._framework.diagnostics
        self._others: dict[str, int] = {}  # first offset of each other predicate

    def read(self) -> ArgumentMap:
        """Return the map; raises InvalidMapError with the errors."""
        text, framework, usual = self._text, self._framework, _USUAL.match
        at = 0
        while at < len(text):
            fact = usual(text, at)
            if fact is None:
                at = self._read_slowly(at)
                continue
            at = fact.end()
            if fact[1]:
                framework.argument(fact[1], fact.start(1))
            else:
                framework.relation(fact[2], fact[3], fact.start(2), fact.start(3))
        if framework.is_empty and self._others and not self._diagnostics.count:
            name, first = next(iter(self._others.items()))
            message = f"there are facts such as {name}, but none of an argument or an attack"
            fail(self._file, first, "syntax", message, _SHAPES)
        return framework.read()

    def _skip(self, at: int) -> int:
        """Return where the white space and the comments end that begin at ``at``."""
        while True:
            space = _SPACE.match(self._text, at)
            if space:
                at = space.end()
            elif self._text.startswith("%", at):
                self._losses.add("comment", is_minor=True)
                at = self._line_end(at)
            else:
                return at

    def _line_end(self, at: int) -> int:
        return _LINE_REST.match(self._text, at).end()  # type: ignore[union-attr]

    def _wrong(self, at: int, message: str, hint: str) -> int:
        """Add an error; return where to continue, the end of its line."""
        self._diagnostics.add(at, "syntax", message, hint)
        return self._line_end(at)

    def _read_slowly(self, at: int) -> int:
        """Read what does not have the usual form of a fact; return where it ends."""
        at = self._skip(at)
        if at == len(self._text):
            return at
        if self._text[at] == "#":
            self._losses.add("line that begins with #", plural="lines that begin with #")
            return self._line_end(at)
        predicate = _PREDICATE.match(self._text, at)
        if predicate is None:
            return self._wrong(at, "this is not a fact", _SHAPES)
        return self._read_fact(predicate)

    def _read_fact(self, predicate: re.Match[str]) -> int:
        terms, end = self._terms(predicate.end())
        if terms is None:
            return end
        stop = self._skip(end)
        is_ended = self._text.startswith(".", stop)
        if self._text.startswith(":-", stop):
            message = "this is a rule; a framework has facts alone"
            return self._wrong(predicate.start(), message, _SHAPES)
        if not terms and not is_ended:
            return self._wrong(predicate.start(), "this is not a fact", _SHAPES)
        if not is_ended:
            self._diagnostics.add(end, "syntax", "a fact ends with a full stop")
        self._take(predicate, terms)
        if not is_ended and stop < len(self._text) and not _PREDICATE.match(self._text, stop):
            return self._line_end(stop)  # what stands there is no fact either
        return stop + is_ended

    def _terms(self, at: int) -> tuple[list[Term] | None, int]:
        """Return the names in the brackets at ``at``, if any, and where they end.

        Brackets within a name are part of it. After an error, the names are None.
        """
        at = self._skip(at)
        if not self._text.startswith("(", at):
            return [], at
        terms: list[Term] = []
        parts: list[str] = []
        depth, at, start = 1, at + 1, at
        while True:
            at = self._skip(at)
            token = _TERM.match(self._text, at)
            sign = token[0] if token and token[0] in _SIGNS else ""
            if token is None or (depth == 1 and not sign and parts):
                return None, self._wrong(at, "expected a comma or a closing bracket", _QUOTES)
            depth += (sign == "(") - (sign == ")")
            if depth == 0 or (depth == 1 and sign == ","):
                if not "".join(parts).strip():
                    return None, self._wrong(at, "a name is missing here", _SHAPES)
                terms.append(("".join(parts), start))
                parts = []
            else:
                start = start if parts else at
                parts.append(_unquoted(token))
            at = token.end()
            if depth == 0:
                return terms, at

    def _take(self, predicate: re.Match[str], terms: list[Term]) -> None:
        """Add a fact to the framework, or count it where a map cannot represent it."""
        name = predicate[0]
        if name not in _SIZES:
            if name not in self._others and len(self._others) >= _OTHERS_AT_MOST:
                name = "other"
            self._others.setdefault(name, predicate.start())
            self._losses.add(f"{name} fact")
        elif len(terms) != _SIZES[name]:
            wanted = "one name" if _SIZES[name] == 1 else "two names"
            message = f"{name} takes {wanted}, not {len(terms)}"
            self._diagnostics.add(predicate.start(), "syntax", message)
        elif name in _ARGUMENTS:
            self._framework.argument(*terms[0])
        else:
            (premise, premise_at), (target, target_at) = terms
            kind = _KINDS[name]
            self._framework.relation(premise, target, premise_at, target_at, kind)


def _unquoted(token: re.Match[str]) -> str:
    if token["quoted"] is None:
        return token[0]
    return _ESCAPE.sub(lambda found: "\n" if found[1] == "n" else found[1], token["quoted"])
