"""Explanations as outlines: by hand, and that every reason has its row."""

from __future__ import annotations

from collections import Counter

from hypothesis import given
from hypothesis import strategies as st
from support.laws import examples
from support.small import NOTHING, Fixed, fixed_maps, small

from argmap import ArgumentMap, Claim, why
from argmap.analysis.evaluation.reasoning import reasoning
from argmap.analysis.outline import Join, Shape
from argmap.analysis.tree import Mark

SIGNS = {Join.LONE: "", Join.FIRST: "┏", Join.MIDDLE: "┣", Join.LAST: "┗"}
GUIDES = {Shape.GAP: " ", Shape.LINE: "│", Shape.BRACKET: "┃", Shape.MEMBER: "┣", Shape.END: "┗"}


def drawn(argument_map: ArgumentMap, claim: str, fixed: Fixed = NOTHING) -> list[str]:
    """Return the rows of the explanation of a claim, drawn."""
    (explanation,) = why(argument_map, claim, assume=fixed.assume, reject=fixed.reject)
    outlined, reasons = reasoning(explanation.reasons)
    lines = []
    for row, reason in zip(outlined.rows, reasons, strict=True):
        sign = SIGNS[row.join] or (row.relation.kind[0] if row.relation else "")
        guides = "".join(GUIDES[guide.shape] for guide in row.guides)
        name = f"{row.node.id} {reason.status}"
        lines.append(f"{guides}{sign} {name}" if row.depth else name)
    return lines


@examples(60)
@given(fixed_maps(max_claims=7, max_relations=12), st.sampled_from([2, 64]))
def test_every_reason_has_its_row(given_map: tuple[ArgumentMap, Fixed], max_indent: int) -> None:
    argument_map, fixed = given_map
    for name in argument_map.claims:
        (found,) = why(
            argument_map, name, assume=fixed.assume, reject=fixed.reject, max_indent=max_indent
        )
        outlined, reasons = reasoning(found.reasons)
        rows = outlined.rows
        assert all(row.node is reason.line.node for row, reason in zip(rows, reasons, strict=True))
        claims = [r.line.node.id for r in found.reasons if isinstance(r.line.node, Claim)]
        assert Counter(row.node.id for row in rows if isinstance(row.node, Claim)) == Counter(
            claims
        )
        for number, row in enumerate(rows):
            assert (len(row.guides), len(row.under)) == (max(row.depth - 1, 0), row.depth)
            assert (row.parent is None) == (row.relation is None) == (row.depth == 0)
            assert number < row.end <= (len(rows) if row.parent is None else rows[row.parent].end)
        tops = [block.first for block in outlined.blocks]
        assert tops == [number for number, row in enumerate(rows) if not row.depth]
        ends = [row.relation for row in rows if row.join is Join.LAST]
        on_step = [g.relation for row in rows for g in row.guides if g.shape is Shape.END]
        for row in rows:
            if row.join is Join.FIRST:
                assert row.relation in ends or row.relation in on_step
        assert sum(row.mark is Mark.CONTINUES for row in rows) == len(tops) - 1


def test_linked_premises_are_bracketed_and_what_bears_on_the_step_is_last() -> None:
    argument_map = small("a+b supports t", "c supports a", "x undercuts r0", "y attacks x")
    assert drawn(argument_map, "t") == [
        *("t in", "┏ a in", "┃s c in", "┣ b in", "┗u x out", "  a y in"),
    ]


def test_the_premise_for_which_a_step_fails_stands_alone() -> None:
    argument_map = small("a+b supports t", "x attacks b", "c supports t", "y attacks c")
    assert drawn(argument_map, "t") == [
        *("t out", "s b out", "│a x in", "s c out", " a y in"),
    ]


def test_linked_premises_whose_step_is_undercut_are_one_row() -> None:
    argument_map = small("a+b supports t", "x undercuts r0")
    assert drawn(argument_map, "t") == ["t out", "s r0 out", " u x in"]
