"""Schemes: a list of them, or one explained, as rows and as plain data."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from argmap.analysis.schemes.catalogue import usual_name
from argmap.analysis.schemes.names import key
from argmap.analysis.schemes.steps import ONE_BY_ONE, general_text
from argmap.model import CriticalQuestion, Scheme
from argmap.model.text import one_line
from argmap.views.phrases import counted
from argmap.views.rows import BLANK, GAP, Row, Span, width_of

_NAME_AT_MOST = 38  # columns of a name in the list
_ROLE_AT_MOST = 20


def list_rows(schemes: Iterable[Scheme]) -> Iterator[Row]:
    """Yield the name of each scheme, and the premise and conclusion that it is about."""
    shown = [(one_line(usual_name(scheme)), in_short(scheme)) for scheme in schemes]
    wide = max((width_of(n) for n, _ in shown if width_of(n) <= _NAME_AT_MOST), default=0)
    for name, about in shown:
        pad = " " * max(wide - width_of(name), 0)
        yield Row([(about, "quiet")], ((name, ""), (f"{pad}{GAP}", "")), " " * (wide + len(GAP)))


def in_short(scheme: Scheme) -> str:
    """Return ``premise; so conclusion``, as far as a scheme has them."""
    first = scheme.premises[0][1] if scheme.premises else ""
    so = f"so {scheme.conclusion}" if scheme.conclusion else ""
    return one_line("; ".join(filter(None, (first, so))))


def scheme_rows(scheme: Scheme) -> Iterator[Row]:
    """Yield a scheme: its names, roles and conclusion, and its questions with their effects."""
    yield Row([(one_line(usual_name(scheme)), "heading")])
    others = _other_names(scheme)
    if others:
        yield Row([("also ", "quiet"), (", ".join(others), "quiet")], "", "     ")
    yield BLANK
    roles = [(one_line(role), one_line(states)) for role, states in scheme.premises]
    so = [("so", one_line(scheme.conclusion))] if scheme.conclusion else []
    yield from _pairs([*roles, *so])
    if scheme.weighing in ONE_BY_ONE and roles:
        yield BLANK
        words = f"A step may have any number of premises; each is one {roles[0][0]}."
        yield Row([(words, "quiet")])
    yield BLANK
    yield Row([("To ask of such a step", "heading")])
    yield BLANK
    wide = max((min(width_of(q.name), _ROLE_AT_MOST) for q in scheme.questions), default=0)
    for number, question in enumerate(scheme.questions, 1):
        first = f"{number:>2}. {one_line(question.name):{wide}}{GAP}"
        rest = " " * (wide + len(GAP) + 4)
        yield Row([(one_line(general_text(question)), "")], ((first, "id"),), rest)
        yield Row([(_about(question), "quiet")], rest, rest)
    if scheme.source:
        yield BLANK
        yield Row([(one_line(scheme.source), "quiet")])


def _pairs(pairs: list[tuple[str, str]]) -> Iterator[Row]:
    wide = max((min(width_of(name), _ROLE_AT_MOST) for name, _ in pairs), default=0)
    for name, states in pairs:
        first: Span = (f"{name:{wide}}{GAP}", "id")
        yield Row([(states, "")], (first,), " " * (wide + len(GAP)))


def effect_words(question: CriticalQuestion) -> str:
    """Return what an unfavourable answer to a question does."""
    role = question.attacks
    return f"attacks the {one_line(role)}" if role else "undercuts the step"


def _about(question: CriticalQuestion) -> str:
    source = f" ({one_line(question.source)})" if question.source else ""
    return f"{effect_words(question)}{source}"


def _other_names(scheme: Scheme) -> list[str]:
    """Return the names of a scheme that are other words than the usual one, each once."""
    found = {key(name): one_line(name) for name in reversed((usual_name(scheme), *scheme.names))}
    del found[key(usual_name(scheme))]
    return list(found.values())[::-1]


def scheme_data(scheme: Scheme) -> dict[str, Any]:
    """Return a scheme as plain data.

    ``id``, ``name``, ``names``, ``premises`` and ``questions`` (each ``name``, ``text``,
    ``effect``, ``attacks`` and ``source``), ``conclusion``, ``source`` and ``weighing``.
    """
    return {
        "id": scheme.id,
        "name": usual_name(scheme),
        "names": list(scheme.names),
        "premises": [{"role": role, "states": states} for role, states in scheme.premises],
        "conclusion": scheme.conclusion,
        "questions": [_question_data(question) for question in scheme.questions],
        "source": scheme.source,
        "weighing": scheme.weighing,
    }


def summary_words(number: int) -> str:
    """Return what follows a list of schemes."""
    return f"{counted(number, 'scheme')}: argmap schemes NAME explains one"


def _question_data(question: CriticalQuestion) -> dict[str, Any]:
    return {
        "name": question.name,
        "text": question.text,
        "effect": "attacks" if question.attacks else "undercuts",
        "attacks": question.attacks,
        "source": question.source,
    }
