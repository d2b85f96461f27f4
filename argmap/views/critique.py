"""The critical questions of the steps of a map, as rows and as plain data."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import Any, NamedTuple

from argmap.analysis.critique import Asked, Critique, Questioned, Raiser, State
from argmap.analysis.schemes.catalogue import usual_name
from argmap.analysis.schemes.steps import roles
from argmap.model import ArgumentMap, Claim, Relation, RelationKind, Status
from argmap.model.text import one_line, shortened
from argmap.suggestions import one_of
from argmap.views.entries import Entry, columned
from argmap.views.phrases import counted, glyph_span, listed, step_words
from argmap.views.rows import BLANK, GAP, Row, Span, width_of
from argmap.views.schemes import effect_words
from argmap.views.theme import Glyphs

_OPEN_AT_MOST = 2  # open questions of a step that are shown in full, unless all are
_NAMED_AT_MOST = 6  # steps in a list of those without a scheme
_LISTED_AT_MOST = 20  # ids in one list of JSON
_NAME_AT_MOST = 18  # columns of the name of a question
_IN = "  "
_FIRST = (State.RAISED, State.ANSWERED, State.OPEN, State.BACKED)


class Look(NamedTuple):
    """How a critique is shown.

    ``is_long`` shows every question, and what it is about; ``only`` those of one state;
    ``width`` is that of the terminal, None where lines are not wrapped.
    """

    glyphs: Glyphs
    width: int | None
    is_long: bool = False
    only: State | None = None


def critique_rows(
    steps: Iterable[Questioned], argument_map: ArgumentMap, look: Look
) -> Iterator[Row]:
    """Yield each step with its scheme, and what is to be asked of it."""
    parts: list[Row | Entry] = []
    for step in steps:
        if parts:
            parts.append(BLANK)
        parts += _step(step, argument_map, look)
    yield from columned(parts, look.width)


def _step(each: Questioned, argument_map: ArgumentMap, look: Look) -> Iterator[Row | Entry]:
    """Yield what a step bears on, its premises, its scheme, and its questions."""
    step, glyphs = each.step, look.glyphs
    target = argument_map.claims.get(step.target)
    if target is not None:
        yield Entry(target, style="heading")
    else:
        yield Row([(step_words(argument_map.relations[step.target]), "heading")])
    yield from _premises(step, argument_map, glyphs)
    yield Row([(_about(each), "quiet")], _IN, _IN * 2)
    for backing in each.backing[:_NAMED_AT_MOST]:
        names = one_line(listed(backing.premises))
        yield Row(
            [(f"{glyphs.backing} ", "supports"), (f"the step is backed by {names}", "quiet")], _IN
        )
    shown, others = chosen(each, look)
    wide = min(max((width_of(asked.question.name) for asked in shown), default=0), _NAME_AT_MOST)
    for asked in shown:
        yield from _question(asked, wide, argument_map, look)
    if others:
        names = ", ".join(one_line(asked.question.name) for asked in others)
        yield Row([(f"and {len(others):,} more: ", "quiet"), (names, "id")], _IN * 2, _IN * 3)


def chosen(each: Questioned, look: Look) -> tuple[list[Asked], list[Asked]]:
    """Return the questions of a step to show in full, and those to name.

    What is raised comes first. In short, no more than a few that are not are shown.
    """
    wanted = [asked for asked in each.asked if look.only in {None, asked.state}]
    if look.is_long:
        return wanted, []
    wanted.sort(key=lambda asked: _FIRST.index(asked.state))
    raised = sum(bool(asked.raisers) for asked in wanted)
    number = raised + _OPEN_AT_MOST
    number += len(wanted) == number + 1  # one name would take as much room as one question
    return wanted[:number], wanted[number:]


def _premises(step: Relation, argument_map: ArgumentMap, glyphs: Glyphs) -> Iterator[Entry]:
    sign, style = glyph_span(step, glyphs, on_step=step.target in argument_map.relations)
    bracket = glyphs.bracket(step.kind)
    last = len(step.premises) - 1
    for number, premise in enumerate(step.premises):
        if last:
            sign = bracket.last if number == last else bracket.middle if number else bracket.first
        yield Entry(argument_map.claims[premise], ((f"{sign} ", style),), _IN)


def _about(each: Questioned) -> str:
    """Return the scheme of a step, how many questions there are, and what rests on it."""
    parts = [one_line(usual_name(each.scheme))]
    if each.crux is not None:
        parts.append("a crux" if each.crux == 1 else f"a crux with {each.crux - 1} more")
    if each.resting is not None:
        verb = "rests" if each.resting == 1 else "rest"
        parts.append(f"{counted(each.resting, 'claim')} {verb} on it")
    states = [asked.state for asked in each.asked]
    counts = [f"{states.count(state)} {state}" for state in _FIRST if state in states]
    words = f"all {states[0]}" if len(counts) == 1 and len(states) > 1 else ", ".join(counts)
    parts.append(f"{counted(len(states), 'question')}, {words}" if states else "no question")
    return "; ".join(parts)


def _question(
    asked: Asked, wide: int, argument_map: ArgumentMap, look: Look
) -> Iterator[Row | Entry]:
    name = one_line(asked.question.name)
    beside = " " * (len(_IN) * 2 + wide + len(GAP))
    lead: tuple[Span, ...] = ((_IN * 2, ""), (f"{name:{wide}}{GAP}", "id"))
    yield Row([(one_line(asked.text), "")], lead, beside)
    for raiser in asked.raisers:
        yield from _raiser(raiser, beside, argument_map, look.glyphs)
    if look.is_long or (asked.state is State.BACKED and not asked.raisers):
        words = about_words(asked, is_long=look.is_long)
        yield Row([(words, "quiet")], beside, beside)


def _raiser(
    raiser: Raiser, beside: str, argument_map: ArgumentMap, glyphs: Glyphs
) -> Iterator[Row]:
    """Yield what raises a question, its status, and what stands against that."""
    relation = raiser.relation
    claims = [argument_map.claims[name] for name in relation.premises]
    said = listed(shortened(claim.headline, 60) for claim in claims)
    ring = f"{glyphs.statuses[raiser.status]} " if raiser.status and not glyphs.is_ascii else ""
    status = f"{ring}{raiser.status}" if raiser.status else ""
    yield Row(
        [
            glyph_span(relation, glyphs),
            (f" {said}  ", ""),
            (_names(claims), "id"),
            (f"  {status}", ""),
        ],
        beside,
        f"{beside}  ",
    )
    if raiser.answers:
        answers = [_answer(each) for each in raiser.answers[:_NAMED_AT_MOST]]
        more = len(raiser.answers) - len(answers)
        names = one_line(listed([*answers, *([f"{more:,} more"] if more else [])]))
        verb = answering_words(raiser.status)
        yield Row([(f"{verb} {names}", "quiet")], f"{beside}  ", f"{beside}  ")
    else:
        yield Row([("nothing answers it", "quiet")], f"{beside}  ", f"{beside}  ")


def answering_words(status: Status | None) -> str:
    """Return how to say what stands against something that raises a question.

    Only what is out by it is answered.
    """
    return "answered by" if status is Status.OUT else "replied to by"


def _names(claims: Sequence[Claim]) -> str:
    return one_line(listed(claim.id for claim in claims))


def _answer(relation: Relation) -> str:
    """Return the claims from which an answer comes."""
    ends = (relation.premises[0], relation.target)
    is_symmetric = relation.kind is RelationKind.CONTRADICTS
    return listed(ends if is_symmetric else relation.premises)


def about_words(asked: Asked, *, is_long: bool) -> str:
    """Return what an unfavourable answer does, what the map has for the premise, the source."""
    question, parts = asked.question, []
    if is_long:
        parts.append(effect_words(question))
    if question.attacks:
        if not asked.premises:
            parts.append("the map leaves it unsaid")
        elif asked.backing:
            names = listed("+".join(each.premises) for each in asked.backing[:_NAMED_AT_MOST])
            more = len(asked.backing) - _NAMED_AT_MOST
            names += f" and {more:,} more" if more > 0 else ""
            parts.append(f"reasons for it: {one_line(names)}")
        else:
            parts.append("no reason for it in the map")
    if is_long and question.source:
        parts.append(one_line(question.source))
    return "; ".join(parts)


def summary_rows(found: Critique, argument_map: ArgumentMap, shown: int) -> Iterator[Row]:
    """Yield how many steps follow a scheme, how many questions there are, and which do not.

    The questions that something raises are named, but for those of the first steps ``shown``.
    """
    asked = [f"{found.count(state):,} {state}" for state in _FIRST if found.count(state)]
    number = sum(len(step.asked) for step in found.steps)
    if found.steps:
        verb = "follows" if len(found.steps) == 1 else "follow"
        words = f"{counted(len(found.steps), 'step')} {verb} a scheme, with "
        words += f"{counted(number, 'question')}: {', '.join(asked)}."
        yield Row([(words, "quiet")])
    hidden = [
        f"{one_line(asked.question.name)} of {one_line(each.step.id)}"
        for each in found.steps[shown:]
        for asked in each.asked
        if asked.raisers
    ]
    if hidden:
        more = len(hidden) - _NAMED_AT_MOST
        named = [*hidden[:_NAMED_AT_MOST], *([f"{more:,} more"] if more > 0 else [])]
        yield Row([("Raised further down: ", "quiet"), (listed(named), "id")], "", _IN)
    for name, steps in islice(found.unknown.items(), _NAMED_AT_MOST):
        near = one_of(unknown_near(argument_map, name))
        words = f"No scheme is called '{shortened(name, 60)}' ({counted(len(steps), 'step')})"
        yield Row([(f"{words}: {near}" if near else f"{words}.", "quiet")], "", _IN)
    if len(found.unknown) > _NAMED_AT_MOST:
        more = len(found.unknown) - _NAMED_AT_MOST
        yield Row([(f"{counted(more, 'more scheme')} that argmap does not know.", "quiet")])
    if found.without:
        names = [one_line(step.id) for step in found.without[:_NAMED_AT_MOST]]
        more = len(found.without) - len(names)
        names += [f"{more:,} more"] if more else []
        words = f"{counted(len(found.without), 'step')} without a scheme: "
        yield Row([(words, "quiet"), (listed(names), "id")], "", _IN)


def unknown_near(argument_map: ArgumentMap, name: str) -> list[str]:
    """Return the names of schemes that are spelled like an unknown one."""
    from argmap.analysis.schemes.catalogue import catalogue

    return catalogue(argument_map).near(name)


def critique_data(
    found: Critique, steps: Sequence[Questioned], only: State | None
) -> dict[str, Any]:
    """Return a critique as plain data.

    ``steps``, ``more`` (how many steps are left out), ``questions`` (their numbers by
    state), ``without_scheme`` (ids of steps) and ``unknown_schemes`` (ids by name).
    """
    return {
        "steps": [_step_data(step, only) for step in steps],
        "more": len(found.steps) - len(steps),
        "questions": {str(state): found.count(state) for state in State},
        "without_scheme": [step.id for step in found.without],
        "unknown_schemes": {
            name: [each.id for each in every] for name, every in found.unknown.items()
        },
    }


def _step_data(each: Questioned, only: State | None) -> dict[str, Any]:
    step, scheme = each.step, each.scheme
    filled = roles(scheme, step.premises)
    return {
        "step": step.id,
        "from": list(step.premises),
        "verb": str(step.kind),
        "target": step.target,
        "scheme": usual_name(scheme),
        "resting": each.resting,
        "crux": each.crux,
        "backed_by": _ids(each.backing),
        "roles": [
            {"role": role, "states": states, "premises": list(filled[role])}
            for role, states in scheme.premises
        ],
        "questions": [_asked_data(asked) for asked in each.asked if only in {None, asked.state}],
    }


def _ids(relations: Sequence[Relation]) -> list[str]:
    """Return the ids of some relations, not all of them where they are many."""
    return [each.id for each in relations[:_LISTED_AT_MOST]]


def _asked_data(asked: Asked) -> dict[str, Any]:
    question = asked.question
    return {
        "name": question.name,
        "text": asked.text,
        "state": str(asked.state),
        "effect": "attacks" if question.attacks else "undercuts",
        "attacks": question.attacks,
        "premises": list(asked.premises),
        "raised_by": [
            {
                "relation": raiser.relation.id,
                "from": list(raiser.relation.premises),
                "status": None if raiser.status is None else str(raiser.status),
                "answered_by": _ids(raiser.answers),
            }
            for raiser in asked.raisers
        ],
        "backed_by": _ids(asked.backing),
        "source": question.source,
    }
