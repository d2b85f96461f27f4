"""Stable semantics (Dung 1995; Bondarenko et al. 1997): positions that leave nothing open.

A stable extension attacks all that it does not accept. There may be none.
"""

from __future__ import annotations

from collections.abc import Iterator

from argmap.analysis.solving.framework import Framework
from argmap.analysis.solving.solver import Remainder, Solver, answer_labellings
from argmap.analysis.solving.verdict import Labels, Verdict

SUMMARY = "positions that leave nothing open; there may be none"
HAS_SEVERAL = True
IS_DIRECTIONAL = False  # an odd cycle of attacks anywhere leaves no extension


def verdict(framework: Framework) -> Verdict:
    """Return what holds in every stable extension; without one, that there is none.

    Raises ArgmapError where clingo is needed and missing.
    """
    remainder = Remainder(framework)
    if not remainder.open:
        return remainder.verdict((), ())
    solver = Solver(remainder, "stable")
    every = solver.in_every()
    if every is None:
        return Verdict({}, frozenset(), has_extension=False)
    return remainder.verdict(every, solver.in_some())


def labellings(framework: Framework) -> Iterator[Labels]:
    """Yield the labelling of each stable extension, as it is found.

    Extensions that give all claims the same statuses count as one. Raises
    ArgmapError where clingo is needed and missing.
    """
    return answer_labellings(framework, "stable")
