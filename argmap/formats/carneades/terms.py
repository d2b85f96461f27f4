"""Atomic formulas as Carneades writes them: ``price(volvo, low)``."""

from __future__ import annotations

import re
from typing import NamedTuple

_FORMULA = re.compile(r"([^()\s,]+)\((.*)\)", re.DOTALL)
_PLACEHOLDER = re.compile(r"%[vsqd]")


class Term(NamedTuple):
    """A formula: its predicate and its arguments."""

    predicate: str
    arguments: tuple[str, ...]


def normalized(value: str) -> str:
    """Return a formula or name with normalized spaces: ``f(a, b)`` is ``f(a,b)``."""
    name = " ".join(value.split())
    for spaced in (", ", " ,", "( ", " )"):
        name = name.replace(spaced, spaced.strip())
    return name


def term(name: str) -> Term:
    """Return a name as a formula; one without parentheses is a predicate alone."""
    found = _FORMULA.fullmatch(normalized(name))
    return Term(found[1], tuple(_split(found[2]))) if found else Term(normalized(name), ())


def _split(inner: str) -> list[str]:
    """Return the parts between the commas that are in no parentheses."""
    parts, depth = [""], 0
    for character in inner:
        depth += (character == "(") - (character == ")")
        if character == "," and depth == 0:
            parts.append("")
        else:
            parts[-1] += character
    return [part.strip() for part in parts]


class Language:
    """How predicates are said in words, such as ``price/2: The price of a %v is %v.``.

    ``used`` are those that a formula was said with.
    """

    def __init__(self, predicates: dict[str, str]) -> None:
        """Take the texts by predicate and number of arguments."""
        self._texts = predicates
        self.used: set[str] = set()

    def say(self, formula: str) -> str:
        """Return a formula in words, or as it is where the language has none for it."""
        predicate, arguments = term(formula)
        key = f"{predicate}/{len(arguments)}"
        text = self._texts.get(key)
        if text is None:
            return normalized(formula)
        self.used.add(key)
        values = iter(arguments)
        said = _PLACEHOLDER.sub(lambda found: next(values, found[0]), text)
        return " ".join(said.split())
