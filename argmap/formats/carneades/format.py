"""Carneades 4 YAML, an argument graph as the system has it (https://carneades.github.io).

Follows the files that the system reads; what is in them is described in Gordon
and Walton, "Formalizing balancing arguments", 2016. A statement is a claim. An
argument is a relation under its own name, and says in its note what role each
premise has. Its undercutter undercuts it. The positions of an issue contradict
one another, each pair of them. What ``tests`` has in, out and undecided is what the
map expects of the grounded semantics. The label that a statement itself has is
a tag, such as ``expected: in``.

In Carneades a statement that nothing argues for stands only when it is assumed,
so each claim without support says whether it is.
"""

from __future__ import annotations

from itertools import combinations

from argmap.documents.sample import Sample
from argmap.formats._builder import MapBuilder
from argmap.formats.carneades.graph import Argument, Graph, Issue
from argmap.formats.carneades.reader import PARTS, read_graph
from argmap.model import ArgumentMap, Expectation, FileText, RelationKind, Source
from argmap.model.losses import Losses

SUMMARY = "Carneades 4 YAML"
SUFFIXES = (".carneades.yml", ".carneades.yaml")
SHARED_SUFFIXES = (".yml", ".yaml")

# Pairs of positions, in issues that have more than two: an issue of a thousand
# would be half a million relations.
_PAIRS_AT_MOST = 20_000
_NAME_OF_A_PAIR = 100  # characters; a longer name of an issue counts for more pairs
# Weighing functions of Carneades under which an argument may hold by some of its premises.
_NOT_LINKED = frozenset({"convergent", "cumulative"})
_UNDERCUT_OF_NOTHING = (
    "undercutter of an argument without premises, kept as an attack",
    "undercutters of arguments without premises, kept as attacks",
)
_TOO_MANY = (
    "contradiction of an issue with too many positions",
    "contradictions of issues with too many positions",
)


def parse_carneades(file: FileText, losses: Losses) -> ArgumentMap:
    """Return the map of an argument graph, or raise InvalidMapError with its errors."""
    from argmap.documents.yaml_document import read_document

    graph = read_graph(read_document(file), losses)
    return _Translation(graph, MapBuilder(file, losses)).build()


def recognises_carneades(sample: Sample) -> bool:
    """Tell it by its parts; a file with ``meta`` alone has no part of another format either."""
    keys = sample.yaml_keys
    if "argmap" in keys:
        return False
    if keys & {"statements", "arguments", "issues"}:
        return True
    return bool(keys & {"meta", "assumptions"}) and keys <= PARTS


class _Translation:
    """Turns a graph, in which every name is known, into a map."""

    def __init__(self, graph: Graph, builder: MapBuilder) -> None:
        self.graph = graph
        self.builder = builder
        self.losses = builder.losses
        self.room = _PAIRS_AT_MOST
        self.ids: dict[str, str] = {}  # of the claim of each statement

    def build(self) -> ArgumentMap:
        """Return the map: claims, then arguments, their undercutters, and issues."""
        arguments = self.graph.arguments
        self.assume(arguments)
        for name, statement in self.graph.statements.items():
            self.ids[name] = self.builder.claim(
                name,
                statement.text,
                offset=statement.offset,
                label=statement.label,
                tags=tuple(dict.fromkeys(statement.tags)),
                note=statement.note,
                assumed=statement.assumed,
            )
        targets = [self.argument(argument) for argument in arguments]
        for argument, target in zip(arguments, targets, strict=True):
            self.undercut(argument, target)
        for issue in self.graph.issues:
            self.issue(issue)
        for name, status, offset in self.graph.tests:
            expectation = Expectation("grounded", self.ids[name], status)
            self.builder.expectations[expectation] = offset
        title, source = self.graph.title, self.graph.source
        return self.builder.build(title=title, source=Source(**source) if source else None)

    def assume(self, arguments: list[Argument]) -> None:
        """Say of each statement that no premise supports whether it stands all the same.

        An argument without premises has no form as a relation: what it
        concludes stands of itself.
        """
        statements = self.graph.statements
        bare = [argument for argument in arguments if not argument.premises]
        self.losses.add("argument without premises", len(bare), "arguments without premises")
        for argument in bare:
            concluded = statements[argument.conclusion]
            if concluded.assumed is None:
                concluded.assumed = True
        supported = {argument.conclusion for argument in arguments if argument.premises}
        for name, statement in statements.items():
            if statement.assumed is None and name not in supported:
                statement.assumed = False

    def argument(self, argument: Argument) -> str | None:
        """Add an argument; return the id of its relation, or None where it has no premises."""
        ids = [(role, self.ids[name]) for role, name in argument.premises]
        if not ids:
            return None
        if len(ids) > 1 and argument.scheme in _NOT_LINKED:
            what = "argument that is weighed premise by premise, read as linked premises"
            self.losses.add(what, 1, what.replace("argument that is", "arguments that are"))
        roles = "; ".join(f"{role}: {premise}" for role, premise in ids if role)
        return self.builder.relation(
            RelationKind.SUPPORTS,
            tuple(premise for _, premise in ids),
            self.ids[argument.conclusion],
            wanted=argument.name,
            offset=argument.offset,
            scheme=argument.scheme,
            note="\n".join(filter(None, (roles, argument.note))) or None,
        )

    def undercut(self, argument: Argument, target: str | None) -> None:
        kind = RelationKind.UNDERCUTS
        if target is None:
            kind, target = RelationKind.ATTACKS, self.ids[argument.conclusion]
            what, plural = _UNDERCUT_OF_NOTHING
            self.losses.add(what, len(argument.undercutters), plural)
        for name, offset in argument.undercutters:
            self.builder.relation(kind, (self.ids[name],), target, offset=offset)

    def issue(self, issue: Issue) -> None:
        """Add a relation for each pair of positions, as far as there is room for them."""
        number = len(issue.positions)
        pairs = number * (number - 1) // 2
        few = "with fewer than two positions"
        self.losses.add(f"issue {few}", int(not pairs), f"issues {few}")
        if pairs > 1:
            cost = pairs * (1 + len(issue.name) // _NAME_OF_A_PAIR)
            if cost > self.room:
                self.losses.add(_TOO_MANY[0], pairs, _TOO_MANY[1])
                return
            self.room -= cost
        note = issue.note
        for first, second in combinations(issue.positions, 2):
            self.builder.relation(
                RelationKind.CONTRADICTS,
                (self.ids[first],),
                self.ids[second],
                wanted=issue.name,
                offset=issue.offset,
                note=note,
            )
            note = None  # once is enough
