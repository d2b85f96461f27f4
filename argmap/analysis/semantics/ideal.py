"""Ideal semantics (Dung, Mancarella and Toni 2007): the common ground of all preferred positions.

The ideal extension is the largest admissible set that is part of every
preferred extension. There is exactly one; it accepts at least what the
grounded one does.
"""

from __future__ import annotations

from collections.abc import Iterator

from argmap.analysis.solving.framework import Framework
from argmap.analysis.solving.solver import Remainder, Solver
from argmap.analysis.solving.verdict import Labels, Verdict, as_verdict

SUMMARY = "the common ground of all preferred positions"
HAS_SEVERAL = False
IS_DIRECTIONAL = True


def verdict(framework: Framework) -> Verdict:
    """Return the status of every claim and relation in the ideal extension.

    Raises ArgmapError where clingo is needed and missing.
    """
    return as_verdict(framework, _labels(framework))


def labellings(framework: Framework) -> Iterator[Labels]:
    """Yield the labelling of the one extension.

    Raises ArgmapError where clingo is needed and missing.
    """
    yield _labels(framework)


def _labels(framework: Framework) -> Labels:
    """Return the ideal labelling, from two questions of what holds in some answer set.

    A complete extension is part of every preferred one just when no complete
    extension attacks it, and all such are part of the ideal one: so what any
    of them accepts, it accepts.
    """
    remainder = Remainder(framework)
    if not remainder.open:
        return remainder.decided
    some = Solver(remainder, "complete").in_some()
    attackable = sorted(node for what, node in some if what == "rejected")
    facts = "\n".join(f"attackable({node})." for node in attackable)
    return remainder.labels(Solver(remainder, "complete", "within", facts=facts).in_some())
