"""Grounded semantics (Dung 1995): what must be accepted, and nothing else.

The least complete extension; for flat assumption-based frameworks as in
Bondarenko et al. 1997. There is always exactly one, and a claim is in, out or
undecided by it.
"""

from __future__ import annotations

from collections.abc import Iterator

from argmap.analysis.solving.framework import Framework
from argmap.analysis.solving.grounded_labelling import grounded_labels
from argmap.analysis.solving.verdict import Labels, Verdict, as_verdict

SUMMARY = "what must be accepted, nothing more"
HAS_SEVERAL = False
IS_DIRECTIONAL = True


def verdict(framework: Framework) -> Verdict:
    """Return the grounded status of every claim and relation.

    Linear in the size of the map, except for claims that support one another in a
    cycle: see ``GroundedLabelling``.
    """
    return as_verdict(framework, grounded_labels(framework))


def labellings(framework: Framework) -> Iterator[Labels]:
    """Yield the labelling of the one extension."""
    yield grounded_labels(framework)
