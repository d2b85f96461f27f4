"""Carneades (Gordon and Walton, "Formalizing Balancing Arguments", COMMA 2016).

Arguments are weighed, and of the positions on an issue the one that prevails by its proof
standard is in; see ``balancing.reading`` for how a map is read. The labelling is the
grounded one: there is always exactly one, and what only a cycle supports is undecided.
"""

from __future__ import annotations

from collections.abc import Iterator

from argmap.analysis.balancing.labelling import weigh
from argmap.analysis.balancing.reading import Balance
from argmap.analysis.balancing.statuses import node_labels
from argmap.analysis.solving.framework import Framework
from argmap.analysis.solving.verdict import Labels, Verdict, as_verdict

SUMMARY = "what weighs more on each issue, by its proof standard"
HAS_SEVERAL = False
IS_DIRECTIONAL = False  # rival answers to a question bear on one another


def balance(framework: Framework) -> Balance:
    """Return the arguments of a map and the contests between what they are for."""
    return Balance(framework)


def verdict(framework: Framework) -> Verdict:
    """Return the status of every claim and relation; linear in the size of the map."""
    return as_verdict(framework, _labels(framework))


def labellings(framework: Framework) -> Iterator[Labels]:
    """Yield the one labelling."""
    yield _labels(framework)


def _labels(framework: Framework) -> Labels:
    found = balance(framework)
    return node_labels(framework, found, weigh(found))
