"""The claims of a map by their statuses or strengths, what stands out first."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from shlex import join
from types import MappingProxyType
from typing import NamedTuple

from argmap.analysis.evaluation.evaluation import Outcome
from argmap.analysis.evaluation.resolution import resolution
from argmap.analysis.semantics import DEFAULT
from argmap.analysis.solving.gradual import DEFAULT_WEIGHT
from argmap.model import ArgumentMap, Claim, Status
from argmap.model.text import one_line
from argmap.views.entries import Entry, columned
from argmap.views.evaluation import strength_text, verdict_text
from argmap.views.phrases import counted
from argmap.views.questions import resolution_words
from argmap.views.rows import BLANK, Row, Span
from argmap.views.theme import Glyphs

GROUP_AT_MOST = 20
"""The claims of a group that are shown before the others are counted."""

IN_SOME = "in some only"
_QUESTIONS = "questions"
_SAME = 1e-9


class Group(NamedTuple):
    """Claims with the same verdict, such as ``out``; ``status`` is theirs, None for strengths.

    ``said`` says of each question, by id, whether it is answered, and by what.
    """

    verdict: str
    status: Status | None
    claims: list[Claim]
    said: Mapping[str, str] = MappingProxyType({})


def verdict_groups(
    outcome: Outcome, claims: Iterable[Claim], argument_map: ArgumentMap
) -> list[Group]:
    """Return the claims by verdict, what is undecided and out first, theses first in each.

    Strengths are below, above or at the weight of the claim, those furthest off first.
    Questions are before what is in, or at its weight.
    """
    groups: dict[str, Group] = {}
    verdicts = _COMPARED if outcome.is_gradual else _STATUSES
    said = questions_said(outcome, claims := list(claims), argument_map)
    for verdict, status in verdicts.items():
        groups[verdict] = Group(verdict, status, [], said)
    for claim in claims:
        groups[_verdict(outcome, claim)].claims.append(claim)
    for group in groups.values():
        group.claims.sort(key=_order(outcome, group))
    return [group for group in groups.values() if group.claims]


def questions_said(
    outcome: Outcome, claims: Iterable[Claim], argument_map: ArgumentMap
) -> dict[str, str]:
    """Return of each question among the claims, by id, whether it is answered, and by what."""
    return {
        claim.id: resolution_words(resolution(argument_map, outcome, claim))
        for claim in claims
        if claim.is_question
    }


_STATUSES = {
    IN_SOME: Status.UNDECIDED,
    "undecided": Status.UNDECIDED,
    "out": Status.OUT,
    "none": None,
    _QUESTIONS: None,
    "in": Status.IN,
}
_COMPARED = dict.fromkeys(("unsettled", "below", "above", _QUESTIONS, "at"))


def _verdict(outcome: Outcome, claim: Claim) -> str:
    if claim.is_question:
        return _QUESTIONS
    if not outcome.is_gradual:
        return verdict_text(outcome, claim.id)
    strength = outcome.strengths[claim.id]
    if strength is None:
        return "unsettled"
    change = strength - _weight(claim)
    return "at" if abs(change) < _SAME else "above" if change > 0 else "below"


def _weight(claim: Claim) -> float:
    return DEFAULT_WEIGHT if claim.weight is None else claim.weight


def _order(outcome: Outcome, group: Group) -> Callable[[Claim], float]:
    """Return the key to sort the claims of a group by; ties are in the order of the file."""
    if not outcome.is_gradual:
        return lambda claim: claim.kind != "thesis"
    sign = -1 if group.verdict == "above" else 1
    return lambda claim: sign * (outcome.strengths.get(claim.id) or 0)


_COUNTED = {"in", "at"}  # verdicts of which the number will do


def grouped(
    groups: Sequence[Group],
    outcome: Outcome,
    glyphs: Glyphs,
    width: int | None,
    *,
    is_whole: bool = False,
) -> Iterator[Row]:
    """Yield the groups under headings with their numbers; what is in, as a number alone.

    So is what keeps its weight, and what is past the first claims of a group, unless
    ``is_whole``. ``width`` is that of the terminal.
    """
    parts: list[Row | Entry] = []
    for group in groups:
        parts += [BLANK] if parts else []
        number = len(group.claims)
        if group.verdict in _COUNTED and not is_whole:
            parts.append(_counted(group, are_others=len(groups) > 1))
            continue
        parts.append(Row(_heading(group, outcome, glyphs)))
        most = number if is_whole else GROUP_AT_MOST
        for claim in group.claims[:most]:
            parts.append(_entry(_lead(outcome, claim), claim))
            if claim.id in group.said:
                parts.append(_said(group.said[claim.id]))
        if number > most:
            option = f"--status {group.status}" if group.status else "--all-claims"
            parts.append(Row([(f"  {number - most:,} more: {option}", "quiet")]))
    yield from columned(parts, width)


_INDENT = "  "


def _said(words: str, indent: str = "    ") -> Row:
    """Return whether a question is answered, under it."""
    return Row([(words, "quiet")], indent, indent)


def _entry(lead: Span, claim: Claim) -> Entry:
    """Return a claim under a heading, after its strength if there is one."""
    before = f"{_INDENT}{lead[0]}{_INDENT}" if lead[0] else _INDENT
    return Entry(claim, ((before, lead[1]),), " " * len(before))


def next_step(groups: Sequence[Group], outcome: Outcome) -> str:
    """Return the semantics, and the command that explains the first claim that stands out."""
    first = groups[0]
    if first.verdict in {*_COUNTED, _QUESTIONS}:
        return outcome.semantics
    words = ["argmap", "why", first.claims[0].id]
    words += [] if outcome.semantics == DEFAULT else ["--semantics", outcome.semantics]
    for option, names in (("--assume", outcome.assumed), ("--reject", outcome.rejected)):
        words += [word for name in names for word in (option, name)]
    return f"{outcome.semantics}; why: {join(map(one_line, words))}"


def _counted(group: Group, *, are_others: bool) -> Row:
    number = len(group.claims)
    who = counted(number, "other" if are_others else "claim")
    is_weight = group.verdict == "at"
    verb = ("keeps its weight" if is_weight else "is in") if number == 1 else ""
    verb = verb or ("keep their weight" if is_weight else "are in")
    return Row([(f"{who} {verb}", "heading"), (": --all-claims", "quiet")])


def _heading(group: Group, outcome: Outcome, glyphs: Glyphs) -> list[Span]:
    number = f"{len(group.claims):,}"
    if group.verdict == _QUESTIONS:
        return [(counted(len(group.claims), "question"), "heading")]
    if group.status is None:
        return [(f"{number} {_STRENGTHS[group.verdict]}", "heading")]
    sign = [] if glyphs.is_ascii else [(f"{glyphs.statuses[group.status]} ", str(group.status))]
    words = f"{number} {group.status}"
    if group.status is Status.UNDECIDED and outcome.has_several:
        some = "some extensions" if group.verdict == IN_SOME else "no extension"
        words += f", in in {some}"
    return [*sign, (words, "heading")]


_STRENGTHS = {
    "unsettled": "that do not settle",
    "below": "below their weight",
    "above": "above their weight",
    "at": "at their weight",
}


def _lead(outcome: Outcome, claim: Claim) -> Span:
    has_strength = outcome.is_gradual and not claim.is_question
    return (strength_text(outcome.strengths[claim.id]) if has_strength else ""), ""


def verdict_rows(
    outcome: Outcome,
    claims: Sequence[Claim],
    argument_map: ArgumentMap,
    glyphs: Glyphs,
    width: int | None,
) -> Iterator[Row]:
    """Yield claims in their order, each after its status or strength.

    Under a question stands whether it is answered, and by what.
    """
    found = [(claim, _verdict_span(outcome, claim, glyphs)) for claim in claims]
    said = questions_said(outcome, claims, argument_map)
    widest = max((len(text) for _, (text, _) in found), default=0) + len(_INDENT)
    parts: list[Row | Entry] = []
    for claim, (text, style) in found:
        parts.append(Entry(claim, ((text.ljust(widest), style),), " " * widest))
        if claim.id in said:
            parts.append(_said(said[claim.id], " " * (widest + len(_INDENT))))
    yield from columned(parts, width)


def _verdict_span(outcome: Outcome, claim: Claim, glyphs: Glyphs) -> Span:
    if claim.is_question:
        return "question", "quiet"
    status = outcome.statuses.get(claim.id)
    if status is None:
        return _lead(outcome, claim) if outcome.is_gradual else ("none", "quiet")
    sign = "" if glyphs.is_ascii else f"{glyphs.statuses[status]} "
    return f"{sign}{verdict_text(outcome, claim.id)}", str(status)


def shared_row(number: int, semantics: str) -> Row:
    """Return how many claims are in in every extension, as grounded semantics shows."""
    words = f"{counted(number, 'claim')} in in every {semantics} extension"
    return Row([(words, "heading"), (": argmap evaluate --status in", "quiet")])


def extension_rows(number: int, claims: Sequence[Claim], width: int | None) -> Iterator[Row]:
    """Yield an extension: the claims that are in in it but not in every one.

    Of many, only the first are shown and the others counted.
    """
    parts: list[Row | Entry] = [BLANK, Row([(f"Extension {number:,}", "heading")])]
    parts += [_entry(("", ""), claim) for claim in claims[:GROUP_AT_MOST]]
    more = len(claims) - GROUP_AT_MOST
    if more > 0 or not claims:
        words = f"{more:,} more: --json" if claims else "nothing more"
        parts.append(Row([(f"{_INDENT}{words}", "quiet")]))
    yield from columned(parts, width)
