"""Complete semantics (Dung 1995; Bondarenko et al. 1997): every position that can be defended.

A complete extension accepts exactly what it defends.
"""

from __future__ import annotations

from collections.abc import Iterator

from argmap.analysis.solving.framework import Framework
from argmap.analysis.solving.solver import Remainder, Solver, answer_labellings
from argmap.analysis.solving.verdict import Labels, Verdict

SUMMARY = "every position that accepts just what it defends"
HAS_SEVERAL = True
IS_DIRECTIONAL = True


def verdict(framework: Framework) -> Verdict:
    """Return what holds in every complete extension: what the least of them, grounded, says.

    Raises ArgmapError where clingo is needed and missing.
    """
    remainder = Remainder(framework)
    if not remainder.open:
        return remainder.verdict((), ())
    return remainder.verdict((), Solver(remainder, "complete").in_some())


def labellings(framework: Framework) -> Iterator[Labels]:
    """Yield the labelling of each complete extension, as it is found.

    Extensions that give all claims the same statuses count as one. Raises
    ArgmapError where clingo is needed and missing.
    """
    return answer_labellings(framework, "complete")
