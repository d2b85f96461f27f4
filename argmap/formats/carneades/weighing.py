"""How Carneades decides where a map does not: it weighs arguments and balances issues.

Gordon and Walton, "Formalizing balancing arguments", 2016: the weighing function of its
scheme gives an argument a weight, and of the positions of an issue the one whose best
argument weighs more, by the proof standard, is in and all others are out. What only a
cycle supports is undecided. A map has neither weights nor issues; what they decide is
counted, so that a status that differs from that of Carneades is explained.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from argmap.documents.document import as_written, is_nothing
from argmap.formats.carneades.graph import Argument, Graph, Issue
from argmap.model.losses import Losses

_LINKED = "linked"  # in if all premises are, which is what a relation of a map says
_PREMISE_BY_PREMISE = frozenset({"convergent", "cumulative"})
_READ_AS_LINKED = (
    "argument that is weighed premise by premise, read as linked premises",
    "arguments that are weighed premise by premise, read as linked premises",
)
_WEIGHT = "weight that a scheme gives an argument", "weights that schemes give arguments"
_BALANCE = (
    "balance of the arguments on an issue",
    "balances of the arguments on issues",
)
_UNDECIDED = (
    "undecided status of a claim that only a cycle supports",
    "undecided statuses of claims that only cycles support",
)


def count_weighing(graph: Graph, schemes: Any, losses: Losses) -> None:
    """Count what decides statuses in Carneades and is not in a map.

    ``schemes`` are the ``argument_schemes`` of the file as they are written there.
    """
    functions = _functions(schemes)
    for argument in graph.arguments:
        function = _function(argument, functions)
        if function in _PREMISE_BY_PREMISE:
            number = int(len({name for _, name in argument.premises}) > 1)
            losses.add(_READ_AS_LINKED[0], number, _READ_AS_LINKED[1], name=argument.scheme)
        elif function != _LINKED:
            losses.add(_WEIGHT[0], 1, _WEIGHT[1], name=argument.scheme)
    dependence = _Dependence(graph, functions)
    for issue in graph.issues:
        if dependence.is_balanced(issue):
            losses.add(_BALANCE[0], 1, _BALANCE[1], name=issue.name)
    for name in dependence.undecided():
        losses.add(_UNDECIDED[0], 1, _UNDECIDED[1], name=name)


def named(value: Any) -> Iterator[tuple[str | None, Any]]:
    """Yield the entries of a part with their names: a mapping, or a list of ``{id: …}``."""
    if isinstance(value, dict):
        yield from value.items()
        return
    for item in value if isinstance(value, list) else () if is_nothing(value) else (value,):
        given = item.get("id") if isinstance(item, dict) else item
        is_name = not isinstance(given, list | dict) and not is_nothing(given)
        yield as_written(given) if is_name else None, item


def _functions(schemes: Any) -> dict[str, str]:
    """Return the name of the weighing function of each scheme, empty where it has its own."""
    found = {}
    for name, scheme in named(schemes):
        weight = scheme.get("weight") if isinstance(scheme, dict) else None
        if name is not None:
            is_own = isinstance(weight, list | dict)
            found[name] = "" if is_own else _LINKED if is_nothing(weight) else as_written(weight)
    return found


def _function(argument: Argument, functions: Mapping[str, str]) -> str:
    """Return the name of the weighing function of an argument: its scheme may be one."""
    scheme = argument.scheme
    if scheme is None:
        return _LINKED
    known = scheme if scheme in {*_PREMISE_BY_PREMISE, "factorized"} else _LINKED
    return functions.get(scheme, known)


class _Dependence:
    """What the label of each statement depends on, in cycles or not."""

    def __init__(self, graph: Graph, functions: Mapping[str, str]) -> None:
        self.graph = graph
        self.functions = functions
        self.issues = {name: n for n, each in enumerate(graph.issues) for name in each.positions}
        self.numbers = {name: number for number, name in enumerate(graph.statements)}
        assumed = (name for name, each in graph.statements.items() if each.assumed)
        # Issues with a position that is assumed: all others are out from the beginning.
        self.decided = {self.issues[name] for name in assumed if name in self.issues}
        self.concluded = Counter(argument.conclusion for argument in graph.arguments)
        # What is in whatever becomes of the rest, and what could be in.
        self.sure = self.reached([each for each in graph.arguments if self.is_sure(each)])
        self.open = [e for e in graph.arguments if self.sure.isdisjoint(dict(e.undercutters))]
        self.possible = self.reached(self.open)
        self.unsettled = self.after_cycles()

    def is_sure(self, argument: Argument) -> bool:
        """Return whether an argument is sure to decide once its premises are in."""
        is_linked = _function(argument, self.functions) == _LINKED
        return is_linked and not argument.undercutters and argument.conclusion not in self.issues

    def is_balanced(self, issue: Issue) -> bool:
        """Return whether several positions have support, or one waits for all its arguments."""
        statements = self.graph.statements
        backed = [n for n in issue.positions if n in self.concluded or statements[n].assumed]
        waiting = (name for name in backed if name in self.unsettled)
        return len(backed) > 1 or any(self.concluded[name] > 1 for name in waiting)

    def undecided(self) -> list[str]:
        """Return what Carneades leaves undecided and a map has out."""
        return [name for name in self.unsettled if name not in self.possible]

    def after_cycles(self) -> dict[str, None]:
        """Return the statements that are in a cycle, or depend on one."""
        from argmap.analysis.solving.order import in_order

        size = len(self.numbers)
        successors: list[list[int]] = [[] for _ in range(size + len(self.graph.issues))]
        for name, issue in self.issues.items():
            successors[size + issue].append(self.numbers[name])
        for argument in self.open:
            name = argument.conclusion
            end = size + self.issues[name] if name in self.issues else self.numbers[name]
            above = {*(premise for _, premise in argument.premises), *dict(argument.undercutters)}
            for each in filter(self.waits, above):
                successors[self.numbers[each]].append(end)
        order = in_order(successors)
        # What the order puts after a cycle depends on one.
        first = min(order.cycles, default=len(successors))
        places = order.places
        found = (name for name, number in self.numbers.items() if places[number] >= first)
        return dict.fromkeys(name for name in found if self.waits(name))

    def waits(self, name: str) -> bool:
        """Return whether a statement is not decided from the beginning."""
        return (
            name in self.concluded
            and name not in self.sure
            and self.issues.get(name) not in self.decided
        )

    def reached(self, arguments: Sequence[Argument]) -> set[str]:
        """Return the statements that are assumed, or that arguments lead to from these."""
        using: dict[str, list[int]] = {}
        waiting = []
        todo = [name for name, each in self.graph.statements.items() if each.assumed]
        for number, argument in enumerate(arguments):
            premises = {name for _, name in argument.premises}
            is_any = _function(argument, self.functions) in _PREMISE_BY_PREMISE
            waiting.append(1 if is_any else len(premises))
            for name in premises:
                using.setdefault(name, []).append(number)
            if not premises:
                todo.append(argument.conclusion)
        found: set[str] = set()
        while todo:
            name = todo.pop()
            if name in found:
                continue
            found.add(name)
            for number in using.get(name, ()):
                waiting[number] -= 1
                if waiting[number] == 0:
                    todo.append(arguments[number].conclusion)
        return found
