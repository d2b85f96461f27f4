"""Carneades 4 YAML, the argument graphs of that system (https://carneades.github.io).

Follows the files that the system reads; their content is described in Gordon and Walton,
"Formalizing balancing arguments", 2016. A statement is a claim. An argument is a relation
with its own id, and the roles of its premises in its note. Its undercutter undercuts it.
Any two positions of an issue contradict each other. The statements under in, out and
undecided in ``tests`` are what the map expects of the grounded semantics. The label of a
statement is a tag, such as ``expected: in``.

In Carneades a statement without an argument for it is in only when it is assumed, so
each claim without support says whether it is. What Carneades decides by weights, by the
balance of an issue or because only a cycle supports it is counted (``weighing``).
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

# Pairs of positions, in issues with more than two: an issue with a thousand would be
# half a million relations.
_PAIRS_AT_MOST = 20_000
_NAME_OF_A_PAIR = 100  # characters; a longer name of an issue counts for more pairs
_UNDERCUT_OF_NOTHING = (
    "undercutter of an argument without premises, kept as an attack",
    "undercutters of arguments without premises, kept as attacks",
)
_TOO_MANY = (
    "contradiction of an issue with too many positions",
    "contradictions of issues with too many positions",
)


def parse_carneades(file: FileText, losses: Losses) -> ArgumentMap:
    """Return the map of an argument graph; raises InvalidMapError with its errors."""
    from argmap.documents.yaml_document import read_document

    graph = read_graph(read_document(file), losses)
    return _Translation(graph, MapBuilder(file, losses)).build()


def recognises_carneades(sample: Sample) -> bool:
    """Return whether most of its keys are those of the format; with ``meta`` alone, all."""
    keys = sample.yaml_keys
    if "argmap" in keys:
        return False
    if keys & {"statements", "arguments", "issues"}:
        return 2 * len(keys & PARTS) >= len(keys)
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
        """Set for each statement without support whether it is assumed.

        An argument without premises cannot be a relation: its conclusion is assumed.
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
        """Add an argument; return the id of its relation, or None if it has no premises."""
        ids = [(role, self.ids[name]) for role, name in argument.premises]
        if not ids:
            return None
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
        """Add a relation for each pair of positions, unless there are too many."""
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
