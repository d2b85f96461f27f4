"""Small maps to be given statuses: written in a line, or drawn in any shape."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import NamedTuple

from hypothesis import strategies as st

from argmap import ArgumentMap, Claim, Relation, RelationKind

ANY_KIND = (
    *("attacks", "supports", "undercuts", "supports", "attacks", "undercuts", "contradicts"),
    *("backs", "restates"),
)
MOSTLY_SUPPORT = ("supports", "supports", "attacks", "supports", "undercuts", "supports")
_PREMISES = st.lists(st.integers(0, 99), min_size=1, max_size=3)
_ASSUMED = st.sampled_from([None, None, None, True, False])


class Fixed(NamedTuple):
    """Ids of what is to be assumed and rejected; nothing is in both."""

    assume: tuple[str, ...] = ()
    reject: tuple[str, ...] = ()


NOTHING = Fixed()


def small(*sentences: str, assumed: Mapping[str, bool] | None = None) -> ArgumentMap:
    """Return a map of relations r0, r1, … told as ``a+b supports c``, and of the claims in them.

    A sentence of one word is a claim alone; ``assumed`` says it of claims, by id.
    """
    relations: list[Relation] = []
    words = [sentence.split() for sentence in sentences]
    for premises, kind, target in (reported for reported in words if len(reported) == 3):
        name = f"r{len(relations)}"
        relations.append(Relation(name, RelationKind(kind), tuple(premises.split("+")), target))
    steps = {relation.id for relation in relations}
    reported = [name for parts in words for part in parts[::2] for name in part.split("+")]
    claims = [name for name in dict.fromkeys(reported) if name not in steps]
    marked = assumed or {}
    return ArgumentMap([Claim(c, f"text of {c}", assumed=marked.get(c)) for c in claims], relations)


@st.composite
def small_maps(
    draw: st.DrawFn,
    max_claims: int = 5,
    max_relations: int = 8,
    *,
    marked: bool = True,
    kinds: tuple[str, ...] = ANY_KIND,
) -> ArgumentMap:
    """Draw a map of claims c0, c1, … and relations r0, r1, …, as odd as a map may be.

    Attacks of a claim on itself, circles of support, of attack and of
    undercuts, steps that strike later ones; without ``marked``, no claim is
    said to be assumed or not. ``kinds`` are those of its relations; ``backs``
    is a support of a relation.
    """
    size = draw(st.integers(1, max_claims))
    number_drawn = max(draw(st.integers(0, max_relations)), draw(st.integers(0, max_relations)))
    one = st.tuples(st.sampled_from(kinds), _PREMISES, st.integers(0, 99))
    drawn = draw(st.lists(one, min_size=number_drawn, max_size=number_drawn))
    marks = draw(st.lists(_ASSUMED, min_size=size, max_size=size)) if marked else [None] * size
    claims = [Claim(f"c{each}", "text", assumed=mark) for each, mark in enumerate(marks)]
    relations = []
    for number, (kind, numbers, aim) in enumerate(drawn):
        premises = tuple(dict.fromkeys(f"c{each % size}" for each in numbers))
        on_step = kind in {"backs", "undercuts"}
        target = f"r{aim % len(drawn)}" if on_step else f"c{aim % size}"
        called = RelationKind("supports" if kind == "backs" else kind)
        if called.is_symmetric:
            premises = premises[:1]
            if premises == (target,):
                called = RelationKind.ATTACKS
        relations.append(Relation(f"r{number}", called, premises, target))
    return ArgumentMap(claims, relations)


@st.composite
def held_in(draw: st.DrawFn, argument_map: ArgumentMap, most: int = 2) -> Fixed:
    """Draw what to assume and reject of a map: at most so many of either."""
    names = sorted({*argument_map.claims, *argument_map.relations})
    some = st.lists(st.sampled_from(names), max_size=most, unique=True)
    assume = draw(some)
    return Fixed(tuple(assume), tuple(name for name in draw(some) if name not in assume))


@st.composite
def fixed_maps(
    draw: st.DrawFn,
    max_claims: int = 5,
    max_relations: int = 8,
    *,
    kinds: tuple[str, ...] = ANY_KIND,
) -> tuple[ArgumentMap, Fixed]:
    """Draw a small map, and in half of all cases what to assume and reject of it."""
    argument_map = draw(small_maps(max_claims, max_relations, kinds=kinds))
    asks = draw(st.booleans())
    return argument_map, draw(held_in(argument_map)) if asks else NOTHING


def names_of(argument_map: ArgumentMap, *, but: Collection[str] = ()) -> list[str]:
    """Return the ids of all claims and relations, in the order of the map, but for some."""
    return [n for n in (*argument_map.claims, *argument_map.relations) if n not in but]
