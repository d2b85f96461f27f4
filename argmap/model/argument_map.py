"""The map itself: claims and relations by id, with indexes in both directions."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property
from typing import TYPE_CHECKING, Any, NamedTuple

from argmap.errors import ArgmapError, UnknownNameError
from argmap.model.claim import Claim, asked_among
from argmap.model.expectation import Expectation, in_groups
from argmap.model.ignored import Ignored, in_file_order
from argmap.model.integrity import ExpectationFault, Fault, expectation_faults, faults
from argmap.model.location import FileText, Location
from argmap.model.raising import raised_step
from argmap.model.relation import Relation, RelationKind
from argmap.model.restating import wordings
from argmap.model.scheme import Scheme

if TYPE_CHECKING:
    import networkx as nx


NOT_FURTHER = frozenset(
    {RelationKind.CONTRADICTS, RelationKind.RESTATES, RelationKind.ANSWERS},
)
"""The relations that lead from a claim and leave it a root: by them it argues for nothing."""

Part = tuple[str | None, tuple[str, ...]]


class Source(NamedTuple):
    """The text a map reconstructs; ``unit`` is what the places of its claims count."""

    title: str | None = None
    author: str | None = None
    publisher: str | None = None
    date: str | None = None
    url: str | None = None
    unit: str | None = None


class BrokenMapError(ArgmapError):
    """Parts of a map that do not fit together.

    ``faults`` says how claims and relations do not, ``expectation_faults`` how
    what is expected does not fit to them.
    """

    def __init__(self, found: list[Fault], of_expectations: list[ExpectationFault]) -> None:
        """Take the broken rules, at least one."""
        messages = [fault.message for fault in found]
        messages += [fault.message for fault in of_expectations]
        super().__init__("\n".join(messages))
        self.faults = tuple(found)
        self.expectation_faults = tuple(of_expectations)


class ArgumentMap:
    """An argument map: claims, and the relations between them.

    ``claims`` and ``relations`` are by id, in the order of the file;
    ``voices`` gives each voice its description; ``expectations`` say what
    should come out when the map is evaluated, in the order of the file, those
    of one semantics together, and of these those with one status or tolerance.
    ``ignored`` are the rules of a check that are not to report, with reasons.
    ``schemes`` are those that the map itself defines, by id.
    ``locations`` says where in its file each claim and relation stands,
    ``expectation_locations`` where each expectation names its claim, and
    ``part_locations`` where other keys do, by the claim or relation they are in
    (None: the map itself) and the keys that lead there, such as ``(None,
    ("voices", "author"))``; all are empty for a map made in Python. ``written`` is
    the YAML that the map was read from, None for one of another origin. Two maps
    are equal when they say the same, wherever they were read from.
    """

    def __init__(
        self,
        claims: Iterable[Claim] = (),
        relations: Iterable[Relation] = (),
        *,
        title: str | None = None,
        source: Source | None = None,
        voices: Mapping[str, str] | None = None,
        locations: Mapping[str, Location] | None = None,
        expectations: Iterable[Expectation] = (),
        expectation_locations: Mapping[Expectation, Location] | None = None,
        ignored: Iterable[Ignored] = (),
        schemes: Iterable[Scheme] = (),
    ) -> None:
        """Build a map, or raise BrokenMapError with every rule it breaks.

        Raise ArgmapError where a rule is ignored on an id that is not in the map.
        """
        claims, relations = list(claims), list(relations)
        self.title = title
        self.source = source
        self.voices: dict[str, str] = dict(voices or {})
        self.claims = {claim.id: claim for claim in claims}
        self.relations = {relation.id: relation for relation in relations}
        self.schemes = {scheme.id: scheme for scheme in schemes}
        self.locations: Mapping[str, Location] = {} if locations is None else locations
        self.part_locations: Mapping[Part, Location] = {}
        self.written: FileText | None = None
        self.expectations = in_groups(expectations)
        places = {} if expectation_locations is None else expectation_locations
        self.expectation_locations: Mapping[Expectation, Location] = places
        found = list(faults(self.claims, relations))
        if len(self.claims) < len(claims):
            found += _duplicate_claims(claims)
        others = list(expectation_faults(self.expectations, self.claims, self.relations))
        if found or others:
            raise BrokenMapError(found, others)
        self.ignored = in_file_order(ignored, self.claims, self.relations)

    def __eq__(self, other: object) -> bool:
        """Compare what is said, in order; not where it stands."""
        if not isinstance(other, ArgumentMap):
            return NotImplemented
        return self._content == other._content

    __hash__ = None  # type: ignore[assignment]  # claims may be many; nobody keys on a map

    def __repr__(self) -> str:
        """Return the title and the size."""
        size = f"{len(self.claims)} claims, {len(self.relations)} relations"
        return f"<ArgumentMap {self.title!r}: {size}>"

    @property
    def _content(self) -> tuple[object, ...]:
        return (
            self.title,
            self.source,
            list(self.voices.items()),
            list(self.schemes.values()),
            list(self.claims.values()),
            list(self.relations.values()),
            self.expectations,
            self.ignored,
        )

    @cached_property
    def _incoming(self) -> dict[str, list[Relation]]:
        index: dict[str, list[Relation]] = {}
        for relation in self.relations.values():
            index.setdefault(relation.target, []).append(relation)
            if relation.kind.is_symmetric:
                index.setdefault(relation.premises[0], []).append(relation)
        return index

    @cached_property
    def _outgoing(self) -> dict[str, list[Relation]]:
        index: dict[str, list[Relation]] = {}
        for relation in self.relations.values():
            for premise in relation.premises:
                index.setdefault(premise, []).append(relation)
            if relation.kind.is_symmetric:
                index.setdefault(relation.target, []).append(relation)
        return index

    @cached_property
    def _wordings(self) -> dict[str, tuple[str, ...]]:
        return wordings(self.claims, self.relations.values())

    def incoming(self, node_id: str) -> list[Relation]:
        """Return the relations that bear on a claim or relation, in file order.

        ``contradicts`` and ``restates`` bear on both their ends.
        """
        return self._incoming.get(node_id, [])

    def outgoing(self, claim_id: str) -> list[Relation]:
        """Return the relations that a claim is a premise of; symmetric ones at both ends."""
        return self._outgoing.get(claim_id, [])

    def is_ground(self, claim_id: str) -> bool:
        """Return whether nothing in the map supports the claim, which is no question.

        A question supports nothing, even where the map says so.
        """
        return not asked_among(self.claims, (claim_id,)) and not any(
            r.kind is RelationKind.SUPPORTS and not asked_among(self.claims, r.premises)
            for r in self.incoming(claim_id)
        )

    def is_root(self, claim_id: str) -> bool:
        """Return whether the claim bears on nothing further, in these or in other words.

        A thesis stays a root when it contradicts another or answers a question, and a
        question is none: it is not asserted. Of claims that say the same
        one alone is a root: the first of ``same_as``.
        """
        if self.claims[claim_id].is_question:
            return False
        same = self.same_as(claim_id)
        return claim_id == same[0] and not any(map(self.leads_further, same))

    def leads_further(self, claim_id: str) -> bool:
        """Return whether the claim argues for or against anything, so that it is no root.

        ``contradicts``, ``restates`` and ``answers`` do not count.
        """
        return any(r.kind not in NOT_FURTHER for r in self.outgoing(claim_id))

    def same_as(self, claim_id: str) -> tuple[str, ...]:
        """Return the claims that say the same by ``restates``, the claim itself among them.

        The first is a thesis where there is one, and where that is possible a claim that
        restates nothing; the others are in file order.
        """
        return self._wordings.get(claim_id, (claim_id,))

    def grounds(self) -> Iterator[Claim]:
        """Yield the claims that nothing supports, in file order."""
        return (claim for claim in self.claims.values() if self.is_ground(claim.id))

    def roots(self) -> Iterator[Claim]:
        """Yield the claims that bear on nothing further, in file order."""
        return (claim for claim in self.claims.values() if self.is_root(claim.id))

    def claim(self, claim_id: str) -> Claim:
        """Return the claim, or raise UnknownNameError naming the nearest ids."""
        found = self.claims.get(claim_id)
        if found is not None:
            return found
        if claim_id in self.relations:
            message = f"'{claim_id}' is a relation; name a claim"
            premises = "' or '".join(self.relations[claim_id].premises)
            raise ArgmapError(message, f"it starts from '{premises}'")
        raise UnknownNameError("claim", claim_id, tuple(self.claims))

    def restricted_to(self, claim_ids: Iterable[str]) -> ArgumentMap:
        """Return the part of the map on some claims: they, and the relations among them.

        A relation stays when all its premises and its target stay. Title,
        source, the voices in use and what is ignored of what stays do too.
        Expectations do not: they are about the whole map, and a part of it may be
        evaluated differently; nor does the critical question of a step that goes.
        """
        wanted = set(claim_ids)
        claims = [claim for claim in self.claims.values() if claim.id in wanted]
        relations = _still_raising(self, list(_closed(self, wanted)))
        voices = {claim.voice for claim in claims}
        kept = wanted | {relation.id for relation in relations}
        return ArgumentMap(
            claims,
            relations,
            title=self.title,
            source=self.source,
            voices={name: text for name, text in self.voices.items() if name in voices},
            locations=self.locations,
            ignored=[each for each in self.ignored if each.owner is None or each.owner in kept],
            schemes=self.schemes.values(),
        )

    @cached_property
    def graph(self) -> nx.DiGraph[str]:
        """The networkx DiGraph of the map, built when first asked for.

        Claims and relations are nodes by id, each with itself as the attribute
        ``node``; edges run premise → relation → target, and both ways for
        ``contradicts`` and ``restates``. Treat it as read-only.
        """
        import networkx as nx

        graph: nx.DiGraph[str] = nx.DiGraph()
        graph.add_nodes_from((key, {"node": claim}) for key, claim in self.claims.items())
        graph.add_nodes_from((key, {"node": step}) for key, step in self.relations.items())
        graph.add_edges_from(_edges(self.relations.values()))
        return graph

    def claim_graph(self) -> nx.MultiDiGraph[str]:
        """Return a new networkx MultiDiGraph of the claims alone.

        One edge a premise and relation, keyed by relation id, with ``kind`` and
        ``relation``; claims carry their fields. Relations that bear on a
        relation have no claim to point at and are not in it: use ``graph``.
        """
        import networkx as nx

        graph: nx.MultiDiGraph[str] = nx.MultiDiGraph()
        for claim in self.claims.values():
            fields: dict[str, Any] = claim._asdict()
            graph.add_node(fields.pop("id"), **fields)
        for relation in self.relations.values():
            if relation.target in self.claims:
                for premise in relation.premises:
                    graph.add_edge(
                        premise,
                        relation.target,
                        key=relation.id,
                        kind=str(relation.kind),
                        relation=relation,
                    )
        return graph


def _duplicate_claims(claims: list[Claim]) -> Iterator[Fault]:
    seen: set[str] = set()
    for claim in claims:
        if claim.id in seen:
            yield Fault("duplicate-id", f"claim id '{claim.id}' is used twice", claim, "id")
        seen.add(claim.id)


def _edges(relations: Iterable[Relation]) -> Iterator[tuple[str, str]]:
    for relation in relations:
        for premise in relation.premises:
            yield premise, relation.id
            if relation.kind.is_symmetric:
                yield relation.id, premise
        yield relation.id, relation.target
        if relation.kind.is_symmetric:
            yield relation.target, relation.id


def _still_raising(argument_map: ArgumentMap, kept: list[Relation]) -> list[Relation]:
    """Return relations, without the critical questions of steps that are not among them."""
    names = {relation.id for relation in kept}
    return [
        relation._replace(raises=None)
        if relation.raises is not None and raised_step(relation, argument_map.outgoing) not in names
        else relation
        for relation in kept
    ]


def _closed(argument_map: ArgumentMap, wanted: set[str]) -> Iterator[Relation]:
    """Yield, in file order, the relations whose every end is in ``wanted``."""
    candidates = {
        relation.id: relation
        for relation in argument_map.relations.values()
        if wanted.issuperset(relation.premises)
    }
    # A relation on a relation stays only while that one does: drop to a fixed point.
    dropped = [
        relation
        for relation in candidates.values()
        if relation.target not in wanted and relation.target not in candidates
    ]
    while dropped:
        relation = dropped.pop()
        if candidates.pop(relation.id, None) is not None:
            dropped += (r for r in argument_map.incoming(relation.id) if r.id in candidates)
    yield from candidates.values()
