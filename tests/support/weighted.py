"""Small maps with weights, to be given strengths."""

from __future__ import annotations

from collections.abc import Mapping

from hypothesis import strategies as st

from argmap import ArgumentMap, Claim, Relation, RelationKind
from argmap.analysis.semantics import df_quad, euler_based, quadratic_energy
from support.strategies import shapes

SEMANTICS = (df_quad, quadratic_energy, euler_based)

# Twentieths, so that circles which settle do so in a few hundred rounds.
weights = st.none() | st.integers(0, 20).map(lambda number: number / 20)


def weighted(claims: Mapping[str, float | None], *sentences: str) -> ArgumentMap:
    """Return a map of claims with weights and of relations r0, r1, … told as ``a+b supports c``."""
    relations = []
    for number, sentence in enumerate(sentences):
        premises, kind, target = sentence.split()
        relations.append(
            Relation(f"r{number}", RelationKind(kind), tuple(premises.split("+")), target)
        )
    return ArgumentMap(
        [Claim(name, name, weight=weight) for name, weight in claims.items()], relations
    )


def reweighted(argument_map: ArgumentMap, claim_id: str, weight: float | None) -> ArgumentMap:
    """Return the same map, but for the weight of one claim."""
    claims = dict(argument_map.claims)
    claims[claim_id] = claims[claim_id]._replace(weight=weight)
    return ArgumentMap(claims.values(), argument_map.relations.values())


@st.composite
def weighted_shapes(draw: st.DrawFn) -> ArgumentMap:
    """Draw a map of any shape, with weights."""
    argument_map = draw(shapes(asking=False))
    for claim_id in argument_map.claims:
        argument_map = reweighted(argument_map, claim_id, draw(weights))
    return argument_map


_SIGNED = (RelationKind.SUPPORTS, RelationKind.ATTACKS, RelationKind.UNDERCUTS)


@st.composite
def acyclic_maps(
    draw: st.DrawFn, *, kinds: tuple[RelationKind, ...] = (), linked: bool = True
) -> ArgumentMap:
    """Draw a map in which each claim bears only on earlier ones, with any weights.

    ``kinds`` are those of its relations; by default all that are for or against something.
    """
    size = draw(st.integers(2, 7))
    relations: list[Relation] = []
    base: dict[str, int] = {}  # by relation, the claim on which it bears in the end
    for number in range(draw(st.integers(1, 10))):
        kind = draw(st.sampled_from(kinds or _SIGNED))
        on_step = bool(base) and (
            kind is RelationKind.UNDERCUTS or (not kinds and draw(st.booleans()))
        )
        if kind is RelationKind.UNDERCUTS and not on_step:
            continue
        if on_step and kind is not RelationKind.ATTACKS:
            target = draw(st.sampled_from(sorted(base)))
            end = base[target]
        else:
            end = draw(st.integers(0, size - 2))
            target = f"c{end}"
        later = st.integers(end + 1, size - 1)
        premises = draw(st.lists(later, min_size=1, max_size=3 if linked else 1, unique=True))
        name = f"r{number}"
        base[name] = end
        relations.append(Relation(name, kind, tuple(f"c{each}" for each in premises), target))
    any_weight = st.none() | st.floats(0, 1)
    claims = [Claim(f"c{each}", "text", weight=draw(any_weight)) for each in range(size)]
    return ArgumentMap(claims, relations)


def number(strength: float | None) -> float:
    """Return a strength that must be there."""
    assert strength is not None
    return strength
