"""Random graphs of Carneades have the labels here that they have there.

The labelling here follows Gordon and Walton (2016): assumptions are in; a statement is in
or out as soon as what its arguments rest on is decided; a position of an issue is in if
its best argument weighs more than that of each other position, and otherwise out.
"""

from __future__ import annotations

from typing import NamedTuple

from hypothesis import given
from hypothesis import strategies as st
from support.carneades import read
from support.laws import examples

from argmap.analysis.evaluation.evaluation import evaluate
from argmap.model import Status

NAMES = tuple("pqrst")
IN, OUT, UNDECIDED = Status.IN, Status.OUT, Status.UNDECIDED


class Argued(NamedTuple):
    """An argument of a random graph."""

    premises: tuple[str, ...]
    conclusion: str
    scheme: str | None
    undercutter: str | None


class Drawn(NamedTuple):
    """A random graph; the positions of its one issue, which may be none."""

    assumed: frozenset[str]
    arguments: tuple[Argued, ...]
    positions: tuple[str, ...]

    def text(self) -> str:
        """Return it as Carneades YAML."""
        lines = [f"statements: {{{', '.join(f'{name}: About {name}' for name in NAMES)}}}"]
        lines += [f"assumptions: [{', '.join(sorted(self.assumed))}]", "arguments:"]
        for number, each in enumerate(self.arguments):
            fields = [f"premises: [{', '.join(each.premises)}]", f"conclusion: {each.conclusion}"]
            fields += [f"scheme: {each.scheme}"] if each.scheme else []
            fields += [f"undercutter: {each.undercutter}"] if each.undercutter else []
            lines.append(f"  a{number}: {{{', '.join(fields)}}}")
        if self.positions:
            lines.append(f"issues: {{which: {{positions: [{', '.join(self.positions)}]}}}}")
        return "\n".join(lines) + "\n"


NAME = st.sampled_from(NAMES)
GRAPHS = st.builds(
    Drawn,
    st.frozensets(NAME),
    st.lists(
        st.builds(
            Argued,
            st.lists(NAME, max_size=3, unique=True).map(tuple),
            NAME,
            st.sampled_from((None, None, "linked", "convergent", "cumulative", "factorized")),
            st.none() | st.none() | NAME,
        ),
        max_size=6,
    ).map(tuple),
    st.just(()) | st.lists(NAME, min_size=2, max_size=3, unique=True).map(tuple),
)


class Labelling:
    """The grounded labelling of Carneades, built up to its fixed point."""

    def __init__(self, graph: Drawn) -> None:
        """Begin with what is assumed and what nothing concludes."""
        self.graph = graph
        self.labels = dict.fromkeys(NAMES, UNDECIDED)
        for name in NAMES:
            if name in graph.assumed:
                self.labels[name] = IN
            elif not self.arguments(name):
                self.labels[name] = OUT
        if any(self.labels[name] is IN for name in graph.positions):
            for name in graph.positions:
                if self.labels[name] is UNDECIDED:
                    self.labels[name] = OUT
        while self.advances():
            pass

    def arguments(self, *conclusions: str) -> list[Argued]:
        """Return the arguments with one of these conclusions."""
        return [each for each in self.graph.arguments if each.conclusion in conclusions]

    def is_undercut(self, argument: Argued) -> bool:
        """Return whether its undercutter is in."""
        return argument.undercutter is not None and self.labels[argument.undercutter] is IN

    def is_applicable(self, argument: Argued) -> bool:
        """Return whether all that it rests on is decided, and not its undercutter."""
        cut = OUT if argument.undercutter is None else self.labels[argument.undercutter]
        return cut is OUT and all(self.labels[p] is not UNDECIDED for p in argument.premises)

    def weight(self, argument: Argued) -> float:
        """Return its weight, from 0 to 1."""
        if not self.is_applicable(argument):
            return 0.0
        if not argument.premises:  # of no premises, no share is in
            return float(argument.scheme in {None, "linked"})
        number = sum(self.labels[premise] is IN for premise in argument.premises)
        if argument.scheme == "convergent":
            return float(number > 0)
        if argument.scheme == "cumulative":
            return number / len(argument.premises)
        if number < len(argument.premises):
            return 0.0
        is_at_issue = argument.conclusion in self.graph.positions
        every = self.arguments(*(self.graph.positions if is_at_issue else argument.conclusion))
        at_issue = {premise for each in every for premise in each.premises}
        return number / len(at_issue) if argument.scheme == "factorized" else 1.0

    def advances(self) -> bool:
        """Decide what can be decided now; return whether anything was."""
        before = dict(self.labels)
        for name in NAMES:
            if self.labels[name] is not UNDECIDED:
                continue
            own = self.arguments(name)
            is_ready = all(self.is_undercut(each) or self.is_applicable(each) for each in own)
            if is_ready and not any(map(self.weight, own)):
                self.labels[name] = OUT
            elif name in self.graph.positions:
                self.resolve()
            elif any(map(self.weight, own)):
                self.labels[name] = IN
        return self.labels != before

    def resolve(self) -> None:
        """Balance the issue, if all its arguments are decided."""
        positions = self.graph.positions
        every = self.arguments(*positions)
        if not all(self.is_undercut(each) or self.is_applicable(each) for each in every):
            return
        best = {p: max(map(self.weight, self.arguments(p)), default=0.0) for p in positions}
        for name in positions:
            others = [weight for other, weight in best.items() if other != name]
            self.labels[name] = IN if best[name] > max(others) else OUT


@given(GRAPHS)
@examples(400)
def test_a_graph_has_the_labels_that_carneades_gives_it(graph: Drawn) -> None:
    argument_map, losses = read(graph.text())
    statuses = evaluate(argument_map, "carneades").statuses
    assert Labelling(graph).labels == {name: statuses[name] for name in NAMES}
    assert not losses.touch_the_argument
