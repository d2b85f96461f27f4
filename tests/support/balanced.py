"""What the carneades semantics must agree with: its definitions, applied until nothing changes.

Gordon and Walton, "Formalizing Balancing Arguments" (COMMA 2016), over the reading of a map
that the README gives. Every rule is tried on everything, again and again, in exact fractions.
Nothing here knows how argmap computes anything.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from fractions import Fraction

from argmap import ArgumentMap, Relation, RelationKind

IN, OUT, UNDECIDED = "in", "out", "undecided"
STANDARDS = ("preponderance", "clear-and-convincing", "beyond-reasonable-doubt")
Position = tuple[str, str]  # ("claim", id), ("against", id) or ("stopped", relation)


class Balanced:
    """The labels of a small map: ``statuses`` has those of claims and relations."""

    def __init__(
        self, argument_map: ArgumentMap, assume: Collection[str] = (), reject: Collection[str] = ()
    ) -> None:
        """Label the map, with some ids assumed to be in and some rejected."""
        self.map = argument_map
        self.assume, self.reject = assume, reject
        claims = argument_map.claims.values()
        self.labels: dict[Position, str] = {}
        for claim in claims:
            for position in (("claim", claim.id), ("against", claim.id)):
                self.labels[position] = UNDECIDED
            if claim.id in reject or claim.is_question:
                self.labels["claim", claim.id] = OUT
            elif claim.id in assume or claim.assumed is True:
                self.labels["claim", claim.id] = IN
        self.assumed = {position for position, label in self.labels.items() if label == IN}
        for relation in argument_map.relations:
            self.labels["stopped", relation] = UNDECIDED
        while self.advances():
            pass

    @property
    def statuses(self) -> dict[str, str]:
        """The labels of all claims that are no questions, and of all relations."""
        claims = {
            claim.id: self.labels["claim", claim.id]
            for claim in self.map.claims.values()
            if not claim.is_question
        }
        return claims | {each.id: self.step(each) for each in self.map.relations.values()}

    def advances(self) -> bool:
        """Apply the rules once to what is undecided; return whether anything was decided."""
        labels = dict(self.labels)
        for position, label in self.labels.items():
            if label == UNDECIDED:
                labels[position] = self.label(position)
        is_changed = labels != self.labels
        self.labels = labels
        return is_changed

    def label(self, position: Position) -> str:
        """Return the label that follows, from the labels as they are, for an undecided position."""
        rivals = list(self.rivals(position))
        if any(label == "takes part" and rival in self.assumed for rival, label in rivals):
            return OUT
        weights = self.weights(position)
        is_ready = None not in weights
        own = max((weight for weight in weights if weight is not None), default=Fraction(0))
        if is_ready and own == 0:
            return OUT
        if not rivals:
            return IN if own > 0 else UNDECIDED
        if not is_ready or any(label == "open" for _, label in rivals):
            return UNDECIDED
        for rival, _ in rivals:
            against = self.weights(rival)
            if None in against:
                return UNDECIDED
        heaviest = [max(self.known(rival), default=Fraction(0)) for rival, _ in rivals]
        standard = self.standard(position)
        return IN if all(prevails(standard, own, other) for other in heaviest) else OUT

    def known(self, position: Position) -> list[Fraction]:
        """Return what the arguments for a position weigh, those that are ready."""
        return [weight for weight in self.weights(position) if weight is not None]

    def rivals(self, position: Position) -> Iterator[tuple[Position, str]]:
        """Yield what excludes a position, unless it is sure not to, and whether that is open."""
        kind, name = position
        if kind == "against" and name not in self.reject:
            yield ("claim", name), "takes part"
        if kind != "claim":
            return
        if any(True for _ in self.arguments(("against", name))):
            yield ("against", name), "takes part"
        for relation in self.of(RelationKind.CONTRADICTS):
            ends = (relation.premises[0], relation.target)
            if name in ends:
                yield from self.rival(ends[ends[0] == name], [relation])
        for answers in self.choices():
            for other, relation in answers.items() if name in answers else ():
                if other != name:
                    yield from self.rival(other, [answers[name], relation])

    def of(self, kind: RelationKind) -> list[Relation]:
        """Return the relations of a kind that are not rejected."""
        relations = self.map.relations.values()
        return [each for each in relations if each.kind is kind and each.id not in self.reject]

    def choices(self) -> Iterator[dict[str, Relation]]:
        """Yield the claims that answer each question of which one is to be chosen, and by what."""
        for question in self.map.claims.values():
            answers: dict[str, Relation] = {}
            for relation in self.of(RelationKind.ANSWERS):
                if relation.target == question.id and question.choose == "one":
                    answers.setdefault(relation.premises[0], relation)
            yield answers

    def rival(self, name: str, by: list[Relation]) -> Iterator[tuple[Position, str]]:
        """Yield a claim as a rival by some relations, as far as all of these apply."""
        labels = [self.stopped(relation) for relation in by]
        if name not in self.reject and IN not in labels:
            yield ("claim", name), "open" if UNDECIDED in labels else "takes part"

    def stopped(self, relation: Relation) -> str:
        """Return whether a relation is undercut, a label."""
        if not any(True for _ in self.arguments(("stopped", relation.id))):
            return OUT
        return self.labels["stopped", relation.id]

    def arguments(self, position: Position) -> Iterator[Relation]:
        """Yield the relations that argue for a position."""
        kind, name = position
        wanted = {
            "claim": RelationKind.SUPPORTS,
            "against": RelationKind.ATTACKS,
            "stopped": RelationKind.UNDERCUTS,
        }[kind]
        is_shielded = kind == "stopped" and name in self.assume
        for relation in self.map.relations.values():
            if relation.kind is wanted and relation.target == name and not is_shielded:
                yield relation

    def weights(self, position: Position) -> list[Fraction | None]:
        """Return what the arguments for a position weigh, None for one that is not ready."""
        found = [self.weight(relation, position) for relation in self.arguments(position)]
        kind, name = position
        if kind == "claim" and not found:
            claim = self.map.claims[name]
            if claim.assumed is None and not claim.is_question:
                return [Fraction(1)]
        return found

    def weight(self, relation: Relation, position: Position) -> Fraction | None:
        """Return what an argument for a position weighs, None where it is not ready."""
        stopped = self.stopped(relation)
        if relation.id in self.reject or stopped == IN:
            return Fraction(0)
        labels = [self.labels["claim", premise] for premise in relation.premises]
        if stopped == UNDECIDED or UNDECIDED in labels:
            return None
        own = Fraction(1) if relation.weight is None else Fraction(str(relation.weight))
        every, are_in = len(labels), labels.count(IN)
        scheme = self.weighing(relation)
        if scheme == "convergent":
            return own * min(are_in, 1)
        if scheme == "cumulative":
            return own * are_in / every
        whole = own if are_in == every else Fraction(0)
        return whole * every / len(self.at_issue(position)) if scheme == "factorized" else whole

    def weighing(self, relation: Relation) -> str:
        """Return how the map has a relation weighed."""
        for scheme in self.map.schemes.values():
            if relation.scheme in (scheme.id, *scheme.names):
                return scheme.weighing or "linked"
        return relation.scheme or "linked"

    def at_issue(self, position: Position) -> set[str]:
        """Return the premises of all arguments for what contests a position, however far."""
        issue = {position}
        while True:
            more = {each for each in self.labels for other in issue if self.compete(each, other)}
            if more <= issue:
                break
            issue |= more
        arguments = [argument for each in issue for argument in self.arguments(each)]
        return {premise for argument in arguments for premise in argument.premises}

    def compete(self, one: Position, other: Position) -> bool:
        """Return whether some relation joins two positions, whether or not it applies."""
        kinds, names = {one[0], other[0]}, {one[1], other[1]}
        if kinds == {"claim", "against"}:
            return len(names) == 1 and any(True for _ in self.arguments(("against", one[1])))
        pairs = [{r.premises[0], r.target} for r in self.of(RelationKind.CONTRADICTS)]
        together = [set(answers) for answers in self.choices()]
        return kinds == {"claim"} and (
            names in pairs or any(names <= answers for answers in together)
        )

    def standard(self, position: Position) -> str:
        """Return the proof standard of a position: its own, or the strictest that it is asked."""
        kind, name = position
        own = self.map.claims[name].standard if kind == "claim" else None
        if own is not None:
            return str(own)
        answers = [r for r in self.of(RelationKind.ANSWERS) if (kind, r.premises[0]) == position]
        asked = [self.map.claims[answer.target].standard for answer in answers]
        return STANDARDS[max((STANDARDS.index(str(each)) for each in asked if each), default=0)]

    def step(self, relation: Relation) -> str:
        """Return the status of a relation: whether it carries or strikes what it points at."""
        kinds = (("claim", "supports"), ("against", "attacks"), ("stopped", "undercuts"))
        for kind, verb in kinds:
            position = (kind, relation.target)
            is_backing = kind == "claim" and relation.target not in self.map.claims
            if relation.kind == verb and relation in self.arguments(position) and not is_backing:
                weight = self.weight(relation, position)
                return UNDECIDED if weight is None else IN if weight else OUT
        labels = [self.labels["claim", premise] for premise in relation.premises]
        labels.append({IN: OUT, OUT: IN, UNDECIDED: UNDECIDED}[self.stopped(relation)])
        if relation.id in self.reject or OUT in labels:
            return OUT
        return UNDECIDED if UNDECIDED in labels else IN


def prevails(standard: str, weight: Fraction, other: Fraction) -> bool:
    """Return whether a weight prevails over another by a proof standard."""
    half, some = Fraction(1, 2), Fraction(3, 10)
    if standard == "preponderance":
        return weight > other
    is_clear = weight - other > half
    return is_clear and (standard == "clear-and-convincing" or other < some)
