"""Explanations: by hand, and that each proves what it says in as few lines as can be."""

from __future__ import annotations

from itertools import pairwise

import networkx as nx
import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.explained import Checker, Shortest, length
from support.laws import examples
from support.small import MOSTLY_SUPPORT, NOTHING, Fixed, fixed_maps, held_in, small, small_maps
from support.weighted import acyclic_maps

from argmap import ArgmapError, ArgumentMap, Claim, Relation, RelationKind, Status, evaluate, why
from argmap.analysis.evaluation.explanation import SUPPORTS_AT_MOST, Because, explain
from argmap.analysis.semantics import Framework, qualitative
from argmap.analysis.solving.verdict import STATUSES
from argmap.analysis.tree import Mark
from argmap.errors import UnknownNameError

laws = examples(150)
folds = st.sampled_from([1, 2, 3, 64])


@laws
@given(fixed_maps(max_claims=7, max_relations=12), folds)
def test_a_grounded_explanation_proves_each_status(
    drawn: tuple[ArgumentMap, Fixed], max_indent: int
) -> None:
    argument_map, fixed = drawn
    check_each(argument_map, fixed, "grounded", max_indent)


@pytest.mark.parametrize("semantics", ["preferred", "complete", "stable", "ideal"])
@examples(100)
@given(fixed_maps(max_claims=6, max_relations=10), folds)
def test_an_explanation_of_any_extension_proves_each_status(
    semantics: str, drawn: tuple[ArgumentMap, Fixed], max_indent: int
) -> None:
    argument_map, fixed = drawn
    check_each(argument_map, fixed, semantics, max_indent)


def check_each(argument_map: ArgumentMap, fixed: Fixed, semantics: str, max_indent: int) -> None:
    """Explain every claim in every extension, and check the proofs."""
    framework = Framework(argument_map, *fixed)
    for labels in qualitative(semantics).labellings(framework):
        found = [STATUSES[label] for label in labels]
        statuses = dict(zip(argument_map.claims, found, strict=False))
        is_grounded = semantics == "grounded"
        checker = Checker(argument_map, statuses, fixed, is_grounded=is_grounded)
        for name, status in statuses.items():
            explanation = explain(framework, labels, name, max_indent)
            assert (explanation.claim, explanation.status) == (name, status)
            checker.check(explanation)


@laws
@given(st.data())
def test_where_no_support_is_chosen_no_proof_is_shorter(data: st.DataObject) -> None:
    drawn = data.draw(acyclic_maps())
    marks = [data.draw(st.sampled_from([None, None, True, False])) for _ in drawn.claims]
    claims = [
        claim._replace(assumed=mark)
        for claim, mark in zip(drawn.claims.values(), marks, strict=True)
    ]
    argument_map = ArgumentMap(claims, drawn.relations.values())
    fixed = data.draw(held_in(argument_map, 1))
    statuses = evaluate(argument_map, assume=fixed.assume, reject=fixed.reject).statuses
    shortest = Shortest(argument_map, statuses.__getitem__, fixed)
    for name in argument_map.claims:
        (explanation,) = why(argument_map, name, assume=fixed.assume, reject=fixed.reject)
        top, *rest = explanation.reasons
        beside = [r.line.relation for r in rest if r.line.depth == 1]
        supports = [r for r in beside if r and r.kind is RelationKind.SUPPORTS]
        if top.because is Because.CARRIED and len(supports) > 1:
            continue
        if not explanation.others and not any(reason.others for reason in rest):
            assert length(explanation) == shortest.claim(name)


@laws
@given(small_maps(max_claims=6, max_relations=10), st.sampled_from(["complete", "stable"]))
def test_why_explains_each_status_that_an_extension_gives(
    argument_map: ArgumentMap, semantics: str
) -> None:
    outcome = evaluate(argument_map, semantics)
    for name in argument_map.claims:
        reported = [each.status for each in why(argument_map, name, semantics)]
        assert reported == sorted(set(reported), key=list(Status).index)
        if not outcome.has_extension:
            assert reported == []
        elif outcome.statuses[name] is not Status.UNDECIDED:
            assert reported == [outcome.statuses[name]]
        else:
            assert (Status.IN in reported) is (name in outcome.in_some)
            if semantics == "complete":
                assert Status.UNDECIDED in reported  # the grounded extension is one of them
            else:
                assert reported == [Status.IN, Status.OUT]


MARKS = {Mark.SHOWN: " (*)", Mark.CYCLE: " (circle)", Mark.CONTINUES: " (below)"}


def reported(
    argument_map: ArgumentMap,
    claim: str,
    semantics: str = "grounded",
    *,
    fixed: Fixed = NOTHING,
    max_indent: int = 64,
) -> list[str]:
    """Return the explanations of a claim, as lines: ``a in stands`` and so on, indented."""
    lines = []
    for each in why(
        argument_map,
        claim,
        semantics,
        assume=fixed.assume,
        reject=fixed.reject,
        max_indent=max_indent,
    ):
        for line, status, because, step, _ in each.reasons:
            glyph = "" if line.relation is None else f"{line.relation.kind.value} "
            text = f"{line.node.id} {status.value} {because.value}"
            failed = "" if step in {None, status} else f" -> {step and step.value}"
            mark = MARKS[line.mark] if line.mark else ""
            lines.append("  " * line.depth + glyph + text + failed + mark)
    return lines


def test_what_nothing_bears_on_stands() -> None:
    assert reported(small("a"), "a") == ["a in stands"]
    assert reported(small("a", assumed={"a": False}), "a") == ["a out unsupported"]


def test_every_attack_on_what_is_in_is_reported_and_one_on_what_is_out() -> None:
    argument_map = small("a attacks t", "b attacks t", "c attacks a", "d attacks b", "e attacks b")
    assert reported(argument_map, "t") == [
        *("t in stands", "  attacks a out attacked", "    attacks c in stands"),
        *("  attacks b out attacked", "    attacks d in stands"),
    ]
    assert reported(argument_map, "b") == ["b out attacked", "  attacks d in stands"]


@laws
@given(small_maps(max_claims=6, max_relations=10, kinds=MOSTLY_SUPPORT))
def test_what_carries_a_claim_is_what_does_not_need_it_the_best_developed_first(
    argument_map: ArgumentMap,
) -> None:
    statuses = evaluate(argument_map).statuses
    below: nx.DiGraph[str] = nx.DiGraph(argument_map.graph)
    needed = below.copy()
    for relation in argument_map.relations.values():
        is_support = relation.kind is RelationKind.SUPPORTS
        if is_support and relation.target in argument_map.relations:
            needed.remove_edge(relation.id, relation.target)
        if not is_support or statuses[relation.id] is not Status.IN:
            below.remove_node(relation.id)
    for name in argument_map.claims:
        (found,) = why(argument_map, name)
        if found.reasons[0].because is not Because.CARRIED:
            assert found.in_cycle == ()
            assert not found.others or len(argument_map.incoming(name)) > 8  # that fail
            continue
        every = [r.id for r in argument_map.incoming(name) if r.id in below]
        apart = [each for each in every if not nx.has_path(needed, name, each)]
        claims = argument_map.claims.keys()
        apart.sort(key=lambda each: -len(nx.ancestors(below, each) & claims))
        shown = [r.line.relation for r in found.reasons if r.line.depth == 1]
        carrying = [r.id for r in shown if r and r.id in every]
        assert carrying == apart or (not apart and len(carrying) == 1)
        assert found.others == ()
        assert set(carrying) | set(found.in_cycle) == set(every)


def test_every_support_that_carries_is_reported_the_best_developed_first() -> None:
    argument_map = small("a supports b", "c supports t", "b supports t", "d supports t", "x")
    assert reported(argument_map, "t") == [
        *("t in carried", "  supports b in carried", "    supports a in stands"),
        *("  supports c in stands", "  supports d in stands"),
    ]
    (explanation,) = why(argument_map, "t")
    assert (explanation.others, explanation.in_cycle) == ((), ())
    # A claim that stands on its own needs none of its supports.
    assert len(why(small("a supports t", assumed={"t": True}), "t")[0].reasons) == 1


def test_below_the_claim_asked_about_one_support_is_reported_and_the_others_counted() -> None:
    argument_map = small("c supports t", "a supports c", "b supports c", "d supports b")
    assert reported(argument_map, "t") == [
        *("t in carried", "  supports c in carried", "    supports b in carried"),
        "      supports d in stands",
    ]
    (explanation,) = why(argument_map, "t")
    assert [reason.others for reason in explanation.reasons] == [0, 1, 0, 0]


def test_past_the_first_supports_the_others_are_named() -> None:
    sentences = [f"c{number} supports t" for number in range(SUPPORTS_AT_MOST + 2)]
    (explanation,) = why(small(*sentences), "t")
    assert len(explanation.reasons) == 1 + SUPPORTS_AT_MOST
    assert explanation.others == ("r8", "r9")


def test_a_support_that_rests_on_the_claim_does_not_carry_it() -> None:
    (explanation,) = why(small("a supports b", "b supports a", "c supports b"), "b")
    assert [reason.line.node.id for reason in explanation.reasons] == ["b", "c"]
    assert (explanation.others, explanation.in_cycle) == ((), ("r0",))


def test_supports_that_all_fail_are_all_reported() -> None:
    argument_map = small("a supports t", "b supports t", "x attacks a", "y undercuts r1")
    assert reported(argument_map, "t") == [
        *("t out fallen", "  supports a out attacked", "    attacks x in stands"),
        *("  supports b in undercut -> out", "    undercuts y in stands"),
    ]


def test_of_many_supports_that_fail_the_first_are_reported_and_the_others_named() -> None:
    sentences = [f"c{number} supports t" for number in range(SUPPORTS_AT_MOST + 2)]
    argument_map = small(*sentences, assumed={f"c{n}": False for n in range(len(sentences))})
    (explanation,) = why(argument_map, "t")
    assert len(explanation.reasons) == 1 + SUPPORTS_AT_MOST
    assert (explanation.others, explanation.reasons[0].others) == (("r8", "r9"), 2)


def test_a_cycle_of_many_ways_is_drawn_once() -> None:
    pairs = [(a, b) for a in "abc" for b in "abc" if a != b]
    argument_map = small(*(f"{a} supports {b}" for a, b in pairs), "a supports t")
    assert reported(argument_map, "t") == [
        *("t out circular", "  supports a out circular", "    supports b out circular"),
        "      supports a out circular (circle)",
    ]
    (explanation,) = why(argument_map, "t")
    assert [reason.others for reason in explanation.reasons] == [0, 1, 1, 1]


def test_linked_premises_and_the_one_that_fails() -> None:
    argument_map = small("a+b supports t", "x attacks b")
    assert reported(argument_map, "t") == [
        *("t out fallen", "  supports r0 out fallen", "    b out attacked"),
        "      attacks x in stands",
    ]
    assert reported(argument_map, "t", fixed=Fixed((), ("x",))) == [
        *("t in carried", "  supports r0 in carried", "    a in stands"),
        *("    b in stands", "      attacks x out rejected"),
    ]


def test_an_undercut_may_be_undercut_itself() -> None:
    argument_map = small("a supports t", "b undercuts r0", "c undercuts r1")
    assert reported(argument_map, "t") == [
        *("t in carried", "  supports a in stands", "    undercuts b in undercut -> out"),
        "      undercuts c in stands",
    ]


def test_the_step_on_which_a_status_rests_is_the_one_that_takes_fewer_lines() -> None:
    """The premise of r0 is out by one line of its own, and r0 undercut by two."""
    argument_map = small("a supports t", "u undercuts r0", assumed={"a": False})
    assert reported(argument_map, "t") == ["t out fallen", "  supports a out unsupported"]


def test_support_in_a_cycle_is_out_and_the_cycle_marked() -> None:
    argument_map = small("a supports b", "b supports a")
    assert reported(argument_map, "a") == [
        *("a out circular", "  supports b out circular", "    supports a out circular (circle)"),
    ]


def test_a_cycle_that_is_carried_from_outside_has_no_mark() -> None:
    argument_map = small("a supports b", "b supports a", "c supports b")
    assert reported(argument_map, "a") == [
        *("a in carried", "  supports b in carried", "    supports c in stands"),
    ]


def test_what_is_reported_once_is_not_reported_again() -> None:
    argument_map = small("a+b supports t", "x supports a", "x supports b", "y supports x")
    assert reported(argument_map, "t") == [
        *("t in carried", "  supports r0 in carried", "    a in carried"),
        *("      supports x in carried", "        supports y in stands", "    b in carried"),
        "      supports x in carried (*)",
    ]


def test_an_attack_on_itself_that_is_undercut_is_no_cycle() -> None:
    assert reported(small("a attacks a", "u undercuts r0"), "a") == [
        *("a in stands", "  attacks a in undercut -> out", "    undercuts u in stands"),
    ]


def test_a_claim_that_bears_on_the_step_from_it_is_no_cycle() -> None:
    argument_map = small("a supports t", "a undercuts r0", "a undercuts r1", "b supports a")
    assert reported(argument_map, "t") == [
        *("t in carried", "  supports a in carried", "    undercuts a in undercut -> out"),
        *("      undercuts a in carried (*)", "    supports b in stands"),
    ]


def test_a_rejected_relation_takes_a_line_like_any_other() -> None:
    argument_map = small("c supports b", "b+a supports t", assumed={"a": False})
    assert reported(argument_map, "t", fixed=Fixed((), ("r0",))) == [
        *("t out fallen", "  supports r1 out fallen", "    a out unsupported"),
    ]


def test_what_is_undecided_is_contested_or_waits() -> None:
    argument_map = small("a contradicts b", "a supports c")
    assert reported(argument_map, "c") == [
        *("c undecided waiting", "  supports a undecided contested"),
        "    contradicts b undecided contested",
        "      contradicts a undecided contested (circle)",
    ]


def test_each_preferred_position_is_explained_and_may_defend_itself() -> None:
    assert reported(small("a contradicts b"), "a", "preferred") == [
        *("a in stands", "  contradicts b out attacked", "    contradicts a in stands (circle)"),
        *("a out attacked", "  contradicts b in stands"),
        "    contradicts a out attacked (circle)",
    ]


def test_what_was_asked_to_be_fixed_is_said() -> None:
    argument_map = small("a attacks b", "b supports t", "u undercuts r1")
    assert reported(argument_map, "b", fixed=Fixed(("b",))) == ["b in assumed"]
    assert reported(argument_map, "b", fixed=Fixed((), ("b",))) == ["b out rejected"]
    assert reported(argument_map, "b", fixed=Fixed((), ("r0",))) == [
        *("b in stands", "  attacks a in rejected -> out"),
    ]
    assert reported(argument_map, "b", fixed=Fixed(("a",), ("r0",))) == [
        *("b in stands", "  attacks a in rejected -> out"),
    ]
    assert reported(argument_map, "t", fixed=Fixed(("b", "r1"))) == [
        *("t in carried", "  supports b in assumed"),
    ]


def test_past_the_depth_a_branch_goes_on_as_a_tree_of_its_own() -> None:
    argument_map = small("a supports b", "b supports c", "c supports d", "d supports e")
    assert reported(argument_map, "e", max_indent=2) == [
        *("e in carried", "  supports d in carried", "    supports c in carried (below)"),
        *("supports c in carried", "  supports b in carried", "    supports a in stands"),
    ]
    (explanation,) = why(argument_map, "e", max_indent=2)
    assert [each.line.continued for each in explanation.reasons] == [
        *(False, False, False, True, False, False),
    ]


def test_without_an_extension_there_is_nothing_to_explain() -> None:
    assert why(small("a", "x attacks x"), "a", "stable") == []


def test_errors() -> None:
    with pytest.raises(UnknownNameError, match="'b'"):
        why(small("a"), "b")
    with pytest.raises(UnknownNameError, match="'x'"):
        why(small("a"), "a", reject=["x"])
    with pytest.raises(UnknownNameError, match="'stabel'"):
        why(small("a"), "a", "stabel")
    with pytest.raises(ArgmapError, match="gives strengths"):
        why(small("a"), "a", "df-quad")


@pytest.mark.slow
def test_a_chain_a_hundred_thousand_claims_deep() -> None:
    size = 100_000
    names = [f"c{number}" for number in range(size)]
    relations = [
        Relation(f"r{number}", RelationKind.SUPPORTS, (first,), second)
        for number, (first, second) in enumerate(pairwise(names))
    ]
    argument_map = ArgumentMap([Claim(name, "text") for name in names], relations)
    (explanation,) = why(argument_map, names[-1])
    assert {each.line.node.id for each in explanation.reasons} == set(names)
    assert max(each.line.depth for each in explanation.reasons) <= 64
