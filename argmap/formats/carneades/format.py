"""Carneades 4 YAML, the argument graphs of that system (https://carneades.github.io).

Follows the files that the system reads; their content is described in Gordon and Walton,
"Formalizing Balancing Arguments", 2016. A statement is a claim. An argument is a relation
with its own id, the roles of its premises in its note, and its weight (``weighing``). Its
undercutter undercuts it. An issue is a question of which one answer is to be chosen, with
the proof standard of the issue; its positions answer it. ``argument_schemes`` are schemes of
the map. The statements under in, out and undecided in ``tests`` are what the map expects of
the carneades semantics. The label of a statement is a tag, such as ``expected: in``.

In Carneades a statement without an argument for it is in only when it is assumed, so
each claim without support says whether it is. One whose only argument has no premises, no
weight and no undercutter may stand on its own; any other argument without premises has
one added that is left unsaid. Schemes with variables derive arguments there and not here.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from argmap.analysis.schemes.catalogue import canonical_name
from argmap.documents.sample import Sample
from argmap.formats._builder import MapBuilder
from argmap.formats.carneades.graph import Argument, Graph, Issue
from argmap.formats.carneades.reader import PARTS, read_graph
from argmap.formats.carneades.weighing import Weights
from argmap.model import ArgumentMap, Expectation, FileText, RelationKind, Source
from argmap.model.claim import QUESTION
from argmap.model.losses import Losses
from argmap.model.scheme import WEIGHINGS

SUMMARY = "Carneades 4 YAML"
SUFFIXES = (".carneades.yml", ".carneades.yaml")
SHARED_SUFFIXES = (".yml", ".yaml")

# Answers beyond one for each statement, which Carneades allows: aliases make long lists
# cheap, and a long name of an issue stands in the id of each answer.
_FURTHER_AT_MOST = 20_000
_NAME_OF_AN_ANSWER = 100  # characters; a longer one counts for more answers
_ASKED_AT_MOST = 200  # characters of two positions that a question names
_TOO_MANY = (
    "answer to an issue, of too many over all issues",
    "answers to issues, of too many over all issues",
)
_NOT_KEPT = (
    "id of an argument without premises, by which its conclusion stands",
    "ids of arguments without premises, by which their conclusions stand",
)
_UNSAID = (
    "argument without premises, given one that is left unsaid",
    "arguments without premises, given one that is left unsaid",
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
        self.weights = Weights(graph, builder.losses)
        self.weighed = {each.name: self.weights.of(each) for each in graph.arguments}
        self.concluded = Counter(argument.conclusion for argument in graph.arguments)
        self.room = len(graph.statements) + _FURTHER_AT_MOST
        self.ids: dict[str, str] = {}  # of the claim of each statement
        self.unsaid: dict[str, str] = {}  # of the premise added to each argument without any

    def build(self) -> ArgumentMap:
        """Return the map: claims and questions, then arguments, their undercutters, answers."""
        arguments = [each for each in self.graph.arguments if not self.is_idle(each)]
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
        for argument in arguments:
            if not argument.premises:
                self.add_premise(argument)
        questions = [self.question(issue) for issue in self.graph.issues]
        targets = [list(self.argument(argument)) for argument in arguments]
        for argument, names in zip(arguments, targets, strict=True):
            self.undercut(argument, names)
        for issue, question in zip(self.graph.issues, questions, strict=True):
            self.answer(issue, question)
        for name, status, offset in self.graph.tests:
            expectation = Expectation("carneades", self.ids[name], status)
            self.builder.expectations[expectation] = offset
        title, source = self.graph.title, self.graph.source
        found = Source(**source) if source else None
        schemes = self.graph.schemes.found
        return self.builder.build(title=title, source=found, schemes=schemes)

    def is_idle(self, argument: Argument) -> bool:
        """Return whether that its conclusion may stand on its own says all that an argument does.

        Its name apart, which is counted.
        """
        (weighed, *_) = self.weighed[argument.name]
        is_plain = not argument.undercutters and argument.note is None and not argument.scheme
        return (
            is_plain
            and not argument.premises
            and weighed.weight is None
            and self.concluded[argument.conclusion] == 1
        )

    def assume(self, arguments: list[Argument]) -> None:
        """Set for each statement without support whether it is assumed."""
        supported = {argument.conclusion for argument in arguments}
        for name, statement in self.graph.statements.items():
            if name in supported or statement.assumed:
                continue
            # An argument without premises that is no relation lets its conclusion stand.
            stands = bool(self.concluded[name])
            self.losses.add(_NOT_KEPT[0], int(stands), _NOT_KEPT[1], is_minor=True)
            statement.assumed = None if stands else False

    def add_premise(self, argument: Argument) -> None:
        """Add the premise that an argument without any goes without saying."""
        self.unsaid[argument.name] = self.builder.claim(
            f"{argument.name}-unsaid",
            f"The argument {argument.name} needs no premise.",
            offset=argument.offset,
            implicit=True,
            assumed=True,
        )
        self.losses.add(_UNSAID[0], 1, _UNSAID[1], name=argument.name, is_minor=True)

    def argument(self, argument: Argument) -> Iterator[str]:
        """Add the relations of an argument, several where criteria decide; yield their ids."""
        roles = "; ".join(f"{role}: {self.ids[name]}" for role, name in argument.premises if role)
        note: str | None = "\n".join(filter(None, (roles, argument.note))) or None
        for weighed in self.weighed[argument.name]:
            premises = tuple(self.ids[name] for name in weighed.premises)
            name = self.builder.relation(
                RelationKind.SUPPORTS,
                premises or (self.unsaid[argument.name],),
                self.ids[argument.conclusion],
                wanted=argument.name,
                offset=argument.offset,
                scheme=self.scheme(argument),
                note=note,
                weight=weighed.weight,
            )
            note = None  # once is enough
            if name is not None:
                yield name

    def scheme(self, argument: Argument) -> str | None:
        """Return the scheme of an argument: one of the file, or by argmap's name for it."""
        name = argument.scheme
        if name is None or name in self.graph.schemes.functions:
            return name
        return name if name.casefold() in WEIGHINGS else canonical_name(name)

    def undercut(self, argument: Argument, targets: list[str]) -> None:
        for target in targets:
            for name, offset in argument.undercutters:
                premises = (self.ids[name],)
                self.builder.relation(RelationKind.UNDERCUTS, premises, target, offset=offset)

    def question(self, issue: Issue) -> str:
        """Add the question that an issue is; return its id."""
        return self.builder.claim(
            issue.name,
            issue.title or self.asked(issue),
            offset=issue.offset,
            kind=QUESTION,
            note=issue.note,
            choose="one",
            standard=issue.standard,
        )

    def asked(self, issue: Issue) -> str:
        """Return what an issue without a title asks: which of its positions holds."""
        texts = [self.graph.statements[name].text.strip() for name in issue.positions]
        said = ", or ".join(text.removesuffix(".") for text in texts)
        if len(texts) == 2 and len(said) <= _ASKED_AT_MOST:
            return f"Which holds: {said}?"
        return f"Which position on {issue.name} holds?"

    def answer(self, issue: Issue, question: str) -> None:
        cost = len(issue.positions) * (1 + len(issue.name) // _NAME_OF_AN_ANSWER)
        if cost > self.room:
            self.losses.add(_TOO_MANY[0], len(issue.positions), _TOO_MANY[1])
            return
        self.room -= cost
        for name in issue.positions:
            premises = (self.ids[name],)
            self.builder.relation(RelationKind.ANSWERS, premises, question, offset=issue.offset)
