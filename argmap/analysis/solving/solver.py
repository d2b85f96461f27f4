"""The semantics that need search, answered by clingo.

What grounded semantics decides holds in every complete extension, so only what
it leaves undecided is given to the solver; where it leaves nothing, no solver
is needed.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from functools import cached_property
from importlib.resources import files
from typing import TYPE_CHECKING, Any, ClassVar

from argmap.analysis.solving.framework import Framework
from argmap.analysis.solving.grounded_labelling import IN, OUT, UNDECIDED, grounded_labels
from argmap.analysis.solving.verdict import Labels, Verdict, as_verdict
from argmap.errors import missing_extra

if TYPE_CHECKING:
    from clingo import Control, SolveHandle

Atom = tuple[str, int]  # ("in" or "out" or "accepted" or "rejected", node)


class Remainder:
    """What grounded semantics leaves undecided of a framework, as facts for the solver.

    ``decided`` has the grounded status of every node, ``open`` the undecided ones.
    """

    def __init__(self, framework: Framework) -> None:
        """Compute the grounded statuses."""
        self.framework = framework
        self.decided = grounded_labels(framework)
        self.open = [n for n, status in enumerate(self.decided) if status == UNDECIDED]

    @cached_property
    def facts(self) -> str:
        """The facts that ``complete.lp`` describes."""
        return "\n".join(self._facts())

    def _facts(self) -> Iterator[str]:
        framework, status = self.framework, self.decided
        for node in self.open:
            below = framework.below[node]
            if framework.is_claim(node):
                yield f"node({node}). claim({node})."
                if framework.stands_alone[node] or any(status[step] == IN for step in below):
                    yield f"alone({node})."
                yield from (f"support({s},{node})." for s in below if status[s] == UNDECIDED)
            else:
                yield f"node({node}). step({node})."
                yield from (f"premise({p},{node})." for p in below if status[p] == UNDECIDED)
            attackers = framework.attackers[node]
            yield from (f"attack({s},{node})." for s in attackers if status[s] == UNDECIDED)

    def labels(self, atoms: Collection[Atom]) -> Labels:
        """Return the labelling of an answer set, with what grounded semantics decides."""
        labels = bytearray(self.decided)
        for what, node in atoms:
            if what in {"in", "out"}:
                labels[node] = IN if what == "in" else OUT
        return labels

    def verdict(self, every: Collection[Atom], some: Collection[Atom]) -> Verdict:
        """Return the verdict from the atoms of every extension and those of at least one."""
        framework = self.framework
        found = as_verdict(framework, self.labels(every))
        numbers = (n for what, n in some if what == "in" and n < framework.named)
        named = ((framework.names[number], number) for number in numbers)
        more = {name for name, number in named if framework.numbers(name)[0] == number}
        return found._replace(in_some=found.in_some | more)


class Solver:
    """Answer sets of some of the programs of this folder on the facts of a remainder.

    An answer set is given as its atoms ``in``, ``out``, ``accepted`` and
    ``rejected``. Raises ArgmapError when clingo is not installed.
    """

    work: ClassVar[int] = 0
    """The work of all solvers so far: for each answer, the number of open nodes and more."""

    def __init__(self, remainder: Remainder, *programs: str, facts: str = "") -> None:
        """Ground the programs, which are names of files without ``.lp``."""
        clingo = _clingo()
        options = [*_OPTIONS, *(["--heuristic=Domain"] if "maximal" in programs else [])]
        self._control: Control = clingo.Control(options)
        self._size = _LEAST_WORK + len(remainder.open)
        folder = files(__package__)
        texts = [folder.joinpath(f"{name}.lp").read_text("utf-8") for name in programs]
        self._control.add("base", [], "\n".join([*texts, remainder.facts, facts]))
        self._control.ground([("base", [])])
        self._literals: dict[Atom, int] = {
            (atom.symbol.name, atom.symbol.arguments[0].number): atom.literal
            for name in ("in", "out", "accepted", "rejected")
            for atom in self._control.symbolic_atoms.by_signature(name, 1)
        }

    def first(self, *, where: Iterable[int] = ()) -> frozenset[Atom] | None:
        """Return an answer set in which the literals ``where`` hold; None where there is none."""
        self._set("auto", 1)
        # No generator: what is raised while one is cleared away, as by Ctrl-C, is lost.
        with self._control.solve(list(where), yield_=True, async_=True) as handle:
            return self._next(handle)

    def all(self) -> Iterator[frozenset[Atom]]:
        """Yield answer sets as they are found, one for each way that atoms projected on hold."""
        self._set("auto", 0, project="project")
        with self._control.solve(yield_=True, async_=True) as handle:
            while (found := self._next(handle)) is not None:
                yield found

    def in_every(self) -> frozenset[Atom] | None:
        """Return the atoms of every answer set; None where there is none."""
        return self._last("cautious")

    def in_some(self) -> frozenset[Atom]:
        """Return the atoms of at least one answer set."""
        return self._last("brave") or frozenset()

    def literal(self, atom: Atom) -> int:
        """Return the literal that says an atom holds."""
        return self._literals[atom]

    def not_all_of(self, atoms: Iterable[Atom]) -> int:
        """Return a new literal that says at least one of the atoms does not hold."""
        with self._control.backend() as backend:
            literal: int = backend.add_atom()
            for atom in atoms:
                backend.add_rule([literal], [-self._literals[atom]])
        return literal

    def go_beyond(self, found: frozenset[Atom]) -> None:
        """From now on, find only answer sets that accept something that ``found`` does not."""
        others = (a for a in self._literals if a[0] == "accepted" and a not in found)
        with self._control.backend() as backend:
            backend.add_rule([], [-self._literals[atom] for atom in others])

    def _set(self, mode: str, number: int, project: str = "no") -> None:
        configuration: Any = self._control.configuration
        configuration.solve.enum_mode = mode
        configuration.solve.models = number
        configuration.solve.project = project

    def _last(self, mode: str) -> frozenset[Atom] | None:
        self._set(mode, 0)
        last = None
        with self._control.solve(yield_=True, async_=True) as handle:
            while (found := self._next(handle)) is not None:
                last = found  # each narrows or widens the one before
        return last

    def _next(self, handle: SolveHandle) -> frozenset[Atom] | None:
        """Return the next answer set, waiting so that Ctrl-C is heard."""
        Solver.work += self._size
        handle.resume()
        while not handle.wait(_PATIENCE):
            pass
        model = handle.model()
        if model is None:
            return None
        return frozenset(atom for atom, lit in self._literals.items() if model.is_true(lit))


_PATIENCE = 0.1  # seconds
_LEAST_WORK = 100  # of an answer about nothing

# Simplifying by equivalences (--eq), clingo's default, loses answer
# sets of some of our programs: seen with clingo 5.8, ideal semantics of a map of 3 claims.
_OPTIONS = ("--warn=none", "--eq=0")


_BY_CLAIMS = "#project in(N) : claim(N). #project out(N) : claim(N)."


def answer_labellings(framework: Framework, program: str) -> Iterator[Labels]:
    """Yield the labelling of each answer set of a program, as it is found.

    Answer sets that give all claims the same statuses count as one. Raises ArgmapError where
    clingo is needed and missing.
    """
    remainder = Remainder(framework)
    if not remainder.open:
        yield remainder.decided
        return
    for found in Solver(remainder, program, facts=_BY_CLAIMS).all():
        yield remainder.labels(found)


def _clingo() -> Any:
    try:
        import clingo
    except ImportError:
        message = "this semantics needs clingo, which is not installed"
        raise missing_extra(message, "solve") from None
    return clingo
