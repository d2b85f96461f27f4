"""Questions and what is made of their answers, in words and as plain data."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from argmap.analysis.evaluation.evaluation import Outcome
from argmap.analysis.evaluation.resolution import Resolution
from argmap.model import Claim
from argmap.model.questions import EXCLUSIVE_AT_MOST
from argmap.model.text import one_line
from argmap.views.phrases import listed

_NAMED_AT_MOST = 3  # answers


def resolution_words(
    found: Resolution, named: Callable[[Claim], str] = lambda claim: claim.id
) -> str:
    """Return whether a question is answered, and by what, as one line.

    Such as ``answered: dam; undecided: move``, ``open: no answer stands``, or
    ``strongest: dam and move tie at 0.5000``; ``named`` is what to call an answer.
    """
    if not found.answers:
        return "open: nothing answers it"
    if not found.outcome.has_extension:
        return "open: there is no extension"
    if found.strongest or found.unsettled:
        words = _by_strength(found, named)
    elif found.standing:
        words = f"answered: {_names(found.standing, named)}"
        words += f"; undecided: {_names(found.undecided, named)}" if found.undecided else ""
    elif found.undecided:
        words = f"open, undecided: {_names(found.undecided, named)}"
    else:
        words = "open: no answer stands"
    if found.is_crowded:
        words += f"; of more than {EXCLUSIVE_AT_MOST} answers none excludes another"
    return words


def _by_strength(found: Resolution, named: Callable[[Claim], str]) -> str:
    if found.strength is None:
        return "open: no answer has a strength that settles"
    names = _names(found.strongest, named)
    verb = f"{names} tie at" if len(found.strongest) > 1 else f"{names},"
    words = f"strongest: {verb} {found.strength:.4f}"
    return words + (f"; unsettled: {_names(found.unsettled, named)}" if found.unsettled else "")


def _names(claims: Sequence[Claim], named: Callable[[Claim], str]) -> str:
    names = [one_line(named(claim)) for claim in claims[:_NAMED_AT_MOST]]
    more = len(claims) - len(names)
    return listed([*names, f"{more:,} more"] if more else names)


def question_data(found: Resolution) -> dict[str, Any]:
    """Return a question as plain data, without its id.

    ``status``, or ``strength``, is null; ``answers`` has the ``id`` and the ``status``, or
    ``strength``, of each; and under a gradual semantics ``strongest`` the ids of the
    strongest, several where they tie.
    """
    outcome = found.outcome
    if outcome.is_gradual:
        answers = [{"id": a.id, "strength": outcome.strengths[a.id]} for a in found.answers]
        strongest = [claim.id for claim in found.strongest]
        return {"strength": None, "answers": answers, "strongest": strongest}
    return {"status": None, "answers": [_answer_data(a, outcome) for a in found.answers]}


def _answer_data(answer: Claim, outcome: Outcome) -> dict[str, Any]:
    status = outcome.statuses.get(answer.id)
    found: dict[str, Any] = {"id": answer.id, "status": None if status is None else str(status)}
    return found | ({"in_some": answer.id in outcome.in_some} if outcome.has_several else {})
