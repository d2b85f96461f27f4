"""How base scores become strengths: premises, undercuts, circles, and what if."""

from __future__ import annotations

import math
import os
import subprocess
import sys
from collections.abc import Sequence
from fractions import Fraction

import pytest
from support import ROOT
from support.semantics import evaluated
from support.weighted import SEMANTICS, number, weighted

from argmap import ArgmapError, ArgumentMap, Claim, Relation, RelationKind
from argmap.analysis.semantics import df_quad, quadratic_energy
from argmap.analysis.solving.gradual import DEFAULT_WEIGHT, Evaluation, GradualSemantics
from argmap.errors import UnknownNameError


def strengths(argument_map: ArgumentMap, **fixed: set[str]) -> dict[str, float | None]:
    """Return the DF-QuAD strengths of claims."""
    return evaluated(df_quad, argument_map, **fixed).claims


def close(**expected: Fraction | float | None) -> dict[str, object]:
    """Return strengths that may differ by rounding; None is None."""
    return {
        name: None if value is None else pytest.approx(float(value), abs=1e-9, rel=0)
        for name, value in expected.items()
    }


# What a relation contributes


def test_linked_premises_count_by_the_weakest() -> None:
    found = strengths(weighted({"a": 0.8, "b": 0.3, "c": 0.5}, "a+b supports c"))
    assert found["c"] == pytest.approx(0.5 + 0.5 * 0.3)


def test_an_undercut_takes_from_the_relation_as_an_attacker_from_a_claim_of_weight_one() -> None:
    argument_map = weighted({"a": 0.8, "u": 0.5, "c": 0.5}, "a supports c", "u undercuts r0")
    # DF-QuAD: the relation 1/2, its contribution 2/5.
    found = evaluated(df_quad, argument_map)
    assert found.relations == close(r0=Fraction(1, 2), r1=1)
    assert found.claims == close(a=0.8, u=0.5, c=Fraction(7, 10))
    # Quadratic Energy: the relation 1 − 1/5, its contribution 16/25; h = 256/881.
    found = evaluated(quadratic_energy, argument_map)
    assert found.relations == close(r0=Fraction(4, 5), r1=1)
    assert found.claims == close(a=0.8, u=0.5, c=Fraction(1137, 1762))


def test_an_undercut_of_an_undercut_gives_back() -> None:
    argument_map = weighted(
        {"a": 0.8, "u": 0.5, "v": 0.5, "c": 0.5},
        "a supports c",
        "u undercuts r0",
        "v undercuts r1",
    )
    # The undercut 1/2, its contribution 1/4, the relation 3/4, its contribution 3/5.
    found = evaluated(df_quad, argument_map)
    assert found.relations == close(r0=Fraction(3, 4), r1=Fraction(1, 2), r2=1)
    assert found.claims["c"] == pytest.approx(0.8)


def test_several_undercuts_add_up_and_linked_ones_count_by_the_weakest() -> None:
    argument_map = weighted(
        {"a": 1.0, "u": 0.5, "v": 0.25, "w": 0.9, "c": 0.0},
        "a supports c",
        "u undercuts r0",
        "v+w undercuts r0",
    )
    assert evaluated(df_quad, argument_map).relations["r0"] == pytest.approx(0.5 * 0.75)


def test_backing_and_restating_change_nothing() -> None:
    claims = {"a": 0.8, "b": 0.9, "u": 0.3, "c": 0.5}
    plain = weighted(claims, "a supports c", "u undercuts r0")
    more = weighted(claims, "a supports c", "u undercuts r0", "b supports r0", "b restates c")
    for each in SEMANTICS:
        assert evaluated(each, plain).claims == evaluated(each, more).claims


def test_an_undercut_of_an_attack_helps_and_one_of_a_contradiction_helps_both() -> None:
    attack = weighted({"a": 1.0, "u": 1.0, "c": 0.5}, "a attacks c", "u undercuts r0")
    assert strengths(attack)["c"] == 0.5
    rivals = weighted({"a": 1.0, "u": 1.0, "c": 0.5}, "a contradicts c", "u undercuts r0")
    assert strengths(rivals) == {"a": 1.0, "u": 1.0, "c": 0.5}


def test_a_claim_without_weight_has_the_default() -> None:
    assert strengths(weighted({"a": None})) == {"a": DEFAULT_WEIGHT}


# Circles


def test_a_contradiction_is_an_attack_each_way() -> None:
    # a = 3/5(1 − b) and b = 1/2(1 − a): a = 3/7, b = 2/7.
    found = strengths(weighted({"a": 0.6, "b": 0.5}, "a contradicts b"))
    assert found == close(a=Fraction(3, 7), b=Fraction(2, 7))
    attacks = weighted({"a": 0.6, "b": 0.5}, "a attacks b", "b attacks a")
    assert strengths(attacks) == found


def test_what_stands_behind_a_cycle_that_settles_has_its_strength() -> None:
    argument_map = weighted(
        {"d": 0.5, "c": 0.0, "b": 0.5, "a": 0.6},
        "c supports d",
        "a contradicts b",
        "b supports c",
    )
    assert strengths(argument_map) == close(
        d=0.5 + 0.5 * 2 / 7, c=Fraction(2, 7), b=Fraction(2, 7), a=Fraction(3, 7)
    )


def test_support_in_a_cycle_settles_at_its_limit() -> None:
    argument_map = weighted(
        {"a": 0.5, "b": 0.0, "u": 0.5},
        "b supports a",
        "a supports b",
        "u undercuts r1",
    )
    # b = a/2 and a = 1/2 + a/4: a = 2/3.
    assert strengths(argument_map) == close(a=Fraction(2, 3), b=Fraction(1, 3), u=0.5)


def test_a_cycle_through_an_undercut() -> None:
    # c undercuts the very relation that supports it: r = 1 − c, c = 1/2 + 1/2 · r.
    argument_map = weighted({"a": 1.0, "c": 0.5}, "a supports c", "c undercuts r0")
    found = evaluated(df_quad, argument_map)
    assert found.claims == close(a=1, c=Fraction(2, 3))
    assert found.relations == close(r0=Fraction(1, 3), r1=1)


def test_what_swings_has_no_strength_nor_what_hangs_on_it_and_all_else_is_exact() -> None:
    argument_map = weighted(
        {"a": 1.0, "b": 1.0, "c": 0.5, "d": 0.5, "e": 0.5, "f": 0.5, "g": 0.5},
        "a attacks b",
        "b attacks a",
        "a supports c",
        "c+e supports d",
        "e supports f",
        "c undercuts r4",
        "e supports g",
    )
    found = evaluated(df_quad, argument_map)
    assert found.claims == {
        **dict.fromkeys("abcdf"),
        "e": 0.5,
        "g": 0.75,
    }
    assert found.relations["r4"] is None
    assert [found.relations[f"r{number}"] for number in (0, 1, 2, 3, 5, 6)] == [1.0] * 6
    assert found.unsettled == ("a", "b")


def test_a_cycle_behind_one_that_swings_is_not_itself_to_blame() -> None:
    argument_map = weighted(
        {"c": 0.5, "d": 0.5, "a": 1.0},
        "a attacks a",
        "a supports c",
        "c contradicts d",
    )
    found = evaluated(df_quad, argument_map)
    assert found.claims == {"a": None, "c": None, "d": None}
    assert found.unsettled == ("a",)


def test_each_cycle_settles_or_swings_alone() -> None:
    argument_map = weighted(
        {"a": 1.0, "b": 1.0, "c": 0.6, "d": 0.5, "x": 0.5},
        "a contradicts b",
        "c contradicts d",
        "c supports x",
    )
    found = strengths(argument_map)
    assert found == close(a=None, b=None, c=Fraction(3, 7), d=Fraction(2, 7), x=Fraction(5, 7))


def test_relations_that_undercut_one_another_are_named_where_no_claim_is_in_a_cycle() -> None:
    relations = [
        Relation("step", RelationKind.SUPPORTS, ("a",), "c"),
        Relation("one", RelationKind.UNDERCUTS, ("a",), "two"),
        Relation("two", RelationKind.UNDERCUTS, ("a",), "one"),
        Relation("three", RelationKind.UNDERCUTS, ("a",), "step"),
        Relation("four", RelationKind.UNDERCUTS, ("a",), "four"),
    ]
    argument_map = ArgumentMap([Claim("a", "a", weight=1.0), Claim("c", "c")], relations)
    found = evaluated(df_quad, argument_map)
    assert found.unsettled == ("one", "two", "four")
    assert found.claims == {"a": 1.0, "c": 0.5}
    assert found.relations == {"step": 0.0, "one": None, "two": None, "three": 1.0, "four": None}


def test_those_to_blame_are_named_in_the_order_of_the_file() -> None:
    argument_map = weighted(
        {"a": 1.0, "b": 1.0, "d": 0.6, "e": 0.5},
        "d contradicts e",
        "d supports a",
        "a attacks a",
        "b attacks b",
    )
    assert evaluated(df_quad, argument_map).unsettled == ("a", "b")


def test_a_semantics_is_never_asked_about_a_strength_that_is_not_there() -> None:
    def combine(base: float, supporters: Sequence[float], attackers: Sequence[float], /) -> float:
        assert all(0 <= each <= 1 for each in (base, *supporters, *attackers))
        return df_quad.combine(base, supporters, attackers)

    argument_map = weighted(
        {"a": 1.0, "b": 0.5, "c": 0.5},
        "a attacks a",
        "a supports b",
        "b contradicts c",
    )
    evaluation = Evaluation(argument_map, combine)
    assert evaluation.strengths() == evaluated(df_quad, argument_map)


# What if


def test_what_is_assumed_or_rejected_is_fixed_whatever_bears_on_it() -> None:
    argument_map = weighted(
        {"a": 0.3, "b": 0.5, "c": 0.5}, "a attacks b", "b supports c", "a undercuts r1"
    )
    assert strengths(argument_map, assume={"b", "r1"}) == {"a": 0.3, "b": 1.0, "c": 1.0}
    assert strengths(argument_map, reject={"b"})["c"] == 0.5
    found = evaluated(df_quad, argument_map, reject={"r0"}, assume={"a"})
    assert found.claims == {"a": 1.0, "b": 0.5, "c": 0.5}
    assert found.relations == {"r0": 0.0, "r1": 0.0, "r2": 1.0}


@pytest.mark.parametrize(
    ("assume", "reject", "expected"),
    [
        ({"a"}, set[str](), {"a": 1.0, "b": 0.0, "c": 1.0}),
        (set[str](), {"a"}, {"a": 0.0, "b": 1.0, "c": 0.5}),
        (set[str](), {"r0"}, {"a": 0.0, "b": 1.0, "c": 0.5}),
        # The circle goes on, but nothing that hangs on it reaches c.
        (set[str](), {"r2"}, {"a": None, "b": None, "c": 0.5}),
        (set[str](), {"k"}, {"a": None, "b": None, "c": 0.5}),
        ({"c"}, set[str](), {"a": None, "b": None, "c": 1.0}),
    ],
)
def test_fixing_something_can_cut_a_cycle_or_what_hangs_on_it(
    assume: set[str], reject: set[str], expected: dict[str, float | None]
) -> None:
    argument_map = weighted(
        {"a": 1.0, "b": 1.0, "c": 0.5, "k": 1.0},
        "a attacks b",
        "b attacks a",
        "k+a supports c",
    )
    found = strengths(argument_map, assume=assume, reject=reject)
    assert {name: found[name] for name in "abc"} == expected


def test_what_is_not_in_the_map_cannot_be_fixed_nor_anything_at_both_ends() -> None:
    argument_map = weighted({"apple": 0.5, "b": 0.5}, "apple supports b")
    with pytest.raises(UnknownNameError, match="no claim or relation 'appel'") as error:
        evaluated(df_quad, argument_map, assume={"appel"})
    assert error.value.hint == "did you mean 'apple'?"
    with pytest.raises(ArgmapError, match="'r0' is both assumed and rejected"):
        evaluated(df_quad, argument_map, assume={"r0"}, reject={"r0"})


@pytest.mark.parametrize("weight", [-0.1, 1.1, math.nan, math.inf])
def test_a_weight_that_is_no_base_score_is_refused(weight: float) -> None:
    with pytest.raises(ArgmapError, match="the weight of 'a' is"):
        evaluated(df_quad, weighted({"a": weight}))


# Size and order


@pytest.mark.slow
@pytest.mark.parametrize("number_of_semantics", range(len(SEMANTICS)))
def test_a_deep_chain_with_a_cycle_at_its_foot(number_of_semantics: int) -> None:
    size = 20_000
    sentences = [f"c{number} supports c{number + 1}" for number in range(size - 1)]
    argument_map = weighted(
        {f"c{number}": 0.5 for number in range(size)}, "c0 attacks c0", *sentences
    )
    module = SEMANTICS[number_of_semantics]
    found = evaluated(module, argument_map)
    assert found.unsettled == ()
    # Far from its foot nothing changes any more along the chain.
    last, before = number(found.claims[f"c{size - 1}"]), number(found.claims[f"c{size - 2}"])
    assert last == module.combine(0.5, [before], [])


def test_the_bytes_are_the_same_whatever_the_order_of_sets() -> None:
    code = """
from support.semantics import evaluated
from support.weighted import SEMANTICS, weighted
names = [f"claim{n}" for n in range(12)]
chosen = [f"{a} {'attacks' if i % 3 else 'supports'} {b}"
          for i, (a, b) in enumerate((a, b) for a in names for b in names if a != b)]
m = weighted({n: 0.07 * i for i, n in enumerate(names)}, *chosen)
print([evaluated(each, m, assume={names[2], "r5"}, reject={names[3], "r9"}) for each in SEMANTICS])
"""
    printed = set()
    for seed in ("1", "2", "3"):
        path = f"{ROOT}{os.pathsep}{ROOT / 'tests'}"
        done = subprocess.run(
            [sys.executable, "-c", code],
            capture_output=True,
            env={**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": path},
            check=True,
            timeout=120,
        )
        printed.add(done.stdout)
    assert len(printed) == 1
    assert b"claim11" in printed.pop()


def test_networkx_is_not_imported_where_there_are_no_cycles() -> None:
    code = """
import sys
from argmap import loads
from argmap.analysis.semantics import df_quad
from argmap.analysis.solving.gradual import Evaluation
m = loads("argmap: 1\\nclaims: {a: A, b: B}\\nrelations: [{from: a, attacks: b}]", "yaml")
print(Evaluation(m, df_quad.combine).strengths().claims, "networkx" in sys.modules)
"""
    done = subprocess.run(
        [sys.executable, "-c", code],
        capture_output=True,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        check=True,
        timeout=120,
    )
    assert done.stdout.decode().strip() == "{'a': 0.5, 'b': 0.25} False"


@pytest.mark.parametrize("semantics", SEMANTICS)
def test_the_weight_of_a_relation_is_its_base_score(semantics: GradualSemantics) -> None:
    """A step of weight w from a claim of weight v does what one of weight vw would do."""
    for kind in ("supports", "attacks"):
        own, plain = ({"a": 0.8, "c": 0.5}, f"a {kind} c"), ({"a": 0.32, "c": 0.5}, f"a {kind} c")
        found = evaluated(semantics, stepped(weighted(*own), r0=0.4))
        assert found.relations == close(r0=0.4)
        assert found.claims["c"] == close(c=evaluated(semantics, weighted(*plain)).claims["c"])["c"]
        whole = evaluated(semantics, stepped(weighted(*own), r0=1.0))
        assert whole == evaluated(semantics, weighted(*own))
        nothing = evaluated(semantics, stepped(weighted(*own), r0=0.0))
        assert nothing.claims["c"] == 0.5


def test_an_undercut_takes_from_the_weight_of_a_relation() -> None:
    argument_map = weighted({"a": 1.0, "u": 0.5, "c": 0.5}, "a supports c", "u undercuts r0")
    found = evaluated(df_quad, stepped(argument_map, r0=0.6, r1=0.5))
    # The undercut contributes 1/4, which leaves 3/4 of 3/5.
    assert found.relations == close(r0=Fraction(9, 20), r1=Fraction(1, 2))
    assert found.claims["c"] == pytest.approx(0.5 + 0.5 * 0.45)


def test_a_weight_of_a_relation_outside_its_range_is_an_error() -> None:
    wrong = stepped(weighted({"a": 1.0, "c": 0.5}, "a supports c"), r0=1.5)
    with pytest.raises(ArgmapError, match=r"the weight of 'r0' is 1\.5"):
        evaluated(df_quad, wrong)


def stepped(argument_map: ArgumentMap, **weights: float) -> ArgumentMap:
    """Return the same map with weights of relations."""
    relations = argument_map.relations.values()
    changed = [r._replace(weight=weights.get(r.id, r.weight)) for r in relations]
    return ArgumentMap(argument_map.claims.values(), changed)
