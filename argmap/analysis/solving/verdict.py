"""What a qualitative semantics says of a map."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from argmap.analysis.solving.framework import Framework
from argmap.analysis.solving.grounded_labelling import IN, OUT, UNDECIDED
from argmap.model import Status
from argmap.model.questions import questions

Labels = bytearray
"""IN, OUT or UNDECIDED for each node of a framework: one extension, seen from all nodes."""

STATUSES = {IN: Status.IN, OUT: Status.OUT, UNDECIDED: Status.UNDECIDED}


class Verdict(NamedTuple):
    """The status of each claim and relation, by id, over all extensions together.

    In: in every extension; out: out in every one; undecided: anything else.
    A relation is in when it carries its target: its premises are in and it is
    not undercut. A question has no status. ``in_some`` has the ids that are in in at
    least one extension. Where there is no extension at all (``has_extension`` is False,
    which only stable semantics can give) nothing can be said, and both are empty.
    """

    statuses: Mapping[str, Status]
    in_some: frozenset[str]
    has_extension: bool = True


def as_verdict(framework: Framework, labels: Labels) -> Verdict:
    """Return a labelling as the verdict on the map."""
    found = [STATUSES[label] for label in labels]
    statuses = dict(zip(framework.names[: framework.named], found, strict=False))
    # Of the two steps of a contradiction, the one from premise to target speaks for it.
    statuses.update((name, found[step]) for name, step in framework.first_of_two())
    for question in questions(framework.map):
        del statuses[question.id]
    in_some = frozenset(name for name, each in statuses.items() if each is Status.IN)
    return Verdict(statuses, in_some)


def claims_in(framework: Framework, labels: Labels) -> frozenset[str]:
    """Return the ids of the claims that are in by a labelling."""
    claims = framework.names[: framework.claims]
    return frozenset(name for name, label in zip(claims, labels, strict=False) if label == IN)
