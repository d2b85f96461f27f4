"""The critical questions of a map as a list of tasks in Markdown, for a reviewer."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from argmap.analysis.critique import Asked, Critique, Questioned, Raiser, State
from argmap.analysis.schemes.catalogue import usual_name
from argmap.model import ArgumentMap, Relation
from argmap.views.critique import about_words, answering_words, summary_rows
from argmap.views.markdown import code, escaped
from argmap.views.phrases import listed
from argmap.views.rows import plain

_NAMED_AT_MOST = 6  # answers to what raises a question
_MET = frozenset({State.ANSWERED, State.BACKED})


def critique_markdown(
    found: Critique, steps: Iterable[Questioned], argument_map: ArgumentMap, only: State | None
) -> Iterator[str]:
    """Yield the lines of a critique: a heading a step, and an item to tick off a question.

    What is answered or backed is ticked.
    """
    if argument_map.title:
        yield f"### Questions to {escaped(argument_map.title)}"
        yield ""
    steps = list(steps)
    for number, each in enumerate(steps, 1):
        yield f"#### {number}. {_target(each.step, argument_map)}"
        yield ""
        yield _because(each, argument_map)
        yield ""
        for asked in each.asked:
            if only in {None, asked.state}:
                yield from _item(asked, argument_map)
        yield ""
    for line in plain(summary_rows(found, argument_map, len(steps))):
        yield escaped(line)
        yield ""


def _target(step: Relation, argument_map: ArgumentMap) -> str:
    claim = argument_map.claims.get(step.target)
    return f"The step {code(step.target)}" if claim is None else escaped(claim.headline)


def _because(each: Questioned, argument_map: ArgumentMap) -> str:
    step = each.step
    premises = listed(
        f"{escaped(argument_map.claims[name].headline)} ({code(name)})" for name in step.premises
    )
    scheme = escaped(usual_name(each.scheme))
    verb = str(step.kind).removesuffix("s") if step.is_linked else str(step.kind)
    return f"{premises} *{verb}* {code(step.target)}, by {scheme}."


def _item(asked: Asked, argument_map: ArgumentMap) -> Iterator[str]:
    tick = "x" if asked.state in _MET else " "
    name, text = escaped(asked.question.name), escaped(asked.text)
    about = escaped(about_words(asked, is_long=True))
    yield f"- [{tick}] **{name}:** {text} ({about})"
    for raiser in asked.raisers:
        yield f"  - {_raiser(raiser, argument_map)}"


def _raiser(raiser: Raiser, argument_map: ArgumentMap) -> str:
    claims = [argument_map.claims[name] for name in raiser.relation.premises]
    said = listed(f"{escaped(claim.headline)} ({code(claim.id)})" for claim in claims)
    status = f", which is {raiser.status}" if raiser.status else ""
    answers = listed(code(each.id) for each in raiser.answers[:_NAMED_AT_MOST])
    replied = f"{answering_words(raiser.status)} {answers}" if answers else "not answered"
    return f"Raised by {said}{status}; {replied}"
