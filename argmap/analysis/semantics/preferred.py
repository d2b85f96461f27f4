"""Preferred semantics (Dung 1995; Bondarenko et al. 1997): positions that defend all they can.

A preferred extension is a largest admissible set. There is at least one.
"""

from __future__ import annotations

from collections.abc import Iterator

from argmap.analysis.solving.framework import Framework
from argmap.analysis.solving.solver import Atom, Remainder, Solver
from argmap.analysis.solving.verdict import Labels, Verdict

SUMMARY = "positions that defend as much as they can"
HAS_SEVERAL = True
IS_DIRECTIONAL = True


def verdict(framework: Framework) -> Verdict:
    """Return what holds in every preferred extension, without finding them all.

    What any complete extension accepts, some preferred one does. What holds in
    all of them is narrowed down from counterexamples: a preferred extension
    that lacks something all earlier ones have (after Dvorak, Jarvisalo, Wallner
    and Woltran 2014). Raises ArgmapError where clingo is needed and missing.
    """
    remainder = Remainder(framework)
    if not remainder.open:
        return remainder.verdict((), ())
    some = Solver(remainder, "complete").in_some()
    return remainder.verdict(_in_every(remainder), some)


def _in_every(remainder: Remainder) -> frozenset[Atom]:
    solver = Solver(remainder, "complete", "maximal")
    found = solver.first()
    shared: frozenset[Atom] = frozenset() if found is None else found
    while found is not None and shared:
        solver.go_beyond(found)
        lacking = solver.first(where=[solver.not_all_of(shared)])
        if lacking is None:
            break
        # The largest that lack something need not be the largest of all.
        accepted = [solver.literal(atom) for atom in lacking if atom[0] == "accepted"]
        found = solver.first(where=accepted)
        shared &= found or frozenset()
    return shared


def labellings(framework: Framework) -> Iterator[Labels]:
    """Yield the labelling of each preferred extension, as it is found.

    Extensions that give all claims the same statuses count as one. Raises
    ArgmapError where clingo is needed and missing.
    """
    remainder = Remainder(framework)
    if not remainder.open:
        yield remainder.decided
        return
    solver = Solver(remainder, "complete", "maximal")
    seen: set[bytes] = set()
    while (found := solver.first()) is not None:
        labels = remainder.labels(found)
        claims = bytes(labels[: framework.claims])
        if claims not in seen:
            seen.add(claims)
            yield labels
        solver.go_beyond(found)
