"""The claims and relations that a what-if question assumes or rejects."""

from __future__ import annotations

from collections.abc import Collection

from argmap.errors import ArgmapError, UnknownNameError
from argmap.model import ArgumentMap
from argmap.model.questions import answering
from argmap.model.text import one_line


def check_fixed(
    argument_map: ArgumentMap, assume: Collection[str], reject: Collection[str]
) -> None:
    """Check the ids that are assumed and rejected.

    Raises UnknownNameError for one that is not in the map, and ArgmapError for one that
    is both assumed and rejected, or a question.
    """
    claims, relations = argument_map.claims, argument_map.relations
    for name in sorted({*assume, *reject}):
        if name not in claims and name not in relations:
            raise UnknownNameError("claim or relation", name, (*claims, *relations))
        if name in assume and name in reject:
            raise ArgmapError(f"'{name}' is both assumed and rejected")
        if name in claims:
            check_asserted(argument_map, name, "assume or reject")


def check_asserted(argument_map: ArgumentMap, claim_id: str, ask: str) -> None:
    """Check that a claim is no question, which has neither status nor strength.

    ``ask`` is what to do to its answers instead. Raises UnknownNameError for an unknown
    claim, and ArgmapError for a question.
    """
    if not argument_map.claim(claim_id).is_question:
        return
    message = f"'{claim_id}' is a question: it is asked, and neither in nor out"
    answers = [*answering(argument_map, claim_id)]
    named = "', '".join(map(one_line, answers[:_NAMED_AT_MOST]))
    more = f" or {len(answers) - _NAMED_AT_MOST} more" if len(answers) > _NAMED_AT_MOST else ""
    hint = f"{ask} what answers it: '{named}'{more}" if answers else "nothing in the map answers it"
    raise ArgmapError(message, hint)


_NAMED_AT_MOST = 3
