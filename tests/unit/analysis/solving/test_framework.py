"""A map as nodes: what derives and what attacks each."""

from __future__ import annotations

import pytest
from support.small import small

from argmap import ArgmapError, Relation
from argmap.analysis.semantics import Framework
from argmap.errors import UnknownNameError

MAP = small(
    *("a+b supports c", "d attacks c", "e undercuts r1", "c contradicts f"),
    *("a supports r0", "f restates d", "e undercuts r3"),
)


def named(framework: Framework, nodes: object) -> list[str]:
    """Return the names of nodes."""
    assert isinstance(nodes, list | tuple)
    return [framework.names[node] for node in nodes]


def test_claims_come_first_and_a_contradiction_is_two_steps() -> None:
    framework = Framework(MAP)
    assert framework.claims == 6
    assert framework.names == [
        *("a", "b", "c", "d", "e", "f"),
        *("r0", "r1", "r2", "r3", "r3", "r4", "r5", "r6"),
    ]
    assert framework.numbers("c") == (2,)
    assert framework.numbers("r3") == (9, 10)
    assert list(framework.first_of_two()) == [("r3", 9)]
    assert [framework.is_claim(node) for node in (5, 6)] == [True, False]
    assert framework.node(2) == MAP.claims["c"]
    assert framework.node(10) == MAP.relations["r3"] == framework.relation(10)
    with pytest.raises(KeyError):
        framework.numbers("g")


def test_what_bears_on_a_node() -> None:
    framework = Framework(MAP)
    (c,), (f,), (r0,), (r1,) = (framework.numbers(name) for name in ("c", "f", "r0", "r1"))
    forth, back = framework.numbers("r3")
    assert named(framework, framework.below[c]) == ["r0"]
    assert named(framework, framework.below[r0]) == ["a", "b"]
    assert framework.attackers[c] == [r1, back]
    assert framework.attackers[f] == [forth]
    assert (framework.below[forth], framework.below[back]) == ([c], [f])
    assert named(framework, framework.attackers[r1]) == ["r2"]
    # An undercut of a contradiction strikes it both ways.
    assert named(framework, framework.attackers[forth]) == ["r6"]
    assert framework.attackers[forth] == framework.attackers[back]
    assert list(framework.inputs(c)) == [r1, back, r0]


def test_what_a_node_bears_on() -> None:
    framework = Framework(MAP)
    (a,), (c,), (e,) = (framework.numbers(name) for name in "ace")
    assert named(framework, framework.above[a]) == ["r0", "r4"]
    assert named(framework, framework.above[c]) == ["r3"]
    assert named(framework, framework.above[e]) == ["r2", "r6"]
    (r0,), (r6,) = framework.numbers("r0"), framework.numbers("r6")
    assert tuple(framework.above[r0]) == (c,)
    assert tuple(framework.above[r6]) == framework.numbers("r3")
    striking = {name for node, name in enumerate(framework.names) if framework.strikes[node]}
    assert striking == {"r1", "r2", "r3", "r6"}


@pytest.mark.parametrize("name", ["r4", "r5"])
def test_backing_and_restating_bear_on_nothing(name: str) -> None:
    framework = Framework(MAP)
    (step,) = framework.numbers(name)
    assert list(framework.above[step]) == []
    assert not framework.attackers[step]


def test_what_stands_on_its_own() -> None:
    def standing(**assumed: bool) -> str:
        framework = Framework(small("a supports b", "c attacks b", assumed=assumed))
        return "".join(
            framework.names[claim] for claim, alone in enumerate(framework.stands_alone) if alone
        )

    assert standing() == "ac"
    assert standing(b=True) == "abc"
    assert standing(a=True, c=False) == "a"
    backed = Framework(small("a attacks b", "c supports r0"))
    assert list(backed.stands_alone[:3]) == [1, 1, 1]


def test_what_reaches_a_node() -> None:
    framework = Framework(MAP)

    def reaching(name: str) -> list[str]:
        return named(framework, framework.reaching(framework.numbers(name)[0]))

    assert reaching("a") == ["a"]
    assert reaching("r1") == ["d", "e", "r1", "r2"]
    # Neither backing nor restating: r4 and r5 are not among them.
    assert reaching("f") == [
        *("a", "b", "c", "d", "e", "f"),
        *("r0", "r1", "r2", "r3", "r3", "r6"),
    ]


@pytest.mark.slow
def test_a_chain_of_a_hundred_thousand_reaches_its_end() -> None:
    size = 100_000
    chain = small("c0")
    claims = [chain.claims["c0"]._replace(id=f"c{number}") for number in range(size)]
    kind = small("a attacks b").relations["r0"].kind
    relations = [
        Relation(f"r{number}", kind, (f"c{number}",), f"c{number + 1}")
        for number in range(size - 1)
    ]
    framework = Framework(type(chain)(claims, relations))
    assert len(framework.reaching(size - 1)) == 2 * size - 1


def test_what_is_fixed() -> None:
    framework = Framework(MAP, ("a", "r1", "r3"), ("d", "r2"))
    assert framework.assumed == frozenset(framework.numbers("a"))
    assert framework.rejected == {*framework.numbers("d"), *framework.numbers("r2")}
    assert framework.fixed == framework.assumed | framework.rejected
    # Nothing undercuts an assumed relation any more; it is not in come what may.
    assert framework.granted == {*framework.numbers("r1"), *framework.numbers("r3")}
    for step in framework.granted:
        assert not framework.attackers[step]
    assert not framework.above[framework.numbers("r6")[0]]


def test_what_cannot_be_fixed() -> None:
    with pytest.raises(UnknownNameError, match="'x'"):
        Framework(MAP, ("a",), ("x",))
    with pytest.raises(UnknownNameError, match="'x'"):
        Framework(MAP, ("x",))
    with pytest.raises(ArgmapError, match="'r1' is both assumed and rejected"):
        Framework(MAP, ("a", "r1"), ("r1",))
