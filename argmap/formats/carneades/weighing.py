"""What the arguments of a Carneades graph weigh, as relations of a map can say it.

Gordon and Walton, "Formalizing Balancing Arguments", 2016. An argument keeps its weighing
function where a map has that. A constant is its weight. A preference orders the arguments
on an issue by what is said of their schemes, from the weakest to the strongest: the weight
is the rank. Criteria look at which of several values a property has, each a position of an
issue: there is one argument for each combination of values, of the weight that it has.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice, product
from typing import Any, NamedTuple

from argmap.documents.document import as_written, is_nothing
from argmap.formats.carneades.graph import Argument, Graph, Issue
from argmap.formats.carneades.schemes import LINKED, Criteria, Function, Order, number_of
from argmap.formats.carneades.terms import term
from argmap.model.losses import Losses
from argmap.model.scheme import WEIGHINGS

_COMBINATIONS_AT_MOST = 100
_BY_CRITERIA = (
    "argument weighed by criteria, as one for each combination of values",
    "arguments weighed by criteria, as one for each combination of values",
)
_TOO_MANY = (
    "argument weighed by criteria with too many combinations of values",
    "arguments weighed by criteria with too many combinations of values",
)
_CONSTANT = (
    "argument whose weight is the same without its premises, here nothing without them",
    "arguments whose weights are the same without their premises, here nothing without them",
)


class Weighed(NamedTuple):
    """An argument to make a relation of: statements as premises, and its weight, if it has one."""

    premises: tuple[str, ...]
    weight: float | None


class Weights:
    """Finds the weights of the arguments of a graph; what is not kept is counted."""

    def __init__(self, graph: Graph, losses: Losses) -> None:
        """Take the graph, in which every name is known."""
        self.graph = graph
        self.losses = losses
        self.issues = {name: each for each in graph.issues for name in each.positions}
        self.on: dict[str, list[Argument]] = {}
        for argument in graph.arguments:
            self.on.setdefault(argument.conclusion, []).append(argument)
        self.ranks: dict[tuple[str, tuple[Order, ...]], dict[str, float]] = {}

    def function(self, argument: Argument) -> Function:
        """Return the weighing function of an argument: its scheme may be one."""
        scheme = argument.scheme
        if scheme is None:
            return Function()
        built_in = scheme.casefold()
        return self.graph.schemes.functions.get(
            scheme, Function(built_in if built_in in WEIGHINGS else LINKED)
        )

    def of(self, argument: Argument) -> list[Weighed]:
        """Return an argument as one or several of a map."""
        function = self.function(argument)
        premises = tuple(dict.fromkeys(name for _, name in argument.premises))
        if argument.weight is not None:
            return [Weighed(premises, argument.weight)]
        if function.constant is not None:
            statements = self.graph.statements
            is_open = any(not statements[name].assumed for name in premises)
            self.losses.add(_CONSTANT[0], int(is_open), _CONSTANT[1], name=argument.name)
            return [Weighed(premises, function.constant)]
        if function.orders:
            return [Weighed(premises, self.rank(argument, function.orders))]
        if function.criteria is not None:
            return self.measured(argument, function.criteria, premises)
        # Of the share of nothing that is in, nothing is left.
        is_void = not premises and function.weighing != LINKED
        return [Weighed(premises, 0.0 if is_void else None)]

    def rank(self, argument: Argument, orders: tuple[Order, ...]) -> float | None:
        """Return the weight of an argument among those on its issue; None without an issue."""
        issue = self.issues.get(argument.conclusion)
        if issue is None:
            return None
        key = issue.name, orders
        if key not in self.ranks:
            self.ranks[key] = self.ranked(issue, orders)
        return self.ranks[key][argument.name]

    def ranked(self, issue: Issue, orders: tuple[Order, ...]) -> dict[str, float]:
        """Return the weight of each argument on an issue, by its name."""
        arguments = [each for name in issue.positions for each in self.on.get(name, ())]
        strengths = {
            each.name: [self.strength(each, order) for order in orders] for each in arguments
        }
        ladder = sorted({tuple(found) for found in strengths.values()})
        places = {step: (number + 1) / len(ladder) for number, step in enumerate(ladder)}
        return {name: round(places[tuple(found)], 6) for name, found in strengths.items()}

    def strength(self, argument: Argument, order: Order) -> tuple[int, float, tuple[int, ...]]:
        """Return what to sort an argument by; those of which nothing is said come first."""
        said = self.graph.schemes.properties.get(argument.scheme or "", {})
        value = said.get(order.name, argument.meta.get(order.name))
        if isinstance(value, list | dict) or value is None or is_nothing(value):
            return 0, 0.0, ()
        written, sign = as_written(value).casefold(), -1 if order.is_descending else 1
        if order.values:
            listed = written in order.values
            return 1, float(order.values.index(written) if listed else len(order.values)), ()
        number = number_of(value)
        if number is not None:
            return 1, sign * number, ()
        return 2, 0.0, tuple(sign * ord(character) for character in written)

    def measured(
        self, argument: Argument, criteria: Criteria, premises: tuple[str, ...]
    ) -> list[Weighed]:
        """Return an argument for each combination of the values that its criteria look at."""
        of_property = {
            name: next((p for role, p in argument.premises if _is_about(name, role, p)), None)
            for name in criteria.soft
        }
        if None in of_property.values():  # a property of which it has no premise
            return [Weighed(premises, 0.0)]
        chosen = {name: premise for name, premise in of_property.items() if premise is not None}
        choices = [list(self.values(premise)) for premise in chosen.values()]
        combinations = list(islice(product(*choices), _COMBINATIONS_AT_MOST + 1))
        if len(combinations) > _COMBINATIONS_AT_MOST:
            self.losses.add(_TOO_MANY[0], 1, _TOO_MANY[1], name=argument.name)
            combinations = combinations[:1]
        found: list[Weighed] = []
        for combination in combinations:
            swapped = dict(zip(chosen.values(), combination, strict=True))
            names = tuple(dict.fromkeys(swapped.get(name, name) for name in premises))
            weight = _worth(criteria, dict(zip(chosen, combination, strict=True)))
            if weight or not found:
                found.append(Weighed(names, weight))
        what, plural = _BY_CRITERIA
        self.losses.add(what, int(len(found) > 1), plural, name=argument.name, is_minor=True)
        return found

    def values(self, premise: str) -> Iterator[str]:
        """Yield a premise, and the other positions of its issue."""
        yield premise
        issue = self.issues.get(premise)
        yield from (name for name in (issue.positions if issue else ()) if name != premise)


def _is_about(name: str, role: str, premise: str) -> bool:
    return name in {role, term(premise).predicate}


def _worth(criteria: Criteria, values: dict[str, str]) -> float:
    """Return the weighted sum of the values that properties have, by the last argument of each."""
    whole = sum(each.factor for each in criteria.soft.values())
    parts = (
        each.factor / whole * each.values.get(_last(values[name]), 0.0)
        for name, each in criteria.soft.items()
    )
    return round(min(sum(parts), 1.0), 6)


def _last(formula: str) -> str:
    arguments: tuple[Any, ...] = term(formula).arguments
    return arguments[-1] if arguments else ""
