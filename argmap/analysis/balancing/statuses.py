"""The labels of a balance as those of the nodes of a framework: claims, and steps."""

from __future__ import annotations

from argmap.analysis.balancing.labelling import Weighed
from argmap.analysis.balancing.reading import Balance
from argmap.analysis.solving.framework import Framework
from argmap.analysis.solving.grounded_labelling import IN, OUT, UNDECIDED


def node_labels(framework: Framework, balance: Balance, weighed: Weighed) -> bytearray:
    """Return IN, OUT or UNDECIDED for each node of the framework that a balance was read from.

    A step that argues for something is in when it weighs anything and out when it weighs
    nothing; any other is in when its premises are and it applies.
    """
    labels = weighed.labels[: framework.claims]
    weights = {
        each.name: weight
        for each, weight in zip(balance.arguments, weighed.weights, strict=True)
        if each.name is not None
    }
    for node in range(framework.claims, len(framework.names)):
        name = framework.names[node]
        if name in weights:
            weight = weights[name]
            labels.append(UNDECIDED if weight is None else IN if weight else OUT)
        elif node in framework.rejected:
            labels.append(OUT)
        else:
            labels.append(_applies(framework, balance, weighed.labels, node))
    return labels


def _applies(framework: Framework, balance: Balance, labels: bytearray, node: int) -> int:
    """Return the label of a step that argues for nothing."""
    stopped = balance.undercuts.get(framework.names[node])
    found = [labels[premise] for premise in framework.below[node]]
    found += [_OPPOSITE[labels[stopped]]] if stopped is not None else []
    return OUT if OUT in found else UNDECIDED if UNDECIDED in found else IN


_OPPOSITE = {IN: OUT, OUT: IN, UNDECIDED: UNDECIDED}
