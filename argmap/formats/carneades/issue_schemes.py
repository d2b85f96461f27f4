"""The issues that ``issue_schemes`` of a Carneades document find among its statements.

Two forms are known. ``[¬P, P]`` makes an issue of each statement and its negation;
``[speed(O,S1), ..., speed(O,Sn)]`` one of all statements of a predicate that are alike
where its first and its last formula are. Statements that are at issue already are left out.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from argmap.documents.document import as_written, is_scalar
from argmap.formats.carneades.schemes import named
from argmap.formats.carneades.terms import normalized, term

_NEGATIONS = ("¬", "~", "-", "not ")
_ELLIPSIS = frozenset({"...", "…"})


def positions(
    schemes: Any, statements: Iterable[str], taken: set[str]
) -> Iterator[tuple[str, list[list[str]] | None]]:
    """Yield each scheme by name, with the positions of the issues that it finds.

    None for one of another form. ``taken`` are the statements that are at issue, to which
    those that are found are added.
    """
    names = list(statements)
    for name, given in named(schemes):
        found = _groups(given, names)
        issues = None
        if found is not None:
            free = ([each for each in group if each not in taken] for group in found)
            issues = [group for group in free if len(group) > 1]
            taken.update(each for group in issues for each in group)
        yield name or "", issues


def _groups(given: Any, names: list[str]) -> list[list[str]] | None:
    """Return the statements that a scheme puts together; None where its form is unknown."""
    if not isinstance(given, list) or not all(map(is_scalar, given)):
        return None
    formulas = [normalized(as_written(each)) for each in given]
    if len(formulas) == 2:
        return _negated(formulas, names)
    first, *between, last = formulas if len(formulas) > 1 else (*formulas, "", "")
    if not _ELLIPSIS.intersection(between):
        return None
    one, other = term(first), term(last)
    if one.predicate != other.predicate or len(one.arguments) != len(other.arguments):
        return None
    same = [n for n, each in enumerate(one.arguments) if each == other.arguments[n]]
    groups: dict[tuple[str, ...], list[str]] = {}
    for name in names:
        predicate, arguments = term(name)
        if predicate == one.predicate and len(arguments) == len(one.arguments):
            groups.setdefault(tuple(arguments[n] for n in same), []).append(name)
    return list(groups.values())


def _negated(formulas: list[str], names: list[str]) -> list[list[str]] | None:
    short, long = sorted(formulas, key=len)
    sign = long.removesuffix(short)
    if sign not in _NEGATIONS or long == short:
        return None
    if not short.isalnum() or not short[0].isupper():  # a variable stands for any statement
        return None
    known = set(names)
    return [[name, f"{sign}{name}"] for name in names if f"{sign}{name}" in known]
