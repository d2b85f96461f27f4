"""The numbered framework of a map, for a page that answers what-if questions by itself.

What a map means is decided in ``analysis.solving.framework`` alone: the page gets the
nodes, and only propagates among them.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from argmap.analysis.solving.framework import Framework
from argmap.model import ArgumentMap
from argmap.model.questions import questions

MOST_NODES = 5_000
"""Claims and steps of the largest map that a page evaluates by itself."""


def numbered(argument_map: ArgumentMap, numbers: Mapping[str, int]) -> dict[str, Any]:
    """Return the framework of a map as data; ``numbers`` are those of claims and relations.

    ``alone`` says of each claim whether it needs nothing below it, and ``steps`` has a
    list for each: the number of its relation (-1 where it has none of its own), whether it
    strikes what is above it, and the nodes below and above it. Nodes are the claims, then
    the steps. ``questions`` are the claims without a status. Of more than ``MOST_NODES``
    nodes there is their number alone, ``nodes``.
    """
    framework = Framework(argument_map)
    nodes = len(framework.names)
    if nodes > MOST_NODES:
        return {"nodes": nodes}
    steps = [
        [
            numbers[framework.names[step]] if step < framework.named else -1,
            framework.strikes[step],
            list(framework.below[step]),
            list(framework.above[step]),
        ]
        for step in range(framework.claims, nodes)
    ]
    alone = list(framework.stands_alone[: framework.claims])
    asked = [numbers[claim.id] for claim in questions(argument_map)]
    return {"nodes": nodes, "alone": alone, "steps": steps, "questions": asked}
